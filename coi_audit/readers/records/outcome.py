"""What every reader of a paper beside registers and meetings gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from coi_audit.model.evidence import Rejected
from coi_audit.model.records import RecordPaper, Records


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
