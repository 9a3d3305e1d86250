"""Whether a paper is a training list or a register of breaches, by the headings of its tables."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.headings import read_heading

_INTERESTS = re.compile(
    r"\b(?:nature|type|date|details) of (?:the )?interests?\b|\bdeclared interests?\b|\binterests? declared\b"
    r"|\bdirect or indirect\b|\bcategory of interest\b",
    re.IGNORECASE,
)
_LEARNING = re.compile(r"\btraining\b|\bmodules?\b|\bcourses?\b|\be-?learning\b", re.IGNORECASE)
_BREACH = re.compile(r"\bbreach(?:es)?\b", re.IGNORECASE)
_NAMES = frozenset({"name", "surname"})
_RESULTS = frozenset({"completed_on", "passed", "score"})
_LOOKED_INTO = frozenset({"investigated", "investigated_by", "outcome", "learning", "confirmed", "actions"})


def assurance_kind(rows: Iterable[Sequence[str]], words: str) -> DocumentKind | None:
    """The kind whose headings a row of cells holds; `words` are those of the paper's name and first lines."""
    for row in rows:
        cells = [cell for cell in row if cell.strip()]
        joined = " ".join(cells)
        if len(cells) < 2 or _INTERESTS.search(joined):
            continue
        if _heads_training(cells, f"{words} {joined}"):
            return DocumentKind.TRAINING
        if _BREACH.search(f"{words} {joined}") and _heads_breaches(cells):
            return DocumentKind.BREACHES
    return None


def _heads_training(cells: Sequence[str], words: str) -> bool:
    known = _fields("training", cells)
    if not known & _NAMES or not _LEARNING.search(words):
        return False
    return any(field.startswith("module_") for field in known) or ("module" in known and bool(known & _RESULTS))


def _heads_breaches(cells: Sequence[str]) -> bool:
    known = _fields("breaches", cells)
    return "nature" in known and bool(known & _LOOKED_INTO)


def _fields(kind: str, cells: Sequence[str]) -> set[str]:
    """The fields of cells short enough for headings, where at least half of them are known."""
    read = [read_heading(kind, cell) for cell in cells if len(cell.split()) <= 20]
    known = [one.field for one in read if one is not None]
    return set(known) if len(known) >= 0.5 * len(cells) else set()
