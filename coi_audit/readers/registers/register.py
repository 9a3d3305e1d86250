"""Registers of interests from workbooks, CSV files and worded papers, in whatever layout the body keeps them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from coi_audit.errors import UserError
from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.readers.grid import Grid
from coi_audit.readers.guard import file_name
from coi_audit.readers.registers.cards import cards_of
from coi_audit.readers.registers.columns import NAMES, Header, header_at
from coi_audit.readers.registers.counts import counted
from coi_audit.readers.registers.cut import cut_cells
from coi_audit.readers.registers.edition import Edition, find_edition
from coi_audit.readers.registers.headings import Field, fold, recognise, vocabulary
from coi_audit.readers.registers.holder import people_of_form, person_in_words
from coi_audit.readers.registers.interests import Built, assume_direct, build
from coi_audit.readers.registers.key import key_of
from coi_audit.readers.registers.lines import rows_of_lines, rows_of_paragraphs
from coi_audit.readers.registers.paper import RegisterPaper, headings_seen, open_paper
from coi_audit.readers.registers.publicity import read_publicity
from coi_audit.readers.registers.refit import refit
from coi_audit.readers.registers.repeats import Repeats, same_nil
from coi_audit.readers.registers.rows import PersonRow, Rows, walk
from coi_audit.readers.registers.signed import with_signatures
from coi_audit.readers.registers.types import gather_unknown_types, says_indirect
from coi_audit.readers.registers.unread import unread_columns

_TITLED = 0.6  # how much a paper looks like a register whose title says so, or that counts declarations
_FEW = 3  # rows that a sheet may hold without being asked about


@dataclass(frozen=True, slots=True)
class RegisterRead:
    """A register as read. `rows_read` counts interests, `nil_returns` apart; `rows_rejected` what was not understood.

    `notices` are remarks that are no faults: rows read as notes, vacant posts, sheets without a register.
    """

    register: Register | None
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0
    nil_returns: int = 0
    notices: tuple[str, ...] = ()


def read_register(path: Path, *, root: Path) -> RegisterRead:
    """Read one register; `root` is the case folder that paths in sources are relative to.

    Raises `UserError` for a file that cannot be opened, holds no rows, or has no column of names.
    """
    file = file_name(path, root)
    paper = open_paper(path, root)
    walked = _walk_all(paper, file)
    if not any(grid.filled_rows for grid, _ in walked):
        raise UserError("there are no rows in it.", where=file, fix="save the register with its rows and headings.")
    headers = [header for _, rows in walked for header in rows.headers]
    if not headers or not any(header.has_person or _formed(rows) for _, rows in walked for header in rows.headers):
        raise _no_names(paper, file)
    lines = _words_above(paper, walked)
    sheets = [grid.sheet for grid, rows in walked if grid.sheet and rows.headers]
    edition = find_edition(lines, stem=path.stem, sheets=sheets, saved=paper.saved)
    return _assemble(walked, file=file, edition=edition, public=read_publicity(path.stem, lines))


def looks_like_register(path: Path) -> float:
    """How much a file looks like a register of interests, 0 to 1, by its headings; never raises for a bad file."""
    try:
        paper = open_paper(path, path.parent)
    except UserError:
        return 0.0
    headers = [header for grid in paper.grids for header in _headers(grid)]
    titled = any("interest" in fold(line) and "register" in fold(line) for line in paper.lines[:20])
    best = max((_likeness(header) for header in headers), default=0.0)
    special = (cards_of(grid, file="") or counted(grid, file="") for grid in paper.grids)
    if best < _TITLED and (any(special) or _without_tables(paper, "")):
        return _TITLED
    return min(1.0, best + 0.1) if titled and best >= 0.5 else best


def _headers(grid: Grid) -> list[Header]:
    return [found for at in range(min(len(grid.rows), 60)) if (found := header_at(grid.rows, at)) is not None]


def _likeness(header: Header) -> float:
    others = sum(1 for heading in header.words if heading in vocabulary().other_papers)
    substance = [column for column in header.columns if column.field in (Field.NATURE, Field.ORGANISATION)]
    speaks = any("interest" in fold(column.heading) or "declar" in fold(column.heading) for column in header.columns)
    typed = bool({Field.CATEGORY, Field.DIRECT, Field.RELATIONSHIP} & header.fields) or any(
        column.field is not None and column.field.startswith("tick_") for column in header.columns
    )
    score = 0.2 + 0.3 * speaks + 0.3 * typed + 0.1 * bool(substance) + 0.1 * header.has_person
    score += 0.1 * bool({Field.HELD_FROM, Field.PERIOD, Field.DECLARED_ON, Field.MITIGATION} & header.fields)
    score += 0.2 * ({Field.ORGANISATION, Field.NATURE, Field.HELD_FROM} <= header.fields)
    return max(0.0, min(1.0, score) - 0.35 * others)


def _formed(rows: Rows) -> bool:
    return bool(rows.people)


def _walk_all(paper: RegisterPaper, file: str) -> list[tuple[Grid, Rows]]:
    """Read every table; a form's name stands in the table or the lines above the one with its interests."""
    walked = []
    form = None
    for grid in paper.grids:
        form = person_in_words(grid.before) or form
        form = people_of_form(grid) or form
        walked.append((grid, counted(grid, file=file) or cards_of(grid, file=file) or walk(grid, file=file, form=form)))
    if not any(rows.headers for _, rows in walked):
        walked = _without_tables(paper, file) or walked
    with_signatures(walked, paper.trailing)
    key = key_of(paper.lines, paper.grids)
    for _, rows in walked:
        rows.people = refit(rows.people, key)
    return walked


def _without_tables(paper: RegisterPaper, file: str) -> list[tuple[Grid, Rows]]:
    """The register that stands in the lines of a paper, or of a sheet of one column, without any headings."""
    found = rows_of_paragraphs(paper.paragraphs, file=file, title=paper.title)
    if found is not None:
        return [found]
    grids = [paper.lined] if paper.lined is not None else [grid for grid in paper.grids if _one_column(grid)]
    read = ((grid, rows_of_lines(grid, file=file)) for grid in grids)
    return [(grid, rows) for grid, rows in read if rows is not None]


def _one_column(grid: Grid) -> bool:
    return all(sum(1 for cell in row if cell.text) <= 1 for row in grid.rows) and grid.filled_rows > 0


def _no_names(paper: RegisterPaper, file: str) -> UserError:
    seen = headings_seen(paper.grids)
    wanted, fix = "names", 'give the column with the people\'s names the heading "Name", above the first row.'
    if any(recognise(text.strip('"')) in NAMES for text in seen):
        wanted, fix = "interests", 'give the column with the interests the heading "Nature of interest".'
    problem = f"no column of {wanted} was found; the headings seen are: {', '.join(seen)}."
    return UserError(problem if seen else "no table with headings was found in it.", where=file, fix=fix)


def _words_above(paper: RegisterPaper, walked: list[tuple[Grid, Rows]]) -> list[str]:
    """The words outside the tables and over their headings, with the notes that stand among the rows."""
    lines = list(paper.lines)
    for grid, rows in walked:
        first = min((header.row for header in rows.headers), default=min(len(grid.rows), 10))
        for row in grid.rows[:first]:
            lines += [" ".join(cell.text.split()) for cell in row if cell.text and not cell.repeated]
        lines += [notice.split('"', 1)[1] for notice in rows.notices if '"' in notice]
    return lines


@dataclass(slots=True)
class _Collected:
    interests: list[Interest] = field(default_factory=list)
    nils: list[NilReturn] = field(default_factory=list)
    rejected: list[tuple[int, int, Rejected]] = field(default_factory=list)  # which table, which row, what
    notices: list[str] = field(default_factory=list)
    repeats: Repeats = field(default_factory=Repeats)
    empty: list[tuple[int, PersonRow]] = field(default_factory=list)


def _assemble(walked: list[tuple[Grid, Rows]], *, file: str, edition: Edition, public: bool | None) -> RegisterRead:
    found = _Collected()
    for at, (grid, rows) in enumerate(walked):
        _collect_rows(rows, found, at=at, file=file, edition=edition.on)
        _unread_sheet(grid, rows, found, at=at, file=file)
        found.notices.extend(unread_columns(grid, rows, file=file))
        found.rejected.extend((at, row, one) for row, one in cut_cells(grid, file=file))
    _report_empty(found, file)
    rejected = gather_unknown_types(one for _, _, one in sorted(found.rejected, key=lambda each: each[:2]))
    told = [found.repeats.with_days(one) for one in found.interests]
    everyone = [row for _, rows in walked for row in rows.people]
    marked = any(header.at(Field.TICK_INDIRECT) for _, rows in walked for header in rows.headers)
    interests = assume_direct(told) if marked or says_indirect(everyone) else told
    register = Register(
        file=file,
        edition=edition.on,
        edition_from=edition.origin,
        public=public,
        columns=_columns(walked),
        interests=tuple(interests),
        nil_returns=tuple(found.nils),
        source=SourceRef(file=file, text=edition.origin),
    )
    return RegisterRead(
        register=register,
        rejected=rejected,
        rows_read=len(interests),
        rows_rejected=len(rejected),
        nil_returns=len(found.nils),
        notices=tuple(found.notices),
    )


def _collect_rows(rows: Rows, found: _Collected, *, at: int, file: str, edition: date | None) -> None:
    """Build each row of one table, the `at`th of the file."""
    found.rejected.extend((at, _row_number(one.place), one) for one in rows.rejected)
    found.notices.extend(rows.notices)
    declared: date | None = None
    for row in rows.people:
        built = build(row, file=file, edition=edition, declared=declared)
        declared = next((one.declared_on for one in built.interests), built.nil.on if built.nil else declared)
        fresh = _without_duplicates(row, built, found, at=at, file=file)
        if fresh or not built.interests:
            found.rejected.extend((at, row.row, one) for one in built.rejected)
        found.interests.extend(fresh)
        found.notices.extend(built.notices)
        if built.nil is not None and not any(same_nil(one, built.nil) for one in found.nils):
            found.nils.append(built.nil)
        if built.empty:
            found.empty.append((at, row))


def _row_number(place: str) -> int:
    match = re.search(r"\brow (\d+)", place)
    return int(match[1]) if match else 0


def _without_duplicates(row: PersonRow, built: Built, found: _Collected, *, at: int, file: str) -> list[Interest]:
    fresh = []
    for interest in built.interests:
        problem = found.repeats.of(interest, file=file)
        if problem is None:
            fresh.append(interest)
            continue
        rejected = Rejected(
            file=file,
            place=row.grid.place_of(row.row),
            value=interest.source.text,
            problem=problem,
            fix="nothing, or delete one of the two rows.",
        )
        found.rejected.append((at, row.row, rejected))
    return fresh


def _report_empty(found: _Collected, file: str) -> None:
    """People who are named and of whom nothing is told anywhere in the register."""
    spoken = {fold(one.person) for one in found.interests} | {fold(one.person) for one in found.nils}
    for at, row in found.empty:
        if fold(row.person) in spoken:
            continue
        spoken.add(fold(row.person))
        problem = f"no interest and no nil return is recorded for {row.person}"
        fix = 'write the interests, or "Nil" where there are none.'
        place = row.grid.place_of(row.row)
        rejected = Rejected(file=file, place=place, value=row.words, problem=problem, fix=fix)
        found.rejected.append((at, row.row, rejected))


def _unread_sheet(grid: Grid, rows: Rows, found: _Collected, *, at: int, file: str) -> None:
    """A sheet that holds rows but no register: said, and asked about where it is more than a few lines."""
    if rows.headers or grid.sheet is None or not grid.filled_rows:
        return
    wide = sum(1 for row in grid.rows if sum(1 for cell in row if cell.text) > 1)
    if grid.hidden or wide <= _FEW:
        found.notices.append(f"{file}, {grid.place}: no table of interests, not read.")
        return
    problem = "no headings of a register were recognised on this sheet, so it was not read"
    fix = 'give its columns headings such as "Name", "Interest", "Type", "From" and "To".'
    seen = ", ".join(headings_seen([grid]))
    found.rejected.append((at, 0, Rejected(file=file, place=grid.place, value=seen, problem=problem, fix=fix)))


def _columns(walked: list[tuple[Grid, Rows]]) -> tuple[str, ...]:
    """The known fields that any table had a column for, in the model's order; a form's name and position count."""
    known: list[str] = []
    for _, rows in walked:
        for header in rows.headers:
            told = (*(() if header.has_person else ("person", "position")), *header.known())
            known += [name for name in told if name not in known]
    order = list(Interest.model_fields)
    return tuple(sorted(known, key=order.index))
