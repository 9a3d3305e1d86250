"""The page of a register in a real Chromium: axe-core, its filters, and the same entries where no script runs."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from registers_made import registers

from coi_audit.model.outgoing import ListKind
from coi_audit.report.registers.printed import table_html
from coi_audit.report.registers.tables import tables_of

CHROMIUM = os.environ.get("COI_AUDIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
SHOWN = "tbody tr:not([hidden])"


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One browser for all; without one these tests are skipped, and say so."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed: set COI_AUDIT_CHROMIUM to one")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "register.html"
    interests = next(one for one in tables_of(registers()) if one.kind is ListKind.INTERESTS)
    path.write_text(table_html(interests, tool_version="1"), encoding="utf-8")
    return path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_sticks_out(browser: Any, page_file: Path, scheme: str, width: int) -> None:
    from axe_playwright_python.sync_playwright import Axe

    asked: list[str] = []
    context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": 900}, bypass_csp=True)
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file.as_uri())
    found = Axe().run(page).response["violations"]
    told = [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    context.close()
    assert told == []
    assert over <= 0, f"the page is {over} pixels wider than the window"
    assert [one for one in asked if not one.startswith("file:")] == []


def test_words_and_filters_find_entries_under_the_pages_own_policy(browser: Any, page_file: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(page_file.as_uri())
    assert page.locator(SHOWN).count() == 4
    page.fill("#words", "millbeck TRUSTEE")
    assert page.locator(SHOWN).count() == 1
    assert page.inner_text("#shown") == "1 of 4 shown."
    page.fill("#words", "")
    page.select_option("#filter-0", label="Indirect")
    assert page.locator(SHOWN).count() == 1
    page.select_option("#filter-1", label="Audit Committee")
    assert page.locator(SHOWN).count() == 0
    page.click("button[type=reset]")
    page.wait_for_function("document.getElementById('shown').textContent === 'All 4 shown.'")
    context.close()
    assert refused == []


def test_without_script_every_entry_stands_and_no_dead_form(browser: Any, page_file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(page_file.as_uri())
    assert page.locator("tbody tr").count() == 4
    assert page.locator("#find").is_hidden()
    context.close()
