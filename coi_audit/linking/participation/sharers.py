"""Which of those who declared are meant by what they share ("those with a PCN role") or by their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.linking.items.sections import names_item
from coi_audit.linking.participation.binding import part_of
from coi_audit.linking.participation.cast import Mention, Statement
from coi_audit.linking.participation.declarations import declarations_of
from coi_audit.linking.participation.shared import number_said
from coi_audit.linking.participation.view import ItemView
from coi_audit.model.words import Role

_TOKEN = re.compile(r"[a-z][a-z-]*[a-z]")
_ENDING = re.compile(r"(?:ship|holder|holding|based|ings?|ed|ers?|ment|ies|ie|y|s|e)$")
# Words that any of them is told of by, or that only join others.
_EMPTY_WORDS = """
    the all both of those these any each every our no an and to in on at by with from for who whose that had
    have has was were is are be been being did would could may might will hold holds holding having member
    members colleague people person individual attendee party one ones declarer declarant declared declare
    declaring declaration interest conflict conflicted interested conflicting affected concerned involved
    named mentioned listed above aforementioned aforesaid above-named abovenamed item items this present room
    meeting committee board's here everyone everybody anyone whoever another other others remaining former
    latter first second third last final two three four five six pair duo couple trio contingent cohort role
    as an just so also already earlier previously same said relevant question it them him her his their
    first-named second-named last-named body matter paper names name who've
"""
_EMPTY = frozenset(_EMPTY_WORDS.split())
_ROLE_WORDS = {
    Role.GP: "gp doctor clinician clinical general practitioner practice practice-based primary care",
    Role.PRACTICE_MANAGER: "manager practice practice-based primary care",
    Role.EXECUTIVE: "officer executive",
    Role.LAY: "lay",
    Role.NURSE: "nurse clinician clinical",
    Role.SECONDARY_CARE: "consultant doctor clinician clinical",
}
_WIDE = frozenset(
    ("practice", "surgery", "surgeries", "primary", "care", "general", "nhs", "local", "health", "decision")
)
_OPPOSITE = ("financial", "pecuniary"), ("direct",), ("personal",), ("professional",)
_CUE = re.compile(
    r"\b(?:conflict\w*|interest\w*|affected|concerned|declar\w+|involved|above\w*|aforementioned|aforesaid|named|mentioned"
    r"|pair|duo|couple|trio)\b",
    re.IGNORECASE,
)
_CONTRACTORS = re.compile(r"\b(?:primary\s+care\s+)?(?:providers|contractors)\b")  # whoever works in a practice
_THINGS = re.compile(
    r"\b(?:two|three|four|five|six|several|options?|bids?)\b(?!\s+(?:members?|GPs?|doctors?|colleagues?|people|clinicians?|partners?|declar\w+"
    r"|of\s+(?:them|these|those)|left|withdrew|stayed|remained|did)\b)",
    re.IGNORECASE,
)
_MORE = re.compile(r"\bothers\b|(?:members|colleagues|GPs|doctors|partners)\b", re.IGNORECASE)
_PLACES = ("former", "first"), ("second",), ("third",)


def sharers(mention: Mention, statement: Statement, view: ItemView) -> frozenset[int]:
    """The people meant, among those who declared an interest in the item; empty where the words do not tell.

    `mention` is of the kind "sharing" or "conflicted", and stands in `statement`.
    """
    key = ("sharers", id(view), id(statement), mention.text)
    known = view.cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is view and known[1] is statement:
        found: frozenset[int] = known[2]
    else:
        found = _sharers(mention, statement, view)
        view.cast.people.memo[key] = (view, statement, found)
    return found - mention.without


def _sharers(mention: Mention, statement: Statement, view: ItemView) -> frozenset[int]:
    order = _in_order(view)
    every = frozenset(order)
    text = mention.text.casefold()
    if mention.kind == "conflicted":
        return every if number_said(text) == len(every) else _narrowed(text, every, view)
    if re.match(r"the\s+(?:\w+\s+)?(?:other|remaining)|(?:his|her|their)\s", text):
        told = _named_before(mention, statement, view) | mention.who
        rest = every - told
        found = _like(text, rest, view) or rest
        unclear = (
            _of_things(mention, statement, view)
            or not every & told
            or (number_said(text) is None and _MORE.search(text) is not None and len(found) < 2)
        )
        return frozenset() if unclear else _as_many(text, found, mention)
    placed = _placed(text, order)
    if placed is not None:
        return frozenset() if _of_things(mention, statement, view) else placed
    asked = _asked(text)
    if number_said(text) == len(every):
        return every
    if not asked:
        cued = _CUE.search(text) is not None
        return _as_many(text, every, mention) if cued else frozenset()
    found = _like(text, every, view) or _like(_CONTRACTORS.sub("practice", text), every, view)
    return _as_many(text, found, mention)


def _placed(text: str, order: Sequence[int]) -> frozenset[int] | None:
    """By place among those who declared: the former of two, the second, the last-named; None for other words."""
    found = re.search(r"\b(former|latter|first|second|third|last|final)\b", text)
    if found is None:
        return None
    word = found.group()
    if word in ("former", "latter") and len(order) != 2:
        return frozenset()
    place = next((index for index, words in enumerate(_PLACES) if word in words), len(order) - 1)
    return frozenset(order[place : place + 1])


def _of_things(mention: Mention, statement: Statement, view: ItemView) -> bool:
    """Whether "the former" may be one of two bids or options: such stand before it, or a sentence that names nobody."""
    for one in view.at_item:
        if one.sentence.order > statement.sentence.order:
            break
        at = next((start for start, _, other in one.spans() if other is mention or other.text == mention.text), None)
        here = one is statement
        if _THINGS.search(one.text[:at] if here and at is not None else one.text):
            return True
        if not here and one.sentence.passage == statement.sentence.passage and not one.mentions:
            return True
    return False


def _as_many(text: str, found: frozenset[int], mention: Mention) -> frozenset[int]:
    """Those found, if they are as many as the words say: one of them, or two, or however many."""
    said = number_said(text)
    if said is not None:
        return found if len(found) == said else frozenset()
    collective = _CUE.search(text) is not None and re.search(r"\b(?:party|one)\b", text) is None
    return found if mention.plural or len(found) == 1 or collective else frozenset()


def _narrowed(text: str, every: frozenset[int], view: ItemView) -> frozenset[int]:
    """Those of "the members with a financial interest" whose interest is so; all, where that tells nobody apart."""
    asked = _asked(text) - _WIDE
    apart = frozenset(one for one in every if any(_contrary(asked, _words_of(one, view), pair) for pair in _OPPOSITE))
    like = _like(" ".join(sorted(asked)), every, view) if asked else every
    return (like or every) - apart


def _contrary(asked: frozenset[str], own: frozenset[str], words: tuple[str, ...]) -> bool:
    plain = {_stem(one) for one in words}
    turned = {_stem(f"{lead}{one}") for one in words for lead in ("non", "in")}
    return bool((asked & plain and own & turned and not own & plain) or (asked & turned and not own & turned))


def _like(text: str, among: frozenset[int], view: ItemView) -> frozenset[int]:
    """Those of whom most of the words are told, as many of them as of anybody."""
    asked = _asked(text)
    hits = {one: len(asked & _words_of(one, view)) for one in among}
    best = max(hits.values(), default=0)
    if not best or best * 2 < len(asked):
        return frozenset()
    return frozenset(one for one, count in hits.items() if count == best)


def _asked(text: str) -> frozenset[str]:
    return _stems(text, leave_out=_EMPTY)


def _stems(text: str, *, leave_out: frozenset[str] = frozenset()) -> frozenset[str]:
    plain = re.sub(r"\bnon[ -]", "non", text.casefold()).replace("'s", "")
    return frozenset(_stem(one) for one in _TOKEN.findall(plain) if one not in leave_out)


def _stem(word: str) -> str:
    for _ in range(2):
        shorter = _ENDING.sub("", word).rstrip("-")
        word = shorter if len(shorter) > 3 or (shorter + "s" == word and len(shorter) > 1) else word
    return word[:-1] if len(word) > 4 and word[-1] == word[-2] else word


def _in_order(view: ItemView) -> tuple[int, ...]:
    """Those who declared, in the order in which they are first named."""
    return view.cast.people.once("declared in order", (view,), lambda: tuple(dict.fromkeys(_each(view))))


def _each(view: ItemView) -> Iterator[int]:
    found = sorted(declarations_of(view), key=lambda one: (one.at_item, one.statement.sentence.order, one.start))
    for one in found:
        text = " ".join(mention.text for mention in one.statement.mentions if mention.who & one.who).casefold()
        yield from sorted(one.who, key=lambda who: (_place(who, text, view), who))


def _place(who: int, text: str, view: ItemView) -> int:
    person = view.cast.people.persons[who]
    places = [text.find(name.split()[-1].casefold()) for name in (person.name, *person.initials) if name.strip()]
    return min((one for one in places if one >= 0), default=len(text))


def _words_of(who: int, view: ItemView) -> frozenset[str]:
    """The words told of somebody's interest and post."""
    return view.cast.people.once("words of", (view,), lambda: _words(view)).get(who, frozenset())


def _words(view: ItemView) -> dict[int, frozenset[str]]:
    found: dict[int, frozenset[str]] = {}
    people = view.cast.people
    for post in view.cast.posts:
        found[post.who] = _stems(" ".join(post.parts))
    for who in frozenset(_each(view)):
        role = Role.GP if who in view.cast.also_gps else people.persons[who].role
        known = _stems(_ROLE_WORDS.get(role, "")) if role is not None else frozenset()
        found[who] = found.get(who, frozenset()) | known
    for statements in (*view.declarations, view.at_item):
        for statement in statements:
            for start, _, mention in statement.spans():
                part = part_of(statement, start, view.cast) if mention.who & found.keys() else ""
                if part and (statements is not view.at_item or _is_claim(statement, view)):
                    own = _stems(re.sub(r"‹\d+›", " ", part))
                    about = names_item(part, view.scope, view.minutes.on) is not False
                    for who in mention.who if about else ():
                        found[who] = found.get(who, frozenset()) | own
    return found


def _is_claim(statement: Statement, view: ItemView) -> bool:
    return any(one.statement is statement for one in declarations_of(view))


def _named_before(mention: Mention, statement: Statement, view: ItemView) -> frozenset[int]:
    """Everybody told of by name, or by what they share, before the mention in its paragraph."""
    found: frozenset[int] = frozenset()
    for one in view.at_item:
        if one.sentence.order > statement.sentence.order:
            break
        if one.sentence.passage != statement.sentence.passage:
            continue
        for _, _, other in one.spans():
            if other is mention or (one is statement and other.text == mention.text):
                break
            own = sharers(other, one, view) if other.kind == "sharing" and other.text != mention.text else other.who
            found |= own
    return found
