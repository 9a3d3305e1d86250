"""A meeting in common: conflicts and quorum are judged for the body whose folder it is. All is invented."""

# ruff: noqa: E501 - the papers stand as a secretary writes them

from __future__ import annotations

from datetime import date
from pathlib import Path

import docx

from coi_audit import app, paths
from coi_audit.model.audit import MeetingAudit
from coi_audit.model.words import Handling, LinkKind

BODY = """\
name: NHS Aldermoor CCG
ods_code: 99V
kind: ccg
co_commissioning: delegated
guardian: Ruth Ames
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Ruth Ames, role: lay, title: Lay Member, chair: true, from: 2017-04-01}
      - {name: Paul Dray, role: lay, title: Lay Member, vice_chair: true, from: 2017-04-01}
      - {name: Tom Birk, role: executive, title: Chief Officer, from: 2017-04-01}
      - {name: Dr Lena Marsh, role: gp, title: GP Member, practice: Foxglove Surgery, from: 2017-04-01}
organisations:
  - {name: Foxglove Surgery, kind: practice}
  - {name: Ridgeway Practice, kind: practice}
"""
REGISTER = """\
Name,Position,Organisation,Nature of interest,Type,Direct or indirect,From,To,Date declared
Dr Lena Marsh,GP Member,Foxglove Surgery,GP partner,Financial,Direct,01/04/2012,current,02/04/2019
Ruth Ames,Lay Member,Nil,,,,,,03/04/2019
Paul Dray,Lay Member,Nil,,,,,,03/04/2019
Tom Birk,Chief Officer,Nil,,,,,,03/04/2019
"""
AGENDA = """\
NHS Aldermoor CCG and NHS Bexwood CCG
Primary Care Commissioning Committees in Common
Wednesday 19 June 2019, 9.00 am

1. Welcome and apologies
2. Declarations of interest
3. Confirmation of quoracy
4. Foxglove Surgery: boundary reduction (Aldermoor only) - to approve
5. Larkspur Practice: boundary expansion (Bexwood only) - to approve
6. Local enhanced service for phlebotomy 2019/20 - to approve
7. Date of next meeting: 18 September 2019
"""
MINUTES = """\
NHS Aldermoor CCG and NHS Bexwood CCG
Primary Care Commissioning Committees in Common
Minutes of the meeting held on Wednesday 19 June 2019
RATIFIED

Present - NHS Aldermoor CCG
Ruth Ames, Lay Member (Chair)
Paul Dray, Lay Member
Tom Birk, Chief Officer
Dr Lena Marsh, GP Member

Present - NHS Bexwood CCG
Dr Omar Field, GP Member
Judy Larch, Lay Member
Kit Song, Chief Finance Officer

In attendance
Meg Hall, Healthwatch

1. Welcome and apologies
The Chair welcomed everyone.
2. Declarations of interest
The Chair asked for declarations. Dr Marsh declared a financial interest in items 4 and 6 as a partner in Foxglove Surgery. Dr Field declared an interest in item 6.
3. Confirmation of quoracy
Both committees were quorate.
4. Foxglove Surgery: boundary reduction
Dr Marsh left the room at 9.20 before the discussion and came back at 9.35. The Aldermoor committee APPROVED the reduction.
5. Larkspur Practice: boundary expansion
The Bexwood committee APPROVED the expansion.
6. Local enhanced service for phlebotomy 2019/20
Dr Marsh and Dr Field stayed and took no part in the decision. Both committees APPROVED the service.
7. Date of next meeting
18 September 2019
"""


def meeting(folder: Path) -> MeetingAudit:
    papers = folder / "meetings" / "2019-06-19-pccc"
    papers.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    (folder / "register-2019-04.csv").write_text(REGISTER, encoding="utf-8")
    (papers / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    (papers / "minutes.txt").write_text(MINUTES, encoding="utf-8")
    audit = app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2019, 7, 1))
    assert not audit.rejected
    return audit.meetings[0]


def test_the_other_bodys_members_are_not_judged_and_do_not_count(tmp_path: Path) -> None:
    held = meeting(tmp_path)
    assert [one.name for one in held.present] == ["Dr Lena Marsh", "Paul Dray", "Ruth Ames", "Tom Birk"]
    people = {one.holding.person.name for item in held.items for one in item.conflicts}
    assert people == {"Dr Lena Marsh"}
    shared = held.items[5]
    assert (shared.quorum.eligible_before, shared.quorum.eligible_after, shared.quorum.quorate) == (4, 3, True)


def test_the_other_bodys_item_has_no_quorum_here(tmp_path: Path) -> None:
    other = meeting(tmp_path).items[4]
    assert other.conflicts == ()
    assert other.quorum.quorate is None
    assert "another body's" in other.quorum.reasons[0]


def test_the_own_item_is_judged_as_ever(tmp_path: Path) -> None:
    conflict = meeting(tmp_path).items[3].conflicts[0]
    assert (conflict.link.kind, conflict.handling) == (LinkKind.NAMED_PARTY, Handling.MANAGED)


def test_a_column_a_body_tells_what_this_body_decides_and_what_is_the_others(tmp_path: Path) -> None:
    rows = [
        "Item,Title,Aldermoor CCG,Bexwood CCG",
        "1,Declarations of interest,,",
        "2,Foxglove Surgery: boundary reduction,To note,Decision",
        "3,Larkspur Practice: boundary expansion,-,Decision",
        "4,Local enhanced service for phlebotomy 2019/20,Decision,To note",
    ]
    lines = ["NHS Aldermoor CCG and NHS Bexwood CCG", "Primary Care Commissioning Committees in Common", "19 June 2019"]
    paper = docx.Document()
    for line in lines:
        paper.add_paragraph(line)
    table = paper.add_table(rows=0, cols=4)
    for row in rows:
        for cell, words in zip(table.add_row().cells, row.split(","), strict=True):
            cell.text = words
    place = tmp_path / "meetings/2019-06-19-pccc"
    place.mkdir(parents=True)
    (tmp_path / "body.yaml").write_text(BODY, encoding="utf-8")
    (tmp_path / "register-2019-04.csv").write_text(REGISTER, encoding="utf-8")
    paper.save(str(place / "agenda.docx"))
    audit = app.audit_folder(tmp_path, rules=paths.rules_folder(), organisations=None, as_of=date(2019, 7, 1))
    items = {one.item.number: one for one in audit.meetings[0].items}
    assert [items[number].classification.purpose.value for number in "24"] == ["information", "decision"]
    assert [one.required_action.value for one in items["4"].conflicts] == ["stay_no_vote"]
    assert [one.required_action.value for one in items["2"].conflicts] == ["note"]
    assert (items["3"].conflicts, items["3"].quorum.quorate) == ((), None)
