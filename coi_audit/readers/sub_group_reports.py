"""The summary report of a sub-committee or working group to its committee (Annex E, ii): labels and values."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from coi_audit.model.assurance import SubGroupReport
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.days_in_text import first_day
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.forms import read_record_forms
from coi_audit.readers.records.header import read_label
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import RecordTables, read_record_tables
from coi_audit.readers.records.values import is_silent, says_nothing_to_list

KIND = DocumentKind.SUB_GROUP_REPORT.value
_GROUP = r"(?:sub[\s-]?committee|sub[\s-]?group|working party|group)"
_KIND_OF_REPORT = r"(?:summary |highlight |exception |key issues |chair['’]?s )?"
_TITLE = re.compile(
    rf"\b{_KIND_OF_REPORT}report (?:from|of|by) (?:the )?[\w&,' -]{{0,80}}?\b{_GROUP}\b"
    rf"|\b{_GROUP}(?:['’]s)? {_KIND_OF_REPORT}report\b|\bannex e\b.*\bii\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"\breport (?:from|of|by) (?:the )?(?P<of>[\w&,' -]{{0,80}}?\b{_GROUP})\b"
    rf"|(?P<own>[A-Z][\w&,' -]{{2,80}}?\b{_GROUP})(?:['’]s)? {_KIND_OF_REPORT}report",
    re.IGNORECASE,
)
_TELLING = frozenset({"group", "summary", "recommendations", "decisions", "conflicts"})
_DECIDED = re.compile(
    r"\b(?:approved|awarded|ratified|authorised|signed off|decided|granted"
    r"|agreed to (?:award|approve|fund|extend|grant|pay))\b",
    re.IGNORECASE,
)
_OF_GROUP = re.compile(
    rf"\b(?:{_GROUP}|it|members) (?:had |has |have )?(?:already |unanimously |itself |formally )?{_DECIDED.pattern}",
    re.IGNORECASE,
)
_RECOMMENDS = re.compile(
    r"\brecommend|\basked to\b|\bpropos|\bfor decision by\b|\bfor approval\b|\badvis", re.IGNORECASE
)
_NOT = re.compile(
    r"\b(?:not|no|without)\b[^.]{0,40}\b(?:attached|available|enclosed|taken|ready)|\bto follow\b|\bno minutes\b", re.I
)
_ATTACHED = re.compile(r"\b(?:minutes|notes)\b", re.IGNORECASE)
_YES = re.compile(r"^\W*(?:yes|attached|enclosed|appended|y|included)\b", re.IGNORECASE)
_NO = re.compile(r"^\W*(?:no|none|n)\b", re.IGNORECASE)


def is_sub_group_report(rows: Iterable[Sequence[str]], lines: Sequence[str], words: str) -> bool:
    """Whether a paper is such a report: its labels say so, two of them or one beside its title."""
    cells = [[cell.strip() for cell in row if cell.strip()] for row in rows]
    labels = [row[0] for row in cells if 1 <= len(row) <= 4] + [line.split(":")[0] for line in lines]
    read = [found for text in labels if len(text.split()) <= 12 and (found := read_label(KIND, text)) is not None]
    known = {one.field for one in read if one.whole} & _TELLING
    if "group" in known and len(known) >= 3 and any("report" in text.casefold() for text in [*labels, words]):
        return True
    return bool(_TITLE.search(words)) and len(known - {"group"}) >= 2


def read_sub_group_reports(path: Path, root: Path) -> RecordsRead:
    """Read one paper: a form, or a list of reports. Raises `UserError` where no group is named in it."""
    tables = read_record_tables(path, root, KIND)
    listed = len(tables.columns) >= 3 and "group" in tables.columns
    read = tables if listed else read_record_forms(path, root, KIND)
    rows = [row for row in read.rows if not (listed and row.nil)]
    found = [one for row in rows if (one := _report(row, read, path.stem)) is not None]
    if not found and not read.nil:
        raise read.no_table("sub-group reports", "Report from, Executive summary, Management of conflicts of interest")
    paper = RecordPaper(kind=KIND, file=read.file, edition=read.edition, columns=read.columns, source=read.source)
    return RecordsRead(
        paper,
        Records(sub_group_reports=tuple(found)),
        rejected=tuple(read.rejected),
        rows_read=len(found),
        rows_rejected=len(rows) - len(found),
        notices=tuple(read.notices),
    )


def _report(row: RecordRow, read: RecordTables, stem: str) -> SubGroupReport | None:
    group = _plain(row.text("group")) or _named([*read.lines[:6], re.sub(r"[-_.]+", " ", stem), row.text("title")])
    if not group:
        row.reject("group", "does not say which group reports", 'add "Report from:" with the name of the group.')
        return None
    conflicts = next((text for text in row.texts("conflicts") if not is_silent(text)), None)
    return SubGroupReport(
        group=group,
        title=_plain(row.text("title")),
        on=first_day(row.text("on")) or None,
        conflicts=_plain(conflicts) if conflicts else ("" if "conflicts" in read.columns else None),
        minutes=_minutes(row),
        decided=_decided(row),
        source=row.source,
    )


def _named(texts: Sequence[str]) -> str:
    """The group that a heading or the file's name gives: "Report from the Premises Working Group"."""
    found = (_NAMED.search(text) for text in texts)
    return next((_plain(one["of"] or one["own"]) for one in found if one is not None), "")


def _minutes(row: RecordRow) -> bool | None:
    for cell in row.cells.get("minutes", ()):
        heads = bool(_ATTACHED.search(cell.heading))
        if (heads or _ATTACHED.search(cell.text)) and (_NOT.search(cell.text) or (heads and _NO.search(cell.text))):
            return False
        if _ATTACHED.search(cell.text) or (heads and _YES.search(cell.text)):
            return True
    return None


def _decided(row: RecordRow) -> bool | None:
    """Whether the group itself took the final decision; None where its words do not tell."""
    for text in row.texts("decisions"):
        if says_nothing_to_list(text):
            return False
        if _DECIDED.search(text) and not _RECOMMENDS.search(text):
            return True
    told = " ".join((*row.texts("summary"), *row.texts("recommendations"), *row.texts("decisions")))
    if _OF_GROUP.search(told):
        return True
    asks = any(not is_silent(text) for text in row.texts("recommendations"))
    return False if asks or _RECOMMENDS.search(told) else None


def _plain(text: str) -> str:
    return " ".join(text.split())
