"""Files kept only where asked for: given back byte for byte as of any day, and never if they were altered."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from given_cases import FEB, JAN, MAR
from readings import by, folder, register_reading
from test_trail import behind_the_guards

from coi_audit.app.kept_files import give_back, keep_with_files
from coi_audit.errors import UserError
from coi_audit.store.backup import backup, restore
from coi_audit.store.files import file_of, keep_files
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store, open_store
from coi_audit.store.replay import KeptBody, body_named
from coi_audit.store.trail import verify_trail

FIRST, SECOND = b"\x00first edition \xff", b"second edition, in Excel"


def kept(store: Store) -> KeptBody:
    """A register in two editions, each kept with its file; of body.yaml no file is at hand."""
    for number, (content, day) in enumerate(((FIRST, JAN), (SECOND, MAR))):
        sha256 = hashlib.sha256(content).hexdigest()
        reading = register_reading("register.xlsx", {"Ann Vale": f"Practice {number}"}, sha256=sha256)
        keep(store, folder(reading), on=day, by=by(number))
        body = body_named(store, None)
        files = {"register.xlsx": content}
        assert keep_files(store, body, files.get, by=by(number)) == 1
        assert keep_files(store, body, files.get, by=by(number)) == 0
    return body_named(store, None)


def test_each_day_gives_back_its_own_file(store: Store) -> None:
    body = kept(store)
    assert file_of(store, body, "register.xlsx", FEB) == FIRST
    assert file_of(store, body, "register.xlsx", MAR) == SECOND
    assert file_of(store, body, "register.xlsx") == SECOND
    assert verify_trail(store).whole


def test_what_is_not_there_is_told(store: Store) -> None:
    body = kept(store)
    with pytest.raises(UserError, match="no paper"):
        file_of(store, body, "minutes.docx")
    with pytest.raises(UserError, match="no paper"):
        file_of(store, body, "register.xlsx", JAN.replace(year=2017))
    with pytest.raises(UserError, match="only what was read") as told:
        file_of(store, body, "body.yaml")
    assert "--with-files" in told.value.fix


def test_a_file_that_changed_meanwhile_is_not_kept(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Elm"}, sha256="other")), on=JAN, by=by())
    body = body_named(store, None)
    with pytest.raises(UserError, match="changed while"):
        keep_files(store, body, {"register.xlsx": FIRST}.get, by=by(1))
    assert verify_trail(store).entries == 1


def test_a_file_altered_in_the_store_is_named_and_not_given_back(tmp_path: Path) -> None:
    path = tmp_path / "store.sqlite3"
    store = open_store(str(path), create=True)
    body = kept(store)
    store.close()
    behind_the_guards(path, "UPDATE paper_file SET content = ? WHERE id = 2", b"other words")
    store = open_store(str(path))
    with pytest.raises(UserError, match="altered"):
        file_of(store, body, "register.xlsx")
    assert any("row 2 of paper_file" in one for one in verify_trail(store).faults)
    store.close()


def test_files_are_in_a_backup(store: Store, tmp_path: Path) -> None:
    body = kept(store)
    backup(store, tmp_path / "copy.sqlite3")
    restore(tmp_path / "copy.sqlite3", str(tmp_path / "new.sqlite3"))
    back = open_store(str(tmp_path / "new.sqlite3"))
    assert file_of(back, body, "register.xlsx", FEB) == FIRST
    back.close()


def test_a_folder_is_kept_with_all_its_files(tmp_path: Path) -> None:
    case = tmp_path / "case"
    case.mkdir()
    committees = "committees:\n  - {name: Governing Body, kind: governing_body}\n"
    body = f"name: NHS Larkmere CCG\nods_code: 99Y\nkind: ccg\n{committees}"
    (case / "body.yaml").write_text(body, encoding="utf-8")
    (case / "register.csv").write_text("Name,Interest\nAnn Vale,Partner at Elm Surgery\n", encoding="utf-8")
    address = str(tmp_path / "store.sqlite3")
    assert keep_with_files(case, address, on=JAN, by=by()).files == 2
    assert keep_with_files(case, address, on=FEB, by=by(1)).files == 0
    give_back(address, "register.csv", tmp_path / "back" / "register.csv")
    assert (tmp_path / "back" / "register.csv").read_bytes() == (case / "register.csv").read_bytes()
    with pytest.raises(UserError, match="already"):
        give_back(address, "register.csv", tmp_path / "back" / "register.csv")
