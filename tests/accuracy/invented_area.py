"""One invented commissioner's area, as the national lists and its own list of organisations would give it."""

from __future__ import annotations

from datetime import date

from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisation_lists import ListKind, ListRow, OrganisationLists
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import BodyKind, OrganisationKind

EARLY, LATE = date(2016, 2, 1), date(2019, 12, 1)
_SOURCE = SourceRef(file="body.yaml", line=7)


def area() -> Directory:
    """The directory of the invented body 99Z."""
    lists = OrganisationLists((*_practices(EARLY), *_practices(LATE), *_networks(), *_trusts()))
    return Directory.build(lists, _own(), body_code="99Z", body_kind=BodyKind.CCG)


def _practices(edition: date) -> list[ListRow]:
    late = edition == LATE
    rows = (
        ("A99001", "ELM STREET SURGERY", ("ELM HOUSE HEALTH CENTRE", "ELM STREET", "NORTHFIELD"), "ZZ1 1AA"),
        ("A99002", "PARKVIEW MEDICAL CTR", ("2 PARK ROAD", "ASHCOMBE"), "ZZ2 2BB"),
        ("A99003", "LOWTHER GRANGE PRACTICE", ("3 LOWTHER ROAD", "NORTHFIELD"), "ZZ3 3CC"),
        ("A99004", "LOWTHER GRANGE SURGERY", ("9 LOWTHER ROAD", "NORTHFIELD"), "ZZ4 4DD"),
        ("A99005", "THE SURGERY", ("THE SURGERY", "MILL LANE", "DUNHOLLOW"), "ZZ5 5EE"),
        ("A99006", "DR R VALE & PARTNERS", ("14 KING STREET", "NORTHFIELD"), "ZZ6 6FF"),
        ("A99007", "BEECHCROFT SURGERY", ("THE BRAMBLES MEDICAL CENTRE", "NORTHFIELD"), "ZZ7 7GG"),
        ("A99008", "TWIN OAKS SURGERY", ("3 LOW ROAD", "EASTWICK"), "ZZ8 8HH"),
        ("A99009", "TWIN OAKS SURGERY", ("4 TOP ROAD", "WESTWICK"), "ZZ9 9JJ"),
        (
            "A99011",
            "HARBOURSIDE FAMILY PRACTICE" if late else "DR LACEY & PARTNERS",
            ("QUAY ROAD", "NORTHFIELD"),
            "ZZ1 2AA",
        ),
        ("A99012", "ST OSYTH'S GROUP PRACTICE", ("5 ABBOT STREET", "NORTHFIELD"), "ZZ1 3AA"),
        ("A99013", "QUARRY HILL MEDICAL PRACTICE", ("CASTLE GATE PRIMARY CARE CENTRE", "NORTHFIELD"), "ZZ1 4AA"),
        ("A99014", "KINGSMERE PARTNERSHIP", ("CASTLE GATE PRIMARY CARE CENTRE", "NORTHFIELD"), "ZZ1 4AA"),
        ("A99016", "DR A PATEL & PARTNERS", ("1 STATION ROAD", "EASTWICK"), "ZZ1 5AA"),
        ("A99017", "DR N PATEL", ("8 CHAPEL ROAD", "WESTWICK"), "ZZ1 6AA"),
        (
            "A99018",
            "MEADOWSWEET PRACTICE" if late else "OLD ORCHARD SURGERY",
            ("6 ORCHARD WAY", "DUNHOLLOW"),
            "ZZ1 7AA",
        ),
    )
    found = [_practice(*row, edition) for row in rows]
    gone = _practice("A99010", "MARROW LANE SURGERY", ("7 MARROW LANE", "NORTHFIELD"), "ZZ1 8AA", edition)
    found.append(gone._replace(closed=date(2017, 3, 31), left=date(2017, 3, 31), status="closed"))
    for code, name in (
        ("B99001", "WILLOWMERE SURGERY"),
        ("B99002", "HARBOURSIDE MEDICAL CENTRE"),
        ("B99003", "SALTMARSH PRACTICE"),
    ):
        other = _practice(code, name, ("5 QUAY", "SALTERTON"), "YY1 1AA", edition)
        found.append(other._replace(parent="98Y"))
    return found


def _practice(code: str, name: str, address: tuple[str, ...], postcode: str, edition: date) -> ListRow:
    return ListRow(
        ListKind.PRACTICES, code, name, "99Z", date(2013, 4, 1), None, address, postcode, date(1990, 4, 1),
        edition=edition, file="practices.csv", row=2,
    )  # fmt: skip


def _networks() -> list[ListRow]:
    opened = date(2019, 7, 1)
    rows = [
        ListRow(ListKind.PCNS, code, name, "99Z", opened=opened, edition=LATE, file="epcn.xlsx", row=2)
        for code, name in (("U99001", "NORTHFIELD CENTRAL PCN"), ("U99002", "BEECHCROFT PCN"))
    ]
    rows += [
        ListRow(ListKind.PCN_MEMBERS, code, "X", "U99001", opened, None, edition=LATE, file="epcn.xlsx", row=9)
        for code in ("A99001", "A99002")
    ]
    return rows


def _trusts() -> list[ListRow]:
    rows = [
        (EARLY, "RZ1", "NORTHFIELD INFIRMARY NHS TRUST"),
        (LATE, "RZ1", "NORTHFIELD TEACHING HOSPITALS NHS FOUNDATION TRUST"),
        (LATE, "RZ2", "EASTMARSH PARTNERSHIP NHS TRUST"),
        (LATE, "RZ3", "NORTHFIELD AND SALTERTON COMMUNITY HEALTHCARE NHS TRUST"),
    ]
    return [ListRow(ListKind.TRUSTS, code, name, "QZ9", edition=edition) for edition, code, name in rows]


def _own() -> list[Organisation]:
    rows: tuple[tuple[str, OrganisationKind, dict[str, object]], ...] = (
        (
            "Northfield GP Alliance Ltd",
            OrganisationKind.FEDERATION,
            {"aliases": ("NGPA",), "company_number": "01234567", "members": ("Elm Street Surgery",)},
        ),
        ("Ashcombe Care Ltd", OrganisationKind.COMPANY, {"company_number": "07654321"}),
        ("Northfield Borough Council", OrganisationKind.COUNCIL, {"aliases": ("NBC",)}),
        ("Dunhollow Hospice", OrganisationKind.CHARITY, {}),
        ("Brightwater Consulting LLP", OrganisationKind.CONSULTANCY, {}),
    )
    return [
        Organisation.model_validate({"name": name, "kind": kind, "source": _SOURCE, **more})
        for name, kind, more in rows
    ]
