"""rules/frameworks.yaml: the areas of the internal audits, the self-certification's questions, and readiness."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from coi_audit.model.assessment import ComplianceLevel, Frequency, ReadinessLevel, ScaleName
from coi_audit.model.words import EvidenceMark
from coi_audit.rulebook.clauses import known_rule
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, Place, open_paper
from coi_audit.rulebook.scales import Level, Scale, read_scale
from coi_audit.rulebook.types import Rulebook, Source
from coi_audit.rulebook.values import nearest
from coi_audit.rulebook.versions import known_source

FILE = "frameworks.yaml"


@dataclass(frozen=True, slots=True)
class Area:
    """One area of an audit and the rules that speak to it: those named, and of its folders those no other area names.

    `meetings`: a meeting without papers leaves a gap in it.
    """

    key: str
    title: str
    looks_at: str
    rules: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    ask_the_body: str | None = None
    meetings: bool = False


@dataclass(frozen=True, slots=True)
class AuditFramework:
    """An internal audit. `always`: its headings arrange the findings of every body, in force or not;
    `delegated_only`: it is for bodies with delegated commissioning."""

    key: str
    title: str
    source: Source
    scale: ScaleName
    evidence: EvidenceMark
    areas: tuple[Area, ...]
    always: bool = False
    delegated_only: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question of a return. Answered yes where every rule that applied is met, no where one is not met; or, with
    `lists` naming a kind of paper, yes where that paper lists anything. `ask` is put where the papers do not tell."""

    key: str
    frequency: Frequency
    question: str
    ask: str
    rules: tuple[str, ...] = ()
    lists: str | None = None


@dataclass(frozen=True, slots=True)
class SelfCertification:
    source: Source
    evidence: EvidenceMark
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Frameworks:
    """Everything that frameworks.yaml sets. `no_committee` is said of a body that has yet to form the committee."""

    compliance: Scale[ComplianceLevel]
    readiness: Scale[ReadinessLevel]
    no_committee: str
    audits: tuple[AuditFramework, ...]
    certification: SelfCertification


def load_frameworks(folder: Path, rulebook: Rulebook) -> Frameworks:
    """Read frameworks.yaml strictly. Raises RulebookError listing every fault with its line."""
    problems = Problems()
    name = f"{folder.name}/{FILE}"
    if not (folder / FILE).is_file():
        problems.add(name, 0, "the audit frameworks are missing.", "restore the file.")
    paper = open_paper(folder / FILE, name, problems) if not problems.found else None
    found = _frameworks(paper, rulebook) if paper is not None else None
    problems.raise_if_any()
    assert found is not None
    return found


def _frameworks(paper: Paper, rulebook: Rulebook) -> Frameworks | None:
    if not paper.mapping((), required=("compliance", "readiness", "no_committee", "audits", "self_certification")):
        return None
    compliance = read_scale(paper, ("compliance",), tuple(ComplianceLevel))
    readiness = read_scale(paper, ("readiness",), tuple(ReadinessLevel))
    _known_in_steps(paper, "compliance", compliance, rulebook)
    _known_in_steps(paper, "readiness", readiness, rulebook)
    no_committee = paper.value(("no_committee",), str)
    audits = [_audit(paper, place, rulebook) for place in paper.entries(("audits",))]
    certification = _certification(paper, rulebook)
    if compliance is None or readiness is None or no_committee is None or certification is None:
        return None
    _no_key_twice(paper, [one.key for one in audits if one is not None], "audits")
    return Frameworks(
        compliance, readiness, no_committee, tuple(one for one in audits if one is not None), certification
    )


def _audit(paper: Paper, place: Place, rulebook: Rulebook) -> AuditFramework | None:
    required = ("key", "title", "source", "scale", "evidence", "areas")
    if not paper.mapping(place, required=required, optional=("always", "delegated_only")):
        return None
    key, title = paper.value((*place, "key"), str), paper.value((*place, "title"), str)
    source = _source(paper, (*place, "source"), rulebook)
    scale = paper.value((*place, "scale"), ScaleName)
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    areas = tuple(one for each in paper.entries((*place, "areas")) if (one := _area(paper, each, rulebook)) is not None)
    _no_key_twice(paper, [one.key for one in areas], *place)
    if key is None or title is None or source is None or scale is None or evidence is None:
        return None
    always = paper.value((*place, "always"), bool) or False
    delegated_only = paper.value((*place, "delegated_only"), bool) or False
    return AuditFramework(key, title, source, scale, evidence, _filled(areas, rulebook), always, delegated_only)


def _area(paper: Paper, place: Place, rulebook: Rulebook) -> Area | None:
    required, optional = ("key", "title", "looks_at"), ("rules", "folders", "ask_the_body", "meetings")
    if not paper.mapping(place, required=required, optional=optional):
        return None
    before = len(paper.problems.found)
    fitting = paper.fields(place, Area, whose="an area")
    _known(paper, (*place, "rules"), fitting.get("rules", ()), rulebook)
    folders = sorted({rule.area for rule in rulebook.rules.values()})
    for index, name in enumerate(fitting.get("folders", ())):
        if name not in folders:
            fix = f"{nearest(name, folders)}use one of: {', '.join(folders)}."
            paper.fault((*place, "folders", index), f'there is no folder of rules "{name}".', fix)
    return Area(**fitting) if len(paper.problems.found) == before else None


def _filled(areas: Sequence[Area], rulebook: Rulebook) -> tuple[Area, ...]:
    """Each area with the rules of its folders beside those it names, sorted."""
    named = {rule for area in areas for rule in area.rules}
    return tuple(
        replace(
            area,
            rules=tuple(
                rule.id
                for rule in rulebook.rules.values()
                if rule.id in area.rules or (rule.area in area.folders and rule.id not in named)
            ),
        )
        for area in areas
    )


def _certification(paper: Paper, rulebook: Rulebook) -> SelfCertification | None:
    place: Place = ("self_certification",)
    if not paper.mapping(place, required=("source", "evidence", "questions")):
        return None
    source = _source(paper, (*place, "source"), rulebook)
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    questions = []
    for each in paper.entries((*place, "questions")):
        before = len(paper.problems.found)
        fitting = paper.fields(each, Question, whose="a question")
        _known(paper, (*each, "rules"), fitting.get("rules", ()), rulebook)
        if len(paper.problems.found) == before:
            questions.append(Question(**fitting))
    _no_key_twice(paper, [one.key for one in questions], *place)
    if source is None or evidence is None:
        return None
    return SelfCertification(source, evidence, tuple(questions))


def _source(paper: Paper, place: Place, rulebook: Rulebook) -> Source | None:
    key = paper.value(place, str)
    return known_source(paper, place, key, rulebook.sources) if key is not None else None


def _known(paper: Paper, place: Place, named: Sequence[str], rulebook: Rulebook) -> None:
    for index, name in enumerate(named):
        known_rule(paper, (*place, index), name, tuple(rulebook.rules))


def _known_in_steps(paper: Paper, name: str, scale: Scale[Level] | None, rulebook: Rulebook) -> None:
    for index, step in enumerate(scale.steps if scale is not None else ()):
        _known(paper, (name, "steps", index, "rules"), step.rules, rulebook)


def _no_key_twice(paper: Paper, keys: Sequence[str], *place: str | int) -> None:
    for key in sorted({one for one in keys if keys.count(one) > 1}):
        paper.fault(place, f'the key "{key}" is given to two entries.', "give each its own.")
