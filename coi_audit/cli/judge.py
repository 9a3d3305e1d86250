"""What reviewers hold of findings: a judgement given, a table of them taken in, and all of them listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.keep import by_options, store_address, store_option
from coi_audit.cli.support import DATE, FOLDER, guarded, json_option, lists_folder, lists_option, print_json
from coi_audit.errors import ExitCode


def where_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Which body of which store, given to the command as one value, `where`."""

    @store_option
    @click.option("--body", help="Code or name of the body. Default: the only one kept.")
    @wraps(command)
    def run(*args: Any, store: str | None, body: str | None, **kwargs: Any) -> Any:
        from coi_audit.app.kept import Replay

        return command(*args, where=Replay(store_address(store), None, body), **kwargs)

    return run


@click.command()
@click.argument("fingerprint", required=False)
@click.argument("view", required=False, type=click.Choice(["agree", "disagree", "unsure"]))
@click.option("--why", default="", help="The reason; needed unless you agree.")
@click.option("--from", "table", type=FOLDER, help="Instead: the table that `audit --findings` wrote, filled in.")
@click.option("--on", "day", type=DATE, help="The day of the judgement. Default: today.")
@lists_option
@by_options
@json_option
@guarded
@where_options
def judge(
    where: Any,
    fingerprint: str | None,
    view: str | None,
    organisations: Path | None,
    by: Any,
    as_json: bool,
    **said: Any,
) -> ExitCode:
    """Keep a reviewer's judgement of one finding, by its number: it stands beside the finding and changes nothing.

    A later judgement takes the place of an earlier one, which stays in the history. With --from, the table of findings
    filled in in Excel is taken in: its columns "Judgement" and "Judgement: why".

    \b
    Example:
      coi-audit judge 3f9a0c5d7e21b846 disagree --why "She had left" --store nf.sqlite3
      coi-audit judge --from findings.xlsx --by "Ruth Penhale" --store nf.sqlite3
    """
    from coi_audit.app.kept_judgements import Under
    from coi_audit.report.given_text import judged_document, judged_lines

    if (said["table"] is None) == (fingerprint is None) or (fingerprint is not None and view is None):
        raise click.UsageError("Give a finding's number and agree, disagree or unsure; or a table with --from.")
    on = said["day"] or by.at.astimezone().date()
    under = Under(paths.rules_folder(), lists_folder(organisations), on)
    taken = _taken(where, (fingerprint, view), {**said, "on": on}, under, by)
    if as_json:
        print_json(judged_document(taken.judged, taken.rejected, taken.blank))
    else:
        for line in judged_lines(taken.judged, taken.rejected, taken.blank):
            click.echo(line)
    return ExitCode(taken.exit_code)


def _taken(where: Any, finding: tuple[str | None, str | None], said: dict[str, Any], under: Any, by: Any) -> Any:
    """The table taken in, else the one judgement."""
    from coi_audit.app.kept_judgements import JudgementsTaken, judge_one, judge_table
    from coi_audit.model.given import Judgement, View

    if said["table"] is not None:
        return judge_table(where, said["table"], under, on=said["on"], by=by)
    fingerprint, view = str(finding[0]).strip().casefold(), View(str(finding[1]))
    why = " ".join(said["why"].split())
    if view is not View.AGREE and not why:
        raise click.UsageError("Say why with --why: whoever wrote the finding should be able to answer you.")
    return JudgementsTaken(judge_one(where, Judgement(fingerprint, view, why, by.actor, said["on"]), under, by=by))


@click.command()
@click.argument("fingerprint", required=False)
@json_option
@guarded
@where_options
def judgements(where: Any, fingerprint: str | None, as_json: bool) -> None:
    """List every judgement of a body, or on one finding, with the days on which it stood.

    \b
    Example:
      coi-audit judgements --store northfield.sqlite3
    """
    from coi_audit.app.kept_judgements import judgements_on
    from coi_audit.report.given_text import ever_document, ever_lines

    found = judgements_on(where, fingerprint)
    if as_json:
        print_json(ever_document(found))
    else:
        for line in ever_lines(found):
            click.echo(line)
