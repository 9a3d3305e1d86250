"""Archives that would swell beyond any honest paper are not opened, nor those that lie about their size."""

from __future__ import annotations

import struct
import zipfile
from pathlib import Path

import openpyxl
import pytest

from coi_audit.errors import UserError
from coi_audit.readers.guard import FileType, require


def workbook(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.save(path)
    return path


def test_an_honest_workbook_is_opened(tmp_path: Path) -> None:
    assert require(workbook(tmp_path / "a.xlsx"), wanted=(FileType.XLSX,), where="a.xlsx") is FileType.XLSX


def test_a_part_that_swells_beyond_reason_is_not_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b" " * 20_000_000)
    with pytest.raises(UserError, match="would unpack to"):
        require(path, wanted=(FileType.XLSX,), where="a.xlsx")


def test_a_part_that_lies_about_its_size_is_not_opened(tmp_path: Path) -> None:
    path = workbook(tmp_path / "a.xlsx")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/more.xml", b" " * 20_000_000)
        place = archive.start_dir
    data = bytearray(path.read_bytes())
    for at in range(place, len(data) - 4):  # the size as the list of parts tells it
        if data[at : at + 4] == struct.pack("<I", 20_000_000):
            data[at : at + 4] = struct.pack("<I", 1_000)
    path.write_bytes(bytes(data))
    with pytest.raises(UserError, match="damaged"):
        require(path, wanted=(FileType.XLSX,), where="a.xlsx")
