"""The people of a name cell that holds several, where each of them is named in full; else nobody is guessed at."""

from __future__ import annotations

import re

from coi_audit.readers.person_words import BOTH_NAME_AND_POST, NO_NAME
from coi_audit.readers.registers.parts import PARTICLES, NameRead, read_name
from coi_audit.readers.registers.words import HONORIFIC, words

_APART = re.compile(r"\s*[\n;/|]\s*")
_TOGETHER = re.compile(r"\s*(?:\band\b|&|,(?=\s*(?:and\s+)?(?:[A-Z][\w’'-]+\.?\s+)+[A-Z][\w’'-]))\s*")
_TITLE = re.compile(rf"^{HONORIFIC}\s+")
_WORD = rf"(?:[A-Z][\w’'.-]*|{PARTICLES})"
_FULL = re.compile(rf"{_WORD}(?:\s+{_WORD}){{1,4}}")
_MOST = 12


def people_in(text: str) -> tuple[NameRead, ...]:
    """Everybody a cell names, in its order, where it names two or more and each with a full name; else nothing.

    "Dr Uma Kell and Mr Adam Roe" and names on lines of their own, each perhaps with its post, are read; "Drs Kell and
    Roe" or "Uma and Adam Kell" are not, since one would have to be guessed.
    """
    found: list[NameRead] = []
    for line in _with_posts([piece.strip(" ,.") for piece in _APART.split(text) if piece.strip(" ,.")]):
        together = _together(line)
        if not together:
            return ()
        found += together
    return tuple(found) if 2 <= len(found) <= _MOST else ()


def _together(line: str) -> tuple[NameRead, ...]:
    """The people of one line; nobody where the last name may be that of them all ("Dr Uma and Dr Adam Kell")."""
    whole = read_name(line)
    if whole.position and words().roles.search(whole.position) and looks_like_a_name(whole.name):
        return (whole,)  # "Jane Ollerton, Lay Member - Patient and Public Involvement"
    pieces = _with_posts([piece.strip(" ,.") for piece in _TOGETHER.split(line) if piece.strip(" ,.")])
    reads = tuple(read_name(piece) for piece in pieces)
    if any(read.problem for read in reads) or not all(looks_like_a_name(read.name) for read in reads):
        return ()
    surnames = [" " not in _TITLE.sub("", read.name) for read in reads]
    return reads if all(surnames) or not any(surnames) else ()


def _with_posts(pieces: list[str]) -> list[str]:
    """A piece that is a post goes with the name before it."""
    joined: list[str] = []
    for piece in pieces:
        if joined and not looks_like_a_name(read_name(piece).name):
            joined[-1] = f"{joined[-1]}\n{piece}" if "\n" not in joined[-1] else f"{joined[-1]}, {piece}"
        else:
            joined.append(piece)
    return joined


def looks_like_a_name(text: str) -> bool:
    """Whether a text is somebody's name and nothing else: a title and a name, or two to five words of a name."""
    bare = _TITLE.sub("", text)
    if bare != text and re.fullmatch(rf"{_WORD}(?:\s+{_WORD}){{0,4}}", bare):
        return True
    if _FULL.fullmatch(text) is None or any(word.casefold() in NO_NAME - BOTH_NAME_AND_POST for word in text.split()):
        return False
    if words().organisations.search(text) or words().sections.search(text):
        return False
    return not words().roles.search(text) and not words().ties.search(text) and not text.isupper()
