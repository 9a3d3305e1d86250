"""Who said at the meeting, or for whom it was said, that they have an interest in an item."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from coi_audit.linking.item_sections import ItemScope, content, names_item, names_organisation, names_title
from coi_audit.linking.participation_binding import bound, done, last_subject, part_of
from coi_audit.linking.participation_cast import Cast, Mention, Statement, is_subject
from coi_audit.linking.participation_chains import apart
from coi_audit.linking.participation_item_names import names_by_title
from coi_audit.linking.participation_labels import alone, opens, under_label
from coi_audit.linking.participation_view import ItemView
from coi_audit.model.letters import CAPITALS

_ORGANISATION = re.compile(rf"((?:[{CAPITALS}][\w'&.-]*\s+(?:(?:of|and|the|for|&)\s+)*)+)([{CAPITALS}][\w'-]*)")
_INTEREST = re.compile(r"\b(?:interests?|conflict\w*|co[in]s?|doi)\b", re.IGNORECASE)
_ANOTHERS = re.compile(
    r"[\w-]+\s+(?:(?:that|how|to|the \w+ that)\s+)?‹(\d+)›'s?\s+(?:\w+\s+){0,4}?(?:interests?|conflicts?|declarations?)\b"
)
_ENTRY = re.compile(
    r"\s*(?:$|[(:|,/+&-]|and\b|(?:also\s+)?(?:(?:in|on|for|re|regarding|under|with regard to|in respect of|in relation to)\s+)?"
    r"(?:agenda\s+)?(?:items?|minutes?)\b|(?:the\s+)?(?:same|ditto|likewise|also|as above)\b)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"\b(?:this|that|it|these|which)\b[^.;]{0,40}?\b(?:not|no)\b[^.;]{0,40}?\b(?:conflicts?|interests?|part|participating|remaining)\b", re.I
)
_SAID_OF_SELF = re.compile(
    r"‹(\d+)›(?:\s+(?:also|then|had|both|each))?\s+(?:said|told|mentioned|advised|explained|informed|stated|noted|pointed|added|reported"
    r"|confirmed|disclosed)\b[^.;|]{0,60}?‹(\d+)›(?:'s\s+\w+)?\s+(?:had|has|have|is|was|were|are|owns?|owned|sits?|sat|works?|worked"
    r"|holds?|held|knows?|lives?|lived|rents?|used|runs?|ran|manages?|managed|provides?|belongs?|trained|advises?|chairs?)\b"
)
_NUMBER_FIRST = re.compile(r"\b(?:items?|minutes?)\s+[\w/.]*\d[\w/.]*\s*[(:–-]\s*$", re.IGNORECASE)  # "item 7 (AR)"
_SAME = re.compile(r"›\s*[,:-]?\s*(?:the\s+)?(?:same|ditto|likewise|as above)\b", re.IGNORECASE)
_HEADING = re.compile(r"^[^‹.]{0,80}:?\s*$")
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
        claims = list(_claims(statement, previous, view.cast, section=False))
        if statement.sentence.passage == labelled:
            claims += under_label(statement, claims, view.cast)
        claims += _weighed(statement, previous, view.cast)
        if not claims and names_organisation(statement.text, view.scope):
            claims += _own_words(statement, view.cast)
        for mention, start in claims:
            part = part_of(statement, start, view.cast)
            if names_item(part, view.scope, view.minutes.on) is not False:
                yield _declaration(mention, statement, start, part, view, at_item=True, named=True)
        previous = statement


def _own_words(statement: Statement, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "She said that she was once a registrar at Sycamore House": said by herself, of the interest's organisation."""
    for found in _SAID_OF_SELF.finditer(statement.text):
        one, two = (statement.mentions[int(number)] for number in found.groups())
        if _meant(one) and _meant(one) == _meant(two) and is_subject(statement, found.start(), cast):
            yield one, found.start()


def _weighed(statement: Statement, before: Statement | None, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "The Chair considered that this was no conflict": whoever had just told of it was heard on an interest."""
    if before is None or before.sentence.passage != statement.sentence.passage or not _WEIGHED.search(statement.text):
        return
    told = last_subject(before, cast)
    if told is not None and told.kind in ("named", "group") and cast.words.find("may_stay", statement.text):
        yield told, 0


def _in_section(statements: tuple[Statement, ...], view: ItemView) -> Iterator[Declaration]:
    reading = _Reading(ahead=_named_in_passages(statements, view))
    previous: Statement | None = None
    for statement in statements:
        _set_mode(reading, statement, view)
        for start, end, mention in statement.spans():
            if mention.kind == "named" and _ENTRY.match(statement.text[end:]):
                _remember(reading, _scoped_part(reading, statement, start, view), mention, view)
        claims = _claims(
            statement, previous, view.cast, section=True, listed=_listed(reading, statement, previous, view)
        )
        for mention, start in claims:
            part = _scoped_part(reading, statement, start, view)
            named, accepted = _accepts(reading, part, statement, view, mention)
            _remember(reading, part, mention, view)
            if accepted:
                yield _declaration(mention, statement, start, part, view, at_item=False, named=named)
        previous = statement


def _named_in_passages(statements: Sequence[Statement], view: ItemView) -> dict[int, bool]:
    """ "AR: partner in Elm Lane. Item 7. To stay.": the item, told after the tie, where the passage is of one person."""
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
    if statement.sentence.passage != reading.passage and not _SAME.search(text):
        reading.scope = None
    reading.passage = statement.sentence.passage
    if named is not None:
        reading.scope = named
    elif reading.scope is None:
        reading.scope = reading.ahead.get(statement.sentence.passage)
    if not any(_meant(one) for one in statement.mentions) and _HEADING.match(text):
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
    return any(one.kind in ("named", "group") and _meant(one) for one in statement.mentions)


def _scoped_part(reading: _Reading, statement: Statement, start: int, view: ItemView) -> str:
    part = part_of(statement, start, view.cast)
    if reading.column is not None and statement.sentence.row:
        cells = statement.text.split("|")
        if reading.column < len(cells) and re.search(r"\d", cells[reading.column]):
            return f"item {cells[reading.column].strip()} | {part}"
    return part


def _listed(reading: _Reading, statement: Statement, before: Statement | None, view: ItemView) -> bool:
    """Whether a bare "Dr Rao - partner ..." here is a declaration: an item is named, or the list is of this meeting."""
    same = before is not None and before.sentence.passage == statement.sentence.passage
    goes_on = same and before is not None and before.text.rstrip().endswith(";") and reading.scope
    goes_on = goes_on or (_SAME.search(statement.text) is not None and reading.scope)
    start = next((start for start, _, _ in statement.spans()), 0)
    named = names_item(_scoped_part(reading, statement, start, view), view.scope, view.minutes.on)
    labelled = view.cast.words.phrases["conflict_label"].match(statement.text.lstrip("-•* "))
    return bool(named or reading.meeting or reading.heading or goes_on or labelled) and named is not False


def _remember(reading: _Reading, part: str, mention: Mention, view: ItemView) -> None:
    """What each person's own words so far spoke of: this item by its number, or another."""
    named = names_item(part, view.scope, view.minutes.on)
    if named is not None:
        for one in _meant(mention):
            reading.told[one] = reading.told.get(one, False) or named


def _accepts(reading: _Reading, part: str, statement: Statement, view: ItemView, mention: Mention) -> tuple[bool, bool]:
    """Whether the words name the item, and whether they speak of it or of the interest at all."""
    named = names_item(part, view.scope, view.minutes.on)
    if named is None:
        named = names_by_title(part, view)
    if named is not None:
        return named, named
    about_title = names_title(part, view.scope) and not _only_organisation(part, view.scope)
    if about_title:
        return True, True
    if names_organisation(part, view.scope):
        return bool(reading.scope or reading.heading), True
    inherited = reading.scope if reading.scope is not None else reading.heading
    if inherited is not None:
        return inherited, inherited
    told = [reading.told[one] for one in _meant(mention) if one in reading.told]
    if told:
        return False, any(told)
    return False, not _other_organisation(statement, view)


def _only_organisation(part: str, scope: ItemScope) -> bool:
    """Whether all that the words share with the title is the organisation's own name."""
    shared = scope.title & content(part)
    own = frozenset().union(*scope.organisations) if scope.organisations else frozenset()
    return shared <= own


def _other_organisation(statement: Statement, view: ItemView) -> bool:
    """Whether a named organisation stands there; those of the interest have been looked for before."""
    for found in _ORGANISATION.finditer(statement.text):
        if view.cast.words.find("organisation_words", found.group(2)):
            return True
    return False


def _claims(
    statement: Statement, before: Statement | None, cast: Cast, *, section: bool, listed: bool = False
) -> Iterator[tuple[Mention, int]]:
    """Whoever this statement says has an interest, with the place where they are named."""
    words = cast.words
    person_named = any(one.kind == "named" and _meant(one) for one in statement.mentions)
    if words.find("reminder", statement.text) and not person_named:
        return
    no = words.find("no_declaration", statement.text)
    cut = replace(statement, text=statement.text[: no.start()]) if no else statement
    seen: set[frozenset[int]] = set()
    for key in ("declared", "declared_by", "interest_of", "own_tie", *(() if section else ("own_tie_here",))):
        for found in words.phrases[key].finditer(cut.text):
            told = key in ("interest_of", "own_tie", "own_tie_here") or done(cut.text, found.start(), cast)
            mention = bound(cut, found, before, cast) if told else None
            if mention is None or not _meant(mention) or not _fits(key, mention, cut, found, cast):
                continue
            if key == "declared" and _of_another(cut, found, mention):
                continue
            if key == "declared" and not section and not _substance(cut.text[found.start() :], cast):
                continue
            if _meant(mention) not in seen:
                seen.add(_meant(mention))
                for one, start in apart(mention, cut, cast):
                    yield one, start if start >= 0 else _where(cut, one, found.start())
            if key == "declared":
                yield from _in_turn(cut, found.end(), cast)
    if seen:
        yield from _bracketed(cut, cast, seen)
    else:
        yield from _bare(cut, cast, allowed=listed or (not section and _labelled(cut, cast)))


def _of_another(statement: Statement, found: re.Match[str], mention: Mention) -> bool:
    """ "Mr Tarn stated that Dr Lacey's interest was material": he tells of somebody else's."""
    owned = _ANOTHERS.match(statement.text[found.start() :])
    return owned is not None and not _meant(statement.mentions[int(owned.group(1))]) & _meant(mention)


def _meant(mention: Mention) -> frozenset[int]:
    return mention.who | mention.unsure


def _substance(text: str, cast: Cast) -> bool:
    """Whether what is declared is an interest or a tie: "declared that the meeting should start" is neither."""
    return bool(
        re.search(r"^\S+\s.*", text)
        and (_INTEREST.search(text) or cast.words.find("nature", text) or cast.words.find("applicant", text))
    ) or _names_some_organisation(text, cast)


def _in_turn(statement: Statement, after: int, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """ "A declared an interest in item 5, B in item 6, and C as manager of ...": B and C declared too."""
    for start, end, mention in statement.spans():
        lead = re.search(r"(?:,|;|\band)\s*$", statement.text[:start])
        tail = re.match(r"\s+(?:also\s+)?(?:as|in|on|for|through|under)\b", statement.text[end:])
        if re.search(r"\bas (?:did|does|had|has|was|were|is)\s*$", statement.text[:start]):
            lead = tail = lead or re.search(r"", statement.text)
        if start >= after and lead and tail and _meant(mention) and mention.kind in ("named", "group", "chair"):
            yield mention, start


def _bracketed(statement: Statement, cast: Cast, seen: set[frozenset[int]]) -> Iterator[tuple[Mention, int]]:
    """ "A (items 7 and 11) and B (item 9) declared interests": the verb stands once, after the last."""
    for start, end, mention in statement.spans():
        own = re.match(r"\s*\([^)]*\bitems?\b[^)]*\)", statement.text[end:])
        if own and _meant(mention) and _meant(mention) not in seen and is_subject(statement, start, cast):
            yield mention, start


def _fits(key: str, mention: Mention, statement: Statement, found: re.Match[str], cast: Cast) -> bool:
    """The chair noting somebody's interest declares nothing; a tie needs the person's own words or a clear "is"."""
    if mention.kind == "conflicted":
        return False
    if key == "own_tie_here":
        return mention.kind in ("named", "pronoun")
    if key != "own_tie":
        return True
    rest = statement.text[found.start() :]
    own = "'s" in found.group() and not re.search(r"\b(?:as|at|in|with|of)$", found.group(), re.IGNORECASE)
    numbered = re.search(r"\b(?:items?|minutes?)\s+[\w/.]*\d", rest) is not None
    return own or numbered or bool(cast.words.find("applicant", rest)) or _names_some_organisation(rest, cast)


def _names_some_organisation(text: str, cast: Cast) -> bool:
    return any(cast.words.find("organisation_words", found.group(2)) for found in _ORGANISATION.finditer(text))


def _where(statement: Statement, mention: Mention, default: int) -> int:
    for start, _, one in statement.spans():
        if _meant(one) & _meant(mention):
            return start
    return default


def _labelled(statement: Statement, cast: Cast) -> bool:
    label = cast.words.phrases["conflict_label"].match(statement.text.lstrip("-•* [("))
    return label is not None and bool(
        re.match(r"[\s:-]*(?:\w+\s){0,3}?‹|\s*[:-]", statement.text.lstrip("-•* [(")[label.end() :])
    )


def _bare(statement: Statement, cast: Cast, *, allowed: bool) -> Iterator[tuple[Mention, int]]:
    """A list entry without a verb: "Dr Rao - item 7 - partner", "Conflicts: AR (item 7)"."""
    if not allowed:
        return
    for start, end, mention in statement.spans():
        alone = _ENTRY.match(statement.text[end:]) or _NUMBER_FIRST.search(statement.text[:start])
        kinds = ("named", "group", "chair") if _SAME.search(statement.text) else ("named", "group")
        if _meant(mention) and mention.kind in kinds and alone and is_subject(statement, start, cast):
            yield mention, start
        if statement.sentence.row:
            return


def _declaration(
    mention: Mention, statement: Statement, start: int, part: str, view: ItemView, *, at_item: bool, named: bool
) -> Declaration:
    part = re.sub(r"\bas\b\s+‹", "‹", part)
    nature = view.cast.words.find("nature", part)
    organisation = names_organisation(part, view.scope)
    tie = _STATED.match(part, nature.start()) if nature else None
    return Declaration(
        who=_meant(mention),
        statement=statement,
        start=start,
        at_item=at_item,
        item_named=named,
        nature=bool(nature) or organisation,
        blanket=mention.kind == "group",
        stated=_spoken(tie.group(), statement).strip(" ,)|-") if tie else None,
    )


def _spoken(text: str, statement: Statement) -> str:
    """The words with names put back."""
    return re.sub(r"‹(\d+)›", lambda found: statement.mentions[int(found.group(1))].text, text)
