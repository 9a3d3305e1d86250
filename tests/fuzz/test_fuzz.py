"""Ten thousand damaged papers: each is read or refused with its message; no traceback, no hang, no reaching out."""

from __future__ import annotations

import multiprocessing
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest
from bench_of_damage import Told, run

_FEW, _CHUNK, _CHUNKS = 150, 500, 20
DAMAGED = "damaged papers"  # the property that conftest.py sums up
Record = Callable[[str, object], None]


def in_a_process_of_its_own(start: int, papers: int, note: Path) -> Told:
    """What came of the papers. A paper that ends the whole process is named by the note left behind."""
    spawn = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(1, mp_context=spawn) as pool:
        try:
            return pool.submit(run, start, papers, note).result()
        except BrokenProcessPool:
            return Told(faults=[f"paper {note.read_text(encoding='utf-8')} ended the process"])


def held(told: Told, papers: int, record: Record) -> None:
    outcomes, faults = dict(told.outcomes), len(told.faults)
    record(DAMAGED, {"papers": told.papers, "outcomes": outcomes, "faults": faults, "slowest": told.slowest,
                     "peak": told.peak})  # fmt: skip
    assert told.faults == []
    assert told.papers == papers


def test_a_few_damaged_papers(tmp_path: Path, record_property: Record) -> None:
    held(in_a_process_of_its_own(1_000_001, _FEW, tmp_path / "number"), _FEW, record_property)


@pytest.mark.long
@pytest.mark.parametrize("chunk", range(_CHUNKS))
def test_ten_thousand_damaged_papers(chunk: int, tmp_path: Path, record_property: Record) -> None:
    held(in_a_process_of_its_own(chunk * _CHUNK, _CHUNK, tmp_path / "number"), _CHUNK, record_property)
