"""Which holdings could touch an item, found by organisation instead of by trying each; `Linker` then decides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property

from coi_audit.linking.link_names import former_names, key_of, loose_key, names_of
from coi_audit.linking.links import ItemContext, Linker
from coi_audit.linking.names import normalise
from coi_audit.linking.ties import PRACTICE_TIES
from coi_audit.model.linking import Holding, Party
from coi_audit.model.words import Match, OrganisationKind, Scope

_GROUPS = (Scope.ALL_PRACTICES, Scope.SOME_PRACTICES)
_Places = dict[str, list[int]]


class Reach:
    """The holdings of one meeting, by whatever could tie them to an item.

    `near` may name more than the linker links, and never fewer: a test holds the two together.
    """

    def __init__(self, holdings: Iterable[Holding], linker: Linker) -> None:
        self.holdings = tuple(holdings)
        self._linker = linker
        self._by_organisation: _Places = {}
        self._unresolved: list[int] = []  # in an organisation that no list knows
        self._unsure: list[int] = []  # in one that could be several
        for place, holding in enumerate(self.holdings):
            if holding.organisation is not None:
                self._by_organisation.setdefault(key_of(holding.organisation), []).append(place)
            else:
                self._unresolved.append(place)
            if holding.outcome is Match.ASK:
                self._unsure.append(place)

    def near(self, item: ItemContext) -> Sequence[Holding]:
        """Every holding that a link to this item could start from, in the order they were given."""
        found: list[list[int]] = []
        network = False
        for party in item.parties:
            self._near(party, found)
            if party.organisation is not None:
                network = network or party.organisation.kind is OrganisationKind.PCN
                if self._routed:
                    found.append(self._routed.get(key_of(party.organisation), []))
        for party in item.neighbours:
            self._near(party, found)
        if network or item.classification.scope in _GROUPS:
            found.append(self._practices)
        if self._unsure and found:
            found.append(self._unsure)
        if len(found) == 1:
            return [self.holdings[place] for place in found[0]]
        return [self.holdings[place] for place in sorted({place for places in found for place in places})]

    def _near(self, party: Party, found: list[list[int]]) -> None:
        organisation = party.organisation
        if organisation is not None:
            found.append(self._by_organisation.get(key_of(organisation), []))
        if organisation is None or self._unresolved:
            found += [self._by_name.get(normalise(name).key, []) for name in (party.mention, party.name)]
        if organisation is None and (loose := loose_key(party.mention)):
            found.append(self._by_loose_name.get(loose, []))
        if party.outcome is Match.ASK and party.resolution is not None:
            codes = [one.ods_code or _fold(one.name) for one in party.resolution.candidates]
            found += [self._by_organisation.get(code, []) for code in codes]

    @cached_property
    def _by_name(self) -> _Places:
        found: _Places = defaultdict(list)
        for place, holding in enumerate(self.holdings):
            if holding.organisation_name.strip():
                for name in names_of(holding):
                    found[normalise(name).key].append(place)
            for name in former_names(holding):
                found[normalise(name).key].append(place)
        return found

    @cached_property
    def _by_loose_name(self) -> _Places:
        found: _Places = defaultdict(list)
        for place in self._unresolved:
            for name in names_of(self.holdings[place]):
                found[loose_key(name)].append(place)
        return found

    @cached_property
    def _routed(self) -> _Places:
        """By the key of every organisation that a stake leads to."""
        found: _Places = defaultdict(list)
        if self._linker.graph.is_empty:
            return {}
        for place, holding in enumerate(self.holdings):
            for key in self._linker.routes(holding):
                found[key].append(place)
        return dict(found)

    @cached_property
    def _practices(self) -> list[int]:
        """Holdings in a practice that could be one of those an item speaks of together."""
        return [
            place
            for place, holding in enumerate(self.holdings)
            if holding.tie in PRACTICE_TIES and self._linker.own_practice(holding)
        ]


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())
