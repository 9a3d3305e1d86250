"""Workbooks and CSV files of every kind give the same grid of cells; what is hidden is read and told."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from coi_audit.errors import UserError
from coi_audit.readers.guard import FileType, sniff
from coi_audit.readers.office import office_program
from coi_audit.readers.ole import Container, saved_on
from coi_audit.readers.panics import no_panic
from coi_audit.readers.spreadsheet import Spreadsheet, read_spreadsheet
from coi_audit.readers.worded import reading_notices

HERE = office_program()
with_office = pytest.mark.skipif(HERE is None, reason="LibreOffice is not installed on this machine")


def texts(read: Spreadsheet, at: int = 0) -> list[list[str]]:
    return [[("^" if cell.repeated else "") + cell.text for cell in row] for row in read.grids[at].rows]


def workbook(folder: Path, *, old_mac: bool = False) -> Path:
    book = openpyxl.Workbook()
    if old_mac:
        book.epoch = CALENDAR_MAC_1904
    sheet = book.active
    assert sheet is not None
    sheet.title = "GB"
    sheet.append(["Name", "Interest", "From", "Share", "Sum"])
    sheet.append(["Dr Ann Vale", "Partner", date(2017, 4, 1), 0.05, "=1+1"])
    sheet.append(["Bo Reed", "1.4.2017 as text", date(2018, 1, 2), 1234.5, "two\nlines"])
    sheet.merge_cells("A4:B5")
    sheet["A4"], sheet["C5"] = "Merged", "x"
    sheet.row_dimensions[3].hidden = True
    sheet.column_dimensions["D"].hidden = True
    hidden = book.create_sheet("Old")
    hidden.sheet_state = "hidden"
    hidden["A1"] = "Earlier"
    path = folder / ("mac.xlsx" if old_mac else "register.xlsx")
    book.save(path)
    return path


def turned(path: Path, kind: str) -> Path:
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [str(HERE), profile, "--headless", "--convert-to", kind, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=90)
    return path.with_suffix(f".{kind}")


EXPECTED = [
    ["Name", "Interest", "From", "Share", "Sum"],
    ["Dr Ann Vale", "Partner", "1 April 2017", "0.05", "2"],
    ["Bo Reed", "1.4.2017 as text", "2 January 2018", "1234.5", "two\nlines"],
    ["Merged", "^Merged", "", "", ""],
    ["^Merged", "^Merged", "x", "", ""],
]
NOTICE = 'sheet "GB": row 3 and column D are hidden there, and read with the rest.'


def test_hidden_rows_and_columns_are_read_and_told(tmp_path: Path) -> None:
    path = workbook(tmp_path)
    read = read_spreadsheet(path)
    assert texts(read)[2][3] == "1234.5"
    assert reading_notices(path) == read.notices == (NOTICE,)
    assert [grid.hidden for grid in read.grids] == [False, True]


def test_several_hidden_parts_are_told_in_ranges(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for number in range(1, 31):
        sheet.append([number] * 30)
    for row in (3, 4, 5, 9, 31, 32):  # the last two hold nothing
        sheet.row_dimensions[row].hidden = True
    sheet.column_dimensions.group("AA", "AC", hidden=True)
    book.save(tmp_path / "a.xlsx")
    (notice,) = read_spreadsheet(tmp_path / "a.xlsx").notices
    assert notice == 'sheet "Sheet": rows 3 to 5 and 9 and columns AA to AC are hidden there, and read with the rest.'
    sheet.column_dimensions.group("AA", "AC", hidden=False)
    for row in (4, 5, 9):
        sheet.row_dimensions[row].hidden = False
    book.save(tmp_path / "a.xlsx")
    (notice,) = read_spreadsheet(tmp_path / "a.xlsx").notices
    assert notice == 'sheet "Sheet": row 3 is hidden there, and read with the rest.'


@with_office
@pytest.mark.parametrize(("kind", "old_mac"), [("xls", False), ("ods", False), ("xls", True)])
def test_workbooks_of_other_kinds_read_as_excels_own(kind: str, old_mac: bool, tmp_path: Path) -> None:
    path = turned(workbook(tmp_path, old_mac=old_mac), kind)
    read = read_spreadsheet(path)
    assert sniff(path) is FileType(kind)
    assert texts(read) == EXPECTED
    assert texts(read, 1) == [["Earlier"]]
    assert [(grid.sheet, grid.hidden) for grid in read.grids] == [("GB", False), ("Old", True)]
    assert read.notices == (NOTICE,)
    assert read.saved is not None
    assert (read.grids[0].rows[1][4].formula or "").startswith("=1+1" if kind == "ods" else "=")
    assert read.grids[0].rows[2][4].formula is None


def test_dates_that_count_from_1904(tmp_path: Path) -> None:
    assert texts(read_spreadsheet(workbook(tmp_path, old_mac=True)))[1][2] == "1 April 2017"


SPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text", "style")
)


@pytest.fixture
def ods(tmp_path: Path) -> Iterator[object]:
    def make(table: str, *, styles: str = "", meta: str = "") -> Path:
        path = tmp_path / "a.ods"
        content = (
            f'<office:document-content {SPACES} xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:'
            f'xmlns:calcext:1.0"><office:automatic-styles>{styles}</office:automatic-styles><office:body>'
            f"<office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"
        )
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("content.xml", content)
            if meta:
                archive.writestr("meta.xml", meta)
        return path

    yield make


def cell(words: str, extra: str = "") -> str:
    return f'<table:table-cell office:value-type="string" {extra}><text:p>{words}</text:p></table:table-cell>'


def row(*cells: str, extra: str = "") -> str:
    return f"<table:table-row {extra}>{''.join(cells)}</table:table-row>"


def table(*rows: str, name: str = "GB", extra: str = "") -> str:
    return f'<table:table table:name="{name}" {extra}>{"".join(rows)}</table:table>'


def test_an_open_document_sheet_cell_by_cell(ods) -> None:  # type: ignore[no-untyped-def]
    gap = '<table:table-cell table:number-columns-repeated="2"/>'
    path = ods(
        table(
            row(cell("Name", 'table:number-columns-spanned="2"'), "<table:covered-table-cell/>", cell("From")),
            row(extra='table:number-rows-repeated="2"'),
            row(
                cell("A<text:s text:c='2'/>b<text:line-break/>c</text:p><text:p>d"),
                gap,
                '<table:table-cell office:value-type="date" office:date-value="2017-04-01"><text:p>Apr</text:p>'
                "<office:annotation><text:p>a remark</text:p></office:annotation></table:table-cell>",
                extra='table:visibility="filter"',
            ),
            row(
                '<table:table-cell office:value-type="boolean" office:boolean-value="true"><text:p>WAHR</text:p>'
                '</table:table-cell><table:table-cell office:value-type="percentage" office:value="0.05"/>'
                '<table:table-cell table:formula="of:=[.A1]/0" calcext:value-type="error"><text:p>#DIV/0!</text:p>'
                "</table:table-cell>"
            ),
            row(gap, extra='table:number-rows-repeated="1048570"'),
            extra='table:style-name="ta2"',
        ),
        styles='<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>',
        meta="<m><dc:date>2018-06-30T10:00:00</dc:date></m>",
    )
    read = read_spreadsheet(path)
    assert texts(read) == [
        ["Name", "^Name", "From", ""],
        ["", "", "", ""],
        ["", "", "", ""],
        ["A b\nc\nd", "", "", "1 April 2017"],
        ["Yes", "0.05", "#DIV/0!", ""],
    ]
    assert read.grids[0].rows[4][2].formula == "=[.A1]/0"
    assert (read.saved, read.grids[0].hidden) == (date(2018, 6, 30), True)
    assert read.notices == ('sheet "GB": row 4 is hidden there, and read with the rest.',)


@pytest.mark.parametrize(
    "rows",
    [
        row(cell("a", 'table:number-columns-repeated="999999999"')),
        row(cell("a"), extra='table:number-rows-repeated="999999999"'),
        row(cell("a", 'table:number-columns-repeated="16000"'), extra='table:number-rows-repeated="1000000"'),
        row('<table:table-cell table:number-columns-repeated="99999999"/>', cell("a")),
        row(extra='table:number-rows-repeated="999999999"') + row(cell("a")),
        row(cell("a"), extra='table:number-rows-repeated="900000"')
        + row('<table:table-cell table:number-columns-repeated="9000"/>', cell("a")),
        "".join(row(cell("a", 'table:number-columns-repeated="900000"')) for _ in range(9)),
    ],
)
def test_sheets_that_repeat_beyond_reason_are_told(ods, rows: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(UserError, match="too large to read"):
        read_spreadsheet(ods(table(rows)))


def test_a_damaged_open_document_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office:document")
    with pytest.raises(UserError, match="damaged or incomplete"):
        read_spreadsheet(path)


@pytest.mark.parametrize(
    ("name", "parts", "said"),
    [
        ("a.xlsb", ["xl/workbook.bin"], "a binary Excel workbook"),
        ("a.numbers", ["Index/Document.iwa", "Metadata/x.plist"], "an Apple Numbers or Pages document"),
        ("a.pptx", ["ppt/presentation.xml"], "a PowerPoint presentation"),
    ],
)
def test_formats_that_are_not_read_are_told(name: str, parts: list[str], said: str, tmp_path: Path) -> None:
    path = tmp_path / name
    with zipfile.ZipFile(path, "w") as archive:
        for part in parts:
            archive.writestr(part, "x")
    with pytest.raises(UserError, match=f"this file is {said}"):
        read_spreadsheet(path)


@pytest.mark.parametrize(
    "data",
    [
        b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\0" * 12 + b"\x2f\x00\x36\x00",
        b"\x09\x08\x10\x00\x00\x06\x05\x00" + b"\0" * 12 + b"\x86\x00\x00\x00\x2f\x00\x36\x00",
        b"\xec\xa5\xc1\x00" + b"\0" * 7 + b"\x01",
    ],
)
def test_old_files_with_a_password_are_told(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.xls"
    path.write_bytes((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").ljust(512, b"\0") + data.ljust(512, b"\0"))
    assert sniff(path) is FileType.PROTECTED
    plain = data.replace(b"\x2f\x00", b"\x31\x00").replace(b"\x01", b"\x00")
    path.write_bytes((b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1").ljust(512, b"\0") + plain.ljust(512, b"\0"))
    assert sniff(path) is FileType.OLE


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv_of_every_delimiter(delimiter: str, tmp_path: Path) -> None:
    lines = [
        ["Register of interests, as at 1 April 2017"],
        [],
        ["Name", "Interest", "From"],
        ["Vale, Ann", "Partner; trustee | chair", "1.4.2017"],
        ['"Bo" Reed', "One\nand two", ""],
    ]
    path = tmp_path / "a.csv"
    with path.open("w", encoding="utf-8", newline="") as stream:
        import csv

        csv.writer(stream, delimiter=delimiter).writerows(lines)
    assert texts(read_spreadsheet(path)) == [
        ["Register of interests, as at 1 April 2017", "", ""],
        ["", "", ""],
        ["Name", "Interest", "From"],
        ["Vale, Ann", "Partner; trustee | chair", "1.4.2017"],
        ['"Bo" Reed', "One\nand two", ""],
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sep=;\nName;Interest\nAnn, Bo;x", [["", ""], ["Name", "Interest"], ["Ann, Bo", "x"]]),
        ('"sep=|"\nName|Interest\nAnn|x', [["", ""], ["Name", "Interest"], ["Ann", "x"]]),
        ('Name,Ref\nAnn,="0123"\n"Bo","=""9 """', [["Name", "Ref"], ["Ann", "0123"], ["Bo", "9"]]),
        ("Name,Interest,,,\nAnn,x,,,\n", [["Name", "Interest"], ["Ann", "x"]]),
        ("Name,Interest\nAnn\nBo,x,y,\n", [["Name", "Interest", ""], ["Ann", "", ""], ["Bo", "x", "y"]]),
        ('Name,Interest\n"Hope House" staff,x\n', [["Name", "Interest"], ["Hope House staff", "x"]]),
        (
            'Name,Interest\n"Ann,x\nBo,y\nCy,"two\nlines"\nDee,5" pipe\n',
            [["Name", "Interest"], ["Ann", "x"], ["Bo", "y"], ["Cy", "two\nlines"], ["Dee", '5" pipe']],
        ),
        ('Name,Interest\nAnn,"x\nBo,y\n', [["Name", "Interest"], ["Ann", "x"], ["Bo", "y"]]),
        ("Na\0me,Interest\nA\0nn,x\n", [["Name", "Interest"], ["Ann", "x"]]),
        ("Name,Interest\r\rAnn,x\r", [["Name", "Interest"], ["", ""], ["Ann", "x"]]),
    ],
)
def test_csv_as_people_and_programs_write_it(text: str, expected: list[list[str]], tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(text.encode())
    assert texts(read_spreadsheet(path)) == expected


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "mac_roman"])
def test_csv_of_every_encoding(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes("Name\tInterest\r\nRenée O’Dowd\tPartner – £500\r\n".encode(encoding))
    assert texts(read_spreadsheet(path)) == [["Name", "Interest"], ["Renée O’Dowd", "Partner – £500"]]


def test_an_open_quotation_mark_does_not_swallow_a_register(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    rows = [f"Person {at},Interest {at}" for at in range(200)]
    rows[20] = '"Person 20,Interest 20'
    path.write_text("Name,Interest\n" + "\n".join(rows), encoding="utf-8")
    read = texts(read_spreadsheet(path))
    assert len(read) == 201
    assert read[21] == ["Person 20", "Interest 20"]


def test_a_panic_of_the_fast_reader_is_a_message(capfd: pytest.CaptureFixture[str]) -> None:
    panic = type("PanicException", (BaseException,), {})
    with pytest.raises(UserError, match=r"^a\.xls: this file is damaged"), no_panic("a.xls"):
        os.write(2, b"thread panicked")
        raise panic("range end index 64")
    with pytest.raises(KeyboardInterrupt), no_panic("a.xls"):
        raise KeyboardInterrupt
    os.write(2, b"heard again")
    assert capfd.readouterr().err == "heard again"


def test_a_broken_container_gives_nothing() -> None:
    for data in (b"", b"\xd0\xcf\x11\xe0", b"\xd0\xcf\x11\xe0" + b"\xff" * 2000, b"\0" * 3000):
        container = Container(data)
        assert container.stream("Workbook") == b""
        assert saved_on(container) is None


@pytest.mark.parametrize("place", ["ALM2", "XFD1", "F1048576"])
def test_a_stray_cell_far_out_is_told(place: str, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"], sheet[place] = "Name", "stray"
    book.save(tmp_path / "a.xlsx")
    with pytest.raises(UserError, match=r'sheet "Sheet": this sheet reaches to row [\d,]+ and column [\d,]+'):
        read_spreadsheet(tmp_path / "a.xlsx")


def test_a_line_of_a_csv_file_without_end_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("Name,Interest\n" + "x," * 2000 + "\n", encoding="utf-8")
    with pytest.raises(UserError, match="too large to read"):
        read_spreadsheet(path)
