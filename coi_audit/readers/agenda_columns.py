"""Which column of an agenda's table is what: by its heading where there is one, else by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from coi_audit.readers.agenda_words import is_action, is_paper, is_presenter, is_section_heading
from coi_audit.readers.item_numbers import bare_number, is_time, typed_number
from coi_audit.readers.paper import Grid, GridRow

_HEADINGS = (
    ("number", r"(?:agenda )?(?:item )?(?:no|nos|number|num|ref|reference|#)|(?:agenda|item) ref(?:erence)?|ref no"
               r"|item no|agenda no"),
    ("time", r"times?|timings?|start(?: time)?|duration|mins|minutes|approx(?:imate)? time|time allocated"),
    ("title", r"(?:agenda )?(?:items?|topics?|subjects?|titles?|descriptions?|business|matters?|headings?)(?: title"
              r"| of business|/.*)?"
              r"|(?:agenda )?(?:items?|titles?|subjects?|topics?)(?: (?:and|of|for|under) [a-z ]*|/[a-z ]*)"
              r"|(?:item|paper|report) (?:title|description)|discussion items?|title of (?:paper|report|item)"
              r"|subject matter"),
    ("action", r"actions?(?: required| requested)?|purpose.*|for|recommendations?|decisions?(?: required)?|required"
               r"|outcome(?: required)?"
               r"|for approval.*|(?:approval|decision|discussion|information)(?:\s*/.*)+|type|requirement"
               r"|action/purpose|status|approve.*"),
    ("presenter", r"leads?(?: officer| presenter| director)?|presenters?|presented by|presenting|owners?|speakers?"
                  r"|who|by|by whom|led by|responsible.*"
                  r"|authors?|sponsors?|officer|name|person|lead/presenter|presenter/lead"),
    ("paper", r"papers?(?: no)?|encs?|encl|enclosures?|attachments?|format|documents?|paper ref(?:erence)?|page(?:s"
              r"| no)?|appendi(?:x|ces)"
              r"|enclosed|verbal/paper|paper/verbal|paper or verbal|attached"),
)  # fmt: skip
_TICK = re.compile(r"^(?:✓|✔|☑|☒|√|x|✗?y|yes|•|●|ü)$", re.IGNORECASE)
_CLOCK = re.compile(r"^(?:[01]?\d|2[0-3])[.:][0-5]\d\s*(?:am|pm)?$", re.IGNORECASE)
_FEWEST = 3  # rows that begin with a time of day make an agenda without headings or numbers
_NO_TICK = re.compile(r"^(?:|-|–|n|no|n/a|☐|✗)$", re.IGNORECASE)


@dataclass(slots=True)
class Columns:
    """Column indexes by what they hold. `ticks` are columns of ticks by heading: bodies, or kinds of action."""

    title: int
    number: int | None = None
    action: int | None = None
    presenter: int | None = None
    paper: int | None = None
    time: int | None = None
    ticks: dict[str, int] = field(default_factory=dict)
    header_row: int | None = None


def is_tick(text: str) -> bool:
    """Whether a cell holds a tick."""
    return bool(_TICK.match(text.strip()))


def find_columns(grid: Grid) -> Columns | None:
    """What the columns hold, or None for a table that is no list of agenda items."""
    for index, row in enumerate(grid.rows[:4]):
        columns = _by_heading(row, index, grid)
        if columns is not None:
            return columns
    return _by_content(grid)


def _by_heading(row: GridRow, index: int, grid: Grid) -> Columns | None:
    labels = [_label(cell.text) for cell in row.cells]
    if sum(1 for label in labels if label) < 2 or row.merged_across or row.only_text:
        return None
    found: dict[str, list[int]] = {}
    for at, label in enumerate(labels):
        for kind, pattern in _HEADINGS:
            if re.fullmatch(pattern, label):
                found.setdefault(kind, []).append(at)
                break
    body = grid.rows[index + 1 :]
    titles = found.get("title", [])
    numbers = found.get("number", [])
    if len(titles) > 1 and not numbers and _numbers(body, titles[0]):
        numbers, titles = titles[:1], titles[1:]
    before = titles[0] - 1 if titles else -1
    if before >= 0 and not numbers and before not in found.get("time", []) and _numbers(body, before):
        numbers = [before]
    if len(titles) == 1 and not numbers and _numbers(body, titles[0]) and len(labels) > titles[0] + 1:
        numbers, titles = titles, [titles[0] + 1]
    if not titles and numbers and len(labels) > numbers[0] + 1 and not labels[numbers[0] + 1]:
        titles = [numbers[0] + 1]
    if not titles or not body:
        return None
    known = {at for places in found.values() for at in places} | set(numbers) | set(titles)
    columns = Columns(title=titles[-1] if len(titles) > 1 and not numbers else titles[0], header_row=index)
    columns.number = numbers[0] if numbers else None
    columns.action, columns.presenter, columns.paper, columns.time = (
        next(iter(found.get(kind, [])), None) for kind in ("action", "presenter", "paper", "time")
    )
    for at, label in enumerate(labels):
        ticked = label and _mostly(body, at, lambda text: is_tick(text) or bool(_NO_TICK.match(text)), least=0.9)
        if ticked and any(is_tick(_text(r, at)) for r in body) and (at not in known or label_is_action(label)):
            columns.ticks[row.cells[at].text.strip()] = at
            if columns.action == at:
                columns.action = None
    return columns


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
    if number is None and not (
        timed or any(_mostly(rows, at, lambda text: typed_number(text) is not None) for at in free)
    ):
        return None
    title = max(free, key=lambda at: sum(len(_text(row, at)) for row in rows))
    columns = Columns(title=title, number=number)
    for at in free:
        if at == title:
            continue
        if columns.action is None and _mostly(rows, at, is_action):
            columns.action = at
        elif columns.paper is None and _mostly(rows, at, is_paper):
            columns.paper = at
        elif columns.time is None and _mostly(rows, at, lambda text: is_time(text) or _is_clock(text)):
            columns.time = at
        elif columns.presenter is None and _mostly(rows, at, is_presenter):
            columns.presenter = at
    return columns


def _typed_in_one_column(grid: Grid) -> Columns | None:
    texts = [row.only_text for row in grid.rows]
    numbered = [text for text in texts if typed_number(text.split("\n")[0])]
    headings = [text for text in texts if is_section_heading(text)]
    return Columns(title=0) if len(numbered) >= 2 and len(numbered) + len(headings) >= 0.6 * len(texts) else None


def _numbers(rows: Sequence[GridRow], at: int) -> bool:
    """Whether a column holds item numbers, and not the times of day that look like them (2.00, 2.05, 2.30)."""
    return _mostly(rows, at, _is_number_cell) and not _mostly(rows, at, _is_clock, 0.8)


def _is_clock(text: str) -> bool:
    return bool(_CLOCK.match(text))


def _is_number_cell(text: str) -> bool:
    return bare_number(text) is not None and not (is_time(text) and ":" in text)


def _mostly(rows: Sequence[GridRow], at: int, holds: object, least: float = 0.6) -> bool:
    """Whether most of a column's filled cells hold such a thing."""
    assert callable(holds)
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


def _label(text: str) -> str:
    return re.sub(r"[^a-z#/ ]", "", re.sub(r"\s+", " ", text.casefold().replace("\n", " "))).strip()
