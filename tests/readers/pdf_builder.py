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


Piece = tuple[float, float, str]  # where a line of words begins and how far below the page's top it stands, the words
Side = tuple[float, float, float, float]  # a ruled line's ends, measured alike


def drawn(path: Path, pages: Sequence[tuple[Sequence[Piece], Sequence[Side]]], *, creator: str = "") -> Path:
    """A PDF of lines of 8 point print in the order given, each page with its ruled lines."""
    pdf = pikepdf.new()
    names = {"Type": "Font", "Subtype": "Type1", "BaseFont": "Helvetica", "Encoding": "WinAnsiEncoding"}
    font = pikepdf.Dictionary({f"/{key}": pikepdf.Name(f"/{value}") for key, value in names.items()})
    for pieces, sides in pages:
        page = pdf.add_blank_page(page_size=(842, 595))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
        lines = [f"{x0} {595 - y0} m {x1} {595 - y1} l S" for x0, y0, x1, y1 in sides]
        lines += [f"BT /F1 8 Tf 1 0 0 1 {x} {595 - y} Tm ({text}) Tj ET" for x, y, text in pieces]
        page.contents_add("\n".join(lines).encode("cp1252"))
    if creator:
        pdf.docinfo["/Creator"] = creator
    pdf.save(path)
    return path


def clipped(path: Path, pages: Sequence[tuple[Sequence[tuple[Piece, Side]], Sequence[Side]]]) -> Path:
    """The same of words each of which is seen only within a box: left, top, right and bottom."""
    drawn(path, [([], sides) for _, sides in pages])
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        for page, (pieces, _) in zip(pdf.pages, pages, strict=True):
            for (x, y, text), (x0, y0, x1, y1) in pieces:
                box = f"q {x0} {595 - y1} {x1 - x0} {y1 - y0} re W n"
                page.contents_add(f"{box} BT /F1 8 Tf 1 0 0 1 {x} {595 - y} Tm ({text}) Tj ET Q".encode("cp1252"))
        pdf.save(path)
    return path


def net(xs: Sequence[float], ys: Sequence[float]) -> list[Side]:
    """The ruled lines of a table."""
    return [*((xs[0], y, xs[-1], y) for y in ys), *((x, ys[0], x, ys[-1]) for x in xs)]


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
