"""A landlord, an owner or a member that body.yaml only names beside another leads to it. All is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.words import Action, LinkKind

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
      - {name: Dr Alan Ferne, role: gp, title: GP Member, from: 2017-04-01}
organisations:
  - {name: Mill Row Practice, kind: practice, premises_owner: Ferne Estates LLP}
  - {name: Wharf Doctors Ltd, kind: federation, members: [Brook Street Surgery], owners: [Tide Holdings Ltd]}
"""
REGISTER = """\
Name,Position,Organisation,Nature of interest,Type,Direct or indirect,From,To,Date declared
Dr Alan Ferne,GP Member,{organisation},{nature},Financial,Direct,01/04/2012,,02/04/2018
"""
HEAD = "NHS Thornwick CCG\nPrimary Care Commissioning Committee\nTuesday 12 June 2018\n"
RENT, AWARD = "Mill Row Practice: rent review", "Extended access: award of contract to Wharf Doctors Ltd"
OWN, THROUGH = Action.LEAVE_NO_PAPERS, Action.LEAVE


@pytest.mark.parametrize(
    ("title", "organisation", "nature", "told"),
    [
        (RENT, "Ferne Estates LLP", "Member", (LinkKind.NAMED_PARTY, Action.LEAVE)),
        (AWARD, "Brook Street Surgery", "GP partner", (LinkKind.PROVIDER_PARTY, THROUGH)),
        (AWARD, "Tide Holdings Ltd", "Director and shareholder", (LinkKind.PROVIDER_PARTY, OWN)),
        (AWARD, "Tide Sailing Club", "Member", None),
        (RENT, "Tide Holdings Ltd", "Director and shareholder", None),
    ],
)
def test_it_leads_to_the_party(
    title: str, organisation: str, nature: str, told: tuple[LinkKind, Action] | None, tmp_path: Path
) -> None:
    papers = tmp_path / "meetings" / "2018-06-12-pccc"
    papers.mkdir(parents=True)
    (tmp_path / "body.yaml").write_text(BODY, encoding="utf-8")
    rows = REGISTER.format(organisation=organisation, nature=nature)
    (tmp_path / "register 2018-04.csv").write_text(rows, encoding="utf-8")
    (papers / "agenda.txt").write_text(
        f"{HEAD}\n1. Welcome\n2. {title} - for decision\n3. Quality report - to note\n", encoding="utf-8"
    )
    audit = app.audit_folder(tmp_path, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 6, 1))
    conflicts = audit.meetings[0].items[1].conflicts
    assert [(one.link.kind, one.required_action) for one in conflicts] == ([told] if told else [])
