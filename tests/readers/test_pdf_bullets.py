"""Dots that were drawn before words are bullets; rows of dots and dots by themselves are not."""

from __future__ import annotations

import pytest

from coi_audit.readers.pdf.bullets import bullets, is_dot
from coi_audit.readers.pdf.shapes import Word


def word(text: str, x: float, top: float) -> Word:
    return Word(text, x, top, x + 5 * len(text), top + 10, 9.0)


def dot(x: float, middle: float) -> tuple[float, float, float, float]:
    return x, middle - 1.2, x + 2.4, middle + 1.2


def test_a_dot_before_a_line_is_its_bullet_and_no_column_of_its_own() -> None:
    (found,) = bullets([dot(100, 55)], [word("Partner", 112, 50), word("Dr", 30, 50)])
    assert (found.text, found.x0, found.top, found.bottom) == ("•", 100, 50, 60)
    assert 112 - found.x1 < 0.35 * found.size


@pytest.mark.parametrize(
    "dots",
    [
        [dot(100, 55), dot(100, 60), dot(100, 65)],  # a dotted border
        [dot(100, 75)],  # level with nothing
        [dot(60, 55)],  # too far before its words
        [dot(115, 55)],  # within a word
    ],
)
def test_other_dots_are_drawings(dots: list[tuple[float, float, float, float]]) -> None:
    assert bullets(dots, [word("Partner", 112, 50)]) == []


def test_a_dot_is_small_and_as_wide_as_high() -> None:
    assert is_dot(0, 0, 2.2, 2.3)
    assert not is_dot(0, 0, 9, 9)
    assert not is_dot(0, 0, 6, 1.5)
