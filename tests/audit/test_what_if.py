"""The same papers under the body's own policy and under another edition, with the difference explained."""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.errors import ExitCode
from coi_audit.model.audit import Audit
from coi_audit.model.words import RuleOutcome
from coi_audit.report.as_json import json_text

_AS_OF = date(2018, 1, 15)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    copy = tmp_path_factory.mktemp("what-if") / "northfield-ccg"
    shutil.copytree(paths.sample_data_folder() / "northfield-ccg", copy)
    (copy / "policy.yaml").unlink(missing_ok=True)
    return copy


def _audit(folder: Path, edition: str | None = None) -> Audit:
    asked = app.Asked(edition=edition)
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=_AS_OF, asked=asked)


def test_without_policy_and_edition_nothing_is_told(folder: Path) -> None:
    audit = _audit(folder)
    assert (audit.edition, audit.policy, audit.differences) == (None, (), ())


def test_another_edition_is_explained_finding_by_finding(folder: Path) -> None:
    audit = _audit(folder, "SG14")
    (difference,) = audit.differences
    assert audit.edition == "SG14"
    assert not any(one.rule_id == "DEC-03" for one in audit.findings)
    gone = [one for one in difference.findings if one.rule_id == "DEC-03"]
    assert gone and all(one.after is None and "28 June 2016" in one.why for one in gone)
    assert {one.criterion.document for one in audit.findings if one.criterion and one.rule_id == "PCC-06"} == set()
    assert json.loads(json_text(audit))["differences"][0]["findings"]


def test_before_2014_the_default_policy_asks_more(folder: Path) -> None:
    path = folder / "body.yaml"
    stated = path.read_text(encoding="utf-8")
    silent = [line for line in stated.splitlines() if "shared_interest_policy" not in line]
    path.write_text("\n".join(silent), encoding="utf-8")
    try:
        (difference,) = _audit(folder, "NHSCB13").differences
    finally:
        path.write_text(stated, encoding="utf-8")
    stronger = [one for one in difference.actions if one.before and one.after]
    assert stronger and all(one.after.strength > one.before.strength for one in stronger if one.after and one.before)


def test_a_policy_is_applied_and_its_effect_told(folder: Path) -> None:
    path = folder / "policy.yaml"
    text = "- {rule: MIN-02, off: true, authority: 'Governing Body, minute 9', from: 2016-06-28}\n"
    path.write_text(text + "- {rule: NOT-01, off: true, authority: GB, from: 2016-06-28}\n", encoding="utf-8")
    try:
        audit = _audit(folder)
    finally:
        path.unlink()
    (difference,) = audit.differences
    assert not any(one.rule_id == "MIN-02" for one in audit.findings)
    assert audit.rule_outcomes["MIN-02"][RuleOutcome.NOT_APPLICABLE] > 0
    assert {one.rule_id for one in difference.findings} == {"MIN-02"}
    assert all("minute 9" in one.why for one in difference.findings)
    assert any("no such rule" in one.problem for one in audit.rejected)
    assert app.exit_code_of(audit) is ExitCode.INCOMPLETE
