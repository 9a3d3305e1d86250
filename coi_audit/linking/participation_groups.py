"""People meant without a name: groups by role or by the words of a title, the conflicted, and nobody in particular."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.linking.participation_cast import Cast, Mention
from coi_audit.model.letters import CAPITALS
from coi_audit.model.words import Role

_TITLED = re.compile(
    r"\b(?:(?:all|both|each|any)\s+(?:of\s+)?(?:the\s+)?(?:other\s+)?|the\s+)(?:(?:two|three|four|five|six)\s+)?"
    r"(?P<kind>[a-z][\w-]+(?:\s[a-z][\w-]+)?)\s+"
    r"(?P<noun>member|director|representative|lead|manager|officer)s\b",
    re.IGNORECASE,
)
# "For item 6 all could stay", "all three returned": those of whom it has just been told.
_VERBS = (
    r"(?:could|may|might|should|would|left|withdrew|went|stepped|stayed|remained|returned|re-?joined|came|invited|called"
    r"|brought|asked|abstained|did not|took (?:no|part)|spoke|contributed|participated|voted|muted|turned)"
)
_THEN = r"(?=\s+(?:then\s+|also\s+|had\s+|were\s+|was\s+|both\s+)*"
_ALL_OF_THEM = re.compile(
    r"\b(?:(?:all|each)(?:\s+of)?(?:\s+(?:them|these|those|whom))?(?:\s+(?:two|three|four|five|six))?(?:\s+concerned)?"
    rf"{_THEN}{_VERBS}\b)"
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
        spans += [(one.start(), one.end(), Mention("group", one.group(), who, True)) for one in pattern.finditer(text)]
    yield from sorted(spans, key=lambda one: (one[0] - one[1], one[0]))


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
