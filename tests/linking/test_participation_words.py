"""The later sets of labelled passages, sentence splitting, and the strict reading of the vocabulary."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from test_participation import people, read, wrong

from coi_audit.errors import RulebookError
from coi_audit.linking.participation.sentences import sentences, split_sentences
from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem, Minutes, MinutesSection, Passage
from coi_audit.model.people import Member
from coi_audit.model.words import Action, Role
from coi_audit.paths import rules_folder
from coi_audit.rulebook.minutes_words import FILE, load_minutes_words, minutes_words

LATER: list[dict[str, Any]] = [
    case
    for name in (
        "participation_cases_second.yaml",
        "participation_cases_third.yaml",
        "participation_cases_fourth.yaml",
        "participation_cases_fifth.yaml",
        "participation_cases_sixth.yaml",
        "participation_cases_seventh.yaml",
        "participation_cases_panel.yaml",
    )
    for case in yaml.safe_load((Path(__file__).parent / name).read_text(encoding="utf-8"))["cases"]
]


@pytest.fixture(scope="module")
def index() -> PeopleIndex:
    return people()


@pytest.mark.parametrize("case", LATER, ids=[case["name"] for case in LATER])
def test_later_sets(case: dict[str, Any], index: PeopleIndex) -> None:
    found = read(case, index)
    assert wrong(case, found) == []
    if case.get("no_reason"):
        assert found.reason is None


def test_without_minutes_nothing_is_recorded(index: PeopleIndex) -> None:
    item = AgendaItem(number="7", title="Premises", source=SourceRef(file="agenda.docx"))
    found = read_participation((), item, index.persons[0], people=index)
    assert found.recorded_action is None
    assert not found.declared


def test_a_name_that_could_be_two_declares_for_both_and_acts_for_neither() -> None:
    where = SourceRef(file="minutes.docx")
    both = PeopleIndex(
        build_people([Member(name=name, role=Role.GP, source=where) for name in ("Dr Jane Smith", "Dr John Smith")])
    )
    item = AgendaItem(number="7", title="Premises", source=where)
    words = "Dr Smith declared an interest in this item as a partner. Dr Smith left the room. Approved."
    passage = Passage(text=words, source=where)
    paper = Minutes(
        file="minutes.docx",
        sections=(MinutesSection(number="7", title="Premises", passages=(passage,), source=where),),
        source=where,
    )
    for person in both.persons:
        found = read_participation((paper,), item, person, people=both)
        assert found.declared
        assert found.recorded_action is Action.NONE
        assert not found.left_recorded


def test_initials_with_an_apostrophe_or_a_hyphen_are_somebody_in_a_sentence() -> None:
    where = SourceRef(file="minutes.docx")
    named = build_people([Member(name=name, source=where) for name in ("Declan O'Hara-Nwosu", "Sian Lewis")])
    index = PeopleIndex([replace(one, initials=("DO'H-N",) if "Declan" in one.name else ("SL",)) for one in named])
    item = AgendaItem(number="6", title="Estates strategy support", source=where)
    opening = Passage(text="DO'H-N declared a financial interest in item 6 as a shareholder.", source=where)
    said = Passage(text="DO’H-N left the meeting for the whole of the item. SL spoke to it. Approved.", source=where)
    paper = Minutes(
        file="minutes.docx",
        sections=(
            MinutesSection(number="2", title="Declarations of interest", passages=(opening,), source=where),
            MinutesSection(number="6", title="Estates strategy support", passages=(said,), source=where),
        ),
        source=where,
    )
    found = {one.name: read_participation((paper,), item, one, people=index) for one in index.persons}
    assert found["Declan O'Hara-Nwosu"].recorded_action is Action.LEAVE
    assert found["Declan O'Hara-Nwosu"].declared
    assert not found["Sian Lewis"].declared


def test_sentences_end_where_they_end() -> None:
    text = "Dr J. Smith left at 10.20. Mr. Okafor, i.e. the deputy, stayed. Cost: £1.5m (approx. 3%). 4. Noted."
    assert split_sentences(text, minutes_words()) == [
        "Dr J. Smith left at 10.20.",
        "Mr. Okafor, i.e. the deputy, stayed.",
        "Cost: £1.5m (approx. 3%).",
        "4. Noted.",
    ]


def test_the_cells_of_a_row_are_one_statement_and_keep_their_place() -> None:
    cells = [Passage(text=text, source=SourceRef(file="m.docx", table=2, row=3)) for text in ("AR", "7", "Left")]
    other = Passage(text="MS", source=SourceRef(file="m.docx", table=2, row=4))
    found = sentences((*cells, other), minutes_words())
    assert [one.text for one in found] == ["AR | 7 | Left", "MS"]
    assert found[0].source.row == 3
    assert found[0].source.text == "AR | 7 | Left"


def _broken(tmp_path: Path, old: str, new: str) -> Path:
    text = (rules_folder() / FILE).read_text(encoding="utf-8")
    assert old in text
    target = tmp_path / FILE
    target.parent.mkdir(parents=True)
    target.write_text(text.replace(old, new, 1), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("evidence: design", "evidence: guessed", "evidence mark"),
        ("  leave:\n", "  leeve:\n", '"leeve" is not a key known here'),
        ("  leave:\n", "  leave: []\n  leave:\n", "given twice"),
        ('"left as|at requested|request"', '"left as|at {nowhere}"', 'no list called "nowhere"'),
        ('"left as|at requested|request"', '"[left] [as]"', "no word that must stand there"),
        ('"left as|at requested|request"', '"left as||at"', "empty alternative"),
        ('"left as|at requested|request"', "17", "words are expected"),
        ("roles: [gp]}", "roles: [gpp]}", '"gpp" is not a role'),
        ("modal: [would,", "modal: [would, would,", "twice"),
    ],
)
def test_a_fault_in_the_vocabulary_is_named_with_its_line(tmp_path: Path, old: str, new: str, problem: str) -> None:
    with pytest.raises(RulebookError) as caught:
        load_minutes_words(_broken(tmp_path, old, new))
    assert problem in str(caught.value)
    assert "line " in caught.value.where


def test_a_missing_vocabulary_says_so(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="cannot be read"):
        load_minutes_words(tmp_path)
