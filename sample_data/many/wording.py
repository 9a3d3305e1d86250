"""How the invented minutes tell what people did: one sentence or two for each deed, in the words that minutes use."""

from __future__ import annotations

from many.names import Name
from many.nouns import Business, Deed, Held, Member, Touch

_DONE = {
    "named": "The Committee APPROVED the application.",
    "shared": "The Committee APPROVED the scheme.",
    "contract": "The {body} APPROVED the award of the contract.",
    "alliance": "Too few members without an interest remained. The decision was DEFERRED to the next meeting.",
    "report": "The {body} NOTED the report.",
}


def said(item: Business, *, governing: bool, lead: Member, chair: Name, vice: Name) -> list[str]:
    """What the minutes say at one item: declarations and what was done, the paper, the decision."""
    texts = []
    if item.kind == "shared":
        texts += _together(item.touches)
    else:
        for touch in item.touches:
            texts += _alone(touch, item)
            if touch.deed is Deed.MANAGED and touch.held.member.name == chair:
                texts.append(f"{vice.short} took the chair for this item.")
    texts.append(f"{lead.name.short} presented the paper.")
    return [*texts, _DONE[item.kind].format(body="Governing Body" if governing else "Committee")]


def _interest(held: Held) -> str:
    if held.relation:
        spouse = "his spouse" if held.member.name.he == "he" else "her spouse"
        return f"an indirect financial interest in this item, because {spouse} is {held.nature} by {held.organisation}"
    if held.kind == "PERS":
        return f"a non-financial personal interest in this item as a trustee of {held.organisation}"
    role = {"GP partner": "a partner in", "Shareholder": "a shareholder of", "Director": "a director of"}
    return (
        f"a direct financial interest in this item as {role.get(held.nature, 'a paid adviser to')} {held.organisation}"
    )


def _alone(touch: Touch, item: Business) -> list[str]:
    who, he = touch.held.member.name.short, touch.held.member.name.he
    if touch.deed is Deed.UNDECLARED:
        return []
    paper = f" {he.capitalize()} had not been sent the paper for this item." if item.kind != "named" else ""
    declared = f"{who} declared {_interest(touch.held)}."
    if touch.deed is Deed.MANAGED:
        return [
            f"{declared}{paper} The Chair decided that {he} should leave for the whole of the item. {who} left the "
            "room before the discussion and returned after the decision."
        ]
    if touch.deed is Deed.THIN:
        return [f"{declared} It was agreed that {he} would leave for the item."]
    if touch.deed is Deed.WITH_REASON:
        return [
            f"{declared} The Chair decided that {he} could stay and answer questions, because nobody else knew the "
            f"service, but should take no part in the decision. {who} answered questions and took no part in the "
            "decision."
        ]
    return [f"{declared} {who} stayed in the room and took no part in the decision."]


def _together(touches: tuple[Touch, ...]) -> list[str]:
    """One sentence for all GPs, who hold the same interest: they are partners in practices that gain alike."""
    if not touches or touches[0].deed is Deed.UNDECLARED:
        return []
    who = " and ".join(one.held.member.name.short for one in touches)
    declared = f"{who} declared a financial interest in this item as partners in member practices."
    if touches[0].deed is Deed.THIN:
        return [f"{declared} It was agreed that they would take no part in the decision."]
    if touches[0].deed is Deed.WITHOUT_REASON:
        return [f"{declared} {who} spoke in the discussion and voted."]
    if touches[0].deed is Deed.WITH_REASON:
        return [
            f"{declared} The Chair decided that they could take part in the discussion and the decision, because every "
            f"practice is paid alike. {who} took part in the decision."
        ]
    return [
        f"{declared} The Chair ruled that they could stay for the discussion, because the scheme is offered to every "
        f"practice alike. {who} took no part in the decision."
    ]
