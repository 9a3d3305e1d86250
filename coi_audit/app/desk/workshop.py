"""Papers made in the background, one at a time; no file stays behind, and what is made is kept until it is fetched."""

from __future__ import annotations

import tempfile
from collections import OrderedDict
from collections.abc import Callable, Hashable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from pathlib import Path
from threading import Lock

_KEPT = 6  # papers kept for whoever comes for them


class Workshop:
    """Makes papers. Safe to use from several threads."""

    def __init__(self) -> None:
        self._hands = ThreadPoolExecutor(max_workers=1, thread_name_prefix="papers")
        self._jobs: OrderedDict[Hashable, Future[bytes]] = OrderedDict()
        self._lock = Lock()

    def paper(self, what: Hashable, make: Callable[[Path], None], *, name: str, wait: float) -> bytes | None:
        """The paper, or None where it is not ready after so many seconds; `make` writes it to the path it is given.

        `what` stands for the paper and all it is made of: asked for again, it is not made again. Raises what `make`
        raised; asked for once more, it is then tried anew.
        """
        with self._lock:
            job = self._jobs.get(what)
            if job is None:
                job = self._jobs[what] = self._hands.submit(_made, make, name)
            self._jobs.move_to_end(what)
            self._let_go()
        try:
            return job.result(timeout=wait)
        except NotYet:
            return None
        except Exception:
            with self._lock:
                self._jobs.pop(what, None)
            raise

    def _let_go(self) -> None:
        """Forget the oldest papers that are made; those still under way stay."""
        for key in [key for key, job in self._jobs.items() if job.done()][:-_KEPT]:
            del self._jobs[key]


def _made(make: Callable[[Path], None], name: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="coi-audit-") as folder:
        path = Path(folder) / name
        make(path)
        return path.read_bytes()
