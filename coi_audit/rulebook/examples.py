"""The cases of a rule file: facts built strictly from what each gives, and a case on both sides of every date."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Examines, RuleOutcome, Severity
from coi_audit.rulebook.reading import Paper, Place
from coi_audit.rulebook.types import RuleCase, RuleVersion
from coi_audit.rulebook.values import Unfit, convert, fields_of


def build_facts(examines: Examines, given: Mapping[str, object], on: date) -> EventFacts:
    """The facts a case gives, converted by the types of the facts class. Raises Unfit for an unknown or wrong one."""
    target = FACTS[examines]
    known = fields_of(target)
    unknown = sorted(set(given) - set(known) | ({"on"} & set(given)))
    if unknown:
        raise Unfit(f"{', '.join(unknown)} cannot be given as facts of {examines}")
    return target(on=on, **{key: convert(value, known[key]) for key, value in given.items()})


def read_cases(paper: Paper, examines: Examines, versions: tuple[RuleVersion, ...]) -> tuple[RuleCase, ...]:
    """The cases that could be read. A case without `on` happens on the first day of the newest version."""
    cases: list[RuleCase] = []
    names: set[str] = set()
    places = paper.entries(("cases",))
    for place in places:
        case = _case(paper, place, examines, versions)
        if case is None:
            continue
        if case.name in names:
            paper.fault(place, f'two cases are called "{case.name}".', "give each its own name.")
        names.add(case.name)
        cases.append(case)
    if versions and len(cases) == len(places) > 0:
        _both_sides(paper, versions, cases)
    return tuple(cases)


def _case(paper: Paper, place: Place, examines: Examines, versions: tuple[RuleVersion, ...]) -> RuleCase | None:
    complete = paper.mapping(place, required=("name", "given", "expect"), optional=("on", "because", "severity"))
    if not complete:
        return None
    before = len(paper.problems.found)
    target = FACTS[examines]
    given = paper.fields((*place, "given"), target, whose=f"the facts of {examines}", besides=("on",))
    name = paper.value((*place, "name"), str)
    expect = paper.value((*place, "expect"), RuleOutcome)
    because = paper.value((*place, "because"), str)
    severity = paper.value((*place, "severity"), Severity)
    on = paper.value((*place, "on"), date) or (versions[-1].in_force_from if versions else None)
    if name is None or expect is None or on is None or len(paper.problems.found) > before:
        return None
    return RuleCase(name, target(on=on, **given), paper.at((*place, "given")), expect, because, severity)


def _both_sides(paper: Paper, versions: tuple[RuleVersion, ...], cases: list[RuleCase]) -> None:
    """Note a fault for every version without a case, and every edge of the rule's time without one beyond it."""
    for index, version in enumerate(versions):
        if not any(version.in_force(case.on) for case in cases):
            fix = f"add a case with on: {version.in_force_from}."
            paper.fault(("cases",), f"no case stands in the version from {version.in_force_from}.", fix)
        before = versions[index - 1] if index else None
        follows = before is not None and before.in_force_until == version.in_force_from - timedelta(days=1)
        if not follows:
            low = before.in_force_until if before is not None else None
            _silent(paper, cases, low, version.in_force_from)
    if versions[-1].in_force_until is not None:
        _silent(paper, cases, versions[-1].in_force_until, None)


def _silent(paper: Paper, cases: list[RuleCase], after: date | None, before: date | None) -> None:
    """Note a fault unless a case between the two days (both excluded, None open) expects not_in_force."""
    for case in cases:
        inside = (after is None or case.on > after) and (before is None or case.on < before)
        if inside and case.expect is RuleOutcome.NOT_IN_FORCE:
            return
    side = f"before {before}" if before is not None else f"after {after}"
    day = before - timedelta(days=1) if before is not None else (after or date.min) + timedelta(days=1)
    paper.fault(("cases",), f"no case {side} expects not_in_force.", f"add a case with on: {day}.")
