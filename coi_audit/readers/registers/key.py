"""The key of a register: what its letters or numbers for the types of interest stand for, as the paper itself tells."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.registers.headings import Field
from coi_audit.readers.registers.rows import PersonRow, Placed
from coi_audit.readers.registers.words import fold, is_nil, read_type

Key = Mapping[str, str]
_CODE = r"[A-Za-z]{1,5}|\d{1,2}"
_ENTRY = re.compile(
    rf"(?<![\w.])[\"'“‘(]?(?P<code>{_CODE})[\"'”’)]?\s*(?:=|:|[-–—]|\.|\bis\b|\bfor\b|(?<=\)))\s*"
    rf"(?P<meaning>[A-Za-z][^=;:|\n,]*?)"
    rf"(?=\s*(?:[;|\n,]|\.(?:\s|$)|$|(?:and\s+)?[\"'“‘(]?(?:{_CODE})[\"'”’)]?\s*(?:=|:|\s[-–—]\s)))"
)
_FEWEST = 2  # one line such as "Note: financial year" is no key
_LONGEST_MEANING = 60


def key_of(lines: Iterable[str], grids: Iterable[Grid]) -> Key:
    """Codes and the types they stand for, from the words of the paper and of its tables; empty where it has no key.

    "A = Financial; B = Non-financial professional", one on a line, or a small table of codes beside their types.
    """
    texts = [*lines]
    for grid in grids:
        for row in grid.rows:
            cells = [cell.text for cell in row if cell.text and not cell.repeated]
            texts += [cell for cell in cells if len(cells) == 1 or _ENTRY.search(cell)]
            if len(cells) == 2 and re.fullmatch(_CODE, cells[0]):
                texts.append(f"{cells[0]} = {cells[1]}")
    found: dict[str, str] = {}
    for text in texts:
        for match in _ENTRY.finditer(text):
            meaning = match["meaning"].strip()
            if len(meaning) <= _LONGEST_MEANING and read_type(meaning).known:
                found.setdefault(fold(match["code"]), meaning)
    return found if len(found) >= _FEWEST else {}


def spelt_out(row: PersonRow, key: Key) -> PersonRow:
    """The row with the codes in its type cells replaced by what they stand for."""
    if not key or not row.of(Field.CATEGORY):
        return row
    return replace(
        row, cells=tuple(_spelt_out(cell, key) if cell.field is Field.CATEGORY else cell for cell in row.cells)
    )


def _spelt_out(cell: Placed, key: Key) -> Placed:
    lines = []
    for line in cell.text.split("\n"):
        codes = [fold(code) for code in re.split(r"[,;/&+]|\band\b", line) if code.strip()]
        known = bool(codes) and not is_nil(line) and all(code in key for code in codes)
        lines.append(" / ".join(key[code] for code in codes) if known else line)
    text = "\n".join(lines)
    return replace(cell, cell=GridCell(text, text)) if text != cell.text else cell
