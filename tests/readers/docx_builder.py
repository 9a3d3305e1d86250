"""Builds small Word papers for the reader tests, with real automatic numbering and merged cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

LEVELS = 3


class Paper:
    """A Word document under construction; every method returns the paper so that calls chain."""

    def __init__(self) -> None:
        self.doc: Any = docx.Document()
        self._lists = 0

    def line(self, text: str, *, bold: bool = False, style: str | None = None) -> Paper:
        """One paragraph."""
        paragraph = self.doc.add_paragraph(style=style)
        paragraph.add_run(text).bold = bold
        return self

    def lines(self, *texts: str) -> Paper:
        """Several plain paragraphs."""
        for text in texts:
            self.line(text)
        return self

    def heading(self, text: str, level: int = 1) -> Paper:
        """A paragraph in a heading style."""
        self.doc.add_heading(text, level)
        return self

    def header(self, text: str) -> Paper:
        """The page header of the first section."""
        self.doc.sections[0].header.paragraphs[0].text = text
        return self

    def new_list(self) -> int:
        """A fresh multi-level automatic numbering: 1. / 1.1 / (a)."""
        numbering = self.doc.part.numbering_part.element
        self._lists += 1
        number = 900 + self._lists
        formats = (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"))
        levels = "".join(
            f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
            for i, (kind, text) in enumerate(formats)
        )
        first_num = numbering.find("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}num")
        abstract = parse_xml(f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{number}">{levels}</w:abstractNum>')
        first_num.addprevious(abstract)
        numbering.append(
            parse_xml(f'<w:num {nsdecls("w")} w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>')
        )
        return number

    def numbered(self, number: int, level: int, text: str, *, bold: bool = False) -> Paper:
        """One paragraph numbered by Word itself: the number is not in the text."""
        paragraph = self.doc.add_paragraph()
        self._number(paragraph, number, level)
        paragraph.add_run(text).bold = bold
        return self

    def _number(self, paragraph: Any, number: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr()
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')
        )

    def table(self, *rows: tuple[str, ...], number_first_column: int | None = None) -> Paper:
        """A table; a row of one text is merged across. `number_first_column` numbers the first cells automatically."""
        width = max(len(row) for row in rows)
        table = self.doc.add_table(rows=0, cols=width)
        table.style = "Table Grid"
        for row in rows:
            cells = table.add_row().cells
            if len(row) == 1:
                cells[0].merge(cells[-1]).text = row[0]
                continue
            for cell, text in zip(cells, row, strict=False):
                cell.text = text
            if number_first_column is not None and row is not rows[0]:
                self._number(cells[0].paragraphs[0], number_first_column, 0)
        return self

    def save(self, path: Path) -> Path:
        """Write the file, making its folder."""
        path.parent.mkdir(parents=True, exist_ok=True)
        self.doc.save(str(path))
        return path


def write_text(path: Path, text: str, *, encoding: str = "utf-8") -> Path:
    """Write a plain text paper, making its folder."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode(encoding))
    return path
