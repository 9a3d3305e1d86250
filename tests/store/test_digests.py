"""A digest is the same by whichever way its text is made: what stands in kept stores never changes its meaning."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.store.digests import plain, plain_digests, row_digest
from coi_audit.store.tables import CONTENT, digested_columns, long_columns, table_of

VALUES = st.lists(
    st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(allow_nan=False, allow_infinity=False),
        st.text(st.characters(exclude_categories=("Cs",))),
        st.dates(),
    )
)


@given(VALUES)
def test_a_digest_is_that_of_the_plain_json(values: list[str | int | float | bool | date | None]) -> None:
    text = json.dumps(["paper", *map(plain, values)], ensure_ascii=False, separators=(",", ":"))
    assert row_digest("paper", values) == hashlib.sha256(text.encode()).hexdigest()


def test_signs_that_json_writes_in_its_own_way() -> None:
    words = "".join(map(chr, range(0x300))) + '\u2028\u2029\ufffe\U0001f600\\"/'
    text = json.dumps(["paper", words], ensure_ascii=False, separators=(",", ":"))
    assert row_digest("paper", [words]) == hashlib.sha256(text.encode()).hexdigest()
    assert row_digest("paper", [sys.maxsize * 4]) != row_digest("paper", [sys.maxsize * 4 + 1])
    assert row_digest("paper", [1]) != row_digest("paper", ["1"])


TEXTS = st.text(st.characters(exclude_categories=("Cs",)))


@given(st.lists(st.tuples(st.integers(-(2**63), 2**63 - 1), TEXTS, TEXTS), min_size=1, max_size=4))
def test_rows_together_have_the_digests_that_each_has_alone(rows: list[tuple[int, str, str]]) -> None:
    columns = list(zip(*rows, strict=True))
    for long in ((), (1,), (1, 2)):
        assert plain_digests("paper", columns, len(rows), long) == [row_digest("paper", one, long) for one in rows]


@given(TEXTS, TEXTS)
def test_a_long_text_is_said_by_its_own_digest(short: str, long: str) -> None:
    own = f"text {hashlib.sha256(long.encode()).hexdigest()}"
    text = json.dumps(["paper", short, own], ensure_ascii=False, separators=(",", ":"))
    assert row_digest("paper", [short, long], [1]) == "2:" + hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("other", ["another", b"words", None, 1, "text " + hashlib.sha256(b"words").hexdigest()])
def test_nothing_else_has_the_digest_of_a_long_text(other: str | bytes | int | None) -> None:
    assert row_digest("paper", ["a", other], [1]) != row_digest("paper", ["a", "words"], [1])


def test_which_columns_are_long() -> None:
    """Those of a kept store cannot change: its digests were made so."""
    found = {table_of(row).name: [digested_columns(row)[at] for at in sorted(long_columns(row))] for row in CONTENT}
    assert {name: columns for name, columns in found.items() if columns} == {
        "paper": ["reading"],
        "action": ["fingerprints"],
        "kept_audit": ["audit"],
    }
