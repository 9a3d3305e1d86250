"""From a folder to ratings: a joint body's papers, one rule that crashes, one paper that answers its rules."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from small_case import BODY, Answer, audit, read_rules_once, run, small_case

from coi_audit.checks import Check, all_checks

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "audit.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The small case of a body that shares commissioning with NHS England."""
    read_rules_once(monkeypatch)
    made = small_case(tmp_path / "case")
    (made / "body.yaml").write_text(BODY.replace("delegated", "joint"), encoding="utf-8")
    return made


def assessment(answer: Answer) -> dict[str, Any]:
    jsonschema.Draft202012Validator(SCHEMA).validate(answer.document)
    found: dict[str, Any] = answer.document["assessment"]
    return found


def levels(found: dict[str, Any]) -> list[tuple[str | None, bool]]:
    return [(area["level"], area["withheld"]) for one in found["audits"] for area in one["areas"]]


def test_a_body_that_shares_commissioning_is_told_whether_it_is_ready(folder: Path) -> None:
    found = assessment(audit(folder))
    assert [one["key"] for one in found["audits"]] == ["conflicts_of_interest"]
    assert len(levels(found)) == 5
    readiness = found["readiness"]
    assert readiness["level"] in ("soon", "later")
    assert readiness["findings"] or readiness["papers"]
    titles = [one["title"] for one in found["papers_to_ask_for"]]
    assert "The register of gifts and hospitality" in titles
    assert {one["what"] for one in readiness["papers"]} & set(titles)
    assert len(found["self_certification"]) == 8


def test_a_paper_that_comes_in_is_no_longer_asked_for(folder: Path) -> None:
    (folder / "gifts and hospitality register 2017.csv").write_text(
        "Register of gifts and hospitality\nName,Position,Date of offer,Declined or accepted,Details,Estimated value,"
        "Supplier / offeror\nNil return,,,,,,\n",
        encoding="utf-8",
    )
    titles = [one["title"] for one in assessment(audit(folder))["papers_to_ask_for"]]
    assert "The register of gifts and hospitality" not in titles


def test_a_rule_that_crashes_withholds_every_level(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def crash(*_: object) -> Any:
        raise ZeroDivisionError("a fault of the check")

    name = "quorum_statement"
    checks = dict(all_checks())
    bad = checks[name]
    checks[name] = Check(bad.name, bad.examines, bad.params, crash)
    monkeypatch.setattr("coi_audit.app.books.all_checks", lambda: checks)
    answer = audit(folder)
    assert answer.code == 5
    assert answer.document["opinion"]["withheld"]
    found = assessment(answer)
    assert set(levels(found)) == {(None, True)}
    assert (found["readiness"]["level"], found["readiness"]["withheld"]) == (None, True)


def test_one_meeting_alone_is_not_rated(folder: Path) -> None:
    answer = run("check", folder, "--meeting", "2017-11-07", "--as-of", "2017-11-01", "--json")
    assert answer.document["assessment"] is None
