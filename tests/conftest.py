"""What every test may ask for: the slow ones by `--long`, and the folder of real lists to develop against."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

REPO = Path(__file__).resolve().parents[1]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="also run the tests marked long (./run long runs only those)")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "long: too slow for every change; runs with --long")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if config.getoption("--long"):
        return
    for item in items:
        if "long" in item.keywords:
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
