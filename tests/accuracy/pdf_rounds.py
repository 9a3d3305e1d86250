"""Registers printed in ways of their own, batch by batch: each batch was labelled before any of it was read.

A paper's part says whether its errors were looked into; `BATCHES` keeps the batches apart, so that the figure at first
sight of each can be told from the figure after mending.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import weasyprint
from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt
from pdf_sheets import Print, printed_sheet
from pdf_writing import head_rows, office_pdfs
from register_corpus import Cell, Words, people
from register_layouts import Layout
from register_writing import Paper, Sheet, text_of
from scored import Part

Writer = Callable[[Paper, Path], None]


@dataclass(frozen=True)
class Batched:
    """A layout in the one style it is written in."""

    style: str
    part: Part
    layout: Layout
    write: Writer


BATCHES: dict[int, list[Batched]] = {}


def batched(batch: int, style: str, write: Writer, *, held: bool = False) -> Callable[[Layout], Layout]:
    """Adds a layout to a batch; `held` where its errors are never looked into."""

    def add(layout: Layout) -> Layout:
        part = Part.HELD_OUT if held else Part.TUNED_ON
        BATCHES.setdefault(batch, []).append(Batched(style, part, layout, write))
        return layout

    return add


def write_batches(folder: Path, wanted: Sequence[int] | None = None) -> Iterator[tuple[int, Batched, Paper, Path]]:
    """The papers of the batches as PDFs; those whose program is not installed are left out."""
    made = []
    for batch, entries in sorted(BATCHES.items()):
        for at, entry in enumerate(entries if wanted is None or batch in wanted else ()):
            name = entry.layout.__name__
            for paper in entry.layout(people(entry.part.value), Words(entry.part.value, turn=batch + at)):
                path = folder / f"{batch} {name} {paper.stem}.pdf"
                entry.write(paper, path)
                made.append((batch, entry, paper, path))
    office_pdfs([*sorted(folder.glob("*.docx")), *sorted(folder.glob("*.xlsx"))], folder)
    browser_pdfs(sorted(folder.glob("*.html")))
    for batch, entry, paper, path in made:
        if path.exists():
            yield batch, entry, paper, path


def browser_pdfs(pages: Sequence[Path]) -> None:
    """Print web pages with a browser, each beside itself."""
    program = shutil.which("chromium") or shutil.which("google-chrome")
    if program is None:
        return
    for page in pages:
        command = [program, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={page.parent / 'browser'}"]
        command += [f"--print-to-pdf={page.with_suffix('.pdf')}", page.as_uri()]
        subprocess.run(command, check=False, capture_output=True, timeout=120)


def web(css: str, *, size: str = "A4 landscape", upright: Sequence[int] = ()) -> Writer:
    """Set by a web engine with running heads and page numbers."""
    margins = (
        f"@page {{ size: {size}; margin: 15mm; @top-left {{ content: 'Register of Interests'; font: 8pt serif }}"
        " @bottom-center { content: 'Page ' counter(page); font: 8pt serif } }"
    )

    def write(paper: Paper, path: Path) -> None:
        weasyprint.HTML(string=page_of(paper, margins + css, upright=upright)).write_pdf(path)

    return write


def browser(css: str, *, size: str = "A4", upright: Sequence[int] = ()) -> Writer:
    """A web page as a browser prints it, with the day, the title and the address around it."""

    def write(paper: Paper, path: Path) -> None:
        text = page_of(paper, f"@page {{ size: {size} }}" + css, upright=upright)
        path.with_suffix(".html").write_text(text, encoding="utf-8")

    return write


def fields() -> Writer:
    """A form to be filled in on the screen: the first row of each table is printed, the others stand in fields."""
    css = "@page { size: A4; margin: 20mm } body { font: 10pt sans-serif }"
    css += " table { width: 100%; border-collapse: collapse; table-layout: fixed; margin-bottom: 5mm }"
    css += " td, th { border: .5pt solid; padding: 1mm; text-align: left } input { appearance: auto; width: 95% }"

    def write(paper: Paper, path: Path) -> None:
        parts = []
        for number, sheet in enumerate(paper.sheets):
            parts += [f"<p>{html.escape(text)}</p>" for text in sheet.above]
            whole = [(at == 0 and len(row) > 2, f"t{number}r{at}", row) for at, row in enumerate(sheet.rows)]
            rows = [_fields(row, printed=printed, name=name) for printed, name, row in whole]
            parts.append(f"<table>{''.join(rows)}</table>")
            parts += [f"<p>{html.escape(text)} <input name=n{at}></p>" for at, text in enumerate(sheet.below)]
        text = f"<html lang=en><style>{css}</style><body><form>{''.join(parts)}</form></body></html>"
        weasyprint.HTML(string=text).write_pdf(path, pdf_forms=True)

    return write


def _fields(row: Sequence[Cell], *, printed: bool, name: str) -> str:
    cells = []
    for at, value in enumerate(row):
        words = html.escape(text_of(value))
        label = printed or (len(row) == 2 and at == 0)
        cells.append(f"<td>{words if label else f'<input name={name}c{at} value=&quot;{words}&quot;>'}</td>")
    return f"<tr>{''.join(cells)}</tr>".replace("&quot;", '"')


def page_of(paper: Paper, css: str, *, upright: Sequence[int] = ()) -> str:
    """The paper as a web page; headings of the columns `upright` may be turned by the style."""
    parts = [f"<p>{html.escape(line)}</p>" for line in paper.lines]
    for at, sheet in enumerate(paper.sheets):
        parts += [f"<p class=above>{html.escape(text)}</p>" for text in sheet.above]
        parts.append(f'<table class="t{at}">{_rows(sheet, upright)}</table>')
        parts += [f"<p class=below>{html.escape(text)}</p>" for text in sheet.below]
    head = f"<meta charset=utf-8><title>Register of interests</title><style>{css}</style>"
    return f'<!DOCTYPE html><html lang="en-GB"><head>{head}</head><body>{"".join(parts)}</body></html>'


def _rows(sheet: Sheet, upright: Sequence[int]) -> str:
    heads = head_rows(sheet)
    rows = [_row(sheet, at, heads, upright) for at in range(len(sheet.rows))]
    return f"<thead>{''.join(rows[:heads])}</thead><tbody>{''.join(rows[heads:])}</tbody>"


def _row(sheet: Sheet, at: int, heads: int, upright: Sequence[int]) -> str:
    width = max(len(row) for row in sheet.rows)
    cells = [*sheet.rows[at], *[""] * (width - len(sheet.rows[at]))]
    tag, out = ("th" if at < heads else "td"), []
    for column, value in enumerate(cells):
        box = next((one for one in sheet.merges if one[0] <= at <= one[2] and one[1] <= column <= one[3]), None)
        if box is not None and (at, column) != box[:2]:
            continue
        down, across = (box[2] - box[0] + 1, box[3] - box[1] + 1) if box else (1, 1)
        spans = f' rowspan="{down}"' * (down > 1) + f' colspan="{across}"' * (across > 1)
        words = _listed(text_of(value))
        turned = at == heads - 1 and at < heads and column in upright
        out.append(f'<{tag} class="c{column}"{spans}>{f"<span class=up>{words}</span>" if turned else words}</{tag}>')
    return f"<tr>{''.join(out)}</tr>"


def _listed(text: str) -> str:
    """The words of a cell; lines begun with a bullet as a list."""
    lines = html.escape(text).split("\n")
    if all(line.startswith("• ") for line in lines) and text:
        return f"<ul>{''.join(f'<li>{line[2:]}</li>' for line in lines)}</ul>"
    return "<br>".join(lines)


def office(
    *, landscape: bool = True, size: float = 9, widths: Sequence[float] = (), grid: str | None = "Table Grid",
    lines: bool = False,
) -> Writer:  # fmt: skip
    """A Word document; `widths` in mm, `lines` under each row only; bulleted lines in a cell are a list."""

    def write(paper: Paper, path: Path) -> None:
        document: Any = docx.Document()
        section = document.sections[0]
        if landscape:
            section.orientation = WD_ORIENT.LANDSCAPE
            section.page_width, section.page_height = section.page_height, section.page_width
        section.left_margin = section.right_margin = Mm(15)
        section.footer.paragraphs[0].text = "Register of interests - invented body"
        document.styles["Normal"].font.size = Pt(size)
        for sheet in paper.sheets:
            for text in sheet.above:
                document.add_paragraph(text)
            _table(document, sheet, grid=grid, widths=widths, lines=lines)
            for text in sheet.below:
                document.add_paragraph(text)
        document.save(str(path.with_suffix(".docx")))

    return write


def sheet(style: Print) -> Writer:
    """A workbook, printed."""

    def write(paper: Paper, path: Path) -> None:
        printed_sheet(paper, style, path)

    return write


def _table(document: Any, sheet: Sheet, *, grid: str | None, widths: Sequence[float], lines: bool) -> None:
    table = document.add_table(rows=len(sheet.rows), cols=max(len(row) for row in sheet.rows), style=grid)
    table.autofit = not widths
    heads = head_rows(sheet)
    for at, (drawn, row) in enumerate(zip(list(table.rows), sheet.rows, strict=True)):
        if at < heads:
            drawn._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))
        for column, (cell, value) in enumerate(zip(list(drawn.cells), row, strict=False)):
            if widths:
                cell.width = Mm(widths[column])
            _words(document, cell, text_of(value), bold=at < heads)
            if lines:
                rule = f'<w:tcBorders {nsdecls("w")}><w:bottom w:val="single" w:sz="4"/></w:tcBorders>'
                cell._tc.get_or_add_tcPr().append(parse_xml(rule))
    for top, left, bottom, right in sheet.merges:
        merged = table.cell(top, left).merge(table.cell(bottom, right))
        for empty in [one for one in merged.paragraphs[1:] if not one.text]:
            empty._p.getparent().remove(empty._p)


def _words(document: Any, cell: Any, text: str, *, bold: bool) -> None:
    for at, line in enumerate(text.split("\n")):
        paragraph = cell.paragraphs[0] if at == 0 else cell.add_paragraph()
        bare = re.sub(r"^• ", "", line)
        if bare != line:
            paragraph.style = document.styles["List Bullet"]
        paragraph.paragraph_format.space_after = Pt(0)
        paragraph.add_run(bare).bold = bold or None
