"""What the checks on gifts share: the register that is not there, kinds that another rule looks at, sums in words."""

from __future__ import annotations

from coi_audit.model.facts_of_gifts import GiftFacts
from coi_audit.model.gifts import GiftKind, GiverKind
from coi_audit.model.outcome import Outcome, cannot_tell, not_applicable

_KINDS = {
    GiftKind.GIFT: "a gift",
    GiftKind.CASH: "money or a voucher",
    GiftKind.HOSPITALITY: "a meal or other hospitality",
    GiftKind.TRAVEL: "travel or accommodation",
    GiftKind.SPONSORSHIP: "sponsorship",
    GiftKind.DONATION: "a donation",
    GiftKind.UNKNOWN: "of a kind that is not told",
}


def pounds(value: float) -> str:
    """£1,250 or £4.50."""
    return f"£{value:,.0f}" if value == int(value) else f"£{value:,.2f}"


def no_paper(facts: GiftFacts) -> Outcome | None:
    """Cannot tell where no register of gifts is in the folder; every rule asks for it in the same words."""
    if facts.paper:
        return None
    return cannot_tell(
        "No register of gifts and hospitality is among the papers.",
        ask=f"Please supply the register of gifts and hospitality of {facts.body}, or its nil return, showing for each "
        "offer who had it, when, what it was, its value, who offered it, whether it was accepted, why, and who "
        "approved it.",
    )


def other_kind(facts: GiftFacts, *wanted: GiftKind) -> Outcome | None:
    """Silent about an offer of another kind."""
    if facts.kind in wanted:
        return None
    return not_applicable(f"The offer was {_KINDS[facts.kind]}.")


def declined(facts: GiftFacts) -> bool:
    return facts.accepted is False


def kind_not_told(facts: GiftFacts) -> Outcome | None:
    """Cannot tell where the words do not say what was offered."""
    if facts.kind is not GiftKind.UNKNOWN:
        return None
    return cannot_tell(
        f"{facts.told_by} does not say plainly what was offered.",
        ask=f'What was offered to {facts.recipient} ("{facts.gift}"): a gift, a meal, travel, money, or sponsorship?',
    )


def giver_not_told(facts: GiftFacts) -> Outcome | None:
    """Cannot tell where nothing shows whether the giver does business with the body."""
    if facts.giver_kind is not GiverKind.UNKNOWN:
        return None
    return cannot_tell(
        f"Nothing shows whether {facts.giver} supplies {facts.body} or may come to.",
        ask=f"Is {facts.giver}, who offered {facts.recipient} {facts.gift}, a supplier or contractor of {facts.body}, "
        "current or likely, or somebody else, such as a patient?",
    )


def acceptance_not_told(facts: GiftFacts) -> Outcome | None:
    """Cannot tell where nothing shows whether it was taken or turned down."""
    if facts.accepted is not None:
        return None
    return cannot_tell(
        f"{facts.told_by} does not say whether it was accepted or declined.",
        ask=f"Did {facts.recipient} accept or decline {facts.gift} from {facts.giver}?",
    )


def value_not_told(facts: GiftFacts) -> Outcome:
    """Cannot tell without the value."""
    return cannot_tell(
        f"{facts.told_by} does not tell its value.",
        ask=f"What was {facts.gift} that {facts.giver} offered to {facts.recipient} worth?",
    )
