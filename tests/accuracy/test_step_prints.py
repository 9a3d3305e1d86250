"""Agendas printed in ways of their own keep their items and fields."""

from __future__ import annotations

import pytest
from scored import Part, figure
from step_prints import measure

pytestmark = pytest.mark.long  # it prints with a browser and an office program


def test_printed_agendas() -> None:
    found = list(measure(None))
    for part, least in ((Part.TUNED_ON, 0.98), (Part.HELD_OUT, 0.87)):
        mine = [one for one in found if one.part is part]
        assert figure(one for one in mine if one.dataset == "agendas: items").recall >= 0.99
        assert figure(mine).recall >= least
