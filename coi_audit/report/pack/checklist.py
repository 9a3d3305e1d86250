"""The declarations checklist: each duty before, during and after the meeting, ticked where the papers show it done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from coi_audit.model.audit import Audit
from coi_audit.model.words import Action, EvidenceMark, RuleOutcome
from coi_audit.report.pack.blocks import Cell, Column, Part, Style, Table, cell, text, tick, ticked
from coi_audit.report.pack.people import PackMeeting, bare
from coi_audit.report.words import count, day, listed, words
from coi_audit.rulebook.types import Source

_DECLARE_WITHIN = 28  # days, for an interest first told at the meeting
_MOST_NAMED = 4
_ANNEX_FROM, _ANNEX_UNTIL = "SG16", "SG17"


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. `done` where the papers show it; `shown` says what they show."""

    phase: str
    what: str
    owner: str
    done: bool
    shown: str


def checklist(meeting: PackMeeting, audit: Audit, sources: Mapping[str, Source]) -> Part:
    """The part with the thirteen duties."""
    columns = (
        Column("When", 18), Column("Duty"), Column("Owner", 31), Column("Done", 14), Column("What the papers show", 54),
    )  # fmt: skip
    rows = tuple(_row(one) for one in duties(meeting, audit))
    mark = words(EvidenceMark.RECALLED)
    note = f"{_whence(audit_day(meeting), sources)} They are told here in other words than those printed; {mark}."
    return Part(
        f"{meeting.view.anchor}-checklist",
        "Declarations checklist",
        (Table(columns, rows), text(note, style=Style.SMALL)),
        whom="For the chair and the secretary.",
    )


def audit_day(meeting: PackMeeting) -> date:
    """The day of the meeting."""
    return meeting.audit.date


def _whence(on: date, sources: Mapping[str, Source]) -> str:
    known = [sources[key] for key in (_ANNEX_FROM, _ANNEX_UNTIL) if key in sources]
    there = [
        one for one in known if one.in_force_from <= on and (one.in_force_until is None or on <= one.in_force_until)
    ]
    if there:
        return f"The duties are those of the checklist in Annex E of “{there[0].title}”."
    return (
        "The duties are those of the checklist in Annex E of the guidance for clinical commissioning groups of 2016 "
        "and 2017, which was not in force on this day: good practice, no more."
    )


def _row(one: Duty) -> tuple[Cell, ...]:
    return cell(one.phase), cell(one.what), cell(one.owner), cell(ticked() if one.done else tick()), cell(one.shown)


def duties(meeting: PackMeeting, audit: Audit) -> tuple[Duty, ...]:
    """All thirteen, in order."""
    return (*_before(meeting, audit), *_during(meeting, audit), *_after(meeting))


def _before(meeting: PackMeeting, audit: Audit) -> Iterator[Duty]:
    item = next((one for one in meeting.items if one.procedure == "declarations"), None)
    yield Duty(
        "Before",
        "Declarations of interest stand on the agenda as an item of their own",
        "Chair and secretary",
        item is not None,
        f"Item {item.view.number or item.view.title}" if item else "No such item was found on the agenda",
    )
    yield Duty("Before", "What a conflict of interest is goes out with the agenda", "Chair and secretary", False,
               "They do not show it")  # fmt: skip
    sent = [(file, on) for file, on in meeting.preparation.circulated if on is not None and on < meeting.audit.date]
    yield Duty(
        "Before",
        "The agenda goes out early enough for everybody, visitors too, to see what touches them",
        "Chair and secretary",
        bool(sent),
        "; ".join(f"{file}: sent out {day(on)}" for file, on in sent) or "The agenda does not say when it was sent out",
    )
    people = len(meeting.conflicted)
    notices = f"This pack has {count(people, 'notice')} to send" if people else "Nobody is known to have one"
    yield Duty("Before", "Members tell the chair as soon as they see a conflict", "Members", False, notices)
    yield _sub_groups(meeting)
    yield Duty(
        "Before",
        "The register is held against the agenda",
        "Chair",
        True,
        f"By this pack, with what was known on {day(audit.as_of)}",
    )
    yield _withheld(meeting)


def _sub_groups(meeting: PackMeeting) -> Duty:
    reports = [one.group for one in meeting.preparation.sub_group_reports]
    reports += [name for one in meeting.items if (name := one.audit.classification.sub_group)]
    told = listed(list(dict.fromkeys(reports)))
    return Duty(
        "Before",
        "Conflicts that sub-groups reported are looked through",
        "Chair",
        False,
        f"To look through: {told}" if told else "No report of a sub-group is among the papers",
    )


def _withheld(meeting: PackMeeting) -> Duty:
    due = [(name, item.view.number or item.view.title) for item in meeting.items for name in item.view.withhold]
    noted = {(one.person, bare(number)) for one in meeting.preparation.withheld for number in one.items}
    open_ = [f"{name}, item {number}" for name, number in due if (name, bare(number)) not in noted]
    if not due:
        shown = "Nobody is to be left out of any papers"
    else:
        shown = f"Still to be noted: {_some(open_)}" if open_ else "The attendance paper withholds them"
    return Duty("Before", "Those with a conflict are not sent private papers for that item", "Chair", not open_, shown)


def _some(told: list[str]) -> str:
    """The first few, and how many more."""
    more = len(told) - _MOST_NAMED
    return "; ".join(told[:_MOST_NAMED]) + (f"; and {more} more, under “Papers to withhold”" if more > 0 else "")


def _during(meeting: PackMeeting, audit: Audit) -> Iterator[Duty]:
    yield _minuted("The quorum is declared, and minuted", "Chair", meeting, audit, "MIN-02")
    yield _minuted("Those present are asked for declarations not made so far, with their nature", "Chair", meeting,
                   audit, None)  # fmt: skip
    due = [one for item in meeting.items for one in item.people if one.action.strength >= Action.NOTE.strength]
    ruled = sum(one.ruling is not None for one in due)
    yield Duty(
        "During",
        "How each interest is managed is decided case by case, and recorded",
        "Chair",
        bool(due) and ruled == len(due),
        f"{ruled} of {len(due)} ruled on beforehand" if due else "None is known so far",
    )
    yield _minuted("The minutes hold what they must (draft wording is in this pack)", "Secretary", meeting, audit,
                   "MIN-01")  # fmt: skip


def _minuted(what: str, owner: str, meeting: PackMeeting, audit: Audit, rule: str | None) -> Duty:
    """A duty of the meeting itself: only minutes can show it, and the rule on them has looked."""
    if not meeting.view.held:
        return Duty("During", what, owner, False, "At the meeting")
    counts = audit.rule_outcomes.get(rule or "", {})
    fault = counts.get(RuleOutcome.NOT_MET, 0) + counts.get(RuleOutcome.CANNOT_TELL, 0)
    done = counts.get(RuleOutcome.MET, 0) > 0 and not fault
    return Duty("During", what, owner, done, "The minutes show it" if done else "To be looked for in the minutes")


def _after(meeting: PackMeeting) -> Iterator[Duty]:
    by = day(meeting.audit.date + timedelta(days=_DECLARE_WITHIN))
    yield Duty("After", "New interests are put on a declaration form", "Whoever holds them", False,
               f"By {by} for what is first told at this meeting")  # fmt: skip
    yield Duty("After", "The register is brought up to date", "Keeper of the register", False, "After the meeting")
