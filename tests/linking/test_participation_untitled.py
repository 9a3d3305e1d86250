"""Interests told by item where no heading says so: the section or the table is known by what it holds."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.minutes.paper import read_minutes

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readers"))
from docx_builder import Paper

Block = str | list[tuple[str, ...]]
ROOMS, SCREENING = ("4", "Mill House: new rooms"), ("5", "Screening scheme")
TABLE: list[tuple[str, ...]] = [
    ("Member", "Item", "Why", "Action"),
    ("Dr Rook", "4", "Partner", "Left"),
    ("Dr Vale", "5", "Clinic", "No vote"),
]


def done(
    folder: Path, second: str, block: Block, *, more: str = "", at_end: Block | None = None
) -> dict[tuple[str, str], tuple[str | None, bool | None]]:
    """What Dr Rook and Dr Vale did at both items; `block` and `more` stand in the second section."""
    paper = Paper()
    for line in ("NHS Hale CCG", "Primary Care Commissioning Committee", "Minutes of 5 June 2018", "Present"):
        paper.line(line, bold=True)
    paper.lines("Ms Ida Lowe (IL), Lay Member (Chair)", "Dr Ann Rook (AR), GP", "Dr Tom Vale (TV), GP")
    said: dict[str, list[Block]] = {
        "1 Welcome": ["All were welcomed."],
        second: [block, more],
        "3 Minutes": ["Agreed."],
    }
    said |= {" ".join(ROOMS): ["Approved."], " ".join(SCREENING): ["Approved.", *([at_end] if at_end else [])]}
    for title, blocks in said.items():
        paper.line(title, bold=True)
        for one in filter(None, blocks):
            paper.line(one) if isinstance(one, str) else paper.table(*one)
    minutes = read_minutes(paper.save(folder / "minutes.docx"), root=folder).minutes
    assert minutes is not None
    people = PeopleIndex(build_people([], minutes.attendance))
    found: dict[tuple[str, str], tuple[str | None, bool | None]] = {}
    for name in ("Dr Ann Rook", "Dr Tom Vale"):
        for number, title in (ROOMS, SCREENING):
            person = people.match(name).person
            assert person is not None
            item = AgendaItem(number=number, title=title, source=SourceRef(file="agenda.docx"))
            told = read_participation((minutes,), item, person, people=people)
            found[name[-4:], number] = (told.recorded_action.value if told.recorded_action else None, told.declared)
    return found


RIGHT = {
    ("Rook", "4"): ("leave", True),
    ("Rook", "5"): ("none", False),
    ("Vale", "4"): ("none", False),
    ("Vale", "5"): ("stay_no_vote", True),
}


@pytest.mark.parametrize("title", ["2 Probity", "2 Openness statement"])
@pytest.mark.parametrize("block", ["Dr Rook: item 4, partner; left. Dr Vale: item 5, clinic; no vote.", TABLE])
def test_a_section_of_another_title(title: str, block: Block, tmp_path: Path) -> None:
    assert done(tmp_path, title, block) == RIGHT


def test_a_table_behind_the_last_item_and_no_section_for_declarations(tmp_path: Path) -> None:
    assert done(tmp_path, "2 Chair's remarks", "The year had been hard.", at_end=TABLE) == RIGHT


@pytest.mark.parametrize("words", ["{}; item {}; {}; {}", "Item {1} / {0} / {2} / {3}", "- {} > item {} > {} > {}"])
def test_entries_strung_on_lines(words: str, tmp_path: Path) -> None:
    told = [words.format("Dr Rook", 4, "partner", "left the room"), words.format("Dr Vale", 5, "clinic", "no vote")]
    assert done(tmp_path, "2 Declarations of interest", told[0], more=told[1]) == RIGHT


@pytest.mark.parametrize(
    ("title", "words"),
    [
        (
            "2 Matters arising",
            "Dr Rook, a partner, left item 4 of the last minutes. Dr Vale would bring a note on item 5.",
        ),
        ("2 Timings", "Dr Rook would leave after item 4 and Dr Vale would join for item 5."),
        ("2 Attendance", "Dr Rook (partner) had to leave after item 4."),
    ],
)
def test_words_on_other_items_that_tell_of_no_interest(title: str, words: str, tmp_path: Path) -> None:
    told = done(tmp_path, title, words).values()
    assert [one for one in told if one[1]] == []
