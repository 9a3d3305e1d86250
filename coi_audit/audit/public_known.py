"""Who and what may be named in a public edition, and whose names may not stand anywhere."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coi_audit.audit.public_view import View
from coi_audit.linking.masking import Known, Masker
from coi_audit.model.audit import Audit, ItemAudit
from coi_audit.model.linking import Conflict, Party
from coi_audit.model.words import Match
from coi_audit.rulebook.masking_words import MaskingWords


def known_names(audit: Audit, view: View, words: MaskingWords) -> Known:
    """Members, guardians, decision-making staff and whoever the public part of the minutes lists may be named."""
    told = view.confidential
    people = {*told.people, *(told.listed if view.everybody_is_published else ()), *_met(audit)}
    public = set(_public_words(audit, view))
    organisations = {one for one in told.organisations if not _redacted(one, view)}
    places = tuple(word for word in audit.body.name.split() if word[:1].isupper() and word.isalpha())
    initials = tuple(sorted(_initials(audit)))
    known = Known(tuple(sorted(people)), tuple(sorted(public | organisations)), (), places, initials)
    sure = Known(told.people, tuple(sorted(organisations)))  # what an item's title names may be a relative too
    secrets = {*_relatives(view, Masker(sure, words)), *_withheld(view, public)}
    return replace(known, secrets=tuple(sorted(secrets)))


def _met(audit: Audit) -> Iterator[str]:
    for meeting in audit.meetings:
        for one in (*meeting.present, *meeting.in_attendance):
            yield from (one.name, *one.names)
        yield from meeting.apologies
        for item in meeting.items:
            yield from (one for one in (item.chair.name, item.chair.substitute) if one)
            yield from (one.holding.person.name for one in (*item.conflicts, *item.recent))


def _initials(audit: Audit) -> set[str]:
    met = [one for meeting in audit.meetings for one in (*meeting.present, *meeting.in_attendance)]
    return {initials for one in met for initials in one.initials}


def _public_words(audit: Audit, view: View) -> Iterator[str]:
    """What the body itself publishes: its name, its committees, public items and who they are about."""
    yield from (audit.body.name, *(one.name for one in audit.body.committees))
    for meeting in audit.meetings:
        yield meeting.committee
        for item in meeting.items:
            if not item.item.private:
                yield from _of_item(item, view)
    for finding in (*audit.findings, *audit.waived):
        yield finding.title
        if finding.committee:
            yield finding.committee


def _of_item(item: ItemAudit, view: View) -> Iterator[str]:
    yield item.item.title
    yield from (one for one in (item.item.section, *item.item.bodies) if one)
    for party in (*item.parties, *item.neighbours):
        yield from _of_party(party)
    for conflict in (*item.conflicts, *item.recent):
        if view.why_hidden(conflict.holding) is None:
            yield from _of_conflict(conflict)


def _of_party(party: Party) -> Iterator[str]:
    yield from (party.name, party.mention)
    if party.organisation is not None:
        yield from (party.organisation.name, *party.organisation.aliases)
    yield from (one.name for one in (party.resolution.candidates if party.resolution else ()))


def _of_conflict(conflict: Conflict) -> Iterator[str]:
    holding = conflict.holding
    if holding.outcome is Match.MATCHED and holding.organisation is not None:
        yield holding.organisation.name
    yield from (one.name for one in (holding.resolution.candidates if holding.resolution else ()))


def _relatives(view: View, masker: Masker) -> Iterator[str]:
    """Names in the words about relatives that are neither an organisation's nor those of somebody who may be named."""
    for one in view.confidential.family:
        interest = one.interest
        for text in (interest.nature, interest.relationship or "", interest.mitigation or ""):
            yield from masker.people_in(text.replace(interest.organisation, " ") if interest.organisation else text)


def _redacted(organisation: str, view: View) -> bool:
    told = [one.organisation.casefold() for one in view.confidential.redactions if one.organisation]
    return any(one in organisation.casefold() or organisation.casefold() in one for one in told)


def _withheld(view: View, public: set[str]) -> Iterator[str]:
    """Organisations that the guardian withheld, unless the body's own public papers name them otherwise."""
    named = " | ".join(sorted(public)).casefold()
    for one in view.confidential.redactions:
        if one.organisation and one.organisation.casefold() not in named:
            yield one.organisation
