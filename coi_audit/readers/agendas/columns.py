"""Which column of an agenda's table is what: by its heading where there is one, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from coi_audit.readers.agendas.headings import Kind, is_reference, is_whole, kind_of, label_of, lists_something_else
from coi_audit.readers.agendas.words import is_action, is_paper, is_presenter, is_section_heading
from coi_audit.readers.item_numbers import ROMAN, bare_number, is_time, typed_number
from coi_audit.readers.paper import Grid, GridRow

_TICK = re.compile(r"^(?:✓|✔|☑|☒|√|x|✗?y|yes|•|●|ü)$", re.IGNORECASE)
_CLOCK = re.compile(r"^(?:[01]?\d|2[0-3])[.:][0-5]\d\s*(?:am|pm)?$", re.IGNORECASE)
_FEWEST = 3  # rows that begin with a time of day make an agenda without headings or numbers
_NO_TICK = re.compile(r"^(?:|-|–|n|no|n/a|☐|✗)$", re.IGNORECASE)
_LETTER = re.compile(r"^\(?(?P<letter>[a-z]|[ivx]{1,4})[.)]*$")
_HEADING_ROWS = 8  # rows down to which the headings are looked for
_LONGEST_HEADING = 5  # words
_FIRST_ROWS = 2  # rows in which the headings of some other list would stand


@dataclass(slots=True)
class Columns:
    """Column indexes by what they hold. `ticks` are columns of ticks by heading: bodies, or kinds of action.

    `stances` are columns by heading that hold nothing but actions, ticks and dashes: what each body does with the item.
    `letter` holds the letters of sub-items, `body` the bodies an item concerns in words, `part` public or private.
    """

    title: int
    number: int | None = None
    action: int | None = None
    presenter: int | None = None
    paper: int | None = None
    time: int | None = None
    ticks: dict[str, int] = field(default_factory=dict)
    stances: dict[str, int] = field(default_factory=dict)
    header_row: int | None = None
    letter: int | None = None
    body: int | None = None
    part: int | None = None


def is_tick(text: str) -> bool:
    """Whether a cell holds a tick."""
    return bool(_TICK.match(text.strip()))


def is_untaken(text: str) -> bool:
    """Whether a cell says that its column does not apply: empty, a dash, "n/a"."""
    return bool(_NO_TICK.match(text.strip()))


def sub_mark(text: str) -> str | None:
    """The letter or Roman figure of a sub-item where a cell holds nothing else."""
    match = _LETTER.match(text.strip())
    return match["letter"] if match and (len(match["letter"]) == 1 or match["letter"] in ROMAN) else None


def find_columns(grid: Grid) -> Columns | None:
    """What the columns hold, or None for a table that is no list of agenda items."""
    for index, row in enumerate(grid.rows[:_HEADING_ROWS]):
        labels = [label_of(cell.text) for cell in row.cells]
        below = _second_heading(grid, index, labels)
        columns = _by_heading(below or labels, index + (below is not None), grid)
        if columns is not None:
            return columns
        if index < _FIRST_ROWS and not row.merged_across and _heads_something_else(labels, row):
            return None
    return _by_content(grid)


def _second_heading(grid: Grid, index: int, labels: Sequence[str]) -> list[str] | None:
    """The headings of two rows in one, where the row below is headings too; a cell merged down keeps its own."""
    if index + 1 >= len(grid.rows) or len(grid.rows[index + 1].cells) != len(labels):
        return None
    row = grid.rows[index + 1]
    own = [label_of(text) for text in row.texts]
    said = [label for label in own if label]
    if len(said) < 2 or not all(kind_of(label) for label in said) or any(bare_number(text) for text in row.texts):
        return None
    if sum(is_whole(label) for label in said) < 2 or grid.rows[index].only_text:
        return None
    return [mine or above for mine, above in zip(own, labels, strict=True)]


def _heads_something_else(labels: Sequence[str], row: GridRow) -> bool:
    said = [label for label in labels if label]
    short = len(said) > 1 and all(len(label.split()) <= _LONGEST_HEADING for label in said)
    return short and not any(bare_number(text) for text in row.texts) and lists_something_else(labels)


def _reads_as_headings(labels: Sequence[str], row: GridRow) -> bool:
    """Whether a row can be headings: two at least, no item number, and a usual one for the titles or two others."""
    if sum(1 for label in labels if label) < 2 or row.merged_across or row.only_text or lists_something_else(labels):
        return False
    if any(bare_number(text) for text in row.texts):
        return False
    usual = [kind_of(label) for label in labels if is_whole(label)]
    return Kind.TITLE in usual or Kind.NUMBER in usual or len(usual) > 1


def _by_heading(labels: Sequence[str], index: int, grid: Grid) -> Columns | None:
    row, body = grid.rows[index], grid.rows[index + 1 :]
    if not _reads_as_headings(labels, row):
        return None
    found = _kinds(labels)
    numbers, titles = _number_and_title(found, labels, body)
    if not titles or not body:
        return None
    columns = Columns(title=titles[-1] if len(titles) > 1 and not numbers else titles[0], header_row=index)
    columns.number = numbers[0] if numbers else None
    columns.action, columns.presenter, columns.paper, columns.time, columns.body, columns.part = (
        next((at for at in found.get(kind, []) if at not in (columns.title, columns.number)), None)
        for kind in (Kind.ACTION, Kind.PRESENTER, Kind.PAPER, Kind.TIME, Kind.BODY, Kind.PART)
    )
    _references(columns, numbers, labels, body)
    columns.letter = _letters(columns, len(labels), body)
    known = {at for places in found.values() for at in places} | {*numbers, *titles}
    _ticks(columns, labels, row, body, known)
    unforeseen = [at for at, label in enumerate(labels) if label and at not in known]
    _stances(columns, unforeseen, row, body)
    _by_what_they_hold(columns, unforeseen, body)
    return columns


def _kinds(labels: Sequence[str]) -> dict[Kind, list[int]]:
    """The places of each kind; a usual heading goes before one known by its chief word only."""
    found: dict[Kind, list[int]] = {}
    for whole in (True, False):
        for at, label in enumerate(labels):
            kind = kind_of(label) if is_whole(label) is whole else None
            if kind is not None and (whole or kind not in found):
                found.setdefault(kind, []).append(at)
    return found


def _number_and_title(
    found: dict[Kind, list[int]], labels: Sequence[str], body: Sequence[GridRow]
) -> tuple[list[int], list[int]]:
    """Where numbers and titles stand: "Item" may head either of them, and a column of numbers may have no heading."""
    titles, numbers = found.get(Kind.TITLE, []), found.get(Kind.NUMBER, [])
    if numbers and is_reference(labels[numbers[0]]) and titles:
        papers = titles[0] < numbers[0] and Kind.PAPER not in found
        if papers or _typed(body, titles[0]):
            return [], titles[
                :1
            ]  # the items are numbered in their titles or not at all, the references are the papers'
    if len(titles) > 1 and not numbers and (_numbers(body, titles[0]) or _marks(body, titles[0])):
        numbers, titles = titles[:1], titles[1:]
    before = titles[0] - 1 if titles else -1
    numbered = before >= 0 and (_numbers(body, before) or (not labels[before] and _marks(body, before)))
    if numbered and not numbers and before not in found.get(Kind.TIME, []):
        numbers = [before]
    if len(titles) == 1 and not numbers and _numbers(body, titles[0]) and len(labels) > titles[0] + 1:
        numbers, titles = titles, [titles[0] + 1]
    if not titles and numbers and len(labels) > numbers[0] + 1 and not labels[numbers[0] + 1]:
        titles = [numbers[0] + 1]
    return numbers, titles


def _references(columns: Columns, numbers: Sequence[int], labels: Sequence[str], body: Sequence[GridRow]) -> None:
    """References that do not number the items name their papers."""
    spare = [at for at, label in enumerate(labels) if is_reference(label) and at not in (columns.number, columns.title)]
    spare = [at for at in spare if at not in (columns.action, columns.presenter, columns.time)]
    if columns.paper is None or (spare and columns.paper not in spare and _mostly(body, columns.paper, is_action)):
        columns.paper = next(iter(spare), columns.paper)
    if len(numbers) > 1 and columns.paper is None:
        columns.paper = numbers[1]


def _letters(columns: Columns, width: int, body: Sequence[GridRow]) -> int | None:
    """The column between number and title, or behind the number's place, that holds the letters of sub-items."""
    for at in range(columns.number + 1 if columns.number is not None else width, min(columns.title, width)):
        if _mostly(body, at, lambda text: sub_mark(text) is not None):
            return at
    return None


def _ticks(columns: Columns, labels: Sequence[str], row: GridRow, body: Sequence[GridRow], known: set[int]) -> None:
    for at, label in enumerate(labels):
        ticked = label and _mostly(body, at, lambda text: is_tick(text) or bool(_NO_TICK.match(text)), least=0.9)
        if ticked and any(is_tick(_text(r, at)) for r in body) and (at not in known or label_is_action(label)):
            columns.ticks[row.cells[at].text.strip()] = at
            if columns.action == at:
                columns.action = None


def _stances(columns: Columns, places: Sequence[int], row: GridRow, body: Sequence[GridRow]) -> None:
    for at in places:
        texts = [_text(one, at) for one in body if not one.merged_across]
        said = [text for text in texts if not is_untaken(text)]
        if said and all(is_action(text) or is_tick(text) for text in said):
            columns.stances[row.cells[at].text.strip()] = at


def _by_what_they_hold(columns: Columns, places: Sequence[int], body: Sequence[GridRow]) -> None:
    """Columns under headings nobody foresaw, by what stands in most of their cells."""
    for at in places:
        if at in columns.ticks.values() or at == columns.letter:
            continue
        if columns.action is None and _mostly(body, at, is_action):
            columns.action = at
        elif columns.paper is None and _mostly(body, at, is_paper):
            columns.paper = at
        elif columns.time is None and _mostly(body, at, lambda text: is_time(text) or _is_clock(text)):
            columns.time = at
        elif columns.presenter is None and _mostly(body, at, is_presenter):
            columns.presenter = at


def label_is_action(label: str) -> bool:
    """Whether a column's heading is itself an action ("Decision", "For information")."""
    return is_action(label)


def _by_content(grid: Grid) -> Columns | None:
    rows = [row for row in grid.rows if not row.merged_across and not row.only_text]
    width = len(grid.rows[0].cells) if grid.rows else 0
    if not rows or width < 2:
        return _typed_in_one_column(grid)
    number = next((at for at in range(min(width, 3)) if _numbers(rows, at)), None)
    free = [at for at in range(width) if at != number]
    timed = _mostly(rows, 0, _is_clock, 0.8) and len(rows) >= _FEWEST
    if number is None and not (timed or any(_typed(rows, at) for at in free)):
        return None
    title = max(free, key=lambda at: sum(len(_text(row, at)) for row in rows))
    columns = Columns(title=title, number=number)
    _by_what_they_hold(columns, [at for at in free if at != title], rows)
    return columns


def _typed_in_one_column(grid: Grid) -> Columns | None:
    texts = [row.only_text for row in grid.rows]
    numbered = [text for text in texts if typed_number(text.split("\n")[0])]
    headings = [text for text in texts if is_section_heading(text)]
    return Columns(title=0) if len(numbered) >= 2 and len(numbered) + len(headings) >= 0.6 * len(texts) else None


def _numbers(rows: Sequence[GridRow], at: int) -> bool:
    """Whether a column holds item numbers, and not the times of day that look like them (2.00, 2.05, 2.30)."""
    return _mostly(rows, at, _is_number_cell) and not _mostly(rows, at, _is_clock, 0.8)


def _marks(rows: Sequence[GridRow], at: int) -> bool:
    """Whether a column holds letters or Roman figures, each but once."""
    texts = [text for row in rows if not row.merged_across and (text := _text(row, at).strip(" .:()"))]
    single = all(re.fullmatch(r"[A-Z]|[IVX]{1,5}|[a-z]|[ivx]{1,5}", text) for text in texts)
    return len(texts) > 1 and single and len(set(texts)) == len(texts)


def _typed(rows: Sequence[GridRow], at: int) -> bool:
    """Whether most of a column's cells begin with a number of their own and go on in words."""
    return _mostly(rows, at, lambda text: typed_number(text) is not None)


def _is_clock(text: str) -> bool:
    return bool(_CLOCK.match(text))


def _is_number_cell(text: str) -> bool:
    return bare_number(text) is not None and not (is_time(text) and ":" in text)


def _mostly(rows: Sequence[GridRow], at: int, holds: Callable[[str], bool], least: float = 0.6) -> bool:
    """Whether most of a column's filled cells hold such a thing."""
    rows = [row for row in rows if not row.merged_across]
    texts = [_text(row, at) for row in rows]
    if least < 0.9:
        texts = [text for text in texts if text]
    return bool(texts) and sum(1 for text in texts if holds(text)) >= least * len(texts)


def _text(row: GridRow, at: int) -> str:
    if at >= len(row.cells) or row.cells[at].repeated:
        return ""
    cell = row.cells[at]
    if len(cell.lines) == 1 and cell.lines[0].number and not cell.lines[0].text:
        return cell.lines[0].number
    return cell.text
