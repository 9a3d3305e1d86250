"""A ruling written into the case folder, and brought into the store with it where one is kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from coi_audit.cli.keep import by_options
from coi_audit.cli.support import DATE, FOLDER, guarded, json_option, late_progress, print_json
from coi_audit.errors import ExitCode

_ACTIONS = ("none", "note", "stay_no_vote", "discuss_then_leave", "leave", "leave_no_papers", "not_attend")
_AUTHORITIES = ("chair", "guardian", "committee", "conflicts_panel")


@click.group()
def ruling() -> None:
    """Rulings of the chair, the guardian or the committee on one person's interest.

    \b
    Example:
      coi-audit ruling add northfield-ccg --meeting 2017-09-05 --person "Dr Anil Rao" \\
        --item 6 --action stay_no_vote --why "Nobody else can advise on it"
    """


@ruling.command("add")
@click.argument("folder", type=FOLDER)
@click.option("--meeting", "meeting", type=DATE, required=True, help="The day of the meeting.")
@click.option("--committee", help="Which committee, where several met that day.")
@click.option("--person", required=True, help="Whose interest it is.")
@click.option("--item", default="", help="The item's number. Default: the whole meeting.")
@click.option("--action", type=click.Choice(_ACTIONS), required=True, help="What the person is to do.")
@click.option("--why", required=True, help="The reason for the ruling.")
@click.option("--authority", type=click.Choice(_AUTHORITIES), default="chair", help="Who ruled. Default: the chair.")
@click.option("--on", "given", type=DATE, help="The day it was given. Default: the meeting's.")
@click.option("--expires", type=DATE, help="The last day it holds. Default: it does not end.")
@click.option("--store", help="Bring the folder into this store at once (see `keep`).")
@by_options
@json_option
@guarded
def ruling_add(folder: Path, store: str | None, by: Any, as_json: bool, **said: Any) -> ExitCode:
    """Write a ruling into the meeting's decisions.yaml, in place of one for the same person and item.

    It is shown in every audit from then on, as expired once its last day has passed. Nothing else in the file changes.

    \b
    Example:
      coi-audit ruling add northfield-ccg --meeting 2017-09-05 --person "Dr Anil Rao" \\
        --item 6 --action stay_no_vote --why "Nobody else can advise on it" --expires 2018-03-31
    """
    from coi_audit.app.rulings import Action, Authority, NewRuling, RuledAt, add_ruling

    new = NewRuling(
        person=said["person"],
        item=said["item"],
        action=Action(said["action"]),
        authority=Authority(said["authority"]),
        reason=" ".join(said["why"].split()),
        on=said["given"] or said["meeting"],
        expires=said["expires"],
        who=by.actor,
    )
    with late_progress(not as_json) as progress:
        file, person = add_ruling(folder, RuledAt(said["meeting"], said["committee"]), new, progress=progress)
        entry = _kept(folder, store, by)
    if as_json:
        print_json({"written": file, "person": person, "entry": entry})
        return ExitCode.CLEAN
    click.echo(f"Written: {file} (a ruling on {person})")
    click.echo(f"Kept as entry {entry} of the trail." if entry else "Bring it into a store with: coi-audit keep FOLDER")
    return ExitCode.CLEAN


def _kept(folder: Path, store: str | None, by: Any) -> int | None:
    """Bring the folder into the store, where one is named; the trail's entry."""
    if store is None:
        return None
    from coi_audit.app.kept import keep_folder
    from coi_audit.cli.keep import store_address

    return keep_folder(folder, store_address(store), on=by.at.astimezone().date(), by=by).entry
