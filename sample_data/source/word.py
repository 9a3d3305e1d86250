"""What every invented Word paper shares: the page footer, tables with lines, and Word's own automatic numbering."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from source.fixed_zip import write_fixed

NOTICE = "Invented sample data: no real person or organisation."

_LEVELS = """<w:abstractNum {ns} w:abstractNumId="{id}"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1.%2"/><w:lvlJc w:val="left"/>
<w:pPr><w:ind w:left="567" w:hanging="567"/></w:pPr></w:lvl></w:abstractNum>"""


def new_paper(title: str, *, landscape: bool = False) -> Any:
    """An empty document whose footer and properties say that everything in it is invented."""
    paper = Document()
    paper.styles["Normal"].font.name = "Arial"
    paper.styles["Normal"].font.size = Pt(10)
    section = paper.sections[0]
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
    note = section.footer.paragraphs[0].add_run(NOTICE)
    note.font.size = Pt(8)
    note.font.color.rgb = RGBColor(0x59, 0x59, 0x59)
    core = paper.core_properties
    core.title, core.author, core.comments, core.last_modified_by = title, "Invented", NOTICE, "Invented"
    return paper


def save(paper: Any, target: Path) -> None:
    """Write the document, the same bytes each time."""
    packed = BytesIO()
    paper.save(packed)
    write_fixed(packed.getvalue(), target)


def numbering(paper: Any, start: int) -> int:
    """Add a two-level list (1. and 1.1) beginning at `start`; returns its numbering id for `number`."""
    root = paper.part.numbering_part.element
    used = [int(e.get(qn("w:abstractNumId"))) for e in root.findall(qn("w:abstractNum"))]
    abstract_id = max(used, default=0) + 1
    abstract = parse_xml(_LEVELS.format(ns=nsdecls("w"), id=abstract_id, start=start))
    root.insert(len(used), abstract)
    return int(root.add_num(abstract_id).numId)


def number(paragraph: Any, num_id: int, level: int) -> None:
    """Let Word number the paragraph: the number is nowhere in its text."""
    properties = paragraph._p.get_or_add_pPr().get_or_add_numPr()
    properties.get_or_add_ilvl().val = level
    properties.get_or_add_numId().val = num_id


def bold(paper: Any, text: str, *, size: int = 10) -> Any:
    """A paragraph in bold, as many secretaries write headings."""
    paragraph = paper.add_paragraph()
    run = paragraph.add_run(text)
    run.bold = True
    run.font.size = Pt(size)
    return paragraph


def grid(paper: Any, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Any:
    """A table with lines and a bold header row that repeats on each page; a newline starts a paragraph in a cell.

    Set column widths afterwards with `widths`, once all rows are there.
    """
    table = paper.add_table(rows=1, cols=len(heads))
    table.style = "Table Grid"
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = ""
        cell.paragraphs[0].add_run(head).bold = True
    repeat = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeat)
    for row in rows:
        cells = table.add_row().cells
        for cell, value in zip(cells, row, strict=True):
            fill(cell, value.split("\n"))
    return table


def widths(table: Any, centimetres: Sequence[float]) -> None:
    """Give every cell of each column its width, which is what Word goes by."""
    table.autofit = False
    for row in table.rows:
        if len(row._tr.tc_lst) != len(centimetres):
            continue  # a section row that spans the table keeps its width
        for cell, width in zip(row.cells, centimetres, strict=True):
            cell.width = Cm(width)


def fill(cell: Any, paragraphs: Sequence[str], *, first_bold: bool = False) -> None:
    """Put one paragraph after another into a cell."""
    cell.text = ""
    for index, text in enumerate(paragraphs):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.add_run(text).bold = first_bold and index == 0
