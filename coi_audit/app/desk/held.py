"""Papers put by: those whose name was taken, until somebody says which counts, and those taken out of a body."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

from coi_audit.app.desk.incoming import numbered, put_in_place, within
from coi_audit.errors import UserError

_MOST_COPIES = 1000


@dataclass(frozen=True, slots=True)
class Held:
    """A paper put by: the name it stands under in a form, the place it wants or had, and its size in bytes."""

    number: str
    path: str
    size: int


class Putting:
    """What the desk keeps beside one case folder: `held` papers wait for a word, `removed` ones can be put back."""

    def __init__(self, data: Path, key: str, folder: Path) -> None:
        self.folder = folder
        self.waiting = data / "waiting" / key
        self._removed = data / "removed" / key

    @property
    def held(self) -> tuple[Held, ...]:
        """Papers that wait, the earliest first."""
        return _listed(self.waiting, "held-")

    @property
    def removed(self) -> tuple[Held, ...]:
        """Papers taken out, the earliest first."""
        return _listed(self._removed, "removed-")

    def replace(self, number: str) -> str:
        """The waiting paper counts: the one that has its name is taken out, and can be put back."""
        held = _of(self.held, number)
        target = within(self.folder, held.path)
        if target.exists():
            self.remove(held.path)
        return self._settle(self.waiting, held, held.path)

    def keep_both(self, number: str) -> str:
        """Both count: the waiting one gets a number behind its name."""
        held = _of(self.held, number)
        return self._settle(self.waiting, held, self._free(held.path))

    def drop(self, number: str) -> str:
        """The waiting paper does not count: it goes to the papers taken out."""
        held = _of(self.held, number)
        source = self.waiting / held.number
        self._store(source / "paper", held.path)
        shutil.rmtree(source)
        return held.path

    def remove(self, path: str) -> None:
        """Take a paper out of the case folder; it is kept and can be put back."""
        target = within(self.folder, path)
        if not target.is_file():
            raise UserError("this paper is not there any more.", where=path, fix="look at the list as it is now.")
        self._store(target, path)

    def put_back(self, number: str) -> str:
        """Put a paper back where it was, or beside what has its name now."""
        held = _of(self.removed, number)
        return self._settle(self._removed, held, self._free(held.path))

    def move(self, path: str, wanted: str) -> str:
        """Move a paper within the case folder; where the name is taken it gets a number."""
        source = within(self.folder, path)
        if path == wanted:
            return path
        free = self._free(wanted)
        try:
            put_in_place(source, within(self.folder, free))
        except OSError as error:
            raise _unmoved(path, error) from error
        return free

    def _free(self, wanted: str) -> str:
        tried = (wanted, *(numbered(wanted, number) for number in range(2, _MOST_COPIES)))
        return next(one for one in tried if not within(self.folder, one).exists())

    def _settle(self, place: Path, held: Held, wanted: str) -> str:
        source = place / held.number
        try:
            put_in_place(source / "paper", within(self.folder, wanted))
            shutil.rmtree(source)
        except OSError as error:
            raise _unmoved(held.path, error) from error
        return wanted

    def _store(self, source: Path, path: str) -> None:
        try:
            self._removed.mkdir(parents=True, exist_ok=True, mode=0o700)
            place = next(one for at in range(1, 100_000) if not (one := self._removed / f"removed-{at}").exists())
            place.mkdir()
            (place / "wanted").write_text(path, encoding="utf-8")
            put_in_place(source, place / "paper")
        except OSError as error:
            raise _unmoved(path, error) from error


def _listed(place: Path, begins: str) -> tuple[Held, ...]:
    if not place.is_dir():
        return ()
    found = [one for one in place.iterdir() if one.name.startswith(begins) and (one / "paper").is_file()]
    ordered = sorted(found, key=lambda one: int(one.name.removeprefix(begins)))
    return tuple(
        Held(one.name, (one / "wanted").read_text(encoding="utf-8"), (one / "paper").stat().st_size) for one in ordered
    )


def _of(listed: tuple[Held, ...], number: str) -> Held:
    found = next((one for one in listed if one.number == number), None)
    if found is None:
        raise UserError("this was settled already.", fix="look at the list as it is now.")
    return found


def _unmoved(path: str, error: OSError) -> UserError:
    why = error.strerror or "the system refused"
    return UserError(f"this paper could not be moved ({why}).", where=path, fix="close it elsewhere, and try again.")
