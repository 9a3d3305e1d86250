"""Whose interest, in what, held and known when: the registers' rows turned into holdings as on one day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coi_audit.linking.holdings_editions import ended_by_omission, with_edition
from coi_audit.linking.link_names import BUSINESS
from coi_audit.linking.names import normalise
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.linking.ties import PRACTICE_TIES, category_of, practice_tie_beside, tie_of_interest
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.linking import Holding, Person
from coi_audit.model.organisations import Resolution
from coi_audit.model.people import Member
from coi_audit.model.words import InterestCategory, Match, Relationship, Role, Tie
from coi_audit.rulebook.tie_words import TieWords

# Ties by which a register row already says that somebody owns what the body's own list says they own.
_OWNING = frozenset({Tie.PARTNER, Tie.SHAREHOLDER, Tie.OWNER, Tie.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Known:
    """When the register first showed an interest: a day, and whether that is inferred from a later edition alone."""

    on: date | None
    inferred: bool


def holdings_on(
    on: date,
    *,
    registers: Sequence[Register],
    people: PeopleIndex,
    directory: Directory,
    words: TieWords,
) -> tuple[Holding, ...]:
    """Every interest that any edition of the register gives to a person of the meeting, one holding per matter.

    Nothing is left out for its dates: `held_from` and `held_until` say when it was held and `known_on` since when the
    register shows it, and the caller decides. Editions are merged: the earliest edition decides when it was known,
    the latest when it ended; a row that is gone from the newest edition before `on` which still lists the person
    ended with that edition.
    """
    dated = [register for register in registers if register.interests or register.nil_returns]
    earlier = [register for register in dated if register.edition is not None and register.edition <= on]
    merged: list[Holding] = []
    for register in sorted(dated, key=lambda one: (one.edition is None, one.edition or date.max, one.file)):
        edition: list[Holding] = []
        for interest in register.interests:
            match = people.match(interest.person)
            if match.person is None:
                continue
            holding = _holding(interest, match.person, on=on, directory=directory, words=words)
            holding = replace(holding, person_likely=match.likely)
            known = _known(interest, register, on=on, only_later=not earlier and register.edition is not None)
            holding = replace(holding, known_on=known.on, known_inferred=known.inferred)
            edition += [holding, *_partnership_beside(holding, interest, words)]
        merged = with_edition(merged, edition)
    dropped = ended_by_omission(merged, registers=dated, people=people, on=on)
    return tuple(sorted(dropped, key=lambda one: (one.person.key, one.organisation_name, one.tie, one.nature)))


def holding_of_membership(
    person: Person, member: Member, *, on: date, directory: Directory, known: Sequence[Holding]
) -> Holding | None:
    """The practice `body.yaml` gives a member, as an interest; None where a register row already says it: a row of
    their own as patient or landlord there, or of a relative's post there, says another thing."""
    if not member.practice:
        return None
    resolution = directory.resolve(member.practice, on=on)
    name = resolution.name or member.practice
    own = [one for one in known if one.person.key == person.key and _is_own(one, PRACTICE_TIES)]
    if any(same_organisation(one, resolution.ods_code, name) for one in own):
        return None
    tie = Tie.EMPLOYEE if member.role is Role.PRACTICE_MANAGER else Tie.PARTNER
    told = "practice, as the membership list gives it"
    return _unregistered(person, resolution, name=name, tie=tie, nature=told, source=member.source)


def holdings_of_owners(
    people: Iterable[Person], *, on: date, directory: Directory, index: PeopleIndex, known: Sequence[Holding]
) -> tuple[Holding, ...]:
    """What the body's own list of organisations says a person owns, where no register row says it."""
    keys = {person.key for person in people}
    found: list[Holding] = []
    for organisation in directory.local:
        owned = [(owner, Tie.SHAREHOLDER) for owner in organisation.owners]
        owned += [(organisation.premises_owner, Tie.PREMISES)] if organisation.premises_owner else []
        for owner, tie in owned:
            match = index.match(owner)
            if match.person is None or match.person.key not in keys:
                continue
            ties = _OWNING if tie is Tie.SHAREHOLDER else frozenset({tie})
            same = [one for one in known if one.person.key == match.person.key and _is_own(one, ties)]
            if any(same_organisation(one, organisation.ods_code, organisation.name) for one in same):
                continue
            resolution = directory.resolve(organisation.name, on=on)
            told = "owner, as the body's list of organisations gives it"
            name, source = organisation.name, organisation.source
            found.append(_unregistered(match.person, resolution, name=name, tie=tie, nature=told, source=source))
    return tuple(found)


def _unregistered(
    person: Person, resolution: Resolution, *, name: str, tie: Tie, nature: str, source: SourceRef
) -> Holding:
    """A person's own interest that `body.yaml` tells of and no register row: held with no dates, and not known."""
    return Holding(
        person=person,
        organisation=resolution.organisation,
        organisation_name=name,
        tie=tie,
        relationship=Relationship.SELF,
        category=InterestCategory.FINANCIAL,
        direct=True,
        nature=nature,
        held_from=None,
        held_until=None,
        declared_on=None,
        known_on=None,
        known_inferred=False,
        interest=None,
        outcome=resolution.outcome,
        resolution=resolution,
        evidence=(source,),
    )


def held_on(holding: Holding, on: date) -> bool:
    """Whether the interest was held that day; both ends are included, an unknown end is open."""
    return (holding.held_from is None or holding.held_from <= on) and (
        holding.held_until is None or on <= holding.held_until
    )


def known_on(holding: Holding, on: date) -> bool:
    """Whether the register showed it that day (contract, section 5)."""
    return holding.known_on is not None and holding.known_on <= on


def _holding(interest: Interest, person: Person, *, on: date, directory: Directory, words: TieWords) -> Holding:
    tie, relationship = tie_of_interest(interest, words)
    resolution = resolve_organisation(interest.organisation, interest.nature, on=on, directory=directory)
    organisation = resolution.organisation if resolution else None
    return Holding(
        person=person,
        organisation=organisation,
        organisation_name=(organisation.name if organisation else interest.organisation) or interest.nature,
        tie=tie,
        relationship=relationship,
        category=category_of(interest, tie),
        direct=relationship is Relationship.SELF if interest.direct is None else interest.direct,
        nature=interest.nature or interest.organisation,
        held_from=interest.held_from.earliest if interest.held_from else None,
        held_until=interest.held_until.latest if interest.held_until else None,
        declared_on=interest.declared_on,
        known_on=None,
        known_inferred=False,
        interest=interest,
        outcome=resolution.outcome if resolution else Match.NONE,
        resolution=resolution,
        share_percent=interest.share_percent,
        evidence=(interest.source,),
    )


def _partnership_beside(holding: Holding, interest: Interest, words: TieWords) -> list[Holding]:
    """The partnership or post that a row about a practice's building tells of in the same breath: an interest too."""
    if holding.tie is not Tie.PREMISES or holding.relationship is not Relationship.SELF:
        return []
    tie = practice_tie_beside(interest, words)
    return [replace(holding, tie=tie)] if tie is not None else []


_ELSEWHERE = re.compile(
    r"\boutside (?:the|our|this) (?:\w+['’]?s? )?(?:area|ccg|icb|borough|county|patch|district)|\bout[- ]of[- ]area\b"
    r"|\bnot the [\w' ]{0,40}of the same name\b|\bin another (?:area|ccg|county)\b|\boutside (?:of )?(?-i:[A-Z])\w+",
    re.IGNORECASE,
)


def name_alone(written: str) -> str:
    """The cell's name of the organisation, folded, without the nature of its business: one key for every edition."""
    return normalise(BUSINESS.split(written)[0]).key or " ".join(written.casefold().split())


def says_elsewhere(written: str, nature: str) -> bool:
    """Whether a register row says that it means a place outside the body's area."""
    return _ELSEWHERE.search(f"{written}. {nature}") is not None


def resolve_organisation(written: str, nature: str, *, on: date, directory: Directory) -> Resolution | None:
    """The organisation of a register row, whose cell may hold its name and the nature of its business together.

    The whole cell is tried, then its name without what follows in brackets or after a dash, then, where the cell is
    empty, a name standing in the nature. Where nothing is beyond doubt the whole cell's own answer stands. A row that
    says that it means a place elsewhere is taken at its word.
    """
    if says_elsewhere(written, nature):
        return Resolution(written, Match.NONE, because="The register says that it is outside the body's area.")
    if not written:
        named = [one.resolution for one in directory.find(nature, on=on)]
        matched = [one for one in named if one.outcome is Match.MATCHED]
        return matched[0] if len({one.ods_code or one.name for one in matched}) == 1 else None
    whole = directory.resolve(written, on=on)
    short = BUSINESS.split(written)[0]
    if whole.outcome is not Match.MATCHED and short and short != written:
        shorter = directory.resolve(short, on=on)
        return shorter if shorter.outcome is Match.MATCHED else whole
    return whole


def _known(interest: Interest, register: Register, *, on: date, only_later: bool) -> Known:
    if interest.declared_on is not None:
        return Known(interest.declared_on, False)
    edition = interest.edition or register.edition
    if edition is None:
        return Known(date.min, True)  # an undated register: taken as what was known, and said so
    begun = interest.held_from is None or interest.held_from.earliest <= on
    if edition > on and only_later and begun:
        return Known(on, True)
    return Known(edition, False)


def _is_own(holding: Holding, ties: Collection[Tie]) -> bool:
    return holding.relationship is Relationship.SELF and holding.tie in ties


def same_organisation(holding: Holding, ods_code: str | None, name: str) -> bool:
    """Whether the interest is in that organisation: by its code where both have one, else by its name."""
    if holding.organisation is not None and ods_code is not None and holding.organisation.ods_code is not None:
        return holding.organisation.ods_code == ods_code
    return " ".join(holding.organisation_name.casefold().split()) == " ".join(name.casefold().split())
