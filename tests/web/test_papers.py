"""Papers brought to a body: let in whole or refused with why, put beside their meeting, never written over."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import Served, Somebody
from docx import Document

from coi_audit import paths
from coi_audit.web.settings import Limits

BODY = """\
name: NHS Gorse Vale CCG
kind: ccg
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Una Fairclough, role: lay, chair: true}
      - {name: Dr Ivo Tremain, role: gp}
  - name: Governing Body
    kind: governing_body
    members:
      - {name: Una Fairclough, role: lay}
"""


def agenda(day: str = "Tuesday 5 March 2019", item: str = "Merger of two practices") -> bytes:
    """An agenda as Word saves one."""
    made = Document()
    made.add_heading("Primary Care Commissioning Committee", 1)
    made.add_paragraph("AGENDA")
    made.add_paragraph(f"{day}, 2.00 pm, Guildhall" if day else "2.00 pm, Guildhall")
    for number, title in enumerate(("Welcome and apologies", "Declarations of interests", item), 1):
        made.add_paragraph(f"{number}. {title}")
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


class At:
    """Somebody at one body's papers."""

    def __init__(self, one: Somebody, folder: Path) -> None:
        self.one = one
        self.folder = folder
        self.key = one.post("/open", {"folder": str(folder)}).url.path.split("/")[2]

    def bring(self, *files: tuple[str, bytes], field: str = "papers", **data: str) -> str:
        """Bring papers; give the page once they are read."""
        sent = [(field, (name, content, "application/octet-stream")) for name, content in files]
        answer = self.one.post(f"/b/{self.key}/papers", data, files=sent)
        assert answer.status_code == 200, answer.text
        return self.page() if 'id="reading"' in answer.text else answer.text

    def page(self) -> str:
        return self.one.get(f"/b/{self.key}/papers").text

    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())


@pytest.fixture
def at(secretary: Somebody, tmp_path: Path) -> At:
    folder = tmp_path / "gorse-vale"
    folder.mkdir()
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    return At(secretary, folder)


def test_an_agenda_goes_to_the_meeting_it_names(at: At) -> None:
    page = at.bring(("PCCC agenda.docx", agenda()))
    assert "1 paper came in" in page
    assert at.files() == ["body.yaml", "meetings/2019-03-05-pccc/PCCC agenda.docx"]
    assert "Meeting of 5 March 2019" in page
    again = at.bring(("PCCC agenda.docx", agenda(item="Opening hours")))
    assert "Which one counts?" in again


def test_a_register_stays_with_the_body(at: At) -> None:
    rows = "Name,Position,Organisation,Nature of interest,Type,From\n"
    rows += "Dr Ivo Tremain,GP,Fern Lane Surgery,Partner,Financial,01/04/2015\n"
    page = at.bring(("register of interests 2019-01.csv", rows.encode()))
    assert "Register of interests" in page
    assert "register of interests 2019-01.csv" in at.files()


def test_the_same_paper_again_is_told_and_nothing_is_doubled(at: At) -> None:
    at.bring(("agenda.docx", made := agenda()))
    at.bring(("agenda.docx", made))
    assert at.files() == ["body.yaml", "meetings/2019-03-05-pccc/agenda.docx"]


@pytest.mark.parametrize(
    ("do", "there", "out"),
    [("replace", 1, "Taken out (1)"), ("both", 2, ""), ("drop", 1, "Taken out (1)")],
)
def test_another_paper_of_one_name_waits_for_a_word(at: At, do: str, there: int, out: str) -> None:
    at.bring(("agenda.docx", first := agenda()))
    second = agenda(item="Opening hours")
    page = at.bring(("agenda.docx", second))
    number = re.search(r'name="number" value="([^"]+)"', page)
    assert number
    at.one.post(f"/b/{at.key}/papers/held", {"number": number.group(1), "do": do})
    page = at.page()
    assert "Which one counts?" not in page
    kept = [one for one in at.files() if one.endswith(".docx")]
    assert len(kept) == there
    assert (at.folder / kept[-1]).read_bytes() == (first if do in ("drop",) else second) or do == "both"
    assert out in page


def test_a_paper_taken_out_is_kept_and_comes_back(at: At) -> None:
    at.bring(("agenda.docx", made := agenda()))
    page = at.page()
    form = re.search(r'action="(/b/\w+/papers/\w+/remove)"', page)
    assert form
    page = at.one.get(at.one.post(form.group(1)).url.path).text
    assert at.files() == ["body.yaml"]
    number = re.search(r'name="number" value="(removed-\d+)"', page)
    assert number
    at.one.post(f"/b/{at.key}/papers/back", {"number": number.group(1)})
    assert (at.folder / "meetings/2019-03-05-pccc/agenda.docx").read_bytes() == made


def test_an_agenda_without_a_day_is_asked_about_and_moved(at: At) -> None:
    page = at.bring(("agenda.docx", agenda(day="")))
    assert "Where do these belong?" in page
    form = re.search(r'action="(/b/\w+/papers/\w+/move)"', page)
    assert form
    sent = {"meeting": "new", "day": "2019-04-02", "committee": "Primary Care Commissioning Committee"}
    at.one.post(form.group(1), sent)
    assert at.files() == ["body.yaml", "meetings/2019-04-02-pccc/agenda.docx"]
    assert "Where do these belong?" not in at.page()


def test_a_folder_keeps_its_meetings(at: At) -> None:
    page = at.bring(("Gorse/meetings/2019-03-05-pccc/agenda.docx", agenda()), field="folder")
    assert "1 paper came in" in page
    assert at.files() == ["body.yaml", "meetings/2019-03-05-pccc/agenda.docx"]


def zipped(name: str) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(name, "words")
    return stream.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("papers.zip", zipped("../../agenda.docx"), "ZIP archive"),
        ("agenda.docx", zipped("../evil.txt"), "ZIP archive"),
        ("scan.png", b"\x89PNG\r\n\x1a\n", "a picture"),
        ("nothing.docx", b"", "it is empty"),
        ("program.exe", b"MZ\x00\x01\x02" + bytes(range(256)) * 8, "such papers are not read"),
        ("body.yaml", b"name: another", "has its own"),
        ("~$agenda.docx", b"Owner of the file", "a temporary"),
        ("x/.DS_Store", b"words", "a temporary"),
    ],
)
def test_what_is_no_paper_is_refused_with_why(at: At, name: str, content: bytes, said: str) -> None:
    page = at.bring((name, content))
    assert said in page
    assert at.files() == ["body.yaml"]


@pytest.mark.parametrize(
    "name",
    [
        "../../../outside.txt",
        "..\\..\\outside.txt",
        "/etc/outside.txt",
        "C:\\Users\\outside.txt",
        "meetings/../../outside.txt",
        "x/meetings/../outside.txt",
        "....//....//outside.txt",
    ],
)
def test_no_name_leads_out_of_the_folder(at: At, name: str) -> None:
    at.bring((name, b"Agenda of nothing in particular, kept inside."), field="folder")
    outside = [path for path in at.folder.parent.rglob("*outside.txt") if at.folder not in path.parents]
    assert not outside
    assert not Path("/etc/outside.txt").exists()
    assert any(one.endswith("outside.txt") for one in at.files())


def test_a_name_with_script_in_it_is_shown_as_words(at: At) -> None:
    page = at.bring(("<script>alert(1)</script>=cmd.txt", b"A paper of some words, and no more."))
    assert "<script>alert" not in page
    assert at.bring(('"><img src=x onerror=alert(1)>.txt', b"Another paper.")).count("<img") == 0


@pytest.mark.parametrize("meeting", ["../..", "..", "/tmp", "2019-03-05/../../..", "nonsense", "new"])
def test_no_meeting_that_is_none_is_taken(at: At, meeting: str) -> None:
    page = at.bring(("agenda.docx", agenda()), meeting=meeting)
    assert "Not done" in page
    assert at.files() == ["body.yaml"]


def test_a_link_in_the_folder_leads_nowhere(at: At, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (at.folder / "meetings").symlink_to(tmp_path / "elsewhere")
    at.bring(("x/meetings/2019-03-05-pccc/agenda.docx", agenda()), field="folder")
    assert not list((tmp_path / "elsewhere").iterdir())


def test_a_paper_over_the_limit_is_refused_and_the_others_come_in(tmp_path: Path) -> None:
    folder = tmp_path / "body"
    folder.mkdir()
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    served = Served(tmp_path / "data", limits=Limits(file=50_000))
    try:
        at = At(served.somebody().sign_in(), folder)
        page = at.bring(("long.txt", b"word " * 20_000), ("agenda.docx", agenda()))
        assert "long.txt was not taken: it is larger than" in page
        assert at.files() == ["body.yaml", "meetings/2019-03-05-pccc/agenda.docx"]
    finally:
        served.stop()


def test_every_paper_that_is_refused_is_named_with_why(at: At) -> None:
    page = at.bring(*((f"photo {number}.png", b"\x89PNG") for number in range(20)), ("agenda.docx", agenda()))
    for number in range(20):
        assert f"photo {number}.png" in page
    assert "were each not taken:" in page
    assert at.files() == ["body.yaml", "meetings/2019-03-05-pccc/agenda.docx"]


def test_five_hundred_papers_come_in_at_once(at: At) -> None:
    files = [(f"note {number}.txt", f"A note, number {number}.".encode()) for number in range(500)]
    page = at.bring(*files)
    assert "500 papers came in" in page
    assert len(at.files()) == 501


def test_more_than_five_hundred_are_refused_with_why(at: At) -> None:
    sent = [("papers", (f"note {number}.txt", b"A note.", "text/plain")) for number in range(505)]
    answer = at.one.post(f"/b/{at.key}/papers", files=sent)
    assert answer.status_code == 413
    assert "smaller groups" in answer.text
    assert at.files() == ["body.yaml"]


def test_the_sample_lists_every_paper_and_what_it_was_taken_for(secretary: Somebody, sample_key: str) -> None:
    page = secretary.get(f"/b/{sample_key}/papers").text
    sample = paths.sample_data_folder() / "northfield-ccg"
    names = [path.name for path in sample.rglob("*") if path.is_file() and path.name != "body.yaml"]
    assert all(name in page for name in names)
    assert "Register of gifts and hospitality" in page


def test_a_paper_that_is_not_there_is_not_found(at: At) -> None:
    for path in ("0" * 12, "..%2f..%2fetc%2fpasswd", "body.yaml"):
        answer: Any = at.one.post(f"/b/{at.key}/papers/{path}/remove")
        assert answer.status_code == 404
