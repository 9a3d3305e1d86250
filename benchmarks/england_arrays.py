"""The same year as columns of numbers, for the peers that work on columns."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from benchmarks.plain_loop import row_of
from benchmarks.year import PRACTICES, SELF, TIE_NAMES, TIES, BodyYear

_TABLES = {
    "held": "person organisation row financial own ended",
    "there": "meeting person place day",
    "items": "meeting number organisation practice purpose closed decided",
    "said": "meeting number person declared at_item nature action returned reason papers",
}
Columns = dict[str, list[int]]


def columns_of(years: Sequence[BodyYear]) -> dict[str, Columns]:
    """Four tables: `held` (interests), `there` (who was at which meeting), `items`, `said` (what was minuted).

    Keys are unique over all bodies: a person is body * 1000 + number, a meeting body * 100 + number.
    """
    tables: dict[str, Columns] = {table: {name: [] for name in names.split()} for table, names in _TABLES.items()}
    for year in years:
        _add(year, tables)
    return tables


def _add(year: BodyYear, tables: dict[str, Columns]) -> None:
    base = year.number * 1000
    for one in year.held:
        financial = TIES[TIE_NAMES[one.tie]][1]
        ended = min(one.ended, 999_999)
        values = (base + one.person, base + one.organisation, row_of(one), financial, one.relationship == SELF, ended)
        _append(tables["held"], values)
    for number, met in enumerate(year.meetings):
        meeting = year.number * 100 + number
        for place, person in enumerate(met.there):
            _append(tables["there"], (meeting, base + person, place, met.day))
        for item, one in enumerate(met.items):
            party = base + one.party
            _append(
                tables["items"], (meeting, item, party, one.party < PRACTICES, one.purpose, one.closed, one.decided)
            )
        for (item, person), said in met.said.items():
            flags = (
                said.declared,
                said.at_item,
                said.nature,
                said.action,
                said.returned,
                said.reason,
                bool(said.papers),
            )
            _append(tables["said"], (meeting, item, base + person, *flags))


def _append(columns: Columns, values: Sequence[Any]) -> None:
    for column, value in zip(columns.values(), values, strict=True):
        column.append(int(value))
