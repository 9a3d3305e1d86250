"""The two main jobs, before and after a meeting, and what was read of one paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.support import (
    DATE,
    FOLDER,
    as_of_option,
    as_of_or_today,
    guarded,
    json_option,
    late_progress,
    lists_folder,
    lists_option,
    print_json,
    print_text,
)
from coi_audit.cli.writable import check_file_path, check_pdf_path
from coi_audit.errors import ExitCode


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--meeting", type=DATE, help="The meeting's date. Default: the first on or after the as-of date.")
@as_of_option
@lists_option
@click.option("--pdf", type=FOLDER, help="Write the secretary's pack here.")
@json_option
@guarded
def check(
    folder: Path,
    meeting: date | None,
    as_of: date | None,
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

    day, given = as_of_or_today(as_of)
    check_pdf_path(pdf)
    with late_progress(not as_json) as progress:
        audit = app.check_meeting(
            folder,
            rules=paths.rules_folder(),
            organisations=lists_folder(organisations),
            as_of=day,
            as_of_given=given,
            meeting=meeting,
            progress=progress,
        )
        if pdf is not None:
            app.write_pack(audit, pdf, rulebook=app.rulebook_of(paths.rules_folder()))
    from coi_audit.report.terminal import check_view

    _show(audit, as_json, check_view, pdf)
    return app.exit_code_of(audit)


def _asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on what to audit, given to the command as one value, `asked`."""

    @click.option("--from", "start", type=DATE, help="First day of the period.")
    @click.option("--to", "end", type=DATE, help="Last day of the period, included.")
    @click.option("--edition", help="What if: judge everything under one edition, e.g. SG14, and tell the difference.")
    @wraps(command)
    def run(*args: Any, start: date | None, end: date | None, edition: str | None, **kwargs: Any) -> None:
        if start and end and end < start:
            raise click.BadParameter("the last day is before the first.", param_hint="--to")
        command(*args, asked={"from_": start, "to": end, "edition": edition}, **kwargs)

    return run


@click.command()
@click.argument("folder", type=FOLDER)
@_asked_options
@as_of_option
@lists_option
@click.option("--pdf", type=FOLDER, help="Write the assurance report here.")
@json_option
@guarded
def audit(
    folder: Path,
    asked: dict[str, Any],
    as_of: date | None,
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

    day, given = as_of_or_today(as_of)
    check_pdf_path(pdf)
    with late_progress(not as_json) as progress:
        result = app.audit_folder(
            folder,
            rules=paths.rules_folder(),
            organisations=lists_folder(organisations),
            as_of=day,
            as_of_given=given,
            asked=app.Asked(**asked),
            progress=progress,
        )
        if pdf is not None:
            app.write_report(result, pdf, rulebook=app.rulebook_of(paths.rules_folder()))
    from coi_audit.report.terminal import audit_view

    _show(result, as_json, audit_view, pdf)
    return app.exit_code_of(result)


def _show(audit: Any, as_json: bool, view: Callable[[Any], Any], pdf: Path | None) -> None:
    if as_json:
        from coi_audit.report.as_json import json_text

        print_text(json_text(audit))
        return
    from rich.console import Console

    Console().print(view(audit))
    if pdf is not None:
        click.echo(f"Written: {pdf}")


@click.command()
@click.argument("file", type=FOLDER)
@click.option(
    "--against", type=FOLDER, help="An earlier edition of the register: what was added, changed, ended, gone."
)
@click.option("--page", type=FOLDER, help="Write it as a page for the browser: what stood there, what it was read as.")
@json_option
@guarded
def read(file: Path, against: Path | None, page: Path | None, as_json: bool) -> ExitCode:
    """What was understood of one document: its records, each with the place it was read, the doubtful first.

    \b
    Example:
      coi-audit read northfield-ccg/register-2017-04.xlsx --page read.html
      coi-audit read register-2018-04.xlsx --against register-2017-04.xlsx
    """
    from coi_audit import app
    from coi_audit.report.editions_text import editions_json, editions_view

    check_file_path(page, what="the page", option="--page")
    result = app.read_file(file)
    if page is not None:
        app.write_reading(result, page)
    compared = app.compare_registers(file, against=against) if against is not None else None
    if as_json:
        print_json(result.as_json() | ({"against": editions_json(compared)} if compared is not None else {}))
    else:
        from rich.console import Console

        from coi_audit.report.read_text import read_view

        Console().print(read_view(result))
        if compared is not None:
            Console().print(editions_view(compared))
        if page is not None:
            click.echo(f"Written: {page}")
    return ExitCode.INCOMPLETE if result.rejected else ExitCode.CLEAN
