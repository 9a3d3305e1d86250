"""The script `run`: found through links and spaces, quick the second time, plain about what it cannot bring."""

from __future__ import annotations

import os
import resource
import shutil
import subprocess
from pathlib import Path

import pytest

from coi_audit.errors import ExitCode

REPO = Path(__file__).resolve().parents[1]
RUN = REPO / "run"
# What any machine has, and no more: no Python, no package manager.
BARE = ("awk", "cat", "cksum", "dirname", "id", "mkdir", "readlink", "sed", "sh", "touch")


def shells() -> list[str]:
    return [name for name in ("dash", "bash", "sh") if shutil.which(name)]


def call(*command: str | Path, path: str | None = None, cwd: Path = REPO) -> subprocess.CompletedProcess[str]:
    env = {**os.environ, **({"PATH": path} if path is not None else {})}
    return subprocess.run(
        [str(one) for one in command],
        check=False,
        env=env,
        cwd=cwd,
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture
def bare_machine(tmp_path: Path) -> Path:
    """A folder of programs to use as the whole PATH; tests add stand-ins for package managers."""
    programs = tmp_path / "programs"
    programs.mkdir()
    for name in BARE:
        found = shutil.which(name)
        assert found, name
        (programs / name).write_text(f'#!/bin/sh\nexec {found} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    return programs


def stand_in(programs: Path, name: str, says: str = "exit 1") -> None:
    file = programs / name
    file.unlink(missing_ok=True)  # never write through a link to the machine's own program
    file.write_text(f"#!/bin/sh\n{says}\n", encoding="utf-8")
    file.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of what the script looks at, in a folder with a space in its name, not set up."""
    folder = tmp_path / "my papers" / "coi-audit"
    folder.mkdir(parents=True)
    for name in ("run", "pyproject.toml", "requirements.lock", "requirements-test.lock"):
        shutil.copy2(REPO / name, folder / name)
    return folder


@pytest.mark.parametrize("shell", shells())
def test_every_shell_can_parse_the_script(shell: str) -> None:
    assert call(shell, "-n", RUN).returncode == 0


def test_help_needs_no_set_up_and_names_every_command(checkout: Path, bare_machine: Path) -> None:
    told = call(checkout / "run", path=str(bare_machine))
    assert told.returncode == 0
    assert told.stdout == call(checkout / "run", "--help", path=str(bare_machine)).stdout
    for command in ("demo", "test", "long", "bench", "setup"):
        assert f"./run {command} " in told.stdout
    assert not (checkout / ".venv").exists()


def test_it_finds_its_project_through_links_and_spaces_from_any_folder(
    checkout: Path, bare_machine: Path, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "else where"
    elsewhere.mkdir()
    (elsewhere / "near").symlink_to("../my papers/coi-audit/run")
    (elsewhere / "far").symlink_to(elsewhere / "near")
    for name in ("near", "./far", str(elsewhere / "far")):
        told = call("sh", name, cwd=elsewhere, path=str(bare_machine))
        assert told.returncode == 0, told.stderr
        assert "./run demo" in told.stdout


@pytest.mark.parametrize(
    ("manager", "line"),
    [
        ("apt-get", "sudo apt-get update && sudo apt-get install -y python3 python3-venv ca-certificates libpango"),
        ("dnf", "sudo dnf install -y python3 pango harfbuzz fontconfig"),
        ("brew", "brew install python pango"),
        ("", "Python 3.11 or newer (with venv) and Pango"),
    ],
)
def test_what_it_cannot_bring_it_names_with_the_line_to_type(
    checkout: Path, bare_machine: Path, manager: str, line: str
) -> None:
    if manager:
        stand_in(bare_machine, manager)
    told = call(checkout / "run", "demo", path=str(bare_machine))
    assert told.returncode == ExitCode.SETUP
    assert "there is no Python 3.11 or newer with venv" in told.stderr
    assert line in told.stderr
    assert told.stdout == ""
    if manager in ("dnf", "brew"):
        assert "has not been tried" in told.stderr


def test_an_old_python_is_not_taken(checkout: Path, bare_machine: Path) -> None:
    stand_in(bare_machine, "python3", "exit 1")
    assert call(checkout / "run", "demo", path=str(bare_machine)).returncode == ExitCode.SETUP


def test_without_root_no_password_is_asked_for_and_libraries_are_unpacked(checkout: Path, bare_machine: Path) -> None:
    stand_in(bare_machine, "id", "echo 1000")
    stand_in(bare_machine, "sudo", 'echo "$*" >>"$0.asked"; exit 1')
    stand_in(bare_machine, "apt-get", 'echo "$*" >>"$0.asked"; exit 1')
    # A Python that is new enough, but cannot load Pango (it is asked through standard input).
    stand_in(bare_machine, "python3", '[ "$1" = -c ]')
    told = call(checkout / "run", "demo", path=str(bare_machine))
    assert told.returncode == ExitCode.SETUP
    assert "Without root: unpacking libpango-1.0-0" in told.stderr
    assert "Pango, which lays out the PDF, is missing" in told.stderr
    assert (bare_machine / "sudo.asked").read_text(encoding="utf-8").split() == ["-n", "true"]
    assert f"Dir::State={checkout}/.sys/state" in (bare_machine / "apt-get.asked").read_text(encoding="utf-8")


def test_as_root_the_libraries_come_from_apt_without_sudo(checkout: Path, bare_machine: Path) -> None:
    stand_in(bare_machine, "id", "echo 0")
    stand_in(bare_machine, "sudo", 'touch "$0.asked"')
    stand_in(bare_machine, "env", 'echo "$*" >>"$0.asked"')
    stand_in(bare_machine, "apt-get")
    stand_in(bare_machine, "python3", '[ "$1" = -c ]')
    call(checkout / "run", "demo", path=str(bare_machine))
    asked = (bare_machine / "env.asked").read_text(encoding="utf-8")
    assert "apt-get update" in asked
    assert "install -y -qq --no-install-recommends libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in asked
    assert not (bare_machine / "sudo.asked").exists()


def test_when_set_up_a_second_run_takes_less_than_a_second() -> None:
    if not any((REPO / ".venv").glob(".ready-*")):
        pytest.skip("this environment was not made by ./run")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    told = call(RUN, "setup")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if "Installing" in told.stderr:
        pytest.skip("the pins changed since the last set-up")
    assert told.returncode == 0, told.stderr
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 1


def test_what_decides_is_what_a_person_types() -> None:
    lines = (REPO / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    assert "exec ./run test" in lines
    assert os.access(REPO / ".ci" / "run", os.X_OK)
    assert os.access(RUN, os.X_OK)
