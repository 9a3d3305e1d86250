"""Turns a paper made in Word into a web page or a printed page, for the steps that read other formats."""

from __future__ import annotations

import html
from pathlib import Path

import weasyprint

from coi_audit.readers.word import Paragraph, Table, WordDocument, read_docx

_CSS = """@page { size: A4; margin: 20mm; @bottom-center { content: counter(page); font: 9pt sans-serif } }
 body { font: 11pt/1.3 sans-serif } p { margin: 0 0 6pt } table { border-collapse: collapse; width: 100% }
 td { border: .5pt solid; padding: 3pt; vertical-align: top }
"""


def as_html(paper: Path) -> Path:
    """The Word paper as a web page beside it."""
    page = paper.with_suffix(".html")
    page.write_text(_page(read_docx(paper)), encoding="utf-8")
    return page


def as_pdf(paper: Path) -> Path:
    """The Word paper printed beside it."""
    printed = paper.with_suffix(".pdf")
    weasyprint.HTML(string=_page(read_docx(paper))).write_pdf(printed)
    return printed


def _page(document: WordDocument) -> str:
    parts = [f"<html lang='en'><head><meta charset='utf-8'><title>Minutes</title><style>{_CSS}</style></head><body>"]
    for block in document.blocks:
        if isinstance(block, Table):
            rows = ("".join(f"<td>{_lines(cell.text)}</td>" for cell in row if not cell.repeated) for row in block.rows)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            parts.append(_paragraph(block))
    return "".join((*parts, "</body></html>"))


def _paragraph(block: Paragraph) -> str:
    words = _lines(block.shown)
    return f"<p><b>{words}</b></p>" if block.bold or block.style.startswith("Heading") else f"<p>{words}</p>"


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>").replace("\t", "&emsp;")
