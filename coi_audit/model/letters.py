"""Letters beyond the English alphabet: which are capitals, and the plain letters each may be written with."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Letters that no accent makes, so that taking accents off leaves them as they are.
_WHOLE = {
    "ł": "l",
    "ø": "o",
    "đ": "d",
    "ð": "d",
    "ħ": "h",
    "ŧ": "t",
    "ŋ": "n",
    "þ": "th",
    "æ": "ae",
    "œ": "oe",
    "ß": "ss",
    "ı": "i",
    "ə": "a",
    "ĸ": "k",
    "ƒ": "f",
}
_FROM, _TO = 0x00C0, 0x0250  # the Latin letters beyond A to Z, accented or not
_BEYOND = [chr(code) for code in (*range(_FROM, _TO), *range(0x1E00, 0x1F00)) if chr(code).isalpha()]

CAPITALS = "A-Z" + "".join(letter for letter in _BEYOND if letter.isupper())
"""Every Latin capital, to stand inside the square brackets of a pattern."""


@lru_cache(maxsize=100_000)
def fold_letters(text: str) -> str:
    """The text with plain letters for all others: "Łukasz Sæther-Øst" gives "Lukasz Saether-Ost".

    Capitals stay capitals; the length may change. Two spellings of one name fold to the same words.
    """
    if text.isascii():
        return text
    decomposed = unicodedata.normalize("NFKD", text)
    return "".join(_plain(letter) for letter in decomposed if not unicodedata.combining(letter))


def _plain(letter: str) -> str:
    low = letter.lower()
    plain = _WHOLE.get(letter) or _WHOLE.get(low)
    if plain is None:
        return letter
    return plain if letter == low else plain.capitalize()


_VARIANTS: dict[str, str] = {}
for _letter in (one for one in _BEYOND if one.islower()):
    _folded = fold_letters(_letter).lower()
    _VARIANTS[_folded] = _VARIANTS.get(_folded, "") + _letter


def any_spelling(folded: str) -> str:
    """The source of a pattern that finds folded words however their letters are written in a text.

    "zielinski" gives a pattern that finds "Zieliński" too, where the pattern ignores case.
    """
    found: list[str] = []
    at = 0
    while at < len(folded):
        two, one = folded[at : at + 2], folded[at]
        if len(two) == 2 and two in _VARIANTS:
            found.append(f"(?:{re.escape(two)}|[{_VARIANTS[two]}])")
            at += 2
            continue
        more = _VARIANTS.get(one, "") if one.isalpha() else ""
        found.append(f"[{one}{more}]" if more else re.escape(one))
        at += 1
    return "".join(found)
