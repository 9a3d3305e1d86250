"""Folders that are left aside by their name are told of, one line each, and change nothing else."""

from __future__ import annotations

from pathlib import Path

from docx_builder import write_text
from test_case_folder import case_in

from coi_audit.readers.case_folder import read_case


def test_each_hidden_folder_is_told_once_by_its_name(tmp_path: Path) -> None:
    plain = read_case(case_in(tmp_path))
    write_text(tmp_path / ".old" / "deeper" / "agenda.txt", "1. Welcome\n")
    write_text(tmp_path / "meetings" / "._kept" / "minutes.txt", "Minutes\n")
    case = read_case(tmp_path)
    assert [one.split(" was ")[0] for one in case.notices] == [".old", "meetings/._kept"]
    assert all("hidden folder, and nothing in it was read" in one for one in case.notices)
    assert (case.meetings, case.rejected, case.inputs) == (plain.meetings, plain.rejected, plain.inputs)


def test_folders_of_the_system_get_a_quiet_line(tmp_path: Path) -> None:
    case_in(tmp_path)
    write_text(tmp_path / ".git" / "config", "[core]\n")
    write_text(tmp_path / "__MACOSX" / "minutes.txt", "Minutes of nothing\n")
    case = read_case(tmp_path)
    assert case.notices == (
        ".git was left aside: it is a folder of the computer's own.",
        "__MACOSX was left aside: it is a folder of the computer's own.",
    )
    assert case.rejected == ()


def test_a_folder_that_is_not_hidden_is_read_and_not_told(tmp_path: Path) -> None:
    case_in(tmp_path)
    write_text(tmp_path / "papers" / "notes.md", "aside\n")
    case = read_case(tmp_path)
    assert [one.split(" was ")[0] for one in case.notices] == ["papers/notes.md"]
