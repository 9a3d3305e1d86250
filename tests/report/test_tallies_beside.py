"""Before a meeting the secretary is told what concerns it; a register's faults by the thousand are counted."""

from __future__ import annotations

from dataclasses import replace

from audits import audit, finding

from coi_audit.model.evidence import SourceRef
from coi_audit.model.people import Committee, Member
from coi_audit.report.tallies import beside_meeting
from coi_audit.report.terminal import check_view


def test_many_findings_on_people_of_no_committee_are_counted_and_none_is_lost() -> None:
    place = SourceRef(file="body.yaml")
    member = "Mina Lund"
    board = Committee(name="Board", members=(Member(name=member, source=place),), source=place)
    one = replace(audit(), body=audit().body.model_copy(update={"committees": (board,)}))
    found = [finding(n, rule_id="DEC-06", item=None, person=f"Tom Staff {n}") for n in range(2000)]
    found += [finding(3000, rule_id="DEC-06", item=None, person=member)]
    found += [finding(3001 + n, rule_id="GFT-01", item=None, person=f"Ann Other {n}") for n in range(3)]
    found += [finding(3100, rule_id="GOV-01", item=None, person=None)]
    beside = beside_meeting(replace(one, findings=tuple(found)))
    assert [one.rule_id for one in beside.findings].count("DEC-06") == 1
    assert [one.rule_id for one in beside.findings].count("GFT-01") == 3
    assert [one.rule_id for one in beside.findings].count("GOV-01") == 1
    assert beside.further == (
        "DEC-06: 2,000 findings on people who are members of no committee; the audit lists them.",
    )
    assert check_view(replace(one, findings=tuple(found))) is not None
