"""The engine: six outcomes counted, a crash kept apart, the opinion withheld, one number for one matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from coi_audit import app, paths
from coi_audit.audit.engine import fingerprint
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request, run_audit
from coi_audit.audit.unit import Unit
from coi_audit.checks import Check, all_checks
from coi_audit.errors import ExitCode
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts import MemberFacts
from coi_audit.model.people import Body
from coi_audit.model.words import Examines, OpinionLevel, RuleOutcome
from coi_audit.readers.case_folder import read_case

SAMPLE = Path(__file__).resolve().parents[2] / "sample_data"
AS_OF = date(2018, 1, 15)


@cache
def loaded(folder: str) -> tuple[Case, Knowledge]:
    case = read_case(SAMPLE / folder)
    return case, app.knowledge_for(case.body, books=app.load_books(paths.rules_folder()), lists=None)


def audited(folder: str, **changes: Any) -> Audit:
    case, knowledge = loaded(folder)
    return run_audit(case, request=Request(AS_OF), knowledge=replace(knowledge, **changes), tool_version="test")


def crashing(facts: Any, params: Any) -> Any:
    raise ZeroDivisionError("planted")


def test_a_crashing_rule_is_counted_apart_and_withholds_the_opinion() -> None:
    checks = dict(all_checks())
    check = checks["participation"]
    checks["participation"] = Check(check.name, check.examines, check.params, crashing)
    broken, whole = audited("southmoor-ccg", checks=checks), audited("southmoor-ccg")
    assert broken.outcomes[RuleOutcome.FAILED_TO_RUN] > 0
    assert broken.opinion.withheld
    assert broken.opinion.level is None
    assert app.exit_code_of(broken) is ExitCode.INCOMPLETE
    assert any("ZeroDivisionError" in notice for notice in broken.notices)
    others = {rule for rule in whole.rule_outcomes if rule != "MTG-07"}
    assert {rule: broken.rule_outcomes[rule] for rule in others} == {rule: whole.rule_outcomes[rule] for rule in others}


def test_every_rule_of_the_rulebook_is_counted() -> None:
    audit = audited("southmoor-ccg")
    assert set(audit.rule_outcomes) == set(app.rulebook_of(paths.rules_folder()).rules)
    assert all(sum(counts.values()) for counts in audit.rule_outcomes.values())
    assert sum(audit.outcomes.values()) == sum(sum(counts.values()) for counts in audit.rule_outcomes.values())


def test_no_register_withholds_the_opinion() -> None:
    case, knowledge = loaded("southmoor-ccg")
    bare = case.model_copy(update={"registers": ()})
    audit = run_audit(bare, request=Request(AS_OF), knowledge=knowledge, tool_version="test")
    assert audit.opinion.withheld
    assert "no register" in audit.opinion.reasons[0]


def test_an_unread_file_keeps_the_opinion_from_being_full() -> None:
    from coi_audit.model.evidence import Rejected

    case, knowledge = loaded("southmoor-ccg")
    lost = Rejected(file="register-2.xlsx", place="", value="", problem="the file is damaged", fix="save it again")
    audit = run_audit(
        case.model_copy(update={"rejected": (lost,)}), request=Request(AS_OF), knowledge=knowledge, tool_version="test"
    )
    assert audit.opinion.level is not OpinionLevel.FULL
    assert app.exit_code_of(audit) is ExitCode.INCOMPLETE


@pytest.mark.long
def test_the_same_papers_give_the_same_audit() -> None:
    from coi_audit.report.as_json import json_text

    assert json_text(audited("northfield-ccg")) == json_text(audited("northfield-ccg"))


def test_every_finding_has_its_source_its_evidence_and_a_number_of_its_own() -> None:
    audit = audited("northfield-ccg")
    assert len({one.fingerprint for one in audit.findings}) == len(audit.findings)
    for finding in audit.findings:
        assert finding.criterion is not None
        assert finding.statement
        assert finding.recommendation
        if finding.outcome is RuleOutcome.CANNOT_TELL:
            assert finding.ask, finding.rule_id


BODY = Body(name="NHS Somewhere CCG", source=SourceRef(file="body.yaml"))


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"meeting": date(2017, 3, 7)}, True),
        ({"committee": "Audit Committee"}, True),
        ({"person": "Dr Else"}, False),
        ({"interest": "other"}, False),
    ],
)
def test_a_lasting_matter_keeps_its_number_from_meeting_to_meeting(change: dict[str, Any], same: bool) -> None:
    unit = Unit(
        Examines.MEMBER,
        MemberFacts(on=AS_OF),
        person="Dr Some",
        meeting=date(2017, 9, 5),
        committee="PCCC",
        lasting=True,
    )
    assert (fingerprint("DEC-04", unit, BODY) == fingerprint("DEC-04", replace(unit, **change), BODY)) is same
