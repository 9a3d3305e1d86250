"""What an agenda item is for: decision, discussion or information, from the agenda's words, else the title's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.linking.items.title_heads import find_heads
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Purpose
from coi_audit.rulebook.phrases import Found, PhraseBook, Word, words_of
from coi_audit.rulebook.vocabulary_books import PURPOSES, ActionBooks

_ASK_WORDS = 4  # an action word stands so close behind "is asked to"
_ASK_REACH = 60  # further asks of one list stand within so many words
_GOVERNED = frozenset({"acts", "talks"})  # tiers of title words that the head of a report outweighs
_LAST = "talks"
_JOINS = frozenset({"and", "or", "to"})
_HEADING_WORDS = frozenset({"for", "to", "item", "matter", "part", "section"})


@dataclass(frozen=True, slots=True)
class PurposeRead:
    """The purpose, the sentence that says why, and whether the agenda itself asked for it."""

    purpose: Purpose
    because: str
    by_agenda: bool = False


def read_purpose(item: AgendaItem, books: ActionBooks, *, usual: Purpose, usual_of: str) -> PurposeRead:
    """Work out the purpose of one item. `usual` is what an item of this type is for where no word says."""
    ignored = ""
    if item.action and item.action.strip():
        asked = _action(item.action, books)
        if asked is not None:
            purpose, word = asked
            said = f'The agenda\'s action "{item.action}" says {purpose} ("{word}").'
            return PurposeRead(purpose, said, by_agenda=True)
        ignored = f'"{item.action}" is no action word. '
    read = (
        _asked_in_text(item.text, books)
        or _title(item.title, books, first=0, last=1)
        or _heading(item.section, books)
        or _title(item.title, books, first=1, last=len(books.tiers))
    )
    if read is not None:
        return PurposeRead(read.purpose, ignored + read.because, read.by_agenda)
    return PurposeRead(usual, f"{ignored}No word says what is asked; {usual_of} is usually for {usual}.")


def asks_for_decision(item: AgendaItem, books: ActionBooks) -> bool:
    """Whether the agenda's own action word asks the committee to decide."""
    asked = _action(item.action or "", books)
    return asked is not None and asked[0] is Purpose.DECISION


def strongest(purposes: Sequence[Purpose]) -> Purpose:
    """The strongest of one or more purposes."""
    return max(purposes, key=PURPOSES.index)


def _strongest_found(found: Sequence[Found[Purpose]]) -> Found[Purpose]:
    return max(found, key=lambda each: (PURPOSES.index(each.value), each.words, each.letters))


def _action(action: str, books: ActionBooks) -> tuple[Purpose, str] | None:
    words = words_of(action)
    refused = books.not_asked.find(words)
    found = _outside(books.words.find(words), refused)
    found = _outside(found, [each for each in books.no_action.find(words) if each.words > 1])
    if found:
        best = _strongest_found(found)
        return best.value, best.phrase
    return (Purpose.INFORMATION, refused[0].phrase) if refused else None


def _outside(found: Sequence[Found[Purpose]], taken: Sequence[Found[str]]) -> list[Found[Purpose]]:
    return [each for each in found if not any(each.first <= t.last and t.first <= each.last for t in taken)]


def _asked_in_text(text: str, books: ActionBooks) -> PurposeRead | None:
    words = words_of(text)
    found: list[Found[Purpose]] = []
    for cue in books.asked_by.find(words):
        found += _asks_after(text, words, cue.last, books.words)
    if not found:
        return None
    best = _strongest_found(found)
    return PurposeRead(best.value, f'The item\'s words ask the committee to "{best.phrase}".', by_agenda=True)


def _asks_after(text: str, words: Sequence[Word], cue: int, book: PhraseBook[Purpose]) -> list[Found[Purpose]]:
    """Action words right behind "is asked to", and those that begin the further points of its list."""
    found: list[Found[Purpose]] = []
    for index in range(cue + 1, min(cue + 1 + _ASK_REACH, len(words))):
        gap = text[words[index - 1].end : words[index].start]
        if "." in gap and "\n" not in gap and index > cue + 1:
            break
        near = index <= cue + _ASK_WORDS and not found
        begins = any(mark in gap for mark in "\n;:•,") or words[index - 1].stem in _JOINS
        if near or begins:
            found += book.find_at(words, index)
    return found


def _title(title: str, books: ActionBooks, *, first: int, last: int) -> PurposeRead | None:
    """By the tiers of title words, strongest first; what only says what a report tells of asks for nothing."""
    words = words_of(title)
    told = find_heads(title, words, books.report_heads)
    for name, book in books.tiers[first:last]:
        found = _longest_of_each(book.find(words))
        if name in _GOVERNED:
            found = [each for each in found if each.first not in told.governed]
        if name == _LAST:
            found += [_informing(each) for each in told.heads]
        if found:
            best = _strongest_found(found)
            return PurposeRead(best.value, f'The title\'s "{best.phrase}" says {best.value}.')
    return None


def _informing(head: Found[str]) -> Found[Purpose]:
    return Found(Purpose.INFORMATION, head.phrase, head.first, head.last, head.words, head.letters)


def _longest_of_each(found: Sequence[Found[Purpose]]) -> list[Found[Purpose]]:
    """Without the words that are part of a longer one: "work plan" is no "plan"."""
    return [
        each
        for each in found
        if not any(o.first <= each.first and each.last <= o.last and o.words > each.words for o in found)
    ]


def _heading(section: str | None, books: ActionBooks) -> PurposeRead | None:
    words = words_of(section or "")
    found = books.words.find(words)
    if not found or not (len(words) <= 2 or any(word.stem in _HEADING_WORDS for word in words)):
        return None
    best = _strongest_found(found)
    said = f'It stands under the heading "{section}", which says {best.value}.'
    return PurposeRead(best.value, said, by_agenda=True)
