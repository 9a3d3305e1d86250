"""Procurement checklists (Annex G, and the template of the 2012 code): questions, and the comment beside each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from coi_audit.errors import RulebookError, UserError
from coi_audit.model.evidence import SourceRef
from coi_audit.model.procurement import ProcurementChecklist
from coi_audit.model.records import RecordPaper, Records
from coi_audit.paths import rules_folder
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.grid import Grid
from coi_audit.readers.records.headings import read_heading
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.paper import PaperLine, RecordPaperRead, open_record_paper
from coi_audit.readers.records.values import is_silent
from coi_audit.strict_yaml import parse_yaml

KIND = DocumentKind.CHECKLIST.value
_WHERE = "rules/vocabulary/checklist_questions.yaml"
_LABEL = re.compile(r"^\s*(?:\d{1,2}[.)]\s*)?(?P<label>[^:?]{3,60})[:?]\s*(?P<value>\S.*)$", re.DOTALL)
_NAME = re.compile(r"[-_ ]*(?:procurement|checklist|annex[-_ ]?g|template|completed|final|v\d+)[-_ ]*", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_QUESTION_WORDS = 4  # fewer words beside a blank are no question


@cache
def questions() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The template's questions: key and the words by which each is known, in order.

    Raises `RulebookError` where the file is not a list of phrases a question.
    """
    path = rules_folder() / "vocabulary" / "checklist_questions.yaml"
    data = parse_yaml(path.read_text(encoding="utf-8"), where=_WHERE).data
    if not isinstance(data, dict) or not all(isinstance(value, list) and value for value in data.values()):
        raise RulebookError("each question needs a list of phrases.", where=_WHERE, fix="write key: [phrase, phrase].")
    return tuple((str(key), _pattern([str(one) for one in phrases])) for key, phrases in data.items())


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases; "..." stands for any words of the question between."""
    one = [".{0,120}".join(re.escape(part.strip()).replace(r"\ ", r"\s+") for part in p.split("...")) for p in phrases]
    return re.compile(rf"(?<!\w)(?:{'|'.join(one)})", re.IGNORECASE | re.DOTALL)


def read_checklist(path: Path, root: Path) -> RecordsRead:
    """Read one checklist. Raises `UserError` where no question of the template stands in it."""
    paper = open_record_paper(path, root=root)
    answers: dict[str, str] = {}
    unread: list[str] = []
    service, source = "", SourceRef(file=paper.file)
    for label, value, place in _pairs(paper):
        key = question_key(label)
        if key is not None:
            answers[key] = answers.get(key) or value
        elif _is_service(label) and value and not service:
            service, source = " ".join(value.split()), place
        elif not value and label.rstrip().endswith("?") and len(label.split()) >= _QUESTION_WORDS:
            unread.append(" ".join(label.split()))
    if not answers:
        fix = "keep the questions of the template in one column, and the comment or evidence beside each."
        raise UserError("no question of a procurement checklist was found in it.", where=paper.file, fix=fix)
    service = service or _named_after(path)
    one = ProcurementChecklist(
        service=service, answers=tuple(answers.items()), unread=tuple(dict.fromkeys(unread)), source=source
    )
    edition = paper.edition([], []).on
    read = RecordPaper(kind=KIND, file=paper.file, edition=edition, columns=tuple(answers), source=source)
    return RecordsRead(read, Records(checklists=(one,)), rows_read=1)


def question_key(label: str) -> str | None:
    """The key of the template's question that a text asks, None where it asks none of them."""
    words = " ".join(label.replace("’", "'").split())
    found = [(match.start(), index, key) for index, (key, p) in enumerate(questions()) if (match := p.search(words))]
    return min(found)[2] if found else None


def _is_service(label: str) -> bool:
    read = read_heading(KIND, label.rstrip(" :")) if len(label.split()) <= 8 else None
    return read is not None and read.field == "service"


def _pairs(paper: RecordPaperRead) -> Iterator[tuple[str, str, SourceRef]]:
    """Labels or questions with their answers: from lines, where an answer stands beneath its question, then tables."""
    yield from _of_lines(paper.lines)
    for grid in paper.grids:
        if not paper.by_lines:
            yield from _of_grid(paper, grid)


def _of_lines(lines: list[PaperLine]) -> Iterator[tuple[str, str, SourceRef]]:
    asked: PaperLine | None = None
    beneath: list[str] = []
    for line in lines:
        match = _LABEL.match(line.text)
        if question_key(line.text) is None and match is None and asked is not None:
            beneath.append(line.text)
            continue
        if asked is not None:
            yield asked.text, _said("\n".join(beneath)), asked.source
        asked, beneath = None, []
        if question_key(line.text) is not None and (match is None or question_key(match["label"]) is None):
            asked = line
        elif match is not None:
            yield match["label"], _said(match["value"]), line.source
    if asked is not None:
        yield asked.text, _said("\n".join(beneath)), asked.source


def _of_grid(paper: RecordPaperRead, grid: Grid) -> Iterator[tuple[str, str, SourceRef]]:
    for at, row in enumerate(grid.rows):
        cells = [cell.text.strip() for cell in row if not cell.repeated]
        place = paper.place(grid, at + 1, text=" | ".join(cell for cell in cells if cell))
        if len(cells) > 1 and len(cells[0]) <= 3 and cells[0].strip("(.) ").isalnum():
            cells = cells[1:]  # the question's number
        match = _LABEL.match(cells[0]) if cells and not any(cells[1:]) else None
        if match is not None and question_key(cells[0]) is None:
            yield match["label"], _said(match["value"]), place
        elif cells and cells[0]:
            yield cells[0], "\n".join(_said(cell) for cell in cells[1:] if _said(cell)), place


def _said(text: str) -> str:
    """An answer's words; "not applicable" answers a question, a dash or "TBC" does not."""
    folded = text.strip().casefold().rstrip(".")
    if folded in ("n/a", "na", "not applicable"):
        return text.strip()
    return "" if is_silent(text) else text.strip()


def _named_after(path: Path) -> str:
    """The service as the file's name tells it, where the paper itself does not."""
    bare = _DATE.sub(" ", _NAME.sub(" ", path.stem))
    return " ".join(re.sub(r"[-_]+", " ", bare).split()) or path.stem
