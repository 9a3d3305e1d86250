"""What every command shares: options, messages, exit codes, progress, where the lists are."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit.errors import ExitCode, UserError

# Whether a path can be read is told by whoever reads it, with where and how to mend it.
FOLDER = click.Path(path_type=Path, readable=False)


class _Day(click.ParamType[date]):
    """A day as year-month-day, the one order that nobody reads two ways."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        written = str(value).strip()
        if not re.fullmatch(r"\d{4}-\d\d-\d\d", written):
            self.fail(f'"{written}" is not a date. Give year, month and day, e.g. 2017-09-05.', param, ctx)
        try:
            return date.fromisoformat(written)
        except ValueError:
            self.fail(f'there is no such day as "{written}".', param, ctx)


DATE = _Day()


def guarded(command: Callable[..., ExitCode | None]) -> Callable[..., None]:
    """Turn what a person can mend into one plain message and the contract's exit code."""

    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        _never_stumble_over_a_sign()
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


def _never_stumble_over_a_sign() -> None:
    """A terminal that does not speak UTF-8 shows a question mark for a tick; it does not end the command."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _say_error(error: UserError) -> None:
    if error.where:
        click.secho(error.where, err=True, bold=True)
    click.echo(error.problem[:1].upper() + error.problem[1:], err=True)
    if error.fix:
        click.echo(f"To fix: {error.fix}", err=True)


@contextmanager
def late_progress(enabled: bool) -> Iterator[Callable[[str, int, int], None] | None]:
    """A progress line on standard error, shown only on a terminal and only once work has taken two seconds."""
    if not enabled or not sys.stderr.isatty():
        yield None
        return
    from coi_audit.report.progress import late_progress as shown_late

    with shown_late(sys.stderr) as report:
        yield report


def as_of_or_today(value: date | None) -> tuple[date, bool]:
    """The as-of date and whether it was given: the one place that reads the clock."""
    return (value, True) if value is not None else (date.today(), False)  # noqa: DTZ011 - the user's own day


def lists_folder(given: Path | None) -> Path | None:
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
    try:
        return folder if folder.is_dir() else None
    except OSError:  # somebody else's home
        return None


def print_json(document: object) -> None:
    """A document as JSON to standard output."""
    print_text(json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False))


def print_text(text: str) -> None:
    """To standard output in UTF-8, as JSON must be, whatever the terminal speaks."""
    click.echo((text + "\n").encode("utf-8"), nl=False)


json_option = click.option(
    "--json", "as_json", is_flag=True, help="Print JSON to standard output, and nothing else there."
)
as_of_option = click.option("--as-of", type=DATE, help="The day to speak for (YYYY-MM-DD). Default: today.")
lists_option = click.option(
    "--organisations", type=FOLDER, help="Folder of NHS organisation lists (or set COI_AUDIT_ORGANISATIONS)."
)
