"""Scans: read by recognition and said so where Tesseract is installed; said to be scans where it is not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from pdf_builder import RULED, pictured, printed, rows, table, texts

from coi_audit.errors import UserError
from coi_audit.readers.pdf import scans as pdf_scans
from coi_audit.readers.pdf.document import read_pdf

WORDS = "<p>Minutes of the committee</p><p>The Chair thanked everybody for their work on the new premises.</p>"
SET = "p { font-size: 14pt }"
needs_tesseract = pytest.mark.skipif(shutil.which("tesseract") is None, reason="Tesseract is not installed here")


@pytest.fixture
def no_tesseract(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_scans.shutil, "which", lambda name: None)


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_a_scan_is_said_to_be_one(tmp_path: Path) -> None:
    scan = pictured(tmp_path / "scan.pdf", printed(tmp_path / "a.pdf", WORDS))
    with pytest.raises(UserError, match="this PDF is a scan: pictures of pages, with no words to read") as error:
        read_pdf(scan, root=tmp_path)
    assert "install Tesseract" in error.value.fix


@pytest.mark.usefixtures("no_tesseract")
def test_without_tesseract_the_scanned_pages_of_a_paper_are_named(tmp_path: Path) -> None:
    paper = printed(tmp_path / "a.pdf", "".join(f"<div style='break-after: page'>{WORDS}</div>" for _ in range(5)))
    mixed = pictured(tmp_path / "mixed.pdf", paper, pages=[2, 4, 5])
    document = read_pdf(mixed, root=tmp_path)
    assert {one.page for one in document.paragraphs} == {1, 3}
    assert [one.split(",")[0] for one in document.notices] == ["pages 2 and 4-5 are a scan"]
    assert "were not read" in document.notices[0]


@needs_tesseract
def test_a_scan_is_read_by_recognition_and_says_so(tmp_path: Path) -> None:
    scan = pictured(tmp_path / "scan.pdf", printed(tmp_path / "a.pdf", WORDS, SET))
    document = read_pdf(scan, root=tmp_path)
    assert texts(document) == [
        "Minutes of the committee",
        "The Chair thanked everybody for their work on the new premises.",
    ]
    assert document.notices == (
        "the page is a scan: the words were read by text recognition and may be misread: check them.",
    )


@needs_tesseract
def test_a_ruled_table_in_a_scan_is_a_table(tmp_path: Path) -> None:
    people = [["Name", "Role"], ["Ada Moss", "Clinical chair"], ["Ben Thistle", "Lay member"]]
    scan = pictured(tmp_path / "scan.pdf", printed(tmp_path / "a.pdf", table(people), RULED + "td { font-size: 16pt }"))
    assert rows(read_pdf(scan, root=tmp_path)) == people


@needs_tesseract
def test_a_picture_without_words_is_said(tmp_path: Path) -> None:
    scan = pictured(
        tmp_path / "scan.pdf", printed(tmp_path / "a.pdf", "<div style='height: 9cm; background: #bbb'></div>")
    )
    with pytest.raises(UserError, match="no words were recognised"):
        read_pdf(scan, root=tmp_path)


def test_a_few_words_beside_a_logo_are_no_scan(tmp_path: Path) -> None:
    body = "<div style='height: 4cm; background: #bbb'></div><p>Agenda</p><p>1. Welcome</p>"
    assert texts(read_pdf(printed(tmp_path / "a.pdf", body), root=tmp_path)) == ["Agenda", "1. Welcome"]
