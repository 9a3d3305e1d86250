"""Phrases of the minutes vocabulary turned into patterns: alternatives, optional words, gaps, named lists."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

WHO = r"‹(\d+)›"
_WHOSE = r"‹(\d+)›'s?"
_GAP = r"(?:[^\s|]+[\s,:]+){0,8}?"
_STOP = (
    r"(?=\s*(?:$|[.,;:!?|)\]-])|\s+(?:and|at|for|before|prior|ahead|while|whilst|when|during|throughout|then|as|due"
    r"|until|because|given|following|after|in|on|to|with|without|owing|having|but|again|by|this|who|so|since"
    r"|it|room|immediately|again|temporarily|briefly|shortly|\d{1,2}[.:]\d\d)\b)"
)
_JOIN = r"[\s,:]+"
_TOKEN = re.compile(r"\[([^\[\]]*)\]|(\.\.\.)|([^\s\[\]]+)")


class PhraseError(ValueError):
    """A phrase that cannot be read; the message says why."""


def compile_phrases(phrases: Sequence[str], lists: Mapping[str, str]) -> re.Pattern[str]:
    """One pattern that finds any of the phrases, whatever the case.

    `lists` gives the patterns of named lists. The groups of a match are the numbers of the people placeholders
    (`‹3›`) that stood where the phrase has {who} or {whose}. Raises `PhraseError`.
    """
    return re.compile(rf"(?<![\w'])(?:{alternatives(phrases, lists)})(?![\w])", re.IGNORECASE)


def alternatives(phrases: Sequence[str], lists: Mapping[str, str]) -> str:
    """The source of that pattern, for use inside another."""
    return "|".join(f"(?:{_one(phrase, lists)})" for phrase in phrases)


def _one(phrase: str, lists: Mapping[str, str]) -> str:
    parts: list[tuple[str, str]] = []
    position = 0
    for token in _TOKEN.finditer(phrase):
        if phrase[position : token.start()].strip():
            raise PhraseError(f'"{phrase[position : token.start()].strip()}" is not understood')
        position = token.end()
        parts.append(_token(token, lists))
    if phrase[position:].strip() or not parts:
        raise PhraseError(f'"{phrase}" is not understood')
    if all(kind in ("optional", "gap", "stop") for kind, _ in parts) or parts[-1][0] == "gap":
        raise PhraseError(f'"{phrase}" has no word that must stand there, or ends in a gap')
    return _joined(parts)


def _token(token: re.Match[str], lists: Mapping[str, str]) -> tuple[str, str]:
    optional, gap, words = token.groups()
    if gap:
        return "gap", _GAP
    if words == "{stop}":
        return "stop", _STOP
    if optional is not None:
        return "optional", _words(optional, lists)
    return "word", _words(words, lists)


def _words(text: str, lists: Mapping[str, str]) -> str:
    words = [word.strip() for word in text.split("|")]
    if not all(words):
        raise PhraseError(f'"{text}" has an empty alternative')
    sources = (_named(word[1:-1], lists) if word.startswith("{") else _plain(word) for word in words)
    return f"(?:{'|'.join(sources)})"


def _plain(word: str) -> str:
    return r"\s+".join(re.escape(part) for part in word.split()) + r"(?![\w])"


def _named(name: str, lists: Mapping[str, str]) -> str:
    if name in ("who", "whose"):
        return WHO if name == "who" else _WHOSE
    if name not in lists:
        raise PhraseError(f'there is no list called "{name}"')
    return f"(?:{lists[name]})"


def _joined(parts: Sequence[tuple[str, str]]) -> str:
    """Join the parts; the space between two fixed parts goes with the optional part between them."""
    pattern, pending = "", ""  # `pending` is the separator owed before the next fixed part
    for kind, source in parts:
        if kind == "stop":
            pattern += source
        elif kind == "gap":
            pattern += f"{pending}{_GAP}"
            pending = ""
        elif kind == "optional":
            pattern += f"(?:{pending}{source})?" if pending else f"(?:{source}{_JOIN})?"
        else:
            pattern += f"{pending}{source}"
            pending = _JOIN
    return pattern
