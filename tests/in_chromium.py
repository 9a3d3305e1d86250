"""A page looked at in a real Chromium by axe-core: its faults, what sticks out, what it asked of the network."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CHROMIUM = os.environ.get("COI_AUDIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@dataclass(frozen=True)
class Seen:
    """`faults` in words; `over`: pixels by which the page is wider than its window; `asked`: what it wanted fetched."""

    faults: list[str]
    over: int
    asked: list[str]


def look(browser: Any, path: Path, scheme: str, width: int) -> Seen:
    """Open the page in a light or dark window of so many pixels and let axe-core judge it."""
    from axe_playwright_python.sync_playwright import Axe

    asked: list[str] = []
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    found = Axe().run(page).response["violations"]
    faults = [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    return Seen(faults, over, [one for one in asked if not one.startswith("file:")])
