"""The registers as they may be published: no family, no private giver, nothing withheld, nothing that ended long ago.

Everything that a writer is given is masked here: no field that the public is not to see is passed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.registers.basis import bases_of
from coi_audit.audit.registers.known import masks_of
from coi_audit.audit.registers.masks import Masks, relationship_words, speaks_of_somebody
from coi_audit.audit.registers.redactions import Withheld, withheld_of
from coi_audit.model.evidence import SourceRef
from coi_audit.model.gifts import Gift
from coi_audit.model.interests import Interest, NilReturn
from coi_audit.model.outgoing import (
    Circle,
    Holder,
    KeptGift,
    KeptInterest,
    KeptNil,
    KeptProcurement,
    KeptRegisters,
    LeftOver,
    ListKind,
    Standing,
)
from coi_audit.model.procurement import Procurement
from coi_audit.model.words import Relationship, Tie
from coi_audit.rulebook.masking_words import MaskingWords
from coi_audit.rulebook.publication import Publication, PublishedPeople

NAME_WITHHELD = "Name withheld"
DETAILS_WITHHELD = "Withheld"
_NOWHERE = SourceRef(file="")
_TIES = {
    Tie.PARTNER: "partner there",
    Tie.EMPLOYEE: "works there",
    Tie.DIRECTOR: "director or officer there",
    Tie.SHAREHOLDER: "holds shares in it",
    Tie.OWNER: "owner or part-owner of it",
    Tie.PREMISES: "owns or lets premises",
    Tie.CONSULTANT: "paid adviser or contractor to it",
    Tie.TRUSTEE: "trustee or officer of it, unpaid",
    Tie.ROLE: "has a role there",
    Tie.MEMBER: "patient or ordinary member",
    Tie.UNKNOWN: "details kept back",
}


@dataclass(frozen=True, slots=True)
class _Public:
    """What the public edition is made with."""

    masks: Masks
    withheld: Withheld


def public_registers(
    full: KeptRegisters, audited: Audited, *, publication: Publication, words: MaskingWords
) -> KeptRegisters:
    """The public edition of `full`, with sentences that count what is not shown."""
    withheld = withheld_of(full, audited)
    public = _Public(masks_of(full, withheld, words), withheld)
    shown = [one for one in full.interests if one.standing in (Standing.CURRENT, Standing.ENDED)]
    people = publication.people_on(full.as_of)
    deciders = people is not None and people.who is PublishedPeople.DECISION_MAKERS
    interests = [one for one in shown if not deciders or one.holder.decides is not False]
    nils = [one for one in full.nil_returns if not deciders or one.holder.decides is not False]
    masked = tuple(_interest(one, public) for one in interests)
    kept = replace(
        full,
        circle=Circle.PUBLIC,
        interests=masked,
        nil_returns=tuple(_nil(one, public) for one in nils),
        gifts=tuple(_gift(one, public) for one in full.gifts),
        procurements=tuple(_procurement(one, public.masks) for one in full.procurements),
    )
    told = _interests_told(full, shown, kept, _months(audited, publication))
    told += _people_told(full) if deciders else ()
    alerts = (*withheld.alerts, *(_undecided(kept) if deciders else ()), *_not_understood(full))
    rulebook = audited.knowledge.rulebook
    return replace(
        kept,
        left_over=((ListKind.INTERESTS, LeftOver(told)),),
        method=bases_of(Circle.PUBLIC, on=full.as_of, rulebook=rulebook, publication=publication),
        alerts=alerts,
        incomplete=full.incomplete or withheld.unfound,
    )


def _months(audited: Audited, publication: Publication) -> int:
    version = audited.knowledge.rulebook.version_on(publication.published_rule, audited.as_of)
    return int(version.params.months) if version is not None else 0


def _holder(holder: Holder, public: _Public) -> Holder:
    if public.withheld.person(holder):
        return Holder(NAME_WITHHELD, withheld=True)
    return replace(holder, position=public.masks.plainly(holder.position))


def _interest(kept: KeptInterest, public: _Public) -> KeptInterest:
    interest, holder = kept.interest, _holder(kept.holder, public)
    close = kept.relationship is not Relationship.SELF
    if public.withheld.interest(kept):
        hidden = Interest(person=holder.name, organisation=DETAILS_WITHHELD, source=_NOWHERE)
        return replace(
            kept, interest=hidden, holder=holder, withheld=True, due=None, gone_by=None, tie=Tie.UNKNOWN,
            relationship=Relationship.SELF, standing=Standing.CURRENT,
        )  # fmt: skip
    masks = public.masks
    nature = f"{relationship_words(kept.relationship)}: {_TIES[kept.tie]}" if close else masks.words(interest.nature)
    shown = Interest(
        person=holder.name,
        organisation=masks.organisation(interest.organisation, of_family=close or speaks_of_somebody(interest.nature)),
        nature=nature[:1].upper() + nature[1:],
        category=interest.category,
        direct=interest.direct,
        held_from=interest.held_from,
        held_until=interest.held_until,
        from_text=masks.action(interest.from_text, of_family=close),
        until_text=masks.action(interest.until_text, of_family=close),
        mitigation=masks.action(interest.mitigation, of_family=close) if interest.mitigation else None,
        source=_NOWHERE,
    )
    return replace(kept, interest=shown, holder=holder, family_withheld=close)


def _nil(kept: KeptNil, public: _Public) -> KeptNil:
    holder = _holder(kept.holder, public)
    return KeptNil(NilReturn(person=holder.name, on=kept.nil.on, source=_NOWHERE), holder)


def _gift(kept: KeptGift, public: _Public) -> KeptGift:
    gift, holder, masks = kept.gift, _holder(kept.holder, public), public.masks
    if holder.withheld:
        return KeptGift(Gift(recipient=holder.name, details=DETAILS_WITHHELD, source=_NOWHERE), holder)
    shown = Gift(
        recipient=holder.name,
        offered_on=gift.offered_on,
        received_on=gift.received_on,
        details=masks.of_gift(gift.details),
        kind=gift.kind,
        value=gift.value,
        value_text=gift.value_text if gift.value is None else "",
        giver=masks.giver(gift.giver, gift.giver_kind),
        giver_kind=gift.giver_kind,
        accepted=gift.accepted,
        reason=masks.of_gift(gift.reason) if gift.reason else None,
        source=_NOWHERE,
    )
    return KeptGift(shown, holder)


# The columns of the template, and nothing beside them: names and titles, which stand unless withheld, and sentences.
_NAMES = (
    "reference", "title", "description", "existing", "procurement_type", "process", "clinical_lead", "contract_manager",
    "decided_by", "supplier", "address", "value_text",
)  # fmt: skip
_SENTENCES = ("conflicts", "mitigation", "justification", "comments")


def _procurement(kept: KeptProcurement, masks: Masks) -> KeptProcurement:
    bought = kept.procurement
    shown: dict[str, Any] = {name: masks.plainly(getattr(bought, name) or "") for name in _NAMES}
    shown |= {name: masks.words(getattr(bought, name) or "") for name in _SENTENCES}
    shown |= {name: getattr(bought, name) for name in ("decided_on", "value_total", "value_to_body")}
    return KeptProcurement(Procurement(**shown, source=_NOWHERE))


def _interests_told(
    full: KeptRegisters, shown: Sequence[KeptInterest], kept: KeptRegisters, months: int
) -> tuple[str, ...]:
    told = []
    if over := len(full.interests) - len(shown):
        told.append(f"{_entries(over)} that ended {months} months before this day or earlier {_are(over)} not shown.")
    if withheld := sum(one.withheld for one in kept.interests):
        told.append(f"Of {_entries(withheld)} the details are withheld by decision.")
    if close := sum(one.family_withheld for one in kept.interests):
        told.append(
            f"{_entries(close)} {_are(close)} held by somebody close to the member: the relationship and the type of "
            "interest are shown, names and further words are kept back."
        )
    return tuple(told)


def _people_told(full: KeptRegisters) -> tuple[str, ...]:
    before = {one.name for one in _on_interests(full) if one.decides is False}
    if not before:
        return ()
    people = "1 person" if len(before) == 1 else f"{len(before)} people"
    return (f"{people} on the body's own register {_are(len(before))} not decision-making staff and not shown.",)


def _undecided(kept: KeptRegisters) -> tuple[str, ...]:
    names = sorted({one.name for one in _on_interests(kept) if one.decides is None and not one.withheld})
    if not names:
        return ()
    return (
        f"No paper tells whether these take part in decisions; they are shown: {', '.join(names)}. "
        "A list of decision-making staff in the folder would settle it.",
    )


def _not_understood(full: KeptRegisters) -> tuple[str, ...]:
    rows = {one for kind in full.kinds for one in full.left_over_of(kind).unread}
    if not rows:
        return ()
    return (
        f"{len(rows)} of the rows or papers were not understood, and what they tell may be missing: "
        "see the edition for the body's own use.",
    )


def _on_interests(registers: KeptRegisters) -> list[Holder]:
    return [one.holder for one in registers.interests] + [one.holder for one in registers.nil_returns]


def _entries(number: int) -> str:
    return "1 interest" if number == 1 else f"{number} interests"


def _are(number: int) -> str:
    return "is" if number == 1 else "are"
