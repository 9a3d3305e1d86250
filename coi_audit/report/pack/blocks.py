"""What a paper's page is made of, once for PDF and Word alike: words with their tone, paragraphs, tables, parts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar


class Tone(StrEnum):
    """How a run of words stands in its line."""

    PLAIN = "plain"
    STRONG = "strong"
    QUIET = "quiet"
    SIGN = "sign"  # a sign beside words that say the same
    BLANK = "blank"  # to be filled in; the words say with what
    WIDE = "wide"  # to be filled in with a sentence
    TICK = "tick"  # a box to tick
    TICKED = "ticked"  # a box that the papers have ticked


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one tone."""

    text: str
    tone: Tone = Tone.PLAIN


Line = tuple[Run, ...]
Cell = tuple[Line, ...]


class Style(StrEnum):
    """What a paragraph is for."""

    PLAIN = "plain"
    SAY = "say"  # to be read out
    DO = "do"  # to be done, not read out
    SMALL = "small"
    NOTE = "note"
    NONE = "none"  # nothing to tell, said so
    DRAFT = "draft"  # wording for the minutes
    META = "meta"  # what stands under a heading


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; with a label it hangs beside it."""

    kind: ClassVar[str] = "text"
    line: Line
    style: Style = Style.PLAIN
    label: str = ""

    @property
    def leads_in(self) -> bool:
        """Whether what follows belongs to it."""
        return bool(self.line) and self.line[-1].text.endswith(":")


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list."""

    kind: ClassVar[str] = "bullets"
    lines: tuple[Line, ...]
    small: bool = False
    columns: bool = False  # short entries: two beside each other
    said: bool = False  # to be read out


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading below the part's own, which is of level 2."""

    kind: ClassVar[str] = "heading"
    text: str
    level: int = 3


@dataclass(frozen=True, slots=True)
class Column:
    """`width` in millimetres; 0 takes what the others leave."""

    title: str
    width: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """`tall` leaves room in each row to write by hand."""

    kind: ClassVar[str] = "table"
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    caption: str = ""
    tall: bool = False


@dataclass(frozen=True, slots=True)
class Card:
    """Blocks about one matter, marked off at the edge."""

    kind: ClassVar[str] = "card"
    blocks: tuple[Text, ...]


Block = Text | Bullets | Heading | Table | Card


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the pack. `whom` says whose hands it is for; `plain_title` stands for it where parts are listed."""

    anchor: str
    title: str
    blocks: tuple[Block, ...]
    whom: str = ""
    new_page: bool = True
    plain_title: str = ""


def line(*parts: str | Run) -> Line:
    """A line of runs; bare words are plain, empty ones fall out."""
    return tuple(Run(part) if isinstance(part, str) else part for part in parts if part)


def cell(*lines: str | Run | Line) -> Cell:
    """A cell of a table, one paragraph a line."""
    return tuple(one if isinstance(one, tuple) else line(one) for one in lines)


def strong(text: str) -> Run:
    """Words that stand out."""
    return Run(text, Tone.STRONG)


def quiet(text: str) -> Run:
    """Words beside the matter."""
    return Run(text, Tone.QUIET)


def sign(text: str) -> Run:
    """A sign; the words beside it say the same."""
    return Run(text, Tone.SIGN)


def blank(what: str, *, wide: bool = False) -> Run:
    """Room to fill in; `what` says with what: "time"."""
    return Run(what, Tone.WIDE if wide else Tone.BLANK)


def tick(words: str = "to do") -> Run:
    """A box to tick; `words` say what an empty one means."""
    return Run(words, Tone.TICK)


def ticked(words: str = "done") -> Run:
    """A box that the papers have ticked."""
    return Run(words, Tone.TICKED)


def text(*parts: str | Run, style: Style = Style.PLAIN, label: str = "") -> Text:
    """A paragraph."""
    return Text(line(*parts), style, label)


def say(*parts: str | Run) -> Text:
    """Words to read out."""
    return text(*parts, style=Style.SAY)


def do(*parts: str | Run) -> Text:
    """What to do, not to read out."""
    return text(*parts, style=Style.DO)


def bullets(lines: Iterable[str | Line], *, small: bool = False, columns: bool = False, said: bool = False) -> Bullets:
    """A list of lines."""
    return Bullets(tuple(one if isinstance(one, tuple) else line(one) for one in lines), small, columns, said)
