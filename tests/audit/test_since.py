"""Two audits of one body are compared by their findings' numbers, and nothing unlooked at is called resolved."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from small_case import Answer, audit, run, small_case

from coi_audit.errors import ExitCode


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_case(tmp_path_factory.mktemp("since") / "case")


@pytest.fixture(scope="module")
def plain(folder: Path) -> Answer:
    return audit(folder)


def not_met(answer: Answer) -> list[str]:
    return [one["fingerprint"] for one in answer.document["findings"] if one["outcome"] == "not_met"]


def last_report(place: Path, document: dict[str, object]) -> Path:
    path = place / "last.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    return path


def test_new_same_resolved_and_not_looked_at(folder: Path, plain: Answer, tmp_path: Path) -> None:
    document = json.loads(json.dumps(plain.document))
    numbers = not_met(plain)
    first = next(one for one in document["findings"] if one["fingerprint"] == numbers[0])
    invented = {**first, "fingerprint": "0" * 16, "meeting": "2017-09-05"}
    elsewhere = {**first, "fingerprint": "1" * 16, "meeting": "2015-01-06"}
    open_ = next(one for one in document["findings"] if one["outcome"] == "cannot_tell")
    now_open = {**open_, "outcome": "not_met"}
    kept = [one for one in document["findings"] if one["fingerprint"] not in (numbers[0], open_["fingerprint"])]
    document["findings"] = [*kept, invented, elsewhere, now_open]
    told = audit(folder, "--since", last_report(tmp_path, document)).document["since"]
    assert told["new"] == [numbers[0]]
    assert sorted(told["same"]) == sorted(numbers[1:])
    assert [one["fingerprint"] for one in told["resolved"]] == ["0" * 16]
    assert [one["fingerprint"] for one in told["not_looked_at"]] == ["1" * 16]
    assert [one["fingerprint"] for one in told["in_doubt"]] == [open_["fingerprint"]]


def test_the_terminal_tells_it(folder: Path, plain: Answer, tmp_path: Path) -> None:
    document = json.loads(json.dumps(plain.document))
    document["findings"] = []
    said = run("audit", folder, "--as-of", "2018-01-15", "--since", last_report(tmp_path, document)).out
    assert "Since the report as at 15 January 2018" in said
    assert f"0 findings then; now {len(not_met(plain))} new, 0 the same, 0 resolved" in " ".join(said.split())


@pytest.mark.parametrize(
    ("bend", "says"),
    [
        (lambda one: one["body"].update(name="NHS Otherdale CCG", ods_code="97Y"), "NHS Otherdale CCG"),
        (lambda one: one.update(as_of="2019-01-01"), "a later day"),
        (lambda one: one.pop("findings"), "damaged"),
        (lambda one: one["findings"][0].pop("fingerprint"), "damaged"),
        (lambda one: one["findings"][0].update(severity="dire"), "damaged"),
        (lambda one: one.update(opinion=None), "damaged"),
        (lambda one: one.update(body=[]), "damaged"),
        (lambda one: one.update(schema_version="9"), "1.0"),
    ],
)
def test_another_bodys_a_later_and_a_damaged_report_are_refused(
    bend: object, says: str, folder: Path, plain: Answer, tmp_path: Path
) -> None:
    document = json.loads(json.dumps(plain.document))
    document["findings"] = [one for one in document["findings"] if one["outcome"] == "not_met"]
    bend(document)  # type: ignore[operator]
    told = audit(folder, "--since", last_report(tmp_path, document))
    assert told.code == ExitCode.UNUSABLE
    assert told.out == ""
    assert says in told.err
    assert "To fix:" in told.err


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"%PDF-1.7 cut short", b"\xff\xfe", b"[" * 100_000])
def test_no_report_at_all_is_refused(content: bytes, folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "last.pdf"
    path.write_bytes(content)
    told = audit(folder, "--since", path)
    assert told.code == ExitCode.UNUSABLE
    assert "no report of an earlier audit" in told.err
    assert audit(folder, "--since", tmp_path / "gone.json").code == ExitCode.UNUSABLE


@pytest.mark.long
def test_a_report_serves_for_the_next_and_a_draft_is_verified(folder: Path, tmp_path: Path) -> None:
    first, second, annex = tmp_path / "first.pdf", tmp_path / "second.pdf", tmp_path / "annex.pdf"
    run("audit", folder, "--as-of", "2018-01-10", "--pdf", first)
    made = run("audit", folder, "--as-of", "2018-01-15", "--since", first, "--pdf", second, "--draft", "--annex", annex)
    assert made.code == ExitCode.FINDINGS
    assert annex.is_file()
    told = run("verify", second, folder, "--json")
    assert told.document["agrees"]["because"].endswith("byte for byte")
    data = bytearray(first.read_bytes())
    data[data.rfind(b"/Type") - 1] = 0x0A
    first.write_bytes(bytes(data))
    assert "changed after it was written" in audit(folder, "--since", first).err


def test_options_that_need_the_report_say_so(folder: Path, tmp_path: Path) -> None:
    assert run("audit", folder, "--draft").code == ExitCode.USAGE
    assert run("audit", folder, "--annex", tmp_path / "a.pdf").code == ExitCode.USAGE
    same = tmp_path / "a.pdf"
    assert run("audit", folder, "--pdf", same, "--annex", same).code == ExitCode.USAGE
