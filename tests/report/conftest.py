"""The two papers, made once for all tests of this folder."""

from __future__ import annotations

from pathlib import Path

import pytest
from audits import audit, check

from coi_audit import paths
from coi_audit.checks import all_checks
from coi_audit.report.assurance import write_assurance_pdf
from coi_audit.report.pack import write_pack_pdf
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.types import Rulebook


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return load_rulebook(paths.rules_folder(), all_checks())


@pytest.fixture(scope="session")
def assurance_pdf(rulebook: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "assurance.pdf"
    write_assurance_pdf(audit(), rulebook, path)
    return path


@pytest.fixture(scope="session")
def pack_pdf(rulebook: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("papers") / "pack.pdf"
    write_pack_pdf(check(), rulebook, path)
    return path


@pytest.fixture(scope="session", params=["assurance_pdf", "pack_pdf"])
def paper(request: pytest.FixtureRequest) -> Path:
    """Each of the two papers in turn."""
    return Path(str(request.getfixturevalue(request.param)))
