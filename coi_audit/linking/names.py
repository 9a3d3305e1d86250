"""How a name is read: words folded, short forms spelt out, and the distinctive words told from the common ones.

It refuses to know which organisations exist; `directory` does.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from coi_audit.linking.name_words import NameWords, name_words
from coi_audit.model.letters import fold_letters

_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W_]+)*")
_INSIDE = re.compile(r"[\W_]+")
_OWNED = re.compile(r"['’‘`´]s$", re.IGNORECASE)
_POSSESSIVE = re.compile(r"['’‘`´]s?\b|(?<=s)['’‘`´]", re.IGNORECASE)
_SEGMENT = re.compile(r"\s*[,;()\[\]\n/]+\s*|\s+[-–—]+\s*|\s*[-–—]+\s+|\s*_+\s*|\s*[-–—](?=\s*dr\b)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Word:
    """One canonical word of a text and the place of the raw words it came from: `text[start:end]`."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DoctorName:
    """A practice called after its doctors: surnames, and the initials written beside them, folded."""

    surnames: frozenset[str]
    initials: str


@dataclass(frozen=True, slots=True)
class NormalName:
    """One name, ready to compare.

    `key` is the whole name without fillers and legal form; `squashed` the same written together. `distinctive` are
    the words left once kinds of place are set aside, in order; `kinds` those kinds, without the loose ones.
    `others` are the words that say it is something else than a practice. `doctor` is set where the name is nothing
    but doctors' names, and `surname_words` are then its words without titles.
    """

    raw: str
    key: str
    squashed: str
    words: tuple[str, ...]
    distinctive: tuple[str, ...]
    kinds: tuple[str, ...]
    legal: frozenset[str]
    others: frozenset[str]
    network: bool
    doctor: DoctorName | None
    surname_words: tuple[str, ...] = ()

    @property
    def is_weak(self) -> bool:
        """No word of it points at one organisation: "The Surgery", "High Street"."""
        weak = name_words().weak
        return all(word in weak for word in self.distinctive)


@lru_cache(maxsize=200_000)
def normalise(name: str) -> NormalName:
    """Read one name. Case, punctuation and spacing make no difference; reading `key` again gives the same `key`."""
    words = name_words()
    read = canonical_words(name)
    tokens = tuple(word.text for word in read)
    core = tuple(word.text for word in _settled(_without_legal_forms(read)))
    plain = tuple(token for token in core if token not in words.generic and token not in words.titles)
    return NormalName(
        raw=name,
        key=" ".join(core),
        squashed="".join(core),
        words=core,
        distinctive=tuple(token for token in plain if token not in words.network_words),
        kinds=tuple(sorted({token for token in core if token in words.generic and token not in words.loose})),
        legal=frozenset(tokens) & words.legal_forms,
        others=(frozenset(core) & words.other_kinds) - words.network_words,
        network=bool(frozenset(core) & words.network_words),
        doctor=(doctor := read_doctors(name)),
        surname_words=_surname_words(name) if doctor else (),
    )


def canonical_words(text: str) -> list[Word]:
    """The words of a text in order, fillers dropped and short forms spelt out, each with its place in the text."""
    found = ((one.start(), _bare(one.group())) for one in _WORD.finditer(text))
    return _settled([Word(folded, start, start + len(bare)) for start, bare in found if (folded := fold(bare))])


def _bare(word: str) -> str:
    """ "Surgery's" without its possessive; "St Mary's" keeps hers, since it is part of her name."""
    vocabulary = name_words()
    owner = _OWNED.sub("", word)
    return owner if owner != word and fold(owner) in vocabulary.generic | vocabulary.streets else word


def _without_legal_forms(words: list[Word]) -> list[Word]:
    """The words but for "Ltd" and the like, unless nothing else is there; what then stands together is read again."""
    kept = [word for word in words if word.text not in name_words().legal_forms]
    return words if not kept or len(kept) == len(words) else _without_legal_forms(_settled(kept))


def _settled(words: list[Word]) -> list[Word]:
    """Read the words again until nothing more can be joined, spelt out or dropped."""
    vocabulary = name_words()
    while True:
        kept = [word for word in words if word.text not in vocabulary.fillers]
        again = _street_or_saint(_spell_out(_join_initials(kept), vocabulary), vocabulary)
        if [one.text for one in again] == [one.text for one in words]:
            return again
        words = again


@lru_cache(maxsize=100_000)
def fold(word: str) -> str:
    """Lower case, without accents, apostrophes or anything but letters and digits."""
    return _INSIDE.sub("", fold_letters(fold_letters(word).casefold()))


def without_possessive(name: str) -> str:
    """ "Dr Vale's Practice" as "Dr Vale Practice"."""
    return _POSSESSIVE.sub("", name)


def segments(name: str) -> tuple[str, ...]:
    """The parts of a mention between commas, brackets, dashes and line ends, in order, empty ones dropped."""
    return tuple(part.strip(" .") for part in _SEGMENT.split(name) if part and part.strip(" ."))


@lru_cache(maxsize=100_000)
def read_doctors(name: str) -> DoctorName | None:
    """The doctors a name consists of ("Drs Hill & Moss", "Dr R Vale's Practice"), None for any other name."""
    vocabulary = name_words()
    tokens = [fold(one.group()) for one in _WORD.finditer(without_possessive(name))]
    before = vocabulary.doctor_words | vocabulary.fillers  # "Practice of Dr Hill", never "Elm Street, Dr Hill"
    first = next((token for token in tokens if token not in before), None)
    if first not in vocabulary.titles:
        return None
    if len(parts := segments(name)) > 1 and not all(read_doctors(part) for part in parts):
        return None
    last = len(tokens) - 1  # two letters are initials, but at the end "HC" or "MC" is a place
    spelt = [
        part
        for index, token in enumerate(tokens)
        for part in (vocabulary.abbreviations.get((token,), (token,)) if len(token) > 2 or index == last else (token,))
    ]
    skip = vocabulary.titles | vocabulary.fillers | vocabulary.doctor_words
    rest = [token for token in spelt if token and token not in skip]
    if not rest or any(token in vocabulary.generic or token in vocabulary.weak for token in rest):
        return None
    surnames = [token for token in rest if not _is_initials(token)] or [max(rest, key=len)]
    initials = "".join(sorted("".join(token for token in rest if token not in surnames)))
    return DoctorName(frozenset(surnames), initials)


def _surname_words(name: str) -> tuple[str, ...]:
    vocabulary = name_words()
    skip = vocabulary.titles | vocabulary.doctor_words
    return tuple(word.text for word in canonical_words(without_possessive(name)) if word.text not in skip)


def same_company(a: str, b: str, *, number_a: str | None = None, number_b: str | None = None) -> bool:
    """Whether two company names are beyond doubt one company.

    Company numbers decide where both are known. Else the names must be equal once normalised; two different legal
    forms, or a leading "The" that only one of them has, leave a doubt, and the answer is no.
    """
    if number_a and number_b:
        return company_number(number_a) == company_number(number_b)
    first, second = normalise(a), normalise(b)
    if len(first.legal | second.legal) > 1 or _has_the(a) != _has_the(b):
        return False
    return bool(first.squashed) and first.squashed == second.squashed


def company_number(number: str) -> str:
    """A Companies House number in its full eight places."""
    bare = fold(number).upper()
    return bare.zfill(8) if bare.isdigit() else bare


def _has_the(name: str) -> bool:
    return name.strip().casefold().startswith("the ")


def _is_initials(token: str) -> bool:
    return len(token) <= 2 or (len(token) == 3 and not set(token) & set("aeiouy"))


def _join_initials(words: Sequence[Word]) -> list[Word]:
    """ "C.I.C." and "C I C" are one word; so are a doctor's initials."""
    joined: list[Word] = []
    open_run = False
    for word in words:
        single = len(word.text) == 1 and word.text.isalpha()
        if single and open_run:
            last = joined.pop()
            joined.append(Word(last.text + word.text, last.start, word.end))
        else:
            joined.append(word)
        open_run = single
    return joined


def _spell_out(words: Sequence[Word], vocabulary: NameWords) -> list[Word]:
    """Replace short forms, the longest run of words first."""
    spelt: list[Word] = []
    index = 0
    while index < len(words):
        for length in range(min(vocabulary.longest, len(words) - index), 0, -1):
            run = words[index : index + length]
            meant = vocabulary.abbreviations.get(tuple(word.text for word in run))
            if meant is not None:
                spelt += [Word(part, run[0].start, run[-1].end) for part in meant]
                index += length
                break
        else:
            spelt.append(words[index])
            index += 1
    return spelt


def _street_or_saint(words: Sequence[Word], vocabulary: NameWords) -> list[Word]:
    """ "Elm St Surgery" is a street, "St Elmo Surgery" a saint: a street ends a name, or a kind of place follows."""
    read: list[Word] = []
    for index, word in enumerate(words):
        if word.text != "st":
            read.append(word)
            continue
        after = words[index + 1].text if index + 1 < len(words) else None
        ends = after is None or after in vocabulary.generic
        before = bool(read) and read[-1].text not in vocabulary.generic
        read.append(Word("street" if ends and before else "saint", word.start, word.end))
    return read
