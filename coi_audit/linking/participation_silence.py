"""Keeping out of the decision while in the room: not voting, taking no part, holding back, having no vote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation_binding import Deed, done
from coi_audit.linking.participation_cast import Cast, Statement
from coi_audit.linking.participation_clauses import Clause

_VOTING = (
    r"(?:vot(?:e|es|ed|ing)|ballot|poll|decisions?|decision-making|deciding|decide|determination"
    r"|recommendations?|resolution|conclusion)"
)
_TAKING_PART = (
    rf"(?:{_VOTING}|part|participat\w+|involv\w+|contribut\w+|views?|opinions?|comment\w*|say|speak\w*|discussions?"
    r"|debate|deliberat\w+|it|this|that|proceedings|further|voice|role|hand|matter|item)"
)
_NEGATED = (
    "vote voted participate participated contribute contributed join joined take took taken decide decided raise raised"
    " cast express expressed exercise exercised speak spoke comment commented engage engaged"
)
_HAVING = "had has have having took takes taken taking played plays gave give made makes cast offered"
_ABSTAINING = "abstained abstains abstaining abstain refrained refrains refrain desisted"
_FORGOING = "forwent forewent waived relinquished surrendered withheld declined declines"
_STANDING = "sat stood stepped held drew hung kept stayed bowed opted pulled remained"
_BEING = "was were being been remained stayed sat attended present"
_EVERY = " ".join((_NEGATED, _HAVING, _ABSTAINING, _FORGOING, _STANDING, _BEING)).split()
SILENT_VERBS = re.compile(rf"(?<![\w'-])(?:{'|'.join(sorted(set(_EVERY)))})(?![\w'-])", re.IGNORECASE)
_OF_NEGATED, _OF_HAVING, _OF_ABSTAINING, _OF_FORGOING, _OF_STANDING, _OF_BEING = (
    frozenset(text.split()) for text in (_NEGATED, _HAVING, _ABSTAINING, _FORGOING, _STANDING, _BEING)
)
_ALONE = frozenset(("voted", "participated", "contributed", "decided", "engaged"))  # denied, they tell it by themselves
_ITS_OBJECT = re.compile(
    r"^(?:\s+(?:in|to|of|on|at|any|an|a|the|this|that|its|his|her|their|either|active|further"
    rf"|formal|full|final|with|for|from|taking|making|‹\d+›'s)\b|\s+‹\d+›'s)*\s+{_TAKING_PART}\b",
    re.IGNORECASE,
)
_NONE_OF = re.compile(
    r"^\s+(?:no|neither)\s+(?:[\w-]+\s+){0,2}?(?:votes?|say|part|voice|role|hand)\b",
    re.IGNORECASE,
)
_NO_WORD = re.compile(r"^\s+no\s+(?:[\w-]+\s+){0,2}?(?:contributions?|comments?|opinions?|views?)\b", re.IGNORECASE)
_OF_GIVING = frozenset(("made", "makes", "gave", "gives", "offered", "expressed"))
_HELD_BACK = re.compile(
    r"^\s+(?:out|back|away|aside|clear|apart)\s+(?:(?:of|from|for|during|on|when|while"
    rf"|whilst|as)\s+)?(?:the\s+|any\s+|this\s+|that\s+|all\s+)?(?:\w+\s+)?{_VOTING}\b",
    re.IGNORECASE,
)
_WITHOUT_VOTE = re.compile(
    r"^(?:\s+(?!not\b)(?:in|at|on|the|a|an|as|but|room|meeting|table|there|present|entirely"
    r"|throughout|completely|therefore"
    r"|thereafter|then|also|only|both|all|place|call|and|however|‹\d+›'s|his|her|their)\b|,|\s+‹\d+›'s)*"
    r"\s+(?:non-voting(?!\s+(?:member|attend|partic|position))|ineligible|silent|mute|muted"
    r"|disqualified|disenfranchised|without (?:a )?vote|without voting|unable to vote"
    r"|not (?:\w+ )?(?:voting|eligible|entitled|able to vote|taking part|participating|involved|party to)"
    r"|(?:barred|precluded|prevented|excluded|debarred|excused|recused|disqualified|released"
    rf"|exempted|removed) from (?:the |any |this )?(?:\w+ )?{_VOTING}"
    r"|(?:an? )?(?:silent |non-voting )?observer)\b",
    re.IGNORECASE,
)
_WITHOUT = re.compile(
    r"\bwithout\s+(?:any\s+)?‹(?P<one>\d+)›'s?\s+(?:votes?|participation|involvement|input|support)\b"
    r"|\bwithout\s+(?:the\s+)?(?:votes?|participation|involvement|input)\s+of\s+‹(?P<two>\d+)›"
    r"|\bwithout\s+‹(?P<three>\d+)›\s+(?:voting|taking\s+part|participating|having\s+voted)\b",
    re.IGNORECASE,
)

# "Neither the GPs nor the practice manager voted".
_NEITHER = re.compile(
    r"\b(?:neither|none)\b(?P<who>[^.;|]{0,80}?)\b(?:voted|took\s+(?:any\s+)?part|participated"
    r"|cast|joined\s+in|had\s+(?:a|any)\s+(?:vote|part|say))\b",
    re.IGNORECASE,
)
# "He was asked not to vote on it and did not".
_AS_ASKED = re.compile(
    r"‹(?P<who>\d+)›(?!')[^.;‹]{0,40}?\b(?:asked|told|requested|advised|required|agreed"
    r"|directed)\s+(?:that\s+‹\d+›\s+(?:should|would)\s+not|not\s+to)\s+"
    r"(?:vote|take\s+part|participate|join|speak)\b[^.;]{0,40}?\b(?:and\s+(?:‹\d+›\s+)?"
    r"(?:duly\s+)?(?:did\s+not|complied))\b",
    re.IGNORECASE,
)


def keeps_out(clause: Clause) -> bool:
    """Whether the clause tells of taking no part in the decision, or in the matter at all, without going out."""
    verb, takes = clause.verb, clause.takes
    if verb in _OF_ABSTAINING:
        return not clause.denied
    if clause.denied:
        alone = verb in _ALONE and not re.match(r"\s+(?:against|for|in favour)\b", takes)
        return verb in _OF_NEGATED and (alone or _ITS_OBJECT.match(takes) is not None)
    if verb in _OF_HAVING and _NONE_OF.match(takes):
        return True
    if verb in _OF_GIVING and _NO_WORD.match(takes):
        return True
    if verb in _OF_FORGOING and not clause.passive and _forgone(takes):
        return True
    if verb in _OF_STANDING and _HELD_BACK.match(takes):
        return True
    return verb in _OF_BEING and _WITHOUT_VOTE.match(takes) is not None


def _numbers(who: str) -> list[str]:
    return [who] if who.isdigit() else re.findall(r"‹(\d+)›(?!')", who)


def _forgone(takes: str) -> bool:
    return (
        re.match(
            r"^(?:\s+(?:to|use|cast|exercise|take|express|give|offer|make|any|a|an|the|his|her"
            rf"|their|up|right|‹\d+›'s)\b|\s+‹\d+›'s)*\s+{_TAKING_PART}\b",
            takes,
            re.IGNORECASE,
        )
        is not None
    )


def without_them(statements: tuple[Statement, ...], cast: Cast) -> Iterator[tuple[str, Deed]]:
    """ "The decision was taken without his vote": told of whoever the vote would have been."""
    for statement in statements:
        for found in _WITHOUT.finditer(statement.text):
            number = next(one for one in found.groups() if one is not None)
            mention = statement.mentions[int(number)]
            if mention.kind != "others" and done(statement.text, found.start(), cast):
                yield "no_vote", Deed("no_vote", statement, found.start(), found.end(), mention.who, mention)
        for found in (*_NEITHER.finditer(statement.text), *_AS_ASKED.finditer(statement.text)):
            for number in _numbers(found["who"]):
                mention = statement.mentions[int(number)]
                if mention.kind != "others":
                    yield "no_vote", Deed("no_vote", statement, found.start(), found.end(), mention.who, mention)
