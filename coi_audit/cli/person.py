"""One person's data, handed to them: to read and to work with, with everybody else masked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import Any

import click

from coi_audit.cli.letting_go import kept_options
from coi_audit.cli.support import FOLDER, as_of_option, as_of_or_today, guarded, json_option, print_json
from coi_audit.cli.writable import check_file_path


def file_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The files to write, given to the command as one value, `out`: kind -> path."""

    @click.option("--pdf", type=FOLDER, help="Write it here, to be read.")
    @click.option("--docx", type=FOLDER, help="Write it here as a Word document.")
    @click.option("--xlsx", type=FOLDER, help="Write the data here as a workbook.")
    @wraps(command)
    def run(*args: Any, pdf: Path | None, docx: Path | None, xlsx: Path | None, **kwargs: Any) -> Any:
        out = {kind: path for kind, path in (("pdf", pdf), ("docx", docx), ("xlsx", xlsx)) if path is not None}
        return command(*args, out=out, **kwargs)

    return run


@click.command()
@click.argument("name")
@kept_options
@as_of_option
@click.option("--also", multiple=True, help="Another way in which the same person is written. May be given again.")
@file_options
@json_option
@guarded
def person(
    name: str, kept: Any, as_of: date | None, also: tuple[str, ...], out: dict[str, Path], as_json: bool
) -> None:
    """Everything kept on one person, with the names of others taken out. Namesakes are asked about, never put together.

    \b
    Example:
      coi-audit person "Anil Rao" --store northfield.sqlite3 --pdf rao.pdf --xlsx rao.xlsx
    """
    from coi_audit.app.person import person_file, write_person
    from coi_audit.report.person_paper import person_document, person_lines

    for kind, path in out.items():
        check_file_path(path, what="the file", option=f"--{kind}", example=f"person.{kind}")
    found = person_file(kept, name, also=also, on=as_of_or_today(as_of)[0])
    for kind, path in out.items():
        write_person(found, path, kind)
    if as_json:
        print_json(person_document(found))
        return
    for line in person_lines(found):
        click.echo(line)
    for path in out.values():
        click.echo(f"Written: {path}")
