"""rules/clauses.yaml: every clause of the sources we know of, with the rules that test it or the question to ask."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from coi_audit.model.words import EvidenceMark, Force
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, Place, open_paper
from coi_audit.rulebook.types import Clause, Rulebook, Source
from coi_audit.rulebook.values import nearest
from coi_audit.rulebook.versions import known_source, no_unconfirmed_paragraph

FILE = "clauses.yaml"


@dataclass(frozen=True, slots=True)
class Coverage:
    """Clauses by what answers for them, and the rules that no clause names."""

    tested: tuple[Clause, ...]
    asked: tuple[Clause, ...]
    uncovered: tuple[Clause, ...]
    rules_without_clause: tuple[str, ...]


def coverage(rulebook: Rulebook) -> Coverage:
    """Every clause once, in the order of the file."""
    named = {rule for clause in rulebook.clauses for rule in clause.rules}
    return Coverage(
        tested=tuple(one for one in rulebook.clauses if one.rules),
        asked=tuple(one for one in rulebook.clauses if one.ask_the_body is not None),
        uncovered=tuple(one for one in rulebook.clauses if not one.rules and one.ask_the_body is None),
        rules_without_clause=tuple(rule for rule in rulebook.rules if rule not in named),
    )


def read_clauses(
    folder: Path, sources: Mapping[str, Source], rules: Sequence[str], problems: Problems
) -> tuple[Clause, ...]:
    """The clauses, one for each source a clause stands in; none where the file is absent. Faults go to `problems`.

    The file holds topics, each a list of clauses. A clause of several editions in the same words names them together.
    """
    if not (folder / FILE).is_file():
        return ()
    paper = open_paper(folder / FILE, f"{folder.name}/{FILE}", problems)
    if paper is None:
        return ()
    clauses: list[Clause] = []
    for topic in paper.yaml.data:
        for place in paper.entries((topic,)):
            clauses += _clause(paper, place, sources, rules)
    _no_clause_twice(paper, clauses)
    return tuple(clauses)


def _clause(paper: Paper, place: Place, sources: Mapping[str, Source], rules: Sequence[str]) -> list[Clause]:
    keys = ("sources", "locator", "asks", "force", "evidence")
    if not paper.mapping(place, required=keys, optional=("rules", "ask_the_body")):
        return []
    locator = paper.value((*place, "locator"), str)
    asks = paper.value((*place, "asks"), str)
    force = paper.value((*place, "force"), Force)
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    question = paper.value((*place, "ask_the_body"), str)
    found = _sources(paper, place, sources, locator or "")
    tested = _rules(paper, place, rules)
    if tested and question is not None:
        fix = "split the clause: what the rules test, and what only the body can answer."
        paper.fault((*place, "ask_the_body"), "a clause is tested by rules or asked of the body, not both.", fix)
    if locator is None or asks is None or force is None or evidence is None:
        return []
    return [Clause(source, locator, asks, force, evidence, tested, question) for source in found]


def _sources(paper: Paper, place: Place, sources: Mapping[str, Source], locator: str) -> list[Source]:
    keys = paper.value((*place, "sources"), tuple[str, ...])
    if keys is None:
        return []
    if not keys:
        paper.fault((*place, "sources"), "a clause stands in at least one source.", "name its source.")
    found = []
    for index, key in enumerate(keys):
        source = known_source(paper, (*place, "sources", index), key, sources)
        no_unconfirmed_paragraph(paper, (*place, "locator"), key, locator)
        if source is not None:
            found.append(source)
    return found


def _rules(paper: Paper, place: Place, rules: Sequence[str]) -> tuple[str, ...]:
    named: tuple[str, ...] | None = paper.value((*place, "rules"), tuple[str, ...])
    if named is None:
        return ()
    for index, name in enumerate(named):
        known_rule(paper, (*place, "rules", index), name, rules)
    if not named:
        paper.fault((*place, "rules"), "no rule is named.", "leave the key rules away where nothing tests the clause.")
    return named


def known_rule(paper: Paper, place: Place, name: str, rules: Sequence[str]) -> None:
    """Note a fault where there is no rule of that id."""
    if name not in rules:
        fix = f"{nearest(name, list(rules))}name a rule that is there; see the ids with: coi-audit rules list."
        paper.fault(place, f'there is no rule "{name}".', fix)


def _no_clause_twice(paper: Paper, clauses: Sequence[Clause]) -> None:
    seen: set[tuple[str, str, str]] = set()
    for one in clauses:
        key = (one.source.key, one.locator, one.asks)
        if key in seen:
            paper.fault((), f'the clause "{one.asks}" of {one.source.key} is given twice.', "keep one of the two.")
        seen.add(key)
