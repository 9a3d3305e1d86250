"""Several people in one subject: joined at once, parted by appositions, or meant by "the last two"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from coi_audit.linking.participation.cast import MARK, Cast, Mention, Statement, is_subject

_JOINED = re.compile(
    r"(‹\d+›)(?:\s*\([^)\s]*\))?(?:,?\s*/\s*|,?\s*[&+]\s*|,?\s+(?:and|nor)\s+"
    r"|,\s*(?=‹\d+›(?:\s*\([^)]*\))?(?:,\s*‹|,?\s*(?:and|&)\s*‹|\s+(?:took|did|abstained|had|were|to|out|no|not)\b|\s*[|:)]|\s-\s))"
    r"|(?<=[:,]\s‹\d›),\s(?=‹\d+›\s*[.;,]?\s*(?:$|‹\d+›))|(?<=[:,]\s‹\d\d›),\s(?=‹\d+›\s*[.;,]?\s*(?:$|‹\d+›)))"
    r"(?=‹\d+›)(?!‹\d+›'s)"
)
_WORDS = r"(?:[^;:.‹|]|‹\d+›'s){2,90}?"
_AND = r"(?:,?\s+(?:and|&)\s+(?:also\s+)?|,\s+)(?:\([^)]*\)\s+)?"
_ASIDE = re.compile(
    rf"^(?:(?P<aside>\s*\((?![^)]*\bitems?\b)[^)]*\)|,\s{_WORDS}){_AND}"
    rf"|\s-\s(?P<dashed>(?!items?\b){_WORDS})(?:\s-{_AND}|\s-\s))$",
    re.IGNORECASE,
)
_WHO_IS = re.compile(rf"^(?P<aside>\s+(?:is|was|works?|holds?|owns?|manages?|runs?|sits?)\s{_WORDS}){_AND}$")
_DEED = re.compile(
    r"\b(?:had|has|have|will|would|should|said|asked|told|explained|spoke|noted|presented|is|was|were)\b", re.IGNORECASE
)
_DEEDS = ("declared", "leave", "return", "stay", "no_vote", "took_part")
_LAST = re.compile(
    r"\bthe\s+(?:last|latter|former|final)(?:\s+(?P<count>two|three|four))?(?:\s+(?:named|people|members|declarations?|interests?))?"
    r"(?=\s*(?:$|[.,;)])|\s+(?:were|was|are|is|left|withdrew|declared|as|and|stayed|remained|took|did|had|abstained|spoke|went|stepped)\b)",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"‹(\d+)›\s*(\((?:‹\d+›|,|/|&|;|\s|\band\b)+\))")
_INCLUDING = re.compile(r"‹(\d+)›,?\s+(?:including|together with|along with|as well as)\s+‹(\d+)›(?!')(?:,(?=\s))?")
_WITH = re.compile(
    r",\s+(?:together\s+|along\s+)?with\s+‹(?P<who>\d+)›,(?=\s)"
    r"|(?<=›)\s+(?:together\s+|along\s+)?with\s+‹(?P<two>\d+)›(?=\s+(?:then\s+)?(?:left|withdrew|went|stepped|returned"
    r"|rejoined|abstained|did not|stayed|remained)\b)"
)
_AMONG = re.compile(
    r"(?:\b(?:[Aa]ll\s+)?[Mm]embers|‹\d+›),\s+(?P<who>‹\d+›)\s+(?:being\s+)?(?:among(?:st)?\s+‹\d+›|included|(?:being\s+)?one\s+of\s+‹\d+›),"
)
_AS_DID = re.compile(r"\bas (?:did|does|had|has|was|were|is) ‹(\d+)›(?!')")
_COUNTS = {"two": 2, "three": 3, "four": 4}


def joined(statement: Statement, cast: Cast) -> Statement:
    """Those named side by side become one plural mention, which stands where the last of them stood.

    Where words part them ("Dr Rao, a partner in A, and Dr Pugh, a partner in B, left") each mention stays where it
    is, and the last of them means them all.
    """
    return _parted(
        _likewise(_accompanied(_with_those_included(_among_them(_side_by_side(_spelt_out(statement)))))), cast
    )


def _accompanied(statement: Statement) -> Statement:
    """ "Dr Rao spoke and, with Mrs Lamb, left the room": from there on both are meant."""
    text, mentions = statement.text, list(statement.mentions)
    for found in reversed(list(_WITH.finditer(text))):
        before = [mention for _, end, mention in statement.spans() if end <= found.start()]
        own = int(found["who"] or found["two"])
        if before and before[-1].kind in ("named", "group", "chair", "pronoun") and mentions[own].who:
            mentions.append(_both(before[-1], mentions[own]))
            text = f"{text[: found.start()]} ‹{len(mentions) - 1}›{text[found.end() :]}"
    return Statement(statement.sentence, text, tuple(mentions))


def _with_those_included(statement: Statement) -> Statement:
    """ "The GPs, including Dr Bewley, left": he is one of them, whatever his role."""
    text, mentions = statement.text, list(statement.mentions)
    for found in reversed(list(_INCLUDING.finditer(text))):
        first, second = int(found.group(1)), int(found.group(2))
        mentions[first] = replace(_both(mentions[first], mentions[second]), kind=mentions[first].kind)
        text = text[: found.end(1) + 1] + text[found.end() :]
    return Statement(statement.sentence, text, tuple(mentions))


def _among_them(statement: Statement) -> Statement:
    """ "Members, Dr Rao among them, voted": told of him by name."""
    text = _AMONG.sub(lambda found: found["who"], statement.text)
    return Statement(statement.sentence, text, statement.mentions)


def _likewise(statement: Statement) -> Statement:
    """ "Both GPs declared an interest, as did Dr Brook": the last of them means them all."""
    found = _AS_DID.search(statement.text)
    first = next(((end, one) for _, end, one in statement.spans()), None)
    if found is None or first is None or first[0] > found.start() or first[1].kind == "others":
        return statement
    mentions = list(statement.mentions)
    own = int(found.group(1))
    mentions[own] = replace(_both(first[1], mentions[own]), kind="named")
    return Statement(statement.sentence, statement.text, tuple(mentions))


def _spelt_out(statement: Statement) -> Statement:
    """ "The GPs (AR, MS and JS)": the group is those whom the bracket names."""
    text, mentions = statement.text, list(statement.mentions)
    for found in reversed(list(_BRACKETED.finditer(text))):
        group, named = int(found.group(1)), [int(one) for one in MARK.findall(found.group(2))]
        who = frozenset().union(*(mentions[one].who for one in named))
        if mentions[group].kind in ("group", "conflicted", "others") and who:
            mentions[group] = replace(mentions[group], kind="named", who=who, plural=True)
            text = text[: found.start(2)].rstrip() + text[found.end(2) :]
    return Statement(statement.sentence, text, tuple(mentions))


def _side_by_side(statement: Statement) -> Statement:
    text, mentions = statement.text, list(statement.mentions)
    position = 0
    while (found := _JOINED.search(text, position)) is not None:
        after = MARK.match(text, found.end())
        if after is None:
            break
        first, second = int(found.group(1)[1:-1]), int(after.group(1))
        if (mentions[first].kind == "others") is not (mentions[second].kind == "others"):
            position = found.end()  # "as Chair of the LMC, and Dr Rao ...": nobody in particular, and somebody
            continue
        if mentions[first].kind == "pronoun" and mentions[first].text.casefold() in ("him", "her", "them"):
            position = found.end()  # "thanked him and he left"
            continue
        named = [one for start, _, one in statement.spans() if start < found.start() and one.kind in ("named", "chair")]
        if mentions[first].kind == "pronoun" and not mentions[first].who and named:
            mentions[first] = named[-1]  # "Dr Fenner said that he and the other GPs ..."
        mentions[second] = _both(mentions[first], mentions[second])
        bracket = re.search(r"\([^)]*\)", found.group())
        text = f"{text[: found.start()]}{bracket.group() + ' ' if bracket else ''}{text[found.end() :]}"
    return Statement(statement.sentence, text, tuple(mentions))


def _both(one: Mention, two: Mention) -> Mention:
    kind = two.kind if one.kind in ("named", "chair", "pronoun") else one.kind
    by_share = [mention.text for mention in (one, two) if mention.kind == "sharing"]
    return Mention(
        "named" if kind == "chair" else kind,
        by_share[0] if len(by_share) == 1 else f"{one.text} and {two.text}",
        one.who | two.who,
        plural=True,
        unsure=one.unsure | two.unsure,
        also=one.text if one.kind == "pronoun" and not one.who else one.also,
    )


def _parted(statement: Statement, cast: Cast) -> Statement:
    mentions = list(statement.mentions)
    places = _first_places(statement)
    for (_, end, before), (start, _, after) in pairwise(places):
        one, two = mentions[before], mentions[after]
        able = one.kind in ("named", "group", "chair") and two.kind in ("named", "group", "chair")
        if able and is_subject(statement, _start_of(before, statement), cast) and _aside(statement, end, start, cast):
            mentions[after] = replace(_both(one, two), kind="group" if "group" in (one.kind, two.kind) else "named")
    return Statement(statement.sentence, statement.text, tuple(mentions))


def _first_places(statement: Statement) -> list[tuple[int, int, int]]:
    """Start and end of each mention's place, its "who" taken in, with its number; possessives are nobody's place."""
    places: list[tuple[int, int, int]] = []
    for mark in MARK.finditer(statement.text):
        if statement.text[mark.end() : mark.end() + 1] == "'":
            continue
        number = int(mark.group(1))
        if statement.mentions[number].kind == "others":
            continue
        if places and places[-1][2] == number:
            places[-1] = (places[-1][0], mark.end(), number)
        else:
            places.append((mark.start(), mark.end(), number))
    return places


def _start_of(number: int, statement: Statement) -> int:
    return statement.text.index(f"‹{number}›")


def _aside(statement: Statement, end: int, start: int, cast: Cast) -> bool:
    """Whether the words between two people only say who the first is."""
    between = MARK.sub(
        lambda mark: "others" if statement.mentions[int(mark.group(1))].kind == "others" else mark.group(),
        statement.text[end:start],
    )
    relative = statement.text[:end].count(f"‹{statement.text[:end].rsplit('‹', 1)[1]}") > 1
    found = (_WHO_IS if relative else _ASIDE).match(between)
    if found is None:
        return False
    aside = found["aside"] or found.group()
    words = re.sub(r"^\s+(?:is|was)\b", "", aside) if relative else aside
    return not _DEED.search(words) and not any(cast.words.find(key, words) for key in _DEEDS)


def apart(mention: Mention, statement: Statement, cast: Cast) -> Iterator[tuple[Mention, int]]:
    """Those whom a mention means together, each with the words that stand at his own name; itself where it is one."""
    own: list[tuple[Mention, int]] = []
    told: frozenset[int] = frozenset()
    for start, _, one in statement.spans():
        if one is mention:
            rest = replace(one, who=one.who - told, unsure=one.unsure - told)
            if own and (rest.who or rest.unsure):
                yield from own
                yield rest, start
                return
            break
        inside = (one.who | one.unsure) and (one.who | one.unsure) <= (mention.who | mention.unsure)
        if inside and one.kind != "pronoun" and is_subject(statement, start, cast):
            if not (one.who | one.unsure) <= told:
                own.append((replace(one, who=one.who - told, unsure=one.unsure - told), start))
            told |= one.who | one.unsure
    yield mention, -1


def last_named(text: str) -> Iterator[tuple[int, int, Mention]]:
    """ "The last two", "the latter": a mention of whoever was named last, bound by `meant_last`."""
    for found in _LAST.finditer(text):
        yield found.start(), found.end(), Mention("last", found.group(), frozenset(), plural=bool(found["count"]))


def meant_last(mention: Mention, here: Sequence[Mention], before: Sequence[Statement], passage: int) -> Mention:
    """The mention bound to the last one, two or three people named before it in its paragraph."""
    found = _LAST.search(mention.text)
    count = _COUNTS.get((found["count"] or "").casefold(), 1) if found else 1
    earlier = [one for statement in before if statement.sentence.passage == passage for _, _, one in statement.spans()]
    people: list[Mention] = []
    for one in reversed([*earlier, *here]):
        if one.kind in ("named", "group") and one.who and all(one.who != other.who for other in people):
            people.append(one)
    chosen = people[1:2] if "former" in mention.text.casefold() else people[:count]
    if len(chosen) < count:
        return replace(mention, kind="sharing")
    return replace(mention, kind="named", who=frozenset().union(*(one.who for one in chosen)))


_SAME_WAY = re.compile(
    r"\b(?:dealt with|treated|handled|managed|acted|behaved|responded)\s+(?:in\s+)?(?:exactly\s+)?"
    r"(?:the same (?:way|manner|fashion)|similarly|alike|likewise)\b|\bdid (?:the same|likewise)\b"
    r"|\b(?:the )?same (?:applied|applies|was done)\b|\bsimilarly (?:dealt|treated|managed|handled)\b",
    re.IGNORECASE,
)


def likewise(statements: Sequence[Statement]) -> list[Statement]:
    """ "Dr Hill was dealt with in the same way": what was told of the person before him is told of him too."""
    found = list(statements)
    for index, statement in enumerate(found):
        if not _SAME_WAY.search(statement.text):
            continue
        here = [place for place in range(index + 1) if found[place].sentence.passage == statement.sentence.passage]
        named = [
            (place, one.who) for place in here for _, _, one in found[place].spans() if one.kind == "named" and one.who
        ]
        if len({who for _, who in named}) < 2:
            continue
        last = named[-1][1]
        before = next(who for _, who in reversed(named) if who != last)
        for place in here:
            mentions = [replace(one, who=one.who | last) if one.who == before else one for one in found[place].mentions]
            found[place] = replace(found[place], mentions=tuple(mentions))
    return found
