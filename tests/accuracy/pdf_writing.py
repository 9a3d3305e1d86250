"""Writes labelled papers as real PDFs in house styles of their own, by a web engine or by an office program."""

from __future__ import annotations

import html
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pikepdf
import weasyprint
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from openpyxl.styles import Alignment, Border, Side
from register_writing import Paper, Sheet, text_of

MARGINS = ("Invented CCG: register of interests", "Kept by the governance team")


@dataclass(frozen=True)
class Web:
    """A style set by a web engine. `css` comes after the common rules; `turned` lays the page on its side."""

    css: str
    size: str = "A4 landscape"
    repeats: bool = True
    turned: int = 0


COMMON = """
@page { size: SIZE; margin: 18mm 14mm; @top-center { content: "HEADER"; font: 8pt sans-serif }
        @bottom-left { content: "FOOTER"; font: 8pt sans-serif }
        @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8pt sans-serif } }
body { font: 8pt/1.25 sans-serif } table { border-collapse: collapse; width: 100%; margin: 2mm 0 }
td, th { text-align: left; vertical-align: top; padding: 1mm 1.5mm; font-weight: normal }
h1 { font-size: 14pt } p { margin: 1mm 0 2mm }
"""
ALL_ROUND = "td, th { border: .5pt solid black }"
WEB: dict[str, Web] = {
    "ruled": Web(ALL_ROUND),
    "rows ruled": Web("td, th { border-bottom: .5pt solid #888 } th { font-weight: bold }"),
    "shaded": Web("th { background: #005eb8; color: white } tr:nth-child(even) td { background: #e8edee }"),
    "narrow": Web(ALL_ROUND + "table { table-layout: fixed } body { font-size: 7pt }", "A4 portrait"),
}
WEB_HELD_OUT: dict[str, Web] = {
    "bare": Web("td, th { padding: 1.2mm 3mm 1.6mm 0 }"),
    "turned": Web(
        "td, th { border: 1.5pt double #333; vertical-align: middle } body { font-family: serif }", turned=90
    ),
    "large, heads once": Web(ALL_ROUND + "body { font-size: 10pt } th { text-align: center }", repeats=False),
}
OFFICE = ("docx, ruled", "docx, portrait")
OFFICE_HELD_OUT = ("xlsx, ruled", "docx, rows whole")


def web_pdf(sheets: Sequence[Sheet], style: Web, path: Path) -> Path:
    """The tables of a register, with what stands above and below them, as a PDF."""
    body = "".join(_html(sheet, style) for sheet in sheets)
    css = COMMON.replace("SIZE", style.size).replace("HEADER", MARGINS[0]).replace("FOOTER", MARGINS[1]) + style.css
    text = f"<html lang=en><style>{css}</style><body>{body}</body></html>"
    weasyprint.HTML(string=text).write_pdf(path)
    if style.turned:
        turn(path, style.turned)
    return path


def _html(sheet: Sheet, style: Web) -> str:
    spans, covered = {}, set()
    for top, left, bottom, right in sheet.merges:
        spans[top, left] = (bottom - top + 1, right - left + 1)
        covered |= {(r, c) for r in range(top, bottom + 1) for c in range(left, right + 1)} - {(top, left)}
    heads = head_rows(sheet)
    rows = []
    width = max(len(row) for row in sheet.rows)
    for at, row in enumerate(sheet.rows):
        tag = "th" if at < heads else "td"
        cells = []
        for column in range(width):
            if (at, column) in covered:
                continue
            down, across = spans.get((at, column), (1, 1))
            words = html.escape(text_of(row[column]) if column < len(row) else "").replace("\n", "<br>")
            cells.append(f"<{tag} rowspan={down} colspan={across}>{words}</{tag}>")
        rows.append(f"<tr>{''.join(cells)}</tr>")
    head = f"<thead>{''.join(rows[:heads])}</thead>" if style.repeats else "".join(rows[:heads])
    above = "".join(f"<p>{html.escape(text)}</p>" for text in sheet.above)
    below = "".join(f"<p>{html.escape(text)}</p>" for text in sheet.below)
    return f"{above}<table>{head}<tbody>{''.join(rows[heads:])}</tbody></table>{below}"


def head_rows(sheet: Sheet) -> int:
    """Rows of headings: two where the first has cells merged across, else one."""
    return 2 if any(top == 0 and (bottom > 0 or right > left) for top, left, bottom, right in sheet.merges) else 1


def turn(path: Path, degrees: int) -> None:
    """Lay each page's drawing on its side and let the page say so, as scanners and office programs do."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page in pdf.pages:
            x0, y0, x1, y1 = (float(value) for value in page.mediabox)
            page.mediabox = pikepdf.Array([0, 0, y1 - y0, x1 - x0])
            for box in ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
                if box in page.obj:
                    del page.obj[box]
            page.contents_add(f"q 0 1 -1 0 {y1 - y0} 0 cm".encode(), prepend=True)
            page.contents_add(b"Q")
            page.obj.Rotate = degrees
        pdf.save(path)


def office_file(paper: Paper, style: str, path: Path) -> Path:
    """The paper as an office file, to be made a PDF by the office program."""
    return _xlsx(paper, path.with_suffix(".xlsx")) if style.startswith("xlsx") else _docx(paper, style, path)


def _docx(paper: Paper, style: str, path: Path) -> Path:
    document = docx.Document()
    section = document.sections[0]
    if style != "docx, portrait":
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    section.header.paragraphs[0].text, section.footer.paragraphs[0].text = MARGINS
    document.styles["Normal"].font.size = Pt(8)
    for sheet in paper.sheets:
        for text in sheet.above:
            document.add_paragraph(text)
        _docx_table(document, sheet, whole="whole" in style)
        for text in sheet.below:
            document.add_paragraph(text)
    path = path.with_suffix(".docx")
    document.save(str(path))
    return path


def _docx_table(document: Any, sheet: Sheet, *, whole: bool) -> None:
    width = max(len(row) for row in sheet.rows)
    table = document.add_table(rows=len(sheet.rows), cols=width, style="Table Grid")
    heads = head_rows(sheet)
    for at, (drawn, row) in enumerate(zip(list(table.rows), sheet.rows, strict=True)):
        marks = drawn._tr.get_or_add_trPr()
        if at < heads:
            marks.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        if whole:
            marks.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
        for cell, value in zip(list(drawn.cells), row, strict=False):
            cell.text = text_of(value)
    for top, left, bottom, right in sheet.merges:
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        for empty in [one for one in merged.paragraphs[1:] if not one.text]:
            empty._p.getparent().remove(empty._p)


def _xlsx(paper: Paper, path: Path) -> Path:
    book = openpyxl.Workbook()
    book.remove(book.active)
    line = Side(style="thin")
    for one in paper.sheets:
        sheet = book.create_sheet(one.name)
        for at, text in enumerate(one.above, start=1):
            sheet.cell(at, 1, text)
        down = len(one.above) + 1
        for at, row in enumerate(one.rows):
            for column in range(max(len(each) for each in one.rows)):
                words = text_of(row[column]) if column < len(row) else ""
                cell = sheet.cell(down + at, column + 1, words or None)
                cell.border = Border(line, line, line, line)
                cell.alignment = Alignment(wrap_text=True, vertical="top")
                sheet.column_dimensions[cell.column_letter].width = 18
        for top, left, bottom, right in one.merges:
            sheet.merge_cells(start_row=down + top, start_column=left + 1, end_row=down + bottom, end_column=right + 1)
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    book.save(path)
    return path


def office_program() -> str | None:
    """Where LibreOffice is, or None."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def office_pdfs(files: Sequence[Path], folder: Path) -> None:
    """Turn office files into PDFs in a folder, all at once."""
    program = office_program()
    if program is None or not files:
        return
    folder.mkdir(parents=True, exist_ok=True)
    home = f"-env:UserInstallation={(folder / 'office home').as_uri()}"
    command = [program, home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), *map(str, files)]
    subprocess.run(command, check=False, capture_output=True, timeout=600)


Writer = Callable[[Sequence[Sheet], Web, Path], Path]
