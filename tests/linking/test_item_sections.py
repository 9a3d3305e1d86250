"""Which paragraphs of the minutes are an item's, where it stands in its parent's section or under a long heading."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from coi_audit.linking.items.sections import find_section
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.readers.minutes.paper import read_minutes

HEAD = (
    "Primary Care Commissioning Committee",
    "Minutes of the meeting held on 13 December 2016",
    "Present: Ann Venn (Chair), Tom Oak, Dr Asha Lowe",
    "1 Welcome",
    "The meeting was quorate.",
    "2 Declarations of interest",
    "None.",
)


def minutes(folder: Path, *lines: str) -> Minutes:
    paper = Document()
    for line in (*HEAD, *lines):
        paper.add_paragraph(line)
    paper.save(str(folder / "minutes.docx"))
    read = read_minutes(folder / "minutes.docx", root=folder).minutes
    assert read is not None
    return read


def item(number: str, title: str) -> AgendaItem:
    return AgendaItem(number=number, title=title, source=SourceRef(file="agenda.docx", paragraph=1))


def told(found: Minutes, number: str, title: str) -> list[str]:
    section = find_section(found, item(number, title))
    assert section is not None
    return [passage.text for passage in section.passages]


@pytest.mark.parametrize("marks", [("(a) ", "(b) "), ("a) ", "b) "), ("a. ", "b. ")])
def test_lettered_items_keep_their_own_paragraphs(tmp_path: Path, marks: tuple[str, str]) -> None:
    first, second = "Proposed merger of Larch Surgery and Fern Practice", "Rent review at Mossgill Medical Centre"
    read = minutes(
        tmp_path,
        "3 Practice matters",
        f"{marks[0]}{first}",
        "TO left the room.",
        f"{marks[1]}{second}",
        "AL left the room.",
        "4 Close",
        "Closed at 4pm.",
    )
    assert told(read, "3a", first)[1:] == ["TO left the room."]
    assert told(read, "3b", second)[1:] == ["AL left the room."]


def test_a_lettered_list_of_what_was_agreed_is_no_item(tmp_path: Path) -> None:
    read = minutes(
        tmp_path,
        "3 Rent review at Mossgill Medical Centre",
        "The Committee agreed to:",
        "(a) note the report",
        "(b) write to the practice",
    )
    section = find_section(read, item("3", "Rent review at Mossgill Medical Centre"))
    assert section is not None and len(section.passages) == 3
    assert find_section(read, item("3a", "Larch Surgery merger")) is None


def test_a_long_sub_heading_right_under_its_parent_opens_a_section(tmp_path: Path) -> None:
    title = "Larch Surgery: application to close the branch at Mill Street in the village"
    read = minutes(
        tmp_path,
        "3. CONTRACTUAL MATTERS",
        f"3.1 {title}",
        "TO left the room.",
        "3.2 The paper on rents had been circulated and members were asked for comments before the end of the week.",
        "4. Close",
        "Closed at 4pm.",
    )
    assert told(read, "3.1", title)[0] == "TO left the room."
    assert [one.number for one in read.sections] == ["1", "2", "3", "3.1", "4"]
    assert date(2016, 12, 13) == read.on
