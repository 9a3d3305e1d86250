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
_AND_THE_OTHERS = re.compile(r"(?<=\band )the other (?:GPs|GP members|doctors|GP representatives)\b")
# "The council's", "PCCC/17/06", "LMC secretary": words on something or somebody of theirs.
_OF_OTHERS = re.compile(
    r"'s?\b|[/-]\d|\s+(?:link|liaison|secretary|officers?|chair\w*|representatives?|directors?|managers?|leads?|staff|policy|levy"
    r"|website|offices?|premises|contracts?|funding|budget|nominee|employees?)\b"
)
_WITHIN_NAME = re.compile(rf"[{CAPITALS}][\w'-]*\s+(?:(?:and|&|of)\s+)?$")


def groups(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Those with the conflict, and groups by the roles the vocabulary gives them; the longest words first."""
    for found in (*cast.words.conflicted.finditer(text), *_ALL_OF_THEM.finditer(text)):
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
