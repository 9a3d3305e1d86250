"""What a file of the case folder is: told by its content, its name being a hint where the content leaves it open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from coi_audit.readers.agendas.agenda import agenda_from, opening_lines
from coi_audit.readers.assurance_keys import is_assurance
from coi_audit.readers.attendance.file import attendance_columns
from coi_audit.readers.attendance.labels import read_label
from coi_audit.readers.attendance.lists import PeopleLists
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.guard import FileType, check_size, read_text, require, sniff
from coi_audit.readers.paper import Grid, Line, Paper, read_paper
from coi_audit.readers.recognise_assurance import assurance_kind
from coi_audit.readers.recognise_gifts import is_gifts
from coi_audit.readers.recognise_hints import IGNORED_NAMES, IMAGE_NAMES, Recognised, by_content, by_name
from coi_audit.readers.recognise_procurement import procurement_kind
from coi_audit.readers.registers.register import looks_like_register
from coi_audit.readers.spreadsheet import read_spreadsheet
from coi_audit.readers.sub_group_reports import is_sub_group_report
from coi_audit.readers.urgent_decisions import is_urgent_decisions
from coi_audit.readers.worded import WORDED
from coi_audit.strict_yaml import parse_yaml

_LIKELY, _SURELY = 0.5, 0.9
_YAML_KINDS = (
    DocumentKind.DECISIONS,
    DocumentKind.ASSURANCE,
    DocumentKind.POLICY,
    DocumentKind.ORGANISATIONS,
    DocumentKind.ANSWERS,
)
_SPREADSHEETS = (FileType.XLSX, FileType.XLS, FileType.ODS)
_PAPERS = (*WORDED, FileType.TEXT)
_USUAL_ITEM = re.compile(
    r"^(?:welcome|apolog|declarations?\b|minutes of|matters arising|any other|date of next|action log)", re.IGNORECASE
)


def recognise(path: Path) -> Recognised:
    """What the file is.

    Raises `UserError` for a file that cannot be opened: empty, too large, damaged, protected, or of another kind than
    its name says.
    """
    if IGNORED_NAMES.match(path.name):
        return Recognised(DocumentKind.IGNORED, "its name is that of a temporary, system or read-me file")
    if path.name.casefold() in ("body.yaml", "body.yml"):
        return Recognised(DocumentKind.BODY, "its name")
    check_size(path, where=path.name)
    if IMAGE_NAMES.search(path.name):
        return Recognised(DocumentKind.IMAGE, "its name ends as a picture's does")
    if path.suffix.casefold() in (".yaml", ".yml"):
        return _yaml(path)
    kind = sniff(path)
    if kind in _SPREADSHEETS:
        return _spreadsheet(path)
    if kind is FileType.TEXT and path.suffix.casefold() in (".csv", ".tsv"):
        return _spreadsheet(path)
    if kind in _PAPERS and not (kind is FileType.TEXT and path.suffix.casefold() in (".docx", ".xlsx")):
        return _paper(path)
    return _not_read(path, kind)


def _not_read(path: Path, kind: FileType) -> Recognised:
    """A format that is not read; a name that promises another format is said to be wrong, in `require`'s words."""
    named = path.suffix.casefold()
    if named == ".docx":
        require(path, wanted=(FileType.DOCX,), where=path.name)
    if named == ".xlsx":
        require(path, wanted=(FileType.XLSX,), where=path.name)
    if kind is FileType.PROTECTED:
        require(path, wanted=_PAPERS, where=path.name)
    return Recognised(DocumentKind.UNREADABLE, kind.value)


def _yaml(path: Path) -> Recognised:
    stem = path.stem.casefold()
    for kind in _YAML_KINDS:
        if stem.startswith(kind.value):
            return Recognised(kind, "its name")
    data = parse_yaml(read_text(path, where=path.name), where=path.name).data
    if isinstance(data, list) and any(isinstance(one, dict) and {"person", "action"} & set(one) for one in data):
        return Recognised(DocumentKind.DECISIONS, "it is a list of rulings")
    if is_assurance(data):
        return Recognised(DocumentKind.ASSURANCE, "its sections")
    return Recognised(DocumentKind.UNKNOWN, "no known YAML file of a case folder")


def _spreadsheet(path: Path) -> Recognised:
    sheets = read_spreadsheet(path)
    labels = [[cell.text for cell in row] for grid in sheets.grids for row in grid.rows[:15]]
    if any(attendance_columns(row) for row in labels):
        return Recognised(DocumentKind.ATTENDANCE, "it has the columns of an attendance paper")
    if looks_like_register(path) >= _SURELY:
        return Recognised(DocumentKind.REGISTER, "it has the columns of a register of interests")
    words = "\n".join(" ".join(row) for row in labels).casefold()
    named = f"{_spelt(path)} {words[:200]}"
    if is_urgent_decisions(labels, (), named) and not re.search(r"\bagenda\b", path.stem, re.I):
        return Recognised(DocumentKind.URGENT_DECISIONS, "its headings")
    if is_sub_group_report(labels, (), named):
        return Recognised(DocumentKind.SUB_GROUP_REPORT, "its labels")
    if is_gifts(labels, (), named) and not re.search(r"\bagenda\b", path.stem, re.I):
        return Recognised(DocumentKind.GIFTS, "its headings")
    bought = procurement_kind([[cell.text for cell in row] for grid in sheets.grids for row in grid.rows[:60]], ())
    if bought is not None and not re.search(r"\bagenda\b", path.stem, re.IGNORECASE):
        return Recognised(bought, "its headings")
    kept = assurance_kind(labels, f"{_spelt(path)} {words[:400]}")
    if kept is not None and not re.search(r"\bagenda\b", path.stem, re.IGNORECASE):
        return Recognised(kept, "its column headings")
    hinted = by_content(words) or None
    if hinted is DocumentKind.STAFF and looks_like_register(path) >= _LIKELY:
        hinted = None  # a register of the interests of decision-making staff is a register
    if hinted is not None and not re.search(r"nature of (?:the )?interest|declared interest", words):
        return Recognised(hinted, "its column headings")
    if looks_like_register(path) >= _LIKELY:
        return Recognised(DocumentKind.REGISTER, "it has the columns of a register of interests")
    if agenda_from(read_paper(path)).agenda is not None and re.search(r"\bagenda\b", f"{path.stem} {words}", re.I):
        return Recognised(DocumentKind.AGENDA, "it lists items and says agenda")
    return by_name(path, (DocumentKind.REGISTER, DocumentKind.ATTENDANCE))


def _paper(path: Path) -> Recognised:
    paper = read_paper(path)
    head = opening_lines(paper)[:15]
    tables = [block for block in paper.blocks if isinstance(block, Grid)]
    minutes = _says(head, r"\b(?:minutes|notes)\b(?!\s+of (?:the )?(?:last|previous))")
    if not minutes and any(attendance_columns(row.texts) for table in tables for row in table.rows[:3]):
        return Recognised(DocumentKind.ATTENDANCE, "it has the columns of an attendance paper")
    if tables and not minutes and looks_like_register(path) >= _SURELY:
        return Recognised(DocumentKind.REGISTER, "it has the columns of a register of interests")
    listed = None if minutes or _says(head, r"\bagenda\b(?!\s+item)") else _listed(path, paper, head)
    if listed is not None:
        return Recognised(listed, "its headings")
    if (
        _says(head, r"\bregister of interests?\b|\bdeclarations? of interests? register\b")
        and looks_like_register(path) > 0
    ):
        return Recognised(DocumentKind.REGISTER, "its heading and columns are those of a register of interests")
    if tables and _named_register(path, head) and looks_like_register(path) > 0:
        return Recognised(DocumentKind.REGISTER, "its name or heading and its columns are those of a register")
    hinted = by_content(
        "\n".join([*head, *(" ".join(row.texts) for table in tables for row in table.rows[:2])]).casefold()
    )
    agenda = _says(head, r"\bagenda\b(?!\s+item)")
    if hinted is DocumentKind.STAFF and tables and not minutes and not agenda and looks_like_register(path) < _LIKELY:
        return Recognised(hinted, "its headings")
    lists = _people_lists(paper)
    if (lists and not agenda) or (minutes and not agenda):
        return Recognised(DocumentKind.MINUTES, "it has attendance lists" if lists else "its heading says minutes")
    if agenda and not (lists and minutes):
        return Recognised(DocumentKind.AGENDA, "its heading says agenda")
    if lists and minutes:
        return Recognised(DocumentKind.MINUTES, "it has attendance lists and its heading says minutes")
    if looks_like_register(path) >= _LIKELY:
        return Recognised(DocumentKind.REGISTER, "it has the columns of a register of interests")
    if hinted is not None:
        return Recognised(hinted, "its headings")
    return _by_form(path, paper)


def _words(path: Path, head: list[str]) -> str:
    return " ".join([_spelt(path), *head])


def _spelt(path: Path) -> str:
    return re.sub(r"[-_.]+", " ", path.stem)


def _listed(path: Path, paper: Paper, head: list[str]) -> DocumentKind | None:
    """The register of another kind, form or list that its tables, labels and lines show it to be."""
    tables = [block for block in paper.blocks if isinstance(block, Grid)]
    lines = [block.text for block in paper.blocks[:80] if not isinstance(block, Grid)]
    rows: list[Sequence[str]] = [row.texts for table in tables for row in table.rows[:60]]
    parted = [re.split(r"\t+|\s{2,}", line) for line in lines[:20]]
    if is_urgent_decisions([*rows[:15], *parted], lines[:40], _words(path, head[:6])):
        return DocumentKind.URGENT_DECISIONS
    if is_sub_group_report(rows, lines[:60], _words(path, head[:6])):
        return DocumentKind.SUB_GROUP_REPORT
    if is_gifts([*rows, *parted], lines, _words(path, head[:6])):
        return DocumentKind.GIFTS
    bought = procurement_kind(rows, lines)
    labels = [row.texts for table in tables for row in table.rows[:3]]
    return bought if bought is not None else assurance_kind(labels, _words(path, head))


def _named_register(path: Path, head: list[str]) -> bool:
    """Whether its name says register, or its first lines speak of interests as on a day, and neither names a meeting.

    "Register of interests.docx" with the columns Member and Role has people in a list as minutes have.
    """
    meeting = r"\b(?:minutes|mins|agenda|attendance|apologies|meeting held)\b"
    stem = _spelt(path)
    if re.search(meeting, stem, re.IGNORECASE) or _says(head[:6], meeting):
        return False
    named = re.search(
        r"\bregister\b|\bdeclarations?\b|\b(?:of|declared) interests?\b|\binterests register\b", stem, re.IGNORECASE
    )
    return bool(named) or _says(head[:6], r"\binterests?\b.*\b(?:as (?:at|of|on)|updated|correct|reviewed)\b")


def _by_form(path: Path, paper: Paper) -> Recognised:
    """No heading says what it is: the name decides, else several items with an action each make an agenda."""
    hinted = by_name(path, (DocumentKind.AGENDA, DocumentKind.MINUTES, DocumentKind.ATTENDANCE))
    if hinted.kind is not DocumentKind.UNKNOWN:
        return hinted
    read = agenda_from(paper).agenda
    if read is not None and len(read.items) >= 3:
        usual = sum(bool(_USUAL_ITEM.search(item.title)) for item in read.items)
        if usual >= 2 or sum(item.action is not None for item in read.items) >= 2:
            return Recognised(DocumentKind.AGENDA, "it lists items as an agenda does")
    return hinted


def _says(head: list[str], pattern: str) -> bool:
    return any(re.search(pattern, line, re.IGNORECASE) for line in head if len(line.split()) <= 30)


def _people_lists(paper: Paper) -> bool:
    """Whether a list of those present stands in the paper, with people in it."""
    lists = PeopleLists()
    for block in paper.blocks[:60]:
        if isinstance(block, Grid):
            lists.add_grid(block)
        else:
            _read_line(block, lists)
        if len(lists.people) >= 2:
            break
    return bool(lists.people)


def _read_line(line: Line, lists: PeopleLists) -> None:
    label = read_label(line.text)
    if label is not None:
        lists.open(label)
        if label.rest:
            lists.add_text(label.rest, line.source, several=True)
    elif lists.status is not None:
        lists.add_text(line.text, line.source, several=False)
