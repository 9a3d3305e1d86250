"""What came later, in words: per conflict one sentence or two, per interest declared late one row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from coi_audit.model.audit import Audit, ItemAudit, MeetingAudit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.later import AfterBeginning, DeclaredLate, LaterDeclaration, ShownBy
from coi_audit.model.linking import Conflict
from coi_audit.report.words import count, day, listed, sentence


def later_words(later: LaterDeclaration) -> str:
    """`First declared on 3 October 2017, 28 days after the meeting. By what was known that day ...`."""
    told = f"{_shown(later)}{_after_meeting(later)}{_after_beginning(later)}"
    return f"{sentence(told)}. {sentence(_changed(later))}."


def _shown(later: LaterDeclaration) -> str:
    return {
        ShownBy.DECLARATION: f"first declared on {day(later.shown_on)}",
        ShownBy.EDITION: f"first shown by the register of {day(later.shown_on)}",
        ShownBy.STORE: f"in the store only from {day(later.shown_on)}, though the register gives an earlier date",
    }[later.shown_by]


def _after_meeting(later: LaterDeclaration) -> str:
    return f", {count(later.after_meeting, 'day')} after the meeting" if later.after_meeting is not None else ""


def _after_beginning(later: LaterDeclaration) -> str:
    told = later.beginning
    if told is None:
        return ""
    joint = " and" if later.after_meeting is not None else ","
    since = f"{joint} {count(told.days, 'day')} after the interest began ({day(told.began)})"
    if later.shown_by is not ShownBy.DECLARATION:
        since = f"; declared on {day(told.declared)}, {count(told.days, 'day')} after it began ({day(told.began)})"
    if told.late_by is not None:
        return f"{since}: {told.allowed} are allowed, so {count(told.late_by, 'day')} late"
    return f"{since}; the papers do not tell whether that is later than allowed" if told.doubt else since


def _changed(later: LaterDeclaration) -> str:
    if not later.changed:
        return f"{_how_known(later)}: nothing is asked otherwise by it"
    told = []
    if later.then is not later.now:
        told.append(
            f"by what was known that day the item asked for {later.then.in_words}, now for {later.now.in_words}"
        )
    if later.chair_now and not later.chair_then:
        told.append("the chair would have had to be handed over")
    if later.quorate_then is not later.quorate_now:
        told.append(_quorum(later))
    return "; ".join(told)


def _how_known(later: LaterDeclaration) -> str:
    if later.after_meeting is None:
        return "the meeting could know of it"
    if later.told_at_meeting:
        return "it was told at the meeting"
    return "the body's own list told it" if later.told_by_body else "what was known that day asked the same"


def _quorum(later: LaterDeclaration) -> str:
    words = {True: "quorate", False: "not quorate", None: "without a quorum that can be told"}
    return f"the item was {words[later.quorate_then]} by that, and is {words[later.quorate_now]} with all that is known"


@dataclass(frozen=True, slots=True)
class LateRow:
    """One interest declared late: days in words, and numbers of days."""

    where: str
    began: str
    declared: str
    days: int
    allowed: int
    late_by: int


@dataclass(frozen=True, slots=True)
class LateTable:
    """`summary` in a sentence; the rows, the longest delay first."""

    summary: str
    rows: tuple[LateRow, ...]


def late_table(found: DeclaredLate) -> LateTable | None:
    """The interests declared late; None where no rule measured one."""
    if not (found.lines or found.in_time or found.open_):
        return None
    parts = [f"{count(len(found.lines), 'interest')} declared late"]
    if found.median is not None and found.longest is not None:
        parts[0] += f": {count(found.longest, 'day')} beyond those allowed at most, {found.median} in the median"
    parts += [f"{count(found.in_time, 'interest')} in time"] if found.in_time else []
    parts += [f"{count(found.open_, 'interest')} of which the papers do not tell"] if found.open_ else []
    return LateTable(sentence("; ".join(parts)) + ".", tuple(_row(one) for one in found.lines))


def _row(one: AfterBeginning) -> LateRow:
    return LateRow(
        where=where_words(one.cells),
        began=day(one.began),
        declared=day(one.declared),
        days=one.days,
        allowed=one.allowed or 0,
        late_by=one.late_by or 0,
    )


def where_words(cells: Iterable[SourceRef]) -> str:
    """Every place once, cells of one row together: `register.xlsx, row 14, "From" and "Declared on"`."""
    rows: dict[str, list[str]] = {}
    for one in cells:
        columns = rows.setdefault(one.model_copy(update={"column": None}).place(), [])
        if one.column and f'"{one.column}"' not in columns:
            columns.append(f'"{one.column}"')
    return "; ".join(", ".join([row, *([listed(columns)] if columns else [])]) for row, columns in rows.items())


def later_lines(audit: Audit) -> Iterator[str]:
    """One line a conflict that rests on something shown late: those that changed anything first, then by meeting."""
    found = [
        (not one.later.changed, meeting.date, at, f"{_whose(one, meeting, item)}: {later_words(one.later)}")
        for meeting in audit.meetings
        for at, item in enumerate(meeting.items)
        for one in item.conflicts
        if one.later is not None
    ]
    yield from (line for *_, line in sorted(found))


def _whose(conflict: Conflict, meeting: MeetingAudit, item: ItemAudit) -> str:
    place = f"item {item.item.number}" if item.item.number else item.item.title
    return f"{day(meeting.date)}, {place}, {conflict.holding.person.name}"


def cells_words(later: LaterDeclaration) -> str:
    """The cells that tell of it: the meeting's item, and the register's rows."""
    beginning = later.beginning.cells if later.beginning is not None else ()
    return where_words((later.cells[0], *beginning, *later.cells[1:]))
