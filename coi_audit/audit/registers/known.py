"""Who and what may be named in a public register, and the names that may stand nowhere in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coi_audit.audit.registers.masks import PRIVATE_GIVER, Masks, is_organisation, may_be_shown, speaks_of_somebody
from coi_audit.audit.registers.redactions import Withheld
from coi_audit.linking.masking import Known, Masker
from coi_audit.model.gifts import GiverKind
from coi_audit.model.interests import Interest
from coi_audit.model.outgoing import KeptRegisters
from coi_audit.model.procurement import Procurement
from coi_audit.model.words import Relationship
from coi_audit.rulebook.masking_words import MaskingWords


def masks_of(full: KeptRegisters, withheld: Withheld, words: MaskingWords) -> Masks:
    """What the public edition of these registers keeps back."""
    people = tuple(sorted({one for one in _people(full) if one and one not in withheld.names}))
    phrases = tuple(sorted({one for one in _phrases(full) if one and not _withheld(one, withheld)}))
    places = tuple(sorted({word for one in phrases for word in one.split() if word[:1].isupper() and word.isalpha()}))
    known = Known(people, phrases, (), places)
    first = Masker(known, words)
    secrets = {*withheld.names, *_close(full, first), *_givers(full, first)}
    known = replace(known, secrets=tuple(sorted(secrets)), places=tuple(_only(places, secrets)))
    return Masks(Masker(known, words), withheld=withheld.names, apart=withheld.apart)


def _people(full: KeptRegisters) -> Iterator[str]:
    """Whose entries they are, members, the guardian, and whom the register of procurement decisions names by post."""
    yield from (one.name for one in full.holders())
    yield from (one.name for committee in full.body.committees for one in committee.members)
    yield full.body.guardian or ""
    for kept in full.procurements:
        yield from (kept.procurement.clinical_lead or "", kept.procurement.contract_manager or "")


def _phrases(full: KeptRegisters) -> Iterator[str]:
    """Names of organisations, committees and contracts, which are public."""
    yield full.body.name
    yield from (one.name for one in full.body.committees)
    for body in full.body.organisations:
        yield from (body.name, *body.aliases)
    for kept in full.interests:
        own = kept.relationship is Relationship.SELF and not speaks_of_somebody(kept.interest.nature)
        if (own and may_be_shown(kept.interest.organisation)) or is_organisation(kept.interest.organisation):
            yield kept.interest.organisation
    for one in full.gifts:
        if one.gift.giver_kind is GiverKind.SUPPLIER or is_organisation(one.gift.giver):
            yield one.gift.giver
    for bought in full.procurements:
        yield from _of_contract(bought.procurement)


def _of_contract(bought: Procurement) -> Iterator[str]:
    yield from (bought.title, bought.supplier, bought.description or "", bought.decided_by or "", bought.process or "")


def _withheld(phrase: str, withheld: Withheld) -> bool:
    organisations = [body.casefold() for _, body in withheld.apart]
    return any(one in phrase.casefold() or phrase.casefold() in one for one in organisations)


def _close(full: KeptRegisters, masker: Masker) -> Iterator[str]:
    """Names in what is said of somebody close to a member."""
    for kept in full.interests:
        if kept.relationship is not Relationship.SELF:
            for text in _said(kept.interest):
                yield from masker.people_in(text)


def _said(interest: Interest) -> Iterator[str]:
    body = interest.organisation
    for text in (interest.nature, interest.relationship or "", interest.mitigation or ""):
        yield text.replace(body, " ") if body else text
    if not is_organisation(body):
        yield body


def _givers(full: KeptRegisters, masker: Masker) -> Iterator[str]:
    first = Masks(masker)
    for one in full.gifts:
        if first.giver(one.gift.giver, one.gift.giver_kind) == PRIVATE_GIVER:
            yield from masker.people_in(one.gift.giver)


def _only(places: tuple[str, ...], secrets: set[str]) -> list[str]:
    """Words of public names that are no part of a secret one."""
    parts = {part.casefold() for one in secrets for part in one.split()}
    return [one for one in places if one.casefold() not in parts]
