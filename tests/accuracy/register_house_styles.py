"""Puts the words of a Word file where house styles put them: a table in a cell, a content control, a text box."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls


def house_style(path: Path, style: str) -> None:
    """Change the file in place; every style keeps the words and their order."""
    document = docx.Document(str(path))
    {"nested": _nested, "control": _control, "box": _box}[style](document)
    document.save(str(path))


def _nested(document: Any) -> None:
    """Each table stands in the one cell of a table that only lays out the page, under the cell of the logo."""
    for table in list(document.tables):
        outer = document.add_table(rows=2, cols=1)
        table._element.addprevious(outer._element)
        outer.cell(1, 0)._element.insert(1, table._element)


def _control(document: Any) -> None:
    """Each table, and each cell of its first row, in a content control."""
    for table in document.tables:
        _wrapped(table._element)
        for cell in table._element.xpath("./w:tr[1]/w:tc/w:p/w:r"):
            _wrapped(cell)


def _wrapped(element: Any) -> None:
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    element.addprevious(control)
    control.append(OxmlElement("w:sdtPr"))
    control.append(content)
    content.append(element)


def _box(document: Any) -> None:
    """Every paragraph but the first in one text box, anchored in a paragraph of its own."""
    body = list(document.element.body.iterchildren("{*}p"))
    anchor = document.add_paragraph()._element
    anchor.append(
        parse_xml(
            f'<w:r {nsdecls("w")} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape style="width:400pt">'
            "<v:textbox><w:txbxContent/></v:textbox></v:shape></w:pict></w:r>"
        )
    )
    content = next(anchor.iter("{*}txbxContent"))
    for paragraph in body[1:]:
        content.append(paragraph)
