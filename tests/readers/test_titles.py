"""Files of agenda titles, as spreadsheets save them."""

from __future__ import annotations

from pathlib import Path

import pytest

from coi_audit.errors import UserError
from coi_audit.readers.titles import read_titles


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "titles.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_rows_with_their_other_columns(tmp_path: Path) -> None:
    rows, rejected = read_titles(write(tmp_path, "id,Title,Action,Committee\n1,Rent review,Approve,\n2,AOB,,Board\n"))
    assert rejected == ()
    assert [(row.title, row.action, row.committee) for row in rows] == [
        ("Rent review", "Approve", None),
        ("AOB", None, "Board"),
    ]
    assert rows[0].echoed == {"id": "1", "Action": "Approve", "Committee": ""}
    assert rows[1].source.line == 3


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_usual_encodings_and_delimiters(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = delimiter.join(["title", "n"]) + "\r\n" + delimiter.join(["St Chad’s Surgery – lease", "1"]) + "\r\n"
    rows, _ = read_titles(write(tmp_path, text, encoding))
    assert [row.title for row in rows] == ["St Chad’s Surgery – lease"]


def test_a_title_over_two_lines_keeps_its_row(tmp_path: Path) -> None:
    rows, _ = read_titles(write(tmp_path, 'title,n\n"Rent review\nMaltings Surgery",1\nAOB,2\n'))
    assert [row.echoed["n"] for row in rows] == ["1", "2"]


def test_rows_not_understood_are_told(tmp_path: Path) -> None:
    rows, rejected = read_titles(write(tmp_path, "title,n\n,1\nMerger of A, B and C,2\nAOB,3\n\n"))
    assert [row.title for row in rows] == ["AOB"]
    assert [(each.place, each.problem) for each in rejected] == [
        ("line 2", "there is no title in this row"),
        ("line 3", "more cells than headings"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,n\nx,1\n", 'there is no title column; the columns are "name", "n"'),
        ("", "the file is empty"),
        ("title,Title\nx,y\n", 'there are two columns "title"'),
        ("PK\x03\x04\x00\x00", "the file is not text"),
    ],
)
def test_files_of_no_use_are_refused_plainly(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UserError) as caught:
        read_titles(write(tmp_path, text))
    assert said in str(caught.value)
    assert "To fix" in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="cannot be opened"):
        read_titles(tmp_path / "none.csv")
