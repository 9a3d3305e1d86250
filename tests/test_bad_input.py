"""Bad files in a whole case folder, through the command line: each is said with its place and its mend, none stops
the rest, none passes in silence. Folders, meetings and options are in test_bad_folders.py.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from small_case import (
    AS_OF,
    FIRST,
    FOUND,
    HEADINGS,
    REGISTER,
    ROWS,
    Answer,
    audit,
    change_part,
    read_rules_once,
    run,
    small_case,
    write_protected,
    write_register,
    write_word,
)

INCOMPLETE, FINDINGS = 5, 10
MINUTES = f"{FIRST}/minutes.txt"
RAO = ROWS[1]
LISTED = "\n".join("\t".join(row) for row in (HEADINGS, *ROWS))


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    read_rules_once(monkeypatch)
    return small_case(tmp_path / "northfield-ccg")


def with_rao(path: Path, **changes: object) -> None:
    """The register with some of Dr Rao's cells changed, by the heading's word."""
    row: list[Any] = list(RAO)
    for heading, value in changes.items():
        row[HEADINGS.index(heading.replace("_", " "))] = value
    write_register(path, (ROWS[0], tuple(row), ROWS[2]))


def spoil(case: Path, file: str, how: Callable[[Path], object]) -> Answer:
    how(case / file)
    return audit(case)


def test_the_folder_is_sound_before_it_is_damaged(case: Path) -> None:
    sound = audit(case)
    assert (sound.code, sound.document["rejected"], sound.conflicts) == (FINDINGS, [], FOUND)


# ---- registers ---------------------------------------------------------------------------------------------------


def cut_short(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:900])


def another_archive(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday/photo.txt", "x")


def bomb(path: Path) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive, archive.open("xl/more.xml", "w") as part:
        for _ in range(401):
            part.write(bytes(1024 * 1024))


def sparse(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)


def only_interests(path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["Declared interest", "Type", "From"])
    book.active.append(["Elm Street Surgery", "Financial", "2012"])
    book.save(path)


@pytest.mark.parametrize(
    ("how", "problem", "fix"),
    [
        (cut_short, "damaged Word or Excel file", "save it as an Excel workbook"),
        (another_archive, "ZIP archive", "save it as an Excel workbook"),
        (write_protected, "protected by a password", "remove the password"),
        (bomb, "would unpack to 401 MB", "save only the part that matters"),
        (sparse, "this file is 200 MB", "save only the part that matters"),
        (only_interests, 'no column of names was found; the headings seen are: "Declared interest"', '"Name"'),
        (lambda path: path.write_text(LISTED), 'plain text although its name ends in ".xlsx"', "Excel workbook"),
        (lambda path: path.write_bytes(b""), "this file is empty", "save or download it again"),
        (lambda path: path.write_bytes(bytes(range(256)) * 9), "of a kind that is not known", "Excel workbook"),
    ],
)
def test_a_register_that_cannot_be_read(case: Path, how: Callable[[Path], object], problem: str, fix: str) -> None:
    answer = spoil(case, REGISTER, how)
    assert answer.code == INCOMPLETE
    assert problem in answer.rejected(REGISTER) and fix in answer.rejected(REGISTER)
    assert answer.conflicts == FOUND  # body.yaml and the minutes still tell of them
    assert answer.document["opinion"]["withheld"] is True
    # Nobody is blamed for the lack of a declaration that nobody could read.
    raised = {one["rule_id"] for one in answer.document["findings"] if one["outcome"] == "not_met"}
    assert not {one for one in raised if one.startswith("DEC-0")}


@pytest.mark.parametrize(
    ("changes", "place", "value", "problem"),
    [
        ({"From": "31/02/2017"}, 'row 3, "From"', "31/02/2017", "is not a date"),
        ({"To": "99/99/9999"}, 'row 3, "To"', "99/99/9999", "is not a date"),
        ({"To": "01/04/2010"}, 'row 3, "To"', "01/04/2010", "is before the day the interest began"),
        ({"Declared_on": 0}, 'row 3, "Declared on"', "0", "is not a date"),
        ({"Name": '=CONCATENATE("Dr Anil"," Rao")'}, 'row 3, "Name"', '=CONCATENATE("Dr Anil"', "a formula"),
        ({"Name": ""}, "row 3", "Elm Street Surgery", "there is no name"),
        ({"Name": "Total: 3"}, "row 3", "Total: 3", "is"),
        ({"Name": "; ;"}, 'row 3, "Name"', "; ;", "is not a name"),
        ({"Type": "Golf"}, 'row 3, "Type"', "Golf", "type"),
    ],
)
def test_a_row_that_cannot_be_read(
    case: Path, changes: dict[str, object], place: str, value: str, problem: str
) -> None:
    with_rao(case / REGISTER, **changes)
    answer = audit(case)
    (row,) = [one for one in answer.document["rejected"] if place in one["place"]]
    assert (row["file"], row["fix"] != "") == (REGISTER, True)
    assert value in row["value"] and problem in row["problem"]
    assert answer.code == FINDINGS and answer.conflicts == FOUND


def test_names_that_are_all_blank(case: Path) -> None:
    write_register(case / REGISTER, tuple(("", *row[1:]) for row in ROWS))
    answer = audit(case)
    assert answer.rejected(REGISTER).count("there is no name on this row") == 3
    assert answer.conflicts == FOUND


def test_a_cell_as_long_as_a_book_and_one_longer_than_a_table_may_hold(case: Path) -> None:
    with_rao(case / REGISTER, Nature_of_interest="GP partner, " + "and so on " * 3200)
    (case / "register 2017-05.csv").write_text(f"{','.join(HEADINGS)}\nDr Anil Rao,{'y' * 200_000},a\n")
    answer = audit(case)
    assert "cannot be read as a table" in answer.rejected("register 2017-05.csv")
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_a_register_in_utf_16_is_read_with_and_without_its_mark(case: Path, encoding: str) -> None:
    (case / REGISTER).unlink()
    (case / "register 2017-04.csv").write_bytes(LISTED.encode(encoding))
    assert audit(case).code == FINDINGS


def test_control_characters_in_a_name_are_no_name_and_never_reach_the_screen(case: Path) -> None:
    (case / REGISTER).unlink()
    (case / "register 2017-04.csv").write_text(LISTED.replace("Dr Anil", "Dr An\x07il\x1b[31m"))
    assert "is not a name" in audit(case).rejected("register 2017-04.csv")
    assert "\x1b[31m" not in run("audit", case, "--as-of", AS_OF).out


# ---- Word and text papers ----------------------------------------------------------------------------------------


def as_word(case: Path) -> Path:
    """The first minutes as a Word document in place of the text."""
    path = write_word(case / FIRST / "minutes.docx", (case / MINUTES).read_text())
    (case / MINUTES).unlink()
    return path


def test_a_word_document_that_is_a_renamed_pdf(case: Path) -> None:
    (case / MINUTES).unlink()
    answer = spoil(case, f"{FIRST}/minutes.docx", lambda path: path.write_bytes(b"%PDF-1.7\n%%EOF\n"))
    assert 'this file is a PDF although its name ends in ".docx"' in answer.rejected(f"{FIRST}/minutes.docx")
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)
    first = answer.document["meetings"][0]
    assert {one["handling"] for item in first["items"] for one in item["conflicts"]} == {"record_too_thin"}


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "</w:body>", ""),
        ("word/_rels/document.xml.rels", "http://schemas.openxmlformats.org/package/2006/relationships", "x"),
        ("[Content_Types].xml", "wordprocessingml.document.main+xml", "wordprocessingml.styles+xml"),
        ("word/styles.xml", "<w:styles", "<w:stylex"),
    ],
)
def test_a_misshapen_word_document(case: Path, part: str, old: str, new: str) -> None:
    change_part(as_word(case), part, old, new)
    answer = audit(case)
    assert "damaged or incomplete" in answer.rejected(f"{FIRST}/minutes.docx")
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)


def test_links_macros_and_entities_in_a_word_document_do_nothing(case: Path) -> None:
    (case.parent / "secret.txt").write_text("the secret words")
    path = as_word(case)
    link = (
        '<Relationship Id="rId99" Target="http://192.0.2.1/x.dotm" TargetMode="External" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
    )
    change_part(path, "word/_rels/document.xml.rels", "</Relationships>", f"{link}</Relationships>")
    change_part(path, "word/vbaProject.bin", "x", "Shell")
    entity = f'<!DOCTYPE w:document [<!ENTITY e SYSTEM "{(case.parent / "secret.txt").as_uri()}">]><w:document '
    change_part(path, "word/document.xml", "<w:document ", entity)
    change_part(path, "word/document.xml", "There was none.", "There was &e;")
    answer = audit(case)
    assert "the secret words" not in answer.out
    assert answer.conflicts == FOUND


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("holiday rota.txt", b"who is off when", "was not understood as a register"),
        ("plan.bin", bytes(range(256)), "of a kind that is not known"),
        ("agenda.pdf", b"%PDF-1.4 x", "this file is a damaged or incomplete PDF"),
        ("minutes.html", b"<html><body>Minutes</body></html>", "no item and no paragraph was found"),
        ("notes.yaml", b"a: [1, 2", "not valid YAML"),
        ("decisions.yaml", b"leave it to the chair", "must be a list of rulings"),
        ("minutes draft.txt", b"Minutes of the meeting\n\n", "no item and no paragraph was found"),
        ("agenda part 2.txt", b"AGENDA\n\nTo follow.\n", "no item was found"),
        ('[bold] & <b>\n"x" \U0001f600.docx', b"%PDF-1.4", "a PDF although"),
    ],
)
def test_a_file_that_is_not_understood(case: Path, name: str, content: bytes, problem: str) -> None:
    (case / FIRST / name).write_bytes(content)
    answer = audit(case)
    file = f"{FIRST}/{name}"
    assert problem in answer.rejected(file)
    assert file in {one["path"] for one in answer.document["inputs"]}
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)
    assert run("audit", case, "--as-of", AS_OF).code == INCOMPLETE
