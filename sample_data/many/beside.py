"""The papers beside registers and meetings: gifts, contracts, training, staff, bidders, and assurance.yaml.

A careful body has all of them in order; of the others each has some, with gaps.
"""

from __future__ import annotations

import random
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import yaml
from source.registers import write_sheet
from source.word import NOTICE

from many.nouns import Business, Plan, Sitting

_GIFT_HEADS = (
    "Recipient", "Position", "Date of offer", "Accepted or declined", "Gift or hospitality", "Value (£)", "Offered by",
    "Reason", "Approved by", "Date declared", "Comments",
)  # fmt: skip
_CONTRACT_HEADS = (
    "Ref No", "Contract/Service title", "Procurement description",
    "Existing contract or new procurement (if existing include details)",
    "Procurement type - CCG procurement, collaborative procurement with partners", "Procurement route",
    "CCG clinical lead (Name)", "CCG contract manager (Name)",
    "Decision making process and name of decision making committee", "Date of decision", "Bidders",
    "Bidder declarations received", "Evaluation panel", "Procurement checklist completed",
    "Summary of conflicts of interest noted", "Actions to mitigate conflicts of interest",
    "Justification for actions to mitigate conflicts of interest",
    "Contract awarded (supplier name & registered address)", "Contract start date", "Contract end date",
    "Contract value (£) (Total)", "Contract value (£) to CCG", "Comments to note",
)  # fmt: skip
_PUBLISHED = ("register_of_interests", "gifts_register", "procurement_register", "breaches")


def write_beside(plan: Plan, folder: Path) -> None:
    """Write whichever of the papers this body has."""
    dice = random.Random(f"beside:{plan.code}:{plan.name}")
    if plan.careful or dice.random() < 0.75:
        _gifts(plan, folder)
    if plan.careful or dice.random() < 0.6:
        _contracts(plan, folder, dice)
    if plan.careful or dice.random() < 0.6:
        _training(plan, folder, dice)
    if plan.careful or dice.random() < 0.4:
        _staff(plan, folder)
    if plan.careful or dice.random() < 0.7:
        write_yaml(_assurance(plan, dice), folder / "assurance.yaml")


class _Plain(yaml.SafeDumper):
    """Writes a value out each time it comes: nobody who keeps such a file by hand uses anchors."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def write_yaml(data: dict[str, Any], path: Path) -> None:
    """One of the files that a body keeps by hand, with the notice that it is invented as its first line."""
    text = yaml.dump(data, Dumper=_Plain, sort_keys=False, allow_unicode=True, width=120)
    path.write_text(f"# {NOTICE}\n{text}", encoding="utf-8", newline="\n")


def _gifts(plan: Plan, folder: Path) -> None:
    officer = _titled(plan, "Chief Officer")
    rows = [
        [one.member.name.full, one.member.title, one.on, "Declined" if one.value > 40 else "Accepted", one.what,
         one.value, f"{one.giver.name}, {one.giver.business}",
         "A supplier" if one.value > 40 else "Part of a working day",
         f"{officer}, Chief Officer", one.on + timedelta(days=2 if plan.careful else 20), None]
        for one in plan.gifts if one.registered
    ]  # fmt: skip
    _sheet(folder, "gifts and hospitality 2018-19.xlsx", f"{plan.name}: Gifts and Hospitality Register 2018/19",
           _GIFT_HEADS, rows)  # fmt: skip


def _titled(plan: Plan, title: str) -> str:
    return next(one.name.full for one in plan.members if one.title == title)


def _awards(plan: Plan) -> list[tuple[str, Sitting, Business]]:
    found = [(sitting, one) for sitting in plan.sittings for one in sitting.business if one.kind == "contract"]
    return [(f"{plan.code}/18/{at:02d}", sitting, one) for at, (sitting, one) in enumerate(found, 1)]


def _contracts(plan: Plan, folder: Path, dice: random.Random) -> None:
    nurse, officer = _titled(plan, "Chief Nurse"), _titled(plan, "Chief Officer")
    rows = []
    for reference, sitting, one in _awards(plan):
        if not plan.careful and dice.random() < 0.15:
            continue  # an award that is on no register
        noted = "; ".join(f"{touch.held.member.name.full}: {touch.held.nature} of {one.party}" for touch in one.touches)
        managed = "They were sent no paper and left for the item" if noted else "None needed"
        gap = not plan.careful and dice.random() < 0.3
        rows.append([
            reference, one.title.split(":")[0], one.title.split(":")[0], "New procurement", "CCG procurement",
            "Open tender", nurse, officer, "Governing Body" if sitting.governing_body else
            "Primary Care Commissioning Committee", sitting.on, one.party, "Yes, from all", f"{officer}; {nurse}",
            "Not applicable", noted or "None", None if gap else managed,
            None if gap else ("They would gain from the decision" if noted else "No conflict was declared"),
            f"{one.party}, 1 Mill Yard, {plan.place}", sitting.on + timedelta(days=30),
            sitting.on + timedelta(days=760), one.value, one.value, None,
        ])  # fmt: skip
    _sheet(folder, "procurement decisions 2018-19.xlsx",
           f"{plan.name}: Register of Procurement Decisions and Contracts Awarded 2018/19",
           _CONTRACT_HEADS, rows)  # fmt: skip
    heads = ["Procurement", "Bidder", "Declaration received", "Date received", "Interests declared"]
    bids = [[ref, one.party, "Yes", sitting.on - timedelta(days=40), "None"] for ref, sitting, one in _awards(plan)]
    write_sheet(
        {"layout": "plain_csv", "file": "bidders' declarations 2018-19.csv", "heads": heads, "rows": bids}, folder
    )


def _training(plan: Plan, folder: Path, dice: random.Random) -> None:
    rows: list[list[object]] = []
    for at, one in enumerate(plan.members):
        done = plan.careful or dice.random() < 0.85
        rows.append([one.name.full, one.title, date(2018, 5, 1 + at) if done else None,
                     f"{dice.choice((80, 85, 90, 95, 100))}%" if done else None])  # fmt: skip
    _sheet(folder, "training 2019-03.xlsx", f"{plan.name}: conflicts of interest training as at 31 March 2019",
           ("Name", "Role", "Module 1 date", "Module 1 score"), rows)  # fmt: skip


def _staff(plan: Plan, folder: Path) -> None:
    rows = [[one.name.full, one.title, "VSM", "Y", date(2016, 4, 1), None]
            for one in plan.members if one.role in ("executive", "nurse")]  # fmt: skip
    write_sheet(
        {"layout": "plain_csv", "file": "staff 2019-03.csv",
         "above": [[f"{plan.name}: decision-making staff as at 1 March 2019"]],
         "heads": ["Name", "Job title", "Band", "Decision maker (Y/N)", "Start date", "End date"], "rows": rows},
        folder,
    )  # fmt: skip


def _sheet(folder: Path, file: str, title: str, heads: tuple[str, ...], rows: list[list[object]]) -> None:
    write_sheet({"layout": "plain_sheet", "file": file, "sheet": "Register", "title": title, "heads": heads,
                 "rows": rows, "widths": [20] * len(heads)}, folder)  # fmt: skip


def _assurance(plan: Plan, dice: random.Random) -> dict[str, Any]:
    def kept(chance: float) -> bool:
        return plan.careful or dice.random() < chance

    address = f"https://{plan.place.lower()}.example/registers"
    published = {
        name: {"published_on": date(2018, 10, 12), "address": address} if kept(0.8) else {"published": False}
        for name in _PUBLISHED
    }
    lay = next(one for one in plan.members if one.title == "Lay Member for Governance")
    days = (date(2018, 7, 12), date(2018, 10, 11), date(2019, 1, 11), date(2019, 4, 11))
    quarters = [(f"2018/19 Q{number}", day) for number, day in enumerate(days, 1)]
    returns: list[dict[str, Any]] = [
        {"period": name, "submitted_on": day, "published_on": day + timedelta(days=14)}
        if kept(0.85) else {"period": name, "submitted": False}
        for name, day in quarters
    ]  # fmt: skip
    year = {"period": "2018/19", "submitted_on": date(2019, 4, 18), "published_on": date(2019, 5, 3),
            "training_percent": 100 if plan.careful else dice.randint(78, 97)}  # fmt: skip
    audit: dict[str, Any] = {"subject": "conflicts of interest", "year": "2018/19"}
    medical = {"subject": "primary medical care commissioning", "year": "2018/19", "reported_on": date(2019, 3, 22),
               "rating": "substantial"}  # fmt: skip
    audit |= ({"reported_on": date(2019, 3, 15), "rating": "substantial", "in_governance_statement": True}
              if kept(0.7) else {"done": False})  # fmt: skip
    return {
        "publication": published,
        "guardian": [{"name": lay.name.full, "role": lay.title, "appointed_on": date(2016, 7, 1), "audit_chair": True,
                      "provider_interest": False}],
        "policy": {"title": "Conflicts of interest policy", "approved_on": date(2017, 9, 5), "covers": "all",
                   "breach_notice_to_nhs_england": True},
        "internal_audits": [audit, *([medical] if plan.careful else [])],
        "self_certification": [*returns, year],
        "breaches": "none",
        "removed_interests": [],
        "redactions": [],
        "terms_of_reference": [{"committee": "Primary Care Commissioning Committee",
                                "invites": ["Healthwatch", "Health and wellbeing board"]}],
    }  # fmt: skip
