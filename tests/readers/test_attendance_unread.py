"""Nobody on a list of those there is lost in silence: a line not known for a person's is read by its shape, or told."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper

from coi_audit.readers.attendance.file import read_attendance
from coi_audit.readers.attendance.labels import split_labels
from coi_audit.readers.attendance.names import is_name, split_name
from coi_audit.readers.attendance.people import split_people
from coi_audit.readers.attendance.unread import worth_telling
from coi_audit.readers.minutes.paper import MinutesRead, read_minutes

HEAD = "Primary Care Commissioning Committee\nMinutes of the meeting held on 19 June 2019\n\n"
NUMBERED = "\n1. Welcome\nThe Chair welcomed everyone.\n2. Finance report\nThe report was noted.\n"
CAPITALS = "\nWELCOME AND APOLOGIES\nThe Chair welcomed everyone.\n\nFINANCE REPORT\nThe report was noted.\n"


def minutes(folder: Path, people: str, body: str = NUMBERED) -> MinutesRead:
    path = folder / "minutes.txt"
    path.write_text(HEAD + people + body, encoding="utf-8")
    return read_minutes(path, root=folder)


def names(read: MinutesRead) -> list[str]:
    assert read.minutes is not None
    return [one.name for one in read.minutes.attendance]


def told(read: MinutesRead) -> list[str]:
    return [one.value for one in read.rejected]


@pytest.mark.parametrize(
    ("line", "name", "position"),
    [
        ("Judy Lane, Lay Member", "Judy Lane", "Lay Member"),
        ("Judy Lane - Chief Officer", "Judy Lane", "Chief Officer"),
        ("Judy Lane\tNorthfield CCG", "Judy Lane", "Northfield CCG"),
        ("Judy Lane (Healthwatch)", "Judy Lane", "Healthwatch"),
        ("Judy Lane Lay Member", "Judy Lane", "Lay Member"),
        ("Lay Member: Ann Street", "Ann Street", "Lay Member"),
        ("Ann Street (AS)", "Ann Street", None),
        ("Dr Tom Place", "Dr Tom Place", None),
        ("Mrs Road", "Mrs Road", None),
        ("Dr Jane Senior, GP", "Dr Jane Senior", "GP"),
        ("Dr Tom House GP Member", "Dr Tom House", "GP Member"),
        ("TOM LEE, Chief Officer", "TOM LEE", "Chief Officer"),
    ],
)
def test_a_surname_that_is_a_place_word_is_read_where_its_shape_is_a_persons(
    tmp_path: Path, line: str, name: str, position: str | None
) -> None:
    read = minutes(tmp_path, f"Present\nRuth Ames, Lay Member (Chair)\n{line}\n")
    assert read.minutes is not None
    assert [(one.name, one.position) for one in read.minutes.attendance[1:]] == [(name, position)]
    assert read.rejected == ()


@pytest.mark.parametrize(
    "line",
    [
        "Elm Street Surgery",
        "Elm Street Surgery, Practice Manager",
        "Elm Street, Practice Manager",
        "St Mary's Road, GP",
        "Lord Street, Northfield",
        "Church House",
        "Jubilee Street GP Practice",
    ],
)
def test_a_place_or_a_practice_is_nobody(line: str) -> None:
    assert split_name(line) is None


def test_names_without_posts_are_read_where_the_list_gives_none(tmp_path: Path) -> None:
    people = "Present\nRuth Ames\nJudy Lane\nTOM LEE\n\nApologies: Ann Street\n"
    for body in (NUMBERED, CAPITALS):
        read = minutes(tmp_path, people, body)
        assert names(read) == ["Ruth Ames", "Judy Lane", "TOM LEE", "Ann Street"]
        assert read.rejected == ()
        assert read.minutes is not None
        assert [one.title.casefold() for one in read.minutes.sections][-1] == "finance report"


def test_names_in_capitals_open_no_item_and_end_no_list(tmp_path: Path) -> None:
    read = minutes(tmp_path, "Present\nRuth Ames, Lay Member\nANN LEE\n???\nTom Birk, Nurse\n", CAPITALS)
    assert names(read) == ["Ruth Ames", "Tom Birk"]
    assert told(read) == ["ANN LEE", "???"]
    assert read.minutes is not None
    assert [one.title for one in read.minutes.sections if one.title] == ["WELCOME AND APOLOGIES", "FINANCE REPORT"]


@pytest.mark.parametrize(
    "line",
    [
        "Ann Lane",
        "ANN LEE",
        "???",
        "? (GP)",
        "Judy",
        "Birk, Nurse",
        "mary walsh, lay member",
        "Dr J*nes",
        "J*ne Smith?",
    ],
)
def test_an_odd_line_is_told(tmp_path: Path, line: str) -> None:
    read = minutes(tmp_path, f"Present\nRuth Ames, Lay Member\n{line}\n\nApologies: none\n")
    assert names(read) == ["Ruth Ames"]
    assert told(read) == [line]


@pytest.mark.parametrize(
    "line",
    [
        "(for item 6)",
        "(non-voting)",
        "GP Representative",
        "Head of Finance, Northfield CCG",
        "Community Nurse",
        "Practice Manager (Northfield locality)",
        "Vacant",
        "TBC",
        "To be confirmed",
        "-",
        "…",
        "Voting members",
        "Northfield locality:",
        "The meeting was quorate.",
        "Apologies had been received before the meeting from the following members of the committee and its officers",
    ],
)
def test_headings_notes_posts_and_blanks_are_not_told(tmp_path: Path, line: str) -> None:
    read = minutes(tmp_path, f"Present\nRuth Ames, Lay Member\n{line}\nTom Birk, Nurse\n")
    assert told(read) == []
    assert names(read) == ["Ruth Ames", "Tom Birk"]


def test_a_label_whose_words_name_nobody_is_told(tmp_path: Path) -> None:
    read = minutes(tmp_path, "Present: Ruth Ames (Chair), Tom Birk (Nurse)\nApologies: Elm Street\n")
    assert told(read) == ["Elm Street"]


def test_one_paragraph_of_many_people_keeps_them_apart() -> None:
    assert split_people("Ruth Ames, Judy Lane, Tom Birk and Dr Ode") == ["Ruth Ames", "Judy Lane", "Tom Birk", "Dr Ode"]
    posts = "Ruth Ames, Lay Member, Jill Lane, Nurse, Tom Birk, Chief Officer"
    assert split_people(posts) == ["Ruth Ames, Lay Member", "Jill Lane, Nurse", "Tom Birk, Chief Officer"]
    practice = "Dr Ode, Jubilee Street, GP, Tom Birk, Chief Officer"
    assert split_people(practice) == ["Dr Ode, Jubilee Street, GP", "Tom Birk, Chief Officer"]


def test_a_table_of_people(tmp_path: Path) -> None:
    paper = Paper().lines("Minutes of the meeting held on 19 June 2019", "Present")
    paper.table(
        ("Name", "Role"),
        ("Ruth Ames", "Lay Member"),
        ("Judy Lane", "Nurse"),
        ("Vacant", "GP Member"),
        ("???", "GP"),
    )
    paper.lines("1. Welcome", "The Chair welcomed everyone.")
    read = read_minutes(paper.save(tmp_path / "minutes.docx"), root=tmp_path)
    assert names(read) == ["Ruth Ames", "Judy Lane"]
    assert told(read) == ["??? | GP"]


def test_an_attendance_paper_of_plain_lists_tells_them_too(tmp_path: Path) -> None:
    path = tmp_path / "attendance.txt"
    path.write_text("Expected:\nRuth Ames, Lay Member\nElm Street, GP\n???\nApologies: Judy Lane\n", encoding="utf-8")
    read = read_attendance(path, root=tmp_path)
    assert [(one.name, one.expected) for one in read.expected] == [("Ruth Ames", True), ("Judy Lane", False)]
    assert [one.value for one in read.rejected] == ["Elm Street, GP", "???"]


def test_a_place_word_is_no_name_by_itself() -> None:
    assert not is_name("Ann Street")
    assert is_name("Ann Street", sure=True)
    assert not is_name("Market Street", sure=True)
    assert worth_telling("Ann Street")
    assert not worth_telling("Elm Street Surgery")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        (
            "Present: Jo Reed, Dr Mara Finch Apologies: Owen Stagg In Attendance: Mia Fowler (minutes)",
            ["Present: Jo Reed, Dr Mara Finch", "Apologies: Owen Stagg", "In Attendance: Mia Fowler (minutes)"],
        ),
        ("Members Present: Jo Reed, Owen Stagg", ["Members Present: Jo Reed, Owen Stagg"]),
        ("Present: Jo Reed, Chair of Members: North", ["Present: Jo Reed, Chair of Members: North"]),
        ("Present: Jo Reed. Apologies: none.", ["Present: Jo Reed.", "Apologies: none."]),
    ],
)
def test_lists_that_a_print_runs_together_are_parted_at_their_labels(text: str, pieces: list[str]) -> None:
    assert split_labels(text) == pieces
