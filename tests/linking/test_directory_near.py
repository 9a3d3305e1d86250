"""A name that no list has as written is matched where one practice alone can be meant, and is then only likely."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisation_lists import ListKind, ListRow, OrganisationLists
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import BodyKind, Match, OrganisationKind

ON = date(2018, 5, 1)
EDITION = date(2016, 2, 1)


def practice(code: str, name: str, building: str = "1 HIGH STREET", *, to: str = "99Z", **more: object) -> ListRow:
    return ListRow(
        ListKind.PRACTICES, code, name, to, date(2013, 4, 1), None, (building, "NORTHFIELD"), "ZZ1 1AA",
        edition=EDITION, file="practices.csv", row=2,
    )._replace(**more)  # type: ignore[arg-type]  # fmt: skip


ROWS = (
    practice("A99001", "BEECHCROFT SURGERY", "THE BRAMBLES MEDICAL CENTRE"),
    practice("A99002", "LOWTHER GRANGE PRACTICE"),
    practice("A99003", "LOWTHER GRANGE SURGERY"),
    practice("A99004", "QUARRY HILL MEDICAL PRACTICE", "CASTLE GATE HEALTH CENTRE"),
    practice("A99005", "KINGSMERE PARTNERSHIP", "CASTLE GATE HEALTH CENTRE"),
    practice("A99006", "DR R VALE & PARTNERS"),
    practice("A99007", "DR A PATEL & PARTNERS"),
    practice("A99008", "DR N PATEL"),
    practice("A99009", "HARBOURSIDE FAMILY PRACTICE"),
    practice("A99010", "PARK SURGERY"),
    practice("A99011", "WINTERBOURNE HOUSE SURGERY", closed=date(2017, 3, 31), left=date(2017, 3, 31), status="closed"),
    practice("A99012", "E7 HEALTH"),
    practice("A99013", "E7 PRACTICE"),
    practice("B99001", "HARBOURSIDE MEDICAL CENTRE", to="98Y", postcode="YY1 1AA"),
    practice("B99002", "KINGSMORE PARTNERSHIP", to="98Y", postcode="YY1 1AA"),
)


def area(*rows: ListRow, own: tuple[Organisation, ...] = ()) -> Directory:
    return Directory.build(OrganisationLists(rows), own, body_code="99Z", body_kind=BodyKind.CCG)


@pytest.fixture(scope="module")
def known() -> Directory:
    return area(*ROWS)


@pytest.mark.parametrize(
    ("mention", "code", "why"),
    [
        ("Beechcroft Medical Centre", "A99001", "calls the kind of place otherwise"),
        ("Beechcroft Health Centre, Northfield", "A99001", "calls the kind of place otherwise"),
        ("The Brambles Medical Centre", "A99001", "is the name of its building"),
        ("Beachcroft Surgery", "A99001", "is spelt with one letter otherwise"),
        ("Harboursdie Family Practice", "A99009", "is spelt with one letter otherwise"),
        ("Dr Vale & Partners", "A99006", "leaves out initials"),
        ("Dr Vale's Practice", "A99006", "leaves out initials"),
        ("Vale and Partners", "A99006", "leaves out the title and initials"),
        ("Winterbourne House", "A99011", "calls the kind of place otherwise"),
    ],
)
def test_the_only_one_that_can_be_meant_is_likely(known: Directory, mention: str, code: str, why: str) -> None:
    found = known.resolve(mention, on=ON)
    assert (found.outcome, found.ods_code, found.likely) == (Match.MATCHED, code, True), found.because
    assert why in found.because


def test_a_name_as_listed_is_certain(known: Directory) -> None:
    for mention in ("Beechcroft Surgery", "Beechcroft", "A99001", "Medical Practice, Quarry Hill"):
        assert not known.resolve(mention, on=ON).likely, mention
        assert known.resolve(mention, on=ON).outcome is Match.MATCHED, mention


@pytest.mark.parametrize(
    ("mention", "candidate"),
    [
        ("Lowther Grange Medical Centre", "A99003"),  # two share the words
        ("Lowthor Grange Surgery", "A99003"),
        ("Castle Gate Health Centre", "A99004"),  # two practices in the building
        ("Dr Patel & Partners", "A99007"),  # two doctors of that surname
        ("Dr Vale", "A99006"),  # as well the doctor as the practice
        ("Park Medical Centre", "A99010"),  # one common word
        ("E7 Health Centre", "A99012"),  # neither "E7 Health" nor "E7 Practice"
        ("Beechcroft Surgery Ltd", "A99001"),
    ],
)
def test_where_another_could_be_meant_it_is_asked(known: Directory, mention: str, candidate: str) -> None:
    found = known.resolve(mention, on=ON)
    assert found.outcome is Match.ASK, found.because
    assert candidate in {one.ods_code for one in found.candidates}


@pytest.mark.parametrize(
    "mention",
    [
        "Harbourside Medical Centre",  # another area's practice has the very name
        "Kingsmore Partnership",  # so it has, and one letter makes it ours
        "Dr S Vale & Partners",
        "Beechcroft Pharmacy",
        "Beechcroft Care Home",
        "Beechcroft Community Centre",
        "Beechcroft Dental Practice",
        "Dr Jones & Partners, Northfield",
        "Meechcroft Surgery",  # another first letter makes another word
        "n/a",
    ],
)
def test_what_may_be_something_else_is_never_matched(known: Directory, mention: str) -> None:
    assert known.resolve(mention, on=ON).outcome is not Match.MATCHED, known.resolve(mention, on=ON).because


def test_a_closed_practice_that_is_likely_says_that_it_closed(known: Directory) -> None:
    assert "closed on 31 March 2017" in known.resolve("Winterbourne House", on=ON).because


def test_anothers_later_name_is_not_outdone_by_a_name_that_is_nearly_it() -> None:
    later = practice("A99002", "ABBOTS NEWTON BRANCH SURGERY")._replace(edition=date(2019, 12, 1))
    known = area(practice("A99001", "ABBOTS NEWTON"), practice("A99002", "MOORSIDE PRACTICE"), later)
    found = known.resolve("Abbots Newton Branch Surgery", on=ON)
    assert found.outcome is Match.ASK
    assert {one.ods_code for one in found.candidates} == {"A99001", "A99002"}


@pytest.mark.parametrize(
    ("mention", "name"),
    [
        ("Partner at Beechcroft Surgery", "BEECHCROFT SURGERY"),
        ("Salaried GP, Beechcroft Surgery", "BEECHCROFT SURGERY"),
        ("Wife is a receptionist at Beechcroft Surgery", "BEECHCROFT SURGERY"),
        ("the team at Beechcroft Surgery", "BEECHCROFT SURGERY"),
        ("our practice, Beechcroft Surgery", "BEECHCROFT SURGERY"),
        ("GP Partner and shareholder of the Brightwater Group Ltd", "Brightwater Group Ltd"),
        ("Non-executive director of Brightwater Group", "Brightwater Group Ltd"),
    ],
)
def test_a_role_before_the_name_is_no_part_of_it(mention: str, name: str) -> None:
    company = Organisation(
        name="Brightwater Group Ltd", kind=OrganisationKind.COMPANY, source=SourceRef(file="body.yaml")
    )
    found = area(*ROWS, own=(company,)).resolve(mention, on=ON)
    assert (found.outcome, found.name, found.mention) == (Match.MATCHED, name, mention), found.because


def test_friends_of_a_practice_are_not_the_practice(known: Directory) -> None:
    for mention in ("Chair of Friends of Beechcroft Surgery", "Pharmacy at Beechcroft Surgery", "Friend of Beechcroft"):
        assert known.resolve(mention, on=ON).outcome is not Match.MATCHED


def test_short_forms_of_trusts() -> None:
    def trust(code: str, name: str, edition: date) -> ListRow:
        return ListRow(ListKind.TRUSTS, code, name, "QZ9", edition=edition)

    known = area(
        *ROWS,
        trust("RZ1", "NORTHFIELD INFIRMARY NHS TRUST", EDITION),
        trust("RZ1", "NORTHFIELD TEACHING HOSPITALS NHS FOUNDATION TRUST", date(2019, 12, 1)),
        trust("RZ2", "EASTMARSH MENTAL HEALTH NHS TRUST", EDITION),
        trust("RZ3", "EASTHAM MARITIME HOSPITALS NHS TRUST", EDITION),
    )
    for mention in ("NTHFT", "NTH NHS FT", "NTHNHSFT", "Northfield Teaching Hospitals", "Northfield Infirmary"):
        assert known.resolve(mention, on=ON).ods_code == "RZ1", mention
    shared = known.resolve("EMHNT", on=ON)
    assert shared.outcome is Match.ASK
    assert {one.ods_code for one in shared.candidates} == {"RZ2", "RZ3"}
    assert known.resolve("Northfield Hospital", on=ON).outcome is Match.ASK
    assert known.resolve("the acute trust", on=ON).outcome is not Match.MATCHED
    assert known.resolve("Northfield Hospital League of Friends", on=ON).outcome is not Match.MATCHED


def test_a_word_such_as_pms_that_another_practice_has_leaves_a_doubt() -> None:
    known = area(practice("A99001", "SCHOOL BRAE SURGERY"), practice("A99002", "SCHOOL BRAE PMS PRACTICE"))
    assert known.resolve("School Brae PMS Surgery", on=ON).outcome is Match.ASK
    assert known.resolve("School Brae Surgery", on=ON).ods_code == "A99001"
    alone = area(practice("A99001", "SCHOOL BRAE SURGERY"))
    assert alone.resolve("School Brae PMS Surgery", on=ON).ods_code == "A99001"


def test_a_street_in_the_address_is_a_street_before_a_comma_too() -> None:
    row = practice("A99001", "STONEHALL SURGERY")._replace(address=("1A", "PIGGERY ST,ASHCOMBE", "NORTHFIELD"))
    found = area(row).resolve("Stonehall Surgery, Piggery St,Ashcombe, Northfield", on=ON)
    assert (found.outcome, found.ods_code) == (Match.MATCHED, "A99001"), found.because
