"""Folders of a case folder that hold no papers by their name: hidden ones and the system's own. Each is told of."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from coi_audit.readers.guard import printable

_NAMES = """
.git .svn .hg .idea .vscode .trash .trashes .spotlight-v100 .fseventsd .temporaryitems .documentrevisions-v100
.ds_store .appledouble .cache .venv __macosx __pycache__ $recycle.bin
"""
_SYSTEM = frozenset(_NAMES.split())


def is_hidden(folder: Path) -> bool:
    """Whether a folder is left aside with all that is in it."""
    return folder.name.startswith(".") or folder.name.casefold() in _SYSTEM


def hidden_notices(folder: Path) -> list[str]:
    """One sentence for each folder at any depth that was left aside, sorted; links are not followed."""
    return [_notice(path, folder) for path in _hidden(folder)]


def _notice(path: Path, folder: Path) -> str:
    name = printable(path.relative_to(folder).as_posix())
    if path.name.casefold() in _SYSTEM:
        return f"{name} was left aside: it is a folder of the computer's own."
    return (
        f"{name} was left aside: it is a hidden folder, and nothing in it was read. "
        "If it holds papers, give it a name that does not begin with a dot."
    )


def _hidden(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir(), key=lambda one: one.name)
        folders = [path for path in inside if path.is_dir() and not path.is_symlink()]
    except OSError:  # told where the files are listed
        return
    for path in folders:
        if is_hidden(path):
            yield path
        else:
            yield from _hidden(path)
