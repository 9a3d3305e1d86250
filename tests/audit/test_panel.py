"""What is not put to a unit in full is what would have raised nothing: the same answers as asking every rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, get_args, get_origin

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit import app, paths
from coi_audit.audit import run
from coi_audit.audit.engine import Verdicts, run_rules
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.layers import Layer
from coi_audit.audit.panel import Panel, Panels, Posed, panels_of
from coi_audit.audit.run import Request, run_audit
from coi_audit.audit.unit import Unit
from coi_audit.checks import Check, all_checks
from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.facts import ConflictFacts, ItemFacts, MeetingFacts
from coi_audit.model.outcome import Outcome, met, not_met
from coi_audit.model.people import Body
from coi_audit.model.words import Examines, RuleOutcome, Stage
from coi_audit.readers.case_folder import read_case
from coi_audit.rulebook.apply import apply_rule
from coi_audit.rulebook.types import Rulebook
from coi_audit.rulebook.values import fields_of

ROOT = Path(__file__).resolve().parents[2]
BODIES = [*sorted((ROOT / "sample_data").glob("*-ccg")), *sorted((ROOT / "tests/house_styles").glob("*-*"))]
DAYS = [date(2013, 3, 31), date(2014, 12, 18), date(2016, 6, 28), date(2017, 9, 5), date(2019, 1, 1), date(2023, 5, 5)]


@cache
def rulebook() -> Rulebook:
    return app.rulebook_of(paths.rules_folder())


def asked_in_full(units: Iterable[Unit], knowledge: Knowledge) -> tuple[dict[str, Counter[RuleOutcome]], set[Any]]:
    """Every rule put to every unit: the counts, and what was raised."""
    counts: dict[str, Counter[RuleOutcome]] = {rule: Counter() for rule in knowledge.rulebook.rules}
    raised = set()
    for unit in units:
        for rule in knowledge.rulebook.rules.values():
            if rule.examines is unit.examines:
                applied = apply_rule(rule, knowledge.checks[rule.check], unit.whole)
                counts[rule.id][applied.outcome.kind] += 1
                if applied.outcome.kind in (RuleOutcome.NOT_MET, RuleOutcome.CANNOT_TELL):
                    raised.add((rule.id, applied.outcome.because, applied.outcome.ask))
    return counts, raised


@pytest.mark.parametrize("folder", BODIES, ids=lambda folder: folder.name)
def test_a_body_gets_the_answers_of_asking_every_rule(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[list[Unit], Verdicts]] = []

    def watched(units: Iterable[Unit], *, body: Body, knowledge: Knowledge) -> Verdicts:
        known = list(units)
        verdicts = run_rules(known, body=body, knowledge=knowledge)
        seen.append((known, verdicts))
        return verdicts

    monkeypatch.setattr(run, "run_rules", watched)
    case = read_case(folder)
    knowledge = app.knowledge_for(case.body, books=app.load_books(paths.rules_folder()), lists=None)
    for as_of in (date(2017, 9, 1), date(2024, 1, 15)):
        run_audit(case, request=Request(as_of), knowledge=knowledge, tool_version="test")
    for units, verdicts in seen:
        counts, raised = asked_in_full(units, knowledge)
        assert {rule: told for rule, told in verdicts.counts.items() if counts[rule]} == {
            rule: told for rule, told in counts.items() if told
        }
        assert {(one.rule_id, one.because, one.ask) for one in verdicts.findings} <= raised
        assert {rule for rule, _, _ in raised} == {one.rule_id for one in verdicts.findings}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Few values of each kind, so that units come alike and nearly alike."""
    if get_origin(hint) is tuple:
        return st.lists(values(get_args(hint)[0]), max_size=2).map(tuple)
    options: list[Any] = []
    for one in get_args(hint) or (hint,):
        if one is type(None):
            options.append(None)
        elif one is bool:
            options += [True, False]
        elif one is int:
            options += [0, 1, 3]
        elif one is str:
            options += ["", "Dr Petra Lindqvist", "Elm Street Surgery", "2"]
        elif one is date:
            options += DAYS
        elif one is float:
            options += [0.0, 4.9, 50.0, 6000.0]
        else:
            options += list(one)
    return st.sampled_from(options)


def made(kind: Examines) -> st.SearchStrategy[Any]:
    hints = fields_of(FACTS[kind])
    return st.builds(FACTS[kind], **{name: values(hint) for name, hint in hints.items()})


LEARNT = Panels(rulebook(), all_checks())  # one for all the examples: what it learns from one must hold for the others


@pytest.mark.parametrize("kind", [one for one in Examines if one in FACTS])
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_any_facts_get_the_answers_of_asking_every_rule(kind: Examines, data: st.DataObject) -> None:
    facts = data.draw(made(kind))
    standing = LEARNT.on(kind, facts.on).standing(facts)
    told = dict(standing.quiet)
    asked = {posed.rule.id for posed in standing.asked}
    rules = {rule.id: rule for rule in rulebook().rules.values() if rule.examines is kind}
    assert asked | set(told) == set(rules)
    assert not asked & set(told)
    for name, outcome in told.items():
        assert apply_rule(rules[name], all_checks()[rules[name].check], facts).outcome.kind is outcome


def posed(function: Any, *, like: str = "MTG-07") -> Posed:
    rule = rulebook().rules[like]
    return Posed(rule, Check("made", rule.examines, None, lambda facts, _: function(facts)), rule.versions[0])


def standings(function: Any, *changes: dict[str, Any]) -> list[bool]:
    """Whether the rule is put to each unit in full, in turn."""
    panel = Panel([posed(function)])
    facts = ConflictFacts(on=DAYS[3])
    return [bool(panel.standing(replace(facts, **change)).asked) for change in changes]


def test_only_what_was_looked_at_tells_units_apart() -> None:
    looks: list[str] = []

    def check(facts: ConflictFacts) -> Outcome:
        looks.append("looked")
        return met(f"{facts.member} left.") if facts.voting else not_met("stayed")

    changes = [{"member": "A"}, {"member": "B"}, {"role": "lay"}, {"voting": False}, {"voting": False, "member": "C"}]
    assert standings(check, *changes) == [False, False, False, True, True]
    assert len(looks) == 2


def test_a_field_looked_at_late_tells_units_apart_from_then_on() -> None:
    def check(facts: ConflictFacts) -> Outcome:
        if facts.voting or facts.declared:
            return met()
        return not_met("both") if facts.present else met()

    changes = [{"voting": False, "declared": False, "present": False}, {"voting": False, "declared": False}, {}]
    assert standings(check, *changes) == [False, True, False]


@pytest.mark.parametrize(
    "looks_further",
    [
        lambda facts: facts.member == "Dr Some",
        lambda facts: facts.member in {"Dr Some"},
        lambda facts: facts.member.startswith("Dr S"),
        lambda facts: len(facts.member) == 7,
        lambda facts: "Some" in facts.member,
        lambda facts: " ".join([facts.member]) == "Dr Some",
        lambda facts: facts.member + "" == "Dr Some",
        lambda facts: facts.on.year == 2017,
        lambda facts: sorted([facts.member, "Dr A"])[0] == "Dr A",
    ],
)
def test_what_turns_on_a_text_or_a_day_is_asked_of_every_unit(looks_further: Any) -> None:
    def check(facts: ConflictFacts) -> Outcome:
        return met() if looks_further(facts) else not_met("other")

    assert standings(check, {"member": "Dr Some"}, {"member": "Dr Else"}, {"member": "Dr Some"}) == [True] * 3


def test_a_caught_look_further_is_still_asked() -> None:
    def check(facts: ConflictFacts) -> Outcome:
        try:
            return met(f"{facts.on.year}")
        except Exception:
            return met()

    assert standings(check, {}, {}) == [True, True]


@pytest.mark.parametrize("empty", [None, ""])
def test_whether_a_text_is_there_tells_units_apart(empty: str | None) -> None:
    def check(facts: ConflictFacts) -> Outcome:
        return met(f"{facts.reason}") if facts.reason else not_met("no reason")

    assert standings(check, {"reason": "agreed"}, {"reason": "other"}, {"reason": empty}) == [False, False, True]


def test_a_crash_is_asked_of_every_unit_and_the_others_keep_their_answers() -> None:
    def crash(facts: ConflictFacts) -> Outcome:
        raise ZeroDivisionError

    panel = Panel([posed(crash), posed(lambda facts: met(), like="MTG-06")])
    for _ in range(2):
        standing = panel.standing(ConflictFacts(on=DAYS[3]))
        assert [one.rule.id for one in standing.asked] == ["MTG-07"]
        assert standing.quiet == (("MTG-06", RuleOutcome.MET),)


def test_a_unit_with_a_ruling_is_asked_what_the_ruling_waives() -> None:
    assert standings(lambda facts: met(), {}, {"ruling": "stays, by the chair"}, {}) == [False, True, False]


def test_no_version_in_force_is_counted_without_asking() -> None:
    rule = rulebook().rules["MTG-07"]
    panel = Panel([Posed(rule, all_checks()[rule.check], None)])
    assert panel.standing(ConflictFacts(on=DAYS[0])).quiet == (("MTG-07", RuleOutcome.NOT_IN_FORCE),)


def test_layers_are_the_same_facts_and_stand_alike() -> None:
    meeting = Layer(MeetingFacts, {"on": DAYS[3], "stage": Stage.HELD})
    items = [Layer(ItemFacts, {"item": name, "decision_taken": True}, meeting) for name in ("7 One", "8 Two")]
    layered = [Layer(ConflictFacts, {"member": "Dr Some", "took_part": None}, item) for item in items]
    whole = ConflictFacts(on=DAYS[3], stage=Stage.HELD, item="7 One", decision_taken=True, member="Dr Some")
    assert layered[0].whole() == whole

    def check(facts: ConflictFacts) -> Outcome:
        return met(facts.item + "") if facts.stage is Stage.BEFORE else not_met() if facts.took_part else met()

    panel = Panel([posed(check)])
    assert panel.standing(layered[0]) is panel.standing(layered[1])
    later = Layer(ConflictFacts, {"member": "Dr Some", "took_part": True}, items[0])
    assert panel.standing(later).asked


def test_other_checks_learn_for_themselves() -> None:
    checks = all_checks()
    own = {**checks, "participation": replace(checks["participation"], run=lambda facts, params: met())}
    assert panels_of(rulebook(), checks) is panels_of(rulebook(), dict(checks))
    assert panels_of(rulebook(), checks) is not panels_of(rulebook(), own)


def test_a_rule_that_a_body_switched_off_is_not_asked() -> None:
    one = posed(lambda facts: not_met("never asked"))
    assert one.version is not None
    panel = Panel([replace(one, version=replace(one.version, off=True))])
    assert panel.standing(ConflictFacts(on=DAYS[3])).quiet == (("MTG-07", RuleOutcome.NOT_APPLICABLE),)
