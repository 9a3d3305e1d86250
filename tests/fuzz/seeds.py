"""The sound papers that the fuzzer damages: of each kind that a case folder holds, in every format that is read."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import docx
import openpyxl

REPO = Path(__file__).resolve().parents[2]
_SAMPLES = REPO / "sample_data"
_ROWS = (
    ("Name", "Position", "Declared interest", "Type of interest", "Direct or indirect", "From", "To", "Action taken"),
    ("Dr Ann Vale", "GP Member", "Partner, Fernhill Surgery", "Financial", "Direct", "1.4.2015", "to date", "Declare"),
    ("Mr Jon Ashe", "Lay Member", "Nil", "", "", "", "", ""),
    ("Dr Ann Vale", "", "Spouse is a director of Fern Care Ltd", "Financial", "Indirect", "Sept 2016", "", "Leave"),
)
_AGENDA = """NHS Fernhill CCG
Primary Care Commissioning Committee
Agenda: Tuesday 5 September 2017, 10.00 am

1. Welcome and apologies - Chair
2. Declarations of interest - Chair - To note
3. Minutes of the last meeting - For approval
4. Fernhill Surgery: application to close its patient list - For decision - Paper A
5. Any other business
"""
_MINUTES = """Minutes of the Primary Care Commissioning Committee held on Tuesday 5 September 2017
Present: Mr Jon Ashe (Lay Member, Chair), Dr Ann Vale (GP Member)
Apologies: Ms Ola Tern
2. Declarations of interest
Dr Vale declared an interest in item 4 as a partner in Fernhill Surgery.
4. Fernhill Surgery: application to close its patient list
Dr Vale left the room for this item. The committee approved the application. Dr Vale returned.
"""
_ODS = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document-content'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">'
    "<office:body><office:spreadsheet>{}</office:spreadsheet></office:body></office:document-content>"
)


@dataclass(frozen=True, slots=True)
class Seed:
    """One sound paper: its file name and content."""

    name: str
    content: bytes

    @property
    def is_archive(self) -> bool:
        return self.content.startswith(b"PK\x03\x04")


@cache
def seeds() -> tuple[Seed, ...]:
    """All of them, in one order."""
    made = [
        Seed("register.xlsx", _workbook()),
        Seed("register.ods", _ods()),
        Seed("register.csv", "\n".join(";".join(row) for row in _ROWS).encode()),
        Seed("register.docx", _word_table()),
        Seed("agenda.docx", _word(_AGENDA)),
        Seed("minutes.docx", _word(_MINUTES)),
        Seed("agenda.txt", _AGENDA.encode()),
        Seed("minutes.txt", _MINUTES.encode("cp1252")),
        Seed("agenda.html", _html(_AGENDA)),
        Seed("register.html", _html_table()),
        Seed("minutes.pdf", _pdf(_html(_MINUTES))),
        Seed("register.pdf", _pdf(_html_table())),
        Seed("decision.eml", b"From: a@example.org\nSubject: Agenda\nContent-Type: text/plain\n\n" + _AGENDA.encode()),
    ]
    return (*made, *_sample_seeds())


def _sample_seeds() -> list[Seed]:
    """Papers of the sample bodies that are small: real registers, forms and YAML files of every sort."""
    wanted = (".xlsx", ".docx", ".csv", ".yaml", ".txt")
    files = sorted(path for path in _SAMPLES.glob("*-ccg/**/*") if path.suffix in wanted)
    small = [path for path in files if path.stat().st_size < 40_000]
    return [Seed(path.name, path.read_bytes()) for path in small]


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _ROWS:
        sheet.append(list(row))
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _ods() -> bytes:
    rows = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{cell}</text:p></table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in _ROWS
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", _ODS.format(f'<table:table table:name="Register">{rows}</table:table>'))
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
    return out.getvalue()


def _word(text: str) -> bytes:
    document = docx.Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _word_table() -> bytes:
    document = docx.Document()
    document.add_heading("Register of interests, September 2017")
    table = document.add_table(rows=0, cols=len(_ROWS[0]))
    for row in _ROWS:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _html(text: str) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    return f'<!DOCTYPE html><html lang="en"><head><title>Paper</title></head><body>{lines}</body></html>'.encode()


def _html_table() -> bytes:
    rows = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in _ROWS)
    page = f"<h1>Register of interests</h1><table>{rows}</table>"
    return f"<!DOCTYPE html><html><head><title>Register</title></head><body>{page}</body></html>".encode()


def _pdf(page: bytes) -> bytes:
    from coi_audit.report.fonts import use_only_our_fonts

    use_only_our_fonts()
    import weasyprint

    return bytes(weasyprint.HTML(string=page.decode(), base_url=None).write_pdf() or b"")
