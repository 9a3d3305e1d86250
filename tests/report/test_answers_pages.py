"""What people answered stands in the report and in the pack, with what it changes; without answers nothing does."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from doubtful_case import AS_OF, doubtful_case

from coi_audit import app, paths
from coi_audit.model.answers import AnswerState, QuestionKind
from coi_audit.report.answers_view import KIND_WORDS, STATE_WORDS
from coi_audit.report.ask_text import question_lines
from coi_audit.report.assurance import assurance_html
from coi_audit.report.pack import pack_html

DAY = date.fromisoformat(AS_OF)


def words_of(html: str) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return doubtful_case(tmp_path_factory.mktemp("answers") / "case")


def test_report_and_pack_tell_of_answers_only_where_there_are_some(folder: Path) -> None:
    rules = paths.rules_folder()
    book = app.rulebook_of(rules)
    plain = assurance_html(app.audit_folder(folder, rules=rules, organisations=None, as_of=DAY), book)
    assert "What people answered" not in words_of(plain)
    asking = app.ask_folder(folder, rules=rules, organisations=None, as_of=DAY)
    one = next(each for each in asking.left() if each.about == "Hill Surgery")
    asking.keep(one, "1", by="Dr Ann Perry", on=DAY, remark="I should know")
    other = next(each for each in asking.left() if each.about == "Dr Smith")
    asking.keep(other, "I don't know", by="Ruth Penhale", on=DAY)
    told = words_of(assurance_html(app.audit_folder(folder, rules=rules, organisations=None, as_of=DAY), book))
    for said in (
        "What people answered",
        "Elm Hill Surgery I should know Dr Ann Perry, 15 January 2018 Used",
        "Ruth Penhale, 15 January 2018 Not known",
        "let somebody else confirm it",
        "What people&#39;s answers change in this audit",
        "Dr Ann Perry (Oak Hill Surgery), item 4, 5 September 2017 leaving for the whole item no conflict",
        "taken at their word",
        "answers.yaml, line",
    ):
        assert said in told, said
    checked = app.check_meeting(folder, rules=rules, organisations=None, as_of=DAY, meeting=date(2017, 9, 5))
    assert "1 answer of 2 in answers.yaml used in this audit." in words_of(pack_html(checked, book))


def test_every_kind_and_every_state_has_its_words() -> None:
    assert set(KIND_WORDS) == set(QuestionKind)
    assert set(STATE_WORDS) == set(AnswerState)


@pytest.mark.parametrize("width", [40, 80])
def test_a_question_fits_the_terminal(folder: Path, width: int) -> None:
    asking = app.ask_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=DAY)
    for number, one in enumerate(asking.put, 1):
        lines = list(question_lines(one, number=number, of=len(asking.put), width=width))
        assert all(len(line) <= width for line in lines)
        assert any("I don't know" in line for line in lines) or width == 40
        assert [choice.label for choice in one.choices if choice.label.split()[0] not in " ".join(lines)] == []
