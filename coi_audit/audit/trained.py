"""The training lists as one: who stands on them, and who passed module 1 by when."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.model.assurance import Training
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Person

KIND = "training"


@dataclass(frozen=True, slots=True)
class Count:
    """How many of those listed passed in one year. `made_on` is the list's day where that is before the year's end."""

    listed: int = 0
    passed: int = 0
    scores: tuple[float, ...] = ()
    made_on: date | None = None
    sources: tuple[SourceRef, ...] = ()


@dataclass(frozen=True, slots=True)
class TrainingPapers:
    """Results in module 1, or in a course without modules, by person; `speaks_for` gives each list's day by its file.

    A list without a date speaks for the day of its newest result; one without any date for no day in particular.
    """

    there: bool
    by_person: dict[str, list[Training]]
    speaks_for: dict[str, date | None]
    key_of: Callable[[str], str]

    def results(self, name: str) -> list[Training]:
        """A person's results, in the order of the papers."""
        return self.by_person.get(self.key_of(name), [])

    def day_for(self, first: date, last: date) -> tuple[date | None, bool]:
        """The day the lists speak for in a time, and whether all of them are older than it. None: no day is known."""
        days = [one for one in self.speaks_for.values() if one is not None]
        within = [one for one in days if first <= one <= last]
        if within:
            return max(within), False
        if any(one > last for one in days) or None in self.speaks_for.values():
            return None, False
        return None, bool(days)

    def count(self, first: date, last: date) -> Count:
        """How many passed between two days, both included; nothing where the lists do not speak for that time."""
        day, older = self.day_for(first, last)
        people = {key: [one for one in rows if one.required is not False] for key, rows in self.by_person.items()}
        people = {key: rows for key, rows in people.items() if rows}
        found = [_in_time(rows, first, last, self._said(first, last)) for rows in people.values()]
        if older or not found or any(one is None for one in found):
            return Count()
        told = [one for one in found if one is not None]
        sources = tuple(rows[0].source for rows in list(people.values())[:1])
        made_on = day if day is not None and day < last else None
        scores = tuple(one.score for one in told if one.passed is None and one.score is not None)
        return Count(len(told), sum(one.passed is True for one in told), scores, made_on, sources)

    def _said(self, first: date, last: date) -> frozenset[str]:
        """Files that speak for a day in that time: what they show as passed without a day was passed by then."""
        return frozenset(file for file, day in self.speaks_for.items() if day is not None and first <= day <= last)


@dataclass(frozen=True, slots=True)
class _Standing:
    passed: bool | None
    score: float | None = None


def _in_time(rows: Iterable[Training], first: date, last: date, said: frozenset[str]) -> _Standing | None:
    """One person in one time; None where the lists leave it open."""
    every = list(rows)
    own = [one for one in every if one.completed_on is not None and first <= one.completed_on <= last]
    if any(one.passed is True or (one.passed is None and one.score is None) for one in own):
        return _Standing(True)
    undated = [one for one in every if one.completed_on is None and (one.passed is True or one.score is not None)]
    if any(one.passed is True and one.source.file in said for one in undated):
        return _Standing(True)
    scores = [one.score for one in own if one.passed is None and one.score is not None]
    if scores:
        return _Standing(None, max(scores))
    later = any(one.completed_on is not None and one.completed_on > last for one in every)
    return None if later or undated else _Standing(False)


def training_papers(audited: Audited) -> TrainingPapers:
    """The lists of the case, read together; worked out once an audit."""
    return audited.everybody.once("training", (audited.case,), lambda: _read(audited))


def _read(audited: Audited) -> TrainingPapers:
    records = audited.case.records
    rows = [one for one in records.training if one.module in (1, None)]
    by_person: dict[str, list[Training]] = {}
    for row in rows:
        by_person.setdefault(key_of(row.name, audited), []).append(row)
    speaks_for: dict[str, date | None] = {}
    for paper in records.papers_of(KIND):
        dates = [one.completed_on for one in records.training if one.source.file == paper.file and one.completed_on]
        day = paper.edition or max((one for one in dates if one <= audited.as_of), default=None)
        speaks_for[paper.file] = day
    return TrainingPapers(bool(speaks_for), by_person, speaks_for, lambda name: key_of(name, audited))


def key_of(name: str, audited: Audited) -> str:
    """The key of whoever is meant; of somebody who is on no committee and no register, the folded name."""
    found: Person | None = audited.everybody.match(name).person
    return found.key if found is not None else " ".join(name.casefold().split())
