"""Declarations of which it cannot be seen what item they are on: a layout that this reading does not know."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.items.sections import number_forms, references
from coi_audit.linking.participation.cast import Cast, Statement
from coi_audit.linking.participation.declarations import declarations_of
from coi_audit.linking.participation.labels import leads
from coi_audit.linking.participation.view import ItemView, item_view
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.rulebook.minutes_words import MinutesWords

_NUMBERED = re.compile(r"\b(?:agenda\s+)?(?:items?|minutes?)\s+[\w./]*\d", re.IGNORECASE)
# Other ways to point to business of the day, of which no item is known.
_POINTS = re.compile(
    r"\b(?:papers?|enclosures?|appendix|annex)\s+[A-Z\d]\b|\b(?:first|second|third|fourth|fifth|last|next)\s+(?:item|paper|matter)"
    r"|[①-⑳]|\b(?:today|the day|(?:on|of) (?:the|this) (?:agenda|business))\b"
    r"|(?<![\w£.:/‹])\d{1,2}(?![\w%:/›]|\.\d|\s*(?:%|per cent))",
    re.IGNORECASE,
)
# What is done about an interest on the day, in the words of a list.
_HANDLED = re.compile(
    r"\b(?:out|left|leaves?|withdr\w+|excluded|recus\w+|(?:no|not?|without a?) ?vot\w+|abstain\w*|silent)\b",
    re.IGNORECASE,
)

_A_CELL = 4  # words: "Left", a line or cell of its own


def unplaced_declarations(
    minutes: Sequence[Minutes], items: Sequence[AgendaItem], people: PeopleIndex, words: MinutesWords
) -> tuple[SourceRef, ...]:
    """Where somebody's interests are told under declarations, and nothing of it is known to be on any of the items.

    Where not one declaration of the paper is, that is every place that speaks of business of the day, of what was
    done, or of somebody in a table; else only those that name an item by its number, told of nobody whose interest
    was placed. An interest that the words tie to nothing of that day ("Dr Rao is a school governor") is not told here.
    """
    views = [view for item in items if (view := item_view(minutes, item, (), people, words)) is not None]
    placed = frozenset().union(
        *(one.who for view in views for one in declarations_of(view) if one.item_named or one.at_item)
    )
    numbers = frozenset().union(*(number_forms(item.number, minutes[0].on) for item in items)) if views else frozenset()
    found: dict[tuple[object, ...], SourceRef] = {}
    for view in views[:1]:
        for one in _told(view, None if placed else view):
            who = frozenset().union(*(mention.who | mention.unsure for mention in one.mentions))
            named = frozenset(references(one.text, view.minutes.on))
            if not placed or (not who & placed and named & numbers):
                found.setdefault(_place(one), one.sentence.source)
    return tuple(found.values())


def _told(view: ItemView, alone: ItemView | None) -> Iterator[Statement]:
    """Statements under declarations that tell of somebody's interest in an item, or of somebody in a table.

    `alone` is the view where nothing else in the paper is placed: then looser words will do.
    """
    words = view.cast.words
    for statements in view.declarations:
        registers = {
            one.sentence.source.table
            for one in statements
            if one.sentence.row and words.find("register_intro", one.text)
        }
        for statement in statements:
            printed = statement.sentence.row and statement.sentence.source.table in registers
            if not printed and _names_declarer(statement, view.cast, loose=alone is not None):
                yield statement


def _names_declarer(statement: Statement, cast: Cast, *, loose: bool) -> bool:
    text, words = statement.text, cast.words
    if words.find("no_declaration", text) or words.find("reminder", text) or words.find("register_intro", text):
        return False
    row = statement.sentence.row
    named = [(end, one) for _, end, one in statement.spans() if one.kind == "named"]
    if not named:
        return loose and _handled(statement, cast) and (row or len(text.split()) <= _A_CELL)
    if not (row or _NUMBERED.search(text)) and not (loose and (_POINTS.search(text) or _handled(statement, cast))):
        return False
    return any(row or not leads(statement, end) for end, _ in named)


def _handled(statement: Statement, cast: Cast) -> bool:
    """Whether the words tell what was done about an interest."""
    text = statement.text
    return bool(_HANDLED.search(text) or cast.words.find("leave", text) or cast.words.find("no_vote", text))


def _place(statement: Statement) -> tuple[object, ...]:
    source = statement.sentence.source
    return source.file, source.page, source.table, source.paragraph, source.row, source.line
