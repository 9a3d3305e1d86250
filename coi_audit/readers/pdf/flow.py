"""Joins the lines that a narrow space broke: where a line ends because it was full, and where somebody ended it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from coi_audit.readers.pdf.shapes import TextLine, Word
from coi_audit.readers.pdf.words import ENDINGS, PREFIXES, SMALL_WORDS, USUAL_WORDS

_BULLET = re.compile(r"[•●▪◦‣∙·*➢►▶■□➤→✓–—-]|o")
BULLETS = frozenset("•●▪◦‣∙➢►▶■□➤→✓")  # marks that lead the words behind them, however far off
_DASHES = "o*–—-"
_NUMBER = re.compile(
    r"\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)]|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?|\([a-z0-9]{1,3}\)|[A-Z]\d?[.)]|[A-Z]{1,4}\d{1,3}[.)]?",
)
_BARE_NUMBER = re.compile(r"\d{1,3}|[A-Z]|[ivx]{1,5}")
_DATE = re.compile(r"\d{1,2}[./-]\d{1,2}[./-](?:\d\d|\d{4})|(?:\d{1,2}[./])?(?:19|20)\d\d(?:[/-]\d\d(?:-\d\d)?)?")
_HYPHENS = ("-", "‑", "–")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words that stand whole somewhere in the paper, in small letters; they tell how broken words belong together.

    `cut` says that the paper is known to cut words that are too long for their column.
    """

    words: frozenset[str] = frozenset()
    cut: bool = False

    def holds(self, word: str) -> bool:
        """Whether a word is one, as far as the paper or common use tells."""
        return word in self.words or word in SMALL_WORDS or word in USUAL_WORDS

    @staticmethod
    def of(lines: Iterable[TextLine]) -> Vocabulary:
        """The words with others close on both sides: those at the end of a cell's line may be parts."""
        found = {
            _bare(word.text)
            for line in lines
            for before, word, after in zip(line.words, line.words[1:], line.words[2:], strict=False)
            if word.x0 - before.x1 < 0.45 * word.size and after.x0 - word.x1 < 0.45 * word.size
        }
        return Vocabulary(frozenset(word for word in found if len(word) > 2))


def _bare(text: str) -> str:
    return text.strip(".,;:()[]'\"’‘“”?!").casefold()


def item_mark(line: TextLine) -> bool:
    """Whether a line begins with a bullet, or with a number or letter set apart as lists have them."""
    first = line.words[0].text
    if len(line.words) > 1:
        gap = line.words[1].x0 - line.words[0].x1
        wide = gap > 0.55 * line.words[0].size
        if _BULLET.fullmatch(first):
            return first not in _DASHES or wide
        if _NUMBER.fullmatch(first):
            return True
        return wide and bool(_BARE_NUMBER.fullmatch(first))
    return first[:1] in "•●▪➢►" and len(first) > 1


def follows(earlier: TextLine, line: TextLine) -> bool:
    """Whether a line's number may come next after an earlier one: 6.2 and 6.3, 6.2 and 7, (a) and (b), or bullets."""
    one, other = _places(earlier.words[0].text), _places(line.words[0].text)
    if one is None or other is None:
        return bool(_BULLET.fullmatch(line.words[0].text))
    if len(other) > len(one):
        return other[:-1] == one and other[-1] == 1
    head = one[: len(other)]
    if other[:-1] == head[:-1] and other[-1] == head[-1] + 1:
        return True
    return other[0] == one[0] + 1 and set(other[1:]) <= {1}


def _places(mark: str) -> list[int] | None:
    bare = mark.strip("().")
    if re.fullmatch(r"\d+(?:\.\d+)*", bare):
        return [int(part) for part in bare.split(".")]
    return [ord(bare.casefold())] if len(bare) == 1 and bare.isalpha() else None


def room_left(line: TextLine, following: TextLine, *, right: float, centre: float | None = None) -> float:
    """Points that would have been left on a line, had the next line's first word been put there too.

    Below nothing, the line is full: it was broken because the word did not fit. `centre` is the middle of the space
    where text may stand centred in it.
    """
    word = following.words[0]
    space = 0.27 * line.size
    needed = space + _first_piece(word)
    if centre is not None and abs((line.x0 + line.x1) / 2 - centre) < 2.5:
        spare = 2 * (right - centre) - (line.x1 - line.x0)
        if abs((following.x0 + following.x1) / 2 - centre) < 2.5 and abs(line.x0 - following.x0) > 1.5:
            return spare - needed
    return right - line.x1 - needed


def _first_piece(word: Word) -> float:
    """The width of what could have stood alone before a break: a word up to its first hyphen."""
    cut = re.match(r"[^\W\d_]{2,}[-‑–]", word.text)
    share = len(cut[0]) / len(word.text) if cut and len(cut[0]) < len(word.text) else 1.0
    return (word.x1 - word.x0) * share


def glued(text: str, line: TextLine, following: TextLine, *, space: tuple[float, float], known: Vocabulary) -> str:
    """The text so far with a line's continuation behind it: with a space, or none within a broken word.

    `space` bounds the lines on the left and right.
    """
    last, first = line.words[-1], following.words[0]
    rest = following.text
    if last.soft or first.text[0] in ",.;:)]?!" or (first.text[0] == "/" and len(first.text) > 1):
        return text + rest
    if last.text.endswith(_HYPHENS) and re.search(r"\w[-‑–]$", last.text) and re.match(r"\w", first.text):
        return (text[:-1] if _hyphenated(last.text, first.text, known) else text) + rest
    if last.text.endswith("/") and len(last.text) > 1:
        return text + rest
    if _broken_word(line, first, *space, known):
        return text + rest
    return f"{text} {rest}"


def _hyphenated(last: str, first: str, known: Vocabulary) -> bool:
    """Whether the hyphen was put there only to break the word."""
    head, tail = _bare(last[:-1]).rpartition("-")[2], _bare(first).partition("-")[0]
    if not head.isalpha() or not tail.isalpha() or not first[0].islower():
        return False
    if head in PREFIXES or f"{head}-{tail}" in known.words:
        return False
    return head + tail in known.words and not (head in known.words and tail in known.words)


def _broken_word(line: TextLine, first: Word, left: float, right: float, known: Vocabulary) -> bool:
    """Whether a word too long for its space was cut without a hyphen: no letter more would have fitted the line.

    A word that fits the space is never cut; one that may be a word of its own is known by the paper's other words.
    """
    last = line.words[-1]
    if right - last.x1 > 0.95 * last.size or (last.x1 - last.x0) + (first.x1 - first.x0) < right - left - 1.5:
        return False
    if last.text[-1].isdigit() and first.text[0].isdigit():
        return bool(_DATE.fullmatch(_bare(last.text + first.text)))
    head, tail = _bare(last.text).rpartition("-")[2], _bare(first.text).partition("-")[0]
    shouted = known.cut and last.text.isupper() and first.text.isupper() and len(tail) < 4
    if not ((last.text[-1].islower() and first.text[0].islower()) or shouted) or not re.fullmatch(r"[a-z'’]+", tail):
        return False
    if tail in SMALL_WORDS and known.holds(head):
        return False
    if known.holds(head + tail) or (tail in ENDINGS and not known.holds(head)):
        return True
    if head in SMALL_WORDS or (known.holds(head) and len(tail) > 3):
        return False
    if known.holds(tail):
        return tail == "on" and head[-2:] in ("ti", "si", "xi", "gi", "ni")
    return known.cut or len(tail) <= 3


@dataclass(frozen=True, slots=True)
class Said:
    """One paragraph put together: its words, whether all of them are bold, and its lines."""

    text: str
    bold: bool
    lines: tuple[TextLine, ...]


def said_in_cell(lines: Sequence[TextLine], *, left: float, right: float, known: Vocabulary) -> list[Said]:
    """A cell's lines as its paragraphs; `left` and `right` bound the words that may stand in it."""
    found: list[Said] = []
    for line in lines:
        text = line.text
        if found and not _begins(found[-1].lines, line, left=left, right=right):
            before = found[-1]
            text = glued(before.text, before.lines[-1], line, space=(left, right), known=known)
            found[-1] = Said(text, before.bold and line.bold, (*before.lines, line))
        else:
            found.append(Said(text, line.bold, (line,)))
    return found


def _begins(before: Sequence[TextLine], line: TextLine, *, left: float, right: float) -> bool:
    """Whether a line in a cell begins a paragraph of its own."""
    last = before[-1]
    if item_mark(line):
        listed = item_mark(before[0]) or line.words[0].text[:1] in "•●▪➢►✓" or len(line.words) > 1
        if listed and (
            room_left(last, line, right=right) > 0
            or item_mark(before[0])
            or (line.text[0] not in _DASHES and _BULLET.match(line.text))
        ):
            return True
    if line.top - last.bottom > 0.75 * line.size:
        return True
    first = line.words[0]
    if first.text[0] in ",.;:)]" or first.x1 - first.x0 > right - left - 0.5 * line.size:
        return False  # a word as wide as the space had to stand on a line of its own, or be cut
    centre = (left + right) / 2
    return room_left(last, line, right=right, centre=centre) > max(1.0, 0.12 * line.size)


def cuts_words(lines: Sequence[TextLine], *, left: float, right: float, known: Vocabulary) -> bool:
    """Whether some word in a cell was surely cut for want of space."""
    return any(_broken_word(line, following.words[0], left, right, known) for line, following in pairwise(lines))
