"""Small registers as governance officers keep them: is each file read, each row there, and each field right?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

import yaml
from register_corpus import DATA
from register_files import files, truth
from register_scoring import compare
from scored import Part, Scored, Verdict

from coi_audit.errors import UserError
from coi_audit.readers.registers.register import read_register

BATCHES = (("small registers", "files"), ("small registers, kept ones", "kept"), ("small registers, last ones", "last"))
_PARTS = ((Part.TUNED_ON, "tuned"), (Part.HELD_OUT, "held"))
_STEP = "small_registers"
REFUSALS = "files read, not refused"


def measure(dev: Path | None) -> Iterator[Scored]:
    """Answers by register, each in its formats; beside them one answer for each file: was it read or refused?"""
    batches = [_of_batch(dataset, part, f"{stem}_{name}") for dataset, stem in BATCHES for part, name in _PARTS]
    found = list(chain.from_iterable(batches))
    yield from (one for one in found if one.dataset != REFUSALS)
    yield from (one for one in found if one.dataset == REFUSALS)


def _of_batch(dataset: str, part: Part, stem: str) -> Iterator[Scored]:
    with tempfile.TemporaryDirectory() as folder:
        for entry in yaml.safe_load((DATA / f"{stem}.yaml").read_text(encoding="utf-8")):
            for path in files(entry, Path(folder)):
                yield from _of_file(entry, path, dataset, part)


def _of_file(entry: dict[str, Any], path: Path, dataset: str, part: Part) -> Iterator[Scored]:
    kind, paper = path.suffix.removeprefix("."), truth(entry)
    try:
        read = read_register(path, root=path.parent)
        found = compare(paper, read.register, read.rejected)
        yield Scored(_STEP, REFUSALS, part, entry["name"], Verdict.RIGHT)
    except UserError as error:
        found = compare(paper, None, ())
        yield Scored(_STEP, REFUSALS, part, entry["name"], Verdict.MISSED, f"{kind}: {error}")
    for verdict, what in found:
        yield Scored(_STEP, dataset, part, entry["name"], verdict, f"{kind}: {what}")
