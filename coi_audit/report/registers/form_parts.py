"""What a form is made of: labels with their answers, tables to fill in, headings, notes and places to sign."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from coi_audit.model.letters import fold_letters

_NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")
_LONGEST = 60  # signs of a file's name


@dataclass(frozen=True, slots=True)
class Answers:
    """Labels and what the records tell; an empty answer is a line to write on."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with one row of headings. `shares` are parts of the page's width; `blank` rows are left to fill in."""

    caption: str
    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]
    blank: int = 0

    @property
    def all_rows(self) -> tuple[tuple[str, ...], ...]:
        """The rows that are told, then the blank ones."""
        return (*self.rows, *((("",) * len(self.headings),) * self.blank))


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Note:
    text: str


Part: TypeAlias = Answers | Grid | Heading | Note


@dataclass(frozen=True, slots=True)
class Form:
    """One form of one annex, e.g. "A" or "E(i)". `name` becomes its file's name; `about` says what it speaks of."""

    annex: str
    title: str
    name: str
    about: str
    parts: tuple[Part, ...]


ANNEX_FOLDERS = {
    "A": "annex-a",
    "C": "annex-c",
    "E(i)": "annex-e-log",
    "F": "annex-f",
    "G": "annex-g",
    "H": "annex-h",
    "I": "annex-i",
    "J": "annex-j",
}


def file_stem(*words: str) -> str:
    """Plain small letters and hyphens from the words, for a file's name."""
    folded = fold_letters(" ".join(words)).casefold().replace("'", "").replace("’", "")
    return _NOT_IN_A_NAME.sub("-", folded).strip("-")[:_LONGEST].strip("-") or "form"


def with_own_names(forms: Sequence[Form]) -> tuple[Form, ...]:
    """The forms with no name given twice within an annex: the second gets a 2 behind it."""
    taken: set[tuple[str, str]] = set()
    found = []
    for form in forms:
        name, number = form.name, 1
        while (form.annex, name) in taken:
            number += 1
            name = f"{form.name}-{number}"
        taken.add((form.annex, name))
        found.append(Form(form.annex, form.title, name, form.about, form.parts))
    return tuple(found)
