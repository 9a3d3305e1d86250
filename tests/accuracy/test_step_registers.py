"""The figures of the register readers are held at what was reached; a layout in every format it can have."""

from __future__ import annotations

import pytest
from register_corpus import Words, days_of, people
from register_layouts import HELD_OUT, TUNED_ON
from register_layouts_last import LAST
from scored import Part, Verdict, figure, lines
from step_registers import measure

pytestmark = pytest.mark.long  # minutes of work: ./run long holds these figures

HELD = {Part.TUNED_ON: 0.999, Part.HELD_OUT: 0.99}  # precision and recall, over rows and fields


@pytest.fixture(scope="module")
def found() -> list:  # type: ignore[type-arg]
    return list(measure(None))


def test_rows_and_fields_are_read_as_labelled(found: list) -> None:  # type: ignore[type-arg]
    for line in lines(found):
        told = f"{line.dataset}, {line.part}: {line.whole.precision:.4f} {line.whole.recall:.4f}"
        assert min(line.whole.precision, line.whole.recall) >= HELD[line.part], told


def test_every_layout_is_read(found: list) -> None:  # type: ignore[type-arg]
    assert {one.group for one in found} == {*TUNED_ON, *HELD_OUT, *LAST}
    for name in {one.group for one in found}:
        some = figure(one for one in found if one.group == name)
        assert some.recall >= 0.97 and some.precision >= 0.97, (name, some)


def test_what_is_no_interest_is_told_and_none_is_invented(found: list) -> None:  # type: ignore[type-arg]
    tuned = [one for one in found if one.part is Part.TUNED_ON]
    assert not [one.what for one in tuned if one.verdict is Verdict.EXTRA]
    assert not [one.what for one in tuned if "not told of" in one.what and one.verdict is not Verdict.RIGHT]


def test_the_parts_share_nobody() -> None:
    names = [{one.name for one in people(part.value)} for part in Part]
    assert len(names[0] | names[1]) == len(names[0]) + len(names[1])


def test_one_day_is_written_in_many_hands() -> None:
    words = Words(Part.TUNED_ON.value)
    assert days_of("FY2016") != days_of("2016") and days_of("") is None
    assert len({str(words.since("2017-04-01")) for _ in range(9)}) > 5
