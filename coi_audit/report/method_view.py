"""What the method page counts: rules by mark and by the document in force, and everything that was not tested."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.model.audit import Audit
from coi_audit.model.words import EvidenceMark, RuleOutcome
from coi_audit.report.words import day, listed, words
from coi_audit.rulebook.clauses import coverage
from coi_audit.rulebook.types import Clause, Rule, Rulebook, RuleVersion, Source

_SPOKEN = (RuleOutcome.MET, RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL, RuleOutcome.FAILED_TO_RUN)
_SUREST_FIRST = (EvidenceMark.SEEN, EvidenceMark.RECALLED, EvidenceMark.DESIGN)


@dataclass(frozen=True, slots=True)
class MarkLine:
    """One mark: how many rules of those in force rest on it, and how many versions of the whole rulebook."""

    mark: str
    in_force: int
    versions: int


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A document the rules cite. `rules` counts those whose version in force in the period cites it."""

    key: str
    title: str
    publisher: str
    in_force: str
    mark: str
    rules: int


@dataclass(frozen=True, slots=True)
class AskLine:
    """A question only the body can answer, with the clauses it comes from."""

    question: str
    asks: str
    where: str


@dataclass(frozen=True, slots=True)
class MethodView:
    """Of the period alone, but for `marks` and `sources`, which also tell of the whole rulebook.

    `silent` are rules in force with nothing to speak of, `not_in_force` those that held on no day of it.
    """

    period: str
    rules: int
    in_force: int
    marks: tuple[MarkLine, ...]
    sources: tuple[SourceLine, ...]
    silent: tuple[str, ...]
    not_in_force: tuple[str, ...]
    clauses: int
    tested: int
    asks: tuple[AskLine, ...]
    uncovered: tuple[AskLine, ...]


def method_view(audit: Audit, rulebook: Rulebook) -> MethodView:
    """Count everything for one audit."""
    days = days_of(audit)
    held = {rule.id: found for rule in rulebook.rules.values() if (found := _versions_in(rule, days))}
    parts = coverage(rulebook)
    then = [one for one in rulebook.clauses if _overlaps(one.source.in_force_from, one.source.in_force_until, days)]
    spoken = {rule for rule in rulebook.rules if _spoke(audit, rule)}
    return MethodView(
        period=f"{day(days[0])} to {day(days[1])}",
        rules=len(rulebook.rules),
        in_force=len(held),
        marks=_marks(rulebook, held),
        sources=_sources(rulebook, held),
        silent=tuple(rule for rule in sorted(held) if rule not in spoken),
        not_in_force=tuple(rule for rule in sorted(rulebook.rules) if rule not in held and rule not in spoken),
        clauses=len(then),
        tested=sum(bool(one.rules) for one in then),
        asks=_asks([one for one in parts.asked if one in then]),
        uncovered=_asks([one for one in parts.uncovered if one in then]),
    )


def days_of(audit: Audit) -> tuple[date, date]:
    """The first and the last day the audit speaks for, both included."""
    if audit.assessment is not None:
        return audit.assessment.first_day, audit.assessment.last_day
    last = min(audit.as_of, audit.scope.period_to or audit.as_of)
    return min(audit.scope.period_from or min(audit.scope.meetings, default=last), last), last


def _spoke(audit: Audit, rule: str) -> bool:
    return any(audit.rule_outcomes.get(rule, {}).get(kind, 0) for kind in _SPOKEN)


def _overlaps(first: date, last: date | None, days: tuple[date, date]) -> bool:
    return first <= days[1] and days[0] <= (last or date.max)


def _versions_in(rule: Rule, days: tuple[date, date]) -> tuple[RuleVersion, ...]:
    return tuple(one for one in rule.versions if _overlaps(one.in_force_from, one.in_force_until, days))


def _marks(rulebook: Rulebook, held: dict[str, tuple[RuleVersion, ...]]) -> tuple[MarkLine, ...]:
    """A rule with versions of several marks takes the least sure of them."""
    least = Counter(max((one.evidence for one in found), key=_SUREST_FIRST.index) for found in held.values())
    every = Counter(version.evidence for rule in rulebook.rules.values() for version in rule.versions)
    return tuple(MarkLine(words(mark), least[mark], every[mark]) for mark in EvidenceMark)


def _sources(rulebook: Rulebook, held: dict[str, tuple[RuleVersion, ...]]) -> tuple[SourceLine, ...]:
    """Every document that a rule cites, oldest first."""
    cited = {one.citation.source.key: one.citation.source for rule in rulebook.rules.values() for one in rule.versions}
    rules = Counter(key for found in held.values() for key in {one.citation.source.key for one in found})
    ordered = sorted(cited.values(), key=lambda one: (one.in_force_from, one.title))
    return tuple(_line(one, rules[one.key]) for one in ordered)


def _line(source: Source, rules: int) -> SourceLine:
    return SourceLine(source.key, source.title, source.publisher, _held(source), words(source.evidence), rules)


def _held(source: Source) -> str:
    if source.in_force_until is None:
        return f"from {day(source.in_force_from)}"
    return f"{day(source.in_force_from)} to {day(source.in_force_until)}"


def _asks(clauses: Sequence[Clause]) -> tuple[AskLine, ...]:
    """One line a question, with every place it comes from."""
    groups: dict[tuple[str, str], list[Clause]] = {}
    for one in clauses:
        groups.setdefault((one.ask_the_body or "", one.asks), []).append(one)
    return tuple(AskLine(question, asks, _where(found)) for (question, asks), found in groups.items())


def _where(found: Sequence[Clause]) -> str:
    """`SG16 and SG17, “Declaring interests”`: the keys stand in the table of documents."""
    places: dict[str, list[str]] = {}
    for one in found:
        places.setdefault(one.locator, []).append(one.source.key)
    return "; ".join(f"{listed(keys)}, “{locator}”" for locator, keys in places.items())
