"""Tick columns and type cells whose headings are shortened."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from coi_audit.model.words import InterestCategory
from coi_audit.readers.registers.headings import Field, recognise
from coi_audit.readers.registers.register import read_register
from coi_audit.readers.registers.words import read_type


@pytest.mark.parametrize(
    ("heading", "field", "category"),
    [
        ("Fin.", Field.TICK_FINANCIAL, InterestCategory.FINANCIAL),
        ("Non-Fin. Professional", Field.TICK_PROFESSIONAL, InterestCategory.NON_FINANCIAL_PROFESSIONAL),
        ("Non fin prof", Field.TICK_PROFESSIONAL, InterestCategory.NON_FINANCIAL_PROFESSIONAL),
        ("Non-financial Pers.", Field.TICK_PERSONAL, InterestCategory.NON_FINANCIAL_PERSONAL),
        ("NonFin Personal", Field.TICK_PERSONAL, InterestCategory.NON_FINANCIAL_PERSONAL),
        ("Non-Fin", Field.TICK_NON_FINANCIAL, None),
    ],
)
def test_shortened_types_are_known(heading: str, field: Field, category: InterestCategory | None) -> None:
    assert recognise(heading) is field
    assert read_type(heading).category is category


def test_a_tick_under_a_shortened_heading_tells_the_type(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.create_sheet("Register", 0)
    sheet.append(["Name", "Role", "Interest declared", "Type of interest", None, None])
    sheet.append([None, None, None, "Financial", "Non-Fin. Professional", "Non-Fin. Personal"])
    sheet.append(["Mr Gwyn ap Huws", "Lay Member", "Trustee of Larch Hospice", None, None, "✓"])
    sheet.append(["Dr Asha Venn", "GP", "Appraiser for the Corvale Deanery", None, "✓", None])
    sheet.merge_cells("D1:F1")
    book.save(tmp_path / "register.xlsx")
    read = read_register(tmp_path / "register.xlsx", root=tmp_path)
    assert read.register is not None
    found = [one.category for one in read.register.interests]
    assert found == [InterestCategory.NON_FINANCIAL_PERSONAL, InterestCategory.NON_FINANCIAL_PROFESSIONAL]
