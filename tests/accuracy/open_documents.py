"""Writes OpenDocument files, text and spreadsheet, with nothing but the zip they are."""

from __future__ import annotations

import html
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

_SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("office", "office"), ("text", "text"), ("table", "table"))
)


def text_document(blocks: Sequence[str | list[list[str]]], path: Path) -> None:
    """Paragraphs (words) and tables (rows of cells), in their order, as an ODT file."""
    body = "".join(_paragraph(block) if isinstance(block, str) else _table(block) for block in blocks)
    _packed(path, "text", f"<office:text>{body}</office:text>")


def spreadsheet(sheets: Mapping[str, Sequence[Sequence[str]]], path: Path) -> None:
    """Sheets by their names as an ODS file; every cell is words."""
    body = "".join(_table([list(row) for row in rows], name) for name, rows in sheets.items())
    _packed(path, "spreadsheet", f"<office:spreadsheet>{body}</office:spreadsheet>")


def _paragraph(text: str) -> str:
    return "".join(f"<text:p>{html.escape(line)}</text:p>" for line in text.split("\n"))


def _table(rows: list[list[str]], name: str = "Sheet1") -> str:
    width = max(len(row) for row in rows)
    drawn = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string">{_paragraph(cell)}</table:table-cell>'
            for cell in [*row, *[""] * (width - len(row))]
        )
        + "</table:table-row>"
        for row in rows
    )
    columns = f'<table:table-column table:number-columns-repeated="{width}"/>'
    return f'<table:table table:name="{name}">{columns}{drawn}</table:table>'


def _packed(path: Path, kind: str, body: str) -> None:
    media = f"application/vnd.oasis.opendocument.{kind}"
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_SPACES} office:version="1.2">'
        f"<office:body>{body}</office:body></office:document-content>"
    )
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?>'
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{media}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("mimetype", media)
        packed.writestr("content.xml", content)
        packed.writestr("META-INF/manifest.xml", manifest)
