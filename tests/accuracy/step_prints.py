"""Agendas printed in ways of their own: by a browser, by a web engine in narrow columns, from Word with tab stops."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
import weasyprint
import yaml
from agenda_papers import as_html, write
from docx.shared import Mm, Pt
from pdf_rounds import browser_pdfs
from pdf_writing import office_pdfs
from scored import Part, Scored
from step_agendas import DATA, score

PRINTED = DATA.parent / "agendas_printed"
BARE = """@page { size: A4 } table, td { border: none } body { font: 13px/1.35 sans-serif }
 td { padding: 5px 10px 5px 0; vertical-align: top; text-align: left } table { width: 100% }"""
NARROW = """@page { size: A4; margin: 18mm; @bottom-right { content: counter(page) " of " counter(pages) } }
 body { font: 9pt/1.2 serif } table { width: 100%; table-layout: fixed; margin: 3mm 0; hyphens: auto }
 td { vertical-align: top; text-align: left } p { margin: 0 0 1.5mm; text-align: center }"""
STRIPES = """@page { size: A4 landscape; margin: 15mm;
 @top-right { content: "Papers for the meeting"; font: 8pt sans-serif } }
 body { font: 10pt/1.3 sans-serif } table, td { border: none } table { width: 100% }
 tr:nth-child(odd) { background: #e8eef4 } td { padding: 2mm; vertical-align: middle }"""


def measure(dev: Path | None, wanted: int | None = None) -> Iterator[Scored]:
    """The answers of every printed agenda, or of those of one batch."""
    with TemporaryDirectory() as folder:
        for at, path in enumerate(sorted(PRINTED.glob("batch*.yaml"))):
            batch = int(path.stem.removeprefix("batch"))
            for number, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
                if wanted in (None, batch):
                    place = Path(folder) / f"{at} {number}"
                    place.mkdir()
                    yield from of_entry(entry, place, f"{batch} {entry['style']}")


def of_entry(entry: dict[str, Any], folder: Path, group: str) -> Iterator[Scored]:
    """The answers of one agenda in the style it names; none where the program that prints it is not installed."""
    part = Part.HELD_OUT if entry.get("held") else Part.TUNED_ON
    path = folder / "agenda.pdf"
    STYLES[entry["style"]](entry["paper"], path)
    if path.exists():
        for one in score(entry, path, part, group):
            yield Scored("prints", f"agendas: {one.dataset}", one.part, one.group, one.verdict, one.what)


def _browser(paper: str, path: Path) -> None:
    page = path.with_suffix(".html")
    page.write_text(_styled(paper, BARE), encoding="utf-8")
    browser_pdfs([page])


def _web(css: str) -> Callable[[str, Path], None]:
    def write_pdf(paper: str, path: Path) -> None:
        weasyprint.HTML(string=_styled(paper, css)).write_pdf(path)

    return write_pdf


def _styled(paper: str, css: str) -> str:
    text = as_html(paper.rstrip("\n").split("\n"))
    return text.replace("<html>", '<html lang="en-GB">').replace("</head>", f"<style>{css}</style></head>")


def _tabs(paper: str, path: Path) -> None:
    """From Word: the number, the title behind a tab with its further lines under it, the lead behind another."""
    made = write(paper, "docx", path.with_suffix(".docx"))
    document = docx.Document(str(made))
    document.styles["Normal"].font.name, document.styles["Normal"].font.size = "DejaVu Serif", Pt(11)
    for paragraph in document.paragraphs:
        if "\t" in paragraph.text:
            form = paragraph.paragraph_format
            form.left_indent, form.first_line_indent = Mm(12), Mm(-12)
            form.tab_stops.add_tab_stop(Mm(12))
            form.tab_stops.add_tab_stop(Mm(118))
    document.save(str(made))
    office_pdfs([made], path.parent)


STYLES: dict[str, Callable[[str, Path], None]] = {
    "browser plain": _browser,
    "narrow ruled": _web(NARROW),
    "striped": _web(STRIPES),
    "serif tabs": _tabs,
}
