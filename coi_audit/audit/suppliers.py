"""Whom the papers know as a supplier of the body: by its registers, its own list of organisations, its meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.linking.holdings import name_alone
from coi_audit.linking.names import normalise
from coi_audit.model.evidence import SourceRef
from coi_audit.model.words import Match, OrganisationKind

_NO_SUPPLIERS = (OrganisationKind.COUNCIL, OrganisationKind.CHARITY)
_PARTS = re.compile(r"\s*[,;()\[\]\n]\s*|\s+[-–—]\s+")
_TIED = re.compile(r"\b(?:of|for|from|at)\s+(?=[A-Z])")


@dataclass(frozen=True, slots=True)
class Supplier:
    """One supplier. `value` adds up its contracts on the register of procurement, in pounds; None: none is told."""

    name: str
    how_known: str  # "it stands on the register of procurement decisions"
    value: float | None = None
    procured: bool = False  # it stands on a register of procurement decisions or contracts
    source: SourceRef | None = None


class Suppliers:
    """All of them by folded name. Built once for a case."""

    def __init__(self, audited: Audited) -> None:
        self._by_name: dict[str, Supplier] = {}
        for key, supplier in _known(audited):
            earlier = self._by_name.get(key)
            self._by_name[key] = supplier if earlier is None else _joined(earlier, supplier)

    def find(self, written: str) -> Supplier | None:
        """The supplier meant: the name alone, or a part of the words around it ("A Person, Harbour Foods Ltd")."""
        parts = [written, *_PARTS.split(written)]
        parts += [part[match.end() :] for part in tuple(parts) for match in _TIED.finditer(part)]
        for part in parts:
            found = self._by_name.get(name_alone(part)) if part.strip() else None
            if found is not None:
                return found
        return None

    def maybe(self, written: str) -> Supplier | None:
        """A supplier whose distinctive words are all in the name, or the other way round; None where it is `find`'s."""
        words = set(normalise(written).distinctive)
        if not words or self.find(written) is not None:
            return None
        for key in sorted(self._by_name):
            known = set(normalise(self._by_name[key].name).distinctive)
            if known and (known <= words or words <= known):
                return self._by_name[key]
        return None


def _joined(one: Supplier, two: Supplier) -> Supplier:
    values = [each.value for each in (one, two) if each.value is not None]
    first = one if one.procured or not two.procured else two
    return Supplier(
        first.name, first.how_known, sum(values) if values else None, one.procured or two.procured, first.source
    )


def _known(audited: Audited) -> Iterator[tuple[str, Supplier]]:
    records = audited.case.records
    for row in records.procurements:
        if row.supplier:
            value = row.value_to_body if row.value_to_body is not None else row.value_total
            how = "it stands on the register of procurement decisions"
            for key in sorted({name_alone(row.supplier), name_alone(_PARTS.split(row.supplier)[0])} - {""}):
                yield key, Supplier(row.supplier, how, value, True, row.source)
    for form in records.bidder_declarations:
        yield (
            name_alone(form.bidder),
            Supplier(form.bidder, "it declared its interests as a bidder", source=form.source),
        )
    for own in audited.case.body.organisations:
        if own.kind not in _NO_SUPPLIERS:
            how = "the body's own list of organisations has it"
            for name in (own.name, *own.aliases):
                yield name_alone(name), Supplier(own.name, how, source=own.source)
    for meeting in audited.examined:
        for item in meeting.audit.items:
            for party in item.parties:
                if party.outcome is Match.MATCHED:
                    how = f"the committee dealt with it on {_day(meeting.audit.date)}"
                    yield name_alone(party.name), Supplier(party.name, how, source=item.item.source)


def _day(on: date) -> str:
    return f"{on.day}/{on.month}/{on.year}"
