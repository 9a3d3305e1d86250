"""Rows that go in together come back as they were given, however many they are and whatever they share."""

from __future__ import annotations

from datetime import date

import pytest
from readings import body_reading, by, folder
from sqlalchemy import select

from coi_audit.store.bulk import Same, column_of, rows_of
from coi_audit.store.change import change
from coi_audit.store.digests import Value
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store
from coi_audit.store.tables import JudgementRow, MembershipRow, table_of
from coi_audit.store.trail import verify_trail

JAN = date(2018, 1, 1)
AWKWARD = ("", "O'Neill", "a\tb\nc\\d", "'); DROP TABLE paper; --", "\\N", "NULL", "1", "x" * 20_000, "Zoë ☃", "%s ?")


@pytest.mark.parametrize("count", [1, 2, 7, 8, 9, 17])
def test_so_many_rows_come_back_as_given(store: Store, count: int) -> None:
    keep(store, folder(body_reading(members=())), on=JAN, by=by())
    shared: dict[str, Value] = {"body_id": 1, "view": "agree", "given_on": JAN, "recorded_from": JAN}
    given = [
        {**shared, "fingerprint": f"{at}", "why": AWKWARD[at % len(AWKWARD)], "by_name": AWKWARD[count % len(AWKWARD)]}
        for at in range(count)
    ]
    with change(store, "judge", by(1)) as one:
        numbers = one.insert(JudgementRow, given)
    assert list(numbers) == list(range(1, count + 1))
    table = table_of(JudgementRow)
    with store.reading() as connection:
        found = connection.execute(select(table).order_by(table.c.id)).mappings().all()
    assert [{name: row[name] for name in given[0]} for row in found] == given
    assert {(row["closed"], row["recorded_until"]) for row in found} == {(None, None)}
    assert len({row["salt"] for row in found}) == count
    assert verify_trail(store).whole


@pytest.mark.parametrize("text", AWKWARD[:-3])
def test_a_text_that_all_rows_share_is_kept_as_it_is(store: Store, text: str) -> None:
    keep(store, folder(body_reading(members=())), on=JAN, by=by())
    member: dict[str, Value] = {
        **dict.fromkeys(("committee", "person", "role", "title", "place"), text),
        "body_id": 1, "paper_id": 1, "recorded_from": JAN, "voting": True, "held_from": JAN,
    }  # fmt: skip
    with change(store, "keep", by(1)) as one:
        one.insert(MembershipRow, [member] * 9)
    table = table_of(MembershipRow)
    with store.reading() as connection:
        found = connection.execute(select(table)).mappings().all()
    assert [{name: row[name] for name in member} for row in found] == [member] * 9
    assert verify_trail(store).whole


def test_a_column_is_told_once_only_where_all_rows_say_the_same() -> None:
    assert column_of(["a", "a", "a"]) == Same("a")
    assert column_of([None, None]) == Same(None)
    assert column_of(["a", "b", "a"]) == ["a", "b", "a"]
    assert column_of(["a"]) == ["a"]
    assert list(rows_of([Same(1), range(2), ["x", "y"]], 2)) == [(1, 0, "x"), (1, 1, "y")]
