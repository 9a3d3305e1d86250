"""What a rulebook is made of: dated sources, rules with their versions, and the cases that prove them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

from coi_audit.model.audit import Criterion
from coi_audit.model.facts import EventFacts
from coi_audit.model.outcome import Outcome
from coi_audit.model.words import EvidenceMark, Examines, Force, RuleOutcome, Severity


class CheckLike(Protocol):
    """What the rulebook needs of a check; `coi_audit.checks.Check` is one."""

    @property
    def name(self) -> str: ...
    @property
    def examines(self) -> Examines: ...
    @property
    def params(self) -> type[Any] | None: ...
    @property
    def run(self) -> Callable[[Any, Any], Outcome]: ...


@dataclass(frozen=True, slots=True)
class Source:
    """A document cited. `in_force_from` and `in_force_until` are included; until None means still in force."""

    key: str
    title: str
    publisher: str
    in_force_from: date
    in_force_until: date | None
    url: str | None
    evidence: EvidenceMark
    note: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a source, by the section's title; paragraph numbers only where confirmed."""

    source: Source
    locator: str


@dataclass(frozen=True, slots=True)
class RuleVersion:
    """One edition's wording of a rule. `in_force_from` and `in_force_until` are both included.

    `params` is an instance of the check's `Params`, None where it has none. `severity` overrides the rule's.
    `gap` explains why the rule was silent between the version before and this one. `by_policy` is the sentence that
    tells how the body's own policy changed the version; `off` that it switched the rule off.
    """

    in_force_from: date
    in_force_until: date | None
    evidence: EvidenceMark
    citation: Citation
    params: Any = None
    severity: Severity | None = None
    gap: str | None = None
    off: bool = False
    by_policy: str | None = None

    def in_force(self, on: date) -> bool:
        """Whether this version holds on that day."""
        return self.in_force_from <= on and (self.in_force_until is None or on <= self.in_force_until)


@dataclass(frozen=True, slots=True)
class RuleCase:
    """A worked example in the rule's own file.

    `because`, where given, must stand in one of the outcome's sentences (capitals aside); `severity`, where given,
    must be the severity the finding would carry.
    """

    name: str
    facts: EventFacts
    given: Mapping[str, object]
    expect: RuleOutcome
    because: str | None = None
    severity: Severity | None = None

    @property
    def on(self) -> date:
        """The day of the event, which chooses the version."""
        return self.facts.on


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `versions` are oldest first; `file` is relative to the rules folder, with forward slashes."""

    id: str
    title: str
    area: str
    severity: Severity
    examines: Examines
    check: str
    message: str
    recommendation: str
    versions: tuple[RuleVersion, ...]
    cases: tuple[RuleCase, ...]
    question: str | None = None
    joins_interests: bool = False  # several interests of one person at one item make one finding: it is of a minute
    file: str = ""

    def version_on(self, on: date) -> RuleVersion | None:
        """The version in force on that day, None where there is none."""
        return next((version for version in self.versions if version.in_force(on)), None)

    def severity_of(self, version: RuleVersion | None, outcome: Outcome) -> Severity:
        """How much the matter weighs: the check's own word, else the version's, else the rule's.

        A version that sets `info` (an adoption grace) stands before the check's word.
        """
        if version is not None and version.severity is Severity.INFO:
            return Severity.INFO
        return outcome.severity or (version.severity if version is not None else None) or self.severity


@dataclass(frozen=True, slots=True)
class Clause:
    """What one place of one source asks, in our own words, and what answers for it: rules, a question, or nothing."""

    source: Source
    locator: str
    asks: str
    force: Force
    evidence: EvidenceMark
    rules: tuple[str, ...] = ()
    ask_the_body: str | None = None


@dataclass(frozen=True, slots=True)
class Rulebook:
    """All rules by id, sorted; `sha256` covers the name and bytes of every file of the rules folder."""

    rules: Mapping[str, Rule]
    sources: Mapping[str, Source]
    sha256: str
    folder: str = field(default="rules", compare=False)
    clauses: tuple[Clause, ...] = field(default=(), compare=False)

    def version_on(self, rule: Rule | str, on: date) -> RuleVersion | None:
        """The version of a rule (or of a rule's id) in force on that day, None where there is none."""
        found = self.rules[rule] if isinstance(rule, str) else rule
        return found.version_on(on)

    @staticmethod
    def criterion(version: RuleVersion) -> Criterion:
        """The dated source a finding under this version is measured against."""
        source = version.citation.source
        return Criterion(
            document=source.title,
            locator=version.citation.locator,
            url=source.url,
            evidence_mark=version.evidence,
            in_force_from=version.in_force_from,
            in_force_until=version.in_force_until,
        )
