"""Writes registers labelled in a YAML file: a table in many formats, words in plain text, a page or mail as it is."""

from __future__ import annotations

import calendar
import csv
import html
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import openpyxl
from open_documents import spreadsheet, text_document
from register_house_styles import house_style
from register_writing import Paper

from coi_audit.readers.office import office_program

_FIELDS = ("person", "organisation", "nature", "category", "direct", "relationship", "held_from", "held_until",
           "position", "mitigation")  # fmt: skip
_ABOVE, _BEFORE = "^", "<"  # a cell merged with the one above, with the one before


def truth(entry: dict[str, Any]) -> Paper:
    """What is truly in a labelled register; `*` in a field is not judged."""
    paper = Paper(stem="register", nils=entry.get("nils", []), told=entry.get("told", []))
    for line in entry["truth"].splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        row: dict[str, Any] = {}
        for field, text in zip(_FIELDS, cells, strict=True):
            if text != "*":
                row[field] = _value(field, text)
        paper.interests.append(row)
    return paper


def _value(field: str, text: str) -> Any:
    if field == "direct":
        return {"yes": True, "no": False}[text]
    if field in ("held_from", "held_until"):
        return _days(text) if text else None
    return text or (None if field in ("relationship", "category") else "")


def _days(text: str) -> tuple[date, date]:
    parts = [int(part) for part in text.split("-")]
    year, month, day = [*parts, 0, 0][:3]
    last = day or calendar.monthrange(year, month or 12)[1]
    return date(year, month or 1, day or 1), date(year, month or 12, last)


def files(entry: dict[str, Any], folder: Path) -> Iterator[Path]:
    """The register in each of its formats; an old workbook only where LibreOffice is at hand to write it."""
    for kind in [entry["raw"]] if "raw" in entry else entry["formats"]:
        path = folder / f"register.{kind}"
        if "raw" in entry or kind == "txt":
            path.write_text(_plain(entry["paper"]), encoding=entry.get("encoding", "utf-8"))
        elif kind == "xls" and not _old_workbook(_rows(entry["paper"]), path):
            continue
        elif kind != "xls":
            _write(entry, kind, path)
        yield path


def _plain(text: str) -> str:
    return "\n".join(_said(line) for line in text.split("\n"))


def _said(line: str) -> str:
    """A paragraph as it stands in the file; `!` alone is an empty one."""
    return line[1:].lstrip() if line.startswith("!") else line


def _write(entry: dict[str, Any], kind: str, path: Path) -> None:
    paper = entry["paper"]
    if kind == "csv":
        with path.open("w", encoding=entry.get("encoding", "utf-8"), newline="") as stream:
            csv.writer(stream, delimiter=entry.get("delimiter", ",")).writerows(_words(_rows(paper)))
    elif kind == "ods":
        spreadsheet({name: _words(_rows(rows)) for name, rows in _sheets(paper)}, path)
    else:
        {"xlsx": _workbook, "docx": _word, "html": _page, "odt": _open_text}[kind](paper, path)
        if kind == "docx" and "docx" in entry:
            house_style(path, entry["docx"])


def _row(line: str) -> list[str]:
    if line.startswith("||"):
        return [line[2:].strip()]
    return [cell.strip().replace("⏎", "\n") for cell in line[1:].split("|")]


def _rows(paper: str) -> list[list[str]]:
    return [_row(line) if line.startswith("|") else [_said(line)] for line in paper.splitlines() if line]


def _sheets(paper: str) -> Iterator[tuple[str, str]]:
    """The name and the lines of each sheet; a paper without `=== name` is one sheet."""
    parts = re.split(r"^=== (.+)$\n", paper, flags=re.MULTILINE)
    yield from zip(parts[1::2], parts[2::2], strict=True) if parts[1:] else [("Sheet1", paper)]


def _words(rows: list[list[str]]) -> list[list[str]]:
    return [[_word_of(cell) for cell in row] for row in rows]


def _word_of(cell: str) -> str:
    if cell.startswith("@"):
        return date.fromisoformat(cell[1:]).strftime("%d/%m/%Y")
    return "" if cell in (_ABOVE, _BEFORE) else cell


def _blocks(paper: str) -> Iterator[str | list[list[str]]]:
    for is_row, lines in groupby(paper.splitlines(), key=lambda line: line.startswith("|")):
        if not is_row:
            yield from (_said(line) for line in lines)
            continue
        rows = [_row(line) for line in lines]
        lead = next((at for at, row in enumerate(rows) if len(row) > 1), 0)
        yield from ("\n".join(row) for row in rows[:lead])
        yield rows[lead:]


def _merges(rows: list[list[str]]) -> Iterator[tuple[int, int, int, int]]:
    """First row and column, last row and column of each cell that others are merged into."""
    width = max(len(row) for row in rows)
    for at, row in enumerate(rows):
        if len(row) == 1 and width > 1 and at:
            yield at, 0, at, width - 1
        for column, text in enumerate(row):
            right, down = column, at
            while right + 1 < len(row) and row[right + 1] == _BEFORE:
                right += 1
            while down + 1 < len(rows) and rows[down + 1][column : column + 1] == [_ABOVE]:
                down += 1
            if text not in (_ABOVE, _BEFORE) and (right, down) != (column, at):
                yield at, column, down, right


def _workbook(paper: str, path: Path) -> None:
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for name, lines in _sheets(paper):
        sheet: Any = book.create_sheet(name)
        rows = _rows(lines)
        for row in rows:
            sheet.append([_number(cell) for cell in row])
        for top, left, bottom, right in _merges(rows):
            sheet.merge_cells(start_row=top + 1, start_column=left + 1, end_row=bottom + 1, end_column=right + 1)
    book.save(path)


def _number(cell: str) -> int | date | str | None:
    if cell.startswith("@"):
        return date.fromisoformat(cell[1:])
    return int(cell) if cell.isdigit() else _word_of(cell) or None


def _old_workbook(rows: list[list[str]], path: Path) -> bool:
    program = office_program()
    if program is None:
        return False
    with TemporaryDirectory() as place:
        sheet = Path(place) / "register.ods"
        spreadsheet({"Sheet1": _words(rows)}, sheet)
        profile = f"-env:UserInstallation={(Path(place) / 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "xls", "--outdir", place, str(sheet)]
        subprocess.run(command, check=False, capture_output=True, timeout=300)
        made = sheet.with_suffix(".xls")
        if made.is_file():
            shutil.move(made, path)
    return path.is_file()


def _word(paper: str, path: Path) -> None:
    document = docx.Document()
    for block in _blocks(paper):
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(rows=len(block), cols=max(len(row) for row in block))
        for at, row in enumerate(_words(block)):
            for column, text in enumerate(row):
                table.cell(at, column).text = text
        for top, left, bottom, right in _merges(block):
            merged, text = table.cell(top, left).merge(table.cell(bottom, right)), block[top][left]
            merged.text = text
    document.save(str(path))


def _page(paper: str, path: Path) -> None:
    parts = []
    for block in _blocks(paper):
        if isinstance(block, str):
            parts.append(f"<p>{html.escape(block)}</p>")
            continue
        spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in _merges(block)}
        parts.append(f"<table>{''.join(_page_row(row, at, spans) for at, row in enumerate(block))}</table>")
    path.write_text(f"<!DOCTYPE html><meta charset='utf-8'><body>{''.join(parts)}</body>", encoding="utf-8")


def _page_row(row: list[str], at: int, spans: dict[tuple[int, int], tuple[int, int]]) -> str:
    cells = []
    for column, text in enumerate(row):
        if text not in (_ABOVE, _BEFORE):
            down, across = spans.get((at, column), (1, 1))
            words = html.escape(text).replace("\n", "<br>")
            cells.append(f'<td rowspan="{down}" colspan="{across}">{words}</td>')
    return f"<tr>{''.join(cells)}</tr>"


def _open_text(paper: str, path: Path) -> None:
    text_document([block if isinstance(block, str) else _words(block) for block in _blocks(paper)], path)
