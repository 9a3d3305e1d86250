"""After a quarter or a year: the audit, and the assurance report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.shown import show
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
)
from coi_audit.cli.writable import check_pdf_path
from coi_audit.errors import ExitCode


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

    show(result, as_json, audit_view, [pdf] if pdf is not None else [])
    return app.exit_code_of(result)
