"""The decision type of an agenda item where what is named tells more than its words, or they are no practice's."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.linking.items.parties import ItemParties
from coi_audit.linking.items.scope import Concern
from coi_audit.linking.items.type import TypeRead
from coi_audit.model.words import OrganisationKind, Scope
from coi_audit.rulebook.phrases import Word, words_of
from coi_audit.rulebook.vocabulary_books import ClosedWhen, Concerns, DecisionType, Vocabulary

COMPANIES = frozenset({OrganisationKind.COMPANY, OrganisationKind.CONSULTANCY})  # they gain: no body's own affair
_BY_NAME = {  # where only a name is given, what it is a matter of
    OrganisationKind.PRACTICE: "C02",
    OrganisationKind.PCN: "C20",
    OrganisationKind.FEDERATION: "C19",
    OrganisationKind.CHARITY: "C27",
    OrganisationKind.SUPPORT_UNIT: "C25",
    OrganisationKind.CONSULTANCY: "C26",
}
_LET_TO = frozenset({OrganisationKind.COMPANY, OrganisationKind.FEDERATION})
_AWARD = "C01"
_UNKNOWN = "C28"
_SERVICE = "C22"
_ADVICE = "C26"
_APPOINTING = frozenset({"appoint", "appoints", "appointing", "appointed", "appointment"})  # and no "appointments"
_ENGAGING = ("appoint", "engag")
_CHARITY = "C27"
_GRANTS = frozenset({"grant", "funding", "donation"})


def type_of(
    plain: Sequence[Word], parties: ItemParties, read: TypeRead | None, vocabulary: Vocabulary
) -> tuple[DecisionType, str]:
    """The decision type, by the words, else by what is named."""
    bodies = [name.kind for name in parties.in_title if name.kind is not OrganisationKind.PRACTICE]
    by_name = next((_BY_NAME[kind] for kind in bodies if kind in _BY_NAME), None)
    if by_name == _CHARITY and any(word.stem in _GRANTS for word in plain):
        kind = vocabulary.types[_CHARITY]
        return kind, f"A grant to a charity is {kind.code}, {kind.title.lower()}."
    if _adviser_chosen(plain, parties, read, vocabulary):
        kind = vocabulary.types[_ADVICE]
        return kind, f"An adviser or supplier is chosen, whatever it is about: {kind.code}, {kind.title.lower()}."
    if read is not None and _let_to_a_company(plain, parties, read, vocabulary):
        kind = vocabulary.types[_AWARD]
        return kind, f"A company is given the service: {kind.code}, {kind.title.lower()}."
    if read is not None and _paid_to_a_company(plain, parties, read, vocabulary):
        kind = vocabulary.types[by_name or _SERVICE]
        return kind, f"A company is paid for a service: {kind.code}, {kind.title.lower()}."
    if read is not None and (read.sure or by_name is None):
        kind = vocabulary.types[read.code]
        return kind, f'"{read.phrase}" in its {read.where} is {kind.code}, {kind.title.lower()}.'
    if parties.all:
        codes = [_BY_NAME[name.kind] for name in parties.all if name.kind in _BY_NAME]
        kind = vocabulary.types[codes[0] if codes else _SERVICE]
        return kind, f"Only a name is given: taken for {kind.code}, {kind.title.lower()}."
    other = vocabulary.subjects.other_services.longest(plain)
    kind = vocabulary.types[_SERVICE if other else _UNKNOWN]
    return kind, f"No word of the vocabulary names a decision: taken for {kind.code}, {kind.title.lower()}."


def _let_to_a_company(plain: Sequence[Word], parties: ItemParties, read: TypeRead, vocabulary: Vocabulary) -> bool:
    """Whether a scheme that practices are usually paid for goes to a company: "extended access: award to Elm Ltd"."""
    companies = any(name.kind in _LET_TO for name in parties.in_title)
    awarded = vocabulary.subjects.award_acts.find(plain)
    return companies and _AWARD in vocabulary.types[read.code].yields_to and bool(awarded)


def _paid_to_a_company(plain: Sequence[Word], parties: ItemParties, read: TypeRead, vocabulary: Vocabulary) -> bool:
    """Whether the words say only what the money of a company is for: "investment in Elm Ltd for a workforce"."""
    companies = any(name.kind in _LET_TO for name in parties.in_title)
    return companies and vocabulary.types[read.code].general and bool(vocabulary.subjects.money.find(plain))


def _adviser_chosen(plain: Sequence[Word], parties: ItemParties, read: TypeRead | None, vocabulary: Vocabulary) -> bool:
    """Whether an adviser or another outside supplier is appointed in a matter that chooses no provider of its own:
    "Evaluation of extended hours: appointment of Rowan Consulting Ltd"."""
    endings = vocabulary.names.endings
    advisers = [
        name
        for name in parties.in_title
        if any(each.value is OrganisationKind.CONSULTANCY for each in endings.find(words_of(name.text)))
    ]
    if advisers and any(word.folded.startswith(_ENGAGING) for word in plain):
        return read is None or vocabulary.types[read.code].closed not in (ClosedWhen.ALWAYS, ClosedWhen.WITH_ACT)
    companies = any(name.kind is OrganisationKind.COMPANY for name in parties.in_title)
    appointed = companies and any(word.folded in _APPOINTING for word in plain)
    return appointed and (read is None or vocabulary.types[read.code].general)


def outside_general_practice(
    told: tuple[DecisionType, str],
    concern: Concern,
    plain: Sequence[Word],
    parties: ItemParties,
    vocabulary: Vocabulary,
) -> tuple[DecisionType, str]:
    """An item about no GP service is no practice's closure, merger or boundary, though the words are the same.

    `told` is the type with the sentence that says why, as `type_of` gives them.
    """
    kind, because = told
    practices_own = kind.scope is Scope.NAMED_PRACTICE or kind.concerns is Concerns.ALWAYS
    if concern.gp_services or not practices_own:
        return kind, because
    gains = any(name.kind in COMPANIES for name in parties.in_title)
    other = gains or vocabulary.subjects.other_services.longest(plain)
    kind = vocabulary.types[_SERVICE if other else _UNKNOWN]
    return kind, f"{because} It is about no GP service: taken for {kind.code}, {kind.title.lower()}."
