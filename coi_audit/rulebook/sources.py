"""rules/sources.yaml: every document the rules cite, with the days it was in force and its publisher's address."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coi_audit.model.words import EvidenceMark
from coi_audit.rulebook.problems import Problems
from coi_audit.rulebook.reading import Paper, open_paper
from coi_audit.rulebook.types import Source

FILE = "sources.yaml"


def read_sources(folder: Path, problems: Problems) -> dict[str, Source]:
    """The sources by key, sorted; faults go to `problems`."""
    name = f"{folder.name}/{FILE}"
    if not (folder / FILE).is_file():
        problems.add(
            name, 0, "the list of sources is missing.", "restore the file; every rule cites one of its entries."
        )
        return {}
    paper = open_paper(folder / FILE, name, problems)
    if paper is None:
        return {}
    found = {key: _source(paper, key) for key in sorted(paper.yaml.data)}
    return {key: source for key, source in found.items() if source is not None}


def _source(paper: Paper, key: str) -> Source | None:
    place = (key,)
    if not paper.mapping(place, required=("title", "publisher", "in_force", "evidence"), optional=("url", "note")):
        return None
    title = paper.value((*place, "title"), str)
    publisher = paper.value((*place, "publisher"), str)
    evidence = paper.value((*place, "evidence"), EvidenceMark)
    period = read_period(paper, (*place, "in_force"))
    url = paper.value((*place, "url"), str)
    if url is not None and not url.startswith(("https://", "http://")):
        paper.fault((*place, "url"), f'"{url}" is not a web address.', "begin it with https://, or leave the key away.")
    if title is None or publisher is None or evidence is None or period is None:
        return None
    note = paper.value((*place, "note"), str) or ""
    return Source(key, title, publisher, period[0], period[1], url, evidence, note)


def read_period(paper: Paper, place: tuple[str | int, ...]) -> tuple[date, date | None] | None:
    """`{from: date, until: date}`, both days included, until may be left away; None, with the fault noted, if wrong."""
    if not paper.mapping(place, required=("from",), optional=("until",)):
        return None
    first = paper.value((*place, "from"), date)
    last = paper.value((*place, "until"), date | None)  # a blank `until` is open, like one left away
    if first is None or (last is None and paper.at(place).get("until") is not None):
        return None
    if last is not None and last < first:
        paper.fault(place, f"it ends on {last} before it begins on {first}.", "put the earlier day first.")
        return None
    return first, last
