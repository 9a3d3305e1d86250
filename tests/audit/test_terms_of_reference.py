"""Why GPs have a vote, and who is always invited, as assurance.yaml tells of a committee's terms of reference."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.words import RuleOutcome

BODY = """\
name: NHS Eastmere CCG
kind: ccg
co_commissioning: delegated
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Ada Moor, role: lay, chair: true, voting: true, from: 2016-04-01}
      - {name: Rosa Quill, role: executive, voting: true, from: 2016-04-01}
      - {name: Dr Tom Ash, role: gp, voting: true, from: 2016-04-01}
"""
MINUTES = """\
NHS Eastmere CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 2 August 2017

Present:
Ada Moor (Chair), Lay Member
Rosa Quill, Director of Primary Care
Dr Tom Ash, GP Member
{more}
1. Welcome
The Chair welcomed members.
"""
NOT_MET, ASKED = RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL
_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


def outcomes(folder: Path, terms: str, more: str = "") -> tuple[RuleOutcome | None, RuleOutcome | None]:
    """What PCC-06 (GPs' votes) and PCC-07 (invitations) say."""
    meeting = folder / "meetings/2017-08-02-pccc"
    meeting.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    (folder / "assurance.yaml").write_text(f"breaches: none\n{terms}", encoding="utf-8")
    (meeting / "minutes.txt").write_text(MINUTES.format(more=more), encoding="utf-8")
    audit = app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2017, 12, 31))
    assert [one for one in audit.rejected if one.file == "assurance.yaml"] == []
    found = {one.rule_id: one.outcome for one in audit.findings}
    return found.get("PCC-06"), found.get("PCC-07")


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param("", (ASKED, ASKED), id="not-told"),
        pytest.param("gp_vote_reason: TBC, invites: TBC", (ASKED, ASKED), id="left-open"),
        pytest.param("gp_vote_reason: none, invites: none", (NOT_MET, NOT_MET), id="none"),
        pytest.param("gp_vote_reason: no reason is recorded", (NOT_MET, ASKED), id="no-reason"),
        pytest.param("gp_vote_reason: no other clinician could attend", (None, ASKED), id="a-reason-beginning-with-no"),
        pytest.param("gp_vote_reason: yes, invites: [Healthwatch Eastmere]", (None, NOT_MET), id="one-of-two"),
        pytest.param(
            "why GPs vote: local knowledge, standing invitations: [Local Healthwatch, Health and Wellbeing Board]",
            (None, None),
            id="both",
        ),
    ],
)
def test_what_the_terms_tell(
    tmp_path: Path, terms: str, expected: tuple[RuleOutcome | None, RuleOutcome | None]
) -> None:
    text = f"terms_of_reference:\n  - {{committee: Primary Care Commissioning Committee, {terms}}}\n" if terms else ""
    assert outcomes(tmp_path, text) == expected


def test_terms_of_another_committee_tell_nothing_of_this_one(tmp_path: Path) -> None:
    text = "terms_of_reference:\n  - {committee: Joint Committee, gp_vote_reason: none, invites: none}\n"
    assert outcomes(tmp_path, text) == (ASKED, ASKED)


def test_terms_without_a_committee_are_of_every_one_on_primary_care(tmp_path: Path) -> None:
    assert outcomes(tmp_path, "terms_of_reference: {gp_vote_reason: none, invites: none}\n") == (NOT_MET, NOT_MET)


def test_whoever_came_is_invited_whatever_the_terms_leave_out(tmp_path: Path) -> None:
    came = "\nIn attendance:\nJo Field, Healthwatch Eastmere\n"
    text = "terms_of_reference: {invites: [Health and Wellbeing Board]}\n"
    assert outcomes(tmp_path, text, came)[1] is None
