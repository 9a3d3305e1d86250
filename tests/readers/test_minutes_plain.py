"""Minutes whose headings carry neither number nor style, tables run into one, and lists without the usual labels."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper, write_text

from coi_audit.model.meetings import Minutes
from coi_audit.readers.minutes.paper import read_minutes

PLAIN = """NHS Ferrow CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 4 May 2021
Present
Ada Lorne, Lay Member (Chair)
Dr Ben Weir, GP Member
Apologies
Cy Marsh, Chief Nurse
Welcome and Apologies
The Chair welcomed everybody.
Declarations of Interest
Dr Weir declared an interest in the merger.
Minutes of the Previous Meeting
Agreed.
Merger of Two Practices: Lark Street and Dell Road
Dr Weir left the meeting.
The Committee approved the merger.
Any Other Business
There was none.
"""


def read(path: Path, root: Path) -> Minutes:
    found = read_minutes(path, root=root).minutes
    assert found is not None
    return found


def titles(minutes: Minutes) -> list[str]:
    return [section.title for section in minutes.sections]


def test_plain_headings_open_sections_in_word_and_text(tmp_path: Path) -> None:
    expected = [
        "Welcome and Apologies",
        "Declarations of Interest",
        "Minutes of the Previous Meeting",
        "Merger of Two Practices: Lark Street and Dell Road",
        "Any Other Business",
    ]
    word = Paper().lines(*PLAIN.splitlines()).save(tmp_path / "word" / "minutes.docx")
    assert titles(read(word, tmp_path)) == expected
    parted = PLAIN.replace("\n", "\n\n")
    assert titles(read(write_text(tmp_path / "minutes.txt", parted), tmp_path)) == expected
    assert [person.name for person in read(word, tmp_path).attendance] == ["Ada Lorne", "Dr Ben Weir", "Cy Marsh"]


def test_paragraphs_in_numbered_minutes_never_become_headings(tmp_path: Path) -> None:
    text = PLAIN
    for number, title in enumerate(("Welcome and", "Declarations of", "Minutes of the P", "Merger of", "Any Other"), 1):
        text = text.replace(f"\n{title}", f"\n{number}. {title}")
    text = text.replace("Dr Weir left the meeting.", "Questions from the Public\nDr Weir left the meeting.")
    assert len(read(write_text(tmp_path / "minutes.txt", text), tmp_path).sections) == 5


def test_people_declarations_and_items_in_one_table_are_told_apart(tmp_path: Path) -> None:
    paper = Paper().lines("NHS Ferrow CCG", "Primary Care Commissioning Committee, 4 May 2021")
    paper.table(
        ("Present:", "Ada Lorne (AL), Lay Chair\nDr Ben Weir (BW), GP", ""),
        ("Apologies:", "Cy Marsh (CM), Chief Nurse", ""),
        ("No.", "Notes", "Lead"),
        ("PC/01", "Welcome\nAL welcomed all.", ""),
        ("PC/02", "Declarations of interest\nNone.", ""),
    )
    found = read(paper.save(tmp_path / "minutes.docx"), tmp_path)
    assert [person.initials for person in found.attendance] == ["AL", "BW", "CM"]
    assert [(section.number, section.title) for section in found.sections] == [
        ("PC/01", "Welcome"),
        ("PC/02", "Declarations of interest"),
    ]


def test_lists_under_their_bodies_need_no_label(tmp_path: Path) -> None:
    lines = (
        "Primary Care Commissioning Committees in Common",
        "NHS Ferrow CCG and NHS Tarn CCG, 4 May 2021",
        "Minutes",
        "NHS Ferrow CCG",
        "Ada Lorne, Lay Member (Chair)",
        "NHS Tarn CCG",
        "Dr Ben Weir, GP Member",
        "Apologies",
        "Cy Marsh, Chief Nurse",
        "1. Welcome",
        "The Chair welcomed all.",
    )
    found = read(Paper().lines(*lines).save(tmp_path / "minutes.docx"), tmp_path)
    told = [(person.name, person.status.value, person.body) for person in found.attendance]
    assert told[:2] == [
        ("Ada Lorne", "present", "NHS Ferrow CCG"),
        ("Dr Ben Weir", "present", "NHS Tarn CCG"),
    ]


def test_own_labels_initials_behind_and_deputies(tmp_path: Path) -> None:
    lines = (
        "NHS Ferrow CCG Primary Care Commissioning Committee, 4 May 2021, minutes",
        "On the call (voting): Ada Lorne (AL), Lay Chair; Olu Fenn (OF), Chief Officer",
        "In attendance:",
        "Dr Ben Weir, GP - BW",
        "Apologies:",
        "Cy Marsh, Chief Nurse - Di Holt deputising",
        "1. Welcome",
        "AL welcomed all.",
    )
    found = read(Paper().lines(*lines).save(tmp_path / "minutes.docx"), tmp_path)
    told = {person.name: person for person in found.attendance}
    assert (told["Olu Fenn"].initials, told["Dr Ben Weir"].initials) == ("OF", "BW")
    assert told["Di Holt"].deputising_for == "Cy Marsh"


@pytest.mark.parametrize(
    ("entry", "whom"),
    [
        ("Di Holt, Deputy Director (for Cy Marsh)", "Cy Marsh"),
        ("Di Holt (DH), Deputy Director, for Cy Marsh", "Cy Marsh"),
        ("Di Holt, Head of Contracts (for item 6)", None),
        ("Di Holt, Director (for Public Health)", None),
    ],
)
def test_who_came_for_somebody_deputises(tmp_path: Path, entry: str, whom: str | None) -> None:
    lines = (
        "NHS Ferrow CCG Primary Care Commissioning Committee, 4 May 2021, minutes",
        "Present:",
        "Ada Lorne, Lay Chair",
        "In attendance:",
        entry,
        "1. Welcome",
        "All were welcomed.",
    )
    found = read(Paper().lines(*lines).save(tmp_path / "minutes.docx"), tmp_path)
    assert {person.name: person.deputising_for for person in found.attendance} == {"Ada Lorne": None, "Di Holt": whom}


def test_the_day_of_approval_is_not_the_day_of_the_meeting(tmp_path: Path) -> None:
    text = PLAIN.replace(
        "Minutes of the meeting held on 4 May 2021", "Minutes: 4 May 2021\nApproved at the meeting on 6 July 2021"
    )
    found = read(write_text(tmp_path / "paper.txt", text), tmp_path)
    assert (str(found.on), found.status.value) == ("2021-05-04", "ratified")


def test_a_line_that_cannot_end_there_goes_on_whatever_comes_next(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(
        "NHS Ferrow CCG Primary Care Commissioning Committee, minutes, 4 May 2021\n\nPresent: Ada Lorne, Lay Chair\n\n"
        "2. Declarations of interest\n"
        "Dr Weir declared an interest in item 4 as a partner there, Dr Holt in\n"
        "item 5 as a partner, and Mr Marsh in item 6 because his sister works for\n"
        "the provider. Nobody else had anything to declare, and the register was\n"
        "up to date.\n\n3. Minutes\nAgreed.\n",
        encoding="utf-8",
    )
    told = read(path, tmp_path).sections[0].passages
    assert len(told) == 1
    assert "Dr Holt in item 5 as a partner" in told[0].text
