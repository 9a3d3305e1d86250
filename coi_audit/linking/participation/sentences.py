"""Passages of minutes cut into statements: sentences, and whole rows of a table; each with the place it was read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coi_audit.linking.people.names import plain
from coi_audit.model.evidence import SourceRef
from coi_audit.model.letters import CAPITALS
from coi_audit.model.meetings import Passage
from coi_audit.rulebook.minutes_words import MinutesWords

_BREAK = re.compile(
    rf"(?!;\s+(?:agenda\s+)?[Ii]tems?\s+\d[\d, &and]*\.?(?:\s|$))"
    rf"(?:[.!?;][)\]'\"]?\s+(?=[(\[\"']?[{CAPITALS}0-9(\[])|;\s+|\n+|(?<=\])\s+(?=\[))"
)
_LAST_WORD = re.compile(r"([\w'.]+)$")
# "JK left the room.": a sentence of its own, with whoever did it; no cell of a row of short cells.
_TOLD = re.compile(
    rf"^(?:[\[(]?\d{{1,2}}[:.]\d{{2}}[\])]?\s*)?(?:[{CAPITALS}][\w'-]+\s[{CAPITALS}][\w'-]+|(?:Dr|Drs|Mr|Mrs|Ms|Miss|Prof|Cllr|The|All|Both|Members|[{CAPITALS}]{{2,4}})\b)[^|]*\s"
    r"(?:\w+ed|left|withdrew|went|took|gave|said|spoke|has|have|had|is|was|were|are|came)\b",
)
_LISTED = re.compile(r"^\s*(?:[-•*o–]|\(?\d{1,2}[.)]|\(?[a-z][.)])\s+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or table row. `passage` and `order` place it within its section, both from 0."""

    text: str  # with one kind of dash and apostrophe
    source: SourceRef  # its `text` is the sentence as it stands there
    passage: int
    order: int
    row: bool = False  # a row of a table, cells joined by " | "


def sentences(passages: Sequence[Passage], words: MinutesWords) -> tuple[Sentence, ...]:
    """All sentences of the passages, in order. Cells of one table row are one sentence."""
    found: list[Sentence] = []
    for number, (text, source, row) in enumerate(_blocks(passages, words)):
        parts = [text] if row else split_sentences(text, words)
        for part in parts:
            place = source.model_copy(update={"text": part})
            found.append(Sentence(plain(part), place, number, len(found), row))
    return tuple(found)


def _blocks(passages: Sequence[Passage], words: MinutesWords) -> Iterator[tuple[str, SourceRef, bool]]:
    """Paragraphs as they are; neighbouring cells of one table row joined."""
    waiting: list[Passage] = []
    for passage in (*passages, None):
        place = (passage.source.file, passage.source.table, passage.source.row) if passage else None
        whole = bool(waiting) and _is_row(waiting[-1])
        if waiting and (whole or place != (waiting[0].source.file, waiting[0].source.table, waiting[0].source.row)):
            yield from _row(waiting, words)
            waiting = []
        if passage is None:
            return
        if passage.source.table is not None and passage.source.row is not None:
            waiting.append(passage)
            continue
        for line in passage.text.splitlines():
            if line.strip():
                yield line.strip(), passage.source, "|" in line or "\t" in line.strip()


def _is_row(passage: Passage) -> bool:
    """Whether a passage is a whole row, its cells joined, and no cell."""
    return passage.column is None and " | " in passage.text


def _row(cells: Sequence[Passage], words: MinutesWords) -> Iterator[tuple[str, SourceRef, bool]]:
    """A row of short cells is one statement, as is a row whose cells were joined; prose in a cell is read as prose."""
    if len(cells) > 1 and cells[0].column is not None and cells[0].column == cells[1].column:  # paragraphs of one cell
        yield from ((one.text.strip(), one.source, False) for one in cells)
        return
    joined = len(cells) == 1 and _is_row(cells[0])
    told = sum(bool(_TOLD.match(plain(one.text))) for one in cells) > 1
    if not joined and (told or any(len(split_sentences(one.text.replace(";", ","), words)) > 1 for one in cells)):
        for one in cells:
            yield one.text.strip(), one.source, False
        return
    texts = [one.text.strip() for one in cells]
    yield " | ".join(texts), cells[0].source, len(texts) > 1 or "|" in texts[0]


def split_sentences(text: str, words: MinutesWords) -> list[str]:
    """Sentences of one paragraph as they stand. Titles, initials, numbers and abbreviations do not end one."""
    flat = plain(text)
    parts: list[str] = []
    start = 0
    for stop in _BREAK.finditer(flat):
        if flat[stop.start()] == "." and _abbreviated(flat[start : stop.start()], words):
            continue
        if flat[stop.start()] == ";" and flat.count("(", start, stop.start()) > flat.count(")", start, stop.start()):
            continue
        parts.append(text[start : stop.end()].strip())
        start = stop.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def _abbreviated(before: str, words: MinutesWords) -> bool:
    """Whether the full stop after these words belongs to an abbreviation, an initial or a list number."""
    last = _LAST_WORD.search(before)
    if last is None:
        return False
    word = last.group(1).rstrip(".")
    if word.casefold() in words.abbreviations:
        return True
    initial = re.fullmatch(rf"(?:[{CAPITALS}]\.)*[{CAPITALS}]", word) is not None
    return initial or (word.isdigit() and not before[: last.start()].strip())
