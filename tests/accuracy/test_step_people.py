"""Names of people are read as well as they were measured to be, and nobody is ever taken for another."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from scored import Figure, Line, Part, lines
from step_people import measure


@cache
def measured() -> tuple[Line, ...]:
    return tuple(lines(measure(None)))


def parts(dataset: str) -> Iterator[tuple[Part, Figure]]:
    for line in measured():
        if line.dataset == dataset:
            yield line.part, line.whole


def test_nobody_is_taken_for_another() -> None:
    assert sum(line.whole.answers for line in measured()) > 7_500
    assert {line.whole.wrong for line in measured()} == {0}


def test_names_written_by_hand() -> None:
    least = {Part.TUNED_ON: 0.97, Part.HELD_OUT: 0.92}
    found = dict(parts("written by hand"))
    assert found.keys() == least.keys()
    assert all(found[part].recall >= share for part, share in least.items()), found


def test_forms_made_by_rule() -> None:
    found = dict(parts("made by rule"))
    assert found.keys() == set(Part)
    assert all(figure.recall >= 0.99 for figure in found.values()), found
