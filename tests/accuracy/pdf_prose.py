"""Prose set in columns: labelled minutes and agendas without tables, printed in two columns or three."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import docx
import weasyprint
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pdf_scoring import plain
from pdf_worded import Printed, blocks, word_papers
from pdf_writing import office_pdfs
from scored import Part

from coi_audit.readers.word import Paragraph, WordDocument, read_docx

_PAGE = """@page { size: SIZE; margin: 18mm; @bottom-center { content: "Page " counter(page) " of " counter(pages);
 font: 8pt sans-serif } } h1 { column-span: all; font-size: 15pt; margin: 0 0 5mm } p { margin: 0 0 5pt }
"""


@dataclass(frozen=True)
class Columns:
    """How a paper is set in columns by a web engine; by an office program where there is no `css`."""

    part: Part
    css: str = ""
    size: str = "A4"


STYLES: dict[str, Columns] = {
    "two columns": Columns(Part.TUNED_ON, "body { columns: 2; column-gap: 9mm; font: 10pt/1.25 sans-serif }"),
    "two columns, justified": Columns(
        Part.TUNED_ON,
        "body { columns: 2; column-gap: 7mm; font: 9.5pt/1.3 serif; text-align: justify; hyphens: auto;"
        " column-rule: .5pt solid #888 }",
    ),
    "three columns, small": Columns(Part.TUNED_ON, "body { columns: 3; column-gap: 6mm; font: 8pt/1.3 sans-serif }"),
    "three columns": Columns(
        Part.HELD_OUT, "body { columns: 3; column-gap: 8mm; font: 9pt/1.3 sans-serif }", "A4 landscape"
    ),
    "Word, two columns": Columns(Part.HELD_OUT),
}


def print_in_columns(folder: Path, *, every: int) -> Iterator[Printed]:
    """Every so manieth paper without tables, in the styles of its part."""
    made: list[tuple[Printed, str]] = []
    plain_papers = [one for one in _without_tables(folder) if one[1] == "minutes"]
    for name, kind, part, file, document in plain_papers[::every]:
        for at, (style, columns) in enumerate(STYLES.items()):
            if columns.part is not part:
                continue
            path = file.with_name(f"{file.stem} columns {at}.pdf")
            wanted = tuple(words for one in blocks(document) if (words := plain(one)))
            if columns.css:
                css = _PAGE.replace("SIZE", columns.size) + columns.css
                weasyprint.HTML(string=_web(document, css)).write_pdf(path)
            else:
                _in_two(file, path.with_suffix(".docx"))
            made.append((Printed(name, f"{kind}, {style}", part, wanted, path), style))
    office_pdfs(sorted(folder.glob("* columns *.docx")), folder)
    yield from (one for one, _ in made if one.path.exists())


def _without_tables(folder: Path) -> Iterator[tuple[str, str, Part, Path, WordDocument]]:
    for name, kind, part, file in word_papers(folder):
        document = read_docx(file)
        if not document.tables and len(document.blocks) > 12:
            yield name, kind, part, file, document


def _web(document: WordDocument, css: str) -> str:
    """The first paragraph as a title across the page, the others in its columns."""
    parts = []
    for at, block in enumerate(document.blocks):
        assert isinstance(block, Paragraph)
        words = html.escape(block.shown).replace("\n", "<br>").replace("\t", "&emsp;")
        inner = f"<b>{words}</b>" if block.bold else words
        parts.append(f"<h1>{inner}</h1>" if at == 0 else f"<p>{inner}</p>")
    return f"<html lang=en-GB><style>{css}</style>{''.join(parts)}</html>"


def _in_two(file: Path, path: Path) -> None:
    document: Any = docx.Document(str(file))
    for section in document.sections:
        found = section._sectPr.find(docx.oxml.ns.qn("w:cols"))
        if found is not None:
            section._sectPr.remove(found)
        section._sectPr.append(parse_xml(f'<w:cols {nsdecls("w")} w:num="2" w:space="500"/>'))
    document.save(str(path))
