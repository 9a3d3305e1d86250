"""A person, an organisation or one finding over time, from a store."""

from __future__ import annotations

import click

from coi_audit.cli.keep import store_address, store_option
from coi_audit.cli.support import guarded, json_option, print_json


@click.command()
@store_option
@click.option("--body", help="Code or name of the body. Default: the only one kept.")
@click.option("--person", help="Words of a person's name.")
@click.option("--organisation", help="Words of an organisation's name, as registers write it.")
@click.option("--matter", help="A finding's number, as reports print it.")
@json_option
@guarded
def history(
    store: str | None,
    body: str | None,
    person: str | None,
    organisation: str | None,
    matter: str | None,
    as_json: bool,
) -> None:
    """What the papers told of a person or organisation, since when, until when; or what became of a finding.

    \b
    Example:
      coi-audit history --person "Anil Rao" --store northfield.sqlite3
      coi-audit history --matter 0123456789abcdef --store northfield.sqlite3
    """
    if not (person or organisation or matter):
        raise click.UsageError("Say of whom or what: give --person, --organisation or --matter.")
    if matter and (person or organisation):
        raise click.UsageError("--matter follows one finding: give it alone.")
    address = store_address(store)
    if matter:
        _matter(address, body, matter, as_json)
        return
    from coi_audit.app.kept import history_of
    from coi_audit.report.history_text import history_document, history_view

    found = history_of(address, body=body, person=person, organisation=organisation)
    if as_json:
        print_json(history_document(found))
        return
    from rich.console import Console

    Console(highlight=False).print(history_view(found))


def _matter(address: str, body: str | None, number: str, as_json: bool) -> None:
    from coi_audit.app.matter import matter_of
    from coi_audit.report.history_text import matter_document, matter_view

    found = matter_of(address, number, body=body)
    if as_json:
        print_json(matter_document(found))
        return
    from rich.console import Console

    Console(highlight=False).print(matter_view(found))
