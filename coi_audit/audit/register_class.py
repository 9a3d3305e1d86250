"""Whether somebody belongs on the register of interests, and what keeps the papers from telling that they do not."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_rows import editions, office_days
from coi_audit.model.facts import MemberFacts
from coi_audit.model.linking import Person
from coi_audit.model.people import Member
from coi_audit.model.words import Match, Role

_DECLARE_DAYS = 28  # statute: an edition earlier than this cannot be blamed for a name it does not have
# Seats that the guidance gives to other bodies, without a vote (domain.md, section 6).
_INVITED = (Role.HEALTHWATCH, Role.HWB, Role.NHS_ENGLAND, Role.LMC, Role.PUBLIC_HEALTH)


def class_facts(person: Person, seat: Member | None, facts: MemberFacts, audited: Audited) -> dict[str, Any]:
    """The fields of `MemberFacts` that matter where no register names the person; nothing where one does."""
    if facts.on_register is not False:
        return {}
    return {
        "by_invitation": seat is not None and seat.role in _INVITED and not seat.voting,
        "name_in_doubt": name_in_doubt(person.name, audited),
        "register_of_office": register_of_office(office_days(person, audited), audited),
    }


def name_in_doubt(name: str, audited: Audited) -> str:
    """A name on a register that is alike and may be this person's; empty where there is none."""
    meant = audited.everybody.match(name)
    if meant.outcome is Match.ASK:
        listed = [name for edition in editions(audited) for name in edition.register.people]
        alike = {one.name for one in meant.candidates}
        return next((one for one in listed if one in alike), "")
    for edition in editions(audited):
        for written in edition.register.people:
            match = audited.everybody.match(written)
            if match.outcome is Match.ASK and any(one is meant.person for one in match.candidates):
                return written
    return ""


def register_of_office(days: list[tuple[date | None, date | None]], audited: Audited) -> bool:
    """Whether an edition is of a day on which the person should have stood on it; an undated one is of any day.

    `days` are the first and last days in post, both included, None being open.
    """
    for edition in editions(audited):
        on = edition.register.edition
        if on is None:
            return True
        for first, last in days:
            after = first is None or on >= first + timedelta(days=_DECLARE_DAYS)
            if after and (last is None or on <= last):
                return True
    return not days
