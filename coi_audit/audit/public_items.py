"""Meetings, items and conflicts as they may be published: numbers stay, what is private or a relative's goes."""

from __future__ import annotations

from dataclasses import replace

from coi_audit.audit.public_view import View, is_of_relative
from coi_audit.model.audit import ItemAudit, MeetingAudit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.linking import (
    Classification,
    Conflict,
    Holding,
    ItemRecord,
    Link,
    Participation,
    Person,
)
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.publication import KeptBack
from coi_audit.model.words import Match, Relationship, Scope, Tie

PRIVATE = "private item"
NOT_PUBLISHED = "words withheld"
_QUESTION = "A question about this private item is open."
_WHOSE = {
    Relationship.SPOUSE: "spouse or partner",
    Relationship.RELATIVE: "relative",
    Relationship.FRIEND: "friend or associate",
    Relationship.BUSINESS_PARTNER: "business partner",
    Relationship.UNSTATED: "somebody close",
}
_WHY = {
    KeptBack.REDACTION: "an interest that is withheld from publication",
    KeptBack.ENDED: "an interest that ended too long ago to be published",
    KeptBack.ENDED_LONG_AGO: "an interest that ended too long ago to be kept",
    KeptBack.PRIVATE_ITEM: "an interest that is not published here",
}


def published_meeting(meeting: MeetingAudit, view: View) -> MeetingAudit:
    """The meeting with each item as it may be published, without its preparation; its folder is its day."""
    items = tuple(_item(one, view) for one in meeting.items)
    folder = f"meeting of {meeting.date.isoformat()}"
    return replace(meeting, folder=folder, items=items, preparation=None)


def _item(item: ItemAudit, view: View) -> ItemAudit:
    if item.item.private:
        return _private(item, view)
    return replace(
        item,
        conflicts=tuple(_conflict(one, view) for one in item.conflicts),
        recent=tuple(_conflict(one, view) for one in item.recent),
    )


def _private(item: ItemAudit, view: View) -> ItemAudit:
    view.times[KeptBack.PRIVATE_ITEM] += 1
    number = item.item.number
    source = SourceRef(file=item.item.source.file)
    kind = item.classification
    return ItemAudit(
        item=AgendaItem(number=number, title=PRIVATE.capitalize(), private=True, source=source),
        classification=Classification(
            None, False, Scope.NONE, kind.purpose, closed=kind.closed, procedure=kind.procedure or PRIVATE
        ),
        parties=(),
        neighbours=(),
        conflicts=tuple(_not_published(one, KeptBack.PRIVATE_ITEM) for one in item.conflicts),
        recent=tuple(_not_published(one, KeptBack.PRIVATE_ITEM) for one in item.recent),
        quorum=replace(item.quorum, reasons=(), ways_out=()),
        chair=item.chair,
        withhold_papers_from=item.withhold_papers_from,
        record=ItemRecord(found=item.record.found, decision_taken=item.record.decision_taken),
        questions=tuple(_QUESTION for _ in item.questions),
    )


def _conflict(conflict: Conflict, view: View) -> Conflict:
    kind = view.why_hidden(conflict.holding)
    if kind is not None:
        view.times[kind] += 1
        return _not_published(conflict, kind)
    if is_of_relative(conflict.holding):
        view.times[KeptBack.FAMILY] += 1
        return _of_relative(conflict)
    return conflict


def _not_published(conflict: Conflict, kind: KeptBack) -> Conflict:
    """Who had to do what and did what; nothing of what the interest is."""
    holding = conflict.holding
    person = Person(name="somebody whose name is withheld") if kind is KeptBack.ENDED_LONG_AGO else holding.person
    kept = replace(
        holding, person=person, organisation=None, organisation_name="", tie=Tie.UNKNOWN, nature=NOT_PUBLISHED,
        interest=None, outcome=Match.NONE, resolution=None, share_percent=None, evidence=(),
        held_from=None, held_until=None, declared_on=None,
    )  # fmt: skip
    last = f"touches this {PRIVATE}" if kind is KeptBack.PRIVATE_ITEM else "touches this item"
    path = (person.name, _WHY[kind], last)
    return replace(
        conflict,
        holding=kept,
        link=Link(conflict.link.kind, None, path, conflict.link.through_own_practice, conflict.link.confidence),
        participation=_deeds(conflict.participation),
        ruling=NOT_PUBLISHED if conflict.ruling else None,
        because=(),
        evidence=(),
        answered=(),
        later=None,
    )


def _deeds(said: Participation) -> Participation:
    """What was recorded, without the words it was read from."""
    return replace(said, reason=NOT_PUBLISHED if said.reason else None, stated_interest=None, evidence=())


def _of_relative(conflict: Conflict) -> Conflict:
    """The relationship and the type of interest stay; the register's words about it go."""
    holding = conflict.holding
    interest = published_interest(holding.interest, holding.relationship) if holding.interest is not None else None
    said = replace(conflict.participation, stated_interest=None)
    return replace(conflict, holding=_family(holding, interest), participation=said)


def _family(holding: Holding, interest: Interest | None) -> Holding:
    named = holding.organisation is not None or (holding.interest is not None and bool(holding.interest.organisation))
    return replace(
        holding,
        nature=f"{_WHOSE.get(holding.relationship, 'somebody close')}: {NOT_PUBLISHED}",
        interest=interest,
        organisation_name=holding.organisation_name if named else "",
        resolution=None if holding.resolution is None else replace(holding.resolution, because=""),
    )


def published_interest(interest: Interest, relationship: Relationship) -> Interest:
    """A relative's interest with its words withheld."""
    return interest.model_copy(
        update={
            "nature": NOT_PUBLISHED,
            "organisation": "",
            "relationship": _WHOSE.get(relationship, "somebody close"),
            "from_text": "",
            "until_text": "",
            "mitigation": NOT_PUBLISHED if interest.mitigation else interest.mitigation,
        }
    )
