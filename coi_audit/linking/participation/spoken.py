"""Of whom the minutes may tell an interest in an item: nobody else need be looked for in their words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.participation.binding import Deed
from coi_audit.linking.participation.declarations import declarations_of
from coi_audit.linking.participation.deeds import names_this_item
from coi_audit.linking.participation.senses import told
from coi_audit.linking.participation.view import ItemView, item_view
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.meetings import AgendaItem, Minutes
from coi_audit.rulebook.minutes_words import MinutesWords

_TERSE = re.compile(r"\||\s-\s")  # rows and dashes, in which a deed may stand for whoever is named nearby


def spoken_of(
    minutes: Sequence[Minutes], item: AgendaItem, *, people: PeopleIndex, words: MinutesWords
) -> frozenset[int] | None:
    """Places in `people` of everybody whom `read_participation` could find to have declared; None: anybody."""
    view = item_view(minutes, item, (), people, words)
    return people.once("spoken of", (view,), lambda: _spoken_of(view)) if view is not None else frozenset()


def _spoken_of(view: ItemView) -> frozenset[int] | None:
    found = {who for one in declarations_of(view) for who in one.who}
    for deed in _telling(view):
        if deed.mention is not None and deed.mention.kind == "conflicted":
            return None  # "those with a conflict left": whoever that is
        found |= deed.who
    for statements in (view.at_item, *view.declarations):
        if any(_TERSE.search(one.text) for one in statements):
            found |= {who for one in statements for mention in one.mentions for who in mention.who | mention.unsure}
    return frozenset(found)


def _telling(view: ItemView) -> Iterator[Deed]:
    """Deeds that can themselves say that there is an interest, as `participation_deeds` looks for them."""
    for statements in (view.at_item, *view.declarations):
        yield from told("leave", statements, view.cast)
        yield from told("complied", statements, view.cast)
    for statements in (*view.elsewhere, *view.declarations):
        yield from told("not_attend", statements, view.cast)
    for statements in view.elsewhere:
        yield from (one for one in told("leave", statements, view.cast) if names_this_item(one, view))
