"""A register of interests is taken for nothing else, whatever its columns share with the other registers."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise

_HEADINGS = (
    ("Name", "Role", "Interest", "Organisation", "Type", "Direct or indirect", "From", "To",
     "Action taken to mitigate risk", "Date declared"),
    ("Name", "Current position(s) held in the CCG",
     "Declared Interest (Name of the organisation and nature of business)",
     "Type of Interest", "Is the interest direct or indirect?", "Nature of Interest", "From", "To",
     "Action taken to mitigate risk"),
    ("Name", "Position", "Organisation", "Nature of interest", "Financial / non-financial", "Date", "Comments"),
    ("Surname", "First name", "Job title", "Interest declared", "Name of company", "Type of interest", "Start date",
     "End date", "Mitigation", "Line manager", "Approved by"),
    ("Staff member", "Band", "Interest", "Type of interest", "Supplier?", "From", "To", "Declared on"),
    ("Name", "Title", "Details of interest", "Category of interest", "Date of declaration", "Actions to mitigate risk",
     "Published"),
    ("Member", "Practice", "Interests held (company, shareholding, value)", "Direct/Indirect", "Date from", "Date to"),
)  # fmt: skip
_ROW = ("Dr Una Fell", "GP Member", "Partner", "Larch Road Surgery", "Financial", "Direct", "1.4.2016", "current",
        "Declare at meetings", "1.4.2017", "")  # fmt: skip


def _csv(path: Path, heads: tuple[str, ...]) -> Path:
    with path.with_suffix(".csv").open("w", newline="", encoding="utf-8") as stream:
        csv.writer(stream).writerows((heads, _ROW[: len(heads)]))
    return path.with_suffix(".csv")


def _xlsx(path: Path, heads: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in (("Register of interests as at 1 April 2017",), heads, _ROW[: len(heads)]):
        book.active.append(row)
    book.save(path.with_suffix(".xlsx"))
    return path.with_suffix(".xlsx")


def _docx(path: Path, heads: tuple[str, ...]) -> Path:
    document = Document()
    document.add_paragraph("Register of interests")
    table = document.add_table(rows=2, cols=len(heads))
    for cells, texts in zip((table.rows[0].cells, table.rows[1].cells), (heads, _ROW), strict=True):
        for cell, text in zip(cells, texts, strict=False):
            cell.text = text
    document.save(str(path.with_suffix(".docx")))
    return path.with_suffix(".docx")


@pytest.mark.parametrize("build", [_csv, _xlsx, _docx])
@pytest.mark.parametrize("heads", _HEADINGS, ids=range(len(_HEADINGS)))
def test_a_register_of_interests_is_one(tmp_path: Path, build: object, heads: tuple[str, ...]) -> None:
    path = build(tmp_path / "register 2017-04", heads)  # type: ignore[operator]
    assert recognise(path).kind is DocumentKind.REGISTER
