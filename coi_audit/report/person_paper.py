"""What is kept on one person, as it is handed over: as PDF or Word to read, as a workbook or JSON to work with."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from io import BytesIO
from typing import Any

from coi_audit.model.person_file import PersonFile, Section
from coi_audit.report.html import render, style
from coi_audit.report.letting_go_text import time_of
from coi_audit.report.office_file import same_bytes, writable
from coi_audit.report.pack.blocks import Block, Column, Heading, Part, Style, Table, bullets, cell, quiet, text
from coi_audit.report.pack.fit import PDF, WORD, Sheet
from coi_audit.report.pack.plan import Pack
from coi_audit.report.pdf import Attached, render_pdf
from coi_audit.report.words import count, day

TITLE = "What is kept on one person"
_TEMPLATE = "pack/pack.html"
_STYLES = ("base/paper.css", "pack/pack.css")
_SCHEMA = "1.0"
_SHEET_NAME = 31  # signs that a sheet's name can have
_MOST = 32_000  # signs that one cell of a workbook can hold, with room to spare


def person_pdf(found: PersonFile) -> bytes:
    """The paper as PDF/A, with the same data as JSON attached. The same data gives the same bytes."""
    html = render(_TEMPLATE, {**_head(found), "parts": tuple(_parts(found, PDF))})
    attached = Attached("person.json", person_json(found), "The data of this paper", "Data")
    return render_pdf(html, as_of=found.on, style=style(*_STYLES), attached=(attached,))


def _head(found: PersonFile) -> dict[str, Any]:
    return {"title": TITLE, "body": {"name": found.body}, "as_of": day(found.on)}


def person_docx(found: PersonFile) -> bytes:
    """The paper as a Word document."""
    from coi_audit.report.pack.word import docx_of

    return docx_of(Pack(found.body, TITLE, day(found.on), tuple(_parts(found, WORD))), on=found.on)


def person_json(found: PersonFile) -> bytes:
    """The data, days as 2018-01-15; each section's rows under the keys of its columns."""
    return (json.dumps(person_document(found), ensure_ascii=False, indent=2) + "\n").encode()


def person_document(found: PersonFile) -> dict[str, Any]:
    """The same as plain types."""
    limits = found.limits
    return {
        "schema_version": _SCHEMA,
        "body": found.body,
        "person": found.person,
        "names": list(found.names),
        "as_of": found.on.isoformat(),
        "kept": {"public_months": limits.public_months, "record_months": limits.record_months, "source": limits.source},
        "names_of_others_masked": found.masked,
        "left_out_as_unsure": len(found.unsure),
        "sections": [_section_document(one) for one in found.sections],
    }


def _section_document(section: Section) -> dict[str, Any]:
    keys = [one.key for one in section.columns]
    rows = [dict(zip(keys, map(_plain, row), strict=True)) for row in section.rows]
    return {"key": section.key, "title": section.title, "note": section.note, "rows": rows}


def _plain(value: str | date | None) -> str | None:
    return value.isoformat() if isinstance(value, date) else value or None


def person_xlsx(found: PersonFile) -> bytes:
    """The data as a workbook, a sheet a section, days as days. The same data gives the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    about: Any = book.worksheets[0]
    about.title = "About"
    about.column_dimensions["A"].width = 110
    for number, told in enumerate((f"{found.body}: {TITLE}", *_about(found)), 1):
        _put(about.cell(number, 1), told)
    for section in found.sections:
        _sheet(book.create_sheet(section.title[:_SHEET_NAME]), section)
    book.properties.title, book.properties.creator = f"{found.body}: {TITLE}", found.body
    book.properties.language = "en-GB"
    packed = BytesIO()
    book.save(packed)
    return same_bytes(packed.getvalue(), as_of=found.on)


def _sheet(sheet: Any, section: Section) -> None:
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    for place, column in enumerate(section.columns, 1):
        _put(sheet.cell(1, place), column.title)
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = max(12, column.share)
    for number, row in enumerate(section.rows, 2):
        for place, value in enumerate(row, 1):
            _put(sheet.cell(number, place), value)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(section.columns))}{len(section.rows) + 1}"


def _put(cell: Any, value: str | date | None) -> None:
    """A day as a day; a text as a text, whatever sign it begins with."""
    from openpyxl.styles import Alignment

    if isinstance(value, date):
        cell.value, cell.number_format = value, "d mmm yyyy"
    elif value:
        cell.value = writable(value)[:_MOST]
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))
    cell.alignment = Alignment(wrap_text=True, vertical="top")


def _parts(found: PersonFile, sheet: Sheet) -> Iterator[Part]:
    blocks: list[Block] = [
        *(text(one) for one in _about(found)),
        Heading("What is in it"),
        bullets(f"{one.title}: {count(len(one.rows), 'entry', 'entries')}" for one in found.sections),
    ]
    if not found.sections:
        blocks.append(text("Nothing is kept on this person.", style=Style.NONE))
    yield Part("about", f"About {found.person}", tuple(blocks), new_page=False)
    for section in found.sections:
        yield Part(
            section.key, section.title, (text(section.note, style=Style.META), _table(section, sheet)), new_page=False
        )


def _about(found: PersonFile) -> Iterator[str]:
    limits = found.limits
    yield f"Everything that {found.body} keeps on {found.person} in its store of cases, on {day(found.on)}."
    yield f"The papers write the name so: {'; '.join(found.names)}."
    yield (
        f"Names of other people were taken out, {count(found.masked, 'time')}. Words that could not be told from a "
        "name were taken for one, so an organisation may be missing here and there."
    )
    if found.unsure:
        yield (
            f"{count(len(found.unsure), 'name')} in the papers may be the same person or somebody else's. What stands "
            "under them alone was left out; ask if you miss something."
        )
    yield (
        f"How long it is kept: an interest for {time_of(limits.record_months)} after it ended, the first "
        f"{time_of(limits.public_months)} of them on the published register ({limits.source}); all else as long, by "
        "this tool's own presumption. Then it may be removed, by an order with a name."
    )
    yield "If something here is wrong, say so: it can be put right in the paper it comes from."


def _table(section: Section, sheet: Sheet) -> Table:
    total = sum(one.share for one in section.columns)
    widths = [round(sheet.width * one.share / total) for one in section.columns]
    columns = [Column(one.title, width) for one, width in zip(section.columns[:-1], widths[:-1], strict=True)]
    rows = tuple(
        tuple(cell(day(one)) if isinstance(one, date) else cell(one or quiet("-")) for one in row)
        for row in section.rows
    )
    return Table((*columns, Column(section.columns[-1].title)), rows)


def person_lines(found: PersonFile) -> Iterator[str]:
    """What there is, in counts, and what to look at before it is handed over."""
    yield f"{found.body} keeps {count(found.entries, 'entry', 'entries')} on {found.person}, on {day(found.on)}."
    yield f"  written as: {'; '.join(found.names)}"
    yield from (f"  {one.title}: {len(one.rows)}" for one in found.sections)
    if found.unsure:
        yield "Left out, since it may be somebody else; take a name in with --also where it is the same person:"
        yield from (f"  {one}" for one in found.unsure)
    yield from found.remarks
    yield f"Names of others were masked {count(found.masked, 'time')}. Read it through before it is handed over."


WRITERS: Mapping[str, Callable[[PersonFile], bytes]] = {
    "pdf": person_pdf,
    "docx": person_docx,
    "xlsx": person_xlsx,
}
