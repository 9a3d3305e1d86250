"""Facts of those who manage or monitor contracts, as the register of procurement decisions names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coi_audit.audit.audited import Audited
from coi_audit.audit.procurement_matters import Matter
from coi_audit.audit.procurement_names import people_in
from coi_audit.audit.procurement_people import MONITOR, Part, Parts, PartsInWords
from coi_audit.audit.unit import Unit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_procurement import ContractMonitorFacts
from coi_audit.model.linking import Person
from coi_audit.model.words import Examines

_MONITORING = re.compile(
    r"\b(?:monitor|manag|oversee|oversight|performance|replac|hand(?:ed|s|ing)? over)", re.IGNORECASE
)
# Standing back from the award: whoever left the meeting may manage the contract all the same.
_AWARD = re.compile(
    r"\b(?:meetings?|item|room|papers?|agenda|vot(?:e[sd]?|ing)|discussions?|decisions?|award\w*|evaluat\w*|panel|scor\w+)\b",
    re.IGNORECASE,
)


def monitor_units(parts: Parts) -> Iterator[Unit]:
    """One unit a manager named; those of whom no register of interests tells are one matter, whatever they manage."""
    matter, audited = parts.matter, parts.audited
    if matter.row is None or not matter.row.contract_manager:
        return
    people = people_in(matter.row.contract_manager, audited.everybody)
    if not people:
        yield _monitor_unit(matter, audited, name=" ".join(matter.row.contract_manager.split()), parts=())
    for person in people:
        own = [one for one in parts.of(MONITOR) if one.person.key == person.key]
        yield _monitor_unit(matter, audited, name=person.name, parts=own, person=person)


def _monitor_unit(
    matter: Matter, audited: Audited, *, name: str, parts: Sequence[Part], person: Person | None = None
) -> Unit:
    row = matter.row
    assert row is not None
    held = PartsInWords(parts)
    handled = " ".join((row.mitigation or row.conflicts or "").split())
    of_award_alone = _AWARD.search(handled) is not None and _MONITORING.search(handled) is None
    stood_back = any(one.managed for one in parts) and not of_award_alone
    facts = ContractMonitorFacts(
        **audited.event(matter.on),
        paper_name=row.source.file,
        monitor=name,
        service=matter.title,
        supplier=", ".join(party.name for party in matter.supplier) or "the supplier",
        interest=held.names([one for one in parts if not one.unclear]),
        interest_unclear=held.names([one for one in parts if one.unclear]),
        declared=person is not None and _on_a_register(person, audited),
        stood_back=handled[:200] if stood_back else "",
    )
    source: tuple[SourceRef, ...] = (row.source, *(ref for one in parts for ref in one.evidence))
    matter_name = f"monitor {row.reference} {matter.title}" if parts else "monitor"
    return Unit(
        Examines.CONTRACT_MONITOR,
        facts,
        evidence=tuple(dict.fromkeys(source)),
        person=name,
        interest=matter_name,
        lasting=not parts,
    )


def _on_a_register(person: Person, audited: Audited) -> bool:
    names = {name for register in audited.case.registers for name in register.people}
    return any(
        (match := audited.everybody.match(name).person) is not None and match.key == person.key for name in names
    )
