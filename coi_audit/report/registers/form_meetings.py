"""The log of interests declared at a meeting (Annex E(i)), and the template for recording its minutes (Annex F)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.people.index import parse_name
from coi_audit.model.audit import ItemAudit, MeetingAudit
from coi_audit.model.dates import in_words
from coi_audit.model.linking import Conflict, Person
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Body
from coi_audit.model.words import Action, Role, Stage
from coi_audit.report.registers.form_parts import Answers, Form, Grid, Note, Part, file_stem
from coi_audit.report.registers.tables import said
from coi_audit.report.words import words

TITLE_E = "Interests declared at a meeting"
TITLE_F = "Template for recording minutes"
_SECRETARIAT = re.compile(
    r"\b(?:secretar\w*|minute[ -]?tak\w*|minutes|note[ -]?tak\w*|committee (?:officer|admin\w*|clerk))\b", re.I
)
# Items that every meeting has, in the template's order; those after the substantive items come last.
_OPENING = (
    ("welcome", "Chair's welcome", ""),
    ("apologies", "Apologies for absence", ""),
    (
        "declarations",
        "Declarations of interest",
        "Reminder of the duty to declare.\nThe register can be seen at:\nDeclarations from sub-committees:\n"
        "Declarations at this meeting, with the chair's ruling on each:",
    ),
    ("minutes", "Minutes of the last meeting and matters arising", ""),
)
_CLOSING = (("any_other_business", "Any other business", ""), ("next_meeting", "Date of the next meeting", ""))


_DONE = {
    Action.NOTE: "interest noted; took part",
    Action.STAY_NO_VOTE: "stayed, took no part in the decision",
    Action.DISCUSS_THEN_LEAVE: "joined the discussion, left before the decision",
    Action.LEAVE: "left for the item",
    Action.LEAVE_NO_PAPERS: "was sent no papers, left for the item",
    Action.NOT_ATTEND: "did not attend",
}
_LINE = "_____"


def forms_e(body: Body, meeting: Meeting, audit: MeetingAudit) -> Form:
    """The log of one meeting: what the minutes say was declared; before the meeting, what the register makes likely."""
    held = audit.stage is Stage.HELD
    rows = tuple(row for item in audit.items for row in _declared(item, held=held))
    told = (
        "From the minutes: interests declared by or for the person."
        if held
        else "Not yet from the minutes: interests on the register that touch an item. The chair decides what is done."
    )
    headings = ("Name of person declaring interest", "Agenda item", "Details of interest declared", "Action taken")
    pairs = (
        ("Meeting", said((body.name, audit.committee), ": ")),
        ("Date of meeting", in_words(audit.date)),
        ("Chairperson (name)", _chair(audit)),
        ("Secretariat (name)", _secretariat(meeting)),
    )
    parts: tuple[Part, ...] = (Answers(pairs), Note(told), Grid(TITLE_E, headings, rows, (22, 24, 32, 22), blank=3))
    return Form("E(i)", TITLE_E, _stem(audit), _about(audit), parts)


def _declared(item: ItemAudit, *, held: bool) -> Iterator[tuple[str, ...]]:
    by_person: dict[str, list[Conflict]] = {}
    for one in item.conflicts:
        if not held or one.participation.declared:
            by_person.setdefault(one.holding.person.name, []).append(one)
    for name, conflicts in by_person.items():
        details = "; ".join(dict.fromkeys(_interest(one) for one in conflicts))
        yield name, _item(item), details, _done(conflicts) if held else ""


def _done(conflicts: list[Conflict]) -> str:
    """The strongest thing that the minutes record."""
    actions = [one.participation.recorded_action for one in conflicts]
    known = [one for one in actions if one is not None and one is not Action.NONE]
    return _DONE[max(known, key=lambda one: one.strength)] if known else ""


def _interest(conflict: Conflict) -> str:
    holding = conflict.holding
    told = holding.nature if holding.organisation_name.casefold() in holding.nature.casefold() else ""
    return told or said((holding.nature, holding.organisation_name), ", ")


def forms_f(body: Body, meeting: Meeting, audit: MeetingAudit) -> Form:
    """The template of one meeting: who comes, every item of its agenda, and who is to leave for which."""
    posts = {entry.name: entry.position for minutes in meeting.minutes for entry in minutes.attendance}
    people = tuple(_person(one, posts, "") for one in audit.present)
    people += tuple(_person(one, posts, "in attendance") for one in audit.in_attendance)
    items = tuple(_items(audit))
    parts: tuple[Part, ...] = (
        Answers((("Date", in_words(audit.date)), ("Time", ""), ("Location", ""), ("Chair", _chair(audit)))),
        Grid("Attendees", ("Name", "Initials", "Role", "In attendance from (time)"), people, (34, 12, 32, 22), blank=2),
        Answers((("Apologies", ", ".join(audit.apologies)),)),
        Grid("Items", ("Item no", "Agenda item", "Actions"), items, (10, 62, 28)),
    )
    return Form("F", f"{TITLE_F}: {said((body.name, audit.committee), ', ')}", _stem(audit), _about(audit), parts)


def _items(audit: MeetingAudit) -> Iterator[tuple[str, str, str]]:
    there = {one.classification.procedure for one in audit.items}
    titles = " ".join(one.item.title.casefold() for one in audit.items)
    prompts = {kind: prompt for kind, _, prompt in (*_OPENING, *_CLOSING)}
    for kind, title, prompt in _OPENING:
        if kind not in there and kind not in titles:
            yield "", said((title, prompt), "\n"), ""
    for item in audit.items:
        yield (
            item.item.number,
            said((item.item.title, prompts.get(item.classification.procedure or ""), *_leaving(item)), "\n"),
            "",
        )
    for kind, title, prompt in _CLOSING:
        if kind not in there:
            yield "", said((title, prompt), "\n"), ""


def _leaving(item: ItemAudit) -> Iterator[str]:
    """What has to be recorded of everybody conflicted on an item."""
    by_person: dict[str, list[Conflict]] = {}
    for one in item.conflicts:
        by_person.setdefault(one.holding.person.name, []).append(one)
    for name, conflicts in by_person.items():
        held = "; ".join(dict.fromkeys(_interest(one) for one in conflicts))
        yield f"{name} ({held}): ☐ declared; left at {_LINE}; returned at {_LINE}"
    if by_person:
        yield "Ruling of the chair and reason; quorum without them; decision:"


def _person(person: Person, posts: dict[str, str | None], note: str) -> tuple[str, str, str, str]:
    seat = person.member.title if person.member is not None else ""
    told = next((posts[one] for one in (person.name, *person.names) if posts.get(one)), None)
    role = seat or told or ("" if person.role is Role.OTHER else words(person.role))
    return person.name, _initials(person), said((role, note), ", "), ""


def _initials(person: Person) -> str:
    if person.initials:
        return person.initials[0]
    name = parse_name(person.name)
    parts = [*name.given, *name.surname.replace("-", " ").split()]
    return "".join(part[:1].upper() for part in parts)


def _item(item: ItemAudit) -> str:
    return said((item.item.number, item.item.title), " ")


def _chair(audit: MeetingAudit) -> str:
    return next((one.chair.name for one in audit.items if one.chair.name), "") or ""


def _secretariat(meeting: Meeting) -> str:
    lists = [one for minutes in meeting.minutes for one in minutes.attendance]
    return next((one.name for one in lists if one.position and _SECRETARIAT.search(one.position)), "")


def _about(audit: MeetingAudit) -> str:
    return f"{audit.committee}, {in_words(audit.date)}"


def _stem(audit: MeetingAudit) -> str:
    return file_stem(audit.date.isoformat(), audit.committee)
