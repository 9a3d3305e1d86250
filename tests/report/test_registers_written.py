"""What is written of a register: the same bytes each time, dates as dates, no formulas, a page that stands alone."""

from __future__ import annotations

import base64
import csv
import hashlib
import re
import zipfile
from datetime import date, datetime
from io import BytesIO, StringIO

import openpyxl
import pypdfium2
import pytest
from registers_made import interest, kept, registers

from coi_audit.model.outgoing import Circle, ListKind, Standing
from coi_audit.report.registers.interests import standing_words
from coi_audit.report.registers.printed import paper_html, table_html, table_pdf
from coi_audit.report.registers.sheets import table_csv, table_xlsx, unread_csv
from coi_audit.report.registers.tables import RegisterTable, tables_of


def table(kind: ListKind, circle: Circle = Circle.INTERNAL) -> RegisterTable:
    return next(one for one in tables_of(registers(circle)) if one.kind is kind)


INTERESTS, GIFTS, BOUGHT = (table(kind) for kind in ListKind)
PUBLIC = table(ListKind.INTERESTS, Circle.PUBLIC)


def rows_of(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(data.decode("utf-8-sig"))))


@pytest.mark.parametrize("one", [INTERESTS, GIFTS, BOUGHT], ids=lambda one: one.kind.value)
def test_two_runs_give_the_same_bytes(one: RegisterTable) -> None:
    assert table_xlsx(one) == table_xlsx(one)
    assert table_csv(one) == table_csv(one)
    assert table_html(one, tool_version="1") == table_html(one, tool_version="1")


def test_two_pdfs_are_the_same_and_repeat_their_head_row() -> None:
    many = registers(interests=tuple(kept(interest(organisation=f"Body {number}")) for number in range(36)))
    long = tables_of(many)[0]
    data = table_pdf(long, tool_version="1")
    assert data == table_pdf(long, tool_version="1")
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]
    assert len(pages) > 1
    assert all("Nature of interest" in page for page in pages[:2])
    width, height = pypdfium2.PdfDocument(data)[0].get_size()
    assert width > height


def test_a_csv_file_opens_in_excel_and_runs_nothing() -> None:
    data = table_csv(INTERESTS)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = rows_of(data)
    assert len(rows) == len(INTERESTS.rows) == 4
    risky = next(
        row for row in rows if "Cmd" in row["Declared interest (name of the organisation and nature of business)"]
    )
    assert risky["Declared interest (name of the organisation and nature of business)"] == "'=Cmd & Co"
    assert risky["Nature of interest"] == "'+44 <b>adviser</b>"
    assert rows_of(table_csv(BOUGHT))[0]["Contract value (£): total"] == "1150000.00"
    assert rows_of(unread_csv(GIFTS))[0]["What stands there"] == "'=1+1"


def test_a_workbook_has_dates_money_filters_and_no_formula() -> None:
    book = openpyxl.load_workbook(BytesIO(table_xlsx(INTERESTS)))
    sheet = book.worksheets[0]
    heads = {cell.value: int(cell.column or 0) for cell in sheet[3]}
    cells = [cell for row in sheet.iter_rows(min_row=4) for cell in row]
    assert {cell.data_type for cell in cells if cell.value is not None} <= {"s", "d", "n"}
    dates = {sheet.cell(row, heads["Date of interest: from"]).value for row in range(4, 8)}
    assert datetime(2012, 4, 1) in dates  # noqa: DTZ001 - a cell's day has no zone
    assert "September 2014" in dates
    assert sheet.auto_filter.ref == f"A3:{sheet.cell(7, len(heads)).coordinate}"
    assert sheet.freeze_panes == "B4"
    assert sheet.print_title_rows == "$3:$3"
    assert book.sheetnames == ["Interests", "About"]
    money = openpyxl.load_workbook(BytesIO(table_xlsx(BOUGHT))).worksheets[0]
    value = next(cell for cell in money[4] if cell.value == 1150000)
    assert "£" in value.number_format


def test_what_was_not_understood_is_the_last_sheet_of_the_internal_workbook() -> None:
    book = openpyxl.load_workbook(BytesIO(table_xlsx(GIFTS)))
    assert book.sheetnames[-1] == "Not understood"
    assert [cell.value for cell in book["Not understood"][2]][:3] == ["gifts.xlsx", "row 9", "=1+1"]
    told = [cell.value for row in book["About"].iter_rows() for cell in row]
    assert "One row is not here." in told


def test_no_zip_time_and_no_name_of_this_machine_in_a_workbook() -> None:
    archive = zipfile.ZipFile(BytesIO(table_xlsx(INTERESTS)))
    assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    core = archive.read("docProps/core.xml").decode()
    assert core.count("2018-01-15T00:00:00Z") == 2
    assert "openpyxl" not in core


def test_the_page_allows_nothing_but_its_own_style_and_script() -> None:
    page = table_html(INTERESTS, tool_version="1")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', page)
    assert policy is not None
    assert policy[1].startswith("default-src 'none'; ")
    assert "unsafe" not in policy[1]
    for tag in ("style", "script"):
        body = re.findall(rf"<{tag}>(.*?)</{tag}>", page, flags=re.DOTALL)
        assert len(body) == 1
        digest = base64.b64encode(hashlib.sha256(body[0].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy[1]
    assert " style=" not in page
    assert not re.search(r"https?://|\bsrc=|url\(|@import|\bfetch\(|XMLHttp", page)


def test_the_page_is_whole_without_its_script() -> None:
    page = table_html(INTERESTS, tool_version="1")
    assert page.count('<tr role="row" data-sorts-0=') == len(INTERESTS.rows)
    assert '<form id="find" role="search" aria-label="Find entries" hidden>' in page
    assert "&lt;b&gt;adviser" in page
    assert '<time datetime="2012-04-01">1 April 2012</time>' in page
    assert 'scope="row"' in page
    assert "<caption>Register of interests: 4 entries</caption>" in page
    assert '<html lang="en-GB">' in page


def test_the_filters_hold_every_type_and_committee() -> None:
    assert INTERESTS.choices(0) == ("Financial", "Indirect", "Nothing to declare")
    assert INTERESTS.choices(1) == ("Audit Committee", "Primary Care Commissioning Committee")
    page = table_html(INTERESTS, tool_version="1")
    options = re.search(r'id="filter-0">(.*?)</select>', page, flags=re.DOTALL)
    assert options is not None
    assert re.findall(r'value="(\d)">([^<]*)', options[1]) == [
        ("0", "Financial"), ("1", "Indirect"), ("2", "Nothing to declare"),
    ]  # fmt: skip
    indirect = re.search(r'data-sorts-0="([^"]*)"[^>]*>(?:(?!</tr>).)*adviser', page)
    assert indirect is not None
    assert indirect[1] == "0 1"


def test_the_public_register_has_the_columns_of_the_annex_alone() -> None:
    assert [one.heading for one in PUBLIC.columns] == [one.heading for one in INTERESTS.columns][: len(PUBLIC.columns)]
    assert len(PUBLIC.columns) == 11
    assert {one.heading for one in INTERESTS.columns[11:]} == {
        "Standing", "Declared on", "Register of", "Read from", "Place",
    }  # fmt: skip
    assert PUBLIC.file_name == "register-of-interests-public"
    for text in (table_html(PUBLIC, tool_version="1"), paper_html(PUBLIC, tool_version="1")):
        assert "register 2017-04.xlsx" not in text
        assert "Not understood" not in text


def test_rows_stand_by_surname() -> None:
    assert [row.cells[0] for row in INTERESTS.rows] == ["Margaret Hale", *["Dr Anil Rao"] * 3]


def test_an_organisation_that_stands_before_the_nature_is_not_said_twice() -> None:
    one = registers(interests=(kept(interest(nature="Elm Street Surgery - GP partner")),), nil_returns=())
    assert "Gp partner" not in str(tables_of(one)[0].rows)
    assert "GP partner" in tables_of(one)[0].rows[0].cells


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (kept(interest()), "Current"),
        (kept(interest(), Standing.ENDED, due=date(2018, 3, 30)), "on the published register until 30 March 2018"),
        (
            kept(interest(), Standing.RECORD_ONLY, due=date(2017, 9, 30)),
            "off the published register since 30 September",
        ),
        (kept(interest(), Standing.FOR_REMOVAL, due=date(2017, 9, 30)), "may be taken off the own record since 30"),
        (kept(interest(), gone_by=date(2017, 11, 1)), "On the register of 1 November 2017 it no longer stands; ask"),
    ],
)
def test_where_an_entry_belongs_is_said(entry: object, words: str) -> None:
    assert words in standing_words(entry)  # type: ignore[arg-type]


def test_a_register_that_lists_nothing_says_so() -> None:
    empty = tables_of(registers(gifts=()))[1]
    assert "The papers list no entry." in table_html(empty, tool_version="1")
    assert rows_of(table_csv(empty)) == []
    assert openpyxl.load_workbook(BytesIO(table_xlsx(empty))).worksheets[0]["A3"].value == "Name"
