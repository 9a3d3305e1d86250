"""Quorum: counting, role entries, majority, and what withdrawal does to it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.quorum import count_quorum, needs_a_gp, quorum_for_item, unmet_roles
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Person
from coi_audit.model.people import Member, QuorumRule
from coi_audit.model.words import Purpose, Role

_HERE = SourceRef(file="body.yaml", line=1)


def seat(name: str, role: Role, *, voting: bool = True) -> Attendee:
    member = Member(name=name, role=role, voting=voting, from_=date(2016, 1, 1), source=_HERE)
    return Attendee(person=Person(name=name, names=(name,), role=role, member=member), seat=member)


PCCC = [
    seat("Ann Lay", Role.LAY),
    seat("Bill Lay", Role.LAY),
    seat("Cat Exec", Role.EXECUTIVE),
    seat("Dr Dee", Role.GP),
    seat("Dr Eve", Role.GP, voting=False),
]
RULE = QuorumRule(members=3, must_include=((Role.LAY,), (Role.EXECUTIVE,)), lay_executive_majority=True)


def test_only_voters_count_unless_the_rule_counts_all() -> None:
    assert count_quorum(RULE, PCCC, out=()).eligible == 4
    everybody = RULE.model_copy(update={"counts": "all"})
    assert count_quorum(everybody, PCCC, out=()).eligible == 5


def test_one_short_is_not_quorate_and_says_by_how_much() -> None:
    count = count_quorum(RULE, PCCC, out={"ann lay", "dr dee"})
    assert not count.quorate
    assert count.faults == ("2 of the 3 members needed",)


def test_a_missing_role_is_told_as_people_say_it() -> None:
    rule = QuorumRule(members=1, must_include=((Role.GP, Role.PRACTICE_MANAGER), (Role.NHS_ENGLAND,)))
    assert count_quorum(rule, PCCC, out=("dr dee",)).faults == (
        "no GP or practice manager member",
        "no NHS England member",
    )


def test_the_majority_is_strict() -> None:
    voters = [seat("A", Role.LAY), seat("B", Role.EXECUTIVE), seat("C", Role.GP), seat("D", Role.PRACTICE_MANAGER)]
    rule = QuorumRule(members=2, lay_executive_majority=True)
    assert not count_quorum(rule, voters, out=()).quorate
    assert count_quorum(rule, voters, out={"d"}).quorate


@pytest.mark.parametrize(
    ("wanted", "roles", "missing"),
    [
        (((Role.LAY,), (Role.LAY,)), [Role.LAY], 1),
        (((Role.LAY,), (Role.LAY,)), [Role.LAY, Role.LAY], 0),
        # The lay member must be left for the entry that takes nobody else.
        (((Role.LAY, Role.NURSE), (Role.LAY,)), [Role.LAY, Role.NURSE], 0),
        (((Role.LAY,), (Role.LAY, Role.NURSE)), [Role.NURSE, Role.LAY], 0),
        (((Role.GP,),), [Role.LAY], 1),
    ],
)
def test_each_role_entry_takes_a_member_of_its_own(
    wanted: tuple[tuple[Role, ...], ...], roles: list[Role], missing: int
) -> None:
    assert len(unmet_roles(wanted, roles)) == missing


def test_information_items_have_no_quorum_of_their_own() -> None:
    result = quorum_for_item(RULE, PCCC, out={"ann lay", "bill lay"}, purpose=Purpose.INFORMATION, ways_out=("x",))
    assert result.quorate is None
    assert result.ways_out == ()


def test_a_broken_quorum_offers_the_ways_out() -> None:
    result = quorum_for_item(RULE, PCCC, out={"ann lay", "bill lay"}, purpose=Purpose.DECISION, ways_out=("defer",))
    assert (result.eligible_before, result.eligible_after, result.quorate) == (4, 2, False)
    assert result.ways_out == ("defer",)


def test_without_a_stated_rule_nothing_is_claimed() -> None:
    result = quorum_for_item(None, PCCC, out=(), purpose=Purpose.DECISION, ways_out=())
    assert result.quorate is None
    assert "do not state" in result.reasons[0]


def test_a_rule_that_names_a_gp_cannot_survive_their_withdrawal() -> None:
    assert needs_a_gp(QuorumRule(members=2, must_include=((Role.GP,),)), PCCC)
    assert needs_a_gp(QuorumRule(members=4), PCCC)
    assert not needs_a_gp(RULE, PCCC)


@given(st.sets(st.sampled_from([one.person.key for one in PCCC])), st.sampled_from([one.person.key for one in PCCC]))
def test_a_further_withdrawal_never_adds_to_the_count(out: set[str], another: str) -> None:
    assert count_quorum(RULE, PCCC, out=out | {another}).eligible <= count_quorum(RULE, PCCC, out=out).eligible
