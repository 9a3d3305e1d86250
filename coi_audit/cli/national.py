"""Every body at once, for NHS England or a shared audit service."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from coi_audit import paths
from coi_audit.cli.support import (
    FOLDER,
    as_of_option,
    as_of_or_today,
    guarded,
    json_option,
    late_progress,
    lists_folder,
    lists_option,
    print_json,
)
from coi_audit.cli.writable import check_out_folder
from coi_audit.errors import ExitCode


@click.command()
@click.argument("folders", nargs=-1, required=True, type=FOLDER)
@click.option("--out", type=FOLDER, default=Path("coi-audit-national"), help="Folder to write to, kept for next time.")
@click.option("--reports", is_flag=True, help="Write each body's own assurance report too.")
@as_of_option
@lists_option
@json_option
@guarded
def national(
    folders: tuple[Path, ...],
    out: Path,
    reports: bool,
    as_of: date | None,
    organisations: Path | None,
    as_json: bool,
) -> ExitCode:
    """Many bodies at once: who is ready now, soon or later, and what shows only side by side.

    Give case folders, or folders that hold case folders. Run again, only what changed is audited anew.
    Writes national.pdf, national.xlsx and national.json, and each body's audit in a folder of its own.

    \b
    Example:
      coi-audit national bodies --out national-2018
    """
    from coi_audit import app

    day, given = as_of_or_today(as_of)
    check_out_folder(out)
    request = app.NationalRequest(paths.rules_folder(), lists_folder(organisations), day, given, reports)
    with late_progress(not as_json) as progress:
        found = app.audit_bodies(list(folders), out, request=request, progress=progress)
        written = app.write_national(found, out, rules=request.rules)
    from coi_audit.report.national_text import national_document, national_view

    if as_json:
        print_json(national_document(found))
    else:
        from rich.console import Console

        Console(highlight=False).print(national_view(found))
        for path in written:
            click.echo(f"Written: {path}")
    return app.exit_code_of_national(found)
