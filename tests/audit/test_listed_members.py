"""A network whose member practices the agenda lists touches those who work there and nobody else. All is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.words import LinkKind

BODY = """\
name: NHS Thornwick CCG
ods_code: 99T
kind: ccg
co_commissioning: delegated
guardian: Edna Pyle
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Edna Pyle, role: lay, title: Lay Member, chair: true, from: 2017-04-01}
      - {name: Dr Alan Ferne, role: gp, title: GP Member, practice: Brook Street Surgery, from: 2017-04-01}
      - {name: Dr Oona Vale, role: gp, title: GP Member, practice: Mill Row Practice, from: 2017-04-01}
organisations:
  - {name: Brook Street Surgery, kind: practice}
  - {name: Mill Row Practice, kind: practice}
  - {name: Yew Lane Surgery, kind: practice}
"""
HEAD = "NHS Thornwick CCG\nPrimary Care Commissioning Committee\nTuesday 12 June 2018\n"


@pytest.mark.parametrize(
    ("title", "whose"),
    [
        ("Formation of the Vale Primary Care Network (Brook Street Surgery, Yew Lane Surgery)", {"Dr Alan Ferne"}),
        ("Formation of primary care networks", {"Dr Alan Ferne", "Dr Oona Vale"}),
    ],
)
def test_partners_of_practices_that_are_not_on_the_list_share_nothing(
    title: str, whose: set[str], tmp_path: Path
) -> None:
    papers = tmp_path / "meetings" / "2018-06-12-pccc"
    papers.mkdir(parents=True)
    (tmp_path / "body.yaml").write_text(BODY, encoding="utf-8")
    words = f"{HEAD}\n1. Welcome\n2. Declarations of interest\n3. {title} - for approval\n"
    (papers / "agenda.txt").write_text(words, encoding="utf-8")
    audit = app.audit_folder(tmp_path, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 6, 1))
    conflicts = audit.meetings[0].items[2].conflicts
    assert {one.holding.person.name for one in conflicts} == whose
    assert {one.link.kind for one in conflicts} == {LinkKind.SHARED}
