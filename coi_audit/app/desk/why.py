"""Why an item asks something of somebody: the path, both cells, the rule, and why it asks nothing of the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from coi_audit.app.desk.meeting_sheet import MeetingSheet, Row
from coi_audit.app.desk.what_if import person_mark
from coi_audit.linking.links import describe
from coi_audit.model.audit import Finding
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Conflict, Holding
from coi_audit.model.words import EvidenceMark, LinkKind
from coi_audit.report.conflict_view import ConflictView, conflict_view, path_parts
from coi_audit.report.words import count, day, listed, words
from coi_audit.rulebook.action_table import ActionTable
from coi_audit.rulebook.types import Rulebook

_MOST_NAMED = 4


@dataclass(frozen=True, slots=True)
class Basis:
    """The rule an action rests on: the row of the table, this tool's own presumption, and the guidance whose ladder it
    stands under. `own_policy` tells how the body's own policy changed the row."""

    row: str
    row_mark: str
    document: str = ""
    locator: str = ""
    publisher: str = ""
    in_force: str = ""
    mark: str = ""
    url: str | None = None
    own_policy: str | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the path: a person, an organisation or the item; or the tie that joins two of them."""

    words: str
    tie: bool = False


@dataclass(frozen=True, slots=True)
class Reason:
    """One interest and how it touches the item. `path` goes from the person to the item.

    `said` are the places of the minutes that tell what was done.
    """

    view: ConflictView
    action: str  # "stay-no-vote" ...: for its shape
    path: tuple[Step, ...]
    register: tuple[SourceRef, ...]
    agenda: SourceRef
    said: tuple[SourceRef, ...]
    basis: Basis
    recent: bool = False


@dataclass(frozen=True, slots=True)
class Other:
    """Somebody else at the same item: what it asks of them, and why that or why nothing."""

    name: str
    asked: str
    because: str


@dataclass(frozen=True, slots=True)
class Why:
    """Everything about one person at one item. `findings` are the rules that raised something there."""

    row: Row
    mark: str
    name: str
    role: str
    reasons: tuple[Reason, ...]
    untouched: str  # why nothing touches them; "" where something does
    findings: tuple[Finding, ...]
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Books:
    """What reasons are told from: what the rules raised, the table of actions, the rulebook's sources."""

    raised: Sequence[Finding]
    table: ActionTable
    rulebook: Rulebook


def why_of(sheet: MeetingSheet, row: Row, mark: str, books: Books) -> Why | None:
    """Why that item asks what it asks of whoever bears that mark; None where nobody of the meeting does."""
    column = next((one for one in sheet.columns if one.mark == mark), None)
    if column is None:
        return None
    item, on = row.item.audit, sheet.pack.audit.date
    own = [one for one in item.conflicts if person_mark(one.holding.person.name) == mark]
    ended = [one for one in item.recent if person_mark(one.holding.person.name) == mark]
    own.sort(key=lambda one: -one.required_action.strength)
    reasons = [_reason(one, row, on, books) for one in own] + [
        _reason(one, row, on, books, recent=True) for one in ended
    ]
    raised = [one for one in books.raised if (one.person, one.meeting) == (column.name, on)]
    return Why(
        row=row,
        mark=mark,
        name=column.name,
        role=column.role,
        reasons=tuple(reasons),
        untouched="" if reasons else _untouched(column.name, sheet),
        findings=tuple(one for one in raised if one.item == item.item.number),
        others=tuple(_others(sheet, row, mark)),
    )


def _reason(one: Conflict, row: Row, on: date, books: Books, *, recent: bool = False) -> Reason:
    return Reason(
        view=conflict_view(one, row.item.audit, {}),
        action=one.required_action.value.replace("_", "-"),
        path=_path(one, row),
        register=one.holding.evidence,
        agenda=row.item.audit.item.source,
        said=one.participation.evidence,
        basis=_basis(one, on, books),
        recent=recent,
    )


def _basis(one: Conflict, on: date, books: Books) -> Basis:
    known = one.row in books.table.rows
    row = books.table.row_on(one.row, on) if known else None
    edition = books.table.edition_on(on)
    source = books.rulebook.sources.get(edition.source) if edition is not None else None
    told = Basis(
        row=row.title if row is not None else one.row.replace("_", " "),
        row_mark=words(EvidenceMark.DESIGN),
        own_policy=row.by_policy_of_body if row is not None else None,
    )
    if edition is None or source is None:
        return told
    until = f" to {day(edition.until)}" if edition.until else ""
    return replace(
        told,
        document=source.title,
        locator=edition.locator,
        publisher=source.publisher,
        in_force=f"cited for meetings from {day(edition.from_)}{until}",
        mark=words(edition.evidence),
        url=source.url,
    )


def _path(one: Conflict, row: Row) -> tuple[Step, ...]:
    """From the person over ties and organisations to the item; ties are written small, names are not."""
    steps = list(one.link.path) or [describe(one.holding)]
    if steps[0] != one.holding.person.name:
        steps.insert(0, one.holding.person.name)
    _, touch = path_parts(one, row.item.audit.item)
    ties = [Step(step, tie=step[:1].islower()) for step in steps[1:-1]]
    item = row.item.view
    return (Step(steps[0]), *ties, Step(touch.removesuffix(" this item"), tie=True), Step(item.label))


def _others(sheet: MeetingSheet, row: Row, mark: str) -> list[Other]:
    return [
        Other(cell.name, cell.asked or "Nothing", _because(cell.mark, cell.name, sheet, row))
        for cell in row.cells
        if cell.mark != mark and not cell.away
    ]


def _because(mark: str, name: str, sheet: MeetingSheet, row: Row) -> str:
    own = [one for one in row.item.audit.conflicts if person_mark(one.holding.person.name) == mark]
    if not own:
        return _untouched(name, sheet)
    strongest = max(own, key=lambda one: one.required_action.strength)
    view = conflict_view(strongest, row.item.audit, {})
    kind = "" if strongest.link.kind is LinkKind.UNCLEAR else f" ({view.link})"
    return f"{view.held}: {view.touch[:1].lower()}{view.touch[1:]}{kind}"


def _untouched(name: str, sheet: MeetingSheet) -> str:
    """What was held against the item, none of which touches it."""
    known = next((one for one in sheet.pack.preparation.attending if one.person.name == name), None)
    if known is None or not known.interests:
        nil = known is not None and known.nil_return is not None
        return "Has declared that there is nothing to declare." if nil else "No interest is known."
    named = list(dict.fromkeys(_short(one) for one in known.interests))
    shown = named[:_MOST_NAMED] + ([f"{len(named) - _MOST_NAMED} more"] if len(named) > _MOST_NAMED else [])
    if len(named) == 1:
        return f"The one interest known ({shown[0]}) does not touch this item."
    return f"{count(len(named), 'interest')} known ({listed(shown)}): none of them touches this item."


def _short(one: Holding) -> str:
    return one.organisation_name or describe(one)
