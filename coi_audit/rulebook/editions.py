"""What if: the whole rulebook as one edition of the guidance had it, put to papers of any date."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coi_audit.errors import UserError
from coi_audit.rulebook.action_table import ActionTable
from coi_audit.rulebook.types import Rule, Rulebook, RuleVersion


def edition_keys(table: ActionTable) -> tuple[str, ...]:
    """The editions that can be asked for, oldest first: those whose ladder the action table cites."""
    return tuple(edition.source for edition in table.editions)


def edition_day(table: ActionTable, key: str) -> date:
    """The day that stands for an edition: its last, when its adoption was over; the first of one still in force.

    Raises `UserError` for an edition that is not known.
    """
    for edition in table.editions:
        if edition.source.casefold() == key.strip().casefold():
            return edition.until or edition.from_
    known = ", ".join(edition_keys(table))
    raise UserError(f'"{key}" is not an edition of the guidance.', where="--edition", fix=f"use one of: {known}.")


def rulebook_under(rulebook: Rulebook, day: date) -> Rulebook:
    """Every rule in the version of that day, made to hold on all days; a rule with none then holds on no day."""
    return replace(rulebook, rules={name: _rule(rule, day) for name, rule in rulebook.rules.items()})


def table_under(table: ActionTable, day: date) -> ActionTable:
    """The action table of that day, made to hold on all days."""
    edition = table.edition_on(day)
    return replace(
        table,
        editions=(replace(edition, from_=date.min, until=None),) if edition is not None else (),
        small_share_until=date.max if day <= table.small_share_until else date.min,
        ways_out=tuple((text, date.min, None) for text in table.ways_out_on(day)),
    )


def _rule(rule: Rule, day: date) -> Rule:
    version = rule.version_on(day)
    return replace(rule, versions=(_always(version),) if version is not None else ())


def _always(version: RuleVersion) -> RuleVersion:
    return replace(version, in_force_from=date.min, in_force_until=None, gap=None)
