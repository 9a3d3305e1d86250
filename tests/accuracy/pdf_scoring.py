"""Compares the blocks read from a PDF with those that were put into it."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterator, Sequence

from register_writing import Paper, text_of
from scored import Verdict

from coi_audit.readers.word import Paragraph, Table, WordDocument

Answer = tuple[Verdict, str]


def plain(text: str) -> str:
    """Words with single spaces; bullets and tabs of no account."""
    return " ".join(re.sub(r"[•\t]", " ", text).split())


def tables_of(document: WordDocument) -> list[list[list[str]]]:
    """The filled cells of each row of each table; merged places once."""
    return [[_filled(["" if cell.repeated else cell.text for cell in row]) for row in t.rows] for t in document.tables]


def _filled(cells: Sequence[str]) -> list[str]:
    return [words for cell in cells if (words := plain(cell))]


def rows_of(paper: Paper) -> list[list[str]]:
    """The filled cells of each row that was written."""
    found = []
    for sheet in paper.sheets:
        covered = {
            (row, column)
            for top, left, bottom, right in sheet.merges
            for row in range(top, bottom + 1)
            for column in range(left, right + 1)
            if (row, column) != (top, left)
        }
        for at, row in enumerate(sheet.rows):
            found.append(_filled([text_of(cell) for column, cell in enumerate(row) if (at, column) not in covered]))
    return [row for row in found if row]


def compare_rows(wanted: Sequence[Sequence[str]], read: Sequence[Sequence[str]]) -> Iterator[Answer]:
    """One answer a cell: is it there, in its row, with its words and no others?"""
    keys, others = [" | ".join(row) for row in wanted], [" | ".join(row) for row in read]
    matcher = difflib.SequenceMatcher(None, keys, others, autojunk=False)
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        if kind == "equal":
            yield from ((Verdict.RIGHT, "") for row in wanted[a0:a1] for _ in row)
        else:
            yield from _differing(wanted[a0:a1], read[b0:b1])


def _differing(wanted: Sequence[Sequence[str]], read: Sequence[Sequence[str]]) -> Iterator[Answer]:
    left = list(read)
    for row in wanted:
        near = max(left, key=lambda other: len(set(row) & set(other)), default=[])
        rest = list(near)
        if near and set(row) & set(near):
            left.remove(near)
        else:
            rest = []
        for cell in row:
            if cell in rest:
                rest.remove(cell)
                yield Verdict.RIGHT, ""
            else:
                yield Verdict.MISSED, f'cell "{cell[:90]}" of "{" | ".join(row)[:60]}"; read "{" | ".join(near)[:150]}"'
    for row in left:
        yield Verdict.EXTRA, f'row "{" | ".join(row)[:120]}"'


def compare_paragraphs(wanted: Sequence[str], document: WordDocument) -> Iterator[Answer]:
    """One answer a paragraph: does it stand by itself, whole, in its order?"""
    read = [words for one in flat(document) if (words := plain(one))]
    matcher = difflib.SequenceMatcher(None, list(wanted), read, autojunk=False)
    for kind, a0, a1, b0, b1 in matcher.get_opcodes():
        for at in range(a0, a1):
            if kind == "equal":
                yield Verdict.RIGHT, ""
            else:
                yield Verdict.MISSED, f'paragraph "{wanted[at][:90]}"; read "{" ¶ ".join(read[b0:b1])[:160]}"'
        if kind == "insert":
            yield from ((Verdict.EXTRA, f'paragraph "{text[:120]}"') for text in read[b0:b1])


def flat(document: WordDocument) -> Iterator[str]:
    """Paragraphs, and each row of a table as one line."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield block.shown
        elif isinstance(block, Table):
            for row in block.rows:
                yield " ".join(cell.text for cell in row if not cell.repeated)
