"""Neighbours in titles: which practices a title is about, and which it names as near, objecting or taking patients.

`data/classify/neighbours.csv` was written in four lots, each before any of it was put to the reader; of the first three
every third row by lot is held out. The thirty rows of an Elm and an Oak Row name no neighbour: they guard the parties.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

from scored import Part, Scored, Verdict

from coi_audit.linking.items.classify import classify
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import CommitteeKind
from coi_audit.paths import rules_folder
from coi_audit.rulebook.vocabulary import load_vocabulary

OWN = Path(__file__).parent / "data" / "classify" / "neighbours.csv"


def measure(dev: Path | None) -> Iterator[Scored]:
    """One answer a practice that a title names or should not; `dev` is not needed."""
    vocabulary = load_vocabulary(rules_folder() / "vocabulary")
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        item = AgendaItem(title=row["title"], source=SourceRef(file="titles"))
        read = classify(item, committee_kind=CommitteeKind.PCCC, vocabulary=vocabulary)
        for name, truth, said in (
            ("parties", row["parties"], read.mentions),
            ("beside", row["neighbours"], read.neighbours),
        ):
            for verdict, what in _compared({one for one in truth.split(";") if one}, set(said)):
                yield Scored("neighbours", name, Part(row["part"]), "titles", verdict, f"{row['title']!r}: {what}")


def _compared(truth: set[str], said: set[str]) -> Iterator[tuple[Verdict, str]]:
    if not truth and not said:
        yield Verdict.RIGHT, ""
    for name in sorted(truth | said):
        yield Verdict.RIGHT if name in truth & said else Verdict.MISSED if name in truth else Verdict.EXTRA, name
