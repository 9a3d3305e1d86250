"""What lists of bidders' forms, checklists with a reference beside the title, and assurance.yaml answer in an audit."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coi_audit import app, paths
from coi_audit.audit.facts_of_register import is_audit_chair
from coi_audit.audit.run import Request, run_audit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.words import BodyKind, CommitteeKind, Role
from coi_audit.readers.case_folder import read_case

_BODY = """\
name: NHS Harbour CCG
ods_code: 99Z
kind: ccg
co_commissioning: delegated
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members: [{name: Ada Moor, role: lay, chair: true, from: 2016-04-01}]
organisations:
  - {name: Quay Street Surgery, kind: practice}
  - {name: Harbour GP Alliance Ltd, kind: federation, members: [Quay Street Surgery]}
"""
_CONTRACTS = """\
Ref No,Contract title,Procurement route,Decision making committee,Conflicts noted,Awarded to,Value,Date of decision
PR/17/01,Community tests,Direct award,Governing Body,None,Harbour GP Alliance Ltd,"£9,000",14/11/2017
PR/17/02,Patient transport,Open tender,Governing Body,None,Fen Transport Ltd,"£9,000",14/11/2017
"""
_FORMS = """\
Organisation bidding,Procurement,Form received?,Date of declaration
Fen Transport Ltd,PR/17/02,Yes,01/10/2017
Moor Transport Ltd,PR/17/02,No,
"""
_CHECKLIST = """\
Procurement checklist,
Question,Evidence
Service,Community tests (PR/17/01)
How have you involved the public in the decision to commission this service?,A survey
What shows that no other provider is capable?,
"""


def _findings(tmp_path: Path) -> list[tuple[str, str, str]]:
    for name, text in {
        "body.yaml": _BODY,
        "contracts.csv": _CONTRACTS,
        "forms.csv": _FORMS,
        "checklist.csv": _CHECKLIST,
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    case = read_case(tmp_path)
    knowledge = app.knowledge_for(case.body, books=app.load_books(paths.rules_folder()), lists=None)
    audit = run_audit(case, request=Request(date(2018, 3, 31)), knowledge=knowledge, tool_version="1")
    return [(one.rule_id, one.outcome.value, " ".join([one.statement, *one.because])) for one in audit.findings]


def test_a_bidder_whose_form_a_list_says_did_not_come_is_named(tmp_path: Path) -> None:
    found = [words for rule, outcome, words in _findings(tmp_path) if (rule, outcome) == ("PRC-07", "not_met")]
    assert len(found) == 1 and "Moor Transport Ltd" in found[0] and "Fen Transport Ltd" not in found[0]


def test_a_checklist_is_known_by_the_reference_in_brackets_and_its_blank_answer_counts(tmp_path: Path) -> None:
    found = {(rule, outcome) for rule, outcome, words in _findings(tmp_path) if "Community tests" in words}
    assert ("PRC-06", "not_met") in found
    assert ("PRC-05", "cannot_tell") not in found


def test_the_audit_chair_whom_assurance_names_answers_for_the_committee() -> None:
    place = SourceRef(file="body.yaml")
    seats = [
        Member(name="Ada Moor", role=Role.LAY, chair=True, source=place),
        Member(name="Colin Batt", role=Role.LAY, source=place),
    ]
    committee = Committee(name="PCCC", kind=CommitteeKind.PCCC, members=tuple(seats), source=place)
    body = Body(name="NHS Harbour CCG", ods_code="99Z", kind=BodyKind.CCG, committees=(committee,), source=place)
    on = date(2018, 3, 31)
    assert is_audit_chair(seats[0], body, on) is None
    assert is_audit_chair(seats[0], body, on, ["Colin Batt"]) is False
    assert is_audit_chair(seats[0], body, on, ["Ada Moor"]) is True
    assert is_audit_chair(seats[0], body, on, ["Somebody Else"]) is None
