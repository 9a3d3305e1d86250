"""The first minute: see it work, start a folder."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from coi_audit import paths
from coi_audit.app.desk.bodies import SAMPLE_AS_OF
from coi_audit.cli.support import FOLDER, guarded, json_option, late_progress, print_json
from coi_audit.cli.writable import check_out_folder
from coi_audit.errors import ExitCode


@click.command()
@click.option("--out", type=FOLDER, help="Folder to write to. Default: a new folder where you stand.")
@json_option
@guarded
def demo(out: Path | None, as_json: bool) -> ExitCode:
    """Audit the invented sample bodies and write their reports.

    \b
    Example:
      coi-audit demo --out my-first-look
    """
    from coi_audit import app

    folder = out or _new_folder(Path.cwd() / "coi-audit-demo")
    check_out_folder(folder)
    with late_progress(not as_json) as progress:
        written = app.demo(
            paths.sample_data_folder(), folder, rules=paths.rules_folder(), as_of=SAMPLE_AS_OF, progress=progress
        )
    if as_json:
        print_json({"written": [str(path) for path in written]})
    else:
        click.echo("Written:")
        for path in written:
            click.echo(f"  {path}")
    return ExitCode.CLEAN


def _new_folder(wanted: Path) -> Path:
    folder, count = wanted, 1
    while folder.exists():
        count += 1
        folder = wanted.with_name(f"{wanted.name}-{count}")
    return folder


@click.command()
@click.argument("folder", type=FOLDER)
@click.option("--from", "register", type=FOLDER, help="A register of interests to take the members from.")
@click.option("--name", help="The body's name, e.g. NHS Northfield CCG.")
@click.option("--ods-code", help="The body's ODS code, e.g. 99Z.")
@click.option("--kind", type=click.Choice(["ccg", "icb"]), help="What the body is.")
@json_option
@guarded
def new(
    folder: Path, register: Path | None, name: str | None, ods_code: str | None, kind: str | None, as_json: bool
) -> ExitCode:
    """Start a case folder: body.yaml and the places for papers. Asks for what is not given.

    \b
    Example:
      coi-audit new northfield-ccg --from register.xlsx
    """
    from coi_audit import app

    asking = sys.stdin.isatty() and not as_json
    name = name or (click.prompt("Name of the body") if asking else "NHS body to be named")
    kind = kind or (click.prompt("Kind", type=click.Choice(["ccg", "icb"]), default="ccg") if asking else "ccg")
    ods_code = ods_code or (click.prompt("ODS code (leave empty if not known)", default="") if asking else "") or None
    written = app.start(folder, name=name, ods_code=ods_code, kind=kind, register=register)
    if as_json:
        print_json({"written": [str(path) for path in written]})
        return ExitCode.CLEAN
    for path in written:
        click.echo(f"Written: {path}")
    click.echo(
        "Next: check body.yaml, then put the registers here and each meeting's papers in meetings/<date>-<committee>/."
    )
    return ExitCode.CLEAN
