"""What the body pays those who hold a post is their own matter, and nobody else's. All is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.audit import ItemAudit
from coi_audit.model.words import Action, Handling, LinkKind

BODY = """\
name: NHS Thornwick CCG
ods_code: 99T
kind: ccg
co_commissioning: delegated
guardian: Edna Pyle
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {{members: 3, must_include: [lay, executive]}}
    members:
      - {{name: Edna Pyle, role: lay, title: Lay Member, chair: true, from: 2017-04-01}}
      - {{name: Hugo Sands, role: lay, title: Lay Member, vice_chair: true, from: 2017-04-01}}
      - {{name: Vera Stock, role: executive, title: Chief Officer, from: 2017-04-01}}
      - {{name: Dr Alan Ferne, role: gp, title: GP Member{lead}, from: 2017-04-01}}
      - {{name: Dr Oona Vale, role: gp, title: GP Member, from: 2017-04-01}}
"""
LEAD = " and Clinical Lead for Children"
HEAD = "NHS Thornwick CCG\nPrimary Care Commissioning Committee\nTuesday 12 June 2018\n"
AGENDA = f"{HEAD}\n1. Welcome\n2. Declarations of interest\n3. {{title}} - for approval\n"
MINUTES = f"""Minutes
{HEAD}
Present: Edna Pyle (EP), Chair; Hugo Sands (HS); Vera Stock (VS); Dr Alan Ferne (AF); Dr Oona Vale (OV)
1. Welcome
The meeting was quorate.
2. Declarations of interest
Dr Ferne and Dr Vale declared an interest in item 3.
3. {{title}}
Dr Ferne and Dr Vale left the room. The rate was approved. Dr Ferne and Dr Vale came back.
"""


def item(folder: Path, title: str, lead: str) -> ItemAudit:
    papers = folder / "meetings" / "2018-06-12-pccc"
    papers.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY.format(lead=lead), encoding="utf-8")
    (papers / "agenda.txt").write_text(AGENDA.format(title=title), encoding="utf-8")
    (papers / "minutes.txt").write_text(MINUTES.format(title=title), encoding="utf-8")
    audit = app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 9, 1))
    return audit.meetings[0].items[2]


@pytest.mark.parametrize(
    "title",
    [
        "Remuneration of GP clinical leads",
        "Sessional payments to GP clinical leads 2018/19",
        "Clinical lead sessional rates",
        "Backfill payments for GP clinical leads",
    ],
)
@pytest.mark.parametrize(("lead", "whose"), [(LEAD, {"Dr Alan Ferne"}), ("", {"Dr Alan Ferne", "Dr Oona Vale"})])
def test_the_pay_of_a_post_is_the_matter_of_whoever_holds_it(
    title: str, lead: str, whose: set[str], tmp_path: Path
) -> None:
    conflicts = item(tmp_path, title, lead).conflicts
    personal = {one.holding.person.name: one for one in conflicts if one.link.kind is LinkKind.PERSONAL}
    assert set(personal) == whose
    assert {(one.required_action, one.handling) for one in personal.values()} == {(Action.LEAVE, Handling.MANAGED)}
