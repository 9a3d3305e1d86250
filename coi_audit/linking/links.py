"""Which holding touches which item: the kind of link, the path through the organisation graph, and both values."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from coi_audit.linking.graph import Edge, OrganisationGraph
from coi_audit.linking.holdings import says_elsewhere
from coi_audit.linking.items.members import NETWORKS
from coi_audit.linking.link_names import is_same, key_of, may_be_same, party_kind, sounds_like_practice
from coi_audit.linking.organisations.directory import Directory
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
    r"|\bpractice (?:is|as) (?:a |an )?(?:member|shareholder)\b|\bmember practice\b"
    r"|\bpractice (?:holds?|owns?|has) (?:a |an |\d+ )?(?:shares?|shareholding|stake|membership)\b",
    re.IGNORECASE,
)
_STAKES = PRACTICE_TIES | MONEY_TIES
_NO_LIST = "No list of the body's practices is at hand: the name was taken for one of them."
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
            known = _kind_of(party.organisation) or _kind_of(holding.organisation)
            kind = LinkKind.NAMED_PARTY if known is OrganisationKind.PRACTICE else party_kind(party)
            if _kind_of(party.organisation) is OrganisationKind.PCN and holding.tie is Tie.MEMBER:
                return None  # a member practice of the network: the shared link speaks of it
            own = kind is LinkKind.NAMED_PARTY and holding.tie in PRACTICE_TIES
            if own and _lists_members(item.classification):
                return self._listed(holding, party, item)
            path = (*start_of_path(holding), f"party to {item.label}")
            through = kind is LinkKind.PROVIDER_PARTY and bool(_HELD_BY_PRACTICE.search(holding.nature))
            why = ("The register says that it is the practice that holds it.",) if through else ()
            return Link(kind, party, path, through, _confidence(party, holding), why)
        for party in item.parties:
            edges = self._route(holding, party)
            if edges:
                return self._routed(holding, party, edges, item)
        return None

    def _listed(self, holding: Holding, party: Party, item: ItemContext) -> Link:
        """A partner of a practice that the item lists as one of a group's: `shared`, as a network's members are."""
        path = (*start_of_path(holding), f"touches a group of practices: {item.label}")
        why = (f"The item lists {party.name} as one of the group.",)
        return Link(LinkKind.SHARED, None, path, confidence=_confidence(party, holding), because=why)

    def _routed(self, holding: Holding, party: Party, edges: Sequence[Edge], item: ItemContext) -> Link | None:
        through = _kind_of(holding.organisation or _only_named(holding)) is OrganisationKind.PRACTICE
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
        start = None if self.graph.is_empty else holding.organisation or _only_named(holding)
        if start is None or not _leads_on(holding):
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
        if holding.tie not in PRACTICE_TIES or not self.own_practice(holding):
            return None
        unlisted = practice is None
        confidence = Confidence.LIKELY if unlisted else Confidence.CERTAIN
        label = "touches every practice:" if scope is Scope.ALL_PRACTICES else "touches a group of practices:"
        because: tuple[str, ...] = (_NO_LIST,) if unlisted else ()
        if _pcns(item) and scope is not Scope.ALL_PRACTICES:
            if practice is None:
                return None
            edges = [edge for party in _pcns(item) for edge in self._membership(practice, party)]
            if not edges:
                return None
            because = tuple(f"{edge.label} {edge.organisation.name} ({edge.source.place()})" for edge in edges)
        elif _lists_members(item.classification) and _named_practices(item):
            return None  # the group is listed, and this practice is not on the list
        elif scope is Scope.SOME_PRACTICES:
            confidence = Confidence.LIKELY
            because = (*because, "The papers do not list which practices belong to the group.")
        path = (*start_of_path(holding), f"{label} {item.label}")
        return Link(LinkKind.SHARED, None, path, confidence=confidence, because=because)

    def own_practice(self, holding: Holding) -> bool:
        """Whether the interest is in a practice of the body; where no list of them is at hand, in what sounds like one.

        A name that the register says is elsewhere, or that could be several, is none of them.
        """
        if holding.organisation is not None:
            practice = holding.organisation.kind is OrganisationKind.PRACTICE
            return practice and self.directory.commissions(holding.organisation, self.on)
        if self.directory.lists_practices(self.on) or holding.outcome is not Match.NONE:
            return False
        return sounds_like_practice(holding.organisation_name) and not says_elsewhere(
            holding.organisation_name, holding.nature
        )

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
                nearly = Match.ASK not in (holding.outcome, party.outcome)  # whether it is this party is the question
                known = None if nearly else party
                return Link(LinkKind.UNCLEAR, known, path, confidence=Confidence.ASK, because=(why, strongest))
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


def _confidence(party: Party, holding: Holding) -> Confidence:
    matched = party.outcome is Match.MATCHED and holding.outcome is Match.MATCHED
    likely = any(one is not None and one.likely for one in (party.resolution, holding.resolution))
    return Confidence.CERTAIN if matched and not likely else Confidence.LIKELY


def _only_named(holding: Holding) -> Organisation | None:
    """An organisation no list has, by its name: another's owner, landlord or member is often only named so."""
    name = holding.organisation_name.strip()
    if not name or holding.outcome is not Match.NONE or not holding.evidence:
        return None
    kind = OrganisationKind.PRACTICE if sounds_like_practice(name) else OrganisationKind.COMPANY
    return Organisation(name=name, kind=kind, source=holding.evidence[0])


def _leads_on(holding: Holding) -> bool:
    """Whether what the organisation belongs to or owns concerns the holder: a practice must be somebody's own."""
    if _kind_of(holding.organisation) is OrganisationKind.PRACTICE:
        return holding.tie in PRACTICE_TIES
    return holding.tie in PRACTICE_TIES or holding.tie in MONEY_TIES


def _kind_of(organisation: Organisation | None) -> OrganisationKind | None:
    return organisation.kind if organisation is not None else None


def _lists_members(what: Classification) -> bool:
    return what.decision_type == NETWORKS and what.scope is Scope.SOME_PRACTICES


def _named_practices(item: ItemContext) -> bool:
    """Whether the item names practices, and each of them is known."""
    unknown = [one for one in item.parties if one.outcome is not Match.MATCHED]
    if any(one.outcome is Match.ASK or sounds_like_practice(one.mention) for one in unknown):
        return False
    return any(_kind_of(one.organisation) is OrganisationKind.PRACTICE for one in item.parties)


def _pcns(item: ItemContext) -> list[Party]:
    return [party for party in item.parties if _kind_of(party.organisation) is OrganisationKind.PCN]
