"""Keeping and letting go as a person types it: the list, the order, what is said, and what is refused."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import pytest
from cli_runs import AGENDA, BODY, REGISTER, run

from coi_audit.errors import ExitCode

ENDED = "Dr Piers Antrobus,GP,Director,Umberlight Diagnostics,Financial,Direct,01/04/2010,31/12/2015,None,01/10/2017\n"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A case folder kept: a register whose one interest ended in 2015, and an agenda of 2018; and that one's number."""
    place = tmp_path_factory.mktemp("letting go")
    folder = place / "aberwick"
    (folder / "meetings" / "2018-03-06-pccc").mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    (folder / "register 2018-01-10.csv").write_text(REGISTER + ENDED, encoding="utf-8")
    (folder / "meetings" / "2018-03-06-pccc" / "agenda.txt").write_text(AGENDA.format(item="Rent"), encoding="utf-8")
    kept = run("keep", folder, "--store", place / "s.sqlite3", "--on", "2018-02-01", "--by", "Ada Finch")
    assert kept.exit_code == ExitCode.CLEAN, kept.output
    matters = listed(place / "s.sqlite3")["matters"]
    assert isinstance(matters, list)
    return place / "s.sqlite3", next(str(one["number"]) for one in matters if "Umberlight" in one["what"])


@pytest.fixture
def store(whole: tuple[Path, str], tmp_path: Path) -> Path:
    """A copy of that store."""
    return Path(shutil.copy(whole[0], tmp_path / "s.sqlite3"))


@pytest.fixture
def number(whole: tuple[Path, str]) -> str:
    """What the interest that ended is called in lists and orders."""
    return whole[1]


def listed(store: Path, *more: str) -> dict[str, object]:
    told = run("removals", "--store", store, "--as-of", "2022-06-01", "--json", *more)
    assert told.exit_code == ExitCode.CLEAN, told.output
    found: dict[str, object] = json.loads(told.stdout)
    return found


ORDER = ("--by", "Ruth Penhale", "--reason", "Six years are over, order 7", "--on", "2022-06-01")


def test_the_list_gives_the_limits_with_their_source(store: Path) -> None:
    limits = listed(store)["limits"]
    assert isinstance(limits, dict)
    assert (limits["public_months"], limits["record_months"]) == (6, 72)
    assert "Managing Conflicts of Interest" in limits["source"] or "Register" in limits["source"]
    told = run("removals", "--store", store, "--as-of", "2022-06-01").stdout
    assert "1 matter may go" in told
    assert "Dr Piers Antrobus: Director, Umberlight Diagnostics" in told
    assert "may go from 31 December 2021" in told
    assert "Millrace" not in told
    assert "Millrace" in run("removals", "--store", store, "--as-of", "2022-06-01", "--all").stdout


def test_a_list_that_was_signed_is_carried_out(store: Path, tmp_path: Path) -> None:
    order = tmp_path / "order.csv"
    run("removals", "--store", store, "--as-of", "2022-06-01", "--csv", order, "--all")
    rows = list(csv.reader(order.read_text(encoding="utf-8-sig").splitlines()))
    for row in rows[1:]:
        row[0] = "Yes" if "Umberlight" in row[4] else ""
    with order.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    done = run("remove", "--store", store, "--order", order, *ORDER, "--json")
    assert done.exit_code == ExitCode.CLEAN, done.output
    told = json.loads(done.stdout)
    assert told["removed"] == [{"number": number_in(rows), "kind": "interest"}]
    assert told["file_made_anew"] is True
    assert b"Umberlight" not in store.read_bytes()
    assert b"Millrace" in store.read_bytes()
    assert run("trail", "verify", "--store", store).exit_code == ExitCode.CLEAN


def number_in(rows: list[list[str]]) -> str:
    return next(row[1] for row in rows if "Umberlight" in row[4])


def test_an_audit_of_an_earlier_day_says_that_something_was_removed(store: Path, number: str) -> None:
    run("remove", "--store", store, "--number", number, *ORDER)
    told = run("audit", "--store", store, "--as-known-on", "2018-02-01", "--as-of", "2018-02-01", "--json")
    notices = json.loads(told.stdout)["notices"]
    assert [one for one in notices if "removed" in one] == [
        "1 entry was removed from register 2018-01-10.csv by an order on 1 June 2022 (entry 2 of the trail)."
    ]


@pytest.mark.parametrize(
    ("typed", "code", "said"),
    [
        (("--by", "Ruth Penhale"), ExitCode.USAGE, "--reason"),
        (("--reason", "over"), ExitCode.USAGE, "--by"),
        (("--by", " ", "--reason", "over"), ExitCode.UNUSABLE, "order with a name"),
        (("--by", "Ruth Penhale", "--reason", " "), ExitCode.UNUSABLE, "needs its reason"),
        (("--by", "Ruth Penhale", "--reason", "over", "--on", "2990-01-01"), ExitCode.UNUSABLE, "a day to come"),
        (("--by", "Ruth Penhale", "--reason", "over", "--on", "2019-01-01"), ExitCode.UNUSABLE, "before-its-time"),
        (("--by", "Ruth Penhale", "--reason", "asked by Antrobus"), ExitCode.UNUSABLE, "names somebody"),
    ],
    ids=["no reason", "no name", "empty name", "empty reason", "day to come", "too early", "named"],
)
def test_nothing_goes_without_a_proper_order(
    store: Path, number: str, typed: tuple[str, ...], code: int, said: str
) -> None:
    before = run("trail", "verify", "--store", store).stdout
    done = run("remove", "--store", store, "--number", number, *typed)
    assert done.exit_code == code
    assert said in done.output
    assert run("trail", "verify", "--store", store).stdout == before


def test_an_order_that_says_so_goes_before_its_time(store: Path, number: str) -> None:
    on = ("--by", "Ruth Penhale", "--reason", "Court order 12", "--on", "2019-01-01", "--before-its-time")
    done = run("remove", "--store", store, "--number", number, *on)
    assert done.exit_code == ExitCode.CLEAN
    assert "1 of them went before the time" in done.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("number,person\nI-1,Ann\n", 'lacks a column "number" or "remove"'),
        ("remove,number\n,I-0123456789\n", "names nothing"),
        ("remove,number\nyes,I-0123456789\n", "nothing of this number"),
        ("", "lacks a column"),
        ("remove,number\nmaybe,I-0123456789\nyes,I-9876543210\n", "neither yes nor no of i-0123456789"),
    ],
    ids=["no column", "nothing marked", "not there", "empty", "unclear"],
)
def test_an_order_that_is_none_does_nothing(store: Path, tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "order.csv").write_text(text, encoding="utf-8")
    done = run("remove", "--store", store, "--order", tmp_path / "order.csv", *ORDER)
    assert done.exit_code == ExitCode.UNUSABLE
    assert said in done.output.casefold() or said in done.output


def test_the_list_of_one_person(store: Path) -> None:
    def people(*more: str) -> set[str | None]:
        matters = listed(store, "--all", *more)["matters"]
        assert isinstance(matters, list)
        return {one["person"] for one in matters}

    assert people("--person", "antrobus piers") == {"Dr Piers Antrobus"}
    assert len(people()) > 3


def test_one_persons_data_is_written(store: Path, tmp_path: Path) -> None:
    out = [word for kind in ("docx", "xlsx") for word in (f"--{kind}", str(tmp_path / f"p.{kind}"))]
    done = run("person", "Piers Antrobus", "--store", store, "--as-of", "2018-06-01", *out)
    assert done.exit_code == ExitCode.CLEAN, done.output
    assert (tmp_path / "p.docx").stat().st_size > 10_000
    assert (tmp_path / "p.xlsx").stat().st_size > 5_000
    told = run("person", "Piers Antrobus", "--store", store, "--as-of", "2018-06-01", "--json").stdout
    assert "Umberlight Diagnostics" in told
    assert "Tolley" not in told
    asked = run("person", "Tolley Kaur", "--store", store)
    assert asked.exit_code == ExitCode.UNUSABLE


def test_the_stores_file_is_made_anew_when_asked(store: Path) -> None:
    assert "made anew" in run("store", "compact", "--store", store).stdout
