"""`decisions.yaml`: rulings given beforehand or at the meeting, read strictly, every fault with its line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.model.meetings import Ruling
from coi_audit.model.words import Action, Authority
from coi_audit.readers.guard import file_name, read_text
from coi_audit.strict_yaml import MarkedYaml, parse_yaml

_KEYS = ("person", "item", "action", "reason", "authority", "on", "expires")
_NEEDED = ("person", "action", "authority")
_OTHER_WORDS = {"panel": "conflicts_panel", "conflict_panel": "conflicts_panel", "chairman": "chair"}
_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class DecisionsRead:
    rulings: tuple[Ruling, ...] = ()
    rejected: tuple[Rejected, ...] = ()
    rows_read: int = 0
    rows_rejected: int = 0


@dataclass(slots=True)
class _Entry:
    """One entry under examination; `faults` collects what was wrong in it."""

    file: str
    index: int
    values: Mapping[str, Any]
    yaml: MarkedYaml
    lines: list[str]
    faults: list[Rejected] = field(default_factory=list)

    def reject(self, key: str | None, value: object, problem: str, fix: str) -> None:
        line = self.yaml.line(self.index, key) if key else self.yaml.line(self.index)
        place = f'line {line}, "{key}"' if key else f"line {line}"
        shown = "" if value is None else str(value)
        self.faults.append(Rejected(file=self.file, place=place, value=shown[:200], problem=problem, fix=fix))


def read_decisions(path: Path, *, root: Path | None = None) -> DecisionsRead:
    """Read decisions.yaml: a list of {person, item, action, reason, authority, on, expires}.

    An unknown key is reported with its line and left out; a ruling with an unknown value, or without person, action or
    authority, is reported and not used. Raises `UserError` where the file is no YAML or no list.
    """
    where = file_name(path, root)
    text = read_text(path, where=where)
    yaml = parse_yaml(text, where=where)
    data = yaml.data
    if data is None:
        return DecisionsRead()
    if not isinstance(data, list):
        fault = Rejected(
            file=where,
            place="",
            value="",
            problem="this file must be a list of rulings, and none was read",
            fix='begin each ruling with a dash: "- person: Dr Anil Rao".',
        )
        return DecisionsRead(rejected=(fault,), rows_rejected=1)
    rulings: list[Ruling] = []
    rejected: list[Rejected] = []
    lost = 0
    for index, values in enumerate(data):
        entry = _Entry(where, index, values if isinstance(values, dict) else {}, yaml, text.split("\n"))
        if not isinstance(values, dict):
            entry.reject(None, values, "this entry is no ruling", "give it the keys person, item, action, authority.")
        ruling = _ruling(entry) if isinstance(values, dict) else None
        rejected.extend(entry.faults)
        lost += ruling is None
        if ruling is not None:
            rulings.append(ruling)
    return DecisionsRead(tuple(rulings), tuple(rejected), len(rulings), lost)


def _ruling(entry: _Entry) -> Ruling | None:
    for key in entry.values:
        if key not in _KEYS:
            entry.reject(
                key, entry.values[key], "is not a key of a ruling; it was left out", f"use {', '.join(_KEYS)}."
            )
    missing = [key for key in _NEEDED if entry.values.get(key) in (None, "")]
    if missing:
        entry.reject(None, None, f"this ruling has no {' and no '.join(missing)}", f"add {', '.join(missing)}.")
    action = _word(entry, "action", Action)
    authority = _word(entry, "authority", Authority)
    known = len(entry.faults)
    on, expires = _day(entry, "on"), _day(entry, "expires")
    if missing or action is None or authority is None or len(entry.faults) > known:
        return None
    line = entry.yaml.line(entry.index)
    reason = entry.values.get("reason")
    return Ruling(
        person=str(entry.values["person"]).strip(),
        item=_item(entry),
        action=action,
        reason=str(reason).strip() if reason not in (None, "") else None,
        authority=authority,
        on=on,
        expires=expires,
        source=SourceRef(file=entry.file, line=line, text=entry.lines[line - 1].strip()),
    )


def _word(entry: _Entry, key: str, words: type[_Word]) -> _Word | None:
    value = entry.values.get(key)
    if value in (None, ""):
        return None
    folded = str(value).strip().casefold().replace(" ", "_").replace("-", "_")
    try:
        return words(_OTHER_WORDS.get(folded, folded))
    except ValueError:
        entry.reject(key, value, f"is not a known {key}", f"use one of {', '.join(word.value for word in words)}.")
        return None


def _day(entry: _Entry, key: str) -> date | None:
    value = entry.values.get(key)
    if value in (None, ""):
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    entry.reject(key, value, "is not a date", "write it as YYYY-MM-DD, e.g. 2017-09-05.")
    return None


def _item(entry: _Entry) -> str | None:
    """The item as written: YAML would read 8.10 as the number 8.1."""
    value = entry.values.get("item")
    if value in (None, ""):
        return None
    if isinstance(value, float):
        line = entry.lines[entry.yaml.line(entry.index, "item") - 1]
        written = re.search(r"\bitem\s*:\s*([\d.]+)", line)
        return written[1] if written else str(value)
    return str(value).strip()
