"""Whether the body has a conflicts of interest policy that covers every element it must."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from coi_audit.model.facts_of_governance import PolicyFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.BODY_POLICY


@dataclass(frozen=True, slots=True)
class Params:
    elements: tuple[str, ...]  # keys of rules/vocabulary/policy_elements.yaml


def check(facts: PolicyFacts, params: Params) -> Outcome:
    """As assurance.yaml tells. An element it neither names as covered nor as lacking is asked about."""
    if facts.exists is False:
        return not_met("The papers say that the body has no conflicts of interest policy.")
    if facts.exists is None:
        where = "Please add a section policy: to assurance.yaml" if facts.paper else "Please supply assurance.yaml"
        return cannot_tell(
            "No paper tells of a conflicts of interest policy.",
            ask=f"Did {facts.body} have a conflicts of interest policy, and which elements did it cover? {where}.",
        )
    lacking = [one for one in params.elements if one in facts.lacks]
    if lacking:
        return not_met(f"The policy lacks: {_words(lacking)}.")
    open_ = [one for one in params.elements if one not in facts.covers]
    if open_:
        return cannot_tell(
            f"The papers do not say whether the policy covers: {_words(open_)}.",
            ask=f"Does the conflicts of interest policy cover {_words(open_)}? Please look at it and note the answer "
            "in assurance.yaml.",
        )
    return met("The policy covers every element of the checklist.")


def _words(keys: Iterable[str]) -> str:
    return ", ".join(key.replace("_", " ") for key in keys)
