"""What the checks on the register share: who is missing from it, and whether that can be told."""

from __future__ import annotations

from datetime import date

from coi_audit.model.dates import add_months, in_words
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, not_applicable, not_met
from coi_audit.model.words import BodyKind


def of_another_kind(facts: MemberFacts, kind: BodyKind) -> Outcome | None:
    """Silent about a body of the other kind."""
    if facts.body_kind is kind:
        return None
    return not_applicable(f"{facts.body} is no {kind.value.upper()}.")


def no_staff_list(facts: MemberFacts) -> Outcome | None:
    """Cannot tell where nobody is meant, because no paper lists the employees."""
    if facts.paper:
        return None
    return cannot_tell(
        "No list of staff is among the papers, so only members of committees were looked for on the register.",
        ask=f"Please supply the list of employees of {facts.body} who take part in its decisions (name, post, band, "
        "from, to). Is each of them on the register?",
    )


def missing_from_register(facts: MemberFacts) -> Outcome | None:
    """Not met, or cannot tell, where the register does not name the person; None where it does."""
    day = in_words(facts.on)
    ask = f"Was {facts.member} on the register of interests on {day}?"
    if facts.on_register is None:
        return cannot_tell("There is no register of that time among the papers.", ask=ask)
    if facts.on_register:
        return _only_later(facts) if facts.only_later_declaration else None
    if facts.name_in_doubt:
        return cannot_tell(
            f'The register holds "{facts.name_in_doubt}", who may be {facts.member} or somebody else.',
            ask=f'Is "{facts.name_in_doubt}" on the register the same person as {facts.member}?',
        )
    if facts.by_invitation:
        return cannot_tell(
            f"No edition names {facts.member}, who holds a seat without a vote for another body.",
            ask=f"Is {facts.member} a member of {facts.committee}, or invited to it only?",
        )
    if facts.deputy:
        return cannot_tell(
            f"No edition names {facts.member}, who sat as a deputy on {day}.",
            ask=f"In what capacity did {facts.member} deputise, and where is the declaration?",
        )
    if not facts.register_of_office:
        return cannot_tell(
            f"No edition names {facts.member}, and none among the papers is of a day on which it should.",
            ask=f"Please supply the register as it stood while {facts.member} was in post.",
        )
    return not_met(f"No edition of the register names {facts.member}.")


_FIRST_ROUND_MONTHS = 3  # a round of forms so soon after somebody came is their first declaration


def declared_in_round(facts: MemberFacts) -> bool:
    """Whether the first declaration known came with everybody else's, a while after the role began, and the papers
    hold no older edition: it may be a refresh of what an edition that is not there shows."""
    if facts.started_on is None or facts.first_declared_on is None or not facts.first_declared_in_round:
        return False
    later = facts.first_declared_on > add_months(facts.started_on, _FIRST_ROUND_MONTHS)
    return later and facts.edition_without_on is None


def shown_first(facts: MemberFacts, *, by: date) -> bool:
    """Whether the first declaration known is only an edition that shows the person, and no edition from the day `by`
    on and before it lacks them: then the papers cannot tell since when they stood on the register."""
    without = facts.edition_without_on
    return facts.first_declared_by_edition and (without is None or without < by)


def _only_later(facts: MemberFacts) -> Outcome:
    day = in_words(facts.on)
    return cannot_tell(
        f"The register first names {facts.member} after {day}.",
        ask=f"Since when has {facts.member} stood on the register?",
    )
