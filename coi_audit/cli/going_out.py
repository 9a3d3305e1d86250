"""What an audit is handed on as, beside its report: the public edition, a page for the browser, a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit.cli.support import FOLDER
from coi_audit.cli.writable import check_file_path


def going_out_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options, given to the command as one value, `out`: `public`, `html` and `findings`."""

    @click.option("--html", type=FOLDER, help="Write the report here as a page for the browser, in one file.")
    @click.option("--findings", type=FOLDER, help="Write a table of the findings here: PATH.xlsx or PATH.csv.")
    @click.option("--public", is_flag=True, help="Everything written and printed is for publication, names kept back.")
    @wraps(command)
    def run(*args: Any, html: Path | None, findings: Path | None, public: bool, **kwargs: Any) -> None:
        if findings is not None and findings.suffix.lower() not in (".xlsx", ".csv"):
            raise click.BadParameter("the name must end in .xlsx or .csv.", param_hint="--findings")
        command(*args, out={"html": html, "findings": findings, "public": public}, **kwargs)

    return run


def check_going_out(out: dict[str, Any]) -> None:
    """Raise `UserError` where a file that is asked for cannot be written."""
    check_file_path(out["html"], what="the page", option="--html", example="report.html")
    check_file_path(out["findings"], what="the table of findings", option="--findings", example="findings.xlsx")


def write_going_out(audit: Any, out: dict[str, Any], *, rulebook: Any, draft: bool) -> list[Path]:
    """Write what is asked for, and return the paths in order."""
    from coi_audit import app

    written: list[Path] = []
    if out["html"] is not None:
        app.write_report_page(audit, out["html"], rulebook=rulebook, draft=draft)
        written.append(out["html"])
    if out["findings"] is not None:
        app.write_findings(audit, out["findings"])
        written.append(out["findings"])
    return written
