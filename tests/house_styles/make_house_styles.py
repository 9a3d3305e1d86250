"""Writes the two invented case folders of this directory, byte for byte the same on every run.

Run it from anywhere: `python tests/house_styles/make_house_styles.py`. The words stand in larkmere_papers.py (a
London-style CCG in 2019-2020) and fellwater_papers.py (a northern ICB in 2023), the expected truth in
tests/golden/house_styles.yaml.
Everything is invented: no real person, practice, company or NHS body.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import fellwater_papers
import larkmere_papers
import openpyxl
from docx import Document
from docx.document import Document as DocumentType
from docx.shared import Pt
from openpyxl.styles import Alignment, Font

HERE = Path(__file__).resolve().parent
NOTICE = "Invented sample data: no real person or organisation."
FIXED = (2020, 1, 1, 0, 0, 0)
STAMP = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")


def settle(raw: bytes) -> bytes:
    """Give every part of an office file the same time, so that two runs write the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda part: (part != "[Content_Types].xml", part)):
            data = old.read(name)
            if name == "docProps/core.xml":
                data = STAMP.sub(rb"\g<1>2020-01-01T00:00:00Z\g<2>", data)
            info = zipfile.ZipInfo(name, FIXED)
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, data)
    return out.getvalue()


def write_bytes(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def paragraphs(text: str) -> list[str]:
    """Paragraphs stand apart by an empty line; a single line break inside one is only there for this file's width."""
    return [re.sub(r"\n\s*", " ", block.strip()) for block in re.split(r"\n\s*\n", text.strip())]


def add_paragraph(document: DocumentType, text: str) -> None:
    """Add one paragraph: `# ` a heading in bold, `+ ` an automatically numbered line, `* ` a bullet, `|` a tab."""
    mark, rest = (text[:2], text[2:]) if text[:2] in {"# ", "+ ", "* "} else ("", text)
    style = {"+ ": "List Number", "* ": "List Bullet"}.get(mark)
    run = document.add_paragraph(style=style).add_run(rest.replace("|", "\t"))
    run.bold = mark == "# "


def add_table(document: DocumentType, rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]))
    table.style = "Table Grid"
    for number, row in enumerate(rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            parts = paragraphs(text) or [""]
            cell.text = parts[0]
            for part in parts[1:]:
                cell.add_paragraph(part)
            for run in cell.paragraphs[0].runs:
                run.bold = number == 0


def word(path: Path, *blocks: str | Sequence[Sequence[str]]) -> None:
    """Write a Word file of text blocks and tables, the notice in its footer."""
    document = Document()
    document.styles["Normal"].font.name = "Arial"
    document.styles["Normal"].font.size = Pt(11)
    document.core_properties.author = "Governance team (invented)"
    for block in blocks:
        if isinstance(block, str):
            for text in paragraphs(block):
                add_paragraph(document, text)
        else:
            add_table(document, block)
            document.add_paragraph()
    document.sections[0].footer.paragraphs[0].text = NOTICE
    raw = io.BytesIO()
    document.save(raw)
    write_bytes(path, settle(raw.getvalue()))


def register_workbook(path: Path, title: str, rows: Sequence[Sequence[str | date | None]]) -> None:
    """Write the register as one plain sheet: a title line, one heading row, the rows, a note."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Register"
    sheet.append([title])
    sheet.append([])
    for row in rows:
        sheet.append(list(row))
    sheet.append([])
    sheet.append([f"Note: {NOTICE}"])
    sheet["A1"].font = Font(bold=True, size=14)
    for cells in sheet.iter_rows(min_row=3, max_row=2 + len(rows)):
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.font = Font(bold=cell.row == 3)
            if isinstance(cell.value, date):
                cell.number_format = "dd/mm/yyyy"
    for letter in "ABCDEFGHIJK":
        sheet.column_dimensions[letter].width = 22
    raw = io.BytesIO()
    book.save(raw)
    write_bytes(path, settle(raw.getvalue()))


def plain(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a text file with Windows line ends, as Notepad does."""
    write_bytes(path, text.strip("\n").replace("\n", "\r\n").encode(encoding) + b"\r\n")


def larkmere(folder: Path) -> None:
    papers = larkmere_papers
    write_bytes(folder / "body.yaml", papers.BODY.encode("utf-8"))
    register_workbook(folder / "register of interests June 2020.xlsx", papers.REGISTER_TITLE, papers.REGISTER)
    board = folder / "meetings" / "2019-10-16-governing-body"
    word(board / "agenda.docx", papers.BOARD_AGENDA)
    word(board / "minutes - approved.docx", papers.BOARD_MINUTES)
    may = folder / "meetings" / "2020-05-20-pccc"
    word(may / "agenda part 1.docx", papers.MAY_AGENDA)
    word(may / "agenda part 2 CONFIDENTIAL.docx", papers.MAY_AGENDA_PART_2)
    word(may / "minutes part 1 unconfirmed.docx", papers.MAY_MINUTES)
    word(may / "minutes part 2 unconfirmed CONFIDENTIAL.docx", papers.MAY_MINUTES_PART_2)
    july = folder / "meetings" / "2020-07-15-pccc"
    word(july / "agenda.docx", papers.JULY_AGENDA)
    plain(july / "attendance.csv", papers.JULY_ATTENDANCE)


def fellwater(folder: Path) -> None:
    papers = fellwater_papers
    write_bytes(folder / "body.yaml", papers.BODY.encode("utf-8"))
    plain(folder / "register_of_interests_2023-09-01.csv", papers.REGISTER, "cp1252")
    july = folder / "meetings" / "2023-07-12-pccc"
    plain(july / "agenda.txt", papers.JULY_AGENDA, "utf-8-sig")
    word(july / "minutes_ratified.docx", *papers.JULY_MINUTES)
    september = folder / "meetings" / "2023-09-13-pccc"
    plain(september / "agenda.txt", papers.SEPTEMBER_AGENDA, "cp1252")
    plain(september / "minutes_draft.txt", papers.SEPTEMBER_MINUTES)
    november = folder / "meetings" / "2023-11-08-pccc"
    plain(november / "agenda.txt", papers.NOVEMBER_AGENDA)
    plain(november / "attendance.csv", papers.NOVEMBER_ATTENDANCE)


if __name__ == "__main__":
    larkmere(HERE / "larkmere-ccg")
    fellwater(HERE / "fellwater-icb")
