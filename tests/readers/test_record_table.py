"""Tables and forms of records in the layouts people keep them in, read cell by cell; nothing is lost in silence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx_builder import Paper, write_text
from openpyxl import Workbook

from coi_audit.errors import UserError
from coi_audit.readers.records.forms import read_record_forms, read_records
from coi_audit.readers.records.headings import fields_of, kinds, read_heading
from coi_audit.readers.records.table import read_record_tables

ANNEX_D = ("Name", "Position", "Date of offer", "Declined or Accepted?", "Date of Receipt (if applicable)",
           "Details of Gift / Hospitality", "Estimated Value", "Supplier / Offeror Name and Nature of business",
           "Reason for Accepting or Declining")  # fmt: skip
PEN = (
    "Rosa Quill",
    "Buyer",
    date(2017, 7, 3),
    "Accepted",
    "",
    "Branded pen",
    4.5,
    "Inkwell Ltd (stationery)",
    "Courtesy",
)
LUNCH = (
    "Tom Ash",
    "Director",
    "12/08/2017",
    "Declined",
    "N/A",
    "Lunch at a\nconference",
    "£25-£30",
    "Harbour Pharma",
    "Too costly",
)


def workbook(
    path: Path, *sheets: tuple[str, list[tuple[object, ...]]], merged: dict[str, list[str]] | None = None
) -> Path:
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets:
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
        for span in (merged or {}).get(name, []):
            sheet.merge_cells(span)
    book.save(path)
    return path


def test_the_annex_d_columns_are_read_with_their_places(tmp_path: Path) -> None:
    title = ("NHS Eastmere CCG register of gifts and hospitality as at 1 October 2017",)
    path = workbook(tmp_path / "gifts.xlsx", ("2017-18", [title, (), ANNEX_D, PEN, (), LUNCH]))
    found = read_record_tables(path, tmp_path, "gifts")
    assert found.edition == date(2017, 10, 1)
    assert found.columns == ("recipient", "position", "offered_on", "received_on", "details", "value", "giver",
                             "accepted", "reason")  # fmt: skip
    pen, lunch = found.rows
    assert (pen.text("recipient"), pen.day("offered_on"), pen.money("value"), pen.flag("accepted")) == (
        "Rosa Quill", date(2017, 7, 3), 4.5, True,
    )  # fmt: skip
    assert (lunch.day("offered_on"), lunch.day("received_on"), lunch.money("value"), lunch.flag("accepted")) == (
        date(2017, 8, 12), None, 30.0, False,
    )  # fmt: skip
    assert lunch.cell("value").place() == 'gifts.xlsx, sheet "2017-18", row 6, "Estimated Value"'
    assert lunch.source.row == 6 and "Harbour Pharma" in lunch.source.text
    assert found.rejected == []


def test_two_header_rows_with_merged_cells_are_read_together(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [
        ("Name", "Date", None, "Gift", None, "Approval", None),
        (None, "Offered", "Received", "Description", "Value (£)", "By", "Date"),
        ("Rosa Quill", "3/7/17", "4/7/17", "Pen", 4, "Ada Moor", "5/7/17"),
    ]
    path = workbook(tmp_path / "gifts.xlsx", ("A", rows), merged={"A": ["B1:C1", "D1:E1", "F1:G1", "A1:A2"]})
    (row,) = read_record_tables(path, tmp_path, "gifts").rows
    days = [row.day(name) for name in ("offered_on", "received_on", "approved_on")]
    assert days == [date(2017, 7, 3), date(2017, 7, 4), date(2017, 7, 5)]
    assert (row.text("recipient"), row.text("details"), row.money("value")) == ("Rosa Quill", "Pen", 4.0)
    assert row.text("approved_by") == "Ada Moor"


def test_sheets_tables_sections_totals_and_notes_are_told_apart(tmp_path: Path) -> None:
    declined = [
        ("Offers declined",),
        ANNEX_D,
        LUNCH,
        ("Total", None, None, None, None, None, 30.0),
        ("* value is estimated",),
    ]
    path = workbook(
        tmp_path / "gifts 2017-18.xlsx",
        ("2016-17", [ANNEX_D, PEN]),
        ("2017-18", [ANNEX_D, PEN, (), *declined]),
        ("Key", [("A", "accepted")]),
    )
    found = read_record_tables(path, tmp_path, "gifts")
    assert [(table.source.sheet, len(table.rows)) for table in found] == [
        ("2016-17", 1),
        ("2017-18", 1),
        ("2017-18", 1),
    ]
    assert "Offers declined" in found.tables[2].title
    told = "\n".join(found.notices)
    assert "line of totals" in told and "value is estimated" in told and '"Key"' in told


def test_cells_that_cannot_be_read_are_rejected_once_and_named(tmp_path: Path) -> None:
    row = ("Rosa Quill", "Buyer", "31/02/2017", "perhaps", "", "Pen", "about right", "Inkwell Ltd", "")
    path = workbook(tmp_path / "gifts.xlsx", ("A", [ANNEX_D, row]))
    found = read_record_tables(path, tmp_path, "gifts")
    (read,) = found.rows
    for _ in range(2):
        assert (read.day("offered_on"), read.flag("accepted"), read.money("value")) == (None, None, None)
    assert [(one.place, one.value) for one in found.rejected] == [
        ('sheet "A", row 2, "Date of offer"', "31/02/2017"),
        ('sheet "A", row 2, "Declined or Accepted?"', "perhaps"),
        ('sheet "A", row 2, "Estimated Value"', "about right"),
    ]


def test_unknown_columns_are_named_and_kept(tmp_path: Path) -> None:
    path = workbook(tmp_path / "gifts.xlsx", ("A", [(*ANNEX_D, "Zodiac"), (*PEN, "Leo")]))
    found = read_record_tables(path, tmp_path, "gifts")
    assert '"Zodiac"' in " ".join(found.notices)
    assert [(cell.heading, cell.text) for cell in found.rows[0].others] == [("Zodiac", "Leo")]


def test_blanks_and_ditto_take_the_words_above_where_that_is_asked_for(tmp_path: Path) -> None:
    second = ("", "", "4/7/2017", "Accepted", "", "Mug", 5, "ditto", "")
    path = workbook(tmp_path / "gifts.xlsx", ("A", [ANNEX_D, PEN, second]))
    assert read_record_tables(path, tmp_path, "gifts").rows[1].text("recipient") == ""
    row = read_record_tables(path, tmp_path, "gifts", fill_down=("recipient", "position")).rows[1]
    assert (row.text("recipient"), row.text("giver")) == ("Rosa Quill", "Inkwell Ltd (stationery)")


@pytest.mark.parametrize("words", ["Nil return", "No gifts or hospitality were declared in 2017/18."])
def test_a_paper_without_entries_says_so(tmp_path: Path, words: str) -> None:
    path = workbook(tmp_path / "gifts.xlsx", ("A", [ANNEX_D, (words,)]))
    found = read_record_tables(path, tmp_path, "gifts")
    assert found.nil and found.rows == () and found.columns
    prose = Paper().heading("Register of gifts").line(words).save(tmp_path / "nil.docx")
    assert read_record_tables(prose, tmp_path, "gifts").nil


def test_a_row_that_is_somebodys_nil_return_is_told(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "gifts.xlsx", ("A", [ANNEX_D, ("Tom Ash", "Director", "N/A", "N/A", "", "Nil return"), PEN])
    )
    assert [row.nil for row in read_record_tables(path, tmp_path, "gifts").rows] == [True, False]


def test_csv_word_and_text_tables_are_read_alike(tmp_path: Path) -> None:
    texts = ("Rosa Quill", "Buyer", "3 July 2017", "Accepted", "-", "Branded pen", "£4.50", "Inkwell Ltd", "Courtesy")
    csv = write_text(
        tmp_path / "gifts.csv", "Gifts as at April 2017\n" + ";".join(ANNEX_D) + "\n" + ";".join(texts) + "\n"
    )
    word = Paper().line("Gifts register, updated 2 April 2017").table(ANNEX_D, texts).save(tmp_path / "gifts.docx")
    bars = write_text(
        tmp_path / "gifts.txt", "Gifts\n\n|" + "|".join(ANNEX_D) + "|\n|---|---|\n|" + "|".join(texts) + "|\n"
    )
    for path in (csv, word, bars):
        found = read_record_tables(path, tmp_path, "gifts")
        (row,) = found.rows
        assert row.day("offered_on") == date(2017, 7, 3) and row.money("value") == 4.5, path.name
        assert row.text("reason") == "Courtesy" and found.rejected == []
    assert read_record_tables(csv, tmp_path, "gifts").edition == date(2017, 4, 1)
    assert read_record_tables(word, tmp_path, "gifts").edition == date(2017, 4, 2)
    assert read_record_tables(word, tmp_path, "gifts").rows[0].source.table == 1
    assert read_record_tables(bars, tmp_path, "gifts").rows[0].source.line == 5


def test_a_paper_without_a_table_can_say_what_was_seen(tmp_path: Path) -> None:
    path = workbook(tmp_path / "odd.xlsx", ("A", [("Fruit", "Colour"), ("Pear", "Green")]))
    found = read_record_tables(path, tmp_path, "gifts")
    assert not found.tables
    error = found.no_table("gifts", '"Recipient" and "Estimated value"')
    assert isinstance(error, UserError) and "Fruit" in error.problem


def test_an_unread_sheet_of_many_rows_is_asked_about(tmp_path: Path) -> None:
    many: list[tuple[object, ...]] = [("Fruit", "Colour"), *[("Pear", "Green")] * 5]
    path = workbook(tmp_path / "gifts.xlsx", ("A", [ANNEX_D, PEN]), ("B", many))
    assert [one.place for one in read_record_tables(path, tmp_path, "gifts").rejected] == ['sheet "B"']


FORM = (
    ("Recipient Name", "Rosa Quill"),
    ("Position", "Buyer"),
    ("Date of Offer:", "3 July 2017"),
    ("Details of Gift / Hospitality", "Branded pen"),
    ("Estimated Value", "£4.50"),
    ("Details of Previous Offers or Acceptance by this Offeror/Supplier", "None"),
    ("Details of the officer reviewing and approving the declaration made and date", "Ada Moor, 5 July 2017"),
    ("Declined or Accepted?", "Accepted"),
    ("Favourite colour", "Blue"),
)


def test_a_form_is_one_record_whatever_it_is_written_in(tmp_path: Path) -> None:
    book = workbook(tmp_path / "form.xlsx", ("Form", [("Declaration of gifts and hospitality",), *FORM]))
    word = Paper().heading("Declaration of gifts and hospitality").table(*FORM).save(tmp_path / "form.docx")
    lines = Paper().lines(*(f"{label.rstrip(':')}: {value}" for label, value in FORM)).save(tmp_path / "lines.docx")
    text = write_text(tmp_path / "form.txt", "\n".join(f"{label.rstrip(':')}: {value}" for label, value in FORM))
    for path in (book, word, lines, text):
        (row,) = read_record_forms(path, tmp_path, "gifts").rows
        assert row.text("recipient") == "Rosa Quill", path.name
        assert (row.day("offered_on"), row.money("value"), row.flag("accepted")) == (date(2017, 7, 3), 4.5, True)
        assert row.text("approved_by") == "Ada Moor, 5 July 2017" and row.text("previous_offers") == "None"
        assert row.cell("value").column == "Estimated Value"
        assert [row.text("recipient") for row in read_records(path, tmp_path, "gifts").rows] == ["Rosa Quill"]


def test_a_form_with_an_empty_column_between_label_and_value(tmp_path: Path) -> None:
    rows = [(f"{label}:", None, value) for label, value in FORM]
    (row,) = read_record_forms(workbook(tmp_path / "form.xlsx", ("Form", rows)), tmp_path, "gifts").rows
    assert (row.text("recipient"), row.flag("accepted")) == ("Rosa Quill", True)


def test_a_form_with_two_labels_a_row(tmp_path: Path) -> None:
    plain = [part for pair in FORM[:8] for part in pair]
    rows = [tuple(plain[at : at + 4]) for at in range(0, len(plain), 4)]
    (row,) = read_record_forms(workbook(tmp_path / "form.xlsx", ("Form", rows)), tmp_path, "gifts").rows
    assert (row.text("recipient"), row.text("position"), row.flag("accepted")) == ("Rosa Quill", "Buyer", True)


def test_several_forms_in_one_paper_are_several_records(tmp_path: Path) -> None:
    second = [(label, "Tom Ash" if label == "Recipient Name" else value) for label, value in FORM]
    word = Paper().table(*FORM).line("Next form").table(*second).save(tmp_path / "forms.docx")
    assert [row.text("recipient") for row in read_record_forms(word, tmp_path, "gifts").rows] == [
        "Rosa Quill",
        "Tom Ash",
    ]
    book = workbook(tmp_path / "forms.xlsx", ("One", list(FORM)), ("Two", second))
    assert [row.source.sheet for row in read_record_forms(book, tmp_path, "gifts").rows] == ["One", "Two"]


@pytest.mark.parametrize(
    ("heading", "above", "field"),
    [
        ("Details of Previous Offers or\nAcceptance by this Offeror / Supplier", "", "previous_offers"),
        ("ESTIMATED VALUE (£) *", "", "value"),
        ("Name of the member of staff who received it", "", "recipient"),
        ("Value", "Details of gift", "value"),
        ("Offered", "Date", "offered_on"),
        ("Gift/Hospitality offered by (organisation)", "", "giver"),
        ("Organisation offering gift/hospitality", "", "giver"),
        ("From whom was the gift/hospitality received/offered", "", "giver"),
        ("Date gift/hospitality offered", "", "offered_on"),
        ("Name of manager who authorised acceptance", "", "approved_by"),
        ("Was the gift/hospitality accepted or declined", "", "accepted"),
        ("Gift / hospitality", "", "details"),
        ("Zodiac", "", None),
    ],
)
def test_headings_are_matched_loosely_and_the_longest_phrase_wins(heading: str, above: str, field: str | None) -> None:
    found = read_heading("gifts", heading, above=above)
    assert (found.field if found else None) == field


def test_every_kind_of_paper_has_fields_and_no_phrase_twice() -> None:
    assert all(fields_of(kind) for kind in kinds())
