"""From a register of gifts in a folder to findings: each rule not met, met and asked, with its place."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from coi_audit import app, paths
from coi_audit.model.audit import Audit, Finding
from coi_audit.model.words import RuleOutcome, Severity

BODY = """\
name: NHS Eastmere CCG
ods_code: 99Z
kind: ccg
co_commissioning: delegated
guardian: Ada Moor
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Ada Moor, role: lay, chair: true, voting: true, from: 2016-04-01}
      - {name: Rosa Quill, role: executive, title: Director of Primary Care, voting: true, from: 2016-04-01}
      - {name: Dr Tom Ash, role: gp, practice: Brook Lane Surgery, voting: false, from: 2016-04-01}
organisations:
  - {name: Brook Lane Surgery, kind: practice}
  - {name: Inkwell, kind: company}
"""
HEADINGS = ("Name", "Position", "Date of offer", "Declined or accepted?", "Details of gift / hospitality",
            "Estimated value", "Supplier / offeror", "Reason for accepting or declining", "Approved by",
            "Comments")  # fmt: skip
NAMES = ("day", "accepted", "details", "value", "giver", "reason", "approved", "comments")
AS_OF = date(2018, 3, 31)
MINUTES = """\
NHS Eastmere CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 2 August 2016

Present:
Ada Moor (Chair), Lay Member
Rosa Quill, Director of Primary Care
Dr Tom Ash, GP Member

Apologies: none

1. Welcome
The Chair welcomed members.

2. Declarations of interest
None.

3. Any other business
%s
"""


_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


def folder_with(
    tmp_path: Path,
    *rows: dict[str, object],
    body: str = BODY,
    headings: tuple[str, ...] = HEADINGS,
    said: str = "There was none.",
) -> Path:
    """A case folder with a register of gifts; each row is Rosa Quill's unless `name` says otherwise."""
    folder = tmp_path / "eastmere"
    folder.mkdir()
    (folder / "body.yaml").write_text(body, encoding="utf-8")
    meeting = folder / "meetings/2016-08-02-pccc"
    meeting.mkdir(parents=True)
    (meeting / "minutes.txt").write_text(MINUTES % said, encoding="utf-8")
    register = openpyxl.Workbook()
    register.active.append(("Name", "Interest", "Type of interest", "Date declared"))
    register.active.append(("Rosa Quill", "Nil return", "", "01/02/2017"))
    register.save(folder / "register of interests 2017-02.xlsx")
    if rows:
        gifts = openpyxl.Workbook()
        gifts.active.append(headings)
        for row in rows:
            cells = [row.get(name, "") for name in NAMES]
            gifts.active.append([row.get("name", "Rosa Quill"), "Director", *cells][: len(headings)])
        gifts.save(folder / "gifts 2018-03.xlsx")
    return folder


def gift(**told: object) -> dict[str, object]:
    """A row that raises nothing: a patient's flowers."""
    plain = {"day": "05/09/2017", "accepted": "Accepted", "details": "Flowers", "value": 15, "giver": "A patient",
             "reason": "Thank you", "approved": "", "comments": ""}  # fmt: skip
    return {**plain, **told}


def audited(folder: Path, as_of: date = AS_OF) -> Audit:
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=as_of)


def raised(audit: Audit, *, about: str = "") -> dict[str, RuleOutcome]:
    """The findings of this family, those on a matter that names `about`."""
    own = [one for one in audit.findings if one.rule_id.startswith("GFT") or one.rule_id == "EMP-03"]
    return {one.rule_id: one.outcome for one in own if one.rule_id != "GFT-09" and about in one.statement}


def finding(audit: Audit, rule: str) -> Finding:
    (found,) = [one for one in audit.findings if one.rule_id == rule]
    return found


NOT_MET, CANNOT_TELL = RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({}, {}),
        ({"giver": "Harbour Pharma Ltd", "details": "Hamper", "value": 40}, {"GFT-01": NOT_MET}),
        ({"giver": "Harbour Pharma Ltd", "details": "Hamper", "value": 40, "accepted": "Declined"}, {}),
        ({"giver": "Harbour Pharma Ltd", "details": "Branded mug", "value": 6}, {}),
        ({"giver": "Harbour Pharma Ltd", "details": "Branded mug", "value": 6.5}, {"GFT-01": NOT_MET}),
        ({"giver": "Harbour Pharma Ltd", "details": "Branded mug", "value": 8, "day": "05/05/2017"}, {}),
        ({"giver": "Inkwell", "details": "Desk clock", "value": 30}, {"GFT-01": NOT_MET}),
        ({"giver": "Mrs Bird", "details": "Chocolates", "value": 12}, {"GFT-01": CANNOT_TELL}),
        ({"giver": "Mrs Bird", "details": "Chocolates", "value": 60},
         {"GFT-01": CANNOT_TELL, "GFT-02": CANNOT_TELL}),
        ({"details": "Hamper", "value": 50}, {}),
        ({"details": "Hamper", "value": "£60"}, {"GFT-02": NOT_MET}),
        ({"details": "Hamper", "value": "£60", "reason": "Raffled for a local charity"}, {}),
        ({"details": "Hamper", "value": "£60", "reason": ""}, {"GFT-02": CANNOT_TELL}),
        ({"details": "Flowers", "value": 12, "day": "05/05/2017", "comments": "Declared late"}, {"GFT-03": NOT_MET}),
        ({"details": "Flowers", "value": 10, "day": "05/05/2017", "comments": "Declared late"}, {}),
        ({"details": "£20 book voucher", "value": 20}, {"GFT-05": NOT_MET}),
        ({"details": "£20 book voucher", "value": 20, "accepted": ""}, {"GFT-05": CANNOT_TELL}),
        ({"details": "Working lunch", "value": 25, "comments": "Late declaration"}, {"GFT-06": NOT_MET}),
        ({"details": "Working lunch", "value": "under £25", "comments": "Late declaration"}, {}),
        ({"details": "Dinner", "value": 75, "giver": "Harbour Pharma Ltd"}, {}),
        ({"details": "Dinner", "value": 80, "giver": "Harbour Pharma Ltd"}, {"GFT-07": NOT_MET}),
        ({"details": "Dinner", "value": 80, "approved": "Ada Moor"}, {}),
        ({"details": "Dinner", "value": 80, "approved": "Rosa Quill"}, {"GFT-07": NOT_MET}),
        ({"details": "Dinner", "value": 80, "approved": "Pat Lowe"}, {"GFT-07": CANNOT_TELL}),
        ({"details": "Dinner", "value": 30, "day": "05/05/2017"}, {"GFT-07": NOT_MET}),
        ({"details": "Hotel in Lisbon for a symposium", "value": 300}, {"GFT-08": NOT_MET}),
        ({"details": "Hotel in Lisbon", "value": 300, "comments": "Approved by the Chief Officer"}, {}),
        ({"details": "Train fare to the event", "value": 40}, {}),
        ({"details": "Sponsorship of a training day", "value": 500, "giver": ""}, {"EMP-03": NOT_MET}),
        ({"details": "Sponsorship of a training day", "value": 500, "giver": "Harbour Pharma Ltd"}, {}),
    ],
)  # fmt: skip
def test_a_row_raises_what_it_shows_and_nothing_else(
    tmp_path: Path, told: dict[str, object], expected: dict[str, RuleOutcome]
) -> None:
    assert raised(audited(folder_with(tmp_path, gift(**told)))) == expected


def test_a_finding_names_the_place_and_both_values(tmp_path: Path) -> None:
    audit = audited(folder_with(tmp_path, gift(), gift(giver="Harbour Pharma Ltd", details="Hamper", value="£40.00")))
    found = finding(audit, "GFT-01")
    assert found.evidence[0].place() == 'gifts 2018-03.xlsx, sheet "Sheet", row 3'
    assert "£40" in found.because[0] and "£6" in found.because[0]
    assert found.person == "Rosa Quill" and found.severity is Severity.HIGH
    assert 'Rosa Quill accepted "Hamper" (£40) from Harbour Pharma Ltd' in found.statement


def test_the_grace_of_2016_only_notes(tmp_path: Path) -> None:
    row = gift(details="Dinner", value=60, day="30/11/2016", giver="Harbour Pharma Ltd")
    assert finding(audited(folder_with(tmp_path, row)), "GFT-07").severity is Severity.INFO


def test_gifts_of_one_source_are_added_up_over_twelve_months(tmp_path: Path) -> None:
    late = gift(day="04/09/2018", details="Wine", value=20, giver="Mr Cole, patient", comments="Declared late")
    first = gift(day="05/09/2017", details="Wine", value=20, giver="Mr Cole, patient")
    second = gift(day="01/03/2018", details="Chocolates", value=11, giver="Mr Cole, patient")
    assert raised(audited(folder_with(tmp_path, first, second, late), date(2018, 12, 31))) == {"GFT-04": NOT_MET}


def test_gifts_of_one_source_more_than_twelve_months_apart_are_not(tmp_path: Path) -> None:
    late = gift(day="05/09/2018", details="Wine", value=20, giver="Mr Cole, patient", comments="Declared late")
    first = gift(day="05/09/2017", details="Wine", value=40, giver="Mr Cole, patient")
    assert raised(audited(folder_with(tmp_path, first, late), date(2018, 12, 31))) == {}


def test_a_register_without_a_column_for_approval_is_asked(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, gift(details="Dinner", value=80), headings=HEADINGS[:8])
    assert raised(audited(folder)) == {"GFT-07": CANNOT_TELL}


def test_a_gift_that_only_the_log_of_breaches_tells_of(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, gift())
    log = openpyxl.Workbook()
    log.active.append(("Ref", "Date of breach", "Nature of breach", "Outcome"))
    log.active.append(
        ("1", "10/05/2017", "Dr Tom Ash accepted a hamper worth £45 from a patient, which was not declared.", "")
    )
    log.save(folder / "breaches.xlsx")
    audit = audited(folder)
    assert raised(audit) == {"GFT-03": NOT_MET}
    assert finding(audit, "GFT-03").person == "Dr Tom Ash"


def test_a_row_the_log_calls_late_is_late(tmp_path: Path) -> None:
    folder = folder_with(tmp_path, gift(day="04/05/2017", details="Hamper", value=45))
    nature = "Rosa Quill received a hamper worth £45 which was not declared at the time."
    text = f"breaches:\n  - {{nature: '{nature}', found_on: 2017-06-10}}\n"
    (folder / "assurance.yaml").write_text(text, encoding="utf-8")
    assert raised(audited(folder)) == {"GFT-03": NOT_MET}


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        (
            "It was noted that Rosa Quill had accepted a hamper worth £45 from a patient, which was not declared.",
            {"GFT-03": NOT_MET},
        ),
        ("Members were reminded that a gift accepted from a patient must not go undeclared.", {}),
        ("Dr Ash had not declared an interest in the surgery that had given flowers.", {}),
    ],
)
def test_only_clear_words_of_the_minutes_tell_of_a_gift(
    tmp_path: Path, said: str, expected: dict[str, RuleOutcome]
) -> None:
    assert raised(audited(folder_with(tmp_path, gift(), said=said))) == expected


def test_without_a_register_every_rule_asks_once(tmp_path: Path) -> None:
    audit = audited(folder_with(tmp_path), date(2018, 3, 31))
    asked = [one for one in audit.findings if one.rule_id in {f"GFT-0{number}" for number in range(1, 9)} | {"EMP-03"}]
    assert {one.outcome for one in asked} == {CANNOT_TELL} and len(asked) == len({one.rule_id for one in asked}) == 9
    assert len({one.ask for one in asked}) == 1 and "register of gifts and hospitality" in str(asked[0].ask)


def test_a_nil_return_answers_for_the_register(tmp_path: Path) -> None:
    folder = folder_with(tmp_path)
    (folder / "gifts.csv").write_text(
        "Register of gifts and hospitality\nNo gifts were declared in 2017/18\n", encoding="utf-8"
    )
    assert raised(audited(folder)) == {}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("", CANNOT_TELL),
        ("publication:\n  gifts: {published: false}\n", NOT_MET),
        (
            "publication:\n  gifts: {published_on: 2017-10-01, address: www.example.org}\n",
            None,
        ),
    ],
)
def test_the_register_of_gifts_is_to_be_published(tmp_path: Path, told: str, expected: RuleOutcome | None) -> None:
    folder = folder_with(tmp_path, gift())
    if told:
        (folder / "assurance.yaml").write_text(told, encoding="utf-8")
    found = [one.outcome for one in audited(folder).findings if one.rule_id == "GFT-09"]
    assert found == ([expected] if expected else [])


def test_events_after_the_period_are_left_out(tmp_path: Path) -> None:
    row = gift(giver="Harbour Pharma Ltd", details="Hamper", value=40, day="01/04/2018")
    assert raised(audited(folder_with(tmp_path, row))) == {}
