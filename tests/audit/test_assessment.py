"""Ratings, certification and readiness follow from the findings: never better than they allow, never without ground."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit import app, paths
from coi_audit.audit.assessment import assess
from coi_audit.audit.audited import Audited
from coi_audit.audit.engine import Verdicts
from coi_audit.audit.opinion import form_opinion
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.assessment import Assessment, CertificationAnswer, ComplianceLevel, ReadinessLevel, ScaleName
from coi_audit.model.audit import Finding, MissingMeeting, Opinion
from coi_audit.model.case import Case
from coi_audit.model.evidence import InputFile, Rejected, SourceRef
from coi_audit.model.interests import Register
from coi_audit.model.people import Body, CoCommissioning, Committee
from coi_audit.model.words import (
    BodyKind,
    CoCommissioningKind,
    CommitteeKind,
    Confidence,
    OpinionLevel,
    RuleOutcome,
    Severity,
)

HERE = SourceRef(file="body.yaml")
AS_OF = date(2018, 12, 31)
OPINION = Opinion(OpinionLevel.SUBSTANTIAL, ("One.",))
WORST_FIRST = (OpinionLevel.NO, OpinionLevel.LIMITED)
DELEGATED, JOINT = CoCommissioningKind.DELEGATED, CoCommissioningKind.JOINT


@cache
def books() -> app.Books:
    return app.load_books(paths.rules_folder())


def body(model: CoCommissioningKind = DELEGATED, *, kind: BodyKind = BodyKind.CCG, **changes: Any) -> Body:
    committee = Committee(name="PCCC", kind=CommitteeKind.PCCC, source=HERE)
    given_: dict[str, Any] = {
        "name": "NHS Ashvale CCG",
        "kind": kind,
        "co_commissioning": (CoCommissioning(kind=model),),
        "committees": (committee,),
        "source": HERE,
    }
    return Body(**{**given_, **changes})


def audited(whose: Body, *, as_of: date = AS_OF, first: date = date(2018, 4, 1), **case: Any) -> Audited:
    knowledge = app.knowledge_for(whose, books=books(), lists=None)
    return Audited(Case(body=whose, **case), (), PeopleIndex(()), knowledge, as_of, first, as_of)


def finding(rule: str, severity: str, outcome: str = "not_met", **changes: Any) -> Finding:
    values: dict[str, Any] = {
        "fingerprint": f"{rule}{severity}{outcome}",
        "rule_id": rule,
        "title": f"Title of {rule}",
        "area": "",
        "outcome": RuleOutcome(outcome),
        "severity": Severity(severity),
        "confidence": Confidence.CERTAIN,
        "statement": f"{rule} was found.",
        "criterion": None,
    }
    return Finding(**{**values, **changes})


def verdicts(*findings: Finding, met: Sequence[str] = ()) -> Verdicts:
    found = Verdicts(
        findings=[one for one in findings if one.outcome is not RuleOutcome.FAILED_TO_RUN],
        failed=[one for one in findings if one.outcome is RuleOutcome.FAILED_TO_RUN],
    )
    for one in findings:
        found.counts.setdefault(one.rule_id, Counter())[one.outcome] += 1
    for rule in met:
        found.counts.setdefault(rule, Counter())[RuleOutcome.MET] += 1
    return found


def assessed(
    *findings: Finding,
    about: Audited | None = None,
    met: Sequence[str] = (),
    missing: Sequence[MissingMeeting] = (),
    opinion: Opinion = OPINION,
) -> Assessment:
    found = assess(about or audited(body()), verdicts(*findings, met=met), missing=missing, opinion=opinion)
    assert found is not None
    return found


def area(found: Assessment, key: str, audit: int = 0) -> Any:
    return next(one for one in found.audits[audit].areas if one.key == key)


def answer(found: Assessment, key: str) -> Any:
    return next(one for one in found.certification if one.key == key)


MISSING = MissingMeeting("PCCC", date(2018, 9, 4), None, "Announced; no papers.", None)
RULES = sorted(app.rulebook_of(paths.rules_folder()).rules)
FINDINGS = st.lists(
    st.builds(
        finding,
        st.sampled_from(RULES),
        st.sampled_from([one.value for one in Severity]),
        st.sampled_from(["not_met", "cannot_tell"]),
    ),
    max_size=8,
)


# No rating is better than the findings allow


@given(FINDINGS, st.sampled_from(RULES))
@settings(max_examples=200, deadline=None)
def test_an_unmanaged_critical_finding_lets_nothing_come_out_better_than_limited(
    others: list[Finding], rule: str
) -> None:
    critical = finding(rule, "critical")
    for found in ([critical, *others], [*others, critical]):
        assert books().opinion.judge(found).level in WORST_FIRST
        whole = assessed(*found, about=audited(body(JOINT)), met=RULES)
        for one in (each for audit in whole.audits for each in audit.areas if rule in each.rule_ids):
            assert one.level in (*WORST_FIRST, ComplianceLevel.NON_COMPLIANT)
        assert whole.readiness is not None
        assert whole.readiness.level is ReadinessLevel.LATER
        assert any(rule in one.rule_ids for one in whole.readiness.findings)


@given(FINDINGS, st.sampled_from(RULES))
@settings(max_examples=100, deadline=None)
def test_one_more_finding_never_makes_a_rating_better(before: list[Finding], rule: str) -> None:
    more = [*before, finding(rule, "high")]
    for delegated in (DELEGATED, JOINT):
        about = audited(body(delegated))
        first, then = (assessed(*found, about=about, met=RULES) for found in (before, more))
        for old, new in zip(first.audits, then.audits, strict=True):
            order = list(ComplianceLevel if old.scale is ScaleName.COMPLIANCE else books().opinion.best_first)
            for one, other in zip(old.areas, new.areas, strict=True):
                if one.level is not None:
                    assert order.index(other.level) >= order.index(one.level)


@given(FINDINGS)
@settings(max_examples=50, deadline=None)
def test_a_rule_that_failed_to_run_withholds_opinion_ratings_and_readiness(others: list[Finding]) -> None:
    failed = finding("QUO-01", "critical", "failed_to_run")
    about = audited(body(JOINT), registers=())
    found = verdicts(failed, *others, met=RULES)
    judged = books().opinion.judge((*found.findings, *found.failed))
    assert (judged.level, judged.withheld) == (None, True)
    whole = assess(about, found, missing=(), opinion=Opinion(judged.level, judged.reasons, judged.withheld))
    assert whole is not None
    assert {(one.level, one.withheld) for audit in whole.audits for one in audit.areas} == {(None, True)}
    assert whole.readiness is not None
    assert (whole.readiness.level, whole.readiness.withheld) == (None, True)


def test_a_failed_rule_leaves_its_question_open() -> None:
    whole = assessed(finding("GOV-02", "medium", "failed_to_run"), met=RULES)
    line = answer(whole, "lay_members")
    assert line.answer is CertificationAnswer.CANNOT_TELL
    assert line.because == ("A rule failed to run: GOV-02.",)


def test_an_opinion_withheld_for_want_of_papers_withholds_the_ratings_too() -> None:
    about = audited(body(JOINT), registers=(Register(file="r.xlsx", source=HERE),))
    opinion = form_opinion(verdicts(met=RULES), case=about.case, examined=(), missing=(), scale=books().opinion)
    assert opinion.withheld
    whole = assessed(about=about, met=RULES, opinion=opinion)
    assert {one.withheld for audit in whole.audits for one in audit.areas} == {True}
    assert whole.readiness is not None
    assert whole.readiness.withheld


# The areas


def test_a_finding_lowers_its_own_area_alone() -> None:
    whole = assessed(finding("DEC-03", "high"), finding("MIN-02", "low"), met=RULES)
    assert area(whole, "declarations").level is ComplianceLevel.NON_COMPLIANT
    assert area(whole, "declarations").fingerprints == ("DEC-03highnot_met",)
    assert area(whole, "decisions").level is ComplianceLevel.COMPLIANT
    assert area(whole, "governance", audit=1).level is OpinionLevel.LIMITED
    assert area(whole, "commissioning", audit=1).level is OpinionLevel.FULL


def test_levels_of_one_scale_never_stand_in_another() -> None:
    whole = assessed(finding("MTG-07", "critical"), finding("DEC-05", "medium"), met=RULES)
    first, second = whole.audits
    assert (first.scale, second.scale) == (ScaleName.COMPLIANCE, ScaleName.ASSURANCE)
    assert {type(one.level) for one in first.areas} == {ComplianceLevel}
    assert {type(one.level) for one in second.areas if one.level is not None} == {OpinionLevel}


def test_an_area_to_which_nothing_speaks_is_not_rated() -> None:
    whole = assessed(finding("BRC-01", "high", "cannot_tell"), met=["MTG-05"])
    assert area(whole, "concerns").level is None
    assert area(whole, "concerns").reasons == ("Not rated: the papers answer none of its questions.",)
    assert area(whole, "registers").reasons == ("Not rated: no rule spoke to it in these papers.",)
    finance = area(whole, "finance", audit=1)
    assert (finance.level, finance.withheld, finance.rule_ids) == (None, False, ())
    assert "finance" in finance.ask_the_body


def test_papers_that_are_gone_keep_an_area_from_the_best_level() -> None:
    whole = assessed(met=RULES, missing=(MISSING,))
    assert area(whole, "decisions").level is ComplianceLevel.PARTIALLY_COMPLIANT
    assert "1 meeting of the period left no papers." in area(whole, "decisions").reasons
    assert area(whole, "registers").level is ComplianceLevel.COMPLIANT
    unread = Rejected(file="x.pdf", place="", value="", problem="it cannot be read.", fix="mend.")
    whole = assessed(met=RULES, about=audited(body(), rejected=(unread,)))
    assert {one.level for one in whole.audits[0].areas} == {ComplianceLevel.PARTIALLY_COMPLIANT}


def test_frameworks_are_used_where_and_when_they_held() -> None:
    assert [one.key for one in assessed().audits] == ["conflicts_of_interest", "primary_medical_care"]
    assert [one.key for one in assessed(about=audited(body(JOINT))).audits] == ["conflicts_of_interest"]
    early = audited(body(), as_of=date(2018, 7, 31))
    assert [one.key for one in assessed(about=early).audits] == ["conflicts_of_interest"]
    board = assessed(about=audited(body(kind=BodyKind.ICB), as_of=date(2024, 3, 31), first=date(2023, 4, 1)))
    assert [(one.key, one.in_force) for one in board.audits] == [("conflicts_of_interest", False)]
    assert board.certification == ()


# The self-certification


def test_questions_are_answered_from_the_rules() -> None:
    published = finding("PUB-01", "critical")
    absent = finding("TRN-02", "medium", "cannot_tell", paper_absent=True)
    asked = finding("GOV-02", "medium", "cannot_tell", ask="Who sits on the governing body?")
    met = ["GOV-01", "GOV-04", "MTG-01", "GFT-09", "PRC-04"]
    whole = assessed(published, absent, asked, met=met)
    assert answer(whole, "processes").answer is CertificationAnswer.YES
    assert answer(whole, "registers_published").answer is CertificationAnswer.NO
    assert answer(whole, "registers_published").because == ("PUB-01 was found.",)
    assert answer(whole, "training").missing == ("The training records",)
    assert answer(whole, "lay_members").missing == ("Who sits on the governing body?",)
    assert answer(whole, "form_published").answer is CertificationAnswer.CANNOT_TELL
    assert answer(whole, "form_published").missing


def test_one_rule_that_tested_nothing_keeps_the_answer_open() -> None:
    whole = assessed(met=["GOV-01", "MTG-01"])
    line = answer(whole, "processes")
    assert line.answer is CertificationAnswer.CANNOT_TELL
    assert "GOV-04" in line.because[0]


@pytest.mark.parametrize(
    ("findings", "kinds", "told"),
    [
        ((finding("BRC-01", "high"),), ("breaches",), CertificationAnswer.YES),
        ((), ("breaches",), CertificationAnswer.NO),
        ((), (), CertificationAnswer.CANNOT_TELL),
        ((finding("BRC-01", "high", "cannot_tell", paper_absent=True),), (), CertificationAnswer.CANNOT_TELL),
    ],
)
def test_breaches_are_what_the_log_lists(
    findings: tuple[Finding, ...], kinds: tuple[str, ...], told: CertificationAnswer
) -> None:
    inputs = tuple(InputFile(path=kind, sha256="0" * 64, kind=kind) for kind in kinds)
    assert answer(assessed(*findings, about=audited(body(), inputs=inputs)), "breaches").answer is told


def test_the_return_was_asked_for_from_2016_to_2019() -> None:
    assert assessed().certification
    assert not assessed(about=audited(body(), first=date(2019, 4, 1), as_of=date(2020, 3, 31))).certification


# Readiness


@pytest.mark.parametrize(
    ("whose", "told"),
    [
        (body(JOINT), True),
        (body(CoCommissioningKind.GREATER_INVOLVEMENT), True),
        (body(DELEGATED), False),
        (body(co_commissioning=()), False),
        (body(co_commissioning=(CoCommissioning(kind=DELEGATED, from_=date(2019, 4, 1)),)), True),
        (body(JOINT, kind=BodyKind.ICB), False),
    ],
)
def test_readiness_is_told_of_a_body_that_may_ask_for_delegation(whose: Body, told: bool) -> None:
    assert (assessed(about=audited(whose)).readiness is not None) is told


@pytest.mark.parametrize(
    ("findings", "level"),
    [
        ((), "now"),
        ((finding("DEC-05", "medium"), finding("DEC-05", "medium", "cannot_tell")), "now"),
        ((finding("DEC-03", "high"),), "soon"),
        ((finding("PUB-01", "critical", "cannot_tell", paper_absent=True),), "soon"),
        ((finding("DEC-01", "critical"),), "later"),
        ((finding("PCC-02", "high"),), "later"),
        ((finding("QUO-04", "medium"),), "later"),
    ],
)
def test_readiness_is_now_soon_or_later(findings: tuple[Finding, ...], level: str) -> None:
    found = assessed(*findings, about=audited(body(JOINT)), met=RULES).readiness
    assert found is not None
    assert found.level is ReadinessLevel(level)
    assert found.reasons


def test_what_stands_between_the_body_and_now_is_listed() -> None:
    about = audited(body(JOINT, committees=()))
    found = assessed(
        finding("DEC-03", "high"),
        finding("DEC-05", "medium"),
        finding("DEC-01", "critical"),
        finding("PUB-01", "critical", "cannot_tell", paper_absent=True),
        finding("DEC-02", "high", "cannot_tell"),
        about=about,
        missing=(MISSING,),
    ).readiness
    assert found is not None
    assert [(one.rule_ids, one.level.value) for one in found.findings] == [
        (("DEC-01",), "later"),
        (("DEC-03",), "soon"),
    ]
    told = [one.what for one in found.papers]
    assert told[0] == "1 meeting of the period left no papers."
    assert told[1].startswith("No primary care commissioning committee")
    assert told[2:] == ["Where and when each register was published", "DEC-02 was found."]


def test_a_missing_committee_alone_is_soon() -> None:
    found = assessed(about=audited(body(JOINT, committees=())), met=RULES).readiness
    assert found is not None
    assert found.level is ReadinessLevel.SOON
    assert len(found.reasons) == 1


# Papers to ask for


def test_an_absent_paper_is_one_entry_with_every_rule_it_would_answer() -> None:
    absent = [finding(rule, "medium", "cannot_tell", paper_absent=True) for rule in ("BRC-02", "BRC-01", "TRN-01")]
    silent = finding("BRC-04", "low", "cannot_tell")
    whole = assessed(*absent, silent, finding("BRC-03", "high"))
    log, training = sorted(whole.papers, key=lambda one: one.title)[:2]
    assert log.rule_ids == ("BRC-01", "BRC-02")
    assert training.rule_ids == ("TRN-01",)
    assert log.severity is Severity.MEDIUM
    assert {number for one in whole.papers for number in one.fingerprints} == {one.fingerprint for one in absent}


def test_every_rule_speaks_to_exactly_one_of_the_five_areas() -> None:
    told = Counter(rule for one in books().frameworks.audits[0].areas for rule in one.rules)
    assert {rule: number for rule, number in told.items() if number != 1} == {}
    assert set(told) == set(RULES)


def test_knowledge_without_frameworks_assesses_nothing() -> None:
    about = audited(body())
    bare = replace(about, knowledge=replace(about.knowledge, frameworks=None))
    assert assess(bare, verdicts(), missing=(), opinion=OPINION) is None
