"""What a check answers."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.words import RuleOutcome, Severity


@dataclass(frozen=True, slots=True)
class Outcome:
    """A check's answer: `because` gives the facts it rested on in plain sentences, `ask` the question to put to the
    body where the papers do not tell, `severity` overrides the rule's own where the rule has two."""

    kind: RuleOutcome
    because: tuple[str, ...] = ()
    ask: str | None = None
    severity: Severity | None = None


def met(*because: str) -> Outcome:
    """The rule is met."""
    return Outcome(RuleOutcome.MET, because)


def not_met(*because: str, severity: Severity | None = None) -> Outcome:
    """The rule is not met; at least one sentence must say why."""
    return Outcome(RuleOutcome.NOT_MET, because, severity=severity)


def cannot_tell(*because: str, ask: str) -> Outcome:
    """The papers do not tell; `ask` is the question that would settle it."""
    return Outcome(RuleOutcome.CANNOT_TELL, because, ask=ask)


def not_applicable(*because: str) -> Outcome:
    """The rule does not speak of this case."""
    return Outcome(RuleOutcome.NOT_APPLICABLE, because)
