"""The audits that a store keeps: listed, and one given back as it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from coi_audit.cli.judge import where_options
from coi_audit.cli.support import FOLDER, guarded, json_option, print_json


@click.command("audits")
@click.option("--entry", type=int, help="Give back the audit kept as this entry; goes with --to.")
@click.option("--to", type=FOLDER, help="Where to write its JSON; no file of this name may be there.")
@json_option
@guarded
@where_options
def store_audits(where: Any, entry: int | None, to: Path | None, as_json: bool) -> None:
    """List the audits kept with `audit --keep-audit`, or give the JSON of one back, letter by letter.

    \b
    Example:
      coi-audit store audits --store northfield.sqlite3
      coi-audit store audits --entry 12 --to audit.json --store northfield.sqlite3
    """
    from coi_audit.app.kept_audits import kept_audits, write_kept_audit
    from coi_audit.report.given_text import audit_lines, audits_document

    if (entry is None) != (to is None):
        raise click.UsageError("Give --entry and --to together: which audit, and where to write it.")
    if entry is not None and to is not None:
        write_kept_audit(where, entry, to)
    found = [one for one in kept_audits(where) if entry in (None, one.entry)]
    if as_json:
        print_json(audits_document(found))
        return
    for line in audit_lines(found):
        click.echo(line)
    if to is not None:
        click.echo(f"Written: {to}")
