"""A minute that falls short is told once for the person and the item, with every interest it should have spoken of."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from small_case import FIRST, REGISTER, ROWS, Answer, audit, read_rules_once, small_case, write_register

WIFE = (
    "Dr Anil Rao", "GP Member", "Elm Street Surgery", "Financial", "wife is a salaried GP there", "Indirect",
    "01/04/2013", "Current", "20/03/2017",
)  # fmt: skip


@pytest.fixture(autouse=True)
def rules_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read_rules_once(monkeypatch)


def case_of(folder: Path, *more: tuple[object, ...]) -> Answer:
    """The small case with Dr Rao's return left out of the minutes, and further rows on the register."""
    small_case(folder)
    write_register(folder / REGISTER, (*ROWS, *more))
    minutes = folder / FIRST / "minutes.txt"
    text = minutes.read_text(encoding="utf-8").replace(" Dr Rao returned.", "")
    minutes.write_text(text, encoding="utf-8")
    return audit(folder)


def of(answer: Answer, rule: str) -> list[dict[str, Any]]:
    found = answer.document["findings"]
    return [one for one in found if one["rule_id"] == rule and one["meeting"] == "2017-09-05"]


def test_one_finding_names_both_interests_and_keeps_the_number_of_one(tmp_path: Path) -> None:
    alone, both = case_of(tmp_path / "one"), case_of(tmp_path / "two", WIFE)
    (before,), (after,) = of(alone, "MIN-01"), of(both, "MIN-01")
    assert after["fingerprint"] == before["fingerprint"]
    assert "partner in Elm Street Surgery; spouse or partner: works for Elm Street Surgery" in after["statement"]
    assert after["statement"].count("Dr Anil Rao") == 1
    assert "when they came back" in " ".join(after["because"])


def test_other_rules_still_speak_of_each_interest(tmp_path: Path) -> None:
    both = case_of(tmp_path, WIFE)
    named = [item for meeting in both.document["meetings"] for item in meeting["items"] if item["conflicts"]]
    rao = [one for one in named[0]["conflicts"] if one["person"] == "Dr Anil Rao"]
    assert len(rao) == 2
    assert all("MIN-01" in one["rule_ids"] for one in rao)
