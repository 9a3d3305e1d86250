"""A rule put to the facts of one event: the one place where a check that crashes is caught."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum
from functools import cache
from string import Template

from coi_audit.model.dates import in_words
from coi_audit.model.facts import EventFacts
from coi_audit.model.outcome import Outcome, not_applicable
from coi_audit.model.words import Action, RuleOutcome, Severity
from coi_audit.rulebook.types import CheckLike, Rule, RuleVersion

_ABBREVIATIONS = ("gp", "hwb", "lmc", "ccg", "icb", "pccc")


@dataclass(frozen=True, slots=True)
class Applied:
    """What a rule said of one event, under which version (None: none was in force), and how much it weighs."""

    outcome: Outcome
    version: RuleVersion | None
    severity: Severity


def apply_rule(rule: Rule, check: CheckLike, facts: EventFacts) -> Applied:
    """The outcome under the version in force on `facts.on`. Never raises for what the check does."""
    version = rule.version_on(facts.on)
    if version is None:
        silent = f"No version of {rule.id} was in force on {in_words(facts.on)}."
        return Applied(Outcome(RuleOutcome.NOT_IN_FORCE, (silent,)), None, rule.severity)
    if version.off:
        return Applied(not_applicable(version.by_policy or "Switched off."), version, rule.severity)
    try:
        outcome = check.run(facts, version.params)
        if not isinstance(outcome, Outcome):
            raise TypeError(f"the check gave {type(outcome).__name__}, not an Outcome")
    except Exception as crash:  # one rule that crashes must neither stop the others nor look clean
        what = f"The check {rule.check} stopped with {type(crash).__name__}: {crash}"
        outcome = Outcome(RuleOutcome.FAILED_TO_RUN, (what,), ask=None)
    if version.by_policy is not None:
        outcome = replace(outcome, because=(*outcome.because, version.by_policy))
    return Applied(outcome, version, rule.severity_of(version, outcome))


def render_message(rule: Rule, facts: EventFacts) -> str:
    """The rule's message with the facts filled in: words for closed values, days written out. It says "not met"."""
    return _filled(rule.message, facts)


def render_statement(rule: Rule, facts: EventFacts, outcome: Outcome) -> str:
    """What a finding states: the message where the rule is not met, else only what is open or went wrong."""
    if outcome.kind is RuleOutcome.NOT_MET:
        return render_message(rule, facts)
    if outcome.kind is RuleOutcome.CANNOT_TELL:
        if getattr(facts, "paper", True) is False and outcome.because:
            return outcome.because[0]  # with no paper there is nobody and nothing to fill the question with
        return _filled(rule.question, facts) if rule.question else f"The papers do not tell: {rule.title}."
    return " ".join(outcome.because) or f"{rule.id}: {rule.title}."


def _filled(text: str, facts: EventFacts) -> str:
    template, names = _template(text)
    return template.substitute({name: _in_words(getattr(facts, name)) for name in names})


@cache
def _template(text: str) -> tuple[Template, tuple[str, ...]]:
    template = Template(text)
    return template, tuple(template.get_identifiers())


def _in_words(value: object) -> str:
    if value is None or value == "":
        return "not stated"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Action):
        return value.in_words
    if isinstance(value, Enum):
        word = str(value.value)
        return word.upper() if word in _ABBREVIATIONS else word.replace("_", " ")
    if isinstance(value, date):
        return in_words(value)
    return str(value)
