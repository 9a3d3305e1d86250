"""A folder without national lists: the practices its own file names are known, and nothing else is made of them."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from one_holding import held_in

from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.links import ItemContext, Linker
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.organisations.stated import stated_practices
from coi_audit.linking.reach import Reach
from coi_audit.model.linking import Classification, Holding, Party
from coi_audit.model.people import Body
from coi_audit.model.words import (
    BodyKind,
    Confidence,
    LinkKind,
    Match,
    Purpose,
    Scope,
    Tie,
)
from coi_audit.readers.body_file import read_body

ON = date(2017, 3, 14)
BODY = """\
name: NHS Corvale CCG
ods_code: 99Z
kind: ccg
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Dr Asha Venn, role: gp, practice: Juniper Lane Surgery, voting: false}
      - {name: Dr Owen Pryce, role: gp, practice: Mossgill Practice, voting: false}
organisations:
  - {name: Corvale Alliance Ltd, kind: federation, members: [Juniper Lane Surgery, Larch Medical Centre, Y01234]}
"""
EVERY_PRACTICE = ItemContext("item 6", Classification("C07", True, Scope.ALL_PRACTICES, Purpose.DECISION), (), ())


@pytest.fixture
def body(tmp_path: Path) -> Body:
    (tmp_path / "body.yaml").write_text(BODY, encoding="utf-8")
    return read_body(tmp_path / "body.yaml").body


def linker(body: Body) -> Linker:
    directory = Directory.build(
        None, body.organisations, body_code="99Z", body_kind=BodyKind.CCG, stated=stated_practices(body)
    )
    return Linker(directory, OrganisationGraph(directory, ON), ON)


def holding(linker: Linker, name: str, **more: object) -> Holding:
    return held_in(linker.directory, name, ON, **{"organisation_name": name, "nature": f"Partner, {name}", **more})


def item(linker: Linker, *mentions: str) -> ItemContext:
    parties = []
    for mention in mentions:
        found = linker.directory.resolve(mention, on=ON)
        parties.append(Party(mention, mention, found.outcome, found.ods_code, found.organisation, found))
    return ItemContext(
        "item 4", Classification("C13", True, Scope.NAMED_PRACTICE, Purpose.DECISION), tuple(parties), ()
    )


def test_members_practices_and_members_of_a_federation_are_stated_once(body: Body) -> None:
    names = [one.name for one in stated_practices(body)]
    assert names == ["Juniper Lane Surgery", "Larch Medical Centre", "Mossgill Practice"]  # a code is no name


def test_a_body_that_lists_its_practices_is_taken_at_its_word(tmp_path: Path) -> None:
    listed = BODY + "  - {name: Mossgill Practice, kind: practice, aliases: [The Moss]}\n"
    (tmp_path / "body.yaml").write_text(listed, encoding="utf-8")
    body = read_body(tmp_path / "body.yaml").body
    assert "Mossgill Practice" not in [one.name for one in stated_practices(body)]
    known = linker(body)
    assert known.link(holding(known, "The Moss"), EVERY_PRACTICE) is not None
    assert known.link(holding(known, "Juniper Lane Surgery"), EVERY_PRACTICE) is not None  # a member's own
    assert known.link(holding(known, "Kiln Medical Centre"), EVERY_PRACTICE) is None


def test_a_paper_about_every_practice_touches_a_members_practice(body: Body) -> None:
    known = linker(body)
    link = known.link(holding(known, "Juniper Lane Surgery"), EVERY_PRACTICE)
    assert link is not None
    assert (link.kind, link.confidence) == (LinkKind.SHARED, Confidence.CERTAIN)


def test_the_federation_is_reached_through_a_practice_that_only_the_membership_names(body: Body) -> None:
    known = linker(body)
    link = known.link(holding(known, "Juniper Lane Surgery"), item(known, "Corvale Alliance Ltd"))
    assert link is not None and link.through_own_practice


def test_a_practice_that_only_the_register_names_is_likely_one_of_the_bodys(body: Body) -> None:
    known = linker(body)
    own = holding(known, "Kiln Medical Centre")
    assert own.outcome is Match.NONE
    link = known.link(own, EVERY_PRACTICE)
    assert link is not None
    assert (link.kind, link.confidence) == (LinkKind.SHARED, Confidence.LIKELY)
    assert "No list of the body's practices" in link.because[0]
    assert Reach((own,), known).near(EVERY_PRACTICE) == [own]


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("Kiln Medical Centre", {"nature": "Partner, Kiln Medical Centre (outside the CCG area)"}),
        ("Kiln Medical Centre", {"outcome": Match.ASK}),
        ("Kiln Medical Centre", {"tie": Tie.MEMBER}),
        ("Kiln Dental Practice", {}),
        ("Kiln Care Ltd", {}),
    ],
)
def test_what_is_elsewhere_unsure_or_no_practice_is_not_touched(body: Body, name: str, more: dict[str, object]) -> None:
    known = linker(body)
    assert known.link(holding(known, name, **more), EVERY_PRACTICE) is None


@pytest.mark.parametrize("said", ["(formerly Dr Weir & Partners)", "(previously known as Dr Weir and Partners)"])
def test_an_earlier_name_on_the_register_is_the_same_practice(body: Body, said: str) -> None:
    known = linker(body)
    own = holding(known, "Juniper Lane Surgery", nature=f"Partner in Juniper Lane Surgery {said}")
    context = item(known, "Dr Weir & Partners")
    link = known.link(own, context)
    assert link is not None
    assert (link.kind, link.confidence) == (LinkKind.NAMED_PARTY, Confidence.LIKELY)
    assert Reach((own,), known).near(context) == [own]
    assert known.link(own, item(known, "Dr Wear & Partners")) is None
