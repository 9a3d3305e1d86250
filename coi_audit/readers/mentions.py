"""The file of names that `resolve` looks up: a CSV with a `mention` column, its other columns echoed."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.linking.organisations.directory import NamedRow
from coi_audit.readers.guard import FileType, read_text, require

_COLUMN = "mention"
_NO_NAMES = {"outcome", "ods_code", "name", "candidates", "because"}  # what the answer itself holds


def read_mentions(path: Path) -> tuple[NamedRow, ...]:
    """The rows in order; blank lines are left out, a row whose mention is empty is kept (it resolves to none).

    Another column of the answer's own name is echoed as `given_...`. Raises `UserError` for a file that is no text,
    has no `mention` column, or a column twice.
    """
    require(path, wanted=(FileType.TEXT,), where=path.name)
    rows = [row for row in csv.reader(io.StringIO(read_text(path, where=path.name).replace("\0", ""))) if any(row)]
    heads = [cell.strip() for cell in rows[0]] if rows else []
    lower = [head.casefold() for head in heads]
    if _COLUMN not in lower:
        there = ", ".join(f'"{head}"' for head in heads if head) or "none"
        raise UserError(
            f'there is no column "{_COLUMN}" in the first row (columns there: {there}).',
            where=path.name,
            fix=f'head the column that holds the names "{_COLUMN}".',
        )
    twice = sorted({head for head in lower if head and lower.count(head) > 1})
    if twice:
        raise UserError(f'the column "{twice[0]}" is there twice.', where=path.name, fix="rename one of the two.")
    at = lower.index(_COLUMN)
    return tuple(_row(heads, row, at) for row in rows[1:])


def _row(heads: list[str], row: list[str], at: int) -> NamedRow:
    others = {
        (f"given_{head}" if head.casefold() in _NO_NAMES else head): row[column].strip() if column < len(row) else ""
        for column, head in enumerate(heads)
        if head and column != at
    }
    return NamedRow(row[at].strip() if at < len(row) else "", others)
