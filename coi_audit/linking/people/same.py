"""Whether two written names can be one person's: for certain, by a short form only, perhaps, or not."""

from __future__ import annotations

from dataclasses import replace

from coi_audit.linking.people.names import ParsedName, parse_name
from coi_audit.model.words import Match
from coi_audit.rulebook.minutes_words import NameWords, minutes_words


def same_person(first: str | ParsedName, second: str | ParsedName) -> Match:
    """Whether two written names can mean one person.

    `matched`: same surname, compatible given names or initials, no contradicting titles. `ask`: nothing contradicts,
    but a given name is missing, or only initials agree while the titles differ. `none` otherwise.
    """
    one = parse_name(first) if isinstance(first, str) else first
    two = parse_name(second) if isinstance(second, str) else second
    words = minutes_words().names
    if not one.surname or not two.surname or other_generation(one, two):
        return Match.NONE
    full = one.given and two.given and len(one.given[0]) > 1
    same = bool(full and one.folded.replace("-", " ") == two.folded.replace("-", " "))
    if contradicting(one, two):
        return Match.ASK if same else Match.NONE
    if one.generation != two.generation and (same or _same_surname(one.surname, two.surname)):
        return Match.ASK if same or _may_agree(one, two) else Match.NONE
    if same:
        return Match.MATCHED  # the same words, where one paper leaves out the hyphen
    if not _same_surname(one.surname, two.surname):
        return _half_surname(one, two, words)
    if not one.given or not two.given:
        return Match.MATCHED if one.given == two.given and one.titles == two.titles else Match.ASK
    return _same_given(*_alike_hyphens(one, two))


def only_likely(one: ParsedName, two: ParsedName) -> bool:
    """Whether two names that match do so by a short form ("Bob"), a name written together, or a former surname."""
    if one.unsure or two.unsure:
        return True
    if not one.given or not two.given or not one.given[0] or not two.given[0]:
        return False
    first, second = (names.given[0] for names in _alike_hyphens(one, two))
    if min(len(first), len(second)) == 1:
        return first[0] != second[0]
    return first != second and one.folded.replace("-", " ") != two.folded.replace("-", " ")


def told_by_title(one: ParsedName, two: ParsedName) -> bool:
    """Whether nothing but their titles keeps two names from matching, or from being a question."""
    bare = same_person(replace(one, titles=frozenset()), replace(two, titles=frozenset()))
    if contradicting(one, two):
        return bare is not Match.NONE
    return bare is Match.MATCHED is not same_person(one, two)


def contradicting(one: ParsedName, two: ParsedName) -> bool:
    """Whether the titles say that two names are two people: a Mr and a Mrs."""
    words = minutes_words().names
    return bool(
        (one.titles & words.he and two.titles & words.she) or (one.titles & words.she and two.titles & words.he)
    )


def other_generation(one: ParsedName, two: ParsedName) -> bool:
    """Whether one is the junior and the other the senior."""
    return bool(one.generation and two.generation and one.generation != two.generation)


def _may_agree(one: ParsedName, two: ParsedName) -> bool:
    if not one.given or not two.given:
        return True
    return _same_given(*_alike_hyphens(one, two)) is not Match.NONE


def _alike_hyphens(one: ParsedName, two: ParsedName) -> tuple[ParsedName, ParsedName]:
    """Both with "Anne-Marie" as two given names where the other has two, and together where the other has one."""
    if not one.given or not two.given:
        return one, two
    return _hyphens_like(one, two), _hyphens_like(two, one)


def _hyphens_like(name: ParsedName, other: ParsedName) -> ParsedName:
    first, rest = name.given[0], name.given[1:]
    parts = tuple(part for part in first.split("-") if part)
    if len(parts) > 1 and "-" not in other.given[0] and len(other.given) >= len(parts):
        return replace(name, given=(*parts, *rest))
    if len(parts) > 1 and first.replace("-", "") == other.given[0]:
        return replace(name, given=(other.given[0], *rest))
    return name


def _same_surname(one: str, two: str) -> bool:
    return one.replace("'", "").replace(" ", "") == two.replace("'", "").replace(" ", "")


def _half_surname(one: ParsedName, two: ParsedName, words: NameWords) -> Match:
    """Half of a double-barrelled surname with the same given name is worth a question."""
    halves = set(one.surname.split()), set(two.surname.split())
    small, large = sorted(halves, key=len)
    shared = len(small) == 1 and len(large) > 1 and small < large and not small & words.particles
    return Match.ASK if shared and one.given and two.given and one.given[0] == two.given[0] else Match.NONE


def _same_given(one: ParsedName, two: ParsedName) -> Match:
    pairs = list(zip(one.given, two.given, strict=False))
    a, b = pairs[0]
    if a == b and len(a) > 1:
        middle = any(not compatible_given(x, y) for x, y in pairs[1:])
        return Match.ASK if middle else Match.MATCHED
    if not compatible_given(a, b):
        later = (*one.given[1:], *two.given[1:])
        return Match.ASK if any(name[0] in (a[0], b[0]) and len(a) + len(b) > 2 for name in later) else Match.NONE
    if any(not compatible_given(x, y) for x, y in pairs[1:]):
        return Match.NONE
    only_initials = len(a) == 1 or len(b) == 1
    return Match.ASK if only_initials and titles_differ(one.titles, two.titles) else Match.MATCHED


def compatible_given(a: str, b: str) -> bool:
    """Whether two given names, or a name and an initial, can be one name; short forms are."""
    words = minutes_words().names
    if "-" in a and "-" in b:
        one, two = a.split("-"), b.split("-")
        return len(one) == len(two) and all(x and y and compatible_given(x, y) for x, y in zip(one, two, strict=True))
    if len(a) == 1 or len(b) == 1:
        short, long = sorted((a, b), key=len)
        forms = {other for form in words.short_forms if long in form for other in form} | {long}
        return any(form[0] == short for form in forms)
    return a == b or any(a in form and b in form for form in words.short_forms)


def titles_differ(one: frozenset[str], two: frozenset[str]) -> bool:
    """A doctor here and a plain Mr there: possible for one person, but worth a question on initials alone."""
    words = minutes_words().names
    lay = words.he | words.she
    return bool(one and two and bool(one & lay) != bool(two & lay))


def titles_agree(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two papers give one person the same kind of title: Prof and Professor, Mrs and Ms."""
    words = minutes_words().names
    first, second = ({_kind_of_title(title, words) for title in titles} for titles in (one, two))
    return bool(first & second)


def _kind_of_title(title: str, words: NameWords) -> str:
    if title in words.he:
        return "he"
    return "she" if title in words.she else title[:3]
