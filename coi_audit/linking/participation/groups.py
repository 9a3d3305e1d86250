"""People meant without a name: groups by role or by the words of a title, the conflicted, and nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation.cast import Cast, Mention
from coi_audit.model.letters import CAPITALS
from coi_audit.model.words import Role

_TITLED = re.compile(
    r"(?:\b(?:(?:all|both|each|any)\s+(?:of\s+)?(?:the\s+)?(?:other\s+)?|the\s+)|^)(?:(?:two|three|four|five|six)\s+)?"
    r"(?P<kind>[a-z][\w-]+(?:\s[a-z][\w-]+)?)\s+"
    r"(?P<noun>member|director|representative|lead|manager|officer)s\b",
    re.IGNORECASE,
)
# "For item 6 all could stay", "all three returned": those of whom it has just been told.
_VERBS = (
    r"(?:could|may|might|should|would|left|withdrew|went|stepped|stayed|remained|returned|re-?joined|came|invited|called"
    r"|brought|asked|abstained|did not|took (?:no|part)|spoke|contributed|participated|voted|muted|turned"
    r"|readmitted|re-admitted"
    r"|admitted|let|fetched|shown|absented|waited)"
)
_THEN = r"(?=\s+(?:then\s+|also\s+|had\s+|were\s+|was\s+|both\s+)*"
_ALL_OF_THEM = re.compile(
    r"\b(?:(?:all|each)(?:\s+of)?(?:\s+(?:them|these|those|whom))?(?:\s+(?:two|three|four|five|six))?(?:\s+concerned)?"
    rf"{_THEN}{_VERBS}\b)"
    rf"|(?:those|these)\s+(?:(?:two|three|four|five|six)\s+)?(?:members|colleagues|people|individuals|persons|GPs|representatives){_THEN}"
    rf"(?:{_VERBS}|declared)\b)"
    r"|(?:(?:the|both|all|these|those)(?:\s+(?:of\s+)?(?:the\s+)?(?:two|three|four|five|six))?\s+(?:doctors|clinicians)"
    r"|the\s+(?:two|three|four|five|pair|trio)(?:\s+of\s+them)?(?:\s+(?:members|colleagues))?)"
    rf"{_THEN}(?:{_VERBS}|said|felt|thought|gave|put|told|\w{{3,}}ed)\b))",
    re.IGNORECASE,
)
# "The member with the interest", "everyone with a tie to the practice", "the GP who had declared".
_WITH_INTEREST = re.compile(
    r"\b(?:(?:all|both|each|any|every|the|those|these)\s+(?:of\s+)?(?:the\s+|those\s+)?(?:(?:two|three|four|five|six|other|one|same"
    r"|said|relevant|GP|clinical|lay|committee|voting)\s+)*(?:members?|GPs?|persons?|people|individuals?|doctors?|colleagues?|clinicians?"
    r"|attendees?|representatives?|parties|party|directors?|officers?|one|ones)|those|everyone|everybody|anyone|whoever|all)(?:\s+present)?\s+"
    r"(?:(?:with|holding|having|bearing)\s+(?!no\b)(?:[\w-]+\s+){0,4}?(?:interests?|conflicts?|ties?|links?|connections?|stake"
    r"|declarations?)(?:\s+(?:of\s+interest|to\s+declare|(?:to|in|with|at)\s+[^.;,‹]{2,30}?))?"
    r"|(?:who|that)\s+(?:had|has|have|was|were|is|are|did)?\s*(?!not\b)(?:(?:just|so|already|also|earlier|previously|each|both|all)\s+)*"
    r"(?:declared|disclosed|conflicted|affected|concerned|involved|interested)(?:\s+(?:an?\s+|the\s+|their\s+)?(?:[\w-]+\s+){0,2}"
    r"(?:interests?|conflicts?)(?:\s+in\s+(?:it|this|the\s+item|this\s+item))?)?"
    r"|(?:concerned|affected|so\s+(?:conflicted|affected|declared)|in\s+question|mentioned(?:\s+above)?|named(?:\s+above)?|just\s+named))"
    r"(?=\s*[,.;)]|\s+(?:\w+ed|left|went|was|were|had|did|took|then|both|all|also|is|are|sat|stood|came|kept|said|spoke|gave)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\b(?:all|both|the)\s+(?:two|three|four|five|six)\s+(?!(?:other|remaining|lay|executive|unconflicted|voting|bids?|bidders|practices"
    rf"|options)\b)[a-z][\w-]+(?:\s+(?!left|withdrew|went|had)[\w-]+){{0,6}}?{_THEN}{_VERBS}\b)"
    rf"|\bthe\s+(?:representatives|clinicians|practitioners|declarants){_THEN}(?:{_VERBS}|gave)\b)",
    re.IGNORECASE,
)
# "Members who are partners in practices", "those holding a contract for primary medical services".
_IN_PRACTICE = re.compile(
    r"\b(?:(?:all|both|any|each|every|the|those|these)\s+)?(?:of\s+the\s+)?(?:(?:two|three|four|five|six|other|voting)\s+)*"
    r"(?:members?|those|colleagues|people|representatives|attendees|directors|clinicians|doctors)\s+(?:present\s+)?"
    r"(?:who\s+(?:are|were|is|was|work|worked|practise|hold|held|have|had|run|own|owned)|working|employed|holding|from|in|with|representing"
    r"|running|drawn\s+from|based\s+in|practising)\s+(?:(?!no\b|not\b|outside)[\w-]+\s+){0,4}?"
    r"(?:general\s+(?:medical\s+)?practices?|practices?|surger(?:y|ies)|primary\s+(?:care|medical(?:\s+services)?)|GMS|PMS|GPs?)"
    r"(?:\s+(?:partners?|contracts?|income|providers?|services|sector))?(?=\s*[,.;:()]|\s+(?:\w+ed|left|went|was|were|had|did|took|then|both"
    r"|all|also|is|are|have|sat|came|kept|said|spoke|to|in\s+(?:item|respect|relation)|on\s+item|for\s+item|who|could|would|should)\b)",
    re.IGNORECASE,
)
_AND_THE_OTHERS = re.compile(r"(?<=\band )the other (?:GPs|GP members|doctors|GP representatives)\b")
# "The council's", "PCCC/17/06", "LMC secretary": words on something or somebody of theirs.
_OF_OTHERS = re.compile(
    r"'s?\b|[/ -]\d|\s+(?:link|liaison|secretary|officers?|chair\w*|representatives?|directors?|managers?|leads?"
    r"|staff|policy|levy"
    r"|website|offices?|premises|contracts?|funding|budget|nominee|employees?)\b"
)
_WITHIN_NAME = re.compile(rf"[{CAPITALS}][\w'-]*\s+(?:(?:and|&|of)\s+)?$")


def groups(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Those with the conflict, and groups by the roles the vocabulary gives them; the longest words first."""
    for found in (*cast.words.conflicted.finditer(text), *_WITH_INTEREST.finditer(text), *_ALL_OF_THEM.finditer(text)):
        yield found.start(), found.end(), Mention("conflicted", found.group(), frozenset(), plural=True)
    spans = []
    gps = frozenset(i for i, person in enumerate(cast.people.persons) if person.role is Role.GP) | cast.also_gps
    spans += [
        (one.start(), one.end(), Mention("group", one.group(), gps, True)) for one in _AND_THE_OTHERS.finditer(text)
    ]
    for pattern, roles in cast.words.groups:
        who = frozenset(i for i, person in enumerate(cast.people.persons) if person.role in roles)
        who |= cast.also_gps if Role.GP in roles else frozenset()
        spans += [(*_span(one), Mention("group", one.group(), who, True)) for one in pattern.finditer(text)]
    spans += [
        (one.start(), one.end(), Mention("group", one.group(), _working(one, cast), True))
        for one in _IN_PRACTICE.finditer(text)
    ]
    yield from sorted(spans, key=lambda one: (one[0] - one[1], one[0]))


def _span(found: re.Match[str]) -> tuple[int, int]:
    """Where a group stands, without an "of" before it: "the interest of the GPs" is theirs."""
    lead = re.match(r"of\s+", found.group(), re.IGNORECASE)
    return found.start() + (lead.end() if lead else 0), found.end()


def _working(found: re.Match[str], cast: Cast) -> frozenset[int]:
    """Those whom words of working in general practice mean: GPs, and practice managers unless it says partners."""
    roles = (Role.GP,) if re.search(r"partner|doctor|GPs?\b", found.group()) else (Role.GP, Role.PRACTICE_MANAGER)
    return frozenset(i for i, one in enumerate(cast.people.persons) if one.role in roles) | cast.also_gps


def counted_groups(text: str, _: Cast) -> Iterator[tuple[int, int, Mention]]:
    """ "All three clinicians and managers from general practice withdrew": however they are called, those concerned."""
    for found in _COUNTED.finditer(text):
        yield found.start(), found.end(), Mention("conflicted", found.group(), frozenset(), plural=True)


def titled_groups(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """ "All partner members": those whose membership's title says so."""
    titles = [person.member.title if person.member else "" for person in cast.people.persons]
    for post in cast.posts:
        titles[post.who] = " | ".join((titles[post.who], *post.parts))
    for found in _TITLED.finditer(text):
        words = re.compile(rf"\b{re.escape(found['kind'])}\s+{found['noun']}s?\b", re.IGNORECASE)
        who = frozenset(index for index, title in enumerate(titles) if words.search(title))
        if who and not cast.words.others.fullmatch(found.group()):
            yield found.start(), found.end(), Mention("group", found.group(), who, plural=True)


def others(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Subjects who are nobody in particular, but for words that end the name of an organisation."""
    for found in cast.words.others.finditer(text):
        ends_name = found.group()[0].isupper() and _WITHIN_NAME.search(text[: found.start()])
        if not ends_name and not _OF_OTHERS.match(text, found.end()):
            yield found.start(), found.end(), Mention("others", found.group(), frozenset(), plural=True)
