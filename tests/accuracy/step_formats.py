"""Formats: papers turned by LibreOffice into another format give the records, or the blocks, they gave before.

The sample papers are compared by their records as web pages, ODS and XLS; labelled registers, agendas and minutes by
their blocks, paragraph by paragraph and row by row, as DOC, RTF and ODT. The web pages were looked at while the reader
was mended; the other formats were not.
"""

from __future__ import annotations

import difflib
import json
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import docx
from pdf_worded import word_papers
from register_corpus import Words, people
from register_layouts import TUNED_ON
from register_writing import write as write_register
from scored import Part, Scored, Verdict

from coi_audit.errors import UserError
from coi_audit.readers.office import office_program
from coi_audit.readers.read_one import read_document
from coi_audit.readers.word import Paragraph
from coi_audit.readers.worded import read_worded

SAMPLES = Path(__file__).resolve().parents[2] / "sample_data"
TURNED = (("docx", "html", "html:HTML (StarWriter)"), ("xlsx", "ods", "ods"), ("xlsx", "xls", "xls"))
OLD = (("doc", "doc:MS Word 97"), ("rtf", "rtf:Rich Text Format"), ("odt", "odt:writer8"))
_PLACE = ("source", "place", "file", "edition_from", "doubts")


def measure(dev: Path | None) -> Iterator[Scored]:
    """Each record of each sample paper, then each block of labelled ones; nothing where LibreOffice is missing."""
    yield from measured(sorted(SAMPLES.rglob("*.docx")) + sorted(SAMPLES.rglob("*.xlsx")))
    yield from old_formats(of_a_kind=5)


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


def old_formats(*, of_a_kind: int) -> Iterator[Scored]:
    """Each block of some registers, agendas and minutes as DOC, RTF and ODT, beside those of the Word paper."""
    program = office_program()
    if program is None:
        return
    with TemporaryDirectory() as place:
        papers = list(_labelled(Path(place), of_a_kind))
        for _, path in papers:
            _ended(path)
        for kind, told in OLD:
            with TemporaryDirectory() as folder:
                files = [path for _, path in papers]
                turned = dict(_turned(files, Path(folder), program=program, kind=kind, told=told))
                for group, path in papers:
                    yield from _blocks_scored(group, path, turned.get(path), kind)


def _labelled(folder: Path, of_a_kind: int) -> Iterator[tuple[str, Path]]:
    """Word papers of each kind, those of a kind as far apart in their corpus as can be."""
    agendas: list[Path] = []
    minutes: list[Path] = []
    for _, kind, _, file in word_papers(folder):
        (agendas if kind == "agenda" else minutes).append(file)
    registers = []
    for name, layout in TUNED_ON.items():
        made = layout(people("tuned on"), Words("tuned on"))
        registers += [write_register(one, folder / name, "docx") for one in made[:1]]
    for kind, found in (("register", registers), ("agenda", agendas), ("minutes", minutes)):
        step = max(1, len(found) // of_a_kind)
        yield from ((kind, file) for file in found[::step][:of_a_kind])


def _ended(path: Path) -> None:
    """End a paper with a paragraph, as every paper that Word wrote ends: LibreOffice loses a DOC's last table else."""
    document = docx.Document(str(path))
    document.add_paragraph("")
    document.save(str(path))


def _blocks_scored(group: str, before: Path, after: Path | None, kind: str) -> Iterator[Scored]:
    dataset = f"blocks, {kind}"
    wanted = _blocks(before)
    if after is None:
        yield from (Scored("formats", dataset, Part.HELD_OUT, group, Verdict.MISSED, one) for one in wanted)
        return
    said = _blocks(after)
    matcher = difflib.SequenceMatcher(None, wanted, said, autojunk=False)
    for tag, a0, a1, b0, b1 in matcher.get_opcodes():
        verdict = Verdict.RIGHT if tag == "equal" else Verdict.MISSED
        yield from (Scored("formats", dataset, Part.HELD_OUT, group, verdict, one[:200]) for one in wanted[a0:a1])
        if tag == "insert":
            yield from (
                Scored("formats", dataset, Part.HELD_OUT, group, Verdict.EXTRA, one[:200]) for one in said[b0:b1]
            )


def _blocks(paper: Path) -> list[str]:
    """Paragraphs with their numbers, and rows with their cells' words, merged ones once."""
    found = []
    for block in read_worded(paper, root=paper.parent).blocks:
        if isinstance(block, Paragraph):
            found.append(block.shown)
        else:
            found += [" | ".join(cell.text for cell in row if not cell.repeated) for row in block.rows]
    return [plain for text in found if (plain := " ".join(text.split()))]


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
