"""PDFs of registers, agendas and minutes: does each cell and paragraph come back whole, and each register's fields?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import register_layouts_breaks  # noqa: F401
import register_layouts_new  # noqa: F401
import register_layouts_ordinary  # noqa: F401
import register_layouts_prints  # noqa: F401
import register_layouts_rounds  # noqa: F401
import register_layouts_third  # noqa: F401
import register_layouts_words  # noqa: F401
from pdf_prose import print_in_columns
from pdf_rounds import write_batches
from pdf_scoring import Answer, compare_paragraphs, compare_rows, plain, rows_of, tables_of
from pdf_sheets import PRINTS, PRINTS_HELD_OUT, printed_sheet
from pdf_worded import print_papers
from pdf_writing import (
    OFFICE,
    OFFICE_HELD_OUT,
    WEB,
    WEB_HELD_OUT,
    office_file,
    office_pdfs,
    web_pdf,
)
from register_corpus import Words, people
from register_layouts import HELD_OUT, TUNED_ON, Layout
from register_layouts_sheets import SHEETS
from register_scoring import compare
from register_writing import Paper
from scored import Part, Scored, Verdict

from coi_audit.errors import UserError
from coi_audit.readers.pdf.document import read_pdf
from coi_audit.readers.registers.register import read_register

GIVEN_UP = ("xlsx, ruled",)  # once held out; then looked into, and so tuned on since


@dataclass(frozen=True)
class Written:
    """A register that was written, in which style, and where its PDF is."""

    paper: Paper
    part: Part
    style: str
    path: Path


def measure(dev: Path | None) -> Iterator[Scored]:
    """Answers by style. Every layout is written in two or three styles; some styles are held out, and some layouts."""
    yield from registers(every=1)
    yield from batches()
    yield from worded(every=1)
    yield from columns(every=3)


def registers(*, every: int) -> Iterator[Scored]:
    """Answers of every so manieth layout."""
    with tempfile.TemporaryDirectory() as folder:
        for one in write_registers(Path(folder), every=every):
            yield from answers(one)
        for one in write_sheets(Path(folder), every=every):
            yield from answers(one)


def batches() -> Iterator[Scored]:
    """Answers of the registers printed in ways of their own, by batch."""
    with tempfile.TemporaryDirectory() as folder:
        for batch, entry, paper, path in write_batches(Path(folder)):
            for one in answers(Written(paper, entry.part, f"{batch} {entry.style}", path)):
                dataset = one.dataset.replace("register", "batches,")
                yield Scored(one.step, dataset, one.part, one.group, one.verdict, one.what)


def worded(*, every: int) -> Iterator[Scored]:
    """Answers of every so manieth agenda and minutes paper."""
    with tempfile.TemporaryDirectory() as folder:
        for one in print_papers(Path(folder), every=every):
            document = read_pdf(one.path, root=one.path.parent)
            for verdict, what in compare_paragraphs(one.wanted, document):
                yield Scored("pdf", "paragraphs and rows", one.part, one.group, verdict, f"{one.name}: {what}")


def columns(*, every: int) -> Iterator[Scored]:
    """Answers of every so manieth minutes paper, set in columns."""
    with tempfile.TemporaryDirectory() as folder:
        for one in print_in_columns(Path(folder), every=every):
            document = read_pdf(one.path, root=one.path.parent)
            for verdict, what in compare_paragraphs(one.wanted, document):
                yield Scored("pdf", "paragraphs in columns", one.part, one.group, verdict, f"{one.name}: {what}")


def write_registers(folder: Path, *, every: int) -> list[Written]:
    """Registers as PDFs, each in some of the styles of its part."""
    written: list[Written] = []
    office: dict[Path, list[Path]] = {}
    parts = ((Part.TUNED_ON, TUNED_ON, WEB, OFFICE), (Part.HELD_OUT, HELD_OUT, WEB_HELD_OUT, OFFICE_HELD_OUT))
    for part, layouts, web, programs in parts:
        styles = [*web, *programs]
        for at, (name, layout) in enumerate(list(layouts.items())[::every]):
            chosen = [styles[(at + step * 2) % len(styles)] for step in range(3)]
            for paper in _papers(layout, part, name):
                for style in chosen:
                    place = folder / part / style.replace(",", "")
                    place.mkdir(parents=True, exist_ok=True)
                    path = place / f"{name} {paper.stem}.pdf"
                    if style in web:
                        web_pdf(paper.sheets, web[style], path)
                    else:
                        office.setdefault(place, []).append(office_file(paper, style, path))
                    told = Part.TUNED_ON if style in GIVEN_UP else part
                    written.append(Written(paper, told, style, path))
    for place, files in office.items():
        office_pdfs(files, place)
    return [one for one in written if one.path.exists()]


def write_sheets(folder: Path, *, every: int) -> list[Written]:
    """Prints of spreadsheets: every fifth layout tuned on in some styles, the newest layouts held out in all."""
    written: list[Written] = []
    office: dict[Path, list[Path]] = {}
    held_out = {**PRINTS_HELD_OUT, **PRINTS}
    tuned_on = dict(list(TUNED_ON.items())[::5])
    for part, layouts, styles in ((Part.TUNED_ON, tuned_on, PRINTS), (Part.HELD_OUT, SHEETS, held_out)):
        for name, layout in list(layouts.items())[::every]:
            for paper in _papers(layout, part, name):
                for style, set_up in styles.items():
                    place = folder / part / style.replace(",", "")
                    place.mkdir(parents=True, exist_ok=True)
                    path = place / f"{name} {paper.stem}.pdf"
                    office.setdefault(place, []).append(printed_sheet(paper, set_up, path))
                    written.append(Written(paper, part, style, path))
    for place, files in office.items():
        office_pdfs(files, place)
    return [one for one in written if one.path.exists()]


def _papers(layout: Layout, part: Part, name: str) -> list[Paper]:
    return [one for one in layout(people(part.value), Words(part.value, turn=len(name))) if one.sheets]


def answers(one: Written) -> Iterator[Scored]:
    """The cells of one PDF, and the fields of the register read from it."""
    cut = [("words cut off", _cut_words)] if "cut" in one.style else []
    for dataset, job in (("register cells", _cells), ("register fields", _fields), *cut):
        for verdict, what in job(one):
            yield Scored("pdf", dataset, one.part, one.style, verdict, f"{one.path.stem}: {what}")


def _cells(one: Written) -> Iterator[Answer]:
    document = read_pdf(one.path, root=one.path.parent)
    yield from compare_rows(rows_of(one.paper), [row for table in tables_of(document) for row in table])


def _cut_words(one: Written) -> Iterator[Answer]:
    """One answer a cell that the print shortened: was it told? And one a whole cell that was said to be cut."""
    whole = {cell for row in rows_of(one.paper) for cell in row}
    tables = read_pdf(one.path, root=one.path.parent).tables
    for cell in (cell for table in tables for row in table.rows for cell in row if not cell.repeated):
        text = plain(cell.text)
        if text in whole:
            if cell.cut:
                yield Verdict.EXTRA, f'cell "{text[:90]}" is whole'
        elif any(other.startswith(text) for other in whole if text):
            yield (Verdict.RIGHT if cell.cut else Verdict.MISSED), f'cell "{text[:90]}"'


def _fields(one: Written) -> Iterator[Answer]:
    try:
        read = read_register(one.path, root=one.path.parent)
    except UserError as error:
        yield Verdict.WRONG, str(error)
        yield from compare(one.paper, None, ())
    else:
        yield from compare(one.paper, read.register, read.rejected)
