"""Work elsewhere and parts in suppliers, from a register of interests in a folder to findings."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from coi_audit import app, paths
from coi_audit.model.words import RuleOutcome

BODY = """\
name: NHS Eastmere CCG
ods_code: 99Z
kind: ccg
co_commissioning: delegated
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Ada Moor, role: lay, chair: true, voting: true, from: 2016-04-01}
      - {name: Rosa Quill, role: executive, title: Director of Primary Care, voting: true, from: 2016-04-01}
      - {name: Dr Tom Ash, role: gp, practice: Brook Lane Surgery, voting: false, from: 2016-04-01}
      - {name: Enid Vale, role: lay, voting: true, from: 2017-06-01}
      - {name: Amos Cray, role: lay, voting: true, from: 2016-04-01, to: 2017-03-31}
"""
MINUTES = """\
NHS Eastmere CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 2 August 2016

Present:
Ada Moor (Chair), Lay Member
Rosa Quill, Director of Primary Care
Dr Tom Ash, GP Member

1. Welcome
The Chair welcomed members.
"""
HEADINGS = ("Name", "Position", "Name of organisation", "Nature of interest", "Type of interest", "From", "To",
            "Action taken to mitigate risk", "Date declared")  # fmt: skip
CONTRACTS = ("Ref No", "Contract/Service title", "Procurement description", "Decision making process",
             "Contract awarded (supplier name & registered address)", "Contract value (£) (Total)",
             "Contract value (£) to CCG", "Date of decision")  # fmt: skip
NOT_MET, CANNOT_TELL = RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL
_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


def outcome(
    folder: Path, rule: str, row: tuple[str, ...], *, contract: tuple[str, float] | None = None
) -> RuleOutcome | None:
    """What the rule says of one row of the register: name, position, organisation, nature, mitigation, until."""
    name, position, organisation, nature, mitigation, until = row
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    meeting = folder / "meetings/2016-08-02-pccc"
    meeting.mkdir(parents=True)
    (meeting / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    register = openpyxl.Workbook()
    register.active.append(HEADINGS)
    register.active.append(
        (name, position, organisation, nature, "Financial", "01/04/2016", until, mitigation, "05/04/2017")
    )
    register.save(folder / "register of interests 2017-05.xlsx")
    if contract:
        procured = openpyxl.Workbook()
        procured.active.append(CONTRACTS)
        supplier, value = contract
        procured.active.append(("1", "Out of hours", "Tender", "Panel", supplier, value, value, "01/02/2017"))
        procured.save(folder / "procurement register 2017.xlsx")
    audit = app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 3, 31))
    found = [one.outcome for one in audit.findings if one.rule_id == rule]
    assert len(found) <= 1
    return found[0] if found else None


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (("Rosa Quill", "Director", "Harbour Consulting Ltd", "Paid consultancy", "No permission sought", ""), NOT_MET),
        (
            (
                "Rosa Quill",
                "Director",
                "Harbour Consulting Ltd",
                "Paid consultancy",
                "Permission given by the Chair",
                "",
            ),
            None,
        ),
        (("Rosa Quill", "Director", "Harbour Consulting Ltd", "Paid consultancy", "Leaves the room", ""), CANNOT_TELL),
        (("Rosa Quill", "Director", "Harbour Consulting Ltd", "Paid consultancy", "Approval pending", ""), CANNOT_TELL),
        (("Rosa Quill", "Director", "Harbour Consulting Ltd", "Paid consultancy", "No permission", "01/05/2016"), None),
        (("Rosa Quill", "Director", "Hope House", "Unpaid volunteer", "No permission sought", ""), None),
        (("Rosa Quill", "Director", "NHS Eastmere CCG", "Employed as director", "", ""), None),
        (("Rosa Quill", "Director", "Hope Clinic", "Wife is employed there", "No permission sought", ""), None),
        (("Dr Tom Ash", "GP member", "Eastmere Hospital", "Sessional work", "No permission sought", ""), None),
        (("Nell Birch", "Commissioning manager", "Private clinic", "Private practice", "Not approved", ""), NOT_MET),
        (("Nell Birch", "", "Harbour Consulting Ltd", "Paid consultancy", "", ""), CANNOT_TELL),
    ],
)
def test_work_elsewhere_and_its_permission(tmp_path: Path, row: tuple[str, ...], expected: RuleOutcome | None) -> None:
    assert outcome(tmp_path, "EMP-01", row) is expected


@pytest.mark.parametrize(
    ("row", "contract", "expected"),
    [
        (("Rosa Quill", "", "Harbour Care Ltd", "Director", "", ""), ("Harbour Care Ltd", 2e6), NOT_MET),
        (
            ("Rosa Quill", "", "Harbour Care Ltd", "Director", "", ""),
            ("Harbour Care Limited, Quay Street", 2e6),
            NOT_MET,
        ),
        (("Rosa Quill", "", "Harbour Care Ltd", "Director", "", ""), ("Harbour Care Ltd", 5e5), CANNOT_TELL),
        (("Rosa Quill", "", "Harbour Care Ltd", "Director", "", ""), ("Harbour Care Ltd", 5e4), None),
        (("Rosa Quill", "", "Harbour Care Ltd", "Director", "", ""), ("Inkwell Ltd", 2e6), None),
        (("Rosa Quill", "", "Harbour Care Ltd", "Works there as a nurse", "", ""), ("Harbour Care Ltd", 2e6), None),
        (("Rosa Quill", "", "Harbour Care Ltd", "Shareholder", "", ""), ("Harbour Care Ltd", 2e6), CANNOT_TELL),
        (("Rosa Quill", "", "Midshire Commissioning Support Unit", "Managing director", "", ""), None, CANNOT_TELL),
        (("Nell Birch", "Manager", "Harbour Care Ltd", "Director", "", ""), ("Harbour Care Ltd", 2e6), None),
        (("Dr Tom Ash", "GP", "Brook Lane Surgery", "GP partner", "", ""), ("Brook Lane Surgery", 2e6), None),
    ],
)
def test_a_part_in_a_supplier(
    tmp_path: Path, row: tuple[str, ...], contract: tuple[str, float] | None, expected: RuleOutcome | None
) -> None:
    assert outcome(tmp_path, "EMP-02", row, contract=contract) is expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Enid Vale", NOT_MET, id="joined-after-the-newest-edition"),
        pytest.param("Amos Cray", None, id="left-before-the-newest-edition"),
    ],
)
def test_whose_part_in_a_supplier_counts(tmp_path: Path, name: str, expected: RuleOutcome | None) -> None:
    row = (name, "Lay Member", "Harbour Care Ltd", "Director", "", "")
    assert outcome(tmp_path, "EMP-02", row, contract=("Harbour Care Ltd", 2_000_000)) is expected
