"""From assurance.yaml, training lists and breach logs in a folder to findings: each rule not met, met and asked."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.audit.run import Request, run_audit
from coi_audit.model.audit import Audit, Finding
from coi_audit.model.dates import in_words
from coi_audit.model.words import RuleOutcome, Severity
from coi_audit.readers.case_folder import read_case

OURS = ("BRC", "GOV", "TRN", "AUD")
BODY = """\
name: NHS Fernmoor CCG
ods_code: 99Y
kind: {kind}
co_commissioning: delegated
committees:
  - name: Governing Body
    kind: governing_body
    members:
      - {{name: Colin Batty, role: lay, title: Lay Member and Audit Chair, chair: true, from: 2013-04-01}}
      - {{name: Ann Tolley, role: lay, title: Lay Member, from: 2013-04-01}}
      - {{name: Olive Marsh, role: lay, title: Lay Member, from: 2013-04-01, to: {olive}}}
      - {{name: Edith Marl, role: nurse, from: 2013-04-01}}
      - {{name: Jo Reed, role: executive, from: 2013-04-01}}
organisations:
  - {{name: Larkfield Surgery, kind: practice}}
"""
HEADINGS = "Name,Position,Declared interest,Type,Nature of interest,Direct,From,To,Declared on\n"
NIL = "".join(f"{name},Member,Nil return,,,,,,20/03/2017\n"
              for name in ("Colin Batty", "Ann Tolley", "Olive Marsh", "Edith Marl", "Jo Reed"))  # fmt: skip
MINUTES = """\
NHS Fernmoor CCG
Minutes of the Governing Body held on {day}

Present:
Colin Batty, Lay Member (Chair)
Ann Tolley, Lay Member
Jo Reed, Accountable Officer

1. Declarations of interest
The chair asked for declarations of interest. There were none.

2. Finance report
The report was noted.
"""
TRAINING = "Name,Role,Module 1 date,Module 1 score\n"
BREACHES = "Ref,Date of breach,Nature of breach,Investigated,Learning,Published,NHS England told\n"
ALL_TRAINED = TRAINING + "".join(
    f"{name},Member,05/11/2017,90\n" for name in ("Colin Batty", "Ann Tolley", "Olive Marsh", "Edith Marl", "Jo Reed")
)
SOUND = """\
guardian: {name: Colin Batty, appointed_on: 2016-07-01, audit_chair: yes}
policy: {title: Standards of conduct, covers: all, breach_notice_to_nhs_england: yes}
internal_audits:
  - {subject: conflicts of interest, year: 2017/18, rating: substantial, in_governance_statement: yes}
self_certification:
  - {period: 2017/18, submitted_on: 2018-04-20, published_on: 2018-05-01, training_percent: 95}
breaches: none
"""


@cache
def the_books() -> app.Books:
    return app.load_books(paths.rules_folder())


def audit(
    folder: Path,
    files: dict[str, str],
    *,
    register: str = NIL,
    kind: str = "ccg",
    day: date = date(2017, 9, 5),
    as_of: date = date(2018, 4, 30),
    olive: str = "2030-03-31",
) -> Audit:
    """The audit of a folder with one meeting, a register and these papers, without national lists."""
    meeting = folder / f"meetings/{day}-gb"
    meeting.mkdir(parents=True)
    (meeting / "minutes.txt").write_text(MINUTES.format(day=in_words(day)), encoding="utf-8")
    (folder / "body.yaml").write_text(BODY.format(kind=kind, olive=olive), encoding="utf-8")
    (folder / f"register {day}.csv").write_text(HEADINGS + register, encoding="utf-8")
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    case, books = read_case(folder), the_books()
    assert [one for one in case.rejected if one.file in files] == []
    return run_audit(
        case,
        request=Request(as_of),
        knowledge=app.knowledge_for(case.body, books=books, lists=None),
        tool_version="1",
    )


def ours(found: Audit, outcome: RuleOutcome) -> dict[str, list[Finding]]:
    """This family's findings of one outcome, by rule."""
    by_rule: dict[str, list[Finding]] = {}
    for one in found.findings:
        if one.outcome is outcome and one.rule_id.startswith(OURS):
            by_rule.setdefault(one.rule_id, []).append(one)
    return by_rule


def not_met(found: Audit) -> dict[str, list[Finding]]:
    return ours(found, RuleOutcome.NOT_MET)


def asked(found: Audit) -> dict[str, list[Finding]]:
    return ours(found, RuleOutcome.CANNOT_TELL)


def told(files: dict[str, str], **changes: str) -> dict[str, str]:
    """The sound papers with some words of assurance.yaml exchanged."""
    text = SOUND
    for old, new in changes.items():
        assert SECTIONS[old] in text
        text = text.replace(SECTIONS[old], new)
    return {"assurance.yaml": text, "training.csv": ALL_TRAINED, **files}


SECTIONS = {line.split(":")[0]: line for line in (f"{part}" for part in SOUND.split("\n")) if ":" in line[:20]}


def test_sound_papers_leave_nothing_open(tmp_path: Path) -> None:
    found = audit(tmp_path, told({}))
    assert not_met(found) == {}
    assert asked(found) == {}


def test_without_any_paper_each_rule_asks_once(tmp_path: Path) -> None:
    found = audit(tmp_path, {})
    assert not_met(found) == {}
    questions = asked(found)
    assert set(questions) == {
        "BRC-01", "BRC-02", "BRC-03", "BRC-04", "GOV-01", "GOV-04", "TRN-01", "TRN-02", "AUD-01", "AUD-02", "AUD-04",
    }  # fmt: skip
    assert all(len(found) == 1 and found[0].ask and found[0].paper_absent for found in questions.values())


def test_a_paper_that_says_there_was_none_of_it(tmp_path: Path) -> None:
    text = "guardian: none\npolicy: none\ninternal_audits: none\nself_certification: none\nbreaches: none\n"
    found = audit(tmp_path, {"assurance.yaml": text, "training.csv": ALL_TRAINED})
    assert set(not_met(found)) == {"GOV-01", "GOV-04", "AUD-01", "AUD-04"}
    assert [one.severity for one in not_met(found)["AUD-01"]] == [Severity.HIGH]
    assert {one.evidence[0].file for one in not_met(found)["GOV-01"]} == {"assurance.yaml"}


@pytest.mark.parametrize(
    ("row", "rule", "words"),
    [
        ("B1,4/1/2018,Late,No,Reminder sent,Yes,Yes\n", "BRC-01", "not investigated"),
        ("B1,4/1/2018,Late,Yes,Reminder sent,No,Yes\n", "BRC-02", "not published"),
        ("B1,4/1/2018,Late,Yes,Reminder sent,Yes,No\n", "BRC-03", "policy asks"),
        ("B1,4/1/2018,Late,Yes,,Yes,Yes\n", "BRC-04", "neither learning nor action"),
    ],
)
def test_what_a_log_of_breaches_shows(tmp_path: Path, row: str, rule: str, words: str) -> None:
    files = told({"breaches.csv": BREACHES + row}, breaches="")
    found = audit(tmp_path, files)
    assert set(not_met(found)) == {rule}
    (finding,) = not_met(found)[rule]
    assert words in " ".join(finding.because)
    assert finding.evidence[0].place() == "breaches.csv, row 2"
    assert asked(found) == {}


def test_a_breach_before_or_after_the_time_is_left_alone(tmp_path: Path) -> None:
    rows = "B1,4/1/2016,Late,No,,No,No\nB2,4/6/2018,Late,No,,No,No\n"
    found = audit(tmp_path, told({"breaches.csv": BREACHES + rows}, breaches=""))
    assert not_met(found) == {}


def test_a_breach_told_of_twice_is_one(tmp_path: Path) -> None:
    breach = "breaches:\n  - {date: 2018-01-04, nature: Late, published: no, learning: Reminder sent}\n"
    found = audit(tmp_path, told({"breaches.csv": BREACHES + "B1,4/1/2018,Late,Yes,,,Yes\n"}, breaches=breach))
    assert {rule: len(each) for rule, each in not_met(found).items()} == {"BRC-02": 1}


def test_the_register_of_breaches_as_a_whole_may_be_published(tmp_path: Path) -> None:
    row = {"breaches.csv": BREACHES + "B1,4/1/2018,Late,Yes,Reminder sent,,Yes\n"}
    assert set(asked(audit(tmp_path / "silent", told(row, breaches="")))) == {"BRC-02"}
    since = "publication: {breaches: 2018-02-01}\n"
    before = "publication: {breaches: 2017-12-31}\n"
    never = "publication: {breaches: no}\n"
    assert asked(audit(tmp_path / "since", told(row, breaches=since))) == {}
    assert set(asked(audit(tmp_path / "before", told(row, breaches=before)))) == {"BRC-02"}
    assert set(not_met(audit(tmp_path / "never", told(row, breaches=never)))) == {"BRC-02"}


def test_a_guardian_with_a_part_in_a_provider(tmp_path: Path) -> None:
    row = "Colin Batty,Lay Member,Larkfield Surgery,Financial,Owner of the building,Direct,01/04/2014,,20/03/2017\n"
    found = audit(tmp_path, told({}), register=NIL.replace("Colin Batty,Member,Nil return,,,,,,20/03/2017\n", row))
    (finding,) = not_met(found)["GOV-01"]
    assert finding.severity is Severity.HIGH
    assert "Larkfield Surgery" in " ".join(finding.because)
    assert {one.file for one in finding.evidence} == {"assurance.yaml", "register 2017-09-05.csv"}


def test_a_guardian_with_a_part_in_a_company_is_asked_about(tmp_path: Path) -> None:
    row = "Colin Batty,Lay Member,Batty Ltd,Financial,Director,Direct,01/04/2014,,20/03/2017\n"
    register = NIL.replace("Colin Batty,Member,Nil return,,,,,,20/03/2017\n", row)
    found = audit(tmp_path / "open", told({}), register=register)
    assert "Batty Ltd" in " ".join(asked(found)["GOV-01"][0].because)
    settled = "guardian: {name: Colin Batty, audit_chair: yes, provider_interest: no}"
    assert asked(audit(tmp_path / "settled", told({}, guardian=settled), register=register)) == {}


def test_a_nil_return_of_before_the_only_edition_is_known_of_the_guardian(tmp_path: Path) -> None:
    audit(tmp_path, told({}))
    case, books = read_case(tmp_path), the_books()
    knowledge = app.knowledge_for(case.body, books=books, lists=None)
    request = Request(date(2018, 4, 30), period_from=date(2017, 4, 1))  # the edition: of September
    found = run_audit(case, request=request, knowledge=knowledge, tool_version="1")
    assert "GOV-01" not in asked(found)


def test_a_guardian_who_is_not_the_audit_chair(tmp_path: Path) -> None:
    guardian = "guardian: {name: Ann Tolley, appointed_on: 2016-07-01}"
    (finding,) = not_met(audit(tmp_path, told({}, guardian=guardian)))["GOV-01"]
    assert finding.severity is Severity.MEDIUM


def test_a_guardian_whose_time_is_over(tmp_path: Path) -> None:
    guardian = "guardian: {name: Colin Batty, until: 2018-03-31, audit_chair: yes}"
    found = audit(tmp_path, told({}, guardian=guardian))
    assert not_met(found) == {}
    assert set(asked(found)) == {"GOV-01"}


@pytest.mark.parametrize(
    ("day", "as_of", "severity"),
    [
        (date(2016, 5, 3), date(2016, 6, 27), None),
        (date(2016, 7, 5), date(2016, 11, 30), Severity.INFO),
        (date(2016, 12, 6), date(2017, 1, 31), Severity.MEDIUM),
        (date(2018, 4, 3), date(2018, 4, 30), Severity.MEDIUM),
    ],
)
def test_two_lay_members(tmp_path: Path, day: date, as_of: date, severity: Severity | None) -> None:
    found = audit(tmp_path, told({}), day=day, as_of=as_of, olive="2016-03-31")
    weighs = [one.severity for one in not_met(found).get("GOV-02", [])]
    assert weighs == ([severity] if severity else [])


def test_a_third_lay_member_who_left_within_the_time(tmp_path: Path) -> None:
    (finding,) = not_met(audit(tmp_path, told({}), olive="2017-12-31"))["GOV-02"]
    assert "two lay members" in " ".join(finding.because)
    assert finding.evidence[0].file == "body.yaml"


def test_a_nurse_who_works_for_a_practice_of_the_body(tmp_path: Path) -> None:
    row = "Edith Marl,Nurse,Larkfield Surgery,Financial,Practice nurse,Direct,01/04/2014,,20/03/2017\n"
    register = NIL.replace("Edith Marl,Member,Nil return,,,,,,20/03/2017\n", row)
    (finding,) = not_met(audit(tmp_path, told({}), register=register))["GOV-03"]
    assert (finding.severity, finding.person) == (Severity.CRITICAL, "Edith Marl")


@pytest.mark.parametrize(
    ("employer", "asks"),
    [("Farfield Hospitals NHS Trust", True), ("University of Farfield", False)],
)
def test_a_nurse_who_works_elsewhere(tmp_path: Path, employer: str, asks: bool) -> None:
    row = f"Edith Marl,Nurse,{employer},Financial,Employed as matron,Direct,01/04/2014,,20/03/2017\n"
    register = NIL.replace("Edith Marl,Member,Nil return,,,,,,20/03/2017\n", row)
    found = audit(tmp_path, told({}), register=register)
    assert "GOV-03" not in not_met(found)
    assert ("GOV-03" in asked(found)) is asks


def test_a_nurse_on_no_register_is_asked_about(tmp_path: Path) -> None:
    register = NIL.replace("Edith Marl,Member,Nil return,,,,,,20/03/2017\n", "")
    assert "Edith Marl" in {one.person for one in asked(audit(tmp_path, told({}), register=register))["GOV-03"]}


def test_a_policy_that_lacks_an_element(tmp_path: Path) -> None:
    policy = "policy: {title: Standards of conduct, covers: [definitions], lacks: [training]}"
    (finding,) = not_met(audit(tmp_path, told({}, policy=policy)))["GOV-04"]
    assert "training" in " ".join(finding.because)


@pytest.mark.parametrize(
    ("row", "outcome"),
    [
        ("Jo Reed,Officer,05/11/2017,79\n", RuleOutcome.NOT_MET),
        ("Jo Reed,Officer,05/11/2017,80\n", None),
        ("Jo Reed,Officer,,\n", RuleOutcome.NOT_MET),
        ("Jo Reed,Officer,31/03/2017,95\n", RuleOutcome.NOT_MET),
        ("", RuleOutcome.CANNOT_TELL),
    ],
)
def test_one_person_of_the_training_list(tmp_path: Path, row: str, outcome: RuleOutcome | None) -> None:
    listed = ALL_TRAINED.replace("Jo Reed,Member,05/11/2017,90\n", row)
    files = told({"training as at 2018-03-31.csv": listed})
    del files["training.csv"]
    found = audit(tmp_path, files)
    raised = [(one.person, one.outcome) for one in found.findings if one.rule_id == "TRN-01"]
    assert raised == ([("Jo Reed", outcome)] if outcome else [])


def test_a_pass_of_last_year_stands_while_the_year_runs(tmp_path: Path) -> None:
    files = told({"training as at 2018-03-31.csv": ALL_TRAINED})
    del files["training.csv"]
    found = audit(tmp_path, files, day=date(2018, 6, 5), as_of=date(2018, 12, 31))
    assert "TRN-01" not in {one.rule_id for one in found.findings}


def test_decision_making_staff_must_be_trained_too(tmp_path: Path) -> None:
    staff = "Name,Job title,Band,Decision maker\nSam Pike,Head of finance,8d,Yes\n"
    files = told({"decision-making staff.csv": staff})
    raised = [one for one in audit(tmp_path, files).findings if one.rule_id == "TRN-01"]
    assert [(one.person, one.outcome) for one in raised] == [("Sam Pike", RuleOutcome.CANNOT_TELL)]


@pytest.mark.parametrize(("percent", "met"), [("90", True), ("89.5", False)])
def test_the_stated_figure_of_training(tmp_path: Path, percent: str, met: bool) -> None:
    returned = (
        f"  - {{period: 2017/18, submitted_on: 2018-04-20, published_on: 2018-05-01, training_percent: {percent}}}"
    )
    files = told({})
    files["assurance.yaml"] = SOUND.replace(SOUND.split("\n")[5], returned)
    del files["training.csv"]
    assert ("TRN-02" not in not_met(audit(tmp_path, files))) is met


def test_the_list_tells_how_many_were_trained(tmp_path: Path) -> None:
    listed = ALL_TRAINED.replace("Jo Reed,Member,05/11/2017,90", "Jo Reed,Member,,")
    files = told({"training as at 2018-03-31.csv": listed}, self_certification="self_certification: none")
    del files["training.csv"]
    files["assurance.yaml"] = files["assurance.yaml"].replace(SOUND.split("\n")[5] + "\n", "")
    (finding,) = not_met(audit(tmp_path, files))["TRN-02"]
    assert "4 of 5" in " ".join(finding.because)


@pytest.mark.parametrize(
    ("audits", "missed", "open_"),
    [
        ("  - {subject: conflicts of interest, year: 2017/18, done: no}", {"AUD-01"}, set()),
        ("  - {subject: coi, year: 2017/18, in_governance_statement: no}", {"AUD-02"}, set()),
        ("  - {subject: coi, year: 2017/18}", set(), {"AUD-02"}),
        ("  - {subject: coi, year: 2016/17, in_governance_statement: yes}", set(), {"AUD-01", "AUD-02"}),
    ],
)
def test_internal_audits_of_the_year(tmp_path: Path, audits: str, missed: set[str], open_: set[str]) -> None:
    files = told({})
    files["assurance.yaml"] = SOUND.replace(SOUND.split("\n")[3], audits)
    found = audit(tmp_path, files)
    assert set(not_met(found)) == missed
    assert set(asked(found)) == open_
    assert {one.item for each in (*not_met(found).values(), *asked(found).values()) for one in each} == {"2017/18"}


def test_the_audit_of_delegated_commissioning(tmp_path: Path) -> None:
    coi = SOUND.split("\n")[3].replace("2017/18", "2018/19")
    files = told({})
    for name, more, rules in (
        ("rated", "  - {subject: primary medical care, year: 2018/19, rating: limited}", set()),
        ("unrated", "  - {subject: primary medical care, year: 2018/19, rating: not rated}", {"AUD-03"}),
        ("none", "  - {subject: primary medical care, year: 2018/19, done: no}", {"AUD-03"}),
    ):
        files["assurance.yaml"] = SOUND.replace(SOUND.split("\n")[3], f"{coi}\n{more}")
        found = audit(tmp_path / name, files, day=date(2018, 9, 4), as_of=date(2019, 4, 30))
        assert {rule for rule in not_met(found) if rule == "AUD-03"} == rules


def test_returns_of_quarters(tmp_path: Path) -> None:
    returns = """\
  - {period: 2016/17 Q2, submitted: yes, published: yes}
  - {period: 2016/17 Q3, submitted: no}
  - {period: 2016/17 Q4, submitted: yes, published: no}
"""
    files = told({})
    files["assurance.yaml"] = SOUND.replace(SOUND.split("\n")[5] + "\n", returns)
    found = audit(tmp_path, files, day=date(2016, 7, 5), as_of=date(2017, 3, 31))
    assert [one.item for one in not_met(found)["AUD-04"]] == ["2016/17 Q3", "2016/17 Q4"]
    assert "AUD-04" not in asked(found)


def test_integrated_care_boards_answer_for_guardian_and_breaches_alone(tmp_path: Path) -> None:
    text = "guardian: none\npolicy: none\ninternal_audits: none\nself_certification: none\n"
    files = {"assurance.yaml": text, "breaches.csv": BREACHES + "B1,4/10/2024,Late,No,,No,No\n"}
    found = audit(tmp_path, files, kind="icb", day=date(2024, 10, 1), as_of=date(2025, 1, 31), olive="2023-01-01")
    assert set(not_met(found)) == {"GOV-01", "BRC-01"}
    assert asked(found) == {}
    cited = {one.criterion.document for each in not_met(found).values() for one in each if one.criterion}
    assert cited == {"Guidance on integrated care board constitutions and governance",
                     "Managing conflicts of interest in the NHS (2024)"}  # fmt: skip
