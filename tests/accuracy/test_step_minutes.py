"""The figures reached on minutes, both on the part that was looked into and on the part that never was."""

from __future__ import annotations

from functools import cache

import pytest
from scored import Part, Scored, figure
from step_minutes import measure

TUNED, HELD = Part.TUNED_ON, Part.HELD_OUT
REACHED = [
    ("minutes: header", TUNED, 0.99),
    ("minutes: header", HELD, 0.97),
    ("minutes: lists", TUNED, 0.99),
    ("minutes: lists", HELD, 0.96),
    ("minutes: sections", TUNED, 0.99),
    ("minutes: sections", HELD, 0.98),
    ("minutes: chair", TUNED, 0.99),
    ("minutes: chair", HELD, 0.97),
    ("minutes: decisions", TUNED, 0.98),
    ("minutes: decisions", HELD, 0.93),  # four papers of the group "newer hands" came to this part late
    ("minutes: participation", TUNED, 0.98),
    ("minutes: participation", HELD, 0.86),  # written in six rounds, each new; the rounds alone: 0.75
    ("minutes: deeds", TUNED, 0.97),
    ("minutes: deeds", HELD, 0.94),
    ("minutes: passages", TUNED, 0.93),
    ("minutes: passages", HELD, 0.82),  # ten of them new, and read at first sight
]


@cache
def everything() -> tuple[Scored, ...]:
    return tuple(measure(None))


@pytest.mark.parametrize(("step", "part", "least"), REACHED)
def test_the_figures_do_not_fall(step: str, part: Part, least: float) -> None:
    found = figure(one for one in everything() if (one.step, one.part) == (step, part))
    assert found.answers > 10
    assert min(found.precision, found.recall) >= least


def test_every_style_is_read_as_minutes() -> None:
    assert not [one.what for one in everything() if one.step == "minutes: sections" and one.verdict == "missed"]
