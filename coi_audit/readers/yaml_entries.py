"""Entries of a case folder's YAML file read leniently: a fault is recorded with its line, and the rest is kept."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from coi_audit.model.evidence import Rejected, SourceRef
from coi_audit.readers.dates import parse_date
from coi_audit.strict_yaml import MarkedYaml, Path_

_Word = TypeVar("_Word", bound=StrEnum)
_YES, _NO = frozenset({"yes", "true", "y", "1"}), frozenset({"no", "false", "n", "0"})
_LONGEST_VALUE = 200


@dataclass(slots=True)
class Faults:
    """One YAML file with everything in it that was not understood."""

    file: str
    yaml: MarkedYaml
    lines: list[str]
    rejected: list[Rejected] = field(default_factory=list)

    def add(self, path: Path_, value: object, problem: str, fix: str) -> None:
        """Record a fault at a key path, with its line."""
        key = next((str(part) for part in reversed(path) if isinstance(part, str)), "")
        place = f"line {self.yaml.line(*path)}" + (f', "{key}"' if key else "")
        shown = "" if value is None or isinstance(value, (dict, list)) else str(value)[:_LONGEST_VALUE]
        self.rejected.append(Rejected(file=self.file, place=place, value=shown, problem=problem, fix=fix))

    def add_at(self, line: int, value: str, problem: str, fix: str) -> None:
        """Record a fault of a whole line."""
        self.rejected.append(Rejected(file=self.file, place=f"line {line}", value=value, problem=problem, fix=fix))

    def source(self, *path: str | int) -> SourceRef:
        """The place of a key path, with its line as it stands."""
        line = self.yaml.line(*path)
        text = self.lines[line - 1].strip() if line <= len(self.lines) else ""
        return SourceRef(file=self.file, line=line, text=text)


@dataclass(frozen=True, slots=True)
class Entry:
    """One mapping of the file, at its key path, whose values are read by the methods below."""

    faults: Faults
    path: Path_
    values: Mapping[str, Any]

    def check_keys(self, known: Iterable[str], *, of: str) -> None:
        """Record every key that is not known, with the nearest one that is; it is left out."""
        allowed = tuple(known)
        for key in self.values:
            if key not in allowed:
                near = difflib.get_close_matches(
                    str(key).casefold().replace("-", "_").replace(" ", "_"), allowed, 1, 0.6
                )
                fix = f'write "{near[0]}".' if near else f"use one of {', '.join(allowed)}."
                problem = f'"{key}" is not a key of {of} and was left out'
                self.faults.add((*self.path, key), self.values[key], problem, fix)

    def text(self, key: str) -> str | None:
        """Plain words, None where absent."""
        value = self.values.get(key)
        if value is None or value == "":
            return None
        if isinstance(value, (dict, list)):
            self.faults.add((*self.path, key), value, "plain words are expected here", f'write {key}: "the words".')
            return None
        if isinstance(value, (bool, date, float)):
            self.faults.add((*self.path, key), value, "was not read as words", "put the value in quotation marks.")
        if isinstance(value, int) and (written := self._leading_zero(key)):
            return written
        return " ".join(str(value).split()) or None

    def _leading_zero(self, key: str) -> str | None:
        """The digits as written where YAML takes a code such as 01234567 for a number and changes it."""
        line = self.faults.source(*self.path, key).text
        match = re.search(rf"\b{re.escape(key)}\s*:\s*(0\d+)\b", line)
        return match[1] if match else None

    def word(self, key: str, words: type[_Word], synonyms: Mapping[str, _Word] | None = None) -> _Word | None:
        """One of a closed set of words; None, with a fault, for any other."""
        value = self.values.get(key)
        return None if value is None or value == "" else self.as_word((*self.path, key), value, words, synonyms)

    def as_word(
        self, path: Path_, value: object, words: type[_Word], synonyms: Mapping[str, _Word] | None = None
    ) -> _Word | None:
        """The same for a value that stands at `path`."""
        folded = str(value).strip().casefold().replace(" ", "_").replace("-", "_")
        if not isinstance(value, (dict, list)) and folded in set(words):
            return words(folded)
        if synonyms and folded in synonyms:
            return synonyms[folded]
        allowed = ", ".join(word.value for word in words)
        near = difflib.get_close_matches(folded, [word.value for word in words], 1, 0.75)
        fix = f'write "{near[0]}"; the words allowed are {allowed}.' if near else f"use one of {allowed}."
        self.faults.add(path, value, "is not one of the words allowed here", fix)
        return None

    def flag(self, key: str, default: bool) -> bool:
        """True or false; the default, with a fault for anything else."""
        value = self.values.get(key)
        if value is None or isinstance(value, bool):
            return default if value is None else value
        folded = str(value).strip().casefold()
        if folded in _YES or folded in _NO:
            return folded in _YES
        self.faults.add((*self.path, key), value, "is neither true nor false", "write true or false.")
        return default

    def day(self, key: str) -> date | None:
        """A day; None, with a fault, for what is no full date."""
        value = self.values.get(key)
        if isinstance(value, datetime):
            return value.date()
        if value is None or value == "" or isinstance(value, date):
            return value or None
        read = parse_date(value if isinstance(value, str) else str(value))
        if read.value is not None and read.value.earliest == read.value.latest:
            return read.value.earliest
        if not (read.open and isinstance(value, str)):
            self.faults.add((*self.path, key), value, "is not a date", "write it as YYYY-MM-DD, e.g. 2017-04-01.")
        return None

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of words; one alone counts as a list of one."""
        value = self.values.get(key)
        if value is None or value == "":
            return ()
        found = []
        for at, one in enumerate(value if isinstance(value, list) else [value]):
            if isinstance(one, (dict, list)) or one is None:
                self.faults.add(
                    (*self.path, key, at), one, "plain words are expected here", f"write {key}: [one, two]."
                )
            else:
                found.append(" ".join(str(one).split()))
        return tuple(one for one in found if one)

    def entries(self, key: str, *, of: str) -> list[Entry]:
        """A list of mappings; whatever else stands in it is a fault."""
        value = self.values.get(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.faults.add(
                (*self.path, key), value, "a list is expected here", f'begin each {of} with a dash: "- name: ...".'
            )
            return []
        found = []
        for at, one in enumerate(value):
            if isinstance(one, dict):
                found.append(Entry(self.faults, (*self.path, key, at), one))
            elif one is not None:
                self.faults.add(
                    (*self.path, key, at), one, f"is no {of}", f'write "- name: {one}" with its further keys.'
                )
        return found
