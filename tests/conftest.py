"""What every test may ask for: the slow ones by `--long`, and the folder of real lists to develop against."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from in_chromium import CHROMIUM

REPO = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests marked long (./run long runs only those)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: too slow for every change; runs with --long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long") is not None:  # its keywords would also hold the names of folders
            item.add_marker(pytest.mark.skip(reason="marked long: ./run long runs it"))


@pytest.fixture(scope="session")
def dev_data() -> Path:
    """Real organisation lists, kept outside the project; a test that needs them is skipped where they are not."""
    folder = Path(os.environ.get("COI_AUDIT_DEV_DATA") or REPO.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip("the development data is not at hand: set COI_AUDIT_DEV_DATA to its folder")
    return folder


@pytest.fixture
def sample_folder() -> Path:
    """The invented case folders."""
    return REPO / "sample_data"


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """One browser for all; without one the tests that ask for it are skipped, and say so."""
    sync_api = pytest.importorskip("playwright.sync_api")
    if CHROMIUM is None:
        pytest.skip("no Chromium is installed: set COI_AUDIT_CHROMIUM to one")
    try:
        playwright = sync_api.sync_playwright().start()
    except Exception as error:  # its driver lacks a library of this machine
        pytest.skip(f"the browser's driver does not start here: {error}")
    browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
    yield browser
    browser.close()
    playwright.stop()
