"""The organisation that an interest's words name: "GP partner at Elm Surgery", "Elm Care Ltd (director)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.readers.registers.words import HONORIFIC, read_type, says, whose, words

_CAPITAL = r"(?:[A-Z0-9][\w’'.\-]*|St\.?)"
_JOINER = r"(?:and|&|of|the|for|upon|on|in|de|le|la|\+)"
_FORM = r"(?:[Ll]imited|LIMITED|Ltd\.?|LTD|LLP|[Pp]lc|PLC|CIC|C\.I\.C\.?|CIO|LP|Inc)"
_NAME = (
    rf"{_CAPITAL}(?:\s+(?:{_JOINER}\s+)*{_CAPITAL}|\s*&\s*{_CAPITAL})*"
    rf"(?:\s+\([A-Z][\w ]*\)(?:\s+{_CAPITAL})*)?(?:\s+at\s+Home)?(?:\s+{_FORM}(?!\w))?"
)
_AFTER_WORD = re.compile(
    rf"\b(?P<word>at|by|for|with|of|in|to|from|owns|runs|chairs|manages|leads)\s+(?:(?:the|a|an)\s+)?(?P<name>{_NAME})(?=\s*(?:$|[,;:.()\n–—]|\s-\s|"
    rf"(?:where|which|who|and|as|since|from|until|that|a|an|providing|provider|to|for|but|on|in|has|have|is|was)\b))"
)
_AFTER_MARK = re.compile(rf"(?:,|\s[-–—:]|:|[–—])\s*(?P<name>{_NAME})\s*(?=$|[,;.(\n]|\s[-–—]\s)")
_IN_FRONT = re.compile(rf"^(?P<name>{_NAME})\s*(?:,|\s[-–—:]\s|:|\()\s*\S")
_WITH_POST = re.compile(rf"^(?P<name>{_NAME})\s+(?P<post>[a-z][a-z -]{{2,40}})$")
_OF_A_BODY = re.compile(r"\b(?:steward|convenor|trustee|representative|inspector|examiner|assessor|volunteer)s?$")
_IN_BRACKETS = re.compile(rf"\((?P<name>{_NAME})\)")
_MONTH = re.compile(r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|\d")
# The type of an interest written in front of its words: "Non-pecuniary – ...", "Indirect: ...".
TYPE_IN_FRONT = re.compile(
    r"^\s*((?:(?:in)?direct )?(?:non[- ]?)?(?:financial|pecuniary|personal|professional)(?: professional| personal)?"
    r"(?: interests?)?|(?:in)?direct(?: interests?)?)\s*(?:\s[-–—]|[–—:])\s*",
    re.IGNORECASE,
)
_BEST, _GOOD, _FAIR = 3, 2, 1


def organisation_in(nature: str) -> str:
    """The one organisation a sentence clearly names, as written; empty where there is none or more than one.

    "GP partner at Elm Street Surgery" gives "Elm Street Surgery"; "Partner, Elm Street Surgery" too.
    """
    found: dict[str, int] = {}
    for name, preposition in _candidates(TYPE_IN_FRONT.sub("", nature)):
        score = _score(name, preposition)
        if score:
            found[name] = max(score, found.get(name, 0))
    names = [name for name in found if not any(name != other and name in other for other in found)]
    if not names:
        return ""
    top = max(found[name] for name in names)
    best = [name for name in names if found[name] == top]
    return best[0] if len(best) == 1 else ""


def name_and_nature(written: str) -> tuple[str, str]:
    """A cell of organisations that says in one phrase what somebody does there: the organisation, and the phrase.

    "Wife is a practice nurse at Elm Surgery" names Elm Surgery; "Partners in Health Ltd" is a name, and stays one.
    """
    name = organisation_in(written)
    before, _, _ = written.partition(name) if name else ("", "", "")
    tells = words().ties.search(before) or whose(before).relationship
    return (name, written) if tells else (written, "")


def _candidates(text: str) -> Iterator[tuple[str, str | None]]:
    if (match := _WITH_POST.match(text)) is not None and _is_of_a_body(match["name"], match["post"]):
        yield match["name"], "at"
    for pattern in (_AFTER_WORD, _AFTER_MARK, _IN_FRONT, _IN_BRACKETS):
        for match in pattern.finditer(text):
            name = _without_post(_without_brackets(match["name"].strip(" .,'")))
            if not (pattern is _IN_FRONT and words().ties.match(name) and _ends_as_post(name.split(",")[0])):
                yield name, match.groupdict().get("word")


def _is_of_a_body(name: str, post: str) -> bool:
    """Whether words such as "UNISON steward" or "Elm Surgery patient representative" name a body and a post in it."""
    if " " not in name:
        return name.isupper() and len(name) > 2 and _OF_A_BODY.search(post) is not None
    return bool(words().organisations.search(name)) and _ends_as_post(post) and not words().ties.search(name)


def _without_brackets(name: str) -> str:
    """Without closing brackets that tell what somebody does there: "Elm Hospital (Consultant)", or of what
    type the interest is."""
    match = re.match(r"^(.+?)\s+\(([^()]+)\)$", name)
    tells = match is not None and bool(
        words().ties.search(match[2]) or words().posts.search(match[2]) or read_type(match[2]).known
    )
    return match[1] if match is not None and tells else name


def _without_post(name: str) -> str:
    """Without the post in front: "Chair of Governors of St Jude's School" names the school."""
    pieces = re.split(r"\s+(?:of|at|for|in|with)\s+(?:the\s+)?", name)
    while len(pieces) > 1 and _ends_as_post(pieces[0]):
        name = name[len(pieces[0]) :].lstrip()
        name = re.sub(r"^(?:of|at|for|in|with)\s+(?:the\s+)?", "", name)
        pieces = pieces[1:]
    return name


def _ends_as_post(name: str) -> bool:
    """Whether the last word tells what somebody is ("Practice Manager") rather than names a body."""
    if re.search(r"(?:&|\band)\s+(?:Partners|Associates)$", name):
        return False  # how practices and firms are named
    last = re.sub(r"[^\w-]", "", name.rsplit(maxsplit=1)[-1]) if name.split() else ""
    return bool(words().posts.fullmatch(last))


def _score(name: str, preposition: str | None) -> int:
    if not re.search(r"[A-Za-z]{2}", name) or says("nil", name) or whose(name).relationship or _ends_as_post(name):
        return 0
    named = bool(words().organisations.search(name))
    if not named and (_MONTH.match(name) or read_type(name).known):
        return 0
    if named:
        only = words().organisations.sub("", name).strip(" &,.-")
        return _BEST if only else 0
    bare = words().ties.sub("", words().roles.sub("", name)).strip(" ,.-&")
    firm = bool(re.search(r"(?:&|\band)\s+(?:Partners|Associates)$", name))
    if not bare or (preposition is None and re.match(HONORIFIC, name) and not firm):
        return 0
    return _GOOD if preposition in ("at", "by", "for", "with") and len(name.split()) > 1 else _FAIR
