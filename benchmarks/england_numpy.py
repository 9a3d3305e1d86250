"""The floor: numpy comparing every attendee's interests with every item, counting matches and no rule."""

from __future__ import annotations

from typing import Any

from benchmarks.year import ATTENDING, INTERESTS, ITEMS, BodyYear


def load(years: list[BodyYear]) -> Any:
    """Arrays of every meeting: organisations held by those there, whether still held, and the items' parties."""
    import numpy

    held: list[list[list[int]]] = []
    parties: list[list[int]] = []
    for year in years:
        by_person: dict[int, list[tuple[int, int]]] = {}
        for one in year.held:
            by_person.setdefault(one.person, []).append((one.organisation, one.ended))
        for met in year.meetings:
            held.append([[o if met.day <= end else -1 for o, end in by_person[person]] for person in met.there])
            parties.append([item.party for item in met.items])
    return (
        numpy.array(held, dtype="int32").reshape(-1, ATTENDING * INTERESTS, 1),
        numpy.array(parties, dtype="int32").reshape(-1, 1, ITEMS),
    )


def count(arrays: Any) -> int:
    """Matches: a thousand meetings at a time."""
    held, parties = arrays
    return sum(
        int((held[start : start + 1000] == parties[start : start + 1000]).sum()) for start in range(0, len(held), 1000)
    )
