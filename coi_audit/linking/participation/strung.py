"""Entries of a list whose parts are strung on one line: "Dr Rao; item 4; partner; left the room", as rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.columns import people_in, tells_item, words_behind
from coi_audit.linking.participation.grids import Row, Table
from coi_audit.linking.people.names import plain
from coi_audit.model.meetings import Passage

_MARKS = (";", " / ", " > ", " ~ ")
_FEWEST = 3  # parts: somebody, an item, and what is told of them


def strung_rows(passages: Sequence[Passage], cast: Cast) -> Iterator[Table]:
    """Neighbouring lines of that kind, as tables; each names people alone in one part, and an item in another."""
    rows: list[Row] = []
    for at, passage in enumerate((*passages, None)):
        parts = _parts(passage, cast) if passage is not None else ()
        if parts and passage is not None:
            rows.append(Row(parts, passage.source))
            continue
        if rows:
            width = max(len(row.cells) for row in rows)
            filled = (Row((*row.cells, *[""] * (width - len(row.cells))), row.source) for row in rows)
            yield Table(tuple(filled), at - len(rows), at)
        rows = []


def _parts(passage: Passage, cast: Cast) -> tuple[str, ...]:
    """The parts of such a line, empty for any other."""
    if passage.source.table is not None:
        return ()
    text = re.sub(r"^[-•*]\s+", "", plain(passage.text)).rstrip(" .")
    for mark in _MARKS:
        parts = tuple(part.strip() for part in text.split(mark))
        people = [bool(people_in(part, cast)) and not words_behind(part, cast).strip(" .,") for part in parts[:2]]
        items = [re.match(r"(?:agenda\s+)?items?\b", part, re.IGNORECASE) and tells_item(part) for part in parts[:3]]
        if len(parts) >= _FEWEST and any(people) and any(items):
            return parts
    return ()
