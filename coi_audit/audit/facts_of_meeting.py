"""Facts about a meeting and its items, from what was examined; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.chair import vice_chair_of
from coi_audit.audit.examine import Examined, out_of_decision
from coi_audit.audit.quorum import count_quorum, needs_a_gp
from coi_audit.model.audit import ItemAudit
from coi_audit.model.facts import ItemFacts, MeetingFacts
from coi_audit.model.people import Body
from coi_audit.model.words import Action, MinutesStatus, Role, Stage


def meeting_facts(examined: Examined, body: Body) -> MeetingFacts:
    """One meeting's own facts."""
    return MeetingFacts(**about_meeting(examined, body))


def item_facts(examined: Examined, index: int, body: Body) -> ItemFacts:
    """One item's facts: quorum and chair as required and as recorded."""
    return ItemFacts(**about_meeting(examined, body), **about_item(examined, index))


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
    }


def about_item(examined: Examined, index: int) -> dict[str, Any]:
    """The fields that `ItemFacts` adds to the meeting's."""
    item = examined.audit.items[index]
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
        "sub_group": item.classification.sub_group,
        "sub_group_minutes": None,
        "sub_group_conflicts": item.record.sub_group_conflicts,
        "conflicts": len(item.conflicts),
        "reasons_text": " ".join(item.quorum.reasons),
        **_quorum(examined, index),
        **_chair(examined, index),
    }


def _quorum(examined: Examined, index: int) -> dict[str, Any]:
    item = examined.audit.items[index]
    rule = examined.committee.quorum if examined.committee else None
    there = _there(examined, index)
    required_out = out_of_decision(item.conflicts)
    withdrawn = _withdrawn(item) if examined.audit.stage is Stage.HELD else required_out
    voters = [one for one in there if one.voting]
    return {
        "quorum_rule_known": rule is not None,
        "quorum_required": item.quorum.required,
        "eligible_before": item.quorum.eligible_before,
        "eligible_after": item.quorum.eligible_after,
        "quorate_required": item.quorum.quorate,
        "quorate_actual": count_quorum(rule, there, out=withdrawn).quorate if rule else None,
        "quorum_needs_gp": needs_a_gp(rule, there) if rule else False,
        "gps_conflicted": sum(one.role is Role.GP and one.person.key in required_out for one in voters),
        "gp_voters": sum(one.role is Role.GP for one in voters),
        "voters_present": len(voters),
        "voters_withdrawn": sum(one.person.key in withdrawn for one in voters),
        "proceed_recorded": item.record.proceed_recorded,
        "inquorate_route": item.record.inquorate_route,
        "inquorate_route_minuted": item.record.inquorate_route_minuted,
    }


def _chair(examined: Examined, index: int) -> dict[str, Any]:
    item = examined.audit.items[index]
    required_out = out_of_decision(item.conflicts)
    vice = vice_chair_of(_there(examined, index))
    acting = acting_chair(examined, item)
    own = [one for one in item.conflicts if one.holding.person.name == item.chair.name and one.hand_over_chair]
    return {
        "chair_name": item.chair.name,
        "chair_conflicted": item.chair.conflicted,
        "chair_direct": any(one.holding.direct for one in own),
        "vice_chair_conflicted": vice.person.key in required_out if vice else None,
        "acting_chair": acting.person.name if acting else item.record.chair,
        "acting_chair_conflicted": acting is not None and acting.person.key in required_out,
        "substitute_available": item.chair.substitute is not None,
    }


def _withdrawn(item: ItemAudit) -> frozenset[str]:
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
    return next((one for one in examined.roll.everybody if person is not None and one.person.key == person.key), None)


def _there(examined: Examined, index: int) -> Sequence[Attendee]:
    numbers = tuple(one.item.number for one in examined.items)
    return [one for one in examined.roll.members if one.at(index, numbers)]
