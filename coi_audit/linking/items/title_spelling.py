"""A misspelt word of a title, put right where one word of the vocabulary and no other is one slip away.

It refuses to touch names, short words and words that the vocabulary knows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from coi_audit.linking.name_text import Name
from coi_audit.rulebook.phrases import words_of
from coi_audit.rulebook.vocabulary_books import Vocabulary

_SHORTEST = 6  # letters; shorter words lie too near to each other


def put_right(title: str, names: Sequence[Name], vocabulary: Vocabulary) -> tuple[str, tuple[str, ...]]:
    """The title with its slips put right, and a sentence for each. `names` are left as they stand."""
    said: list[str] = []
    text, last = "", 0
    for word in words_of(title):
        inside = any(name.start < word.end and word.start < name.end for name in names)
        meant = None if inside else _meant(word.stem, vocabulary.spelt, vocabulary.names.common)
        if meant is not None:
            text += title[last : word.start] + meant
            last = word.end
            said.append(f'"{word.written}" was read as "{meant}".')
    return text + title[last:], tuple(said)


def _meant(stem: str, known: frozenset[str], common: frozenset[str]) -> str | None:
    if len(stem) < _SHORTEST or stem in known or stem in common or not stem.isalpha():
        return None
    near = [word for word in _near(known, len(stem)) if _one_slip(stem, word)]
    swapped = [word for word in near if sorted(word) == sorted(stem)]
    best = swapped or near
    return best[0] if len(best) == 1 else None


def _near(known: frozenset[str], length: int) -> Iterable[str]:
    by_length = _by_length(known)
    return (word for size in (length - 1, length, length + 1) for word in by_length.get(size, ()))


@lru_cache(maxsize=4)
def _by_length(known: frozenset[str]) -> dict[int, tuple[str, ...]]:
    sizes: dict[int, list[str]] = {}
    for word in sorted(known):
        if len(word) >= _SHORTEST - 1:
            sizes.setdefault(len(word), []).append(word)
    return {size: tuple(words) for size, words in sizes.items()}


def _one_slip(written: str, meant: str) -> bool:
    """Whether one letter was left out, put in, mistaken, or two changed places."""
    same = 0
    while same < min(len(written), len(meant)) and written[same] == meant[same]:
        same += 1
    rest, other = written[same:], meant[same:]
    if len(rest) != len(other):
        return rest[1:] == other or rest == other[1:]
    return rest[1:] == other[1:] or (rest[:2] == other[1::-1] and rest[2:] == other[2:])
