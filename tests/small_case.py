"""A whole case folder, small enough to build in a moment: one register, two meetings, one known conflict at each.

Everybody and everything in it is invented.
"""

from __future__ import annotations

import json
import struct
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from click.testing import CliRunner
from docx import Document

from coi_audit.app import books
from coi_audit.cli import main

FIRST, SECOND = "meetings/2017-09-05-pccc", "meetings/2017-11-07-pccc"
REGISTER = "register 2017-04.xlsx"
AS_OF = "2018-01-15"
# Who is conflicted where, when nothing is wrong with the papers: (meeting, item, person).
FOUND = {("2017-09-05", "4", "Dr Anil Rao"), ("2017-11-07", "4", "Dr Sunita Kale")}
BODY = """\
# Invented sample data: no real person or organisation.
name: NHS Northfield CCG
ods_code: 99Z
kind: ccg
co_commissioning: delegated
guardian: Margaret Hale
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Margaret Hale, role: lay, chair: true, voting: true, from: 2016-04-01}
      - {name: Ruth Ashby, role: lay, vice_chair: true, voting: true, from: 2016-04-01}
      - {name: Colin Marsh, role: executive, title: Chief Officer, voting: true, from: 2016-04-01}
      - {name: Joan Petrie, role: executive, title: Chief Finance Officer, voting: true, from: 2016-04-01}
      - {name: Dr Anil Rao, role: gp, practice: Elm Street Surgery, voting: false, from: 2016-04-01}
      - {name: Dr Sunita Kale, role: gp, practice: Park View Practice, voting: false, from: 2016-04-01}
organisations:
  - {name: Elm Street Surgery, kind: practice}
  - {name: Park View Practice, kind: practice}
"""
HEADINGS = (
    "Name",
    "Position",
    "Declared interest",
    "Type",
    "Nature of interest",
    "Direct",
    "From",
    "To",
    "Declared on",
)
ROWS = (
    ("Margaret Hale", "Lay Member", "Nil return", "", "", "", "", "", "20/03/2017"),
    ("Dr Anil Rao", "GP Member", "Elm Street Surgery", "Financial", "GP partner", "Direct", "01/04/2012", "Current",
     "20/03/2017"),
    ("Dr Sunita Kale", "GP Member", "Park View Practice", "Financial", "GP partner", "Direct", "01/04/2014", "Current",
     "21/03/2017"),
)  # fmt: skip
_AGENDA = """\
NHS Northfield CCG
Primary Care Commissioning Committee
{day}, 2.00 pm, Room 1
AGENDA

1. Welcome and apologies
2. Declarations of interest
3. Minutes of the last meeting - For approval
4. {practice}: application to close its patient list - For decision
5. Any other business
"""
_MINUTES = """\
NHS Northfield CCG
Primary Care Commissioning Committee
Minutes of the meeting held on {day} at 2.00 pm

Present:
Margaret Hale (Chair), Lay Member
Ruth Ashby, Lay Member
Colin Marsh, Chief Officer
Joan Petrie, Chief Finance Officer
Dr Anil Rao, GP Member
Dr Sunita Kale, GP Member

Apologies: none

1. Welcome and apologies
The Chair welcomed members. The meeting was quorate.

2. Declarations of interest
{doctor} declared an interest in item 4 as a partner in {practice}.

3. Minutes of the last meeting
The minutes were approved as a correct record.

4. {practice}: application to close its patient list
{doctor} left the room for this item. The committee approved the application. {doctor} returned.

5. Any other business
There was none.
"""

_READERS = {name: cache(getattr(books, name)) for name in (
    "load_action_table", "load_opinion_scale", "load_vocabulary", "load_tie_words", "load_minutes_words"
)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command said: its exit code, the document on standard output where that is JSON, and the words."""

    code: int
    document: dict[str, Any]
    out: str
    err: str

    @property
    def conflicts(self) -> set[tuple[str, str, str]]:
        """Every conflict as (meeting, item, person)."""
        return {
            (meeting["date"], item["number"].rstrip("."), conflict["person"])
            for meeting in self.document["meetings"]
            for item in meeting["items"]
            for conflict in item["conflicts"]
        }

    def rejected(self, file: str) -> str:
        """Every sentence said of one file, on one line each."""
        return "\n".join(
            f"{one['place']} | {one['value']} | {one['problem']} | {one['fix']}"
            for one in self.document["rejected"]
            if one["file"] == file
        )


def run(*words: str | Path) -> Answer:
    """Run one command as a user would. Fails on a traceback, and on an exit code the contract does not know."""
    result = CliRunner().invoke(main, [str(word) for word in words])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert "Traceback" not in result.output
    assert result.exit_code in (0, 2, 3, 4, 5, 6, 10), result.exit_code
    document = json.loads(result.stdout) if "--json" in words and result.stdout.strip() else {}
    return Answer(result.exit_code, document, result.stdout, result.stderr)


def audit(folder: Path, *options: str | Path) -> Answer:
    """Audit a folder and read the JSON."""
    return run("audit", folder, "--as-of", AS_OF, "--json", *options)


def read_rules_once(patch: pytest.MonkeyPatch) -> None:
    """Let every run of one test session share what is read of the rulebook: nobody changes it, and it takes long."""
    for name, reader in _READERS.items():
        patch.setattr(books, name, reader)


def small_case(folder: Path) -> Path:
    """Write the case folder and return it."""
    for place, day, doctor, practice in (
        (FIRST, "Tuesday 5 September 2017", "Dr Rao", "Elm Street Surgery"),
        (SECOND, "Tuesday 7 November 2017", "Dr Kale", "Park View Practice"),
    ):
        (folder / place).mkdir(parents=True)
        words = {"day": day, "doctor": doctor, "practice": practice}
        (folder / place / "agenda.txt").write_text(_AGENDA.format(**words), encoding="utf-8")
        (folder / place / "minutes.txt").write_text(_MINUTES.format(**words), encoding="utf-8")
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    write_register(folder / REGISTER)
    return folder


def write_register(path: Path, rows: tuple[tuple[object, ...], ...] = ROWS) -> Path:
    """A register of interests as a workbook with one row of headings."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Register"
    for row in (HEADINGS, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


def write_word(path: Path, text: str) -> Path:
    """A Word document with one paragraph a line."""
    document = Document()
    for line in text.splitlines():
        document.add_paragraph(line)
    document.save(str(path))
    return path


def write_protected(path: Path) -> Path:
    """What Excel and Word write under a password: a compound file whose directory names an EncryptedPackage."""
    end, free, table_mark = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
    header = bytearray(512)
    header[:8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    struct.pack_into("<HHHHH", header, 24, 0x3E, 3, 0xFFFE, 9, 6)
    struct.pack_into("<III", header, 44, 1, 1, 0)
    struct.pack_into("<IIIII", header, 56, 4096, end, 0, end, 0)
    struct.pack_into("<109I", header, 76, 0, *[free] * 108)
    table = struct.pack("<128I", table_mark, end, *[free] * 126)
    directory = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2) + bytes([kind, 1]) + bytes(60)
        for name, kind in (("Root Entry", 5), ("EncryptionInfo", 2), ("EncryptedPackage", 2), ("", 0))
    )
    path.write_bytes(bytes(header) + table + directory)
    return path


def change_part(path: Path, part: str, old: str, new: str) -> None:
    """Change the words of one part of an office file; the part is added where it is not there."""
    with zipfile.ZipFile(path) as archive:
        parts = {one.filename: archive.read(one) for one in archive.infolist()}
    parts[part] = parts.get(part, old.encode()).replace(old.encode(), new.encode())
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
