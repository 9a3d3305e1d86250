"""An item without a quorum of the committee's own: who was brought in, and whether the minutes say so."""

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
guardian: Ada Moor
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3}
    members:
      - {name: Ada Moor, role: lay, chair: true}
      - {name: Rosa Quill, role: executive, title: Director of Primary Care}
      - {name: Dr Tom Ash, role: gp, practice: Brook Lane Surgery}
organisations:
  - {name: Brook Lane Surgery, kind: practice}
"""
TITLE = "Brook Lane Surgery: request to close the patient list"
MINUTES = """\
NHS Eastmere CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 5 September 2018

Present:
Ada Moor (Chair), Lay Member
Rosa Quill, Director of Primary Care
Dr Tom Ash, GP Member
%s

Apologies: none

1. Declarations of interest
The Chair asked for declarations of interest.

2. Brook Lane Surgery: request to close the patient list
Dr Ash declared an interest as a partner in Brook Lane Surgery and left the room. %s

3. Date of next meeting
"""
_LOAD_BOOKS = cache(app.load_books)
NOT_MET, CANNOT_TELL = RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


@pytest.mark.parametrize(
    ("guest", "said", "expected"),
    [
        (
            "Lena Holt, co-opted member",
            "The committee approved the request.",
            {"QUO-01": NOT_MET, "QUO-03": NOT_MET},
        ),
        (
            "Lena Holt, Health and Wellbeing Board",
            "The committee approved the request.",
            {"QUO-01": NOT_MET, "QUO-03": NOT_MET},
        ),
        (
            "Lena Holt, Governing Body Member of Westmere CCG",
            "The committee approved the request.",
            {"QUO-01": NOT_MET, "QUO-03": NOT_MET},
        ),
        (
            "Lena Holt, co-opted member",
            "Lena Holt was co-opted for this item so that there was a quorum. The committee approved the request.",
            {"QUO-01": CANNOT_TELL},
        ),
        (
            "Lena Holt, Head of Communications",
            "The committee approved the request.",
            {"QUO-01": NOT_MET},
        ),
        ("Lena Holt, co-opted member", "The item was deferred to the next meeting.", {}),
        (
            "Lena Holt, Head of Communications",
            "The meeting was no longer quorate. The item was referred to the Governing Body.",
            {},
        ),
    ],
)
def test_who_was_brought_in_and_what_the_minutes_say(
    tmp_path: Path, guest: str, said: str, expected: dict[str, RuleOutcome]
) -> None:
    meeting = tmp_path / "eastmere/meetings/2018-09-05-pccc"
    meeting.mkdir(parents=True)
    (tmp_path / "eastmere/body.yaml").write_text(BODY, encoding="utf-8")
    agenda = (
        f"AGENDA\nPrimary Care Commissioning Committee\n5 September 2018\n\n1. Declarations of interest\n2. {TITLE}\n"
    )
    (meeting / "agenda.txt").write_text(agenda, encoding="utf-8")
    (meeting / "minutes.txt").write_text(MINUTES % (guest, said), encoding="utf-8")
    found = app.audit_folder(
        tmp_path / "eastmere", rules=paths.rules_folder(), organisations=None, as_of=date(2018, 12, 31)
    )
    told = {one.rule_id: one.outcome for one in found.findings if one.rule_id in ("QUO-01", "QUO-03")}
    assert told == expected
    if expected.get("QUO-03") is NOT_MET:
        (finding,) = [one for one in found.findings if one.rule_id == "QUO-03"]
        assert guest.split(",")[1].strip() in finding.statement
