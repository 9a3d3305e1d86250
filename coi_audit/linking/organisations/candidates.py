"""Which organisations a name might mean when none fits beyond doubt, and why each of them might."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz
from rapidfuzz.distance import OSA

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import NormalName
from coi_audit.linking.organisations.index import Fit, NameIndex
from coi_audit.linking.organisations.known import Entry, Known, Mention, NameSource
from coi_audit.model.organisations import Candidate
from coi_audit.model.words import OrganisationKind

_MOST = 8
_NEAR = 90  # of 100: one letter in ten may differ. Only ever leads to a question.
_SHORTEST = 5  # letters: shorter words are near too many others


def candidate(known: Known, why: str) -> Candidate:
    """One organisation that may be meant; a closed one says so."""
    gone = f"; it closed on {known.closed:%-d %B %Y}" if known.closed else f"; {known.gone}" if known.gone else ""
    return Candidate(ods_code=known.code, name=known.name, why=why + gone)


def of_fits(fits: Iterable[Fit]) -> tuple[Candidate, ...]:
    """Candidates that each fit the name."""
    return ordered((fit.known, f"{fit.entry.note}") for fit in fits)


def ordered(found: Iterable[tuple[Known, str]]) -> tuple[Candidate, ...]:
    """One candidate per organisation, in the order found, the first eight."""
    kept: dict[str, Candidate] = {}
    for known, why in found:
        kept.setdefault(known.key, candidate(known, why))
    return tuple(list(kept.values())[:_MOST])


def candidates(mention: Mention, index: NameIndex) -> tuple[Candidate, ...]:
    """What the mention might mean, the likeliest first; empty where nothing speaks for any."""
    found: list[tuple[int, str, Known, str]] = []
    parts = [part for part in mention.parts if part.kinds or not mention.name.kinds] if len(mention.parts) > 1 else []
    for name in (mention.name, *parts):
        rest = "" if name is mention.name else "; the rest of what is given is not in its address"
        for score, known, said in _of_name(name, index):
            why = said + rest
            found.append((score + (0 if known.is_open else 5), known.name, known, why))
    found.sort(key=lambda one: (one[0], one[1], one[2].key))
    return ordered((known, why) for _, _, known, why in found)


def _of_name(name: NormalName, index: NameIndex) -> Iterator[tuple[int, Known, str]]:
    for fit in index.fits(name):
        yield 0, fit.known, fit.entry.note
    if name.network:
        yield from _networks(name, index)
        return
    for entry in index.in_building(name):
        yield 1, entry.known, entry.note
    if name.doctor:
        for entry in index.doctors(name.doctor.surnames):
            yield 1, entry.known, "a practice of that doctor's surname"
    if all(len(word) == 1 for word in name.distinctive):
        return  # "n/a" is no name, and one letter is nobody's
    sharing = {id(entry): entry for word in name.distinctive for entry in index.by_word.get(word, ())}
    for entry in sharing.values():
        if not name.others - entry.name.others:
            yield from _sharing(name, entry)
    if not name.others:
        yield from _misspelt(name, index)


def _networks(name: NormalName, index: NameIndex) -> Iterator[tuple[int, Known, str]]:
    """A network is never taken for a member practice; other networks that share a telling word are offered."""
    strong = set(name.distinctive) - name_words().weak
    for word in sorted(strong):
        for entry in index.by_word.get(word, ()):
            if entry.known.kind is OrganisationKind.PCN:
                yield 2, entry.known, f'a primary care network whose name also has "{word}"'


def _sharing(name: NormalName, entry: Entry) -> Iterator[tuple[int, Known, str]]:
    """Names with words in common, where these are enough to ask."""
    mine, theirs = set(name.distinctive), set(entry.name.distinctive)
    if entry.source is NameSource.PREMISES:
        return
    if entry.known.kind is OrganisationKind.PCN:
        if mine == theirs:
            yield 2, entry.known, "a primary care network of that name"
        return
    if mine == theirs:
        score = 0 if entry.source in (NameSource.CURRENT, NameSource.ALIAS) else 1
        yield score, entry.known, f"{entry.note}; the kind of place is called otherwise"
        return
    if mine < theirs and name.kinds and entry.name.distinctive[-len(name.distinctive) :] == name.distinctive:
        yield 2, entry.known, f"{entry.note}; the name given is the end of it"
        return
    shared = (mine & theirs) - name_words().weak - name_words().other_kinds
    if entry.known.kind is OrganisationKind.TRUST and shared and "hospital" in mine and mine < theirs:
        yield 2, entry.known, f"{entry.note}; a trust whose name has these words"
        return
    if len(shared) < (2 if entry.known.kind is OrganisationKind.TRUST else 1):
        return
    if mine < theirs:
        yield 2, entry.known, f"{entry.note}; the name given is part of it"
    elif theirs < mine and (name.kinds or len(theirs) > 1):
        extra = " ".join(word for word in name.distinctive if word not in theirs)
        yield 2, entry.known, f'{entry.note}; the name given has "{extra}" besides'


def _misspelt(name: NormalName, index: NameIndex) -> Iterator[tuple[int, Known, str]]:
    mine = "".join(name.distinctive)
    if len(mine) < _SHORTEST:
        return
    for entry in index.entries:
        theirs = "".join(entry.name.distinctive)
        if len(theirs) >= _SHORTEST and mine != theirs and _nearly(mine, theirs):
            yield 3, entry.known, f"{entry.note}; spelt nearly the same"


def _nearly(mine: str, theirs: str) -> bool:
    return bool(fuzz.ratio(mine, theirs, score_cutoff=_NEAR)) or OSA.distance(mine, theirs, score_cutoff=1) <= 1
