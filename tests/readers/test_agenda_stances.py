"""An agenda in common with a column a body: which bodies take an item, and what each does with it. All is invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper

from coi_audit.model.meetings import Agenda
from coi_audit.readers.agendas.agenda import read_agenda

ALDER, BEX = "NHS Aldermoor CCG", "NHS Bexwood CCG"
HEADINGS = ("No.", "Item", "Lead", "Aldermoor CCG", "Bexwood CCG")


def agenda(folder: Path, *rows: tuple[str, ...], headings: tuple[str, ...] = HEADINGS) -> Agenda:
    paper = Paper().lines("Primary Care Commissioning Committees in Common", f"{ALDER} and {BEX}", "19 June 2019")
    paper.table(headings, *rows)
    read = read_agenda(paper.save(folder / "agenda.docx"), root=folder)
    assert read.agenda is not None
    return read.agenda


@pytest.mark.parametrize("nothing", ["-", "–", "", "N/A"])
def test_a_body_whose_cell_says_nothing_does_not_take_the_item(tmp_path: Path, nothing: str) -> None:
    items = agenda(
        tmp_path,
        ("1", "Welcome and apologies", "Chairs", "", ""),
        ("2", "Foxglove Surgery: boundary reduction", "TB", "Decision", nothing),
        ("3", "Larkspur Practice: boundary expansion", "KS", nothing, "Decision"),
        ("4", "Local enhanced service for phlebotomy", "TB", "For approval", "For approval"),
    ).items
    assert [one.bodies for one in items] == [(), (ALDER,), (BEX,), ()]
    assert [one.action for one in items] == [None, "Decision", "Decision", "For approval"]


def test_what_one_body_decides_another_may_only_note(tmp_path: Path) -> None:
    items = agenda(
        tmp_path,
        ("1", "Merger of Foxglove Surgery and Larkspur Practice", "TB", "Decision", "To note"),
        ("2", "Finance report", "KS", "To note", "To note"),
    ).items
    assert items[0].body_actions == ((ALDER, "Decision"), (BEX, "To note"))
    assert items[0].bodies == ()
    assert (items[0].action, items[1].action) == ("Decision / To note", "To note")


def test_columns_that_name_no_body_stay_what_they_were(tmp_path: Path) -> None:
    items = agenda(
        tmp_path,
        ("1", "Foxglove Surgery: boundary reduction", "TB", "Decision", "Enc 1"),
        ("2", "Finance report", "KS", "To note", "Enc 2"),
        headings=("No.", "Item", "Lead", "Wanted from members", "Aldermoor CCG"),
    ).items
    assert [(one.action, one.bodies, one.body_actions) for one in items] == [("Decision", (), ()), ("To note", (), ())]
