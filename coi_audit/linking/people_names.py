"""Names as people write them: "Dr J. Smith (JS)", "Smith, Jane", "Mrs L Fenwick-Jones OBE, Registered Nurse"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from coi_audit.model.letters import CAPITALS, fold_letters
from coi_audit.model.words import Match
from coi_audit.rulebook.minutes_words import NameWords, minutes_words

_BRACKET = re.compile(r"[(\[]([^)\]]*)[)\]]")
_INITIALS = re.compile(rf"[{CAPITALS}](?:[{CAPITALS}]|[a-z](?=[{CAPITALS}])){{1,3}}")
_SAME_LENGTH = str.maketrans("’‘ʼ`´′“”–—‐‑‒−\u00a0\t", "''''''\"\"------  ")
_WORD = re.compile(r"[^\W\d_](?:[\w'.-]*[\w.])?")


def plain(text: str) -> str:
    """The text with one kind of apostrophe, dash and space. Its length does not change."""
    return text.translate(_SAME_LENGTH)


@dataclass(frozen=True, slots=True)
class ParsedName:
    """A name taken apart. `given`, `surname` and `titles` are folded; `given` holds names or single letters."""

    written: str
    titles: frozenset[str]
    given: tuple[str, ...]
    surname: str
    initials: str | None = None  # as written in brackets: "JS"

    @property
    def folded(self) -> str:
        """Given names and surname, for comparing: "jane smith"."""
        return " ".join((*self.given, self.surname)).strip()


@cache
def parse_name(written: str) -> ParsedName:
    """Take a written name apart; positions after a comma, a dash or in brackets are left out.

    Never fails: words that are no name give an empty surname.
    """
    words = minutes_words().names
    text = plain(written)
    initials = next((part for part in _BRACKET.findall(text) if _INITIALS.fullmatch(part.strip())), None)
    text = re.split(r"\s-\s|\s/\s|[:;|\n]", _BRACKET.sub(" ", text))[0]
    titles, tokens = _tokens(text, words)
    given, surname = _given_and_surname(tokens, words)
    return ParsedName(written, titles, given, surname, initials.strip() if initials else None)


def _tokens(text: str, words: NameWords) -> tuple[frozenset[str], list[str]]:
    """Titles, and the name's own words in the order given name(s), surname."""
    before, _, after = text.partition(",")
    titles_before, first = _strip(before, words)
    titles_after, second = _strip(after.split(",")[0], words)
    if first and second and _looks_given(second, words) and (len(first) == 1 or _is_surname(first, words)):
        return titles_before | titles_after, [*second, *first]
    capitals = first[:1] and first[0].isupper() and sum(letter.isalpha() for letter in first[0]) > 3
    if capitals and len(first) > 1 and not first[-1].isupper():
        first = [*first[1:], first[0]]  # SMITH Jane
    return titles_before, first


def _strip(text: str, words: NameWords) -> tuple[frozenset[str], list[str]]:
    titles: set[str] = set()
    tokens: list[str] = []
    for token in _WORD.findall(text):
        bare = token.replace(".", "").casefold()
        if bare in words.titles and (not tokens or bare in titles):
            titles.add(bare)
        elif tokens and bare in words.post_nominals and token[0].isupper():
            if len(tokens) == 1 and token[1:].islower():
                tokens.append(token)  # a surname such as Ma
        else:
            tokens.append(token)
    return frozenset(titles), tokens


def _looks_given(tokens: list[str], words: NameWords) -> bool:
    return len(tokens) <= 3 and all(token[0].isupper() and token.casefold() not in words.not_given for token in tokens)


def _is_surname(tokens: list[str], words: NameWords) -> bool:
    return all(token.casefold().rstrip(".") in words.particles for token in tokens[:-1])


def _given_and_surname(tokens: list[str], words: NameWords) -> tuple[tuple[str, ...], str]:
    if not tokens:
        return (), ""
    start = len(tokens) - 1
    while (
        start > 0
        and tokens[start - 1].casefold().rstrip(".") in words.particles
        and (start > 1 or tokens[start - 1][0].islower() or len(tokens[start - 1].rstrip(".")) > 1)
    ):
        if start == 1 and tokens[0][0].isupper():
            break  # "Ben Ali", "Al Green": a given name, not a particle
        start -= 1
    given: list[str] = []
    for token in tokens[:start]:
        given.extend(_fold_given(token))
    surname = fold_letters(" ".join(tokens[start:])).casefold().replace("-", " ").replace(".", "")
    return tuple(given), surname


def _fold_given(token: str) -> list[str]:
    letters = fold_letters(token.replace(".", ""))
    if "." in token and len(letters) <= 3:
        return list(letters.casefold())  # "J.A."
    if len(letters) <= 3 and letters.isupper() and len(letters) > 1:
        return list(letters.casefold())  # "JA Smith"
    return [letters.casefold()]


def same_person(first: str | ParsedName, second: str | ParsedName) -> Match:
    """Whether two written names can mean one person.

    `matched`: same surname, compatible given names or initials, no contradicting titles. `ask`: nothing contradicts,
    but a given name is missing, or only initials agree while the titles differ. `none` otherwise.
    """
    one = parse_name(first) if isinstance(first, str) else first
    two = parse_name(second) if isinstance(second, str) else second
    words = minutes_words().names
    if not one.surname or not two.surname or _contradict(one.titles, two.titles, words):
        return Match.NONE
    if one.given and two.given and len(one.given[0]) > 1 and one.folded == two.folded:
        return Match.MATCHED  # the same words, where one paper leaves out the hyphen
    if not _same_surname(one.surname, two.surname):
        return _half_surname(one, two, words)
    if not one.given or not two.given:
        return Match.MATCHED if one.given == two.given and one.titles == two.titles else Match.ASK
    return _same_given(one, two, words)


def _same_surname(one: str, two: str) -> bool:
    return one.replace("'", "").replace(" ", "") == two.replace("'", "").replace(" ", "")


def _half_surname(one: ParsedName, two: ParsedName, words: NameWords) -> Match:
    """Half of a double-barrelled surname with the same given name is worth a question."""
    halves = set(one.surname.split()), set(two.surname.split())
    small, large = sorted(halves, key=len)
    shared = len(small) == 1 and len(large) > 1 and small < large and not small & words.particles
    return Match.ASK if shared and one.given and two.given and one.given[0] == two.given[0] else Match.NONE


def _same_given(one: ParsedName, two: ParsedName, words: NameWords) -> Match:
    pairs = list(zip(one.given, two.given, strict=False))
    a, b = pairs[0]
    if a == b and len(a) > 1:
        middle = any(not _compatible(x, y, words) for x, y in pairs[1:])
        return Match.ASK if middle else Match.MATCHED
    if not _compatible(a, b, words):
        later = (*one.given[1:], *two.given[1:])
        return Match.ASK if any(name[0] in (a[0], b[0]) and len(a) + len(b) > 2 for name in later) else Match.NONE
    if any(not _compatible(x, y, words) for x, y in pairs[1:]):
        return Match.NONE
    only_initials = len(a) == 1 or len(b) == 1
    return Match.ASK if only_initials and titles_differ(one.titles, two.titles) else Match.MATCHED


def _compatible(a: str, b: str, words: NameWords) -> bool:
    if len(a) == 1 or len(b) == 1:
        short, long = sorted((a, b), key=len)
        forms = {other for form in words.short_forms if long in form for other in form} | {long}
        return any(form[0] == short for form in forms)
    return a == b or any(a in form and b in form for form in words.short_forms)


def _contradict(one: frozenset[str], two: frozenset[str], words: NameWords) -> bool:
    return bool((one & words.he and two & words.she) or (one & words.she and two & words.he))


def titles_differ(one: frozenset[str], two: frozenset[str]) -> bool:
    """A doctor here and a plain Mr there: possible for one person, but worth a question on initials alone."""
    words = minutes_words().names
    lay = words.he | words.she
    return bool(one and two and bool(one & lay) != bool(two & lay))


def gender(titles: frozenset[str]) -> str | None:
    """ "he" or "she" where a title tells, else None."""
    words = minutes_words().names
    if titles & words.he:
        return "he"
    return "she" if titles & words.she else None
