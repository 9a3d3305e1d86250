"""A file is put in its place whole, or not at all; and a place in the program tells nobody's data."""

from __future__ import annotations

from pathlib import Path

import pytest

from coi_audit import whole_file
from coi_audit.errors import place_of
from coi_audit.readers.case_folder import read_case
from coi_audit.whole_file import put_whole


def test_a_file_that_is_replaced_keeps_its_rights(tmp_path: Path) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("old", encoding="utf-8")
    path.chmod(0o600)
    put_whole(path, b"new", beside=".answers-")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [path]


def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "answers.yaml"
    path.write_text("old", encoding="utf-8")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(whole_file.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        put_whole(path, b"new", beside=".answers-")
    assert path.read_text(encoding="utf-8") == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_the_place_of_an_error_is_a_module_and_a_line_and_no_words_of_its_message(tmp_path: Path) -> None:
    try:
        read_case(tmp_path / "Dr Ivo Tremain")
    except Exception as error:
        told = place_of(error)
    module, _, line = told.rpartition(":")
    assert module.startswith("readers/")
    assert line.isdigit()
    assert "Tremain" not in told
    assert place_of(ValueError("Dr Ivo Tremain")) == "outside the program"
