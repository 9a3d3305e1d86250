"""The words by which names are told from other words when an audit is made for publication."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from coi_audit.errors import RulebookError, UserError
from coi_audit.paths import rules_folder
from coi_audit.rulebook.minutes_words import load_minutes_words
from coi_audit.strict_yaml import MarkedYaml, parse_yaml

FILE = "vocabulary/masking.yaml"
_WHERE = f"rules/{FILE}"
_LISTS = ("public_kinds", "words_and_names", "things", "deeds", "calendar", "months_and_names", "tails", "articles")
_OWN_NAMES = ("vocabulary/places.yaml", FILE)  # lists of names, which teach no plain words
_CASES = re.compile(r"^cases:.*", re.MULTILINE | re.DOTALL)  # a rule's examples speak of invented people
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class MaskingWords:
    """All in lower case but `acronyms`. `plain` are words of the rulebook itself.

    `either` are names that are plain words too, `deeds` what a person does, `titles` what stands before a name,
    `particles` what stands within one, `tails` what follows one and is none; `public_kinds` are
    the kinds of papers whose words may be published.
    """

    public_kinds: frozenset[str]
    plain: frozenset[str]
    acronyms: frozenset[str]
    either: frozenset[str]
    deeds: frozenset[str]
    calendar: frozenset[str]
    months: frozenset[str]
    places: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    tails: frozenset[str]
    articles: frozenset[str]


@cache
def masking_words() -> MaskingWords:
    """Those that belong to this installation, read once."""
    return load_masking_words(rules_folder())


def load_masking_words(folder: Path) -> MaskingWords:
    """Read them below a rules folder. Raises `RulebookError` naming the file and line of what does not fit."""
    lists = _lists(_parsed(folder))
    names = load_minutes_words(folder).names
    given = frozenset().union(*names.short_forms)
    months = lists["months_and_names"]
    small, capitals = _own_words(folder)
    either = (lists["words_and_names"] | (lists["things"] - small) | given) - months
    return MaskingWords(
        public_kinds=lists["public_kinds"],
        plain=small - either - months,
        acronyms=capitals,
        either=either,
        deeds=lists["deeds"],
        calendar=lists["calendar"],
        months=months,
        places=_places(folder),
        titles=names.titles,
        particles=names.particles,
        tails=lists["tails"] | names.not_given,
        articles=lists["articles"],
    )


def _parsed(folder: Path) -> MarkedYaml:
    try:
        return parse_yaml((folder / FILE).read_text(encoding="utf-8"), where=_WHERE)
    except OSError as error:
        raise RulebookError("the file cannot be read.", where=_WHERE, fix="install coi-audit again.") from error
    except UserError as error:
        raise RulebookError(error.problem, where=error.where, fix=error.fix) from error


def _lists(marked: MarkedYaml) -> dict[str, frozenset[str]]:
    data = marked.data
    if not isinstance(data, dict) or set(data) != {"evidence", *_LISTS}:
        wrong = ", ".join(sorted({"evidence", *_LISTS} ^ set(data or {})))
        raise RulebookError(f"lists missing or unknown: {wrong}.", where=_WHERE, fix="restore the file.")
    return {name: _words(data[name], f"{_WHERE}, line {marked.line(name)}") for name in _LISTS}


def _words(value: Any, where: str) -> frozenset[str]:
    if not isinstance(value, list) or not all(isinstance(one, str) and one == one.casefold() for one in value):
        raise RulebookError("a list of words in lower case is expected here.", where=where, fix="write [word, word].")
    return frozenset(value)


def _own_words(folder: Path) -> tuple[frozenset[str], frozenset[str]]:
    """Words of the rulebook's own files, its invented cases left out, and those they write in capitals alone."""
    small: set[str] = set()
    capitals: set[str] = set()
    for path in sorted(folder.rglob("*.yaml")):
        if path.relative_to(folder).as_posix() in _OWN_NAMES:
            continue
        for token in _TOKEN.findall(_CASES.sub("", path.read_text(encoding="utf-8"))):
            if token.islower():
                small.add(token.replace("’", "'"))
            elif token.isupper() and len(token) > 1:
                capitals.add(token)
            elif path.parent.name != "vocabulary":
                small.add(token.casefold().replace("’", "'"))  # "Annex", "Healthwatch": no list of names among them
    return frozenset(small), frozenset(capitals)


def _places(folder: Path) -> frozenset[str]:
    text = (folder / "vocabulary" / "places.yaml").read_text(encoding="utf-8")
    return frozenset(token for token in _TOKEN.findall(text) if token.islower() and len(token) > 3)
