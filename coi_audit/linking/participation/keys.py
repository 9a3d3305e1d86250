"""Letters and figures that stand for what was done ("L = left the room"), and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.grids import Row, Table
from coi_audit.linking.people.names import plain
from coi_audit.model.meetings import Passage

_CODE = r"(?:[A-Z]{1,3}\d?|\d|[*†‡✓✔]{1,3})"
_MEANS = r"(?:=|:|\s-\s|\bmeans\b|\bdenotes\b)"
_NEXT = rf"[.,)]\s*(?:and\s+)?(?:{_CODE}|[Bb]lank|[Nn]o (?:letter|mark))\s*{_MEANS}"
_PAIR = re.compile(
    rf"(?:^|[\s(;,.])(?P<code>{_CODE})\s*(?:{_MEANS}|-(?=\s))\s*"
    rf"(?P<words>[^=;|]+?)(?=\s*(?:[;|]|$|{_NEXT}|\.\s))"
)
_SEGMENTS = re.compile(r"\s*[;,:]\s*|\.\s+")
_BARE = re.compile(rf"^(?P<code>{_CODE})\s+(?P<words>[a-z].*)$")  # "L left the room"
_CODES = re.compile(rf"^\(?(?P<codes>{_CODE})\)?$")
_WORDED = re.compile(r"^(?P<code>[A-Z]{1,2}\d?|\d)\s*(?:-|:|\()\s*(?P<words>\w{3}.*?)\)?$")
_WORD = re.compile(
    rf"(?:^|[.;,|]\s*)(?P<word>[A-Za-z][a-z]+)\s*{_MEANS}\s*(?P<words>[a-z][^:;=|.]{{6,}}?)(?=\s*(?:[.;|]|$))"
)
_FEWEST = 2  # pairs that make a key
_LONGEST = 3  # letters of a code


def keys_of(passages: Sequence[Passage], tables: Sequence[Table], cast: Cast) -> dict[str, str]:
    """What each code means, by lines such as "Key: L = left; S = stayed" and by tables of codes with their meanings."""
    found: dict[str, str] = {}
    for passage in passages:
        pairs = [(one["code"], one["words"].strip(" .")) for one in _PAIR.finditer(plain(passage.text))]
        if len(pairs) >= _FEWEST and passage.source.table is None:
            found |= dict(pairs)
    alone = [one for passage in passages if passage.source.table is None and (one := _PAIR.match(plain(passage.text)))]
    if len(alone) >= _FEWEST:
        found |= {one["code"]: plain(one.string)[one.start("words") :].strip(" .") for one in alone}
    cells = {cell.strip("()") for table in tables for row in table.rows for cell in row.cells if _code(cell)}
    for passage in passages if not found else ():
        bare = [one for part in _SEGMENTS.split(plain(passage.text)) if (one := _BARE.match(part))]
        if len(bare) >= _FEWEST and {one["code"] for one in bare} <= cells and passage.source.table is None:
            found |= {one["code"]: one["words"].strip(" .") for one in bare}
    if not found:
        found = _words(passages, tables)
    for table in tables:
        for row in table.rows[key_from(table, cast) :]:
            if _code(row.cells[0]):
                found[row.cells[0].strip("()")] = row.cells[1].strip(" .")
    return found


def _words(passages: Sequence[Passage], tables: Sequence[Table]) -> dict[str, str]:
    """What words that stand alone in cells mean, where a line explains two or more of them: "Red: left the room"."""
    cells = {cell.strip() for table in tables for row in table.rows for cell in row.cells}
    found: dict[str, str] = {}
    for passage in passages:
        own = _WORD.finditer(plain(passage.text)) if passage.source.table is None else ()
        found |= {one["word"]: one["words"].strip() for one in own if one["word"] in cells}
    return found if len(found) >= _FEWEST else {}


def key_from(table: Table, cast: Cast) -> int:
    """The first of the last rows of a table that tell codes and what they mean, and nothing more; else its length."""
    at = len(table.rows)
    while at and _tells(table.rows[at - 1], cast):
        at -= 1
    coded = len(table.rows) - at
    heads = at and sum(bool(cell) for cell in table.rows[at - 1].cells) == 2  # "Code | Meaning"
    return (at - 1 if heads else at) if coded >= _FEWEST else len(table.rows)


def _tells(row: Row, cast: Cast) -> bool:
    """Whether a row is a code, no initials of anybody, and words beside it."""
    code, words, *more = row.cells
    own = len(code) > 1 and bool(cast.people.by_initials(code.strip("()")))
    return _code(code) and not own and len(words.split()) > 1 and not any(more)


def meaning(cell: str, keys: Mapping[str, str]) -> str:
    """The words of a cell, with the meaning of the code where it is no more than one, or several."""
    text = plain(cell).strip()
    parts = [part.strip() for part in re.split(r"\s*(?:[,/&+;]|\band\b)\s*", text)]
    if parts and all(part in keys for part in parts):
        return "; ".join(keys[part] for part in parts)
    worded = _WORDED.match(text)  # "C - left the room"
    if worded is not None and worded["code"] in keys:
        return worded["words"]
    bare = text.strip("()")
    return keys.get(bare, text)


def _code(cell: str) -> bool:
    found = _CODES.match(plain(cell).strip())
    return found is not None and len(found["codes"]) <= _LONGEST
