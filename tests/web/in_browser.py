"""Somebody at the desk with a real window: signed in, looked over by axe-core, nothing wider than the window."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from at_the_desk import Served

NARROW = {"width": 320, "height": 640}
ZOOMED = {"width": 320, "height": 256}  # 1280 by 1024 at 400 %
WIDE = {"width": 1280, "height": 900}


@contextmanager
def window(browser: Any, served: Served, **how: Any) -> Iterator[Any]:
    """A page of a fresh window that is signed in; faults of scripts and refused parts fail the test."""
    context = browser.new_context(viewport=WIDE, accept_downloads=True, **{"bypass_csp": False, **how})
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda one: said.append(one.text) if one.type in ("error", "warning") else None)
    page.on("pageerror", lambda one: said.append(str(one)))
    page.goto(served.desk.address())
    yield page
    context.close()
    assert not [one for one in said if "422" not in one and "409" not in one], said


def read(page: Any, address: str) -> None:
    """Go to a page; wait while the papers are being read."""
    page.goto(address)
    page.wait_for_selector("#reading", state="detached", timeout=60_000)


def faults(page: Any) -> list[str]:
    """What axe-core finds on the page as it stands, and by how much it sticks out of its window."""
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    told = [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return told + ([f"{over} pixels wider than the window"] if over > 0 else [])


def faults_everywhere(page: Any) -> list[str]:
    """The same in both schemes, in a narrow window and at 400 %."""
    told = []
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        told += [f"{scheme}: {one}" for one in faults(page)]
    for size in (NARROW, ZOOMED):
        page.set_viewport_size(size)
        told += [f"{size['width']} by {size['height']}: {one}" for one in faults(page)]
    page.set_viewport_size(WIDE)
    return told
