"""An integrated care board that keeps its former group's register is not audited as that group."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from icb_papers import BODY, ROWS, write_icb

from coi_audit import app, paths
from coi_audit.app import audits
from coi_audit.model.audit import Audit
from coi_audit.model.words import RuleOutcome

_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audits, "load_books", _LOAD_BOOKS)


def audited(folder: Path) -> Audit:
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2024, 9, 30))


def raised(audit: Audit, outcome: RuleOutcome) -> set[str]:
    return {one.rule_id for one in audit.findings if one.outcome is outcome and one.meeting is None}


def former_register(folder: Path) -> None:
    """The group's last edition: the same people, and a partnership that ended with the group."""
    head = ("Name", "Position", "Declared interest", "Type of interest", "Direct or indirect", "Date from", "Date to")
    gone = ("Dr Mina Sarkar", "GP Member", "Fennel Road Surgery: GP partner", "Financial", "Direct")
    with (folder / "register_of_interests_2022-03-01.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(head)
        for row in (*ROWS, gone):
            writer.writerow((*row, "" if row[2] == "Nil return" else "01/04/2015", "30/06/2022" if row is gone else ""))


def test_no_rule_of_the_groups_is_asked_and_nothing_was_taken_off(tmp_path: Path) -> None:
    before = audited(write_icb(tmp_path / "before"))
    folder = write_icb(tmp_path / "after")
    former_register(folder)
    after = audited(folder)
    assert raised(after, RuleOutcome.NOT_MET) <= raised(before, RuleOutcome.NOT_MET)
    assert raised(after, RuleOutcome.CANNOT_TELL) <= raised(before, RuleOutcome.CANNOT_TELL)
    assert after.assessment is not None and after.assessment.first_day >= date(2022, 7, 1)


def test_a_guardian_who_declared_before_the_first_edition_is_known(tmp_path: Path) -> None:
    folder = write_icb(tmp_path)
    former_register(folder)
    (folder / "body.yaml").write_text(BODY.replace("guardian: Harriet Lunn", "guardian: Owen Stagg"), encoding="utf-8")
    told = [one for one in audited(folder).findings if one.rule_id == "GOV-01"]
    assert not any("neither interests nor a nil return" in reason for one in told for reason in one.because)
