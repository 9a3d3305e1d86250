"""The presumptive minimum action as data: rules/actions.yaml (contract, section 6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit.errors import RulebookError, UserError
from coi_audit.model.words import Action, EvidenceMark, Purpose, SharedInterestPolicy
from coi_audit.strict_yaml import MarkedYaml, parse_yaml

_WHERE = "rules/actions.yaml"
_ROW_IDS = {
    "own", "through_practice", "other_person", "duty", "other_role", "ordinary_member", "neighbour_zero_sum",
    "neighbour", "shared_all", "shared_some", "shared_light", "personal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Edition:
    """The guidance whose ladder is cited from `from_` to `until` (both included; None is open)."""

    source: str
    locator: str
    evidence: EvidenceMark
    from_: date
    until: date | None
    default_policy: SharedInterestPolicy


@dataclass(frozen=True, slots=True)
class ActionRow:
    """One row of the table: what a decision asks by policy, what a closed item asks, what a discussion asks."""

    id: str
    title: str
    by_policy: Mapping[SharedInterestPolicy, Action]
    closed: Action | None  # None: closing changes nothing
    discussion: Action | None  # None: as for a decision
    by_policy_of_body: str | None = None  # how the body's own policy changed the row, in words

    def action(self, *, purpose: Purpose, policy: SharedInterestPolicy, closed: bool) -> Action:
        """The minimum action for an item of this purpose; information never asks for more than `note`."""
        if purpose is Purpose.INFORMATION:
            return Action.NOTE
        if purpose is Purpose.DISCUSSION and self.discussion is not None:
            return self.discussion
        if closed and self.closed is not None:
            return self.closed
        return self.by_policy[policy]


@dataclass(frozen=True, slots=True)
class RowChange:
    """A body's own policy on one row: `when` is a shared-interest policy, closed or discussion. Both days included."""

    row: str
    when: str
    action: Action
    from_: date
    until: date | None
    by: str  # when and by whose authority, in words


@dataclass(frozen=True, slots=True)
class ActionTable:
    editions: tuple[Edition, ...]
    rows: Mapping[str, ActionRow]
    small_share_percent: float
    small_share_until: date
    small_share_action: Action
    ways_out: tuple[tuple[str, date, date | None], ...]
    changes: tuple[RowChange, ...] = ()

    def row_on(self, name: str, on: date) -> ActionRow:
        """The row as it stands that day, with what the body's policy changed."""
        row = self.rows[name]
        for change in self.changes:
            if change.row == name and change.from_ <= on and (change.until is None or on <= change.until):
                row = _changed(row, change)
        return row

    def edition_on(self, on: date) -> Edition | None:
        """The edition in force that day; None before April 2013."""
        for edition in self.editions:
            if edition.from_ <= on and (edition.until is None or on <= edition.until):
                return edition
        return None

    def ways_out_on(self, on: date) -> tuple[str, ...]:
        """What may be done that day about an item that is no longer quorate."""
        return tuple(text for text, start, end in self.ways_out if start <= on and (end is None or on <= end))


def _changed(row: ActionRow, change: RowChange) -> ActionRow:
    told = f"The body's own policy changed this row {change.by}."
    if change.when == "closed":
        return replace(row, closed=change.action, by_policy_of_body=told)
    if change.when == "discussion":
        return replace(row, discussion=change.action, by_policy_of_body=told)
    actions = {**row.by_policy, SharedInterestPolicy(change.when): change.action}
    return replace(row, by_policy=actions, by_policy_of_body=told)


def load_action_table(rules_folder: Path) -> ActionTable:
    """Read the table strictly. Raises `RulebookError` with the line of whatever is wrong."""
    try:
        marked = parse_yaml((rules_folder / "actions.yaml").read_text(encoding="utf-8"), where=_WHERE)
    except UserError as error:
        raise RulebookError(error.problem, where=error.where, fix=error.fix) from error
    data = _keys(marked, (), {"evidence", "editions", "small_share", "rows", "ways_out"})
    if set(data["rows"]) != _ROW_IDS:
        raise _wrong(marked, ("rows",), f"the rows must be exactly {', '.join(sorted(_ROW_IDS))}.")
    small = _keys(marked, ("small_share",), {"percent", "until", "action"})
    try:
        return ActionTable(
            editions=tuple(_edition(marked, index) for index in range(len(data["editions"]))),
            rows={name: _row(marked, name) for name in data["rows"]},
            small_share_percent=float(small["percent"]),
            small_share_until=_day(marked, ("small_share", "until")),
            small_share_action=Action(small["action"]),
            ways_out=tuple(_way_out(marked, index) for index in range(len(data["ways_out"]))),
        )
    except ValueError as error:
        raise RulebookError(f"{error}.", where=_WHERE, fix="use one of the words of the contract.") from error


def _edition(marked: MarkedYaml, index: int) -> Edition:
    path = ("editions", index)
    entry = _keys(marked, path, {"source", "locator", "evidence", "from", "until", "default_policy"})
    return Edition(
        source=entry["source"],
        locator=entry["locator"],
        evidence=EvidenceMark(entry["evidence"]),
        from_=_day(marked, (*path, "from")),
        until=None if entry["until"] is None else _day(marked, (*path, "until")),
        default_policy=SharedInterestPolicy(entry["default_policy"]),
    )


def _row(marked: MarkedYaml, name: str) -> ActionRow:
    entry = _keys(marked, ("rows", name), {"title", "decision", "discussion"})
    decision = _keys(marked, ("rows", name, "decision"), {"note", "no_vote", "leave", "closed"})
    discussion = entry["discussion"]
    return ActionRow(
        id=name,
        title=entry["title"],
        by_policy={policy: Action(decision[policy.value]) for policy in SharedInterestPolicy},
        closed=None if decision["closed"] is None else Action(decision["closed"]),
        discussion=None if discussion == "as_decision" else Action(discussion),
    )


def _way_out(marked: MarkedYaml, index: int) -> tuple[str, date, date | None]:
    path = ("ways_out", index)
    entry = _keys(marked, path, {"text", "from", "until"})
    until = None if entry["until"] is None else _day(marked, (*path, "until"))
    return str(entry["text"]), _day(marked, (*path, "from")), until


def _keys(marked: MarkedYaml, path: tuple[str | int, ...], wanted: set[str]) -> dict[str, Any]:
    value = marked.data
    for step in path:
        value = value[step]
    if not isinstance(value, dict) or set(value) != wanted:
        raise _wrong(marked, path, f"the keys here must be exactly {', '.join(sorted(wanted))}.")
    return value


def _day(marked: MarkedYaml, path: tuple[str | int, ...]) -> date:
    value = marked.data
    for step in path:
        value = value[step]
    if not isinstance(value, date):
        raise _wrong(marked, path, f'"{value}" is not a date.')
    return value


def _wrong(marked: MarkedYaml, path: tuple[str | int, ...], problem: str) -> RulebookError:
    where = f"{_WHERE}, line {marked.line(*path)}"
    return RulebookError(problem, where=where, fix="compare with the contract, section 6.")
