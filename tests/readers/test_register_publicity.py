"""The published register told from the body's own full one, by its name or its title."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from coi_audit.readers.registers.publicity import read_publicity
from coi_audit.readers.registers.register import read_register


@pytest.mark.parametrize(
    ("stem", "lines", "expected"),
    [
        ("register 2017-04", (), None),
        ("public register 2018-04", (), True),
        ("register_of_interests-published-2018", (), True),
        ("register 2018-04 website", (), True),
        ("register - not for publication", (), False),
        ("register full unredacted 2018", (), False),
        ("register 2018", ("Confidential register of interests",), False),
        ("register 2018", ("Register of interests (published version)",), True),
        ("register 2018", ("Lay Member, Patient and Public Involvement",), None),
        ("register 2018", ("Register of interests: patient and public involvement leads",), None),
        ("public health register", (), None),
        ("register 2018", ("The governing body meets in public on the first Tuesday.",), None),
        ("private register 2018", ("Register of interests as published",), False),
    ],
)
def test_what_a_name_and_a_title_say(stem: str, lines: tuple[str, ...], expected: bool | None) -> None:
    assert read_publicity(stem, lines) is expected


def test_the_reader_keeps_it(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for row in (
        ("Published register of interests as at 1 April 2018",),
        ("Name", "Position", "Declared interest", "Type", "From", "To"),
        ("Ivy Marlow", "Lay Member", "Trustee, Westfield Hospice", "Non-financial", "2016", ""),
    ):
        book.active.append(list(row))
    book.save(tmp_path / "register.xlsx")
    register = read_register(tmp_path / "register.xlsx", root=tmp_path).register
    assert register is not None
    assert register.public is True
