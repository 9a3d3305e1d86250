"""A table of findings that reviewers filled in with judgements: a workbook or a CSV file, as `audit` writes it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import Rejected
from coi_audit.model.given import JUDGED_BY, JUDGED_ON, JUDGEMENT, NUMBER, WHY, Judgement, View
from coi_audit.readers.grid import Grid, GridCell
from coi_audit.readers.guard import file_name
from coi_audit.readers.records.values import read_day
from coi_audit.readers.spreadsheet import read_spreadsheet

_SPOKEN = {"agreed": View.AGREE, "disagreed": View.DISAGREE, "not sure": View.UNSURE}
_FORMULA = ("'=", "'+", "'-", "'@")


@dataclass(frozen=True, slots=True)
class JudgementsRead:
    """What was filled in, by number; `blank` rows have no judgement. Of two that differ on one finding neither is."""

    judgements: tuple[Judgement, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    blank: int = 0


@dataclass(frozen=True, slots=True)
class _Row:
    file: str
    place: str
    cells: Mapping[str, GridCell]

    def text(self, title: str) -> str:
        cell = self.cells.get(title)
        text = " ".join(cell.text.split()) if cell is not None else ""
        return text[1:] if text.startswith(_FORMULA) else text  # as `audit` guards what would be a formula

    def refuse(self, value: str, problem: str, fix: str) -> Rejected:
        return Rejected(file=self.file, place=self.place, value=value[:200], problem=problem, fix=fix)


def read_judgements(path: Path, *, by: str, on: date) -> JudgementsRead:
    """Read the rows whose judgement is filled in; who and when are `by` and `on` where a row does not say.

    Raises `UserError` where the file cannot be read or has no such columns.
    """
    where = file_name(path, None)
    grid = _table(read_spreadsheet(path).grids, where)
    titles = [cell.text.strip() for cell in grid.rows[0]]
    by_number: dict[str, list[tuple[Judgement, _Row]]] = {}
    rejected: list[Rejected] = []
    blank = 0
    for number, cells in enumerate(grid.rows[1:], start=2):
        row = _Row(where, grid.place_of(number), dict(zip(titles, cells, strict=True)))
        if not row.text(JUDGEMENT):
            blank += bool(row.text(NUMBER))
            continue
        found = _judgement(row, by, on)
        if isinstance(found, Rejected):
            rejected.append(found)
        else:
            by_number.setdefault(found.fingerprint, []).append((found, row))
    alike = {number: len({one for one, _ in found}) == 1 for number, found in by_number.items()}
    rejected += [_twice(row, one) for number, found in by_number.items() if not alike[number] for one, row in found]
    judgements = tuple(found[0][0] for number, found in sorted(by_number.items()) if alike[number])
    return JudgementsRead(judgements, tuple(rejected), blank)


def _table(grids: tuple[Grid, ...], where: str) -> Grid:
    for grid in grids:
        titles = [cell.text.strip() for cell in grid.rows[0]] if grid.rows else []
        if {NUMBER, JUDGEMENT} <= set(titles):
            return grid
    raise UserError(
        f'this table has no columns "{NUMBER}" and "{JUDGEMENT}" in its first row.',
        where=where,
        fix="fill in the table that `coi-audit audit --findings FILE.xlsx` writes, and leave its heads as they are.",
    )


def _judgement(row: _Row, by: str, on: date) -> Judgement | Rejected:
    said = row.text(JUDGEMENT)
    view = _SPOKEN.get(said.casefold()) or next((one for one in View if one.value == said.casefold()), None)
    if view is None:
        return row.refuse(said, "is no judgement", f"write one of {', '.join(one.value for one in View)}.")
    number = row.text(NUMBER).casefold()
    if not number:
        return row.refuse(said, "the finding's number is missing", "copy it from the report.")
    why = row.text(WHY)
    if view is not View.AGREE and not why:
        return row.refuse(said, "no reason is given", f'say why in the column "{WHY}".')
    cell = row.cells.get(JUDGED_ON, GridCell())
    day = read_day(cell.value, cell.text) if cell.text else None
    if day is not None and day.value is None:
        return row.refuse(cell.text, "is not a date", "give the day of the judgement, e.g. 03/03/2018.")
    given_on = day.value if day is not None and day.value is not None else on
    return Judgement(number, view, why, row.text(JUDGED_BY) or by, given_on)


def _twice(row: _Row, found: Judgement) -> Rejected:
    return row.refuse(found.fingerprint, "is judged twice, and not alike", "leave one of the two judgements blank.")
