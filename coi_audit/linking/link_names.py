"""Whether an interest and a party mean the same organisation, and what kind of party a name is."""

from __future__ import annotations

import re

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import normalise
from coi_audit.model.linking import Holding, Party
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import LinkKind, Match, OrganisationKind

_FORMERLY = re.compile(
    r"[(\[,]\s*(?:formerly|previously)(?: known as| called)?:?\s+(?:the\s+)?(?P<name>[^()\[\],;]+)", re.IGNORECASE
)


def key_of(organisation: Organisation) -> str:
    """What tells organisations apart: the ODS code, else the folded name."""
    return organisation.ods_code or " ".join(organisation.name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Whether two names no list knows are the same once normalised."""
    return bool(one.strip()) and normalise(one).key == normalise(other).key


def is_same(holding: Holding, party: Party) -> bool:
    """Whether the holding is in this party itself, beyond doubt."""
    if holding.organisation is not None and party.organisation is not None:
        return key_of(holding.organisation) == key_of(party.organisation)
    if Match.ASK in (holding.outcome, party.outcome):
        return False
    if same_name(holding.organisation_name, party.mention) or same_name(holding.organisation_name, party.name):
        return True
    return party.organisation is None and any(same_name(name, party.mention) for name in former_names(holding))


def former_names(holding: Holding) -> tuple[str, ...]:
    """The earlier names that the register's own words give the organisation: "Elm Practice (formerly Dr Hill)"."""
    return tuple(dict.fromkeys(match["name"].strip() for match in _FORMERLY.finditer(holding.nature)))


def may_be_same(holding: Holding, party: Party) -> str | None:
    """Why the holding might be in this party, None where nothing suggests it."""
    codes = {one.ods_code or one.name for one in (party.resolution.candidates if party.resolution else ())}
    if party.outcome is Match.ASK and holding.organisation is not None:
        organisation = holding.organisation
        if (organisation.ods_code or organisation.name) in codes:
            return f'"{party.mention}" may mean {organisation.name} or another: {_because(party)}'
    if holding.outcome is not Match.ASK:
        return None
    meant = {one.ods_code or one.name for one in (holding.resolution.candidates if holding.resolution else ())}
    known = party.organisation is not None and (party.organisation.ods_code or party.organisation.name) in meant
    if known or (codes & meant) or same_name(holding.organisation_name, party.mention):
        return f'"{holding.organisation_name}", as the interest is written, may mean more than one organisation.'
    return None


def party_kind(party: Party) -> LinkKind:
    """`named_party` for a practice, `provider_party` for any other organisation."""
    kind = party.organisation.kind if party.organisation is not None else None
    if kind is None:
        return LinkKind.NAMED_PARTY if sounds_like_practice(party.mention) else LinkKind.PROVIDER_PARTY
    return LinkKind.NAMED_PARTY if kind is OrganisationKind.PRACTICE else LinkKind.PROVIDER_PARTY


_PRACTICE_WORDS = ("surgery", "practice", "medical centre", "health centre", "medical group", "family doctors")


def sounds_like_practice(mention: str) -> bool:
    """Whether the words of a name nobody knows are those of a GP practice."""
    folded = mention.casefold()
    if folded.endswith(("ltd", "limited", "llp", "cic")) or name_words().other_kinds & set(re.findall(r"\w+", folded)):
        return False  # "Elm Lane Dental Practice" is no GP practice
    return any(word in folded for word in _PRACTICE_WORDS)


def _because(party: Party) -> str:
    return party.resolution.because if party.resolution else "the name is not certain."
