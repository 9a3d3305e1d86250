"""The rulebook under a body's own policy, and under another edition."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit.checks import all_checks
from coi_audit.errors import UserError
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts import MemberFacts
from coi_audit.model.policy import PolicyChange
from coi_audit.model.words import Action, Purpose, RuleOutcome, SharedInterestPolicy
from coi_audit.paths import rules_folder
from coi_audit.rulebook.action_table import ActionTable, load_action_table
from coi_audit.rulebook.apply import apply_rule
from coi_audit.rulebook.editions import edition_day, edition_keys, rulebook_under, table_under
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.policy import UnderPolicy, under_policy
from coi_audit.rulebook.types import Rulebook

_SOURCE = SourceRef(file="policy.yaml", line=3)


@pytest.fixture(scope="module")
def book() -> Rulebook:
    return load_rulebook(Path(rules_folder()), all_checks())


@pytest.fixture(scope="module")
def table() -> ActionTable:
    return load_action_table(Path(rules_folder()))


def _change(**given: object) -> PolicyChange:
    values = {"authority": "Governing Body, minute 14/17", "from_": date(2016, 12, 1), "source": _SOURCE, **given}
    return PolicyChange(**values)  # type: ignore[arg-type]


def _outcome(under: UnderPolicy, on: date, last: date) -> tuple[RuleOutcome, str]:
    rule = under.rulebook.rules["DEC-03"]
    facts = MemberFacts(on=on, declarations=1, first_declared_on=last, last_confirmed_on=last)
    applied = apply_rule(rule, all_checks()[rule.check], facts)
    return applied.outcome.kind, " ".join(applied.outcome.because)


def test_a_threshold_changes_from_its_first_day_to_its_last(book: Rulebook, table: ActionTable) -> None:
    change = _change(rule="DEC-03", params={"months": 12}, until=date(2017, 3, 31))
    under = under_policy(book, table, [change])
    assert not under.refused
    eight_months_before = {date(2016, 11, 30): date(2016, 4, 1), date(2016, 12, 1): date(2016, 4, 1)}
    kinds = [_outcome(under, on, last)[0] for on, last in eight_months_before.items()]
    assert kinds == [RuleOutcome.NOT_MET, RuleOutcome.MET]
    assert _outcome(under, date(2017, 3, 31), date(2016, 8, 1))[0] is RuleOutcome.MET
    assert _outcome(under, date(2017, 4, 1), date(2016, 8, 1))[0] is RuleOutcome.NOT_MET
    assert "12 instead of 6" in under.applied[0].sentence and "minute 14/17" in under.applied[0].sentence
    assert "no reason is given" in under.applied[0].sentence
    assert "own policy" in _outcome(under, date(2017, 3, 31), date(2016, 8, 1))[1]


def test_a_rule_switched_off_says_by_whom(book: Rulebook, table: ActionTable) -> None:
    under = under_policy(book, table, [_change(rule="DEC-03", off=True, reason="Done by the CSU")])
    kind, because = _outcome(under, date(2017, 1, 10), date(2016, 1, 1))
    assert kind is RuleOutcome.NOT_APPLICABLE
    assert "minute 14/17" in because and "Done by the CSU" in because
    assert _outcome(under, date(2016, 11, 30), date(2016, 1, 1))[0] is RuleOutcome.NOT_MET
    assert book.rules["DEC-03"].versions != under.rulebook.rules["DEC-03"].versions


def test_a_presumed_action_changes_by_the_name_of_its_row(book: Rulebook, table: ActionTable) -> None:
    change = _change(row="shared_all", when="no_vote", action="discuss_then_leave")
    under = under_policy(book, table, [change])
    rows = [under.table.row_on("shared_all", day) for day in (date(2016, 11, 30), date(2016, 12, 1))]
    no_vote = SharedInterestPolicy.NO_VOTE
    asked = [row.action(purpose=Purpose.DECISION, policy=no_vote, closed=False) for row in rows]
    assert asked == [Action.STAY_NO_VOTE, Action.DISCUSS_THEN_LEAVE]


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"rule": "DEC-33", "off": True}, "no such rule"),
        ({"rule": "DEC-03"}, "neither switches the rule off nor gives a value"),
        ({"rule": "DEC-03", "params": {"month": 12}}, "no parameter of DEC-03"),
        ({"rule": "DEC-03", "params": {"months": "twelve"}}, '"twelve" is not a whole number'),
        ({"rule": "DEC-03", "off": True, "from_": date(2020, 1, 1)}, "no version of DEC-03 was in force"),
        ({"row": "shared", "when": "closed", "action": "leave"}, "no such row"),
        ({"row": "shared_all", "when": "often", "action": "leave"}, "which column"),
        ({"row": "shared_all", "when": "closed", "action": "run"}, "no action"),
    ],
)
def test_what_does_not_fit_the_rulebook_is_refused(
    book: Rulebook, table: ActionTable, given: dict[str, object], told: str
) -> None:
    under = under_policy(book, table, [_change(**given)])
    assert under.rulebook.rules == dict(book.rules) and under.table == table and not under.applied
    (refused,) = under.refused
    assert told in refused.problem and "not applied" in refused.problem
    assert refused.place == "line 3"


def test_an_edition_holds_on_every_day(book: Rulebook, table: ActionTable) -> None:
    day = edition_day(table, "sg14")
    under, actions = rulebook_under(book, day), table_under(table, day)
    assert under.rules["DEC-03"].versions == ()
    assert under.rules["DEC-04"].version_on(date(2020, 1, 1)) is not None
    cited = under.rules["PCC-03"].version_on(date(2020, 1, 1))
    assert cited is not None and cited.citation.source.key == "SG14"
    edition = actions.edition_on(date(2020, 1, 1))
    assert edition is not None and edition.source == "SG14"
    assert actions.small_share_until > date(2020, 1, 1)


def test_the_2016_edition_is_the_one_whose_adoption_is_over(book: Rulebook, table: ActionTable) -> None:
    version = rulebook_under(book, edition_day(table, "SG16")).rules["DEC-05"].version_on(date(2020, 1, 1))
    assert version is not None and version.severity is None


def test_an_unknown_edition_names_those_there_are(table: ActionTable) -> None:
    with pytest.raises(UserError) as error:
        edition_day(table, "SG15")
    assert all(key in error.value.fix for key in edition_keys(table))
