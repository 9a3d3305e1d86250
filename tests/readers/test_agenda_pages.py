"""Agendas as portals, mail programs and workbooks set them out: numbers apart from titles, links, parts, letters."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agendas.agenda import read_agenda
from coi_audit.readers.agendas.files import file_named, without_file_note

HEAD = "<h1>NHS Ashdale CCG Primary Care Commissioning Committee</h1><p>Tuesday 6 March 2018</p>"


def page(tmp_path: Path, body: str) -> list[AgendaItem]:
    path = tmp_path / "agenda.html"
    path.write_text(f"<html><body>{HEAD}{body}</body></html>", encoding="utf-8")
    agenda = read_agenda(path).agenda
    assert agenda is not None
    return list(agenda.items)


def text(tmp_path: Path, *lines: str) -> list[AgendaItem]:
    path = tmp_path / "agenda.txt"
    path.write_text("\n".join(["NHS Ashdale CCG", "Primary Care Committee", "6 March 2018", *lines]), encoding="utf-8")
    agenda = read_agenda(path).agenda
    assert agenda is not None
    return list(agenda.items)


def test_numbers_on_lines_of_their_own_belong_to_the_titles_below(tmp_path: Path) -> None:
    row = "<div><div>{}.</div><div>{}</div></div>"
    titles = ("Apologies", "Declarations of interest", "Closure of the Elm branch")
    items = page(tmp_path, "".join(row.format(at, title) for at, title in enumerate(titles, start=1)))
    assert [(item.number, item.title) for item in items] == [(str(at), one) for at, one in enumerate(titles, start=1)]


def test_a_link_below_an_item_is_its_paper_and_no_item(tmp_path: Path) -> None:
    row = "<div>{0}.</div><div>{1}</div><div><a href='x'>Item {0} {2}.pdf</a> [1.1MB]</div>"
    found = [("Apologies", "list"), ("Rent of Elm Surgery", "rent"), ("Finance", "money")]
    items = page(tmp_path, "".join(row.format(at, *one) for at, one in enumerate(found, start=1)))
    assert [item.title for item in items] == [title for title, _ in found]
    assert items[1].paper == "Item 2 rent.pdf"


def test_a_number_alone_in_a_cell_that_the_program_counted(tmp_path: Path) -> None:
    cell = "<td><p><span style='mso-list:Ignore'>{}.<span>&nbsp;&nbsp;</span></span></p></td><td>{}</td><td>Note</td>"
    rows = "".join(f"<tr>{cell.format(at, one)}</tr>" for at, one in enumerate(("Apologies", "Finance"), start=1))
    items = page(tmp_path, f"<table><tr><td>No</td><td>Item</td><td>Purpose</td></tr>{rows}</table>")
    assert [item.number for item in items] == ["1", "2"]


def test_a_title_broken_within_its_cell_is_one_title(tmp_path: Path) -> None:
    rows = "<tr><td>1</td><td>Merger of Elm Surgery<br>and Park View</td></tr><tr><td>2</td><td>Finance</td></tr>"
    items = page(tmp_path, f"<table><tr><td>No</td><td>Item</td></tr>{rows}</table>")
    assert items[0].title == "Merger of Elm Surgery and Park View"


def test_what_is_asked_under_a_title_in_its_cell_is_no_title(tmp_path: Path) -> None:
    rows = "<tr><td>1</td><td>Finance<br>to note the report</td></tr><tr><td>2</td><td>Merger</td></tr>"
    items = page(tmp_path, f"<table><tr><td>No</td><td>Item</td></tr>{rows}</table>")
    assert items[0].title == "Finance"


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("Minutes of 6 March (PDF, 88KB)", "Minutes of 6 March"),
        ("Minutes of 6 March PDF 245 KB", "Minutes of 6 March"),
        ("Minutes of 6 March [pdf] 1.2MB (opens in new window)", "Minutes of 6 March"),
        ("Rent review 2018", "Rent review 2018"),
        ("Premises budget of 250 K patients", "Premises budget of 250 K patients"),
    ],
)
def test_the_size_of_a_file_is_no_part_of_a_title(words: str, title: str) -> None:
    assert without_file_note(words) == title


def test_a_line_that_is_only_a_file() -> None:
    assert file_named("Download rent review.docx") == "rent review.docx"
    assert file_named("PDF 300 KB") == ""
    assert file_named("The rent was reviewed.") is None


def test_of_three_parts_the_second_is_not_private_for_its_letter(tmp_path: Path) -> None:
    parts = ("Part A: Opening business", "1. Apologies", "Part B: Consent items", "2. Rent of Elm Surgery")
    assert not any(item.private for item in text(tmp_path, *parts, "Part C: Items for discussion", "3. Merger"))
    assert [item.private for item in text(tmp_path, *parts)] == [False, True]
    named = text(tmp_path, "Part A", "1. Apologies", "Part B: private", "2. Rent", "Part C: Other", "3. Merger")
    assert [item.private for item in named] == [False, True, True]


def test_paper_and_presenter_behind_dashes_with_a_time_after_them(tmp_path: Path) -> None:
    items = text(
        tmp_path,
        "1. Apologies (10.00)",
        "2. Rent of Elm Surgery – Enclosure 3 – Nell Corrie (10.20) [For approval]",
        "3. Finance – Verbal – Theo Lunt (10.40) [To note]",
    )
    told = [(item.title, item.paper, item.presenter, item.action) for item in items[1:]]
    assert told[0] == ("Rent of Elm Surgery", "Enclosure 3", "Nell Corrie", "For approval")
    assert told[1] == ("Finance", "Verbal", "Theo Lunt", "To note")


def workbook(tmp_path: Path, *rows: tuple[str, ...]) -> list[AgendaItem]:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.isdigit() else cell for cell in row])  # type: ignore[union-attr]
    path = tmp_path / "agenda.xlsx"
    book.save(path)
    agenda = read_agenda(path).agenda
    assert agenda is not None
    return list(agenda.items)


def test_a_lettered_row_heads_the_numbered_rows_below(tmp_path: Path) -> None:
    head = ("No", "Item", "Lead", "Purpose")
    rows = (("A", "STANDING", "", ""), ("1", "Apologies", "Chair", "Note"), ("B", "CONTRACTS", "", ""))
    items = workbook(tmp_path, head, *rows, ("2", "Merger", "Jo", "Approve"))
    assert [(item.number, item.section) for item in items] == [("1", "STANDING"), ("2", "CONTRACTS")]
    lettered = workbook(tmp_path, head, ("A", "Apologies", "", ""), ("B", "Merger", "Jo", "Approve"))
    assert [item.number for item in lettered] == ["A", "B"]


def test_references_right_of_the_titles_are_the_papers(tmp_path: Path) -> None:
    head, rows = ("Time", "Item", "Lead", "Ref"), (("09:30", "Apologies", "Chair", "Verbal"),)
    items = workbook(tmp_path, head, *rows, ("09:40", "Merger", "Jo", "PC/18/3"), ("09:50", "Rent", "Jo", "PC/18/4"))
    assert [(item.number, item.paper) for item in items[1:]] == [("", "PC/18/3"), ("", "PC/18/4")]


def test_letters_for_actions_in_the_heading_are_spelt_out_by_the_key(tmp_path: Path) -> None:
    rows = "<tr><td>1</td><td>Merger</td><td>A</td></tr><tr><td>2</td><td>Finance</td><td>I</td></tr>"
    table = f"<table><tr><td>No</td><td>Item</td><td>A / D / I</td></tr>{rows}</table>"
    items = page(tmp_path, f"{table}<p>A = for approval, D = for discussion, I = for information</p>")
    assert [item.action for item in items] == ["For approval", "For information"]
