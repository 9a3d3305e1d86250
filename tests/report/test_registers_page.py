"""The page of a register in a real Chromium: axe-core, its filters, and the same entries where no script runs."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from in_chromium import look
from registers_made import registers

from coi_audit.model.outgoing import Circle, ListKind
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


@pytest.fixture(scope="module")
def every_page(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each register in both editions, by its file's name."""
    folder = tmp_path_factory.mktemp("every")
    for table in (one for circle in Circle for one in tables_of(registers(circle))):
        (folder / f"{table.file_name}.html").write_text(table_html(table, tool_version="1"), encoding="utf-8")
    return {one.stem: one for one in sorted(folder.iterdir())}


@pytest.mark.parametrize("width", [320, 1024, 1280, 1920])
def test_no_register_scrolls_sideways_and_no_word_of_a_heading_is_broken(
    browser: Any, every_page: dict[str, Path], width: int
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    tables = set()
    for name, path in every_page.items():
        page.goto(path.as_uri())
        over, display, broken = page.evaluate(_MEASURED)
        assert (over, broken) == (0, []), name
        tables |= {name} if display == "table" else set()
    context.close()
    usual = {"register-of-interests-public", "gifts-and-hospitality-public"}
    assert usual <= tables if width >= 1280 else not tables & usual, tables


_MEASURED = """() => {
  const scroll = document.querySelector('.scroll');
  const over = Math.max(scroll.scrollWidth - scroll.clientWidth,
    document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const display = getComputedStyle(document.querySelector('table')).display;
  const heads = [...document.querySelectorAll('thead th')];
  heads.forEach(one => { one.style.overflowWrap = 'normal'; });
  const broken = display === 'table' ? heads.filter(one => one.scrollWidth > one.clientWidth) : [];
  return [over, display, broken.map(one => one.textContent)];
}"""
