"""One body's papers kept as read: only what changed on the disk is read again, in the background, with progress."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from coi_audit.errors import UserError, place_of
from coi_audit.model.case import Case
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.readers.case_assembly import assemble
from coi_audit.readers.case_files import list_files, printable_path
from coi_audit.readers.case_folder import read_folder

_State = tuple[tuple[str, int, int], ...]  # each file's path, size and moment of change


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a reading is: the paper in hand, its place among `total`; `done` when there is nothing left to read."""

    paper: str = ""
    number: int = 0
    total: int = 0
    done: bool = False
    problem: UserError | None = None


class Shelf:
    """A case folder and what was read of it. Safe to use from several threads."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.version = 0  # counts up each time other papers were read: what was worked out of older ones is stale
        self._lock = threading.Lock()
        self._state: _State | None = None
        self._readings: dict[str, tuple[tuple[int, int], Reading]] = {}
        self._case: Case | None = None
        self._progress = Progress(done=True)
        self._filings: list[Callable[[FolderReading], bool]] = []
        self._finished = threading.Event()
        self._finished.set()

    @property
    def progress(self) -> Progress:
        """How far the reading under way is, or how the last one ended."""
        return self._progress

    def ready(self, wait: float) -> bool:
        """Whether the case is read as the folder is now; starts reading where it is not, and waits so many seconds."""
        for _ in range(2):  # what came while others were read is read next
            state = _state_of(self.folder)
            with self._lock:
                if self._finished.is_set():
                    if state == self._state:
                        return True
                    self._begin(state)
            if not self._finished.wait(wait):
                return False
        return False

    def case(self) -> Case:
        """The case as last read. Raises the `UserError` that reading it ended with."""
        with self._lock:
            if self._progress.problem is not None:
                raise self._progress.problem
            if self._case is None:
                raise RuntimeError("nothing was read yet")
            return self._case

    def reading_of(self, path: str) -> Reading | None:
        """What was read of one paper, by its path in the folder."""
        found = self._readings.get(path)
        return found[1] if found is not None else None

    def papers(self) -> tuple[Reading, ...]:
        """What was read of every paper, by path; body.yaml is among them."""
        return tuple(one for _, (_, one) in sorted(self._readings.items()))

    def file_away(self, filing: Callable[[FolderReading], bool]) -> None:
        """Ask, once the papers are read next, where those just brought belong; `filing` says whether it moved any."""
        with self._lock:
            self._filings.append(filing)
            self._state = None  # papers that came and went while others were read are looked at again

    def _begin(self, state: _State) -> None:
        self._finished.clear()
        self._progress = Progress(total=len(state))
        threading.Thread(target=self._read, args=(state,), name="reading", daemon=True).start()

    def _read(self, state: _State) -> None:
        problem: UserError | None = None
        case: Case | None = None
        try:
            readings, folder = self._read_changed(state)
            filings, self._filings = self._filings, []
            if [filing for filing in filings if filing(folder)]:
                self._readings = readings
                state = _state_of(self.folder)
                readings, folder = self._read_changed(state)
            case = assemble(folder)
        except UserError as error:
            problem = error
        except Exception as error:  # told on the page with its place alone: the message may be somebody's data
            told = f"the program failed on these papers ({type(error).__name__} at {place_of(error)})."
            fix = "take the paper that was added last away again, and report this."
            problem = UserError(told, where=str(self.folder), fix=fix)
        with self._lock:
            if problem is None:
                self._readings = readings
                self._case = case
            self._state = state
            self.version += 1
            self._progress = replace(self._progress, done=True, problem=problem)
            self._finished.set()

    def _read_changed(self, state: _State) -> tuple[dict[str, tuple[tuple[int, int], Reading]], FolderReading]:
        """Every paper's reading with its mark, those that did not change as they were read before."""
        marks = {path: (size, changed) for path, size, changed in state}
        known = {path: one for path, (mark, one) in self._readings.items() if marks.get(path) == mark}
        whole = read_folder(self.folder, progress=self._tell, known=known)
        return {one.path: (marks[one.path], one) for one in whole.papers if one.path in marks}, whole

    def _tell(self, paper: str, number: int, total: int) -> None:
        self._progress = Progress(paper, number, total)


def _state_of(folder: Path) -> _State:
    files, _ = list_files(folder)
    told = []
    for path in files:
        try:
            found = path.stat()
        except OSError:
            continue  # gone between the two looks: the next look tells
        told.append((printable_path(path, folder), found.st_size, found.st_mtime_ns))
    return tuple(told)
