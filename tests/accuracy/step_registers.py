"""Registers of interests in many layouts and formats: is each row there, and each field of it right?"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

import register_layouts_new  # noqa: F401
import register_layouts_words  # noqa: F401
from register_corpus import Words, people
from register_layouts import HELD_OUT, TUNED_ON, Layout
from register_layouts_last import LAST
from register_parliament import FOLDER, answers
from register_scoring import compare
from register_writing import Paper, formats, write
from scored import Part, Scored, Verdict

from coi_audit.errors import UserError
from coi_audit.readers.registers.register import read_register

SETS = (
    ("known layouts", Part.TUNED_ON, TUNED_ON),
    ("known layouts, new rows", Part.HELD_OUT, TUNED_ON),
    ("new layouts, new rows", Part.HELD_OUT, HELD_OUT),
    ("later layouts", Part.TUNED_ON, LAST),
    ("later layouts, new rows", Part.HELD_OUT, LAST),
)


def measure(dev: Path | None) -> Iterator[Scored]:
    """Answers by layout; a layout is written in every format it can have."""
    with tempfile.TemporaryDirectory() as folder:
        for dataset, part, layouts in SETS:
            for name, layout in layouts.items():
                for verdict, what in _answers(layout, part, Path(folder) / part / name):
                    yield Scored("registers", dataset, part, name, verdict, what)
        lists = sorted((dev / FOLDER).glob("*/*.csv.gz")) if dev is not None else []
        for packed in lists:
            part = Part.TUNED_ON if packed.parent.name == min(one.parent.name for one in lists) else Part.HELD_OUT
            for verdict, what in answers(packed, Path(folder)):
                group = packed.name.removesuffix(".csv.gz").rpartition("-")[2]
                yield Scored("registers", "UK Parliament", part, group, verdict, what)


def _answers(layout: Layout, part: Part, folder: Path) -> Iterator[tuple[Verdict, str]]:
    for paper in layout(people(part.value), Words(part.value, turn=len(folder.name))):
        for kind in formats(paper):
            yield from _of_file(paper, write(paper, folder, kind))


def _of_file(paper: Paper, path: Path) -> Iterator[tuple[Verdict, str]]:
    kind = path.suffix.removeprefix(".")
    try:
        read = read_register(path, root=path.parent)
        found = compare(paper, read.register, read.rejected)
    except UserError as error:
        yield Verdict.WRONG, f"{kind}: {error}"
        found = compare(paper, None, ())
    for verdict, what in found:
        yield verdict, f"{kind}: {what}"
