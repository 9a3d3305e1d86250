"""The national picture as the summary report prints it: bodies by readiness, areas by rating, tiles by region."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.assessment import ReadinessLevel
from coi_audit.model.national import BodyState, BodySummary, National, Region, Step
from coi_audit.model.words import OpinionLevel
from coi_audit.report.tile_grid import Block, Mark, Shape, Tile
from coi_audit.report.words import words

_GREEN, _AMBER, _RED, _GREY, _BLUE = "#1d6b4f", "#7a5f00", "#7f1d1d", "#52606d", "#1a4d7a"
_READY: Mapping[ReadinessLevel, Mark] = {
    ReadinessLevel.NOW: Mark("N", Shape.CIRCLE, _GREEN, "Ready now"),
    ReadinessLevel.SOON: Mark("S", Shape.SQUARE, _AMBER, "Ready soon"),
    ReadinessLevel.LATER: Mark("L", Shape.TRIANGLE, _RED, "Ready later"),
}
_NOT_ASKED = Mark("–", Shape.OUTLINE, _GREY, "Not asking")
_UNTOLD = Mark("?", Shape.OUTLINE, _GREY, "Withheld")
_FAILED = Mark("×", Shape.CROSS, _RED, "Not audited")
_OPINION: Mapping[OpinionLevel, Mark] = {
    OpinionLevel.FULL: Mark("F", Shape.CIRCLE, _GREEN, "Full"),
    OpinionLevel.SUBSTANTIAL: Mark("S", Shape.SQUARE, _BLUE, "Substantial"),
    OpinionLevel.LIMITED: Mark("L", Shape.TRIANGLE, _AMBER, "Limited"),
    OpinionLevel.NO: Mark("N", Shape.TRIANGLE, _RED, "No assurance"),
}
READINESS_KEY = (*_READY.values(), _NOT_ASKED, _UNTOLD, _FAILED)
OPINION_KEY = (*_OPINION.values(), _UNTOLD, _FAILED)
_REGION_NAMES: Mapping[Region, str] = {
    Region.NORTH_WEST: "North West",
    Region.NORTH_EAST_AND_YORKSHIRE: "North East and Yorkshire",
    Region.MIDLANDS: "Midlands",
    Region.EAST_OF_ENGLAND: "East of England",
    Region.SOUTH_WEST: "South West",
    Region.LONDON: "London",
    Region.SOUTH_EAST: "South East",
}
# As they lie: west to east in each row, north to south.
_ROWS = (
    (Region.NORTH_WEST, Region.NORTH_EAST_AND_YORKSHIRE),
    (Region.MIDLANDS, Region.EAST_OF_ENGLAND),
    (Region.SOUTH_WEST, Region.LONDON, Region.SOUTH_EAST),
)
_BLOCK = 36  # bodies of an alphabetical block
_LEVELS = ("compliant", "partially_compliant", "non_compliant", "full", "substantial", "limited", "no")


@dataclass(frozen=True, slots=True)
class AreaLine:
    """One area of one framework: how many bodies stand at each level, in the order of the framework's columns."""

    title: str
    counts: tuple[int, ...]
    untold: int


@dataclass(frozen=True, slots=True)
class FrameworkTable:
    """One internal audit framework; `levels` are the words of its columns, best first."""

    title: str
    levels: tuple[str, ...]
    lines: tuple[AreaLine, ...]


@dataclass(frozen=True, slots=True)
class WayLine:
    """One body on the way to delegation: what keeps it at its level, and how much more stands before "now"."""

    name: str
    code: str
    steps: tuple[Step, ...]
    more: int
    after: int


def region_words(region: Region | None) -> str:
    """A region's name, nothing where none is told."""
    return _REGION_NAMES[region] if region is not None else ""


def readiness_mark(body: BodySummary) -> Mark:
    """How a body's readiness is marked."""
    if body.state is BodyState.FAILED:
        return _FAILED
    if body.readiness is None:
        return _UNTOLD if body.withheld else _NOT_ASKED
    return _READY[body.readiness]


def opinion_mark(body: BodySummary) -> Mark:
    """How a body's opinion is marked."""
    if body.state is BodyState.FAILED:
        return _FAILED
    return _UNTOLD if body.opinion is None or body.withheld else _OPINION[body.opinion]


def tiles(bodies: Sequence[BodySummary], *, opinion: bool = False) -> list[tuple[Block, ...]]:
    """Rows of blocks: by region where any is known, else by alphabet; no map is copied."""
    made = [(one, Tile(_label(one), one.name, (opinion_mark if opinion else readiness_mark)(one))) for one in bodies]
    audited = [one for one in made if one[0].state is not BodyState.FAILED]
    failed = Block("Not audited", tuple(tile for body, tile in made if body.state is BodyState.FAILED))
    if not any(one.region for one in bodies):
        return [*_alphabet(audited), (failed,)]
    rows = [tuple(Block(_REGION_NAMES[region], _of(audited, region)) for region in row) for row in _ROWS]
    return [*rows, (Block("Region not told by the lists", _of(audited, None)),), (failed,)]


def _of(made: Iterable[tuple[BodySummary, Tile]], region: Region | None) -> tuple[Tile, ...]:
    return tuple(tile for body, tile in made if body.region is region)


def _alphabet(made: Sequence[tuple[BodySummary, Tile]]) -> list[tuple[Block, ...]]:
    """One block under another, each told by its first and last name's letter."""
    groups = [made[at : at + _BLOCK] for at in range(0, len(made), _BLOCK)]
    blocks: list[tuple[Block, ...]] = []
    for group in groups:
        first, last = (_short(body.name)[:1].upper() for body, _ in (group[0], group[-1]))
        blocks.append((Block(first if first == last else f"{first} to {last}", tuple(tile for _, tile in group)),))
    return blocks


def _short(name: str) -> str:
    return name.removeprefix("NHS ").removesuffix(" CCG")


def _label(body: BodySummary) -> str:
    """The ODS code; of a body that has told none, the first letters of its name."""
    return body.ods_code[:5] if body.ods_code else re.sub(r"[^a-zA-Z]", "", _short(body.name))[:5]


def area_tables(bodies: Sequence[BodySummary]) -> list[FrameworkTable]:
    """Each framework with how many bodies stand at each level of each area; an area nobody is rated in stands too."""
    areas: dict[str, dict[str, Counter[str | None]]] = {}
    for body in bodies:
        for one in body.areas:
            areas.setdefault(one.framework, {}).setdefault(one.title, Counter())[one.level] += 1
    tables = []
    for title, found in areas.items():
        used = {level for counts in found.values() for level in counts if level}
        levels = [level for level in _scale(used) if level]
        lines = [AreaLine(area, tuple(counts[one] for one in levels), counts[None]) for area, counts in found.items()]
        heads = tuple(one.replace("_", " ").capitalize() for one in levels)
        tables.append(FrameworkTable(title, heads, tuple(lines)))
    return tables


def _scale(used: set[str]) -> Sequence[str]:
    """The whole scale that these levels belong to, best first; a level of none of ours stands last."""
    compliance = bool(used & set(_LEVELS[:3])) and not used & set(_LEVELS[3:])
    known = _LEVELS[:3] if compliance else _LEVELS[3:]
    return (*known, *sorted(used - set(known)))


def ways(found: National, level: ReadinessLevel, *, most: int) -> list[WayLine]:
    """The bodies at one level of readiness, each with at most so many of the matters that keep it there."""
    lines = []
    for one in found.audited:
        if one.readiness is level:
            steps = one.next_steps
            after = len(one.steps) - len(steps)
            lines.append(WayLine(one.name, one.ods_code or "–", steps[:most], max(0, len(steps) - most), after))
    return lines


def opinion_words_of(body: BodySummary) -> str:
    """The opinion in one or two words, for a column."""
    if body.withheld:
        return "Withheld"
    return words(body.opinion).removesuffix(" assurance") if body.opinion else "–"
