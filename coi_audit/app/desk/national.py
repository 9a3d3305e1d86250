"""The bodies of the desk side by side: audited in the background, the last picture kept at hand."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coi_audit.app.national import NATIONAL_PDF, NATIONAL_XLSX, audit_bodies, write_national
from coi_audit.app.national_body import NationalRequest
from coi_audit.errors import UserError, place_of
from coi_audit.model.national import National

PAPERS = {NATIONAL_PDF: "application/pdf",
          NATIONAL_XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"}  # fmt: skip
_IN_PROCESSES = 6  # bodies from which processes of their own are worth their start


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the audits are: the body done last, how many of `total`; `running` while there is more to do."""

    body: str = ""
    number: int = 0
    total: int = 0
    running: bool = False
    problem: UserError | None = None


class SideBySide:
    """Several bodies audited for the desk, one run at a time. Papers and audits kept stand in a folder of the desk."""

    def __init__(self, out: Path) -> None:
        self._out = out
        self._lock = threading.Lock()
        self.progress = Progress()
        self.found: National | None = None

    def begin(self, folders: Sequence[Path], request: NationalRequest) -> bool:
        """Start auditing, unless a run is under way: then it is left to end. Raises `UserError` for no folder."""
        if not folders:
            raise UserError("no body was chosen.", fix="tick at least one.")
        with self._lock:
            if self.progress.running:
                return False
            self.progress = Progress(total=len(folders), running=True)
        workers = None if len(folders) >= _IN_PROCESSES else 1
        asked = (tuple(folders), replace(request, workers=workers))
        threading.Thread(target=self._run, args=asked, name="side by side", daemon=True).start()
        return True

    def paper(self, name: str) -> Path | None:
        """The summary as PDF or workbook, once there is one."""
        path = self._out / name
        return path if name in PAPERS and path.is_file() and self.found is not None else None

    def _run(self, folders: tuple[Path, ...], request: NationalRequest) -> None:
        problem: UserError | None = None
        try:
            found = audit_bodies(folders, self._out, request=request, progress=self._tell)
            write_national(found, self._out, rules=request.rules)
            self.found = found
        except UserError as error:
            problem = error
        except Exception as error:
            told = f"the program failed on these bodies ({type(error).__name__} at {place_of(error)})."
            problem = UserError(told, fix="report this.")
        self.progress = replace(self.progress, running=False, problem=problem)

    def _tell(self, body: str, number: int, total: int) -> None:
        self.progress = Progress(body, number, total, running=True)
