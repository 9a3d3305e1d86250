"""Before a meeting: who is conflicted on what, and the secretary's pack."""

from __future__ import annotations

from datetime import date
from pathlib import Path

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
from coi_audit.cli.writable import check_file_path, check_pdf_path
from coi_audit.errors import ExitCode


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--meeting", type=DATE, help="The meeting's date. Default: the first on or after the as-of date.")
@as_of_option
@lists_option
@click.option("--pdf", type=FOLDER, help="Write the secretary's pack here.")
@click.option("--docx", type=FOLDER, help="Write the same pack as a Word document here, to edit.")
@json_option
@guarded
def check(
    folder: Path,
    meeting: date | None,
    as_of: date | None,
    organisations: Path | None,
    pdf: Path | None,
    docx: Path | None,
    as_json: bool,
) -> ExitCode:
    """Before a meeting: who is conflicted on which item, what to do, quorum, chair, papers to withhold.

    \b
    Example:
      coi-audit check northfield-ccg --meeting 2018-02-06 --pdf pack.pdf --docx pack.docx
    """
    from coi_audit import app

    day, given = as_of_or_today(as_of)
    check_pdf_path(pdf)
    check_file_path(docx, what="the Word document", option="--docx", example="pack.docx")
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
        written = [
            (path, write) for path, write in ((pdf, app.write_pack), (docx, app.write_pack_docx)) if path is not None
        ]
        for path, write in written:
            write(audit, path, rulebook=app.rulebook_of(paths.rules_folder()))
    from coi_audit.report.terminal import check_view

    show(audit, as_json, check_view, [path for path, _ in written])
    return app.exit_code_of(audit)
