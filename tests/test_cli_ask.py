"""`coi-audit ask`: a round at the terminal, a list for whoever cannot be asked, answers from a file or a script."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from doubtful_case import doubtful_case

from coi_audit import app, paths
from coi_audit.cli import main
from coi_audit.errors import ExitCode

command = sys.modules["coi_audit.cli.ask"]
AS_OF = ("--as-of", "2018-01-15")
WHO = ("--by", "Ruth Penhale", "--on", "2018-01-14")


@pytest.fixture(scope="module", autouse=True)
def _books_once() -> Any:
    """The rulebook is read once for all these tests: nobody changes it."""
    books = app.load_books(paths.rules_folder())
    with pytest.MonkeyPatch.context() as patch:
        for name in ("ask", "audits"):
            patch.setattr(f"coi_audit.app.{name}.load_books", lambda _: books)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return doubtful_case(tmp_path / "case")


def run(*words: str | Path, typed: str | None = None) -> Result:
    result = CliRunner().invoke(main, [str(one) for one in words], input=typed)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def listed(folder: Path, *options: str) -> Any:
    result = run("ask", folder, *AS_OF, "--json", *options)
    assert result.exit_code == ExitCode.CLEAN
    return json.loads(result.stdout)


def at_the_terminal(folder: Path, typed: str, monkeypatch: pytest.MonkeyPatch, *options: str) -> Result:
    monkeypatch.setattr(command, "is_terminal", lambda: True)
    return run("ask", folder, *AS_OF, *options, typed=typed)


def kept(folder: Path) -> list[tuple[str, str, str | None]]:
    if not (folder / "answers.yaml").exists():
        return []
    return [(one["about"], one["answer"], one["remark"]) for one in listed(folder)["answers"]]


# A list, where nobody can be asked


def test_without_a_terminal_the_questions_are_listed_and_nothing_is_asked(folder: Path) -> None:
    result = run("ask", folder, *AS_OF)
    assert result.exit_code == ExitCode.CLEAN
    assert "13 open questions" in result.stdout
    assert 'Which organisation is "Hill Surgery"?' in " ".join(result.stdout.split())
    assert "--answers FILE" in result.stdout
    assert not (folder / "answers.yaml").exists()


def test_the_json_holds_everything_a_page_needs(folder: Path) -> None:
    document = listed(folder)
    assert (document["body"], document["as_of"]) == ("NHS Wetherdale CCG", "2018-01-15")
    one = next(each for each in document["questions"] if each["kind"] == "organisation")
    assert one["question"] == "cb0a6a8a781c36b7"  # the number of a matter never changes
    assert [choice["number"] for choice in one["choices"]] == [1, 2, 3, 4]
    assert one["choices"][0]["answer"] == "Elm Hill Surgery"
    assert one["or_type"]
    assert {each["label"] for each in one["known"]} >= {"The agenda says"}
    assert all(each["file"] and each["text"] for each in one["evidence"])


def test_only_the_questions_of_one_meeting(folder: Path) -> None:
    assert listed(folder, "--meeting", "2017-09-05")["questions"]
    result = run("ask", folder, *AS_OF, "--meeting", "2017-09-06")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "there is no meeting on 2017-09-06" in result.stderr.casefold()


# A round at the terminal


def test_a_round_asks_one_by_one_and_keeps_each_at_once(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = at_the_terminal(folder, "4 // she said so\nGP Member, Oak Hill Surgery\n1\nq\n", monkeypatch, *WHO)
    assert result.exit_code == ExitCode.CLEAN
    assert "Question 1 of 13" in result.stdout
    assert "Question 2 of 13" in result.stdout
    assert "3 answers kept. 10 open questions left." in result.stdout
    assert kept(folder) == [
        ("Ruth Ashby: Local incentive scheme", "no interest", "she said so"),
        ("Dr Ann Perry: Oak Hill Surgery", "GP Member, Oak Hill Surgery", None),
        ("Hill Surgery", "Elm Hill Surgery", None),
    ]
    assert all((one["by"], one["on"]) == ("Ruth Penhale", "2018-01-14") for one in listed(folder)["answers"])


def test_what_was_answered_is_not_asked_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    at_the_terminal(folder, "4\nd\nq\n", monkeypatch, *WHO)
    second = at_the_terminal(folder, "q\n", monkeypatch, *WHO)
    assert "Question 1 of 11" in second.stdout
    assert "Ruth Ashby" not in second.stdout
    again = at_the_terminal(folder, "q\n", monkeypatch, *WHO, "--again")
    assert "Question 1 of 12" in again.stdout
    assert "Dr Ann Perry" in again.stdout


def test_the_name_is_asked_once_and_never_taken_from_the_machine(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("USER", "secretary")
    result = at_the_terminal(folder, "   \nColin Marsh\n4\n1\nq\n", monkeypatch, "--on", "2018-01-14")
    assert result.stdout.count("Your name") == 2  # the blank one was no answer
    assert {one["by"] for one in listed(folder)["answers"]} == {"Colin Marsh"}


def test_going_back_changes_an_answer(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = at_the_terminal(folder, "b\n4\nb\n2\nq\n", monkeypatch, *WHO)
    assert "This is the first question." in result.stdout
    assert kept(folder) == [("Ruth Ashby: Local incentive scheme", "shared", None)]


def test_skipping_keeps_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = at_the_terminal(folder, "s\n\nq\n", monkeypatch, *WHO)
    assert "0 answers kept. 13 open questions left." in result.stdout
    assert kept(folder) == []


def test_a_slip_is_told_and_the_question_stays(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = at_the_terminal(folder, "9\nperhaps\n4\nq\n", monkeypatch, *WHO)
    assert result.stdout.count("none of the answers offered") == 2
    assert [one[1] for one in kept(folder)] == ["no interest"]


def test_what_follows_from_an_answer_is_asked_next(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    typed = "s\n" * 11 + "all_practices\nq\n"
    result = at_the_terminal(folder, typed, monkeypatch, *WHO)
    assert "What is the committee asked to do at" in " ".join(result.stdout.split())


@pytest.mark.parametrize("typed", ["4\n", "4\n1"])
def test_when_the_terminal_goes_away_what_was_answered_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch, typed: str
) -> None:
    result = at_the_terminal(folder, typed, monkeypatch, *WHO)
    assert result.exit_code == ExitCode.CLEAN
    assert "Stopped." in result.stdout
    assert kept(folder)


def test_a_name_typed_is_told_back_as_it_was_taken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    result = at_the_terminal(folder, "s\ns\nBirch Lane\nb\nSomewhere Surgery\nq\n", monkeypatch, *WHO)
    assert "Kept: Birch Lane Surgery." in result.stdout
    assert "Kept: Somewhere Surgery, which no list at hand has." in result.stdout


# Answers from a file or a script


def given(folder: Path, entries: list[dict[str, str]], *options: str) -> Result:
    typed = "\n".join(json.dumps(one) for one in entries)
    return run("ask", folder, *AS_OF, "--answers", "-", *options, typed=typed)


def test_answers_are_taken_from_standard_input(folder: Path) -> None:
    entries = [{"question": "cb0a6a8a781c36b7", "answer": "Elm Hill Surgery", "remark": "asked"}]
    result = given(folder, entries, *WHO)
    assert result.exit_code == ExitCode.CLEAN
    assert "12 open questions left." in result.stdout
    assert kept(folder) == [("Hill Surgery", "Elm Hill Surgery", "asked")]


def test_answers_are_taken_from_a_file_and_json_tells_what_became_of_them(folder: Path, tmp_path: Path) -> None:
    number = {one["kind"]: one["question"] for one in listed(folder)["questions"]}
    entries = [
        {"question": number["organisation"], "answer": "Elm Hill Surgery", "by": "Colin Marsh", "on": "2018-01-12"},
        {"question": number["role"], "answer": "boss"},
        {"question": "f" * 16, "answer": "1"},
    ]
    path = tmp_path / "given.json"
    path.write_text(json.dumps(entries), encoding="utf-8")
    result = run("ask", folder, *AS_OF, *WHO, "--answers", path, "--json")
    assert result.exit_code == ExitCode.INCOMPLETE
    document = json.loads(result.stdout)
    assert document["kept"] == [number["organisation"]]
    assert [one["question"] for one in document["refused"]] == [number["role"], "f" * 16]
    assert all(one["problem"] and one["fix"] for one in document["refused"])
    assert [(one["by"], one["on"], one["state"]) for one in document["answers"]] == [
        ("Colin Marsh", "2018-01-12", "used")
    ]


def test_a_question_opened_by_an_answer_can_be_answered_in_the_same_list(folder: Path) -> None:
    questions = listed(folder)["questions"]
    scope = next(one for one in questions if one["about"] == "Finance")
    given(folder, [{"question": scope["question"], "answer": "all_practices"}], *WHO)
    purpose = next(one for one in listed(folder)["questions"] if one["kind"] == "item_purpose")
    (folder / "answers.yaml").unlink()
    both = [
        {"question": scope["question"], "answer": "all_practices"},
        {"question": purpose["question"], "answer": "decision"},
    ]
    assert given(folder, both, *WHO).exit_code == ExitCode.CLEAN
    assert {one["state"] for one in listed(folder)["answers"]} == {"used"}


def test_nobody_answers_without_a_name(folder: Path) -> None:
    result = given(folder, [{"question": "cb0a6a8a781c36b7", "answer": "1"}])
    assert result.exit_code == ExitCode.INCOMPLETE
    assert "who answers" in result.stderr
    assert kept(folder) == []


@pytest.mark.parametrize(("text", "said"), [("hello", "JSON"), ('{"question": 1}', "needs a question and an answer")])
def test_a_list_that_is_not_understood_keeps_nothing(folder: Path, text: str, said: str) -> None:
    result = run("ask", folder, *AS_OF, *WHO, "--answers", "-", typed=text)
    assert result.exit_code == ExitCode.UNUSABLE
    assert said in result.stderr
    assert result.stdout == ""
    assert kept(folder) == []


def test_a_file_of_answers_that_is_not_there_is_told(folder: Path) -> None:
    result = run("ask", folder, *AS_OF, "--answers", "nowhere.jsonl")
    assert result.exit_code == ExitCode.UNUSABLE
    assert "nowhere.jsonl" in result.stderr


# What the other commands make of it


def test_audit_and_check_say_what_was_answered(folder: Path) -> None:
    given(folder, [{"question": "cb0a6a8a781c36b7", "answer": "Elm Hill Surgery"}], *WHO)
    for words in (("audit", folder), ("check", folder, "--meeting", "2017-09-05")):
        said = " ".join(run(*words, *AS_OF).stdout.split())
        assert "What people answered" in said
        assert "1 answer of 1 in answers.yaml used in this audit." in said
        assert "Dr Ann Perry (Oak Hill Surgery), item 4, 5 September 2017: leaving for the whole item" in said


def test_an_answer_about_ones_own_conflict_is_pointed_out(folder: Path) -> None:
    entries = [{"question": "cb0a6a8a781c36b7", "answer": "Elm Hill Surgery", "by": "Dr Ann Perry"}]
    given(folder, entries, *WHO)
    said = " ".join(run("audit", folder, *AS_OF).stdout.split())
    assert "let somebody else confirm it" in said


def test_an_answers_file_with_a_fault_leaves_the_audit_incomplete(folder: Path) -> None:
    given(folder, [{"question": "cb0a6a8a781c36b7", "answer": "Elm Hill Surgery"}], *WHO)
    path = folder / "answers.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    by:", "    bye:"), encoding="utf-8")
    result = run("audit", folder, *AS_OF, "--json")
    assert result.exit_code == ExitCode.INCOMPLETE
    told = [one for one in json.loads(result.stdout)["rejected"] if one["file"] == "answers.yaml"]
    assert {one["place"].split(",")[0] for one in told} == {"line 4", "line 9"}
    assert [one["file"] for one in listed(folder)["rejected"]] == ["answers.yaml", "answers.yaml"]


def test_read_shows_the_answers_of_the_file(folder: Path) -> None:
    given(folder, [{"question": "cb0a6a8a781c36b7", "answer": "Elm Hill Surgery"}], *WHO)
    result = run("read", folder / "answers.yaml", "--json")
    document = json.loads(result.stdout)
    assert document["kind"] == "answers"
    assert [one["answer"] for one in document["records"]] == ["Elm Hill Surgery"]
