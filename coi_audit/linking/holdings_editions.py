"""The rows of several editions of a register, and of one edition, joined: one holding per matter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.interests import Register
from coi_audit.model.linking import Holding
from coi_audit.model.words import InterestCategory, Relationship, Tie

# Ties that one edition may call by one name and the next by another ("director", "director and shareholder").
_MONEY_ROLES = frozenset({Tie.PARTNER, Tie.EMPLOYEE, Tie.DIRECTOR, Tie.SHAREHOLDER, Tie.OWNER, Tie.UNKNOWN})


def with_edition(merged: list[Holding], edition: list[Holding]) -> list[Holding]:
    """Add one edition's rows: the same matter joins its earlier row, a reworded one joins the row it replaces."""
    same_words = {_matter(one) for one in edition}
    by_person: dict[str, list[Holding]] = {}
    for holding in merged:
        by_person.setdefault(holding.person.key, []).append(holding)
    for holding in edition:
        own = by_person.setdefault(holding.person.key, [])
        matter = _matter(holding)
        earlier = [one for one in own if _matter(one) == matter]
        if not earlier:
            earlier = [
                one
                for one in own
                if _matter(one)[:3] == matter[:3]
                and one.tie in _MONEY_ROLES
                and holding.tie in _MONEY_ROLES
                and _matter(one) not in same_words
            ]
        if earlier:
            own[:] = [one for one in own if one is not earlier[0]]
            holding = _merge(earlier[0], holding)  # noqa: PLW2901 - the same matter, joined
        own.append(holding)
    return [holding for own in by_person.values() for holding in own]


def _matter(holding: Holding) -> tuple[str, str, Relationship, str]:
    organisation = holding.organisation
    name = (organisation.ods_code or organisation.name) if organisation else holding.organisation_name
    return (holding.person.key, " ".join(name.casefold().split()), holding.relationship, holding.tie.value)


def _merge(first: Holding, later: Holding) -> Holding:
    """One matter from two rows: known since the earlier of the two, told in the words of the later."""
    one_edition = _same_edition(first, later)
    if one_edition:
        later = _of_one_edition(first, later)
    days = [one for one in (first.known_on, later.known_on) if one is not None]
    known = min(days) if days else None
    declared = [one for one in (first.declared_on, later.declared_on) if one is not None]
    begun = [one for one in (first.held_from, later.held_from) if one is not None]
    no_beginning = one_edition and len(begun) < 2  # a row that gives no beginning is held all along
    earliest = first if known == first.known_on else later
    return replace(
        later,
        known_on=known,
        known_inferred=earliest.known_inferred,
        declared_on=min(declared) if declared else None,
        held_from=min(begun) if begun and not no_beginning else None,
        evidence=(*first.evidence, *(one for one in later.evidence if one not in first.evidence)),
    )


def _of_one_edition(first: Holding, later: Holding) -> Holding:
    """Two rows of one edition hold together, so the one that says less takes nothing from the other: they end with
    the longer, are money if either is, and a share is as large as the larger, unknown where either is unknown."""
    ends, shares = (first.held_until, later.held_until), (first.share_percent, later.share_percent)
    money = InterestCategory.FINANCIAL in (first.category, later.category)
    return replace(
        later,
        held_until=None if ends[0] is None or ends[1] is None else max(ends[0], ends[1]),
        share_percent=None if shares[0] is None or shares[1] is None else max(shares[0], shares[1]),
        category=InterestCategory.FINANCIAL if money else later.category,
    )


def _same_edition(first: Holding, later: Holding) -> bool:
    if first.interest is None or later.interest is None:
        return False
    return first.interest.source.file == later.interest.source.file


def ended_by_omission(
    holdings: Iterable[Holding], *, registers: Sequence[Register], people: PeopleIndex, on: date
) -> list[Holding]:
    """Close the holdings that the newest edition before `on` no longer shows, though it still lists the person.

    What the published register leaves out has not ended by that where a fuller one is kept beside it.
    """
    editions: dict[str, list[date]] = {}
    for register in [one for one in registers if not one.public] or registers:
        listed = {match.person.key for match in map(people.match, register.people) if match.person is not None}
        for key in listed:
            if register.edition is not None:
                editions.setdefault(key, []).append(register.edition)
    closed: list[Holding] = []
    for holding in holdings:
        last = holding.interest.edition if holding.interest else None
        newer = [day for day in editions.get(holding.person.key, ()) if last is not None and last < day <= on]
        if newer and holding.held_until is None:
            holding = replace(holding, held_until=min(newer))  # noqa: PLW2901 - the same holding, closed
        closed.append(holding)
    return closed
