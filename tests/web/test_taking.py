"""Papers that leave the desk: made in the background, handed over once ready, no file left behind."""

from __future__ import annotations

import tempfile
from io import BytesIO
from pathlib import Path
from threading import Event

import openpyxl
import pytest
from at_the_desk import Somebody

from benchmarks.large_body import DAY, write_large_body
from coi_audit.app.desk.workshop import Workshop
from coi_audit.errors import UserError


def test_a_paper_is_made_once_and_waited_for() -> None:
    workshop, go, made = Workshop(), Event(), []

    def make(path: Path) -> None:
        made.append(path)
        go.wait(10)
        path.write_bytes(b"paper")

    assert workshop.paper("one", make, name="a.pdf", wait=0.01) is None
    go.set()
    assert workshop.paper("one", make, name="a.pdf", wait=10) == b"paper"
    assert len(made) == 1
    assert not made[0].parent.exists()
    assert made[0].parent.parent == Path(tempfile.gettempdir())


def test_a_paper_that_could_not_be_made_says_why_and_is_tried_anew() -> None:
    workshop, times = Workshop(), []

    def make(path: Path) -> None:
        times.append(path)
        raise UserError("no font is there.")

    for _ in range(2):
        with pytest.raises(UserError, match="no font"):
            workshop.paper("one", make, name="a.pdf", wait=10)
    assert len(times) == 2


def test_old_papers_are_let_go() -> None:
    workshop, times = Workshop(), []

    def make(path: Path) -> None:
        times.append(path)
        path.write_bytes(b"x")

    for number in range(20):
        workshop.paper(number, make, name="a.pdf", wait=10)
    workshop.paper(0, make, name="a.pdf", wait=10)
    assert len(times) == 21


@pytest.fixture
def own(secretary: Somebody, tmp_path: Path) -> str:
    folder = write_large_body(tmp_path / "farrowdale", items=3, members=5)
    body = (folder / "body.yaml").read_text(encoding="utf-8")
    named = body.replace("name: NHS Farrowdale CCG", "name: 'NHS \"Fårrow/dale\" CCG'")
    (folder / "body.yaml").write_text(named, encoding="utf-8")
    register = folder / "register 2018-01.csv"
    register.write_text(register.read_text(encoding="utf-8").replace("Partner", "=cmd()"), encoding="utf-8")
    return secretary.post("/open", {"folder": str(folder)}).url.path


def taken(secretary: Somebody, path: str) -> bytes:
    """The file, once it is ready."""
    for _ in range(200):
        answer = secretary.get(path, params={"waiting": "1"})
        if "It is ready" in answer.text:
            break
    whole = secretary.get(path)
    assert 'filename="NHS F rrow dale CCG ' in whole.headers["content-disposition"]
    return whole.content


def test_the_registers_leave_as_one_workbook_without_a_formula(secretary: Somebody, own: str) -> None:
    book = openpyxl.load_workbook(BytesIO(taken(secretary, f"{own}/registers.xlsx")))
    assert book.sheetnames[0] == "Interests"
    cells = [cell for row in book["Interests"].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert any("=cmd()" in str(cell.value) for cell in cells)


def test_the_pack_for_word_says_what_is_only_tried_out(secretary: Somebody, own: str) -> None:
    from docx import Document

    from coi_audit.app.desk.what_if import person_mark

    secretary.get(own)
    page = f"{own}/meetings/{DAY}/pack.docx?away=0~{person_mark('Kim Abney')}"
    for _ in range(200):
        answer = secretary.get(f"{page}&waiting=1")
        if "It is ready" in answer.text:
            break
    whole = secretary.get(page)
    assert "tried out.docx" in whole.headers["content-disposition"]
    words = "\n".join(one.text for one in Document(BytesIO(whole.content)).paragraphs)
    assert "Tried out at the desk and not saved: Kim Abney: away" in words
