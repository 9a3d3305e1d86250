"""Where rules/, templates/ and sample_data/ live: inside the installed package first, else in the checkout."""

from __future__ import annotations

from pathlib import Path

from coi_audit.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent


def _find(name: str) -> Path:
    for parent in (_PACKAGE, _PACKAGE.parent):
        folder = parent / name
        if folder.is_dir():
            return folder
    raise SetupError(
        f'the folder "{name}" that belongs to coi-audit is missing',
        where=str(_PACKAGE),
        fix="install coi-audit again.",
    )


def rules_folder() -> Path:
    """The folder of rule files, vocabulary and action table."""
    return _find("rules")


def templates_folder() -> Path:
    """The folder of Jinja2 templates and style sheets."""
    return _find("templates")


def sample_data_folder() -> Path:
    """The folder of invented case folders that `demo` audits."""
    return _find("sample_data")
