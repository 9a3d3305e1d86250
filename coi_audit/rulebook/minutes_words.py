"""Strict reading of rules/vocabulary/minutes.yaml: the words by which minutes say what people did."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from coi_audit.errors import RulebookError, UserError
from coi_audit.model.words import EvidenceMark, Role
from coi_audit.paths import rules_folder
from coi_audit.rulebook.minutes_phrases import PhraseError, alternatives, compile_phrases
from coi_audit.strict_yaml import MarkedYaml, Path_, parse_yaml

FILE = "vocabulary/minutes.yaml"
_NAME_LISTS = (
    "titles_he",
    "titles_she",
    "titles_any",
    "titles_plural",
    "post_nominals",
    "particles",
    "not_given",
    "not_initials",
)
_PHRASES = frozenset(
    (
        "applicant",
        "call",
        "chair_back",
        "chair_declined",
        "clinical_advice",
        "complied",
        "conflict_label",
        "decided",
        "decided_not",
        "decision_only",
        "declaration_titles",
        "declared",
        "declarations_header",
        "declared_by",
        "deferred",
        "discussion_first",
        "exception",
        "for_item",
        "inquorate",
        "interest_of",
        "interest_words",
        "item_column",
        "leave",
        "leave_intended",
        "leave_terse",
        "limited",
        "listed_intro",
        "majority_left",
        "management",
        "may_stay",
        "meeting_intro",
        "nature",
        "no_declaration",
        "no_vote",
        "no_vote_intended",
        "none_declared",
        "not_attend",
        "noted",
        "noted_terse",
        "organisation_words",
        "own_tie",
        "own_tie_here",
        "panel_ruling",
        "papers_sent",
        "papers_withheld",
        "present_case",
        "previous_minutes",
        "private_reason",
        "proceed",
        "public_excluded",
        "public_invited",
        "quorum_met",
        "reason",
        "register_intro",
        "reminder",
        "return",
        "return_for_decision",
        "routes",
        "ruling",
        "speak",
        "speak_not",
        "stay",
        "sub_group",
        "take_chair",
        "took_part",
        "unrelated",
    )
)
_WORD_LISTS = ("abbreviations", "common", "objects", "modal", "negation")
_PATTERN_LISTS = ("conflicted", "others", "nobody")
_TOP = frozenset(("evidence", "names", "groups", "lists", "phrases", "positions", *_WORD_LISTS, *_PATTERN_LISTS))


@dataclass(frozen=True, slots=True)
class NameWords:
    """Titles, letters after the name and short forms, all folded to lower case."""

    he: frozenset[str]
    she: frozenset[str]
    titles: frozenset[str]  # all titles, those of `he` and `she` included
    plural: frozenset[str]
    post_nominals: frozenset[str]
    particles: frozenset[str]
    short_forms: tuple[frozenset[str], ...]
    not_given: frozenset[str]  # words of a position, never a given name
    not_initials: frozenset[str]  # as written: capitals


@dataclass(frozen=True, slots=True)
class MinutesWords:
    """Every list of the file, ready to search with. `phrases` are looked up by their key in the file."""

    names: NameWords
    abbreviations: frozenset[str]
    common: frozenset[str]  # words that tell no title or organisation from another, without plural s
    objects: frozenset[str]
    modal: frozenset[str]
    negation: frozenset[str]
    groups: tuple[tuple[re.Pattern[str], frozenset[Role]], ...]
    positions: tuple[tuple[re.Pattern[str], Role], ...]
    conflicted: re.Pattern[str]
    others: re.Pattern[str]
    nobody: re.Pattern[str]
    phrases: Mapping[str, re.Pattern[str]]

    def find(self, key: str, text: str) -> re.Match[str] | None:
        """The first place where any phrase of that list stands."""
        return self.phrases[key].search(text)


@cache
def minutes_words() -> MinutesWords:
    """The vocabulary that belongs to this installation. Raises `RulebookError`."""
    return load_minutes_words(rules_folder())


def load_minutes_words(folder: Path) -> MinutesWords:
    """Read the vocabulary below a rules folder.

    Raises `RulebookError` naming file and line for an unknown, missing or repeated key, a phrase given twice in a
    list, a phrase that cannot be read, or a value of the wrong kind.
    """
    path = folder / FILE
    try:
        marked = parse_yaml(path.read_text(encoding="utf-8"), where=f"rules/{FILE}")
    except OSError as error:
        raise RulebookError(
            "the file cannot be read.", where=f"rules/{FILE}", fix="install coi-audit again."
        ) from error
    except UserError as error:
        raise RulebookError(error.problem, where=error.where, fix=error.fix) from error
    return _Reader(marked).words()


class _Reader:
    """Walks the parsed file; every complaint names its line."""

    def __init__(self, marked: MarkedYaml) -> None:
        self.marked = marked
        self.lists: dict[str, str] = {}

    def words(self) -> MinutesWords:
        data = self.mapping((), _TOP)
        if data["evidence"] not in set(EvidenceMark):
            raise self.wrong(("evidence",), "the evidence mark must be seen, recalled or design")
        for name in self.mapping(("lists",), None):
            self.lists[name] = alternatives(self.strings(("lists", name)), self.lists)
        phrases = {key: self.pattern(("phrases", key)) for key in self.mapping(("phrases",), _PHRASES)}
        return MinutesWords(
            names=self.name_words(),
            abbreviations=self.folded("abbreviations"),
            common=self.folded("common"),
            objects=self.folded("objects"),
            modal=self.folded("modal"),
            negation=self.folded("negation"),
            conflicted=self.pattern(("conflicted",)),
            others=self.pattern(("others",)),
            nobody=self.pattern(("nobody",)),
            groups=tuple(
                (self.entry(("groups", index)), self.roles(("groups", index, "roles"), entry["roles"]))
                for index, entry in self.entries("groups", frozenset(("phrase", "roles")))
            ),
            positions=tuple(
                (self.entry(("positions", index)), self.role(("positions", index, "role"), entry["role"]))
                for index, entry in self.entries("positions", frozenset(("phrase", "role")))
            ),
            phrases=phrases,
        )

    def name_words(self) -> NameWords:
        self.mapping(("names",), frozenset((*_NAME_LISTS, "short_forms")))
        lists = {key: self.strings(("names", key)) for key in _NAME_LISTS}
        low = {key: frozenset(word.casefold() for word in words) for key, words in lists.items()}
        forms = range(len(self.sequence(("names", "short_forms"))))
        return NameWords(
            he=low["titles_he"],
            she=low["titles_she"],
            titles=low["titles_he"] | low["titles_she"] | low["titles_any"] | low["titles_plural"],
            plural=low["titles_plural"],
            post_nominals=low["post_nominals"],
            particles=low["particles"],
            short_forms=tuple(
                frozenset(word.casefold() for word in self.strings(("names", "short_forms", index))) for index in forms
            ),
            not_given=low["not_given"],
            not_initials=frozenset(lists["not_initials"]),
        )

    def value(self, path: Path_) -> Any:
        value = self.marked.data
        for key in path:
            value = value[key]
        return value

    def mapping(self, path: Path_, keys: frozenset[str] | None) -> dict[str, Any]:
        value = self.value(path)
        if not isinstance(value, dict):
            raise self.wrong(path, "a list of named entries is expected here")
        if keys is not None:
            for key in value:
                if key not in keys:
                    raise self.wrong((*path, key), f'"{key}" is not a key known here')
            for key in sorted(keys - set(value)):
                raise self.wrong(path, f'the key "{key}" is missing')
        return value

    def sequence(self, path: Path_) -> list[Any]:
        value = self.value(path)
        if not isinstance(value, list) or not value:
            raise self.wrong(path, "a list with at least one entry is expected here")
        return value

    def strings(self, path: Path_) -> list[str]:
        seen: set[str] = set()
        for index, value in enumerate(self.sequence(path)):
            if not isinstance(value, str) or not value.strip():
                raise self.wrong((*path, index), f"words are expected here, not {value!r}; put them in quotation marks")
            if value in seen:
                raise self.wrong((*path, index), f'"{value}" stands in this list twice')
            seen.add(value)
        return list(self.value(path))

    def folded(self, key: str) -> frozenset[str]:
        return frozenset(word.casefold() for word in self.strings((key,)))

    def pattern(self, path: Path_) -> re.Pattern[str]:
        phrases = self.strings(path)
        try:
            return compile_phrases(phrases, self.lists)
        except (PhraseError, re.error):
            for index, phrase in enumerate(phrases):  # which of them is it?
                self.compiled((*path, index), [phrase])
            raise

    def compiled(self, path: Path_, phrases: list[str]) -> re.Pattern[str]:
        try:
            return compile_phrases(phrases, self.lists)
        except (PhraseError, re.error) as error:
            raise self.wrong(path, f"a phrase cannot be read: {error}") from error

    def entries(self, key: str, keys: frozenset[str]) -> list[tuple[int, dict[str, Any]]]:
        return [(index, self.mapping((key, index), keys)) for index in range(len(self.sequence((key,))))]

    def entry(self, path: Path_) -> re.Pattern[str]:
        phrase = self.value((*path, "phrase"))
        if not isinstance(phrase, str):
            raise self.wrong((*path, "phrase"), "words are expected here")
        return self.compiled((*path, "phrase"), [phrase])

    def roles(self, path: Path_, values: Any) -> frozenset[Role]:
        return frozenset(self.role((*path, index), value) for index, value in enumerate(self.strings(path)))

    def role(self, path: Path_, value: Any) -> Role:
        if value not in set(Role):
            raise self.wrong(path, f'"{value}" is not a role')
        return Role(value)

    def wrong(self, path: Path_, problem: str) -> RulebookError:
        return RulebookError(
            f"{problem}.",
            where=f"rules/{FILE}, line {self.marked.line(*path)}",
            fix="mend that line, or put back the file as it was delivered.",
        )
