"""From papers on procurement in a folder to findings: each rule not met, met and asked, with its place."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.audit.run import Request, run_audit
from coi_audit.model.audit import Audit, Finding
from coi_audit.readers.case_folder import read_case

BODY = """\
name: NHS Harbour CCG
ods_code: 99Z
kind: {kind}
co_commissioning: delegated
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {{name: Ada Moor, role: lay, chair: true, voting: true, from: 2013-04-01}}
      - {{name: Rosa Quill, role: executive, title: Director of Primary Care, voting: true, from: 2013-04-01}}
      - {{name: Dr Nadia Holt, role: gp, practice: Quay Street Surgery, voting: true, from: 2013-04-01}}
organisations:
  - {{name: Quay Street Surgery, kind: practice}}
  - {{name: Fern Lane Surgery, kind: practice}}
  - {{name: Harbour GP Alliance Ltd, kind: federation, members: [Quay Street Surgery, Fern Lane Surgery]}}
  - {{name: Northern CSU, kind: support_unit}}
  - {{name: Brightwater Consulting, kind: consultancy}}
"""
REGISTER = """\
Name,Position,Declared interest,Type,Nature of interest,Direct,From,To,Declared on
Ada Moor,Lay Member,Nil return,,,,,,20/03/2017
Rosa Quill,Director,Brightwater Consulting,Financial,Director and shareholder,Direct,01/04/2014,Current,20/03/2017
Dr Nadia Holt,GP Member,Quay Street Surgery,Financial,GP partner,Direct,01/04/2012,Current,20/03/2017
Lucy Farr,Contracts Manager,CareNow Ltd,Financial,Employed by CareNow Ltd at weekends,Direct,01/04/2015,Current,20/03/2017
"""
FIELDS = {
    "ref": "Ref No",
    "title": "Contract/Service title",
    "description": "Procurement description",
    "route": "Procurement route",
    "lead": "CCG clinical lead (Name)",
    "manager": "CCG contract manager (Name)",
    "by": "Decision making process and name of decision making committee",
    "on": "Date of decision",
    "conflicts": "Summary of conflicts of interest noted",
    "mitigation": "Actions to mitigate conflicts of interest",
    "supplier": "Contract awarded (supplier name & registered address)",
    "value": "Contract value (£) (Total)",
    "panel": "Evaluation panel",
    "bidders": "Bidders",
    "started": "Process start date",
}
USUAL = {
    "ref": "P1",
    "title": "Ultrasound service",
    "description": "Community ultrasound",
    "route": "Open tender",
    "by": "Primary Care Commissioning Committee",
    "on": "14/09/2017",
    "conflicts": "None",
    "mitigation": "N/A",
    "supplier": "Imaging North Ltd, 1 High Road, Harbour HB1 1AA",
    "value": "£90,000",
}
MINUTES = """\
NHS Harbour CCG
Primary Care Commissioning Committee
Minutes of the meeting held on {day}

Present:
Ada Moor (Chair), Lay Member
Rosa Quill, Director of Primary Care
Dr Nadia Holt, GP Member

Apologies: none

1. Welcome
The Chair welcomed members. The meeting was quorate.

2. Declarations of interest
{declared}

3. {title}
{words}

4. Any other business
There was none.
"""
AGENDA = """\
NHS Harbour CCG
Primary Care Commissioning Committee
{day}
AGENDA
1. Welcome
2. Declarations of interest
3. {title} - For decision
4. Any other business
"""


def a_folder(
    tmp_path: Path, rows: list[dict[str, str]] | None, *, kind: str = "ccg", columns: tuple[str, ...] = ()
) -> Path:
    """A case folder with a register of procurement decisions of these rows; None leaves the register out."""
    folder = tmp_path / "harbour"
    folder.mkdir(exist_ok=True)
    (folder / "body.yaml").write_text(BODY.format(kind=kind), encoding="utf-8")
    (folder / "register 2017-04.csv").write_text(REGISTER, encoding="utf-8")
    if rows is not None:
        chosen = columns or tuple(FIELDS)
        with (folder / "procurement register.csv").open("w", newline="", encoding="utf-8") as out:
            writer = csv.writer(out)
            writer.writerow([FIELDS[name] for name in chosen])
            writer.writerows([[{**USUAL, **row}.get(name, "") for name in chosen] for row in rows])
    return folder


def a_meeting(folder: Path, day: str, *, title: str, words: str, declared: str = "None.") -> None:
    """Agenda and minutes of one meeting of the committee."""
    on = date.fromisoformat(day)
    place = folder / "meetings" / f"{day}-pccc"
    place.mkdir(parents=True)
    told = on.strftime("%d %B %Y")
    (place / "agenda.txt").write_text(AGENDA.format(day=told, title=title), encoding="utf-8")
    (place / "minutes.txt").write_text(
        MINUTES.format(day=told, title=title, words=words, declared=declared), encoding="utf-8"
    )


def audited(folder: Path, as_of: str = "2018-03-31") -> Audit:
    """The audit of a folder, without national lists."""
    case, books = read_case(folder), the_books()
    knowledge = app.knowledge_for(case.body, books=books, lists=None)
    return run_audit(case, request=Request(date.fromisoformat(as_of)), knowledge=knowledge, tool_version="1")


@cache
def the_books() -> app.Books:
    return app.load_books(paths.rules_folder())


def of(audit: Audit, rule: str) -> list[Finding]:
    return [one for one in audit.findings if one.rule_id == rule]


def outcome(audit: Audit, rule: str) -> set[str]:
    """What a rule raised: its outcomes among the findings."""
    return {one.outcome.value for one in of(audit, rule)}


def because(audit: Audit, rule: str) -> str:
    return " ".join(" ".join(one.because) for one in of(audit, rule))


NAMED = tuple(name for name in FIELDS if name not in ("panel", "bidders", "started"))


def test_a_clean_entry_raises_only_questions_about_the_paper(tmp_path: Path) -> None:
    audit = audited(a_folder(tmp_path, [{}], columns=NAMED))
    raised = {(one.rule_id, one.outcome.value) for one in audit.findings if one.rule_id[:3] in ("PRC", "CMN")}
    assert raised == {(rule, "cannot_tell") for rule in ("PRC-04", "PRC-07", "PRC-08", "PRC-09")}


def test_without_a_register_every_rule_once_in_force_asks_for_it_once(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, None)
    a_meeting(folder, "2017-09-05", title="Primary care strategy", words="The committee approved the strategy.")
    audit = audited(folder)
    for number in (1, 2, 3, 4, 5, 6, 7, 8, 9, 10):
        found = of(audit, f"PRC-{number:02d}")
        assert [one.outcome.value for one in found] == ["cannot_tell"], number
    assert outcome(audit, "CMN-02") == {"cannot_tell"}
    assert not of(audit, "PRC-11") and not of(audit, "PRC-12")


def test_a_partner_of_the_winner_votes(tmp_path: Path) -> None:
    row = {
        "title": "Caretaking of Fern Lane Surgery",
        "on": "05/09/2017",
        "supplier": "Quay Street Surgery, 4 Quay Street",
    }
    folder = a_folder(tmp_path, [row])
    a_meeting(folder, "2017-09-05", title="Fern Lane Surgery: award of caretaking contract",
              words="Dr Holt spoke in favour. The committee agreed to award the contract to Quay Street Surgery.")  # fmt: skip
    audit = audited(folder)
    (found,) = of(audit, "PRC-01")
    assert found.outcome.value == "not_met" and "Dr Nadia Holt" in because(audit, "PRC-01")
    assert {one.file for one in found.evidence} >= {"procurement register.csv", "register 2017-04.csv"}
    assert outcome(audit, "PRC-02") == {"not_met"}
    assert not of(audit, "PRC-03")


def test_the_partner_leaves_and_the_minutes_say_so(tmp_path: Path) -> None:
    row = {
        "title": "Caretaking of Fern Lane Surgery",
        "on": "05/09/2017",
        "supplier": "Quay Street Surgery, 4 Quay Street",
    }
    folder = a_folder(tmp_path, [row])
    a_meeting(folder, "2017-09-05", title="Fern Lane Surgery: award of caretaking contract",
              declared="Dr Holt declared an interest in item 3 as a partner in Quay Street Surgery.",
              words="Dr Holt left the room. The committee agreed to award the contract to Quay Street Surgery. "
                    "Dr Holt returned.")  # fmt: skip
    audit = audited(folder)
    assert not of(audit, "PRC-01") and not of(audit, "PRC-02")


@pytest.mark.parametrize(
    ("cells", "first", "second"),
    [
        (
            {"conflicts": "Dr N Holt, partner at the winning practice", "mitigation": "Dr Holt left the room"},
            None,
            None,
        ),
        ({"conflicts": "Dr N Holt, partner at the winning practice", "mitigation": ""}, "cannot_tell", "not_met"),
        ({"conflicts": "Dr N Holt, partner at the winning practice", "mitigation": "None"}, "not_met", "not_met"),
        ({"conflicts": "Dr N Holt declared\nand remained and voted", "mitigation": ""}, "not_met", "not_met"),
        ({"conflicts": "None", "mitigation": "N/A", "lead": "Dr Nadia Holt"}, "not_met", "not_met"),
        ({"conflicts": "Two GPs declared interests", "mitigation": "GPs took no part in the decision"}, None, None),
    ],
)
def test_what_the_entry_says_of_conflicts(
    tmp_path: Path, cells: dict[str, str], first: str | None, second: str
) -> None:
    row = {"title": "Minor surgery service", "supplier": "Quay Street Surgery, 4 Quay Street", **cells}
    audit = audited(a_folder(tmp_path, [row]))
    assert outcome(audit, "PRC-01") == ({first} if first else set())
    assert outcome(audit, "PRC-02") == ({second} if second else set())


def test_decisions_the_register_lacks_and_entries_that_leave_things_out(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{"by": "", "value": ""}, {"ref": "P2", "title": "Phlebotomy", "conflicts": ""}])
    a_meeting(folder, "2017-09-05", title="Fern Lane Surgery: award of APMS contract",
              words="The committee agreed to award the contract to Quay Street Surgery.")  # fmt: skip
    audit = audited(folder)
    said = because(audit, "PRC-03")
    assert outcome(audit, "PRC-03") == {"not_met"} and len(of(audit, "PRC-03")) == 3
    assert "who decided, and how; the value of the contract" in said
    assert "the conflicts of interest noted" in said
    assert "no entry of the register is of it" in said


def test_a_register_older_than_the_decision_does_not_show_that_it_is_missing(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{"on": "01/03/2016"}])
    (folder / "procurement register.csv").rename(folder / "procurement register 2016-04-01.csv")
    a_meeting(folder, "2017-09-05", title="Fern Lane Surgery: award of APMS contract",
              words="The committee agreed to award the contract to Quay Street Surgery.")  # fmt: skip
    assert "cannot_tell" in outcome(audited(folder), "PRC-03")


def test_a_register_without_a_column_for_conflicts_is_one_finding(tmp_path: Path) -> None:
    columns = ("ref", "title", "by", "on", "supplier", "value")
    audit = audited(a_folder(tmp_path, [{}, {"ref": "P2", "title": "Phlebotomy"}], columns=columns))
    (found,) = of(audit, "PRC-03")
    assert found.outcome.value == "not_met" and "none of its 2 entries" in because(audit, "PRC-03")


@pytest.mark.parametrize(
    ("told", "expected"),
    [("{published: false}", {"not_met"}), ("{published_on: 2017-05-01}", set())],
)
def test_publication_as_assurance_yaml_tells(tmp_path: Path, told: str, expected: set[str]) -> None:
    folder = a_folder(tmp_path, [{}])
    (folder / "assurance.yaml").write_text(f"publication:\n  procurement: {told}\n", encoding="utf-8")
    assert outcome(audited(folder), "PRC-04") == expected
