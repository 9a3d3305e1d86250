"""Findings as tables: every finding once, nothing that a spreadsheet would work out, the same bytes on every run."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from audits import audit, finding, quiet

from coi_audit import app
from coi_audit.errors import UserError
from coi_audit.model.audit import Audit
from coi_audit.report.findings_table import findings_csv, findings_workbook


def sheets(one: Audit) -> Any:
    return openpyxl.load_workbook(io.BytesIO(findings_workbook(one)))


def rows(sheet: Any) -> list[dict[str, Any]]:
    heads = [cell.value for cell in sheet[1]]
    return [dict(zip(heads, row, strict=True)) for row in sheet.iter_rows(min_row=2, values_only=True)]


def text_rows(one: Audit) -> list[dict[str, str]]:
    text = findings_csv(one)
    assert text.startswith("\ufeff"), "Excel knows UTF-8 by this mark"
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_every_finding_has_one_row_the_heaviest_first() -> None:
    found = rows(sheets(audit())["Findings"])
    whole = audit()
    assert sorted(one["Number"] for one in found) == sorted(one.fingerprint for one in (*whole.findings, *whole.waived))
    assert [one["Answer"] for one in found[:3]] == ["Not met"] * 3
    assert [one["Severity"] for one in found[:3]] == ["Critical", "High", "Medium"]
    assert found[-1]["Ruling"].startswith("The chair ruled")


def test_a_row_holds_both_values_the_cell_the_source_and_room_to_fill_in() -> None:
    first = rows(sheets(audit())["Findings"])[0]
    assert (first["Required"], first["Recorded"]) == ("Leave for the item", "Noted; took part")
    assert first["Read at"] == 'register.xlsx, sheet "Register", row 14, "Nature"'
    assert first["Words read there"] == "Dr Mina Corrie | Fernhill Surgery | Partner"
    assert "Managing conflicts of interest at meetings" in first["Measured against"]
    assert first["Meeting"] == datetime(2017, 9, 5)  # noqa: DTZ001 - a day as a spreadsheet holds it
    assert first["Item"] == "5 Fernhill Surgery: rent review"
    assert [first[one] for one in ("Owner", "By", "Response")] == [None] * 3


def test_conflicts_stand_on_a_sheet_of_their_own() -> None:
    found = rows(sheets(audit())["Conflicts"])
    assert len(found) == 4
    assert found[0]["Person"] == "Dr Mina Corrie" and found[0]["Handling"] == "Less than required, no reason"
    assert found[-1]["Required"].endswith("hand over the chair")


def test_heads_stay_in_sight_and_can_be_filtered() -> None:
    for sheet in sheets(audit()):
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert sheet.print_title_rows == "$1:$1"


@pytest.mark.parametrize("sign", ["=1+1", "+44 1632", "-5", "@cmd", "=HYPERLINK(0)", "\t=1", "\r=1"])
def test_text_is_never_a_formula(sign: str) -> None:
    one = finding(1)
    bent = Audit(**{**_fields(audit()), "findings": (_with(one, statement=sign, recommendation=sign),), "waived": ()})
    cell = next(cell for cell in sheets(bent)["Findings"][2] if cell.value and str(cell.value).strip() == sign.strip())
    assert cell.data_type == "s"
    assert text_rows(bent)[0]["What was found"] == f"'{sign}"


def _fields(one: Any) -> dict[str, Any]:
    return {name: getattr(one, name) for name in one.__dataclass_fields__}


def _with(one: Any, **changes: Any) -> Any:
    return type(one)(**{**_fields(one), **changes})


def test_text_with_commas_holds_the_same() -> None:
    book = rows(sheets(audit())["Findings"])
    for one, other in zip(book, text_rows(audit()), strict=True):
        told = {name: value.date() if isinstance(value, datetime) else value for name, value in one.items()}
        assert {
            name: value.isoformat() if isinstance(value, date) else value or "" for name, value in told.items()
        } == (other)


def test_two_runs_give_the_same_bytes() -> None:
    assert findings_workbook(audit()) == findings_workbook(audit())
    assert findings_csv(audit()) == findings_csv(audit())


def test_an_audit_without_findings_still_has_its_heads() -> None:
    assert rows(sheets(quiet())["Findings"]) == []
    assert text_rows(quiet()) == []


def test_the_ending_tells_which_and_a_place_that_is_none_is_told_plainly(tmp_path: Path) -> None:
    app.write_findings(audit(), tmp_path / "new" / "a.xlsx")
    app.write_findings(audit(), tmp_path / "a.csv")
    assert (tmp_path / "new" / "a.xlsx").read_bytes()[:2] == b"PK"
    (tmp_path / "taken.csv").mkdir()
    with pytest.raises(UserError, match="the table of findings cannot be written"):
        app.write_findings(audit(), tmp_path / "taken.csv")
