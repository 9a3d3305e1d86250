"""Somebody declares an interest in an item that no paper ties to it: it is shown and asked about. All is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.audit import ItemAudit
from coi_audit.model.words import Confidence, Handling, LinkKind

BODY = """\
name: NHS Thornwick CCG
ods_code: 99T
kind: ccg
co_commissioning: delegated
guardian: Edna Pyle
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Edna Pyle, role: lay, title: Lay Member, chair: true, from: 2017-04-01}
      - {name: Hugo Sands, role: lay, title: Lay Member, vice_chair: true, from: 2017-04-01}
      - {name: Vera Stock, role: executive, title: Chief Officer, from: 2017-04-01}
      - {name: Dr Alan Ferne, role: gp, title: GP Member, from: 2017-04-01}
      - {name: Dr Oona Vale, role: gp, title: GP Member, from: 2017-04-01}
organisations:
  - {name: Brook Street Surgery, kind: practice}
  - {name: Larch House Surgery, kind: practice}
  - {name: Mill Row Practice, kind: practice}
"""
REGISTER = """\
Name,Position,Organisation,Nature of interest,Type,Direct or indirect,From,To,Date declared
Dr Alan Ferne,GP Member,Brook Street Surgery,GP partner,Financial,Direct,01/04/2012,current,02/04/2018
Dr Alan Ferne,GP Member,Larch House Surgery,Salaried GP,Financial,Direct,01/04/2012,current,02/04/2018
Dr Oona Vale,GP Member,Mill Row Practice,GP partner,Financial,Direct,01/04/2012,current,02/04/2018
Hugo Sands,Lay Member,Mill Row Practice,Practice manager,Financial,Direct,01/04/2012,31/03/2018,02/04/2018
"""
HEAD = "NHS Thornwick CCG\nPrimary Care Commissioning Committee\nTuesday 12 June 2018\n"
AGENDA = (
    f"{HEAD}\n1. Welcome\n2. Declarations of interest\n3. Mill Row Practice: closure of its branch - for approval\n"
)
MINUTES = f"""Minutes
{HEAD}
Present: Edna Pyle (EP), Chair; Hugo Sands (HS); Vera Stock (VS); Dr Alan Ferne (AF); Dr Oona Vale (OV)
1. Welcome
The meeting was quorate.
2. Declarations of interest
{{declared}}
3. Mill Row Practice: closure of its branch
OV and AF left the room. The closure was agreed. OV and AF came back.
"""


def item(folder: Path, declared: str, said: str = "") -> ItemAudit:
    papers = folder / "meetings" / "2018-06-12-pccc"
    papers.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    (folder / "register 2018-04.csv").write_text(REGISTER, encoding="utf-8")
    (papers / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    (papers / "minutes.txt").write_text(MINUTES.format(declared=declared) + said, encoding="utf-8")
    audit = app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 9, 1))
    return audit.meetings[0].items[2]


@pytest.mark.parametrize(
    "declared",
    [
        "The following were declared. Item 3: OV (partner, Mill Row Practice) and AF (partner, Brook Street Surgery).",
        "Dr Vale and Dr Ferne declared an interest in item 3, Dr Ferne as a partner in Brook Street Surgery.",
        "OV: item 3 (partner). AF: item 3.",
    ],
)
def test_an_interest_declared_in_the_item_is_shown_and_asked_about(declared: str, tmp_path: Path) -> None:
    conflicts = {one.holding.person.name: one for one in item(tmp_path, declared).conflicts}
    assert conflicts["Dr Oona Vale"].link.kind is LinkKind.NAMED_PARTY
    asked = conflicts["Dr Alan Ferne"]
    assert (asked.link.kind, asked.confidence) == (LinkKind.UNCLEAR, Confidence.ASK)
    assert "no paper says how it touches" in " ".join(asked.because)


def test_a_practice_named_in_short_is_the_one_on_the_register(tmp_path: Path) -> None:
    conflicts = item(tmp_path, "Dr Ferne declared an interest in item 3, as he is employed at Larch House.").conflicts
    asked = next(one for one in conflicts if one.holding.person.name == "Dr Alan Ferne")
    assert asked.handling is not Handling.NOT_ON_REGISTER
    assert asked.holding.interest is not None


@pytest.mark.parametrize(
    "declared",
    [
        "OV: item 3 (partner, Mill Row Practice). AF: item 7 (partner, Brook Street Surgery).",
        "All GPs declared an interest in item 3.",
    ],
)
def test_what_was_declared_otherwise_touches_nothing(declared: str, tmp_path: Path) -> None:
    assert {one.holding.person.name for one in item(tmp_path, declared).conflicts} == {"Dr Oona Vale"}


@pytest.mark.parametrize(
    "said",
    [
        "Brook Street Surgery was the nearest practice and expected to gain patients.",
        "It was reported that Brook Street Surgery adjoined the practice.",
        "Brook Street Surgery was likely to receive most of the list.",
        "Brook Street Surgery, which shared a boundary with the practice, had no comment.",
        "Brook Street Surgery, the nearest practice to Mill Row, had raised no objection.",
        "AF had gone out, Brook Street Surgery being one of the two practices nearest to the branch.",
        "Brook Street Surgery, whose boundary overlaps, had asked for the request to be refused.",
        "New patients would go mainly to Brook Street Surgery, which is closest.",
    ],
)
def test_a_practice_that_the_minutes_call_a_neighbour_in_the_past_tense_is_one(said: str, tmp_path: Path) -> None:
    conflicts = {one.holding.person.name: one for one in item(tmp_path, "OV and AF: item 3.", said).conflicts}
    assert conflicts["Dr Alan Ferne"].link.kind is LinkKind.NEIGHBOUR


def test_a_past_interest_that_the_register_shows_as_ended_is_no_conflict(tmp_path: Path) -> None:
    declared = "OV: item 3 (partner). Hugo Sands declared in item 3 that he had worked for the practice until March."
    found = item(tmp_path, declared)
    assert "Hugo Sands" not in {one.holding.person.name for one in found.conflicts}
    assert "Hugo Sands" in {one.holding.person.name for one in found.recent}


def test_a_past_interest_of_which_no_register_tells_is_asked_about(tmp_path: Path) -> None:
    declared = "OV: item 3 (partner). Edna Pyle declared in item 3 that she had worked for the practice until March."
    conflicts = {one.holding.person.name: one for one in item(tmp_path, declared).conflicts}
    assert conflicts["Edna Pyle"].confidence is Confidence.ASK
