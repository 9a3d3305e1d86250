"""Whether a person whom the law wants on the register of interests stands on it."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.checks._registers import missing_from_register, no_staff_list, of_another_kind
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, met
from coi_audit.model.words import BodyKind, Examines

EXAMINES = Examines.MEMBER


@dataclass(frozen=True, slots=True)
class Params:
    """`body_kind`: the kind of body whose register the source speaks of."""

    body_kind: BodyKind


def check(facts: MemberFacts, params: Params) -> Outcome:
    """A row or a nil return will do: what it says is other rules' matter."""
    return (
        of_another_kind(facts, params.body_kind)
        or no_staff_list(facts)
        or missing_from_register(facts)
        or met(f"The register names {facts.member}.")
    )
