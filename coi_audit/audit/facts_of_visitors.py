"""Visitors and contractors in attendance who took part in an item, and whether they had declared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.audited import Audited
from coi_audit.audit.body_names import core_name
from coi_audit.audit.examine import Examined, minutes_words_of
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.register_rows import editions
from coi_audit.audit.unit import Unit
from coi_audit.linking.participation.told import read_participation
from coi_audit.linking.people.index import role_of_position
from coi_audit.model.facts_of_registers import AttendeeFacts
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import Examines, Match, OrganisationKind, Role, Stage

# Those whom the guidance invites to every meeting are no visitors to an item (domain.md, section 6).
_INVITED = (Role.HEALTHWATCH, Role.HWB, Role.NHS_ENGLAND, Role.LMC, Role.PUBLIC_HEALTH)
_INVITED_WORDS = re.compile(
    r"\b(?:healthwatch|well-?being board|nhs england|local medical committee|lmc|public health|council\w*|"
    r"members? of the public)\b",
    re.IGNORECASE,
)
_TOOK_PART = re.compile(
    r"\b(?:present(?:ed|s|ing)|spoke|speaking|explain(?:ed|s)|introduced|outlined|answered|responded|replied|advised|"
    r"updated|reported|described|summarised|highlighted|confirmed|commented|contributed|gave|said|stated|asked|set out|"
    r"talked|noted that|added|assured|clarified|shared|proposed|offered|discussed|took (?:the )?(?:members|committee)|"
    r"(?:joined|attended)(?: the meeting)? (?:for|to present))\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"(?<=[.;!?])\s+(?=[A-Z])|\n+")
_WITHDREW = re.compile(
    r"\b(?:left|withdrew|took no part|did not take part|did not speak|rejoined|returned)\b", re.IGNORECASE
)


def visitor_units(audited: Audited) -> Iterator[Unit]:
    """One unit for each visitor of another organisation and each item whose minutes name them."""
    for one in audited.examined:
        if one.audit.stage is not Stage.HELD:
            continue
        numbers = tuple(item.item.number for item in one.items)
        private = tuple(item.item.private for item in one.items)
        for attendee in one.roll.in_attendance:
            organisation = _comes_from(attendee, one, audited)
            if organisation is None:
                continue
            for index, item in enumerate(one.items):
                if item.substantive and attendee.at(index, numbers, private):
                    yield from _unit(attendee, item, one, organisation, audited)


def _comes_from(attendee: Attendee, one: Examined, audited: Audited) -> Organisation | None:
    """The organisation the list gives somebody who belongs neither to the body nor to those invited to it."""
    position = attendee.position or ""
    own = attendee.person.member is not None or attendee.person.role in _INVITED
    if own or not position or role_of_position(position) in _INVITED or _INVITED_WORDS.search(position):
        return None
    found = [named.resolution for named in audited.knowledge.directory.find(position, on=one.audit.date)]
    named = [one.organisation for one in found if one.outcome is Match.MATCHED and one.organisation is not None]
    body = core_name(audited.case.body.name)
    others = [each for each in named if each.kind is not OrganisationKind.COUNCIL and core_name(each.name) != body]
    return others[0] if others else None


def _unit(
    attendee: Attendee, item: ClassifiedItem, one: Examined, organisation: Organisation, audited: Audited
) -> Iterator[Unit]:
    name = attendee.person.name
    said = [sentence for sentence in _sentences(item, one) if _names(sentence, attendee)]
    if not said:
        return
    took_part = _took_part(said)
    party = any(each.organisation == organisation for each in item.context.parties)
    if took_part is None and not party:
        return  # named in passing, and nothing in the item for the organisation
    facts = AttendeeFacts(
        **audited.event(one.audit.date),
        member=name,
        role=attendee.person.role,
        position=attendee.position or "",
        committee=one.audit.committee,
        item=f"item {item.item.number} {item.item.title}".strip(),
        took_part=took_part,
        declared=_declared(attendee, item, one, organisation, audited),
    )
    papers = tuple(source for source in (attendee.source, item.item.source) if source is not None)
    yield Unit(
        Examines.ATTENDEE,
        facts,
        evidence=papers,
        person=name,
        meeting=one.audit.date,
        committee=one.audit.committee,
        item=item.item.number,
        interest=organisation.name,
    )


def _sentences(item: ClassifiedItem, one: Examined) -> list[str]:
    return [part.strip() for part in _SENTENCES.split(minutes_words_of(item, one.meeting)) if part.strip()]


def _names(sentence: str, attendee: Attendee) -> bool:
    surname = attendee.person.name.split()[-1]
    initials = [re.escape(one) for one in attendee.person.initials if len(one) > 1]
    pattern = "|".join([re.escape(surname), *initials])
    return re.search(rf"(?<!\w)(?:{pattern})(?!\w)", sentence) is not None


def _took_part(said: list[str]) -> bool | None:
    if any(_TOOK_PART.search(sentence) for sentence in said):
        return True
    return False if any(_WITHDREW.search(sentence) for sentence in said) else None


def _declared(
    attendee: Attendee, item: ClassifiedItem, one: Examined, organisation: Organisation, audited: Audited
) -> bool | None:
    """At the meeting, on a register of that day or later, or on a bidder's form; None where no register is there."""
    said = read_participation(
        one.meeting.minutes,
        item.item,
        attendee.person,
        people=one.people,
        organisations=(organisation.name,),
        words=audited.knowledge.minutes_words,
    )
    person = audited.everybody.match(attendee.person.name).person
    on_register = person is not None and any(person.key in edition.listed for edition in editions(audited))
    surname = attendee.person.name.split()[-1].casefold()
    by_form = any(
        surname in f"{form.bidder} {form.interests}".casefold() for form in audited.case.records.bidder_declarations
    )
    if said.declared or on_register or by_form:
        return True
    return False if audited.case.registers else None
