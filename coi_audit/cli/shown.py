"""An audit as a command shows it: JSON and nothing else, or the terminal's view and what was written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from coi_audit.cli.support import print_text


def show(audit: Any, as_json: bool, view: Callable[[Any], Any], written: Sequence[Path]) -> None:
    """Print `audit`, and the path of every paper written of it."""
    if as_json:
        from coi_audit.report.as_json import json_text

        print_text(json_text(audit))
        return
    from rich.console import Console

    Console().print(view(audit))
    for path in written:
        click.echo(f"Written: {path}")
