"""Findings become an opinion exactly as rules/opinion.yaml says, and not at all where a rule failed to run."""

from __future__ import annotations

from pathlib import Path

import pytest

from coi_audit.errors import RulebookError
from coi_audit.model.audit import Finding
from coi_audit.model.words import Confidence, OpinionLevel, RuleOutcome, Severity
from coi_audit.paths import rules_folder
from coi_audit.rulebook.opinion import OpinionScale, load_opinion_scale


@pytest.fixture(scope="module")
def scale() -> OpinionScale:
    return load_opinion_scale(rules_folder())


def finding(rule: str, severity: str, outcome: str = "not_met") -> Finding:
    return Finding(
        fingerprint="0", rule_id=rule, title="", area="", outcome=RuleOutcome(outcome), severity=Severity(severity),
        confidence=Confidence.CERTAIN, statement="", criterion=None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("findings", "level"),
    [
        ([], "full"),
        ([("MIN-02", "low"), ("DEC-05", "info")], "full"),
        ([("DEC-05", "medium")], "substantial"),
        ([("DEC-05", "medium"), ("DEC-03", "high")], "limited"),
        ([("DEC-01", "critical")], "limited"),
        ([("MTG-07", "critical")], "no"),
        ([("DEC-05", "medium"), ("MTG-07", "critical"), ("DEC-03", "high")], "no"),
        ([("MTG-07", "critical", "cannot_tell")], "substantial"),
        ([("DEC-03", "high", "cannot_tell")], "substantial"),
        ([("DEC-05", "medium", "cannot_tell")], "full"),
        ([("DEC-03", "high", "cannot_tell"), ("PCC-02", "high")], "limited"),
    ],
)
def test_the_level_follows_the_weightiest_finding(
    scale: OpinionScale, findings: list[tuple[str, ...]], level: str
) -> None:
    opinion = scale.judge([finding(*each) for each in findings])
    assert (opinion.level, opinion.withheld) == (OpinionLevel(level), False)
    assert opinion.reasons


def test_each_finding_counts_once_and_every_step_that_holds_is_a_reason(scale: OpinionScale) -> None:
    opinion = scale.judge(
        [
            finding("MTG-07", "critical"), finding("DEC-01", "critical"), finding("DEC-01", "critical"),
            finding("CHR-01", "critical"), finding("DEC-04", "high", "cannot_tell"),
        ]
    )  # fmt: skip
    assert opinion.reasons == (
        "A person with a direct interest in the matter took part in the decision (1 finding: MTG-07).",
        "Another matter of critical weight is not met (3 findings: CHR-01, DEC-01).",
        "The papers do not answer a question of critical or high weight (1 finding: DEC-04).",
    )


def test_a_rule_that_failed_to_run_withholds_the_opinion(scale: OpinionScale) -> None:
    opinion = scale.judge([finding("DEC-05", "medium"), finding("QUO-01", "critical", "failed_to_run")])
    assert opinion.level is None
    assert opinion.withheld
    assert opinion.reasons[0] == "The opinion is withheld, because a rule failed to run (1 finding: QUO-01)."


def test_thresholds_are_data(tmp_path: Path) -> None:
    text = (rules_folder() / "opinion.yaml").read_text(encoding="utf-8")
    bent = text.replace("severities: [medium]\n", "severities: [medium]\n    at_least: 3\n")
    (tmp_path / "opinion.yaml").write_text(bent, encoding="utf-8")
    scale = load_opinion_scale(tmp_path)
    assert scale.judge([finding("DEC-05", "medium")] * 2).level is OpinionLevel.FULL
    assert scale.judge([finding("DEC-05", "medium")] * 3).level is OpinionLevel.SUBSTANTIAL


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('level: "no"', "level: no", "false is not"),
        ("outcome: cannot_tell", "outcome: unclear", '"unclear" is not one of met'),
        ("severities: [medium]", "severities: [middling]", '"middling" is not one of info'),
        ("severities: [medium]", "at_least: 0", "0 findings always fit"),
        ("severities: [medium]", "severity: medium", '"severity" is not a key of.*severities'),
        ("otherwise:", "else:", 'lacks the key "otherwise"'),
    ],
)
def test_a_bent_scale_is_refused_with_its_line(tmp_path: Path, old: str, new: str, words: str) -> None:
    text = (rules_folder() / "opinion.yaml").read_text(encoding="utf-8")
    (tmp_path / "opinion.yaml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(RulebookError, match=f"(?s){words}") as caught:
        load_opinion_scale(tmp_path)
    assert "opinion.yaml, line " in str(caught.value)


def test_a_missing_scale_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="the opinion scale is missing"):
        load_opinion_scale(tmp_path)
