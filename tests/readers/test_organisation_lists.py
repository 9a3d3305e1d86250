"""Organisation lists are known by their content, every edition is kept, and no row is lost in silence."""

from __future__ import annotations

import csv
import gzip
import io
import os
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from coi_audit.errors import UserError
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.organisation_lists import ListKind
from coi_audit.model.words import BodyKind, OrganisationKind
from coi_audit.readers.mentions import read_mentions
from coi_audit.readers.organisation_lists import read_organisation_lists

DATA = Path(os.environ.get("COI_AUDIT_DEV_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))
TRIMMED = (
    "ods_code,name,address1,address2,address3,address4,postcode,open_date,close_date,status,"
    "commissioner_code,joined_commissioner,left_commissioner"
)


def official(code: str, name: str, **facts: str) -> list[str]:
    """A row of 27 columns as the official downloads have them."""
    row = [""] * 27
    row[0:4] = [code, name, facts.get("region", "Y99"), facts.get("geography", "QZ9")]
    row[4:7] = ["ELM HOUSE", "ELM STREET", "NORTHFIELD"]
    row[9], row[10], row[11] = "ZZ1 1AA", facts.get("opened", "19740401"), facts.get("closed", "")
    row[12], row[13] = facts.get("status", "A"), "B"
    row[14], row[15], row[16] = facts.get("parent", ""), facts.get("joined", ""), facts.get("left", "")
    row[25] = facts.get("setting", "")
    return row


def save(path: Path, rows: Sequence[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream, quoting=csv.QUOTE_ALL).writerows(rows)


PRACTICES = [
    official("A99001", "ELM STREET SURGERY", parent="99Z", joined="20130401", setting="4"),
    official(
        "A99002", "MARROW LANE SURGERY", parent="99Z", joined="20130401", status="C", closed="20170331", setting="4"
    ),
    official("Y99003", "NORTHFIELD OUT OF HOURS", parent="99Z", joined="20130401", setting="2"),
]


def test_official_files_without_a_header_are_known_by_their_columns(tmp_path: Path) -> None:
    save(tmp_path / "download1.csv", PRACTICES)
    save(tmp_path / "download2.csv", [official("99Z", "NHS NORTHFIELD CCG", opened="20130401")])
    save(tmp_path / "download3.csv", [official("RZ1", "NORTHFIELD HOSPITALS NHS TRUST", opened="20100401")])
    save(tmp_path / "download4.csv", [official("A99001001", "ELM BRANCH", parent="A99001", joined="20100401")])
    found = read_organisation_lists(tmp_path)
    assert [(one.kind, one.rows, one.used) for one in found.editions] == [
        ("practices", 2, True),
        ("commissioners", 1, True),
        ("trusts", 1, True),
        ("branches", 1, True),
    ]
    assert not found.rejected
    first, second = (row for row in found.rows if row.kind is ListKind.PRACTICES)
    assert (first.code, first.parent, first.joined, first.postcode) == ("A99001", "99Z", date(2013, 4, 1), "ZZ1 1AA")
    assert (second.status, second.closed) == ("closed", date(2017, 3, 31))
    assert [row.parent for row in found.rows if row.kind is ListKind.COMMISSIONERS] == ["QZ9"]
    assert {one.kind for one in found.organisations} == {OrganisationKind.PRACTICE, OrganisationKind.TRUST}


def test_a_branch_stands_for_its_practice(tmp_path: Path) -> None:
    save(tmp_path / "epraccur.csv", PRACTICES)
    save(tmp_path / "ebranchs.csv", [official("A99001001", "HOLLYBANK SURGERY", parent="A99001", joined="20100401")])
    known = Directory.build(read_organisation_lists(tmp_path), (), body_code="99Z", body_kind=BodyKind.CCG)
    found = known.resolve("Hollybank Surgery", on=date(2018, 1, 1))
    assert found.ods_code == "A99001"
    assert "is a branch of it" in found.because


def test_newer_files_are_read_by_their_header_in_any_order(tmp_path: Path) -> None:
    heads = ["Name", "Organisation Code", "High Level Health Geography", "Address Line 1", "Postcode", "Open Date"]
    heads += ["Close Date", "Status Code", "Commissioner", "Join Provider/Purchaser Date", "Prescribing Setting"]
    rows = [
        [
            "ELM STREET SURGERY",
            "A99001",
            "QZ9",
            "ELM HOUSE",
            "zz1  1aa",
            "01/04/1974",
            "",
            "A",
            "99Z",
            "2013-04-01",
            "4",
        ],
        ["A PRISON", "Y99009", "QZ9", "", "", "19740401", "", "A", "99Z", "20130401", "9"],
    ]
    save(tmp_path / "epraccur.csv", [heads, *rows])
    found = read_organisation_lists(tmp_path)
    assert [(row.code, row.postcode, row.opened, row.joined) for row in found.rows] == [
        ("A99001", "ZZ1 1AA", date(1974, 4, 1), date(2013, 4, 1))
    ]


def test_the_pcn_workbook_has_two_lists(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    pcns = book.active
    assert pcns is not None
    pcns.title = "PCNDetails"
    pcns.append(
        ["PCN Code", "PCN Name", "Current Sub ICB Loc Code", "Sub ICB Location", "Open Date", "Close Date", "Postcode"]
    )
    pcns.append(["U99001", "NORTHFIELD PCN", "99Z", "NORTHFIELD", 20190701, None, "ZZ1 1AA"])
    members = book.create_sheet("PCN Core Partner Details")
    dates = ["Practice to PCN Relationship Start Date", "Practice to PCN Relationship End Date"]
    members.append(["Partner Organisation Code", "Partner Name", "PCN Code", "PCN Name", *dates])
    members.append(["A99001", "ELM STREET SURGERY", "U99001", "NORTHFIELD PCN", date(2019, 7, 1), 20200331])
    book.save(tmp_path / "ePCN.xlsx")
    found = read_organisation_lists(tmp_path)
    assert [(one.kind, one.rows, one.edition) for one in found.editions] == [
        ("pcns", 1, date(2019, 7, 1)),
        ("pcn_members", 1, date(2019, 7, 1)),
    ]
    member = found.rows[1]
    assert (member.parent, member.joined, member.left) == ("U99001", date(2019, 7, 1), date(2020, 3, 31))
    assert member.source().place() == 'ePCN.xlsx, sheet "PCN Core Partner Details", row 2'


@pytest.mark.parametrize(
    ("name", "edition", "how"),
    [
        ("epraccur-2018-03.csv", date(2018, 3, 1), "the month in the file's name"),
        ("epraccur_Mar2018.csv", date(2018, 3, 1), "the month in the file's name"),
        ("epraccur 20180325.csv", date(2018, 3, 1), "the month in the file's name"),
        ("epraccur.csv", date(2017, 3, 31), "the newest open or close date in it, as its name gives no date"),
    ],
)
def test_where_an_editions_date_comes_from(tmp_path: Path, name: str, edition: date, how: str) -> None:
    save(tmp_path / name, PRACTICES)
    (found,) = read_organisation_lists(tmp_path).editions
    assert (found.edition, found.edition_from) == (edition, how)


def test_every_edition_is_kept_and_the_one_in_force_is_told_apart(tmp_path: Path) -> None:
    for month in ("2016-02", "2019-12", "2022-05"):
        save(tmp_path / f"epraccur-{month}.csv", PRACTICES)
    found = read_organisation_lists(tmp_path, on=date(2020, 1, 1))
    assert len(found.rows) == 6
    assert all(one.used for one in found.editions)
    others = [one.path for one in found.editions if "former and later names" in one.edition_from]
    assert others == ["epraccur-2016-02.csv", "epraccur-2022-05.csv"]


def test_trimmed_and_compressed_files_are_read_too(tmp_path: Path) -> None:
    text = TRIMMED + "\nA99001,ELM STREET SURGERY,ELM HOUSE,,,,ZZ1 1AA,19740401,,active,99Z,20130401,\n"
    with gzip.open(tmp_path / "gp_2019-12.csv.gz", "wt", encoding="utf-8") as stream:
        stream.write(text)
    (row,) = read_organisation_lists(tmp_path).rows
    assert (row.kind, row.code, row.edition) == (ListKind.PRACTICES, "A99001", date(2019, 12, 1))


def test_wrong_rows_are_rejected_one_by_one(tmp_path: Path) -> None:
    bad = [
        official("A99004", "BAD DATE SURGERY", parent="99Z", joined="20170231", setting="4"),
        official("", "NO CODE SURGERY", parent="99Z", setting="4"),
        official("A99005", "", parent="99Z", setting="4"),
    ]
    save(tmp_path / "epraccur-2018-03.csv", [*PRACTICES, *bad])
    found = read_organisation_lists(tmp_path)
    assert [(one.place, one.problem) for one in found.rejected] == [
        ("row 4", '"20170231" is not a date'),
        ("row 5", "this row has no organisation code"),
        ("row 6", "this row has no name"),
    ]
    assert len(found.rows) == 2
    assert all("download the list again" in one.sentence() for one in found.rejected)


def test_other_files_are_listed_as_unused_never_an_error(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text("# Notes", encoding="utf-8")
    (tmp_path / "pharmacies.csv").write_text(
        "ods_code,name,address1,postcode,open_date,close_date,status,parent_org_code\n"
        "FZ001,BOOTH,1 HIGH ST,ZZ1 1AA,,,active,P1\n",
        encoding="utf-8",
    )
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0")
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "deeper").mkdir()
    found = read_organisation_lists(tmp_path)
    assert {(one.path, one.kind, one.used) for one in found.editions} == {
        (name, "unused", False) for name in ("notes.md", "pharmacies.csv", "picture.png", "empty.csv")
    }
    assert found.rows == found.rejected == ()


def test_damaged_files_are_reported_and_the_rest_is_read(tmp_path: Path) -> None:
    save(tmp_path / "epraccur-2018-03.csv", PRACTICES)
    (tmp_path / "a.csv.gz").write_bytes(gzip.compress(b"ods_code,name\n" * 99)[:40])
    (tmp_path / "b.xlsx").write_bytes(b"PK\x03\x04 no archive")
    found = read_organisation_lists(tmp_path)
    assert [one.file for one in found.rejected] == ["a.csv.gz", "b.xlsx"]
    assert [one.used for one in found.editions] == [False, False, True]
    assert len(found.rows) == 2


def test_no_such_folder_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"no such folder of organisation lists.*To fix: give the folder"):
        read_organisation_lists(tmp_path / "nowhere")


def test_mentions_are_read_in_order_with_their_other_columns(tmp_path: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("id, Mention ,name\n1,Elm Street Surgery,x\n\n2,\n", encoding="utf-8-sig")
    first, second = read_mentions(path)
    assert (first.mention, dict(first.others)) == ("Elm Street Surgery", {"id": "1", "given_name": "x"})
    assert (second.mention, dict(second.others)) == ("", {"id": "2", "given_name": ""})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("name,code\nx,y\n", 'no column "mention".*"name", "code".*head the column'),
        ("mention,mention\nx,y\n", 'column "mention" is there twice'),
        ("mention,a,A\nx,y,z\n", 'column "a" is there twice'),
    ],
)
def test_a_file_of_mentions_without_that_column_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    path = tmp_path / "names.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError, match=problem):
        read_mentions(path)


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the development lists are not at {DATA}")
def test_the_real_lists_load_whole_and_quickly() -> None:
    began = time.process_time()
    found = read_organisation_lists(DATA, on=date(2019, 12, 1))
    took = time.process_time() - began
    print(f"{len(found.rows)} rows in {took:.2f} s of processor time")
    counts = {(one.kind, one.edition): one.rows for one in found.editions if one.used}
    assert counts[("practices", date(2016, 2, 1))] == 8177
    assert counts[("practices", date(2019, 12, 1))] == 8204
    assert counts[("practices", date(2022, 5, 1))] == 8218
    assert counts[("pcn_members", date(2022, 5, 1))] == 7359
    assert not found.rejected
    unused = {one.path for one in found.editions if not one.used}
    assert {"pharmacies_2025.csv.gz", "name_pairs_dev.csv", "agenda_items_dev.csv", "README.md"} <= unused
    assert took < 4


def test_quoted_commas_and_odd_encodings_are_kept(tmp_path: Path) -> None:
    buffer = io.StringIO()
    csv.writer(buffer).writerow(
        official("A99001", "CAFÉ LANE SURGERY, NORTHFIELD", parent="99Z", joined="20130401", setting="4")
    )
    (tmp_path / "epraccur-2018-03.csv").write_bytes(buffer.getvalue().encode("cp1252"))
    (row,) = read_organisation_lists(tmp_path).rows
    assert row.name == "CAFÉ LANE SURGERY, NORTHFIELD"
