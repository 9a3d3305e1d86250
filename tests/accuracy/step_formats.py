"""Formats: the sample papers turned by LibreOffice into another format give the records they gave before.

The web pages were looked at while the reader was mended; the other formats were not.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scored import Part, Scored, Verdict

from coi_audit.errors import UserError
from coi_audit.readers.office import office_program
from coi_audit.readers.read_one import read_document

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
TURNED = (("docx", "html", "html:HTML (StarWriter)"), ("xlsx", "ods", "ods"), ("xlsx", "xls", "xls"))
_PLACE = ("source", "place", "file", "edition_from", "doubts")


def measure(dev: Path | None) -> Iterator[Scored]:
    """Each record of each sample paper, by format; nothing where LibreOffice is not installed."""
    yield from measured(sorted(SAMPLES.rglob("*.docx")) + sorted(SAMPLES.rglob("*.xlsx")))


def measured(papers: Sequence[Path]) -> Iterator[Scored]:
    """The same of some papers."""
    program = office_program()
    if program is None:
        return
    for ending, kind, told in TURNED:
        chosen = [paper for paper in papers if paper.suffix == f".{ending}"]
        with TemporaryDirectory() as folder:
            for before, after in _turned(chosen, Path(folder), program=program, kind=kind, told=told):
                yield from _scored(before, after, kind)


def _turned(papers: Sequence[Path], folder: Path, *, program: str, kind: str, told: str) -> Iterator[tuple[Path, Path]]:
    """Each paper and what it was turned into, under its own name, in folders of their own."""
    flat = []
    for at, paper in enumerate(papers):
        flat.append(folder / f"{at:03d}{paper.suffix}")
        shutil.copyfile(paper, flat[-1])
    out = folder / "out"
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", told]
    subprocess.run([*command, "--outdir", str(out), *map(str, flat)], check=False, capture_output=True, timeout=600)
    for at, paper in enumerate(papers):
        turned = out / f"{at:03d}.{kind}"
        named = folder / f"{at:03d}" / f"{paper.stem}.{kind}"
        if turned.is_file():
            named.parent.mkdir()
            turned.rename(named)
            yield paper, named


def _scored(before: Path, after: Path, kind: str) -> Iterator[Scored]:
    part = Part.TUNED_ON if kind == "html" else Part.HELD_OUT
    wanted, said = Counter(_records(before)), Counter(_records(after))
    for verdict, found in (
        (Verdict.RIGHT, wanted & said),
        (Verdict.MISSED, wanted - said),
        (Verdict.EXTRA, said - wanted),
    ):
        for one in found.elements():
            yield Scored("formats", "sample papers", part, kind, verdict, f"{before.name}: {one[:200]}")


def _records(paper: Path) -> list[str]:
    try:
        return [json.dumps(_bare(one), sort_keys=True) for one in read_document(paper).as_json()["records"]]
    except UserError:
        return []


def _bare(value: Any) -> Any:
    """A record without its place, which differs by format, and with single blanks."""
    if isinstance(value, dict):
        return {key: _bare(one) for key, one in value.items() if key not in _PLACE}
    if isinstance(value, list):
        return [_bare(one) for one in value]
    return re.sub(r"\s+", " ", value) if isinstance(value, str) else value
