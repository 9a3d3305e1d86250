"""Sub-groups that report to a committee: their minutes, their conflicts and who decided, from the papers' own words."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from docx import Document

from coi_audit import app, paths
from coi_audit.model.audit import Audit
from coi_audit.model.words import RuleOutcome

BODY = """\
name: NHS Eastmere CCG
kind: ccg
co_commissioning: delegated
guardian: Ada Moor
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 2, must_include: [lay, executive]}
    members:
      - {name: Ada Moor, role: lay, chair: true}
      - {name: Rosa Quill, role: executive, title: Director of Primary Care}
  - name: Primary Care Operational Group
    kind: other
    members:
      - {name: Rosa Quill, role: executive, title: Director of Primary Care, chair: true}
"""
MEETING = "meetings/2018-09-05-pccc"
HEAD = """\
NHS Eastmere CCG
Primary Care Commissioning Committee
%s 5 September 2018
"""
PRESENT = """
Present:
Ada Moor (Chair), Lay Member
Rosa Quill, Director of Primary Care

Apologies: none

1. Declarations of interest
The Chair asked for declarations of interest. There were none. The meeting was quorate.
"""
REPORT = (
    ("Report from", "Premises Working Group"),
    ("Title of paper", "Summary of the August meeting"),
    ("Meeting details", "14 August 2018"),
    ("Report author and job title", "Rosa Quill, Director of Primary Care"),
    ("Executive summary", "The group looked at three rent reviews."),
    ("Recommendations", "The committee is asked to approve the three rents."),
    ("Management of Conflicts of Interest", "One member declared an interest and left."),
    ("Risk assessments", "None"),
)
_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


def audit(tmp_path: Path, title: str, said: str, report: tuple[tuple[str, str], ...] = ()) -> Audit:
    folder = tmp_path / "eastmere"
    meeting = folder / MEETING
    meeting.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    agenda = f"{HEAD % 'AGENDA'}\n1. Declarations of interest\n2. {title}\n3. Date of next meeting\n"
    (meeting / "agenda.txt").write_text(agenda, encoding="utf-8")
    minutes = f"{HEAD % 'Minutes of the meeting held on'}{PRESENT}\n2. {title}\n{said}\n\n3. Date of next meeting\n"
    (meeting / "minutes.txt").write_text(minutes, encoding="utf-8")
    if report:
        document = Document()
        document.add_heading("Summary report from a working group", 1)
        table = document.add_table(rows=0, cols=2)
        for label, text in report:
            cells = table.add_row().cells
            cells[0].text, cells[1].text = label, text
        document.save(str(meeting / "report premises.docx"))
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 12, 31))


def answers(found: Audit, item: str | None = "2") -> dict[str, RuleOutcome]:
    return {
        one.rule_id: one.outcome
        for one in found.findings
        if one.rule_id in ("PCC-08", "PCC-09") and (item is None or one.item == item)
    }


NOT_MET, CANNOT_TELL = RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL
PREMISES = "Report from the Premises Working Group"


@pytest.mark.parametrize(
    ("title", "said", "expected"),
    [
        (
            PREMISES,
            "The working group had approved the three rents. Its minutes were received; one conflict of interest was "
            "declared at the working group and the member left.",
            {"PCC-08": NOT_MET},
        ),
        (
            PREMISES,
            "The working group recommended the three rents. The minutes of the working group were not available.",
            {"PCC-09": NOT_MET},
        ),
        (
            "Premises Working Group: summary report",
            "The working group recommended the three rents. The minutes of the working group were attached.",
            {"PCC-09": NOT_MET},
        ),
        (
            PREMISES,
            "The minutes of the working group were attached. A member of the working group had declared an interest "
            "and left. The committee approved the rents that the working group recommended.",
            {},
        ),
        (PREMISES, "The report was noted.", {"PCC-08": CANNOT_TELL, "PCC-09": CANNOT_TELL}),
        ("Report from the Patient Reference Group", "The report was noted.", {}),
    ],
)
def test_the_minutes_words_tell(tmp_path: Path, title: str, said: str, expected: dict[str, RuleOutcome]) -> None:
    assert answers(audit(tmp_path, title, said)) == expected


def with_row(label: str, text: str) -> tuple[tuple[str, str], ...]:
    return (*(row for row in REPORT if row[0] != label), (label, text))


@pytest.mark.parametrize(
    ("report", "expected"),
    [
        (REPORT, {"PCC-09": CANNOT_TELL}),
        (with_row("Minutes attached", "Yes"), {}),
        (with_row("Minutes attached", "No, to follow"), {"PCC-09": NOT_MET}),
        (with_row("Decisions", "The three rents were approved."), {"PCC-08": NOT_MET, "PCC-09": CANNOT_TELL}),
        (
            (*with_row("Management of Conflicts of Interest", ""), ("Minutes attached", "Yes")),
            {"PCC-09": NOT_MET},
        ),
    ],
)
@pytest.mark.parametrize("title", [PREMISES, "Rents in the eastern locality"])
def test_the_groups_own_report_tells(
    tmp_path: Path, title: str, report: tuple[tuple[str, str], ...], expected: dict[str, RuleOutcome]
) -> None:
    found = audit(tmp_path, title, "The report was noted.", report)
    assert [one.kind for one in found.inputs if "premises" in one.path] == ["sub_group_report"]
    item = "2" if title == PREMISES else "Premises Working Group"
    assert answers(found, item) == expected
    if item != "2":
        told = [one for one in found.findings if one.item == item]
        assert all([ref.file for ref in one.evidence] == [f"{MEETING}/report premises.docx"] for one in told)
