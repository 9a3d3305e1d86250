"""What accuracy is made of: one scored answer, and figures over many of them, with each group left out in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How one answer compares with the truth written before it was asked for."""

    RIGHT = "right"
    WRONG = "wrong"  # something else was said
    MISSED = "missed"  # nothing was said where something stood
    EXTRA = "extra"  # something was said where nothing stood
    ASKED = "asked"  # left as a question, the truth among what it offers


class Part(StrEnum):
    """Whether the answers of a part were looked into while the reading was mended."""

    TUNED_ON = "tuned on"
    HELD_OUT = "held out"


@dataclass(frozen=True, slots=True)
class Scored:
    """One answer: the `step` and `dataset` it belongs to, and the `group` (a body, a layout) it came from.

    `what` names the answer for the list of errors, with the truth and what was said.
    """

    step: str
    dataset: str
    part: Part
    group: str
    verdict: Verdict
    what: str = ""


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts and shares over answers. A share over nothing is 1."""

    answers: int
    precision: float
    recall: float
    asked: int
    wrong: int


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the report: `left_out` is the lowest recall with one group left out, `weakest` the group alone."""

    step: str
    dataset: str
    part: Part
    whole: Figure
    left_out: float
    weakest: str
    weakest_recall: float


def figure(scored: Iterable[Scored]) -> Figure:
    """Precision: the right among what was said. Recall: the right among what stood there; a question is not right."""
    count = Counter(one.verdict for one in scored)
    right = count[Verdict.RIGHT]
    said = right + count[Verdict.WRONG] + count[Verdict.EXTRA]
    stood = right + count[Verdict.WRONG] + count[Verdict.MISSED] + count[Verdict.ASKED]
    return Figure(
        answers=sum(count.values()),
        precision=right / said if said else 1.0,
        recall=right / stood if stood else 1.0,
        asked=count[Verdict.ASKED],
        wrong=count[Verdict.WRONG] + count[Verdict.EXTRA],
    )


def lines(scored: Iterable[Scored]) -> list[Line]:
    """One line for each step, dataset and part, in the order in which they first come."""
    piles: dict[tuple[str, str, Part], list[Scored]] = {}
    for one in scored:
        piles.setdefault((one.step, one.dataset, one.part), []).append(one)
    return [_line(*key, pile) for key, pile in piles.items()]


def _line(step: str, dataset: str, part: Part, pile: list[Scored]) -> Line:
    groups = sorted({one.group for one in pile})
    without = [figure(one for one in pile if one.group != group).recall for group in groups]
    alone = [(figure(one for one in pile if one.group == group).recall, group) for group in groups]
    weakest_recall, weakest = min(alone)
    return Line(step, dataset, part, figure(pile), min(without), weakest, weakest_recall)
