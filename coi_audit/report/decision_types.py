"""The titles of the decision types, from the rulebook's own folder: words only, none of its phrases."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from coi_audit.strict_yaml import parse_yaml

_FILE = Path("vocabulary") / "decision_types.yaml"


@cache
def decision_type_titles(folder: str) -> dict[str, str]:
    """Title by code ("C01" ...); empty where the folder has no such file."""
    path = Path(folder) / _FILE
    if not path.is_file():
        return {}
    data = parse_yaml(path.read_text(encoding="utf-8"), where=_FILE.as_posix()).data
    return {str(one["code"]): str(one["title"]) for one in data["types"]}
