"""Who is mentioned where in a sentence: names, initials, groups, chair and pronouns become numbered placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from coi_audit.linking.participation.cast import MARK, Cast, Mention, Statement
from coi_audit.linking.participation.chains import joined, last_named, likewise
from coi_audit.linking.participation.gaps import as_before, filled
from coi_audit.linking.participation.given import given_alone
from coi_audit.linking.participation.groups import counted_groups, groups, others, titled_groups
from coi_audit.linking.participation.posts import by_post
from coi_audit.linking.participation.pronouns import resolved
from coi_audit.linking.participation.sentences import Sentence
from coi_audit.linking.participation.shared import by_order, number_said, shared
from coi_audit.linking.people.index import PersonMatch
from coi_audit.linking.people.names import gender, parse_name
from coi_audit.model.letters import CAPITALS, fold_letters
from coi_audit.model.words import Match

_CAPITAL = rf"(?:[{CAPITALS}][\w'-]*\.?)"
_PROPER = rf"[{CAPITALS}][^\W\d_A-Z][\w-]*"
_PARTICLE = r"(?:de|del|della|der|den|van|von|la|le|el|al|bin|di|da|dos)"
_NAME = rf"{_CAPITAL}(?:[ ]+(?:{_PARTICLE}[ ]+)*{_CAPITAL}){{0,3}}"
_LIST = re.compile(rf"{_NAME}(?:(?:,[ ]+|[ ]+and[ ]+|[ ]+&[ ]+)(?!(?:Dr|Mr|Mrs|Ms|Prof)\b){_NAME})*")
_AND = re.compile(r"(?:,?[ ]+and[ ]+|,[ ]+|[ ]+&[ ]+)?")
_INITIALS = re.compile(
    rf"(?<![\w'./-])([{CAPITALS}][{CAPITALS}a-z]{{0,2}}[{CAPITALS}]|[{CAPITALS}]{{2,3}}[a-z]{{1,2}})(?!(?!/[{CAPITALS}]{{2,4}}\b|'s\b)[\w'./-]*\w)(?!-\w)|(?<=/)([{CAPITALS}]{{2,4}})(?!\w)"
)
_JOINED = re.compile(rf"(?<![\w'./-])[{CAPITALS}]{{1,3}}(?:['’-][{CAPITALS}]{{1,2}}){{1,3}}(?![\w/-])")  # D'S, DO'H-N
_DETERMINER = re.compile(
    r"\b(?:the|an?|all|both|each|any|every|our|this|that|local|non-GP|of|other)\s+$", re.IGNORECASE
)
_ACTS = re.compile(
    r"\s*(?:$|[,:;&+/)|]|-\s|\.(?:\s|$)|(?:and|or|to|also|then|both|back|out|in|is|was|were|has|had|will|would|did|left|said"
    r"|gave|took|spoke|felt|went|came|stepped|withdrew|put|set|led|\w+ed)\b)"
)
_PRONOUN = re.compile(r"\b(he|she|they|him|her|them|his|hers|their|both)\b", re.IGNORECASE)
_OWNED = re.compile(
    r"\s+(?!(?:from|to|and|that|out|back|as|for|whether|on|in|with|at|if|into|or|but)\b)[a-z]", re.IGNORECASE
)
_RELATIVE = re.compile(r"(‹\d+›)((?:,|\s*\([^)]*\),?)?\s+)who\b")
_CHAIR = re.compile(
    r"(?<!took )(?<!take )(?<!taking )(?<!handed )(?<!passed )(?<!gave )"
    r"(?<!over )(?<!resumed )(?<!in )(?<!vacated )(?<!assumed )(?<!the )"
    r"\b(?:the|The)\s+(?:(?:[Mm]eeting|[Cc]ommittee|[Aa]cting)\s+)?[Cc]hair(?:man|woman|person)?\b(?!\s+of\b)"
    r"|\b(?:The\s+|the\s+)?[Vv]ice[- ]?[Cc]hair(?:man)?\b|\b(?:The\s+|the\s+)?[Dd]eputy [Cc]hair(?:man)?\b"
    r"|(?<![\w,-] )\bChair\b(?=\s+[a-z])"
)
_DECLARE = re.compile(r"\s+(?:\w+\s+){0,2}?(?:declar|disclos)", re.IGNORECASE)
# "Gave up the chair", "came back from the chair": an office, and nobody.
_OFFICE = re.compile(
    r"\b(?:g[ai]v(?:e|ing) up|vacat\w+|relinquish\w*|left|leav(?:e|es|ing)|quit|ced(?:ed|ing)|resum\w+|retook"
    r"|retaking|from|took over"
    r"|t(?:ake|aking|ook|akes|aken)(?: up| back| over)?|(?:return|back|went)\w* to|occup\w+|assum\w+|yield\w*"
    r"|surrender\w*)\s+$",
    re.IGNORECASE,
)


def read_statements(sentences: Sequence[Sentence], cast: Cast) -> tuple[Statement, ...]:
    """The sentences of one section with everybody in them; pronouns are bound to whoever was named last."""
    statements: list[Statement] = []
    for sentence in sentences:
        found = _mentions(sentence.text, cast)
        statements.append(resolved(_marked(sentence, found, cast), statements[-4:], cast))
    return tuple(as_before(likewise(statements)))


def _mentions(text: str, cast: Cast) -> list[tuple[int, int, Mention]]:
    """All mentions, not overlapping; names stand before groups, groups before other subjects."""
    taken: list[tuple[int, int, Mention]] = []
    for source in (
        _titled,
        _known_names,
        _initials,
        given_alone,
        by_post,
        groups,
        titled_groups,
        counted_groups,
        _last,
        by_order,
        _chairs,
        _pronouns,
        shared,
        others,
    ):
        for start, end, mention in source(text, cast):
            if all(end <= a or b <= start for a, b, _ in taken):
                taken.append((start, end, mention))
    return [(start, end, _more_than_known(one, text, end)) for start, end, one in sorted(taken, key=lambda one: one[0])]


def _more_than_known(mention: Mention, text: str, end: int) -> Mention:
    """ "The three GPs left", of whom two are known for such: those who declared, if they are as many."""
    said = number_said(mention.text) if mention.kind == "group" else None
    more = said is not None and said > len(mention.who) and not _DECLARE.match(text, end)
    return replace(mention, kind="sharing") if more else mention


def _titled(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Names led by a title, the longest run of capitalised words that is a known name."""
    plural = cast.words.names.plural
    for found in _title_pattern(cast.words.names.titles).finditer(text):
        title, run = found.group(1).strip(), found.group(2)
        if title.rstrip(".").casefold() not in plural:
            size, mention = _longest(f"{title} ", run, cast)
            yield found.start(1), found.start(2) + size, mention
            continue
        start = found.start(1)
        for name in re.finditer(_NAME, _LIST.match(text, found.start(2)).group()):  # type: ignore[union-attr]
            size, mention = _longest("Dr ", name.group(), cast)
            end = found.start(2) + name.start() + size
            yield start, end, mention
            start = end + len(_AND.match(text, end).group())  # type: ignore[union-attr]


@cache
def _title_pattern(titles: frozenset[str]) -> re.Pattern[str]:
    known = sorted(titles, key=lambda one: (-len(one), one))
    plain = "|".join(re.escape(title.capitalize()) for title in known)
    loud = "|".join(re.escape(title.upper()) for title in known)  # "DR RAO", but not "MS Teams"
    either = rf"{plain}|(?:{loud})(?=\.?[ ]+[{CAPITALS}][{CAPITALS}'-])"
    return re.compile(rf"(?<![\w'])((?:(?:{either})\.?[ ]+)+)({_NAME})")


def _longest(title: str, run: str, cast: Cast) -> tuple[int, Mention]:
    ends = [stop.start() for stop in re.finditer(r"[ ]|$", run)]
    for end in reversed(ends):
        written = run[:end].rstrip(".")
        if written.endswith("'s"):
            written = written[:-2]
        match = cast.people.match(title + written)
        if match.outcome is not Match.MATCHED and " " not in written and title.strip().casefold() in ("sir", "dame"):
            called = next(iter(given_alone(written, cast)), None)  # a knight is called by the given name
            if called is not None and called[2].who:
                return called[1], called[2]
        if match.outcome is not Match.NONE:
            return len(written), _mention(title + written, match, cast)
    proper = re.match(rf"(?:[{CAPITALS}]\.?[ ]+)*{_PROPER}(?:[ ]+{_PROPER})?", run)
    written = (proper.group() if proper else run.split(maxsplit=1)[0]).removesuffix("'s")
    known = gender(parse_name(title + written).titles)
    return len(written), Mention("named", title + written, frozenset(), gender=known)


def _known_names(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    """Names without a title: given name or initial and surname, either way round; a surname alone if it is one's."""
    if cast.people.surname_pattern is None:
        return
    for found in cast.people.surname_pattern.finditer(text):
        if found.group(2)[0].isupper() or found.group(1):
            surname = fold_letters(found.group(2)).casefold().replace("-", " ")
            yield from _untitled(found, text, cast.people.by_surname.get(surname, frozenset()), cast)


def _untitled(
    found: re.Match[str], text: str, owners: frozenset[int], cast: Cast
) -> Iterator[tuple[int, int, Mention]]:
    lead = found.group(1)
    starts = [0, *(one.end() for one in re.finditer(r"[ ]+", lead))]
    tried = [(start, cast.people.match(lead[start:] + found.group(2))) for start in starts if lead[start:]]
    for outcome in (Match.MATCHED, Match.ASK):  # "With Jane Smith in the chair": the words that match are the name
        for start, match in tried:
            if match.outcome is outcome and parse_name(match.written).given:
                yield found.start() + start, found.end(2), _mention(match.written, match, cast)
                return
    alone = not lead and not re.match(rf"[ ]+[{CAPITALS}]", text[found.end(2) :])
    if alone and len(owners) == 1 and re.match(r"[^\w']*(?:$|'s|\W*[a-z(|:,/&-])|[.;]\s", text[found.end(2) :]):
        yield found.start(2), found.end(2), Mention("named", found.group(2), owners)


def _initials(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    for found in _INITIALS.finditer(text):
        letters = found.group(1) or found.group(2)
        who = frozenset(cast.people.by_initials(letters))
        name_follows = re.match(r"\s+[A-Z][a-z]", text[found.end() :])  # "MS Teams"
        if who and not name_follows and (letters not in cast.words.names.not_initials or _acts(text, found)):
            start = found.start(1) if found.group(1) else found.start(2)
            yield start, start + len(letters), _either(letters, who)
    for found in _JOINED.finditer(text):
        if who := frozenset(cast.people.by_initials(found.group())):
            yield found.start(), found.end(), _either(found.group(), who)


def _acts(text: str, found: re.Match[str]) -> bool:
    """Whether letters that are a word or an abbreviation as well stand where a person does: "AT stepped out"."""
    before, after = text[: found.start()], text[found.end() :]
    if text.isupper() or _DETERMINER.search(before) or (before.endswith("(") and after.startswith(")")):
        return False
    return _ACTS.match(after) is not None


def _mention(written: str, match: PersonMatch, cast: Cast) -> Mention:
    side = gender(parse_name(written).titles)
    who = cast.people.indexes(match)
    if match.outcome is Match.MATCHED:
        return Mention("named", written, who, gender=side)
    return Mention("named", written, frozenset(), gender=side, unsure=who)


def _either(written: str, who: frozenset[int]) -> Mention:
    """One person for certain, or several it could be."""
    return Mention("named", written, who) if len(who) == 1 else Mention("named", written, frozenset(), unsure=who)


def _chairs(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    for found in _CHAIR.finditer(text):
        if _OFFICE.search(text, max(found.start() - 24, 0), found.start()):
            continue
        vice = re.match(r"(?:the )?(?:vice|deputy)", found.group(), re.IGNORECASE)
        yield found.start(), found.end(), Mention("chair", found.group(), cast.vice_chair if vice else cast.chair)


def _last(text: str, _: Cast) -> Iterator[tuple[int, int, Mention]]:
    yield from last_named(text)


def _pronouns(text: str, cast: Cast) -> Iterator[tuple[int, int, Mention]]:
    for found in _PRONOUN.finditer(text):
        word = found.group().casefold()
        if word == "both" and re.match(
            r"\s+(?!left|withdrew|\w{3,}ed\b|went|spoke|did|took|came|sat|stood|kept|gave|said|were\b|had\b)",
            text[found.end() :],
        ):
            continue
        if word == "both" and re.search(r"\bthey\s+$", text[: found.start()], re.IGNORECASE):
            continue
        many = word in ("they", "them", "their", "both")
        side = {"h": "he", "s": "she", "t": None, "b": None}[word[0]]
        side = "she" if word in ("her", "hers") else side
        yield found.start(), found.end(), Mention("pronoun", found.group(), frozenset(), many, side)


def _marked(sentence: Sentence, found: Sequence[tuple[int, int, Mention]], cast: Cast) -> Statement:
    """Placeholders instead of mentions; possessive pronouns become "‹n›'s", "who" the mention before it."""
    text, position = "", 0
    mentions: list[Mention] = []
    for start, end, mention in found:
        owned = mention.kind == "pronoun" and mention.text.casefold() in ("his", "their", "her")
        owned = owned and (mention.text.casefold() != "her" or _OWNED.match(sentence.text, end) is not None)
        possessive = "'s" if owned else ""
        text += f"{sentence.text[position:start]}‹{len(mentions)}›{possessive}"
        mentions.append(mention)
        position = end
    text += sentence.text[position:]
    text = _RELATIVE.sub(r"\1\2\1", text)
    return filled(joined(_excepted(Statement(sentence, text, tuple(mentions)), cast), cast))


def _excepted(statement: Statement, cast: Cast) -> Statement:
    """ "All GPs except Dr Shah": take the exception out of the group."""
    mentions = list(statement.mentions)
    for found in cast.words.phrases["exception"].finditer(statement.text):
        before = [int(mark.group(1)) for mark in MARK.finditer(statement.text, 0, found.start())]
        tail = re.match(r"(?:[\s,&]|and|of|for)*((?:‹\d+›(?:\s*,\s*|\s+and\s+|\s*)?)+)", statement.text[found.end() :])
        if not before or tail is None or mentions[before[-1]].kind not in ("group", "conflicted", "sharing"):
            continue
        named = _each_once(tail.group(1))
        out = sorted({int(mark.group(1)) for mark in MARK.finditer(named)})
        without = frozenset().union(*(mentions[number].who for number in out))
        mentions[before[-1]] = replace(mentions[before[-1]], who=mentions[before[-1]].who - without, without=without)
        again = {number: len(mentions) + at for at, number in enumerate(out)}  # what is told of them besides
        mentions += [mentions[number] for number in out]
        for number in out:
            mentions[number] = replace(mentions[number], kind="others", who=frozenset())
        rest = statement.text[found.end() + tail.start(1) + len(named) :]
        for number, other in again.items():
            rest = rest.replace(f"‹{number}›", f"‹{other}›")
        text = statement.text[: found.start()] + " " + rest
        if re.search(r"\bvot(?:ed|ing)\b", text):  # "all but Dr Rao voted" tells of him too
            text = " ".join((text.rstrip(), *(f"‹{other}› did not vote." for other in again.values())))
        return Statement(statement.sentence, text, tuple(mentions))
    return Statement(statement.sentence, statement.text, tuple(mentions))


def _each_once(marks: str) -> str:
    """The placeholders up to the first that comes again: "‹1›, ‹1› did not" is "Dr Rao, who did not"."""
    seen: set[str] = set()
    for mark in MARK.finditer(marks):
        if mark.group() in seen:
            return marks[: mark.start()]
        seen.add(mark.group())
    return marks
