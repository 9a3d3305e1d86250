"""The opinion scale: how findings become an assurance opinion, as rules/opinion.yaml sets it."""

from __future__ import annotations

from pathlib import Path
from typing import TypeAlias

from coi_audit.model.words import OpinionLevel
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import open_paper
from coi_audit.rulebook.scales import Scale, read_scale

FILE = "opinion.yaml"
BEST_FIRST = (OpinionLevel.FULL, OpinionLevel.SUBSTANTIAL, OpinionLevel.LIMITED, OpinionLevel.NO)
OpinionScale: TypeAlias = Scale[OpinionLevel]


def load_opinion_scale(folder: Path) -> OpinionScale:
    """Read opinion.yaml of the rules folder strictly. Raises RulebookError listing every fault with its line."""
    problems = Problems()
    name = f"{folder.name}/{FILE}"
    if not (folder / FILE).is_file():
        problems.add(name, 0, "the opinion scale is missing.", "restore the file.")
    paper = open_paper(folder / FILE, name, problems) if not problems.found else None
    scale = read_scale(paper, (), BEST_FIRST) if paper is not None else None
    problems.raise_if_any()
    assert scale is not None
    return scale
