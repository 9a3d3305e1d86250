"""The terminal's views hold at 80 columns, need no colour, and say what matters."""

from __future__ import annotations

import io
import json
import re
from dataclasses import replace
from typing import Any

import pytest
from audits import audit, check, conflict, item, meeting, quiet
from rich.console import Console

from coi_audit.model.words import Action, Handling
from coi_audit.report.progress import late_progress
from coi_audit.report.read_text import read_view
from coi_audit.report.rules_text import rule_document, rule_view, rules_document, rules_view
from coi_audit.report.terminal import audit_view, check_view
from coi_audit.rulebook.types import Rulebook


def printed(view: Any, width: int = 80) -> str:
    stream = io.StringIO()
    Console(file=stream, width=width, color_system=None).print(view)
    return stream.getvalue()


def folded(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def test_a_check_says_who_must_do_what() -> None:
    text = printed(check_view(check()))
    assert all(len(line) <= 80 for line in text.splitlines())
    told = folded(text)
    for words in ("Dr Mina Corrie", "Withhold the papers from: Dr Mina Corrie", "not quorate", "Defer the item."):
        assert words in told
    assert "To settle" in told
    assert "Nothing to raise on: 1." in told


def test_an_audit_counts_first_and_ends_with_the_opinion() -> None:
    text = printed(audit_view(audit()))
    assert all(len(line) <= 80 for line in text.splitlines())
    told = folded(text)
    assert told.index("3 meetings") < told.index("3 findings not met") < told.index("Limited assurance")
    for words in ("Announced in September", "draft minutes", "QUO-01 (3)", "it is not a date", "MTG-07", "--pdf FILE"):
        assert words in told, words


def test_an_audit_names_each_paper_to_ask_for_once_and_rates_the_areas() -> None:
    text = printed(audit_view(audit()))
    told = folded(text)
    assert told.index("2 papers to ask for") < told.index("questions the papers leave open") < told.index("Limited")
    for words in ("GFT-01, GFT-05", "Area 1 ◆ Partially compliant", "Part 3 ▲▲ No assurance", "Ready soon"):
        assert words in told, words


def test_what_only_asks_to_be_noted_is_counted_by_itself_and_held_against_nobody() -> None:
    noted = conflict(Handling.NOT_DECLARED, required=Action.NOTE)
    asking = conflict(Handling.MANAGED, required=Action.LEAVE)
    held = meeting(audit().meetings[0].date, item("5", "Rent review", noted, noted, asking))
    told = folded(printed(audit_view(replace(audit(), meetings=(held,))), 132))
    row = told[told.index(held.date.isoformat()) :]
    assert row.index("1 managed") < row.index("2 only to be noted") < row.index("not met")
    assert "not declared" not in row[: row.index("2 only to be noted")]


def test_an_empty_audit_says_so() -> None:
    told = folded(printed(audit_view(quiet())))
    assert "No finding" in told
    assert "Opinion withheld" in told


@pytest.mark.parametrize("width", [60, 80, 132])
def test_square_brackets_in_papers_are_words_not_markup(width: int) -> None:
    text = printed(read_view(FakeRead()), width)
    assert all(len(line) <= width for line in text.splitlines())
    assert "[bold]" in text


class FakeRead:
    """What reading one document gives."""

    def as_json(self) -> dict[str, Any]:
        record = {
            "what": "interest",
            "person": "Dr Mina Corrie",
            "nature": "[bold]",
            "direct": True,
            "held_from": {"earliest": "2017-09-01", "latest": "2017-09-30", "precision": "month"},
            "source": {"file": "register.xlsx", "sheet": "GB", "row": 4, "text": "Dr Mina Corrie | [bold]"},
        }
        wrong = {
            "file": "register.xlsx",
            "place": "row 9",
            "value": "31/02/2017",
            "problem": "no such day",
            "fix": "mend.",
        }
        about = {"file": "register.xlsx", "kind": "register", "recognised_by": "its columns", "rows_read": 1}
        return {**about, "facts": {"edition": "2017-04-28"}, "records": [record], "rejected": [wrong], "notices": []}


def test_reading_shows_what_stood_there_beside_what_was_understood() -> None:
    told = folded(printed(read_view(FakeRead())))
    for words in ("1 record read, 0 nil returns, 1 not understood", "Direct: yes", "31/02/2017", "No such day"):
        assert words in told, words


def test_rules_are_listed_and_shown_with_their_sources(rulebook: Rulebook) -> None:
    listed = printed(rules_view(rulebook))
    assert all(rule_id in listed for rule_id in rulebook.rules)
    assert all(len(line) <= 80 for line in listed.splitlines())
    shown = folded(printed(rule_view(rulebook.rules["MTG-07"])))
    assert "Versions" in shown
    assert "Worked examples" in shown
    assert "16 June 2017" in shown


def test_rules_as_plain_data(rulebook: Rulebook) -> None:
    whole = json.loads(json.dumps(rules_document(rulebook)))
    assert [one["id"] for one in whole["rules"]] == sorted(rulebook.rules)
    for rule in rulebook.rules.values():
        document = json.loads(json.dumps(rule_document(rule)))
        assert len(document["cases"]) == len(rule.cases)
        assert all(one["citation"]["document"] for one in document["versions"])


class Terminal(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


def test_progress_is_silent_on_quick_work_and_shown_on_slow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    quick, slow = Terminal(), Terminal()
    with late_progress(quick) as report:
        report("Reading", 1, 2)
    assert quick.getvalue() == ""
    ticks = iter([0.0, 5.0, 6.0])
    with late_progress(slow, clock=lambda: next(ticks)) as report:
        report("Reading [a]", 1, 2)
        report("Reading [a]", 2, 2)
    assert "Reading [a]" in slow.getvalue()


def test_progress_stays_on_one_line_of_eighty_signs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", "80")
    drawn = Terminal()
    with late_progress(drawn, patience=0.0) as report:
        report("an-integrated-care-board-whose-folder-has-a-very-long-name-indeed", 136, 211)
    told = drawn.getvalue()
    assert "an-integrated-care-board-whos…" in told
    assert "136 of 211" in told
