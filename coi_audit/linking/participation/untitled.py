"""Sections and tables that tell of interests by item where no heading says so: "Probity", a list before item 1."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

from coi_audit.linking.items.sections import number_forms, references
from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.grids import tables_of
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.sentences import sentences
from coi_audit.model.meetings import Minutes, MinutesSection

TITLE = "Declarations of interest"
_FIRST = 4  # sections in which declarations stand, if anywhere
_MOST = 0.5  # of the paragraphs on people or items that must tell of somebody's interest in an item
_TELLS = ("nature", "interest_words")
_OTHER = re.compile(
    r"\b(?:minutes|matters|actions?|reports?|agenda|timetable|forward|welcome|apolog\w+|introduct\w+|attendance|quor\w+)\b",
    re.IGNORECASE,
)


def holding_interests(paper: Minutes, cast: Cast) -> int | None:
    """Which of the first sections tells of interests in other items by their numbers; None where none or several do.

    For papers in which no section has a title of declarations.
    """
    known = {form for one in paper.sections for form in number_forms(one.number, paper.on)}
    found = [at for at, one in enumerate(paper.sections[:_FIRST]) if _holds(one, paper, known, cast)]
    return found[0] if len(found) == 1 else None


def _holds(section: MinutesSection, paper: Minutes, known: set[str], cast: Cast) -> bool:
    if _OTHER.search(section.title) or any(True for _ in tables_of(section.passages)):
        return False
    own = number_forms(section.number, paper.on)
    said = read_statements(sentences(section.passages, cast.words), cast)
    told = spoken = 0
    for _, paragraph in groupby(said, key=lambda one: one.sentence.passage):
        same = list(paragraph)
        items = {item for one in same for item in references(one.text, paper.on)}
        named = any(mention.kind == "named" and mention.who for one in same for mention in one.mentions)
        tells = any(cast.words.find(key, one.text) for one in same for key in _TELLS)
        told += bool(named and tells and items and items <= known and not items & own)
        spoken += bool(named or items)
    return told > 0 and told >= _MOST * spoken


def as_declarations(sections: Sequence[MinutesSection], at: int) -> tuple[MinutesSection, ...]:
    """The sections, one of them with the title that tells what it holds."""
    return tuple(one.model_copy(update={"title": TITLE}) if index == at else one for index, one in enumerate(sections))
