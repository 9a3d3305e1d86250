"""What the nature of an interest says: the tie to the organisation, and whose interest it is."""

from __future__ import annotations

import re

from coi_audit.model.interests import Interest
from coi_audit.model.words import InterestCategory, Relationship, Tie
from coi_audit.rulebook.tie_words import TieWords

# Ties that bring money, whatever column the register ticked ("categories wrong at source").
MONEY_TIES = frozenset({Tie.PARTNER, Tie.EMPLOYEE, Tie.SHAREHOLDER, Tie.OWNER, Tie.PREMISES, Tie.CONSULTANT})
# Ties by which a practice is somebody's own for what the practice itself is in.
PRACTICE_TIES = frozenset({Tie.PARTNER, Tie.EMPLOYEE, Tie.OWNER, Tie.DIRECTOR, Tie.SHAREHOLDER, Tie.UNKNOWN})
# What is held together with a relative is one's own: "joint owner with his wife of the building".
_JOINTLY = re.compile(
    r"(?<=\s)(?:jointly |together )?with (?:(?:my|his|her|their) )?(?:wife|husband|spouse|civil partner|partner|"
    r"brother|sister|son|daughter|mother|father|parents?|family)\b(?!['’]s)",
    re.IGNORECASE,
)
_HOLDS = re.compile(
    r"\b(?:own\w*|joint(?:ly)?|co-\w+|shares?|shareholder|landlord|lets?|leases?|director)\b", re.IGNORECASE
)
_CLAUSE = re.compile(r"\s*(?:[,;&/+]|\.\s|\b(?:and|also|as well as)\b)\s*", re.IGNORECASE)
_OF_THE_PRACTICE = frozenset({Tie.PARTNER, Tie.EMPLOYEE})
_NOT_OWN = re.compile(
    r"\b(?:former\w*|previous\w*|ex|retired|resigned|until|past)\b|\b(?:partners|gps)\b", re.IGNORECASE
)
_LLP = re.compile(r"\bL\.?L\.?P\b", re.IGNORECASE)
_LLP_MEMBER = re.compile(r"\bmembers?(?:hip)?\b", re.IGNORECASE)  # who owns it
# "Director of Vale Properties Ltd, commercial landlord": what the company does, not what the person lets.
_BUSINESS = re.compile(r"\W*(?:an? )?(?:[\w-]+ ){0,2}(?:landlords?|lettings?)\W*", re.IGNORECASE)
_HOLDS_A_COMPANY = frozenset({Tie.DIRECTOR, Tie.SHAREHOLDER, Tie.OWNER})
_UNPAID = re.compile(r"\b(?:unpaid|voluntary|volunteer|unremunerated|without pay)\b", re.IGNORECASE)


def read_tie(text: str, words: TieWords) -> Tie:
    """The tie a text speaks of; `unknown` where no listed phrase stands in it."""
    for tie, pattern in words.ties:
        if pattern.search(text):
            return tie
    return Tie.UNKNOWN


def read_relationship(text: str, words: TieWords) -> Relationship | None:
    """Whose interest the text speaks of, None where it names nobody else."""
    for relationship, pattern in words.relationships:
        if pattern.search(text):
            return relationship
    return None


def without_relationship(text: str, words: TieWords) -> str:
    """The text with the relationship's words taken out, so that "civil partner" is not read as a GP partner."""
    for _, pattern in words.relationships:
        text = pattern.sub(" ", text)
    return re.sub(r"\s+", " ", text).strip()


def tie_of_interest(interest: Interest, words: TieWords) -> tuple[Tie, Relationship]:
    """Tie and relationship of a register row, from its nature, its organisation cell and its relationship."""
    nature = _held_jointly(interest.nature)
    told = " ".join(part for part in (interest.relationship, nature) if part)
    relationship = read_relationship(told, words) or read_relationship(interest.organisation, words)
    if relationship is None:
        relationship = Relationship.UNSTATED if interest.direct is False else Relationship.SELF
    elif interest.direct is True:
        relationship = Relationship.SELF
    tie = Tie.UNKNOWN
    unnamed = _without_name(nature, interest.organisation)  # "director of Dale Partnership LLP" is no partner
    for text in (
        _before_its_business(nature, interest.organisation, words),
        unnamed,
        nature,
        interest.organisation,
        interest.position or "",
    ):
        tie = read_tie(without_relationship(text, words), words)
        if tie is not Tie.UNKNOWN:
            break
    if (
        tie in (Tie.MEMBER, Tie.ROLE)
        and _LLP_MEMBER.search(nature)
        and _LLP.search(f"{interest.organisation} {nature}")
    ):
        tie = Tie.OWNER
    if tie is Tie.UNKNOWN and relationship not in (Relationship.SELF, Relationship.SPOUSE):
        tie = read_tie(interest.nature, words)
    return tie, relationship


def practice_tie_beside(interest: Interest, words: TieWords) -> Tie | None:
    """The tie to the practice that a row about its building tells of as well: "GP partner and part owner of the
    building" is both. None where the row says no such thing, or says that it is over."""
    for clause in _CLAUSE.split(_held_jointly(interest.nature)):
        tie = read_tie(clause, words)
        if tie in _OF_THE_PRACTICE and not _NOT_OWN.search(clause):
            return tie
    return None


def _without_name(nature: str, organisation: str) -> str:
    """The words without the organisation's own name, which says nothing of the tie."""
    at = nature.casefold().find(organisation.casefold()) if organisation else -1
    return nature if at < 0 else f"{nature[:at]} {nature[at + len(organisation) :]}"


def _before_its_business(nature: str, organisation: str, words: TieWords) -> str:
    """What stands before a company's name that only the kind of its business follows; else nothing."""
    before, name, after = nature.partition(organisation) if organisation else ("", "", "")
    holds = bool(name) and read_tie(before, words) in _HOLDS_A_COMPANY
    return before if holds and _BUSINESS.fullmatch(after) else ""


def _held_jointly(nature: str) -> str:
    """The words without the relative with whom something is held: it is the person's own all the same."""
    match = _JOINTLY.search(nature)
    joint = match is not None and _HOLDS.search(nature[: match.start()])
    return _JOINTLY.sub("", nature) if joint else nature


def category_of(interest: Interest, tie: Tie) -> InterestCategory:
    """The register's category; where it gives none, or "Indirect" alone, what the tie implies: work, ownership,
    shares and contracts are money, whoever's they are."""
    if interest.category is not None:
        return interest.category
    if tie is Tie.DIRECTOR and _UNPAID.search(interest.nature):
        return InterestCategory.NON_FINANCIAL_PROFESSIONAL
    if tie in MONEY_TIES or tie in (Tie.DIRECTOR, Tie.UNKNOWN):
        return InterestCategory.FINANCIAL
    return InterestCategory.NON_FINANCIAL_PROFESSIONAL if tie is Tie.ROLE else InterestCategory.NON_FINANCIAL_PERSONAL
