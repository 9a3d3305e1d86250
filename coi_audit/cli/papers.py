"""What was read of one paper."""

from __future__ import annotations

from pathlib import Path

import click

from coi_audit.cli.support import FOLDER, guarded, json_option, print_json
from coi_audit.cli.writable import check_file_path
from coi_audit.errors import ExitCode


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
