"""Lists of decision-making staff: who is employed, in what post and band, and who takes part in decisions."""

from __future__ import annotations

import re
from pathlib import Path

from coi_audit.model.assurance import StaffMember
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import RecordTable, RecordTables, read_record_tables

KIND = "staff"
# "Where only decision makers are listed" is told by the words above the table or the name of its sheet.
_ALL_DECIDE = re.compile(r"\bdecision[\s-]?mak(?:ing|ers?)\b", re.IGNORECASE)
_NOT_ALL = re.compile(r"\b(?:non|not|other than)[\s-]+(?:\w+\s+)?decision[\s-]?mak", re.IGNORECASE)
_VACANT = re.compile(r"^\W*(?:vacan\w+|tbc|to be (?:appointed|confirmed|recruited)|n/?a)\b", re.IGNORECASE)


def read_staff(path: Path, root: Path) -> RecordsRead:
    """Read one list; a row without a name is rejected, a vacant post left aside.

    `decision_maker` is the row's own answer, else True where the list says that it holds decision makers only.
    Raises `UserError` for a file that cannot be opened or has no column of names.
    """
    tables = read_record_tables(path, root, KIND)
    if not tables.tables and not tables.nil:
        raise tables.no_table("staff", '"Name", "Job title", "Band" and "Start date"')
    staff: list[StaffMember] = []
    for table in tables:
        decide = _says_all_decide(table, tables, path)
        for row in table.rows:
            member = _member(row, decide, tables)
            staff += [member] if member is not None else []
    paper = RecordPaper(
        kind=KIND, file=tables.file, edition=tables.edition, columns=tables.columns, source=tables.source
    )
    return RecordsRead(
        paper,
        Records(staff=tuple(staff)),
        rejected=tuple(tables.rejected),
        rows_read=len(staff),
        rows_rejected=len(tables.rejected),
        notices=tuple(tables.notices),
    )


def _says_all_decide(table: RecordTable, tables: RecordTables, path: Path) -> bool:
    words = " ".join([table.title, *tables.lines, re.sub(r"[-_.]+", " ", path.stem)])
    return bool(_ALL_DECIDE.search(words)) and not _NOT_ALL.search(words)


def _member(row: RecordRow, decide: bool, tables: RecordTables) -> StaffMember | None:
    name = " ".join(part for field in ("honorific", "forename", "surname") if (part := row.told(field) or ""))
    name = row.told("name") or name
    position = row.post() or ""
    if row.nil:
        tables.nil = True
        return None
    if not name or _VACANT.match(name):
        if name or (position and not row.cells.get("name")):
            tables.notices.append(f"{row.source.place()}: read as a post that nobody holds.")
        else:
            row.reject("name", "this row gives no name", "write who holds the post, or delete the row.")
        return None
    told = row.flag("decision_maker") if row.told("decision_maker") else None
    return StaffMember(
        name=" ".join(name.split()),
        position=" ".join(position.split()),
        band=row.told("band"),
        decision_maker=told if told is not None else (True if decide else None),
        started_on=row.day("started_on"),
        left_on=row.day("left_on"),
        source=row.source,
    )
