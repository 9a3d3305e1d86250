"""Clauses told of somebody: a verb, whose deed it is, what it takes, and whether it happened, was denied or only meant.

The phrases of the vocabulary are fixed words; here a deed is put together from a verb of moving, being or voting and
the place, the meeting or the vote that stands behind it, so that words never seen before are read as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from coi_audit.linking.participation.binding import bound, spoken_before
from coi_audit.linking.participation.cast import Cast, Mention, Statement
from coi_audit.linking.participation.verbs import FORMS, Form

_MANNER = (
    r"(?:\w+ly|then|also|now|already|both|all|each|therefore|again|just|thus|first|once more|in turn|so|to that end"
    r"|at once|still|never|himself|herself|themselves)"
)
_HELPERS = r"(?:had|has|have|having|was|were|is|are|been|being|be|got|did|do|does)"
_BEFORE_VERB = re.compile(rf"(?:\b(?:{_MANNER}|{_HELPERS}|not|never)\s+|n't\s+)*$", re.IGNORECASE)
_LINKS = re.compile(
    r"(?:[›),:|\]\[(]|\b(?:and|but|then|or|nor|who|before|after|while|whilst|when|until|on"
    r"|upon|by|with|having|as)|-)\s*$",
    re.IGNORECASE,
)
_PASSIVE = re.compile(rf"\b(?:was|were|been|being|is|are|be|got)\s+(?:{_MANNER}\s+|not\s+)*$", re.IGNORECASE)
# What somebody chose to do, or had to, was done.
_CAME_ABOUT = re.compile(
    r"\b(?:chose|opted|elected|preferred|proceeded|saw fit|thought it (?:right|best|better|proper)|was obliged"
    r"|were obliged|felt obliged|had|took care|was content|were content|was careful|were careful|made sure"
    r"|took the decision|was made|were made|rose|got up)(?:\s+(?:instead|rather|therefore))?\s+(?:not\s+)?to"
    r"\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NOT_REAL = re.compile(
    r"^\W*(?:if|had there|were there|should|unless|in the event)\b|\b(?:wondered|asked"
    r"|queried|unsure|considered|clear|known|recalled)\s+(?:if|whether)\b"
    r"|\b(?:previous|earlier|past|last|next|future)\s+(?:occasions?|meetings?)\b|\bwould have\b",
    re.IGNORECASE,
)
_END = re.compile(
    r"[;|]|\.\s|,?\s+(?:and|but|while|whilst|when|before|after|where(?:upon)?)\s+(?:then\s+|the\s+|as\s+)?(?=‹)"
    r"|,\s+(?=‹\d+›\s)|\s+(?:and|but)\s+(?=(?:then\s+|later\s+|subsequently\s+)?(?:returned"
    r"|rejoined|came|went|left|withdrew"
    r"|took|was|were|did|had|spoke|answered|abstained|voted)\b)"
)
_ASIDE = re.compile(r",\s+(?:whose|which|where)\b[^,;.]{3,80},\s*$", re.IGNORECASE)  # between a subject and its verb
_OBJECT = re.compile(r"\s+‹(\d+)›(?!')")
_ACTS_NEXT = re.compile(
    r",?\s+(?:(?:had|was|were|has|also|then|briefly)\s+)*(?:\w{2,}ed|told|said|gave|made|put|spoke|took|set|left|went)\b"
)
# "Would be excluded and placed in the lobby": what follows is only meant as well.
_STILL_MEANT = re.compile(
    r"\b(?:would|will|should|must|could|may|might|shall|to)\s+(?:\w+\s+)?be\s+\w+[^.;‹]*"
    r"(?:\band|\bor|,)\s+(?:then\s+)?$",
    re.IGNORECASE,
)
# "Chose to leave", "did not vote": the bare verb tells a deed only behind such words.
_DID = re.compile(r"\b(?:did|does|do)(?:\s+not|n't)\s+(?:(?:\w+ly|then|also|however|therefore)\s+)?$", re.IGNORECASE)
_NO_ONE = re.compile(r"\b(?:no|not\s+one)\s+‹\d+›\s+(?:\w+\s+)?$", re.IGNORECASE)  # "no member with an interest left"
_TURN = frozenset(("and", "but", "then", "which", "whilst", "while", "or", "who", "when", "before", "after", "as"))
_DETERMINERS = frozenset(("the", "a", "an", "this", "that", "these", "those", "its", "their"))
_WORD = re.compile(r"(?<![\w'-])(?:re-)?[A-Za-z]+(?![\w'-])")


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb, as its `lemma`, with whoever it speaks of. `takes` are the words behind it as far as the clause goes.

    `front` are all words before the verb; `denied` that they deny it ("did not", "never").
    """

    statement: Statement
    lemma: str
    start: int
    end: int
    takes: str
    subject: Mention
    passive: bool
    denied: bool
    front: str = ""


def clauses(statements: Sequence[Statement], cast: Cast) -> Iterator[Clause]:
    """Every clause of the known verbs that tells of something done, or denied; what is only meant is left out."""
    for index, statement in enumerate(statements):
        if statement.sentence.row or _NOT_REAL.search(statement.text):
            continue
        before = spoken_before(statements, index)
        for found in _WORD.finditer(statement.text):
            form = FORMS.get(found.group().casefold())
            clause = _clause(statement, found, form, before, cast) if form is not None else None
            if clause is not None:
                yield clause


def _clause(
    statement: Statement, found: re.Match[str], form: Form, before: Statement | None, cast: Cast
) -> Clause | None:
    front = _ASIDE.sub(" ", statement.text[: found.start()])
    denied = _mood(front, cast)
    if denied is None or (form.base and not (_CAME_ABOUT.search(front) or (denied and _DID.search(front)))):
        return None
    takes = what_it_takes(statement.text, found.end())
    passive = _PASSIVE.search(front) is not None
    whom = None if passive else _OBJECT.match(takes)
    if whom is not None and _ACTS_NEXT.match(takes, whom.end()):
        whom, takes = None, ""  # "before he left Dr Rao reminded members": a clause of its own
    if whom is not None:
        subject: Mention | None = statement.mentions[int(whom.group(1))]
        takes, passive = takes[whom.end() :], True
    else:
        subject = bound(statement, found, before, cast) if _stands_with_its_subject(front) else None
    if subject is None or subject.kind == "others" or _NO_ONE.search(front):
        return None
    return Clause(statement, form.lemma, found.start(), found.end(), takes, subject, passive, denied, front)


def what_it_takes(text: str, end: int) -> str:
    """The words behind a verb that ends there, as far as its clause goes."""
    stop = _END.search(text, end)
    return text[end : stop.start() if stop else len(text)]


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
