"""rules/publication.yaml: whose entries are published, which rules hold the time limits, what is kept back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from coi_audit.model.words import EvidenceMark
from coi_audit.rulebook.clauses import known_rule
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, Place, open_paper
from coi_audit.rulebook.sources import read_period
from coi_audit.rulebook.types import Citation, Rulebook
from coi_audit.rulebook.versions import known_source, no_unconfirmed_paragraph

FILE = "publication.yaml"


class PublishedPeople(StrEnum):
    """Whose entries the published register has to hold."""

    EVERYBODY = "everybody"
    DECISION_MAKERS = "decision_makers"


@dataclass(frozen=True, slots=True)
class PeopleVersion:
    """Who is published from one day to another, both included; `until` None is open."""

    in_force_from: date
    in_force_until: date | None
    who: PublishedPeople
    evidence: EvidenceMark
    citation: Citation


@dataclass(frozen=True, slots=True)
class Mask:
    """One thing that a public edition keeps back, in words that it prints; `citation` None where this tool chose so."""

    kind: str
    keeps_back: str
    evidence: EvidenceMark
    citation: Citation | None = None


@dataclass(frozen=True, slots=True)
class Publication:
    """The file as read. `published_rule` and `record_rule` are ids of rules whose params hold the months."""

    published_rule: str
    record_rule: str
    people: tuple[PeopleVersion, ...]
    masks: tuple[Mask, ...]
    ordinary_words: tuple[str, ...] = ()  # no names, though entries begin with them; read with the rulebook's own words

    def people_on(self, on: date) -> PeopleVersion | None:
        """The version in force on that day, None where none was: then everybody is published."""
        holding = (one for one in self.people if one.in_force_from <= on)
        return next((one for one in holding if one.in_force_until is None or on <= one.in_force_until), None)

    def mask(self, kind: str) -> Mask | None:
        """The mask of that kind."""
        return next((one for one in self.masks if one.kind == kind), None)


def load_publication(folder: Path, rulebook: Rulebook) -> Publication:
    """Read publication.yaml strictly. Raises RulebookError listing every fault with its line."""
    problems = Problems()
    name = f"{folder.name}/{FILE}"
    if not (folder / FILE).is_file():
        problems.add(name, 0, "the rules of publication are missing.", "restore the file.")
    paper = open_paper(folder / FILE, name, problems) if not problems.found else None
    found = _publication(paper, rulebook) if paper is not None else None
    problems.raise_if_any()
    assert found is not None
    return found


def _publication(paper: Paper, rulebook: Rulebook) -> Publication | None:
    if not paper.mapping((), required=("limits", "people", "masks", "ordinary_words")):
        return None
    limits = [_limit(paper, key, rulebook) for key in ("published", "record")] if _has_limits(paper) else [None, None]
    people = [_people(paper, place, rulebook) for place in paper.entries(("people",))]
    masks = [_mask(paper, place, rulebook) for place in paper.entries(("masks",))]
    _in_order(paper, people)
    _each_kind_once(paper, masks)
    if limits[0] is None or limits[1] is None:
        return None
    return Publication(
        limits[0],
        limits[1],
        tuple(one for one in people if one is not None),
        tuple(one for one in masks if one is not None),
        _ordinary_words(paper),
    )


def _ordinary_words(paper: Paper) -> tuple[str, ...]:
    found: tuple[str, ...] = paper.value(("ordinary_words",), tuple[str, ...]) or ()
    for index, one in enumerate(found):
        if not one.isalpha() or not one.islower():
            paper.fault(
                ("ordinary_words", index), f'"{one}" is no word in lower case.', "write one word, in lower case."
            )
    return found


def _has_limits(paper: Paper) -> bool:
    return paper.mapping(("limits",), required=("published", "record"))


def _limit(paper: Paper, key: str, rulebook: Rulebook) -> str | None:
    place = ("limits", key)
    rule: str | None = paper.value(place, str)
    if rule is None:
        return None
    known_rule(paper, place, rule, tuple(rulebook.rules))
    versions = rulebook.rules[rule].versions if rule in rulebook.rules else ()
    if any(not isinstance(getattr(one.params, "months", None), int) for one in versions):
        paper.fault(place, f"the rule {rule} holds no months.", "name the rule on taking ended interests off.")
    return rule


def _people(paper: Paper, place: Place, rulebook: Rulebook) -> PeopleVersion | None:
    if not paper.mapping(place, required=("in_force", "who", "evidence", "citation")):
        return None
    period = read_period(paper, (*place, "in_force"))
    who = paper.value((*place, "who"), PublishedPeople)
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    citation = _citation(paper, (*place, "citation"), rulebook)
    if period is None or who is None or evidence is None or citation is None:
        return None
    return PeopleVersion(period[0], period[1], who, evidence, citation)


def _mask(paper: Paper, place: Place, rulebook: Rulebook) -> Mask | None:
    if not paper.mapping(place, required=("kind", "keeps_back", "evidence"), optional=("citation",)):
        return None
    kind, words = paper.value((*place, "kind"), str), paper.value((*place, "keeps_back"), str)
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    cited = "citation" in paper.at(place)
    citation = _citation(paper, (*place, "citation"), rulebook) if cited else None
    if evidence is not None and evidence is not EvidenceMark.DESIGN and not cited:
        paper.fault(place, "a mask that this tool did not choose itself needs a source.", "add citation: to it.")
    return Mask(kind, words, evidence, citation) if kind and words and evidence else None


def _citation(paper: Paper, place: Place, rulebook: Rulebook) -> Citation | None:
    if not paper.mapping(place, required=("source", "locator")):
        return None
    key, locator = paper.value((*place, "source"), str), paper.value((*place, "locator"), str)
    if key is None or locator is None:
        return None
    no_unconfirmed_paragraph(paper, (*place, "locator"), key, locator)
    source = known_source(paper, (*place, "source"), key, rulebook.sources)
    return Citation(source, locator) if source is not None else None


def _in_order(paper: Paper, people: list[PeopleVersion | None]) -> None:
    last: date | None = date.min
    for index, one in enumerate(people):
        if one is None:
            continue
        if last is None or one.in_force_from <= last:
            paper.fault(("people", index), "it begins before the one above it ends.", "put them in order of days.")
        last = one.in_force_until


def _each_kind_once(paper: Paper, masks: list[Mask | None]) -> None:
    seen: set[str] = set()
    for index, one in enumerate(masks):
        if one is not None and one.kind in seen:
            paper.fault(("masks", index), f'the kind "{one.kind}" stands there twice.', "keep one of the two.")
        seen |= {one.kind} if one is not None else set()
