"""The wheel holds all it needs: installed away from the checkout, it tests its rules and writes its reports."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from coi_audit import __version__
from coi_audit.errors import ExitCode

REPO = Path(__file__).resolve().parents[1]
DATA_FOLDERS = ("rules", "templates", "sample_data")
GENERATED = {"__pycache__", ".mypy_cache", ".ruff_cache"}
ONLY_FOR_TESTS = ("sample_data/more/", "sample_data/make_more.py", "sample_data/many/", "sample_data/make_bodies.py")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder holding the wheel and the sdist."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-d", str(out)], cwd=REPO, check=True)
    return out


@pytest.fixture(scope="module")
def installed(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An environment of its own with the wheel in it, which sees the packages of this one but not this project."""
    folder = tmp_path_factory.mktemp("else where") / "environment"
    venv.create(folder, with_pip=False)
    wheel = next(built.glob("*.whl"))
    python = folder / "bin" / "python"
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", "--no-deps", "--no-index"]
    subprocess.run([*pip, str(wheel)], check=True)
    site = next((folder / "lib").glob("python*/site-packages"))
    (site / "packages_of_the_tests.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    return folder


def call(installed: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "PYTHONHOME")}
    return subprocess.run(
        [str(installed / "bin" / arguments[0]), *arguments[1:]],
        check=False,
        cwd=cwd,
        env=env,
        capture_output=True,
        text=True,
    )


def committed(folder: str) -> set[str]:
    """What stands in a folder of the checkout, but for what Python writes there itself."""
    return {
        path.relative_to(REPO).as_posix()
        for path in (REPO / folder).rglob("*")
        if path.is_file() and not GENERATED & set(path.parts)
    }


def test_the_wheel_holds_rules_templates_and_sample_data(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        held = set(wheel.namelist())
    for folder in DATA_FOLDERS:
        wanted = {name for name in committed(folder) if not name.startswith(ONLY_FOR_TESTS)}
        assert {f"coi_audit/{name}" for name in wanted} <= held
    assert not [name for name in held if name.startswith(tuple(f"coi_audit/{one}" for one in ONLY_FOR_TESTS))]
    assert not [name for name in held if "__pycache__" in name or name.startswith("tests/")]


def test_the_sdist_holds_what_the_wheel_is_made_of(built: Path) -> None:
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        held = {name.split("/", 1)[1] for name in sdist.getnames() if "/" in name}
    wanted = {"pyproject.toml", "README.md", "run", "coi_audit/cli/__init__.py"}
    for folder in DATA_FOLDERS:
        wanted |= committed(folder)
    assert wanted - held == set()


def test_installed_elsewhere_it_runs_its_own_rules(installed: Path, tmp_path: Path) -> None:
    where = call(installed, "python", "-c", "import coi_audit.paths as p; print(p.rules_folder())", cwd=tmp_path)
    assert Path(where.stdout.strip()).is_relative_to(installed), where.stderr
    assert __version__ in call(installed, "coi-audit", "--version", cwd=tmp_path).stdout
    told = call(installed, "coi-audit", "rules", "test", "--json", cwd=tmp_path)
    assert told.returncode == ExitCode.CLEAN, told.stderr
    assert json.loads(told.stdout)["wrong"] == []
    assert json.loads(told.stdout)["cases"] > 100


def test_installed_elsewhere_it_writes_a_report(installed: Path, tmp_path: Path) -> None:
    sample = next((installed / "lib").glob("python*/site-packages/coi_audit/sample_data/southmoor-ccg"))
    told = call(
        installed, "coi-audit", "audit", str(sample), "--as-of", "2018-01-15", "--pdf", "report.pdf", cwd=tmp_path
    )
    assert "Traceback" not in told.stderr
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF"), told.stderr


@pytest.mark.long
def test_installed_elsewhere_the_demo_writes_its_papers(installed: Path, tmp_path: Path) -> None:
    told = call(installed, "coi-audit", "demo", cwd=tmp_path)
    assert told.returncode == ExitCode.CLEAN, told.stderr
    written = sorted(one.name for one in (tmp_path / "coi-audit-demo").iterdir())
    assert "northfield-ccg-report.pdf" in written
    assert "northfield-ccg-audit.json" in written
    assert sorted(one.name for one in tmp_path.iterdir()) == ["coi-audit-demo"]
