"""One document as read, in words: its records with the doubtful ones first, for the terminal and the page alike."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol

from coi_audit.model.dates import in_words
from coi_audit.report.words import count, sentence

_HIDDEN = ("what", "place", "source", "edition", "passages", "doubts", "from_text", "until_text", "value_text")
_STATED = {"held_from": "from_text", "held_until": "until_text"}  # what was written where the field was understood
_NAMES = {"on": "Date", "public": "Published", "committee": "Committee", "edition_from": "Edition taken from"}
_SILENT = ("chair", "private", "from_minutes")  # said only where they hold
_SAID_OF_IT = re.compile(r"(?:is|are|was|were|has|have|holds|stands|names|gives|reads|says)\b")
_OWN_WORD = re.compile(r"[a-z]+(?:_[a-z]+)+")
_DATES = ("held_from", "held_until", "declared_on", "offered_on", "received_on")


class Readable(Protocol):
    """What reading one document gave; `readers.read_one.ReadResult` is one."""

    def as_json(self) -> dict[str, Any]: ...


@dataclass(frozen=True, slots=True)
class Field:
    """One thing understood: its name, what it is, and why that may be wrong."""

    name: str
    value: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One record: what it is of, where it stood, the words there, and what was understood.

    `passages` are the paragraphs under it, each with its place.
    """

    what: str
    place: str
    words: str
    fields: tuple[Field, ...]
    passages: tuple[tuple[str, str], ...] = ()

    @property
    def cells(self) -> tuple[str, ...]:
        """The words cell by cell, where they stood in the row of a table."""
        return (
            tuple(part for part in self.words.split(" | ") if part.strip()) if "row " in self.place else (self.words,)
        )

    @property
    def doubtful(self) -> bool:
        return any(field.doubt for field in self.fields)


@dataclass(frozen=True, slots=True)
class Unread:
    """Something that was not understood: where, what stood there, what is wrong and how to mend it."""

    place: str
    words: str
    problem: str
    fix: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read: what it was taken for, its own facts, and its records, those in doubt apart."""

    file: str
    kind: str
    why: str
    counted: str
    facts: tuple[Field, ...]
    questions: tuple[str, ...]
    unread: tuple[Unread, ...]
    doubtful: tuple[Record, ...]
    certain: tuple[Record, ...]
    notices: tuple[str, ...]


def reading_of(result: Readable) -> Reading:
    """What is shown of a document, in the order in which a person should look at it."""
    document = result.as_json()
    records = [_record(one) for one in document.get("records", [])]
    doubtful = sorted((one for one in records if one.doubtful), key=_only_dates)
    rejected = document.get("rejected", [])
    read = count(document.get("rows_read", 0), "record")
    nils = count(document.get("nil_returns", 0), "nil return")
    counted = f"{read} read, {nils}, {len(rejected)} not understood, {len(doubtful)} in doubt"
    facts = [Field(name_of(key), said(value)) for key, value in document.get("facts", {}).items() if told(value)]
    return Reading(
        file=str(document["file"]),
        kind=sentence(str(document["kind"])).replace("_", " "),
        why=str(document.get("recognised_by", "")),
        counted=counted,
        facts=tuple(one for one in facts if one.name not in ("File", "Kind")),
        questions=tuple(document.get("questions", ())),
        unread=tuple(_unread(one) for one in rejected),
        doubtful=tuple(doubtful),
        certain=tuple(one for one in records if not one.doubtful),
        notices=tuple(sentence(str(notice)) for notice in document.get("notices", [])),
    )


def _only_dates(record: Record) -> bool:
    """Vague dates weigh less than anything else that is in doubt, and come after it."""
    dates = {name_of(name) for name in _DATES}
    return all(field.name in dates for field in record.fields if field.doubt)


def _record(one: Mapping[str, Any]) -> Record:
    source = one.get("source") or {}
    return Record(
        what=sentence(str(one.get("what", ""))),
        place=place_of(source),
        words=str(source.get("text", "")),
        fields=tuple(_fields(one)),
        passages=tuple(
            (place_of(each.get("source") or {}), str(each.get("text", ""))) for each in one.get("passages") or ()
        ),
    )


def _fields(one: Mapping[str, Any]) -> list[Field]:
    doubts: dict[str, str] = {}
    for each in one.get("doubts", ()):
        doubts[each["field"]] = "; ".join(filter(None, (doubts.get(each["field"]), each["why"])))
    found = []
    for key, value in one.items():
        if key in _HIDDEN or (key in _SILENT and not value):
            continue
        written = str(one.get(_STATED.get(key, "")) or "")
        if told(value):
            found.append(Field(name_of(key), said(value), doubts.get(key, "")))
        elif key in doubts:
            found.append(Field(name_of(key), "not told", doubts[key]))
        elif written:
            found.append(Field(name_of(key), f"“{written}”"))
    return found


def _unread(one: Mapping[str, Any]) -> Unread:
    place = str(one["place"] or "the whole file")
    problem = str(one["problem"])
    said_of_it = f"this {problem}" if _SAID_OF_IT.match(problem) else problem
    return Unread(place, str(one["value"]), sentence(said_of_it), str(one["fix"]))


def place_of(source: Mapping[str, Any]) -> str:
    """Where something stands within its file: `sheet "GB", row 14, "From"`."""
    parts = [f'sheet "{source["sheet"]}"'] if source.get("sheet") else []
    parts += [f"{name} {source[name]}" for name in ("page", "table", "paragraph", "row", "line") if source.get(name)]
    parts += [f'"{source["column"]}"'] if source.get("column") else []
    return ", ".join(parts)


def told(value: Any) -> bool:
    """Whether a field says anything."""
    return value is False or value not in (None, "", [], {}, ())


def name_of(key: str) -> str:
    """A field's name as a person reads it."""
    return _NAMES.get(key) or sentence(key.strip("_").replace("_", " "))


def said(value: Any) -> str:
    """A value as a person reads it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:,.0f}" if value.is_integer() else f"{value:,.2f}"
    if isinstance(value, Mapping):
        if "precision" in value:
            return _partial(value)
        # Where the whole record stood is said beside it; a part's own place would drown its words.
        return ", ".join(f"{name_of(key)} {said(one)}" for key, one in value.items() if told(one) and key != "source")
    if isinstance(value, list | tuple):
        apart = "; " if any(isinstance(one, Mapping) for one in value) else ", "
        return apart.join(said(one) for one in value)
    day = _day(str(value))
    if day is not None:
        return in_words(day)
    words = str(value)
    # Our own words only: an underscore in the paper's words is the paper's.
    return words.replace("non_", "non-").replace("_", " ") if _OWN_WORD.fullmatch(words) else words


def _partial(value: Mapping[str, Any]) -> str:
    first, last = _day(str(value["earliest"])), _day(str(value["latest"]))
    if first is None or last is None:
        return f"{value['earliest']} to {value['latest']}"
    if value["precision"] == "day":
        return in_words(first)
    return in_words(first).partition(" ")[2] if value["precision"] == "month" else str(first.year)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
