"""`read --page`: the page is written, said, and never instead of what the terminal shows."""

from __future__ import annotations

from pathlib import Path

from cli_runs import REGISTER, document, run, said_plainly

from coi_audit.errors import ExitCode


def paper(folder: Path) -> Path:
    path = folder / "register 2017-10.csv"
    path.write_text(REGISTER, encoding="utf-8")
    return path


def test_the_page_is_written_and_said(tmp_path: Path) -> None:
    page = tmp_path / "new folder" / "read.html"
    told = run("read", paper(tmp_path), "--page", page)
    assert told.exit_code == ExitCode.CLEAN
    assert "Written:" in told.stdout and "Millrace" in told.stdout
    assert "Millrace Surgery" in page.read_text(encoding="utf-8")


def test_with_json_nothing_else_is_printed(tmp_path: Path) -> None:
    page = tmp_path / "read.html"
    told = document(run("read", paper(tmp_path), "--page", page, "--json"))
    assert told["questions"] and page.is_file()


def test_a_page_that_cannot_be_written_is_said_before_the_work(tmp_path: Path) -> None:
    told = run("read", tmp_path / "gone.csv", "--page", tmp_path)
    said_plainly(told, ExitCode.UNUSABLE, "he page cannot be written here (this is a folder)", "read.html")
