"""The registers of one body, kept for itself or published."""

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
@click.argument("folder", type=FOLDER)
@click.option("--out", type=FOLDER, required=True, help="Folder to write to; files of the same name are replaced.")
@click.option(
    "--public", is_flag=True, help="For publication: names of relatives, what is withheld, and the past left out."
)
@as_of_option
@lists_option
@json_option
@guarded
def registers(
    folder: Path,
    out: Path,
    public: bool,
    as_of: date | None,
    organisations: Path | None,
    as_json: bool,
) -> ExitCode:
    """The registers of interests, of gifts and hospitality and of procurement decisions, from the body's papers.

    Each as a workbook, a CSV file, a web page and a PDF; without --public also the forms, filled from the records.

    \b
    Example:
      coi-audit registers northfield-ccg --out registers --as-of 2018-01-15
      coi-audit registers northfield-ccg --out website --public
    """
    from coi_audit.app.registers import RegistersAsked, exit_code_of_registers, write_registers

    day, _ = as_of_or_today(as_of)
    check_out_folder(out)
    asked = RegistersAsked(paths.rules_folder(), lists_folder(organisations), day, public)
    with late_progress(not as_json) as progress:
        written = write_registers(folder, out, asked=asked, progress=progress)
    if as_json:
        print_json(written.as_json())
    else:
        from coi_audit.report.registers.told_text import written_lines

        counted = [(table, files) for table, files in written.tables]
        for line in written_lines(written.kept, counted, written.forms):
            click.echo(line)
    return exit_code_of_registers(written)
