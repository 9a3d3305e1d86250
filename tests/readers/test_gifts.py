"""Registers of gifts and hospitality in several house styles, and declarations of single offers."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx_builder import Paper, write_text
from openpyxl import Workbook

from coi_audit.errors import UserError
from coi_audit.model.gifts import Gift, GiftKind, GiverKind
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.gifts import NOBODY, read_gifts
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.rulebook.gift_words import gift_words

ANNEX_D = ("Name", "Position", "Date of offer", "Declined or Accepted?", "Date of Receipt (if applicable)",
           "Details of Gift / Hospitality", "Estimated Value", "Supplier / Offeror Name and Nature of business",
           "Reason for Accepting or Declining")  # fmt: skip


def sheet(path: Path, *rows: tuple[object, ...], title: str = "Sheet1") -> Path:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def read(path: Path) -> RecordsRead:
    assert recognise(path).kind is DocumentKind.GIFTS, recognise(path).why
    return read_gifts(path, path.parent)


def only(found: RecordsRead) -> Gift:
    (gift,) = found.records.gifts
    return gift


def test_annex_d_in_a_workbook(tmp_path: Path) -> None:
    path = sheet(
        tmp_path / "gifts and hospitality 2017-18.xlsx",
        ("NHS Eastmere CCG",),
        ("Register of gifts and hospitality as at 31 March 2018",),
        (),
        ANNEX_D,
        ("Rosa Quill", "Head of Primary Care", date(2017, 7, 3), "Accepted", date(2017, 7, 4), "Hamper", 60,
         "Patient", "Thank you"),
        ("Ash, Tom (Mr)", "Director", "12/08/2017", "Declined", "N/A", "Theatre tickets", "£80 - £90",
         "Harbour Pharma Ltd - pharmaceuticals", "Supplier"),
        ("Total", None, None, None, None, None, 150),
    )  # fmt: skip
    found = read(path)
    hamper, tickets = found.records.gifts
    assert (hamper.recipient, hamper.received_on, hamper.value, hamper.accepted) == (
        "Rosa Quill", date(2017, 7, 4), 60.0, True,
    )  # fmt: skip
    assert (hamper.kind, hamper.giver_kind) == (GiftKind.GIFT, GiverKind.OTHER)
    assert (tickets.recipient, tickets.accepted, tickets.value) == ("Mr Tom Ash", False, 90.0)
    assert (tickets.kind, tickets.giver_kind) == (GiftKind.HOSPITALITY, GiverKind.SUPPLIER)
    assert tickets.received_on is None and tickets.offered_on == date(2017, 8, 12)
    assert found.paper is not None and found.paper.edition == date(2018, 3, 31)
    assert set(found.paper.columns) == {"recipient", "position", "offered_on", "received_on", "details", "value",
                                        "giver", "accepted", "reason"}  # fmt: skip
    assert (found.rows_read, found.rejected) == (2, ())


def test_a_csv_of_another_house(tmp_path: Path) -> None:
    text = (
        "Gifts & Hospitality Register\n"
        "Staff member,Job title,Date,What was offered,Approx. value,From whom,Relationship to organisation,Outcome,"
        "Approved by,Comments\n"
        "Rosa Quill,Buyer,June 2017,Lunch,c. £30,KPMG,Auditors,Accepted,"
        "Ada Moor - Chief Finance Officer,Declared late\n"
        ",,14/06/2017,Pen,under £5,Inkwell,Stationery supplier,Accepted,No,\n"
    )
    found = read(write_text(tmp_path / "hospitality.csv", text))
    lunch, pen = found.records.gifts
    assert (lunch.offered_on, lunch.value, lunch.giver) == (date(2017, 6, 1), 30.0, "KPMG, Auditors")
    assert (lunch.approved_by, lunch.comments) == ("Ada Moor - Chief Finance Officer", "Declared late")
    assert lunch.kind is GiftKind.HOSPITALITY
    assert (pen.recipient, pen.value, pen.giver_kind, pen.approved_by) == ("Rosa Quill", 4.99, GiverKind.SUPPLIER, "No")
    assert found.paper is not None and "approved_by" in found.paper.columns


def test_accepted_and_declined_apart_in_a_word_paper(tmp_path: Path) -> None:
    headings = ("Recipient", "Date received", "Description of gift", "Estimated value", "Donor")
    paper = Paper().heading("Register of gifts and hospitality")
    paper.heading("Offers accepted", 2).table(headings, ("Rosa Quill", "3 July 2017", "Flowers", "£15", "A patient"))
    paper.heading("Offers declined", 2).table(headings, ("Tom Ash", "5 July 2017", "£20 voucher", "£20", "Inkwell Ltd"))
    flowers, voucher = read(paper.save(tmp_path / "gifts.docx")).records.gifts
    assert (flowers.accepted, voucher.accepted) == (True, False)
    assert voucher.kind is GiftKind.CASH


@pytest.mark.parametrize(
    ("accepted", "declined", "answer"),
    [
        ("x", "", True),
        ("", "x", False),
        ("", "Yes", False),
        ("Yes", "No", True),
        ("", "Declined", False),
        ("", "", None),
    ],
)
def test_two_columns_to_tick(tmp_path: Path, accepted: str, declined: str, answer: bool | None) -> None:
    row = ("Rosa Quill", "3 July 2017", "Flowers", "£15", "A patient", accepted, declined)
    headings = ("Name", "Date offered", "Details of gift", "Value", "Offered by", "Accepted", "Declined")
    assert only(read(sheet(tmp_path / "gifts.xlsx", headings, row))).accepted is answer


def test_a_declaration_form_is_one_gift(tmp_path: Path) -> None:
    rows = (
        ("Recipient Name", "Rosa Quill"),
        ("Position", "Buyer"),
        ("Date of Offer", "3 July 2017"),
        ("Date of Receipt (if applicable)", "N/A"),
        ("Details of Gift / Hospitality", "Dinner"),
        ("Estimated Value", "£85"),
        ("Supplier / Offeror Name and Nature of Business", "Harbour Pharma, drug company"),
        ("Details of Previous Offers or Acceptance by this Offeror/Supplier", "Two lunches in May"),
        (
            "Details of the officer reviewing and approving the declaration made and date",
            "Ada Moor, Director, 5/7/2017",
        ),
        ("Declined or Accepted?", "Accepted"),
        ("Reason for Accepting or Declining", "To meet the team"),
    )
    path = Paper().heading("Declaration of gifts and hospitality").table(*rows).save(tmp_path / "annex c.docx")
    dinner = only(read(path))
    assert (dinner.value, dinner.kind, dinner.accepted, dinner.giver_kind) == (
        85.0, GiftKind.HOSPITALITY, True, GiverKind.SUPPLIER,
    )  # fmt: skip
    assert dinner.approved_by == "Ada Moor, Director, 5/7/2017" and dinner.previous_offers == "Two lunches in May"


@pytest.mark.parametrize("words", ["Nil return", "No gifts or hospitality have been declared for 2017/18"])
def test_a_nil_return_is_a_paper_without_gifts(tmp_path: Path, words: str) -> None:
    for path in (
        sheet(tmp_path / "gifts.xlsx", ("Register of gifts and hospitality",), ANNEX_D, (words,)),
        Paper().heading("Register of gifts and hospitality").line(words).save(tmp_path / "gifts.docx"),
    ):
        found = read(path)
        assert found.paper is not None and found.records.gifts == () and found.rejected == ()


def test_nil_returns_of_people_are_no_gifts(tmp_path: Path) -> None:
    found = read(sheet(tmp_path / "gifts.xlsx", ANNEX_D, ("Tom Ash", "Director", "", "N/A", "", "Nil return")))
    assert found.records.gifts == () and "1 row says" in " ".join(found.notices)


def test_what_is_missing_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    found = read(
        sheet(
            tmp_path / "gifts.xlsx",
            ANNEX_D,
            ("", "", "3/7/2017", "Accepted", "", "Pen", "£2", "Inkwell Ltd", ""),
            ("Tom Ash", "Director", "3/7/2017", "", "", "", "", "", ""),
            ("Tom Ash", "Director", "33/7/2017", "Accepted", "", "Pen", "a few pounds", "Inkwell Ltd", ""),
        )
    )
    first, second = found.records.gifts
    assert first.recipient == NOBODY
    assert (second.offered_on, second.value, second.value_text) == (None, None, "a few pounds")
    assert [one.problem for one in found.rejected] == [
        "does not say to whom this was offered",
        "tells of no gift or hospitality",
        "is not a date",
        "is not a sum of money",
    ]


def test_a_paper_of_something_else_cannot_be_used(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no table of gifts"):
        read_gifts(sheet(tmp_path / "gifts.xlsx", ("Fruit", "Colour"), ("Pear", "Green")), tmp_path)


@pytest.mark.parametrize(
    ("details", "column", "kind"),
    [
        ("£20 gift voucher", "Gift", "cash"),
        ("Cash in a card", "", "cash"),
        ("Sponsorship of an education event", "", "sponsorship"),
        ("Lunch and overnight stay", "Hospitality", "travel"),
        ("Conference dinner", "", "hospitality"),
        ("Box of chocolates", "", "gift"),
        ("Chocolates donated by a patient", "", "gift"),
        ("Donation towards equipment", "", "donation"),
        ("It was nice", "Gift", "gift"),
        ("It was nice", "Gift / hospitality", "unknown"),
        ("Flight to a symposium", "", "travel"),
    ],
)
def test_what_was_offered_is_told_by_its_words(details: str, column: str, kind: str) -> None:
    assert gift_words().kind_of(details, column).value == kind


@pytest.mark.parametrize(
    ("giver", "kind"),
    [
        ("Harbour Pharma", "supplier"),
        ("Inkwell Ltd (stationery)", "supplier"),
        ("Elm Street Surgery", "supplier"),
        ("Patient of Elm Street Surgery", "other"),
        ("Family of a late patient", "other"),
        ("Local school, not a supplier", "other"),
        ("Eastmere Borough Council", "other"),
        ("Mrs Bird", "unknown"),
    ],
)
def test_who_offered_it_is_told_by_words(giver: str, kind: str) -> None:
    assert gift_words().giver_of(giver).value == kind


def test_a_paper_is_known_by_its_headings_whatever_its_name(tmp_path: Path) -> None:
    """Lists of names and roles that might be minutes or a register of interests, and headings over two rows."""
    first = ("Name", "Role", "Gift or hospitality", "Offered by", "Value", "Outcome", "Date")
    row = ("Rosa Quill", "GP Member", "Dinner at a conference", "Harbour Pharma", "£30", "Accepted", "June 2017")
    word = (
        Paper().heading("Gifts & Hospitality Register 2017/18").table(first, row).save(tmp_path / "register g&h.docx")
    )
    assert only(read(word)).offered_on == date(2017, 6, 1)
    over = ("Name", "Position", "Offer", None, None, "Decision", None)
    under = (None, None, "Date", "What", "Value", "Accepted / Declined", "Reason")
    sheet_of_two = sheet(
        tmp_path / "list.xlsx", over, under, ("Rosa Quill", "Buyer", "3/4/18", "Mug", "£4", "Accepted", "")
    )
    mug = only(read(sheet_of_two))
    assert (mug.offered_on, mug.value, mug.kind) == (date(2018, 4, 3), 4.0, GiftKind.GIFT)
    lines = """\
DECLARATION OF GIFTS AND HOSPITALITY

Recipient name: Rosa Quill
Date of offer: 3 April 2018
Details of gift/hospitality: Chocolates
Estimated value: £8
Declined or accepted? Declined
Supplier/offeror name and nature of business: Inkwell Ltd, stationery
"""
    form = only(read(write_text(tmp_path / "declaration rq.txt", lines)))
    assert (form.details, form.accepted, form.giver) == ("Chocolates", False, "Inkwell Ltd, stationery")


def test_headings_that_speak_of_the_gift_and_ask_for_something_else(tmp_path: Path) -> None:
    text = (
        "Name;Organisation offering gift/hospitality;Details of gift/hospitality;Value of gift/hospitality;"
        "Date gift/hospitality offered;Was it accepted or declined;Name of manager who authorised it\n"
        "Rosa Quill;Harbour Pharma;Dinner;£80;01/02/2018;Accepted;Ada Moor\n"
    )
    dinner = only(read(write_text(tmp_path / "offers.csv", text)))
    assert (dinner.giver, dinner.details, dinner.approved_by) == ("Harbour Pharma", "Dinner", "Ada Moor")


@pytest.mark.parametrize(
    "heads",
    [
        ("Name", "Position", "Declared interest", "Nature of interest", "From", "To"),
        ("Ref", "Contract title", "Supplier", "Value", "Accepted bid", "Date"),
        ("Name", "Role", "Organisation", "Time in attendance"),
    ],
)
def test_other_lists_are_not_taken_for_gifts(tmp_path: Path, heads: tuple[str, ...]) -> None:
    path = sheet(tmp_path / "list.xlsx", heads, tuple(f"word {at}" for at in range(len(heads))))
    assert recognise(path).kind is not DocumentKind.GIFTS
