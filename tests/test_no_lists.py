"""A folder of organisation lists that holds none is told plainly, and changes nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_case import AS_OF, audit, read_rules_once, run, small_case

from coi_audit.model.organisations import no_list_among
from coi_audit.readers.organisation_lists import read_organisation_lists


@pytest.fixture(params=["empty", "others"])
def lists(tmp_path: Path, request: pytest.FixtureRequest) -> Path:
    folder = tmp_path / "lists"
    folder.mkdir()
    if request.param == "others":
        (folder / "notes.txt").write_text("hello\n", encoding="utf-8")
        (folder / "epraccur.csv.gz").write_bytes(b"\x1f\x8bdamaged")
    return folder


def test_the_sentence_names_what_stands_there(lists: Path) -> None:
    told = no_list_among(read_organisation_lists(lists).editions)
    assert told is not None
    if any(lists.iterdir()):
        assert "epraccur.csv.gz: not read, this compressed file is damaged" in told
        assert "notes.txt: not a list that is used" in told
    else:
        assert "lists/: no file stands in it" in told


def test_audit_check_and_resolve_say_it(lists: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_rules_once(monkeypatch)
    case = small_case(tmp_path / "case")
    plain, found = audit(case), audit(case, "--organisations", lists)
    (told,) = [one for one in found.document["notices"] if one not in plain.document["notices"]]
    assert told.startswith("No NHS organisation list was found in the folder of lists")
    assert (found.code, found.conflicts) == (plain.code, plain.conflicts)
    before = ("check", case, "--meeting", "2017-09-05", "--as-of", AS_OF, "--organisations", lists)
    assert "No NHS organisation list was found" in run(*before).out
    names = tmp_path / "names.csv"
    names.write_text("mention\nElm Street Surgery\n", encoding="utf-8")
    answer = run("resolve", names, "--body", "99Z", "--on", "2017-09-05", "--organisations", lists, "--json")
    assert "No NHS organisation list was found" in answer.err
    assert answer.document["results"][0]["outcome"] == "none"


def test_nothing_is_said_where_no_folder_was_asked_for() -> None:
    assert no_list_among(()) is None
