"""Quorum for one item, before and after withdrawals, by the committee's own rule."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from coi_audit.audit.attendees import Attendee
from coi_audit.model.linking import QuorumResult
from coi_audit.model.people import QuorumRule
from coi_audit.model.words import Purpose, Role

NO_RULE = QuorumResult(reasons=("The papers do not state the committee's quorum.",))
_LAY_SIDE = frozenset({Role.LAY, Role.EXECUTIVE})
_GP_SIDE = frozenset({Role.GP, Role.PRACTICE_MANAGER})


@dataclass(frozen=True, slots=True)
class Count:
    """How many count, whether that is a quorum, and what is wrong where it is not."""

    eligible: int
    quorate: bool
    faults: tuple[str, ...]


_ROLES = tuple(Role)
_PLACES = {role: place for place, role in enumerate(_ROLES)}
Seats = Sequence[tuple[int, str]]  # role and vote as one number, and the key of whoever sits there


def seats_of(attendees: Sequence[Attendee]) -> Seats:
    """The seats that attendees sit in, sorted, so that rooms alike give the same numbers in the same order."""
    seated = [one for one in attendees if one.seat is not None]
    return sorted((_PLACES[one.role] * 2 + one.voting, one.person.key) for one in seated)


def count_quorum(rule: QuorumRule, attendees: Sequence[Attendee], *, out: Collection[str]) -> Count:
    """Apply a rule to the members there, less those whose person key is in `out`."""
    return Quorums.of(rule).count(seats_of(attendees), out)


class Quorums:
    """One rule applied to seats; rooms with the same roles and votes are counted once."""

    def __init__(self, rule: QuorumRule) -> None:
        self.rule = rule
        self._counts: dict[bytes, Count] = {}
        self._results: dict[tuple[object, ...], QuorumResult] = {}

    @staticmethod
    @lru_cache(maxsize=1_000)
    def of(rule: QuorumRule) -> Quorums:
        """The one kept for a rule."""
        return Quorums(rule)

    def count(self, seats: Seats, out: Collection[str] = ()) -> Count:
        """How many of these count once the people of the keys in `out` are away, and whether that is a quorum."""
        left = bytes([seat for seat, key in seats if key not in out])
        known = self._counts.get(left)
        if known is None:
            known = self._counts[left] = _count(self.rule, [(_ROLES[seat // 2], bool(seat % 2)) for seat in left])
        return known

    def needs_a_gp(self, seats: Seats) -> bool:
        """Whether these members cannot meet the rule once every GP is away: a fault in its design."""
        gps = {key for seat, key in seats if _ROLES[seat // 2] is Role.GP}
        return any(set(roles) == {Role.GP} for roles in self.rule.must_include) or (
            self.count(seats).quorate and not self.count(seats, gps).quorate
        )

    def result(
        self, before: Count, after: Count, *, withdrawn: bool, purpose: Purpose, ways_out: tuple[str, ...]
    ) -> QuorumResult:
        """The quorum of an item: `before` anybody withdraws and `after` those required to have."""
        information = purpose is Purpose.INFORMATION
        key = (id(before), id(after), withdrawn, information, ways_out)
        known = self._results.get(key)
        if known is None:
            quorate = None if information else after.quorate
            known = self._results[key] = QuorumResult(
                required=self.rule.members,
                eligible_before=before.eligible,
                eligible_after=after.eligible,
                quorate=quorate,
                reasons=_reasons(self.rule, before, after, withdrawn=withdrawn),
                ways_out=ways_out if quorate is False else (),
            )
        return known


def _count(rule: QuorumRule, seats: Sequence[tuple[Role, bool]]) -> Count:
    counting = [(role, voting) for role, voting in seats if voting or rule.counts == "all"]
    faults: list[str] = []
    if len(counting) < rule.members:
        faults.append(f"{len(counting)} of the {rule.members} members needed")
    missing = unmet_roles(rule.must_include, [role for role, _ in counting])
    faults += [f"no {' or '.join(role.spoken for role in roles)} member" for roles in missing]
    if rule.lay_executive_majority:
        lay = sum(voting and role in _LAY_SIDE for role, voting in counting)
        gps = sum(voting and role in _GP_SIDE for role, voting in counting)
        if lay <= gps:
            faults.append(f"lay and executive voters ({lay}) do not outnumber GP and practice-manager voters ({gps})")
    return Count(len(counting), not faults, tuple(faults))


def _reasons(rule: QuorumRule, before: Count, after: Count, *, withdrawn: bool) -> tuple[str, ...]:
    reasons: list[str] = []
    if before.faults:
        reasons.append(f"Before anybody withdraws: {'; '.join(before.faults)}.")
    if withdrawn and after.faults:
        reasons.append(f"Without those who must withdraw: {'; '.join(after.faults)}.")
    return tuple(reasons) or (f"{after.eligible} count towards a quorum of {rule.members}.",)


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
        return NO_RULE
    counts, seats = Quorums.of(rule), seats_of(attendees)
    before, after = counts.count(seats), counts.count(seats, out)
    return counts.result(before, after, withdrawn=bool(out), purpose=purpose, ways_out=ways_out)


def needs_a_gp(rule: QuorumRule, members: Sequence[Attendee]) -> bool:
    """Whether the rule cannot be met by the committee's members once every GP is away: a fault in its design."""
    return Quorums.of(rule).needs_a_gp(seats_of(members))
