"""Notes of an attendance list on withdrawing and on interests are no positions, arrivals or departures."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper

from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Action
from coi_audit.readers.attendance.people import parse_entry
from coi_audit.readers.minutes.paper import read_minutes


@pytest.mark.parametrize(
    ("text", "position", "note", "left"),
    [
        ("Dr Una Petrie, GP Lead (left for item 9)", "GP Lead", "left for item 9", None),
        ("Dr Una Petrie (withdrew from items 4 and 6)", None, "withdrew from items 4 and 6", None),
        ("Dr Una Petrie - GP Lead, out of the room for item 4", "GP Lead", "out of the room for item 4", None),
        ("Dr Una Petrie, GP Lead, who left for item 9 as conflicted", "GP Lead", "left for item 9 as conflicted", None),
        ("Dr Una Petrie (conflict of interest, item 3)", None, "conflict of interest, item 3", None),
        ("Dr Una Petrie, owing to her interest in item 3", None, "owing to her interest in item 3", None),
        ("Dr Una Petrie, GP Lead (left after item 9)", "GP Lead", None, "left after item 9"),
        ("Dr Una Petrie, GP Lead (left during item 9)", "GP Lead", None, "left during item 9"),
        ("Dr Una Petrie, Conflicts of Interest Guardian", "Conflicts of Interest Guardian", None, None),
    ],
)
def test_a_note_is_told_apart(text: str, position: str | None, note: str | None, left: str | None) -> None:
    entry = parse_entry(text)
    assert entry is not None and entry.name == "Dr Una Petrie"
    assert (entry.position, entry.note, entry.left, entry.arrived) == (position, note, left, None)


def minutes_with(folder: Path, present: str, apologies: str, declared: str) -> Path:
    paper = Paper().lines("Moorside ICB Primary Care Group", "Minutes of the meeting held on 5 March 2024")
    paper.line("Present:").lines("Mrs Gail Stott, Lay Member (Chair)", present)
    paper.line(f"Apologies: {apologies}")
    paper.line("1. Declarations of interest", bold=True).line(declared)
    paper.line("2. Valley Practice: rent", bold=True).line("Agreed.")
    paper.line("3. Hill Top Surgery: merger", bold=True).line("The merger was approved.")
    return paper.save(folder / "minutes.docx")


@pytest.mark.parametrize(
    ("present", "apologies", "declared", "number", "action", "said"),
    [
        ("Dr Una Petrie, GP (left for item 3)", "None", "Dr Petrie, item 3, partner.", "3", Action.LEAVE, True),
        ("Dr Una Petrie, GP (left for item 3)", "None", "Dr Petrie, item 3, partner.", "2", Action.NONE, False),
        ("Dr Una Petrie, GP (left for item 3, conflict)", "None", "None.", "2", Action.NONE, False),
        ("Dr Una Petrie, GP (out for item 3 due to a conflict)", "None", "None.", "3", Action.LEAVE, True),
        ("Dr Una Petrie, GP (left for item 3)", "None", "None.", "3", Action.LEAVE, False),
        ("Mr Les Orme, Nurse", "Dr Una Petrie (interest in item 3)", "None.", "3", Action.NOT_ATTEND, True),
        ("Mr Les Orme, Nurse", "Dr Una Petrie (interest in item 3)", "None.", "2", Action.NONE, False),
        ("Mr Les Orme, Nurse", "Dr Una Petrie (on leave)", "None.", "3", Action.NONE, False),
    ],
)
def test_the_list_tells_what_was_done(
    present: str, apologies: str, declared: str, number: str, action: Action, said: bool, tmp_path: Path
) -> None:
    minutes = read_minutes(minutes_with(tmp_path, present, apologies, declared)).minutes
    assert minutes is not None
    people = PeopleIndex(build_people([], minutes.attendance))
    person = people.match("Dr Una Petrie").person
    assert person is not None
    section = next(one for one in minutes.sections if one.number == number)
    item = AgendaItem(number=number, title=section.title, source=SourceRef(file="agenda.docx"))
    found = read_participation([minutes], item, person, people=people, organisations=["Hill Top Surgery"])
    assert (found.recorded_action, found.declared) == (action, said)
    if action is not Action.NONE:
        assert any("Petrie" in one.text for one in found.evidence)
