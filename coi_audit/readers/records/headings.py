"""The headings and labels of the registers beside the register of interests, kind by kind (rules/vocabulary)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from coi_audit.errors import RulebookError
from coi_audit.paths import rules_folder
from coi_audit.readers.registers.headings import fold
from coi_audit.strict_yaml import MarkedYaml, parse_yaml

IGNORED = "ignored"
_GIVES_WAY = "gives_way"  # no field: phrases that count only where no other stands in the heading
_WORDS_BESIDE = 3  # that may stand beside a phrase of one word
_LONGEST_HEADING = 400
_WHERE = "rules/vocabulary/record_columns.yaml"


@dataclass(frozen=True, slots=True)
class HeadingRead:
    """What a heading was taken for. `letters` is the length of the phrase; `whole` where it is all of the heading."""

    field: str
    letters: int
    whole: bool


@cache
def _file() -> MarkedYaml:
    path = rules_folder() / "vocabulary" / "record_columns.yaml"
    read = parse_yaml(path.read_text(encoding="utf-8"), where=_WHERE)
    if not isinstance(read.data, dict) or not all(isinstance(fields, dict) for fields in read.data.values()):
        raise RulebookError("it must hold kinds of papers, each with fields.", where=_WHERE, fix="restore the file.")
    return read


def kinds() -> tuple[str, ...]:
    """The kinds of paper whose headings are known."""
    return tuple(_file().data)


@cache
def phrases(kind: str) -> Mapping[str, str]:
    """Folded phrase -> field, for one kind of paper.

    Raises `RulebookError` for a kind the vocabulary lacks, or where one phrase stands for two fields of it.
    """
    if kind not in _file().data:
        raise RulebookError(f'there is no kind "{kind}".', where=_WHERE, fix="add it, or use one that is there.")
    return _phrases(_file(), kind, _file().data[kind])


def _phrases(read: MarkedYaml, kind: str, fields: Mapping[str, Any]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, listed in fields.items():
        if name == _GIVES_WAY:
            continue
        line = f"{_WHERE}, line {read.line(kind, name)}"
        if not isinstance(listed, list) or not all(isinstance(one, str) and one.strip() for one in listed):
            raise RulebookError(
                "a list of phrases is expected here.",
                where=line,
                fix='write [phrase, phrase], and "no", "yes" and "on" in quotes.',
            )
        for phrase in listed:
            if found.setdefault(fold(phrase), name) != name:
                problem = f'the phrase "{phrase}" stands for both {found[fold(phrase)]} and {name}.'
                raise RulebookError(problem, where=line, fix="keep one of the two.")
    return found


@cache
def _weak(kind: str) -> frozenset[str]:
    return frozenset(fold(phrase) for phrase in _file().data[kind].get(_GIVES_WAY, ()))


def fields_of(kind: str) -> tuple[str, ...]:
    """The fields a kind of paper can hold, in the vocabulary's order, without `ignored`."""
    return tuple(name for name in dict.fromkeys(phrases(kind).values()) if name != IGNORED)


def read_heading(kind: str, heading: str, *, above: str = "") -> HeadingRead | None:
    """The field a heading names, or None.

    `above` is a wider heading over it ("Date" over "Offered"): phrases may run from it into the heading, and only if
    none does is a phrase of the wider heading alone taken.
    """
    wide, own = fold(above), fold(heading)
    if len(own) + len(wide) > _LONGEST_HEADING or not own + wide:
        return None
    both = f"{wide} {own}".strip()
    begin = len(wide.split())
    found = _longest(kind, both, begin if own else 0)
    return found or (_longest(kind, wide, 0) if wide else None)


@cache
def _most_words(kind: str) -> int:
    return max(len(phrase.split()) for phrase in phrases(kind))


@lru_cache(maxsize=8192)
def _longest(kind: str, text: str, begin: int) -> HeadingRead | None:
    """The longest phrase in the text that ends after its first `begin` words; of equals the first."""
    words = text.split()
    known, weak, most = phrases(kind), _weak(kind), _most_words(kind)
    best: HeadingRead | None = None
    strength = (False, 0)
    for start in range(len(words)):
        for end in range(min(len(words), start + most), max(start, begin), -1):
            phrase = " ".join(words[start:end])
            name = known.get(phrase)
            if name is None or (end - start == 1 and start > begin and len(words) - 1 > _WORDS_BESIDE):
                continue
            if (phrase not in weak, len(phrase)) > strength:
                strength = (phrase not in weak, len(phrase))
                best = HeadingRead(name, len(phrase), end - start == len(words))
    return best
