"""A path that cannot be written to is told before the work begins, not after it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_case import Answer, run

from coi_audit import app
from coi_audit.cli.writable import check_out_folder, check_pdf_path
from coi_audit.errors import UserError


@pytest.fixture(autouse=True)
def no_work(monkeypatch: pytest.MonkeyPatch) -> None:
    """Any work begun fails the test."""

    def begun(*_: object, **__: object) -> None:
        raise AssertionError("the work began")

    for name in ("audit_folder", "check_meeting", "demo"):
        monkeypatch.setattr(app, name, begun)


def refused(answer: Answer, *words: str) -> None:
    assert (answer.code, answer.out) == (3, "")
    assert all(word in answer.err for word in words), answer.err


@pytest.mark.parametrize("command", ["audit", "check"])
def test_a_pdf_path_is_tried_first(tmp_path: Path, command: str) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    inside = tmp_path / "notes.txt" / "report.pdf"
    refused(run(command, tmp_path, "--pdf", inside), str(inside), "The PDF cannot be written here", "another path")
    refused(run(command, tmp_path, "--pdf", tmp_path), "this is a folder", "report.pdf")
    refused(run(command, tmp_path, "--pdf", tmp_path / ("x" * 300)), "The PDF cannot be written here")


def test_an_out_folder_is_tried_first(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x", encoding="utf-8")
    refused(run("demo", "--out", tmp_path / "notes.txt"), "Nothing can be written into this folder", "--out FOLDER")
    refused(run("demo", "--out", tmp_path / "notes.txt" / "deep"), "Nothing can be written into this folder")


def test_trying_leaves_nothing_behind(tmp_path: Path) -> None:
    there = tmp_path / "report.pdf"
    there.write_bytes(b"kept")
    check_pdf_path(None)
    check_pdf_path(there)
    check_pdf_path(tmp_path / "new" / "deep" / "report.pdf")
    check_out_folder(tmp_path / "out")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("report.pdf", b"kept")]


def test_a_folder_without_the_right_to_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(**_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("tempfile.TemporaryFile", denied)
    with pytest.raises(UserError, match="Permission denied"):
        check_pdf_path(tmp_path / "report.pdf")
    with pytest.raises(UserError, match="Permission denied"):
        check_out_folder(tmp_path)
