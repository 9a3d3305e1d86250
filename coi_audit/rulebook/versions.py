"""The versions of a rule: one per edition of its source, oldest first, never two on one day, no silence unexplained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from coi_audit.model.words import EvidenceMark, Severity
from coi_audit.rulebook.reading import Paper, Place
from coi_audit.rulebook.sources import read_period
from coi_audit.rulebook.types import CheckLike, Citation, RuleVersion, Source

_PARAGRAPH = re.compile(r"\b(para(graph)?s?\.? ?\d|¶ ?\d)", re.IGNORECASE)
_CONFIRMED = {"SG16": range(127, 131)}  # the only paragraph numbers checked against the printed document


def read_versions(paper: Paper, check: CheckLike | None, sources: Mapping[str, Source]) -> tuple[RuleVersion, ...]:
    """The versions that could be read; faults, and faults of their order, are noted."""
    versions: list[RuleVersion] = []
    for place in paper.entries(("versions",)):
        version = _version(paper, place, check, sources)
        if version is not None:
            if versions:
                _follow(paper, place, versions[-1], version)
            elif version.gap is not None:
                paper.fault((*place, "gap"), "the first version has no gap before it.", "leave the key away.")
            versions.append(version)
    return tuple(versions)


def _version(paper: Paper, place: Place, check: CheckLike | None, sources: Mapping[str, Source]) -> RuleVersion | None:
    keys = ("in_force", "evidence", "citation")
    complete = paper.mapping(place, required=keys, optional=("params", "severity", "gap"))
    if not isinstance(paper.at(place), dict):
        return None
    params = _params(paper, place, check)
    severity = paper.value((*place, "severity"), Severity)
    gap = paper.value((*place, "gap"), str)
    if not complete:
        return None
    period = read_period(paper, (*place, "in_force"))
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    citation = _citation(paper, (*place, "citation"), sources)
    if period is None or evidence is None or citation is None:
        return None
    _within_source(paper, place, period, citation.source)
    return RuleVersion(period[0], period[1], evidence, citation, params, severity, gap)


def _params(paper: Paper, place: Place, check: CheckLike | None) -> Any:
    if check is None:
        return None
    if check.params is None:
        if "params" in paper.at(place):
            fix = "leave the key params away."
            paper.fault((*place, "params"), f'the check "{check.name}" takes no params.', fix)
        return None
    whose = f'the check "{check.name}"'
    before = len(paper.problems.found)
    fitting = paper.fields((*place, "params"), check.params, whose=whose)
    return check.params(**fitting) if len(paper.problems.found) == before else None


def _citation(paper: Paper, place: Place, sources: Mapping[str, Source]) -> Citation | None:
    if not paper.mapping(place, required=("source", "locator")):
        return None
    key = paper.value((*place, "source"), str)
    locator = paper.value((*place, "locator"), str)
    if key is None or locator is None:
        return None
    no_unconfirmed_paragraph(paper, (*place, "locator"), key, locator)
    source = known_source(paper, (*place, "source"), key, sources)
    return Citation(source, locator) if source is not None else None


def no_unconfirmed_paragraph(paper: Paper, place: Place, key: str, locator: str) -> None:
    """Note a fault where a locator prints a paragraph number that was not checked against the source `key`."""
    numbers = {int(number) for number in re.findall(r"\d+", locator)}
    if _PARAGRAPH.search(locator) and not numbers <= set(_CONFIRMED.get(key, ())):
        fix = "cite the section by its title; only paragraphs 127-130 of SG16 have been confirmed."
        paper.fault(place, f'"{locator}" prints a paragraph number nobody has confirmed.', fix)


def known_source(paper: Paper, place: Place, key: str, sources: Mapping[str, Source]) -> Source | None:
    """The source of that key; None, with the fault noted, where sources.yaml has none."""
    if key not in sources:
        fix = f"add it to sources.yaml, or cite one of: {', '.join(sources)}."
        paper.fault(place, f'"{key}" is not a known source.', fix)
    return sources.get(key)


def _within_source(paper: Paper, place: Place, period: tuple[date, date | None], source: Source) -> None:
    first, last = period
    ends_late = source.in_force_until is not None and (last is None or last > source.in_force_until)
    if first < source.in_force_from or ends_late:
        until = source.in_force_until or "today"
        paper.fault(
            (*place, "in_force"),
            f"the version reaches beyond its source {source.key}, in force {source.in_force_from} to {until}.",
            "end it with the source and add a version that cites the next edition.",
        )


def _follow(paper: Paper, place: Place, earlier: RuleVersion, later: RuleVersion) -> None:
    """Note a fault unless `later` begins after `earlier` ends, and at once or with a reason for the gap."""
    if later.in_force_from <= earlier.in_force_from:
        fix = "put the oldest version first."
        paper.fault(place, f"the versions are out of order: {later.in_force_from} stands too late.", fix)
        return
    if earlier.in_force_until is None or later.in_force_from <= earlier.in_force_until:
        end = earlier.in_force_until or "open"
        fix = f"end the earlier one on {later.in_force_from - timedelta(days=1)}."
        paper.fault(place, f"two versions overlap: one begins {later.in_force_from}, the other's end is {end}.", fix)
        return
    joined = later.in_force_from == earlier.in_force_until + timedelta(days=1)
    if not joined and later.gap is None:
        problem = (
            f"no version holds between {earlier.in_force_until} and {later.in_force_from}, and no reason is given."
        )
        paper.fault(place, problem, "correct the dates, or add gap: with the reason to the later version.")
    if joined and later.gap is not None:
        paper.fault((*place, "gap"), "a gap is explained where there is none.", "leave the key gap away.")
