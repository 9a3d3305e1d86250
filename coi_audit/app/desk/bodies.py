"""The bodies a desk knows: folders opened before, those made here, and a sample to play with."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from threading import Lock

from coi_audit.errors import UserError
from coi_audit.whole_file import put_whole

_LIST = "desk.json"
_MADE_HERE = "bodies"
_SAMPLE = "northfield-ccg"
SAMPLE_AS_OF = date(2018, 1, 15)  # the day the sample papers were gathered
_KEPT = 50  # bodies in the list


@dataclass(frozen=True, slots=True)
class KnownBody:
    """A case folder the desk was opened on. `as_of` is the day it speaks for, as ISO text; "" is today."""

    folder: str
    name: str
    as_of: str = ""

    @property
    def key(self) -> str:
        """What stands for the folder in an address: nothing of the path shows, and none but a known one is opened."""
        return hashlib.sha256(self.folder.encode()).hexdigest()[:12]

    def day(self, today: date) -> date:
        """The day it speaks for."""
        return date.fromisoformat(self.as_of) if self.as_of else today


class Bodies:
    """The list in the desk's own folder, the last opened first. A change is written at once, whole or not at all."""

    def __init__(self, data: Path) -> None:
        self._data = data
        self._lock = Lock()

    def all(self) -> tuple[KnownBody, ...]:
        """Every body known whose folder is still there, the last opened first."""
        return tuple(one for one in self._read() if Path(one.folder).is_dir())

    def by_key(self, key: str) -> KnownBody | None:
        """The body that stands for a key in an address."""
        return next((one for one in self.all() if one.key == key), None)

    def remember(self, body: KnownBody) -> KnownBody:
        """Put a body first in the list; the rest stays as it was."""
        with self._lock:
            others = [one for one in self._read() if one.folder != body.folder]
            self._write([body, *others][:_KEPT])
        return body

    def forget(self, key: str) -> None:
        """Take a body off the list; its folder stays where it is."""
        with self._lock:
            self._write([one for one in self._read() if one.key != key])

    def open_folder(self, written: str) -> KnownBody:
        """A folder on this machine as somebody typed it. Raises `UserError` where it holds no body."""
        folder = Path(written.strip().strip('"')).expanduser()
        fix = "type the whole path as the file manager shows it, or make the body with the form."
        if not written.strip() or not folder.is_absolute():
            raise UserError("that is not the whole path of a folder.", where=written[:200], fix=fix)
        folder = folder.resolve()
        if not folder.is_dir():
            raise UserError("there is no such folder.", where=str(folder), fix=fix)
        if not any((folder / name).is_file() for name in ("body.yaml", "body.yml")):
            raise UserError(
                "this folder has no body.yaml, so it is not known whose papers these are.",
                where=str(folder),
                fix="make the body with the form, then drop the papers in.",
            )
        known = next((one for one in self.all() if one.folder == str(folder)), None)
        return self.remember(known or KnownBody(str(folder), folder.name))

    def new_folder(self, name: str) -> Path:
        """A folder of its own for a body made here; it is not there yet."""
        plain = "".join(sign if sign.isalnum() else "-" for sign in name.casefold()).strip("-")[:60] or "body"
        return next(path for path in self._names(plain) if not path.exists())

    def sample(self, samples: Path) -> KnownBody:
        """The sample body, copied so that it can be played with. Raises `UserError` where it cannot be copied."""
        folder = self.new_folder(f"sample {_SAMPLE}")
        try:
            shutil.copytree(samples / _SAMPLE, folder)
        except OSError as error:
            raise _unwritable(folder, error) from error
        return self.remember(KnownBody(str(folder), "NHS Northfield CCG (sample)", SAMPLE_AS_OF.isoformat()))

    def _names(self, plain: str) -> Iterator[Path]:
        number = 1
        while True:
            yield self._data / _MADE_HERE / (plain if number == 1 else f"{plain}-{number}")
            number += 1

    def _read(self) -> list[KnownBody]:
        try:
            found = json.loads((self._data / _LIST).read_text(encoding="utf-8"))
            return [KnownBody(str(one["folder"]), str(one["name"]), str(one.get("as_of", ""))) for one in found]
        except FileNotFoundError:
            return []
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise UserError(
                "the list of bodies opened before cannot be read.",
                where=str(self._data / _LIST),
                fix="delete this file: the bodies' own folders stay as they are, and can be opened again.",
            ) from error

    def _write(self, bodies: list[KnownBody]) -> None:
        path = self._data / _LIST
        text = json.dumps([asdict(one) for one in bodies], ensure_ascii=False, indent=1)
        try:
            self._data.mkdir(parents=True, exist_ok=True, mode=0o700)
            put_whole(path, text.encode(), beside=".desk-")
        except OSError as error:
            raise _unwritable(path, error) from error


def _unwritable(path: Path, error: OSError) -> UserError:
    return UserError(
        f"this cannot be written ({error.strerror or 'the system refused'}).",
        where=str(path),
        fix="make room or rights there, or start coi-audit serve with --data FOLDER.",
    )
