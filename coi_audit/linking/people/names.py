"""Names as people write them: "Dr J. Smith (JS)", "Smith, Jane", "Mrs L Fenwick-Jones OBE, Registered Nurse"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from coi_audit.model.letters import CAPITALS, fold_letters
from coi_audit.rulebook.minutes_words import NameWords, minutes_words

_BRACKET = re.compile(r"[(\[]([^)\]]*)[)\]]")
_INITIALS = re.compile(rf"[{CAPITALS}](?:[{CAPITALS}]|[a-z](?=[{CAPITALS}])){{1,3}}[a-z]?")
_BORN = re.compile(
    r"\b(?:n[ée]e?|formerly|previously|maiden name|born)\b:?\s+((?:\w+\s+)??[^\W\d_][\w' -]*)", re.IGNORECASE
)
_OF_PLACE = re.compile(r"(?<=\w)\s+of\s.*", re.DOTALL)  # "Lord Frobisher of Ashcombe"
_LETTERS_AFTER = re.compile(rf"[{CAPITALS}]{{2}}(?=\w*[a-z])[a-z]*[{CAPITALS}]\w*")  # FMedSci, MRPharmS
_GENERATIONS = {
    "jr": "junior",
    "jnr": "junior",
    "junior": "junior",
    "sr": "senior",
    "snr": "senior",
    "senior": "senior",
}
_GENERATIONS |= {"ii": "ii", "iii": "iii"}
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
    generation: str | None = None  # "junior" or "senior", "ii" ...
    unsure: bool = False  # known only as a former surname or by a short form: a match by it is likely, not certain

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
    inside = [part.strip() for part in _BRACKET.findall(text)]
    initials = next(
        (part for part in inside if _INITIALS.fullmatch(part) and (part.isupper() or part not in words.not_initials)),
        None,
    )
    bare = _BORN.sub(" ", _BRACKET.sub(" ", text))
    titles, tokens = _tokens(_OF_PLACE.sub("", _without_position(bare, words)), words)
    tokens, generation = _without_generation(tokens, inside)
    given, surname = _given_and_surname(_initials_last(tokens), words)
    beside = {part.rstrip(".").casefold() for part in inside} & words.titles
    return ParsedName(written, titles | beside, given, surname, initials, generation)


def surname_in_front(written: str) -> ParsedName | None:
    """ "RAO Anil" with the surname first; None for other names. "JAB Smith" looks the same: try that reading first."""
    name = parse_name(written)
    first = next((token for token in _WORD.findall(plain(written)) if _folded_title(token) not in name.titles), "")
    given = len(name.given) - len(first) + 1  # how many words the letters of the first would be, were they initials
    if not (first.isupper() and first.isalpha() and 1 < len(first) < 4 and given > 0 and len(name.surname) > 1):
        return None
    if "".join(name.given[: len(first)]) != first.casefold():
        return None
    return replace(name, given=(*name.given[len(first) :], name.surname), surname=first.casefold())


def former_names(written: str) -> tuple[ParsedName, ...]:
    """The same person under the surname the words give as an earlier one: "Jane Hill (née Moss)" was Jane Moss."""
    name = parse_name(written)
    found = (" ".join(one.strip(" .,").split()) for one in _BORN.findall(plain(written)))
    surnames = [fold_letters(one.split()[-1]).casefold().replace("-", " ") for one in found if one]
    return tuple(replace(name, surname=one, unsure=True) for one in surnames if name.surname and one != name.surname)


def _without_position(text: str, words: NameWords) -> str:
    """The part that is the name: before a dash or a mark, or after one where a position stands first."""
    parts = re.split(r"\s-\s|\s/\s|[:;|\n]", text)
    for part in parts[1:2]:
        first = [token.casefold() for token in _WORD.findall(parts[0])]
        if first and first[-1] in words.not_given and not set(first) & words.titles and len(_WORD.findall(part)) > 1:
            return part
    return parts[0]


def _without_generation(tokens: list[str], inside: list[str]) -> tuple[list[str], str | None]:
    """The words without "Jr", and what it says; in brackets only where nothing else stands there."""
    at = next((at for at, one in enumerate(tokens) if at and one.rstrip(".").casefold() in _GENERATIONS), None)
    if at is not None:
        return [*tokens[:at], *tokens[at + 1 :]], _GENERATIONS[tokens[at].rstrip(".").casefold()]
    return tokens, next((_GENERATIONS[part.casefold()] for part in inside if part.casefold() in _GENERATIONS), None)


def _initials_last(tokens: list[str]) -> list[str]:
    """ "Sivan K" and "Sivan K.R.": a single letter is no surname, so the given names stand last."""
    last = tokens[-1] if len(tokens) > 1 else ""
    letters = last.replace(".", "")
    alone = len(letters) == 1 or ("." in last and len(letters) <= 3 and letters.isupper())
    if not alone or len(tokens[0].replace(".", "")) == 1:
        return tokens
    at = next(index for index in range(1, len(tokens)) if all(len(one.replace(".", "")) <= 3 for one in tokens[index:]))
    return [*tokens[at:], *tokens[:at]]


def _tokens(text: str, words: NameWords) -> tuple[frozenset[str], list[str]]:
    """Titles, and the name's own words in the order given name(s), surname."""
    before, _, after = text.partition(",")
    titles_before, first = _strip(before, words)
    titles_after, second = _strip(after.split(",")[0], words)
    if first and second and _looks_given(second, words) and (len(first) == 1 or _is_surname(first, words)):
        return titles_before | titles_after, [*second, *first]
    at = next((at for at, one in enumerate(first) if at and _folded_title(one) in words.he | words.she | {"dr"}), None)
    if at is not None and at < len(first) - 1:
        return titles_before | {_folded_title(first[at])}, [*first[at + 1 :], *first[:at]]  # Smith Dr J
    capitals = first[:1] and first[0].isupper() and sum(letter.isalpha() for letter in first[0]) > 3
    if capitals and len(first) > 1 and not first[-1].isupper():
        first = [*first[1:], first[0]]  # SMITH Jane
    return titles_before, first


def _folded_title(token: str) -> str:
    return token.replace(".", "").casefold()


def _strip(text: str, words: NameWords) -> tuple[frozenset[str], list[str]]:
    titles: set[str] = set()
    tokens: list[str] = []
    for token in _WORD.findall(text):
        bare = token.replace(".", "").casefold()
        if bare in words.titles and (not tokens or bare in titles):
            titles.add(bare)
        elif tokens and _LETTERS_AFTER.fullmatch(token):
            continue
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
        and _folded(tokens[start - 1]) in words.particles
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


def _folded(token: str) -> str:
    return fold_letters(token).casefold().rstrip(".")


def _fold_given(token: str) -> list[str]:
    letters = fold_letters(token.replace(".", ""))
    short = letters.replace("-", "")
    if len(short) <= 3 and ("." in token or (short.isupper() and len(short) > 1)):
        return list(short.casefold())  # "J.A.", "JA Smith", "A-M Smith"
    return [letters.casefold()]


def gender(titles: frozenset[str]) -> str | None:
    """ "he" or "she" where a title tells, else None."""
    words = minutes_words().names
    if titles & words.he:
        return "he"
    return "she" if titles & words.she else None
