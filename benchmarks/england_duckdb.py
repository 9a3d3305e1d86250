"""The same join and the same ten rules in DuckDB, from columns in memory; loading them is not counted."""

from __future__ import annotations

from typing import Any

from benchmarks.england_arrays import Columns
from benchmarks.plain_loop import RULES
from benchmarks.year import VOTING

_QUERY = f"""
with matched as (
    select t.place, h.row, h.financial, h.own, i.practice, i.purpose, i.decided, a.required as required,
        coalesce(s.declared, 0) as declared, coalesce(s.at_item, 0) as at_item, coalesce(s.nature, 0) as nature,
        coalesce(s.returned, 0) as returned, coalesce(s.reason, 0) as reason, coalesce(s.papers, 0) as papers,
        case when a.required <= 1 and s.declared = 1 and s.action = 0 then 1 else coalesce(s.action, 0) end as action
    from held h
    join there t on t.person = h.person and t.day <= h.ended
    join items i on i.meeting = t.meeting and i.organisation = h.organisation
    join actions a on a.row = h.row and a.purpose = i.purpose and a.closed = i.closed
    left join said s on s.meeting = i.meeting and s.number = i.number and s.person = h.person
), judged as (
    select *, declared = 1 and action = 0 as thin, action >= 3 as gone, place < {VOTING} as voting,
        purpose <> 2 as asked, purpose <> 2 and required > 1 as recuse
    from matched
), shortfall as (
    select *, recuse and not thin and reason = 0 and action < required
        and not (required = 5 and action = 4 and papers = 0) as short
    from judged
)
select count(*),
    count(*) filter (where recuse and required >= 5 and papers = 1),
    count(*) filter (where recuse and declared = 0 and financial = 1),
    count(*) filter (where recuse and thin),
    count(*) filter (where short),
    count(*) filter (where recuse and purpose = 0 and decided = 1 and own = 1 and action < 2 and voting and not thin),
    count(*) filter (where recuse and action = 1 and reason = 0),
    count(*) filter (where recuse and declared = 1 and at_item = 0),
    count(*) filter (where asked and declared = 1 and (nature = 0 or thin
        or ((gone or (required between 3 and 5 and action not in (1, 2))) and not (gone and returned = 1)))),
    count(*) filter (where recuse and place = 0 and not gone and not thin),
    count(*) filter (where short and purpose = 0 and practice = 1 and voting)
from shortfall
"""


def load(tables: dict[str, Columns], actions: list[int], *, threads: int) -> Any:
    """A database in memory with the tables. Raises ImportError where DuckDB is not installed."""
    import duckdb
    import numpy

    database = duckdb.connect(config={"threads": threads})
    table = {
        "row": [place // 6 for place in range(len(actions))],
        "purpose": [place // 2 % 3 for place in range(len(actions))],
        "closed": [place % 2 for place in range(len(actions))],
        "required": actions,
    }
    for name, columns in (*tables.items(), ("actions", table)):
        source = {column: numpy.array(values, dtype="int32") for column, values in columns.items()}
        database.register("source", source)
        database.execute(f"create table {name} as select * from source")
        database.unregister("source")
    return database


def count(database: Any) -> tuple[int, list[int]]:
    """Matches, and how often each of RULES is not met."""
    matches, *counts = database.execute(_QUERY).fetchone()
    assert len(counts) == len(RULES)
    return matches, counts
