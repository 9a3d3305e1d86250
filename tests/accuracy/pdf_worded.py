"""Agendas and minutes as PDFs: the papers of their own steps, printed by an office program and by a web engine."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import weasyprint
import yaml
from agenda_papers import write
from pdf_scoring import plain
from pdf_writing import office_pdfs
from scored import Part
from step_minutes import DATA as MINUTES
from step_minutes import build, truth_of

from coi_audit.readers.word import Cell, Paragraph, Table, WordDocument, read_docx

AGENDAS = MINUTES.parent / "agendas"
PLAIN = """@page { size: A4; margin: 22mm; @top-right { content: "Invented CCG"; font: 9pt sans-serif }
 @bottom-center { content: counter(page); font: 9pt sans-serif } }
 body { font: 11pt/1.3 sans-serif } p { margin: 0 0 6pt }
 table { border-collapse: collapse; width: 100%; margin-bottom: 6pt }
 td { border: .5pt solid; padding: 3pt; vertical-align: top }
"""
DRESSED = """@page { size: A4; margin: 25mm 20mm;
 @top-left { content: "Invented CCG, papers in public"; font: 9pt serif }
 @bottom-right { content: counter(page) " | Page"; font: 9pt serif } }
 body { font: 12pt/1.15 serif; text-align: justify; hyphens: auto }
 p { margin: 0 0 9pt; padding-left: 12mm; text-indent: -12mm }
 table { border-collapse: collapse; width: 100% }
 td { padding: 2pt 8pt 6pt 0; vertical-align: top; text-align: left }
"""


@dataclass(frozen=True)
class Printed:
    """A paper as printed: what stood in it, block by block, and where its PDF is."""

    name: str
    group: str
    part: Part
    wanted: tuple[str, ...]
    path: Path


def print_papers(folder: Path, *, every: int) -> list[Printed]:
    """Every so manieth paper, by the office program and by the web engine, which sets the held-out ones otherwise."""
    found: list[Printed] = []
    files = []
    for at, (name, kind, part, file) in enumerate(word_papers(folder)):
        if at % every:
            continue
        document = read_docx(file)
        wanted = tuple(words for one in blocks(document) if (words := plain(one)))
        files.append(file)
        found.append(Printed(name, f"{kind}, office", part, wanted, file.with_suffix(".pdf")))
        web = file.with_name(f"{file.stem} web.pdf")
        css = PLAIN if part is Part.TUNED_ON else DRESSED
        weasyprint.HTML(string=f"<html lang=en><style>{css}</style>{_html(document)}</html>").write_pdf(web)
        found.append(Printed(name, f"{kind}, web", part, wanted, web))
    office_pdfs(files, folder)
    return [one for one in found if one.path.exists()]


def word_papers(folder: Path) -> Iterator[tuple[str, str, Part, Path]]:
    """The labelled agendas and minutes that are Word papers: name, kind, part, file."""
    for path in sorted(AGENDAS.glob("*.yaml")):
        part = Part.HELD_OUT if path.stem.startswith("held") else Part.TUNED_ON
        for at, entry in enumerate(yaml.safe_load(path.read_text(encoding="utf-8"))):
            file = write(entry["paper"], "docx", folder / f"{path.stem} {at}.docx")
            yield f"{path.stem} {entry['name']}", "agenda", part, file
    for path in sorted(MINUTES.glob("*.yaml")):
        truth = truth_of(path)
        if truth.get("as") == "docx":
            made = build(truth, folder)
            yield path.stem, "minutes", Part(truth["part"]), made.rename(folder / f"{path.stem}.docx")


def blocks(document: WordDocument) -> Iterator[str]:
    """Paragraphs, their lines each by itself, and each row of a table as one line."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield from block.shown.split("\n")
        else:
            yield from (" ".join(cell.text for cell in row if not cell.repeated) for row in block.rows)


def _html(document: WordDocument) -> str:
    parts = []
    for block in document.blocks:
        if isinstance(block, Table):
            rows = ("".join(_cells(row)) for row in block.rows)
            parts.append(f"<table>{''.join(f'<tr>{row}</tr>' for row in rows)}</table>")
        else:
            words = html.escape(block.shown).replace("\n", "<br>").replace("\t", "&emsp;&emsp;&emsp;")
            parts.append(f"<p>{f'<b>{words}</b>' if block.bold else words}</p>")
    return "".join(parts)


def _cells(row: tuple[Cell, ...]) -> Iterator[str]:
    for cell in row:
        words = "" if cell.repeated else html.escape(cell.text).replace("\n", "<br>")
        yield f"<td>{words}</td>"
