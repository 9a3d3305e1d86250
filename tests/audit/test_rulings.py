"""Rulings as findings: without a reason, out of date, or kept for a conflict that was not there."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coi_audit import paths
from coi_audit.app.audits import Under, audit_read
from coi_audit.model.audit import Audit
from coi_audit.model.reading import Reading
from coi_audit.model.words import RuleOutcome
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_folder import read_folder

SAMPLE = paths.sample_data_folder() / "northfield-ccg"
UNDER = Under(paths.rules_folder(), None, date(2018, 1, 15))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    copy = tmp_path / "northfield-ccg"
    shutil.copytree(SAMPLE, copy)
    return copy


def _raised(folder: Path, text: str) -> tuple[set[str], list[str]]:
    """The RUL findings at the meeting whose rulings are replaced by `text`, and the rules waived there."""
    place, person, item = _a_conflict(folder)
    for old in place.glob("decisions*"):
        old.unlink()
    (place / "decisions.yaml").write_text(text % (person, item), encoding="utf-8")
    known = {path: one for path, one in _readings().items() if not path.startswith(f"meetings/{place.name}/decisions")}
    audit = audit_read(lambda: assemble(read_folder(folder, known=known)), UNDER, None, where="", fix="")
    on = date.fromisoformat(place.name[:10])
    here = [one for one in audit.findings if one.meeting == on and one.rule_id.startswith("RUL")]
    assert all(one.outcome is RuleOutcome.NOT_MET and one.evidence[0].file.endswith("decisions.yaml") for one in here)
    return {one.rule_id for one in here}, [one.rule_id for one in audit.waived if one.meeting == on]


@cache
def _readings() -> dict[str, Reading]:
    """The sample's papers, each as read; only the rulings differ from test to test."""
    return {one.path: one for one in read_folder(SAMPLE).papers}


@cache
def _as_it_is() -> Audit:
    return audit_read(lambda: assemble(read_folder(SAMPLE, known=_readings())), UNDER, None, where="", fix="")


def _a_conflict(folder: Path) -> tuple[Path, str, str]:
    """A conflict that was handled below what is asked and without a reason, of the sample body."""
    audit = _as_it_is()
    found = next(one for one in audit.findings if one.rule_id == "MTG-06" and one.outcome is RuleOutcome.NOT_MET)
    meeting = next(one for one in audit.meetings if one.date == found.meeting and one.committee == found.committee)
    assert found.person is not None and found.item is not None
    return folder / meeting.folder, found.person, found.item


def test_a_ruling_with_reason_waives_and_raises_nothing(folder: Path) -> None:
    raised, waived = _raised(folder, "- {person: %s, item: '%s', action: note, authority: panel, reason: small}\n")
    assert raised == set() and "MTG-06" in waived


def test_a_ruling_without_reason_is_a_finding(folder: Path) -> None:
    assert _raised(folder, "- {person: %s, item: '%s', action: note, authority: chair}\n")[0] == {"RUL-01"}


def test_an_expired_ruling_is_a_finding_and_waives_nothing(folder: Path) -> None:
    text = "- {person: %s, item: '%s', action: note, authority: guardian, reason: small, expires: 2014-01-01}\n"
    raised, waived = _raised(folder, text)
    assert raised == {"RUL-02"} and waived == []


def test_a_ruling_for_another_item_is_a_finding(folder: Path) -> None:
    text = "- {person: %s, item: '%s9', action: note, authority: chair, reason: small}\n"
    assert _raised(folder, text) == ({"RUL-03"}, [])
