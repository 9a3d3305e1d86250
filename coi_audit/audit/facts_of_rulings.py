"""One unit a ruling: who gave it for whom, until when, why, and whether a conflict was there to need it."""

from __future__ import annotations

from collections.abc import Iterator

from coi_audit.audit.examine import Examined
from coi_audit.audit.unit import Unit
from coi_audit.model.facts_of_assurance import RulingFacts
from coi_audit.model.meetings import Ruling
from coi_audit.model.people import Body
from coi_audit.model.words import Authority, Examines

_BY = {
    Authority.CHAIR: "chair",
    Authority.GUARDIAN: "conflicts of interest guardian",
    Authority.COMMITTEE: "committee",
    Authority.CONFLICTS_PANEL: "conflicts panel",
}


def ruling_units(one: Examined, body: Body) -> Iterator[Unit]:
    """Every ruling kept for the meeting, in the order of its file."""
    for ruling in one.meeting.rulings:
        match = one.people.match(ruling.person).person
        person = match.name if match is not None else ruling.person
        facts = RulingFacts(
            on=one.audit.date,
            body=body.name,
            body_kind=body.kind,
            co_commissioning=body.co_commissioning_on(one.audit.date),
            member=person,
            committee=one.audit.committee,
            item=f"item {ruling.item}" if ruling.item else "the meeting as a whole",
            action=ruling.action,
            authority=_BY[ruling.authority],
            reason=ruling.reason,
            given_on=ruling.on,
            expires=ruling.expires,
            used=_used(ruling, one),
        )
        yield Unit(
            Examines.RULING,
            facts,
            evidence=(ruling.source,),
            person=person,
            meeting=one.audit.date,
            committee=one.audit.committee,
            item=ruling.item,
        )


def _used(ruling: Ruling, one: Examined) -> bool:
    person = one.people.match(ruling.person).person
    return person is not None and any(
        conflict.holding.person.key == person.key
        for item in one.audit.items
        if ruling.item is None or _bare(item.item.number) == _bare(ruling.item)
        for conflict in item.conflicts
    )


def _bare(number: str) -> str:
    return number.rstrip(".").casefold()
