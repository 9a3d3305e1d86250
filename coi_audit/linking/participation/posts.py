"""People called by their post or by whom they come from: "the Clinical Chair", "both Weir Street representatives"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from coi_audit.linking.participation.cast import Cast, Mention, Post
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.letters import CAPITALS
from coi_audit.model.meetings import Attendance, Minutes
from coi_audit.model.words import AttendanceStatus, Role
from coi_audit.rulebook.minutes_words import MinutesWords

_PARTS = re.compile(
    r"\s*(?:[,;()\[\]/|\n]|\s[-–—]\s|\band\b(?=\s+(?:lay|gp|chair|practice|clinical)))\s*", re.IGNORECASE
)
_HERE = (AttendanceStatus.PRESENT, AttendanceStatus.IN_ATTENDANCE)
_WORDS = (
    "chair chairman chairwoman chairperson vice-chair member members gp nurse partner observer voting non-voting deputy"
    " present officer director manager lay practice doctor secretary minutes"
)
_TOO_PLAIN = frozenset(_WORDS.split())
_NOUNS = (
    r"(?P<noun>GPs?|GP partners?|doctors?|clinicians?|partners?|members?|representatives?|reps?|colleagues?|people"
    r"|attendees?|practice managers?|managers?|directors?|leads?|officers?|staff|team|pair|duo|practitioners?)"
)
_NOUN = re.compile(_NOUNS, re.IGNORECASE)
_KINDS = r"(?:\s+(?:surgery|practice|medical|health|centre|group))*"
_THOSE = r"(?:the|both|all|those|our|two|three)\s+(?:of\s+)?(?:the\s+)?(?:(?:two|three|four|five|six)\s+)?"
_AS = re.compile(r"\b(?:as|is|was|are|were|being|became|with|of|to|by)\s+$", re.IGNORECASE)  # a tie, or somebody else's
_OWNERS = re.compile(r"\s+(?:of|at|for|from)\s+(?:the\s+)?(?!(?:the )?(?:CCG|ICB|committee|board)\b)[A-Z]")
_ENDS = re.compile(
    r"(?:\s+(?:surgery|practice|medical|health|centre|group|ltd|limited|clinic|partnership))+$", re.IGNORECASE
)
_ROLE_NOUNS = {"gp": Role.GP, "doctor": Role.GP, "practice manager": Role.PRACTICE_MANAGER}


def post_of(attendance: Sequence[Attendance], members: Sequence[str], who: int, words: MinutesWords) -> Post | None:
    """The post of one person by the lists and by membership (`members`: title and practice); None without any."""
    told = [one.position for one in attendance if one.position and one.status in _HERE]
    texts = [*told, *(one for one in members if one)]
    parts = tuple(dict.fromkeys(part.strip(" .") for text in texts for part in _PARTS.split(text) if part.strip(" .")))
    if not parts:
        return None
    named = [one for one in parts if re.match(rf"[{CAPITALS}]", one) and _is_place(one, words)]
    return Post(who, parts, tuple(named))


def _is_place(part: str, words: MinutesWords) -> bool:
    """Whether a part of a post names whom somebody comes from, and no post."""
    return not any(pattern.search(part) for pattern, _ in words.positions) and len(part) > 3


def by_post(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Mentions by post or place, the longest words first."""
    found = [*_one_post(text, cast), *_of_place(text, cast)]
    yield from sorted(found, key=lambda one: (one[0] - one[1], one[0]))


def _one_post(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    for pattern, who in _post_patterns(cast.posts):
        for one in pattern.finditer(text):
            if one["many"] and len(who) > 1:
                meant = who | _of_group(one.group(), cast)
                yield one.start(), one.end(), Mention("group", one.group(), meant, plural=True)
            elif not one["many"] and len(who) == 1 and not _OWNERS.match(text, one.end()):
                yield one.start(), one.end(), Mention("named", one.group(), who)


def _of_group(words: str, cast: Cast) -> frozenset[int]:
    """Those whom the words mean by role: the Clinical Chair, being a GP, is one of "the GP members"."""
    roles = next((roles for pattern, roles in cast.words.groups if pattern.fullmatch(words)), ())
    also = cast.also_gps if Role.GP in roles else frozenset()
    return frozenset(index for index, one in enumerate(cast.people.persons) if one.role in roles) | also


@lru_cache(maxsize=64)
def _post_patterns(posts: tuple[Post, ...]) -> tuple[tuple[re.Pattern[str], frozenset[int]], ...]:
    """A pattern for each post, and whoever holds it."""
    holders: dict[str, set[int]] = {}
    for post in posts:
        for part in post.parts:
            if part not in post.places and part.casefold() not in _TOO_PLAIN:
                holders.setdefault(part.casefold(), set()).add(post.who)
    lead = r"\b(?:(?:the|both|all|our)\s+(?:(?:two|three|four)\s+)?)"
    return tuple(
        (re.compile(rf"{lead}({re.escape(part)})(?P<many>s)?\b(?!'s? )", re.IGNORECASE), frozenset(who))
        for part, who in holders.items()
    )


def _of_place(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    holders, patterns = _place_patterns(cast.posts, cast.words.common)
    for pattern in patterns:
        for one in pattern.finditer(text):
            noun = one.groupdict().get("noun") or one.groupdict().get("nouns") or ""
            if not _NOUN.fullmatch(noun) or _AS.search(text[: one.start()]) or text[one.end() : one.end() + 1] == "'":
                continue
            places = [form for form in holders if re.search(rf"\b{re.escape(form)}\b", one["places"], re.IGNORECASE)]
            meant = _of_role(frozenset().union(*(holders[form] for form in places)), noun, cast)
            if meant:
                many = len(meant) > 1
                yield one.start(), one.end(), Mention("group" if many else "named", one.group(), meant, plural=many)


@lru_cache(maxsize=64)
def _place_patterns(
    posts: tuple[Post, ...], common: frozenset[str]
) -> tuple[dict[str, frozenset[int]], tuple[re.Pattern[str], ...]]:
    """Whoever comes from each place, and the patterns of people of one place or several."""
    holders: dict[str, frozenset[int]] = {}
    for post in posts:
        for place in post.places:
            for form in _forms(place, common):
                holders[form.casefold()] = holders.get(form.casefold(), frozenset()) | {post.who}
    if not holders:
        return holders, ()
    name = "|".join(sorted(map(re.escape, holders), key=lambda one: (-len(one), one)))
    several = rf"(?:(?:the\s+)?(?:{name}){_KINDS}(?:,\s+|\s+and\s+|\s+&\s+))*(?:the\s+)?(?:{name}){_KINDS}"
    those = r"(?P<nouns>\w+s|people|staff|representative|those)"
    sources = (
        rf"\b{_THOSE}(?P<places>{several})(?:'s?)?\s+{_NOUNS}\b",
        rf"\b{_THOSE}{those}\s+(?:of|from|at|representing)\s+(?P<places>{several})(?!\w)",
    )
    return holders, tuple(re.compile(one, re.IGNORECASE) for one in sources)


def _forms(place: str, common: frozenset[str]) -> Iterator[str]:
    """An organisation's name, and the same without the words all such names end in."""
    yield place
    short = _ENDS.sub("", place)
    if short != place and short.casefold() not in common:
        yield short


def _of_role(who: frozenset[int], noun: str, cast: Cast) -> frozenset[int]:
    one = noun.casefold().removesuffix("s")
    role = next((role for word, role in _ROLE_NOUNS.items() if one.startswith(word)), None)
    return frozenset(index for index in who if role is None or cast.people.persons[index].role is role)


_AS_GP = (
    r"\b(?:[Hh]e|[Ss]he|{name})\b(?:\s+\w+){{0,3}}?\s+(?:and|with|as well as)\s+(?:the\s+)?(?:other|fellow)\s+"
    r"(?:GPs?|doctors)\b"
    r"|\b{name}(?:,|\s+(?:is|was|being|declared|said|stated|noted))[^.;]{{0,60}}?\b(?:GP partner"
    r"|(?:as |is |was |being )?an? (?:local |practising )?GP"
    r"|(?:senior |salaried )?partner (?:at|in|of) [^.;]{{3,40}}(?:Surgery|Practice|Medical|Health Centre))\b"
)


def gps_by_words(paper: Minutes, people: PeopleIndex) -> frozenset[int]:
    """Doctors whose post in the lists tells nothing ("Chair") and whom the words call a GP or a practice's partner."""
    found: set[int] = set()
    text = " ".join(passage.text for section in paper.sections for passage in section.passages)
    for entry in paper.attendance:
        match = people.match(entry.name)
        person = match.person
        if person is None or person.role is not Role.OTHER or not re.match(r"(?:Dr|Drs|Doctor|Prof)", entry.name):
            continue
        names = [re.escape(entry.name.split()[-1]), *map(re.escape, person.initials)]
        names += ["Chair(?:man|woman|person)?"] if entry.chair else []
        if re.search(_AS_GP.format(name=f"(?:{'|'.join(names)})"), text):
            found |= people.indexes(match)
    return frozenset(found)
