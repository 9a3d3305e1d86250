"""Facts about a meeting and its items, from what was examined; nothing is decided here."""

from __future__ import annotations

from typing import Any

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.examine import Examined, minutes_words_of, out_of_decision
from coi_audit.audit.inquorate import route_of
from coi_audit.audit.layers import Layer
from coi_audit.audit.sub_groups import NO_GROUP, about_report, about_sub_group
from coi_audit.model.assurance import SubGroupReport
from coi_audit.model.audit import ItemAudit
from coi_audit.model.facts import EventFacts, ItemFacts, MeetingFacts
from coi_audit.model.people import Body
from coi_audit.model.words import Action, CommitteeKind, MinutesStatus, Purpose, Stage
from coi_audit.rulebook.procurement_words import procurement_words

_NOBODY: frozenset[str] = frozenset()


def meeting_layer(examined: Examined, body: Body) -> Layer:
    """One meeting's own facts."""
    return Layer(MeetingFacts, about_meeting(examined, body))


def item_layer(examined: Examined, index: int, meeting: Layer) -> Layer:
    """One item's facts, on its meeting's: quorum and chair as required and as recorded."""
    return Layer(ItemFacts, about_item(examined, index), meeting)


def about_meeting(examined: Examined, body: Body) -> dict[str, Any]:
    """The fields of `MeetingFacts`."""
    audit, record, meeting = examined.audit, examined.record, examined.meeting
    held = audit.stage is Stage.HELD
    has_agenda = any(not agenda.from_minutes for agenda in meeting.agendas)
    agenda_items = [item.classification.procedure for item in audit.items]
    return {
        "on": audit.date,
        "body": body.name,
        "body_kind": body.kind,
        "co_commissioning": body.co_commissioning_on(audit.date),
        "committee": audit.committee,
        "committee_kind": audit.committee_kind,
        "stage": audit.stage,
        "minutes_status": audit.minutes_status or MinutesStatus.UNSTATED,
        "has_agenda": has_agenda,
        "declarations_item": "declarations" in agenda_items if has_agenda else None,
        "quorum_statement": record.quorum_statement is not None if held else None,
        "call_for_declarations": record.call_for_declarations is not None if held else None,
        "private": bool(audit.items) and all(item.item.private for item in audit.items),
        "private_reason": record.private_reason,
        "contract_monitoring": _monitors_contracts(examined),
    }


def _monitors_contracts(examined: Examined) -> bool:
    """Whether the meeting watches over contracts: by its committee's name or, of a group of no kind, by its items."""
    words = procurement_words()
    if words.says("monitoring_committees", examined.audit.committee):
        return True
    if examined.audit.committee_kind is not CommitteeKind.OTHER:
        return False
    return any(words.says("monitoring_items", item.item.title) for item in examined.audit.items)


def about_item(examined: Examined, index: int) -> dict[str, Any]:
    """The fields that `ItemFacts` adds to the meeting's."""
    item = examined.audit.items[index]
    out = out_of_decision(item.conflicts)
    return {
        "item": f"{item.item.number} {item.item.title}".strip(),
        "decision_type": item.classification.decision_type,
        "scope": item.classification.scope,
        "purpose": item.classification.purpose,
        "item_private": item.item.private,
        "item_private_reason": item.record.private_reason or examined.record.private_reason,
        "closed": item.classification.closed,
        "concerns_gp_services": item.classification.concerns_gp_services,
        "recorded": item.record.found if examined.audit.stage is Stage.HELD else None,
        "decision_taken": item.record.decision_taken,
        "clinical_advice": item.record.clinical_advice,
        **_sub_group(examined, index),
        "conflicts": len(item.conflicts),
        "reasons_text": " ".join(item.quorum.reasons),
        **_quorum(examined, index, out),
        **_chair(examined, index, out),
    }


def _sub_group(examined: Examined, index: int) -> dict[str, Any]:
    about, reports = examined.items[index], examined.sub_groups.reports
    lower = examined.audit.committee_kind is CommitteeKind.OTHER
    if about.classification.sub_group is None and not reports and not lower:
        return dict(NO_GROUP)
    words = f"{about.item.text}\n{minutes_words_of(about, examined.meeting)}"
    return about_sub_group(examined, index, words)


def report_facts(report: SubGroupReport, meeting: Layer) -> EventFacts:
    """A sub-group's report that stands under no item: for information, and nothing of it is recorded."""
    values = {"item": report.title or f"Report of {report.group}", "purpose": Purpose.INFORMATION, "recorded": None}
    return Layer(ItemFacts, {**values, "decision_taken": None, **about_report(report)}, meeting).whole()


def _quorum(examined: Examined, index: int, out: frozenset[str]) -> dict[str, Any]:
    item = examined.audit.items[index]
    quorum, record = item.quorum, item.record
    present = examined.room.present(index)
    withdrawn = _withdrawn(item) if examined.audit.stage is Stage.HELD else out
    left = present.count(withdrawn)
    free = quorum.quorate is not False and (left is None or left.quorate is not False)
    route, minuted = route_of(examined, index, quorate=free)
    return {
        "quorum_rule_known": left is not None,
        "quorum_required": quorum.required,
        "eligible_before": quorum.eligible_before,
        "eligible_after": quorum.eligible_after,
        "quorate_required": quorum.quorate,
        "quorate_actual": left.quorate if left else None,
        "quorum_needs_gp": present.needs_gp,
        "gps_conflicted": sum(present.gp_voters.count(one) for one in out),
        "gp_voters": len(present.gp_voters),
        "voters_present": len(present.voters),
        "voters_withdrawn": sum(present.voters.count(one) for one in withdrawn),
        "proceed_recorded": record.proceed_recorded,
        "inquorate_route": route,
        "inquorate_route_minuted": minuted,
    }


def _chair(examined: Examined, index: int, out: frozenset[str]) -> dict[str, Any]:
    item = examined.audit.items[index]
    vice = examined.room.present(index).vice_chair
    acting = acting_chair(examined, item)
    chair = item.chair.name
    return {
        "chair_name": chair,
        "chair_conflicted": item.chair.conflicted,
        "chair_direct": any(
            one.hand_over_chair and one.holding.direct and one.holding.person.name == chair for one in item.conflicts
        ),
        "vice_chair_conflicted": vice.person.key in out if vice else None,
        "acting_chair": acting.person.name if acting else item.record.chair,
        "acting_chair_conflicted": acting is not None and acting.person.key in out,
        "substitute_available": item.chair.substitute is not None,
    }


def _withdrawn(item: ItemAudit) -> frozenset[str]:
    if not item.conflicts:
        return _NOBODY
    return frozenset(
        one.holding.person.key
        for one in item.conflicts
        if one.participation.recorded_action is not None
        and one.participation.recorded_action.strength >= Action.STAY_NO_VOTE.strength
    )


def acting_chair(examined: Examined, item: ItemAudit) -> Attendee | None:
    """Whoever the minutes name as taking the chair for the item; None where they name nobody known."""
    if not item.record.chair:
        return None
    person = examined.people.match(item.record.chair).person
    places = examined.room.places.get(person.key, ()) if person is not None else ()
    return next((examined.room.listed[one] for one in places if not examined.room.is_away(one)), None)
