"""Registers of procurement decisions, bidders' declarations and checklists, in the layouts bodies use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from coi_audit.errors import UserError
from coi_audit.readers.bidder_declarations import read_bidders
from coi_audit.readers.checklists import read_checklist
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.procurement_register import read_procurement
from coi_audit.readers.recognise import recognise

ANNEX_H = [
    "Ref No",
    "Contract/Service title",
    "Procurement description",
    "Existing contract or new procurement (if existing include details)",
    "Procurement type – CCG procurement, collaborative procurement with partners",
    "CCG clinical lead (Name)",
    "CCG contract manager (Name)",
    "Decision making process and name of decision making committee",
    "Summary of conflicts of interest noted",
    "Actions to mitigate conflicts of interest",
    "Justification for actions to mitigate conflicts of interest",
    "Contract awarded (supplier name & registered address)",
    "Contract value (£) (Total)",
    "Contract value (£) to CCG",
    "Comments to note",
]


def annex_h(path: Path, rows: list[list[object]]) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["NHS Harbour CCG"])
    sheet.append(["Register of procurement decisions and contracts awarded 2017/18"])
    sheet.append([])
    sheet.append(ANNEX_H)
    for row in rows:
        sheet.append(row)
    book.save(path)
    return path


def test_the_template_of_the_guidance(tmp_path: Path) -> None:
    path = annex_h(
        tmp_path / "register.xlsx",
        [
            [
                "P1",
                "Caretaking of Fern Lane Surgery",
                "APMS contract",
                "New",
                "CCG procurement",
                "Dr Nadia Holt",
                "Lucy Farr",
                "Primary Care Commissioning Committee, 5 September 2017",
                "Dr Holt, partner at Quay Street Surgery",
                "Left the room",
                "Partner of the winner",
                "Quay Street Surgery, 4 Quay Street, Harbour HB1 2AA",
                "£1,200,000.00",
                400000,
                "",
            ],
            ["P2", "Ultrasound", "", "", "", "", "N/A", "", "None", "", "", "TBC", "TBC", "", ""],
            ["", "Total", "", "", "", "", "", "", "", "", "", "", 1200000, "", ""],
        ],
    )
    assert recognise(path).kind is DocumentKind.PROCUREMENT
    read = read_procurement(path, tmp_path)
    first, second = read.records.procurements
    assert (first.reference, first.title, first.supplier) == (
        "P1",
        "Caretaking of Fern Lane Surgery",
        "Quay Street Surgery",
    )
    assert first.address == "4 Quay Street, Harbour HB1 2AA"
    assert (first.value_total, first.value_to_body) == (1_200_000, 400_000)
    assert first.decided_on == date(2017, 9, 5)
    assert (first.clinical_lead, first.contract_manager) == ("Dr Nadia Holt", "Lucy Farr")
    assert (first.evaluators, first.bidders, first.checklist) == (None, None, None)
    assert (second.contract_manager, second.decided_by, second.conflicts) == ("", "", "None")
    assert second.value_total is None and second.value_text == "TBC"
    assert first.source.row == 5 and first.source.file == "register.xlsx"
    assert read.rows_read == 2 and read.paper is not None and "conflicts" in read.paper.columns


def test_two_header_rows_and_a_plain_csv(tmp_path: Path) -> None:
    path = tmp_path / "contracts.csv"
    path.write_text(
        "Contracts of NHS Harbour CCG as at 31 March 2018,,,,,,,\n"
        "Contract title,Provider,Registered address,Contract start date,Contract end date,Award date,"
        "Contract value,Procurement route\n"
        'Wound care,Northern Community Trust,"1 High Rd",01/04/2017,31/03/2020,14/02/2017,"£90,000",Open tender\n'
        "Minor surgery,Quay Street Surgery,,April 2018,,31/02/2018,c. £40k,Direct award\n",
        encoding="utf-8",
    )
    assert recognise(path).kind is DocumentKind.PROCUREMENT
    read = read_procurement(path, tmp_path)
    first, second = read.records.procurements
    assert (first.begins_on, first.decided_on, first.process) == (date(2017, 4, 1), date(2017, 2, 14), "Open tender")
    assert (second.begins_on, second.decided_on, second.contract_until, second.address) == (
        date(2018, 4, 1),
        None,
        "",
        "",
    )
    assert second.value_total == 40_000
    assert [one.value for one in read.rejected] == ["31/02/2018"]
    assert read.paper is not None and read.paper.edition == date(2018, 3, 31)


def test_a_list_of_support_contracts_in_a_word_table(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Commissioning support contracts", 1)
    heads = [
        "Service",
        "Supplier",
        "Value",
        "Price per head",
        "Notice date",
        "Break date",
        "Who chose",
        "Who is conflicted",
        "How managed",
    ]
    table = document.add_table(rows=1, cols=len(heads))
    for cell, text in zip(table.rows[0].cells, heads, strict=True):
        cell.text = text
    cells = [
        "Contracting and HR",
        "Northern CSU",
        "£1.2m",
        "£4.10",
        "30/09/2017",
        "1 April 2018",
        "Governing Body",
        "None",
        "N/A",
    ]
    for cell, text in zip(table.add_row().cells, cells, strict=True):
        cell.text = text
    path = tmp_path / "csu contracts.docx"
    document.save(str(path))
    assert recognise(path).kind is DocumentKind.PROCUREMENT
    (one,) = read_procurement(path, tmp_path).records.procurements
    assert (one.supplier, one.price_per_head, one.notice, one.break_clause) == (
        "Northern CSU",
        "£4.10",
        "30/09/2017",
        "1 April 2018",
    )
    assert (one.decided_by, one.conflicts, one.mitigation, one.value_total) == (
        "Governing Body",
        "None",
        "N/A",
        1_200_000,
    )


def test_a_notice_of_one_award_as_a_form(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Intention to award notice", 1)
    pairs = [
        ("Title", "Community phlebotomy"),
        ("Description of the services", "Blood tests in the community"),
        ("Provider to whom the contract is awarded", "Quay Street Surgery"),
        ("Address of provider", "4 Quay Street"),
        ("Contract start date", "1 July 2024"),
        ("Contract end date", "30 June 2027"),
        ("Decision-makers", ""),
        ("Declared conflicts and potential conflicts of interest", "None declared"),
        ("Date of decision", "5 March 2024"),
    ]
    table = document.add_table(rows=0, cols=2)
    for label, value in pairs:
        row = table.add_row().cells
        row[0].text, row[1].text = label, value
    path = tmp_path / "notice.docx"
    document.save(str(path))
    assert recognise(path).kind is DocumentKind.PROCUREMENT
    (one,) = read_procurement(path, tmp_path).records.procurements
    assert (one.title, one.decided_on, one.conflicts) == ("Community phlebotomy", date(2024, 3, 5), "None declared")
    assert one.decision_makers == ""  # the label stands there and was left blank
    assert one.mitigation is None


def test_a_register_that_lists_nothing_is_a_paper(tmp_path: Path) -> None:
    path = annex_h(tmp_path / "procurement register.xlsx", [["Nil return"]])
    read = read_procurement(path, tmp_path)
    assert read.records.procurements == () and read.paper is not None


def test_a_paper_without_a_table_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "procurement.csv"
    path.write_text("hello,world\n1,2\n", encoding="utf-8")
    with pytest.raises(UserError, match="no table of procurement decisions"):
        read_procurement(path, tmp_path)


def test_a_bidders_form(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_heading("Declaration of conflict of interests for bidders/contractors", 1)
    document.add_paragraph("Procurement: Caretaking of Fern Lane Surgery")
    table = document.add_table(rows=0, cols=2)
    for label, value in [
        ("Name of Organisation:", "Quay Street Surgery"),
        ("Details of interests held:", ""),
        ("Type of Interest", "Details"),
        ("Provision of services or other work for the CCG or NHS England", "GMS contract"),
        (
            "Provision of services or other work for any other potential bidder in this project",
            "None",
        ),
        ("Signed:", "A Clerk"),
        ("On behalf of:", "Quay Street Surgery"),
        ("Date:", "3 July 2017"),
    ]:
        row = table.add_row().cells
        row[0].text, row[1].text = label, value
    path = tmp_path / "Annex I Quay Street.docx"
    document.save(str(path))
    assert recognise(path).kind is DocumentKind.BIDDERS
    (one,) = read_bidders(path, tmp_path).records.bidder_declarations
    assert (one.bidder, one.declared_on) == ("Quay Street Surgery", date(2017, 7, 3))
    assert one.procurement == "Caretaking of Fern Lane Surgery"
    assert "GMS contract" in one.interests and one.received is None


def test_a_list_of_bidders_declarations(tmp_path: Path) -> None:
    path = tmp_path / "bidders.csv"
    path.write_text(
        "Procurement,Bidder,Declaration received,Date received\n"
        "P1,Quay Street Surgery,Yes,03/07/2017\nP1,CareNow Ltd,No,\n",
        encoding="utf-8",
    )
    assert recognise(path).kind is DocumentKind.BIDDERS
    first, second = read_bidders(path, tmp_path).records.bidder_declarations
    assert (first.received, second.received, second.bidder, second.procurement) == (True, False, "CareNow Ltd", "P1")


QUESTIONS = [
    ("How does the proposal deliver good or improved outcomes and value for money?", "Shorter waits"),
    ("How have you involved the public in the decision to commission this service?", ""),
    ("Have all conflicts and potential conflicts of interests been appropriately declared?", "Yes"),
    ("Why have you chosen this procurement route?", "Single tender"),
    ("What steps have been taken to show that the services are capable of being provided by only one provider?", "TBC"),
    ("In what ways does the proposed service go above and beyond what GP practices should provide?", "N/A"),
]  # fmt: skip


@pytest.mark.parametrize("numbered", [True, False])
def test_a_checklist_in_a_word_table(tmp_path: Path, numbered: bool) -> None:
    document = docx.Document()
    document.add_heading("Procurement checklist", 1)
    table = document.add_table(rows=0, cols=3 if numbered else 2)
    rows = [("Service:", "Anticoagulation"), ("Question", "Comment/Evidence"), *QUESTIONS]
    for at, texts in enumerate(rows):
        cells = table.add_row().cells
        for cell, text in zip(cells, (str(at), *texts) if numbered else texts, strict=True):
            cell.text = text
    path = tmp_path / "procurement checklist - anticoag.docx"
    document.save(str(path))
    assert recognise(path).kind is DocumentKind.CHECKLIST
    (one,) = read_checklist(path, tmp_path).records.checklists
    assert one.service == "Anticoagulation"
    assert one.answer("public_involvement") == ""
    assert one.answer("evidence_no_other_capable_provider") == ""
    assert one.answer("above_and_beyond_core_gp_contract") == "N/A"
    assert one.answer("conflicts_declared_and_on_register") == "Yes"
    assert one.answer("fair_price_method") is None


def test_a_checklist_as_plain_paragraphs_and_as_a_sheet(tmp_path: Path) -> None:
    text = tmp_path / "annex g.txt"
    lines = ["Procurement template", "Service: Anticoagulation", ""]
    for question, answer in QUESTIONS:
        lines += [question, answer, ""]
    text.write_text("\n".join(lines), encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Service", "Anticoagulation"])
    for pair in QUESTIONS:
        sheet.append(list(pair))
    book.save(tmp_path / "checklist.xlsx")
    for path in (text, tmp_path / "checklist.xlsx"):
        assert recognise(path).kind is DocumentKind.CHECKLIST
        (one,) = read_checklist(path, tmp_path).records.checklists
        assert one.service == "Anticoagulation"
        assert one.answer("public_involvement") == ""
        assert one.answer("route_rationale") == "Single tender"


def test_other_papers_are_not_taken_for_these(tmp_path: Path) -> None:
    gifts = tmp_path / "register.csv"
    gifts.write_text(
        "Recipient,Position,Details,Value,Offered by,Approved by\nA Clerk,Clerk,Pen,£2,CareNow,B Chief\n",
        encoding="utf-8",
    )
    interests = tmp_path / "interests.csv"
    interests.write_text(
        "Name,Position,Organisation,Nature of interest,From,To,Action taken to mitigate risk\n"
        "A Clerk,Clerk,CareNow,Director,2016,,None\n",
        encoding="utf-8",
    )
    agenda = tmp_path / "agenda.csv"
    agenda.write_text(
        "Agenda\nItem,Title,Presenter,Action\n1,Apologies,Chair,Note\n2,Fern Lane award,Chair,Approve\n",
        encoding="utf-8",
    )
    assert recognise(gifts).kind is not DocumentKind.PROCUREMENT
    assert recognise(interests).kind is DocumentKind.REGISTER
    assert recognise(agenda).kind is DocumentKind.AGENDA


def test_one_column_for_conflicts_and_how_they_were_managed(tmp_path: Path) -> None:
    path = tmp_path / "register.csv"
    path.write_text(
        "Service,Procurement route,Who took the decision,Conflicts and how they were managed,Provider\n"
        "Spirometry,Waiver,PCCC,Dr Holt declared and left,Quay Street Surgery\nScans,Tender,PCCC,,Imaging\n",
        encoding="utf-8",
    )
    assert recognise(path).kind is DocumentKind.PROCUREMENT
    first, second = read_procurement(path, tmp_path).records.procurements
    assert first.conflicts == first.mitigation == "Dr Holt declared and left"
    assert second.conflicts == second.mitigation == ""


def test_a_list_in_a_text_file_with_bars(tmp_path: Path) -> None:
    path = tmp_path / "support.txt"
    path.write_text(
        "Commissioning support contracts\n\n"
        "Supplier | Service | Value (£) | Price per head of population | Notice date | Break date | Chosen by\n"
        "Northern CSU | HR and payroll | 500,000 | 2.10 | 30 Sep 2018 | 1 Apr 2019 | Chief Officer\n",
        encoding="utf-8",
    )
    assert recognise(path).kind is DocumentKind.PROCUREMENT
    (one,) = read_procurement(path, tmp_path).records.procurements
    assert (one.title, one.supplier, one.decided_by) == ("HR and payroll", "Northern CSU", "Chief Officer")


def test_two_header_rows_and_a_sheet_a_year(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "2017-18"
    first.append(["Register of procurement decisions"])
    first.append(
        [
            "Ref",
            "Title of contract",
            "Decision made by",
            "Conflicts of interest",
            "",
            "Awarded to",
            "Contract value",
            "",
        ]
    )
    first.append(["", "", "", "Summary", "Actions to mitigate", "", "Total", "To CCG"])
    first.merge_cells("D2:E2")
    first.merge_cells("G2:H2")
    first.append([1, "Dermatology", "Governing Body", "Dr Holt declared", "Left", "Skin Ltd", 120000, 60000])
    second = book.create_sheet("2018-19")
    second.append(["Ref", "Title of contract", "Decision made by", "Awarded to", "Date of award"])
    second.append([2, "Help desk", "Chief Officer", "Byte Ltd", "May 2018"])
    path = tmp_path / "contracts.xlsx"
    book.save(path)
    one, two = read_procurement(path, tmp_path).records.procurements
    assert (one.conflicts, one.mitigation, one.value_total, one.value_to_body) == (
        "Dr Holt declared",
        "Left",
        120000,
        60000,
    )
    assert (two.conflicts, two.decided_on, two.reference) == (None, date(2018, 5, 1), "2")
