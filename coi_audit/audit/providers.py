"""Whether an organisation that somebody has a part in provides health services, and to the body's own patients."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_rows import editions
from coi_audit.linking.holdings import held_on, holdings_on, name_alone
from coi_audit.linking.ties import MONEY_TIES
from coi_audit.model.interests import Register
from coi_audit.model.linking import Holding, Person
from coi_audit.model.words import InterestCategory, OrganisationKind, Relationship, Tie

_PROVIDE = (OrganisationKind.PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION, OrganisationKind.TRUST)
_OWN_AREA = (OrganisationKind.PRACTICE, OrganisationKind.PCN, OrganisationKind.FEDERATION)
_PROVIDER_WORDS = re.compile(
    r"\b(?:surger(?:y|ies)|(?:medical|gp|dental) practice|medical (?:centre|group)|health centre|hospitals?|"
    r"(?:nhs|foundation) trust|hospice|nursing home|care home|out[- ]of[- ]hours|primary care network)\b",
    re.IGNORECASE,
)
_OTHER_WORDS = re.compile(
    r"\b(?:universit\w+|colleges?|schools?|academ\w+|council|nhs england|nhs improvement|clinical commissioning|ccg|"
    r"integrated care board|icb|department of|ministry|church|parish|police|fire service|bank|building society|"
    r"magistrat\w*|tribunals?|parliament|housing association)\b",
    re.IGNORECASE,
)
_PARTS = MONEY_TIES | {Tie.DIRECTOR}


@dataclass(frozen=True, slots=True)
class Part:
    """A person's own paid post, partnership, ownership or directorship. None where the papers leave it open."""

    holding: Holding
    provider: bool | None
    local: bool | None

    @property
    def words(self) -> str:
        """What the person is and where, as a finding names it."""
        holding = self.holding
        name = holding.organisation_name
        nature = " ".join(holding.nature.split())
        if not nature or nature.casefold() == name.casefold():
            return f"{holding.tie.value} at {name}" if holding.tie is not Tie.UNKNOWN else name
        return nature if name_alone(name) in name_alone(nature) else f"{nature}, {name}"


def parts_of(person: Person, on: date, audited: Audited) -> list[Part]:
    """The person's own financial parts in organisations on that day as the registers show them, providers first."""
    found = [
        _part(one, on, audited)
        for one in _holdings(person, on, audited)
        if one.relationship is Relationship.SELF
        and one.category is InterestCategory.FINANCIAL
        and one.tie in _PARTS
        and held_on(one, on)
    ]
    return sorted(found, key=lambda one: (not one.local, one.provider is False, not one.provider))


def _holdings(person: Person, on: date, audited: Audited) -> list[Holding]:
    """The person's rows of the registers known by that day."""
    knowledge = audited.knowledge
    rows = holdings_on(
        on,
        registers=_registers_of(person, audited),
        people=audited.everybody,
        directory=knowledge.directory,
        words=knowledge.ties,
    )
    return [one for one in rows if one.known_on is not None and one.known_on <= on]


def _registers_of(person: Person, audited: Audited) -> list[Register]:
    """The editions known by the as-of date with the person's rows alone: what others hold is not read here."""
    found = []
    for edition in editions(audited):
        mine = tuple(row.interest for row in edition.of(person))
        nil = tuple(one for one in edition.register.nil_returns if _is(one.person, person, audited))
        found.append(edition.register.model_copy(update={"interests": mine, "nil_returns": nil}))
    return found


def _is(name: str, person: Person, audited: Audited) -> bool:
    found = audited.everybody.match(name).person
    return found is not None and found.key == person.key


def _part(holding: Holding, on: date, audited: Audited) -> Part:
    local = provides_locally(holding, on, audited)
    return Part(holding, True if local else _provides(holding), local)


def _provides(holding: Holding) -> bool | None:
    """By what it is, else by the words of its name."""
    if holding.organisation is not None and holding.organisation.kind in _PROVIDE:
        return True
    words = f"{holding.organisation_name} {holding.nature}"
    if holding.organisation is None and _PROVIDER_WORDS.search(words):
        return True
    if holding.organisation is not None and holding.organisation.kind is OrganisationKind.COUNCIL:
        return False
    return False if _OTHER_WORDS.search(words) else None


def provides_locally(holding: Holding, on: date, audited: Audited) -> bool | None:
    """True for the body's own practices, networks and federations, and for whom its register of procurement names."""
    supply = {name_alone(one.supplier) for one in audited.case.records.procurements if one.supplier}
    organisation, directory = holding.organisation, audited.knowledge.directory
    if name_alone(holding.organisation_name) in supply:
        return True
    if organisation is None:
        return False if _OTHER_WORDS.search(f"{holding.organisation_name} {holding.nature}") else None
    if name_alone(organisation.name) in supply or directory.commissions(organisation, on):
        return True
    if organisation.kind in _OWN_AREA and directory.known_local(organisation, on) is not None:
        return True
    if organisation.kind is OrganisationKind.PRACTICE and organisation.ods_code:
        return False  # another commissioner's practice
    return False if organisation.kind is OrganisationKind.COUNCIL else None
