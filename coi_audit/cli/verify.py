"""A report looked at again by whoever was handed it."""

from __future__ import annotations

from pathlib import Path

import click

from coi_audit import paths
from coi_audit.cli.support import FOLDER, guarded, json_option, late_progress, lists_folder, lists_option, print_json
from coi_audit.errors import ExitCode


@click.command()
@click.argument("report", type=FOLDER)
@click.argument("folder", type=FOLDER, required=False)
@click.option("--store", help="Does this store still hold the trail that the report was made from?")
@lists_option
@json_option
@guarded
def verify(report: Path, folder: Path | None, store: str | None, organisations: Path | None, as_json: bool) -> ExitCode:
    """Is a report whole, and do its rules, its papers and a re-run still say the same?

    \b
    Example:
      coi-audit verify report.pdf northfield-ccg
      coi-audit verify report.pdf --store northfield.sqlite3
    """
    from coi_audit import app

    with late_progress(not as_json) as progress:
        found = app.verify_report(
            report,
            folder,
            rules=paths.rules_folder(),
            organisations=lists_folder(organisations),
            progress=progress,
        )
        if store is not None:
            from coi_audit.app.verify_store import with_trail

            found = with_trail(found, report, store)
    from coi_audit.report.recheck_text import recheck_document, recheck_view

    if as_json:
        print_json(recheck_document(found))
    else:
        from rich.console import Console

        Console(highlight=False).print(recheck_view(found))
    return ExitCode.CLEAN if found.clean else ExitCode.FINDINGS
