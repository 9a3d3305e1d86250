"""The papers of one invented body, from its plan: body.yaml, registers in several layouts, agendas and minutes."""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from source.agendas import write_agenda
from source.minutes import write_minutes
from source.registers import write_sheet

from many import beside
from many.nouns import Business, Held, Member, Plan, Sitting
from many.plan import FIRST_DAY
from many.wording import said

AS_OF = date(2019, 5, 31)  # what to give as --as-of: the year's minutes are all written by then
_HEADS = (
    ("Name", "Role", "Organisation", "Nature of interest", "Type of interest", "Direct or indirect",
     "Relationship (if indirect)", "From", "To", "Date declared", "Action taken to mitigate risk"),
    ("Date declared", "Name", "Position held", "Declared interest", "Nature of interest", "Type of interest",
     "Is the interest direct or indirect?", "Relationship", "Date from", "Date to", "Mitigation"),
)  # fmt: skip
_ORDER = ((0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (9, 0, 1, 2, 3, 4, 5, 6, 7, 8, 10))
_TYPES = {"F": "Financial", "PROF": "Non-financial professional", "PERS": "Non-financial personal"}
_AGENDA_STYLES = ("table_with_action", "word_numbered", "table_with_sections")
_MINUTES_STYLES = ("typed", "word_numbered", "one_table")


def write_body(plan: Plan, folder: Path) -> None:
    """Write the whole case folder."""
    folder.mkdir(parents=True, exist_ok=True)
    beside.write_yaml(_body(plan), folder / "body.yaml")
    for edition in plan.editions:
        write_sheet(_register(plan, edition), folder)
    if plan.careful:
        write_sheet(_published(plan), folder)
    beside.write_beside(plan, folder)
    for at, sitting in enumerate(plan.sittings):
        _write_sitting(plan, at, sitting, folder)


def _body(plan: Plan) -> dict[str, Any]:
    quorum = {"members": 4, "must_include": ["lay", "executive"], "lay_executive_majority": True}
    half = {"members": len(plan.members) // 2 + 1, "must_include": ["lay", "executive", "gp"]}
    lay = [one for one in plan.members if one.role == "lay"]
    secondary = [one for one in plan.members if one.role == "secondary_care"]
    return {
        "name": plan.name,
        "ods_code": plan.code,
        "kind": "ccg",
        "co_commissioning": [{"kind": plan.stage, "from": date(2017, 4, 1)}],
        "guardian": lay[2].name.full,
        "committees": [
            {"name": "Primary Care Commissioning Committee", "kind": "pccc", "shared_interest_policy": "no_vote",
             "quorum": quorum, "members": [_seat(one, pccc=True) for one in plan.committee]},
            {"name": "Governing Body", "kind": "governing_body", "quorum": half,
             "members": [_seat(one, pccc=False) for one in plan.members]},
            {"name": "Audit Committee", "kind": "audit",
             "members": [_seat(one, pccc=False) for one in (lay[2], lay[0], secondary[0])]},
        ],
        "organisations": _organisations(plan),
    }  # fmt: skip


def _seat(one: Member, *, pccc: bool) -> dict[str, Any]:
    """The committee's chair is the first lay member, the governing body's the clinical chair."""
    seat: dict[str, Any] = {"name": one.name.full, "role": one.role, "title": one.title}
    if one.practice:
        seat["practice"] = one.practice
    if one.title.startswith("Lay Member for Patient") if pccc else one.title == "Clinical Chair":
        seat["chair"] = True
    if one.title == "Lay Member":
        seat["vice_chair"] = True
    return {**seat, "voting": not (pccc and one.role == "gp"), "from": FIRST_DAY}


def _organisations(plan: Plan) -> list[dict[str, Any]]:
    practices: list[dict[str, Any]] = [
        {"name": name, "kind": "practice", "ods_code": f"Z{plan.number % 1000:03d}{at:02d}"}
        for at, name in enumerate(plan.practices)
    ]
    others = [{"name": one.name, "kind": one.kind} for one in plan.providers]
    return [*practices, *others, {"name": plan.alliance, "kind": "federation"}]


def _register(plan: Plan, edition: date) -> dict[str, Any]:
    layout = plan.number % 4
    title = f"{plan.name}: Register of Interests as at {edition.day} {edition:%B %Y}"
    file = f"register {edition:%Y-%m}.xlsx"
    declared = edition - timedelta(days=12)
    if layout == 0:
        rows = [_template_row(one, plan, declared) for one in _rows(plan)]
        return {"layout": "template", "file": file, "sheet": "Register of Interests", "tick": "Yes", "title": title,
                "rows": rows}  # fmt: skip
    which = layout % 2
    heads = [_HEADS[which][at] for at in range(11)]
    rows = [[row[at] for at in _ORDER[which]] for row in (_plain_row(one, plan, declared) for one in _rows(plan))]
    return {"layout": "plain_sheet", "file": file, "sheet": "Register", "title": title, "heads": heads, "rows": rows,
            "widths": [18] * 11, "title_rows": layout != 3}  # fmt: skip


def _published(plan: Plan) -> dict[str, Any]:
    """The edition on the website: the same interests as in the full one."""
    edition = plan.editions[-1]
    rows = [_plain_row(one, plan, edition - timedelta(days=12)) for one in _rows(plan)]
    return {"layout": "plain_document", "file": f"register for publication {edition:%Y-%m}.docx",
            "title": f"{plan.name}: Register of Interests for publication, {edition.day} {edition:%B %Y}",
            "heads": _HEADS[0], "rows": rows}  # fmt: skip


def _rows(plan: Plan) -> list[tuple[Member, Held | None]]:
    """Everybody, with each interest on a row of its own, else a nil return."""
    rows: list[tuple[Member, Held | None]] = []
    for member in plan.members:
        own = [one for one in plan.held if one.member == member]
        rows += [(member, one) for one in own] or [(member, None)]
    return rows


def _nature(held: Held) -> str:
    return f"{held.relation} is {held.nature} there" if held.relation else held.nature


def _since(held: Held, plan: Plan) -> object:
    """Secretaries who are not careful write days as they please."""
    written = random.Random(f"{plan.number}:{held.member.name.full}:{held.organisation}").randrange(4)
    forms = (held.since, f"{held.since:%d.%m.%Y}", f"{held.since:%b %Y}", f"{held.since.year}")
    return held.since if plan.careful else forms[written]


def _template_row(row: tuple[Member, Held | None], plan: Plan, declared: date) -> list[object]:
    member, held = row
    if held is None:
        return [member.name.full, member.title, "Nil", None, "N/A", "N/A", "N/A", "N/A", "N/A", declared]
    direct = "Indirect" if held.relation else "Direct"
    what = f"{held.organisation} ({held.business})"
    return [member.name.full, member.title, what, held.kind, direct, _nature(held), _since(held, plan), "Current",
            "To be managed at each meeting", declared]  # fmt: skip


def _plain_row(row: tuple[Member, Held | None], plan: Plan, declared: date) -> list[object]:
    member, held = row
    if held is None:
        return [member.name.full, member.title, "Nil return", *[None] * 6, declared, None]
    direct = "Indirect" if held.relation else "Direct"
    return [member.name.full, member.title, held.organisation, _nature(held), _TYPES[held.kind],
            direct, held.relation or None, _since(held, plan), "Current", declared,
            "To be managed at each meeting"]  # fmt: skip


def _write_sitting(plan: Plan, at: int, sitting: Sitting, folder: Path) -> None:
    kind, name = (
        ("gb", "Governing Body") if sitting.governing_body else ("pccc", "Primary Care Commissioning Committee")
    )
    target = folder / "meetings" / f"{sitting.on.isoformat()}-{kind}"
    items = _items(plan, at, sitting)
    day = f"Tuesday {sitting.on.day} {sitting.on:%B %Y}"
    place = f"Tithe House, {plan.place}"
    write_agenda(
        {"file": "agenda.docx", "style": _AGENDA_STYLES[plan.number % 3], "heading": [plan.name, name, "AGENDA"],
         "details": [f"{day}, 14.00 to 16.00", f"{place}. This is a meeting in public."],
         "items": [one for one, _ in items]},
        target,
    )  # fmt: skip
    if not sitting.minuted:
        return
    table = plan.members if sitting.governing_body else plan.committee
    write_minutes(
        {"file": "minutes.docx", "style": _MINUTES_STYLES[plan.number // 2 % 3],
         "heading": [plan.name, f"Minutes of the {name}", f"held in public on {day} at {place}"],
         "details": ["Approved by the Committee at its next meeting as a correct record."],
         "attendance_heads": ["Name", "Position"],
         "present": [[one.name.full, _titled(one, sitting)] for one in table],
         "in_attendance": [], "apologies": [],
         "sections": [{"n": one["n"], "title": one["title"], "text": texts} for one, texts in items]},
        target,
    )  # fmt: skip


def _chair(plan: Plan, sitting: Sitting) -> Member:
    title = "Clinical Chair" if sitting.governing_body else "Lay Member for Patient and Public Involvement"
    return next(one for one in plan.members if one.title == title)


def _titled(one: Member, sitting: Sitting) -> str:
    if sitting.governing_body:
        return f"{one.title} (Chair)" if one.title == "Clinical Chair" else one.title
    if one.title.startswith("Lay Member for Patient"):
        return f"{one.title} (Chair)"
    return f"{one.title} (Vice-Chair)" if one.title == "Lay Member" else one.title


def _items(plan: Plan, at: int, sitting: Sitting) -> list[tuple[dict[str, Any], list[str]]]:
    """Each item of the agenda with what the minutes say at it."""
    chair = _chair(plan, sitting)
    vice = next(one for one in plan.members if one.title == "Lay Member")
    body = "Governing Body" if sitting.governing_body else "Committee"
    nobody = not any(one.touches for one in sitting.business)
    opening = [
        ("Welcome and apologies", "Note", [f"{chair.name.short} welcomed everyone. There were no apologies. The Chair "
                                           "confirmed that the meeting was quorate."]),
        ("Declarations of interest", "Note",
         ["The Chair asked for declarations of interest in items on the agenda. "
          + ("There were none." if nobody else "Those made are recorded at the items.")]),
        ("Minutes of the previous meeting", "Approve", ["The minutes were approved as a correct record."]),
    ]  # fmt: skip
    middle = [
        (one.title, "For information" if one.kind == "report" else "Approve",
         said(one, governing=sitting.governing_body, lead=_lead(plan, one), chair=chair.name, vice=vice.name))
        for one in sitting.business
    ]  # fmt: skip
    told = [
        f"It was reported that {gift.member.name.short} had accepted {gift.what} worth £{gift.value} from "
        f"{gift.giver.name} in {gift.on:%B %Y}, which had not been declared."
        for gift in sitting.told_gifts
    ]
    after = plan.sittings[at + 1].on if at + 1 < len(plan.sittings) else None
    closing = [
        ("Any other business", "", told or ["There was no other business."]),
        ("Date of next meeting", "", [f"The {body} meets again in public." if after is None else
                                      "The dates of meetings are on the website."]),
    ]  # fmt: skip
    numbered = enumerate([*opening, *middle, *closing], 1)
    return [
        ({"n": n, "title": title, "action": action, "lead": "", "paper": ""}, text)
        for n, (title, action, text) in numbered
    ]


def _lead(plan: Plan, item: Business) -> Member:
    """Whoever presents has no interest in the item."""
    touched = {one.held.member for one in item.touches}
    officers = [one for one in plan.members if one.role in ("executive", "nurse") and one.pccc]
    return next((one for one in officers if one not in touched), officers[0])
