"""The words by which agenda items are classified (rules/vocabulary/), read strictly into books of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from pathlib import Path
from typing import Any

from coi_audit.model.words import OrganisationKind, Purpose, Scope
from coi_audit.rulebook.phrases import PhraseBook, phrase_key, words_of
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, Place, open_paper
from coi_audit.rulebook.values import fields_of, required_fields
from coi_audit.rulebook.vocabulary_books import (
    PURPOSES,
    ActionBooks,
    ClosedWhen,
    Concerns,
    DecisionType,
    NameBooks,
    NeighbourBooks,
    Procedure,
    SubjectBooks,
    Vocabulary,
)


def load_vocabulary(folder: Path) -> Vocabulary:
    """Read the vocabulary files of a folder (rules/vocabulary).

    Raises `RulebookError` naming file and line for a file that is missing or unreadable, an unknown or missing key, a
    value of the wrong kind, a code or label given twice, and a phrase that two types claim. Every fault is named.
    """
    problems = Problems()
    papers = {name: open_paper(folder / name, f"rules/vocabulary/{name}", problems) for name in _FILES}
    problems.raise_if_any()
    read = {name: paper for name, paper in papers.items() if paper is not None}
    types, scope_words = _read_types(read["decision_types.yaml"])
    procedures = _read_procedures(read["procedure.yaml"])
    actions = _read_actions(read["actions.yaml"])
    subjects = _read_lists(read["subjects.yaml"], [field.name for field in fields(SubjectBooks)])
    names = _NameWords(read["names.yaml"], read["places.yaml"])
    neighbours = _read_lists(read["neighbours.yaml"], [field.name for field in fields(NeighbourBooks)])
    problems.raise_if_any()
    common = _stems(phrase for each in types for phrase in (*each.phrases, *each.hints))
    said = _stems((*subjects["general_practice"], *subjects["other_services"]))
    return Vocabulary(
        types={each.code: each for each in types},
        type_phrases=PhraseBook((phrase, each.code) for each in types for phrase in each.phrases),
        type_hints=PhraseBook((phrase, each.code) for each in types for phrase in each.hints),
        type_unless=PhraseBook((phrase, each.code) for each in types for phrase in each.unless),
        scope_words=scope_words,
        procedures={each.label: each for each in procedures},
        procedure_anywhere=PhraseBook((phrase, each.label) for each in procedures for phrase in each.anywhere),
        procedure_alone=PhraseBook((phrase, each.label) for each in procedures for phrase in each.alone),
        actions=actions,
        subjects=SubjectBooks(
            **{name: _plain_book(phrases, exact=name in _EXACT) for name, phrases in subjects.items()}
        ),
        names=names.books(common),
        neighbours=NeighbourBooks(**{name: _plain_book(phrases) for name, phrases in neighbours.items()}),
        spelt=common | _stems(phrase for each in procedures for phrase in (*each.anywhere, *each.alone)) | said,
    )


_FILES = (
    "decision_types.yaml",
    "procedure.yaml",
    "actions.yaml",
    "subjects.yaml",
    "names.yaml",
    "places.yaml",
    "neighbours.yaml",
)
_SCOPE_WORDS = ("named_practice", "some_practices", "all_practices", "other_provider", "internal", "none")
_PURPOSE_KEYS = ("decision", "discussion", "information")
_EXACT = frozenset({"one_practice"})  # lists in which one is not many
_CODE = re.compile(r"C\d\d")


def _plain_book(phrases: Iterable[str], *, exact: bool = False) -> PhraseBook[str]:
    return PhraseBook(((phrase, phrase) for phrase in phrases), exact=exact)


def _stems(phrases: Iterable[str]) -> frozenset[str]:
    return frozenset(word.stem for phrase in phrases for word in words_of(phrase))


def _read_types(paper: Paper) -> tuple[list[DecisionType], dict[str, PhraseBook[Scope]]]:
    types: list[DecisionType] = []
    scope_words: dict[str, PhraseBook[Scope]] = {}
    claimed: dict[str, str] = {}
    paper.mapping((), required=("types",))
    for place in _entries(paper, "types"):
        words = paper.at(place).get("scope_words", {}) if isinstance(paper.at(place), dict) else {}
        given = _fields(paper, place, DecisionType, besides=("scope_words",))
        if not _complete(given, DecisionType):
            continue
        each = DecisionType(**given)
        if not _CODE.fullmatch(each.code):
            paper.fault((*place, "code"), f'"{each.code}" is not a code.', "write C and two figures, e.g. C07.")
        _once(paper, (*place, "code"), each.code, scope_words)
        for key in ("phrases", "hints"):
            for index, phrase in enumerate(getattr(each, key)):
                _claim(paper, (*place, key, index), phrase, each.code, claimed)
        types.append(each)
        scope_words[each.code] = PhraseBook(_read_scope_words(paper, (*place, "scope_words"), words), exact=True)
    return types, scope_words


def _read_scope_words(paper: Paper, place: Place, words: Any) -> list[tuple[str, Scope]]:
    if not isinstance(words, dict):
        paper.fault(place, "scope_words must hold keys and values.", "write {} where there are none.")
        return []
    if words:
        paper.mapping(place, required=(), optional=_SCOPE_WORDS)
    return [
        (phrase, Scope(key))
        for key in words
        if key in _SCOPE_WORDS
        for phrase in _phrases(paper, (*place, key), exact=True)
    ]


def _read_procedures(paper: Paper) -> list[Procedure]:
    procedures: list[Procedure] = []
    seen: dict[str, bool] = {}
    claimed: dict[str, str] = {}
    paper.mapping((), required=("procedure",))
    for place in _entries(paper, "procedure"):
        given = _fields(paper, place, Procedure)
        if not _complete(given, Procedure):
            continue
        each = Procedure(**given)
        _once(paper, (*place, "label"), each.label, seen)
        seen[each.label] = True
        for key in ("anywhere", "alone"):
            for index, phrase in enumerate(getattr(each, key)):
                _claim(paper, (*place, key, index), phrase, each.label, claimed)
        procedures.append(each)
    return procedures


def _read_actions(paper: Paper) -> ActionBooks:
    plain = ("not_asked", "no_action_words", "asked_by", "report_heads")
    lists = {name: _plain_book(_phrases(paper, (name,))) for name in plain}
    paper.mapping((), required=("action_words", *plain, "title_words"))
    tiers = [
        (str(paper.value((*place, "tier"), str)), _purpose_book(paper, place))
        for place in _entries(paper, "title_words")
        if paper.mapping(place, required=("tier", *_PURPOSE_KEYS))
    ]
    words: PhraseBook[Purpose] = PhraseBook(())
    if "action_words" in paper.at(()) and paper.mapping(("action_words",), required=_PURPOSE_KEYS):
        words = _purpose_book(paper, ("action_words",))
    return ActionBooks(
        words=words,
        not_asked=lists["not_asked"],
        no_action=lists["no_action_words"],
        asked_by=lists["asked_by"],
        report_heads=lists["report_heads"],
        tiers=tuple(tiers),
    )


def _purpose_book(paper: Paper, place: Place) -> PhraseBook[Purpose]:
    return PhraseBook((phrase, Purpose(key)) for key in _PURPOSE_KEYS for phrase in _phrases(paper, (*place, key)))


def _read_lists(paper: Paper, names: list[str]) -> dict[str, list[str]]:
    paper.mapping((), required=tuple(names))
    return {name: _phrases(paper, (name,)) for name in names}


class _NameWords:
    """names.yaml and places.yaml as read; `books` puts them together with the words of the other files."""

    _sets = (
        "doctor",
        "doctor_tail",
        "place_endings",
        "begin_no_name",
        "street_words",
        "bare_tails",
        "before_place",
        "counts",
        "inside_names",
    )
    _plain = ("never_a_party", "not_after_practice", "word_suffixes", "name_words", "ordinary_words", *_sets)

    def __init__(self, paper: Paper, places: Paper) -> None:
        paper.mapping((), required=("endings", "known", "after_bare_name", "before_bare_name", *self._plain))
        self._lists = {name: _phrases(paper, (name,)) for name in self._plain}
        self._places = _read_lists(places, ["places"])["places"]
        kinds = tuple(kind.value for kind in OrganisationKind)
        self._endings = self._by_key(paper, "endings", (*kinds, "none"))
        self._known = self._by_key(paper, "known", kinds)
        self._bare = {
            key: self._by_key(paper, key, ("sure", "likely")) for key in ("after_bare_name", "before_bare_name")
        }

    @staticmethod
    def _by_key(paper: Paper, key: str, known: tuple[str, ...]) -> list[tuple[str, str]]:
        if key not in paper.at(()) or not paper.mapping((key,), required=(), optional=known):
            return []
        return [(phrase, each) for each in paper.at((key,)) if each in known for phrase in _phrases(paper, (key, each))]

    def books(self, vocabulary_stems: frozenset[str]) -> NameBooks:
        """The books; `vocabulary_stems` are the words of the decision types, which make no name either."""
        sets = {name: _stems(self._lists[name]) for name in self._sets}
        common = _stems(self._lists["ordinary_words"]) | vocabulary_stems
        return NameBooks(
            endings=PhraseBook((p, None if k == "none" else OrganisationKind(k)) for p, k in self._endings),
            known=PhraseBook(((phrase, OrganisationKind(kind)) for phrase, kind in self._known), exact=True),
            never_a_party=_plain_book(self._lists["never_a_party"]),
            not_after_practice=_plain_book(self._lists["not_after_practice"]),
            after_bare_name=PhraseBook((p, k == "sure") for p, k in self._bare["after_bare_name"]),
            before_bare_name=PhraseBook((p, k == "sure") for p, k in self._bare["before_bare_name"]),
            places=_plain_book(self._places),
            word_suffixes=tuple(self._lists["word_suffixes"]),
            common=common - _stems(self._lists["name_words"]) - sets["place_endings"],
            **sets,
        )


def _entries(paper: Paper, key: str) -> list[Place]:
    return paper.entries((key,)) if key in paper.at(()) else []


def _fields(paper: Paper, place: Place, target: type[Any], besides: tuple[str, ...] = ()) -> dict[str, Any]:
    """The keys of one entry as the fields of a dataclass; `besides` are keys read elsewhere."""
    hints = fields_of(target)
    needed = required_fields(target)
    optional = (*besides, *(name for name in hints if name not in needed))
    if not paper.mapping(place, required=tuple(sorted(needed)), optional=optional):
        return {}
    given = {name: paper.value((*place, name), hint) for name, hint in hints.items() if name in paper.at(place)}
    return {name: value for name, value in given.items() if value is not None}


def _complete(given: Mapping[str, Any], target: type[Any]) -> bool:
    """Whether every field without a default was read; a fault is noted already where not."""
    return required_fields(target) <= set(given)


def _phrases(paper: Paper, place: Place, *, exact: bool = False) -> list[str]:
    """A list of phrases, none empty and none twice; with `exact`, singular and plural are two phrases."""
    parent = paper.at(place[:-1])
    if not isinstance(parent, dict) or place[-1] not in parent:
        return []
    given = paper.value(place, tuple[str, ...])
    phrases = list(given) if given is not None else []
    seen: dict[str, str] = {}
    for index, phrase in enumerate(phrases):
        _claim(paper, (*place, index), phrase, "this list", seen, exact=exact)
    return phrases


def _claim(
    paper: Paper, place: Place, phrase: str, owner: str, claimed: dict[str, str], *, exact: bool = False
) -> None:
    key = phrase.casefold() if exact else phrase_key(phrase)
    if not key:
        paper.fault(place, f'"{phrase}" holds no word.', "write a word or phrase, or take it out.")
    elif key in claimed:
        problem = f'"{phrase}" is given twice: {claimed[key]} has it already.'
        paper.fault(place, problem, "keep it in one place; plural, hyphen and case make no other phrase.")
    else:
        claimed[key] = owner


def _once(paper: Paper, place: Place, name: str, seen: Mapping[str, Any]) -> None:
    if name in seen:
        paper.fault(place, f'"{name}" is given twice.', "put the two entries together.")


__all__ = ["PURPOSES", "ClosedWhen", "Concerns", "DecisionType", "Vocabulary", "load_vocabulary"]
