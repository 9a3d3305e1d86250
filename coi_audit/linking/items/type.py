"""Which decision type or procedure the words of an agenda item name: the most specific phrase wins."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coi_audit.linking.name_text import Name
from coi_audit.model.words import Purpose
from coi_audit.rulebook.phrases import Found, Word, words_of
from coi_audit.rulebook.vocabulary_books import PURPOSES, ClosedWhen, Concerns, Vocabulary

_GENERAL = 0.5  # a general type's phrase counts as that much shorter
_BODIES_OWN = frozenset({"commissioning", "commissioner", "committee", "co", "contracting", "team", "representative"})
_GROUPS = frozenset({"committee", "subcommittee", "group", "board", "team", "forum", "directorate"})
_NAME_REACH = 4  # words within which a group's name ends: "primary care commissioning committee"
_JOINING = frozenset({"and", "the", "of", "a", "an", "any", "for", "from", "to", "in", "at", "on", "by"})


@dataclass(frozen=True, slots=True)
class TypeRead:
    """The type, the phrase that named it, and how: `sure` by a phrase of the title, else by a hint or the text."""

    code: str
    phrase: str
    where: str  # "title" or "words"
    sure: bool
    found: Found[str]


@dataclass(frozen=True, slots=True)
class ProcedureRead:
    label: str
    purpose: Purpose
    phrase: str
    gives_way: bool


def read_type(
    title: Sequence[Word], text: str, vocabulary: Vocabulary, *, trader: bool = False, practice: bool = False
) -> TypeRead | None:
    """The decision type of an item. `title` are its words with the names of practices taken out.

    `trader` and `practice` say that the title names a practice, network or federation, and a practice. An item that
    names a trader is not the body's own affair, whatever its words ("Change of membership: Elm PCN").
    """
    types = vocabulary.types
    theirs = trader or _said_of_practices(title, vocabulary)
    barred = frozenset(code for code in types if theirs and types[code].concerns is Concerns.NEVER)
    best = _best(title, vocabulary, hints=False, barred=barred)
    if best is not None and not practice:
        stronger = frozenset(types) - frozenset(types[best.value].yields_to)
        best = _best(title, vocabulary, hints=False, barred=barred | stronger) or best
    if best is not None and types[best.value].act and not practice:
        services = frozenset(code for code in types if types[code].closed is ClosedWhen.WITH_ACT)
        best = _best(title, vocabulary, hints=False, barred=frozenset(types) - services) or best
    if best is not None:
        return TypeRead(best.value, best.phrase, "title", True, best)
    in_text = _best(words_of(text), vocabulary, hints=False, barred=barred) if text else None
    if _speaks_of_practice(title, vocabulary):
        barred |= frozenset(code for code in types if types[code].concerns is Concerns.NEVER)
    hint = _best(title, vocabulary, hints=True, barred=barred)
    if hint is not None and (in_text is None or not vocabulary.types[hint.value].general):
        return TypeRead(hint.value, hint.phrase, "title", False, hint)
    if in_text is not None:
        return TypeRead(in_text.value, in_text.phrase, "words", False, in_text)
    return None


def _said_of_practices(title: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether the words speak of something within practices: "freedom to speak up in general practice"; or of one
    practice: "sickness absence claim, practice in the north"."""
    if vocabulary.subjects.one_practice.find(title):
        return True
    found = vocabulary.subjects.in_practices.find(title)
    return any(each.last + 1 >= len(title) or title[each.last + 1].stem not in _BODIES_OWN for each in found)


def _speaks_of_practice(title: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether general practice is the subject and no part of a group's name: "place committee: general practice"."""
    not_meant = vocabulary.subjects.not_general_practice.find(title)
    return any(
        not any(word.stem in _GROUPS for word in title[each.last + 1 : each.last + 1 + _NAME_REACH])
        for each in vocabulary.subjects.general_practice.find(title)
        if not any(other.first <= each.first and each.last <= other.last for other in not_meant)
    )


def _best(
    words: Sequence[Word], vocabulary: Vocabulary, *, hints: bool, barred: Collection[str] = ()
) -> Found[str] | None:
    book = vocabulary.type_hints if hints else vocabulary.type_phrases
    unless = vocabulary.type_unless.find(words)
    found = [
        each
        for each in book.find(words)
        if each.value not in barred
        and not any(u.value == each.value and u.first <= each.last and each.first <= u.last for u in unless)
    ]

    def specific(each: Found[str]) -> tuple[float, int]:
        return each.words - _GENERAL * vocabulary.types[each.value].general, each.letters

    return max(found, key=specific, default=None)


def read_procedure(title: Sequence[Word], vocabulary: Vocabulary) -> ProcedureRead | None:
    """The procedure a title names, of whatever length the rest is; None where it names none."""
    found = vocabulary.procedure_anywhere.find(title)
    if not found:
        found = _alone(title, vocabulary)
    longer = _best(title, vocabulary, hints=False)
    if longer is not None:
        found = [each for each in found if not _covers(longer, each)]
    if not found:
        return None
    order = list(vocabulary.procedures)
    first = min(found, key=lambda each: (order.index(each.value), -each.words))
    kinds = [vocabulary.procedures[each.value] for each in found]
    return ProcedureRead(
        label=first.value,
        purpose=max((kind.purpose for kind in kinds), key=PURPOSES.index),
        phrase=first.phrase,
        gives_way=all(kind.gives_way for kind in kinds),
    )


def _covers(longer: Found[str], found: Found[str]) -> bool:
    return longer.first <= found.first and found.last <= longer.last and longer.words > found.words


def _alone(title: Sequence[Word], vocabulary: Vocabulary) -> list[Found[str]]:
    """Words that are procedure only where nothing else is left in the title."""
    found = vocabulary.procedure_alone.find(title)
    covered = {index for each in found for index in range(each.first, each.last + 1)}
    rest = [word for index, word in enumerate(title) if index not in covered]
    nothing_left = all(word.stem in _JOINING or word.stem.isdigit() for word in rest)
    return found if found and nothing_left else []


def without_names(title: str, names: Sequence[Name]) -> tuple[Word, ...]:
    """The words of a title that belong to no organisation's name."""
    return tuple(
        word for word in words_of(title) if not any(name.start < word.end and word.start < name.end for name in names)
    )
