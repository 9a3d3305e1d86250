"""The words organisations' names are made of (rules/vocabulary/name_words.yaml), read strictly once."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from coi_audit.errors import RulebookError
from coi_audit.paths import rules_folder
from coi_audit.strict_yaml import parse_yaml

_WHERE = "rules/vocabulary/name_words.yaml"
_LISTS = (
    "fillers",
    "legal_forms",
    "generic",
    "practice_kinds",
    "loose",
    "titles",
    "doctor_words",
    "weak",
    "streets",
    "qualifiers",
    "network_words",
    "trust_words",
    "federation_words",
    "other_kinds",
)


@dataclass(frozen=True, slots=True)
class NameWords:
    """Closed lists of lower-case words; `abbreviations` maps a run of words to the run it stands for."""

    abbreviations: dict[tuple[str, ...], tuple[str, ...]]
    longest: int  # words in the longest abbreviation
    fillers: frozenset[str]
    legal_forms: frozenset[str]
    generic: frozenset[str]
    practice_kinds: frozenset[str]
    loose: frozenset[str]
    titles: frozenset[str]
    doctor_words: frozenset[str]
    weak: frozenset[str]
    streets: frozenset[str]
    qualifiers: frozenset[str]
    network_words: frozenset[str]
    trust_words: frozenset[str]
    federation_words: frozenset[str]
    other_kinds: frozenset[str]


@lru_cache(maxsize=4)
def name_words(folder: Path | None = None) -> NameWords:
    """The vocabulary of names of a rules folder (default: the project's own).

    Raises `RulebookError` for an unknown or missing key, or an entry that is not text.
    """
    path = (folder or rules_folder()) / "vocabulary" / "name_words.yaml"
    try:
        marked = parse_yaml(path.read_text(encoding="utf-8"), where=_WHERE)
    except OSError as error:
        raise RulebookError("this file is missing.", where=_WHERE, fix="install coi-audit again.") from error
    data = marked.data if isinstance(marked.data, dict) else {}
    wanted = {*_LISTS, "abbreviations"}
    for key in sorted({*data} ^ wanted):
        problem = "is missing" if key in wanted else "is not known"
        raise RulebookError(
            f'the key "{key}" {problem}.',
            where=f"{_WHERE}, line {marked.line(key)}",
            fix=f"the keys are {', '.join(sorted(wanted))}.",
        )
    short = {
        tuple(_text(key, marked.line("abbreviations")).split()): tuple(
            _text(value, marked.line("abbreviations", key)).split()
        )
        for key, value in data["abbreviations"].items()
    }
    lists = {key: frozenset(_text(word, marked.line(key)) for word in data[key]) for key in _LISTS}
    return NameWords(abbreviations=short, longest=max(map(len, short), default=1), **lists)


def _text(value: Any, line: int) -> str:
    if isinstance(value, str) and value == value.casefold() and value.strip():
        return value
    raise RulebookError(f'"{value}" is not a lower-case word.', where=f"{_WHERE}, line {line}", fix="quote it.")
