"""The figures reached on minutes, both on the part that was looked into and on the part that never was."""

from __future__ import annotations

import re
from functools import cache

import pytest
from scored import Part, Scored, figure
from step_minutes import measure

TUNED, HELD = Part.TUNED_ON, Part.HELD_OUT
REACHED = [
    ("minutes: header", TUNED, 0.99),
    ("minutes: header", HELD, 0.97),
    ("minutes: lists", TUNED, 0.99),
    ("minutes: lists", HELD, 0.98),
    ("minutes: sections", TUNED, 0.99),
    ("minutes: sections", HELD, 0.98),
    ("minutes: chair", TUNED, 0.99),
    ("minutes: chair", HELD, 0.97),
    ("minutes: decisions", TUNED, 0.98),
    ("minutes: decisions", HELD, 0.95),
    ("minutes: participation", TUNED, 0.98),
    ("minutes: participation", HELD, 0.92),
    ("minutes: deeds", TUNED, 0.97),
    ("minutes: deeds", HELD, 0.94),
    ("minutes: passages", TUNED, 0.93),
    ("minutes: passages", HELD, 0.89),
]
# Papers that came later, in rounds, each in styles unlike all before it: what is reached on them by themselves.
REACHED_LATER = [
    ("minutes: header", HELD, 0.99),
    ("minutes: lists", HELD, 0.95),
    ("minutes: sections", HELD, 0.99),
    ("minutes: chair", HELD, 0.97),
    ("minutes: decisions", HELD, 0.90),
    ("minutes: participation", TUNED, 0.99),
    ("minutes: participation", HELD, 0.81),
    ("minutes: passages", HELD, 0.60),
]
_LATER_PAPER = re.compile(r"(?:[s-z]|aa|ab)\d+:")
_LATER_PASSAGES = "round six"


@cache
def everything() -> tuple[Scored, ...]:
    return tuple(measure(None))


def came_later(one: Scored) -> bool:
    return bool(_LATER_PAPER.match(one.what)) or one.group == _LATER_PASSAGES


def reaches(step: str, part: Part, least: float, *, later: bool) -> None:
    answers = [one for one in everything() if (one.step, one.part, came_later(one)) == (step, part, later)]
    found = figure(answers)
    assert found.answers >= 10
    assert min(found.precision, found.recall) >= least


@pytest.mark.parametrize(("step", "part", "least"), REACHED)
def test_the_figures_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, later=False)


@pytest.mark.parametrize(("step", "part", "least"), REACHED_LATER)
def test_nor_do_those_of_later_papers(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, later=True)


def test_every_style_is_read_as_minutes() -> None:
    assert not [one.what for one in everything() if one.step == "minutes: sections" and one.verdict == "missed"]
