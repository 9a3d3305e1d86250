"""Names made by rule from syllables: places, people, practices, providers. The same number gives the same name."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

_PARTS: dict[str, list[str]] = yaml.safe_load((Path(__file__).parent / "names.yaml").read_text(encoding="utf-8"))
_GIVEN = tuple((name, "Mr" if at % 2 else "Ms") for at, name in enumerate(_PARTS["given"]))
_PRACTICE_FORMS = ("Surgery", "Medical Centre", "Practice", "Health Centre", "Family Practice", "Medical Group")
_COMPANY_FORMS = (
    ("Urgent Care Ltd", "company", "out-of-hours primary care", "Out-of-hours primary care service"),
    ("Diagnostics Ltd", "company", "diagnostics", "Community ultrasound service"),
    ("Skin Clinics Ltd", "company", "dermatology", "Community dermatology service"),
    ("Physiotherapy CIC", "company", "physiotherapy", "Community physiotherapy service"),
    ("Talking Therapies Ltd", "company", "psychological therapies", "Primary care counselling service"),
)
PEOPLE_OF_A_BODY = 60  # numbers kept for each body, so that a body's names do not hang on how many bodies there are


@dataclass(frozen=True, slots=True)
class Name:
    """A person's name as a register has it and as minutes speak of them, with their pronoun."""

    full: str
    short: str
    he: str


@dataclass(frozen=True, slots=True)
class Provider:
    """An organisation that a contract may go to: `kind` as in body.yaml, `business` and `service` in plain words."""

    name: str
    kind: str
    business: str
    service: str


def _shuffled(seed: int, what: str, parts: Sequence[str]) -> list[str]:
    order = list(parts)
    random.Random(f"{seed}:{what}").shuffle(order)
    return order


def _joined(heads: str, tails: str) -> list[str]:
    return [head + tail for tail in _PARTS[tails] for head in _PARTS[heads]]


class Names:
    """Every name of one seed. Numbers within each kind give names that differ from one another."""

    def __init__(self, seed: int) -> None:
        places = _joined("place_heads", "place_tails")
        surnames = _joined("surname_heads", "surname_tails")
        self._places = _shuffled(seed, "places", places)
        self._surnames = _shuffled(seed, "surnames", surnames)
        practices = _joined("place_heads", "practice_tails")
        self._practices = _shuffled(seed, "practices", practices)
        self._companies = _shuffled(seed, "companies", _PARTS["company_heads"])

    def place(self, number: int) -> str:
        """A town; there are 480."""
        return self._places[number % len(self._places)]

    def person(self, number: int, *, doctor: bool = False) -> Name:
        """A person; there are 43,200."""
        turn, at = divmod(number, len(self._surnames))
        given, style = _GIVEN[(turn + at * 7) % len(_GIVEN)]
        surname = self._surnames[at]
        he = "he" if style == "Mr" else "she"
        if doctor:
            return Name(f"Dr {given} {surname}", f"Dr {surname}", he)
        return Name(f"{given} {surname}", f"{style} {surname}", he)

    def practice(self, body: int, number: int) -> str:
        """A practice of a body; 17 differ within one, and bodies far apart may have one name between them."""
        head = self._practices[(body * 17 + number) % len(self._practices)]
        return f"{head} {_PRACTICE_FORMS[(body + number * 5) % len(_PRACTICE_FORMS)]}"

    def provider(self, number: int) -> Provider:
        """A company that sells to the health service; there are a hundred."""
        turn, at = divmod(number, len(self._companies))
        form, kind, business, service = _COMPANY_FORMS[(turn + at) % len(_COMPANY_FORMS)]
        return Provider(f"{self._companies[at]} {form}", kind, business, service)
