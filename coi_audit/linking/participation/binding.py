"""Which person a phrase of a statement speaks of, and whether it tells a deed, an intention or the contrary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from coi_audit.linking.participation.cast import Cast, Mention, Statement, is_subject

_MARK = re.compile(r"‹(\d+)›")
_WORDS_BEFORE = re.compile(r"((?:[\w'‹›]+[\s]+){0,4})$")
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "its", "their"))
_TURN = frozenset(("and", "but", "then", "which", "whilst", "while", "or"))
# "Decision: prices frozen."
_DECISION_LABEL = re.compile(
    r"^\W*(?:decisions?|resolution|resolved|outcome)\b[^:.|]{0,90}:\s*(?!\W*(?:none|nil|no\b|noted|to note|n/?a"
    r"|deferred|postponed|tbc))\w",
    re.IGNORECASE,
)
# "Dr Hobbs left the room, followed by Mr Faruq": he did the same.
_AND_ALSO = re.compile(
    r"[^.;‹]{0,30}?\b(?:followed by|as did|accompanied by|together with|along with)\s+‹"
    r"(\d+)›(?!')"
)
# "(i) That the contract be awarded to Bidder C."
_THAT_BE = re.compile(
    r"^\W*(?:\(?(?:[a-z]|[ivx]{1,4}|\d)[).]\s*)?That\b(?!.*\b(?:noted|received|deferred)\b).{3,200}?\bbe\s+"
    r"(?:\w+ly\s+)?\w+(?:ed|en|told|paid|held)\b"
)
# "Provider A chosen": no verb of being stands there.
_CHOSEN = re.compile(
    r"^\W*(?:bidder|provider|option|bid|applicant|supplier|proposal|payment|scheme|grant"
    r"|award|variation|recommendations?|request)s?"
    r"(?:\s+[\w.]+)?\s+(?:chosen|selected|preferred|appointed|approved|agreed|accepted"
    r"|supported)\b(?!\s+(?:by nhs|in principle last|previously))",
    re.IGNORECASE,
)
# "The members without a conflict approved": they are without one, and do approve.
_FREE = re.compile(
    r"\s+(?:without|with no|having no|not having)\s+(?:an?\s+|any\s+)?(?:\w+\s+)?(?:interests?"
    r"|conflicts?)(?:\s+of\s+interest)?\s+",
    re.IGNORECASE,
)
_IT_WAS = re.compile(r"(?:,|\band)\s+(?:it|this|that|they|the\s+\w+)\s+(?:was|were)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_VIEWS = re.compile(r"(?:supported|agreed|accepted|confirmed|endorsed|declined|recommended)\b", re.IGNORECASE)
_NOT_THE_MEETING = re.compile(r"\b(?:trust|council|federation|lmc|team|ccgs?|icbs?)\b", re.IGNORECASE)
# "Invited to answer questions, then left.": nobody is named, and it begins with what was done.
_ELLIPTIC = re.compile(
    r"^\W*(?:(?:and|then|but|also|briefly|subsequently)\s+)*(?:\w+ed|left|went|took|spoke"
    r"|gave|came|sat|stood|kept|made"
    r"|put|did|was|were|had|out|absent|not|no|withdrew|withdrawn)\b",
    re.IGNORECASE,
)
_STARTS = re.compile(
    r"^[\W\d]*(?:\w+:\s*)?(?:having|being|after having|with|before|following|as|whilst|while)\b", re.IGNORECASE
)


# "It was not clear whether Dr Rao had left".
_IN_DOUBT = re.compile(r"\b(?:whether|if|unless)\s+(?:(?!and\b|but\b|then\b)[\w‹›'-]+\s+){0,5}$", re.IGNORECASE)
# "..., but", "... and then": no subject of its own stands before what follows.
_GOES_ON = re.compile(
    r",?\s+(?:but|and|though|yet)\s+(?:(?:\w+ly|then|so|also|later|afterwards|did|had|was|has|were|not|never|therefore)\s+)*$",
    re.IGNORECASE,
)
_INNER = re.compile(r"\b(?:that|which|whether|how|what|why|because|since|as)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Deed:
    """One phrase found, bound to whoever it speaks of."""

    kind: str
    statement: Statement
    start: int
    end: int
    who: frozenset[int]
    mention: Mention | None = None

    @property
    def order(self) -> tuple[int, int]:
        return self.statement.sentence.order, self.start


def deeds(kind: str, statements: tuple[Statement, ...], cast: Cast) -> tuple[Deed, ...]:
    """Every phrase of one list with who did it, worked out once; intended and denied ones are left out."""
    key = ("deeds", kind, id(statements), id(cast.words))
    known = cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is statements:
        return tuple(known[1])
    found = tuple(_deeds(kind, statements, cast))
    cast.people.memo[key] = (statements, found)  # holding the statements keeps their id theirs
    return found


def _deeds(kind: str, statements: tuple[Statement, ...], cast: Cast) -> Iterator[Deed]:
    for index, statement in enumerate(statements):
        before = spoken_before(statements, index)
        for found in cast.words.phrases[kind].finditer(statement.text):
            if not done(statement.text, found.start(), cast):
                continue
            mention = bound(statement, found, before, cast)
            if mention is not None and mention.kind != "others":
                yield Deed(kind, statement, found.start(), found.end(), mention.who, mention)
            after = _AND_ALSO.match(statement.text, found.end()) if kind in ("leave", "return") else None
            if after is not None:
                also = statement.mentions[int(after.group(1))]
                yield Deed(kind, statement, found.start(), found.end(), also.who, also)


def spoken_before(statements: Sequence[Statement], index: int) -> Statement | None:
    """The statement before, or an earlier one of its paragraph where nobody stands in between."""
    place = statements[index].sentence.passage
    for before in reversed(statements[:index]):
        if before.mentions or before.sentence.passage != place:
            return before
    return None


def done(text: str, start: int, cast: Cast) -> bool:
    """Whether the words right before tell neither an intention ("would be") nor the contrary ("did not")."""
    if _IN_DOUBT.search(text[:start]):
        return False
    previous = _WORDS_BEFORE.search(_FREE.sub(" free ", text[:start]))
    behind = ""
    for word in reversed(previous.group(1).casefold().split() if previous else []):
        if word in _TURN or word.startswith("‹"):
            return True
        if word == "to" and behind in _DETERMINERS:  # "changes to the constitution were endorsed"
            return True
        behind = word
        if word in cast.words.modal or word in cast.words.negation or word.endswith("n't"):
            return False
    return True


def bound(statement: Statement, found: re.Match[str], before: Statement | None, cast: Cast) -> Mention | None:
    """The mention a phrase speaks of: the one inside it, else the subject before it, else the one it leads to."""
    numbers = [group for group in found.groups() if group is not None]
    if numbers:
        people = [statement.mentions[int(number)] for number in numbers]
        named = frozenset().union(*(one.who for one in people))
        return replace(people[0], who=named, unsure=frozenset().union(*(one.unsure for one in people)))
    if _nobody(statement.text, found.start(), cast):
        return None
    places = [
        (start, mention)
        for start, _, mention in statement.spans()
        if start < found.start() and is_subject(statement, start, cast)
    ]
    subjects = [mention for _, mention in places]
    if subjects:
        return _of_main_clause(statement.text[: found.start()], places) or subjects[-1]
    later = [
        mention
        for start, _, mention in statement.spans()
        if start >= found.end() and is_subject(statement, start, cast)
    ]
    if later and _STARTS.match(statement.text):
        return later[0]
    opening = re.match(r"^[\W\d]*(?:\w+:\s*)?$", statement.text[: found.start()])
    if (opening or (not statement.mentions and _ELLIPTIC.match(statement.text))) and before is not None:
        return last_subject(before, cast) if before.sentence.passage == statement.sentence.passage else None
    owners = [mention for start, _, mention in statement.spans() if start < found.start()]
    return owners[-1] if owners and not subjects and _only_object(statement, found.start(), cast) else None


def _of_main_clause(front: str, places: Sequence[tuple[int, Mention]]) -> Mention | None:
    """ "Mr Holt said that the group was in favour, but did not vote": whoever acted before the clause in"
    " between did."""
    joined = _GOES_ON.search(front)
    if joined is None or len(places) < 2:
        return None
    inner = list(_INNER.finditer(front, places[0][0], joined.start()))
    outside = [mention for start, mention in places if not inner or start < inner[0].end()]
    fits = outside and len(outside) < len(places) and places[-1][1].kind == "others"
    return outside[-1] if fits else None


def _only_object(statement: Statement, start: int, cast: Cast) -> bool:
    """ "From 10.15 Dr Rao ...": nobody else could be meant, and the phrase follows the name at once."""
    return bool(
        re.search(r"›(?:'s)?[\s,]*(?:\([^)]*\)[\s,]*)?(?:then|also|had|was|were|has)?\s*$", statement.text[:start])
    )


def _nobody(text: str, start: int, cast: Cast) -> bool:
    """Whether a noun that is nobody in particular stands right before: "two partners had left"."""
    tail = re.search(r"([\w-]+)\s+(?:(?:had|has|have|who|then|also|was|were|been)\s+)*$", text[:start])
    return tail is not None and cast.words.nobody.fullmatch(tail.group(1)) is not None


def last_subject(statement: Statement, cast: Cast) -> Mention | None:
    """The last one who could act in a statement."""
    found = [mention for start, _, mention in statement.spans() if is_subject(statement, start, cast)]
    return found[-1] if found else None


def part_of(statement: Statement, position: int, cast: Cast) -> str:
    """The part of a statement that speaks of the person named at or before `position`, with its own item numbers."""
    if statement.sentence.row:
        return statement.text
    paired = _paired(statement, position)
    if paired is not None:
        return paired
    starts: list[int] = []
    last: frozenset[int] | None = None
    for start, _, mention in statement.spans():
        if mention.who and mention.who != last and is_subject(statement, start, cast):
            starts.append(start)
            last = mention.who
    lefts = [start for start in starts if start <= position] or [0]
    left = 0 if not starts or lefts[-1] == starts[0] else lefts[-1]
    right = next(
        (start for start in starts if start > position and start > left and start != starts[0]), len(statement.text)
    )
    return _with_leading(statement.text, left, right)


_AN_ITEM = re.compile(r"\b(?:agenda\s+)?(?:items?|minutes?)\s+[\w./]*\d", re.IGNORECASE)


def _paired(statement: Statement, position: int) -> str | None:
    """ "In item 8 by Dr Rao and in item 7 by Mrs Lamb", "A's in item 7 and B's in item 8": each with its own.

    The part of whoever stands at `position`, where people and items come by turns; None where they do not.
    """
    marks: list[tuple[int, frozenset[int] | None]] = [(one.start(), None) for one in _AN_ITEM.finditer(statement.text)]
    marks += [(start, one.who | one.unsure) for start, _, one in statement.spans() if one.kind in ("named", "group")]
    turns: list[tuple[int, frozenset[int] | None]] = []
    for place, who in sorted(marks, key=lambda one: one[0]):
        if not turns or who is None or turns[-1][1] is None or not who or who != turns[-1][1]:
            turns.append((place, who))
    kinds, people = [who is None for _, who in turns], {who for _, who in turns if who}
    if len(people) < 2 or len(turns) % 2 or any(one is two for one, two in pairwise(kinds)):
        return None
    starts = [place for place, _ in turns[::2]]
    own = max((index for index, start in enumerate(starts) if start <= position), default=0)
    end = starts[own + 1] if own + 1 < len(starts) else len(statement.text)
    return statement.text[starts[own] : end] if own else statement.text[:end]


_TRAILING = re.compile(
    r"(?:,|;)?\s*(?:and\s+)?(?:(?:in|for|on|under|regarding)\s+)?(?:\w+\s+(?:to|of)\s+)?"
    r"(?:agenda\s+)?items?\s+[\w./]+\s*[,:-]?\s*$",
    re.IGNORECASE,
)


def _with_leading(text: str, left: int, right: int) -> str:
    """Where numbers come first ("for item 7, A declared, and for item 9, B"), they go with the name after them."""
    part = text[left:right]
    leads = re.search(r"\bitems?\s+\w", text[: text.find("‹") if "‹" in text else 0], re.IGNORECASE) is not None
    if not leads:
        return part
    cut = _TRAILING.search(part) if right < len(text) else None
    before = _TRAILING.search(text[:left]) if left else None
    return (before.group() if before else "") + (part[: cut.start()] if cut else part)


def is_decision(statement: Statement, cast: Cast) -> bool:
    """Whether something was decided here: not only noted, put off, intended, decided earlier or ruled by the chair."""
    if _CHOSEN.match(statement.text) or _DECISION_LABEL.match(statement.text) or _THAT_BE.match(statement.text):
        return True
    for found in cast.words.phrases["decided"].finditer(statement.text):
        if not done(statement.text, found.start(), cast):
            continue
        voted = found.group().casefold().startswith("voted")
        around = () if voted else cast.words.phrases["decided_not"].finditer(statement.text)
        denied = any(one.start() <= found.end() and found.start() <= one.end() for one in around)
        put = _IT_WAS.search(statement.text[: found.start()]) is not None  # "the Chair put it and it was agreed"
        subject = None if put else next((one for start, _, one in statement.spans() if start < found.start()), None)
        own = subject is not None and (subject.kind == "chair" or _own_view(statement, found, cast))
        if not denied and not own:
            return True
    return False


def _own_view(statement: Statement, found: re.Match[str], cast: Cast) -> bool:
    """Whether one person, or another body than the meeting, supports or agrees: a view, and no decision."""
    chosen = re.match(r"‹(\d+)›(?:'s)?\s", found.group())
    if chosen is not None:
        subject = statement.mentions[int(chosen.group(1))]
        return subject.kind in ("named", "pronoun") and not subject.plural
    if _VIEWS.match(found.group()) is None:
        return False
    spans = [(end, one) for start, end, one in statement.spans() if end <= found.start()]
    if not spans:
        return False
    end, last = spans[-1]
    if (
        re.fullmatch(r"\s*(?:\([^)]*\)\s*)?(?:also|then|fully|strongly|both)?\s*", statement.text[end : found.start()])
        is None
    ):
        return False
    if last.kind == "others":
        return _NOT_THE_MEETING.search(last.text) is not None
    return last.kind in ("named", "pronoun") and not last.plural
