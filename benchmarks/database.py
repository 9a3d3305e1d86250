"""A PostgreSQL server of our own for the time of a benchmark, where its programs are installed."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Server:
    """A server that runs; `address` holds "{}" where the database's name goes."""

    address: str
    _numbers: Iterator[int] = field(default_factory=count)

    def new_database(self) -> str:
        """The address of a database that is empty."""
        import psycopg

        name = f"bench_{next(self._numbers)}"
        with psycopg.connect(self.address.format("postgres"), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.address.format(name)


@contextmanager
def new_server() -> Iterator[Server | str]:
    """A server as it is set up by default, but for where it listens; or why there is none."""
    programs = next((one for one in sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)), None)
    if programs is None or not (programs / "initdb").exists():
        yield "its server is not installed here (Debian: apt-get install postgresql)."
        return
    before, account = _as_somebody()
    folder = Path(tempfile.mkdtemp(prefix="coi-pg-"))
    if account is not None:
        os.chown(folder, account, -1)
    data, log = folder / "data", folder / "log"
    try:
        _run([*before, str(programs / "initdb"), "-D", str(data), "-A", "trust", "-U", "coi", "-E", "UTF8"])
        settings = f"-k {folder} -c listen_addresses=''"
        _run([*before, str(programs / "pg_ctl"), "-D", str(data), "-l", str(log), "-o", settings, "-w", "start"])
        yield Server(f"postgresql://coi@/{{}}?host={folder}")
    except subprocess.CalledProcessError as error:
        yield f"its server does not start here: {error}"
    finally:
        stop = [*before, str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop"]
        subprocess.run(stop, check=False, capture_output=True, timeout=60)
        shutil.rmtree(folder, ignore_errors=True)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=120, cwd="/")


def _as_somebody() -> tuple[list[str], int | None]:
    """PostgreSQL does not start as root: then as its own account, or as nobody."""
    if os.geteuid() != 0:
        return [], None
    for name in ("postgres", "nobody"):
        try:
            account = pwd.getpwnam(name)
        except KeyError:
            continue
        drop = ["setpriv", f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"]
        return drop, account.pw_uid
    return [], None
