"""Old Word, rich text and OpenDocument papers through LibreOffice; the rest holds where there is none as well."""

from __future__ import annotations

import subprocess
import sys
import time
import zipfile
from pathlib import Path

import docx
import pytest

from coi_audit.errors import UserError
from coi_audit.readers import office
from coi_audit.readers.office import office_program, read_office
from coi_audit.readers.paper import Grid, read_paper
from coi_audit.readers.worded import read_worded

HERE = office_program()
with_office = pytest.mark.skipif(HERE is None, reason="LibreOffice is not installed on this machine")

RTF = r"""{\rtf1\ansi\deff0{\fonttbl{\f0 Arial;}}
\pard Minutes of the Primary Care Committee\par
{\pntext\f0 1.\tab}\pard Welcome by Ren\'e9e\par
\trowd\cellx2000\cellx4000\intbl Name\cell Interest\cell\row\intbl Ann Vale\cell None\cell\row
\pard The end\par}"""


def as_(kind: str, folder: Path) -> Path:
    """A paper of that format, made by LibreOffice itself from a Word document."""
    document = docx.Document()
    document.add_heading("Minutes of the meeting", 1)
    for words in ("Welcome", "Declarations of interest"):
        document.add_paragraph(words, style="List Number")
    document.add_paragraph("A point", style="List Bullet")
    table = document.add_table(3, 3)
    table.cell(0, 0).merge(table.cell(0, 1)).text = "Name"
    table.cell(1, 0).text = "Chair"
    table.cell(2, 2).text = "Dr Ann Vale"
    document.add_paragraph("The end")
    document.save(str(folder / "minutes.docx"))
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [str(HERE), profile, "--headless", "--convert-to", kind, "--outdir", str(folder), "minutes.docx"]
    subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=90)
    return folder / f"minutes.{kind}"


@with_office
@pytest.mark.parametrize("kind", ["doc", "odt"])
def test_the_paper_reads_as_the_word_document_it_came_from(kind: str, tmp_path: Path) -> None:
    read = read_worded(as_(kind, tmp_path), root=tmp_path)
    assert [one.shown for one in read.paragraphs if one.text] == [
        "Minutes of the meeting",
        "1. Welcome",
        "2. Declarations of interest",
        "• A point",
        "The end",
    ]
    assert read.paragraphs[0].style == "Heading 1"
    rows = [[("^" if cell.repeated else "") + cell.text for cell in row] for row in read.tables[0].rows]
    assert rows == [["Name", "^Name", ""], ["Chair", "", ""], ["", "", "Dr Ann Vale"]]


@with_office
def test_places_name_the_paper_itself_and_nothing_stays_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = tmp_path / "temporary"
    own.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(own))
    path = tmp_path / "minutes.rtf"
    path.write_text(RTF, encoding="ascii")
    paper = read_paper(path, root=tmp_path)
    assert paper.blocks[0].source.place() == "minutes.rtf, paragraph 1"  # type: ignore[union-attr]
    (grid,) = [block for block in paper.blocks if isinstance(block, Grid)]
    assert [row.texts for row in grid.rows] == [("Name", "Interest"), ("Ann Vale", "None")]
    assert "Welcome by Renée" in " ".join(line.text for line in paper.all_lines)
    assert not list(own.iterdir())
    assert sorted(one.name for one in tmp_path.iterdir()) == ["minutes.rtf", "temporary"]


@with_office
def test_files_that_a_paper_points_to_are_not_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRET WORDS")
    path = tmp_path / "a.rtf"
    field = r"{\field{\*\fldinst INCLUDETEXT " + f'"{secret.as_posix()}"' + r"}{\fldrslt kept}}"
    path.write_text(RTF.replace("The end", f"The end {field}"), encoding="ascii")
    assert "SECRET" not in repr(read_office(path))
    linked = tmp_path / "b.odt"
    space = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<?xml version="1.0"?><office:document-content xmlns:office="{space}office:1.0" xmlns:text="{space}text:1.0" '
        'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2"><office:body><office:text><text:p>Own</text:p>'
        f'<text:section text:name="s"><text:section-source xlink:href="{secret.as_uri()}"/><text:p/></text:section>'
        "</office:text></office:body></office:document-content>"
    )
    manifest = (
        f'<?xml version="1.0"?><manifest:manifest xmlns:manifest="{space}manifest:1.0" manifest:version="1.2">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.text"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    with zipfile.ZipFile(linked, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", manifest)
    read = repr(read_office(linked))
    assert "Own" in read
    assert "SECRET" not in read


@with_office
def test_a_damaged_paper_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.doc"
    path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"\0" * 600)
    with pytest.raises(UserError, match=r"^a\.doc: LibreOffice could not open this file"):
        read_office(path, root=tmp_path)


def test_without_libreoffice_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "office_program", lambda: None)
    path = tmp_path / "a.rtf"
    path.write_text(RTF, encoding="ascii")
    with pytest.raises(UserError) as caught:
        read_office(path, root=tmp_path)
    assert str(caught.value) == (
        "a.rtf: this file is a rich text file (RTF); it can only be read where LibreOffice is installed, which was not "
        "found. To fix: open it in Word and save it as a Word document (.docx), or install LibreOffice."
    )


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_one_that_takes_too_long_is_stopped_with_all_it_started(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, mark = tmp_path / "soffice", tmp_path / "still-running"
    script.write_text(f"#!/bin/sh\n(sleep 2; touch {mark}) &\nsleep 60\n")
    script.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(script))
    monkeypatch.setattr(office, "SECONDS", 0.5)
    path = tmp_path / "a.rtf"
    path.write_text(RTF, encoding="ascii")
    start = time.monotonic()
    with pytest.raises(UserError, match="was stopped"):
        read_office(path, root=tmp_path)
    assert time.monotonic() - start < 2
    time.sleep(2)
    assert not mark.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for LibreOffice is a shell script")
def test_one_that_writes_nothing_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "soffice"
    script.write_text("#!/bin/sh\nexit 1\n")
    script.chmod(0o755)
    monkeypatch.setattr(office, "office_program", lambda: str(script))
    path = tmp_path / "a.rtf"
    path.write_text(RTF, encoding="ascii")
    with pytest.raises(UserError, match="could not open this file"):
        read_office(path, root=tmp_path)
