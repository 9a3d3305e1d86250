"""A store on each database: SQLite always, PostgreSQL on a server of our own where its programs are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import pytest

from coi_audit.store.opening import Store, open_store

_names = count(1)


def _programs() -> Path | None:
    """Where initdb and pg_ctl are: on the path, or where Debian puts them."""
    found = shutil.which("initdb")
    places = [Path(found).resolve().parent] if found else []
    places += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((one for one in places if (one / "initdb").exists() and (one / "pg_ctl").exists()), None)


def _as_somebody() -> tuple[list[str], int | None]:
    """PostgreSQL does not start as root: then as its own account, or as nobody."""
    if os.geteuid() != 0:
        return [], None
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        if shutil.which("setpriv"):
            return [
                "setpriv",
                f"--reuid={account.pw_uid}",
                f"--regid={account.pw_gid}",
                "--clear-groups",
            ], account.pw_uid
    return [], None


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The address of a server of our own, "{}" standing for the database; skipped, saying so, where there is none."""
    programs = _programs()
    if programs is None:
        pytest.skip("PostgreSQL's server is not installed here (Debian: apt-get install postgresql)")
    before, account = _as_somebody()
    if os.geteuid() == 0 and account is None:
        pytest.skip("PostgreSQL does not start as root, and there is no other account to start it as")
    folder = Path(
        tempfile.mkdtemp(prefix="coi-pg-", dir="/tmp" if Path("/tmp").is_dir() else None)
    )  # a short path: sockets
    if account is not None:
        os.chown(folder, account, -1)
    data, log = folder / "data", folder / "log"
    try:
        _run(
            [*before, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "coi", "-E", "UTF8", "--no-sync"]
        )
        settings = f"-k {folder} -c listen_addresses='' -c fsync=off -c max_connections=40"
        _run([*before, str(programs / "pg_ctl"), "-D", str(data), "-l", str(log), "-o", settings, "-w", "start"])
        yield f"postgresql://coi@/{{}}?host={folder}"
    finally:
        subprocess.run(
            [*before, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"],
            check=False,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=60,
        )
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, check=False, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=120, cwd="/", text=True
    )
    if done.returncode:
        pytest.skip(f"PostgreSQL's server does not start here: {done.stderr.strip()[-200:]}")


@pytest.fixture(params=["sqlite", "postgresql"])
def new_address(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Gives, each time it is called, where a store that is not there yet can be made; on each database in turn."""
    if request.param == "sqlite":
        return lambda: str(tmp_path / f"kept {next(_names)}" / "store.sqlite3")
    server: str = request.getfixturevalue("postgresql")

    def made() -> str:
        import psycopg

        name = f"kept_{os.getpid()}_{next(_names)}"
        with psycopg.connect(server.format("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
        return server.format(name)

    return made


@pytest.fixture
def address(new_address: Callable[[], str]) -> str:
    """Where a store that is not there yet can be made, on each database in turn."""
    return new_address()


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store on each database in turn."""
    opened = open_store(address, create=True)
    yield opened
    opened.close()
