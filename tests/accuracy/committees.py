"""Invented committees, and each member's name written in the ways papers write names, with what each must give.

Seeded: the same committees each time. What a form must give is worked out from the plain parts of the invented names,
never by the reader that is measured.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass

from scored import Part

_GIVEN = [
    "Jane", "Simon", "Margaret", "Peter", "Alan", "Ruth", "Owen", "Petra", "Ellen", "Keith", "Lucy", "Niall",
    "Maria", "Omar", "Samir", "Gwen", "Gethin", "Ffion", "Anna", "Jan", "Tomasz", "Zofia", "Agnieszka", "Mohammed",
    "Rajesh", "Harpreet", "Sanjeev", "Naila", "Zahir", "Arif", "Asif", "Oluwaseun", "Ngozi", "Chinedu", "Kwabena",
    "Adaeze", "Jurgen", "Dmitri", "Yusuf", "Fatima", "Priya", "Anil", "Meera", "Vikram", "John", "James", "Joan",
    "Paul", "Paula", "Robert", "Ian", "Hilary", "Thomas",
]  # fmt: skip
_SURNAMES = [
    "Halloway", "Pell", "Banner", "Tolland", "Marsh", "Trask", "Lunn", "Cole", "Thirsk", "Corran", "Ferriby",
    "Oakes", "Ayre", "Frost", "Beck", "Penn-Avery", "O'Brannagh", "McBride", "Prydderch", "Wojtowicz", "Brzeczyk",
    "Olszewski", "Qadri", "Dhaliwar", "Chaudhry", "Rizwani", "Adebanji", "Nwabueze", "Boahene", "Sokolov", "Tikriti",
    "Lockwood", "Rao", "Ng", "Sivanesan", "Tellapuri", "Dhanda", "Qureshani", "Ashcombe", "St-Clere", "Bhatt",
    "Owusu",
]  # fmt: skip
_TITLES = ("Dr", "Mr", "Mrs", "Ms", "Prof", "Cllr", "")
_LETTERS = "abcdefghilmnoprstuvwy"
COMMITTEES = 60


@dataclass(frozen=True, slots=True)
class Invented:
    title: str
    given: str
    middle: str  # one letter, or empty
    surname: str

    @property
    def full(self) -> str:
        return " ".join(part for part in (self.title, self.given, self.middle, self.surname) if part)


@dataclass(frozen=True, slots=True)
class Committee:
    """Names as membership gives them; `variants` are way, form, truth and the name of whoever is meant."""

    people: tuple[str, ...]
    part: Part
    variants: tuple[tuple[str, str, str, str], ...]


def committees() -> Iterator[Committee]:
    """Sixty committees of twelve, some surnames shared; every third is held out."""
    chance = random.Random(20160628)
    for number in range(COMMITTEES):
        members = _members(chance)
        part = Part.HELD_OUT if number % 3 == 2 else Part.TUNED_ON
        variants = [row for one in members for row in _variants(one, members, chance)]
        yield Committee(tuple(one.full for one in members), part, tuple(variants))


def _members(chance: random.Random) -> list[Invented]:
    surnames = chance.sample(_SURNAMES, 9)
    surnames += chance.sample(surnames, 3)  # a couple, a father and son, a namesake
    found: dict[tuple[str, str], Invented] = {}
    for surname in surnames:
        given = chance.choice(_GIVEN)
        middle = chance.choice("ABDKLR") if chance.random() < 0.2 else ""
        found[given, surname] = Invented(chance.choice(_TITLES), given, middle, surname)
    return list(found.values())


def _variants(one: Invented, members: list[Invented], chance: random.Random) -> Iterator[tuple[str, str, str, str]]:
    letter = one.given[0]
    for way, written, same in (
        ("full", f"{one.given} {one.surname}", _alike(one, members, full=True)),
        ("surname first", f"{one.surname}, {one.given}", _alike(one, members, full=True)),
        ("capitals", f"{one.surname.upper()} {one.given}", _alike(one, members, full=True)),
        ("initial", f"{letter} {one.surname}", _alike(one, members)),
        ("titled initial", f"{one.title} {letter}. {one.surname}".strip(), _alike(one, members, titled=True)),
        ("surname, initial", f"{one.surname}, {letter}.", _alike(one, members)),
        ("post-nominals", f"{one.given} {one.surname} FRCGP MBE", _alike(one, members, full=True)),
        ("position", f"{one.given} {one.surname} - Lay Member", _alike(one, members, full=True)),
    ):
        yield way, written, "same" if same else "ask", one.full
    lone = sum(other.surname == one.surname for other in members) == 1
    if one.title:
        yield "surname alone", f"{one.title} {one.surname}", "same" if lone else "likely", one.full
    yield from _slips(one, members, chance)


def _slips(one: Invented, members: list[Invented], chance: random.Random) -> Iterator[tuple[str, str, str, str]]:
    at = chance.randrange(1, len(one.surname))
    slip = one.surname[:at] + chance.choice(_LETTERS) + one.surname[at + 1 :]
    if (
        len(one.surname) > 2
        and slip not in {other.surname for other in members}
        and slip.casefold() != one.surname.casefold()
    ):
        yield "one letter wrong", f"{one.given} {slip}", "ask", one.full
    stranger = next(name for name in chance.sample(_GIVEN, len(_GIVEN)) if not _near(name, one.surname, members))
    yield "a stranger of that surname", f"{stranger} {one.surname}", "different", ""


def _near(given: str, surname: str, members: list[Invented]) -> bool:
    """Whether somebody of that surname has the same first letter or nearly the same name."""
    return any(other.surname == surname and other.given[0] == given[0] for other in members)


def _alike(one: Invented, members: list[Invented], *, full: bool = False, titled: bool = False) -> bool:
    """Whether the form can mean nobody else: same surname, and the same given name or, from a form of it, letter."""
    for other in members:
        if other is one or other.surname != one.surname:
            continue
        if full and other.given != one.given:
            continue
        if other.given[0] != one.given[0]:
            continue
        if titled and one.title and other.title and {one.title, other.title} == {"Mr", "Mrs"}:
            continue
        return False
    return True
