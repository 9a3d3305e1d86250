"""Deeds told by what was asked for: "was asked to leave and did so", "should not vote", and then "He did not"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from coi_audit.linking.participation.binding import Deed
from coi_audit.linking.participation.cast import Cast, Mention, Statement
from coi_audit.linking.participation.clauses import Clause, what_it_takes
from coi_audit.linking.participation.verbs import FORMS

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
    r"|(?<=and )agreed|acquiesced|obeyed|kept (?:to (?:that|this|it)|‹\d+›'s word)|acted accordingly|followed (?:this"
    r"|that|the) \w+"
    r"|(?:complied|acted in line|acted in accordance) with (?:this|that|the|‹\d+›'s) \w+)"
    rf"{_STOP}",
    re.IGNORECASE,
)
_DONE_AS_ASKED = re.compile(
    r"(?:^\W*|\band\s+)(?:this|that|it|these|the (?:ruling|request|instruction|direction|arrangement|agreement"
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
_RATHER = re.compile(
    r"\b(?:but|however|instead|although)\b[^.;]{0,60}\b(?:agreed|decided|ruled|could|should|asked|allowed)",
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
_BE = re.compile(r"\bbe\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_TAKING = frozenset(("vote", "participate", "contribute", "join"))
_ASKERS = re.compile(r"\bby\s+(?:the\s+)?$", re.IGNORECASE)

Sense = Callable[[Clause], str | None]


@dataclass(frozen=True, slots=True)
class _Echo:
    """Words that what was asked for was done: where they stand, of whom, and whether it was a "did not"."""

    index: int
    start: int
    whom: Mention | None
    negative: bool
    agreed: bool  # "was asked not to vote and agreed"
    being: bool  # "could not be in the room and was not"


def carried_out(statements: Sequence[Statement], cast: Cast, sense: Sense) -> Iterator[tuple[str, Deed]]:
    """Whatever was asked of somebody and is then said to be done; its kind by `sense`, its place where it was asked."""
    for index, statement in enumerate(statements):
        if statement.sentence.row:
            continue
        for pattern in (_CARRIED, _DONE_AS_ASKED, _NOT_CARRIED):
            for found in pattern.finditer(statement.text):
                named = next((one for one in found.groupdict().values() if one is not None), None)
                whom = statement.mentions[int(named[1:-1])] if named else None
                agreed = found.group().endswith("agreed")
                being = re.search(r"\b(?:was|were|had)\s+not$", found.group()) is not None
                echo = _Echo(index, found.start(), whom, pattern is _NOT_CARRIED, agreed, being)
                yield from _asked_before(statements, echo, sense)


def _asked_before(statements: Sequence[Statement], echo: _Echo, sense: Sense) -> Iterator[tuple[str, Deed]]:
    place = statements[echo.index].sentence.passage
    for back in range(echo.index, max(echo.index - 3, -1), -1):
        statement = statements[back]
        if statement.sentence.passage != place and back < echo.index - 1:
            return
        found = list(_meant(statement, echo.start if back == echo.index else len(statement.text)))
        if echo.whom is not None and echo.whom.kind != "conflicted":
            found = [one for one in found if one.subject.who & echo.whom.who]
        found = [one for one in found if not echo.being or one.passive or one.lemma == "be"]
        turned = list(_RATHER.finditer(statement.text, 0, found[-1].start)) if found else []
        found = [one for one in found if not turned or one.start > turned[-1].start()]
        for clause in found:
            kind = _kind(clause, sense, negative=echo.negative)
            if kind is None and clause.lemma in _TAKING and not clause.denied and not echo.negative:
                kind = "took_part" if clause.lemma == "vote" else "stay"
            if kind is not None and (clause.denied or not echo.agreed):  # to agree to leave is only to mean it
                yield kind, Deed(kind, statement, clause.start, clause.end, clause.subject.who, clause.subject)
        if found:
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
        if form.lemma != found.group().casefold() and not _BE.search(front):
            continue
        if _INFINITIVE.search(front) is None or _DIRECTED.search(front) is None:
            continue
        subject = _asked_of(statement, found.start())
        if subject is None or not subject.who:
            continue
        takes = what_it_takes(statement.text, found.end())[: max(end - found.end(), 0)]
        denied = _NOT.search(front) is not None
        passive = _BE.search(front) is not None
        yield Clause(statement, form.lemma, found.start(), found.end(), takes, subject, passive, denied, front)


def _asked_of(statement: Statement, place: int) -> Mention | None:
    """The last one named before the verb who is not the one that asks."""
    for start, end, mention in reversed(list(statement.spans())):
        owned = statement.text[end : end + 1] == "'"
        if end <= place and not owned and mention.kind != "others" and not _ASKERS.search(statement.text[:start]):
            return mention
    return None
