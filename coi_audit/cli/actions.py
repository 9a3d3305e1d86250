"""The actions of a body's plan: listed, taken from an audit, given an owner and a day, closed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.judge import where_options
from coi_audit.cli.keep import by_options
from coi_audit.cli.support import (
    DATE,
    as_of_option,
    as_of_or_today,
    guarded,
    json_option,
    lists_folder,
    lists_option,
    print_json,
)


@click.group()
def actions() -> None:
    """The actions of a body's plan, as the store keeps them.

    \b
    Example:
      coi-audit actions list --store northfield.sqlite3
    """


@actions.command("list")
@click.option("--all", "whole", is_flag=True, help="Also those done or dropped. Default: the open ones.")
@click.option("--as-known-on", "known", type=DATE, help="As they stood that day. Default: as they stand now.")
@json_option
@guarded
@where_options
def actions_list(where: Any, whole: bool, known: date | None, as_json: bool) -> None:
    """List the open actions: number, owner, day, what is to be done.

    \b
    Example:
      coi-audit actions list --store northfield.sqlite3
    """
    from coi_audit.app.kept_actions import actions_of

    found = actions_of(replace(where, known=known))
    _show([one for one in found if whole or one.state == "open"], as_json)


@actions.command("take")
@as_of_option
@click.option("--from", "start", type=DATE, help="First day of the audit's period.")
@click.option("--to", "end", type=DATE, help="Last day of the audit's period, included.")
@click.option("--on", "day", type=DATE, help="The day from which they stand. Default: today.")
@lists_option
@by_options
@json_option
@guarded
@where_options
def actions_take(
    where: Any, as_of: date | None, organisations: Path | None, by: Any, as_json: bool, **asked: date | None
) -> None:
    """Make every row of the audit's action plan an action. A second run changes nothing.

    \b
    Example:
      coi-audit actions take --store northfield.sqlite3 --by "Ruth Penhale"
    """
    from coi_audit import app
    from coi_audit.app.kept_actions import Under, take_actions
    from coi_audit.report.given_text import taken_document, taken_lines

    under = Under(paths.rules_folder(), lists_folder(organisations), *as_of_or_today(as_of))
    on = asked["day"] or by.at.astimezone().date()
    found = take_actions(where, under, app.Asked(asked["start"], asked["end"]), on=on, by=by)
    if as_json:
        print_json(taken_document(found))
    else:
        for line in taken_lines(found):
            click.echo(line)


@actions.command("set")
@click.argument("number", type=int)
@click.option("--owner", help="Who does it.")
@click.option("--due", type=DATE, help="By which day.")
@click.option("--state", type=click.Choice(["open", "done", "dropped"]), help="How far it is.")
@click.option("--remark", help="What was done, or why not: the management's response in the report.")
@click.option("--on", "day", type=DATE, help="The day from which this stands. Default: today.")
@by_options
@json_option
@guarded
@where_options
def actions_set(where: Any, number: int, day: date | None, by: Any, as_json: bool, **update: Any) -> None:
    """Set owner, day, state or remark of one action; what stood before stays in the history.

    \b
    Example:
      coi-audit actions set 3 --owner "Joan Petrie" --due 2018-06-30 --store nf.sqlite3
    """
    from coi_audit.app.kept_actions import Update, update_action
    from coi_audit.model.given import ActionState

    if all(value is None for value in update.values()):
        raise click.UsageError("Say what is to be set: --owner, --due, --state or --remark.")
    state = ActionState(update.pop("state")) if update["state"] is not None else update.pop("state")
    on = day or by.at.astimezone().date()
    _show([update_action(where, number, Update(**update, state=state), on=on, by=by)], as_json)


def _show(found: Any, as_json: bool) -> None:
    from coi_audit.report.given_text import action_lines, actions_document

    if as_json:
        print_json(actions_document(found))
    else:
        for line in action_lines(found):
            click.echo(line)
