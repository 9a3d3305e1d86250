"""Facts about a meeting, its items and its conflicts, from what was examined; nothing is decided here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.chair import vice_chair_of
from coi_audit.audit.examine import Examined, out_of_decision
from coi_audit.audit.quorum import count_quorum, needs_a_gp
from coi_audit.linking.links import describe
from coi_audit.model.audit import ItemAudit
from coi_audit.model.facts import ConflictFacts, ItemFacts, MeetingFacts
from coi_audit.model.linking import Conflict
from coi_audit.model.people import Body
from coi_audit.model.words import Action, LinkKind, MinutesStatus, Role, Stage

_DEEDS = {
    Action.NONE: "the minutes record nothing done",
    Action.NOTE: "the interest was noted and they took part",
    Action.STAY_NO_VOTE: "they stayed and took no part in the decision",
    Action.DISCUSS_THEN_LEAVE: "they joined the discussion and left before the decision",
    Action.LEAVE: "they left for the item",
    Action.LEAVE_NO_PAPERS: "they left for the item and had no papers",
    Action.NOT_ATTEND: "they stayed away because of the interest",
}


def meeting_facts(examined: Examined, body: Body) -> MeetingFacts:
    """One meeting's own facts."""
    return MeetingFacts(**_meeting(examined, body))


def item_facts(examined: Examined, index: int, body: Body) -> ItemFacts:
    """One item's facts: quorum and chair as required and as recorded."""
    return ItemFacts(**_meeting(examined, body), **_item(examined, index))


def conflict_facts(examined: Examined, index: int, conflict: Conflict, body: Body) -> ConflictFacts:
    """One conflict's facts."""
    return ConflictFacts(**_meeting(examined, body), **_item(examined, index), **_conflict(examined, index, conflict))


def _meeting(examined: Examined, body: Body) -> dict[str, Any]:
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


def _item(examined: Examined, index: int) -> dict[str, Any]:
    item = examined.audit.items[index]
    rule = examined.committee.quorum if examined.committee else None
    there = _there(examined, index)
    withdrawn = _withdrawn(item) if examined.audit.stage is Stage.HELD else out_of_decision(item.conflicts)
    voters = [one for one in there if one.voting]
    vice = vice_chair_of(there)
    acting = _acting_chair(examined, item)
    required_out = out_of_decision(item.conflicts)
    chair_conflicts = [one for one in item.conflicts if one.holding.person.name == item.chair.name]
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
        "chair_name": item.chair.name,
        "chair_conflicted": item.chair.conflicted,
        "chair_direct": any(one.holding.direct for one in chair_conflicts if one.hand_over_chair),
        "vice_chair_conflicted": vice.person.key in required_out if vice else None,
        "acting_chair": acting.person.name if acting else item.record.chair,
        "acting_chair_conflicted": acting is not None and acting.person.key in required_out,
        "substitute_available": item.chair.substitute is not None,
        "clinical_advice": item.record.clinical_advice,
        "sub_group": item.classification.sub_group,
        "sub_group_minutes": None,
        "sub_group_conflicts": item.record.sub_group_conflicts,
        "conflicts": len(item.conflicts),
        "reasons_text": " ".join(item.quorum.reasons),
    }


def _conflict(examined: Examined, index: int, conflict: Conflict) -> dict[str, Any]:
    holding, said = conflict.holding, conflict.participation
    roll = examined.roll
    attendee = next(one for one in (*roll.everybody, *roll.away) if one.person.key == holding.person.key)
    item = examined.audit.items[index]
    recorded = said.recorded_action
    in_chair = examined.chair is not None and examined.chair.person.key == holding.person.key
    acting = _acting_chair(examined, item)
    handed_over = item.record.chair is not None and (acting is None or acting.person.key != holding.person.key)
    excluded = recorded is not None and recorded.strength >= Action.DISCUSS_THEN_LEAVE.strength
    withheld = any(
        _bare(item.item.number) in {_bare(number) for number in row.papers_withheld}
        for row in examined.meeting.expected
        if (match := examined.people.match(row.name)).person is not None and match.person.key == holding.person.key
    )
    party = conflict.link.party
    return {
        "member": holding.person.name,
        "role": attendee.role,
        "voting": attendee.voting,
        "committee_member": attendee.seat is not None,
        "present": attendee not in roll.away,
        "chairs_item": in_chair and not handed_over,
        "interest": describe(holding),
        "party": party.name if party else _shared_party(conflict),
        "nature": holding.nature,
        "link": conflict.link.kind,
        "category": holding.category,
        "direct": holding.direct,
        "relationship": holding.relationship,
        "through_own_practice": conflict.link.through_own_practice,
        "unclear": conflict.link.kind is LinkKind.UNCLEAR,
        "on_register": holding.known_on is not None and holding.known_on <= examined.audit.date,
        "required_action": conflict.required_action,
        "hand_over_chair": conflict.hand_over_chair,
        "recorded_action": recorded,
        "handling": conflict.handling,
        "declared": said.declared if examined.audit.stage is Stage.HELD else None,
        "declared_at_start": said.declared_at_start,
        "declared_at_item": said.declared_at_item,
        "nature_recorded": said.nature_recorded,
        "item_named": said.item_named or said.declared_at_item,
        "action_recorded": said.ruling_recorded or said.deed_recorded,
        "ruling_recorded": said.ruling_recorded,
        "deed_recorded": said.deed_recorded,
        "left_recorded": said.left_recorded,
        "returned_recorded": said.returned_recorded,
        "name_recorded": not said.blanket,
        "presents_own_case": said.presents_own_case,
        "reason": said.reason,
        "ruling": conflict.ruling,
        "plan": conflict.ruling is not None or withheld,
        "papers_sent": False if withheld and said.papers_sent is None else said.papers_sent,
        "took_part": said.took_part,
        "present_after_exclusion": said.spoke_after_leaving if excluded else None,
        "participation": _DEEDS[recorded] if recorded is not None else "there are no minutes",
    }


def _shared_party(conflict: Conflict) -> str:
    return "the person's own terms" if conflict.link.kind is LinkKind.PERSONAL else "practices generally"


def _withdrawn(item: ItemAudit) -> frozenset[str]:
    return frozenset(
        one.holding.person.key
        for one in item.conflicts
        if one.participation.recorded_action is not None
        and one.participation.recorded_action.strength >= Action.STAY_NO_VOTE.strength
    )


def _acting_chair(examined: Examined, item: ItemAudit) -> Attendee | None:
    if not item.record.chair:
        return None
    person = examined.people.match(item.record.chair).person
    return next((one for one in examined.roll.everybody if person is not None and one.person.key == person.key), None)


def _there(examined: Examined, index: int) -> Sequence[Attendee]:
    numbers = tuple(one.item.number for one in examined.items)
    return [one for one in examined.roll.members if one.at(index, numbers)]


def _bare(number: str) -> str:
    return number.casefold().strip().rstrip(".)").removeprefix("item ").strip()
