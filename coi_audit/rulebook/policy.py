"""The rulebook as a body's own policy sets it: a rule switched off, a parameter or a presumed action changed, by date.

A change never edits what stood before: the version it touches is split at the change's first and last day, and only
the part between carries it. What does not fit the rulebook is refused with its reason and not applied.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from coi_audit.model.dates import in_words
from coi_audit.model.evidence import Rejected
from coi_audit.model.policy import PolicyChange, PolicyEffect
from coi_audit.model.words import Action, SharedInterestPolicy
from coi_audit.rulebook.action_table import ActionTable, RowChange
from coi_audit.rulebook.types import Rule, Rulebook, RuleVersion
from coi_audit.rulebook.values import Unfit, convert, fields_of, nearest

_DAY = timedelta(days=1)
_WHEN = (*(word.value for word in SharedInterestPolicy), "closed", "discussion")


@dataclass(frozen=True, slots=True)
class UnderPolicy:
    """The rulebook and the table with every change that could be applied; what was applied and what was refused."""

    rulebook: Rulebook
    table: ActionTable
    applied: tuple[PolicyEffect, ...] = ()
    refused: tuple[Rejected, ...] = ()


class _RefusedError(ValueError):
    """Why a change does not fit, and how to mend it."""

    def __init__(self, value: object, problem: str, fix: str) -> None:
        super().__init__(problem)
        self.value, self.problem, self.fix = value, problem, fix


def under_policy(rulebook: Rulebook, table: ActionTable, changes: Sequence[PolicyChange]) -> UnderPolicy:
    """Apply the changes in their order; a later one stands over an earlier one of the same days."""
    rules, applied, refused = dict(rulebook.rules), [], []
    for change in changes:
        try:
            if change.rule is not None:
                rules[change.rule], sentence = _rule_changed(rules, change)
            else:
                table, sentence = _row_changed(table, change)
        except _RefusedError as why:
            place = change.source.place().removeprefix(change.source.file).lstrip(", ")
            problem = f"{why.problem}, so this change was not applied"
            refused.append(
                Rejected(file=change.source.file, place=place, value=str(why.value), problem=problem, fix=why.fix)
            )
        else:
            applied.append(PolicyEffect(change.what, sentence, change.source))
    return UnderPolicy(replace(rulebook, rules=rules), table, tuple(applied), tuple(refused))


def _rule_changed(rules: Mapping[str, Rule], change: PolicyChange) -> tuple[Rule, str]:
    rule = rules.get(str(change.rule))
    if rule is None:
        fix = f"{nearest(str(change.rule), list(rules))}see the ids with: coi-audit rules list"
        raise _RefusedError(change.rule, "there is no such rule", fix)
    if not change.off and not change.params:
        raise _RefusedError(
            "", "the change neither switches the rule off nor gives a value", 'add "off: true" or "params:"'
        )
    versions: list[RuleVersion] = []
    touched: list[RuleVersion] = []
    for version in rule.versions:
        first = max(version.in_force_from, change.from_)
        last = _earlier(version.in_force_until, change.until)
        if last is not None and first > last:
            versions.append(version)
            continue
        inside = _inside(version, rule, change, first, last)
        touched.append(version)
        versions += [*_before(version, first), inside, *_after(version, last)]
    if not touched:
        raise _RefusedError(
            change.from_, f"no version of {rule.id} was in force in its days", "correct from: and until:"
        )
    what = "switched off" if change.off else _values(touched[0].params, change.params)
    return replace(rule, versions=tuple(versions)), f"{rule.id} ({rule.title}): {what} {_by(change)}."


def _inside(version: RuleVersion, rule: Rule, change: PolicyChange, first: date, last: date | None) -> RuleVersion:
    params = version.params if change.off else _params(version.params, rule, change.params)
    note = f"The body's own policy set this otherwise {_by(change)}."
    return replace(
        version, in_force_from=first, in_force_until=last, params=params, off=change.off, by_policy=note, gap=None
    )


def _params(params: Any, rule: Rule, wanted: Mapping[str, object]) -> Any:
    """The check's parameters with the values wanted, each of its own kind. Raises `_RefusedError`."""
    known = fields_of(type(params)) if params is not None else {}
    values = {}
    for name, value in wanted.items():
        if name not in known:
            have = f"it has: {', '.join(known)}" if known else "it has none; only off: true is possible"
            raise _RefusedError(name, f'"{name}" is no parameter of {rule.id}', f"{nearest(name, list(known))}{have}.")
        try:
            values[name] = convert(value, known[name])
        except Unfit as unfit:
            raise _RefusedError(value, f'"{name}" of {rule.id}: {unfit}', "write a value of that kind.") from unfit
    return replace(params, **values)


def _values(params: Any, wanted: Mapping[str, object]) -> str:
    told = [f"{name.replace('_', ' ')} {value} instead of {getattr(params, name)}" for name, value in wanted.items()]
    return ", ".join(told)


def _before(version: RuleVersion, first: date) -> list[RuleVersion]:
    return [replace(version, in_force_until=first - _DAY)] if version.in_force_from < first else []


def _after(version: RuleVersion, last: date | None) -> list[RuleVersion]:
    if last is None or last == version.in_force_until:
        return []
    return [replace(version, in_force_from=last + _DAY, gap=None)]


def _row_changed(table: ActionTable, change: PolicyChange) -> tuple[ActionTable, str]:
    row = table.rows.get(str(change.row))
    if row is None:
        fix = f"{nearest(str(change.row), list(table.rows))}use one of: {', '.join(table.rows)}."
        raise _RefusedError(change.row, "the action table has no such row", fix)
    if change.when not in _WHEN:
        raise _RefusedError(
            change.when, '"when" does not say which column is meant', f"use one of: {', '.join(_WHEN)}."
        )
    if change.action not in set(Action):
        raise _RefusedError(change.action, "this is no action", f"use one of: {', '.join(Action)}.")
    action = Action(change.action)
    dated = RowChange(row.id, change.when, action, change.from_, change.until, _by(change))
    words = f'The presumed action "{row.title}" ({change.when.replace("_", " ")}): {action.in_words} {_by(change)}.'
    return replace(table, changes=(*table.changes, dated)), words


def _earlier(one: date | None, other: date | None) -> date | None:
    days = [day for day in (one, other) if day is not None]
    return min(days) if days else None


def _by(change: PolicyChange) -> str:
    until = f" until {in_words(change.until)}" if change.until else ""
    reason = f"; reason given: {change.reason.rstrip('.')}" if change.reason else "; no reason is given"
    return f"from {in_words(change.from_)}{until}, by authority of {change.authority.rstrip('.')}{reason}"
