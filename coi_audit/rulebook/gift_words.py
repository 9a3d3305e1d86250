"""The words of gifts, hospitality and outside work (rules/vocabulary/gifts.yaml), and what a text tells by them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from coi_audit.errors import RulebookError
from coi_audit.model.gifts import GiftKind, GiverKind
from coi_audit.paths import rules_folder
from coi_audit.rulebook.tie_words import phrase_pattern
from coi_audit.strict_yaml import parse_yaml

_WHERE = "rules/vocabulary/gifts.yaml"
_LISTS = (
    "promotional", "not_promotional", "for_organisation", "for_organisation_recipients", "personal", "beyond_modest",
    "modest", "abroad", "at_home", "approval", "no_approval", "senior", "not_senior", "declared_late", "not_declared",
    "nobody",
    "outside_work", "unpaid", "private_practice", "permission", "no_permission", "permission_open", "employees",
    "offices", "large_suppliers", "gift_in_text", "had_in_text", "rule_in_text",
)  # fmt: skip
_ENDS = " \t\n.,;:*†()[]-–—"


@dataclass(frozen=True, slots=True)
class GiftWords:
    """Patterns of whole words. `kinds` and `givers` are tried in order; the first that stands in a text decides."""

    kinds: tuple[tuple[GiftKind, re.Pattern[str]], ...]
    givers: tuple[tuple[GiverKind, re.Pattern[str]], ...]
    lists: Mapping[str, re.Pattern[str]]
    nobody: frozenset[str]

    def says(self, name: str, text: str) -> bool:
        """Whether a phrase of the list stands in the text."""
        return self.lists[name].search(text) is not None

    def kind_of(self, details: str, column: str = "") -> GiftKind:
        """What was offered, by the description; by the register's own column where that says nothing, or where the
        description leaves open whether it was a gift or a meal."""
        told = [kind for kind, pattern in self.kinds if pattern.search(details)]
        headed = [kind for kind, pattern in self.kinds if pattern.search(column)]
        if told and told[0] is GiftKind.HOSPITALITY and GiftKind.GIFT in told and headed == [GiftKind.GIFT]:
            return GiftKind.GIFT
        return next(iter((*told, *(headed if len(headed) == 1 else ()))), GiftKind.UNKNOWN)

    def giver_of(self, giver: str) -> GiverKind:
        """Whether the words name a supplier or somebody who is none."""
        return next((kind for kind, pattern in self.givers if pattern.search(giver)), GiverKind.UNKNOWN)

    def names_nobody(self, giver: str) -> bool:
        """Whether a cell for a name names nobody: blank, "Anonymous", "various companies"."""
        folded = " ".join(giver.split()).casefold().strip(_ENDS)
        return not folded or folded in self.nobody


@cache
def gift_words() -> GiftWords:
    """The vocabulary. Raises `RulebookError` with the line for anything it does not expect."""
    read = parse_yaml((rules_folder() / "vocabulary" / "gifts.yaml").read_text(encoding="utf-8"), where=_WHERE)
    data = read.data
    expected = {*_LISTS, "kinds", "givers"}
    if not isinstance(data, dict) or set(data) != expected:
        wrong = sorted(expected ^ set(data or {}))
        raise RulebookError(f"lists missing or unknown: {', '.join(wrong)}.", where=_WHERE, fix="restore the file.")
    for name in _LISTS:
        _texts(data[name], f"{_WHERE}, line {read.line(name)}")
    kinds = [(_word(GiftKind, one, "kind"), _pattern(one)) for one in data["kinds"]]
    givers = [(_word(GiverKind, one, "giver"), _pattern(one)) for one in data["givers"]]
    lists = {name: phrase_pattern(data[name]) for name in _LISTS}
    nobody = frozenset(" ".join(one.split()).casefold() for one in data["nobody"])
    return GiftWords(tuple(kinds), tuple(givers), lists, nobody)


def _word(words: Any, entry: Mapping[str, Any], key: str) -> Any:
    if entry.get(key) not in {word.value for word in words}:
        raise RulebookError(f'"{entry.get(key)}" is no known {key}.', where=_WHERE, fix="use one the model knows.")
    return words(entry[key])


def _pattern(entry: Mapping[str, Any]) -> re.Pattern[str]:
    return phrase_pattern(_texts(entry.get("phrases"), _WHERE))


def _texts(value: Any, where: str) -> list[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one.strip() for one in value):
        raise RulebookError(
            "a list of phrases is expected here.", where=where, fix='quote words such as "no" and "on".'
        )
    return value
