"""After a quarter or a year: the audit, and the assurance report."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit import paths
from coi_audit.cli.going_out import check_going_out, going_out_options, write_going_out
from coi_audit.cli.keep import by_options
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

_SINCE = "The last report, its PDF or JSON; with --store also `kept`, or a kept audit's day: tell what changed since."


def _asked_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on what to audit, given to the command as one value, `asked`."""

    @click.option("--from", "start", type=DATE, help="First day of the period.")
    @click.option("--to", "end", type=DATE, help="Last day of the period, included.")
    @click.option("--edition", help="What if: judge everything under one edition, e.g. SG14, and tell the difference.")
    @click.option("--since", type=FOLDER, help=_SINCE)
    @wraps(command)
    def run(*args: Any, start: date | None, end: date | None, **kwargs: Any) -> None:
        if start and end and end < start:
            raise click.BadParameter("the last day is before the first.", param_hint="--to")
        more = {name: kwargs.pop(name) for name in ("edition", "since")}
        command(*args, asked={"from_": start, "to": end, **more}, **kwargs)

    return run


def _report_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options on the report's PDF, given to the command as one value, `report`."""

    @click.option("--pdf", type=FOLDER, help="Write the assurance report here.")
    @click.option("--annex", type=FOLDER, help="With --pdf: write a second volume here, with all evidence.")
    @click.option("--draft", is_flag=True, help='With --pdf: mark every page "Draft for factual accuracy".')
    @wraps(command)
    def run(*args: Any, pdf: Path | None, annex: Path | None, draft: bool, **kwargs: Any) -> None:
        for name, given in (("--annex", annex is not None), ("--draft", draft)):
            if given and pdf is None:
                raise click.UsageError(f"{name} goes with --pdf: say where the report is to be written.")
        if annex is not None and pdf is not None and annex.resolve() == pdf.resolve():
            raise click.UsageError("--annex and --pdf name the same file: give the annex one of its own.")
        command(*args, report={"pdf": pdf, "annex": annex, "draft": draft}, **kwargs)

    return run


def case_options(command: Callable[..., None]) -> Callable[..., None]:
    """What to audit: a case folder, or a body of a store as it was known on a day; given as one value, `case`."""

    @click.argument("folder", type=FOLDER, required=False)
    @click.option("--store", help="Instead of a folder: where cases are kept (see `keep`).")
    @click.option("--body", help="With --store: code or name of the body. Default: the only one kept.")
    @click.option(
        "--as-known-on", "known", type=DATE, help="With --store: what was known that day. Default: all that is known."
    )
    @wraps(command)
    def run(
        *args: Any, folder: Path | None, store: str | None, body: str | None, known: date | None, **kw: Any
    ) -> None:
        from coi_audit.cli.keep import store_address

        kept = store is not None or body is not None or known is not None
        if kept == (folder is not None):
            raise click.UsageError("Give either a folder or --store, and --body and --as-known-on only with --store.")
        address = store_address(store) if kept else None
        command(*args, case={"folder": folder, "address": address, "body": body, "known": known}, **kw)

    return run


def _keep_options(command: Callable[..., None]) -> Callable[..., None]:
    """Whether the audit is to be kept, given to the command within `case`: who does it, or None."""

    @click.option("--keep-audit", is_flag=True, help="With --store: keep this audit there, for later ones to compare.")
    @by_options
    @wraps(command)
    def run(*args: Any, case: dict[str, Any], asked: dict[str, Any], keep_audit: bool, by: Any, **kw: Any) -> None:
        if keep_audit and (case["address"] is None or asked["edition"] is not None):
            raise click.UsageError("--keep-audit goes with --store, and without --edition: a what-if is not kept.")
        command(*args, case={**case, "by": by if keep_audit else None}, asked=asked, **kw)

    return run


@click.command()
@case_options
@_asked_options
@_keep_options
@as_of_option
@lists_option
@_report_options
@going_out_options
@json_option
@guarded
def audit(
    case: dict[str, Any],
    asked: dict[str, Any],
    as_of: date | None,
    organisations: Path | None,
    report: dict[str, Any],
    out: dict[str, Any],
    as_json: bool,
) -> ExitCode:
    """After a quarter or a year: findings with evidence, and an assurance opinion.

    \b
    Example:
      coi-audit audit northfield-ccg --from 2017-04-01 --to 2018-03-31 --pdf report.pdf
      coi-audit audit --store northfield.sqlite3 --as-known-on 2017-12-31
      coi-audit audit --store northfield.sqlite3 --since kept --keep-audit
    """
    from coi_audit import app

    day, given = as_of_or_today(as_of)
    check_pdf_path(report["pdf"])
    check_file_path(report["annex"], what="the annex", option="--annex", example="annex.pdf")
    check_going_out(out)
    with late_progress(not as_json) as progress:
        result = _audited(case, asked, lists_folder(organisations), (day, given), progress)
        needed = report["pdf"] is not None or out["public"] or out["html"] is not None
        rulebook = app.rulebook_of(paths.rules_folder()) if needed else None
        shown = app.for_publication(result, rulebook=rulebook) if out["public"] and rulebook else result
        written = _write_pdf(shown, report, rulebook)
        written += write_going_out(shown, out, rulebook=rulebook, draft=report["draft"])
        kept = _kept(case, result, report["pdf"])
    from coi_audit.report.terminal import audit_view

    show(shown, as_json, audit_view, written)
    if kept and not as_json:
        click.echo(kept)
    return app.exit_code_of(result)


def _kept(case: dict[str, Any], audit: Any, pdf: Path | None) -> str:
    """Keep the audit where that was asked for; what there is to say of it."""
    if case["by"] is None:
        return ""
    from coi_audit.app.kept import Replay
    from coi_audit.app.kept_audits import keep_the_audit

    where = Replay(case["address"], case["known"], case["body"])
    entry = keep_the_audit(where, audit, pdf, on=case["by"].at.astimezone().date(), by=case["by"])
    return f"Kept as entry {entry} of the trail." if entry is not None else "The same audit is kept already."


def _audited(
    case: dict[str, Any], asked: dict[str, Any], lists: Path | None, as_of: tuple[date, bool], progress: Any
) -> Any:
    """The audit of the folder, or of what the store knew."""
    from coi_audit import app

    rules = paths.rules_folder()
    if case["folder"] is not None:
        return app.audit_folder(
            case["folder"],
            rules=rules,
            organisations=lists,
            as_of=as_of[0],
            as_of_given=as_of[1],
            asked=app.Asked(**asked),
            progress=progress,
        )
    from coi_audit.app.compare import since_kept
    from coi_audit.app.kept import Replay, Under, audit_kept

    replay = Replay(case["address"], case["known"], case["body"])
    asked = {**asked, "since": since_kept(asked["since"], replay, as_of[0])}
    return audit_kept(replay, Under(rules, lists, *as_of), app.Asked(**asked))


def _write_pdf(shown: Any, report: dict[str, Any], rulebook: Any) -> list[Path]:
    """The report and its annex where they were asked for. Returns what was written."""
    from coi_audit import app

    if report["pdf"] is None:
        return []
    wanted = app.ReportAsked(draft=report["draft"], annex=report["annex"])
    return app.write_report(shown, report["pdf"], rulebook=rulebook, asked=wanted)
