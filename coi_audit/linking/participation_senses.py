"""What a clause amounts to: leaving, coming back, staying, or keeping out of the decision; one door for every deed.

Deeds come from the phrases of the vocabulary and, for words that no phrase has, from verbs put together with what
they take: moving or being with a place outside, inside, or with a vote.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation_binding import Deed, deeds, done
from coi_audit.linking.participation_cast import Cast, Statement
from coi_audit.linking.participation_clauses import Clause, clauses
from coi_audit.linking.participation_silence import SILENT_VERBS, keeps_out, without_them

Statements = tuple[Statement, ...]

_GOING = (
    "left leaves leaving withdrew withdrawn withdraws withdrawing exited exits exiting departed departs departing"
    " vacated quit quits retired recused recuses absented absents excused excluded removed released disconnected"
    " disconnects ejected"
)
_MOVING = (
    "went goes gone going came comes moved moves stepped steps walked got took taken takes dropped drops logged signed"
    " dialled rang hung switched slipped filed headed retreated ushered escorted shown seen sent led put placed"
    " transferred admitted brought let called invited made relocated"
)
_BEING = "was were is are been being sat stood waited stayed stays staying remained remains remaining kept spent held"
_COMING = (
    "returned returns rejoined rejoins re-joined re-entered reentered reconnected readmitted re-admitted reappeared"
    " restarted"
)


def _words(text: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{'|'.join(text.split())})(?![\w'-])", re.IGNORECASE)


_BARE = "leave withdraw go step exit depart wait sit recuse stay remain return rejoin"
_VERBS = _words(f"{_GOING} {_MOVING} {_BEING} {_COMING} {_BARE}")
_OF_GOING, _OF_MOVING, _OF_BEING, _OF_COMING = (frozenset(text.split()) for text in (_GOING, _MOVING, _BEING, _COMING))
_SMALL = (
    r"(?:\s+(?:in|into|to|at|on|onto|of|from|among|amongst|with|by|the|a|an|one|this|that"
    r"|our|all|both|still|then|already"
    r"|there|himself|herself|themselves|way|seat|place|members|it|virtual|meeting|‹\d+›'s|his|her|their|up"
    r"|over|through|down|safely|quietly|directly|briefly|meanwhile|during|item|until|for)\b|\s+‹\d+›'s)"
)
_AGENT = r"(?:\s+by\s+(?:the\s+|a\s+)?(?:\w+|‹\d+›))?"
_NOT_OUT = (
    r"(?!\s+(?:to\s+(?:tender|consult\w*|all|practices|patients)|that|how|what|why|of\s+"
    r"(?:area|hours|date|hospital|stock|scope|pocket|county|the\s+(?:budget|money|funds"
    r"|contract)))\b)"
)
_ROOM = (
    r"(?:(?:virtual|online|remote|committee|meeting|board|teams|zoom|video|telephone|conference|ms|microsoft)\s+)*"
    r"(?:meeting|room|call|chamber|session|conference|link|boardroom|venue|hall|proceedings|teams|zoom|item)"
)
_OUTSIDE = (
    rf"(?:out{_NOT_OUT}|outside(?!\s+(?:the\s+)?(?:area|boundary|hours|borough|scope|catchment))|offline|aside"
    r"|lobby|corridor|foyer|hallway|reception|landing|car park|audience|gallery|lounge|waiting[ -](?:room|area)"
    r"|public (?:seats?|seating|area|benches|gallery)"
    r"|(?:another|next|adjoining|adjacent|side|separate|different|ante|outer|other|neighbouring)[ -]?(?:room|office)"
    rf"|absent(?!\s+from\s+(?:work|practice))|(?:off|away)\s+(?:from\s+)?(?:the|this)\s+{_ROOM})"
)
_OUT = re.compile(rf"^{_AGENT}{_SMALL}{{0,6}}?\s+{_OUTSIDE}\b", re.IGNORECASE)
_OFF = re.compile(
    r"^(?:\s+‹\d+›'s)?\s+(?:off|away|up)(?=\s*(?:$|[,.;:)]|\s(?:for|at|before|while|whilst"
    r"|when|and|until|during|here)\b))",
    re.IGNORECASE,
)
_IN = re.compile(
    rf"^{_SMALL}{{0,3}}?\s+(?:present|in\s+attendance|(?:in|within|at|on)\s+(?:the|this)\s+{_ROOM}"
    r"|in\s+(?:‹\d+›'s|his|her|their|the)\s+(?:place|seat|chair)s?)\b",
    re.IGNORECASE,
)
_BACK = re.compile(
    rf"^{_AGENT}(?:\s+‹\d+›'s)?(?:\s+(?:then|straight|right))?\s+(?:back|again|in\s+again)\b"
    r"(?!\s+(?:from\s+the|to\s+(?:\w+\s+)?in))",
    re.IGNORECASE,
)
# What stands behind "left" where the meeting was left: nothing, a time or reason, the place, or one's seat.
_AT_ONCE = re.compile(
    rf"^(?:\s*(?:$|[,;:.)\]])|\s+(?:the|this|our)\s+(?:\w+\s+)?{_ROOM}\b(?!\s+(?:in|to\s+others"
    r"|papers?|with\s+(?:a|no)|open|unlocked|tidy|empty))"
    r"|\s+us\b|\s+(?:‹\d+›'s|his|her|their)\s+(?:seat|place|chair)s?\b"
    r"|\s+(?:and|but|then|for|before|prior|ahead|while|whilst|whenever|when|during|until|till|after|because|since|due"
    r"|owing|having|so\s+that|once|immediately|following|throughout|here|again|voluntarily|temporarily|altogether"
    r"|in\s+(?:view|line|accordance|light|respect|relation|order|consequence)|at\s+(?:this|that|\d)|on\s+(?:the|‹)"
    r"|as\s+(?:‹|the|this|it|members|requested|agreed|required|asked|directed|instructed))\b)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"^(?:\s+(?:himself|herself|themselves))?\s+from\s+(?:all\s+|any\s+|both\s+)?(?:the"
    rf"|this|that|these|those)?\s*(?:\w+\s+)?{_ROOM}s?\b",
    re.IGNORECASE,
)
_SELF = re.compile(
    r"^\s+(?:himself|herself|themselves)(?!\s+from\s+(?:the\s+)?(?:\w+\s+)?(?:vot|decision"
    r"|taking|deciding))\b",
    re.IGNORECASE,
)
_VOTE = r"(?:vot(?:e|es|ing)|ballot|decision\w*|deciding|decide|taking part|participating|participation)"
_FROM_VOTE = re.compile(
    rf"^{_AGENT}(?:\s+(?:himself|herself|themselves))?\s+(?:from|out\s+of)\s+(?:the\s+|any\s+"
    rf"|this\s+)?(?:\w+\s+)?{_VOTE}\b",
    re.IGNORECASE,
)
_TO_OTHERS = re.compile(
    r"^\s+(?:it|(?:the|this|that)\s+(?:decision|vote|voting|matter|question|choice))\s+to\b", re.IGNORECASE
)


_NONE_DID = re.compile(r"\b(?:neither|none|nobody|no\s+one)\b[^.;|]{0,60}$", re.IGNORECASE)


def told(kind: str, statements: Statements, cast: Cast) -> tuple[Deed, ...]:
    """Every deed of one kind with who did it, by the phrases of the vocabulary and then by clauses; in order."""
    if kind == "took_part":
        return tuple(
            one for one in deeds(kind, statements, cast) if not _NONE_DID.search(one.statement.text[: one.start])
        )
    if kind not in ("leave", "return", "stay", "no_vote"):
        return deeds(kind, statements, cast)
    key = ("told", kind, id(statements), id(cast.words))
    known = cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is statements:
        return tuple(known[1])
    phrased = deeds(kind, statements, cast)
    having = {(id(one.statement), who) for one in phrased for who in one.who}
    more = [
        one
        for one in _by_clause(statements, cast).get(kind, ())
        if not any((id(one.statement), who) in having for who in one.who)
    ]
    found = tuple(sorted((*phrased, *more), key=lambda one: one.order)) if more else phrased
    cast.people.memo[key] = (statements, found)  # holding the statements keeps their id theirs
    return found


def _by_clause(statements: Statements, cast: Cast) -> dict[str, list[Deed]]:
    key = ("by clause", id(statements), id(cast.words))
    known = cast.people.memo.get(key)
    if isinstance(known, tuple) and known[0] is statements:
        return dict(known[1])
    found: dict[str, list[Deed]] = {}
    for clause in (*clauses(statements, _VERBS, cast), *clauses(statements, SILENT_VERBS, cast)):
        kind = "no_vote" if keeps_out(clause) else _sense(clause)
        if kind is not None:
            subject = clause.subject
            deed = Deed(kind, clause.statement, clause.start, clause.end, subject.who, subject)
            found.setdefault(kind, []).append(deed)
    for kind, deed in (*_possessed(statements, cast), *without_them(statements, cast)):
        found.setdefault(kind, []).append(deed)
    cast.people.memo[key] = (statements, found)
    return found


def _sense(clause: Clause) -> str | None:
    """leave | return | stay | no_vote, None where the words tell of nothing of the kind."""
    takes, verb = clause.takes, clause.verb
    if verb in _OF_COMING:
        return None if clause.denied else "return"
    if verb in _OF_GOING:
        kind = _of_going(clause)
        return {"leave": "stay"}.get(kind or "") if clause.denied else kind
    if _BACK.match(takes) and verb in _OF_MOVING:
        return None if clause.denied else "return"
    if _OUT.match(takes) or (verb in _OF_MOVING and not clause.passive and _OFF.match(takes)):
        return None if clause.denied else "leave"
    if verb in ("went", "goes") and not clause.denied and _AT_ONCE.match(takes):
        return "leave"
    if verb in _OF_BEING and _IN.match(takes):
        negative = clause.denied or re.match(r"\s+(?:not|never)\b", takes) is not None
        return "leave" if negative else "stay"
    return None


def _of_going(clause: Clause) -> str | None:
    takes = clause.takes
    if _FROM_VOTE.match(takes) or _TO_OTHERS.match(takes):
        return "no_vote"
    if _FROM.match(takes) or _AT_ONCE.match(takes):
        return "leave"
    if clause.verb not in ("left", "leaves", "leaving") and _SELF.match(takes):
        return "leave"
    return None


# "Dr Rao's withdrawal was noted", "his seat was empty", "her line was closed", "his vote was not counted".
_OWN = (
    (
        "leave",
        r"(?:withdrawal|departure|exit|exclusion|recusal|absence)(?!\s+(?:from\s+(?:the\s+)?"
        r"(?:vote|decision)|would|will|might|may|rate))\b"
        r"|(?:seat|chair|place)s?\s+(?:was|were|stood|being|remained)\s+(?:left\s+)?(?:empty|vacant|vacated)"
        r"|(?:line|connection|call|link)s?\s+(?:was|were|being|having been)\s+(?:then\s+)?"
        r"(?:closed|cut|ended|dropped|disconnected|terminated)",
    ),
    (
        "no_vote",
        r"abstentions?\b|votes?\s+(?:was|were)\s+(?:not\s+(?:counted|cast|taken|included|recorded"
        r"|sought|asked for|called for|invited|needed|required)|withheld|disregarded)"
        r"|hands?\s+(?:stayed|remained|was kept|were kept)\s+down\b|hands?\s+(?:was|were)\s+not\s+raised"
        r"|(?:sound|audio|microphone|camera)s?\s+(?:was|were|being)\s+(?:then\s+)?(?:off|muted|cut|disabled)",
    ),
    ("return", r"return(?:\s+to\s+the\s+(?:room|meeting|call))?\b(?!\s+(?:form|date|of))"),
)
# "Mr Holm, after putting the partners' concerns, followed her out".
_FOLLOWED = re.compile(
    r"‹(\d+)›(?!')(?:[^.;|‹]|‹\d+›'s?)*?\b(?:followed|accompanied|joined)\s+‹\d+›\s+(?:out"
    r"|outside|from the (?:room|meeting))\b",
    re.I,
)
_POSSESSED = tuple((kind, re.compile(rf"‹(\d+)›'s?\s+(?:own\s+)?(?:{words})", re.IGNORECASE)) for kind, words in _OWN)


def _possessed(statements: Statements, cast: Cast) -> Iterator[tuple[str, Deed]]:
    for statement in statements:
        for kind, pattern in (*_POSSESSED, ("leave", _FOLLOWED)):
            for found in pattern.finditer(statement.text):
                mention = statement.mentions[int(found.group(1))]
                if mention.kind != "others" and done(statement.text, found.start(), cast):
                    yield kind, Deed(kind, statement, found.start(), found.end(), mention.who, mention)
