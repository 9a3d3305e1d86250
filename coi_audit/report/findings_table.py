"""Findings and conflicts as tables to work through: a workbook, or a text file with commas."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO, StringIO
from typing import Any

from coi_audit.linking.links import describe
from coi_audit.model.audit import Audit, Finding, ItemAudit, MeetingAudit
from coi_audit.model.given import JUDGED_BY, JUDGED_ON, JUDGEMENT, NUMBER, WHY, View
from coi_audit.model.linking import Conflict
from coi_audit.report.conflict_view import path_words, recorded_of, role_words
from coi_audit.report.findings_view import conflict_of, in_force_words, item_of, source_words
from coi_audit.report.later_view import later_words
from coi_audit.report.office_file import never_a_formula, same_bytes, writable
from coi_audit.report.tallies import HEAVIEST_FIRST, conflicts_of
from coi_audit.report.words import sentence, words

Cell = str | date | None


@dataclass(frozen=True, slots=True)
class Column:
    """`width` is in characters; `fill` marks a column that people fill in."""

    title: str
    width: int
    fill: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. Every row has one cell a column; days are days, all else is text."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_FINDINGS = (
    Column(NUMBER, 19),
    Column("Answer", 14),
    Column("Severity", 10),
    Column("Confidence", 12),
    Column("Rule", 9),
    Column("Title", 38),
    Column("Meeting", 12),
    Column("Committee", 26),
    Column("Item", 26),
    Column("Person", 22),
    Column("What was found", 60),
    Column("Why", 44),
    Column("Required", 26),
    Column("Recorded", 26),
    Column("Read at", 40),
    Column("Words read there", 50),
    Column("Question to ask", 44),
    Column("Measured against", 46),
    Column("In force", 26),
    Column("Source is", 12),
    Column("Recommendation", 50),
    Column("Ruling", 30),
    Column("Owner", 20, fill=True),
    Column("By", 14, fill=True),
    Column("Response", 40, fill=True),
    Column(JUDGEMENT, 14, fill=True),
    Column(WHY, 40, fill=True),
    Column(JUDGED_BY, 22, fill=True),
    Column(JUDGED_ON, 14, fill=True),
)
_CONFLICTS = (
    Column("Meeting", 12),
    Column("Committee", 26),
    Column("Item", 8),
    Column("Title", 40),
    Column("Person", 22),
    Column("Role", 20),
    Column("Interest", 44),
    Column("Type", 26),
    Column("Direct", 8),
    Column("Link", 18),
    Column("How it touches the item", 50),
    Column("Required", 28),
    Column("Recorded", 28),
    Column("Handling", 26),
    Column("Reason or ruling", 36),
    Column("What came later", 44),
    Column("Confidence", 12),
    Column("Rules raised", 18),
    Column("Read at", 40),
    Column("Words read there", 50),
)


def findings_table(audit: Audit) -> Table:
    """One row a finding: those not met, then those that cannot be told, then those a ruling covers; heaviest first."""
    rank = {kind: place for place, kind in enumerate(HEAVIEST_FIRST)}
    ordered = sorted(audit.findings, key=lambda one: (one.outcome.value != "not_met", rank[one.severity]))
    return Table("Findings", _FINDINGS, tuple(_finding(one, audit) for one in (*ordered, *audit.waived)))


def conflicts_table(audit: Audit) -> Table:
    """One row a conflict, in order of meeting and item."""
    return Table("Conflicts", _CONFLICTS, tuple(_conflict(*one) for one in conflicts_of(audit)))


def findings_workbook(audit: Audit) -> bytes:
    """Both tables as an Excel file: heads that stay in sight, filters, print titles. The same audit, the same bytes."""
    from openpyxl import Workbook

    book = Workbook()
    book.remove(book.worksheets[0])
    for table in (findings_table(audit), conflicts_table(audit)):
        _sheet(book, table)
    book.properties.title = f"{audit.body.name}: findings on conflicts of interest"
    book.properties.creator = audit.body.name
    book.properties.language = "en-GB"
    packed = BytesIO()
    book.save(packed)
    return same_bytes(packed.getvalue(), as_of=audit.as_of)


def findings_csv(audit: Audit) -> str:
    """The findings alone, with commas; it begins with the mark by which Excel knows UTF-8."""
    table = findings_table(audit)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([one.title for one in table.columns])
    for row in table.rows:
        writer.writerow([_plain(cell) for cell in row])
    return "\ufeff" + out.getvalue()


def _plain(cell: Cell) -> str:
    if isinstance(cell, date):
        return cell.isoformat()
    return never_a_formula(writable(cell or ""))


def _sheet(book: Any, table: Table) -> None:
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    sheet = book.create_sheet(table.title)
    top, head = Alignment(vertical="top", wrap_text=True), Font(bold=True, color="FFFFFF")
    fill, to_fill = _ground("14365C"), _ground("FFF8DC")
    for place, column in enumerate(table.columns, 1):
        cell = sheet.cell(1, place, column.title)
        cell.font, cell.fill, cell.alignment = head, fill, top
        sheet.column_dimensions[get_column_letter(place)].width = column.width
    for number, row in enumerate(table.rows, 2):
        for place, (value, column) in enumerate(zip(row, table.columns, strict=True), 1):
            cell = sheet.cell(number, place)
            _put(cell, value)
            cell.alignment = top
            if column.fill:
                cell.fill = to_fill
    _only_views(sheet, table)
    last = f"{get_column_letter(len(table.columns))}{len(table.rows) + 1}"
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = f"A1:{last}"
    sheet.print_title_rows = "1:1"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 8  # A3
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True


def _only_views(sheet: Any, table: Table) -> None:
    """Offers the three views where a judgement is filled in, and takes nothing else."""
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    titles = [one.title for one in table.columns]
    if JUDGEMENT not in titles or not table.rows:
        return
    column = get_column_letter(titles.index(JUDGEMENT) + 1)
    views = ",".join(one.value for one in View)
    told = DataValidation(type="list", formula1=f'"{views}"', allow_blank=True, showErrorMessage=True)
    told.error = f"Write one of: {views.replace(',', ', ')}."
    told.add(f"{column}2:{column}{len(table.rows) + 1}")
    sheet.add_data_validation(told)


def _ground(colour: str) -> Any:
    from openpyxl.styles import PatternFill

    return PatternFill("solid", start_color=colour, end_color=colour)


def _put(cell: Any, value: Cell) -> None:
    """A day as a day; a text as a text, whatever sign it begins with."""
    if isinstance(value, date):
        cell.value, cell.number_format = value, "dd/mm/yyyy"
    elif value:
        cell.value = writable(value)[:32_000]  # Excel holds 32,767 signs in a cell
        cell.data_type = "s"
        cell.quotePrefix = value.startswith(("=", "+", "-", "@"))


def _finding(finding: Finding, audit: Audit) -> tuple[Cell, ...]:
    item, conflict = item_of(finding, audit), conflict_of(finding, audit)
    criterion = finding.criterion
    title = f"{finding.item} {item.item.title}" if item is not None and item.item.number else finding.item
    return (
        finding.fingerprint,
        sentence(words(finding.outcome)),
        sentence(words(finding.severity)),
        sentence(words(finding.confidence)),
        finding.rule_id,
        finding.title,
        finding.meeting,
        finding.committee,
        title,
        finding.person,
        finding.statement,
        " ".join(finding.because),
        _required(conflict) if conflict is not None else None,
        sentence(recorded_of(conflict)) if conflict is not None else None,
        _lines(one.place() for one in finding.evidence),
        _lines(" ".join(one.text.split()) for one in finding.evidence),
        finding.ask,
        source_words(criterion),
        in_force_words(criterion),
        words(criterion.evidence_mark) if criterion is not None else None,
        finding.recommendation,
        finding.waived_by,
        *_given(finding, audit),
    )


def _given(finding: Finding, audit: Audit) -> tuple[Cell, ...]:
    """What stands in the columns to fill in: nothing, but for what people gave to the store already."""
    if audit.kept is None:
        return (None,) * 7
    actions = audit.kept.actions_for(finding.fingerprint)
    judgement = audit.kept.judgement_on(finding.fingerprint)
    due = [one.due for one in actions if one.due is not None]
    response = _lines(f"Action {one.number}: {words(one.state)}. {one.remark}".strip() for one in actions)
    action = (_lines(one.owner for one in actions), max(due, default=None), response)
    if judgement is None:
        return (*action, None, None, None, None)
    return (*action, judgement.view.value, judgement.why, judgement.by, judgement.on)


def _conflict(meeting: MeetingAudit, item: ItemAudit, conflict: Conflict) -> tuple[Cell, ...]:
    holding = conflict.holding
    role = conflict.role if conflict.role is not None else holding.person.role
    return (
        meeting.date,
        meeting.committee,
        item.item.number,
        item.item.title,
        holding.person.name,
        role_words(role, conflict.voting, holding.person),
        sentence(describe(holding)),
        sentence(words(holding.category)),
        "yes" if holding.direct else "no",
        sentence(words(conflict.link.kind)),
        path_words(conflict, item.item),
        _required(conflict),
        sentence(recorded_of(conflict)),
        sentence(words(conflict.handling)),
        conflict.participation.reason or conflict.ruling,
        later_words(conflict.later) if conflict.later is not None else None,
        sentence(words(conflict.confidence)),
        ", ".join(conflict.rule_ids),
        _lines(one.place() for one in conflict.evidence),
        _lines(" ".join(one.text.split()) for one in conflict.evidence),
    )


def _required(conflict: Conflict) -> str:
    return sentence(words(conflict.required_action)) + ("; hand over the chair" if conflict.hand_over_chair else "")


def _lines(parts: Iterable[str]) -> str:
    return "\n".join(dict.fromkeys(part for part in parts if part))
