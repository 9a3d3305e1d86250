"""Whether a board member's part in private healthcare was weighed before it could harm the body's independence."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.facts import InterestFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_applicable, not_met
from coi_audit.model.words import BodyKind, Examines

EXAMINES = Examines.INTEREST


@dataclass(frozen=True, slots=True)
class Params:
    """`review_words`: any of them, or a word that begins so, in the action taken tells that it was weighed."""

    review_words: tuple[str, ...]


def check(facts: InterestFacts, params: Params) -> Outcome:
    """Whether the part undermines independence is the chair's judgement: asked for here is that it was made."""
    if facts.body_kind is not BodyKind.ICB or not facts.board_member:
        return not_applicable(f"{facts.member} is no member of an integrated care board.")
    if facts.private_healthcare is False or not facts.involved or facts.direct is False:
        return not_applicable("It is no part of the person's own in private healthcare.")
    who = facts.organisation or facts.interest
    ask = f"Did the chair consider whether the part {facts.member} has in {who} could undermine independence?"
    if facts.private_healthcare is None:
        return cannot_tell(f"The papers do not say whether {who} provides private healthcare.", ask=ask)
    if facts.mitigation is None:
        return cannot_tell("The register has no column for what was done about it.", ask=ask)
    if not facts.mitigation.strip():
        return not_met(f"The register leaves empty what was done about the part in {who}.")
    told = f" {facts.mitigation.casefold()}"
    if any(f" {word}" in told for word in params.review_words):
        return met(f"The register gives: {facts.mitigation.rstrip('.')}.")
    return cannot_tell(f"The register gives: {facts.mitigation.rstrip('.')}.", ask=ask)
