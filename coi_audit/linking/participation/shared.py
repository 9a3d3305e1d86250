"""People told of by what they share with others, or by their place among them: who that is, is settled by `sharers`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.cast import Cast, Mention

COUNTS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_NUMBERS = {**COUNTS, "both": 2}
_COUNT = rf"(?:{'|'.join(COUNTS)})"
_PLAIN_HEAD = r"(?:member|colleague|person|individual|attendee|part(?:y|ie)|one|representative|declar(?:er|ant))"
_HEAD = (
    rf"(?:{_PLAIN_HEAD}|GP|doctor|clinician|practitioner|partner|director|trustee|landlord|tenant|lessor|leaseholder|locum"
    r"|manager|officer|contractor|provider|nurse|pharmacist|dentist|optometrist|shareholder|owner|co-owner|employee"
    r"|applicant|bidder|tenderer|supplier|patient|spouse|governor|councillor|adviser|advisor|consultant|lead|delegate"
    r"|volunteer|neighbour|developer|recipient|beneficiar(?:y|ie)|trainer|trainee|chair)"
)
_SOME = rf"(?:{_HEAD}s|people|persons)"
_WITHIN = (  # words between a head and its verb, none of them a verb of the meeting
    r"(?:(?!(?:left|withdrew|went|stayed|remained|did|took|was|were|spoke|voted|abstained|agreed|approved|asked|said|declared"
    r"|supported|noted|considered|felt|discussed)\b)[\w'-]+\s+){0,7}?"
)
_LINK = (
    r"(?:who|whose|that|with|from|of|in|on|at|for|holding|having|having\s+declared|representing|working|named|mentioned|listed"
    r"|conflicted|affected|concerned|involved|declaring|sitting|linked|tied|connected|employed|belonging|present|above)"
)
_WHO = (
    r"(?:who\s+(?:had|have|has|were|are|was|is)\s+(?:\w+\s+)?"
    r"(?:declared|conflicted|affected|named|listed|mentioned|involved|concerned|disclosed)\s+)"
)
_ACTS = (
    r"(?=\s+(?:(?:then|also|both|all|each|duly|accordingly|therefore|again|now|in\s+turn|still|however)\s+)*"
    r"(?:left|withdrew|went|stepped|stayed|remained|sat|stood|kept|took|did|spoke|voted|abstained|returned|re-?joined|came"
    r"|(?:was|were)(?!\s+(?:his|her|their|an?|the|one)\b)|had|made|gave|fell|put|moved|retired|excused|recused|absented|logged|dropped|switched|muted|waited|joined"
    r"|contributed|answered|declined|refrained|departed|exited|vacated|played|cast|exercised|listened|observed|removed)\b)"
)
_QUALIFIED = rf"\s+{_WHO}?(?:{_LINK}\s+)?{_WITHIN}[\w'-]+"
_MOD = (
    r"(?!(?:before|after|when|while|whilst|until|as|for|with|by|and|but|or|that|which|who|of|on|at|in|to|from"
    r"|\w+ing|\w+ly)\b)[\w-]+"
)
_MODS = (
    r"(?:(?!(?:other|remaining|lay|executive|unconflicted|voting|chief|vice|deputy|members)\b)"
    rf"{_MOD}(?:'s)?\s+){{0,3}}?"
)
_THE = rf"(?:the|both|all(?:\s+of)?(?:\s+the)?|those|these|any|each|every|our|no)\s+(?:{_COUNT}\s+)?"
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        # "The salaried doctor", "the two federation board members", "the partner whose practice was affected".
        rf"\b{_THE}{_MODS}{_HEAD}s?(?:\s+{_LINK}{_QUALIFIED})?{_ACTS}",
        # "Practice colleagues", "Members who hold a contract", "Colleagues from the Harbour network".
        rf"(?:^\W*|[;,]\s+|\b(?:and|while|whilst|but|as)\s+)(?P<own>(?:{_MOD}\s+){{1,2}}?{_SOME}{_ACTS}"
        rf"|(?:{_MOD}\s+){{0,2}}?{_SOME}\s+{_LINK}{_QUALIFIED}{_ACTS}"
        rf"|(?!members|colleagues|people|persons|individuals|attendees){_SOME}{_ACTS})",
        # "Those with a PCN role", "anyone whose practice would gain".
        rf"\b(?:all\s+)?(?:those|everyone|everybody|anyone|whoever)(?:\s+present)?\s+{_LINK}{_QUALIFIED}{_ACTS}",
        # "All of the above", "the pair", "the GP contingent".
        rf"\b(?:all\s+of\s+)?the\s+(?:above|aforementioned|above-?named|abovenamed|aforesaid)(?:\s+{_SOME})?{_ACTS}",
        rf"\bthe\s+(?:[\w-]+\s+)?(?:pair|duo|couple|trio|contingent|cohort)(?:\s+of\s+them)?{_ACTS}",
    )
)
_NOT_THEY = re.compile(  # those who have no interest, or are nobody in particular
    r"\b(?:voting|non-voting|lay|executive|independent|unconflicted|non-conflicted|remaining|eligible|other|public|patient|new|no\s+interest"
    r"|without|not)\b|^\W*(?:(?:the|all|both|those|these|any|each|every)\s+)?(?:(?:committee|board|body)\s+)?"
    r"(?:members?|people|colleagues?|attendees?)(?:\s+(?:present|there|in\s+the\s+room|of\s+the\s+\w+))?$"
    r"|\b(?:who|whose|that|had|has|have|was|were|is|are)$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    r"\bthe\s+(?:(?:former|latter|first|second|third|last|final)(?:[- ](?:named|mentioned))?"
    rf"(?:\s+(?:of\s+(?:these|them|those|the\s+{_COUNT})|{_HEAD}|named|mentioned))?){_ACTS}"
    rf"|\bthe\s+(?:{_COUNT}\s+)?other(?:s|\s+(?:one|{_COUNT}(?:\s+{_HEAD}s)?|(?:[\w-]+\s+){{0,2}}?{_HEAD}"
    rf"|(?:conflicted|interested|affected)\s+{_HEAD}s))?{_ACTS}"
    rf"|\bthe\s+remaining\s+(?:one|{_COUNT}|(?:{_COUNT}\s+)?(?:conflicted|interested|affected)\s+{_HEAD}s?){_ACTS}"
    rf"|\b(?:his|her|their)\s+(?:other\s+|fellow\s+|conflicted\s+)?(?:[\w-]+\s+)?(?:colleagues?|GP|partner){_ACTS}"
    rf"|(?<=followed\sby\s)the\s+other(?:\s+(?:[\w-]+\s+){{0,2}}?{_HEAD})?\b"
    rf"|\b(?:second|third){_ACTS}",
    re.IGNORECASE,
)
_PLACED = re.compile(
    r"\b(?:former|latter|first|second|third|last|final|others?|remaining|colleagues?|(?:his|her|their)\s+(?:\w+\s+){0,3}(?:GP|partner))\b",
    re.IGNORECASE,
)
_AS = re.compile(r"\b(?:as|being|is|was|were|are|asked|invited|thanked|told|by|of|from|to|for|with)\s+$", re.IGNORECASE)
# Words for people of the meeting; a landlord, a bidder, the partners of a practice need not be there.
_OF_THE_MEETING = re.compile(
    r"\b(?:members?|colleagues?|those|every(?:one|body)|anyone|whoever|declar\w+|conflicted|interested|affected|concerned"
    r"|above\w*|afore\w+|pair|duo|couple|trio|present|in\s+the\s+room)\b",
    re.IGNORECASE,
)
# What is done at a meeting: the room, the vote, or nothing more than that somebody left.
_AT_MEETING = re.compile(
    r"\s+(?:\w+ly\s+)?(?:[\w-]+)(?:(?=[^.;]*\b(?:room|meeting|call|chair|table|vot\w+|discuss\w*|deliberat\w+"
    r"|decision|item|debate|silent|part|abstain\w*|matter|gallery|lobby|corridor|muted|cameras?|likewise|suit|questions?|public|conversation)\b)"
    r"|(?:\s+(?:out|together|first|last|too|also|as\s+well|separately|aside|back|in))?(?=\s*(?:$|[.;,])|\s+(?:while|whilst|until)\b))",
    re.IGNORECASE,
)
_AT_ANOTHER_TIME = re.compile(
    r"[^.;]*?\b(?:(?:in|since|during|by|last|next|this|of|from)\s+(?:(?:early|late|mid)[- ])?(?:the\s+)?"
    r"(?:year|month|week|spring|summer|autumn|winter|january|february|march|april|may|june|july|august|september|october|november|december|(?:19|20)\d\d)\b"
    r"|ago\b|(?:public|last|earlier|previous|contract|other)\s+(?:meeting|vote|discussions?)\b)",
    re.IGNORECASE,
)


def _in_the_room(text: str, start: int, end: int) -> bool:
    """Whether the words tell of people at this meeting, not of a practice, a company or its people elsewhere."""
    if _AS.search(text[:start]):
        return False
    of_it = _OF_THE_MEETING.search(text, start, end) is not None
    return of_it and _AT_MEETING.match(text, end) is not None and _AT_ANOTHER_TIME.match(text, end) is None


def number_said(words: str) -> int | None:
    """How many people the words speak of: "the three GPs", "both directors"."""
    return next((count for word, count in _NUMBERS.items() if re.search(rf"\b{word}\b", words, re.IGNORECASE)), None)


def by_order(text: str, _: Cast) -> Iterator[tuple[int, int, Mention]]:
    """ "The former", "the other GP", "her colleague": one of those named before, by place."""
    for found in _ORDER.finditer(text) if _PLACED.search(text) else ():
        if _AT_ANOTHER_TIME.match(text, found.end()):
            continue
        many = re.search(rf"\b(?:others|{_COUNT}|\w+s)$", found.group(), re.IGNORECASE) is not None
        yield found.start(), found.end(), Mention("sharing", found.group(), frozenset(), plural=many)


def shared(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """ "The landlord", "members who hold a contract": whoever of those with an interest is so."""
    if not _OF_THE_MEETING.search(text):
        return
    found = [(one.start("own"), one.end()) for one in _PATTERNS[1].finditer(text)]
    found += [one.span() for index, pattern in enumerate(_PATTERNS) if index != 1 for one in pattern.finditer(text)]
    for start, end in sorted(found, key=lambda one: (one[0], -one[1])):
        words = text[start:end]
        if cast.words.others.fullmatch(words) or _NOT_THEY.search(words) or not _in_the_room(text, start, end):
            continue
        bare = re.sub(r"^no\s+", "", words, flags=re.IGNORECASE)
        many = re.search(r"(?:s|people|those|all|every\w+|anyone|pair|trio|duo|couple|contingent)\b", words, re.I)
        yield end - len(bare), end, Mention("sharing", bare, frozenset(), plural=many is not None)
