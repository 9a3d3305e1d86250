"""The figures reached on minutes as web pages and PDFs."""

from __future__ import annotations

import pytest
from scored import Part, figure
from step_minutes_formats import measure

pytestmark = pytest.mark.long  # PDFs are printed for it: ./run long holds these figures

REACHED = {"minutes as HTML: participation": 0.9, "minutes as PDF: participation": 0.9}


def test_the_figures_do_not_fall() -> None:
    found = [one for one in measure(None) if one.part is Part.TUNED_ON]
    for step, least in REACHED.items():
        here = figure(one for one in found if one.step == step)
        assert here.answers > 40
        assert min(here.precision, here.recall) >= least, step
