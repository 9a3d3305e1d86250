"""Interests told in tables, blocks, votes and notes: the same two members at the same items, however it is laid out."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.participation.unplaced import unplaced_declarations
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Participation
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.model.words import Action, AttendanceStatus
from coi_audit.readers.minutes.paper import read_minutes
from coi_audit.rulebook.minutes_words import minutes_words

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "readers"))
from docx_builder import Paper

Block = str | list[tuple[str, ...]]
ROOMS, SCREENING, NEWS = ("4", "Mill House: new rooms"), ("5", "Screening scheme"), ("6", "News from the networks")


def minutes(
    tmp_path: Path, *declared: Block, at_rooms: tuple[Block, ...] = (), at_end: tuple[Block, ...] = (), rook: str = ""
) -> Minutes:
    """Minutes of a committee; `declared` stands under its declarations, the rest at the item and after the last."""
    paper = Paper()
    for line in ("NHS Hale CCG", "Primary Care Commissioning Committee", "Minutes of 5 June 2018"):
        paper.line(line, bold=True)
    paper.line("Present", bold=True)
    people = ("Ms Ida Lowe (IL), Lay Member (Chair)", f"Dr Ann Rook{rook} (AR), GP", "Dr Tom Vale (TV), GP")
    for line in people:
        paper.line(line)
    said: dict[str, tuple[Block, ...]] = {
        "1 Welcome": ("All were welcomed.",),
        "2 Declarations of interest": declared,
        "3 Minutes": ("Agreed.",),
        " ".join(ROOMS): (*at_rooms, "The plans were shown and approved."),
        " ".join(SCREENING): ("The price was shown and approved.",),
        " ".join(NEWS): ("Noted.", *at_end),
    }
    for title, blocks in said.items():
        paper.line(title, bold=True)
        for block in blocks:
            paper.line(block) if isinstance(block, str) else paper.table(*block)
    found = read_minutes(paper.save(tmp_path / "minutes.docx"), root=tmp_path).minutes
    assert found is not None
    return found


def people_of(paper: Minutes) -> PeopleIndex:
    return PeopleIndex(build_people([], paper.attendance))


def done(paper: Minutes, who: str, item: tuple[str, str]) -> tuple[Action | None, bool | None]:
    found = participation(paper, who, item)
    return found.recorded_action, found.declared


def participation(paper: Minutes, who: str, item: tuple[str, str]) -> Participation:
    people = people_of(paper)
    person = people.match(who).person
    assert person is not None
    told = AgendaItem(number=item[0], title=item[1], source=SourceRef(file="agenda.docx"))
    return read_participation((paper,), told, person, people=people)


BOTH: dict[str, tuple[Block, ...]] = {
    "people down, items across, a key below": (
        [("Name", "Item 4", "Item 5"), ("Dr Rook", "W", "V"), ("Dr Vale", "", "V")],
        "W = withdrew from the meeting for the item; V = did not vote; blank = nothing declared.",
    ),
    "items down, people across": (
        [("", "Dr Rook", "Dr Vale"), ("4", "Left the room", "-"), ("5", "Did not vote", "Did not vote")],
    ),
    "a column for each thing, the name not repeated, codes in a second table": (
        [
            ("Person", "Reason", "Relates to item", "Code"),
            ("AR", "Partner at Mill House", "4", "2"),
            ("", "Practice takes part", "5", "1"),
            ("TV", "Practice takes part", "5", "1"),
        ],
        "Codes",
        [("Code", "Meaning"), ("1", "Stayed and did not vote"), ("2", "Left the room for the item")],
    ),
    "the item once for several people": (
        [
            ("Matter", "Member", "Why", "What happened"),
            ("Mill House", "Dr Rook", "Partner", "Left the room for the item"),
            ("Screening scheme", "Dr Rook\nDr Vale", "Practices take part", "Stayed but did not vote"),
        ],
    ),
    "blocks of lines": tuple(
        line
        for who, item, act in (
            ("Dr Ann Rook", "4", "left the room for the item"),
            ("Dr Ann Rook", "5", "stayed but did not vote"),
            ("Dr Tom Vale", "5", "stayed but did not vote"),
        )
        for line in (
            f"Member: {who}",
            f"Agenda item: {item}",
            "Interest: partner in a practice",
            f"Action taken: {act}",
        )
    ),
    "blocks of a table": (
        [
            row
            for who, item, act in (
                ("Dr Ann Rook", "4", "Left the room for the item"),
                ("Dr Ann Rook", "5", "Stayed but did not vote"),
                ("Dr Tom Vale", "5", "Stayed but did not vote"),
            )
            for row in (("Declared by", who), ("Item", item), ("Nature", "Partner in a practice"), ("Outcome", act))
        ],
    ),
}


@pytest.mark.parametrize("layout", BOTH)
def test_an_interest_and_a_deed_are_found_wherever_they_stand(layout: str, tmp_path: Path) -> None:
    paper = minutes(tmp_path, *BOTH[layout])
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.LEAVE, True)
    assert done(paper, "Dr Tom Vale", ROOMS) == (Action.NONE, False)
    assert done(paper, "Dr Ann Rook", SCREENING) == (Action.STAY_NO_VOTE, True)
    assert done(paper, "Dr Tom Vale", SCREENING) == (Action.STAY_NO_VOTE, True)
    assert done(paper, "Dr Ann Rook", NEWS) == (Action.NONE, False)


def test_the_row_is_the_evidence(tmp_path: Path) -> None:
    paper = minutes(
        tmp_path, [("Name", "Item 4", "Item 5"), ("Dr Rook", "Left the room", ""), ("Dr Vale", "", "Noted")]
    )
    evidence = participation(paper, "Dr Ann Rook", ROOMS).evidence
    assert [(one.table, one.row) for one in evidence] == [(1, 2)]


def test_a_code_without_a_key_tells_no_deed(tmp_path: Path) -> None:
    paper = minutes(tmp_path, [("Name", "Item 4", "Item 5"), ("Dr Rook", "Q", ""), ("Dr Vale", "", "Q")])
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.NONE, True)


def test_initials_are_no_code_and_explain_none(tmp_path: Path) -> None:
    table: Block = [("AR", "partner at Mill House"), ("TV", "patient at Mill House")]
    paper = minutes(
        tmp_path, [("Name", "Item 4", "Item 5"), ("AR", "Left the room", ""), ("TV", "", "Noted")], "-", table
    )
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.LEAVE, True)


@pytest.mark.parametrize(
    "box",
    [
        [("Conflicts of interest", "Dr Rook: partner at Mill House"), ("Mitigation", "Left the room for the item")],
        [("Declared by", "Nature of interest", "How managed"), ("Dr Rook", "Partner", "Left the room for the item")],
    ],
)
def test_a_box_within_the_item_tells_of_that_item(box: Block, tmp_path: Path) -> None:
    paper = minutes(tmp_path, "See each item.", at_rooms=(box,))
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.LEAVE, True)
    assert done(paper, "Dr Ann Rook", SCREENING) == (Action.NONE, False)


def test_an_action_under_an_item_is_nobodys_deed(tmp_path: Path) -> None:
    paper = minutes(
        tmp_path, "None.", at_rooms=("Discussion: Dr Rook asked about parking.", "Action: left to officers.")
    )
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.NONE, False)


def test_a_record_of_votes_tells_of_its_items(tmp_path: Path) -> None:
    votes: Block = [
        ("Item", "For", "Against", "Abstained", "Withdrew"),
        ("4", "IL, TV", "None", "None", "AR"),
        ("5", "IL", "None", "AR, TV", "None"),
    ]
    paper = minutes(tmp_path, "Dr Rook: items 4 and 5. Dr Vale: item 5.", at_end=(votes,))
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.LEAVE, True)
    assert done(paper, "Dr Tom Vale", SCREENING) == (Action.STAY_NO_VOTE, True)


def test_a_note_at_the_foot_is_of_whoever_bears_its_mark(tmp_path: Path) -> None:
    paper = minutes(tmp_path, "† Left the room for item 4, having declared an interest in it.", rook="†")
    assert done(paper, "Dr Ann Rook", ROOMS) == (Action.LEAVE, True)
    assert done(paper, "Dr Tom Vale", ROOMS) == (Action.NONE, False)


class TestUnplaced:
    """Declarations of which nothing is known to be on any item are told; others are not."""

    def of(self, paper: Minutes) -> list[str]:
        items = [
            AgendaItem(number=number, title=title, source=SourceRef(file="agenda.docx"))
            for number, title in (ROOMS, SCREENING, NEWS)
        ]
        return [one.text for one in unplaced_declarations((paper,), items, people_of(paper), minutes_words())]

    def test_a_table_that_names_people_and_no_item(self, tmp_path: Path) -> None:
        paper = minutes(tmp_path, [("Dr Rook", "as shown", "§"), ("Dr Vale", "as shown", "§")])
        assert len(self.of(paper)) == 2

    def test_an_item_that_is_not_of_this_meeting(self, tmp_path: Path) -> None:
        assert self.of(minutes(tmp_path, "Dr Rook declared an interest in item 14.")) != []

    def test_one_that_is_placed_is_enough(self, tmp_path: Path) -> None:
        assert self.of(minutes(tmp_path, "Dr Rook declared an interest in item 4. Dr Vale: item 14.")) == []

    @pytest.mark.parametrize(
        "words",
        [
            "Paper C: Dr Rook, partner.",
            "Dr Rook went out for the third paper.",
            "Dr Rook: left the room.",
            "Dr Rook ④",
        ],
    )
    def test_other_ways_to_point_to_the_business_of_the_day(self, words: str, tmp_path: Path) -> None:
        assert self.of(minutes(tmp_path, words)) != []

    def test_rows_of_people_whom_nobody_knows(self, tmp_path: Path) -> None:
        rows = [("Name", "Item", "Interest", "Action"), ("Zed", "4", "Partner", "Left")]
        assert self.of(minutes(tmp_path, rows)) == ["Zed | 4 | Partner | Left"]

    @pytest.mark.parametrize(
        "words", ["None.", "Ms Lowe asked for interests in items 1 to 6.", "Dr Rook is a governor."]
    )
    def test_nothing_to_place(self, words: str, tmp_path: Path) -> None:
        assert self.of(minutes(tmp_path, words)) == []


def test_attendance_of_a_year_is_read_by_the_column_of_the_day(tmp_path: Path) -> None:
    paper = Paper()
    for line in ("NHS Hale CCG", "Primary Care Commissioning Committee", "Minutes of 5 June 2018"):
        paper.line(line, bold=True)
    paper.table(
        ("Member", "April", "June", "August"),
        ("Ms Ida Lowe, Chair", "P", "P", ""),
        ("Dr Ann Rook, GP", "P", "A", ""),
        ("Dr Tom Vale, GP", "A", "P", ""),
    )
    paper.line("1. Welcome", bold=True)
    paper.line("All were welcomed.")
    found = read_minutes(paper.save(tmp_path / "minutes.docx"), root=tmp_path).minutes
    assert found is not None
    present, sent = AttendanceStatus.PRESENT, AttendanceStatus.APOLOGIES
    assert [(one.name, one.status) for one in found.attendance] == [
        ("Ms Ida Lowe", present),
        ("Dr Ann Rook", sent),
        ("Dr Tom Vale", present),
    ]
