"""The organisation graph on one day: practices, networks, owners and premises, each edge with its source."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.linking.names import normalise
from coi_audit.linking.organisations.directory import Directory
from coi_audit.linking.organisations.known import Known
from coi_audit.model.evidence import SourceRef
from coi_audit.model.organisation_lists import ListKind, ListRow
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import OrganisationKind


@dataclass(frozen=True, slots=True)
class Edge:
    """One step: "(where we stand) - label - organisation", and the place that says so."""

    organisation: Organisation
    label: str
    source: SourceRef


class OrganisationGraph:
    """Who belongs to, owns or houses whom on one day, from the national lists and the body's own organisations.

    Names in the body's list are resolved through the directory; one that is not matched stands under its own words,
    as an organisation without a code. Every method is pure; edges come sorted by organisation, then label.
    """

    def __init__(self, directory: Directory, on: date) -> None:
        self._directory = directory
        self._on = on
        # Whether nothing at all is known of who belongs to, owns or houses whom.
        self.is_empty = not directory.local and not directory.history.memberships

    def members_of(self, organisation: Organisation) -> tuple[Edge, ...]:
        """The member practices of a PCN or federation that day."""
        edges = [
            Edge(self._by_code(row), "has as a member", row.source()) for row in self._listed_members(organisation)
        ]
        edges += [
            Edge(self._named(name, own.source), "has as a member", own.source)
            for own in self._own(organisation)
            for name in own.members
        ]
        return _sorted(edges)

    def networks_of(self, practice: Organisation) -> tuple[Edge, ...]:
        """The PCNs, federations and other groups that a practice belongs to that day."""
        rows = self._directory.history.networks(practice.ods_code, self._on) if practice.ods_code else ()
        edges = [Edge(self._network(row), "member of", row.source()) for row in rows]
        edges += [
            Edge(self._of_local(own), "member of", own.source)
            for own in self._local_with(practice, lambda one: one.members)
        ]
        return _sorted(edges)

    def owners_of(self, organisation: Organisation) -> tuple[Edge, ...]:
        """Who owns it, as the body's own list says; people stand as organisations of that name."""
        return _sorted(
            Edge(self._named(name, own.source), "owned by", own.source)
            for own in self._own(organisation)
            for name in own.owners
        )

    def owned_by(self, practice: Organisation) -> tuple[Edge, ...]:
        """What a practice, or another organisation, owns or has a share in."""
        return _sorted(
            Edge(self._of_local(own), "shareholder of", own.source)
            for own in self._local_with(practice, lambda one: one.owners)
        )

    def premises_owner_of(self, practice: Organisation) -> tuple[Edge, ...]:
        """Who owns the building it works in."""
        return _sorted(
            Edge(self._named(own.premises_owner, own.source), "works in premises owned by", own.source)
            for own in self._own(practice)
            if own.premises_owner
        )

    def premises_let_by(self, landlord: Organisation) -> tuple[Edge, ...]:
        """The organisations whose building it owns."""
        return _sorted(
            Edge(self._of_local(own), "owns the premises of", own.source)
            for own in self._local_with(landlord, lambda one: (one.premises_owner,) if one.premises_owner else ())
        )

    def _own(self, organisation: Organisation) -> Iterator[Organisation]:
        """The body's own facts about an organisation."""
        goal = self._key(organisation)
        return (own for own in self._directory.local if self._key(self._of_local(own)) == goal)

    def _local_with(
        self, organisation: Organisation, names: Callable[[Organisation], Sequence[str]]
    ) -> Iterator[Organisation]:
        """The body's own organisations that name this one in the given field."""
        goal = self._key(organisation)
        for own in self._directory.local:
            if any(self._key(self._named(name, own.source)) == goal for name in names(own)):
                yield own

    def _listed_members(self, organisation: Organisation) -> tuple[ListRow, ...]:
        return self._directory.history.members(organisation.ods_code, self._on) if organisation.ods_code else ()

    def _of_local(self, own: Organisation) -> Organisation:
        known = self._directory.known_local(own, self._on)
        return known.organisation() if known is not None else own

    def _named(self, name: str, source: SourceRef) -> Organisation:
        found = self._directory.resolve(name, on=self._on).organisation
        return found if found is not None else Organisation(name=name, source=source)

    def _by_code(self, row: ListRow) -> Organisation:
        known = self._directory.by_code(row.code, self._on)
        return _organisation(known) or _bare(row.name, row.code, OrganisationKind.PRACTICE, row)

    def _network(self, row: ListRow) -> Organisation:
        code = row.parent or ""
        known = self._directory.by_code(code, self._on)
        names = [one.name for one in self._directory.history.rows(ListKind.PCNS, code)]
        return _organisation(known) or _bare(names[-1] if names else code, code, OrganisationKind.PCN, row)

    def _key(self, organisation: Organisation) -> str:
        return organisation.ods_code or normalise(organisation.name).key


def _organisation(known: Known | None) -> Organisation | None:
    return known.organisation() if known is not None else None


def _bare(name: str, code: str, kind: OrganisationKind, row: ListRow) -> Organisation:
    return Organisation(name=name, kind=kind, ods_code=code, edition=row.edition, source=row.source())


def _sorted(edges: Iterable[Edge]) -> tuple[Edge, ...]:
    kept = {(edge.organisation.name, edge.organisation.ods_code or "", edge.label): edge for edge in edges}
    return tuple(kept[key] for key in sorted(kept))
