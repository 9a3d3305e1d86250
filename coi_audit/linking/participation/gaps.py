"""Verbs that a sentence leaves out, told before: "and Dr Orme after it", "her colleague did likewise"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from coi_audit.linking.participation.cast import Statement

_WENT = (
    r"(?:left|withdrew|departed|retired|went\s+out|stepped\s+out|stayed|remained|abstained|returned|rejoined"
    r"|came\s+back)"
)
# "Dr Hill left first, and Dr Orme after the questions", "Dr Hill abstained and Dr Orme too".
_LEFT_OUT = re.compile(
    rf"‹\d+›\s+(?P<verb>{_WENT})\b[^.;‹]{{0,50}}?,?\s+(?:and|then)\s+(?P<who>‹\d+›)(?=,?\s+(?:after|before|once|when|at|for|during|until"
    r"|following|only|too|also|as\s+well|shortly|soon|later|straight|immediately)\b)",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"^(?P<lead>\W*)(?P<who>‹\d+›)\s+(?:(?:then|also|both|all|each)\s+)*(?:did\s+(?:likewise|the\s+same|so\s+too|so\s+as\s+well|so\s+also)"
    r"|followed\s+suit|acted\s+likewise)\b|^(?P<also>\W*)so\s+did\s+(?P<whom>‹\d+›)",
    re.IGNORECASE,
)
_TOLD = re.compile(r"‹\d+›\s+(?P<deed>(?:(?!‹|\band\s+‹)[^.;])+)[.;]?\s*$")


def filled(statement: Statement) -> Statement:
    """The statement with the verb put where one person's is left out."""
    text = statement.text
    for found in reversed(list(_LEFT_OUT.finditer(text))):
        text = f"{text[: found.end('who')]} {found['verb']}{text[found.end('who') :]}"
    return statement if text == statement.text else replace(statement, text=text)


def as_before(statements: Sequence[Statement]) -> list[Statement]:
    """ "Her colleague did likewise", where only what the sentence before tells says what: told of them in its words."""
    result = list(statements)
    for index in range(1, len(result)):
        statement, before = result[index], result[index - 1]
        same = _SAME.search(statement.text)
        told = _TOLD.search(before.text) if before.sentence.passage == statement.sentence.passage else None
        if same is None or told is None:
            continue
        who = same["who"] or same["whom"]
        mention = statement.mentions[int(who[1:-1])]
        if mention.kind == "sharing":
            rest = statement.text[same.end() :]
            result[index] = replace(statement, text=f"{same['lead'] or ''}{who} {told['deed'].rstrip()}{rest}")
    return result
