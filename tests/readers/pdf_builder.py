"""Small real PDFs for the reader tests: printed from marked-up words, turned, locked, or made pictures of."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import weasyprint

from coi_audit.readers.word import Table, WordDocument

PAGE = "@page { size: A4; margin: 20mm } body { font: 11pt/1.3 sans-serif } p { margin: 0 0 6pt } "
RULED = (
    "table { border-collapse: collapse; width: 100% } td, th { border: .5pt solid; padding: 3pt; vertical-align: top } "
)


def printed(path: Path, body: str, css: str = "") -> Path:
    """A PDF of marked-up words."""
    text = f"<html lang=en><style>{PAGE}{css}</style><body>{body}</body></html>"
    weasyprint.HTML(string=text).write_pdf(path)
    return path


def table(rows: Sequence[Sequence[str]], *, heads: int = 1) -> str:
    """Rows of cells, the first of them headings that stand again on every page."""
    drawn = ["".join(f"<td>{html.escape(cell).replace(chr(10), '<br>')}</td>" for cell in row) for row in rows]
    head = "".join(f"<tr>{row}</tr>" for row in drawn[:heads])
    return f"<table><thead>{head}</thead>{''.join(f'<tr>{row}</tr>' for row in drawn[heads:])}</table>"


def changed(path: Path, **saving: Any) -> Path:
    """The PDF saved anew, as with a password."""
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, **saving)
    return path


def pictured(path: Path, source: Path, *, pages: Sequence[int] | None = None) -> Path:
    """A PDF whose pages, or those of the numbers given, are pictures of another's."""
    from PIL import Image

    drawn = pypdfium2.PdfDocument(source)
    numbers = range(1, len(drawn) + 1) if pages is None else pages
    with pikepdf.open(source) as pdf:
        for number in numbers:
            picture: Image.Image = drawn[number - 1].render(scale=150 / 72, grayscale=True).to_pil().convert("L")
            sheet = path.with_name(f"sheet {number}.pdf")
            picture.save(sheet, resolution=150)
            with pikepdf.open(sheet) as one:
                pdf.pages.insert(number - 1, one.pages[0])
            del pdf.pages[number]
        pdf.save(path)
    drawn.close()
    return path


def rows(document: WordDocument, which: int = 0) -> list[list[str]]:
    """A table's words, a place that a merged cell covers shown as "^"."""
    found: Table = document.tables[which]
    return [["^" if cell.repeated else cell.text for cell in row] for row in found.rows]


def texts(document: WordDocument) -> list[str]:
    return [paragraph.shown for paragraph in document.paragraphs]
