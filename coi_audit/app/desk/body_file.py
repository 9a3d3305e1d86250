"""`body.yaml` as the desk changes it: read as it stands, changed in place, the version before kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any

from coi_audit.app.desk.writing import mark_of, write_whole
from coi_audit.errors import UserError
from coi_audit.readers.guard import read_text
from coi_audit.readers.yaml_edit import Kept, edited
from coi_audit.strict_yaml import parse_yaml

_NAMES = ("body.yaml", "body.yml")
_WRITING = Lock()


@dataclass(frozen=True, slots=True)
class BodyFile:
    """The file as it stands: its plain data, and the mark that stands for this very content."""

    path: Path
    data: dict[str, Any]
    mark: str

    @property
    def committees(self) -> list[dict[str, Any]]:
        """Its committees as written; one that is no entry of keys comes out empty."""
        listed = self.data.get("committees")
        found = listed if isinstance(listed, list) else []
        return [one if isinstance(one, dict) else {} for one in found]


def open_body(folder: Path) -> BodyFile:
    """The body's file. Raises `UserError` where there is none, or it is no YAML of keys."""
    path = next((folder / name for name in _NAMES if (folder / name).is_file()), folder / _NAMES[0])
    mark = mark_of(path)
    data = parse_yaml(read_text(path, where=path.name), where=path.name).data
    if not isinstance(data, dict):
        raise UserError("body.yaml holds no keys.", where=path.name, fix="open it in an editor and mend it.")
    return BodyFile(path, data, mark)


def save_body(folder: Path, changes: Mapping[str, Any], *, mark: str, before: Path) -> bool:
    """Change the body's file; `before` is the folder that keeps the version before.

    Gives whether it had to be written anew, without its remarks. Raises `ChangedMeanwhileError` where the file is not
    the one that `mark` stands for, and `UserError` where it cannot be written.
    """
    with _WRITING:
        found = open_body(folder)
        text = read_text(found.path, where=found.path.name)
        new = edited(text, changes, where=found.path.name)
        if new.text == text and found.mark == mark:
            return False
        write_whole(before / f"body-{found.mark}.yaml", text)
        write_whole(found.path, new.text, mark=mark)
        return new.whole


def with_committee(found: BodyFile, at: int, changes: Mapping[str, Any] | None) -> dict[str, Any]:
    """The changes that change one committee, or take it out where `changes` is None; the others stay."""
    return {
        "committees": [
            Kept(place, changes if place == at else {})
            for place in range(len(found.committees))
            if place != at or changes is not None
        ]
    }


def with_new_committee(found: BodyFile, committee: Mapping[str, Any]) -> dict[str, Any]:
    """The changes that add a committee."""
    return {"committees": [*(Kept(place, {}) for place in range(len(found.committees))), committee]}
