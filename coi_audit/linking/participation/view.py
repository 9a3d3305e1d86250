"""The parts of a meeting's minutes that can speak of one item, read into statements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coi_audit.linking.items.sections import (
    ItemScope,
    find_section,
    item_scope,
    names_item,
    opens_declarations,
    section_score,
)
from coi_audit.linking.participation.cast import Cast, Post, Statement
from coi_audit.linking.participation.layouts import laid_out
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.nearest import places_of
from coi_audit.linking.participation.posts import gps_by_words, post_of
from coi_audit.linking.participation.roll import roll_statements
from coi_audit.linking.participation.sentences import sentences
from coi_audit.linking.participation.terse import last_part, worded
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.linking import Person
from coi_audit.model.meetings import AgendaItem, Attendance, Minutes, MinutesSection
from coi_audit.rulebook.minutes_words import MinutesWords

_VICE = re.compile(r"\b(?:vice|deputy)[ -]?chair", re.IGNORECASE)
# "Declarations: Sara is a partner at Ferry Road", within "Welcome and apologies".
_OPENING = re.compile(
    r"\b(?:welcome|apolog\w+|hello|introduct\w+|opening|preliminar\w+|housekeeping|roll|quor\w+|start|attendance|formalities)\b",
    re.IGNORECASE,
)
_RUN_IN = re.compile(
    r"\W*(?:\d[\d.]*\W+)?(?:declarations?|conflicts?|interests?)(?:\s+(?:of|and)\s+(?:interests?|conflicts?))?"
    r"(?:\s+(?:made|received|declared|noted|raised))?\s*[:–-]\s*\S",
    re.IGNORECASE,
)
_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\b(?! of\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ItemView:
    """Statements by where they stand: at the item, under declarations, in the sections around it, anywhere else."""

    cast: Cast
    minutes: Minutes
    section: MinutesSection | None
    scope: ItemScope
    at_item: tuple[Statement, ...]
    declarations: tuple[tuple[Statement, ...], ...]  # one entry per section of declarations, of every paper
    before: tuple[Statement, ...]  # the section before the item's
    after: tuple[tuple[Statement, ...], ...]  # the sections after it, nearest first
    elsewhere: tuple[tuple[Statement, ...], ...]  # every other section but the last minutes and matters arising
    place: int | None = None  # which of the minutes' sections is the item's

    def near(self, text: str) -> bool | None:
        """True where the words of this item's title or the names that stand in it are those of the text, False where
        they are another's, None where they are no item's alone."""
        found = places_of(self.minutes, self.cast.people, self.cast.words).nearest(text)
        return None if found is None else found == self.place

    def named_before(self, statement: Statement) -> bool | None:
        """Whether the words last before these in their paragraph that name an item name this one; None without any."""
        whole = next((one for one in self.declarations if any(statement is two for two in one)), ())
        same = [one for one in whole if one.sentence.passage == statement.sentence.passage]
        place = next((at for at, one in enumerate(same) if one is statement), 0)
        named = [names_item(one.text, self.scope, self.minutes.on) for one in same[:place]]
        return next((one for one in reversed(named) if one is not None), None)


def item_view(
    minutes: Sequence[Minutes], item: AgendaItem, organisations: Sequence[str], people: PeopleIndex, words: MinutesWords
) -> ItemView | None:
    """The view of one item, None where there are no minutes."""
    if not minutes:
        return None
    view = people.once("view", (minutes, item, words), lambda: _read_view(minutes, item, people, words))
    if not organisations:
        return view
    return replace(view, scope=item_scope(item, view.section, organisations, view.minutes.on))


def _read_view(minutes: Sequence[Minutes], item: AgendaItem, people: PeopleIndex, words: MinutesWords) -> ItemView:
    minutes = [laid_out(one, cast_of(one, people, words)) for one in minutes]
    paper = max(minutes, key=lambda one: section_score(one, item))
    section = find_section(paper, item)
    cast = cast_of(paper, people, words)
    index = _place(paper, section)
    around = paper.sections[index + 1 :] if index is not None else ()
    before = paper.sections[index - 1] if index else None
    declared = [
        (one, own) for one in minutes for two in one.sections if two is not section and (own := _declared(two, words))
    ]
    known = {id(two) for _, two in declared} | ({id(paper.sections[index])} if index is not None else set())
    roll = roll_statements(paper, cast)
    rest = [one for one in paper.sections if id(one) not in known and not words.find("previous_minutes", one.title)]
    return ItemView(
        cast=cast,
        minutes=paper,
        section=section,
        scope=item_scope(item, section, (), paper.on),
        place=index,
        at_item=statements_of(section, cast) if section else (),
        declarations=(
            *(statements_of(two, cast_of(one, people, words), _numbers(one)) for one, two in declared),
            *((roll,) if roll else ()),
        ),
        before=statements_of(before, cast) if before and id(before) in {id(one) for one in rest} else (),
        after=tuple(statements_of(one, cast) for one in around),
        elsewhere=(*(statements_of(one, cast) for one in rest), *((roll,) if roll else ())),
    )


def _place(paper: Minutes, section: MinutesSection | None) -> int | None:
    for index, one in enumerate(paper.sections):
        if section is not None and (one is section or one.source == section.source):
            return index
    return None


def _declared(section: MinutesSection, words: MinutesWords) -> MinutesSection | None:
    """The section where interests are declared in it: the whole by its title, or from a label in an opening one on."""
    if _declares(section, words):
        return section
    if not _OPENING.search(section.title):
        return None
    at = next((index for index, one in enumerate(section.passages) if _RUN_IN.match(one.text)), None)
    return None if at is None else section.model_copy(update={"passages": section.passages[at:]})


def _declares(section: MinutesSection, words: MinutesWords) -> bool:
    return opens_declarations(section.title, words) and not re.search(r"\bminutes\b", section.title.casefold())


def _numbers(paper: Minutes) -> frozenset[str]:
    """The numbers by which entries under declarations may call the paper's items."""
    written = [one.number.strip().rstrip(".") for one in paper.sections if one.number]
    return frozenset((*map(last_part, written), *(one for one in written if "/" in one)))


def statements_of(section: MinutesSection, cast: Cast, numbers: frozenset[str] = frozenset()) -> tuple[Statement, ...]:
    """The statements of a section, worked out once for the same people; `numbers` are items that it calls by number."""
    key = (
        "statements",
        id(section.passages),
        id(cast.words),
        cast.chair,
        cast.vice_chair,
        cast.posts,
        cast.also_gps,
        bool(numbers),
    )
    known = cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is section.passages:
        return tuple(known[1])
    read = sentences(section.passages, cast.words)
    found = read_statements(worded(read, numbers) if numbers else read, cast)
    cast.people.memo[key] = (section.passages, found)  # holding the passages keeps their id theirs
    return found


def cast_of(paper: Minutes, people: PeopleIndex, words: MinutesWords) -> Cast:
    """Who is the chair and vice-chair of that meeting, by the lists' mark or position, else by membership."""
    here = [entry for entry in paper.attendance if entry.status in ("present", "in_attendance")]
    chairs = [one.name for one in here if one.chair] or [
        one.name for one in here if one.position and _CHAIR.search(one.position) and not _VICE.search(one.position)
    ]
    vices = [one.name for one in here if one.position and _VICE.search(one.position)]
    members = [one.member for one in people.persons if one.member]
    chairs = chairs or [one.name for one in members if one.chair]
    vices = vices or [one.name for one in members if one.vice_chair]
    return Cast(
        people,
        words,
        _who(chairs[:1], people),
        _who(vices[:1], people),
        _posts(paper, people, words),
        _gps(paper, people),
    )


def _posts(paper: Minutes, people: PeopleIndex, words: MinutesWords) -> tuple[Post, ...]:
    """The posts of everybody there, by that paper's lists and by membership."""

    def read() -> tuple[Post, ...]:
        listed: dict[int, list[Attendance]] = {}
        for entry in paper.attendance:
            for index in _who([entry.name], people):
                listed.setdefault(index, []).append(entry)
        told = (
            post_of(entries, _membership(people.persons[index]), index, words)
            for index, entries in sorted(listed.items())
        )
        return tuple(one for one in told if one is not None)

    return people.once("posts", (paper, words), read)


def _gps(paper: Minutes, people: PeopleIndex) -> frozenset[int]:
    return people.once("gps by words", (paper,), lambda: gps_by_words(paper, people))


def _membership(person: Person) -> tuple[str, ...]:
    return (person.member.title, person.member.practice or "") if person.member else ()


def _who(names: Sequence[str], people: PeopleIndex) -> frozenset[int]:
    matches = (people.match(name) for name in names)
    return frozenset().union(*(people.indexes(match) for match in matches if match.person is not None))
