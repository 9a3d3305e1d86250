"""Paragraphs that a label opens as one of conflicts ("Conflict of interest: ..."): whoever they tell of has one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.participation_cast import Cast, Mention, Statement, is_subject

_INTERESTS = re.compile(r"interests?", re.IGNORECASE)
_RULES = re.compile(
    r"(?:\s+(?:then|also|had|has|was))*\s+(?:asked|ruled|invited|thanked|determined|decided|chaired|presided|proposed"
    r"|requested|took\s+(?:over\s+)?(?:the\s+)?chair|in\s+the\s+chair|assumed\s+the\s+chair)\b",
    re.IGNORECASE,
)


def opens(statement: Statement, cast: Cast) -> bool:
    """Whether the first words of a paragraph are such a label, with a colon or dash behind it."""
    text = statement.text.lstrip("-•* [(")
    label = cast.words.phrases["conflict_label"].match(text) or _INTERESTS.match(text)
    return label is not None and re.match(r"\s*(?::|-\s)", text[label.end() :]) is not None


def under_label(statement: Statement, told: Sequence[tuple[Mention, int]], cast: Cast) -> Iterator[tuple[Mention, int]]:
    """Whoever acts in a statement of such a paragraph and is not among those `told`, with the place of the name.

    Whoever only leads the meeting there (asks, rules, takes the chair) declares nothing.
    """
    known = frozenset().union(*(one.who | one.unsure for one, _ in told))
    if cast.words.find("no_declaration", statement.text):
        return
    for start, end, mention in statement.spans():
        meant = mention.who | mention.unsure
        new = meant and not meant <= known and mention.kind in ("named", "group")
        if new and is_subject(statement, start, cast) and not _RULES.match(statement.text[end:]):
            known |= meant
            yield mention, start
