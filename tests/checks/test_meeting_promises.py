"""What holds of the meeting checks whatever the facts: pure, asking when unsure, never worse for doing more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit.checks import (
    _guards,
    acting_chair_named,
    action_against_presumption,
    action_recorded,
    alternate_chair,
    conflicted_chair,
    declarations_item,
    declared_at_item,
    declared_at_meeting,
    handling_plan,
    inquorate_route,
    minute_content,
    noted_without_reason,
    papers_withheld,
    participation,
    presence_after_exclusion,
    proceeding_after_withdrawals,
    quorum_needs_gp,
    quorum_of_decision,
    quorum_statement,
)
from coi_audit.model.facts import ConflictFacts
from coi_audit.model.outcome import Outcome
from coi_audit.model.words import (
    Action,
    Handling,
    InterestCategory,
    LinkKind,
    Purpose,
    Relationship,
    RuleOutcome,
    Scope,
    Severity,
    Stage,
)

Judge = Callable[[ConflictFacts], Outcome]
ABOUT_PEOPLE: dict[str, Judge] = {
    "MTG-02": handling_plan.check,
    "MTG-03": papers_withheld.check,
    "MTG-04": declared_at_meeting.check,
    "MTG-05": action_recorded.check,
    "MTG-06": action_against_presumption.check,
    "MTG-07": participation.check,
    "MTG-08": presence_after_exclusion.check,
    "MTG-09": noted_without_reason.check,
    "MTG-10": declared_at_item.check,
    "CHR-01": conflicted_chair.check,
    "MIN-01": minute_content.check,
}
HALF = proceeding_after_withdrawals.Params(more_than_percent=50)
ALL: dict[str, Judge] = {
    **ABOUT_PEOPLE,
    "MTG-01": declarations_item.check,
    "CHR-02": alternate_chair.check,
    "QUO-01": quorum_of_decision.check,
    "QUO-02": lambda facts: proceeding_after_withdrawals.check(facts, HALF),
    "QUO-03": inquorate_route.check,
    "QUO-04": quorum_needs_gp.check,
    "MIN-02": quorum_statement.check,
    "MIN-03": acting_chair_named.check,
}
BADNESS = {RuleOutcome.NOT_APPLICABLE: 0, RuleOutcome.MET: 0, RuleOutcome.CANNOT_TELL: 1, RuleOutcome.NOT_MET: 2}

maybe = st.sampled_from([True, False, None])
yes_no = st.booleans()
facts_of_conflicts = st.builds(
    ConflictFacts,
    on=st.just(date(2017, 9, 5)),
    stage=st.sampled_from([Stage.HELD, Stage.HELD, Stage.HELD, Stage.BEFORE, Stage.NO_MINUTES]),
    purpose=st.sampled_from([Purpose.DECISION, Purpose.DECISION, Purpose.DISCUSSION, Purpose.INFORMATION]),
    scope=st.sampled_from(Scope),
    has_agenda=yes_no,
    declarations_item=maybe,
    quorum_statement=maybe,
    recorded=maybe,
    decision_taken=maybe,
    quorum_rule_known=yes_no,
    quorum_required=st.sampled_from([None, 4]),
    eligible_after=st.sampled_from([None, 2, 5]),
    quorate_required=maybe,
    quorate_actual=maybe,
    quorum_needs_gp=yes_no,
    gps_conflicted=st.integers(0, 3),
    gp_voters=st.integers(0, 3),
    voters_present=st.integers(0, 9),
    voters_withdrawn=st.integers(0, 9),
    proceed_recorded=yes_no,
    inquorate_route=st.sampled_from([None, "a member of another CCG"]),
    inquorate_route_minuted=yes_no,
    chair_name=st.sampled_from([None, "Joan Underhill"]),
    chair_conflicted=yes_no,
    vice_chair_conflicted=maybe,
    acting_chair=st.sampled_from([None, "the member", "Joan Underhill", "Samuel Achterberg"]),
    acting_chair_conflicted=yes_no,
    substitute_available=yes_no,
    voting=yes_no,
    present=st.sampled_from([True, True, False]),
    link=st.sampled_from(LinkKind),
    category=st.sampled_from(InterestCategory),
    direct=yes_no,
    relationship=st.sampled_from(Relationship),
    unclear=yes_no,
    on_register=yes_no,
    required_action=st.sampled_from(Action),
    hand_over_chair=yes_no,
    recorded_action=st.sampled_from([None, *Action]),
    handling=st.sampled_from(Handling),
    declared=maybe,
    declared_at_start=yes_no,
    declared_at_item=yes_no,
    name_recorded=yes_no,
    nature_recorded=yes_no,
    item_named=yes_no,
    action_recorded=yes_no,
    deed_recorded=yes_no,
    left_recorded=yes_no,
    returned_recorded=yes_no,
    presents_own_case=yes_no,
    reason=st.sampled_from([None, "only they knew the service."]),
    ruling=st.sampled_from([None, "the chair allowed it"]),
    plan=yes_no,
    papers_sent=maybe,
    took_part=maybe,
    present_after_exclusion=maybe,
)
many = settings(max_examples=80, deadline=None, derandomize=True)  # the same run every time


@many
@given(facts_of_conflicts)
def test_every_answer_has_a_reason_and_every_doubt_a_question(facts: ConflictFacts) -> None:
    for check in ALL.values():
        outcome = check(facts)
        assert outcome.because
        assert all(sentence.endswith(".") and "None" not in sentence for sentence in outcome.because)
        assert (outcome.ask is not None) == (outcome.kind is RuleOutcome.CANNOT_TELL)
        assert outcome.ask is None or outcome.ask.count("?") == 1 or outcome.ask.startswith("Please supply the minutes")


@many
@given(facts_of_conflicts)
def test_the_same_facts_give_the_same_answer(facts: ConflictFacts) -> None:
    for check in ALL.values():
        assert check(facts) == check(replace(facts))


@many
@given(facts_of_conflicts, st.sampled_from(Action), st.sampled_from(Action))
def test_a_stronger_recorded_action_never_makes_it_worse(facts: ConflictFacts, one: Action, other: Action) -> None:
    weak, strong = sorted((one, other), key=lambda action: action.strength)
    weaker, stronger = replace(facts, recorded_action=weak), replace(facts, recorded_action=strong)
    present = facts.present  # whoever is absent has a conflict only where staying away was the action
    for ident in ("MTG-06", "MTG-07", "MTG-09"):
        check = ABOUT_PEOPLE[ident]
        if present and not (ident == "MTG-09" and weak is Action.NONE):  # no note at all is MTG-06's matter
            assert BADNESS[check(stronger).kind] <= BADNESS[check(weaker).kind]


@many
@given(facts_of_conflicts, st.sampled_from(Action), st.sampled_from(Action))
def test_taken_together_doing_more_is_never_worse_not_even_than_nothing(
    facts: ConflictFacts, one: Action, other: Action
) -> None:
    weak, strong = sorted((one, other), key=lambda action: action.strength)

    def worst(action: Action) -> int:
        told = replace(facts, recorded_action=action, present=True, deed_recorded=True, handling=Handling.MANAGED)
        return max(BADNESS[ABOUT_PEOPLE[ident](told).kind] for ident in ("MTG-06", "MTG-07", "MTG-09"))

    assert worst(strong) <= worst(weak)


@many
@given(facts_of_conflicts)
def test_nobody_is_found_short_while_it_is_not_settled_who_or_what_is_meant(facts: ConflictFacts) -> None:
    for check in ABOUT_PEOPLE.values():
        assert check(replace(facts, unclear=True)).kind is not RuleOutcome.NOT_MET
        assert check(replace(facts, link=LinkKind.UNCLEAR)).kind is not RuleOutcome.NOT_MET


@many
@given(facts_of_conflicts)
def test_before_a_meeting_only_agenda_plan_and_quorum_rule_are_judged(facts: ConflictFacts) -> None:
    for ident, check in ALL.items():
        if ident not in ("MTG-01", "MTG-02", "QUO-04"):
            assert check(replace(facts, stage=Stage.BEFORE)).kind is RuleOutcome.NOT_APPLICABLE


@many
@given(facts_of_conflicts)
def test_without_minutes_nothing_recorded_is_judged(facts: ConflictFacts) -> None:
    for ident, check in ALL.items():
        if ident not in ("MTG-01", "MTG-03", "QUO-04"):  # agenda, distribution list and quorum rule stand elsewhere
            outcome = check(replace(facts, stage=Stage.NO_MINUTES))
            assert outcome.kind in (RuleOutcome.NOT_APPLICABLE, RuleOutcome.CANNOT_TELL)


@many
@given(facts_of_conflicts)
def test_an_item_for_information_asks_nobody_to_withdraw(facts: ConflictFacts) -> None:
    for ident, check in ALL.items():
        if ident not in ("MTG-01", "MIN-02"):  # of the whole meeting
            assert check(replace(facts, purpose=Purpose.INFORMATION)).kind is RuleOutcome.NOT_APPLICABLE


@many
@given(facts_of_conflicts, st.sampled_from([Action.NONE, Action.NOTE]))
def test_an_interest_that_asks_for_a_note_at_most_is_never_called_unmanaged(
    facts: ConflictFacts, required: Action
) -> None:
    for ident in ("MTG-02", "MTG-05", "MTG-06", "MTG-07", "MTG-08", "MTG-09"):
        assert ABOUT_PEOPLE[ident](replace(facts, required_action=required)).kind is RuleOutcome.NOT_APPLICABLE


@many
@given(facts_of_conflicts)
def test_a_chair_who_kept_the_chair_weighs_by_whose_interest_it_is(facts: ConflictFacts) -> None:
    outcome = conflicted_chair.check(facts)
    if outcome.kind is RuleOutcome.NOT_MET:
        assert outcome.severity is (Severity.CRITICAL if facts.direct else Severity.HIGH)
    else:
        assert outcome.severity is None


@many
@given(st.integers(1, 40), st.integers(0, 40))
def test_more_than_half_means_more_than_half(present: int, withdrawn: int) -> None:
    facts = ConflictFacts(on=date(2015, 3, 3), voters_present=present, voters_withdrawn=min(withdrawn, present))
    over = 2 * facts.voters_withdrawn > present
    expected = RuleOutcome.NOT_MET if over else RuleOutcome.NOT_APPLICABLE
    assert proceeding_after_withdrawals.check(facts, HALF).kind is expected


def test_every_action_has_words_of_its_own() -> None:
    words = [_guards.action_words(action) for action in Action]
    assert len(set(words)) == len(Action)
    assert not any("_" in phrase for phrase in words)


def test_a_minute_is_told_what_it_lacks_in_order() -> None:
    facts = ConflictFacts(
        on=date(2018, 1, 9), recorded_action=Action.LEAVE, name_recorded=False, nature_recorded=False, item_named=False
    )
    assert minute_content.check(facts).because == (
        "The minutes do not record: the name of the person; the nature of the interest; the item it touches; "
        "when they left; when they came back.",
    )
