"""Declarations of which it cannot be seen what item they are on: a layout that this reading does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.participation.cast import Cast, Statement
from coi_audit.linking.participation.declarations import declarations_of
from coi_audit.linking.participation.labels import leads
from coi_audit.linking.participation.view import ItemView, item_view
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.rulebook.minutes_words import MinutesWords

_NUMBERED = re.compile(r"\b(?:agenda\s+)?(?:items?|minutes?)\s+[\w./]*\d", re.IGNORECASE)


def unplaced_declarations(
    minutes: Sequence[Minutes], items: Sequence[AgendaItem], people: PeopleIndex, words: MinutesWords
) -> tuple[SourceRef, ...]:
    """Where somebody's interests are told under declarations, if not one of them is known to be on any of the items.

    Empty where at least one is, or where nobody is named there. An interest that the words tie to no item of the
    agenda at all ("Dr Rao is a school governor") is not told here: it must speak of an item, or stand in a table.
    """
    views = [view for item in items if (view := item_view(minutes, item, (), people, words)) is not None]
    found: dict[tuple[object, ...], SourceRef] = {}
    for view in views[:1]:
        for one in _told(view):
            found.setdefault(_place(one), one.sentence.source)
    if not found or any(_placed(view) for view in views):
        return ()
    return tuple(found.values())


def _placed(view: ItemView) -> bool:
    """Whether anybody's declaration names this item."""
    return any(one.item_named and one.who for one in declarations_of(view))


def _told(view: ItemView) -> Iterator[Statement]:
    """Statements under declarations that tell of somebody's interest in an item, or of somebody in a table."""
    words = view.cast.words
    for statements in view.declarations:
        registers = {
            one.sentence.source.table
            for one in statements
            if one.sentence.row and words.find("register_intro", one.text)
        }
        for statement in statements:
            printed = statement.sentence.row and statement.sentence.source.table in registers
            if not printed and _names_declarer(statement, view.cast):
                yield statement


def _names_declarer(statement: Statement, cast: Cast) -> bool:
    text, words = statement.text, cast.words
    if words.find("no_declaration", text) or words.find("reminder", text) or words.find("register_intro", text):
        return False
    row = statement.sentence.row
    if not row and not _NUMBERED.search(text):
        return False
    return any(one.kind == "named" and (row or not leads(statement, end)) for _, end, one in statement.spans())


def _place(statement: Statement) -> tuple[object, ...]:
    source = statement.sentence.source
    return source.file, source.page, source.table, source.paragraph, source.row, source.line
