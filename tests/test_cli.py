"""Every command as a person types it: exit codes, plain messages, and JSON with nothing else on standard output."""

from __future__ import annotations

import json
import os
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import click
import jsonschema
import pytest
from click.testing import CliRunner, Result

from coi_audit import __version__, app, paths
from coi_audit.cli import main
from coi_audit.errors import ExitCode, SetupError

REPO = Path(__file__).resolve().parents[1]
NORTHFIELD = REPO / "sample_data" / "northfield-ccg"
AS_OF = ("--as-of", "2018-01-15")

BODY = """\
name: NHS Aberwick CCG
ods_code: 98X
kind: ccg
co_commissioning: delegated
guardian: Ruth Penhale
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Ruth Penhale, role: lay, title: Lay Member for Governance, chair: true, voting: true, from: 2016-04-01}
      - {name: Graham Tolley, role: lay, title: Lay Member, vice_chair: true, voting: true, from: 2016-04-01}
      - {name: Sunita Kaur, role: executive, title: Accountable Officer, voting: true, from: 2016-04-01}
      - {name: Dr Piers Antrobus, role: gp, title: GP, practice: Millrace Surgery, voting: false, from: 2016-04-01}
"""
REGISTER = """\
Name,Role,Interest,Organisation,Type,Direct or indirect,From,To,Action taken to mitigate risk,Date declared
Ruth Penhale,Lay Member,Nil,,,,,,,01/10/2017
Graham Tolley,Lay Member,Nil,,,,,,,01/10/2017
Sunita Kaur,Accountable Officer,Nil,,,,,,,01/10/2017
Dr Piers Antrobus,GP,GP partner,Millrace Surgery,Financial,Direct,01/04/2010,Present,Declare at meetings,01/10/2017
"""
AGENDA = """\
NHS Aberwick CCG
Primary Care Commissioning Committee
Agenda for the meeting on 6 March 2018

1. Welcome and apologies
2. Declarations of interest
3. {item}
4. Date of next meeting
"""


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], prog_name="coi-audit")


@cache
def run_once(*arguments: str | Path) -> Result:
    """For the slow commands that several tests look at."""
    return run(*arguments)


def document(result: Result) -> Any:
    """Standard output as JSON: all of it, or the test fails."""
    return json.loads(result.stdout)


def said_plainly(result: Result, code: ExitCode, *words: str) -> None:
    assert result.exit_code == code, result.output
    assert isinstance(result.exception, SystemExit)
    assert "Traceback" not in result.output
    assert result.stdout == ""
    for word in words:
        assert word in result.stderr


def case_folder(folder: Path, *, item: str = "Quality report (for information)", body: str = BODY) -> Path:
    meeting = folder / "meetings" / "2018-03-06-pccc"
    meeting.mkdir(parents=True)
    (folder / "body.yaml").write_text(body, encoding="utf-8")
    (folder / "register 2017-10.csv").write_text(REGISTER, encoding="utf-8")
    (meeting / "agenda.txt").write_text(AGENDA.format(item=item), encoding="utf-8")
    return folder


def commands(group: click.Command = main, *before: str) -> list[tuple[str, ...]]:
    """Every command and command group, as typed."""
    if not isinstance(group, click.Group):
        return [before]
    below = [path for name, one in group.commands.items() for path in commands(one, *before, name)]
    return [*([before] if before else []), *below]


@pytest.mark.parametrize("typed", commands(), ids=" ".join)
def test_every_help_text_has_an_example_that_is_understood(typed: tuple[str, ...]) -> None:
    told = run(*typed, "--help")
    assert told.exit_code == ExitCode.CLEAN
    assert "Example:" in told.stdout
    example = next(line.split() for line in told.stdout.split("Example:")[1].splitlines() if "coi-audit " in line)
    assert example[0] == "coi-audit"
    assert tuple(example[1 : 1 + len(typed)]) == typed
    assert run(*[word for word in example[1:] if not word.startswith("<")], "--help").exit_code == ExitCode.CLEAN


@pytest.mark.parametrize("typed", [one for one in commands() if one[-1:] != ("rules",)], ids=" ".join)
def test_every_command_takes_json(typed: tuple[str, ...]) -> None:
    assert "--json" in run(*typed, "--help").stdout


def test_the_version() -> None:
    assert run("--version").stdout == f"coi-audit, version {__version__}\n"


@pytest.mark.parametrize(
    "typed",
    [
        ("frobnicate",),
        ("audit",),
        ("audit", ".", "--meeting", "2018-02-06"),
        ("check", ".", "--as-of", "06/02/2018"),
        ("check", ".", "--as-of", "2018-02-30"),
        ("audit", ".", "--from", "2018-02-01", "--to", "2018-01-01"),
        ("resolve", "names.csv", "--on", "2018-01-01"),
        ("new", "folder", "--kind", "trust"),
        ("rules",),
    ],
    ids=" ".join,
)
def test_a_command_mistyped_is_told_how_to_type_it(typed: tuple[str, ...]) -> None:
    told = run(*typed)
    assert told.exit_code == ExitCode.USAGE
    assert "Usage: coi-audit" in told.output
    assert "%Y" not in told.output


# The rulebook


def test_rules_list_shows_every_rule() -> None:
    book = app.rulebook_of(paths.rules_folder())
    told = run("rules", "list")
    assert told.exit_code == ExitCode.CLEAN
    listed = document(run("rules", "list", "--json"))
    assert [one["id"] for one in listed["rules"]] == sorted(book.rules)
    assert all(one in told.stdout for one in book.rules)


def test_rules_show_gives_versions_sources_and_examples() -> None:
    told = run("rules", "show", "mtg-07")
    assert told.exit_code == ExitCode.CLEAN
    assert "MTG-07" in told.stdout
    shown = document(run("rules", "show", "MTG-07", "--json"))
    assert shown["id"] == "MTG-07"
    assert all(one["citation"]["source"] for one in shown["versions"])


def test_an_unknown_rule_is_told_with_the_nearest() -> None:
    said_plainly(run("rules", "show", "MTG-7"), ExitCode.UNUSABLE, 'There is no rule "MTG-7"', "MTG-07")
    said_plainly(run("rules", "show", "QQQ"), ExitCode.UNUSABLE, "coi-audit rules list")


def test_rules_test_runs_every_case() -> None:
    told = document(run("rules", "test", "--json"))
    assert told["wrong"] == []
    assert told["rules"] == len(app.rulebook_of(paths.rules_folder()).rules)
    assert told["cases"] > told["rules"]


@pytest.fixture
def bent_rulebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    rules = tmp_path / "rules"
    shutil.copytree(paths.rules_folder(), rules)
    monkeypatch.setattr(paths, "rules_folder", lambda: rules)
    return rules


def test_a_wrong_rulebook_stops_every_command(bent_rulebook: Path) -> None:
    rule = bent_rulebook / "recusal" / "MTG-07.yaml"
    rule.write_text(rule.read_text(encoding="utf-8") + "severity: low\n", encoding="utf-8")
    for typed in (("rules", "list"), ("rules", "test"), ("audit", NORTHFIELD, *AS_OF), ("check", NORTHFIELD, *AS_OF)):
        said_plainly(run(*typed), ExitCode.RULEBOOK, "MTG-07.yaml", "severity")


# Titles and names


def test_classify_answers_in_order_and_echoes_other_columns(tmp_path: Path) -> None:
    file = tmp_path / "titles.csv"
    file.write_text("page,title\n4,Local incentive scheme\n2,Minutes of the last meeting\n", encoding="utf-8")
    told = document(run("classify", file, "--json"))["results"]
    assert [(one["page"], one["title"]) for one in told] == [
        ("4", "Local incentive scheme"),
        ("2", "Minutes of the last meeting"),
    ]
    assert told[1]["decision_type"] is None
    assert "Local incentive scheme" in run("classify", file).stdout.replace("\n", " ")


def test_resolve_answers_in_order_and_finds_lists_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "names.csv"
    file.write_text("mention\nMillrace Surgery\nNobody of This Name\n", encoding="utf-8")
    lists = tmp_path / "lists"
    lists.mkdir()
    row = ["Z98001", "MILLRACE SURGERY", *[""] * 8, "20100401", "", "A", "", "98X", *[""] * 10, "4", ""]
    (lists / "epraccur.csv").write_text(",".join(row) + "\n", encoding="utf-8")
    monkeypatch.setenv("COI_AUDIT_ORGANISATIONS", str(lists))
    told = document(run("resolve", file, "--body", "98X", "--on", "2017-10-01", "--json"))["results"]
    assert [(one["mention"], one["outcome"], one["ods_code"]) for one in told] == [
        ("Millrace Surgery", "matched", "Z98001"),
        ("Nobody of This Name", "none", None),
    ]
    said_plainly(
        run("resolve", file, "--body", "98X", "--on", "2017-10-01", "--organisations", tmp_path / "no"),
        ExitCode.UNUSABLE,
        "There is no such folder of organisation lists",
    )


@pytest.mark.parametrize(("command", "column"), [("classify", "title"), ("resolve", "mention")])
def test_a_csv_without_its_column_is_told_which(tmp_path: Path, command: str, column: str) -> None:
    file = tmp_path / "list.csv"
    more = ("--body", "98X", "--on", "2017-10-01") if command == "resolve" else ()
    file.write_text("heading\nsomething\n", encoding="utf-8")
    said_plainly(run(command, file, *more), ExitCode.UNUSABLE, "list.csv", f'"{column}"', '"heading"')
    file.write_text("", encoding="utf-8")
    said_plainly(run(command, file, *more), ExitCode.UNUSABLE, "list.csv", "empty", "To fix:")
    file.unlink()
    said_plainly(run(command, file, *more), ExitCode.UNUSABLE, "list.csv", "To fix:")


# One paper, and a folder to start with


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
    told = run("check", case_folder(tmp_path / "a b"), "--as-of", "2018-03-01")
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
    assert [one["date"] for one in told["meetings"]] == ["2017-09-05", "2017-12-05"]
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
