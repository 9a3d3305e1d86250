"""Deeds told by what was asked for: "was asked to leave and did so", "should not vote", and then "He did not"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from coi_audit.linking.participation_binding import Deed
from coi_audit.linking.participation_cast import Cast, Mention, Statement
from coi_audit.linking.participation_clauses import Clause, what_it_takes
from coi_audit.linking.participation_verbs import FORMS

_STOP = (
    r"(?=\s*(?:$|[.,;:)]|\s-\s)|\s+(?:and|but|at|for|when|while|before|until|willingly|gladly|promptly|returning"
    r"|accordingly|without)\b)"
)
_SO = (
    r"(?:\s+(?:so|this|that|both|just that|exactly that|as\s+(?:(?:‹\d+›\s+)?(?:was|were|had been)\s+)?(?:asked"
    r"|requested|told"
    r"|directed|ruled|agreed|instructed|bidden?|advised|required|suggested)))"
)
_THEN = r"(?:(?:then|duly|accordingly|promptly|at once|immediately|readily|both|all|each|also|willingly)\s+)*"
# "Which he did", "and did so", "He complied", "The ruling was followed".
_CARRIED = re.compile(
    rf"(?:(?P<whom>‹\d+›)(?!')\s+{_THEN}|\b(?:and|who|which|this|that)\s+{_THEN}|^\W*)(?:did(?:{_SO})?|obliged|complied"
    r"|acquiesced|obeyed|acted accordingly|followed (?:this|that|the) \w+"
    r"|(?:complied|acted in line|acted in accordance) with (?:this|that|the|‹\d+›'s) \w+)"
    rf"{_STOP}",
    re.IGNORECASE,
)
_DONE_AS_ASKED = re.compile(
    r"^\W*(?:and\s+)?(?:this|that|it|these|the (?:ruling|request|instruction|direction|arrangement|agreement"
    r"|decision of the chair))\s+"
    r"(?:\w+\s+)?(?:was|were)\s+(?:then\s+|duly\s+)?(?:done|followed|carried out|complied with|observed|honoured"
    r"|adhered to|put into"
    r" (?:effect|practice)|what happened)\b",
    re.IGNORECASE,
)
# "He did not do so", "and was not", "nor did he": as denied.
_NOT_CARRIED = re.compile(
    rf"(?:(?P<whom>‹\d+›)(?!')\s+{_THEN}|\b(?:and|but|who|so|therefore)\s+{_THEN})"
    rf"(?:did\s+not(?:\s+do)?(?:{_SO})?|was\s+not|were\s+not|had\s+not){_STOP}"
    rf"|\bnor\s+(?:did|was|were|had)\s+(?P<who>‹\d+›)(?!'){_STOP}",
    re.IGNORECASE,
)
_DIRECTED = re.compile(
    r"\b(?:must|should|would|could|may|might|shall|can|will|ought|had|to|not|be|asked|told|ruled|requested|required|invited|agreed"
    r"|advised|instructed|directed|wished|decided|proposed|suggested|that ‹\d+›)\b",
    re.IGNORECASE,
)
_INFINITIVE = re.compile(
    r"(?:\b(?:to|should|must|would|could|may|might|shall|can|will|ought to)\s+|\bthat\s+‹\d+›\s+|\b(?:and|or|but"
    r"|then)\s+)"
    r"(?:(?:not|never|then|also|both|all|either|now|be|instead|therefore|only|and|or)\s+)*$",
    re.IGNORECASE,
)
_WORD = re.compile(r"(?<![\w'-])[A-Za-z]+(?![\w'-])")
_NOT = re.compile(r"\b(?:not|never)\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
_ASKERS = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)

Sense = Callable[[Clause], str | None]


def carried_out(statements: Sequence[Statement], cast: Cast, sense: Sense) -> Iterator[tuple[str, Deed]]:
    """Whatever was asked of somebody and is then said to be done; its kind by `sense`, its place where it was asked."""
    for index, statement in enumerate(statements):
        if statement.sentence.row:
            continue
        for pattern in (_CARRIED, _DONE_AS_ASKED, _NOT_CARRIED):
            for found in pattern.finditer(statement.text):
                named = next((one for one in found.groupdict().values() if one is not None), None)
                whom = statement.mentions[int(named[1:-1])] if named else None
                negative = pattern is _NOT_CARRIED
                yield from _asked_before(statements, index, found.start(), whom, negative=negative, sense=sense)


def _asked_before(
    statements: Sequence[Statement], index: int, end: int, whom: Mention | None, *, negative: bool, sense: Sense
) -> Iterator[tuple[str, Deed]]:
    place = statements[index].sentence.passage
    for back in range(index, max(index - 3, -1), -1):
        statement = statements[back]
        if statement.sentence.passage != place and back < index - 1:
            return
        found = list(_meant(statement, end if back == index else len(statement.text)))
        if whom is not None and whom.kind != "conflicted":
            found = [one for one in found if one.subject.who & whom.who]
        if not found:
            continue
        for clause in found:
            kind = _kind(clause, sense, negative=negative)
            if kind is not None:
                yield kind, Deed(kind, statement, clause.start, clause.end, clause.subject.who, clause.subject)
        return


def _kind(clause: Clause, sense: Sense, *, negative: bool) -> str | None:
    """What it amounts to: asked to and did, asked not to and did not; asked to leave and did not is staying."""
    return sense(replace(clause, denied=True) if negative else clause)


def _meant(statement: Statement, end: int) -> Iterator[Clause]:
    """The clauses before `end` that are only asked for or allowed, with whoever they are asked of."""
    for found in _WORD.finditer(statement.text, 0, end):
        form = FORMS.get(found.group().casefold())
        if form is None or form.ing:
            continue
        front = statement.text[: found.start()]
        if _INFINITIVE.search(front) is None or _DIRECTED.search(front) is None:
            continue
        subject = _asked_of(statement, found.start())
        if subject is None or not subject.who:
            continue
        takes = what_it_takes(statement.text, found.end())[: max(end - found.end(), 0)]
        denied = _NOT.search(front) is not None
        passive = re.search(r"\bbe\s+(?:\w+ly\s+)?$", front) is not None
        yield Clause(statement, form.lemma, found.start(), found.end(), takes, subject, passive, denied, front)


def _asked_of(statement: Statement, place: int) -> Mention | None:
    """The last one named before the verb who is not the one that asks."""
    for start, end, mention in reversed(list(statement.spans())):
        owned = statement.text[end : end + 1] == "'"
        if end <= place and not owned and mention.kind != "others" and not _ASKERS.search(statement.text[:start]):
            return mention
    return None
