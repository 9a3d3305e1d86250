"""Quorum for one item, before and after withdrawals, by the committee's own rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from coi_audit.audit.attendees import Attendee
from coi_audit.model.linking import QuorumResult
from coi_audit.model.people import QuorumRule
from coi_audit.model.words import Purpose, Role

_LAY_SIDE = frozenset({Role.LAY, Role.EXECUTIVE})
_GP_SIDE = frozenset({Role.GP, Role.PRACTICE_MANAGER})


@dataclass(frozen=True, slots=True)
class Count:
    """How many count, whether that is a quorum, and what is wrong where it is not."""

    eligible: int
    quorate: bool
    faults: tuple[str, ...]


def count_quorum(rule: QuorumRule, attendees: Sequence[Attendee], *, out: Collection[str]) -> Count:
    """Apply a rule to the members there, less those whose person key is in `out`."""
    counting = [
        one
        for one in attendees
        if one.seat is not None and one.person.key not in out and (one.voting or rule.counts == "all")
    ]
    faults: list[str] = []
    if len(counting) < rule.members:
        faults.append(f"{len(counting)} of the {rule.members} members needed")
    missing = unmet_roles(rule.must_include, [one.role for one in counting])
    faults += [f"no {' or '.join(role.value.replace('_', ' ') for role in roles)} member" for roles in missing]
    if rule.lay_executive_majority:
        voters = [one for one in counting if one.voting]
        lay = sum(one.role in _LAY_SIDE for one in voters)
        gps = sum(one.role in _GP_SIDE for one in voters)
        if lay <= gps:
            faults.append(f"lay and executive voters ({lay}) do not outnumber GP and practice-manager voters ({gps})")
    return Count(len(counting), not faults, tuple(faults))


def unmet_roles(wanted: Sequence[tuple[Role, ...]], roles: Sequence[Role]) -> tuple[tuple[Role, ...], ...]:
    """The entries of `must_include` left over once as many as possible are given a member each.

    One member meets one entry. This is a matching of entries to members, found by augmenting paths.
    """
    taken: dict[int, int] = {}

    def place(entry: int, tried: set[int]) -> bool:
        for index, role in enumerate(roles):
            if role in wanted[entry] and index not in tried:
                tried.add(index)
                if index not in taken or place(taken[index], tried):
                    taken[index] = entry
                    return True
        return False

    return tuple(roles_of for entry, roles_of in enumerate(wanted) if not place(entry, set()))


def quorum_for_item(
    rule: QuorumRule | None,
    attendees: Sequence[Attendee],
    *,
    out: Collection[str],
    purpose: Purpose,
    ways_out: tuple[str, ...],
) -> QuorumResult:
    """The quorum of one item once everybody required to withdraw has; `quorate` is None for information items."""
    if rule is None:
        return QuorumResult(reasons=("The papers do not state the committee's quorum.",))
    before = count_quorum(rule, attendees, out=())
    after = count_quorum(rule, attendees, out=out)
    quorate = None if purpose is Purpose.INFORMATION else after.quorate
    reasons: list[str] = []
    if before.faults:
        reasons.append(f"Before anybody withdraws: {'; '.join(before.faults)}.")
    if out and after.faults:
        reasons.append(f"Once those required to withdraw have: {'; '.join(after.faults)}.")
    if not reasons:
        reasons.append(f"{after.eligible} count towards a quorum of {rule.members}.")
    return QuorumResult(
        required=rule.members,
        eligible_before=before.eligible,
        eligible_after=after.eligible,
        quorate=quorate,
        reasons=tuple(reasons),
        ways_out=ways_out if quorate is False else (),
    )


def needs_a_gp(rule: QuorumRule, members: Sequence[Attendee]) -> bool:
    """Whether the rule cannot be met by the committee's members once every GP is away: a fault in its design."""
    gps = {one.person.key for one in members if one.role is Role.GP}
    return any(set(roles) == {Role.GP} for roles in rule.must_include) or (
        count_quorum(rule, members, out=()).quorate and not count_quorum(rule, members, out=gps).quorate
    )
