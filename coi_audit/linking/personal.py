"""Items about somebody's own pay, post or contract."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coi_audit.linking.links import ItemContext
from coi_audit.model.linking import Holding, Link, Person
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.people import Body, Member
from coi_audit.model.words import Confidence, InterestCategory, LinkKind, Relationship, Role, Scope, Tie
from coi_audit.rulebook.tie_words import phrase_pattern

_OWN_MATTER = phrase_pattern(
    [
        *("remuneration", "pay", "salar*", "fee", "fees", "honorari*", "allowance*", "expenses"),
        *("sessional rate*", "sessional payment*", "payment* to", "payment* for", "payment rate*", "rate* of pay"),
        *("hourly rate*", "daily rate*", "day rate*", "backfill", "stipend*", "paid session*", "remunerated", "paid"),
        *("appointment*", "reappointment*", "re-appointment*", "tenure", "term of office", "terms of office"),
        *(
            "contract of",
            "contract for",
            "contracts of",
            "terms and conditions",
            "terms of service",
            "terms of employment",
            "notice period*",
            "secondment",
            "extension of",
            "redundancy",
            "pension",
            "bonus",
        ),
    ]
)
_TITLED = re.compile(r"\b(?:Dr|Mr|Mrs|Ms|Miss|Prof|Professor|Cllr)\.? [A-Z]")  # a person is named, known or not
# The words by which an item names everybody who holds a role.
_ROLE_WORDS: tuple[tuple[re.Pattern[str], frozenset[Role]], ...] = (
    (
        phrase_pattern(["lay member*", "lay vice", "lay chair*", "non-executive*", "non executive*"]),
        frozenset({Role.LAY}),
    ),
    (
        phrase_pattern(
            [
                *(
                    "gp member*",
                    "gp lead*",
                    "gp director*",
                    "gp board member*",
                    "gp representative*",
                    "gp pay",
                    "gp fees",
                ),
                *(
                    "clinical member*",
                    "clinical lead*",
                    "clinical director*",
                    "clinical representative*",
                    "gp sessions",
                ),
            ]
        ),
        frozenset({Role.GP}),
    ),
    (phrase_pattern(["practice manager*"]), frozenset({Role.PRACTICE_MANAGER})),
    (
        phrase_pattern(["executive", "executives", "very senior manager*", "vsm", "senior manager*"]),
        frozenset({Role.EXECUTIVE}),
    ),
    (
        phrase_pattern(
            [
                *("governing body member*", "board member*", "committee member*", "governing body remuneration"),
                *("remuneration of the governing body", "remuneration of the board", "governing body pay"),
            ]
        ),
        frozenset(Role),
    ),
)


def personal_link(
    person: Person,
    member: Member | None,
    item: AgendaItem,
    *,
    context: ItemContext,
    body: Body,
    everybody: Sequence[Person],
) -> tuple[Holding, Link] | None:
    """The person's own interest in an internal item that settles their pay, post or contract; None for any other.

    An item that names one of `everybody` is about them, not about everybody who holds such a role.
    """
    if context.classification.scope is not Scope.INTERNAL:
        return None
    words = f"{item.title}. {item.text}"
    if not _OWN_MATTER.search(words):
        return None
    why = _why(person, member, words, everybody)
    if why is None:
        return None
    holding = _own_terms(person, item, body)
    path = (person.name, "own pay, post or contract", context.label)
    confidence = Confidence.CERTAIN if why.startswith("The item names") else Confidence.LIKELY
    return holding, Link(LinkKind.PERSONAL, None, path, confidence=confidence, because=(why,))


def _own_terms(person: Person, item: AgendaItem, body: Body) -> Holding:
    """Nobody's pay needs a register row: it counts as always known."""
    return Holding(
        person=person,
        organisation=None,
        organisation_name=body.name,
        tie=Tie.EMPLOYEE,
        relationship=Relationship.SELF,
        category=InterestCategory.FINANCIAL,
        direct=True,
        nature="own pay, post or contract",
        held_from=None,
        held_until=None,
        declared_on=None,
        known_on=date.min,
        known_inferred=False,
        interest=None,
        evidence=(item.source,),
    )


def _why(person: Person, member: Member | None, words: str, everybody: Sequence[Person]) -> str | None:
    if _names(person, words):
        return f"The item names {person.name}."
    if any(_names(one, words) for one in everybody) or _TITLED.search(words):
        return None
    folded = words.casefold()
    title = member.title.strip() if member else ""
    if len(title) > 4 and re.search(rf"(?<!\w){re.escape(title.casefold())}(?!\w)", folded):
        return f"The item names the post of {title}."
    role = member.role if member else person.role
    for pattern, roles in _ROLE_WORDS:
        found = pattern.search(words) if role in roles else None
        if found is not None and _may_hold(title, found.group(), everybody):
            return f"The item is about every {role.spoken} member here."
    return None


def _may_hold(title: str, post: str, everybody: Sequence[Person]) -> bool:
    """Whether a post in the plural can be this person's: where some bear it in their title, only theirs."""
    one_of_them = re.sub(r"(?<=lead)(?:ers?|ership)$", "", post.casefold()).removesuffix("s")
    titles = [one.member.title.casefold() for one in everybody if one.member is not None]
    return one_of_them in title.casefold() or not any(one_of_them in other for other in titles)


def _names(person: Person, words: str) -> bool:
    folded = " ".join(words.casefold().split())
    names = {" ".join(name.casefold().split()) for name in (person.name, *person.names)}
    return any(len(name.split()) > 1 and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", folded) for name in names)
