"""Papers beside registers and meetings: which reader reads which kind, and what they all give back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coi_audit.model.evidence import Recorded, Rejected
from coi_audit.model.records import RecordPaper, Records
from coi_audit.readers.document_kinds import DocumentKind


@dataclass(frozen=True, slots=True)
class RecordsRead:
    """One paper as read. `paper` is None where nothing of it was understood; `records` holds only what it gave."""

    paper: RecordPaper | None
    records: Records
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0
    notices: tuple[str, ...] = ()


RecordReader = Callable[[Path, Path], RecordsRead]
"""Takes the file and the case folder it lies in. Raises `UserError` for a file that cannot be opened or used."""

RECORD_READERS: dict[DocumentKind, RecordReader] = {}


def together(read: list[RecordsRead]) -> Records:
    """The records of many papers as one; a second assurance.yaml does not replace the first."""
    fields = [name for name in Records.model_fields if name != "assurance"]
    joined = {name: tuple(one for each in read for one in getattr(each.records, name)) for name in fields}
    joined["papers"] = tuple(each.paper for each in read if each.paper is not None)
    assurance = next((each.records.assurance for each in read if each.records.assurance is not None), None)
    return Records(**joined, assurance=assurance)


def recorded(records: Records) -> list[tuple[str, tuple[Recorded, ...]]]:
    """The records by field, those that hold any, for showing one paper by itself."""
    fields = [name for name in Records.model_fields if name not in ("papers", "assurance")]
    groups = [(name.replace("_", " ").removesuffix("s"), getattr(records, name)) for name in fields]
    if records.assurance is not None:
        groups.append(("assurance", (records.assurance,)))
    return [(name, group) for name, group in groups if group]
