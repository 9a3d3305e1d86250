"""The words by which papers on procurement tell what was bought, how, and how conflicts were dealt with."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from coi_audit.errors import RulebookError, UserError
from coi_audit.paths import rules_folder
from coi_audit.rulebook.tie_words import phrase_pattern
from coi_audit.strict_yaml import parse_yaml

_WHERE = "rules/vocabulary/procurement.yaml"
_LISTS = (
    "none", "none_but", "handled", "unresolved", "exception", "direct_award", "competition", "health", "not_health",
    "health_suppliers", "not_health_suppliers", "gp_suppliers", "not_gp_suppliers", "not_awarded", "answer_no", "acts",
    "monitoring_committees", "monitoring_items", "not_advisers", "sole_provider", "not_yet", "common",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProcurementWords:
    """Patterns by list; `advisers` by what such people are called, in the file's order."""

    patterns: Mapping[str, re.Pattern[str]]
    advisers: tuple[tuple[str, re.Pattern[str]], ...]

    def says(self, name: str, text: str) -> bool:
        """Whether a phrase of a list stands in the text."""
        return self.patterns[name].search(text) is not None

    def begins(self, name: str, text: str) -> bool:
        """Whether the text begins with a phrase of a list, marks aside."""
        return self.patterns[name].match(text.strip(" \t\n.,;:-–—*()[]\"'")) is not None

    def longest(self, name: str, text: str) -> int:
        """The letters of the longest phrase of a list in the text, 0 where none stands there."""
        return max((len(found.group()) for found in self.patterns[name].finditer(text)), default=0)

    def adviser(self, text: str) -> str:
        """What outside adviser a post or employer speaks of, in words; empty where of none."""
        if self.says("not_advisers", text):
            return ""
        return next((called for called, pattern in self.advisers if pattern.search(text)), "")


def load_procurement_words(folder: Path) -> ProcurementWords:
    """Read the file strictly. Raises `RulebookError` for a list that is missing, unknown or no list of phrases."""
    try:
        path = folder / "vocabulary" / "procurement.yaml"
        marked = parse_yaml(path.read_text(encoding="utf-8"), where=_WHERE)
    except UserError as error:
        raise RulebookError(error.problem, where=error.where, fix=error.fix) from error
    data = marked.data
    if not isinstance(data, dict) or set(data) != {*_LISTS, "advisers"}:
        wrong = ", ".join(sorted({*_LISTS, "advisers"} ^ set(data or {})))
        raise RulebookError(f"lists missing or unknown: {wrong}.", where=_WHERE, fix="restore the file.")
    if not isinstance(data["advisers"], dict):
        raise RulebookError("advisers must hold lists by name.", where=_WHERE, fix="restore the file.")
    patterns = {name: _pattern(data[name], f"{_WHERE}, line {marked.line(name)}") for name in _LISTS}
    advisers = tuple(
        (str(name), _pattern(phrases, f"{_WHERE}, line {marked.line('advisers', name)}"))
        for name, phrases in data["advisers"].items()
    )
    return ProcurementWords(patterns, advisers)


@cache
def procurement_words() -> ProcurementWords:
    """The vocabulary of this rulebook, read once."""
    return load_procurement_words(rules_folder())


def _pattern(phrases: Any, where: str) -> re.Pattern[str]:
    if not isinstance(phrases, list) or not phrases or not all(isinstance(one, str) and one.strip() for one in phrases):
        fix = 'write [phrase, phrase], and "no" in quotes.'
        raise RulebookError("a list of phrases is expected here.", where=where, fix=fix)
    return phrase_pattern(phrases)
