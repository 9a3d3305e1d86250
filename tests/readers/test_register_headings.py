"""Headings of registers that say nothing but when an interest began or ended, however they put it."""

from __future__ import annotations

import pytest

from coi_audit.readers.registers.headings import Field, recognise


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Interest held from", Field.HELD_FROM),
        ("Date on which the interest began", Field.HELD_FROM),
        ("When it started", Field.HELD_FROM),
        ("Interest held until", Field.HELD_UNTIL),
        ("Relationship ended", Field.HELD_UNTIL),
        ("Date interest ceased (if applicable)", Field.HELD_UNTIL),
        ("Interest held from and to", Field.PERIOD),
        ("Date interest relates to", Field.PERIOD),
        ("Interests held", Field.NATURE),
        ("Interests to declare", Field.NATURE),
        ("Interest in", Field.ORGANISATION),
        ("Interest declared on", Field.DECLARED_ON),
    ],
)
def test_a_heading_of_days_says_which_day(heading: str, field: Field) -> None:
    assert recognise(heading) is field
