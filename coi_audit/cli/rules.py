"""The rulebook on the command line."""

from __future__ import annotations

from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.support import guarded, json_option, print_json, print_text
from coi_audit.errors import ExitCode


@click.group()
def rules() -> None:
    """The rulebook: what is tested, since when, and who says so.

    \b
    Example:
      coi-audit rules show MTG-07
    """


@rules.command("list")
@json_option
@guarded
def rules_list(as_json: bool) -> ExitCode:
    """Every rule with its title, severity and the dates its versions were in force.

    \b
    Example:
      coi-audit rules list
    """
    from coi_audit import app
    from coi_audit.report.rules_text import rules_document, rules_view

    book = app.rulebook_of(paths.rules_folder())
    _show_rules(as_json, rules_document(book), rules_view(book))
    return ExitCode.CLEAN


@rules.command("show")
@click.argument("rule_id")
@json_option
@guarded
def rules_show(rule_id: str, as_json: bool) -> ExitCode:
    """One rule: what it asks, its versions with their sources, and its worked examples.

    \b
    Example:
      coi-audit rules show MTG-07
    """
    from coi_audit import app
    from coi_audit.report.rules_text import rule_document, rule_view

    rule = app.rule_of(paths.rules_folder(), rule_id)
    _show_rules(as_json, rule_document(rule), rule_view(rule))
    return ExitCode.CLEAN


def _show_rules(as_json: bool, document: dict[str, Any], view: Any) -> None:
    if as_json:
        print_json(document)
        return
    from rich.console import Console

    Console().print(view)


@rules.command("coverage")
@json_option
@click.option("--markdown", is_flag=True, help="Print the page docs/coverage.md instead.")
@guarded
def rules_coverage(as_json: bool, markdown: bool) -> ExitCode:
    """Every clause of the sources: the rules that test it, the question to ask, or that nothing covers it.

    \b
    Example:
      coi-audit rules coverage
    """
    from coi_audit import app
    from coi_audit.report.coverage_text import coverage_document, coverage_markdown, coverage_view

    book = app.rulebook_of(paths.rules_folder())
    if markdown and not as_json:
        print_text(coverage_markdown(book).rstrip("\n"))
        return ExitCode.CLEAN
    _show_rules(as_json, coverage_document(book), coverage_view(book))
    return ExitCode.CLEAN


@rules.command("test")
@json_option
@guarded
def rules_test(as_json: bool) -> ExitCode:
    """Run every worked example of every rule.

    \b
    Example:
      coi-audit rules test
    """
    from coi_audit import app

    results = app.test_rules(paths.rules_folder())
    wrong = [f"{one.rule_id}, {one.case.name}: {'; '.join(one.problems)}" for one in results if not one.as_expected]
    if as_json:
        print_json({"cases": len(results), "rules": len({one.rule_id for one in results}), "wrong": wrong})
    else:
        for sentence in wrong:
            click.echo(sentence)
        click.echo(f"{len(results)} cases of {len({one.rule_id for one in results})} rules: {len(wrong)} wrong.")
    return ExitCode.RULEBOOK if wrong else ExitCode.CLEAN
