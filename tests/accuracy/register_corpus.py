"""Invented people, what they hold, and the ways in which registers write it down: the truth of the register figures."""

from __future__ import annotations

import calendar
import csv
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).resolve().parent / "data" / "registers"
TITLES = {"dr", "mr", "mrs", "ms", "miss", "sir", "professor", "prof", "lord", "lady", "dame"}
SEASONS = {"SUMMER": (6, 8), "AUTUMN": (9, 11)}
Days = tuple[date, date]


@dataclass(frozen=True)
class Serial:
    """A day that stands in the sheet as Excel's bare number."""

    day: date

    @property
    def number(self) -> int:
        return (self.day - date(1899, 12, 30)).days


Cell = str | int | date | Serial | None


@dataclass(frozen=True)
class Held:
    """One interest as it truly is. `since` and `until` are tokens: a day, a month, a year, FY2016, SUMMER2015."""

    person: str
    organisation: str
    nature: str
    category: str
    direct: bool
    relationship: str
    since: str
    until: str
    mitigation: str


@dataclass(frozen=True)
class Person:
    """Somebody on the register; nothing held is a nil return."""

    name: str
    position: str
    practice: str
    declared: date
    held: tuple[Held, ...]

    @property
    def title(self) -> str:
        first = self.name.split()[0]
        return first if first.lower() in TITLES else ""

    @property
    def bare(self) -> str:
        return self.name.removeprefix(self.title).strip()

    @property
    def first(self) -> str:
        """The given name with the initials after it."""
        match = re.match(r"(?:\S\. )+(?=\S)|\S+(?: \S\.)*(?= )", self.bare)
        return match[0].strip() if match else ""

    @property
    def last(self) -> str:
        return self.bare.removeprefix(self.first).strip()


def people(part: str) -> tuple[Person, ...]:
    """Everybody of one part, in the order of the file."""
    with (DATA / "interests.csv").open(encoding="utf-8") as stream:
        held = [_held(row) for row in csv.DictReader(stream)]
    with (DATA / "people.csv").open(encoding="utf-8") as stream:
        return tuple(
            Person(
                row["person"], row["position"], row["practice"], date.fromisoformat(row["declared"]),
                tuple(one for one in held if one.person == row["person"]),
            )
            for row in csv.DictReader(stream)
            if row["part"] == part
        )  # fmt: skip


def _held(row: dict[str, str]) -> Held:
    since = row.pop("from")
    direct = row.pop("direct") == "yes"
    return Held(**row, since=since, direct=direct)


def days_of(token: str) -> Days | None:
    """First and last day that a token may mean; None for an open end."""
    if token in ("", "current"):
        return None
    for season, (first, last) in SEASONS.items():
        if token.startswith(season):
            year = int(token.removeprefix(season))
            return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    if token.startswith("FY"):
        year = int(token[2:])
        return date(year, 4, 1), date(year + 1, 3, 31)
    numbers = [int(part) for part in token.split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        return date(*numbers, 1), date(*numbers, calendar.monthrange(*numbers)[1])
    return date(*numbers), date(*numbers)


class Words:
    """Goes through each list of wordings in turn, so that one register mixes them as real ones do."""

    def __init__(self, part: str, turn: int = 0) -> None:
        self.lists: dict[str, list[str]] = yaml.safe_load((DATA / "words.yaml").read_text(encoding="utf-8"))[part]
        self.turns: Counter[str] = Counter(dict.fromkeys(self.lists, turn))

    def next(self, kind: str) -> str:
        self.turns[kind] += 1
        return self.lists[kind][self.turns[kind] % len(self.lists[kind])]

    def since(self, token: str, *, plain: bool = False) -> Cell:
        """The start of an interest as somebody wrote it; `plain` keeps to words that can stand within a range."""
        if not token:
            return ""
        if token[0] == "F":
            return _written(self.next("financial_year"), date(int(token[2:]), 4, 1))
        if not token[0].isdigit():
            return f"{token[:-4].capitalize()} {token[-4:]}"
        kind = ("year", "month", "day")[token.count("-")]
        form = "{Y}" if plain and kind == "year" else self.next(kind)
        found = days_of(token)
        assert found
        while plain and form in ("native", "serial", "number"):
            form = self.next(kind)
        return _written(form, found[0])

    def until(self, token: str) -> Cell:
        return self.next("current") if token == "current" else self.since(token)

    def declared(self, day: date) -> Cell:
        return self.since(day.isoformat())

    def range(self, held: Held) -> str:
        """Both ends in one cell."""
        if not held.since:
            return ""
        start = str(self.since(held.since, plain=True))
        if held.until in ("", "current"):
            return self.next("open_range").format(a=start)
        return self.next("range").format(a=start, b=self.since(held.until, plain=True))

    def joined(self, held: Held) -> str:
        """What is held and where in one phrase, with whose it is."""
        form = self.next("joined") if held.direct else self.next("relative")
        relative = held.relationship
        return form.format(n=held.nature, o=held.organisation, r=relative, R=relative.capitalize())


def _written(form: str, day: date) -> Cell:
    if form == "native":
        return day
    if form == "serial":
        return Serial(day)
    if form == "number":
        return day.year
    th = "th" if 10 < day.day < 20 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    short = calendar.month_abbr[day.month]
    parts: dict[str, Any] = {
        "d": day.day, "dd": f"{day.day:02}", "m": day.month, "mm": f"{day.month:02}", "Y": day.year, "th": th,
        "y": f"{day.year % 100:02}", "ny": f"{(day.year + 1) % 100:02}", "Mon": short, "MON": short.upper(),
        "Sept": "Sept" if short == "Sep" else short, "Month": calendar.month_name[day.month],
    }  # fmt: skip
    return form.format(**parts)
