"""Registers beside the register of interests as different bodies keep them: what their own words and columns mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from coi_audit.model.records import Records
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.files import RECORD_READERS

Rows = Sequence[Sequence[object]]


def _workbook(tmp_path: Path, name: str, rows: Rows, merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for one in merged:
        sheet.merge_cells(one)
    book.save(tmp_path / name)
    return tmp_path / name


def _word(tmp_path: Path, name: str, title: str, rows: Rows) -> Path:
    document = Document()
    document.add_heading(title, 1)
    table = document.add_table(rows=0, cols=max(len(row) for row in rows))
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=False):
            cell.text = str(text)
    document.save(str(tmp_path / name))
    return tmp_path / name


def _read(path: Path, kind: DocumentKind) -> Records:
    assert recognise(path).kind is kind
    return RECORD_READERS[kind](path, path.parent).records


_BOOK = ["Who was it offered to", "Date offered", "Taken or refused", "What was offered", "Worth", "Offered by"]


@pytest.mark.parametrize(
    ("said", "accepted"),
    [("Taken", True), ("Kept", True), ("Took it", True), ("Refused", False), ("Returned", False), ("Not taken", False),
     ("Given back", False)],
)  # fmt: skip
def test_taken_or_refused_is_answered_in_its_own_words(tmp_path: Path, said: str, accepted: bool) -> None:
    row = ["Tom Vale", "5 Apr 2018", said, "Box of biscuits", "£12", "Larch Medical Ltd"]
    found = _read(_word(tmp_path, "book.docx", "Hospitality book", [_BOOK, row]), DocumentKind.GIFTS)
    assert [one.accepted for one in found.gifts] == [accepted]


_LOG = ["Ref", "Contract / service", "Route to market", "Decision-making committee", "Summary noted",
        "Action to mitigate", "Contract awarded to (name & registered address)", "Contract start and end", "Total",
        "Date of decision"]  # fmt: skip
_OVER = ["", "", "", "", "Conflicts of interest", "", "", "", "Contract value", ""]


def _log(tmp_path: Path, conflict: str | None, action: str | None, term: str | None) -> Records:
    row = ["P1", "Foot care", "Open tender", "Governing Body", conflict, action,
           "Fen Feet Ltd, 2 Quay Road, Fenton FE1 1AA", term, "£20,000", "14/11/2017"]  # fmt: skip
    path = _workbook(tmp_path, "log.xlsx", [["PROCUREMENT LOG"], _OVER, _LOG, row], ["E2:F2"])
    return _read(path, DocumentKind.PROCUREMENT)


def test_conflicts_and_actions_under_one_wide_heading_stay_apart(tmp_path: Path) -> None:
    (one,) = _log(tmp_path, "Dr Reed owns shares", "Left the room", "01/04/2018 to 31/03/2020").procurements
    assert (one.conflicts, one.mitigation) == ("Dr Reed owns shares", "Left the room")
    (blank,) = _log(tmp_path, "Dr Reed owns shares", None, None).procurements
    assert (blank.conflicts, blank.mitigation) == ("Dr Reed owns shares", "")


def test_a_supplier_whose_heading_asks_for_its_address_is_parted_from_it(tmp_path: Path) -> None:
    (one,) = _log(tmp_path, "None", "N/A", None).procurements
    assert (one.supplier, one.address) == ("Fen Feet Ltd", "2 Quay Road, Fenton FE1 1AA")


@pytest.mark.parametrize(
    ("term", "first", "last"),
    [
        ("01/04/2018 to 31/03/2020", "01/04/2018", "31/03/2020"),
        ("1 April 2018 - 31 March 2020", "1 April 2018", "31 March 2020"),
        ("01/04/2018-31/03/2020", "01/04/2018", "31/03/2020"),
        (None, "", ""),
    ],
)
def test_one_column_for_start_and_end_gives_both(tmp_path: Path, term: str | None, first: str, last: str) -> None:
    (one,) = _log(tmp_path, "None", "N/A", term).procurements
    assert (one.contract_from, one.contract_until) == (first, last)


def test_two_days_under_a_heading_for_the_start_are_start_and_end(tmp_path: Path) -> None:
    heads = ["Ref", "Contract title", "Awarded to", "Start date", "Contract value", "Decision making committee"]
    row = ["P1", "Foot care", "Fen Feet Ltd", "01/04/2018 to 31/03/2020", "£20,000", "Governing Body"]
    path = _workbook(tmp_path, "contracts.xlsx", [heads, row])
    (one,) = _read(path, DocumentKind.PROCUREMENT).procurements
    assert (one.contract_from, one.contract_until) == ("01/04/2018", "31/03/2020")


def test_a_list_of_bidders_forms_is_no_list_of_contracts(tmp_path: Path) -> None:
    heads = ["Organisation bidding", "Procurement", "Form received?", "Date of declaration", "Interests declared"]
    rows = [
        ["Fen Feet Ltd", "P1 Foot care", "Yes", "01/10/2018", "None"],
        ["Moor Feet Ltd", "P1 Foot care", "No", "", ""],
    ]
    path = _workbook(tmp_path, "forms.xlsx", [["Bidders' declarations of interest received"], heads, *rows])
    found = _read(path, DocumentKind.BIDDERS).bidder_declarations
    assert [(one.bidder, one.received) for one in found] == [("Fen Feet Ltd", True), ("Moor Feet Ltd", False)]
    assert found[0].declared_on == date(2018, 10, 1)


def test_a_list_of_contracts_with_a_column_on_bidders_forms_stays_one(tmp_path: Path) -> None:
    heads = [
        "Contract title",
        "Supplier",
        "Bidders' declarations received",
        "Date received",
        "Contract value",
        "Decided by",
    ]
    row = ["Foot care", "Fen Feet Ltd", "Yes", "01/10/2018", "£20,000", "Governing Body"]
    path = _workbook(tmp_path, "list.xlsx", [heads, row])
    assert recognise(path).kind is DocumentKind.PROCUREMENT


_BREACHES = [
    "Ref",
    "Date of incident",
    "Nature of breach",
    "Investigated? (by whom, when)",
    "Outcome",
    "Lessons and actions",
]


@pytest.mark.parametrize(
    ("investigated", "outcome", "by", "confirmed"),
    [
        ("Yes - the guardian, within 2 days", "Upheld", "the guardian", True),
        ("Yes (head of governance)", "Breach confirmed", "head of governance", True),
        ("Yes, 12 March 2018", "Partly upheld", None, True),
        ("Yes, completed", "Not upheld", None, False),
        ("Yes, Ann Holt", "Not upheld", "Ann Holt", False),
        ("Yes", "No breach found", None, False),
        ("Yes", "Advice was given", None, None),
    ],
)
def test_who_looked_into_a_breach_and_whether_it_was_upheld(
    tmp_path: Path, investigated: str, outcome: str, by: str | None, confirmed: bool | None
) -> None:
    row = ["B1", "03/10/2017", "Interest declared late", investigated, outcome, "Reminder sent"]
    (one,) = _read(_word(tmp_path, "log.docx", "Log of breaches", [_BREACHES, row]), DocumentKind.BREACHES).breaches
    assert (one.investigated, one.investigated_by, one.confirmed) == (True, by, confirmed)


def test_a_column_of_mr_and_mrs_is_no_post(tmp_path: Path) -> None:
    heads = ["Title", "First name", "Surname", "Post held", "Pay band", "Decision-making staff?"]
    path = _word(
        tmp_path, "staff.docx", "Decision-making staff", [heads, ["Mrs", "Pia", "Holt", "Contracts Lead", "8d", "Yes"]]
    )
    (one,) = _read(path, DocumentKind.STAFF).staff
    assert (one.name, one.position) == ("Pia Holt", "Contracts Lead")


def test_a_line_of_compliance_is_nobody_who_was_trained(tmp_path: Path) -> None:
    rows = [["Name", "Module 1"], ["Pia Holt", "12/01/2018"], ["", ""], ["Compliance", "67%"], ["Overall", "88%"]]
    found = _read(_workbook(tmp_path, "coi training.xlsx", rows), DocumentKind.TRAINING)
    assert [one.name for one in found.training] == ["Pia Holt"]


@pytest.mark.parametrize(
    ("question", "key"),
    [
        ("Outcomes: how does it deliver better outcomes, value for money and our priorities?",
         "outcomes_value_cost_benefit_and_priorities"),
        ("Which health professionals helped design the service?", "health_professionals_in_design"),
        ("Which potential providers have been involved?", "providers_involved"),
        ("How was each conflict managed, and is that recorded?", "each_conflict_management_recorded"),
        ("Why was this procurement route chosen?", "route_rationale"),
        ("What external scrutiny will there be?", "external_scrutiny"),
        ("How is the integrity of the final decision preserved?", "final_decision_integrity"),
        ("For direct awards: what shows that no other provider is capable?", "evidence_no_other_capable_provider"),
        ("How does it go beyond the core GP contract?", "above_and_beyond_core_gp_contract"),
        ("What assurance is there on quality under the GP contract?", "gp_contract_quality_assurance"),
    ],
)  # fmt: skip
def test_questions_of_a_checklist_in_a_bodys_own_words(tmp_path: Path, question: str, key: str) -> None:
    rows = [["Annex G: procurement checklist", ""], ["Service", "Foot care"], [question, "See paper 4"]]
    (one,) = _read(_workbook(tmp_path, "annex.xlsx", rows), DocumentKind.CHECKLIST).checklists
    assert (one.service, one.answer(key)) == ("Foot care", "See paper 4")


def test_a_sub_groups_report_under_headings_and_a_place_left_blank(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Report of a working group", 1)
    parts = [("Report from", "Foot Care Working Group"), ("Title of paper", "Options"),
             ("Meeting details", "30 October 2018"), ("Executive summary", "Two options were looked at."),
             ("Recommendations", "That option 1 is considered."),
             ("Management of Conflicts of Interest", ""), ("Risk assessments", "None")]  # fmt: skip
    for heading, text in parts:
        document.add_heading(heading, 2)
        if text:
            document.add_paragraph(text)
    document.save(str(tmp_path / "summary.docx"))
    (one,) = _read(tmp_path / "summary.docx", DocumentKind.SUB_GROUP_REPORT).sub_group_reports
    assert (one.group, one.title, one.on) == ("Foot Care Working Group", "Options", date(2018, 10, 30))
    assert (one.conflicts, one.decided) == ("", False)


_GIFTS = ["Name", "Date of offer", "Declined or accepted?", "Details of gift", "Estimated value", "Supplier"]
_GIFT = ["Ann Hale", "12/04/2018", "Accepted", "Biscuits", "£12", "Fen Medical Ltd"]


def _problems(path: Path, kind: DocumentKind) -> list[str]:
    return [one.problem for one in RECORD_READERS[kind](path, path.parent).rejected]


@pytest.mark.parametrize("value", ["-£50", "£-50", "(50)", "£12.345.6", "£ 20 000", "#REF!"])
def test_a_sum_that_makes_no_sense_is_told_and_not_guessed(tmp_path: Path, value: str) -> None:
    path = _workbook(tmp_path, "gifts.xlsx", [_GIFTS, [*_GIFT[:4], value, _GIFT[5]]])
    assert [one.value for one in _read(path, DocumentKind.GIFTS).gifts] == [None]
    assert len(_problems(path, DocumentKind.GIFTS)) == 1


def test_a_cross_does_not_answer_accepted_or_declined(tmp_path: Path) -> None:
    path = _workbook(tmp_path, "gifts.xlsx", [_GIFTS, [*_GIFT[:2], "X", *_GIFT[3:]]])
    assert [one.accepted for one in _read(path, DocumentKind.GIFTS).gifts] == [None]
    assert any("mark" in one for one in _problems(path, DocumentKind.GIFTS))
    alone = [*_GIFTS[:2], "Accepted", *_GIFTS[3:]]
    ticked = _workbook(tmp_path, "ticked.xlsx", [alone, [*_GIFT[:2], "X", *_GIFT[3:]]])
    assert [one.accepted for one in _read(ticked, DocumentKind.GIFTS).gifts] == [True]


def test_headings_with_no_rows_make_no_gift(tmp_path: Path) -> None:
    path = _workbook(tmp_path, "gifts.xlsx", [_GIFTS])
    assert _read(path, DocumentKind.GIFTS).gifts == ()


def test_two_columns_under_one_heading_and_hidden_sheets_are_told_of(tmp_path: Path) -> None:
    book = Workbook()
    first = book.active
    assert first is not None
    first.append([*_GIFTS[:5], "Estimated value"])
    first.append([*_GIFT[:5], "£15"])
    second = book.create_sheet("Old")
    second.append(_GIFTS)
    second.append(_GIFT)
    second.sheet_state = "hidden"
    book.save(tmp_path / "gifts.xlsx")
    notices = RECORD_READERS[DocumentKind.GIFTS](tmp_path / "gifts.xlsx", tmp_path).notices
    assert any('2 columns stand under "Estimated value"' in one for one in notices)
    assert any('"Old": this sheet is hidden' in one for one in notices)
