"""answers.yaml is read strictly, written whole, and comes back as it was written, whatever people typed."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.errors import UserError
from coi_audit.model.answers import (
    DONT_KNOW,
    NONE_OF_THESE,
    STILL_HELD,
    Answer,
    Choice,
    Question,
    QuestionKind,
    fact,
    one_line,
    question_id,
)
from coi_audit.model.evidence import SourceRef
from coi_audit.readers.answer_values import canonical, chosen
from coi_audit.readers.answers_file import KEYS, answers_text, keep_answer, read_answers
from coi_audit.readers.answers_given import Given, read_given

WHERE = SourceRef(file="answers.yaml")
ENTRY = """\
answers:
  - question: "0123456789abcdef"
    kind: person
    about: "Dr Smith"
    asked: "Who is \\"Dr Smith\\"?"
    answer: "Dr Jane Smith"
    by: "Ruth Penhale"
    on: 2018-01-14
    remark: "Asked her"
    papers: ["Dr Jane Smith", "Dr John Smith"]
"""


def answer(**changes: object) -> Answer:
    told = {
        "question": "0123456789abcdef", "kind": "person", "about": "Dr Smith", "answer": "Dr Jane Smith",
        "by": "Ruth Penhale", "on": date(2018, 1, 14), "source": WHERE,
    }  # fmt: skip
    return Answer.model_validate({**told, **changes})


def written(folder: Path, text: str) -> Path:
    path = folder / "answers.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def faults(folder: Path, text: str) -> list[str]:
    read = read_answers(written(folder, text), folder)
    return [f"{one.place}: {one.problem} {one.fix}" for one in read.rejected]


# Reading


def test_an_entry_is_read_with_its_line(tmp_path: Path) -> None:
    read = read_answers(written(tmp_path, ENTRY), tmp_path)
    (one,) = read.records.answers
    assert (one.kind, one.answer, one.by, one.on) == (
        QuestionKind.PERSON, "Dr Jane Smith", "Ruth Penhale", date(2018, 1, 14),
    )  # fmt: skip
    assert one.papers == ("Dr Jane Smith", "Dr John Smith")
    assert one.as_answered == "as answered by Ruth Penhale on 14 January 2018 (Asked her)"
    assert (one.source.file, one.source.line) == ("answers.yaml", 6)
    assert (read.rows_read, read.rows_rejected, read.rejected) == (1, 0, ())


def test_a_bare_list_is_read_too(tmp_path: Path) -> None:
    bare = "\n".join(line[2:] for line in ENTRY.splitlines()[1:])
    assert len(read_answers(written(tmp_path, bare), tmp_path).records.answers) == 1


@pytest.mark.parametrize("text", ["answers:\n", "answers: []\n", "# nobody has answered yet\n"])
def test_a_file_without_answers_is_no_fault(tmp_path: Path, text: str) -> None:
    read = read_answers(written(tmp_path, text), tmp_path)
    assert (read.records.answers, read.rejected) == ((), ())


@pytest.mark.parametrize("text", ["answers: yes\n", "answer: []\n", "hello\n", "answers: {}\nmore: []\n", "3\n"])
def test_a_file_that_lists_no_answers_is_refused(tmp_path: Path, text: str) -> None:
    with pytest.raises(UserError, match="does not list answers"):
        read_answers(written(tmp_path, text), tmp_path)


def test_an_unknown_key_is_told_with_its_line_and_the_rest_is_kept(tmp_path: Path) -> None:
    text = ENTRY.replace("    remark:", "    remarks:")
    assert faults(tmp_path, text) == [
        'line 9, "remarks": "remarks" is not a key of an answer and was left out write "remark".'
    ]
    assert len(read_answers(written(tmp_path, text), tmp_path).records.answers) == 1


@pytest.mark.parametrize("key", ["question", "kind", "answer", "by", "on"])
def test_an_answer_nobody_stands_for_is_not_used(tmp_path: Path, key: str) -> None:
    text = "\n".join(line for line in ENTRY.splitlines() if f" {key}:" not in line)
    text = text if key != "question" else text.replace("    kind: person", "  - kind: person")
    (said,) = faults(tmp_path, text)
    assert f"has no {key}" in said
    assert read_answers(written(tmp_path, text), tmp_path).records.answers == ()


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("kind: person", "kind: persons", 'write "person"'),
        ("on: 2018-01-14", "on: 2018-02-31", "is not a date"),
        ('"0123456789abcdef"', '"12"', "is not the number of a question"),
        ('answer: "Dr Jane Smith"', "answer: [a, b]", "is empty"),
        ("kind: person", "kind: item_scope", "is not one of the words allowed here"),
        ("kind: person", "kind: interest_from", "is not a date"),
    ],
)
def test_what_cannot_be_is_told_and_not_used(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = ENTRY.replace(old, new)
    assert any(said in one for one in faults(tmp_path, text))
    assert read_answers(written(tmp_path, text), tmp_path).records.answers == ()


def test_answers_that_contradict_each_other_are_both_left_aside(tmp_path: Path) -> None:
    second = "\n".join(ENTRY.splitlines()[1:]).replace('Dr Jane Smith"\n    by', 'Dr John Smith"\n    by')
    (said,) = faults(tmp_path, ENTRY + second + "\n")
    assert said.startswith("line 15: the answer on line 6 is another, so neither was used")
    assert read_answers(tmp_path / "answers.yaml", tmp_path).records.answers == ()


def test_the_same_answer_twice_counts_once_and_is_told(tmp_path: Path) -> None:
    (said,) = faults(tmp_path, ENTRY + "\n".join(ENTRY.splitlines()[1:]) + "\n")
    assert "answered on line 6 already, in the same way" in said
    assert len(read_answers(tmp_path / "answers.yaml", tmp_path).records.answers) == 1


# Writing


words = st.text(max_size=60)
names = st.text(min_size=1, max_size=40).filter(lambda text: bool(one_line(text)))


@given(about=words, asked=words, given=names, by=names, remark=st.none() | words, papers=st.lists(names, max_size=3))
def test_whatever_is_written_reads_back(
    tmp_path_factory: pytest.TempPathFactory,
    about: str,
    asked: str,
    given: str,
    by: str,
    remark: str | None,
    papers: list[str],
) -> None:
    folder = tmp_path_factory.mktemp("case")
    told, _ = canonical(QuestionKind.ORGANISATION, one_line(given))
    one = answer(
        kind="organisation",
        about=one_line(about),
        asked=one_line(asked),
        answer=told,
        by=one_line(by),
        remark=one_line(remark or "") or None,
        papers=tuple(fact(part) for part in papers),
    )
    keep_answer(folder, one)
    read = read_answers(folder / "answers.yaml", folder)
    assert read.rejected == ()
    (back,) = read.records.answers
    assert back.model_copy(update={"source": WHERE}) == one


def test_a_second_answer_joins_the_first_and_a_new_one_takes_its_place(tmp_path: Path) -> None:
    keep_answer(tmp_path, answer())
    keep_answer(tmp_path, answer(question="f" * 16, answer="Dr John Smith"))
    keep_answer(tmp_path, answer(answer="Dr Joan Smith", by="Colin Marsh"))
    kept = read_answers(tmp_path / "answers.yaml", tmp_path).records.answers
    assert [(one.question[0], one.answer, one.by) for one in kept] == [
        ("0", "Dr Joan Smith", "Colin Marsh"), ("f", "Dr John Smith", "Ruth Penhale"),
    ]  # fmt: skip
    assert [one.name for one in tmp_path.iterdir()] == ["answers.yaml"]


def test_nothing_that_was_not_understood_is_written_over(tmp_path: Path) -> None:
    path = written(tmp_path, ENTRY.replace("    remark:", "    remarks:"))
    before = path.read_bytes()
    with pytest.raises(UserError, match="saving would lose them"):
        keep_answer(tmp_path, answer(question="f" * 16))
    assert path.read_bytes() == before


def test_a_file_that_cannot_be_written_stays_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep_answer(tmp_path, answer())
    before = (tmp_path / "answers.yaml").read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UserError, match="could not be saved"):
        keep_answer(tmp_path, answer(question="f" * 16))
    assert (tmp_path / "answers.yaml").read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["answers.yaml"]


def test_every_key_written_is_one_that_is_read() -> None:
    text = answers_text([answer(asked="Who?", remark="so", papers=("a",))])
    assert all(f"{key}:" in text for key in KEYS)
    assert answers_text([]).endswith("answers: []\n")


# What may be answered


@pytest.mark.parametrize(
    "said",
    ["I don't know", "don’t know", "do not know", "We do not know", "unknown", "Not known", "no idea", "?", "dk"],
)
@pytest.mark.parametrize("kind", list(QuestionKind))
def test_nobody_need_know(kind: QuestionKind, said: str) -> None:
    assert canonical(kind, said) == (DONT_KNOW, None)


@pytest.mark.parametrize(
    ("said", "kept", "shown"),
    [
        ("1.4.2017", "2017-04-01", "1 April 2017"),
        ("2017-04-01", "2017-04-01", "1 April 2017"),
        ("Sept 2019", "2019-09", "September 2019"),
        ("2015", "2015", "2015"),
    ],
)
def test_a_date_is_kept_as_precisely_as_it_was_given(said: str, kept: str, shown: str) -> None:
    value, when = canonical(QuestionKind.INTEREST_FROM, said)
    assert (value, str(when)) == (kept, shown)
    assert canonical(QuestionKind.INTEREST_FROM, value) == (value, when)


@pytest.mark.parametrize("said", ["31/02/2017", "soon", "see the form"])
def test_what_is_no_date_is_refused(said: str) -> None:
    with pytest.raises(UserError, match="is not a date"):
        canonical(QuestionKind.INTEREST_FROM, said)


@pytest.mark.parametrize("said", ["current", "still held", "to date"])
def test_an_interest_may_still_be_held(said: str) -> None:
    assert canonical(QuestionKind.INTEREST_UNTIL, said) == (STILL_HELD, None)


def question(*, free: str | None = None, kind: QuestionKind = QuestionKind.ORGANISATION) -> Question:
    choices = (Choice("Elm Hill Surgery (Y1)", "Elm Hill Surgery (Y1)"), Choice(NONE_OF_THESE, "none: its own"))
    return Question("0" * 16, kind, "Which?", "Hill", choices, "", free=free)


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("1", "Elm Hill Surgery (Y1)"),
        ("2", NONE_OF_THESE),
        ("elm hill surgery (y1)", "Elm Hill Surgery (Y1)"),
        ("None: its own", NONE_OF_THESE),
        ("None of these", NONE_OF_THESE),
        ("d'know", None),
        ("3", None),
        ("0", None),
        ("Somebody's surgery", None),
    ],
)
def test_a_choice_is_made_by_number_value_or_label(said: str, kept: str | None) -> None:
    if kept is None:
        with pytest.raises(UserError, match="none of the answers offered"):
            chosen(question(), said)
    else:
        assert chosen(question(), said)[0] == kept


def test_words_are_taken_only_where_they_may_be_typed() -> None:
    assert chosen(question(free="a name"), "Ash Surgery")[0] == "Ash Surgery"
    assert chosen(question(free="a name"), "01234567")[0] == "01234567"
    with pytest.raises(UserError):
        chosen(question(free="a name"), "7")


def test_a_question_is_named_by_its_matter_whatever_the_case_and_the_signs() -> None:
    one = question_id(QuestionKind.ORGANISATION, "St. Mary’s  Surgery")
    assert one == question_id(QuestionKind.ORGANISATION, "st mary's surgery")
    assert one != question_id(QuestionKind.PERSON, "St. Mary’s Surgery")
    assert one != question_id(QuestionKind.ORGANISATION, "St. Mary’s", "Surgery")


# Answers from a script


def test_json_lines_and_a_json_list_are_the_same() -> None:
    entries = [
        {"question": "a", "answer": "1", "by": "Ann", "on": "2018-01-14", "remark": "so"},
        {"question": "b", "answer": 2},
    ]
    lines = "\n".join(json.dumps(one) for one in entries)
    told = (Given("a", "1", "Ann", date(2018, 1, 14), "so"), Given("b", "2"))
    assert read_given(lines, where="in") == told
    assert read_given(json.dumps(entries, indent=1), where="in") == told
    assert read_given("\n\n", where="in") == ()


@pytest.mark.parametrize(
    ("text", "where", "said"),
    [
        ('{"question": "a", "answer": "1"}\nhello', "in, line 2", "not valid JSON"),
        ('{"question": "a"}', "in, line 1", "needs a question and an answer"),
        ('[{"question": "a", "answer": "1"}, 3]', "in, entry 2", "needs a question and an answer"),
        ('{"question": "a", "answer": ["1"]}', "in, line 1", '"answer" must be words'),
        ('{"question": "a", "answer": "1", "when": "x"}', "in, line 1", '"when" is not known here'),
        ('{"question": "a", "answer": "1", "on": "14/1/2018"}', "in, line 1", "is not a date"),
        ("[" * 100_000, "in", "not valid JSON"),
        ("x" * 2_000_001, "in", "too many"),
    ],
)
def test_what_a_script_sends_wrongly_is_told_with_its_place(text: str, where: str, said: str) -> None:
    with pytest.raises(UserError, match=said) as told:
        read_given(text, where=where.partition(",")[0])
    assert told.value.where == where


def test_the_example_in_the_documents_is_read_whole() -> None:
    docs = Path(__file__).resolve().parents[2] / "docs"
    read = read_answers(docs / "answers-example.yaml", docs)
    assert read.rejected == ()
    assert len(read.records.answers) == 4
    assert {one.known for one in read.records.answers} == {True, False}
