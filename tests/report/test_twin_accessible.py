"""The pages for the browser, put to axe-core in a real Chromium: light and dark, wide, narrow and magnified."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from audits import audit, check
from in_chromium import look

from coi_audit.report.twin import assurance_twin, pack_twin
from coi_audit.rulebook.types import Rulebook

VIEWS = (
    pytest.param("light", 1280, id="light, wide"),
    pytest.param("dark", 320, id="dark, 320 pixels: a window of 1280 magnified four times"),
)
READING = "Name,Position,Organisation,Nature of interest,From\nDr Ann Vale,GP,Mill Lane Surgery,Partner,Sept 2016\n"


@pytest.fixture(scope="session")
def pages(rulebook: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Each kind of page in a file."""
    from coi_audit import app

    folder = tmp_path_factory.mktemp("pages")
    (folder / "register.csv").write_text(READING, encoding="utf-8")
    made = {name: folder / f"{name}.html" for name in ("assurance", "pack", "reading")}
    made["assurance"].write_text(assurance_twin(audit(), rulebook), encoding="utf-8")
    made["pack"].write_text(pack_twin(check(), rulebook), encoding="utf-8")
    app.write_reading(app.read_file(folder / "register.csv"), made["reading"])
    return made


@pytest.mark.parametrize("name", ["assurance", "pack", "reading"])
@pytest.mark.parametrize(("scheme", "width"), VIEWS)
def test_axe_finds_nothing(browser: Any, pages: dict[str, Path], name: str, scheme: str, width: int) -> None:
    seen = look(browser, pages[name], scheme, width)
    assert seen.faults == []
    assert seen.over <= 0, f"the page is {seen.over} pixels wider than the window"
    assert seen.asked == []


def test_axe_would_find_a_fault(browser: Any, tmp_path: Path) -> None:
    from axe_playwright_python.sync_playwright import Axe

    faulty = "<html lang='en'><title>T</title><main><h1>T</h1><p style='color:#ccc'>pale</p><img src='data:,'></main>"
    (tmp_path / "faulty.html").write_text(faulty, encoding="utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "faulty.html").as_uri())
    found = {one["id"] for one in Axe().run(page).response["violations"]}
    page.close()
    assert {"color-contrast", "image-alt"} <= found
