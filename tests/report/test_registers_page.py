"""The page of a register in a real Chromium: axe-core, its filters, and the same entries where no script runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_chromium import look
from registers_made import registers

from coi_audit.model.outgoing import ListKind
from coi_audit.report.registers.printed import table_html
from coi_audit.report.registers.tables import tables_of

SHOWN = "tbody tr:not([hidden])"


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("pages") / "register.html"
    interests = next(one for one in tables_of(registers()) if one.kind is ListKind.INTERESTS)
    path.write_text(table_html(interests, tool_version="1"), encoding="utf-8")
    return path


@pytest.mark.parametrize(("scheme", "width"), [("light", 1400), ("dark", 320)])
def test_axe_finds_nothing_and_nothing_sticks_out(browser: Any, page_file: Path, scheme: str, width: int) -> None:
    seen = look(browser, page_file, scheme, width)
    assert seen.faults == []
    assert seen.over <= 0, f"the page is {seen.over} pixels wider than the window"
    assert seen.asked == []


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
