"""The figure of the decisions step is held at what was reached; held-out rows only ever by their count."""

from __future__ import annotations

import step_decisions
from scored import Part, figure

REACHED = {Part.TUNED_ON: 0.98, Part.HELD_OUT: 0.85}


def test_what_was_reached_is_kept() -> None:
    scored = list(step_decisions.measure(None))
    for part, least in REACHED.items():
        reached = figure(one for one in scored if one.part is part).recall
        assert reached >= least, f"{part.value}: {reached:.3f}"


def test_noting_and_putting_off_decide_nothing() -> None:
    assert step_decisions.told("The report was noted.") == "not decided"
    assert step_decisions.told("The lease was approved.") == "decided"
    assert step_decisions.told("The item was deferred to May.") == "deferred"
