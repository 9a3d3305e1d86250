"""rules/papers.yaml: the papers a body can be asked for, and the rules that each would answer."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coi_audit.rulebook.clauses import known_rule
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, open_paper
from coi_audit.rulebook.types import Rulebook

FILE = "papers.yaml"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A paper, what to ask for, and the rules it answers."""

    title: str
    ask: str
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Papers:
    """`minutes` is asked of a meeting without minutes, `meeting` of one without papers, `kinds` of the body.

    In the titles of the first two, `$committee` and `$when` stand for the meeting.
    """

    minutes: PaperKind
    meeting: PaperKind
    kinds: tuple[PaperKind, ...]


def load_papers(folder: Path, rulebook: Rulebook) -> Papers:
    """Read papers.yaml strictly. Raises RulebookError listing every fault with its line."""
    problems = Problems()
    name = f"{folder.name}/{FILE}"
    if not (folder / FILE).is_file():
        problems.add(name, 0, "the list of papers is missing.", "restore the file.")
    paper = open_paper(folder / FILE, name, problems) if not problems.found else None
    found = _papers(paper, rulebook) if paper is not None else None
    problems.raise_if_any()
    assert found is not None
    return found


def _papers(paper: Paper, rulebook: Rulebook) -> Papers | None:
    if not paper.mapping((), required=("minutes", "meeting", "papers")):
        return None
    minutes, meeting = _kind(paper, ("minutes",), rulebook), _kind(paper, ("meeting",), rulebook)
    kinds = [_kind(paper, place, rulebook) for place in paper.entries(("papers",))]
    if minutes is None or meeting is None:
        return None
    return Papers(minutes, meeting, tuple(one for one in kinds if one is not None))


def _kind(paper: Paper, place: tuple[str | int, ...], rulebook: Rulebook) -> PaperKind | None:
    before = len(paper.problems.found)
    fitting = paper.fields(place, PaperKind, whose="a paper")
    for index, name in enumerate(fitting.get("rules", ())):
        known_rule(paper, (*place, "rules", index), name, tuple(rulebook.rules))
    return PaperKind(**fitting) if len(paper.problems.found) == before else None
