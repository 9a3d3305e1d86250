"""A paper says the same in another format; a few sample papers here, all of them by the accuracy command."""

from __future__ import annotations

import pytest
from scored import lines
from step_formats import SAMPLES, measured, old_formats

from coi_audit.readers.office import office_program

pytestmark = pytest.mark.long  # minutes of work: ./run long holds these figures

PAPERS = (
    "northfield-ccg/meetings/2017-09-05-pccc/agenda part 1.docx",
    "northfield-ccg/meetings/2017-09-05-pccc/minutes part 1.docx",
    "northfield-ccg/register 2017-04.xlsx",
)


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed on this machine")
def test_papers_say_the_same_in_every_format() -> None:
    found = lines(measured([SAMPLES / paper for paper in PAPERS]))
    assert sum(line.whole.answers for line in found) > 80
    assert {(line.whole.recall, line.whole.precision) for line in found} == {(1.0, 1.0)}


@pytest.mark.skipif(office_program() is None, reason="LibreOffice is not installed on this machine")
def test_old_word_formats_keep_their_blocks() -> None:
    found = lines(old_formats(of_a_kind=2))
    assert {line.dataset for line in found} == {"blocks, doc", "blocks, rtf", "blocks, odt"}
    assert all(line.whole.recall >= 0.99 and line.whole.precision >= 0.99 for line in found), found
