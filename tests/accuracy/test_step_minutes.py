"""The figures reached on minutes, both on the part that was looked into and on the part that never was."""

from __future__ import annotations

import re
from functools import cache

import pytest
from scored import Part, Scored, figure
from step_minutes import measure, measure_papers

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
    ("minutes: participation", HELD, 0.96),
    ("minutes: deeds", TUNED, 0.97),
    ("minutes: deeds", HELD, 0.99),
    ("minutes: passages", TUNED, 0.93),
    ("minutes: passages", HELD, 0.94),
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
    ("minutes: passages", HELD, 0.80),
]
# The newest papers, passages and sentences, of rounds seven to ten. What is held here was reached once they had been
# mended; at first sight participation was right in .85, .73, .71 and .90 of the four rounds of papers.
REACHED_NEWEST = [
    ("minutes: header", HELD, 0.99),
    ("minutes: lists", HELD, 0.99),
    ("minutes: sections", HELD, 0.99),
    ("minutes: chair", HELD, 0.88),
    ("minutes: decisions", HELD, 0.87),
    ("minutes: participation", TUNED, 0.98),
    ("minutes: participation", HELD, 0.67),
    ("minutes: deeds", TUNED, 0.98),
    ("minutes: deeds", HELD, 0.85),
    ("minutes: passages", TUNED, 0.95),
    ("minutes: passages", HELD, 0.80),
]
# Papers of rounds eleven to thirteen, whose writer never looked at the reader. What is held here is their first sight.
REACHED_BLIND = [
    ("minutes: header", TUNED, 0.99),
    ("minutes: header", HELD, 0.99),
    ("minutes: lists", TUNED, 0.99),
    ("minutes: lists", HELD, 0.99),
    ("minutes: sections", TUNED, 0.99),
    ("minutes: sections", HELD, 0.99),
    ("minutes: chair", TUNED, 0.98),
    ("minutes: chair", HELD, 0.99),
    ("minutes: decisions", TUNED, 0.98),
    ("minutes: decisions", HELD, 0.88),
    ("minutes: participation", TUNED, 0.88),
    ("minutes: participation", HELD, 0.84),
]
# Ordinary papers in the hands of 36 secretaries, by a writer who never read the reader; held at first sight again:
# participation was right, tuned on and held out, in .96 and .93 of the first round, .88 and .97 of the second, .96 and
# .90 of the third. Of five reasons for doing less none was told.
REACHED_WRITER = [
    ("minutes: header", TUNED, 0.99),
    ("minutes: header", HELD, 0.97),
    ("minutes: lists", TUNED, 0.95),
    ("minutes: lists", HELD, 0.98),
    ("minutes: sections", TUNED, 0.99),
    ("minutes: sections", HELD, 0.98),
    ("minutes: chair", TUNED, 0.99),
    ("minutes: chair", HELD, 0.94),
    ("minutes: decisions", TUNED, 0.98),
    ("minutes: decisions", HELD, 0.96),
    ("minutes: participation", TUNED, 0.93),
    ("minutes: participation", HELD, 0.93),
]
# Deeds by what is done, and passages built otherwise, each written before the reader was asked. At first sight they
# were right in .76 of the deeds, and in .81 of the passages on several people, .55 and .28 of those on groups.
REACHED_SENSES = [
    ("minutes: senses", TUNED, 0.99),
    ("minutes: senses", HELD, 0.84),
    ("minutes: structures", TUNED, 0.92),
    ("minutes: structures", HELD, 0.72),
    ("minutes: shared", TUNED, 0.71),
    ("minutes: shared", HELD, 0.78),
]
# Small papers, each laid out in another way: matrices, blocks, boxes, codes, logs at the end, notes at the foot. At
# first sight participation was right, tuned on and held out, in .5 and .85 of the first lot, .44 and .48 of the second,
# and, once those were mended, in .87 and .39 of the third, .68 and .73 of the fourth. Held is what is reached since.
REACHED_LAYOUTS = [
    ("minutes: header", TUNED, 0.99),
    ("minutes: header", HELD, 0.97),
    ("minutes: lists", TUNED, 0.99),
    ("minutes: lists", HELD, 0.98),
    ("minutes: sections", TUNED, 0.99),
    ("minutes: sections", HELD, 0.99),
    ("minutes: chair", HELD, 0.93),
    ("minutes: decisions", HELD, 0.99),
    ("minutes: participation", TUNED, 0.97),
    ("minutes: participation", HELD, 0.88),
]
# Rounds seventeen to nineteen: ordinary papers by a second writer who never read the reader; held at first sight.
# Participation was right, tuned on and held out, in 1.0 and .97 of round seventeen, .94 and .82 of round eighteen,
# .91 and 1.0 of round nineteen.
REACHED_SECOND_WRITER = [
    ("minutes: header", TUNED, 0.98),
    ("minutes: header", HELD, 0.99),
    ("minutes: lists", TUNED, 0.98),
    ("minutes: lists", HELD, 0.97),
    ("minutes: sections", TUNED, 0.99),
    ("minutes: sections", HELD, 0.99),
    ("minutes: chair", TUNED, 0.99),
    ("minutes: chair", HELD, 0.97),
    ("minutes: decisions", TUNED, 0.95),
    ("minutes: decisions", HELD, 0.99),
    ("minutes: participation", TUNED, 0.95),
    ("minutes: participation", HELD, 0.92),
]
# A fifth lot of layouts, further off: forms, logs by the clock, answers to questions, nested lists, web pages and mail.
# At first sight participation was right in .52 tuned on and .44 held out; the held-out part has not moved since.
REACHED_NEW_LAYOUTS = [
    ("minutes: header", TUNED, 0.95),
    ("minutes: header", HELD, 0.99),
    ("minutes: lists", TUNED, 0.82),
    ("minutes: lists", HELD, 0.89),
    ("minutes: sections", TUNED, 0.93),
    ("minutes: sections", HELD, 0.75),
    ("minutes: participation", TUNED, 0.82),
    ("minutes: participation", HELD, 0.43),
]
_LATER_PAPER = re.compile(r"(?:[s-z]|aa|ab)\d+:")
_NEWEST_PAPER = re.compile(r"a[c-z]\d+:")
_BLIND_PAPER = re.compile(r"a[g-i]\d+:")
_WRITER_PAPER = re.compile(r"b[a-c]\d+:")
_SECOND_WRITER_PAPER = re.compile(r"b[d-f]\d+:")
_LAYOUT_PAPER = re.compile(r"l[a-d]\d+:")
_NEW_LAYOUT_PAPER = re.compile(r"l[e-z]\d+:")
_ROUND = re.compile(r"(?:round|later) (?P<which>.+)")


@cache
def everything() -> tuple[Scored, ...]:
    return tuple(measure(None))


def era(one: Scored) -> str:
    """The lot an answer is of: the first papers, the later rounds, the newest, the blind ones, the writer's ..."""
    if one.step in ("minutes: senses", "minutes: structures", "minutes: shared"):
        return "senses"
    if one.step in ("minutes: passages", "minutes: deeds"):
        told = _ROUND.match(one.group)
        return "first" if told is None else "later" if told["which"] == "six" else "newest"
    if _WRITER_PAPER.match(one.what):
        return "writer"
    if _SECOND_WRITER_PAPER.match(one.what):
        return "second writer"
    if _LAYOUT_PAPER.match(one.what):
        return "layouts"
    if _NEW_LAYOUT_PAPER.match(one.what):
        return "new layouts"
    if _BLIND_PAPER.match(one.what):
        return "blind"
    if _NEWEST_PAPER.match(one.what):
        return "newest"
    return "later" if _LATER_PAPER.match(one.what) else "first"


def reaches(step: str, part: Part, least: float, *, of: str) -> None:
    answers = [one for one in everything() if (one.step, one.part, era(one)) == (step, part, of)]
    found = figure(answers)
    assert found.answers >= 10
    assert min(found.precision, found.recall) >= least


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED)
def test_the_figures_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="first")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_LATER)
def test_the_figures_of_later_papers_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="later")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_SENSES)
def test_the_figures_of_deeds_by_sense_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="senses")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_NEWEST)
def test_the_figures_of_the_newest_papers_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="newest")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_BLIND)
def test_the_figures_of_blind_papers_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="blind")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_WRITER)
def test_the_figures_of_the_writers_papers_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="writer")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_SECOND_WRITER)
def test_the_figures_of_the_second_writers_papers_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="second writer")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_LAYOUTS)
def test_the_figures_of_layouts_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="layouts")


@pytest.mark.long
@pytest.mark.parametrize(("step", "part", "least"), REACHED_NEW_LAYOUTS)
def test_the_figures_of_newer_layouts_do_not_fall(step: str, part: Part, least: float) -> None:
    reaches(step, part, least, of="new layouts")


def test_a_sixth_of_the_papers_are_read_as_they_were() -> None:
    answers = list(measure_papers(6))
    assert not [one.what for one in answers if one.step == "minutes: sections" and one.verdict == "missed"]
    for part, least in ((TUNED, 0.94), (HELD, 0.85)):
        told = figure([one for one in answers if (one.step, one.part) == ("minutes: participation", part)])
        assert min(told.precision, told.recall) >= least, part


@pytest.mark.long
def test_every_style_is_read_as_minutes() -> None:
    assert not [one.what for one in everything() if one.step == "minutes: sections" and one.verdict == "missed"]
