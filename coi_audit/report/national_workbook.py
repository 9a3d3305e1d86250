"""The national picture as a workbook: bodies, next steps, areas, findings by body, people, providers, not audited."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

from coi_audit.model.national import National
from coi_audit.report.national_view import opinion_words_of, readiness_mark, region_words
from coi_audit.report.office_file import same_bytes, writable
from coi_audit.report.words import count, day, sentence, words

_INK, _HEAD = "1B2733", "14365C"
_GROUND = PatternFill("solid", fgColor="E8EEF5")
_LINE = Border(bottom=Side(style="thin", color="D0D7DE"))
_MOST = 32_000  # signs that one cell can hold, with room to spare
_LEAST_WIDE, _MOST_WIDE = 11, 60  # characters

Value = str | int | float | None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, what stands over it, its headings, and its rows as wide as the headings."""

    name: str
    about: str
    heads: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


def national_workbook(found: National) -> bytes:
    """The workbook's bytes; the same bodies give the same bytes."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for sheet in national_sheets(found):
        _write(book.create_sheet(sheet.name), sheet, found)
    book.properties.title = "Conflicts of interest: the national picture"
    book.properties.creator = f"coi-audit {found.tool_version}"
    book.properties.description = f"As at {day(found.as_of)}, rulebook {found.rulebook_sha256}"
    book.properties.language = "en-GB"
    out = BytesIO()
    book.save(out)
    return same_bytes(out.getvalue(), as_of=found.as_of)


def national_sheets(found: National) -> list[Sheet]:
    """What each sheet holds, in order; a sheet with nothing to tell has its headings alone."""
    return [_bodies(found), _steps(found), _areas(found), _findings(found), _people(found), _providers(found),
            _failed(found)]  # fmt: skip


def _bodies(found: National) -> Sheet:
    heads = ("Body", "ODS code", "Region", "Opinion", "Ready for delegation", "Meetings", "Agenda items", "Conflicts",
             "Findings not met", "Questions open", "Parts not understood")  # fmt: skip
    rows = tuple(
        (one.name, one.ods_code or "", region_words(one.region), opinion_words_of(one), readiness_mark(one).words,
         one.meetings, one.items, one.conflicts, one.not_met, one.cannot_tell, one.rejected)
        for one in found.audited
    )  # fmt: skip
    return Sheet("Bodies", f"{count(len(rows), 'body', 'bodies')} audited.", heads, rows)


def _steps(found: National) -> Sheet:
    rows = tuple(
        (one.name, one.ods_code or "", readiness_mark(one).words, sentence(step.what), ", ".join(step.rule_ids),
         words(step.level), "yes" if step.level is one.readiness else "no")
        for one in found.audited for step in one.steps
    )  # fmt: skip
    about = "What stands between each body that asks for delegated commissioning and being ready now."
    heads = ("Body", "ODS code", "Readiness", "What stands between", "Rules", "Keeps it at", "Next step")
    return Sheet("Next steps", about, heads, rows)


def _areas(found: National) -> Sheet:
    rows = tuple(
        (one.name, one.ods_code or "", area.framework, area.title, (area.level or "not rated").replace("_", " "))
        for one in found.audited for area in one.areas
    )  # fmt: skip
    return Sheet("Areas", "Each body in each area of each internal audit.",
                 ("Body", "ODS code", "Framework", "Area", "Level"), rows)  # fmt: skip


def _findings(found: National) -> Sheet:
    """One row a rule and body: a filter makes either view of it."""
    rows = tuple(
        (rule.rule_id, rule.title, words(rule.severity), one.name, one.ods_code or "", rule.times)
        for one in found.audited for rule in one.rules
    )  # fmt: skip
    ordered = tuple(sorted(rows, key=lambda row: (row[0], row[3])))
    return Sheet("Findings", "How often each body did not meet each rule.",
                 ("Rule", "What was not met", "Weight", "Body", "ODS code", "Times"), ordered)  # fmt: skip


def _people(found: National) -> Sheet:
    rows = tuple((one.name, len(one.bodies), "; ".join(one.bodies)) for one in found.people)
    return Sheet("People", "Names at the tables of several bodies. One name may be two people.",
                 ("Name", "How many", "Bodies"), rows)  # fmt: skip


def _providers(found: National) -> Sheet:
    rows = tuple(
        (one.name, len(one.bodies), "; ".join(one.bodies), "; ".join(one.people)) for one in found.organisations
    )
    return Sheet("Providers", "Organisations in which people of several bodies hold interests that touched items.",
                 ("Organisation", "How many", "Bodies", "Whose interests"), rows)  # fmt: skip


def _failed(found: National) -> Sheet:
    rows = tuple((one.name, one.problem) for one in found.failed)
    return Sheet("Not audited", f"{count(len(rows), 'body', 'bodies')} could not be audited.", ("Folder", "Why"), rows)


def _write(target: Any, sheet: Sheet, found: National) -> None:
    """Two lines over the headings; headings and the first column stay in sight, and every column has its filter."""
    _text(target.cell(1, 1), sheet.about, Font(bold=True, size=13, color=_HEAD))
    _text(target.cell(2, 1), f"As at {day(found.as_of)}. A lead to check, not an accusation.", Font(color="52606D"))
    for at, (head, width) in enumerate(zip(sheet.heads, _widths(sheet), strict=True), 1):
        cell = target.cell(3, at)
        _text(cell, head, Font(bold=True, color=_HEAD))
        cell.fill, cell.alignment = _GROUND, Alignment(wrap_text=True, vertical="center")
        target.column_dimensions[get_column_letter(at)].width = width
    for number, row in enumerate(sheet.rows, 4):
        for at, value in enumerate(row, 1):
            _value(target.cell(number, at), value)
    last = f"{get_column_letter(len(sheet.heads))}{3 + len(sheet.rows)}"
    target.auto_filter.ref = f"A3:{last}"
    target.freeze_panes = "B4"
    target.print_title_rows = "3:3"
    target.page_setup.orientation, target.page_setup.paperSize = "landscape", 9
    target.page_setup.fitToWidth, target.page_setup.fitToHeight = 1, 0
    target.sheet_properties.pageSetUpPr.fitToPage = True
    target.oddFooter.left.text, target.oddFooter.right.text = f"National picture: {sheet.name}", "Page &P of &N"


def _widths(sheet: Sheet) -> Iterator[int]:
    for at, head in enumerate(sheet.heads):
        longest = max((len(str(row[at])) for row in sheet.rows), default=0)
        yield max(_LEAST_WIDE, min(_MOST_WIDE, max(longest, len(head)) + 2))


def _value(cell: Any, value: Value) -> None:
    if isinstance(value, str):
        _text(cell, value, Font(color=_INK))
    else:
        cell.value, cell.font = value, Font(color=_INK)
    across = "left" if isinstance(value, str) else "right"
    cell.alignment = Alignment(wrap_text=True, vertical="top", horizontal=across)
    cell.border = _LINE


def _text(cell: Any, text: str, font: Font) -> None:
    """Text stays text, whatever sign it begins with."""
    cell.value = writable(text)[:_MOST]
    cell.data_type, cell.font = "s", font
    cell.quotePrefix = text.startswith(("=", "+", "-", "@"))
