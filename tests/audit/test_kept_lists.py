"""How the lists are kept: every measure counted by hand on a register of a few rows, two editions of it."""

from __future__ import annotations

from typing import Any

import openpyxl
import pytest
from small_case import audit, small_case, write_register

_LATER = (
    ("Margaret Hale", "Lay Member", "Nil return", "", "", "", "", "", "20/03/2016"),
    ("Dr Anil Rao", "GP Member", "Elm Street Surgery", "Financial", "GP partner", "Direct", "01/04/2012", "Current",
     "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Long Lane Trust", "Non-financial personal", "Trustee", "", "", "",
     "20/03/2017"),
    ("Dr Sunita Kale", "GP Member", "Old Mill Ltd", "Financial", "Director", "Direct", "01/04/2014", "31/01/2017",
     "21/03/2017"),
)  # fmt: skip
_GIFTS = (
    ("Name", "Position", "Date of offer", "Details of gift", "Value", "Offered by", "Accepted or declined", "Reason"),
    ("Dr Anil Rao", "GP Member", "01/06/2017", "Voucher", "£25", "Brook Supplies Ltd, supplier", "Declined", "Money"),
    ("Ruth Ashby", "Lay Member", "02/06/2017", "Lunch", "", "Hill Society", "Accepted", "Part of a meeting"),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = small_case(tmp_path_factory.mktemp("kept") / "case")
    write_register(folder / "register 2017-12.xlsx", _LATER)
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in _GIFTS:
        sheet.append(list(row))
    book.save(folder / "gifts and hospitality register 2017.xlsx")
    document: dict[str, Any] = audit(folder).document["kept_lists"]
    return document


def measures(kept: dict[str, Any], file: str) -> dict[str, tuple[int, int]]:
    (edition,) = [one for one in kept["health"] if one["file"] == file]
    return {one["measure"]: (one["holds"], one["of"]) for one in edition["measures"]}


def test_every_cell_of_a_register_is_counted(kept: dict[str, Any]) -> None:
    told = measures(kept, "register 2017-12.xlsx")
    assert told["type_told"] == (3, 3)
    assert told["direct_told"] == (2, 3)
    assert told["from_told"] == (2, 3)
    assert told["until_told"] == (2, 3)
    assert told["mitigation_told"] == (0, 3)
    assert told["nil_returns"] == (1, 3)
    assert told["members_listed"] == (3, 6)
    assert told["declared_within_year"] == (2, 3)
    assert told["expired_in_time"] == (0, 1)
    assert told["sortable"] == (1, 1)


def test_the_cells_that_fall_short_are_named(kept: dict[str, Any]) -> None:
    (edition,) = [one for one in kept["health"] if one["file"] == "register 2017-12.xlsx"]
    lines = {one["measure"]: one for one in edition["measures"]}
    assert lines["from_told"]["cells"] == ['register 2017-12.xlsx, sheet "Register", row 4, "From"']
    assert lines["mitigation_told"]["absent"] is True
    assert lines["from_told"]["absent"] is False


def test_gifts_are_measured_without_anybodys_name(kept: dict[str, Any]) -> None:
    told = measures(kept, "gifts and hospitality register 2017.xlsx")
    assert told["value_told"] == (1, 2)
    assert told["all_three_told"] == (1, 2)
    assert told["declined"] == (1, 2)
    assert [(one["value"], one["accepted"]) for one in kept["gifts"]] == [("£25", False), ("", True)]
    assert "recipient" not in kept["gifts"][0]
