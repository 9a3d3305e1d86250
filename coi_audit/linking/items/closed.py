"""Whether an agenda item is a closed one, and whether it pays nobody (contract, section 6)."""

from __future__ import annotations

from collections.abc import Sequence

from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Purpose, Scope
from coi_audit.rulebook.phrases import Word, words_of
from coi_audit.rulebook.vocabulary_books import ClosedWhen, DecisionType, Vocabulary


def is_closed(
    item: AgendaItem, kind: DecisionType, scope: Scope, plain: Sequence[Word], vocabulary: Vocabulary
) -> bool:
    """Whether it is a closed item (contract, section 6)."""
    headings = vocabulary.subjects.private_headings
    if item.private or any(headings.find(words_of(text)) for text in (item.section or "", item.title)):
        return True
    if kind.closed is ClosedWhen.WITH_ACT:
        words = [*plain, *words_of(item.text)]
        return bool(vocabulary.subjects.award_acts.find(words))
    named = kind.closed is ClosedWhen.NAMED_PRACTICE and scope is Scope.NAMED_PRACTICE
    return kind.closed is ClosedWhen.ALWAYS or named


def pays_nobody(kind: DecisionType, purpose: Purpose, plain: Sequence[Word], vocabulary: Vocabulary) -> bool:
    """Whether an item of C21, C24 or C28 allocates no money."""
    allocates = purpose is Purpose.DECISION and bool(vocabulary.subjects.money.find(plain))
    return kind.pays_nobody and not allocates
