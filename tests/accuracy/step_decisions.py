"""Whether an item was decided, deferred or neither, from the few words minuted at it.

`data/minutes_decisions.csv` was labelled before any of it was put to the reader, in three writings (rows 1, 145 and 217
begin one), each after the mending by the one before; every third row is held out.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from scored import Part, Scored, Verdict

from coi_audit.linking.items.record import read_item_record
from coi_audit.linking.people.index import PeopleIndex, build_people
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import ItemRecord
from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.minutes.paper import read_minutes

OWN = Path(__file__).parent / "data" / "minutes_decisions.csv"
_PAPER = """NHS Ashdale CCG
Minutes of the Primary Care Commissioning Committee, 6 March 2018
Present:
Margaret Dene (MD), Lay Member (Chair)
Susan Okafor (SO), Chief Officer
Dr Anil Rao (AR), GP Member
Dr Meera Shah (MS), GP Member
Kate Brennan (KB), Practice Manager
1. Welcome
The Chair welcomed everybody.
7. Extension of the premises
{words}
8. Any other business
There was none.
"""


def measure(dev: Path | None) -> Iterator[Scored]:
    """One answer a row. `dev` is not needed."""
    with OWN.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        said = told(row["said"])
        verdict = Verdict.RIGHT if said == row["group"] else Verdict.WRONG
        what = f"{row['said']} -> {said}, truly {row['group']}"
        yield Scored("decisions", "invented passages", Part(row["part"]), row["group"], verdict, what)


@lru_cache(maxsize=512)
def told(words: str) -> str:
    """What is read of an item's words: "decided", "deferred" or "not decided"."""
    record = _record(words)
    if record.deferred:
        return "deferred"
    return "decided" if record.decision_taken else "not decided"


def _record(words: str) -> ItemRecord:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "minutes.txt"
        path.write_text(_PAPER.format(words=words), encoding="utf-8")
        minutes = read_minutes(path, root=Path(folder)).minutes
    assert minutes is not None
    item = AgendaItem(number="7", title="Extension of the premises", source=SourceRef(file="agenda.docx"))
    return read_item_record((minutes,), item, PeopleIndex(build_people([], minutes.attendance)))
