"""Lists of conflicts of interest training: one row a person with a column a module, or one row a result."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from coi_audit.model.assurance import Training
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.records.answers import Answer, answer_of, joined
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.records.rows import RecordCell, RecordRow
from coi_audit.readers.records.table import RecordTable, RecordTables, read_record_tables

KIND = "training"
_MODULES = (1, 2, 3)
_NUMBER = re.compile(
    r"\b(?:modules?|mod|level|part|m)\.?\s*-?\s*(?P<digit>[123])\b"
    r"|\b(?:module|level|part)\s+(?P<word>one|two|three|iii|ii|i)\b|^\W*(?P<alone>[123])\b(?!\s*[/.\d])",
    re.IGNORECASE,
)
_WORDS = {"one": 1, "i": 1, "two": 2, "ii": 2, "three": 3, "iii": 3}
_OURS = re.compile(r"\bconflicts?\b|\bcoi\b|\binterests?\b|\bmodule\b", re.IGNORECASE)
_VACANT = re.compile(r"^\W*(?:vacan\w+|tbc|to be (?:appointed|confirmed|recruited)|n/?a)\b", re.IGNORECASE)


def read_training(path: Path, root: Path) -> RecordsRead:
    """Read one list. A person whose cells are blank is kept: the list shows no result.

    Courses on other matters are left aside and told of. Raises `UserError` for a file that cannot be opened or has no
    column of names.
    """
    tables = read_record_tables(path, root, KIND)
    if "module" in tables.columns:  # one row a result: a name stands once for all the person's rows
        tables = read_record_tables(path, root, KIND, fill_down=("name", "position"))
    if not tables.tables and not tables.nil:
        raise tables.no_table("training", '"Name", "Role", "Module 1" and "Date completed"')
    results = [one for table in tables for row in table.rows for one in _results(row, table, tables)]
    return RecordsRead(
        RecordPaper(
            kind=KIND, file=tables.file, edition=tables.told_edition, columns=tables.columns, source=tables.source
        ),
        Records(training=tuple(results)),
        rejected=tuple(tables.rejected),
        rows_read=len(results),
        rows_rejected=len(tables.rejected),
        notices=tuple(tables.notices),
    )


def _results(row: RecordRow, table: RecordTable, tables: RecordTables) -> Iterator[Training]:
    name = row.told("name") or " ".join(row.told(part) or "" for part in ("honorific", "forename", "surname"))
    name = " ".join(name.split())
    if row.nil and not name:
        tables.nil = True
    elif not name or _VACANT.match(name):
        if name:
            tables.notices.append(f"{row.source.place()}: read as a post that nobody holds.")
        else:
            row.reject("name", "this row gives no name", "write who was trained, or delete the row.")
    elif any(field.startswith("module_") for field in table.columns):
        yield from _by_columns(row, table, name)
    else:
        yield from _by_row(row, tables, name)


def _by_columns(row: RecordRow, table: RecordTable, name: str) -> Iterator[Training]:
    """One result a module that has a column; a date or score of no module is that of the only one, or of all."""
    numbers = [number for number in _MODULES if any(field.startswith(f"module_{number}") for field in table.columns)]
    for number in numbers:
        own = [cell for part in ("", "_date", "_score") for cell in row.cells.get(f"module_{number}{part}", ())]
        told = _understood(row, f"module_{number}", own)
        rest = _generic(row) if told is not None and told.said is not False else Answer()
        if told is not None and rest is not None:
            yield _training(row, name, number, joined([told, rest]) if rest.tells else told)


def _by_row(row: RecordRow, tables: RecordTables, name: str) -> Iterator[Training]:
    words = " ".join((row.told("module") or "").split())
    match = _NUMBER.search(words)
    if words and match is None and not _OURS.search(words):
        tables.notices.append(f'{row.source.place()}: "{words[:80]}" is other training and was left aside.')
        return
    several = [int(one) for one in re.findall(r"\b[123]\b", words)] if re.search(r"\bmodules\b", words, re.I) else []
    told = _generic(row)
    for number in dict.fromkeys(several) or [_module(match)]:
        if told is not None:
            yield _training(row, name, number, told)


def _module(match: re.Match[str] | None) -> int | None:
    if match is None:
        return None
    return int(match["digit"] or match["alone"] or _WORDS[match["word"].casefold()])


def _generic(row: RecordRow) -> Answer | None:
    cells = [cell for field in ("completed_on", "passed", "score") for cell in row.cells.get(field, ())]
    return _understood(row, "completed_on", cells)


def _understood(row: RecordRow, field: str, cells: list[RecordCell]) -> Answer | None:
    """What the cells say together; None, with the cell recorded, where one was not understood and no other tells."""
    answers = [answer_of(cell) for cell in cells]
    unread = False
    for cell, one in zip(cells, answers, strict=True):
        if one.words and not one.tells and cell.text.strip(" -–—_?./\\") and not _silent_words(one.words):
            known = next((name for name, group in row.cells.items() if cell in group), field)
            row.reject(known, "was not understood as a result", "write the date passed, a score, or yes or no.")
            unread = True
    together = joined(answers)
    return None if unread and not together.tells else together


def _silent_words(words: str) -> bool:
    return re.fullmatch(r"\W*(?:n/?a|tb[ac]|unknown|not known|not stated|none|-+)\W*", words, re.IGNORECASE) is not None


def _training(row: RecordRow, name: str, number: int | None, told: Answer) -> Training:
    required = row.flag("required") if row.told("required") else None
    return Training(
        name=name,
        position=row.post(),
        module=number,
        completed_on=told.on,
        score=told.percent,
        passed=False if told.pending and told.said is None else told.said,
        required=False if told.exempt else required,
        source=row.source,
    )
