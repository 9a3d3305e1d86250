"""Deeds told without a sentence: cells and dashes ("JS - item 7 - left room"), words alone ("Out of the room.")."""

from __future__ import annotations

import re

from coi_audit.linking.participation.binding import Deed, bound, last_subject, spoken_before
from coi_audit.linking.participation.cast import Statement
from coi_audit.linking.participation.done import Covers, Done, leave, unrelated
from coi_audit.linking.participation.view import ItemView

Statements = tuple[Statement, ...]


def terse_rows(result: Done, statements: Statements, view: ItemView, covers: Covers) -> None:
    """Cells and dashes: "JS - item 7 - left room", "Left", "Noted"."""
    for index, statement in enumerate(statements):
        if not re.search(r"\||\s-\s", statement.text):
            _fragment(result, statements, index, view, covers)
            continue
        position = 0
        for cell in re.split(r"\||\s-\s|[.;]\s", statement.text):
            found = view.cast.words.phrases["leave_terse"].match(cell.strip())
            place = statement.text.find(cell, position)
            position = place + len(cell)
            if result.left is None and found is not None:
                match = view.cast.words.phrases["leave_terse"].search(statement.text, place)
                before = statements[index - 1] if index else None
                mention = bound(statement, match, before, view.cast) if match else None
                if match and mention is not None:
                    deed = Deed("leave", statement, match.start(), match.end(), mention.who, mention)
                    if covers(deed):
                        leave(result, deed, view)


def _fragment(result: Done, statements: Statements, index: int, view: ItemView, covers: Covers) -> None:
    """ "Out of the room.", "Left for this item.": a sentence without a subject behind one that has it."""
    statement, before = statements[index], spoken_before(statements, index)
    found = view.cast.words.phrases["leave_terse"].match(statement.text)
    place = statement.sentence.passage
    if result.left or found is None or statement.mentions or before is None or before.sentence.passage != place:
        return
    mention = last_subject(before, view.cast)
    if mention is not None:
        deed = Deed("leave", statement, found.start(), found.end(), mention.who, mention)
        if covers(deed) and not unrelated(deed, view):
            leave(result, deed, view)
