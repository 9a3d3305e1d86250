"""Registers, staff and assurance facts from a folder to findings: who is missing, what is unpublished, what is gone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
import pytest

from coi_audit import app, paths
from coi_audit.audit.run import Request, run_audit
from coi_audit.model.audit import Finding
from coi_audit.model.words import RuleOutcome
from coi_audit.readers.case_folder import read_case

HEADINGS = ("Name", "Position", "Declared interest", "Type", "Nature of interest", "Direct or indirect", "From", "To",
            "Action taken to mitigate risk", "Date declared")  # fmt: skip
Row = tuple[str, ...]
MARLOW: Row = ("Ivy Marlow", "Lay Member", "Westfield Hospice", "Non-financial professional", "Trustee", "Direct",
               "01/04/2016", "Current", "None needed", "03/04/2017")  # fmt: skip
TAIT: Row = ("Dr Noel Tait", "GP Member", "Mill Road Surgery", "Financial", "GP partner", "Direct", "01/04/2010",
             "Current", "Leaves", "03/04/2017")  # fmt: skip
BODY = """\
name: NHS Eastmoor {kind}
kind: {lower}
guardian: Ivy Marlow
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {{name: Ivy Marlow, role: lay, title: Lay Member, chair: true, from: 2016-04-01}}
      - {{name: Dr Noel Tait, role: gp, title: GP Member, practice: Mill Road Surgery, from: 2016-04-01}}
{more}organisations:
  - {{name: Mill Road Surgery, kind: practice}}
  - {{name: Tidewell Ltd, kind: company}}
{owned}"""
MINUTES = """\
NHS Eastmoor CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 5 September 2017 at 2.00 pm

Present:
Ivy Marlow (Chair), Lay Member
Dr Noel Tait, GP Member

In attendance:
{visitor}

1. Welcome and apologies
The Chair welcomed members. The meeting was quorate.

2. Declarations of interest
{declared}

3. Tidewell Ltd: award of contract for diagnostics
{words}

4. Any other business
There was none.
"""
AGENDA = """\
NHS Eastmoor CCG
Primary Care Commissioning Committee
5 September 2017
AGENDA
1. Welcome and apologies
2. Declarations of interest
3. Tidewell Ltd: award of contract for diagnostics - For decision
4. Any other business
"""


@cache
def books() -> app.Books:
    return app.load_books(paths.rules_folder())


def write(
    folder: Path,
    files: Mapping[str, str | Sequence[Row]],
    *,
    more: str = "",
    owned: str = "",
    kind: str = "CCG",
) -> Path:
    """A case folder: texts as they are, rows as a workbook under the headings of the template."""
    body = BODY.format(kind=kind, lower=kind.lower(), more=more, owned=owned)
    for name, content in {"body.yaml": body, **files}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, str):
            path.write_text(content, encoding="utf-8")
        else:
            book = openpyxl.Workbook()
            assert book.active is not None
            rows = content if content[0][0] in ("Name", "Employee") else (HEADINGS, *content)
            for row in rows:
                book.active.append(list(row))
            book.save(path)
    return folder


def findings(folder: Path, rule: str, as_of: str = "2018-01-15") -> list[Finding]:
    case = read_case(folder)
    knowledge = app.knowledge_for(case.body, books=books(), lists=None)
    audit = run_audit(case, request=Request(date.fromisoformat(as_of)), knowledge=knowledge, tool_version="test")
    assert not audit.outcomes.get(RuleOutcome.FAILED_TO_RUN), audit.notices
    return [one for one in audit.findings if one.rule_id == rule]


def told(found: Sequence[Finding]) -> list[tuple[str, str | None]]:
    return [(one.outcome.value, one.person) for one in found]


SEAT = "      - {{name: {name}, role: {role}, title: {title}, from: {start}{rest}}}\n"


def seat(name: str, role: str, title: str, start: str, rest: str = "") -> str:
    return SEAT.format(name=name, role=role, title=title, start=start, rest=rest)


def test_a_member_and_an_employee_missing_from_the_register(tmp_path: Path) -> None:
    staff = (("Employee", "Job title", "Band", "Start date", "End date"),
             ("Gwen Orme", "Head of Contracts", "8d", "01/05/2016", ""),
             ("Ivy Marlow", "Adviser", "9", "01/05/2016", ""),
             ("Una Frost", "Director", "VSM", "01/05/2012", "01/03/2016"))  # fmt: skip
    more = seat("Peter Hallam", "executive", "Chief Officer", "2016-04-01")
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT), "staff.xlsx": staff}, more=more)
    assert told(findings(tmp_path, "REG-01")) == [("not_met", "Gwen Orme"), ("not_met", "Peter Hallam")]


def test_no_list_of_staff_is_asked_for_once(tmp_path: Path) -> None:
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT)})
    (found,) = findings(tmp_path, "REG-01")
    assert found.outcome is RuleOutcome.CANNOT_TELL
    assert found.paper_absent
    assert "list of employees" in (found.ask or "")


def test_whom_the_papers_cannot_blame_for_being_missing(tmp_path: Path) -> None:
    more = seat("Peter Hallam", "executive", "Chief Officer", "2017-05-20")  # the only register is of 12 days later
    more += seat("Una Frost", "healthwatch", "Healthwatch", "2016-04-01", ", voting: false")
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT), "staff.csv": "Name,Post,Band\nIvy Marlow,Lay,9\n"},
          more=more)  # fmt: skip
    found = findings(tmp_path, "REG-01")
    assert told(found) == [("cannot_tell", "Peter Hallam"), ("cannot_tell", "Una Frost")]
    assert "invited" in (found[1].ask or "")


def test_an_integrated_care_board_is_asked_under_its_own_law(tmp_path: Path) -> None:
    more = seat("Peter Hallam", "executive", "Chief Officer", "2022-07-01")
    late = ("Una Frost", "Director", "Westfield School", "Non-financial personal", "Governor", "Direct", "01/04/2010",
            "", "", "01/12/2022")  # fmt: skip
    more += seat("Una Frost", "executive", "Director", "2022-10-01")
    write(tmp_path, {"register 2023-04-01.xlsx": (MARLOW, TAIT, late)}, more=more, kind="ICB")
    found = findings(tmp_path, "ICB-01", "2023-06-01")
    assert ("not_met", "Peter Hallam") in told(found)
    assert ("not_met", "Una Frost") in told(found)
    assert not [one for one in findings(tmp_path, "REG-01", "2023-06-01") if one.outcome is RuleOutcome.NOT_MET]


def test_a_gp_whose_practice_the_register_does_not_show(tmp_path: Path) -> None:
    other = ("Dr Noel Tait", "GP Member", "Westfield School", "Non-financial personal", "Governor", "Direct",
             "01/04/2010", "Current", "", "03/04/2017")  # fmt: skip
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, other)})
    assert told(findings(tmp_path, "DEC-08")) == [("not_met", "Dr Noel Tait")]
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT)})
    assert not findings(tmp_path, "DEC-08")


def test_an_owner_in_the_list_of_organisations_who_declared_no_share(tmp_path: Path) -> None:
    owned = "  - {name: Eastmoor GP Federation Ltd, kind: federation, owners: [Dr Noel Tait]}\n"
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT)}, owned=owned)
    assert told(findings(tmp_path, "DEC-10")) == [("not_met", "Dr Noel Tait")]
    share = ("Dr Noel Tait", "GP Member", "Eastmoor GP Federation Ltd", "Financial", "Shareholder", "Direct",
             "01/04/2010", "Current", "", "03/04/2017")  # fmt: skip
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT, share)}, owned=owned)
    assert not findings(tmp_path, "DEC-10")


def test_a_company_that_may_be_no_supplier_is_asked_about(tmp_path: Path) -> None:
    owned = "  - {name: Harrow Lane Holdings Ltd, kind: company, owners: [Dr Noel Tait]}\n"
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT)}, owned=owned)
    assert told(findings(tmp_path, "DEC-10")) == [("cannot_tell", "Dr Noel Tait")]


@pytest.mark.parametrize(
    ("declared", "expected"),
    [
        ("03/04/2017", [("not_met", "Dr Noel Tait")]),
        ("10/10/2017", []),
        ("25/09/2017", [("cannot_tell", "Dr Noel Tait")]),  # a few days before: perhaps for the new role
        ("20/11/2017", [("not_met", "Dr Noel Tait")]),
        ("", [("cannot_tell", "Dr Noel Tait")]),
    ],
)
def test_a_changed_role_wants_a_fresh_declaration(tmp_path: Path, declared: str, expected: list[object]) -> None:
    more = seat("Dr Noel Tait", "gp", "Clinical Chair", "2017-10-01")
    write(tmp_path, {"register 2017-12-01.xlsx": (MARLOW, (*TAIT[:-1], declared))}, more="")
    body = (tmp_path / "body.yaml").read_text(encoding="utf-8")
    board = f"  - name: Governing Body\n    kind: governing_body\n    members:\n{more}organisations:"
    (tmp_path / "body.yaml").write_text(body.replace("organisations:", board), encoding="utf-8")
    assert told(findings(tmp_path, "DEC-11")) == expected


def meeting(visitor: str, declared: str, words: str) -> dict[str, str]:
    folder = "meetings/2017-09-05-pccc"
    minutes = MINUTES.format(visitor=visitor, declared=declared, words=words)
    return {f"{folder}/minutes.txt": minutes, f"{folder}/agenda.txt": AGENDA}


def test_a_visitor_who_spoke_for_a_party_and_had_declared_nothing(tmp_path: Path) -> None:
    spoke = "Rosa Quill presented the bid and answered questions. The committee awarded the contract."
    silent = "The committee awarded the contract. Rosa Quill left the room."
    register = {"register 2017-06-01.xlsx": (MARLOW, TAIT)}
    visitor = "Rosa Quill, Director, Tidewell Ltd"
    write(tmp_path, {**register, **meeting(visitor, "There were no declarations.", spoke)})
    (found,) = findings(tmp_path, "DEC-12")
    assert (found.outcome, found.person, found.item) == (RuleOutcome.NOT_MET, "Rosa Quill", "3")
    declared = "Rosa Quill declared an interest in item 3 as a director of Tidewell Ltd."
    write(tmp_path, {**register, **meeting(visitor, declared, spoke)})
    assert not findings(tmp_path, "DEC-12")
    write(tmp_path, {**register, **meeting(visitor, "There were no declarations.", silent)})
    assert not findings(tmp_path, "DEC-12")


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        ({}, [("cannot_tell", "Dr Noel Tait")]),
        ({"register 2017-12-01.xlsx": (MARLOW, TAIT)}, [("not_met", "Dr Noel Tait")]),
        ({"register 2017-10-02.xlsx": (MARLOW, TAIT)}, [("cannot_tell", "Dr Noel Tait")]),
    ],
)
def test_what_was_told_at_a_meeting_must_come_onto_the_register(
    tmp_path: Path, later: dict[str, Sequence[Row]], expected: list[object]
) -> None:
    words = "Dr Tait declared an interest in item 3 as a shareholder of Tidewell Ltd and left the room."
    papers = meeting("Nobody", words, "Dr Tait left. The contract was awarded. Dr Tait returned.")
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT), **later, **papers})
    assert told(findings(tmp_path, "REG-02")) == expected


def test_what_was_told_and_then_entered(tmp_path: Path) -> None:
    words = "Dr Tait declared an interest in item 3 as a shareholder of Tidewell Ltd and left the room."
    share = ("Dr Noel Tait", "GP Member", "Tidewell Ltd", "Financial", "Shareholder", "Direct", "01/09/2017",
             "Current", "Leaves", "08/09/2017")  # fmt: skip
    papers = meeting("Nobody", words, "Dr Tait left. The contract was awarded. Dr Tait returned.")
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT), "register 2017-12-01.xlsx": (MARLOW, TAIT, share),
                     **papers})  # fmt: skip
    assert not findings(tmp_path, "REG-02")


def test_a_register_without_the_template_s_columns(tmp_path: Path) -> None:
    rows = (("Name", "Declared interest", "Nature of interest", "From"),
            ("Ivy Marlow", "Westfield Hospice", "Trustee", "01/04/2016"))  # fmt: skip
    write(tmp_path, {"register 2017-06-01.xlsx": rows})
    (found,) = findings(tmp_path, "REG-03")
    assert "the position held" in found.statement
    assert "the action taken to mitigate the risk" in found.statement
    assert "the date from" not in found.statement
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT)})
    assert not findings(tmp_path, "REG-03")


def gone_after(tmp_path: Path, until: str, later: str) -> Path:
    ended = (*MARLOW[:7], until, *MARLOW[8:])
    other = ("Ivy Marlow", "Lay Member", "Westfield School", "Non-financial personal", "Governor", "Direct",
             "01/04/2010", "Current", "", "03/04/2017")  # fmt: skip
    return write(tmp_path, {"register 2017-06-01.xlsx": (ended, other, TAIT), later: (other, TAIT)})


@pytest.mark.parametrize(
    ("until", "later", "expected"),
    [
        ("20/05/2017", "register 2017-11-01.xlsx", [("not_met", "Ivy Marlow")]),
        ("20/05/2017", "register 2017-11-20.xlsx", []),
        ("Current", "register 2017-11-01.xlsx", [("not_met", "Ivy Marlow")]),  # held on 1 June, gone five months on
        ("Current", "register 2017-12-15.xlsx", [("cannot_tell", "Ivy Marlow")]),
        ("20/05/2017", "private register 2017-11-01.xlsx", []),  # of the other list
    ],
)
def test_an_ended_interest_taken_off_too_soon(
    tmp_path: Path, until: str, later: str, expected: list[tuple[str, str]]
) -> None:
    found = findings(gone_after(tmp_path, until, later), "PUB-03")
    assert [one for one in told(found) if one[1]] == expected


@pytest.mark.parametrize(("earlier", "expected"), [(True, "not_met"), (False, "cannot_tell")])
def test_an_interest_gone_from_the_body_s_own_record(tmp_path: Path, earlier: bool, expected: str) -> None:
    """Where a new row of the same kind stands there instead, it may be the same in other words."""
    other = ("Ivy Marlow", "Lay Member", "Westfield School", "Non-financial personal", "Governor", "Direct",
             "01/04/2010", "Current", "", "03/04/2017")  # fmt: skip
    before = (MARLOW, TAIT, other) if earlier else (MARLOW, TAIT)
    files = {"private register 2017-06-01.xlsx": before, "private register 2017-12-01.xlsx": (TAIT, other)}
    write(tmp_path, files)
    assert (expected, "Ivy Marlow") in told(findings(tmp_path, "REG-04"))


def test_what_assurance_tells_of_removal_and_redaction(tmp_path: Path) -> None:
    assurance = """\
removed_interests:
  - {person: Ivy Marlow, organisation: Old Mill Trust, ended_on: 2016-10-01, removed_from_public_on: 2017-02-01}
  - {person: Dr Noel Tait, organisation: Quayside Ltd, ended_on: 2015-01-01, removed_from_record_on: 2017-08-01}
redactions:
  - {person: Dr Noel Tait, organisation: Mill Road Surgery, decided_by: Peter Hallam, decided_on: 2017-07-01,
     reason: Risk of harm}
  - {person: Ivy Marlow, organisation: Westfield Hospice, decided_by: Ivy Marlow, decided_on: 2017-07-01,
     reason: Risk of harm}
"""
    write(tmp_path, {"register 2017-06-01.xlsx": (MARLOW, TAIT), "assurance.yaml": assurance})
    assert told(findings(tmp_path, "PUB-03")) == [("not_met", "Ivy Marlow")]
    assert told(findings(tmp_path, "REG-04")) == [("not_met", "Dr Noel Tait")]
    assert told(findings(tmp_path, "PUB-04")) == [("not_met", "Dr Noel Tait")]


def test_a_redaction_that_only_the_register_shows_is_asked_about(tmp_path: Path) -> None:
    withheld = (*MARLOW[:2], "Details withheld", "Non-financial personal", "Redacted", *MARLOW[5:])
    write(tmp_path, {"public register 2017-06-01.xlsx": (withheld, TAIT)})
    assert told(findings(tmp_path, "PUB-04")) == [("cannot_tell", "Ivy Marlow")]


@pytest.mark.parametrize(
    ("assurance", "published", "lately"),
    [
        ("publication:\n  register_of_interests: {published: yes, published_on: 2017-06-10}\n", [], []),
        ("publication:\n  register_of_interests: {published: yes, published_on: 2016-12-10}\n", [], ["not_met"]),
        ("publication:\n  register_of_interests: {published: no}\n", ["not_met"], []),
        ("publication:\n  register_of_interests: {published: no, on_request: yes}\n", [], ["cannot_tell"]),
        ("", ["cannot_tell"], ["cannot_tell"]),
    ],
)
def test_publication_as_assurance_tells(
    tmp_path: Path, assurance: str, published: list[str], lately: list[str]
) -> None:
    files: dict[str, str | Sequence[Row]] = {"register 2017-06-01.xlsx": (MARLOW, TAIT)}
    files |= {"assurance.yaml": assurance} if assurance else {}
    write(tmp_path, files)
    assert [one.outcome.value for one in findings(tmp_path, "PUB-01")] == published
    assert [one.outcome.value for one in findings(tmp_path, "PUB-05")] == lately


def test_a_published_register_proves_its_own_publication(tmp_path: Path) -> None:
    write(tmp_path, {"public register 2017-06-01.xlsx": (MARLOW, TAIT)})
    assert not findings(tmp_path, "PUB-01")
    assert not findings(tmp_path, "PUB-05")
    assert told(findings(tmp_path, "PUB-05", "2018-06-02")) == [("not_met", None)]


def test_an_interest_that_the_published_register_leaves_out(tmp_path: Path) -> None:
    files = {"private register 2017-07-01.xlsx": (MARLOW, TAIT), "public register 2017-07-03.xlsx": (TAIT,)}
    write(tmp_path, files)
    assert told(findings(tmp_path, "PUB-02")) == [("not_met", "Ivy Marlow")]
    write(tmp_path, {**files, "public register 2017-07-03.xlsx": (MARLOW, TAIT)})
    assert not findings(tmp_path, "PUB-02")


def test_a_published_register_does_not_end_what_it_leaves_out(tmp_path: Path) -> None:
    """The full register's rows, not the published one's shorter ones, are what declarations are judged by."""
    bare = (*TAIT[:8], "", TAIT[9])
    files = {"private register 2017-07-01.xlsx": (MARLOW, TAIT), "public register 2017-08-03.xlsx": (MARLOW, bare)}
    write(tmp_path, files)
    assert not findings(tmp_path, "DEC-06")


def test_what_the_published_register_leaves_out_is_still_held(tmp_path: Path) -> None:
    share = ("Dr Noel Tait", "GP Member", "Tidewell Ltd", "Financial", "Shareholder", "Direct", "01/09/2016",
             "Current", "Leaves", "08/04/2017")  # fmt: skip
    papers = meeting("Nobody", "There were no declarations.", "The contract was awarded.")
    files = {"private register 2017-06-01.xlsx": (MARLOW, TAIT, share), "public register 2017-08-01.xlsx": (TAIT,)}
    write(tmp_path, {**files, **papers})
    assert ("not_met", "Dr Noel Tait") in told(findings(tmp_path, "MTG-04"))


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ("", [("not_met", "Una Frost")]),
        ("Considered by the Chair on appointment", []),
        ("Leaves for the item", [("cannot_tell", "Una Frost")]),
    ],
)
def test_a_board_member_s_part_in_private_healthcare(
    tmp_path: Path, action: str, expected: list[tuple[str, str]]
) -> None:
    row = ("Una Frost", "Non-executive", "Westbourne Private Hospital Ltd", "Financial", "Director", "Direct",
           "01/04/2020", "Current", action, "01/07/2022")  # fmt: skip
    write(tmp_path, {"register 2023-04-01.xlsx": (MARLOW, TAIT, row)}, kind="ICB")
    body = (tmp_path / "body.yaml").read_text(encoding="utf-8")
    member = seat("Una Frost", "lay", "Non-executive", "2022-07-01")
    board = f"  - name: Board\n    kind: governing_body\n    members:\n{member}organisations:"
    (tmp_path / "body.yaml").write_text(body.replace("organisations:", board), encoding="utf-8")
    assert told(findings(tmp_path, "ICB-02", "2023-06-01")) == expected
