"""The commands on papers, as a person types them: exit codes, plain messages, JSON with nothing else beside it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from cli_runs import AS_OF, BODY, NORTHFIELD, REGISTER, REPO, case_folder, document, run, run_once, said_plainly
from click.testing import CliRunner

from coi_audit import app
from coi_audit.cli import main
from coi_audit.errors import ExitCode, SetupError


def test_read_shows_what_was_understood_and_where_it_stood() -> None:
    file = NORTHFIELD / "register 2017-04.xlsx"
    told = run("read", file)
    assert told.exit_code == ExitCode.CLEAN
    assert "Dr Anil Rao" in told.stdout
    assert document(run("read", file, "--json"))["records"]


def test_read_of_what_cannot_be_read(tmp_path: Path) -> None:
    said_plainly(run("read", tmp_path / "gone.docx"), ExitCode.UNUSABLE, "gone.docx", "To fix:")
    said_plainly(run("read", tmp_path), ExitCode.UNUSABLE, "folder", "To fix:")


def test_new_starts_a_folder_that_the_other_commands_accept(tmp_path: Path) -> None:
    folder = tmp_path / "aberwick"
    register = tmp_path / "register.csv"
    register.write_text(REGISTER, encoding="utf-8")
    started = ("new", folder, "--from", register, "--name", "NHS Aberwick CCG", "--ods-code", "98X", "--kind", "ccg")
    told = document(run(*started, "--json"))
    assert str(folder / "body.yaml") in told["written"]
    assert "Dr Piers Antrobus" in (folder / "body.yaml").read_text(encoding="utf-8")
    said_plainly(run(*started), ExitCode.UNUSABLE, "not written over", "To fix:")
    said_plainly(run("check", folder, "--as-of", "2018-01-01"), ExitCode.UNUSABLE, "no meeting on or after 2018-01-01")


# Before and after a meeting


def test_check_with_nothing_to_raise(tmp_path: Path) -> None:
    told = run(
        "check",
        case_folder(tmp_path / "a b", item="Mental health investment plan (for information)"),
        "--as-of",
        "2018-03-01",
    )
    assert told.exit_code == ExitCode.CLEAN, told.output
    assert "6 March 2018" in told.stdout


def test_check_with_a_conflict_says_who_must_do_what(tmp_path: Path) -> None:
    folder = case_folder(tmp_path / "a", item="Millrace Surgery: rent review (for decision)")
    told = run("check", folder, "--as-of", "2018-03-01")
    assert told.exit_code == ExitCode.FINDINGS, told.output
    assert "Dr Piers Antrobus" in told.stdout
    items = document(run("check", folder, "--as-of", "2018-03-01", "--json"))["meetings"][0]["items"]
    conflict = next(item["conflicts"] for item in items if item["number"] == "3")[0]
    assert (conflict["link"], conflict["required_action"]) == ("named_party", "leave")
    assert conflict["handling"] == "not_yet_held"


def test_check_takes_the_first_meeting_not_before_the_day() -> None:
    told = document(run_once("check", NORTHFIELD, *AS_OF, "--json"))
    assert [one["date"] for one in told["meetings"]] == ["2018-02-06"]
    said_plainly(
        run("check", NORTHFIELD, *AS_OF, "--meeting", "2018-02-07"), ExitCode.UNUSABLE, "2018-02-06", "To fix:"
    )


def test_audit_json_is_all_of_standard_output_and_keeps_its_schema() -> None:
    told = run_once("audit", NORTHFIELD, *AS_OF, "--json")
    assert told.exit_code == ExitCode.FINDINGS
    schema = json.loads((REPO / "docs" / "schema" / "audit.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(document(told), schema, cls=jsonschema.Draft202012Validator)


def test_audit_of_a_period_and_of_a_period_without_meetings() -> None:
    told = document(run_once("audit", NORTHFIELD, *AS_OF, "--from", "2017-09-05", "--to", "2017-12-05", "--json"))
    assert [one["date"] for one in told["meetings"]] == ["2017-09-05", "2017-10-19", "2017-12-05"]
    said_plainly(run("audit", NORTHFIELD, *AS_OF, "--from", "2020-01-01"), ExitCode.UNUSABLE, "no meeting", "To fix:")


def test_on_a_terminal_or_not_the_words_are_the_same_and_without_colour() -> None:
    told = run_once("audit", NORTHFIELD, *AS_OF)
    assert told.exit_code == ExitCode.FINDINGS
    assert "\x1b" not in told.stdout
    assert max(len(line) for line in told.stdout.splitlines()) <= 80


def test_a_folder_that_cannot_be_used_is_told_plainly(tmp_path: Path) -> None:
    said_plainly(run("audit", tmp_path / "gone"), ExitCode.UNUSABLE, "gone", "There is no such folder", "To fix:")
    (tmp_path / "empty").mkdir()
    said_plainly(run("audit", tmp_path / "empty"), ExitCode.UNUSABLE, "empty", "To fix:")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_that_may_not_be_read(tmp_path: Path) -> None:
    folder = case_folder(tmp_path / "closed")
    folder.chmod(0)
    try:
        said_plainly(run("audit", folder), ExitCode.UNUSABLE, "closed", "To fix:")
    finally:
        folder.chmod(0o700)


@pytest.mark.parametrize(
    ("body", "told"), [(BODY.replace("guardian:", "gaurdian:"), "gaurdian"), (BODY + "colour: blue\n", "colour")]
)
def test_an_unknown_key_is_reported_and_the_rest_is_audited(tmp_path: Path, body: str, told: str) -> None:
    folder = case_folder(tmp_path / "a", body=body)
    result = run("check", folder, "--as-of", "2018-03-01", "--json")
    assert result.exit_code == ExitCode.INCOMPLETE
    assert any(told in str(one) and one["fix"] for one in document(result)["rejected"])
    assert document(result)["meetings"]


def test_a_file_that_is_not_understood_is_reported_and_the_rest_is_audited(tmp_path: Path) -> None:
    folder = case_folder(tmp_path / "a")
    (folder / "register 2018-02.xlsx").write_bytes(b"%PDF-1.4 not a workbook")
    result = run("check", folder, "--as-of", "2018-03-01", "--json")
    assert result.exit_code == ExitCode.INCOMPLETE
    assert [one["file"] for one in document(result)["rejected"]] == ["register 2018-02.xlsx"]


def test_a_pdf_that_cannot_be_written_is_told_plainly(tmp_path: Path) -> None:
    (tmp_path / "taken").mkdir()
    told = run("check", case_folder(tmp_path / "a"), "--as-of", "2018-03-01", "--pdf", tmp_path / "taken")
    said_plainly(told, ExitCode.UNUSABLE, "taken", "cannot be written", "To fix:")


def test_what_set_up_lacks_is_told_with_its_own_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking() -> None:
        raise SetupError("a font file is damaged.", where="Face.ttf", fix="run ./run setup again.")

    monkeypatch.setattr("coi_audit.report.pdf.use_only_our_fonts", lacking)
    told = run("check", case_folder(tmp_path / "a"), "--as-of", "2018-03-01", "--pdf", tmp_path / "pack.pdf")
    said_plainly(told, ExitCode.SETUP, "Face.ttf", "A font file is damaged", "To fix: run ./run setup again.")
    assert not (tmp_path / "pack.pdf").exists()


def test_a_crash_keeps_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_: Path) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(app, "rulebook_of", broken)
    told = run("rules", "list")
    assert told.exit_code == ExitCode.CRASH
    assert isinstance(told.exception, ZeroDivisionError)


def test_a_terminal_that_does_not_speak_utf_8_ends_nothing() -> None:
    poor = CliRunner(charset="latin-1")
    shown = poor.invoke(main, ["check", str(NORTHFIELD), *AS_OF])
    assert shown.exit_code == ExitCode.FINDINGS
    told = poor.invoke(main, ["rules", "show", "MTG-07", "--json"])
    assert json.loads(told.stdout_bytes.decode("utf-8"))["id"] == "MTG-07"
