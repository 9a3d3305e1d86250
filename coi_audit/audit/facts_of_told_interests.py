"""Interests that were told at meetings, and when the register came to show them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.examine import Examined
from coi_audit.audit.register_rows import Row, edition_after, editions
from coi_audit.audit.unit import Unit
from coi_audit.linking.holdings import known_on, name_alone
from coi_audit.linking.names import normalise
from coi_audit.model.facts_of_registers import DeclarationAtMeetingFacts
from coi_audit.model.linking import Conflict, Holding
from coi_audit.model.words import Confidence, Examines, LinkKind, Stage

_DAYS = 28  # statute: what is told is to be entered within them


def told_interest_units(audited: Audited) -> Iterator[Unit]:
    """One unit for each person and interest told at a meeting, at the first item it was told for."""
    for one in audited.examined:
        if one.audit.stage is not Stage.HELD:
            continue
        seen: set[tuple[str, str]] = set()
        for item in one.audit.items:
            for conflict in item.conflicts:
                key = (conflict.holding.person.key, _key(conflict.holding))
                if key in seen or not _told_by_a_member(conflict, one, audited):
                    continue
                seen.add(key)
                yield _unit(conflict, one, f"item {item.item.number} {item.item.title}".strip(), audited)


def _told_by_a_member(conflict: Conflict, one: Examined, audited: Audited) -> bool:
    """Said for that person by name; visitors and their own pay stand on no register."""
    said = conflict.participation
    if not said.declared or said.blanket or conflict.link.kind is LinkKind.PERSONAL:
        return False
    person = conflict.holding.person
    seated = any(attendee.person.key == person.key for attendee in one.roll.members)
    return seated or any(person.key in edition.listed for edition in editions(audited))


def _unit(conflict: Conflict, one: Examined, item: str, audited: Audited) -> Unit:
    holding, on = conflict.holding, one.audit.date
    entered = _entered_on(holding, on, audited)
    facts = DeclarationAtMeetingFacts(
        **audited.event(on),
        member=holding.person.name,
        committee=one.audit.committee,
        item=item,
        interest=_words(holding),
        on_register_before=_stood_before(holding, on),
        entered_on=entered,
        later_edition=edition_after(holding.person, on, _DAYS, audited),
    )
    return Unit(
        Examines.DECLARATION_AT_MEETING,
        facts,
        evidence=tuple(dict.fromkeys((*conflict.participation.evidence, *holding.evidence))),
        confidence=conflict.confidence if holding.organisation_name else Confidence.ASK,
        person=holding.person.name,
        meeting=on,
        committee=one.audit.committee,
        interest=_key(holding),
    )


def _stood_before(holding: Holding, on: date) -> bool | None:
    """None where no row shows it and the words name no organisation to look for."""
    if known_on(holding, on):
        return True
    return False if holding.organisation_name else None


def _entered_on(holding: Holding, on: date, audited: Audited) -> date | None:
    """The day a row gives for it, else that of the first edition that shows it; None where no edition does."""
    days = []
    for edition in editions(audited):
        printed = edition.register.edition
        for row in edition.of(holding.person):
            told = row.interest.declared_on
            day = told if told is not None and told >= on else printed
            if day is not None and day >= on and _is_of(row, holding):
                days.append(min(day, printed) if printed is not None and printed >= on else day)
    return min(days, default=None)


def _is_of(row: Row, holding: Holding) -> bool:
    organisation = holding.organisation
    if organisation is not None and row.key == (organisation.ods_code or organisation.name).casefold():
        return True
    name = normalise(holding.organisation_name).key
    text = f" {normalise(row.words).key} "
    return bool(name) and (row.key == name_alone(holding.organisation_name) or f" {name} " in text)


def _key(holding: Holding) -> str:
    return name_alone(holding.organisation_name or holding.nature)


def _words(holding: Holding) -> str:
    """The interest in words, the minutes' own sentence being left to the evidence."""
    if holding.organisation_name and holding.interest is None:
        return f"an interest in {holding.organisation_name}"
    return ", ".join(dict.fromkeys(part for part in (holding.nature, holding.organisation_name) if part))
