"""The start of an evening in a browser: a new body, papers, questions; by mouse, by keyboard, and with no script."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import Served
from in_browser import faults_everywhere, read, window

from coi_audit import paths
from coi_audit.readers.body_file import read_body

SAMPLE = paths.sample_data_folder() / "northfield-ccg"
PAPERS = [SAMPLE / "register 2017-04.xlsx", SAMPLE / "meetings/2017-12-05-pccc/agenda.docx"]


def folder_of(served: Served, page: Any) -> Path:
    known = served.desk.bodies.by_key(page.url.split("/")[4])
    assert known is not None
    return Path(known.folder)


def make_body(page: Any, name: str) -> None:
    """Fill in the first page, and the committee with one member from the register and one by hand."""
    page.get_by_role("link", name="Make a body").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("ODS code").fill("99Z")
    page.get_by_label("Start from its register").set_input_files(PAPERS[0])
    page.get_by_role("button", name="Make the body").click()
    page.get_by_role("heading", name="Members").wait_for()
    page.get_by_label("How many members make a quorum?").fill("3")
    before = page.locator(".desk-member").count()
    page.get_by_role("button", name="Add another member").click()
    page.locator(".desk-member").nth(before).wait_for()
    row = page.locator(".desk-member").nth(before)
    row.get_by_label("Name", exact=True).fill("Ruth Penhale")
    row.get_by_label("Role", exact=True).select_option("lay")
    page.get_by_role("button", name="Save the committee").click()
    page.get_by_role("heading", name="The body", exact=True).wait_for()


def bring(page: Any) -> None:
    """Bring the agenda, and wait until it is read."""
    page.get_by_role("link", name="Papers", exact=True).first.click()
    page.locator("#papers").set_input_files(PAPERS[1:])
    if page.get_by_role("button", name="Bring them in").is_visible():
        page.get_by_role("button", name="Bring them in").click()
    page.get_by_role("heading", name="Meeting of 5 December 2017").wait_for(timeout=60_000)


def answer_all(page: Any) -> int:
    """Answer every question with what one knows; how many there were."""
    page.get_by_role("link", name="Questions", exact=True).click()
    page.get_by_role("heading", name="Questions", exact=True).wait_for(timeout=60_000)
    first = page.get_by_role("link", name=re.compile("Answer (them|it)"))
    if not first.count():
        return 0
    first.click()
    answered = 0
    while page.get_by_role("button", name="Save and go on").count():
        page.get_by_label("I don't know").check()
        page.get_by_label("Your name").fill("Ruth Penhale")
        page.get_by_role("button", name="Save and go on").click()
        answered += 1
        page.get_by_role("main").get_by_text("Kept:").first.wait_for(timeout=60_000)
    return answered


@pytest.mark.parametrize("script", [True, False], ids=["with the script", "without it"])
def test_a_new_body_its_papers_and_its_questions(browser: Any, served: Served, script: bool) -> None:
    with window(browser, served, java_script_enabled=script) as page:
        make_body(page, "NHS Gorse Vale CCG")
        folder = folder_of(served, page)
        members = read_body(folder / "body.yaml").body.committees[0].members
        assert members[-1].name == "Ruth Penhale"
        assert len(members) > 5
        bring(page)
        assert (folder / "meetings/2017-12-05-pccc/agenda.docx").is_file()
        answered = answer_all(page)
        assert answered
        kept = (folder / "answers.yaml").read_text(encoding="utf-8")
        assert kept.count("by: Ruth Penhale") + kept.count('by: "Ruth Penhale"') == answered


def test_papers_dropped_on_the_page_come_in(browser: Any, served: Served, small_folder: Path) -> None:
    key = served.somebody().sign_in().post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    with window(browser, served) as page:
        read(page, f"{served.base}/b/{key}/papers")
        page.evaluate(
            """() => {
                const moved = new DataTransfer();
                moved.items.add(new File(["A note that was dropped here."], "dropped note.txt"));
                document.dispatchEvent(new DragEvent("drop", {dataTransfer: moved, bubbles: true, cancelable: true}));
            }"""
        )
        page.get_by_role("link", name="dropped note.txt").first.wait_for(timeout=60_000)
        assert (small_folder / "dropped note.txt").is_file()


def test_a_question_by_keyboard_alone(browser: Any, served: Served) -> None:
    key = served.somebody().sign_in().post("/sample").url.path.split("/")[2]
    with window(browser, served) as page:
        read(page, f"{served.base}/b/{key}/questions")
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.innerText").startswith("Answer them"):
                break
        page.keyboard.press("Enter")
        page.get_by_role("button", name="Save and go on").wait_for(timeout=60_000)
        for _ in range(40):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.type") == "radio":
                break
        page.keyboard.press("Space")
        page.keyboard.press("ArrowDown")
        assert page.evaluate("document.activeElement.checked")
        for _ in range(10):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name") == "who":
                break
        page.keyboard.type("Ruth Penhale")
        page.keyboard.press("Enter")
        page.get_by_role("main").get_by_text("Kept:").first.wait_for(timeout=60_000)


def test_the_committee_keeps_the_focus_as_rows_come_and_go(browser: Any, served: Served, small_folder: Path) -> None:
    key = served.somebody().sign_in().post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    with window(browser, served) as page:
        read(page, f"{served.base}/b/{key}/body/committees/0")
        rows = page.locator(".desk-member").count()
        page.locator("#add-member").focus()
        page.keyboard.press("Enter")
        page.locator(".desk-member").nth(rows).wait_for()
        page.wait_for_function(f"document.activeElement.id === 'm{rows}-name'")


@pytest.mark.long
def test_axe_finds_nothing_on_these_pages(browser: Any, served: Served) -> None:
    key = served.somebody().sign_in().post("/sample").url.path.split("/")[2]
    home = f"{served.base}/b/{key}"
    with window(browser, served) as page:
        read(page, f"{home}/papers")
        register = page.get_by_role("link", name="full register 2017-11.xlsx").get_attribute("href")
        read(page, f"{home}/questions")
        question = page.get_by_role("link", name=re.compile("Answer (them|it)")).get_attribute("href")
        for address in (
            f"{home}/papers",
            f"{home}/questions",
            f"{served.base}{question}",
            f"{served.base}{register}",
            f"{home}/body",
            f"{home}/body/committees/2",
            f"{served.base}/new",
            f"{served.base}/",
        ):
            read(page, address)
            assert not faults_everywhere(page), address


@pytest.mark.long
def test_axe_finds_nothing_where_something_is_wrong(browser: Any, served: Served, small_folder: Path) -> None:
    key = served.somebody().sign_in().post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    with window(browser, served) as page:
        read(page, f"{served.base}/new")
        page.get_by_role("button", name="Make the body").click()
        page.get_by_role("heading", name="There is a problem").wait_for()
        assert not faults_everywhere(page)
        read(page, f"{served.base}/b/{key}/body/committees/0")
        page.locator("#quorum").fill("many")
        page.locator("#m0-name").fill("")
        page.get_by_role("button", name="Save the committee").click()
        page.get_by_role("heading", name="There is a problem").wait_for()
        assert not faults_everywhere(page)
        page.get_by_role("link", name=re.compile("Enter the number")).click()
        assert page.evaluate("document.activeElement.id") == "quorum"
