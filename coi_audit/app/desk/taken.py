"""The papers that leave the desk: a meeting's pack, the body's report, its registers as one workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

from coi_audit.app.desk.case import DeskCase
from coi_audit.app.desk.meeting_words import changes_of
from coi_audit.app.desk.trying import day_audit, day_tried
from coi_audit.app.desk.what_if import WhatIf
from coi_audit.app.files import write_bytes
from coi_audit.app.pack import write_pack, write_pack_docx
from coi_audit.app.papers import write_report
from coi_audit.app.twin import write_report_page
from coi_audit.audit.registers.full import kept_registers
from coi_audit.audit.registers.prepare import prepared
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.rulebook.publication import load_publication

Make = Callable[[Path], None]

PACK, PACK_WORD, REPORT, REPORT_PAGE, REGISTERS = "pack.pdf", "pack.docx", "report.pdf", "report.html", "registers.xlsx"
TITLES = {
    PACK: "the secretary's pack",
    PACK_WORD: "the pack for Word",
    REPORT: "the assurance report",
    REPORT_PAGE: "the assurance report as a page",
    REGISTERS: "the registers",
}


def pack_audit(case: DeskCase, on: date, what_if: WhatIf) -> Audit:
    """The check of a day as it goes into the pack; what is tried out and not saved stands among its notices."""
    audit = day_audit(case, on, what_if)
    told = [
        f"Tried out at the desk and not saved: {one.who}: {one.now} (saved: {one.saved})."
        for meeting in day_tried(case, on, what_if).meetings
        for one in changes_of(meeting, what_if.of_meeting(meeting.place))
    ]
    return replace(audit, notices=(*told, *audit.notices))


def pack_maker(case: DeskCase, kind: str, on: date, what_if: WhatIf) -> Make:
    """What writes a day's pack as PDF or for Word."""
    write = write_pack if kind == PACK else write_pack_docx
    return lambda path: write(pack_audit(case, on, what_if), path, rulebook=case.rulebook)


def body_maker(case: DeskCase, kind: str, rules: Path) -> Make:
    """What writes one of the body's own papers. Raises `UserError` where there is nothing to write."""
    if kind == REGISTERS:
        return lambda path: _write_registers(case, path, rules)
    if not case.case.meetings:
        raise UserError("there is no meeting to report on.", fix="add an agenda or minutes on the page of the papers.")
    if kind == REPORT_PAGE:
        return lambda path: write_report_page(case.audit(), path, rulebook=case.rulebook)
    return lambda path: _write_report(case, path)


def _write_report(case: DeskCase, path: Path) -> None:
    write_report(case.audit(), path, rulebook=case.rulebook)


def _write_registers(case: DeskCase, path: Path, rules: Path) -> None:
    from coi_audit.report.registers.sheets import registers_xlsx
    from coi_audit.report.registers.tables import tables_of

    audited = prepared(case.case, knowledge=case.knowledge, as_of=case.as_of)
    kept = kept_registers(audited, load_publication(rules, case.rulebook))
    if not kept.kinds:
        raise UserError(
            "there is no register among these papers: none of interests, of gifts or of procurement decisions.",
            fix="add the register on the page of the papers.",
        )
    write_bytes(path, registers_xlsx(tables_of(kept)), what="the workbook")
