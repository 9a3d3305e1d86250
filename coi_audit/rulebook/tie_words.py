"""The words by which the nature of an interest tells the tie and the relationship (rules/vocabulary/ties.yaml)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coi_audit.errors import RulebookError, UserError
from coi_audit.model.words import Relationship, Tie
from coi_audit.strict_yaml import parse_yaml


@dataclass(frozen=True, slots=True)
class TieWords:
    """Patterns in the order in which they are tried; the first that stands in the text decides."""

    ties: tuple[tuple[Tie, re.Pattern[str]], ...]
    network_office: re.Pattern[str]
    relationships: tuple[tuple[Relationship, re.Pattern[str]], ...]


def phrase_pattern(phrases: list[str]) -> re.Pattern[str]:
    """One pattern for whole-word phrases; `*` stands for any ending of a word, a hyphen also for a space."""

    def one(phrase: str) -> str:
        words = phrase.strip().casefold().split()
        return r"\s+".join(re.escape(word).replace(r"\*", r"[\w'’-]*").replace(r"\-", r"[-\s]?") for word in words)

    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(one(phrase) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{choices})(?![\w])", re.IGNORECASE)


def load_tie_words(rules_folder: Path) -> TieWords:
    """Read the file strictly. Raises `RulebookError` with the line for anything it does not expect."""
    path = rules_folder / "vocabulary" / "ties.yaml"
    where = "rules/vocabulary/ties.yaml"
    try:
        marked = parse_yaml(path.read_text(encoding="utf-8"), where=where)
    except UserError as error:
        raise RulebookError(error.problem, where=error.where, fix=error.fix) from error
    data = marked.data
    if not isinstance(data, dict) or set(data) != {"ties", "network_office", "relationships"}:
        problem = "the keys must be exactly ties, network_office and relationships."
        raise RulebookError(problem, where=where, fix="restore the three keys.")
    entries: dict[str, list[tuple[str, re.Pattern[str]]]] = {"ties": [], "relationships": []}
    for key, name in (("ties", "tie"), ("relationships", "relationship")):
        for index, entry in enumerate(data[key]):
            line = marked.line(key, index)
            entries[key].append(_entry(entry, name, f"{where}, line {line}"))
    try:
        ties = tuple((Tie(name), pattern) for name, pattern in entries["ties"])
        relationships = tuple((Relationship(name), pattern) for name, pattern in entries["relationships"])
    except ValueError as error:
        raise RulebookError(f"{error}.", where=where, fix="use a tie or relationship the model knows.") from error
    return TieWords(ties, phrase_pattern(data["network_office"]), relationships)


def _entry(entry: Any, name: str, where: str) -> tuple[str, re.Pattern[str]]:
    if not isinstance(entry, dict) or set(entry) != {name, "phrases"} or not entry["phrases"]:
        raise RulebookError(f"each entry has exactly {name} and phrases.", where=where, fix="give both, and no more.")
    return str(entry[name]), phrase_pattern([str(phrase) for phrase in entry["phrases"]])
