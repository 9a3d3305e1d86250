"""Reads damaged papers in a process of its own, watched: what each said, how long it took, what it touched."""

from __future__ import annotations

import os
import random
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from damage import CANARY, DAMAGES, bomb
from seeds import seeds

SECONDS = 20.0  # of CPU: no paper may take longer
MEMORY = 1024 * 1024 * 1024  # bytes that the process may come to hold
_SECRET = "words of a file outside the folder"
_BOMBS_EACH = 250  # one in so many papers is a bomb: they are slow to make


@dataclass(slots=True)
class Told:
    """What came of a run: how many were read, refused with a message, and every fault in words."""

    papers: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)
    slowest: float = 0.0
    peak: int = 0


def run(start: int, papers: int, note: Path) -> Told:
    """Read the papers numbered from `start`; `note` holds the number at hand. The same number gives the same paper."""
    told = Told()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "case"
        folder.mkdir()
        CANARY.write_text(_SECRET, encoding="utf-8")
        os.environ["PATH"] = ""  # no other program may help
        signal.signal(signal.SIGPROF, _too_long)
        touched = _watch(Path(place), note)
        for number in range(start, start + papers):
            note.write_text(str(number), encoding="utf-8")
            _one(number, folder, touched, told)
        CANARY.unlink()
    told.peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    if told.peak > MEMORY:
        told.faults.append(f"papers {start} to {start + papers - 1}: {told.peak / 2**20:,.0f} MB were held")
    return told


def _too_long(*_: object) -> None:
    raise TimeoutError(f"not done after {SECONDS:.0f} seconds")


def _one(number: int, folder: Path, touched: list[str], told: Told) -> None:
    from coi_audit.errors import UserError
    from coi_audit.readers.read_one import read_document

    chooser = random.Random(number)
    seed = chooser.choice(seeds())
    hurt = bomb if number % _BOMBS_EACH == 0 else chooser.choice(DAMAGES)
    name, content = hurt(seed, chooser)
    path = folder / name
    path.write_bytes(content)
    said, begun = "", time.process_time()
    label = f"paper {number} ({hurt.__name__} of {seed.name} as {name})"
    touched.clear()
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        said = str(read_document(path).as_json())
        told.outcomes["read"] += 1
    except UserError as error:
        said = str(error)
        told.outcomes["refused"] += 1
        if not (error.problem and error.fix):
            told.faults.append(f"{label}: a refusal without its message or its remedy: {said}")
    except Exception:
        told.faults.append(f"{label}: {traceback.format_exc(limit=-3)}")
        told.outcomes["traceback"] += 1
    signal.setitimer(signal.ITIMER_PROF, 0)
    took = time.process_time() - begun
    told.papers += 1
    told.slowest = max(told.slowest, took)
    if took > SECONDS:
        told.faults.append(f"{label}: took {took:.0f} seconds")
    if _SECRET in said:
        told.faults.append(f"{label}: read a file outside the folder")
    told.faults.extend(f"{label}: {one}" for one in touched)
    path.unlink()


def _watch(place: Path, note: Path) -> list[str]:
    """Every file opened that a reading has no business with, every connection and every program begun."""
    touched: list[str] = []
    code = str(Path(__file__).resolve().parents[2])
    own = (str(place), str(note), tempfile.gettempdir())
    fine = (*own, sys.prefix, sys.base_prefix, code, "/usr", "/proc", "/dev/null", "/etc/mime.types")

    def hook(event: str, args: tuple[Any, ...]) -> None:
        if event in ("socket.connect", "subprocess.Popen", "os.exec", "os.system"):
            touched.append(f"{event} {args[:1]}")
        if event != "open" or not isinstance(args[0], (str, bytes)):
            return
        opened = os.path.normpath(Path.cwd() / os.fsdecode(args[0]))
        writes = isinstance(args[1], str) and any(sign in args[1] for sign in "wax+") and not opened.endswith(".pyc")
        if opened == str(CANARY) or not opened.startswith(own if writes else fine):
            touched.append(f"opened {opened}")

    sys.addaudithook(hook)
    return touched
