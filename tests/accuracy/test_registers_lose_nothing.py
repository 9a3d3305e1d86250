"""Each word of each cell of the labelled registers ends in a field, in a question or in a remark that names it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from register_corpus import DATA
from register_files import files

from coi_audit.model.words import InterestCategory
from coi_audit.readers.dates import parse_date
from coi_audit.readers.periods import parse_period
from coi_audit.readers.registers.headings import Field, recognise
from coi_audit.readers.registers.paper import open_paper
from coi_audit.readers.registers.register import RegisterRead, read_register
from coi_audit.readers.registers.words import is_nil, read_direct, read_type, says, words

_WORD = re.compile(r"[^\W\d_]{3,}")
_FIELDS = ("person", "position", "organisation", "nature", "category", "relationship", "from_text", "until_text",
           "mitigation")  # fmt: skip
ENTRIES = [
    entry
    for name in ("files_tuned", "kept_tuned")
    for entry in yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry["name"])
def test_no_word_of_a_row_is_lost(entry: dict[str, Any], tmp_path: Path) -> None:
    entry = {**entry, "formats": [kind for kind in entry.get("formats", ()) if kind != "xls"]}
    for path in files(entry, tmp_path):
        read = read_register(path, root=tmp_path)
        told = _told(read)
        texts = [_bare(text) for text in _cells_of_people(path, read)]
        lost = {word for text in texts for word in _words(text) if word not in told and not _is_told_otherwise(text)}
        assert not lost, (path.name, sorted(lost))


def _told(read: RegisterRead) -> set[str]:
    assert read.register is not None
    texts = [str(getattr(one, name) or "") for one in read.register.interests for name in _FIELDS]
    texts += [f"{one.person} {one.position or ''}" for one in read.register.nil_returns]
    texts += [f"{one.place} {one.value} {one.problem}" for one in read.rejected]
    return {word for text in (*texts, *read.notices) for word in _words(text)}


def _words(text: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(text)]


def _bare(text: str) -> str:
    """A line without its bullet, and without a label that heads a field ("Interest: ...")."""
    label, _, rest = text.partition(":")
    return re.sub(r"^\W+", "", rest if rest and recognise(label) else text)


def _cells_of_people(path: Path, read: RegisterRead) -> Iterator[str]:
    """The lines of the cells of each row, and the paragraphs, from which an interest or a nil return came."""
    assert read.register is not None
    sources = [one.source for one in read.register.interests] + [one.source for one in read.register.nil_returns]
    rows = {(source.sheet, source.table, source.row) for source in sources if source.row is not None}
    paper = open_paper(path, path.parent)
    for grid in paper.grids:
        ignored: set[int] = set()
        for number, row in enumerate(grid.rows, start=1):
            if (grid.sheet, grid.table, number) in rows:
                texts = (cell.text for at, cell in enumerate(row) if at not in ignored and not recognise(cell.text))
                yield from (line for text in texts for line in text.split("\n"))
            else:
                ignored |= {at for at, cell in enumerate(row) if _is_named(cell.text, read)}
    paragraphs = {one.source.paragraph for one in read.register.interests if one.source.paragraph is not None}
    yield from (one.text for one in paper.paragraphs if one.paragraph_index in paragraphs)


def _is_named(heading: str, read: RegisterRead) -> bool:
    """Whether a column is left out by its name: known for one that tells nothing, or told of in a remark."""
    unread = f'the column "{" ".join(heading.split())}" was not read'
    return recognise(heading) is Field.IGNORED or any(unread in notice for notice in read.notices)


def _is_told_otherwise(text: str) -> bool:
    """Whether a cell says what a field holds in other words: a type, whose it is, a day, a tick, that there is none."""
    period = parse_period(text)
    return (
        is_nil(text)
        or says("ticked", text)
        or says("unticked", text)
        or read_type(text).known
        or read_direct(text) is not None
        or text.casefold() in words().own | words().generic | set(InterestCategory)
        or parse_date(text).problem is None
        or (period.start.problem is None and period.end.problem is None)
    )
