"""A desk for each test file, and somebody signed in at it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from at_the_desk import Served, Somebody

from coi_audit import paths

CHROMIUM = os.environ.get("COI_AUDIT_CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A desk for one test file."""
    made = Served(tmp_path_factory.mktemp("desk"))
    yield made
    made.stop()


@pytest.fixture
def secretary(served: Served) -> Iterator[Somebody]:
    """Somebody signed in."""
    one = served.somebody().sign_in()
    yield one
    one.client.close()


@pytest.fixture(scope="module")
def sample_key(served: Served, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The key of the sample body, in a copy of its own, opened and known to the desk."""
    one = served.somebody().sign_in()
    answer = one.post("/sample")
    assert answer.status_code == 200, answer.text
    return answer.url.path.split("/")[2]


@pytest.fixture
def small_folder(tmp_path: Path) -> Path:
    """A case folder with a body, a register and one meeting, in a place of its own."""
    folder = tmp_path / "southmoor"
    shutil.copytree(paths.sample_data_folder() / "southmoor-ccg", folder)
    return folder
