"""Judgements, actions and kept audits by their commands: they stand in the next report and change no outcome."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from small_case import Answer, run, small_case

from coi_audit.app.books import load_books
from coi_audit.errors import ExitCode
from coi_audit.model.given import JUDGEMENT, NUMBER, WHY

BY = ("--by", "Ruth Penhale")
AS_OF = ("--as-of", "2018-01-15")


@pytest.fixture(scope="module", autouse=True)
def rules_once() -> Iterator[None]:
    """The rulebook is read once for all these runs."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("coi_audit.app.audits.load_books", cache(load_books))
        yield


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the small case kept."""
    place = tmp_path_factory.mktemp("judge")
    folder, store = small_case(place / "case"), place / "kept.sqlite3"
    assert run("keep", folder, "--store", store, "--on", "2018-01-15", *BY).code == ExitCode.CLEAN
    return store


@pytest.fixture
def store(kept: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    return Path(shutil.copy(kept, tmp_path / "store.sqlite3"))


def audited(store: Path, *options: str | Path) -> Answer:
    return run("audit", "--store", store, *AS_OF, "--json", *options)


def numbers(answer: Answer, outcome: str = "not_met") -> list[str]:
    return [one["fingerprint"] for one in answer.document["findings"] if one["outcome"] == outcome]


def without_kept(answer: Answer) -> dict[str, object]:
    return {key: value for key, value in answer.document.items() if key != "kept"}


def test_a_judgement_stands_beside_its_finding_and_changes_nothing(store: Path) -> None:
    before = audited(store)
    first, second = numbers(before)[0], numbers(before, "cannot_tell")[0]
    why = ("--why", "She had left", "--on", "2018-03-03")
    said = run("judge", first, "disagree", *why, *BY, "--store", store)
    assert said.code == ExitCode.CLEAN
    assert "Ruth Penhale disagreed on 3 March 2018: She had left" in said.out
    assert "changes no opinion" in said.out
    run("judge", second.upper(), "agree", "--on", "2018-03-04", *BY, "--store", store)
    after = audited(store)
    assert without_kept(after) == without_kept(before)
    assert {one["fingerprint"]: one["view"] for one in after.document["kept"]["judgements"]} == {
        first: "disagree",
        second: "agree",
    }
    assert after.document["kept"]["head"]["number"] == 3
    assert not audited(store, "--as-known-on", "2018-03-02").document["kept"]["judgements"]
    assert run("trail", "verify", "--store", store).code == ExitCode.CLEAN


def test_a_later_judgement_takes_its_place_and_both_are_listed(store: Path) -> None:
    number = numbers(audited(store))[0]
    run("judge", number, "unsure", "--why", "No minutes yet", "--on", "2018-03-03", *BY, "--store", store)
    said = run("judge", number, "agree", "--on", "2018-04-03", *BY, "--store", store)
    assert "in place of an earlier one" in said.out
    listed = run("judgements", number, "--store", store, "--json").document["judgements"]
    assert [(one["view"], one["known_until"]) for one in listed] == [("unsure", "2018-04-03"), ("agree", None)]
    assert "Nothing has changed" in run("judge", number, "agree", "--on", "2018-05-03", *BY, "--store", store).out


def test_what_is_no_finding_is_refused_with_how_to_find_one(store: Path) -> None:
    said = run("judge", "0" * 16, "agree", *BY, "--store", store)
    assert said.code == ExitCode.UNUSABLE
    assert "--findings" in said.err
    number = numbers(audited(store))[0]
    assert f"It may be {number}" in run("judge", number[:8], "agree", *BY, "--store", store).err
    assert run("judge", number, "disagree", *BY, "--store", store).code == ExitCode.USAGE
    assert run("judge", number, "--store", store).code == ExitCode.USAGE
    assert run("judge", "--store", store).code == ExitCode.USAGE


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_table_filled_in_is_taken_in(store: Path, tmp_path: Path, ending: str) -> None:
    table = tmp_path / f"findings.{ending}"
    answer = audited(store, "--findings", table)
    wanted = {numbers(answer)[0]: ("disagree", "=not so"), numbers(answer)[1]: ("Agree", "")}
    refused = {numbers(answer, "cannot_tell")[0]: ("perhaps", ""), numbers(answer, "cannot_tell")[1]: ("unsure", "")}
    fill_in(table, wanted | refused)
    said = run("judge", "--from", table, "--on", "2018-03-03", *BY, "--store", store, "--json")
    assert said.code == ExitCode.INCOMPLETE
    new = {one["fingerprint"]: (one["view"], one["why"], one["by"]) for one in said.document["new"]}
    assert new == {
        numbers(answer)[0]: ("disagree", "=not so", "Ruth Penhale"),
        numbers(answer)[1]: ("agree", "", "Ruth Penhale"),
    }
    assert sorted(one["problem"] for one in said.document["rejected"]) == ["is no judgement", "no reason is given"]
    rows = len(answer.document["findings"]) + len(answer.document["waived"])
    assert said.document["blank"] == rows - 4


def test_a_table_of_judged_findings_taken_in_again_changes_nothing_but_what_was_changed(
    store: Path, tmp_path: Path
) -> None:
    first, second = numbers(audited(store))[:2]
    for number in (first, second):
        run("judge", number, "unsure", "--why", "To ask", "--on", "2018-03-03", *BY, "--store", store)
    table = tmp_path / "findings.xlsx"
    audited(store, "--findings", table)
    said = run("judge", "--from", table, "--on", "2018-04-04", "--by", "Bo Reed", "--store", store, "--json")
    assert (said.document["entry"], said.document["unchanged"]) == (None, 2)
    fill_in(table, {first: ("agree", "Asked")})
    said = run("judge", "--from", table, "--on", "2018-04-04", "--by", "Bo Reed", "--store", store, "--json")
    assert [(one["fingerprint"], one["on"]) for one in said.document["superseding"]] == [(first, "2018-04-04")]
    assert said.document["unchanged"] == 1


def test_a_table_of_another_kind_is_refused(store: Path, tmp_path: Path) -> None:
    (tmp_path / "other.csv").write_text("Name,Interest\nAnn Vale,Elm\n", encoding="utf-8")
    said = run("judge", "--from", tmp_path / "other.csv", "--store", store)
    assert said.code == ExitCode.UNUSABLE
    assert '"Judgement"' in said.err


def test_actions_are_taken_once_and_stand_in_the_next_audit(store: Path) -> None:
    taken = run("actions", "take", *AS_OF, "--on", "2018-02-01", *BY, "--store", store, "--json").document
    assert taken["new"]
    again = run("actions", "take", *AS_OF, "--on", "2018-02-02", *BY, "--store", store, "--json").document
    assert (again["entry"], again["unchanged"]) == (None, len(taken["new"]))
    set_ = ("--owner", "Joan Petrie", "--due", "2018-06-30", "--remark", "With the board", "--on", "2018-02-03")
    run("actions", "set", "1", *set_, *BY, "--store", store)
    run("actions", "set", "2", "--state", "done", "--on", "2018-02-03", *BY, "--store", store)
    listed = run("actions", "list", "--store", store).out
    assert "1. Open, Joan Petrie, by 30 June 2018" in listed
    assert "\n2. " not in listed
    told = {one["number"]: one for one in audited(store).document["kept"]["actions"]}
    assert (told[1]["owner"], told[1]["due"], told[2]["state"]) == ("Joan Petrie", "2018-06-30", "done")
    raised = set(numbers(audited(store)))
    assert {number for one in told.values() for number in one["fingerprints"]} == raised
    assert run("actions", "set", "99", "--owner", "X", *BY, "--store", store).code == ExitCode.UNUSABLE
    assert run("actions", "set", "1", *BY, "--store", store).code == ExitCode.USAGE


def test_an_audit_kept_is_what_the_next_one_is_compared_with(store: Path, tmp_path: Path) -> None:
    said = run("audit", "--store", store, *AS_OF, "--keep-audit", *BY)
    assert "Kept as entry 2 of the trail." in said.out
    number = numbers(audited(store))[0]
    run("judge", number, "agree", *BY, "--store", store)  # only of the kept audit: no second one is worked out
    later = run("audit", "--store", store, "--as-of", "2018-02-15", "--since", "kept", "--json").document["since"]
    assert later["report"]["file"] == "the audit as at 2018-01-15, kept as entry 2"
    assert number in later["same"]
    assert run("audit", "--store", store, *AS_OF, "--keep-audit", *BY).out.rstrip().endswith("trail.")
    assert "kept already" in run("audit", "--store", store, *AS_OF, "--keep-audit", *BY).out
    listed = run("store", "audits", "--store", store, "--json").document["audits"]
    assert [(one["entry"], one["as_of"], one["head"]["number"]) for one in listed] == [
        (2, "2018-01-15", 1),
        (4, "2018-01-15", 3),
    ]
    said = run("store", "audits", "--entry", "2", "--to", tmp_path / "a.json", "--store", store)
    assert f"Written: {tmp_path / 'a.json'}" in said.out
    document = json.loads((tmp_path / "a.json").read_text(encoding="utf-8"))
    assert document["kept"]["head"] == listed[0]["head"]
    again = run("store", "audits", "--entry", "2", "--to", tmp_path / "a.json", "--store", store)
    assert again.code == run("store", "audits", "--entry", "3", "--to", tmp_path / "b.json", "--store", store).code
    assert again.code == ExitCode.UNUSABLE
    assert run("audit", tmp_path, "--keep-audit").code == ExitCode.USAGE
    assert run("audit", "--store", store, "--keep-audit", "--edition", "SG14").code == ExitCode.USAGE
    assert run("trail", "verify", "--store", store).code == ExitCode.CLEAN


def fill_in(table: Path, judged: dict[str, tuple[str, str]]) -> None:
    """What a reviewer writes into the table."""
    if table.suffix == ".csv":
        with table.open(encoding="utf-8-sig", newline="") as stream:
            heads, *rows = list(csv.reader(stream))
        filled = [_filled(heads, row, judged) for row in rows]
        with table.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows([heads, *filled])
        return
    book = openpyxl.load_workbook(table)
    sheet = book["Findings"]
    heads = [str(cell.value) for cell in sheet[1]]
    for row in sheet.iter_rows(min_row=2):
        for cell, value in zip(row, _filled(heads, [cell.value for cell in row], judged), strict=True):
            if cell.value != value:
                cell.value, cell.data_type = value, "s"
    book.save(table)


def _filled(heads: list[str], row: Sequence[Any], judged: dict[str, tuple[str, str]]) -> list[Any]:
    told = dict(zip(heads, row, strict=True))
    if told[NUMBER] in judged:
        told[JUDGEMENT], told[WHY] = judged[str(told[NUMBER])]
    return list(told.values())
