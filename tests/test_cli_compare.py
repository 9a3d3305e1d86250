"""`coi-audit compare A B`, as a person types it: two audits of a body, or two editions of a register."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from cli_runs import document, run, said_plainly
from small_case import Answer, audit, small_case
from test_cli_editions import editions

from coi_audit.errors import ExitCode


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_case(tmp_path_factory.mktemp("compare") / "case")


@pytest.fixture(scope="module")
def now(folder: Path) -> Answer:
    return audit(folder)


def earlier_of(now: Answer, day: str = "2017-12-31") -> dict[str, Any]:
    """An earlier audit: the first finding was not there, one more was, and one on a meeting that is not covered now."""
    told: dict[str, Any] = json.loads(json.dumps(now.document))
    told["as_of"] = day
    first = next(one for one in told["findings"] if one["outcome"] == "not_met")
    others = [one for one in told["findings"] if one is not first]
    mended = {**first, "fingerprint": "0" * 16, "meeting": told["meetings"][0]["date"], "statement": "It is mended."}
    mended.pop("committee", None)
    told["findings"] = [*others, mended, {**mended, "fingerprint": "1" * 16, "meeting": "2015-01-06"}]
    return told


def written(place: Path, name: str, told: dict[str, Any]) -> Path:
    path = place / name
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_two_audits_are_compared_as_since_compares_them(folder: Path, now: Answer, tmp_path: Path) -> None:
    before = written(tmp_path, "before.json", earlier_of(now))
    after = written(tmp_path, "after.json", now.document)
    result = run("compare", before, after, "--json")
    told = document(result)
    said = document(run("audit", folder, "--as-of", now.document["as_of"], "--since", before, "--json"))["since"]
    assert result.exit_code == ExitCode.FINDINGS
    assert told["kind"] == "audits"
    assert [one["fingerprint"] for one in told["new"]] == said["new"]
    assert [one["fingerprint"] for one in told["same"]] == said["same"]
    for pile in ("resolved", "in_doubt", "ruled", "not_looked_at"):
        assert told[pile] == said[pile]
    assert [one["fingerprint"] for one in told["resolved"]] == ["0" * 16]
    assert told["earlier"] == said["report"]
    back = document(run("compare", after, written(tmp_path, "later.json", earlier_of(now, "2018-03-01")), "--json"))
    assert sorted(one["fingerprint"] for one in back["new"]) == ["0" * 16, "1" * 16]


def test_the_terminal_names_every_finding(now: Answer, tmp_path: Path) -> None:
    before = written(tmp_path, "before.json", earlier_of(now))
    said = " ".join(run("compare", before, written(tmp_path, "after.json", now.document)).stdout.split())
    assert "1 new" in said
    assert "1 resolved" in said
    assert "Not looked at again (1): about a meeting that this audit does not cover" in said
    assert said.count("It is mended.") == 2


def test_nothing_new_is_nothing_to_raise(now: Answer, tmp_path: Path) -> None:
    told = {**now.document, "as_of": "2017-12-31"}
    before, after = written(tmp_path, "before.json", told), written(tmp_path, "after.json", now.document)
    assert run("compare", before, after).exit_code == ExitCode.CLEAN


@pytest.mark.parametrize(
    ("bend", "says"),
    [
        ({"body": {"name": "NHS Otherdale CCG", "ods_code": "97Y"}}, "NHS Otherdale CCG"),
        ({"as_of": "2019-01-01"}, "a later day"),
        ({}, "the same audit"),
        ({"findings": None}, "damaged"),
        ({"schema_version": "9"}, "1.0"),
    ],
)
def test_what_cannot_be_compared_is_said(bend: dict[str, Any], says: str, now: Answer, tmp_path: Path) -> None:
    before = written(tmp_path, "before.json", {**now.document, **bend})
    said_plainly(
        run("compare", before, written(tmp_path, "after.json", now.document)), ExitCode.UNUSABLE, says, "To fix"
    )


def test_two_editions_of_a_register(tmp_path: Path) -> None:
    old, new = editions(tmp_path)
    told = document(run("compare", old, new, "--json"))
    against = document(run("read", new, "--against", old, "--json"))["against"]
    assert told == {"kind": "registers", **against}
    assert "Roe Homes Ltd" in run("compare", old, new).stdout
    with old.open("a", encoding="utf-8") as more:
        more.write("Jo Penn,Penn Two Ltd,Owner,Financial,31/02/2017,\n")
    result = run("compare", old, new, "--json")
    assert result.exit_code == ExitCode.INCOMPLETE
    assert [one["value"] for one in document(result)["rejected"]] == ["31/02/2017"]
    assert "Not understood" in run("compare", old, new).stdout


def test_an_audit_and_a_register_are_no_pair(now: Answer, tmp_path: Path) -> None:
    old, new = editions(tmp_path)
    told = written(tmp_path, "after.json", now.document)
    said_plainly(run("compare", old, told), ExitCode.UNUSABLE, "the other is none")
    said_plainly(run("compare", tmp_path / "gone.pdf", new), ExitCode.UNUSABLE, "gone.pdf")


@pytest.fixture(scope="module")
def kept(now: Answer, folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """A store with the case and two audits of it kept."""
    from coi_audit.model.kept import Anchor, By
    from coi_audit.store.audits import GivenOut, keep_audit
    from coi_audit.store.opening import open_store
    from coi_audit.store.replay import body_named

    place = str(tmp_path_factory.mktemp("kept") / "store.sqlite3")
    assert run("keep", folder, "--store", place, "--on", "2018-01-15", "--by", "Ruth Penhale").exit_code == 0
    store = open_store(place)
    for told in (earlier_of(now), now.document):
        day = date.fromisoformat(told["as_of"])
        given = GivenOut(json.dumps(told), as_of=day, head=Anchor(1, "0" * 64))
        by = By("Ruth Penhale", datetime(2018, 2, 1, tzinfo=UTC))
        keep_audit(store, body_named(store, None), given, on=date(2018, 2, 1), by=by)
    store.close()
    return place


def test_days_of_kept_audits(kept: str, now: Answer) -> None:
    told = document(run("compare", "2017-12-31", now.document["as_of"], "--store", kept, "--json"))
    assert [one["fingerprint"] for one in told["resolved"]] == ["0" * 16]
    assert told["earlier"]["file"] == "the audit as at 2017-12-31, kept as entry 2"
    said_plainly(run("compare", "2017-12-31", "2018-01-01", "--store", kept), ExitCode.UNUSABLE, "the same audit")
    said_plainly(run("compare", "2017-12-30", "2018-01-31", "--store", kept), ExitCode.UNUSABLE, "audit of", "is kept")
    said_plainly(run("compare", "2017-02-30", "2018-01-31", "--store", kept), ExitCode.UNUSABLE, "no such day")


def test_the_next_audit_from_the_store_tells_what_changed_since_the_kept_one(kept: str, now: Answer) -> None:
    day = ("--as-of", now.document["as_of"], "--store", kept, "--json")
    told = document(run("audit", *day, "--since", "2017-12-31"))["since"]
    assert [one["fingerprint"] for one in told["resolved"]] == ["0" * 16]
    assert len(told["new"]) == 1
    assert run("audit", *day, "--since", "2017-12-30").exit_code == ExitCode.UNUSABLE
    early = run("audit", *day, "--as-known-on", "2018-01-20", "--since", "2017-12-31")
    assert early.exit_code == ExitCode.UNUSABLE, "the audit of that day was kept only later"
