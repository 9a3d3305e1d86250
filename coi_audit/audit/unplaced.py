"""Declarations in minutes that no item could be found for: told among what was not understood, never passed over."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from coi_audit.audit.examine import Examined
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.participation.unplaced import unplaced_declarations
from coi_audit.model.evidence import Rejected

_PROBLEM = "interests are declared here, but it could not be seen on which items, so none of them is taken as declared"
_FIX = 'give the item with each ("Item 6: Dr Rao, partner at Elm Street Surgery; left the room"), or one row for each.'


def unplaced(examined: Sequence[Examined], knowledge: Knowledge) -> Iterator[Rejected]:
    """One record a meeting, with the first place; `value` is what stands there."""
    for one in examined:
        items = [item.item for item in one.items]
        found = unplaced_declarations(one.meeting.minutes, items, one.people, knowledge.minutes_words)
        if found:
            first = found[0]
            place = first.place().removeprefix(first.file).lstrip(", ")
            yield Rejected(
                file=first.file,
                place=place or "declarations of interest",
                value=first.text[:200],
                problem=_PROBLEM,
                fix=_FIX,
            )
