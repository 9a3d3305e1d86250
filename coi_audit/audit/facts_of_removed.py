"""Interests that are gone: from one edition of the register to the next, or taken off as assurance.yaml tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import pairwise

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_rows import Edition, Row, editions, in_office, shown_in
from coi_audit.audit.unit import Unit
from coi_audit.linking.holdings import name_alone
from coi_audit.model.assurance import RemovedInterest
from coi_audit.model.facts_of_registers import RemovedInterestFacts
from coi_audit.model.words import Confidence, Examines

_SECTION = "removed_interests"  # of assurance.yaml
_SAME_LIST = 0.5  # of an edition's people must be on the next one, else the two are lists of different people


def removed_units(audited: Audited) -> Iterator[Unit]:
    """Every entry gone from the published register and from the body's own, then a question where no paper tells."""
    bodys = [one for one in editions(audited) if (one.register.edition or date.max) >= audited.began]
    public, own = kept_lists(bodys)
    yield from _gone(public, audited, public=True)
    yield from _gone(own, audited, public=False)
    assurance = audited.case.records.assurance
    for told in assurance.removed_interests if assurance else ():
        yield from _told(told, audited)
    if assurance is not None and _SECTION in assurance.tells:
        return
    for day in audited.days_to_ask():
        facts = RemovedInterestFacts(
            **audited.event(day),
            paper=False,
            public_told=len(public) > 1,
            record_told=len(own) > 1,
            member="everybody",
            interest="every interest",
        )
        yield Unit(Examines.REMOVED_INTEREST, facts, evidence=(audited.case.body.source,), lasting=True)


def kept_lists(known: Sequence[Edition]) -> tuple[list[Edition], list[Edition]]:
    """The dated editions of the published register and of the body's own record.

    A register that does not say which it is counts as the published one where none is marked so: what is gone from it
    is gone from what the public sees, and whether a fuller record is kept elsewhere it does not tell.
    """
    dated = [one for one in known if one.register.edition is not None]
    marked = [one for one in dated if one.register.public]
    unmarked = [one for one in dated if one.register.public is None]
    private = [one for one in dated if one.register.public is False]
    if marked:
        return marked, sorted([*unmarked, *private], key=lambda one: one.register.edition or date.max)
    return unmarked, private


def _gone(known: Sequence[Edition], audited: Audited, *, public: bool) -> Iterator[Unit]:
    for earlier, later in pairwise(known):
        on = later.register.edition
        if on is None or on == earlier.register.edition or not audited.within(on):
            continue
        if len(earlier.listed & later.listed) < _SAME_LIST * len(earlier.listed):
            continue
        for rows in earlier.rows.values():
            for row in rows:
                shown = shown_in(row, later, audited, before=earlier)
                if not shown:
                    yield _unit(row, later, on, audited, public=public, reworded=shown is None)


def _unit(row: Row, later: Edition, on: date, audited: Audited, *, public: bool, reworded: bool) -> Unit:
    left = row.person.key not in later.listed and not in_office(row.person, on, audited)
    interest = row.interest
    still_held = interest.held_until is None and not _ended_in_words(interest.until_text)
    facts = RemovedInterestFacts(
        **audited.event(on),
        member=row.person.name,
        interest=row.words,
        ended_on=interest.held_until.earliest if interest.held_until else None,
        not_ended_before=row.register.edition if still_held else None,
        left=left,
        reworded=reworded,
        removed_from_public_on=on if public else None,
        removed_from_record_on=None if public else on,
    )
    return Unit(
        Examines.REMOVED_INTEREST,
        facts,
        evidence=(interest.source, later.register.source),
        confidence=Confidence.LIKELY,
        person=row.person.name,
        interest="" if left else row.key,
        lasting=True,
    )


def _ended_in_words(until: str) -> bool:
    """Whether the cell for the end says anything but that it goes on: then it ended, and the day is not known."""
    folded = until.casefold().strip(" .-–—")
    going_on = ("current", "present", "ongoing", "on-going", "to date", "continu", "still", "n/a", "na", "tbc", "now")
    return bool(folded) and not folded.startswith(going_on)


def _told(told: RemovedInterest, audited: Audited) -> Iterator[Unit]:
    """One unit for each list it was taken off, on its own day; one without a day is asked about on the last."""
    for public, day in ((True, told.removed_from_public_on), (False, told.removed_from_record_on)):
        if day is None or not audited.within(day):
            continue
        person = audited.everybody.match(told.person).person
        name = person.name if person else told.person
        facts = RemovedInterestFacts(
            **audited.event(day),
            member=name,
            interest=told.organisation or "an interest",
            ended_on=told.ended_on,
            removed_from_public_on=day if public else None,
            removed_from_record_on=None if public else day,
        )
        key = name_alone(told.organisation) if told.organisation else ""
        yield Unit(Examines.REMOVED_INTEREST, facts, evidence=(told.source,), person=name, interest=key, lasting=True)
