"""Who owes what on a day: every kind of debt, and both sides of every day that is due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from small_case import ROWS, small_case, write_register

from coi_audit import paths
from coi_audit.app import books
from coi_audit.audit.chase import chase, chase_ahead
from coi_audit.audit.chase_debts import TELLINGS
from coi_audit.checks import all_checks
from coi_audit.model.chase import Chase, Debt, Debtor, Owed
from coi_audit.model.dates import add_months
from coi_audit.model.facts import EventFacts
from coi_audit.model.given import Action, ActionState
from coi_audit.model.words import RuleOutcome
from coi_audit.readers.case_folder import read_case
from coi_audit.rulebook.apply import apply_rule

_books = cache(lambda: books.load_books(paths.rules_folder()))
_HALE, _RAO, _KALE = ROWS


def interest(name: str, declared: str, *, began: str = "01/05/2017", direct: str = "Direct") -> tuple[str, ...]:
    return (name, "GP Member", "Elm Street Surgery", "Financial", "GP partner", direct, began, "Current", declared)


def nil(name: str, on: str) -> tuple[str, ...]:
    return (name, "Member", "Nil return", "", "", "", "", "", on)


def chased(folder: Path, as_of: str, actions: Sequence[Action] | None = None) -> Chase:
    case = read_case(folder)
    knowledge = books.knowledge_for(case.body, books=_books(), lists=None)
    return chase(case, as_of=date.fromisoformat(as_of), knowledge=knowledge, actions=actions)


def debtor(found: Chase, name: str) -> Debtor:
    (one,) = [one for one in found.debtors if one.person == name]
    return one


def debt(found: Chase, name: str, kind: Owed) -> Debt | None:
    debts = [debt for one in found.debtors if one.person == name for debt in one.debts if debt.kind is kind]
    assert len(debts) <= 1
    return debts[0] if debts else None


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two are on no register, one of them from 1 September 2017; the others declared on days of March 2017."""
    made = small_case(tmp_path_factory.mktemp("chase") / "case")
    body = (made / "body.yaml").read_text(encoding="utf-8")
    joan = "{name: Joan Petrie, role: executive, title: Chief Finance Officer, voting: true, from: 2016-04-01}"
    body = body.replace(joan, joan.replace("2016-04-01", "2017-09-01"))
    (made / "body.yaml").write_text(body, encoding="utf-8")
    write_register(made / "register 2017-12.xlsx", (*ROWS, nil("Colin Marsh", "01/03/2016")))
    return made


def test_a_member_with_no_entry_owes_a_declaration_once_from_the_day_the_role_began(folder: Path) -> None:
    found = chased(folder, "2018-01-15")
    owed = debt(found, "Joan Petrie", Owed.DECLARATION)
    assert owed is not None
    assert (owed.due, owed.overdue, owed.due_from) == (date(2017, 9, 1), 136, "the day the role began")
    assert [one.rule_id for one in owed.reasons] == ["DEC-02", "DEC-05", "REG-01"]
    assert all(one.criterion is not None and one.because and one.fingerprint for one in owed.reasons)
    assert debtor(found, "Joan Petrie").committees == ("Primary Care Commissioning Committee",)
    assert len(debtor(found, "Joan Petrie").debts) == 1


@pytest.mark.parametrize(("as_of", "overdue"), [("2018-03-20", None), ("2018-03-21", 1), ("2018-05-20", 61)])
def test_a_refresh_is_owed_from_the_day_after_its_twelve_months(folder: Path, as_of: str, overdue: int | None) -> None:
    owed = debt(chased(folder, as_of), "Margaret Hale", Owed.REFRESH)
    assert (owed and owed.overdue) == overdue
    if owed is not None:
        assert owed.due == date(2018, 3, 20)
        assert [one.rule_id for one in owed.reasons] == ["DEC-04"]
        assert "20 March 2017" in owed.what and "12 months" in owed.what


def test_under_the_edition_that_asks_for_six_months_a_refresh_is_due_after_six(tmp_path: Path) -> None:
    case = small_case(tmp_path / "case")
    write_register(case / "register 2016-07.xlsx", (nil("Ruth Ashby", "10/07/2016"),))
    assert debt(chased(case, "2017-01-10"), "Ruth Ashby", Owed.REFRESH) is None
    owed = debt(chased(case, "2017-01-11"), "Ruth Ashby", Owed.REFRESH)
    assert owed is not None and (owed.due, owed.overdue) == (date(2017, 1, 10), 1)
    assert owed.reasons[0].rule_id == "DEC-03"


def test_whoever_is_latest_comes_first_and_each_person_once(folder: Path) -> None:
    found = chased(folder, "2018-01-15")
    assert [one.overdue for one in found.debtors] == sorted((one.overdue for one in found.debtors), reverse=True)
    names = [one.person for one in found.debtors]
    assert len(names) == len(set(names))
    assert names[0] == "Ruth Ashby"  # on no register since April 2016


def test_what_was_given_late_is_not_chased(tmp_path: Path) -> None:
    """The role began on 1 April 2016; the nil return came in March 2017: late, and nothing is owed any more."""
    case = small_case(tmp_path / "case")
    write_register(case / "register 2017-12.xlsx", (*ROWS, nil("Ruth Ashby", "01/12/2017")))
    assert debt(chased(case, "2018-01-15"), "Ruth Ashby", Owed.DECLARATION) is None
    assert debt(chased(case, "2017-06-30"), "Ruth Ashby", Owed.DECLARATION) is None  # an edition shows her later: asked
    assert any("Ruth Ashby" in one.people for one in chased(case, "2017-06-30").leads)


def test_a_missing_part_is_owed_by_the_newest_row_only(tmp_path: Path) -> None:
    case = small_case(tmp_path / "case")
    write_register(case / "register 2017-06.xlsx", (interest("Dr Anil Rao", "01/06/2017", began=""),))
    owed = debt(chased(case, "2018-01-15"), "Dr Anil Rao", Owed.DETAIL)
    assert owed is not None and owed.due is None and owed.overdue == 0
    assert "Elm Street Surgery" in owed.what
    assert owed.what.endswith(": the date it began and the action to mitigate the risk")
    write_register(case / "register 2017-12.xlsx", (nil("Dr Anil Rao", "01/12/2017"),))
    assert debt(chased(case, "2018-01-15"), "Dr Anil Rao", Owed.DETAIL) is None


def test_whoever_left_owes_nothing(folder: Path) -> None:
    body = folder / "body.yaml"
    before = body.read_text(encoding="utf-8")
    try:
        body.write_text(before.replace("from: 2017-09-01}", "from: 2017-09-01, to: 2018-01-14}"), encoding="utf-8")
        assert debt(chased(folder, "2018-01-14"), "Joan Petrie", Owed.DECLARATION) is not None
        assert not [one for one in chased(folder, "2018-01-15").debtors if one.person == "Joan Petrie"]
    finally:
        body.write_text(before, encoding="utf-8")


def test_staff_on_the_list_are_chased_too(tmp_path: Path) -> None:
    case = small_case(tmp_path / "case")
    staff = "Name,Position,Band,Decision maker,Started,Left\nPriya Nandi,Head of Contracts,8d,Yes,2016-09-01,\n"
    (case / "staff 2018.csv").write_text(staff, encoding="utf-8")
    found = debtor(chased(case, "2018-01-15"), "Priya Nandi")
    assert found.committees == ("Head of Contracts",)
    assert found.debts[0].kind is Owed.DECLARATION and found.debts[0].due == date(2016, 9, 1)


def test_an_integrated_care_board_gives_twenty_eight_days(tmp_path: Path) -> None:
    case = small_case(tmp_path / "case")
    body = (case / "body.yaml").read_text(encoding="utf-8").replace("kind: ccg", "kind: icb", 1)
    (case / "body.yaml").write_text(body.replace("from: 2016-04-01", "from: 2023-01-01"), encoding="utf-8")
    write_register(case / "register 2023-02.xlsx", (nil("Margaret Hale", "01/01/2023"),))
    owed = debt(chased(case, "2023-02-15"), "Ruth Ashby", Owed.DECLARATION)
    assert owed is not None
    assert {one.rule_id for one in owed.reasons} >= {"ICB-01"}
    assert (owed.due, owed.due_from) == (date(2023, 1, 1), "the day the role began")  # DEC-02 asks by that day


@pytest.mark.parametrize(("as_of", "comes"), [("2018-02-20", False), ("2018-02-21", True), ("2018-03-20", True)])
def test_what_falls_due_in_the_days_asked_for_is_told_too(folder: Path, as_of: str, comes: bool) -> None:
    """The nil return of 20 March 2017 stands until 20 March 2018: 27 days before that is 21 February."""
    case = read_case(folder)
    knowledge = books.knowledge_for(case.body, books=_books(), lists=None)
    day = date.fromisoformat(as_of)
    found = chase_ahead(case, as_of=day, within=27, knowledge=knowledge)
    owed = debt(found, "Margaret Hale", Owed.REFRESH)
    assert (owed is not None) is comes
    assert owed is None or (owed.due, owed.overdue) == (date(2018, 3, 20), 0)
    now = chase(case, as_of=day, knowledge=knowledge)
    kept = {(one.person, owing.what) for one in now.debtors for owing in one.debts}
    assert kept <= {(one.person, owing.what) for one in found.debtors for owing in one.debts}
    assert chase_ahead(case, as_of=day, within=0, knowledge=knowledge) == now


def test_what_the_papers_leave_open_is_nobodys_debt(folder: Path) -> None:
    found = chased(folder, "2018-01-15")
    assert any("list of employees" in one.ask for one in found.leads)
    asked = {reason.fingerprint for one in found.debtors for debt in one.debts for reason in debt.reasons}
    assert asked and all(one.ask for one in found.leads)


def test_what_lies_in_the_past_is_not_asked(tmp_path: Path) -> None:
    """Nobody's first day in office is told, so whether they declared by it cannot be: but they have declared since."""
    case = small_case(tmp_path / "case")
    body = (case / "body.yaml").read_text(encoding="utf-8").replace(", from: 2016-04-01", "")
    (case / "body.yaml").write_text(body, encoding="utf-8")
    found = chased(case, "2018-01-15")
    assert not [one for one in found.leads if "Margaret Hale" in one.people]
    owed = debt(found, "Ruth Ashby", Owed.DECLARATION)
    assert owed is not None and owed.due is None


def test_of_a_body_that_has_ended_an_earlier_day_is_asked_for(folder: Path) -> None:
    assert not chased(folder, "2022-06-30").notices
    ended, no_refresh = chased(folder, "2022-07-01").notices
    assert "30 June 2022" in ended and "1 July 2022" in ended
    assert "no refresh is chased" in no_refresh


def test_open_actions_of_the_plan_are_chased_with_their_owner(folder: Path) -> None:
    actions = (
        Action(1, ("MTG-02",), "Ask the secretary to  minute who left.", ("aa",), "Dr A Rao", date(2018, 1, 10)),
        Action(2, ("MTG-02",), "Publish the register.", ("bb",), "Governance team", date(2018, 1, 15)),
        Action(3, ("REG-01",), "Write to all members.", ("cc",), "Ruth Ashby", None, ActionState.DONE),
        Action(4, ("REG-03",), "Add the columns.", ("dd",)),
    )
    found = chased(folder, "2018-01-15", actions)
    owed = debt(found, "Dr Anil Rao", Owed.ACTION)
    assert owed is not None and (owed.number, owed.overdue) == (1, 5)
    assert owed.what == "Ask the secretary to minute who left."
    team = debt(found, "Governance team", Owed.ACTION)
    assert team is not None and team.overdue == 0  # due today: still in time
    assert debt(found, "Ruth Ashby", Owed.ACTION) is None
    assert any("Who is to do action 4" in one.ask for one in found.leads)
    assert found.with_actions and not chased(folder, "2018-01-15").with_actions


def test_a_debt_bears_the_number_of_the_audits_own_finding(folder: Path) -> None:
    from coi_audit.audit.run import Request, run_audit

    case = read_case(folder)
    knowledge = books.knowledge_for(case.body, books=_books(), lists=None)
    audit = run_audit(case, request=Request(date(2018, 1, 15)), knowledge=knowledge, tool_version="test")
    numbers = {one.fingerprint for one in audit.findings if one.outcome is RuleOutcome.NOT_MET}
    found = chased(folder, "2018-01-15")
    owed = {reason.fingerprint for one in found.debtors for debt in one.debts for reason in debt.reasons}
    assert owed and owed <= numbers


def _cases() -> list[Any]:
    """Every worked example of a rule that tells of a debt and is not met, where the rule names a day."""
    rules = [one for one in _books().rulebook.rules.values() if one.check in TELLINGS]
    return [pytest.param(rule, case, id=f"{rule.id}: {case.name}") for rule in rules for case in rule.cases
            if case.expect is RuleOutcome.NOT_MET]  # fmt: skip


@pytest.mark.parametrize(("rule", "case"), _cases())
def test_every_worked_example_not_met_says_what_is_owed_and_by_when(rule: Any, case: Any) -> None:
    telling = TELLINGS[rule.check]
    applied = apply_rule(rule, all_checks()[rule.check], case.facts)
    assert applied.version is not None
    due, due_from = telling.due(case.facts, applied.version.params)
    assert telling.what(case.facts, applied.version.params, applied.outcome)
    assert (due is None) == (not due_from)
    on = case.facts.as_of if isinstance(case.facts, EventFacts) and case.facts.as_of else case.facts.on
    assert due is None or due <= on + timedelta(days=366)


def test_the_day_of_a_refresh_is_the_checks_own() -> None:
    """On the last day the check is met, a day later it is not: of each edition's interval."""
    checks, seen = all_checks(), 0
    for rule in _books().rulebook.rules.values():
        for version in rule.versions if rule.check == "confirmed_lately" else ():
            example = next(one for one in rule.cases if one.expect is RuleOutcome.NOT_MET).facts
            last = version.in_force_from + timedelta(days=1)
            due, _ = TELLINGS[rule.check].due(_with(example, last_confirmed_on=last), version.params)
            assert due == add_months(last, version.params.months)
            for day, kind in ((due, RuleOutcome.MET), (due + timedelta(days=1), RuleOutcome.NOT_MET)):
                facts = _with(example, on=day, last_confirmed_on=last)
                assert checks[rule.check].run(facts, version.params).kind is kind
                seen += 1
    assert seen >= 8


def _with(facts: Any, **changed: Any) -> Any:
    from dataclasses import replace

    return replace(facts, **changed)
