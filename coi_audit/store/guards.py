"""The database's own refusals: the trail is only added to, a row is only ever ended, and nothing goes without an order.

Migrations call these, so what they give for a table must never change: a new refusal is a new function.
"""

from __future__ import annotations

from collections.abc import Sequence

ONLY_ADDED = "the trail is only added to"
FOLLOWS = "this entry does not follow the last one of the trail"
ONLY_ENDED = "a kept row is never edited, only ended"
BY_ORDER = "a kept row goes only by an order of removal"


def guards_of_trail(dialect: str) -> list[str]:
    """The statements that make `trail` and `removed` grow only, and an entry follow the one before."""
    if dialect == "sqlite":
        return [
            _sqlite("trail", "UPDATE", "1", ONLY_ADDED),
            _sqlite("trail", "DELETE", "1", ONLY_ADDED),
            _sqlite("removed", "UPDATE", "1", ONLY_ADDED),
            _sqlite("removed", "DELETE", "1", ONLY_ADDED),
            _sqlite("trail", "INSERT", _FORKS, FOLLOWS),
        ]
    return [
        _function("trail_grows", f"RAISE EXCEPTION '{ONLY_ADDED}';"),
        _function("trail_follows", f"IF {_FORKS} THEN RAISE EXCEPTION '{FOLLOWS}'; END IF; RETURN NEW;"),
        *(_trigger(table, f"{table}_grows", "UPDATE OR DELETE", "trail_grows") for table in ("trail", "removed")),
        *(_truncate(table, "trail_grows") for table in ("trail", "removed")),
        _trigger("trail", "trail_follows", "INSERT", "trail_follows"),
    ]


def guards_of_rows(dialect: str, table: str, columns: Sequence[str], *, clocked: bool) -> list[str]:
    """The statements for one table: its `columns` never change, but for the two that end a row that was open."""
    ends = ("recorded_until", "closed") if clocked else ()
    distinct = "IS NOT" if dialect == "sqlite" else "IS DISTINCT FROM"
    changed = " OR ".join(f"NEW.{name} {distinct} OLD.{name}" for name in columns if name not in ends)
    edits = f"({changed} OR OLD.closed IS NOT NULL OR NEW.closed IS NULL)" if clocked else "(1 = 1)"
    unordered = f"NOT EXISTS (SELECT 1 FROM removed WHERE table_name = '{table}' AND row_id = OLD.id)"
    if dialect == "sqlite":
        return [_sqlite(table, "UPDATE", edits, ONLY_ENDED), _sqlite(table, "DELETE", unordered, BY_ORDER)]
    return [
        _function(f"{table}_kept", f"IF {edits} THEN RAISE EXCEPTION '{ONLY_ENDED}'; END IF; RETURN NEW;"),
        _function(f"{table}_stays", f"IF {unordered} THEN RAISE EXCEPTION '{BY_ORDER}'; END IF; RETURN OLD;"),
        _trigger(table, f"{table}_kept", "UPDATE", f"{table}_kept"),
        _trigger(table, f"{table}_stays", "DELETE", f"{table}_stays"),
        _truncate(table, "trail_grows"),
    ]


_FORKS = (
    "(NEW.seq <> (SELECT COALESCE(MAX(seq), 0) + 1 FROM trail)"
    " OR NEW.prev <> COALESCE((SELECT hash FROM trail ORDER BY seq DESC LIMIT 1), ''))"
)


def _sqlite(table: str, event: str, when: str, says: str) -> str:
    name = f"{table}_{event.lower()}_refused"
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} WHEN {when} BEGIN SELECT RAISE(ABORT, '{says}'); END"


def _function(name: str, body: str) -> str:
    return f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} END $$"


def _trigger(table: str, name: str, event: str, function: str) -> str:
    return f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW EXECUTE FUNCTION {function}()"


def _truncate(table: str, function: str) -> str:
    return (
        f"CREATE TRIGGER {table}_not_emptied BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {function}()"
    )
