"""Whose matter an agenda item is: whether it concerns GP services, and which practices or providers it touches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.linking.items.parties import PRIMARY_CARE_WORDS, says_general_practice
from coi_audit.linking.name_text import LEGAL_FORMS, PRACTICE, Name
from coi_audit.model.words import CommitteeKind, OrganisationKind, Scope
from coi_audit.rulebook.phrases import Found, Word, words_of
from coi_audit.rulebook.vocabulary_books import ClosedWhen, Concerns, DecisionType, Vocabulary

PRIMARY_CARE = frozenset({CommitteeKind.PCCC, CommitteeKind.JOINT})
_AWARD = "C01"
_PROVIDER_TYPES = frozenset({"C01", "C03", "C12", "C18", "C19", "C22", "C23", "C25", "C26", "C27"})
_OWNED = frozenset({OrganisationKind.COMPANY, OrganisationKind.FEDERATION})


@dataclass(frozen=True, slots=True)
class Concern:
    """Whether the subject is general practice, why, and whether the words (not only the committee) say so."""

    gp_services: bool
    because: str
    by_words: bool


def about_general_practice(
    words: Sequence[Word],
    kind: DecisionType,
    names: Sequence[Name],
    vocabulary: Vocabulary,
    *,
    committee: CommitteeKind,
    told_by: Found[str] | None,
) -> Concern:
    """Judge the subject of an item that is not procedure. `words` are the title's, practices' names taken out.

    `told_by` is the phrase of those words that gave the type; None where a mere hint did, or nothing.
    """
    if kind.concerns is Concerns.NEVER:
        return Concern(False, f"{kind.title}: no GP service.", True)
    practice = next((name.text for name in names if name.kind in (PRACTICE, OrganisationKind.PCN)), None)
    said = says_general_practice(words, vocabulary.subjects)
    if said == PRIMARY_CARE_WORDS and vocabulary.subjects.other_primary_care.find(words):
        said = None
    other = _other_service(words, kind, told_by, vocabulary)
    if committee in PRIMARY_CARE:
        if other is not None and practice is None and said is None:
            return Concern(False, f'"{other.phrase}" is another service than general practice.', True)
        return Concern(True, "A primary care committee deals with GP services.", bool(practice or said))
    if practice is not None:
        return Concern(True, f'It names "{practice}".', True)
    if said is not None:
        return Concern(True, f'"{said}" is general practice.', True)
    if told_by is not None and kind.concerns is Concerns.ALWAYS:
        return Concern(True, f"{kind.title} is always about general practice.", True)
    return Concern(False, "No word says general practice.", other is not None)


def _other_service(
    words: Sequence[Word], kind: DecisionType, told_by: Found[str] | None, vocabulary: Vocabulary
) -> Found[str] | None:
    """The longest phrase for another service, outside any always about general practice ("maternity locum")."""
    found = vocabulary.subjects.other_services.find(words)
    if told_by is not None and kind.concerns is Concerns.ALWAYS:
        found = [each for each in found if not (told_by.first <= each.first and each.last <= told_by.last)]
    return max(found, key=lambda each: (each.words, each.letters), default=None)


def scope_of(
    words: Sequence[Word], kind: DecisionType, names: Sequence[Name], vocabulary: Vocabulary, *, gp_services: bool
) -> tuple[Scope, str]:
    """The scope of an item that is not procedure, and the sentence that says why."""
    if kind.scope is Scope.INTERNAL:
        return Scope.INTERNAL, "It is the body's own affair."
    subjects = vocabulary.subjects
    provider = _gaining_provider(kind, names, acts=bool(subjects.award_acts.find(words)))
    if provider is not None:
        return Scope.OTHER_PROVIDER, f'"{provider.text}" is another provider than a practice.'
    supplier = subjects.supplier_gains.longest(words) if kind.code == _AWARD else None
    if supplier is not None:
        return Scope.OTHER_PROVIDER, f'"{supplier.phrase}" makes a supplier gain.'
    named = next((name for name in names if name.kind is PRACTICE), None)
    if named is not None:
        return Scope.NAMED_PRACTICE, f'It names "{named.text}".'
    network = next((name for name in names if name.kind is OrganisationKind.PCN), None)
    if network is not None:
        return Scope.SOME_PRACTICES, f'It names the network "{network.text}".'
    if not gp_services:
        return _elsewhere(words, kind, vocabulary)
    acts = (*vocabulary.type_phrases.find(words), *vocabulary.type_hints.find(words))
    award = next((found for found in acts if found.value == _AWARD), None)
    if (kind.closed is ClosedWhen.WITH_ACT or _AWARD in kind.yields_to) and award is not None:
        return Scope.OTHER_PROVIDER, f'"{award.phrase}" makes a provider gain.'
    return _by_words(words, kind, vocabulary)


def _gaining_provider(kind: DecisionType, names: Sequence[Name], *, acts: bool) -> Name | None:
    """The first organisation, other than a practice or network, that the item is a gain for."""
    practice = any(name.kind is PRACTICE for name in names)
    for name in names:
        if name.kind in (None, PRACTICE, OrganisationKind.PCN):
            continue
        product = words_of(name.text)[-1].stem not in LEGAL_FORMS  # "EMIS update" is no gain of its maker's
        if kind.code == "C21" and product and not acts:
            continue
        if not practice or name.kind in _OWNED or kind.code in _PROVIDER_TYPES:
            return name
    return None


def _elsewhere(words: Sequence[Word], kind: DecisionType, vocabulary: Vocabulary) -> tuple[Scope, str]:
    """The scope of an item about something else than general practice, where nobody is named."""
    other = vocabulary.subjects.other_services.longest(words)
    if other is not None:
        return Scope.OTHER_PROVIDER, f'"{other.phrase}" is a service of other providers.'
    if kind.code in _PROVIDER_TYPES:
        return Scope.OTHER_PROVIDER, f"{kind.title}: another provider gains."
    return Scope.NONE, "It touches no practice and no provider."


def _by_words(words: Sequence[Word], kind: DecisionType, vocabulary: Vocabulary) -> tuple[Scope, str]:
    """The scope of an item about general practice that names nobody."""
    single = vocabulary.subjects.one_practice.longest(words)
    if single is not None:
        return Scope.NAMED_PRACTICE, f'"{single.phrase}" is one practice.'
    group = vocabulary.subjects.groups.longest(words)
    if group is not None:
        return Scope.SOME_PRACTICES, f'"{group.phrase}" is a group of practices.'
    every = vocabulary.subjects.everybody.longest(words)
    if every is not None:
        return Scope.ALL_PRACTICES, f'"{every.phrase}" means every practice.'
    policy = vocabulary.subjects.policies.longest(words) if kind.scope is Scope.NAMED_PRACTICE else None
    if policy is not None:
        return Scope.ALL_PRACTICES, f'"{policy.phrase}" means a rule for every practice.'
    said = vocabulary.scope_words[kind.code].longest(words)
    usual = kind.scope if said is None else said.value
    if usual is Scope.NAMED_PRACTICE:
        several = next((word.written for word in words if word.folded in _SEVERAL), None)
        if several is not None:
            return Scope.SOME_PRACTICES, f'"{several}" are more than one, and none is named.'
    if said is not None:
        return said.value, f'"{said.phrase}" in {kind.title.lower()} means {_SPELT[said.value]}.'
    return kind.scope, f"Nobody is named; {kind.title.lower()} usually touches {_SPELT[kind.scope]}."


_SEVERAL = frozenset(  # many of these are matters of as many practices
    {"practices", "surgeries", "branches", "appeals", "applications", "claims", "requests", "resignations"}
    | {"retirements", "mergers", "closures", "relocations", "leases", "notices", "breaches", "variations"}
)
_SPELT = {
    Scope.NAMED_PRACTICE: "one practice",
    Scope.SOME_PRACTICES: "some practices",
    Scope.ALL_PRACTICES: "all practices",
    Scope.OTHER_PROVIDER: "another provider",
    Scope.INTERNAL: "the body itself",
    Scope.NONE: "nobody",
}
