"""The loader refuses a rulebook that is not exactly right, says where, and how to mend it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from small_rulebook import CHECKS, RULE, SOURCES, write

from coi_audit.errors import ExitCode, RulebookError
from coi_audit.rulebook.load import load_rulebook

BENT = yaml.safe_load((Path(__file__).parent / "bent_rules.yaml").read_text(encoding="utf-8"))
PARTS = {
    "*": RULE,
    "*versions": RULE[RULE.index("versions:") : RULE.index("cases:")],
    "*cases": RULE[RULE.index("cases:") :],
}


@pytest.mark.parametrize("bent", BENT, ids=[bent["what"] for bent in BENT])
def test_a_bent_rule_is_refused_with_its_line_and_a_mend(tmp_path: Path, bent: dict[str, Any]) -> None:
    old = PARTS.get(bent["old"], bent["old"])
    assert RULE.count(old) == 1, f"the text to bend stands {RULE.count(old)} times"
    with pytest.raises(RulebookError, match=f"(?s){bent['says']}") as caught:
        load_rulebook(write(tmp_path, rule=RULE.replace(old, bent["new"])), CHECKS)
    message = str(caught.value)
    line = f", line {bent['line']}" if bent["line"] else ""
    assert f"rules/declaration/TST-01.yaml{line}:" in message
    assert "To fix:" in message
    assert caught.value.exit_code is ExitCode.RULEBOOK


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("  evidence: seen\n", "", 'lacks the key "evidence"'),
        ("evidence: seen", "evidence: sure", '"sure" is not one of'),
        ("from: 2014-01-01", "from: January", '"January" is not a date'),
        ("url: https://example.org/guidance", "url: our website", "not a web address"),
        (
            "publisher: A publisher\n  in_force: {from: 2016",
            "author: A publisher\n  in_force: {from: 2016",
            '"author" is not a key',
        ),
        ("NEW:", "OLD:", 'the key "OLD" is given twice'),
    ],
)
def test_a_bent_source_is_refused(tmp_path: Path, old: str, new: str, words: str) -> None:
    with pytest.raises(RulebookError, match=words) as caught:
        load_rulebook(write(tmp_path, sources=SOURCES.replace(old, new)), CHECKS)
    assert "rules/sources.yaml, line" in str(caught.value)


def test_the_only_confirmed_paragraph_numbers_are_let_through(tmp_path: Path) -> None:
    def cited(locator: str, folder: str) -> Path:
        (tmp_path / folder).mkdir()
        rule = RULE.replace("source: NEW", "source: SG16").replace(
            '"Declaring interests"}\n    params: {since: 2016', f'"{locator}"}}\n    params: {{since: 2016'
        )
        return write(
            tmp_path / folder, rule=rule, sources=SOURCES + SOURCES[SOURCES.index("NEW") :].replace("NEW", "SG16")
        )

    load_rulebook(cited("Internal audit, paragraphs 127-130", "right"), CHECKS)
    for folder, locator in {"a": "paragraph 131", "b": "paras 126-130", "c": "Para. 5"}.items():
        with pytest.raises(RulebookError, match="nobody has confirmed"):
            load_rulebook(cited(locator, folder), CHECKS)


def test_params_for_a_check_that_takes_none_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match='"crashing" takes no params'):
        load_rulebook(write(tmp_path, rule=RULE.replace("check: months_old", "check: crashing")), CHECKS)


def test_everything_wrong_is_reported_at_once(tmp_path: Path) -> None:
    rules = write(
        tmp_path, rule=RULE.replace("severity: high", "severity: grave").replace("expect: met", "expect: fine")
    )
    (rules / "declaration" / "TST-02.yaml").write_text(RULE.replace("source: OLD", "source: LOST"), encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(rules, CHECKS)
    message = str(caught.value)
    assert message.startswith('rules/declaration/TST-01.yaml, line 4: "severity": "grave" is not one of')
    assert "more in the rulebook:" in message
    for words in (
        '"fine" is not one of',
        'the id "TST-01" is not the name of its file',
        '"LOST" is not a known source',
    ):
        assert message.count(words) == 1


def test_no_rule_is_left_out_unseen(tmp_path: Path) -> None:
    rules = write(tmp_path)
    (rules / "declaration" / "TST-02.yml").write_text(RULE, encoding="utf-8")
    (rules / "declaration" / "old").mkdir()
    (rules / "declaration" / "old" / "TST-03.yaml").write_text(RULE, encoding="utf-8")
    with pytest.raises(RulebookError) as caught:
        load_rulebook(rules, CHECKS)
    assert "rules/declaration/TST-02.yml: this is not a rule file." in str(caught.value)
    assert "rules/declaration/old/TST-03.yaml: this is not a rule file." in str(caught.value)


def test_one_id_in_two_folders_is_refused(tmp_path: Path) -> None:
    rules = write(tmp_path)
    (rules / "recusal").mkdir()
    (rules / "recusal" / "TST-01.yaml").write_text(RULE.replace("area: declaration", "area: recusal"), encoding="utf-8")
    with pytest.raises(RulebookError, match=r"already taken by declaration/TST-01\.yaml"):
        load_rulebook(rules, CHECKS)


def test_missing_sources_an_empty_folder_and_an_unreadable_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RulebookError, match="list of sources is missing"):
        load_rulebook(write(tmp_path / "a", sources=None), CHECKS)
    empty = tmp_path / "b" / "rules"
    empty.mkdir(parents=True)
    (empty / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    with pytest.raises(RulebookError, match="holds no rules"):
        load_rulebook(empty, CHECKS)
    broken = write(tmp_path / "c")
    (broken / "declaration" / "TST-01.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(RulebookError, match="cannot be read as text"):
        load_rulebook(broken, CHECKS)
