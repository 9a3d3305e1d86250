"""Lists of those present that give everybody's initials and nobody's name."""

from __future__ import annotations

import re

from coi_audit.model.letters import CAPITALS
from coi_audit.readers.attendance.names import INITIALS
from coi_audit.readers.attendance.people import Entry, read_position
from coi_audit.readers.person_words import NO_NAME

_LETTERED = re.compile(rf"^(?P<initials>[{CAPITALS}][\w'’-]{{1,6}})(?:\s*[(\[](?P<post>[^()\[\]]+)[)\]])?$")


def initials_alone(text: str, *, others: bool = False) -> list[Entry] | None:
    """A list that names nobody but by initials, "AB (Chair), CD, EF": its people under their initials, else None.

    One alone is a list only where `others` of the paper stand in such a list.
    """
    parts = [part.strip(" .*") for part in re.split(r"[,;]|\s+(?:and|&)\s+", text) if part.strip(" .*")]
    found = [_LETTERED.match(part) for part in parts]
    letters = [one["initials"] for one in found if one is not None]
    if len(letters) < max(len(parts), 1 if others else 3):
        return None
    if sum(one.casefold() in NO_NAME for one in letters) * 3 > len(letters):
        return None  # "CCG, GP, NHS"; but Tom Oak may be TO
    if any(not INITIALS.match(one) for one in letters):
        return None
    entries = [Entry(name=one["initials"], initials=one["initials"]) for one in found if one is not None]
    for entry, one in zip(entries, found, strict=True):
        if one is not None and one["post"]:
            read_position(f"({one['post']})", entry)
            entry.position = entry.position or one["post"]
    return entries
