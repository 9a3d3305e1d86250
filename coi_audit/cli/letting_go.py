"""Keeping and letting go: what is due to be removed, the order by which it goes, the database's file made anew."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.keep import store_address, store_group, store_option
from coi_audit.cli.support import DATE, FOLDER, as_of_option, as_of_or_today, guarded, json_option, print_json
from coi_audit.cli.writable import check_file_path
from coi_audit.errors import ExitCode, UserError


def kept_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which body of which store, given to the command as one value, `kept`."""

    @store_option
    @click.option("--body", help="Code or name of the body. Default: the only one kept.")
    @wraps(command)
    def run(*args: Any, store: str | None, body: str | None, **kwargs: Any) -> Any:
        from coi_audit.app.letting_go import KeptIn

        return command(*args, kept=KeptIn(store_address(store), body, paths.rules_folder()), **kwargs)

    return run


def order_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Who gave the order and why, both needed: the place that reads the clock."""

    @click.option("--by", "actor", required=True, help="Who gave the order.")
    @click.option("--reason", required=True, help="Why, without the name of whoever it is about.")
    @wraps(command)
    def run(*args: Any, actor: str, reason: str, **kwargs: Any) -> Any:
        from coi_audit.app.letting_go import By

        return command(*args, by=By(actor, datetime.now(UTC), reason), **kwargs)

    return run


@click.command()
@kept_options
@as_of_option
@click.option("--all", "every", is_flag=True, help="Also what is kept on.")
@click.option("--person", help="Only of whoever bears all these words in their name.")
@click.option("--csv", "table", type=FOLDER, help="Write the list here, to be signed and given to remove --order.")
@json_option
@guarded
def removals(kept: Any, as_of: date | None, every: bool, person: str | None, table: Path | None, as_json: bool) -> None:
    """What has been kept for its time and may go. Nothing goes by itself.

    \b
    Example:
      coi-audit removals --store northfield.sqlite3 --csv order.csv
    """
    from coi_audit.app.letting_go import removals_of
    from coi_audit.report.letting_go_text import removals_csv, removals_document, removals_lines

    check_file_path(table, what="the list", option="--csv", example="order.csv")
    found = removals_of(kept, as_of_or_today(as_of)[0], person=person)
    if table is not None:
        _write(table, removals_csv(found, every=every))
    if as_json:
        print_json(removals_document(found))
    else:
        for line in removals_lines(found, every=every):
            click.echo(line)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UserError(f"the list cannot be written here ({reason}).", where=str(path), fix="give another.") from error


@click.command()
@kept_options
@click.option("--number", "numbers", multiple=True, help="What goes, by its number in the list. May be given again.")
@click.option("--order", type=FOLDER, help='A list that removals --csv wrote, with "yes" where something is to go.')
@click.option("--on", "day", type=DATE, help="The day of the order. Default: today.")
@click.option("--before-its-time", "early", is_flag=True, help="Also what is not due: a court's order, an erasure.")
@order_options
@json_option
@guarded
def remove(
    kept: Any,
    numbers: tuple[str, ...],
    order: Path | None,
    day: date | None,
    early: bool,
    by: Any,
    as_json: bool,
) -> ExitCode:
    """Remove by an order: out of every version of every paper, for good. That it went stays in the trail.

    \b
    Example:
      coi-audit remove --order order.csv --by "Ruth Penhale" --reason "Six years are over" --store northfield.sqlite3
    """
    from coi_audit.app.letting_go import order_of
    from coi_audit.app.letting_go import remove as carry_out
    from coi_audit.report.letting_go_text import let_go_document, let_go_lines

    given = order_of(numbers, order, on=day or by.at.astimezone().date(), early=early)
    done = carry_out(kept, given, by)
    if as_json:
        print_json(let_go_document(done))
    else:
        for line in let_go_lines(done):
            click.echo(line)
    return ExitCode.CLEAN if done.cleaned else ExitCode.INCOMPLETE


@store_group.command("compact")
@store_option
@json_option
@guarded
def store_compact(store: str | None, as_json: bool) -> ExitCode:
    """Make the database's own files anew, so that no word of what was removed is left in them.

    \b
    Example:
      coi-audit store compact --store northfield.sqlite3
    """
    from coi_audit.app.letting_go import clean

    why = clean(store_address(store))
    if as_json:
        print_json({"file_made_anew": not why, "why_not": why or None})
    else:
        click.echo(f"This could not be done: {why}." if why else "The store's own files were made anew.")
    return ExitCode.INCOMPLETE if why else ExitCode.CLEAN
