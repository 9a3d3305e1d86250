"""What reading PDFs costs, by their pages, beside the bare libraries in the same run.

CPU seconds are compared, the variants in turn. pdfplumber is installed for this only, and left out where it is missing.
"""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2
import weasyprint

from coi_audit.readers.pdf.document import read_pdf

ROUNDS = 3
PAGES = (15, 30, 60)
_CSS = """
@page { size: A4; margin: 20mm; @top-center { content: "Invented CCG" } @bottom-right { content: counter(page) } }
body { font: 10pt/1.3 sans-serif } table { border-collapse: collapse; width: 100% } div { break-after: page }
td { border: .5pt solid; padding: 2pt 3pt; vertical-align: top }"""


def cpu(job: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    job()
    return time.process_time() - start


def papers(path: Path, pages: int) -> Path:
    """A pack of papers of so many pages: of three, two are minutes in prose and one is a register's table."""
    prose = "".join(
        f"<p>{n}.1 Dr Person {n} declared an interest as a partner in the practice and left the room. The committee "
        "heard what the officers had to say about the premises, the list and the money, and APPROVED the paper.</p>"
        for n in range(1, 14)
    )
    rows = "".join(
        f"<tr><td>Dr Person {n}</td><td>GP member</td><td>Partner in the surgery of number {n}, and shareholder of its "
        "company</td><td>Financial</td><td>01/04/2014</td><td>Current</td></tr>"
        for n in range(1, 17)
    )
    sheets = [f"<table>{rows}</table>" if at % 3 == 2 else prose for at in range(pages)]
    body = "".join(f"<div>{sheet}</div>" for sheet in sheets)
    weasyprint.HTML(string=f"<html lang=en><style>{_CSS}</style>{body}</html>").write_pdf(path)
    return path


def bare_text(path: Path) -> None:
    """All words of the file, by PDFium alone."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        page.get_textpage().get_text_range()
    document.close()


def bare_tables(path: Path) -> None:
    """The tables of every page, by pdfplumber alone."""
    import pdfplumber

    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_tables()


def lines() -> Iterator[str]:
    """What to print."""
    with tempfile.TemporaryDirectory() as folder:
        yield "PDFs: two pages of prose to one of a table"
        for pages in PAGES:
            path = papers(Path(folder) / f"{pages}.pdf", pages)
            yield _line(path, pages)


def _line(path: Path, pages: int) -> str:
    jobs: dict[str, Callable[[Path], object]] = {"text": bare_text, "read": read_pdf_alone}
    try:
        import pdfplumber  # noqa: F401
    except ImportError:
        peer = "pdfplumber is not installed"
    else:
        jobs["tables"], peer = bare_tables, ""
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    for _ in range(ROUNDS):
        for name, job in jobs.items():
            taken[name].append(cpu(lambda job=job: job(path)))
    read = statistics.median(taken["read"])
    over_text = statistics.median(a / b for a, b in zip(taken["read"], taken["text"], strict=True))
    if not peer:
        share = statistics.median(a / b for a, b in zip(taken["read"], taken["tables"], strict=True))
        peer = f"{share:.2f} times pdfplumber's extract_tables"
    return f"  {pages} pages: {read:.2f} CPU seconds, {over_text:.0f} times bare PDFium text, {peer}"


def read_pdf_alone(path: Path) -> object:
    """The reader under measurement."""
    return read_pdf(path, root=path.parent)
