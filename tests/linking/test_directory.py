"""Names resolve to matched, ask or none within the body's own area on the day, and say why. All names are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.organisations.directory import Directory, NamedRow, resolve_names
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisation_lists import ListKind, ListRow, OrganisationLists
from coi_audit.model.organisations import Organisation, Resolution
from coi_audit.model.words import BodyKind, Match, OrganisationKind

ON = date(2018, 5, 1)
EARLY, LATE = date(2016, 2, 1), date(2019, 12, 1)
SOURCE = SourceRef(file="body.yaml", line=7)


def practice(code: str, name: str, *, to: str = "99Z", edition: date = EARLY, **more: object) -> ListRow:
    fields: dict[str, object] = {
        "joined": date(2013, 4, 1), "address": ("1 HIGH STREET", "", "NORTHFIELD"), "postcode": "ZZ1 1AA",
    } | more  # fmt: skip
    return ListRow(ListKind.PRACTICES, code, name, to, edition=edition, file="practices.csv", row=2, **fields)  # type: ignore[arg-type]


def local(name: str, kind: OrganisationKind = OrganisationKind.FEDERATION, **more: object) -> Organisation:
    return Organisation.model_validate({"name": name, "kind": kind, "source": SOURCE, **more})


def directory(*rows: ListRow, own: Sequence[Organisation] = (), code: str | None = "99Z") -> Directory:
    return Directory.build(OrganisationLists(rows), own, body_code=code, body_kind=BodyKind.CCG)


ROWS = (
    practice("A99001", "ELM STREET SURGERY", address=("ELM HOUSE HEALTH CENTRE", "ELM STREET", "NORTHFIELD")),
    practice("A99002", "PARKVIEW MEDICAL CTR", postcode="ZZ2 2BB", address=("2 PARK ROAD", "ASHCOMBE")),
    practice("A99003", "LOWTHER GRANGE PRACTICE", postcode="ZZ3 3CC"),
    practice("A99004", "LOWTHER GRANGE SURGERY", postcode="ZZ4 4DD"),
    practice("A99005", "THE SURGERY", postcode="ZZ5 5EE", address=("THE SURGERY", "MILL LANE", "DUNHOLLOW")),
    practice("A99006", "DR R VALE & PARTNERS", postcode="ZZ6 6FF"),
    practice("A99007", "BEECHCROFT SURGERY", postcode="ZZ7 7GG", address=("THE BRAMBLES MEDICAL CENTRE", "NORTHFIELD")),
    practice("A99008", "TWIN OAKS SURGERY", postcode="ZZ8 8HH", address=("3 LOW ROAD", "EASTWICK")),
    practice("A99009", "TWIN OAKS SURGERY", postcode="ZZ9 9JJ", address=("4 TOP ROAD", "WESTWICK")),
    practice("A99010", "MARROW LANE SURGERY", closed=date(2017, 3, 31), left=date(2017, 3, 31), status="closed"),
    practice("B99001", "WILLOWMERE SURGERY", to="98Y", address=("5 QUAY", "SALTERTON"), postcode="YY1 1AA"),
)  # fmt: skip


@pytest.fixture(scope="module")
def known() -> Directory:
    return directory(*ROWS)


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("Elm Street Surgery", "A99001"),
        ("The Elm St Surg.", "A99001"),
        ("ELM STREET", "A99001"),
        ("Elm Street GP Surgery", "A99001"),
        ("Park View Medical Centre", "A99002"),
        ("Parkview Medical", "A99002"),
        ("Beechcroft Surgery Group", "A99007"),
        ("Parkview MC, Ashcombe", "A99002"),
        ("Lowther Grange Surgery", "A99004"),
        ("Dr Patel & Partners, Elm Street Surgery", "A99001"),
        ("Dr R. Vale and Partners", "A99006"),
        ("Dr R Vale's Practice", "A99006"),
        ("A99003", "A99003"),
        ("Elm Street Surgery (A99001)", "A99001"),
        ("Willowmere Surgery (B99001)", "B99001"),
        ("The Surgery, Mill Lane, Dunhollow", "A99005"),
        ("The Surgery ZZ5 5EE", "A99005"),
        ("Twin Oaks Surgery, Westwick", "A99009"),
        ("Twin Oaks Surgery (zz8 8hh)", "A99008"),
        ("Willowmere Surgery, Salterton", "B99001"),
        ("Marrow Lane Surgery", "A99010"),
    ],
)
def test_matched_beyond_doubt(known: Directory, mention: str, code: str) -> None:
    found = known.resolve(mention, on=ON)
    assert (found.outcome, found.ods_code) == (Match.MATCHED, code), found.because
    assert found.because.endswith(".")


@pytest.mark.parametrize(
    ("mention", "candidate", "why"),
    [
        ("Lowther Grange", "A99003", "2 organisations"),
        ("Lowther Grange Medical Centre", "A99004", "2 organisations"),
        ("The Surgery", "A99005", "No word of this name"),
        ("Dr Vale", "A99006", "surname"),
        ("Twin Oaks Surgery", "A99008", "2 organisations"),
        ("Beechcroft Surgery, Salterton", "A99007", "not in its address"),
        ("Beechcroft Surgery YY1 1AA", "A99007", "postcode"),
        ("Beachcroft Practice", "A99007", "spelt nearly"),
        ("Beechcroft Surgery Ltd", "A99007", "legal form"),
        ("Beechcroft Surgery (A99001)", "A99001", "do not belong together"),
        ("Beechcroft Surgery (A98765)", "A99007", "in none of the lists"),
    ],
)
def test_asked_with_the_reason(known: Directory, mention: str, candidate: str, why: str) -> None:
    found = known.resolve(mention, on=ON)
    assert found.outcome is Match.ASK, found.because
    assert candidate in {one.ods_code for one in found.candidates}
    assert why in found.because


@pytest.mark.parametrize(
    "mention",
    ["Willowmere Surgery", "Elm Street Pharmacy", "Elm Street PCN", "Barley Bank plc", "", "   ", "Dr Nobody", "-"],
)
def test_nothing_of_the_area_has_the_name(known: Directory, mention: str) -> None:
    found = known.resolve(mention, on=ON)
    assert found.outcome is Match.NONE
    assert found.organisation is None
    assert found.because


def test_a_namesake_elsewhere_is_named_but_never_matched(known: Directory) -> None:
    found = known.resolve("Willowmere Surgery", on=ON)
    assert "another commissioner's area" in found.because
    assert [one.ods_code for one in found.candidates] == ["B99001"]


def test_a_closed_practice_is_matched_only_by_name_and_the_answer_says_so(known: Directory) -> None:
    assert "closed on 31 March 2017" in known.resolve("Marrow Lane Surgery", on=ON).because
    assert known.resolve("Marrow Lane", on=ON).outcome is Match.ASK
    assert "closed" not in known.resolve("Marrow Lane Surgery", on=date(2017, 3, 31)).because
    codes = [one.ods_code for one in known.practices(ON)]
    assert "A99010" not in codes
    assert codes == sorted(codes, key=str)


def test_the_code_of_a_closed_practice_alone_is_a_question(known: Directory) -> None:
    found = known.resolve("A99010", on=ON)
    assert found.outcome is Match.ASK
    assert [one.ods_code for one in found.candidates] == ["A99010"]
    assert "closed on 31 March 2017" in found.because
    assert known.resolve("A99010", on=date(2017, 3, 31)).outcome is Match.MATCHED
    assert known.resolve("Marrow Lane Surgery (A99010)", on=ON).ods_code == "A99010"


@pytest.mark.parametrize("mention", ["A99010", "Marrow Lane Surgery (A99010)"])
def test_the_code_of_a_closed_practice_is_its_successors_where_the_name_lives_on(mention: str) -> None:
    heir = local("Elm Street Surgery", OrganisationKind.PRACTICE, aliases=("Marrow Lane Surgery",))
    found = directory(*ROWS, own=(heir,)).resolve(mention, on=ON)
    assert found.ods_code == "A99001"
    assert "went by that name too" in found.because


def test_former_and_later_names_of_one_code() -> None:
    known = directory(
        practice("A99001", "OLD ORCHARD SURGERY"),
        practice("A99001", "MEADOWSWEET PRACTICE", edition=LATE),
        practice("A99002", "SAFFRON WAY SURGERY"),
        practice("A99002", "OLD ORCHARD SURGERY", edition=date(2022, 5, 1)),
    )
    before = known.resolve("Meadowsweet Practice", on=ON)
    assert (before.ods_code, before.name) == ("A99001", "OLD ORCHARD SURGERY")
    assert "later name, in the list of December 2019" in before.because
    assert known.resolve("Old Orchard Surgery", on=ON).ods_code == "A99001"
    after = known.resolve("Old Orchard Surgery", on=date(2022, 6, 1))
    assert after.ods_code == "A99002", "a name in use goes before another practice's former name"


def test_the_edition_is_the_latest_not_after_the_day_else_the_earliest_after() -> None:
    known = directory(practice("A99001", "FIRST NAME SURGERY"), practice("A99001", "SECOND NAME SURGERY", edition=LATE))
    names = [
        known.practices(day)[0].name for day in (date(2015, 1, 1), EARLY, date(2019, 11, 30), LATE, date(2024, 1, 1))
    ]
    assert names == ["FIRST NAME SURGERY"] * 3 + ["SECOND NAME SURGERY"] * 2


def test_a_practice_belongs_to_the_commissioner_of_the_day() -> None:
    rows = (
        practice("A99001", "ELM STREET SURGERY", to="99Z"),
        practice("A99001", "ELM STREET SURGERY", to="97X", edition=LATE, joined=date(2018, 4, 1)),
    )
    old, new = directory(*rows), directory(*rows, code="97X")
    practice_then = old.resolve("Elm Street Surgery", on=date(2018, 3, 31)).organisation
    assert practice_then is not None
    assert old.commissions(practice_then, date(2018, 3, 31))
    assert not new.commissions(practice_then, date(2018, 3, 31)) or new.day(date(2018, 3, 31)).scope.day > date(
        2018, 3, 31
    )
    assert new.commissions(practice_then, date(2018, 4, 1))
    assert old.practices(date(2018, 4, 1)) == ()
    assert new.resolve("Elm Street Surgery", on=date(2019, 1, 1)).ods_code == "A99001"


def test_where_nobody_knows_who_commissioned_it_that_day_it_is_asked() -> None:
    known = directory(
        practice("A99001", "ELM STREET SURGERY", joined=date(2020, 4, 1)), practice("A99002", "ASH SURGERY")
    )
    found = known.resolve("Elm Street Surgery", on=ON)
    assert found.outcome is Match.ASK
    assert directory(*ROWS, code=None).resolve("Elm Street Surgery", on=ON).outcome is Match.ASK


def test_an_icb_is_its_sub_icb_locations() -> None:
    rows = [
        ListRow(ListKind.COMMISSIONERS, code, f"NHS AREA ICB - {code}", "QZ9", edition=LATE) for code in ("99Z", "98Y")
    ]
    known = Directory.build(OrganisationLists((*ROWS, *rows)), (), body_code="qz9", body_kind=BodyKind.ICB)
    assert {one.commissioner for one in known.practices(ON)} == {"99Z", "98Y"}
    assert known.resolve("Willowmere Surgery", on=ON).ods_code == "B99001"


def pcn(code: str, name: str, **more: object) -> ListRow:
    return ListRow(
        ListKind.PCNS, code, name, "99Z", opened=date(2019, 7, 1), edition=LATE, file="epcn.xlsx", row=2, **more
    )  # type: ignore[arg-type]


def member(practice_code: str, network: str, joined: date, left: date | None = None) -> ListRow:
    return ListRow(
        ListKind.PCN_MEMBERS, practice_code, "X", network, joined, left, edition=LATE, file="epcn.xlsx", row=9
    )


NETWORKS = (
    practice("A99001", "HARTLAND MEDICAL GROUP", edition=LATE),
    practice("A99002", "SORREL SURGERY", edition=LATE),
    pcn("U99001", "HARTLAND MEDICAL GROUP PCN"),
    pcn("U99002", "COASTAL NETWORK PCN"),
    member("A99001", "U99001", date(2019, 7, 1)),
    member("A99002", "U99001", date(2019, 7, 1), date(2020, 3, 31)),
    member("A99002", "U99002", date(2020, 4, 1)),
)
LATER = date(2020, 1, 15)


@pytest.mark.parametrize(
    ("mention", "code"),
    [
        ("Hartland Medical Group PCN", "U99001"),
        ("Hartland Medical Group Primary Care Network", "U99001"),
        ("Hartland Medical Group", "A99001"),
        ("Coastal PCN", "U99002"),
        ("Sorrel PCN", None),
        ("Hartland", None),
    ],
)
def test_a_network_is_not_its_member_practice(mention: str, code: str | None) -> None:
    assert directory(*NETWORKS).resolve(mention, on=LATER).ods_code == code


def test_memberships_hold_on_their_own_days() -> None:
    known = directory(*NETWORKS)
    sorrel = known.resolve("Sorrel Surgery", on=LATER).organisation
    assert sorrel is not None
    by_day = {
        day: [edge.organisation.ods_code for edge in OrganisationGraph(known, day).networks_of(sorrel)]
        for day in (date(2019, 6, 30), date(2019, 7, 1), date(2020, 3, 31), date(2020, 4, 1))
    }
    assert list(by_day.values()) == [[], ["U99001"], ["U99001"], ["U99002"]]
    network = known.resolve("Hartland Medical Group PCN", on=LATER).organisation
    assert network is not None
    edges = OrganisationGraph(known, LATER).members_of(network)
    assert [(edge.organisation.ods_code, edge.label, edge.source.file) for edge in edges] == [
        ("A99001", "has as a member", "epcn.xlsx"),
        ("A99002", "has as a member", "epcn.xlsx"),
    ]


OWN = (
    local(
        "Northfield GP Alliance Ltd",
        aliases=("NGPA",),
        members=("Elm Street Surgery",),
        owners=("Dr Anil Rao", "Parkview MC"),
    ),
    local("Brookhaven Estates LLP", OrganisationKind.COMPANY, company_number="OC999999"),
    local(
        "Elm Street Surgery",
        OrganisationKind.PRACTICE,
        aliases=("The Elms",),
        premises_owner="Brookhaven Estates LLP",
    ),
)


def test_the_bodys_own_organisations_join_the_lists() -> None:
    known = directory(*ROWS, own=OWN)
    graph = OrganisationGraph(known, ON)
    elm = known.resolve("The Elms", on=ON).organisation
    assert elm is not None
    assert (elm.ods_code, elm.premises_owner, elm.commissioner) == ("A99001", "Brookhaven Estates LLP", "99Z")
    assert known.resolve("NGPA", on=ON).name == "Northfield GP Alliance Ltd"
    assert known.resolve("Northfield GP Alliance", on=ON).name == "Northfield GP Alliance Ltd"
    assert known.resolve("Northfield GP Alliance LLP", on=ON).outcome is Match.ASK
    assert known.resolve("Some Estates (OC999999)", on=ON).outcome is Match.ASK
    assert known.resolve("company number OC999999", on=ON).name == "Brookhaven Estates LLP"
    alliance, estates = (known.resolve(one, on=ON).organisation for one in ("NGPA", "Brookhaven Estates"))
    parkview = known.resolve("Parkview MC", on=ON).organisation
    assert alliance is not None
    assert estates is not None
    assert parkview is not None
    assert [edge.organisation.name for edge in graph.networks_of(elm)] == ["Northfield GP Alliance Ltd"]
    assert [edge.organisation.ods_code for edge in graph.members_of(alliance)] == ["A99001"]
    assert [edge.organisation.name for edge in graph.owners_of(alliance)] == ["Dr Anil Rao", "PARKVIEW MEDICAL CTR"]
    assert [edge.organisation.name for edge in graph.owned_by(parkview)] == ["Northfield GP Alliance Ltd"]
    assert [(edge.label, edge.organisation.name) for edge in graph.premises_owner_of(elm)] == [
        ("works in premises owned by", "Brookhaven Estates LLP")
    ]
    assert [edge.organisation.ods_code for edge in graph.premises_let_by(estates)] == ["A99001"]
    assert all(edge.source == SOURCE for edge in graph.networks_of(elm))


def test_without_any_list_the_bodys_own_organisations_speak() -> None:
    own = (
        *OWN[:2],
        local("Elm Street Surgery", OrganisationKind.PRACTICE),
        local("Park View Practice", OrganisationKind.PRACTICE),
    )
    known = Directory.build(None, own, body_code=None, body_kind=BodyKind.CCG)
    assert [one.name for one in known.practices(ON)] == ["Elm Street Surgery", "Park View Practice"]
    found = known.resolve("Parkview Pract.", on=ON)
    assert found.outcome is Match.MATCHED
    assert found.organisation is not None
    assert known.commissions(found.organisation, ON)
    assert known.resolve("Unheard Of Surgery", on=ON).because.startswith("No national list is at hand")


def test_trusts_by_full_short_and_initial_names() -> None:
    rows = [
        ListRow(ListKind.TRUSTS, "RZ1", "NORTHFIELD TEACHING HOSPITALS NHS FOUNDATION TRUST", "QZ9", edition=LATE),
        ListRow(ListKind.TRUSTS, "RZ2", "EASTMARSH PARTNERSHIP NHS TRUST", "QZ9", edition=LATE),
        ListRow(ListKind.TRUSTS, "RZ3", "NORTHMOOR TERTIARY HOSPITALS NHS FOUNDATION TRUST", "QZ9", edition=LATE),
    ]
    known = directory(*ROWS, *rows)
    for mention in (
        "Northfield Teaching Hospitals NHS FT",
        "Northfield Teaching Hospitals",
        "Northfield Teaching Hospitals NHS Trust",
        "RZ1",
    ):
        assert known.resolve(mention, on=ON).ods_code == "RZ1", mention
    assert known.resolve("EPNT", on=ON).ods_code == "RZ2"
    assert known.resolve("NTHFT", on=ON).outcome is not Match.MATCHED, "two trusts share these initials"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("Merger of Elm Street Surgery and Parkview Medical Centre", ["Elm Street Surgery", "Parkview Medical Centre"]),
        ("Elm Street Surgery – boundary change; The Parkview MC list closure", ["Elm Street Surgery", "Parkview MC"]),
        ("Beechcroft Surgery (A99007): lease", ["Beechcroft Surgery (A99007)"]),
        ("Update on twin oaks surgery, Westwick, and others", ["twin oaks surgery, Westwick"]),
        ("Dr R Vale & Partners: list size", ["Dr R Vale & Partners"]),
        ("Dr R Vale boundary change (neighbouring practice: Elm Street Surgery)", ["Elm Street Surgery"]),
        ("Dr R Vale declared an interest in the high street", []),
        ("Elm Street Pharmacy application", []),
        ("12 Elm Street, Northfield", []),
        ("Payment to A99003", ["A99003"]),
        ("The surgery and the medical centre", []),
        ("Beechcroft is a pleasant place", []),
        ("Beechcroft practice merger", ["Beechcroft practice"]),
        ("", []),
    ],
)  # fmt: skip
def test_names_found_in_a_text(known: Directory, text: str, mentions: list[str]) -> None:
    found = known.find(text, on=ON)
    assert [text[one.start : one.end] for one in found] == mentions
    assert all(one.resolution.outcome is not Match.NONE for one in found)


def test_a_word_before_a_name_makes_it_another_name(known: Directory) -> None:
    outcomes = [one.resolution.outcome for one in known.find("Opening of New Elm Street Surgery", on=ON)]
    assert Match.MATCHED not in outcomes


def test_the_records_that_resolve_prints(known: Directory) -> None:
    rows = [NamedRow("Elm St Surgery", {"row": "1"}), NamedRow("Lowther Grange", {"row": "2"}), NamedRow("Nobody", {})]
    first, second, third = resolve_names(rows, known, ON)
    assert list(first) == ["row", "mention", "outcome", "ods_code", "name", "candidates", "because"]
    assert (first["outcome"], first["ods_code"], first["candidates"]) == ("matched", "A99001", [])
    assert (second["outcome"], second["ods_code"], [one["ods_code"] for one in second["candidates"]]) == (
        "ask",
        None,
        ["A99003", "A99004"],
    )
    assert third["outcome"] == "none"


def test_the_same_question_gets_the_same_answer(known: Directory) -> None:
    again = directory(*ROWS[::-1])
    for mention in ("Elm Street", "Lowther Grange", "Twin Oaks Surgery", "Willowmere Surgery"):
        one, other = known.resolve(mention, on=ON), again.resolve(mention, on=ON)
        assert _plain(one) == _plain(other)


def _plain(found: Resolution) -> tuple[object, ...]:
    return found.outcome, found.ods_code, found.candidates, found.because
