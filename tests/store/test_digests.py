"""A digest is the same by whichever way its text is made: what stands in kept stores never changes its meaning."""

from __future__ import annotations

import hashlib
import json
import sys
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from coi_audit.store.digests import plain, row_digest

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
