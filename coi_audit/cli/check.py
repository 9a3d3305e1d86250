"""Before a meeting: who is conflicted on what, and the secretary's pack."""

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
from coi_audit.cli.writable import check_file_path, check_out_folder, check_pdf_path
from coi_audit.errors import ExitCode


def _pack_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on where the pack is written, given to the command as one value, `pack`."""

    @click.option("--pdf", type=FOLDER, help="Write the secretary's pack here.")
    @click.option("--docx", type=FOLDER, help="Write the same pack as a Word document here, to edit.")
    @click.option("--html", type=FOLDER, help="Write the same pack as a page for the browser here, in one file.")
    @click.option("--notices", type=FOLDER, help="Write a notice to each member with a conflict into this folder.")
    @wraps(command)
    def run(*args: Any, **kwargs: Any) -> None:
        command(*args, pack={kind: kwargs.pop(kind) for kind in ("pdf", "docx", "html", "notices")}, **kwargs)

    return run


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--meeting", type=DATE, help="The meeting's date. Default: the first on or after the as-of date.")
@as_of_option
@lists_option
@_pack_options
@json_option
@guarded
def check(
    folder: Path,
    meeting: date | None,
    as_of: date | None,
    organisations: Path | None,
    pack: dict[str, Path | None],
    as_json: bool,
) -> ExitCode:
    """Before a meeting: who is conflicted on which item, what to do, quorum, chair, papers to withhold.

    \b
    Example:
      coi-audit check northfield-ccg --meeting 2018-02-06 --pdf pack.pdf --docx pack.docx
    """
    from coi_audit import app

    day, given = as_of_or_today(as_of)
    _check_places(pack)
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
        written = _write(audit, pack)
    from coi_audit.report.terminal import check_view

    show(audit, as_json, check_view, written)
    return app.exit_code_of(audit)


def _check_places(pack: dict[str, Path | None]) -> None:
    """Raise `UserError` where something cannot be written, before the work begins."""
    from coi_audit.app.notices import check_notices_folder

    check_pdf_path(pack["pdf"])
    check_file_path(pack["docx"], what="the Word document", option="--docx", example="pack.docx")
    check_file_path(pack["html"], what="the page", option="--html", example="pack.html")
    if (folder := pack["notices"]) is not None:
        check_out_folder(folder, option="--notices")
        check_notices_folder(folder)


def _write(audit: Any, pack: dict[str, Path | None]) -> list[Path]:
    """Everything asked for, and where it lies."""
    if not any(pack.values()):
        return []
    from coi_audit import app
    from coi_audit.app.notices import write_notices

    rulebook = app.rulebook_of(paths.rules_folder())
    writers = {"pdf": app.write_pack, "docx": app.write_pack_docx, "html": app.write_pack_page}
    written = []
    for kind, write in writers.items():
        if (path := pack[kind]) is not None:
            write(audit, path, rulebook=rulebook)
            written.append(path)
    if (folder := pack["notices"]) is not None:
        written += write_notices(audit, folder, rulebook=rulebook)
    return written
