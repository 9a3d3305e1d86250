"""Clauses told of somebody: a verb, whose deed it is, what it takes, and whether it happened, was denied or only meant.

The phrases of the vocabulary are fixed words; here a deed is put together from a verb of moving, being or voting and
the place, the meeting or the vote that stands behind it, so that words never seen before are read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coi_audit.linking.participation_binding import bound, spoken_before
from coi_audit.linking.participation_cast import Cast, Mention, Statement

_MANNER = r"(?:\w+ly|then|also|now|already|both|all|each|therefore|again|just|duly|thus|first|once more|in turn|so)"
_HELPERS = r"(?:had|has|have|having|was|were|is|are|been|being|be|got|did|do|does)"
_BEFORE_VERB = re.compile(rf"(?:\b(?:{_MANNER}|{_HELPERS}|not|never)\s+|n't\s+)*$", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:[›),:|\]]|\b(?:and|but|then|or|nor|who|before|after|while|whilst|when|until|on"
    r"|upon|by|with|having|as)|-)\s*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(rf"\b(?:was|were|been|being|is|are|be|got)\s+(?:{_MANNER}\s+|not\s+)*$", re.IGNORECASE)
# What somebody chose to do, or had to, was done.
_CAME_ABOUT = re.compile(
    r"\b(?:chose|opted|elected|preferred|proceeded|saw fit|thought it (?:right|best|better|proper)|was obliged"
    r"|were obliged|felt obliged|had)(?:\s+(?:instead|rather|therefore))?\s+(?:not\s+)?to\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"^\W*(?:if|had there|were there|should|unless|in the event)\b|\b(?:wondered|asked"
    r"|queried|unsure|considered)\s+(?:if|whether)\b"
    r"|\b(?:previous|earlier|past|last|next|future)\s+(?:occasions?|meetings?)\b|\bwould have\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;|]|\.\s|,?\s+(?:and|but|while|whilst|when|before|after|where(?:upon)?)\s+(?:then\s+|the\s+|as\s+)?(?=‹)"
    r"|,\s+(?=‹\d+›\s)|\s+(?:and|but)\s+(?=(?:then\s+|later\s+|subsequently\s+)?(?:returned"
    r"|rejoined|came|went|left|withdrew"
    r"|took|was|were|did|had|spoke|answered|abstained|voted)\b)"
)


_OBJECT = re.compile(r"\s+‹(\d+)›(?!')")
# "Would be excluded and placed in the lobby": what follows is only meant as well.
_STILL_MEANT = re.compile(
    r"\b(?:would|will|should|must|could|may|might|shall|to)\s+(?:\w+\s+)?be\s+\w+[^.;‹]*"
    r"(?:\band|\bor|,)\s+(?:then\s+)?$",
    re.IGNORECASE,
)
# "Chose to leave", "did not vote": the bare verb tells a deed only behind such words.
_DID = re.compile(r"\b(?:did|does|do)(?:\s+not|n't)\s+(?:(?:\w+ly|then|also|however|therefore)\s+)?$", re.IGNORECASE)
_BARE = {
    "leave": "left", "withdraw": "withdrew", "go": "went", "step": "stepped", "exit": "exited", "depart": "departed",
    "wait": "waited", "sit": "sat", "recuse": "recused", "absent": "absented", "stay": "stayed", "remain": "remained",
    "return": "returned", "rejoin": "rejoined", "abstain": "abstained", "refrain": "refrained", "vote": "voted",
    "participate": "participated", "contribute": "contributed", "join": "joined", "take": "took", "decide": "decided",
    "raise": "raised", "cast": "cast", "express": "expressed", "exercise": "exercised", "have": "had", "play": "played",
    "give": "gave", "speak": "spoke", "comment": "commented", "engage": "engaged", "make": "made",
}  # fmt: skip
_TURN = frozenset(("and", "but", "then", "which", "whilst", "while", "or", "who", "when", "before", "after", "as"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "its", "their"))


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with whoever it speaks of. `takes` are the words behind the verb as far as the clause goes."""

    statement: Statement
    verb: str
    start: int
    end: int
    takes: str
    subject: Mention
    passive: bool
    denied: bool


def clauses(statements: Sequence[Statement], verbs: re.Pattern[str], cast: Cast) -> Iterator[Clause]:
    """Every clause of these verbs that tells of something done, or denied; what is only meant or asked is left out."""
    for index, statement in enumerate(statements):
        if statement.sentence.row or _NOT_REAL.search(statement.text):
            continue
        before = spoken_before(statements, index)
        for found in verbs.finditer(statement.text):
            clause = _clause(statement, found, before, cast)
            if clause is not None:
                yield clause


def _clause(statement: Statement, found: re.Match[str], before: Statement | None, cast: Cast) -> Clause | None:
    front, verb = statement.text[: found.start()], found.group().casefold()
    denied = _mood(front, cast)
    if denied is None or (verb in _BARE and not (_CAME_ABOUT.search(front) or (denied and _DID.search(front)))):
        return None
    stop = _END.search(statement.text, found.end())
    takes = statement.text[found.end() : stop.start() if stop else len(statement.text)]
    passive = _PASSIVE.search(front) is not None
    whom = None if passive else _OBJECT.match(takes)
    if whom is not None:
        subject: Mention | None = statement.mentions[int(whom.group(1))]
        takes, passive = takes[whom.end() :], True
    else:
        subject = bound(statement, found, before, cast) if _stands_with_its_subject(front) else None
    if subject is None or subject.kind == "others":
        return None
    return Clause(statement, _BARE.get(verb, verb), found.start(), found.end(), takes, subject, passive, denied)


def _mood(front: str, cast: Cast) -> bool | None:
    """Whether the deed is denied by the words right before the verb; None where it is only meant, asked or possible."""
    came = _CAME_ABOUT.search(front)
    if came is not None:
        return " not " in came.group()
    if _STILL_MEANT.search(front):
        return None
    denied, behind = False, ""
    for word in reversed(front.split()[-6:]):
        low = word.casefold().strip(",:()")
        if low.startswith("‹") or low in _TURN or word[-1] in ".;:":
            break
        if low in cast.words.modal and not (low == "to" and behind in _DETERMINERS):
            return None
        denied = denied or low in cast.words.negation or low.endswith("n't")
        behind = low
    return denied


def _stands_with_its_subject(front: str) -> bool:
    """Whether a name, a comma or a joining word stands before the verb, and no other noun that could be its subject."""
    came = _CAME_ABOUT.search(front)
    front = front[: came.start()] if came else front
    bare = front[: _BEFORE_VERB.search(front).start()]  # type: ignore[union-attr]
    return not bare.strip() or _LINKS.search(bare) is not None
