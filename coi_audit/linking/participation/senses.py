"""What a clause amounts to: leaving, coming back, staying, or keeping out of the decision; one door for every deed.

Deeds come from the phrases of the vocabulary and, for words that no phrase has, from a table: verbs of one class put
together with what they take. Whatever stands in no row tells of nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from coi_audit.linking.participation.binding import Deed, deeds, done
from coi_audit.linking.participation.cast import Cast, Statement
from coi_audit.linking.participation.clauses import Clause, clauses
from coi_audit.linking.participation.meant import carried_out
from coi_audit.linking.participation.places import (
    AT_ONCE,
    AWAY,
    BACK,
    IN,
    OFF,
    OUT,
    OUT_ASIDE,
    OUTSIDE,
    ROOM,
    TO_ASIDE,
    WAY_OUT,
)
from coi_audit.linking.participation.silence import VOTING, keeps_out, without_them
from coi_audit.linking.participation.speech import joins_in, spoken_of_by_noun
from coi_audit.linking.participation.verbs import BEING, COMING, GOING, MOVING

Statements = tuple[Statement, ...]
_EVERY = frozenset((GOING + MOVING + BEING).split())
_NOT_OUT = frozenset(["fall", "hold", "have", "make", "put", "find", "carry", "clear"])  # "held out for more"
_SELF = r"(?:\s+(?:himself|herself|themselves|itself))"
_FROM = re.compile(
    rf"^{_SELF}?\s+from\s+(?:all\s+|any\s+|both\s+)?(?:(?:the|this|that|these|those)\s+)?(?:\w+\s+)?{ROOM}s?\b",
    re.IGNORECASE,
)
_ALONE = re.compile(
    rf"^{_SELF}(?!\s+(?:from|out\s+of)\s+(?:(?:the|any|this)\s+)?(?:\w+\s+)?(?:vot|decision|taking|deciding))\b",
    re.IGNORECASE,
)
_FROM_VOTE = re.compile(
    rf"^(?:\s+by\s+(?:the\s+|a\s+)?(?:\w+|‹\d+›))?{_SELF}?\s+(?:from|out\s+of)\s+(?:(?:the|any|this|all|a|taking|making)\s+)*"
    rf"(?:(?!discuss|debat|consider)\w+\s+)?(?:{VOTING}|taking part|participating|participation)\b",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    r"^\s+(?:it|(?:the|this|that)\s+(?:decision|vote|voting|matter|question|choice))\s+(?:to|with|up to)\b",
    re.IGNORECASE,
)
_SCARCE = re.compile(r"^\s+(?:himself|herself|themselves)\s+scarce\b", re.IGNORECASE)
_OWN_LEAVE = re.compile(r"^\s+(?:(?:his|her|their|‹\d+›'s)\s+leave|leave\s+of)\b", re.IGNORECASE)
_SAT_OUT = re.compile(
    r"^\s+(?:it|(?:this|the|that)\s+(?:one|item|matter|business|paper|section|part))\s+out\b", re.IGNORECASE
)
_THE_ITEM = re.compile(
    r"^\s+(?:(?:the|this|that)\s+(?:whole\s+|entire\s+)?(?:of\s+(?:the|this)\s+)?(?:item|discussion|debate)|for\s+(?:the|this|that)\s+(?:item|discussion|matter|debate)"
    r"|in\s+on\s+(?:the|this|it)\b)",
    re.IGNORECASE,
)
_LEAVING = AT_ONCE, _FROM, _ALONE


@dataclass(frozen=True, slots=True)
class Sense:
    """A row of the table: verbs with what they take tell this kind of deed; `denied`, what the contrary tells."""

    kind: str
    verbs: frozenset[str]
    takes: tuple[re.Pattern[str], ...]
    denied: str | None = None
    active: bool = False  # of being done by oneself only


def _verbs(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TABLE = (
    Sense("return", _verbs(COMING), (re.compile(""),)),
    Sense("no_vote", _verbs(GOING), (_FROM_VOTE, _TO_OTHERS)),
    Sense("leave", _verbs(GOING), _LEAVING, denied="stay"),
    Sense("return", _verbs(MOVING), (BACK,)),
    Sense("leave", _EVERY - _NOT_OUT, (OUT,)),
    Sense("leave", _verbs(MOVING), (OFF,), active=True),
    Sense("leave", _verbs("be keep stay remain stand sit"), (AWAY,)),
    Sense("leave", _verbs("go"), (AT_ONCE,), active=True),
    Sense("leave", _verbs("take"), (_OWN_LEAVE,), active=True),
    Sense("leave", _verbs("make"), (_SCARCE, WAY_OUT), active=True),
    Sense("leave", _NOT_OUT, (OUT_ASIDE,)),
    Sense("leave", _verbs("sit stand"), (_SAT_OUT,), active=True),
    Sense("stay", _verbs(BEING), (IN,), denied="leave"),
)
_TAKEN_WITHOUT = re.compile(r"\b(?:votes?|ballot|poll|show of hands)\b[^.;|]*\bwithout\b", re.IGNORECASE)
_OF_KEEPING_OUT = _verbs("exclude exempt omit pass")
_OF_VOTE = re.compile(r"\b(?:votes?|voting|ballot|poll|decision)\s+$", re.IGNORECASE)
_OF_GOING = _verbs(GOING) | _verbs("go step log")
_UNTIL = re.compile(rf"^(?:\s+(?:the|this)\s+{ROOM})?\s+(?:until|till|before)\b", re.IGNORECASE)
_OF_HEARING = _verbs("attend hear join sit")
_BUT_THEM = re.compile(
    r"\b(?:all|every\w*|each|members|none|nobody|those present|the rest)\s+(?:\w+\s+){0,2}?"
    r"(?:but|bar|save(?: for)?|except(?:ing)?(?: for)?|other than|apart from)\s+‹\d+›\s+$",
    re.IGNORECASE,
)
_PUT_TO_VOTE = re.compile(
    r"\b(?:was|were|been|being|be|is)\s+(?:then\s+)?$", re.IGNORECASE
)  # "the matter was voted on"
_LEFT_TO = re.compile(r"\b(?:was|were|is|been|being|be)\s+(?:\w+ly\s+|then\s+|therefore\s+)?left\s+to\b", re.IGNORECASE)
_NONE_DID = re.compile(
    r"\b(?:(?:neither|none|nobody|no\s+one)\b[^.;|]{0,60}|(?:no|not\s+one)\s+‹\d+›\s*)$", re.IGNORECASE
)


def told(kind: str, statements: Statements, cast: Cast) -> tuple[Deed, ...]:
    """Every deed of one kind with who did it, by the phrases of the vocabulary and then by clauses; in order."""
    if kind == "took_part":
        return (*_voted(statements, cast), *_by_clause(statements, cast).get(kind, ()))
    if kind not in ("leave", "return", "stay", "no_vote", "speak"):
        return deeds(kind, statements, cast)
    key = ("told", kind, id(statements), id(cast.words))
    known = cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is statements:
        return tuple(known[1])
    phrased = deeds(kind, statements, cast)
    if kind == "leave":
        kept = {(id(one.statement), one.who) for _, one in without_them(statements, cast)}
        phrased = tuple(
            one
            for one in phrased
            if (id(one.statement), one.who) not in kept or not _TAKEN_WITHOUT.search(one.statement.text)
        )
    having = {(id(one.statement), who) for one in phrased for who in one.who}
    more = [
        one
        for one in _by_clause(statements, cast).get(kind, ())
        if not any((id(one.statement), who) in having for who in one.who)
    ]
    found = tuple(sorted((*phrased, *more), key=lambda one: one.order)) if more else phrased
    if kind == "leave":
        found = tuple(one for one in found if not _left_to_them(one))
    cast.people.memo[key] = (statements, found)  # holding the statements keeps their id theirs
    return found


def _left_to_them(deed: Deed) -> bool:
    """ "The decision was left to the lay members": nobody left."""
    return any(one.start() <= deed.start < one.end() for one in _LEFT_TO.finditer(deed.statement.text))


def _voted(statements: Statements, cast: Cast) -> Iterator[Deed]:
    """Votes and movings told by phrases, but for those of "none", of "all but" somebody, and of matters voted on."""
    for deed in deeds("took_part", statements, cast):
        front, end = deed.statement.text[: deed.start], deed.statement.text[deed.end - 1 : deed.end + 1]
        told_of_none = any(pattern.search(front) for pattern in (_NONE_DID, _BUT_THEM, _PUT_TO_VOTE))
        if not told_of_none and end != "›'":  # "moved his chair"
            yield deed


def _by_clause(statements: Statements, cast: Cast) -> dict[str, list[Deed]]:
    key = ("by clause", id(statements), id(cast.words))
    known = cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is statements:
        return dict(known[1])
    found: dict[str, list[Deed]] = {}
    for clause in clauses(statements, cast):
        kind = sense(clause)
        if kind is not None:
            subject = clause.subject
            deed = Deed(kind, clause.statement, clause.start, clause.end, subject.who, subject)
            found.setdefault(kind, []).append(deed)
    others = (*_by_shape(statements, cast), *without_them(statements, cast), *carried_out(statements, cast, sense))
    for kind, deed in (*others, *spoken_of_by_noun(statements, cast)):
        found.setdefault(kind, []).append(deed)
    cast.people.memo[key] = (statements, found)
    return found


def sense(clause: Clause) -> str | None:
    """leave | return | stay | no_vote | speak, None where the words tell of nothing of the kind."""
    if not clause.denied and joins_in(clause):
        return "speak"
    if keeps_out(clause):
        return "no_vote"
    if clause.lemma in _OF_KEEPING_OUT and _OF_VOTE.search(clause.front):
        return "no_vote"  # "the vote excluded Dr Rao"
    if clause.denied and _UNTIL.match(clause.takes) and clause.lemma in _OF_GOING:
        return "leave"
    if clause.denied and clause.lemma in _OF_HEARING and _THE_ITEM.match(clause.takes):
        return "leave"
    for row in _TABLE:
        if clause.lemma in row.verbs and not (row.active and clause.passive):
            negative = clause.denied or (row.denied == "leave" and re.match(r"\s+(?:not|never)\b", clause.takes))
            if any(pattern.match(clause.takes) for pattern in row.takes):
                return row.denied if negative else row.kind
    return None


# "Dr Rao's withdrawal was noted", "his seat was empty", "her line was closed", "his vote was not counted".
_OWN = (
    (
        "leave",
        r"(?:withdrawal|departure|exit|exclusion|recusal|absence|removal|leaving|withdrawing)(?!\s+(?:from\s+(?:the\s+)?"
        r"(?:vote|decision)|would|will|might|may|should|must|rate))\b"
        r"|(?:being|having been)\s+(?:not\s+(?:present|there|in)|absent|out|outside|away|excluded|excused)\b"
        r"|having\s+(?:left|gone|withdrawn|stepped out)\b"
        r"|(?:seat|chair|place)s?\s+(?:was|were|stood|being|remained|stayed)\s+(?:then\s+|left\s+)?(?:empty|vacant|vacated"
        r"|unoccupied)"
        r"|(?:\w+\s+)?(?:line|connection|call|link|feed)s?\s+(?:was|were|being|having been|had been)\s+(?:then\s+)?"
        r"(?:closed|cut|ended|dropped|disconnected|terminated|suspended|paused|broken)",
    ),
    (
        "no_vote",
        r"abstentions?\b|votes?\s+(?:was|were)\s+(?:not\s+(?:counted|cast|taken|included|recorded"
        r"|sought|asked for|called for|invited|needed|required)|withheld|disregarded|waived|forgone)"
        r"|(?:vote|voting rights?|right to vote|vote and voice)\s+(?:was|were|being|having been)\s+(?:suspended"
        r"|withdrawn"
        r"|removed|set aside|foregone|given up)"
        r"|(?:part|participation|role|involvement|contribution)\s+(?:was|were|being)\s+(?:then\s+|therefore\s+)?(?:limited|confined"
        r"|restricted|kept)\s+to\s+(?:the\s+)?(?:\w+ing|discussion|debate|questions|facts|matters|points)"
        r"|hands?\s+(?:stayed|remained|was kept|were kept)\s+down\b|hands?\s+(?:was|were)\s+not\s+(?:raised|among)"
        r"|(?:sound|audio|microphone|camera)s?\s+(?:was|were|being)\s+(?:then\s+)?(?:off|muted|cut|disabled)",
    ),
    ("return", r"return(?:\s+to\s+the\s+(?:room|meeting|call))?\b(?!\s+(?:form|date|of))"),
)
# "Mr Holm, after putting the partners' concerns, followed her out"; "repaired to the lounge"; "not being present".
_SHAPES = (
    (
        "leave",
        r"‹(\d+)›(?!')(?:[^.;|‹]|‹\d+›'s?)*?\b(?:followed|accompanied|joined)\s+‹\d+›\s+(?:out"
        r"|outside|from the (?:room|meeting))\b",
    ),
    ("leave", rf"‹(\d+)›(?!'),?\s+(?:(?:then|also|both|duly)\s+)*\w{{3,}}ed(?={TO_ASIDE.pattern[1:]})"),
    ("leave", r"‹(\d+)›(?!')\s+not\s+(?:being\s+)?(?:present|there|in\s+(?:the\s+room|attendance)|on\s+the\s+call)\b"),
    (
        "leave",
        r"‹(\d+)›(?!')\s+having\s+(?:already\s+)?(?:left|gone|departed|withdrawn)\b(?!\s+(?:it|the\s+(?:practice|partnership)))",
    ),
    (
        "leave",
        r"\b(?:minus|save\s+for|without|bar)\s+‹(\d+)›(?!')(?=,?\s+who\b|,?\s+‹\d+›\s+(?:rejoined|returned|came\s+back))",
    ),
)
# "With Dr Rao out of earshot": no verb at all.
_VERBLESS = rf"‹(\d+)›(?!'),?\s+(?:(?:being|still|both|now|then|already|all)\s+)*(?!aside){OUTSIDE}"
_TO_PUBLIC = re.compile(
    r"‹(\d+)›(?!')\s+(?:\w+\s+){0,3}?(?:joined|sat|seated|sitting|moved|went|withdrew|retired|placed|waited)\s+(?:\w+\s+){0,4}?‹(\d+)›",
    re.IGNORECASE,
)
_POSSESSED = tuple((kind, re.compile(rf"‹(\d+)›'s?\s+(?:own\s+)?(?:{words})", re.IGNORECASE)) for kind, words in _OWN)
_SHAPED = tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in (*_SHAPES, ("leave", _VERBLESS)))


def _by_shape(statements: Statements, cast: Cast) -> Iterator[tuple[str, Deed]]:
    for statement in statements:
        for found in _TO_PUBLIC.finditer(statement.text):
            mention, whom = (statement.mentions[int(number)] for number in found.groups())
            public = "public" in whom.text or statement.text.startswith(" of the public", found.end())
            if whom.kind == "others" and public and done(statement.text, found.start(), cast):
                yield "leave", Deed("leave", statement, found.start(), found.end(), mention.who, mention)
        for kind, pattern in (*_POSSESSED, *_SHAPED):
            for found in pattern.finditer(statement.text):
                mention = statement.mentions[int(found.group(1))]
                if mention.kind != "others" and done(statement.text, found.start(), cast):
                    yield kind, Deed(kind, statement, found.start(), found.end(), mention.who, mention)
