"""A body's year as its governance lead looks at it: the opinion, the areas, and findings to filter and to judge."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.model.audit import Audit, Finding
from coi_audit.model.given import Action, ActionState
from coi_audit.model.words import Action as Required
from coi_audit.model.words import RuleOutcome, Severity
from coi_audit.report.findings_view import MatterView, matter, where_words
from coi_audit.report.tallies import HEAVIEST_FIRST, cannot_tell, not_met, tally
from coi_audit.report.words import SEVERITY_SIGN, count, day, listed, sentence, words

PAGE = 25  # findings shown at once


@dataclass(frozen=True, slots=True)
class Filter:
    """What findings are asked for; an empty value asks for all. `words` must all stand in a finding's own words."""

    answer: str = RuleOutcome.NOT_MET.value
    area: str = ""
    weight: str = ""
    person: str = ""
    meeting: str = ""
    words: str = ""
    page: int = 1


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a filter, with how many findings it leaves beside the other filters."""

    value: str
    label: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class FindingView:
    """One finding: in a line, and everything about it."""

    fingerprint: str
    title: str
    where: str
    sign: str
    weight: str
    key: str
    statement: str
    ask: str
    matter: MatterView


@dataclass(frozen=True, slots=True)
class Findings:
    """The findings a filter leaves: those of its page, how many there are, and what else could be chosen."""

    shown: tuple[FindingView, ...]
    number: int
    all: int
    pages: int
    page: int
    first: int  # place of the first one shown among them all
    options: dict[str, tuple[Option, ...]]


def findings_of(audit: Audit, asked: Filter) -> Findings:
    """The findings a filter leaves, heaviest first, within a weight by day, item and person."""
    pile = cannot_tell(audit) if asked.answer == RuleOutcome.CANNOT_TELL.value else not_met(audit)
    pile = sorted(pile, key=_order)
    left = [one for one in pile if _fits(one, asked)]
    pages = max(1, -(-len(left) // PAGE))
    page = min(max(asked.page, 1), pages)
    return Findings(
        shown=tuple(_view(one, audit) for one in left[(page - 1) * PAGE : page * PAGE]),
        number=len(left),
        all=len(pile),
        pages=pages,
        page=page,
        first=(page - 1) * PAGE + 1,
        options=_options(pile, asked),
    )


def finding_of(audit: Audit, fingerprint: str) -> FindingView | None:
    """One finding by its number; None where this audit does not raise it."""
    found = next((one for one in audit.findings if one.fingerprint == fingerprint), None)
    return _view(found, audit) if found is not None else None


def _order(one: Finding) -> tuple[int, str, str, str, str]:
    return (-one.severity.rank, str(one.meeting or ""), one.item or "", one.person or "", one.rule_id)


def _fits(one: Finding, asked: Filter) -> bool:
    own = (one.area, one.severity.value, one.person or "", str(one.meeting or ""))
    wanted = (asked.area, asked.weight, asked.person, asked.meeting)
    if any(value and value != there for value, there in zip(wanted, own, strict=True)):
        return False
    told = " ".join((one.title, one.statement, one.rule_id, one.person or "", *one.because)).casefold()
    return all(word in told for word in asked.words.casefold().split())


def _options(pile: Sequence[Finding], asked: Filter) -> dict[str, tuple[Option, ...]]:
    weights = Counter(one.severity for one in pile)
    days = sorted({one.meeting for one in pile if one.meeting is not None})
    return {
        "area": _listed(sorted({one.area for one in pile}), asked.area, sentence),
        "weight": tuple(
            Option(one.value, sentence(words(one)), one.value == asked.weight) for one in HEAVIEST_FIRST if weights[one]
        ),
        "person": _listed(sorted({one.person for one in pile if one.person}), asked.person, str),
        "meeting": tuple(Option(one.isoformat(), day(one), one.isoformat() == asked.meeting) for one in days),
    }


def _listed(values: Iterable[str], chosen: str, label: Callable[[str], str]) -> tuple[Option, ...]:
    return tuple(Option(one, label(one), one == chosen) for one in values)


def _view(one: Finding, audit: Audit) -> FindingView:
    return FindingView(
        fingerprint=one.fingerprint,
        title=one.title,
        where=", ".join(part for part in (one.person, where_words(one, audit)) if part),
        sign=SEVERITY_SIGN[one.severity],
        weight=words(one.severity),
        key=_KEYS[one.severity],
        statement=one.statement,
        ask=one.ask or "",
        matter=matter([one], audit),
    )


_KEYS = {
    Severity.CRITICAL: "red",
    Severity.HIGH: "orange",
    Severity.MEDIUM: "yellow",
    Severity.LOW: "blue",
    Severity.INFO: "grey",
}


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """One meeting of the year in a line."""

    on: date
    committee: str
    items: int
    conflicts: int
    raised: int


def meeting_lines(audit: Audit) -> tuple[MeetingLine, ...]:
    """The meetings by day, each with its items, conflicts that ask for action, and findings not met."""
    raised = Counter((one.meeting, one.committee) for one in not_met(audit))
    return tuple(
        MeetingLine(
            one.date,
            one.committee,
            len(one.items),
            sum(
                conflict.required_action.strength > Required.NOTE.strength
                for item in one.items
                for conflict in item.conflicts
            ),
            raised[(one.date, one.committee)],
        )
        for one in sorted(audit.meetings, key=lambda each: (each.date, each.committee))
    )


def told_apart(audit: Audit) -> str:
    """The piles that are no findings, so that none is silent: what was not read, ruled, asked of items, or failed."""
    found = tally(audit)
    piles = (
        (found.missing, "meeting that left no papers", "meetings that left no papers"),
        (found.rejected, "part of a paper that was not understood", "parts of papers that were not understood"),
        (found.item_questions, "question on an item", "questions on items"),
        (found.waived, "finding that a ruling covers", "findings that a ruling covers"),
        (found.failed, "rule that failed to run", "rules that failed to run"),
    )
    told = [count(number, one, many) for number, one, many in piles if number]
    return f"And besides: {listed(told)}." if told else "Every part of every paper was understood, and every rule ran."


def action_piles(audit: Audit) -> tuple[tuple[str, tuple[Action, ...]], ...]:
    """The actions that are followed: overdue by the day they were due, open, done, dropped."""
    actions = audit.kept.actions if audit.kept is not None else ()
    late = [one for one in actions if _overdue(one, audit.as_of)]
    still = [one for one in actions if one.state is ActionState.OPEN and one not in late]
    return (
        ("Overdue", tuple(sorted(late, key=lambda one: (one.due or date.max, one.number)))),
        ("Open", tuple(sorted(still, key=lambda one: (one.due or date.max, one.number)))),
        ("Done", tuple(one for one in actions if one.state is ActionState.DONE)),
        ("Dropped", tuple(one for one in actions if one.state is ActionState.DROPPED)),
    )


def actions_told(audit: Audit) -> str:
    """`12 actions: 2 overdue, 9 open and 1 done.`"""
    piles = [(title.lower(), len(own)) for title, own in action_piles(audit) if own]
    if not piles:
        return "No action is followed yet."
    told = listed([f"{number} {title}" for title, number in piles])
    return f"{count(sum(number for _, number in piles), 'action')}: {told}."


def _overdue(one: Action, as_of: date) -> bool:
    return one.state is ActionState.OPEN and one.due is not None and one.due < as_of
