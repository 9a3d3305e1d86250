"""Who said at the meeting, or for whom it was said, that they have an interest in an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from coi_audit.linking.items.sections import ItemScope, content, names_item, names_organisation, names_title
from coi_audit.linking.participation.binding import part_of
from coi_audit.linking.participation.cast import Mention, Statement
from coi_audit.linking.participation.claims import (
    ENTRY,
    SAME,
    claims_of,
    meant,
    names_some_organisation,
    own_words,
    weighed,
)
from coi_audit.linking.participation.item_names import names_by_title
from coi_audit.linking.participation.labels import alone, opens, opens_entry, told_among, under_label
from coi_audit.linking.participation.view import ItemView
from coi_audit.model.letters import CAPITALS

_HEADING = re.compile(r"^[^‹.]{0,80}:?\s*$")
_ITEM = re.compile(r"\b(?:agenda\s+)?items?\s+\S*\d\S*", re.IGNORECASE)
_PROPER = re.compile(rf"\b(?:at|of|in|for|with|by|from|to)\s+((?:[{CAPITALS}][\w'-]+\s+)+[{CAPITALS}][\w'-]+)")
# "Dr Rao's interests are on the register": told of nothing at this meeting.
_STANDING = re.compile(
    r"\b(?:is|are|was|were|as|already)\s+(?:\w+\s+){0,3}?(?:on|in)\s+the\s+(?:\w+\s+)?register\b", re.IGNORECASE
)
_AS_WHAT = re.compile(r"\b(?:as|being|both|all)\s+‹(?P<who>\d+)›(?P<whose>'s?\s+[a-z])?", re.IGNORECASE)
_STATED = re.compile(r"[^.;|]*")


@dataclass(frozen=True, slots=True)
class Declaration:
    """One claim of an interest. `who` are positions in the people index; where a name could mean two, both."""

    who: frozenset[int]
    statement: Statement
    start: int
    at_item: bool
    item_named: bool
    nature: bool
    blanket: bool = False  # said of a group, not by name
    stated: str | None = None


@dataclass(slots=True)
class _Reading:
    """What earlier statements of a declarations section set for those that follow."""

    standing: bool = False  # a printed extract of the register
    meeting: bool = False  # a list of declarations made at this meeting
    heading: bool | None = None  # the heading above names this item (True) or another (False)
    passage: int = -1
    scope: bool | None = None  # what the passage so far speaks of
    column: int | None = None  # the item column of a table
    ahead: dict[int, bool] = field(default_factory=dict)  # by passage of one person alone: whether it names the item
    told: dict[int, bool] = field(default_factory=dict)  # by person: whether this item was among those named so far


def declarations_of(view: ItemView) -> tuple[Declaration, ...]:
    """Everybody's declarations on this item or on this interest: at the item first, then in the sections for them."""
    return view.cast.people.once("declarations", (view,), lambda: tuple(_declarations(view)))


def _declarations(view: ItemView) -> Iterator[Declaration]:
    yield from _at_item(view)
    for statements in view.declarations:
        yield from _in_section(statements, view)


def _at_item(view: ItemView) -> Iterator[Declaration]:
    previous: Statement | None = None
    labelled = -1  # the paragraph that a label opens as one of conflicts
    for statement in view.at_item:
        first = previous is None or previous.sentence.passage != statement.sentence.passage
        if first and opens(statement, view.cast):
            labelled = statement.sentence.passage + alone(statement)
        claims = list(claims_of(statement, previous, view.cast, section=False))
        if statement.sentence.passage == labelled:
            claims += under_label(statement, claims, view.cast)
        claims += weighed(statement, previous, view.cast)
        entry = opens_entry(statement, view.cast) if not claims else None
        claims += [(entry, statement.text.index("‹"))] if entry else []
        if not claims and names_organisation(statement.text, view.scope):
            claims += own_words(statement, view.cast)
        for mention, start in claims:
            part = part_of(statement, start, view.cast)
            if names_item(part, view.scope, view.minutes.on) is not False:
                yield _declaration(mention, statement, start, part, view, at_item=True, named=True)
        previous = statement


def _in_section(statements: tuple[Statement, ...], view: ItemView) -> Iterator[Declaration]:
    reading = _Reading(ahead=_named_in_passages(statements, view))
    of_lists = bool(view.elsewhere) and statements is view.elsewhere[-1]  # what the attendance lists tell
    previous: Statement | None = None
    for statement in statements:
        _set_mode(reading, statement, view)
        for start, end, mention in statement.spans():
            if mention.kind == "named" and ENTRY.match(statement.text[end:]):
                _remember(reading, _scoped_part(reading, statement, start, view), mention, view)
        listed = _listed(reading, statement, previous, view)
        claims = list(claims_of(statement, previous, view.cast, section=True, listed=listed))
        if not claims and names_organisation(statement.text, view.scope):
            claims += own_words(statement, view.cast)
        told = not claims
        for mention, start in claims or (() if of_lists else told_among(statement, view.cast)):
            part = _scoped_part(reading, statement, start, view)
            named, accepted = _accepts(reading, part, statement, view, mention)
            accepted = accepted and (named or not _STANDING.search(statement.text))
            accepted = accepted and (not told or named or _of_the_interest(reading, part, view))
            _remember(reading, part, mention, view)
            if accepted:
                yield _declaration(mention, statement, start, part, view, at_item=False, named=named)
        previous = statement


def _named_in_passages(statements: Sequence[Statement], view: ItemView) -> dict[int, bool]:
    """Items told after the tie ("AR: partner in Elm Lane. Item 7."), by passage, where that is of one person."""
    found: dict[int, bool] = {}
    for passage in {one.sentence.passage for one in statements}:
        own = [one for one in statements if one.sentence.passage == passage]
        people = {mention.who for one in own for mention in one.mentions if mention.kind in ("named", "group")}
        named = [said for one in own if (said := names_item(one.text, view.scope, view.minutes.on)) is not None]
        if len(people - {frozenset()}) == 1 and named and len(own) > 1:
            found[passage] = any(named)
    return found


def _set_mode(reading: _Reading, statement: Statement, view: ItemView) -> None:
    words, text = view.cast.words, statement.text
    named = names_item(text, view.scope, view.minutes.on)
    if statement.sentence.passage != reading.passage and not SAME.search(text):
        reading.scope = None
    reading.passage = statement.sentence.passage
    near = _near(text, view) if named is None and not statement.sentence.row else None
    if named is not None:
        reading.scope = named
    elif near is not None:
        reading.scope = near
    elif reading.scope is None:
        reading.scope = reading.ahead.get(statement.sentence.passage)
    if not any(meant(one) for one in statement.mentions) and _HEADING.match(text):
        reading.heading = named
    if statement.sentence.row:
        cells = text.split("|")
        header = [i for i, cell in enumerate(cells) if len(cell.split()) <= 4 and words.find("item_column", cell)]
        if header and not _named_claim(statement) and not re.search(r"\d", cells[header[0]]):
            reading.column = header[0]
            reading.standing = False
        elif not _named_claim(statement) and words.find("declarations_header", text.replace("|", " ")):
            reading.meeting, reading.standing, reading.column = True, False, None
        elif not any(one.kind == "named" for one in statement.mentions) and words.find("register_intro", text):
            reading.standing, reading.column = True, None
    elif words.find("meeting_intro", text) and not _named_claim(statement):
        reading.meeting, reading.standing = True, False
    elif words.find("register_intro", text) and not _named_claim(statement):
        reading.standing, reading.meeting = True, False
    elif words.find("listed_intro", text) and not _named_claim(statement):
        reading.meeting, reading.standing = True, False


def _named_claim(statement: Statement) -> bool:
    return any(one.kind in ("named", "group") and meant(one) for one in statement.mentions)


def _scoped_part(reading: _Reading, statement: Statement, start: int, view: ItemView) -> str:
    part = part_of(statement, start, view.cast)
    if reading.column is not None and statement.sentence.row:
        cells = statement.text.split("|")
        if reading.column < len(cells) and re.search(r"\d", cells[reading.column]):
            return f"item {cells[reading.column].strip()} | {_ITEM.sub(' ', part)}"  # "came back for item 4"
    return part


def _listed(reading: _Reading, statement: Statement, before: Statement | None, view: ItemView) -> bool:
    """Whether a bare "Dr Rao - partner ..." here is a declaration: an item is named, or the list is of this meeting."""
    same = before is not None and before.sentence.passage == statement.sentence.passage
    goes_on = same and before is not None and before.text.rstrip().endswith(";") and reading.scope
    goes_on = goes_on or (SAME.search(statement.text) is not None and reading.scope)
    start = next((start for start, _, _ in statement.spans()), 0)
    named = names_item(_scoped_part(reading, statement, start, view), view.scope, view.minutes.on)
    labelled = view.cast.words.phrases["conflict_label"].match(statement.text.lstrip("-•* "))
    return bool(named or reading.meeting or reading.heading or goes_on or labelled) and named is not False


def _remember(reading: _Reading, part: str, mention: Mention, view: ItemView) -> None:
    """What each person's own words so far spoke of: this item by its number, or another."""
    named = names_item(part, view.scope, view.minutes.on)
    if named is not None:
        for one in meant(mention):
            reading.told[one] = reading.told.get(one, False) or named


def _accepts(reading: _Reading, part: str, statement: Statement, view: ItemView, mention: Mention) -> tuple[bool, bool]:
    """Whether the words name the item, and whether they speak of it or of the interest at all."""
    named = names_item(part, view.scope, view.minutes.on)
    if named is None:
        named = names_by_title(part, view)
    if named is not None:
        return named, named
    about_title = names_title(part, view.scope) and not _only_organisation(part, view.scope)
    near = _near(part, view)
    if about_title or near:
        return True, True
    of_another = [reading.told[one] for one in meant(mention) if one in reading.told]
    elsewhere = bool(of_another) and not any(of_another)  # all that they declared so far was in other items
    if names_organisation(part, view.scope):
        return bool(reading.scope or reading.heading), not (elsewhere and reading.scope is False)
    if near is False:
        return False, False
    inherited = reading.scope if reading.scope is not None else reading.heading
    if inherited is not None:
        fits = inherited and not (elsewhere and view.cast.words.find("declared", statement.text) is None)
        return fits, fits
    if of_another:
        return False, any(of_another)
    return False, not (_other_organisation(statement, view) or _in_other_title(part, view))


def _near(text: str, view: ItemView) -> bool | None:
    """As `view.near`, None where all that the words share with this item's title is the organisation's own name."""
    near = view.near(text)
    own = near and names_organisation(text, view.scope) and _only_organisation(text, view.scope)
    return None if own else near


def _of_the_interest(reading: _Reading, part: str, view: ItemView) -> bool:
    """Whether the words name the interest's organisation, and nothing before them speaks of another item."""
    inherited = reading.scope if reading.scope is not None else reading.heading
    return inherited is not False and not reading.standing and names_organisation(part, view.scope)


def _only_organisation(part: str, scope: ItemScope) -> bool:
    """Whether all that the words share with the title is the organisation's own name."""
    shared = scope.title & content(part)
    own = frozenset().union(*scope.organisations) if scope.organisations else frozenset()
    return shared <= own


def _other_organisation(statement: Statement, view: ItemView) -> bool:
    """Whether a named organisation stands there; those of the interest have been looked for before."""
    return names_some_organisation(statement.text, view.cast)


def _in_other_title(part: str, view: ItemView) -> bool:
    """Whether a name of two words or more stands in another item's title and not in this one's: "Fennel House"."""
    here = view.section.title.casefold() if view.section else ""
    names = {found.group(1).casefold() for found in _PROPER.finditer(part)}
    names = {one for one in names if one not in here and not view.scope.title >= content(one)}
    titles = [one.title.casefold() for one in view.minutes.sections if one is not view.section]
    return any(name in title for name in names for title in titles)


def _declaration(
    mention: Mention, statement: Statement, start: int, part: str, view: ItemView, *, at_item: bool, named: bool
) -> Declaration:
    as_what = next((one for one in _AS_WHAT.finditer(part) if _tells_tie(one, statement)), None)
    part = re.sub(r"\bas\b\s+‹", "‹", part) if as_what is None else part
    nature = view.cast.words.find("nature", part) or as_what
    organisation = names_organisation(part, view.scope)
    tie = _STATED.match(part, nature.start()) if nature else None
    return Declaration(
        who=meant(mention),
        statement=statement,
        start=start,
        at_item=at_item,
        item_named=named,
        nature=bool(nature) or organisation,
        blanket=mention.kind == "group",
        stated=_spoken(tie.group(), statement).strip(" ,)|-") if tie else None,
    )


def _tells_tie(found: re.Match[str], statement: Statement) -> bool:
    """Whether "as clinical leads" or "as their practices take part" says what the interest is."""
    return bool(found["whose"]) or statement.mentions[int(found["who"])].kind == "group"


def _spoken(text: str, statement: Statement) -> str:
    """The words with names put back."""
    return re.sub(r"‹(\d+)›", lambda found: statement.mentions[int(found.group(1))].text, text)
