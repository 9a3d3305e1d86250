"""The secretary's desk: pages in the browser, on this machine alone."""

from __future__ import annotations

import os
import sys
import threading
import webbrowser
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from coi_audit import paths
from coi_audit.cli.keep import store_address
from coi_audit.cli.support import FOLDER, guarded, json_option, lists_folder, lists_option, print_json
from coi_audit.errors import ExitCode, UserError

if TYPE_CHECKING:
    from coi_audit.web.desk import Desk

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@click.command()
@click.argument("folder", type=FOLDER, required=False)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Port to listen on. Default: a free one.")
@click.option("--data", type=FOLDER, help="Where the desk keeps its list of bodies and those made here.")
@click.option("--store", help="A store of cases kept over time, for the lead's view.")
@click.option("--host", default="127.0.0.1", help="Only this machine is served; any other address is refused.")
@click.option("--no-browser", is_flag=True, help="Print the address and open nothing.")
@lists_option
@json_option
@guarded
def serve(folder: Path | None, organisations: Path | None, no_browser: bool, as_json: bool, **where: Any) -> ExitCode:
    """The desk for the browser: papers in, questions settled, the meeting at a glance, the pack out.

    It serves this machine only; the address printed lets one browser in, once. Press Enter for another, Ctrl-C to end.

    \b
    Example:
      coi-audit serve northfield-ccg
    """
    _only_this_machine(where["host"])
    from coi_audit.web.listening import listen, serve_at

    listening = listen(where["port"])
    desk = _desk(listening.getsockname()[1], where["data"], where["store"], lists_folder(organisations))
    if folder is not None:
        desk.bodies.open_folder(str(folder.resolve()))
    if as_json:
        print_json({"address": desk.address()})
    else:
        _show(desk, no_browser)
        if sys.stdin is not None and sys.stdin.isatty():
            threading.Thread(target=_on_enter, args=(desk, no_browser), daemon=True).start()
    serve_at(listening, desk.app)
    return ExitCode.CLEAN


def _desk(port: int, data: Path | None, store: str | None, organisations: Path | None) -> Desk:
    from coi_audit.web.desk import Desk
    from coi_audit.web.settings import Settings

    return Desk(
        Settings(
            port=port,
            data=data or _data_folder(),
            rules=paths.rules_folder(),
            organisations=organisations,
            clock=lambda: datetime.now(UTC),
            store=store_address(store),
        )
    )


def _only_this_machine(host: str) -> None:
    if host not in _LOOPBACK:
        raise UserError(
            f'the desk serves this machine only, and "{host[:80]}" may be reached from others.',
            where="--host",
            fix="leave --host out. Sharing a desk with accounts and roles is not part of this version.",
        )


def _data_folder() -> Path:
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return Path(base) / "coi-audit" / "desk"


def _show(desk: Desk, no_browser: bool) -> None:
    address = desk.address()
    click.echo(f"The desk is open at {address}")
    click.echo("It lets one browser in, once. Press Enter for a new address, Ctrl-C to end.")
    if not no_browser:
        webbrowser.open(address)


def _on_enter(desk: Desk, no_browser: bool) -> None:
    for _ in sys.stdin:
        _show(desk, no_browser)
