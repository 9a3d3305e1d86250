"""The command line: it parses, calls `app`, prints, and ends with the documented exit code."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import __version__, paths
from coi_audit.errors import ExitCode, UserError

_DATE = click.DateTime(formats=["%Y-%m-%d"])
_FOLDER = click.Path(path_type=Path)
_DEMO_AS_OF = date(2018, 1, 15)


def _guarded(command: Callable[..., ExitCode | None]) -> Callable[..., None]:
    """Turn what a person can mend into one plain message and the contract's exit code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        try:
            code = command(*args, **kwargs)
        except UserError as error:
            _say_error(error)
            sys.exit(int(error.exit_code))
        except BrokenPipeError:
            sys.stderr.close()
            sys.exit(int(ExitCode.CLEAN))
        sys.exit(int(code or ExitCode.CLEAN))

    return run


def _say_error(error: UserError) -> None:
    if error.where:
        click.secho(error.where, err=True, bold=True)
    click.echo(error.problem[:1].upper() + error.problem[1:], err=True)
    if error.fix:
        click.echo(f"To fix: {error.fix}", err=True)


@contextmanager
def _progress(enabled: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress line on standard error, shown only on a terminal and only once work has taken two seconds."""
    if not enabled or not sys.stderr.isatty():
        yield None
        return
    from coi_audit.report.progress import late_progress

    with late_progress(sys.stderr) as report:
        yield report


def _day(value: datetime | None) -> date | None:
    return value.date() if value is not None else None


def _today(value: datetime | None) -> tuple[date, bool]:
    """The as-of date and whether it was given: the one place that reads the clock."""
    return (value.date(), True) if value is not None else (date.today(), False)  # noqa: DTZ011 - the user's own day


def _lists_folder(given: Path | None) -> Path | None:
    """Where the national lists are: as given, by the environment, else the user's own data folder if it is there."""
    if given is not None or (named := os.environ.get("COI_AUDIT_ORGANISATIONS")):
        folder = given or Path(named or "")
        if not folder.is_dir():
            raise UserError(
                "there is no such folder of organisation lists.",
                where=str(folder),
                fix="give the folder that holds files such as epraccur.csv, or leave --organisations out.",
            )
        return folder
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    folder = Path(base) / "coi-audit" / "organisations"
    return folder if folder.is_dir() else None


def _print_json(document: object) -> None:
    click.echo(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False))


_json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON to standard output, and nothing else there."
)
_as_of_option = click.option("--as-of", type=_DATE, help="The day to speak for (YYYY-MM-DD). Default: today.")
_lists_option = click.option(
    "--organisations", type=_FOLDER, help="Folder of NHS organisation lists (or set COI_AUDIT_ORGANISATIONS)."
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="coi-audit")
def main() -> None:
    """Conflict-of-interest audit of NHS commissioning bodies, from their own papers.

    Put one body's register, agendas and minutes in a folder, then:

    \b
      coi-audit demo                      see it work on invented papers
      coi-audit new northfield-ccg        start a folder
      coi-audit check northfield-ccg      before a meeting: who must do what
      coi-audit audit northfield-ccg --pdf report.pdf
    """


@main.command()
@click.option("--out", type=_FOLDER, help="Folder to write to. Default: a new folder where you stand.")
@click.option("--json", "as_json", is_flag=True, help="Print the paths as JSON.")
@_guarded
def demo(out: Path | None, as_json: bool) -> ExitCode:
    """Audit the invented sample bodies and write their reports.

    \b
    Example:
      coi-audit demo --out my-first-look
    """
    from coi_audit import app

    folder = out or _new_folder(Path.cwd() / "coi-audit-demo")
    with _progress(not as_json) as progress:
        written = app.demo(
            paths.sample_data_folder(), folder, rules=paths.rules_folder(), as_of=_DEMO_AS_OF, progress=progress
        )
    if as_json:
        _print_json({"written": [str(path) for path in written]})
    else:
        click.echo("Written:")
        for path in written:
            click.echo(f"  {path}")
    return ExitCode.CLEAN


def _new_folder(wanted: Path) -> Path:
    folder, count = wanted, 1
    while folder.exists():
        count += 1
        folder = wanted.with_name(f"{wanted.name}-{count}")
    return folder


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--from", "register", type=_FOLDER, help="A register of interests to take the members from.")
@click.option("--name", help="The body's name, e.g. NHS Northfield CCG.")
@click.option("--ods-code", help="The body's ODS code, e.g. 99Z.")
@click.option("--kind", type=click.Choice(["ccg", "icb"]), help="What the body is.")
@_guarded
def new(folder: Path, register: Path | None, name: str | None, ods_code: str | None, kind: str | None) -> ExitCode:
    """Start a case folder: body.yaml and the places for papers. Asks for what is not given.

    \b
    Example:
      coi-audit new northfield-ccg --from register.xlsx
    """
    from coi_audit import app

    asking = sys.stdin.isatty()
    name = name or (click.prompt("Name of the body") if asking else "NHS body to be named")
    kind = kind or (click.prompt("Kind", type=click.Choice(["ccg", "icb"]), default="ccg") if asking else "ccg")
    ods_code = ods_code or (click.prompt("ODS code (leave empty if not known)", default="") if asking else "") or None
    for path in app.start(folder, name=name, ods_code=ods_code, kind=kind, register=register):
        click.echo(f"Written: {path}")
    click.echo(
        "Next: check body.yaml, then put the registers here and each meeting's papers in meetings/<date>-<committee>/."
    )
    return ExitCode.CLEAN


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--meeting", type=_DATE, help="The meeting's date. Default: the first on or after the as-of date.")
@_as_of_option
@_lists_option
@click.option("--pdf", type=_FOLDER, help="Write the secretary's pack here.")
@_json_option
@_guarded
def check(
    folder: Path,
    meeting: datetime | None,
    as_of: datetime | None,
    organisations: Path | None,
    pdf: Path | None,
    as_json: bool,
) -> ExitCode:
    """Before a meeting: who is conflicted on which item, what to do, quorum, chair, papers to withhold.

    \b
    Example:
      coi-audit check northfield-ccg --meeting 2018-02-06 --pdf pack.pdf
    """
    from coi_audit import app

    day, given = _today(as_of)
    with _progress(not as_json) as progress:
        audit = app.check_meeting(
            folder,
            rules=paths.rules_folder(),
            organisations=_lists_folder(organisations),
            as_of=day,
            as_of_given=given,
            meeting=_day(meeting),
            progress=progress,
        )
        if pdf is not None:
            app.write_pack(audit, pdf, rules=paths.rules_folder())
    _show(audit, as_json, app.check_view, pdf)
    return app.exit_code_of(audit)


@main.command()
@click.argument("folder", type=_FOLDER)
@click.option("--from", "start", type=_DATE, help="First day of the period.")
@click.option("--to", "end", type=_DATE, help="Last day of the period, included.")
@_as_of_option
@_lists_option
@click.option("--pdf", type=_FOLDER, help="Write the assurance report here.")
@_json_option
@_guarded
def audit(
    folder: Path,
    start: datetime | None,
    end: datetime | None,
    as_of: datetime | None,
    organisations: Path | None,
    pdf: Path | None,
    as_json: bool,
) -> ExitCode:
    """After a quarter or a year: findings with evidence, and an assurance opinion.

    \b
    Example:
      coi-audit audit northfield-ccg --from 2017-04-01 --to 2018-03-31 --pdf report.pdf
    """
    from coi_audit import app

    day, given = _today(as_of)
    with _progress(not as_json) as progress:
        result = app.audit_folder(
            folder,
            rules=paths.rules_folder(),
            organisations=_lists_folder(organisations),
            as_of=day,
            as_of_given=given,
            period=app.Period(_day(start), _day(end)),
            progress=progress,
        )
        if pdf is not None:
            app.write_report(result, pdf, rules=paths.rules_folder())
    _show(result, as_json, app.audit_view, pdf)
    return app.exit_code_of(result)


def _show(audit: Any, as_json: bool, view: Callable[[Any], Any], pdf: Path | None) -> None:
    from coi_audit import app

    if as_json:
        click.echo(app.json_text(audit))
        return
    from rich.console import Console

    Console().print(view(audit))
    if pdf is not None:
        click.echo(f"Written: {pdf}")


@main.command()
@click.argument("file", type=_FOLDER)
@_json_option
@_guarded
def read(file: Path, as_json: bool) -> ExitCode:
    """What was understood of one document: its records, each with the place it was read.

    \b
    Example:
      coi-audit read northfield-ccg/register-2017-04.xlsx
    """
    from coi_audit import app

    result = app.read_file(file)
    if as_json:
        _print_json(result.document())
    else:
        from rich.console import Console

        Console().print(app.read_view(result))
    return ExitCode.INCOMPLETE if result.rejected else ExitCode.CLEAN


@main.command()
@click.argument("file", type=_FOLDER)
@_json_option
@_guarded
def classify(file: Path, as_json: bool) -> ExitCode:
    """Agenda titles to decision types: a CSV with a `title` column in, one record a row out.

    \b
    Example:
      coi-audit classify titles.csv --json
    """
    from coi_audit import app

    results = app.classify_file(file, rules=paths.rules_folder())
    columns = ("title", "decision_type", "scope", "purpose", "parties")
    _results(results, as_json, columns)
    return ExitCode.CLEAN


@main.command()
@click.argument("file", type=_FOLDER)
@click.option("--body", required=True, help="ODS code of the commissioner, e.g. 99Z.")
@click.option("--on", "day", type=_DATE, required=True, help="The day the names are asked for.")
@_lists_option
@_json_option
@_guarded
def resolve(file: Path, body: str, day: datetime, organisations: Path | None, as_json: bool) -> ExitCode:
    """Names to organisations: a CSV with a `mention` column in, one record a row out.

    \b
    Example:
      coi-audit resolve names.csv --body 99Z --on 2017-09-05 --organisations lists/
    """
    from coi_audit import app

    results = app.resolve_file(file, organisations=_lists_folder(organisations), body_code=body, on=day.date())
    _results(results, as_json, ("mention", "outcome", "ods_code", "name", "because"))
    return ExitCode.CLEAN


def _results(results: list[Any], as_json: bool, columns: tuple[str, ...]) -> None:
    if as_json:
        _print_json({"results": results})
        return
    from rich.console import Console
    from rich.table import Table

    table = Table(*columns)
    for row in results:
        table.add_row(*(_cell(row.get(column)) for column in columns))
    Console().print(table)


def _cell(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return ", ".join(str(part.get("name", part)) if isinstance(part, dict) else str(part) for part in value)
    return "" if value is None else str(value)


@main.group()
def rules() -> None:
    """The rulebook: what is tested, since when, and who says so.

    \b
    Example:
      coi-audit rules show MTG-07
    """


@rules.command("list")
@_json_option
@_guarded
def rules_list(as_json: bool) -> ExitCode:
    """Every rule with its title, severity and the dates its versions were in force.

    \b
    Example:
      coi-audit rules list
    """
    from coi_audit import app

    book = app.rulebook_of(paths.rules_folder())
    if as_json:
        _print_json(app.rules_document(book))
    else:
        from rich.console import Console

        Console().print(app.rules_view(book))
    return ExitCode.CLEAN


@rules.command("show")
@click.argument("rule_id")
@_json_option
@_guarded
def rules_show(rule_id: str, as_json: bool) -> ExitCode:
    """One rule: what it asks, its versions with their sources, and its worked examples.

    \b
    Example:
      coi-audit rules show MTG-07
    """
    from coi_audit import app

    rule = app.rule_of(paths.rules_folder(), rule_id)
    if as_json:
        _print_json(app.rule_document(rule))
    else:
        from rich.console import Console

        Console().print(app.rule_view(rule))
    return ExitCode.CLEAN


@rules.command("test")
@_json_option
@_guarded
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
        _print_json({"cases": len(results), "rules": len({one.rule_id for one in results}), "wrong": wrong})
    else:
        for sentence in wrong:
            click.echo(sentence)
        click.echo(f"{len(results)} cases of {len({one.rule_id for one in results})} rules: {len(wrong)} wrong.")
    return ExitCode.RULEBOOK if wrong else ExitCode.CLEAN


if __name__ == "__main__":
    main()
