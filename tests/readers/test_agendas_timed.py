"""Agendas with a column of times, private parts told in a row, and titles too long for their line."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper, write_text

from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agendas.agenda import read_agenda

HEADER = ("Dunmere Primary Care Committee", "Monday 4 March 2019", "Agenda")


def items_of(path: Path, root: Path) -> tuple[AgendaItem, ...]:
    result = read_agenda(path, root=root)
    assert result.agenda is not None
    assert result.rejected == ()
    return result.agenda.items


def timed(path: Path, rows: list[list[str]]) -> Path:
    table = [["Time", "Item", "Lead", "Purpose", "Paper"], *rows]
    return Paper().lines(*HEADER).table(*map(tuple, table)).save(path / "agenda.docx")


@pytest.mark.parametrize("times", [("9.00", "9.05", "9.20", "10.10"), ("14:00", "14:05", "14:20", "15:10")])
def test_a_time_is_never_an_items_number(times: tuple[str, ...], tmp_path: Path) -> None:
    rows = [
        [times[0], "1. Welcome", "Chair", "", ""],
        [times[1], "2. Larch Hill Surgery: new boundary", "PQ", "Decision", "A"],
        ["", "3. Mileage scheme", "PQ", "Decision", "B"],
        [times[2], "4. Quality report", "TT", "Information", "C"],
        [times[3], "5. Any other business", "All", "", ""],
    ]
    items = items_of(timed(tmp_path, rows), tmp_path)
    assert [item.number for item in items] == ["1", "2", "3", "4", "5"]
    assert items[1].title == "Larch Hill Surgery: new boundary"


def test_items_of_a_timed_table_may_have_no_number(tmp_path: Path) -> None:
    rows = [
        ["1.00", "Welcome", "Chair", "", ""],
        ["1.05", "Larch Hill Surgery: new boundary", "PQ", "Decision", "A"],
        ["1.30", "Quality report", "TT", "Information", "B"],
    ]
    items = items_of(timed(tmp_path, rows), tmp_path)
    assert [(item.number, item.title) for item in items] == [
        ("", "Welcome"),
        ("", "Larch Hill Surgery: new boundary"),
        ("", "Quality report"),
    ]


def test_a_private_part_beside_a_time_is_a_heading(tmp_path: Path) -> None:
    rows = [
        ["10:00", "1. Welcome", "Chair", "", ""],
        ["10:05", "2. Mileage scheme", "PQ", "Decision", "A"],
        ["10:40", "Part B: the public are excluded from here on", "", "", ""],
        ["10:45", "3. Larch Hill Surgery: contract notice", "PQ", "Decision", "B"],
    ]
    items = items_of(timed(tmp_path, rows), tmp_path)
    assert [(item.number, item.private) for item in items] == [("1", False), ("2", False), ("3", True)]


def test_a_legend_of_letters_is_nobodys_purpose(tmp_path: Path) -> None:
    rows = [["9.00", "1. Welcome", "AB", "", ""], ["9.05", "2. Quality report", "CD", "I", "A"]]
    table = [["Time", "Item", "Lead", "Purpose", "Paper"], *rows, ["9.30", "3. Any other business", "All", "", ""]]
    paper = Paper().lines(*HEADER).table(*map(tuple, table)).line("Purpose: D = decision, I = information")
    assert [item.action for item in items_of(paper.save(tmp_path / "agenda.docx"), tmp_path)] == [
        None,
        "Information",
        None,
    ]


WRAPPED = """DUNMERE PRIMARY CARE COMMITTEE
Monday 4 March 2019
AGENDA

1.  Welcome                                                  Chair
2.  Larch Hill Surgery: change of boundary after the         Pat Quill     For decision    ENC A
    loss of its branch
3.  Extended hours pilot: appointment of Bramble Tree        Tom Tarn      For discussion ENC B
    Advice Ltd
4.  Mileage scheme                                           Pat Quill     For decision    ENC C
    Last year's scheme cost nine pence a head and is described in the paper.
5.  Quality report                                           Tom Tarn      For information ENC D
"""
BARE = """DUNMERE PRIMARY CARE COMMITTEE
Monday 4 March 2019
AGENDA

1. Welcome
2. Larch Hill Surgery: change of the practice boundary after
the loss of its branch in the market square - For decision
3. Quality report - For information
"""


def test_a_title_wrapped_beside_columns_is_one_title(tmp_path: Path) -> None:
    items = items_of(write_text(tmp_path / "agenda.txt", WRAPPED), tmp_path)
    assert [item.title for item in items] == [
        "Welcome",
        "Larch Hill Surgery: change of boundary after the loss of its branch",
        "Extended hours pilot: appointment of Bramble Tree Advice Ltd",
        "Mileage scheme",
        "Quality report",
    ]
    assert [item.action for item in items][1:] == ["For decision", "For discussion", "For decision", "For information"]
    assert [item.paper for item in items][1:] == ["ENC A", "ENC B", "ENC C", "ENC D"]
    assert items[3].text.startswith("Last year's scheme")


def test_a_title_wrapped_without_indent_is_one_title(tmp_path: Path) -> None:
    items = items_of(write_text(tmp_path / "agenda.txt", BARE), tmp_path)
    title = "Larch Hill Surgery: change of the practice boundary after the loss of its branch in the market square"
    assert (items[1].title, items[1].action) == (title, "For decision")
    assert [item.number for item in items] == ["1", "2", "3"]


def test_times_alone_make_a_table_an_agenda_and_a_break_is_no_item(tmp_path: Path) -> None:
    rows = (
        ("2.00pm", "Welcome", "PQ"),
        ("2.05pm", "Larch Hill Surgery: new boundary", "TT"),
        ("2.40pm", "Tea break", ""),
        ("2.50pm", "Mileage scheme", "TT"),
        ("3.10pm", "Close", ""),
    )
    path = Paper().lines(*HEADER).table(*rows).save(tmp_path / "agenda.docx")
    assert [item.title for item in items_of(path, tmp_path)] == [
        "Welcome",
        "Larch Hill Surgery: new boundary",
        "Mileage scheme",
    ]


@pytest.mark.parametrize("mark", [".", ":"])
def test_lines_that_begin_with_a_time_are_items(mark: str, tmp_path: Path) -> None:
    text = "\n".join(
        [
            *HEADER,
            "",
            "2#05  Welcome                               Chair",
            "2#10  Larch Hill Surgery: new boundary      Pat Quill   For decision",
            "2#40  Coffee break",
            "2#50  Part two: private session",
            "2#55  Mileage scheme                        Tom Tarn    For decision",
            "3#15  Close",
        ]
    )
    items = items_of(write_text(tmp_path / "agenda.txt", text.replace("#", mark)), tmp_path)
    assert [(item.number, item.title, item.action, item.private) for item in items] == [
        ("", "Welcome", None, False),
        ("", "Larch Hill Surgery: new boundary", "For decision", False),
        ("", "Mileage scheme", "For decision", True),
    ]


def test_numbers_that_look_like_times_stay_numbers(tmp_path: Path) -> None:
    lines = ["1.11  Welcome", "1.12  Larch Hill Surgery: new boundary", "1.13  Mileage scheme", "1.14  Reports"]
    text = "\n".join([*HEADER, "", *lines])
    items = items_of(write_text(tmp_path / "agenda.txt", text), tmp_path)
    assert [item.number for item in items] == ["1.11", "1.12", "1.13", "1.14"]
