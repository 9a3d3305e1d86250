"""What a PDF page is made of, turned upright: words with their places, ruled lines, and how much of it is pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Word:
    """One word. Places are in points from the upright page's top left corner.

    `turn` counts quarter turns against the clock between the page and the word's own reading direction: 0 is level,
    1 reads upwards, 3 downwards. `soft` marks a hyphen at its end that hyphenation put there; it is not in `text`.
    `tab` marks one that a tab put where other lines have their next column. `drawn` is its turn in the order of
    drawing, and `seams` are the places in its text where another drawn piece begins, each with where that stands.
    `cut` marks one of which a spreadsheet printed only as much as its column holds. `clip` is the box, left, top, right
    and bottom, of which it reaches out and outside of which it is not seen. `spaced` marks the last of a drawn piece
    that goes on with a space.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool = False
    turn: int = 0
    soft: bool = False
    tab: bool = False
    drawn: int = 0
    seams: tuple[tuple[int, float], ...] = ()
    cut: bool = False
    clip: tuple[float, float, float, float] | None = None
    spaced: bool = False

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def home(self) -> tuple[float, float]:
        """The middle of the word, or where it is nearest to that in the box outside of which it is not seen."""
        if self.clip is None:
            return self.centre, self.middle
        x0, top, x1, bottom = self.clip
        return max(x0 + 1, min(self.centre, x1 - 1)), max(top + 1, min(self.middle, bottom - 1))

    def moved(self, across: float, down: float = 0.0) -> Word:
        """The word so many points further to the right and lower, with all that is told of its place."""
        clip = self.clip and (self.clip[0] + across, self.clip[1] + down, self.clip[2] + across, self.clip[3] + down)
        seams = tuple((at, x + across) for at, x in self.seams)
        return replace(
            self, x0=self.x0 + across, x1=self.x1 + across, top=self.top + down, bottom=self.bottom + down, seams=seams,
            clip=clip,
        )  # fmt: skip

    @property
    def unseen(self) -> bool:
        """Whether its middle is not seen."""
        return self.clip is not None and self.home != (self.centre, self.middle)


@dataclass(frozen=True, slots=True)
class Rule:
    """A ruled line: `at` is where it stands across its own direction, `start` and `end` along it.

    `shade` marks the side of a coloured area, where nothing is drawn.
    """

    at: float
    start: float
    end: float
    shade: bool = False


@dataclass(frozen=True, slots=True)
class PageContent:
    """One page. `pictured` is the share of it that pictures cover; `hidden` marks words nobody sees, laid over a scan.

    `slanted` holds words at an angle, like a watermark; `drawn` counts the strokes of its drawings; `garbled` marks
    letters whose meaning the file does not tell.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    across: tuple[Rule, ...] = ()
    down: tuple[Rule, ...] = ()
    pictured: float = 0.0
    hidden: bool = False
    slanted: str = ""
    drawn: int = 0
    garbled: bool = False


@dataclass(frozen=True, slots=True)
class TextLine:
    """Words on one line, from left to right."""

    words: tuple[Word, ...]

    @property
    def x0(self) -> float:
        return self.words[0].x0

    @property
    def x1(self) -> float:
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def middle(self) -> float:
        return self.words[0].middle

    @property
    def size(self) -> float:
        """The size of most of its letters."""
        sizes: dict[float, int] = {}
        for word in self.words:
            key = round(word.size, 1)
            sizes[key] = sizes.get(key, 0) + len(word.text)
        return max(sizes, key=lambda size: (sizes[size], size))

    @property
    def bold(self) -> bool:
        return all(word.bold for word in self.words if any(letter.isalnum() for letter in word.text))

    @property
    def text(self) -> str:
        """The words with a space between, or a tab where the gap is wide."""
        parts = [self.words[0].text]
        for before, word in pairwise(self.words):
            parts.append("\t" if is_wide(before, word) else " ")
            parts.append(word.text)
        return "".join(parts)


def is_wide(before: Word, word: Word) -> bool:
    """Whether the gap between two neighbours is a tab's, or wider than any space that justified text has."""
    return word.tab or word.x0 - before.x1 > 1.6 * max(before.size, word.size)


def into_lines(words: Iterable[Word]) -> list[TextLine]:
    """Level words as lines from the top down. Words of a line overlap in height by half or more."""
    lines: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda one: (one.middle, one.x0)):
        at = _line_of(word, spans)
        if at is None:
            lines.append([word])
            spans.append((word.top, word.bottom))
        else:
            lines[at].append(word)
    found = [TextLine(tuple(sorted(line, key=lambda one: (one.x0, one.x1)))) for line in lines]
    return sorted(found, key=lambda line: (line.words[0].middle, line.x0))


def _line_of(word: Word, spans: Sequence[tuple[float, float]]) -> int | None:
    """The last few lines are looked at: words come from the top down."""
    for at in range(len(spans) - 1, max(-1, len(spans) - 6), -1):
        top, bottom = spans[at]
        shared = min(bottom, word.bottom) - max(top, word.top)
        if shared >= 0.55 * min(bottom - top, word.height):
            return at
    return None


def upright(words: Sequence[Word]) -> list[Word]:
    """Words that all read upwards or downwards, turned level; their places then hold among themselves only."""
    turned = []
    for word in words:
        if word.turn == 1:
            box = (-word.bottom, word.x0, -word.top, word.x1)
        elif word.turn == 3:
            box = (word.top, -word.x1, word.bottom, -word.x0)
        elif word.turn == 2:
            box = (-word.x1, -word.bottom, -word.x0, -word.top)
        else:
            box = (word.x0, word.top, word.x1, word.bottom)
        x0, top, x1, bottom = box
        turned.append(Word(word.text, x0, top, x1, bottom, word.size, word.bold, 0, word.soft))
    return turned
