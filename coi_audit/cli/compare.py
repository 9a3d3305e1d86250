"""Two audits of one body side by side, or two editions of a register."""

from __future__ import annotations

from typing import Any

import click

from coi_audit.cli.keep import store_address, store_option
from coi_audit.cli.support import guarded, json_option, print_json
from coi_audit.errors import ExitCode


@click.command()
@click.argument("earlier")
@click.argument("later")
@store_option
@click.option("--body", help="Of days: code or name of the body. Default: the only one kept.")
@json_option
@guarded
def compare(earlier: str, later: str, store: str | None, body: str | None, as_json: bool) -> ExitCode:
    """What is new, the same or resolved from one audit to a later one; or between two editions of a register.

    Each audit is a report's PDF, its JSON, or the day (YYYY-MM-DD) that an audit kept in the store speaks for.

    \b
    Example:
      coi-audit compare report-2017.pdf report-2018.pdf
      coi-audit compare 2017-12-31 2018-03-31 --store northfield.sqlite3
      coi-audit compare register-2017-04.xlsx register-2018-04.xlsx
    """
    from coi_audit.app.compare import KeptIn, compare_two, exit_code_of_comparison

    found = compare_two(earlier, later, KeptIn(store_address(store), body))
    _show(found, as_json)
    return exit_code_of_comparison(found)


def _show(found: Any, as_json: bool) -> None:
    from coi_audit.app.compare import RegistersCompared
    from coi_audit.report.compare_text import comparison_document, comparison_view
    from coi_audit.report.editions_text import editions_json, editions_view, not_understood

    registers = isinstance(found, RegistersCompared)
    if as_json:
        told = (
            editions_json(found.editions) | not_understood(found.rejected) if registers else comparison_document(found)
        )
        print_json({"kind": "registers" if registers else "audits", **told})
        return
    from rich.console import Console

    console = Console(highlight=False)
    console.print(editions_view(found.editions) if registers else comparison_view(found))
    if registers and found.rejected:
        console.print(
            f"\nNot understood, and so not compared: {len(found.rejected)}. See each with: coi-audit read FILE"
        )
