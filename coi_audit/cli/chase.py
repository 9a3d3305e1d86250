"""Who owes what: a list to work through, a table for a mail merge, and drafts of messages. Nothing is sent."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.audit import case_options
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
from coi_audit.cli.writable import check_file_path, check_out_folder
from coi_audit.errors import ExitCode


def _out_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on what to write, given to the command as one value, `out`."""

    @click.option("--csv", "table", type=FOLDER, help="Write a row a person here, for a mail merge.")
    @click.option("--messages", type=FOLDER, help="Write draft messages: into a folder, or into one file named .docx.")
    @click.option("--signed", default="", help="Who signs the drafts, e.g. 'Joan Petrie, Governance Lead'.")
    @wraps(command)
    def run(*args: Any, table: Path | None, messages: Path | None, signed: str, **kwargs: Any) -> None:
        check_file_path(table, what="the table", option="--csv", example="chase.csv")
        if messages is not None and messages.suffix.casefold() == ".docx":
            check_file_path(messages, what="the messages", option="--messages", example="drafts.docx")
        elif messages is not None:
            check_out_folder(messages)
        command(*args, out={"table": table, "messages": messages, "signed": signed}, **kwargs)

    return run


@click.command()
@case_options
@as_of_option
@lists_option
@click.option("--within", type=click.IntRange(0, 366), default=0, help="Tell what falls due in so many days too.")
@_out_options
@json_option
@guarded
def chase(
    case: dict[str, Any],
    as_of: date | None,
    organisations: Path | None,
    within: int,
    out: dict[str, Any],
    as_json: bool,
) -> ExitCode:
    """Who owes a declaration, a nil return, a refresh, a missing part or an action, the latest first.

    \b
    Example:
      coi-audit chase northfield-ccg --as-of 2018-01-15 --csv chase.csv --messages drafts
    """
    from coi_audit.app.chase import Under, exit_code_of_chase
    from coi_audit.app.chase_files import write_csv, write_messages

    day, given = as_of_or_today(as_of)
    under = Under(paths.rules_folder(), lists_folder(organisations), day, given)
    with late_progress(not as_json) as progress:
        found = _found(case, under, within, progress)
        written = write_csv(found, out["table"]) if out["table"] is not None else []
        written += write_messages(found, out["messages"], out["signed"]) if out["messages"] is not None else []
    _show(found, as_json, written)
    return exit_code_of_chase(found)


def _show(found: Any, as_json: bool, written: list[Path]) -> None:
    from coi_audit.report.chase_text import chase_document, chase_view

    if as_json:
        print_json(chase_document(found))
        return
    from rich.console import Console

    Console().print(chase_view(found))
    drafts = [path for path in written if path.suffix == ".txt"]
    for path in [one for one in written if one not in drafts]:
        click.echo(f"Written: {path}")
    if drafts:
        click.echo(f"Written: {len(drafts)} drafts in {drafts[0].parent}")


def _found(case: dict[str, Any], under: Any, within: int, progress: Any) -> Any:
    from coi_audit.app.chase import Replay, chase_folder, chase_kept

    if case["folder"] is not None:
        return chase_folder(case["folder"], under, within=within, progress=progress)
    return chase_kept(Replay(case["address"], case["known"], case["body"]), under, within=within)
