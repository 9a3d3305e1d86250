"""Bare item numbers of entries under declarations get the word that says what they are; other figures stay."""

from __future__ import annotations

import pytest

from coi_audit.linking.participation.sentences import Sentence
from coi_audit.linking.participation.terse import last_part, worded
from coi_audit.model.evidence import SourceRef

ITEMS = frozenset({"3", "4", "5", "72"})


def said(text: str, *, row: bool = False) -> str:
    source = SourceRef(file="minutes.docx", text=text)
    (found,) = worded([Sentence(text, source, 0, 0, row)], ITEMS)
    assert found.source.text == text
    return found.text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("3 - all GPs (their practices are paid)", "item 3 - all GPs (their practices are paid)"),
        ("VN - 4, director of Coldwell Care", "VN - item 4, director of Coldwell Care"),
        ("MC/LB - 3 and 5, practices", "MC/LB - items 3 and 5, practices"),
        ("Dr Vale: shareholder of the bidder (72).", "Dr Vale: shareholder of the bidder (item 72)."),
        ("All the clinical leads: 5.", "All the clinical leads: item 5."),
    ],
)
def test_the_word_is_put_before(written: str, meant: str) -> None:
    assert said(written) == meant


@pytest.mark.parametrize(
    "text",
    [
        "Dr Vale declared an interest in item 7 (3)",  # says its item itself
        "Dr Vale holds 12 per cent of the shares (12)",  # no item of this meeting
        "Dr Vale: 4.5 sessions a week",
        "3 March 2020 was the date given by Dr Vale",
    ],
)
def test_other_figures_stay(text: str) -> None:
    assert said(text) == text


def test_rows_stay_as_their_columns_tell() -> None:
    assert said("Dr Vale | 3 | partner (4)", row=True) == "Dr Vale | 3 | partner (4)"


@pytest.mark.parametrize(("number", "part"), [("GB/15/72", "72"), ("07", "7"), ("4.1", "4.1")])
def test_entries_call_an_item_by_its_last_part(number: str, part: str) -> None:
    assert last_part(number) == part
