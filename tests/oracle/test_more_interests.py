"""Adding an interest never weakens the action that binds a person at an item: the strongest of their entries."""

from __future__ import annotations

from copy import deepcopy
from random import Random

from body_facts import Interest, SmallBody
from hypothesis import given, settings
from hypothesis import strategies as st
from small_bodies import PEOPLE, random_interest, small_body
from test_oracle import examined, knowledge

from coi_audit.model.words import Action

OWN = ("partner", "employee", "owner", "director", "shareholder")
Binding = dict[tuple[int, int, str], int]


def binding(body: SmallBody) -> tuple[Binding, set[tuple[int, int, str]]]:
    """By meeting, item and person: the strength of what binds them, and who is sent no papers."""
    strongest: Binding = {}
    without_papers = set()
    for found in examined([body], knowledge()):
        at = (found.meeting, found.item.item)
        for one in found.audit.conflicts:
            key = (*at, one.holding.person.name)
            strongest[key] = max(strongest.get(key, 0), one.required_action.strength)
        without_papers |= {(*at, name) for name in found.audit.withhold_papers_from}
    return strongest, without_papers


def tells_its_end(body: SmallBody, row: Interest) -> bool:
    """Whether the row is no further interest: it gives dates to one that body.yaml states without any."""
    seat = any(one.person == row.person and one.practice == row.org for one in body.seats)
    owner = (row.org, row.person) in body.owners
    return row.relationship == "self" and row.tie in OWN and (seat or owner)


@settings(max_examples=100, deadline=None)
@given(st.integers(0, 999), st.integers(0, 10**6))
def test_adding_an_interest_never_weakens_what_binds(number: int, seed: int) -> None:
    rng = Random(seed)
    before = small_body(number)
    if not before.meetings:
        return
    row = random_interest(before, rng, 99, rng.choice(PEOPLE), rng.choice(before.meetings).day)
    if before.interests and rng.random() < 0.4:  # the same matter told twice, with other dates or another share
        row = rng.choice(before.interests)._replace(interest=99, begins=row.begins, ends=row.ends, percent=row.percent)
    if tells_its_end(before, row):
        return
    after = deepcopy(before)
    after.interests.append(row)
    (weak, few), (strong, more) = binding(before), binding(after)
    assert set(weak) <= set(strong)
    assert {key for key in weak if weak[key] > strong[key]} == set(), row
    assert few <= more
    assert {key[2] for key in strong if strong[key] != weak.get(key)} <= {row.person}


def test_the_bodies_hold_something_that_could_be_weakened() -> None:
    strengths = {one for number in range(20) for one in binding(small_body(number))[0].values()}
    assert {Action.LEAVE.strength, Action.STAY_NO_VOTE.strength} <= strengths
