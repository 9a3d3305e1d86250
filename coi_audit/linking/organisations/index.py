"""Known names by every way they are looked up, and the fits of one mention among them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import NormalName, canonical_words, normalise, without_possessive
from coi_audit.linking.organisations.known import Entry, Known, Mention, NameSource
from coi_audit.model.words import OrganisationKind


class Rank(IntEnum):
    """How well a name fits, the best first."""

    EXACT = 0  # the same words, or the same letters
    LOOSE = 1  # the same but for words such as "GP" or "NHS"
    CUT = 2  # one of the two stops earlier: "Elm Street Medical" for "Elm Street Medical Centre"
    BARE = 3  # one of the two leaves the kind of place out: "Elm Street" for "Elm Street Surgery"
    OTHERWISE = 4  # no name of it as written, but the only one that can be meant (see `directory_near`)


@dataclass(frozen=True, slots=True)
class Fit:
    """One name that a mention may stand for."""

    entry: Entry
    rank: Rank
    placed: bool = False  # the mention also gives words of its address
    whole: bool = True  # the name is the whole mention, not a part of it

    @property
    def known(self) -> Known:
        return self.entry.known


def skeleton(name: NormalName) -> str:
    """The name without the words people add or leave out without thinking."""
    return " ".join(word for word in name.words if word not in name_words().loose)


def short_of_trust(name: NormalName) -> str | None:
    """ "Northfield Hospitals" of "Northfield Hospitals NHS Foundation Trust"; None for another kind of name."""
    if not frozenset(name.words) & name_words().trust_words:
        return None
    drop = {"nhs", "foundation", *name_words().trust_words}
    return "".join(word for word in name.words if word not in drop) or None


def short_of_network(name: NormalName) -> str:
    """A network's name without "PCN", written together."""
    drop = {"network", "primary", "care", *name_words().network_words}
    return "".join(word for word in name.words if word not in drop) or name.squashed


class NameIndex:
    """Entries looked up by whole name, by letters, without loose words, and by distinctive words in their order."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.entries = tuple(entries)
        self._squashed: dict[str, list[Entry]] = defaultdict(list)
        self._skeleton: dict[str, list[Entry]] = defaultdict(list)
        self._distinctive: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self._surnames: dict[tuple[str, ...], list[Entry]] = defaultdict(list)
        self._doctors: dict[frozenset[str], list[Entry]] = defaultdict(list)
        self._networks: dict[str, list[Entry]] = defaultdict(list)
        self._trusts: dict[str, list[Entry]] = defaultdict(list)
        self._premises: dict[str, list[Entry]] = defaultdict(list)
        self.by_word: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.entries:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        name = entry.name
        for word in set(name.distinctive):
            self.by_word[word].append(entry)
        if entry.known.kind is OrganisationKind.PCN:
            self._networks[short_of_network(name)].append(entry)
        if entry.source is NameSource.PREMISES:
            self._premises[name.squashed].append(entry)
            return
        self._squashed[name.squashed].append(entry)
        if entry.known.kind is OrganisationKind.TRUST and (short := short_of_trust(name)):
            self._trusts[short].append(entry)
        if name.doctor:
            self._doctors[name.doctor.surnames].append(entry)
            self._surnames[name.surname_words].append(entry)
            return
        if entry.known.kind is OrganisationKind.PCN:
            return  # a network goes only by its whole name: its short one is a practice's as often
        self._skeleton[skeleton(name)].append(entry)
        if name.distinctive:
            self._distinctive[name.distinctive].append(entry)

    def fits(self, name: NormalName) -> list[Fit]:
        """Every entry the name fits, whatever its rank; premises names never fit (see `candidates`)."""
        if not name.squashed:
            return []
        found = [Fit(entry, Rank.EXACT) for entry in self._squashed.get(name.squashed, ())]
        if name.network:
            found = [fit for fit in found if fit.known.kind is OrganisationKind.PCN]
            return found + [Fit(entry, Rank.EXACT) for entry in self._networks.get(short_of_network(name), ())]
        if short := short_of_trust(name):
            found += [Fit(entry, Rank.LOOSE) for entry in self._trusts.get(short, ())]
        if name.doctor:
            same = self._doctors.get(name.doctor.surnames, ())
            return found + [
                Fit(one, Rank.LOOSE)
                for one in same
                if one.name.doctor and one.name.doctor.initials == name.doctor.initials
            ]
        found += [Fit(entry, Rank.LOOSE) for entry in self._skeleton.get(skeleton(name), ())]
        return found + self._bare(name)

    def _bare(self, name: NormalName) -> list[Fit]:
        """Names with the same distinctive words of which one leaves out what kind of place it is."""
        if not name.distinctive:
            return []
        usual = (NameSource.CURRENT, NameSource.ALIAS)
        same = [entry for entry in self._distinctive.get(name.distinctive, ()) if entry.source in usual]
        if name.kinds:
            found = [Fit(entry, Rank.BARE) for entry in same if not entry.name.kinds]
            return found + [
                Fit(entry, Rank.CUT) for entry in same if entry.name.kinds and _stops_earlier(name, entry.name)
            ]
        found = [Fit(entry, Rank.BARE) for entry in same]
        doctors = self._surnames.get(tuple(word.text for word in canonical_words(without_possessive(name.raw))), ())
        return found + [Fit(entry, Rank.BARE) for entry in doctors if entry.source in usual]

    def networks_named(self, name: NormalName) -> list[Entry]:
        """Primary care networks of that name or of the same distinctive words, "PCN" aside."""
        sharing = self.by_word.get(name.distinctive[0], ()) if name.distinctive else ()
        same = [entry for entry in sharing if entry.name.distinctive == name.distinctive]
        named = [*self._networks.get(short_of_network(name), ()), *same]
        return [entry for entry in named if entry.known.kind is OrganisationKind.PCN]

    def in_building(self, name: NormalName) -> list[Entry]:
        """Practices whose address begins with this name."""
        return list(self._premises.get(name.squashed, ()))

    def doctors(self, surnames: frozenset[str]) -> list[Entry]:
        """Practices called after doctors that share a surname."""
        return [entry for key, entries in self._doctors.items() if key & surnames for entry in entries]


def _stops_earlier(one: NormalName, other: NormalName) -> bool:
    """Whether one name is the other's beginning; both have the same distinctive words, so only kinds are missing."""
    return skeleton(one).startswith(f"{skeleton(other)} ") or skeleton(other).startswith(f"{skeleton(one)} ")


def best_fits(fits: Iterable[Fit], *, bare: bool) -> list[Fit]:
    """One fit per organisation, only of the best rank and strongest kind of name; a bare mention keeps every rank."""
    by_known: dict[str, Fit] = {}
    for fit in sorted(fits, key=lambda one: (_claim(one), one.rank, one.entry.source, not one.placed)):
        by_known.setdefault(fit.known.key, fit)
    kept = list(by_known.values())
    if not kept:
        return []
    if any(fit.entry.source is NameSource.ALIAS and fit.rank is Rank.EXACT for fit in kept):
        kept = [fit for fit in kept if fit.rank is Rank.EXACT]
    first = min(map(_claim, kept))
    # A name in use that is only nearly the one given does not outdo another's former name that is that very one.
    strongest = [fit for fit in kept if _claim(fit) == first or (first == 1 and _claim(fit) == 2)]
    kept = strongest if not bare else [fit for fit in kept if _claim(fit) <= 1]
    return kept or strongest


def _claim(fit: Fit) -> int:
    """0 for a name in use that is written out, up to 3 for a name of another time that is nearly the same."""
    today = fit.entry.source in (NameSource.CURRENT, NameSource.ALIAS, NameSource.BRANCH, NameSource.SHORT)
    return (0 if today else 2) + (0 if fit.rank <= Rank.LOOSE else 1)


def fits_of_mention(mention: Mention, index: NameIndex, area: frozenset[str]) -> list[Fit]:
    """Fits of the whole mention, and of each of its parts where the other parts are explained.

    A part is explained by the organisation's own address, by the body's area, or by being doctors' names or no name.
    """
    found = index.fits(mention.name)
    if len(mention.parts) < 2:
        return found
    rest = mention.after_doctors
    if rest is not None:
        named = (fit for fit in index.fits(rest) if fit.rank is not Rank.BARE or rest.kinds)
        found += [fit for fit in named if explained(fit, (), mention.parts[:1], index, area) is not None]
    if mention.before_last is not None:
        for fit in index.fits(mention.before_last):
            placed = explained(fit, mention.parts[-1:], (), index, area)
            if placed is not None and fit.rank <= Rank.LOOSE:
                found.append(Fit(fit.entry, fit.rank, placed=placed, whole=False))
    for position, part in enumerate(mention.parts):
        for fit in index.fits(part):
            if fit.rank is Rank.BARE and not part.kinds and mention.name.kinds:
                continue  # "Medical Centre (Elmham)" does not name "Elmham Surgery"
            verdict = explained(fit, mention.parts[position + 1 :], mention.parts[:position], index, area)
            if verdict is not None and (verdict or part.distinctive):
                found.append(Fit(fit.entry, fit.rank, placed=verdict, whole=False))
    return found + _turned_round(mention, index, area)


def _turned_round(mention: Mention, index: NameIndex, area: frozenset[str]) -> list[Fit]:
    """ "Medical Centre, Elm Street" for "Elm Street Medical Centre": the kind of place stands first."""
    kind, own, *rest = mention.parts
    if kind.distinctive or not kind.kinds or own.kinds or not own.distinctive:
        return []
    turned = normalise(f"{own.raw} {kind.raw}")
    return [
        Fit(fit.entry, max(fit.rank, Rank.LOOSE))
        for fit in index.fits(turned)
        if fit.rank <= Rank.LOOSE and explained(fit, rest, (), index, area) is not None
    ]


def explained(
    fit: Fit, after: Sequence[NormalName], before: Sequence[NormalName], index: NameIndex, area: frozenset[str]
) -> bool | None:
    """Whether the rest gives words of the address; None where some of it stays unexplained."""
    placed = False
    for part in (*before, *after):
        words = frozenset(part.words) - name_words().generic
        if not words:
            continue
        if words <= fit.known.place:
            placed = True
        elif words <= fit.known.place | area:
            continue
        elif part.doctor is not None and part in before:
            if any(_shares_building(other.known, fit.known) for other in index.fits(part)):
                return None
        elif not any(other.known.key == fit.known.key for other in index.fits(part)):
            return None
    return placed


def _shares_building(one: Known, other: Known) -> bool:
    """Another open practice at the same postcode: "Dr Hill, Elm House" may then be either."""
    return one.is_open and one.key != other.key and one.postcode is not None and one.postcode == other.postcode
