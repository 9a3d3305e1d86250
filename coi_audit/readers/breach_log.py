"""The body's register of breaches: what happened, who looked into it, what was learnt, who was told."""

from __future__ import annotations

import re
from pathlib import Path

from coi_audit.model.assurance import Breach
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.days_in_text import find_days
from coi_audit.readers.person_words import POST_WORDS
from coi_audit.readers.records.answers import Answer, answer_of, joined
from coi_audit.readers.records.forms import read_record_forms, read_records
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordRow
from coi_audit.readers.records.table import RecordTables
from coi_audit.readers.records.values import says_nothing_to_list
from coi_audit.readers.told_values import says_no_more

KIND = "breaches"
_NO_BREACH = re.compile(
    r"\b(?:no|not)\s+(?:to\s+be\s+)?(?:an?\s+)?(?:actual\s+|material\s+)?breach\b"
    r"|\bnot\s+(?:considered|found|deemed|judged|held)\b.*\bbreach\b"
    r"|\bnot\s+upheld\b|\bunfounded\b|\bunsubstantiated\b|\bno\s+case\b",
    re.IGNORECASE,
)
_UPHELD = re.compile(
    r"^\W*(?:breach\s+)?(?:(?:was|is)\s+)?(?:fully\s+|partly\s+|partially\s+)?"
    r"(?:upheld|confirmed|substantiated|proven|proved|established)\b|\bbreach (?:was )?(?:found|upheld|confirmed)\b",
    re.IGNORECASE,
)
_SOMEBODY = re.compile(r"\b(?:guardian|team|fraud|hr)\b", re.IGNORECASE)
_FULL_NAME = re.compile(r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof)\.? )?[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)+$")
_SUSPECTED = re.compile(r"\b(?:suspected|alleged|potential|possible)\b", re.IGNORECASE)
_NONE_AT_ALL = re.compile(
    r"^\W*(?:there (?:were|have been|was|are) )?(?:no|nil|zero)\s+"
    r"(?:(?:known|actual|confirmed|reported|recorded|such|new)\s+)*"
    r"breach(?:es)?\b(?!\s+(?:found|upheld|was|may|must|should))",
    re.IGNORECASE,
)
_WEB = re.compile(r"\bweb\s?site\b|https?://|\bwww\.|\bonline\b|\bboard papers\b", re.IGNORECASE)
# "Yes - COI guardian, within two days", "Yes (head of governance)"
_AFTER_YES = re.compile(
    r"^\W*yes\W*\s*[-–—:,(]\s*(?P<who>[^\W\d][^,;.()]{2,80}?)(?=\s+(?:with)?in\b|\s+on\b|[,;.()]|$)", re.I
)
_BY = re.compile(r"\bby\s+(?P<who>[^,;.(]{3,80}?)(?=\s+(?:with)?in\b|\s+on\b|[,;.(]|$)", re.IGNORECASE)


def read_breaches(path: Path, root: Path) -> RecordsRead:
    """Read one register of breaches, a table or forms; a paper that says there were none holds none.

    Raises `UserError` for a file that cannot be opened, or has neither entries nor such words.
    """
    tables, found = _entries(read_records(path, root, KIND))
    if not found and not tables.nil:  # a form whose labels and answers were taken for headings and a row
        forms, formed = _entries(read_record_forms(path, root, KIND))
        tables, found = (forms, formed) if formed else (tables, found)
    tables.nil = tables.nil or any(_NONE_AT_ALL.match(line) for line in tables.lines)
    if not tables.tables and not tables.nil:
        raise tables.no_table("breaches", '"Date of breach", "Nature of breach", "Investigated" and "Learning"')
    return RecordsRead(
        RecordPaper(
            kind=KIND, file=tables.file, edition=tables.told_edition, columns=tables.columns, source=tables.source
        ),
        Records(breaches=tuple(found)),
        rejected=tuple(tables.rejected),
        rows_read=len(found),
        rows_rejected=len(tables.rejected),
        notices=tuple(tables.notices),
    )


def _entries(tables: RecordTables) -> tuple[RecordTables, list[Breach]]:
    columns = set(tables.columns)
    return tables, [one for row in tables.rows if (one := _breach(row, columns, tables)) is not None]


def _breach(row: RecordRow, columns: set[str], tables: RecordTables) -> Breach | None:
    nature = row.told("nature") or row.told("control") or ""
    if row.nil and (not nature or says_nothing_to_list(nature)):
        tables.nil = True
        return None
    happened, found, logged = row.day("happened_on"), row.day("found_on"), row.day("logged_on")
    if not nature and happened is None and found is None:
        row.reject("nature", "this row tells neither what happened nor when", "fill it in, or delete the row.")
        return None
    looked_into = _investigated(row)
    published, told = _answer(row, "published"), _answer(row, "notified_nhs_england")
    return Breach(
        reference=" ".join(row.text("reference").split()),
        logged=_answer(row, "logged").said is not False,
        happened_on=happened,
        found_on=found,
        logged_on=logged,
        nature=" ".join(nature.split()),
        confirmed=_confirmed(row),
        investigated=looked_into[0],
        investigated_by=looked_into[1],
        outcome=row.told("outcome"),
        learning=_learning(row, columns),
        published=True if published.said is None and _WEB.search(published.words) else _done(published),
        published_on=published.on,
        notified_nhs_england=_done(told),
        notified_nhs_england_on=told.on,
        source=row.source,
    )


def _answer(row: RecordRow, field: str) -> Answer:
    """What a field's cells say; words that say neither yes nor no nor give a day are recorded as not understood."""
    answer = joined(answer_of(cell) for cell in row.cells.get(field, ()))
    understood = answer.tells or _WEB.search(answer.words) or _SUSPECTED.search(answer.words)
    if row.told(field) is not None and not understood and not _NO_BREACH.search(answer.words):
        row.reject(field, "says neither yes nor no, nor gives a day", "write yes, no, or the day.")
    return answer


def _done(answer: Answer) -> bool | None:
    """Said; else yes where a day is given, unless it is the day it is planned for."""
    if answer.said is not None:
        return answer.said
    return True if answer.on is not None and not answer.pending else None


def _confirmed(row: RecordRow) -> bool | None:
    words = " ".join(row.told(field) or "" for field in ("confirmed", "outcome", "investigated"))
    if _NO_BREACH.search(words):
        return False
    answer = _answer(row, "confirmed")
    if answer.said is None and not answer.words and _UPHELD.search(row.told("outcome") or ""):
        return True
    return None if _SUSPECTED.search(answer.words) and answer.said is None else answer.said


def _investigated(row: RecordRow) -> tuple[bool | None, str | None]:
    """Whether, and by whom. Words that are neither no nor of the future tell that it was: "Reviewed by the auditor"."""
    by = row.told("investigated_by")
    answer = joined(answer_of(cell) for cell in row.cells.get("investigated", ()))
    named = _BY.search(answer.words) or _named_after_yes(answer)
    who = by or (named["who"].strip() if named and answer.said is not False else None)
    if _NO_BREACH.search(answer.words):  # somebody must have looked to say so
        return True, who
    if answer.said is not None or answer.pending:
        return answer.said, who
    words = bool(answer.words) and answer.words.strip(" -–—?./") != "" and row.told("investigated") is not None
    return (True if by or words or answer.on is not None else None), who


def _named_after_yes(answer: Answer) -> re.Match[str] | None:
    """Who looked into it, where a name or a post stands straight after the yes."""
    found = _AFTER_YES.match(answer.words)
    if found is None or find_days(found["who"]):
        return None
    who = found["who"].strip()
    post = POST_WORDS & set(re.findall(r"[\w-]+", who.casefold())) or _SOMEBODY.search(who)
    return found if post or _FULL_NAME.match(who) else None


def _learning(row: RecordRow, columns: set[str]) -> str | None:
    """None where the log has no place for it; empty where the places are blank or say that there is none."""
    if not columns & {"learning", "actions"}:
        return None
    told = [row.told(field) for field in ("learning", "actions")]
    return "; ".join(" ".join(one.split()) for one in told if one and not says_no_more(one))
