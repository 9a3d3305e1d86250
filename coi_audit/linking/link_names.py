"""Whether an interest and a party mean the same organisation, and what kind of party a name is."""

from __future__ import annotations

import re
from functools import lru_cache

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import normalise
from coi_audit.model.linking import Holding, Party
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import LinkKind, Match, OrganisationKind

_FORMERLY = re.compile(
    r"[(\[,]\s*(?:formerly|previously)(?: known as| called)?:?\s+(?:the\s+)?(?P<name>[^()\[\],;]+)", re.IGNORECASE
)


# Where a name ends and the nature of its business begins.
BUSINESS = re.compile(r"\s*[(\[]|\s+[-–—:]\s+|\s*;|,\s+(?=(?:an?|the|which|who)\s)")
_INITIALS = re.compile(r"[(\[]\s*([A-Z][A-Za-z&]*[A-Z])\s*[)\]]")  # "Fells Hospitals NHS Foundation Trust (FHFT)"
_TRADES_AS = re.compile(r"[\s,(\[]*\b(?:t/a|trading as|also known as|known as|aka)\b:?\s*", re.IGNORECASE)
# What people leave out of the name of an organisation, or add to it.
_TAILS = frozenset(
    {"trust", "charity", "foundation", "group", "association", "society", "service", "holdings", "uk", "project", "nhs"}
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
    if any(same_name(name, written) for name in names_of(holding) for written in (party.mention, party.name)):
        return True
    return party.organisation is None and any(same_name(name, party.mention) for name in former_names(holding))


def names_of(holding: Holding) -> tuple[str, ...]:
    """The names that the interest gives its organisation: the whole, and where no list has it, that without the
    nature of its business and what it trades as."""
    whole = holding.organisation_name
    return (whole,) if holding.organisation is not None else _names_in(whole)


@lru_cache(maxsize=20_000)
def _names_in(whole: str) -> tuple[str, ...]:
    parts = [BUSINESS.split(part.strip(" ,.)]"))[0] for part in _TRADES_AS.split(whole)]
    parts += _INITIALS.findall(whole)
    return tuple(dict.fromkeys([whole, *(part for part in parts if part and not sounds_like_practice(part))]))


def loose_key(name: str) -> str:
    """The name without the words people leave out at its end: "Larch Hospice Trust" as "larch hospice"; empty where
    too little is left, or where it is a practice's."""
    words = list(normalise(name).words)
    while words and words[-1] in _TAILS:
        words.pop()
    own = [word for word in words if word not in name_words().generic]
    return " ".join(words) if len(words) > 1 and own and not sounds_like_practice(name) else ""


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
    if holding.organisation is None and party.organisation is None and party.outcome is Match.NONE:
        loose = loose_key(party.mention)
        if loose and loose in {loose_key(name) for name in names_of(holding)}:
            return f'"{party.mention}" may be "{holding.organisation_name}", as the interest is written.'
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
