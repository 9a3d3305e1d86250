"""How long after they began interests were declared: the answer of the rule that measures it, with days and cells."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.facts_of_register import InterestUnit, interest_units
from coi_audit.model.dates import in_words
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.later import AfterBeginning, DeclaredLate
from coi_audit.model.words import RuleOutcome
from coi_audit.rulebook.apply import Applied, apply_rule

_CHECK = "late_declaration"  # the check of the rules that measure a declaration against the day an interest began


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rule says of one interest. `keys` are those of all rows that tell of it.

    `after` is None where the papers give no beginning or no declaration.
    """

    keys: tuple[str, ...]
    outcome: RuleOutcome
    after: AfterBeginning | None


def judged_interests(audited: Audited) -> Iterator[Judged]:
    """Every interest that a rule in force measures, by the same facts and check as its findings."""
    book = audited.knowledge
    rules = [one for one in book.rulebook.rules.values() if one.check == _CHECK]
    for unit in interest_units(audited.case, audited.everybody, audited.as_of):
        for rule in rules:
            applied = apply_rule(rule, book.checks[rule.check], unit.facts)
            kind = applied.outcome.kind
            if kind in (RuleOutcome.MET, RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL):
                yield Judged(tuple(one.key for one in unit.rows), kind, _after(unit, applied))


def declared_late(found: Sequence[Judged]) -> DeclaredLate:
    """Those found late, the longest first, and how many were in time or cannot be told."""
    late = [one.after for one in found if one.outcome is RuleOutcome.NOT_MET and one.after is not None]
    counted = Counter(one.outcome for one in found)
    late.sort(key=lambda one: (-(one.late_by or 0), one.began, [cell.place() for cell in one.cells]))
    return DeclaredLate(tuple(late), counted[RuleOutcome.MET], counted[RuleOutcome.CANNOT_TELL])


def _after(unit: InterestUnit, applied: Applied) -> AfterBeginning | None:
    facts = unit.facts
    first, declared = facts.held_from or facts.aware_on, facts.declared_on
    if first is None or declared is None:
        return None
    began = max(first, facts.held_from_latest or first)
    if declared <= began:
        return None
    kind, outcome = applied.outcome.kind, applied.outcome
    allowed = getattr(applied.version.params, "days", None) if applied.version is not None else None
    return AfterBeginning(
        began=began,
        declared=declared,
        days=(declared - began).days,
        allowed=allowed if kind is RuleOutcome.NOT_MET else None,
        doubt=" ".join(outcome.because) if kind is RuleOutcome.CANNOT_TELL else "",
        cells=tuple(_cells(unit, declared)),
    )


def _cells(unit: InterestUnit, declared: date) -> Iterator[SourceRef]:
    """Where the beginning stands, and where the declaration."""
    begun = [one for one in unit.rows if one.held_from is not None]
    if begun:
        row = min(begun, key=lambda one: one.held_from.earliest if one.held_from is not None else date.max)
        yield cell_of(row, "From", row.from_text or str(row.held_from))
    row = next((one for one in unit.rows if one.declared_on == declared), unit.interest)
    yield cell_of(row, "Declared on", declared) if row.declared_on == declared else row.source


def cell_of(row: Interest, heading: str, told: date | str) -> SourceRef:
    """One cell of a register's row, with what stands there."""
    text = in_words(told) if isinstance(told, date) else told
    return row.source.model_copy(update={"column": heading, "text": text})
