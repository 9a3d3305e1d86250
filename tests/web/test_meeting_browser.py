"""The meeting in a real browser: by mouse, by keyboard alone, and without the script."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import Served
from in_browser import faults, faults_everywhere, read, window

from benchmarks.large_body import DAY, write_large_body

WAIT = 60_000
GONE = ("Kim Abney", "Kim Eastlake", "Kim Ibbotson")


@pytest.fixture
def own(served: Served, tmp_path: Path) -> tuple[str, Path]:
    """A body of one's own: its meeting's address, and the meeting's folder."""
    folder = write_large_body(tmp_path / "farrowdale", items=5, members=9)
    key = served.somebody().sign_in().post("/open", {"folder": str(folder)}).url.path.split("/")[2]
    return f"{served.base}/b/{key}/meetings/{DAY}", folder / f"meetings/{DAY}-pccc"


def waited(page: Any, words: str) -> None:
    page.wait_for_function("words => document.body.innerText.includes(words)", arg=words, timeout=WAIT)


def tried(page: Any, name: str) -> None:
    told = "name => (document.querySelector('#tried-0') || {innerText: ''}).innerText.includes(name)"
    page.wait_for_function(told, arg=name, timeout=WAIT)


def test_by_mouse_until_an_item_cannot_be_decided(browser: Any, served: Served, own: tuple[str, Path]) -> None:
    with window(browser, served) as page:
        read(page, own[0])
        assert "items 2 and 4 cannot be decided" in page.inner_text("#summary-0")
        for name in GONE:
            page.get_by_label(name, exact=True).uncheck()
            tried(page, name)
        waited(page, "items 1, 2, 3, 4 and 5 cannot be decided as things stand")
        assert re.search(r"\?away=0~", page.url)
        page.locator(".desk-act__link").first.click()
        page.wait_for_selector("#why-0 h2", timeout=WAIT)
        assert page.evaluate("document.activeElement.tagName") == "H2"
        page.locator("#rule-it").click()
        page.fill("#ruling-reason", "No money is decided at this item")
        page.fill("#ruling-who", "Ruth Penhale")
        page.click("#ruling-record")
        waited(page, "is recorded")
        page.wait_for_selector("#save-0")
        page.click("#save-0")
        waited(page, "Saved as the attendance list")
        assert "No money is decided" in (own[1] / "decisions.yaml").read_text(encoding="utf-8")
        assert (own[1] / "attendance.csv").read_text(encoding="utf-8").count(",no,") == len(GONE)


def test_by_keyboard_alone_the_focus_stays_on_the_tick(browser: Any, served: Served, own: tuple[str, Path]) -> None:
    with window(browser, served) as page:
        read(page, own[0])
        for _ in range(80):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.id").startswith("in-0-"):
                break
        at = page.evaluate("document.activeElement.id")
        assert at.startswith("in-0-")
        page.keyboard.press("Space")
        waited(page, "Tried out, not saved")
        page.wait_for_function("id => document.activeElement.id === id", arg=at)
        page.keyboard.press("Tab")
        page.keyboard.type("Jo Bracewell")
        page.keyboard.press("Enter")
        waited(page, "sits for")
        page.locator(".desk-act__link").first.focus()
        page.keyboard.press("Enter")
        page.wait_for_selector("#why-0 h2", timeout=WAIT)
        page.keyboard.press("Tab")
        assert page.evaluate("document.querySelector('#why-0').contains(document.activeElement)")


def test_without_the_script_everything_is_reached(browser: Any, served: Served, own: tuple[str, Path]) -> None:
    with window(browser, served, java_script_enabled=False) as page:
        page.goto(own[0])
        for _ in range(60):
            if page.locator("#matrix-0").count():
                break
            page.wait_for_timeout(200)
            page.goto(own[0])
        for name in GONE:
            page.get_by_label(name, exact=True).uncheck()
        page.click("#again-0")
        assert "cannot be decided as things stand" in page.inner_text("#summary-0")
        page.locator(".desk-act__link").first.click()
        assert page.locator("h1").inner_text().startswith("Why:")
        page.locator("#rule-it").click()
        page.fill("#ruling-reason", "No money is decided at this item")
        page.fill("#ruling-who", "Ruth Penhale")
        page.click("#ruling-record")
        assert "is recorded" in page.inner_text("main")
        page.click("#save-0")
        assert (own[1] / "attendance.csv").is_file()


@pytest.mark.parametrize(
    "looked",
    [pytest.param(faults, id="plain"), pytest.param(faults_everywhere, id="everywhere", marks=pytest.mark.long)],
)
def test_every_state_is_for_everybody(
    browser: Any, served: Served, own: tuple[str, Path], looked: Callable[[Any], list[str]]
) -> None:
    with window(browser, served, bypass_csp=True) as page:
        read(page, own[0])
        assert looked(page) == []
        for name in GONE:
            page.get_by_label(name, exact=True).uncheck()
            tried(page, name)
        page.locator(".desk-act__link").first.click()
        page.wait_for_selector("#why-0 h2", timeout=WAIT)
        page.locator("#rule-it").click()
        assert looked(page) == []
        page.goto(page.locator(".desk-act__link").first.evaluate("one => one.href"))
        page.locator("#rule-it").click()
        page.click("#ruling-record")
        assert "The ruling was not recorded" in page.inner_text("main")
        assert looked(page) == []


@pytest.mark.long
def test_the_pack_is_made_and_taken(browser: Any, served: Served, own: tuple[str, Path], tmp_path: Path) -> None:
    with window(browser, served) as page:
        read(page, own[0])
        page.click("#pack-docx")
        page.wait_for_selector("#take-it", timeout=120_000)
        with page.expect_download() as download:
            page.click("#take-it")
        assert download.value.suggested_filename == f"NHS Farrowdale CCG pack {DAY}.docx"
        download.value.save_as(tmp_path / "pack.docx")
        assert (tmp_path / "pack.docx").read_bytes()[:2] == b"PK"
