"""The days of meetings to come that minutes tell of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from coi_audit.model.meetings import MinutesSection
from coi_audit.readers.days_in_text import days_after

_NEXT = re.compile(r"\b(?:next|future|forthcoming)\b.{0,40}\bmeetings?\b|\bmeeting dates\b", re.IGNORECASE | re.DOTALL)


def next_meetings(sections: Sequence[MinutesSection], on: date | None) -> tuple[date, ...]:
    """Days after `on` under a heading on the next meeting, or in the last section where it speaks of one; sorted."""
    found: set[date] = set()
    for section in sections:
        titled = bool(_NEXT.search(section.title))
        texts = [section.title, *(passage.text for passage in section.passages)] if titled else []
        if not titled and section is sections[-1]:
            texts = [passage.text for passage in section.passages if _NEXT.search(passage.text)]
        for text in texts:
            found.update(days_after(text, on))
    return tuple(sorted(found))
