"""Titles to decision types, names to organisations: one record a row."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from coi_audit import paths
from coi_audit.cli.support import DATE, FOLDER, guarded, json_option, lists_folder, lists_option, print_json
from coi_audit.errors import ExitCode
from coi_audit.model.organisations import no_list_among

if TYPE_CHECKING:
    from coi_audit.app import Answers


@click.command()
@click.argument("file", type=FOLDER)
@json_option
@guarded
def classify(file: Path, as_json: bool) -> ExitCode:
    """Agenda titles to decision types: a CSV with a `title` column in, one record a row out.

    \b
    Example:
      coi-audit classify titles.csv --json
    """
    from coi_audit import app

    answers = app.classify_file(file, rules=paths.rules_folder())
    return _answer(answers, as_json, ("title", "decision_type", "scope", "purpose", "parties"))


@click.command()
@click.argument("file", type=FOLDER)
@click.option("--body", required=True, help="ODS code of the commissioner, e.g. 99Z.")
@click.option("--on", "day", type=DATE, required=True, help="The day the names are asked for.")
@lists_option
@json_option
@guarded
def resolve(file: Path, body: str, day: date, organisations: Path | None, as_json: bool) -> ExitCode:
    """Names to organisations: a CSV with a `mention` column in, one record a row out.

    \b
    Example:
      coi-audit resolve names.csv --body 99Z --on 2017-09-05 --organisations lists/
    """
    from coi_audit import app

    answers = app.resolve_file(file, organisations=lists_folder(organisations), body_code=body, on=day)
    if told := no_list_among(answers.lists):
        click.echo(told, err=True)
    return _answer(answers, as_json, ("mention", "outcome", "ods_code", "name", "because"))


def _answer(answers: Answers, as_json: bool, columns: tuple[str, ...]) -> ExitCode:
    from rich.console import Console
    from rich.table import Table

    from coi_audit.report.as_json import answers_document

    if as_json:
        print_json(answers_document(answers.results, answers.rejected, answers.lists))
    else:
        table = Table(*columns)
        for row in answers.results:
            table.add_row(*(_cell(row.get(column)) for column in columns))
        Console().print(table)
        for one in answers.rejected:
            click.echo(one.sentence(), err=True)
    return ExitCode.INCOMPLETE if answers.rejected else ExitCode.CLEAN


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part.get("name", part)) if isinstance(part, dict) else str(part) for part in value)
    return "" if value is None else str(value)
