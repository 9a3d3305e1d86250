"""Cases kept over time: bring a folder in, and look whether anything was altered since."""

from __future__ import annotations

import getpass
import os
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit.cli.support import DATE, FOLDER, guarded, json_option, late_progress, print_json
from coi_audit.errors import ExitCode

store_option = click.option(
    "--store", help="Where cases are kept: a file, or postgresql://name@host/database (or set COI_AUDIT_STORE)."
)


def store_address(given: str | None) -> str:
    """The store as given, by the environment, else in the user's own data folder."""
    if given or (given := os.environ.get("COI_AUDIT_STORE")):
        return given
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return str(Path(base) / "coi-audit" / "coi-audit.sqlite3")


def by_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Who changes the store and why, given to the command as one value, `by`: the place that reads the clock."""

    @click.option("--by", "actor", help="Who does this. Default: the name of this account.")
    @click.option("--reason", default="", help="Why, for the trail.")
    @wraps(command)
    def run(*args: Any, actor: str | None, reason: str, **kwargs: Any) -> Any:
        from coi_audit.app.kept import By

        return command(*args, by=By(actor or getpass.getuser(), datetime.now(UTC), reason), **kwargs)

    return run


@click.command()
@click.argument("folder", type=FOLDER)
@store_option
@click.option("--on", "day", type=DATE, help="The day from which this was known. Default: today.")
@click.option("--withdraw", is_flag=True, help="End what is known and not in this folder any more.")
@click.option("--with-files", is_flag=True, help="Keep the papers' own files too, to give them back later.")
@by_options
@json_option
@guarded
def keep(
    folder: Path, store: str | None, day: date | None, withdraw: bool, with_files: bool, by: Any, as_json: bool
) -> ExitCode:
    """Keep a case folder over time: only what changed is taken in, and nothing kept is ever erased by it.

    The store holds hashes, what was read and the words needed as evidence; the papers stay where they are, unless
    --with-files asks for them.

    \b
    Example:
      coi-audit keep northfield-ccg --store northfield.sqlite3 --on 2018-01-15
    """
    from coi_audit.app.kept import keep_folder
    from coi_audit.app.kept_files import keep_with_files
    from coi_audit.report.kept_text import kept_document, kept_lines

    with late_progress(not as_json) as progress:
        found = (keep_with_files if with_files else keep_folder)(
            folder,
            store_address(store),
            on=day or by.at.astimezone().date(),
            by=by,
            withdraw=withdraw,
            progress=progress,
        )
    if as_json:
        print_json(kept_document(found))
    else:
        for line in kept_lines(found):
            click.echo(line)
    return ExitCode.CLEAN


@click.group()
def trail() -> None:
    """The trail of everything that was ever done to a store.

    \b
    Example:
      coi-audit trail verify --store northfield.sqlite3
    """


@trail.command("verify")
@store_option
@click.option("--anchor", help="An entry's number and hash as a report prints them: 12:9f86d0...")
@json_option
@guarded
def trail_verify(store: str | None, anchor: str | None, as_json: bool) -> ExitCode:
    """Was an entry or a row altered, removed, added or put in another place? It is named.

    \b
    Example:
      coi-audit trail verify --store northfield.sqlite3
    """
    from coi_audit.app.kept import check_trail, parse_anchor
    from coi_audit.report.kept_text import trail_document, trail_lines

    found = check_trail(store_address(store), parse_anchor(anchor) if anchor else None)
    if as_json:
        print_json(trail_document(found))
    else:
        for line in trail_lines(found):
            click.echo(line)
    return ExitCode.CLEAN if found.whole else ExitCode.FINDINGS


@click.group("store")
def store_group() -> None:
    """The store itself: a backup, putting one back, a newer version.

    \b
    Example:
      coi-audit store backup kept-2018-01.sqlite3 --store northfield.sqlite3
    """


@store_group.command("backup")
@click.argument("file", type=FOLDER)
@store_option
@json_option
@guarded
def store_backup(file: Path, store: str | None, as_json: bool) -> None:
    """Copy a store whole into a file, which is looked through before it gets its name.

    \b
    Example:
      coi-audit store backup kept-2018-01.sqlite3 --store northfield.sqlite3
    """
    from coi_audit.app.kept import back_up

    _show_check(back_up(store_address(store), file), as_json)


@store_group.command("restore")
@click.argument("file", type=FOLDER)
@store_option
@json_option
@guarded
def store_restore(file: Path, store: str | None, as_json: bool) -> None:
    """Put a backup into a new store: a file, or a database that is still empty.

    \b
    Example:
      coi-audit store restore kept-2018-01.sqlite3 --store northfield.sqlite3
    """
    from coi_audit.app.kept import put_back

    _show_check(put_back(file, store_address(store)), as_json)


@store_group.command("paper")
@click.argument("path")
@click.option("--to", type=FOLDER, required=True, help="Where to write it; no file of this name may be there.")
@store_option
@click.option("--body", help="Code or name of the body. Default: the only one kept.")
@click.option("--as-known-on", "known", type=DATE, help="The version known that day. Default: the one known now.")
@json_option
@guarded
def store_paper(path: str, to: Path, store: str | None, body: str | None, known: date | None, as_json: bool) -> None:
    """Give back the file of a paper kept with --with-files, byte for byte: PATH as `keep` and the reports write it.

    \b
    Example:
      coi-audit store paper registers/register-2018.xlsx --to register.xlsx --store northfield.sqlite3
    """
    from coi_audit.app.kept_files import give_back

    give_back(store_address(store), path, to, body=body, known=known)
    if as_json:
        print_json({"paper": path, "written": str(to)})
    else:
        click.echo(f"Written: {to}")


@store_group.command("migrate")
@store_option
@json_option
@guarded
def store_migrate(store: str | None, as_json: bool) -> None:
    """Bring a store up to the version of this program. A file is copied first; back a database server up yourself.

    \b
    Example:
      coi-audit store migrate --store postgresql://governance@db/coi
    """
    from coi_audit.app.kept import check_trail, migrate_store

    address = store_address(store)
    migrate_store(address, stamp=datetime.now(UTC).strftime("%Y%m%dT%H%M%S"))
    _show_check(check_trail(address), as_json)


def _show_check(found: Any, as_json: bool) -> None:
    from coi_audit.report.kept_text import trail_document, trail_lines

    if as_json:
        print_json(trail_document(found))
    else:
        for line in trail_lines(found):
            click.echo(line)
