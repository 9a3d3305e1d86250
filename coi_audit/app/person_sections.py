"""The tables of what is kept on one person: facts over time, entries as read, findings, judgements, what they did."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from coi_audit.app.person_words import PersonWords
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.kept import Moment
from coi_audit.model.person_file import Column, Section
from coi_audit.store.person import Gathered, KeptPaper

Value = str | date | None
_LEFT_OUT = frozenset({"source", "key", "file"})
_AS_IT_STANDS = "as it stands there"
_WORDS_OF_A_NAME = 5
_EMPTY = "An empty day is one that no paper tells, or that has not come."


@dataclass(frozen=True, slots=True)
class _Of:
    """What the tables are made of."""

    kept: Gathered
    words: PersonWords

    def text(self, value: str | None) -> str:
        return self.words.masked(value)


def sections_of(kept: Gathered, words: PersonWords) -> tuple[Section, ...]:
    """Every table that has a row, in order."""
    of = _Of(kept, words)
    found = (
        _facts(of, "interest", "Interests", "Interests as registers told them, and when they were known."),
        _facts(of, "membership", "Memberships", "Memberships of committees, and when they were known."),
        _facts(of, "attendance", "Meetings", "Meetings attended or missed, as the lists of minutes tell it."),
        _entries(of),
        _findings(of),
        _judgements(of),
        _actions(of),
        _deeds(of),
        _papers(of),
    )
    return tuple(one for one in found if one.rows)


def _facts(of: _Of, kind: str, title: str, note: str) -> Section:
    held = (Column("held_from", "Held from", 12), Column("held_until", "Held until", 12))
    days = (Column("on", "On", 14),) if kind == "attendance" else held
    known = (Column("known_from", "Known from", 12), Column("known_until", "Known until", 12))
    columns = (Column("what", "What", 34), *days, *known, Column("place", "Read in", 18))
    rows = tuple(_fact(of, one) for one in of.kept.moments if one.kind == kind)
    return Section(title.lower(), title, f"{note} {_EMPTY}", columns, rows)


def _fact(of: _Of, one: Moment) -> tuple[Value, ...]:
    days = (one.held_from,) if one.kind == "attendance" else (one.held_from, one.held_until)
    return of.text(one.what), *days, one.known_from, one.known_until, of.text(one.place)


def _entries(of: _Of) -> Section:
    columns = (
        Column("paper", "Paper and place", 24),
        Column("told", "What is kept of it", 62),
        Column("known", "Known from", 14),
    )
    rows: dict[tuple[str, str], date] = {}
    for paper in of.kept.papers:
        for place, told in _told_in(of, paper):
            rows.setdefault((place, told), paper.row["recorded_from"])
    note = "Every entry, row and paragraph that names the person, in every version kept, with its words as they stand."
    return Section("entries", "Entries and words", note, columns, tuple((*key, since) for key, since in rows.items()))


def _told_in(of: _Of, paper: KeptPaper) -> Iterator[tuple[str, str]]:
    for one in _smallest(of.words, paper.reading):
        source = getattr(one, "source", None)
        place = source.place() if isinstance(source, SourceRef) else ", ".join(_place(one)) or paper.row["path"]
        yield of.text(place), "; ".join(f"{name}: {of.text(text)}" for name, text in _fields(one))


def _place(one: Recorded) -> list[str]:
    return [str(getattr(one, name)) for name in ("file", "place") if getattr(one, name, "")]


def _smallest(words: PersonWords, value: Any) -> Iterator[Recorded]:
    """The smallest recorded things that name the person; of a list within one that does, its own are looked at."""
    if isinstance(value, tuple):
        for one in value:
            yield from _smallest(words, one)
    elif isinstance(value, Recorded):
        below = [each for name in type(value).model_fields for each in _smallest(words, getattr(value, name))]
        yield from below
        if any(words.tells(text) for name, text in _fields(value) if name != _AS_IT_STANDS or not below):
            yield value


def _fields(one: Recorded) -> Iterator[tuple[str, str]]:
    """The plain fields of a recorded thing, in words, and the words it was read from; none of a place in a paper."""
    if isinstance(one, SourceRef | PartialDate):
        return
    for name in type(one).model_fields:
        value = getattr(one, name)
        if name in _LEFT_OUT or value in (None, "", (), False):
            continue
        if isinstance(value, str | date | int | float | PartialDate | Enum):
            yield name.strip("_").replace("_", " "), _said(value)
        elif isinstance(value, tuple) and all(isinstance(each, str | date) for each in value):
            yield name.strip("_").replace("_", " "), ", ".join(map(str, value))
    source = getattr(one, "source", None)
    if isinstance(source, SourceRef) and source.text and source.text != getattr(one, "text", None):
        yield _AS_IT_STANDS, source.text


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "yes"
    return str(value.value).replace("_", " ") if isinstance(value, Enum) else str(value)


def _findings(of: _Of) -> Section:
    columns = (Column("audit", "Audit as of", 14), Column("rule", "Rule", 12), Column("told", "What it says", 74))
    rows: dict[tuple[Value, ...], None] = {}
    for audit in of.kept.audits:
        for rule, told in _audited(of.words, json.loads(audit["audit"])):
            rows[audit["as_of"], rule, of.text(told)] = None
    note = "What audits that are kept say: a lead to check each time, and no accusation. Names of others are taken out."
    return Section("audits", "Findings and conflicts in audits", note, columns, tuple(rows))


def _audited(words: PersonWords, value: Any) -> Iterator[tuple[str, str]]:
    """The smallest records of an audit's JSON that name the person: the rule or kind, and their texts."""
    if isinstance(value, list):
        for one in value:
            yield from _audited(words, one)
    elif isinstance(value, dict):
        texts = {} if "file" in value else dict(_own(value, words))  # words of papers stand among the entries
        if any(words.tells(one) for one in texts.values()):
            yield str(value.get("rule_id") or ""), "; ".join(f"{name}: {one}" for name, one in texts.items())
        for one in value.values():
            yield from _in_lists(words, one)


def _in_lists(words: PersonWords, value: Any) -> Iterator[tuple[str, str]]:
    """The records in lists below: those of a record itself are told with it."""
    if isinstance(value, list):
        yield from _audited(words, value)
    elif isinstance(value, dict):
        for one in value.values():
            yield from _in_lists(words, one)


def _own(value: dict[str, Any], words: PersonWords, before: str = "") -> Iterator[tuple[str, str]]:
    """Texts of a record and of the records within it, but not of those in lists; of a list of names, the person's."""
    for name, one in value.items():
        key = f"{before}{name}".replace("_", " ")
        if isinstance(one, str) and one and name not in ("rule_id", "fingerprint"):
            yield key, one
        elif isinstance(one, dict):
            yield from _own(one, words, f"{key}, ")
        elif isinstance(one, list) and one and all(isinstance(each, str) for each in one):
            names = all(len(each.split()) <= _WORDS_OF_A_NAME for each in one)
            yield key, "; ".join(each for each in one if not names or words.tells(each))


def _judgements(of: _Of) -> Section:
    columns = (
        Column("on", "Given on", 14),
        Column("finding", "Finding", 16),
        Column("view", "View", 12),
        Column("why", "Why", 58),
    )
    rows = tuple(
        (one["given_on"], one["fingerprint"], one["view"], of.text(one["why"]))
        for one in of.kept.judgements
        if of.words.tells(one["by_name"]) or of.words.tells(one["why"])
    )
    note = "Judgements on findings that this person gave, or that name them."
    return Section("judgements", "Judgements", note, columns, rows)


def _actions(of: _Of) -> Section:
    columns = (
        Column("number", "Action", 10),
        Column("what", "What", 44),
        Column("state", "State", 12),
        Column("due", "Due", 14),
        Column("remark", "Remark", 20),
    )
    rows = tuple(
        (str(one["number"]), of.text(one["recommendation"]), one["state"], one["due"], of.text(one["remark"]))
        for one in of.kept.actions
        if any(of.words.tells(one[name]) for name in ("owner", "recommendation", "remark"))
    )
    note = "Actions of the body's plan that this person owns, or that name them."
    return Section("actions", "Actions", note, columns, rows)


def _deeds(of: _Of) -> Section:
    columns = (
        Column("entry", "Entry", 10),
        Column("at", "At (UTC)", 30),
        Column("action", "Done", 20),
        Column("reason", "Reason given", 40),
    )
    rows = tuple(
        (str(one["seq"]), str(one["at"]), str(one["action"]), of.text(one["reason"]))
        for one in of.kept.trail
        if of.words.tells(one["actor"]) or of.words.tells(one["reason"])
    )
    note = "Changes of the store that this person made, or whose reason names them. The trail keeps them for good."
    return Section("trail", "Entries of the trail", note, columns, rows)


def _papers(of: _Of) -> Section:
    columns = (
        Column("paper", "Paper", 50),
        Column("kind", "Taken for", 16),
        Column("known", "Known from", 14),
        Column("file", "Its file", 20),
    )
    rows = tuple(
        (
            of.text(one.row["path"]),
            one.row["kind"],
            one.row["recorded_from"],
            "kept too" if one.with_file else "not kept",
        )
        for one in of.kept.papers
        if _names(of.words, one)
    )
    note = "The papers, in every version kept, in which the person is named."
    return Section("papers", "Papers", note, columns, rows)


def _names(words: PersonWords, paper: KeptPaper) -> bool:
    return words.tells(paper.row["path"]) or next(_smallest(words, paper.reading), None) is not None


def unsure_of(kept: Gathered, words: PersonWords) -> Sequence[str]:
    """Names and mentions that may be somebody else's: they were left out."""
    return tuple(sorted({*kept.unsure, *words.doubtful}))
