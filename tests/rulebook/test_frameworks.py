"""frameworks.yaml and papers.yaml are read strictly: a bent one is refused with its line."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from coi_audit.checks import all_checks
from coi_audit.errors import RulebookError
from coi_audit.model.assessment import ComplianceLevel, Frequency, ReadinessLevel, ScaleName
from coi_audit.model.words import RuleOutcome
from coi_audit.paths import rules_folder
from coi_audit.rulebook.frameworks import load_frameworks
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.papers import load_papers
from coi_audit.rulebook.types import Rulebook


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return load_rulebook(rules_folder(), all_checks())


def bent(folder: Path, file: str, old: str, new: str) -> Path:
    shutil.copy(rules_folder() / file, folder / file)
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text, old
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    return folder


def test_the_frameworks_are_those_of_nhs_england(rulebook: Rulebook) -> None:
    found = load_frameworks(rules_folder(), rulebook)
    first, second = found.audits
    assert (first.source.key, first.scale, len(first.areas)) == ("COIAUD16", ScaleName.COMPLIANCE, 5)
    assert (second.source.key, second.scale, len(second.areas)) == ("PMCAUD18", ScaleName.ASSURANCE, 4)
    assert second.delegated_only
    assert found.compliance.best_first == tuple(ComplianceLevel)
    assert found.readiness.best_first == tuple(ReadinessLevel)
    frequencies = [one.frequency for one in found.certification.questions]
    assert (frequencies.count(Frequency.QUARTERLY), frequencies.count(Frequency.ANNUAL)) == (4, 4)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("level: non_compliant", "level: limited", '"limited" is not one of compliant, partially_compliant'),
        ("level: later", "level: never", '"never" is not one of now, soon, later'),
        ("scale: compliance\n", "scale: stars\n", '"stars" is not one of compliance, assurance'),
        ("source: COIAUD16", "source: COIAUD17", '"COIAUD17" is not a known source'),
        ("rules: [PCC-01,", "rules: [PCC-99,", 'there is no rule "PCC-99"'),
        ("rules: [QUO-04,", "rules: [QUO-77,", 'there is no rule "QUO-77"'),
        (
            "folders: [register]",
            "folders: [registers]",
            'there is no folder of rules "registers".*did you mean "register"',
        ),
        ("    always: true", "    forever: true", '"forever" is not a key of'),
        ("        meetings: true", "        meetings: sometimes", '"sometimes" is not true or false'),
        ("      - key: registers\n", "      - key: governance\n", 'the key "governance" is given to two entries'),
        ("frequency: annual", "frequency: yearly", '"yearly" is not one of quarterly, annual'),
        ("no_committee:", "no_committees:", 'lacks the key "no_committee"'),
        ("      ask: Which policy", "      asks: Which policy", '"asks" is not known to a question'),
    ],
)
def test_bent_frameworks_are_refused(tmp_path: Path, rulebook: Rulebook, old: str, new: str, words: str) -> None:
    with pytest.raises(RulebookError, match=f"(?s){words}") as caught:
        load_frameworks(bent(tmp_path, "frameworks.yaml", old, new), rulebook)
    assert "frameworks.yaml, line " in str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("rules: [GFT-01,", "rules: [GFT-77,", 'there is no rule "GFT-77"'),
        ("  ask: Supply the minutes", "  asks: Supply the minutes", '"asks" is not known to a paper'),
        ("meeting:\n", "meetings:\n", 'lacks the key "meeting"'),
    ],
)
def test_a_bent_list_of_papers_is_refused(tmp_path: Path, rulebook: Rulebook, old: str, new: str, words: str) -> None:
    with pytest.raises(RulebookError, match=f"(?s){words}") as caught:
        load_papers(bent(tmp_path, "papers.yaml", old, new), rulebook)
    assert "papers.yaml, line " in str(caught.value)


def test_an_area_holds_its_folders_but_for_what_another_names(rulebook: Rulebook) -> None:
    areas = {one.key: one.rules for one in load_frameworks(rules_folder(), rulebook).audits[0].areas}
    assert {"DEC-01", "GFT-01", "ICB-01"} <= set(areas["declarations"])
    assert "EMP-02" in areas["governance"]
    assert "EMP-02" not in areas["declarations"]
    assert list(areas["registers"]) == sorted(areas["registers"])


@pytest.mark.parametrize("load", [load_frameworks, load_papers])
def test_a_missing_file_is_refused(load: Callable[..., Any], tmp_path: Path, rulebook: Rulebook) -> None:
    with pytest.raises(RulebookError, match="missing"):
        load(tmp_path, rulebook)


def test_no_rule_is_answered_by_two_papers(rulebook: Rulebook) -> None:
    named = [rule for kind in load_papers(rules_folder(), rulebook).kinds for rule in kind.rules]
    assert sorted(named) == sorted(set(named))


def test_every_rule_that_an_absent_paper_silences_stands_under_a_paper(rulebook: Rulebook) -> None:
    named = {rule for kind in load_papers(rules_folder(), rulebook).kinds for rule in kind.rules}
    silenced = {
        rule.id
        for rule in rulebook.rules.values()
        for case in rule.cases
        if getattr(case.facts, "paper", True) is False and case.expect is RuleOutcome.CANNOT_TELL
    }
    assert silenced
    assert silenced - named == set()
