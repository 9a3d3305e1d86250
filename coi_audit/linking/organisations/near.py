"""Names that no list has as written, yet can mean one organisation only: the kind of place is called otherwise, one
letter is wrong, it is the building's name, or a doctor's initials are left out.

Wherever another organisation of the area shares the words, or a practice elsewhere has the very name, it stays a
question.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from rapidfuzz.distance import OSA

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import NormalName
from coi_audit.linking.organisations.day import Day
from coi_audit.linking.organisations.index import Fit, NameIndex, Rank, best_fits, explained, fits_of_mention
from coi_audit.linking.organisations.known import Entry, Known, Mention, NameSource
from coi_audit.model.organisation_lists import ListKind
from coi_audit.model.words import OrganisationKind

_NO_PRACTICE = (OrganisationKind.PCN, OrganisationKind.TRUST)
_LONG_ENOUGH = 6  # letters of a word in which one may be wrong
_PARTNERS = re.compile(r"\b(?:partners?|colleagues|associates)\b", re.IGNORECASE)
_OF_A_PRACTICE = re.compile(r"\b(?:practice|surgery|partners?|partnership|colleagues|associates)\b", re.IGNORECASE)

Reading = tuple[NormalName, Sequence[NormalName], Sequence[NormalName]]  # the name, what stands before and after it


def only_one_meant(mention: Mention, day: Day) -> tuple[Fit, str] | None:
    """The one practice that can be meant, and how its name differs in words; None where there is doubt."""
    if mention.codes or mention.name.network or mention.name.legal:
        return None
    fits = best_fits(fits_of_mention(mention, day.index, day.area), bare=not mention.name.kinds)
    if any(fit.known.is_open or fit.rank is not Rank.BARE for fit in fits):
        return None  # a name that fits in full, but is a question for another reason
    for name, before, after in _readings(mention):
        for entry, why in _entries_meant(name, day.index):
            fit = Fit(entry, Rank.OTHERWISE)
            placed = explained(fit, after, before, day.index, day.area) is not None
            if placed and _may_stand(mention, name, entry.known, day):
                return fit, why
    return None


def _readings(mention: Mention) -> Iterator[Reading]:
    if len(mention.parts) < 2:
        yield mention.name, (), ()
        return
    for position, part in enumerate(mention.parts):
        if part.kinds or part.doctor:  # a bare word among others may be no more than the town
            yield part, mention.parts[:position], mention.parts[position + 1 :]


def _may_stand(mention: Mention, name: NormalName, known: Known, day: Day) -> bool:
    if mention.postcode is not None and mention.postcode != known.postcode:
        return False
    return not any(_is_another(code, day) for code in day.history.practices_named(name.squashed, day.on))


def _is_another(code: str, day: Day) -> bool:
    """Whether that practice is none of those the body knows: it may be meant by its own, full name."""
    known = day.history.known(ListKind.PRACTICES, code, day.on)
    return code not in day.by_code and known is not None and known.is_open


def _entries_meant(name: NormalName, index: NameIndex) -> Iterator[tuple[Entry, str]]:
    if name.others or not name.distinctive:
        return
    if name.doctor is not None:
        yield from _doctors(name, index)
        return
    yield from _other_kind(name, index)
    yield from _partners(name, index)
    yield from _one_letter(name, index)


def _other_kind(name: NormalName, index: NameIndex) -> Iterator[tuple[Entry, str]]:
    """The only practice whose names, or whose building, have these distinctive words."""
    vocabulary = name_words()
    if name.is_weak and (len(name.distinctive) == 1 or not name.kinds):
        return
    if not name.kinds and name.distinctive[-1] in vocabulary.streets:
        return
    if not set(name.kinds) <= vocabulary.practice_kinds or set(name.kinds) == {"centre"}:
        return
    claims = _claims(set(name.distinctive), index)
    if not _one_practice(claims):
        return
    same = [entry for entry in claims if entry.name.distinctive == name.distinctive and entry.name.doctor is None]
    named = [entry for entry in same if entry.source is not NameSource.PREMISES]
    if named and not _is_a_place(set(name.distinctive), named[0].known, index):
        yield min(named, key=lambda entry: entry.source), "calls the kind of place otherwise"
    building = [entry for entry in same if entry.name.squashed == name.squashed and entry not in named]
    if building:
        yield building[0], "is the name of its building"


def _is_a_place(words: set[str], known: Known, index: NameIndex) -> bool:
    """Whether the words stand in another practice's address: "Northfield Surgery" may be any practice there."""
    practices = {entry.known.key: entry.known for entry in index.entries if entry.known.kind not in _NO_PRACTICE}
    return any(words <= one.place for key, one in practices.items() if key != known.key)


def _claims(words: set[str], index: NameIndex) -> list[Entry]:
    """Every name with all of these words, of whatever time, but for those of networks and trusts."""
    first, *_ = sorted(words)
    found = (entry for entry in index.by_word.get(first, ()) if words <= set(entry.name.distinctive))
    return [entry for entry in found if entry.known.kind not in _NO_PRACTICE]


def _one_practice(entries: Iterable[Entry]) -> bool:
    known = {entry.known.key: entry.known for entry in entries}
    return len(known) == 1 and all(one.kind is OrganisationKind.PRACTICE for one in known.values())


def _doctors(name: NormalName, index: NameIndex) -> Iterator[tuple[Entry, str]]:
    """The only practice called after that doctor, where one of the two names leaves the initials out."""
    doctor = name.doctor
    if doctor is None or not _OF_A_PRACTICE.search(name.raw):
        return
    sharing = index.doctors(doctor.surnames)
    others = [entry for word in doctor.surnames for entry in index.by_word.get(word, ())]
    if not _one_practice([*sharing, *(one for one in others if one.known.kind not in _NO_PRACTICE)]):
        return
    for entry in sharing:
        theirs = entry.name.doctor
        if theirs is not None and theirs.surnames == doctor.surnames and not (theirs.initials and doctor.initials):
            yield entry, "leaves out initials"
            return


def _partners(name: NormalName, index: NameIndex) -> Iterator[tuple[Entry, str]]:
    """ "Vale & Partners" for the only practice called after a Dr Vale."""
    claims = _claims(set(name.distinctive), index) if _PARTNERS.search(name.raw) else []
    called = [one for one in claims if one.name.doctor and one.name.doctor.surnames == set(name.distinctive)]
    if called and _one_practice(claims):
        yield called[0], "leaves out the title and initials"


def _one_letter(name: NormalName, index: NameIndex) -> Iterator[tuple[Entry, str]]:
    """The only practice whose name differs by one letter, inside one long word."""
    near = [entry for entry in index.entries if _nearly(name, entry.name) and entry.known.kind not in _NO_PRACTICE]
    if not near or not _one_practice(near):
        return
    usual = (NameSource.CURRENT, NameSource.ALIAS)
    for entry in near:
        if entry.source in usual and entry.known.is_open and _one_slip(name, entry.name):
            yield entry, "is spelt with one letter otherwise"
            return


def _nearly(one: NormalName, other: NormalName) -> bool:
    """Whether the whole names, or their distinctive words, are at most two letters apart."""
    if OSA.distance(one.squashed, other.squashed, score_cutoff=2) <= 2:
        return True
    return OSA.distance("".join(one.distinctive), "".join(other.distinctive), score_cutoff=2) <= 2


def _one_slip(one: NormalName, other: NormalName) -> bool:
    """One letter wrong, missing, too many or two changed round; never the first, which makes another word of it."""
    if len(one.words) != len(other.words):
        return False
    unlike = [pair for pair in zip(one.words, other.words, strict=True) if pair[0] != pair[1]]
    if len(unlike) != 1:
        return False
    mine, theirs = unlike[0]
    long = len(theirs) >= _LONG_ENOUGH and theirs.isalpha() and mine.isalpha()
    return long and mine[0] == theirs[0] and OSA.distance(mine, theirs, score_cutoff=1) == 1
