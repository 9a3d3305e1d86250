"""Decisions taken between meetings, by the chair or by e-mail: one form a file, or a log of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from coi_audit.model.evidence import Rejected
from coi_audit.model.meetings import Attendance, Passage, UrgentDecision
from coi_audit.model.records import RecordPaper, Records
from coi_audit.model.words import AttendanceStatus
from coi_audit.readers.attendance.labels import Label
from coi_audit.readers.attendance.lists import PeopleLists, without_repeats
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.records.forms import read_record_forms
from coi_audit.readers.records.header import read_label
from coi_audit.readers.records.headings import read_heading
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.paper import RecordPaperRead, open_record_paper
from coi_audit.readers.records.rows import RecordCell, RecordRow
from coi_audit.readers.records.table import RecordTables, read_record_tables
from coi_audit.readers.records.values import is_silent, says_nothing_to_list
from coi_audit.readers.urgent_mails import mailed_decision, tells_decision

KIND = DocumentKind.URGENT_DECISIONS.value
_HOW = (
    (
        re.compile(r"\bchair(?:man|woman|person)?['’]?s?['’]? actions?\b|\baction by the chair\b", re.I),
        "Chair's action",
    ),
    (re.compile(r"\b(?:urgent|emergency) (?:decisions?|powers|actions?|business)\b", re.I), "urgent decision"),
    (
        re.compile(r"\be-?mail (?:decisions?|votes?|voting|approvals?|ballots?)\b|\b(?:by|via|over) e-?mail\b", re.I),
        "decision by e-mail",
    ),
    (
        re.compile(r"\bvirtual (?:decisions?|votes?|voting|approvals?)\b|\b(?:taken|made|agreed) virtually\b", re.I),
        "virtual decision",
    ),
    (
        re.compile(r"\bdecisions? (?:taken |made )?(?:between|outside(?: of)?|out of) (?:the )?meetings?\b", re.I),
        "decision between meetings",
    ),
    (re.compile(r"\bwritten (?:resolution|procedure)s?\b", re.I), "written resolution"),
)
_LEAST = frozenset({"title", "decision"})
_WHO = frozenset({"decided_by", "consulted", "abstained", "reason", "how", "authority", "interests"})
_LIST_COLUMNS = 3
_VOTE_LABEL = re.compile(
    r"\b(?:votes? )?(?:in favour|for|against|approved|agreed|abstained|abstentions?)\s*(?:\(\d+\))?\s*[:=–-]\s*", re.I
)
_CHAIR = re.compile(r"\bchair(?!.{0,12}\baction)", re.I)
_NOBODY = re.compile(r"^\W*(?:none|nil|nobody|no one|n/?a|not applicable)\W*$", re.I)
_DECLARES = re.compile(r"\bdeclar|\binterests?\b|\bconflict", re.I)
_NONE_DECLARED = re.compile(
    r"^\W*(?:none|nil|no)(?: (?:declared|known|identified|were declared|conflicts?))?\W*$", re.I
)
_SAYS = {
    "how": "How it was taken",
    "authority": "Under",
    "decision": "Decision taken",
    "consulted": "Consulted",
    "reason": "Why it could not wait",
    "reported_on": "Reported",
}


def how_taken(words: str) -> str | None:
    """How a decision between meetings was taken, where words say that there was one."""
    return next((how for pattern, how in _HOW if pattern.search(words)), None)


def is_urgent_decisions(rows: Iterable[Sequence[str]], lines: Sequence[str], words: str) -> bool:
    """Whether a paper is a log or form of such decisions: `words` (name, first lines) say so, or its headings do."""
    cells = [[cell for cell in row if cell.strip()] for row in rows]
    headed = any(_heads(row, words) for row in cells)
    labels = [row[0] for row in cells if 1 <= len(row) <= 4] + [line.split(":")[0] for line in lines if ":" in line]
    fields = {read.field for text in labels if (read := read_label(KIND, text)) is not None and read.whole}
    form = bool(fields & _LEAST) and len(fields & _WHO) >= 1 and len(fields) >= 3
    told = how_taken(words) is not None or any(how_taken(" ".join(row)) for row in cells[:12])
    return (told and (headed or form)) or tells_decision(lines, [how_taken(line) is not None for line in lines])


def _heads(row: Sequence[str], words: str) -> bool:
    if len(row) < 3:
        return False
    known = [read.field for cell in row if len(cell.split()) <= 15 and (read := read_heading(KIND, cell)) is not None]
    decided = bool(set(known) & _LEAST) and bool(set(known) & _WHO)
    return decided and len(known) >= 0.5 * len(row) and ("decided_by" in known or how_taken(words) is not None)


def read_urgent_decisions(path: Path, root: Path) -> RecordsRead:
    """Read one paper: its table, or its labels and values.

    Raises `UserError` for a file that cannot be opened, or in which neither a table nor a form of decisions is found.
    """
    tables = read_record_tables(path, root, KIND)
    listed = len(tables.columns) >= _LIST_COLUMNS and bool(_LEAST & set(tables.columns))
    read = tables if listed else read_record_forms(path, root, KIND)
    paper = open_record_paper(path, root=root)
    how = _how_all(paper)
    mailed = mailed_decision(paper.lines, how or "decision by e-mail")
    rows = [row for row in read.rows if not _nothing(row)]
    found = _with_mail([one for row in rows if (one := _decision(row, read, how)) is not None], mailed)
    if not read.rows and not read.nil and mailed is None:
        raise read.no_table("decisions taken between meetings", "Date, Matter, Decision, Decided by, Reason")
    about = RecordPaper(kind=KIND, file=read.file, edition=read.edition, columns=read.columns, source=read.source)
    return RecordsRead(
        about,
        Records(urgent_decisions=tuple(found)),
        rejected=tuple(read.rejected),
        rows_read=len(found),
        rows_rejected=max(0, len(rows) - len(found)),
        notices=tuple(read.notices),
    )


def _with_mail(found: list[UrgentDecision], mailed: UrgentDecision | None) -> list[UrgentDecision]:
    """The one decision of a message, what its labels tell and what its prose tells together."""
    if mailed is None or len(found) > 1:
        return found
    if not found:
        return [mailed]
    one = found[0]
    said = {passage.text for passage in one.passages}
    more = tuple(passage for passage in mailed.passages if passage.text not in said)
    changes = {"title": mailed.title, "on": one.on or mailed.on, "decided_by": one.decided_by or mailed.decided_by}
    return [one.model_copy(update={**changes, "passages": (*one.passages, *more)})]


def _nothing(row: RecordRow) -> bool:
    """Whether a row says that there was no such decision; "None" under interests says only that."""
    title = row.text("title") or row.text("decision")
    return row.nil and (not title or says_nothing_to_list(title))


def _how_all(paper: RecordPaperRead) -> str | None:
    """How all of a paper's decisions were taken: by its first lines and rows, else by its name."""
    rows = [" ".join(cell.text for cell in row) for grid in paper.grids for row in grid.rows[:3]]
    said = " ".join([*(line.text for line in paper.lines[:6]), *rows])
    return how_taken(said) or how_taken(re.sub(r"[-_.]+", " ", paper.stem))


def _decision(row: RecordRow, read: RecordTables, how: str | None) -> UrgentDecision | None:
    title = _plain(row.text("title") or row.text("decision"))
    if not title:
        row.reject("title", "tells of no matter that was decided", "name the matter, and what was decided on it.")
        return None
    if row.day("on") is None and "on" not in row.cells:
        row.reject("on", "has no date of the decision", "give the day it was taken, e.g. 05/03/2024.")
    own = " ".join(cell.text for cells in row.cells.values() for cell in cells)
    return UrgentDecision(
        reference=_plain(row.text("reference")),
        on=row.day("on"),
        title=title.removeprefix("Chair's action: ")[:500],
        how=how_taken(row.text("how")) or how_taken(f"{row.section} {own}") or how or "decision between meetings",
        committee=_plain(row.text("committee")) or None,
        decided_by=_people(row, ("decided_by", "abstained"), AttendanceStatus.PRESENT, read),
        consulted=_people(row, ("consulted",), AttendanceStatus.IN_ATTENDANCE, read),
        passages=tuple(_passages(row)),
        private="private" in row.cells and bool(re.search(r"private|confidential|part (?:2|two|b)", own, re.I)),
        source=row.source,
    )


def _people(
    row: RecordRow, names: Sequence[str], status: AttendanceStatus, read: RecordTables
) -> tuple[Attendance, ...]:
    found: list[Attendance] = []
    for cell in (cell for name in names for cell in row.cells.get(name, ())):
        lists = PeopleLists()
        lists.open(Label(status, ""))
        for line in _VOTE_LABEL.sub("\n", cell.text).split("\n"):
            text = line.strip(" ;,.")
            if text and not _NOBODY.match(text) and not lists.add_text(text, cell.source, several=True):
                lists.unread.append((text, cell.source))
        heads = _CHAIR.search(cell.heading) is not None
        found += [one.model_copy(update={"chair": True}) if heads else one for one in lists.everybody()]
        if status is AttendanceStatus.PRESENT and not lists.people:
            _nobody_known(cell, read)
    return without_repeats(found)


def _nobody_known(cell: RecordCell, read: RecordTables) -> None:
    place = cell.source.place().removeprefix(cell.source.file).lstrip(", ")
    problem, fix = "names nobody who decided", "give the names of those who decided or voted."
    read.rejected.append(Rejected(file=cell.source.file, place=place, value=cell.text[:300], problem=problem, fix=fix))


def _passages(row: RecordRow) -> Iterator[Passage]:
    """What was declared and done about it first, as minutes have it; then the decision and the rest."""
    for cell in row.cells.get("interests", ()):
        yield from _declared(cell)
    for name in ("handling", "abstained", "how", "authority", "consulted", "decision", "reason", "reported_on"):
        for cell in row.cells.get(name, ()):
            if name == "abstained":
                text = "" if _NOBODY.match(cell.text) else f"{_plain(cell.text)} did not vote."
            else:
                text = "" if is_silent(cell.text) else _sentence(_SAYS.get(name, ""), cell.text)
            if text:
                yield Passage(text=text, source=cell.source)


def _declared(cell: RecordCell) -> Iterator[Passage]:
    for line in cell.text.split("\n"):
        text = _plain(line)
        if not text or is_silent(text):
            continue
        if _NONE_DECLARED.match(text) or says_nothing_to_list(text):
            yield Passage(text="No interests were declared.", source=cell.source)
        elif _DECLARES.search(text):
            yield Passage(text=text, source=cell.source)
        else:
            yield Passage(text=_sentence("Interests declared", text), source=cell.source)


def _sentence(label: str, text: str) -> str:
    words = _plain(text)
    ended = words if words.endswith((".", "!", "?")) else f"{words}."
    return f"{label}: {ended}" if label else ended


def _plain(text: str) -> str:
    return " ".join(text.split())
