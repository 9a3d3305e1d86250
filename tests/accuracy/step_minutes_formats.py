"""Minutes as web pages and PDFs: what each member did, read from the papers of their own step in another format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from minutes_pages import as_html, as_pdf
from scored import Scored
from step_minutes import DATA, Reading, truth_of

_EVERY = 4  # of the papers in Word, each fourth


def measure(dev: Path | None) -> Iterator[Scored]:
    """One answer a person and item of each chosen paper, as a web page and as a PDF. `dev` is not needed."""
    papers = [path for path in sorted(DATA.glob("*.yaml")) if truth_of(path)["as"] == "docx"]
    for path in papers[::_EVERY]:
        for kind, turned in (("HTML", as_html), ("PDF", as_pdf)):
            for one in Reading.of(path, turned=turned).scored():
                if one.step == "minutes: participation":
                    yield replace(one, step=f"minutes as {kind}: participation")
