"""A ruling given by its command stands in the folder and in the next audit, from a store too, until it expires."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from small_case import FIRST, Answer, audit, run, small_case

from coi_audit.app.books import load_books
from coi_audit.errors import ExitCode
from coi_audit.readers.decisions_file import read_decisions


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small case, in which the first meeting's minutes now say that Dr Rao stayed."""
    monkeypatch.setattr("coi_audit.app.audits.load_books", cache(load_books))
    case = small_case(tmp_path / "case")
    minutes = case / FIRST / "minutes.txt"
    text = minutes.read_text(encoding="utf-8")
    stayed = text.replace("Dr Rao left the room for this item.", "").replace("Dr Rao returned.", "")
    minutes.write_text(stayed.replace("approved the application.", "approved it; Dr Rao took part."), encoding="utf-8")
    return case


def rule(folder: Path, *options: str | Path, person: str = "Dr Rao", item: str = "4") -> Answer:
    words = ("--meeting", "2017-09-05", "--person", person, "--item", item, "--action", "stay_no_vote")
    return run("ruling", "add", folder, *words, "--why", "Nobody else could advise", "--by", "Ruth Penhale", *options)


def handling(answer: Answer) -> tuple[str, str | None]:
    (meeting,) = (one for one in answer.document["meetings"] if one["date"] == "2017-09-05")
    (conflict,) = (one for item in meeting["items"] for one in item["conflicts"])
    return conflict["handling"], conflict["reason"]


def raised(answer: Answer, rule_id: str) -> list[str]:
    return [one["statement"] for one in answer.document["findings"] if one["rule_id"] == rule_id]


def test_a_ruling_stands_in_the_folder_and_in_the_next_audit(folder: Path, tmp_path: Path) -> None:
    before = handling(audit(folder))[0]
    store = tmp_path / "store.sqlite3"
    said = rule(folder, "--expires", "2018-03-31", "--store", store)
    assert said.code == ExitCode.CLEAN
    assert "a ruling on Dr Anil Rao" in said.out
    (kept,) = read_decisions(folder / FIRST / "decisions.yaml").rulings
    assert (kept.person, kept.item, str(kept.expires)) == ("Dr Anil Rao", "4", "2018-03-31")
    assert before == "below_without_reason"
    assert handling(audit(folder)) == ("below_with_reason", "Nobody else could advise")
    from_store = run("audit", "--store", store, "--as-of", "2018-01-15", "--json")
    assert handling(from_store) == ("below_with_reason", "Nobody else could advise")
    assert not raised(from_store, "RUL-02")


def test_an_expired_ruling_is_told_of_in_the_next_audit(folder: Path) -> None:
    rule(folder, "--expires", "2017-09-05", "--on", "2017-09-01")
    file = folder / FIRST / "decisions.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("2017-09-05", "2017-09-04"), encoding="utf-8")
    assert raised(audit(folder), "RUL-02")


def test_a_second_ruling_takes_the_place_of_the_first_and_leaves_the_rest(folder: Path) -> None:
    rule(folder)
    rule(folder, person="Margaret Hale", item="")
    rule(folder, "--authority", "guardian", person="Anil Rao")
    found = read_decisions(folder / FIRST / "decisions.yaml").rulings
    assert [(one.person, one.item, one.authority.value) for one in found] == [
        ("Dr Anil Rao", "4", "guardian"),
        ("Margaret Hale", None, "chair"),
    ]


@pytest.mark.parametrize(
    ("options", "person", "item", "told"),
    [
        ((), "Dr Nobody", "4", "is a member"),
        ((), "Dr Rao", "44", "no item"),
        (("--expires", "2017-09-04"), "Dr Rao", "4", "before it was given"),
        (("--expires", "2017-09-04", "--on", "2017-09-01"), "Dr Rao", "4", "before the meeting"),
        (("--meeting", "2017-09-06"), "Dr Rao", "4", "no meeting on"),
        (("--committee", "Audit"), "Dr Rao", "4", "which meeting"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_written(
    folder: Path, options: tuple[str, ...], person: str, item: str, told: str
) -> None:
    said = rule(folder, *options, person=person, item=item)
    assert said.code == ExitCode.UNUSABLE
    assert told in said.err
    assert not (folder / FIRST / "decisions.yaml").exists()
