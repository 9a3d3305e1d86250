"""From papers on procurement in a folder to findings: each rule not met, met and asked, with its place."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.audit.procurement_names import lookup_day
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
  - {{name: Harbour GP Alliance Ltd, kind: federation, aliases: [the Alliance],
     members: [Quay Street Surgery, Fern Lane Surgery]}}
  - {{name: Northern CSU, kind: support_unit}}
  - {{name: Brightwater Consulting, kind: consultancy}}
"""
REGISTER = """\
Name,Position,Declared interest,Type,Nature of interest,Direct,From,To,Declared on
Ada Moor,Lay Member,Nil return,,,,,,20/03/2017
Rosa Quill,Director,Brightwater Consulting,Financial,Director and shareholder,Direct,01/04/2014,Current,20/03/2017
Dr Nadia Holt,GP Member,Quay Street Surgery,Financial,GP partner,Direct,01/04/2012,Current,20/03/2017
Lucy Farr,Contracts Manager,CareNow Ltd,Financial,Employed by CareNow Ltd,Direct,01/04/2015,Current,20/03/2017
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
              words="Dr Holt spoke. The committee agreed to award the contract to Quay Street Surgery.")  # fmt: skip
    audit = audited(folder)
    (found,) = of(audit, "PRC-01")
    assert found.outcome.value == "not_met" and "Dr Nadia Holt" in because(audit, "PRC-01")
    assert {one.file for one in found.evidence} >= {"procurement register.csv", "register 2017-04.csv"}
    assert outcome(audit, "PRC-02") == {"not_met"}
    assert not of(audit, "PRC-03")


@pytest.mark.parametrize(("day", "expected"), [("2016-05-10", False), ("2016-09-06", True)])
def test_a_small_share_was_enough_to_note_before_june_2016(tmp_path: Path, day: str, expected: bool) -> None:
    folder = a_folder(tmp_path, [{"on": date.fromisoformat(day).strftime("%d/%m/%Y")}])
    share = "Shareholder (2% of the shares),Direct,01/04/2014,Current,20/03/2016"
    register = REGISTER.replace("Nil return,,,,,,20/03/2017", f"Imaging North Ltd,Financial,{share}")
    (folder / "register 2016-04.csv").write_text(register, encoding="utf-8")
    (folder / "register 2017-04.csv").unlink()
    a_meeting(folder, day, title="Ultrasound service: award of the contract to Imaging North Ltd",
              words="Ada Moor's interest was noted and she stayed. The committee agreed to award the contract.",
              declared="Ada Moor declared shares in Imaging North Ltd.")  # fmt: skip
    assert ("Ada Moor" in because(audited(folder), "PRC-01")) is expected


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


def test_the_regime_is_that_of_the_day_the_process_began(tmp_path: Path) -> None:
    row = {
        "on": "05/03/2024",
        "supplier": "Quay Street Surgery, 4 Quay Street",
        "lead": "Dr Nadia Holt",
        "title": "Phlebotomy",
    }
    before = audited(a_folder(tmp_path, [{**row, "started": "01/11/2023"}], kind="icb"), "2024-06-01")
    assert outcome(before, "PRC-01") == {"not_met"} and not of(before, "PRC-12")
    after = audited(a_folder(tmp_path, [{**row, "started": "08/01/2024"}], kind="icb"), "2024-06-01")
    assert outcome(after, "PRC-12") == {"not_met"} and not of(after, "PRC-01")


def test_support_and_advice_fall_under_other_regulations(tmp_path: Path) -> None:
    row = {
        "title": "Turnaround support",
        "supplier": "Brightwater Consulting, 2 Low Road",
        "by": "Rosa Quill, Director",
    }
    audit = audited(a_folder(tmp_path, [row]))
    assert outcome(audit, "PRC-10") == {"not_met"} and "Rosa Quill" in because(audit, "PRC-10")
    assert not of(audit, "PRC-01")


def test_what_cannot_be_told_for_health_care_is_asked(tmp_path: Path) -> None:
    row = {"title": "Number 3", "description": "", "supplier": "CareNow Ltd", "panel": "Lucy Farr; Ann Other"}
    audit = audited(a_folder(tmp_path, [row]))
    assert outcome(audit, "PRC-08") == {"cannot_tell"}
    assert "health care service" in " ".join(one.ask or "" for one in of(audit, "PRC-08"))


def test_an_evaluator_who_works_for_a_bidder(tmp_path: Path) -> None:
    row = {"title": "Wound care", "panel": "Ann Other; Lucy Farr", "bidders": "Imaging North Ltd; CareNow Ltd"}
    audit = audited(a_folder(tmp_path, [row]))
    assert outcome(audit, "PRC-08") == {"not_met"} and "Lucy Farr" in of(audit, "PRC-08")[0].statement
    managed = audited(a_folder(tmp_path, [{**row, "conflicts": "Lucy Farr", "mitigation": "Lucy Farr did not score"}]))
    assert not of(managed, "PRC-08")


CHECKLIST = """\
Procurement checklist
Service: Anticoagulation

How does the proposal deliver good or improved outcomes and value for money?
Fewer visits to hospital
How have you involved the public in the decision to commission this service?
{public}
Why have you chosen this procurement route?
Single tender
What steps have been taken to demonstrate that the services are capable of being provided by only one provider?
{sole}
In what ways does the proposed service go above and beyond what GP practices should provide?
Warfarin monitoring is no part of the core contract
"""


@pytest.mark.parametrize(
    ("public", "sole", "five", "six"),
    [
        ("A survey in March", "It needs the registered list", set(), set()),
        ("", "It needs the registered list", {"not_met"}, set()),
        ("A survey in March", "", {"not_met"}, {"not_met"}),
        (None, None, {"cannot_tell"}, {"cannot_tell"}),
    ],
)
def test_checklists_and_direct_awards(
    tmp_path: Path, public: str | None, sole: str | None, five: set[str], six: set[str]
) -> None:
    row = {"title": "Anticoagulation service", "route": "Direct award", "supplier": "Harbour GP Alliance Ltd, 1 Quay"}
    folder = a_folder(tmp_path, [row])
    if public is not None:
        (folder / "annex g.txt").write_text(CHECKLIST.format(public=public, sole=sole), encoding="utf-8")
    audit = audited(folder)
    assert outcome(audit, "PRC-05") == five
    assert outcome(audit, "PRC-06") == six


def test_bidders_with_and_without_a_declaration(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{"bidders": "Imaging North Ltd\nCareNow Ltd"}, {"ref": "P2", "title": "Phlebotomy"}])
    assert outcome(audited(folder), "PRC-07") == {"cannot_tell"}
    (folder / "bidders.csv").write_text(
        "Procurement,Bidder,Declaration received,Date received\nP1,Imaging North,Yes,01/05/2017\n", encoding="utf-8"
    )
    (found,) = of(audited(folder), "PRC-07")
    assert found.outcome.value == "not_met" and "CareNow Ltd" in found.statement
    assert "Imaging North" not in found.statement


def test_a_contract_manager_with_an_interest_in_the_supplier(tmp_path: Path) -> None:
    rows = [
        {"title": "Wound care", "supplier": "CareNow Ltd, 9 Quay", "manager": "Lucy Farr"},
        {"ref": "P2", "title": "Phlebotomy", "manager": "Nobody Known"},
        {"ref": "P3", "title": "Minor surgery", "manager": "Nobody Known"},
    ]
    found = of(audited(a_folder(tmp_path, rows)), "CMN-02")
    assert [(one.person, one.outcome.value) for one in found] == [
        ("Lucy Farr", "not_met"),
        ("Nobody Known", "cannot_tell"),
    ]


@pytest.mark.parametrize(
    ("handled", "expected"),
    [
        ("Lucy Farr was sent no papers and left the meeting for the item", {"not_met"}),
        ("Lucy Farr left the meeting, and another manager monitors the contract", set()),
    ],
)
def test_leaving_the_meeting_of_the_award_is_not_standing_back_from_the_contract(
    tmp_path: Path, handled: str, expected: set[str]
) -> None:
    noted = "Lucy Farr has an interest in the supplier"
    row = {"supplier": "CareNow Ltd, 9 Quay", "manager": "Lucy Farr", "conflicts": noted, "mitigation": handled}
    assert outcome(audited(a_folder(tmp_path, [row])), "CMN-02") == expected


def test_records_and_notices_that_leave_things_out(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, None, kind="icb")
    (folder / "contracts 2024.csv").write_text(
        "Service,Supplier,Registered address,Description,Contract value,Start date,End date,Selection process,"
        "Decision makers,Conflicts declared,How managed,Award date,Conflicts assessment\n"
        "Phlebotomy,Imaging North Ltd,1 High Rd,Blood tests,1000,1/4/2023,,Open tender,,None,,05/12/2023,\n"
        "Wound care,Imaging North Ltd,1 High Rd,Dressings,1000,1/4/2024,1/4/2026,Open tender,,,,05/02/2024,\n"
        "IT support,Byte Ltd,2 High Rd,Help desk,1000,1/4/2025,1/4/2026,Quotation,A Body,None,,05/03/2025,No\n"
        "Legal advice,Deed LLP,3 High,Advice,1000,1/4/2025,1/4/2026,Quotation,A Body,None,,05/03/2025,3 March 2025\n",
        encoding="utf-8",
    )
    audit = audited(folder, "2025-06-01")
    assert outcome(audit, "PRC-09") == {"not_met"} and "when the contract begins" in because(audit, "PRC-09")
    assert outcome(audit, "PRC-13") == {"not_met"} and "who took the decision" in because(audit, "PRC-13")
    (found,) = of(audit, "PRC-11")
    assert found.outcome.value == "not_met" and "IT support" in found.statement


def test_a_contract_monitoring_meeting_that_asks_for_no_declarations(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{}])
    place = folder / "meetings" / "2017-09-12-contract"
    place.mkdir(parents=True)
    (place / "minutes.txt").write_text(
        "NHS Harbour CCG\nContract Monitoring Group: CareNow\nMinutes of the meeting held on 12 September 2017\n\n"
        "Present:\nRosa Quill (Chair), Director of Primary Care\nLucy Farr, Contracts Manager\n\n"
        "1. Performance\nThe group looked at waiting times.\n\n2. Any other business\nThere was none.\n",
        encoding="utf-8",
    )
    (found,) = of(audited(folder), "CMN-01")
    assert found.outcome.value == "not_met" and found.committee == "Contract Monitoring Group"


def test_a_support_unit_advises_on_its_own_contract(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{}])
    a_meeting(folder, "2017-09-05", title="Extension of the Northern CSU contract", declared="None.",
              words="Mr Peter Lowe presented the paper. The committee agreed to extend the contract.")  # fmt: skip
    minutes = folder / "meetings/2017-09-05-pccc/minutes.txt"
    told = minutes.read_text(encoding="utf-8")
    minutes.write_text(
        told.replace("Apologies:", "In attendance:\nPeter Lowe, Contracts Director, Northern CSU\n\nApologies:"),
        encoding="utf-8",
    )
    (found,) = of(audited(folder), "SUP-01")
    assert found.outcome.value == "not_met" and found.person == "Peter Lowe"
    assert "commissioning support" in found.statement


def test_an_entry_without_a_day_is_judged_all_the_same(tmp_path: Path) -> None:
    row = {
        "on": "",
        "by": "Chief Officer",
        "title": "Wound care",
        "panel": "Lucy Farr",
        "supplier": "CareNow Ltd, 9 Quay",
    }
    audit = audited(a_folder(tmp_path, [row]))
    (found,) = of(audit, "PRC-08")
    assert found.outcome.value == "not_met" and found.confidence.value == "likely"


def test_the_practice_whose_contract_it_was_is_not_its_supplier(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{}])
    a_meeting(folder, "2017-09-05", title="Quay Street Surgery: award of caretaking contract to Harbour Care Ltd",
              words="The committee agreed to award the contract to Harbour Care Ltd.")  # fmt: skip
    audit = audited(folder)
    assert not of(audit, "PRC-01") and not of(audit, "PRC-05")


def test_a_winner_that_the_minutes_name_in_short_is_the_supplier_and_the_other_bidder_is_not(tmp_path: Path) -> None:
    folder = a_folder(tmp_path, [{}])
    title = "Minor surgery: award of contract (bidders CareNow Ltd and Harbour GP Alliance Ltd)"
    a_meeting(folder, "2017-09-05", title=title, words="The committee agreed to award the contract to the Alliance.")
    said = " ".join(one.statement for rule in ("PRC-05", "PRC-06") for one in of(audited(folder), rule))
    assert "Harbour GP Alliance Ltd" in said
    assert "Ltd, CareNow Ltd" not in said and "CareNow Ltd, " not in said


@pytest.mark.parametrize(
    ("day", "first"), [("2017-03-31", "2017-01-01"), ("2017-04-01", "2017-04-01"), ("2017-12-31", "2017-10-01")]
)
def test_organisations_are_looked_up_by_the_quarter(day: str, first: str) -> None:
    assert lookup_day(date.fromisoformat(day)) == date.fromisoformat(first)


def test_an_abandoned_procurement_asks_for_no_value_and_no_supplier(tmp_path: Path) -> None:
    audit = audited(a_folder(tmp_path, [{"supplier": "Procurement abandoned", "value": "", "lead": "Dr Nadia Holt"}]))
    assert not of(audit, "PRC-03") and not of(audit, "PRC-01")
