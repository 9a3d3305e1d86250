"""The command line as a person types it: help, mistakes, the rulebook, titles and names."""

from __future__ import annotations

import shutil
from pathlib import Path

import click
import pytest
from cli_runs import AS_OF, NORTHFIELD, document, run, said_plainly

from coi_audit import __version__, app, paths
from coi_audit.cli import main
from coi_audit.errors import ExitCode


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


@pytest.mark.parametrize(
    "typed", [one for one in commands() if not isinstance(main.commands[one[0]], click.Group) or one[1:]], ids=" ".join
)
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
