"""Which holding touches which item: the kind of link, the path through the organisation graph, and both values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coi_audit.linking.directory import Directory
from coi_audit.linking.graph import Edge, OrganisationGraph
from coi_audit.linking.name_words import name_words
from coi_audit.linking.names import normalise
from coi_audit.linking.ties import MONEY_TIES, PRACTICE_TIES
from coi_audit.model.linking import Classification, Holding, Link, Party
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import Confidence, LinkKind, Match, OrganisationKind, Relationship, Scope, Tie

_TIE_WORDS = {
    Tie.PARTNER: "partner in",
    Tie.EMPLOYEE: "works for",
    Tie.DIRECTOR: "director or officer of",
    Tie.SHAREHOLDER: "shareholder of",
    Tie.OWNER: "owner of",
    Tie.PREMISES: "owns premises of",
    Tie.CONSULTANT: "paid adviser to",
    Tie.TRUSTEE: "trustee or officer of",
    Tie.ROLE: "has a role with",
    Tie.MEMBER: "patient or member of",
    Tie.UNKNOWN: "has an interest in",
}
_RELATIONSHIP_WORDS = {
    Relationship.SPOUSE: "spouse or partner",
    Relationship.RELATIVE: "relative",
    Relationship.FRIEND: "friend or associate",
    Relationship.BUSINESS_PARTNER: "business partner",
    Relationship.UNSTATED: "somebody close (not said who)",
}
# A share or membership that the practice holds, told on its partner's own row.
_HELD_BY_PRACTICE = re.compile(
    r"\b(?:my|our|his|her|their|the|own|whose|this) (?:gp )?(?:practice|surgery|partnership)(?:['’]s)? "
    r"(?:is|are|was|holds?|owns?|has|have|membership|share)\b"
    r"|\b(?:held by|owned by|via|through|by virtue of) (?:the|my|our|his|her|their) (?:practice|partnership|surgery)\b"
    r"|\bpractice (?:is|as) (?:a |an )?(?:member|shareholder)\b|\bmember practice\b",
    re.IGNORECASE,
)
_STAKES = PRACTICE_TIES | MONEY_TIES
_NO_ROUTES: Mapping[str, tuple[Edge, ...]] = {}
_MAX_STEPS = 3  # practice - federation - subsidiary: longer chains are guesses


@dataclass(frozen=True, slots=True)
class ItemContext:
    """What linking knows of one item: `label` is its number and title, for the path."""

    label: str
    classification: Classification
    parties: tuple[Party, ...]
    neighbours: tuple[Party, ...]


@dataclass(frozen=True, slots=True)
class Linker:
    """Links holdings to items of one body on one day."""

    directory: Directory
    graph: OrganisationGraph
    on: date
    _routes: dict[str, dict[str, tuple[Edge, ...]]] = field(default_factory=dict, repr=False, compare=False)

    def link(self, holding: Holding, item: ItemContext) -> Link | None:
        """The strongest link between this holding and this item, None where there is none."""
        return (
            self._party(holding, item)
            or self._neighbour(holding, item)
            or self._unclear(holding, item)
            or self._shared(holding, item)
        )

    def _party(self, holding: Holding, item: ItemContext) -> Link | None:
        party = next((one for one in item.parties if is_same(holding, one)), None)
        if party is not None:
            kind = party_kind(party)
            if _kind_of(party.organisation) is OrganisationKind.PCN and holding.tie is Tie.MEMBER:
                return None  # a member practice of the network: the shared link speaks of it
            path = (*start_of_path(holding), f"party to {item.label}")
            through = kind is LinkKind.PROVIDER_PARTY and bool(_HELD_BY_PRACTICE.search(holding.nature))
            why = ("The register says that it is the practice that holds it.",) if through else ()
            return Link(kind, party, path, through, _confidence(party, holding), why)
        for party in item.parties:
            edges = self._route(holding, party)
            if edges:
                return self._routed(holding, party, edges, item)
        return None

    def _routed(self, holding: Holding, party: Party, edges: Sequence[Edge], item: ItemContext) -> Link | None:
        through = _kind_of(holding.organisation) is OrganisationKind.PRACTICE
        if through and _kind_of(party.organisation) is OrganisationKind.PCN:
            return None  # contract, section 5: a partner in a member practice is `shared`
        steps = [word for edge in edges for word in (edge.label, edge.organisation.name)]
        path = (*start_of_path(holding), *steps, f"party to {item.label}")
        return Link(
            party_kind(party),
            party,
            path,
            through_own_practice=through and party_kind(party) is LinkKind.PROVIDER_PARTY,
            confidence=_confidence(party, holding),
            because=tuple(f"{edge.organisation.name}: {edge.label} ({edge.source.place()})" for edge in edges),
        )

    def _route(self, holding: Holding, party: Party) -> tuple[Edge, ...]:
        """The shortest chain of edges from the holding's organisation to the party; empty where there is none."""
        goal = party.organisation
        return self.routes(holding).get(key_of(goal), ()) if goal is not None else ()

    def routes(self, holding: Holding) -> Mapping[str, tuple[Edge, ...]]:
        """The shortest chain of edges to every organisation that a stake leads to, by that organisation's key."""
        start = holding.organisation
        if start is None or self.graph.is_empty or not _leads_on(holding):
            return _NO_ROUTES
        key = key_of(start)
        known = self._routes.get(key)
        if known is None:
            known = self._routes[key] = self._routes_from(start)
        return known

    def _routes_from(self, start: Organisation) -> dict[str, tuple[Edge, ...]]:
        found: dict[str, tuple[Edge, ...]] = {key_of(start): ()}
        queue: list[tuple[Organisation, tuple[Edge, ...]]] = [(start, ())]
        while queue:
            organisation, edges = queue.pop(0)
            if len(edges) == _MAX_STEPS:
                continue
            for edge in self._stakes(organisation):
                if key_of(edge.organisation) not in found:
                    found[key_of(edge.organisation)] = (*edges, edge)
                    queue.append((edge.organisation, (*edges, edge)))
        for edge in self.graph.premises_let_by(start):
            found.setdefault(key_of(edge.organisation), (edge,))
        del found[key_of(start)]
        return found

    def _stakes(self, organisation: Organisation) -> tuple[Edge, ...]:
        """Where a stake leads: to what the organisation belongs to or owns. Letting premises leads no further."""
        return (*self.graph.networks_of(organisation), *self.graph.owned_by(organisation))

    def _neighbour(self, holding: Holding, item: ItemContext) -> Link | None:
        for party in item.neighbours:
            if is_same(holding, party) and holding.tie in _STAKES:
                path = (*start_of_path(holding), f"named as neighbouring or affected in {item.label}")
                return Link(LinkKind.NEIGHBOUR, party, path, confidence=_confidence(party, holding))
        return None

    def _shared(self, holding: Holding, item: ItemContext) -> Link | None:
        scope = item.classification.scope
        practice = holding.organisation
        if scope not in (Scope.ALL_PRACTICES, Scope.SOME_PRACTICES) and not _pcns(item):
            return None
        if _kind_of(practice) is not OrganisationKind.PRACTICE or practice is None:
            return None
        if holding.tie not in PRACTICE_TIES or not self.directory.commissions(practice, self.on):
            return None
        confidence = Confidence.CERTAIN
        label = "touches every practice:" if scope is Scope.ALL_PRACTICES else "touches a group of practices:"
        because: tuple[str, ...] = ()
        if _pcns(item) and scope is not Scope.ALL_PRACTICES:
            edges = [edge for party in _pcns(item) for edge in self._membership(practice, party)]
            if not edges:
                return None
            because = tuple(f"{edge.label} {edge.organisation.name} ({edge.source.place()})" for edge in edges)
        elif scope is Scope.SOME_PRACTICES:
            confidence = Confidence.LIKELY
            because = ("The papers do not list which practices belong to the group.",)
        path = (*start_of_path(holding), f"{label} {item.label}")
        return Link(LinkKind.SHARED, None, path, confidence=confidence, because=because)

    def _membership(self, practice: Organisation, network: Party) -> list[Edge]:
        if network.organisation is None:
            return []
        goal = key_of(network.organisation)
        return [edge for edge in self.graph.networks_of(practice) if key_of(edge.organisation) == goal]

    def _unclear(self, holding: Holding, item: ItemContext) -> Link | None:
        """A party or an interest that could be meant: taken at its strongest, and asked."""
        for party, kind in [(one, party_kind(one)) for one in item.parties] + [
            (one, LinkKind.NEIGHBOUR) for one in item.neighbours
        ]:
            why = may_be_same(holding, party)
            if why is not None:
                path = (*start_of_path(holding), f"may be the party to {item.label}")
                strongest = f"Taken at its strongest, as {kind.value.replace('_', ' ')}, until somebody says."
                return Link(LinkKind.UNCLEAR, party, path, confidence=Confidence.ASK, because=(why, strongest))
        return None


def start_of_path(holding: Holding) -> tuple[str, ...]:
    """ "Dr Rao", "spouse or partner", "shareholder of", "CareCo Ltd"."""
    whose = _RELATIONSHIP_WORDS.get(holding.relationship)
    steps = (holding.person.name, *((whose,) if whose else ()), _TIE_WORDS[holding.tie], holding.organisation_name)
    return tuple(step for step in steps if step)


def describe(holding: Holding) -> str:
    """The interest in words: "spouse or partner: director or officer of CareCo Ltd"."""
    whose = _RELATIONSHIP_WORDS.get(holding.relationship)
    said = f"{_TIE_WORDS[holding.tie]} {holding.organisation_name or 'an organisation that is not named'}"
    return f"{whose}: {said}" if whose else said


def key_of(organisation: Organisation) -> str:
    """What tells organisations apart: the ODS code, else the folded name."""
    return organisation.ods_code or " ".join(organisation.name.casefold().split())


def same_name(one: str, other: str) -> bool:
    """Whether two names no list knows are the same once normalised."""
    return bool(one.strip()) and normalise(one).key == normalise(other).key


def is_same(holding: Holding, party: Party) -> bool:
    """Whether the holding is in this party itself, beyond doubt."""
    if holding.organisation is not None and party.organisation is not None:
        return key_of(holding.organisation) == key_of(party.organisation)
    if Match.ASK in (holding.outcome, party.outcome):
        return False
    return same_name(holding.organisation_name, party.mention) or same_name(holding.organisation_name, party.name)


def may_be_same(holding: Holding, party: Party) -> str | None:
    """Why the holding might be in this party, None where nothing suggests it."""
    codes = {one.ods_code or one.name for one in (party.resolution.candidates if party.resolution else ())}
    if party.outcome is Match.ASK and holding.organisation is not None:
        organisation = holding.organisation
        if (organisation.ods_code or organisation.name) in codes:
            return f'"{party.mention}" may mean {organisation.name} or another: {_because(party)}'
    if holding.outcome is not Match.ASK:
        return None
    meant = {one.ods_code or one.name for one in (holding.resolution.candidates if holding.resolution else ())}
    known = party.organisation is not None and (party.organisation.ods_code or party.organisation.name) in meant
    if known or (codes & meant) or same_name(holding.organisation_name, party.mention):
        return f'"{holding.organisation_name}", as the interest is written, may mean more than one organisation.'
    return None


def party_kind(party: Party) -> LinkKind:
    """`named_party` for a practice, `provider_party` for any other organisation."""
    kind = _kind_of(party.organisation)
    if kind is None:
        return LinkKind.NAMED_PARTY if sounds_like_practice(party.mention) else LinkKind.PROVIDER_PARTY
    return LinkKind.NAMED_PARTY if kind is OrganisationKind.PRACTICE else LinkKind.PROVIDER_PARTY


_PRACTICE_WORDS = ("surgery", "practice", "medical centre", "health centre", "medical group", "family doctors")


def sounds_like_practice(mention: str) -> bool:
    """Whether the words of a name nobody knows are those of a GP practice."""
    folded = mention.casefold()
    if folded.endswith(("ltd", "limited", "llp", "cic")) or name_words().other_kinds & set(re.findall(r"\w+", folded)):
        return False  # "Elm Lane Dental Practice" is no GP practice
    return any(word in folded for word in _PRACTICE_WORDS)


def _because(party: Party) -> str:
    return party.resolution.because if party.resolution else "the name is not certain."


def _confidence(party: Party, holding: Holding) -> Confidence:
    matched = party.outcome is Match.MATCHED and holding.outcome is Match.MATCHED
    likely = any(one is not None and one.likely for one in (party.resolution, holding.resolution))
    return Confidence.CERTAIN if matched and not likely else Confidence.LIKELY


def _leads_on(holding: Holding) -> bool:
    """Whether what the organisation belongs to or owns concerns the holder: a practice must be somebody's own."""
    if _kind_of(holding.organisation) is OrganisationKind.PRACTICE:
        return holding.tie in PRACTICE_TIES
    return holding.tie in PRACTICE_TIES or holding.tie in MONEY_TIES


def _kind_of(organisation: Organisation | None) -> OrganisationKind | None:
    return organisation.kind if organisation is not None else None


def _pcns(item: ItemContext) -> list[Party]:
    return [party for party in item.parties if _kind_of(party.organisation) is OrganisationKind.PCN]
