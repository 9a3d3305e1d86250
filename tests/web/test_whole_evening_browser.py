"""The whole evening by keyboard alone, from the first page to the pack; and the states nobody looked at elsewhere."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import SAMPLE_MEETING, Served, Somebody
from in_browser import faults_everywhere, read, window

from benchmarks.large_body import DAY, write_large_body
from coi_audit import paths

WAIT = 90_000
GONE = ("Kim Abney", "Kim Eastlake", "Kim Ibbotson")


class Hands:
    """Somebody who has a keyboard and no mouse."""

    def __init__(self, page: Any) -> None:
        self.page = page

    def to(self, selector: str) -> None:
        """Tab until the focus is on what the selector tells, from wherever it is; waits for the page that has it."""
        self.page.wait_for_selector(selector, state="attached", timeout=WAIT)
        for _ in range(300):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("told => document.activeElement.matches(told)", selector):
                return
        raise AssertionError(f"{selector} is not reached by the keyboard on {self.page.url}")

    def press(self, selector: str, key: str = "Enter") -> None:
        """Go there and press it."""
        self.to(selector)
        self.page.keyboard.press(key)

    def write(self, selector: str, words: str) -> None:
        """Go there and type."""
        self.to(selector)
        self.page.keyboard.type(words)

    def sees(self, words: str) -> None:
        """Wait until the page says so."""
        self.page.wait_for_function("words => document.body.innerText.includes(words)", arg=words, timeout=WAIT)


@pytest.mark.long
def test_the_whole_evening_by_keyboard_alone(browser: Any, served: Served, tmp_path: Path) -> None:
    with window(browser, served) as page:
        hands = Hands(page)
        hands.press("a[href='/new']")
        hands.write("#name", "NHS Keyboard CCG")
        hands.press("main button.nhsuk-button:not(.nhsuk-button--secondary)")
        hands.sees("NHS Keyboard CCG")
        folder = write_large_body(tmp_path / "farrowdale", items=5, members=9)
        read(page, served.base)
        hands.write("#folder", str(folder))
        page.keyboard.press("Enter")
        page.wait_for_selector("a[href$='/papers']", timeout=WAIT)
        hands.press("a[href$='/papers']")
        page.wait_for_selector("input[type=file]", timeout=WAIT)
        hands.to("input[type=file]")  # the system's own window to choose a file opens from here
        extra = tmp_path / "a note.txt"
        extra.write_text("A note.", encoding="utf-8")
        page.locator("input[type=file]").first.set_input_files(extra)
        hands.press("main form[enctype] button[type=submit]")
        hands.sees("a note.txt")
        hands.press("a[href$='/questions']")
        hands.sees("The papers leave")
        key = page.url.split("/b/")[1].split("/")[0]
        hands.press(f"a[href='/b/{key}']")
        hands.press(f"a[href$='/meetings/{DAY}']")
        page.wait_for_selector("#matrix-0", timeout=WAIT)
        for name in GONE:
            mark = page.get_by_label(name, exact=True).get_attribute("id")
            hands.press(f"#{mark}", "Space")
            hands.sees(name)
            page.wait_for_function("id => document.activeElement.id === id", arg=mark, timeout=WAIT)
        hands.sees("cannot be decided as things stand")
        hands.press(".desk-act__link")
        page.wait_for_selector("#why-0 h2", timeout=WAIT)
        hands.press("#rule-it")
        hands.write("#ruling-reason", "No money is decided at this item")
        hands.write("#ruling-who", "Ruth Penhale")
        page.keyboard.press("Enter")
        hands.sees("is recorded")
        hands.press("#pack-docx")
        page.wait_for_selector("#take-it", timeout=WAIT)
        with page.expect_download() as download:
            hands.press("#take-it")
        assert download.value.suggested_filename.endswith(".docx")
    assert "No money is decided" in next(folder.rglob("decisions.yaml")).read_text(encoding="utf-8")


@pytest.mark.long
def test_a_held_meeting_and_a_page_that_waits_have_no_fault(
    browser: Any, served: Served, secretary: Somebody, sample_key: str
) -> None:
    with window(browser, served, bypass_csp=True) as page:
        read(page, f"{served.base}/b/{sample_key}/meetings/2017-09-05")
        assert not faults_everywhere(page)
        why = page.locator(".desk-act__link").first.evaluate("one => one.href")
        page.goto(why)
        assert not faults_everywhere(page)
        page.goto(f"{served.base}/b/{sample_key}/meetings/{SAMPLE_MEETING}")
        page.click("#pack-pdf")
        page.wait_for_load_state()
        assert not faults_everywhere(page)
        page.wait_for_selector("#take-it", timeout=WAIT)
        assert not faults_everywhere(page)


@pytest.mark.long
def test_a_page_that_reads_has_no_fault_without_the_script(browser: Any, served: Served, secretary: Somebody) -> None:
    secretary.get("/")
    answer = secretary.post("/sample", follow_redirects=False)
    key = re.findall(r"/b/([0-9a-f]{12})", answer.headers["location"])[0]
    assert paths.sample_data_folder().is_dir()
    with window(browser, served, bypass_csp=True) as page:
        page.goto(f"{served.base}/b/{key}")
        assert not faults_everywhere(page)
