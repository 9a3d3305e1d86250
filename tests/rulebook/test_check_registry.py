"""Checks are found by their files, and a module that is not a proper check is not let in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

import coi_audit.checks
from coi_audit.checks import Check, all_checks, check_of
from coi_audit.model.fact_kinds import FACTS
from coi_audit.model.facts import EventFacts, MeetingFacts, MemberFacts
from coi_audit.model.outcome import Outcome, met
from coi_audit.model.words import Examines


def module(**contents: object) -> ModuleType:
    made = ModuleType("made")
    for name, value in contents.items():
        setattr(made, name, value)
    return made


@dataclass(frozen=True)
class Params:
    months: int


def of_member(facts: MemberFacts) -> Outcome:
    return met(facts.member)


def of_member_with(facts: MemberFacts, params: Params) -> Outcome:
    return met(f"{params.months}")


def of_meeting(facts: MeetingFacts) -> Outcome:
    return met()


def test_every_file_of_the_package_is_a_check_and_no_list_names_it() -> None:
    files = {path.stem for path in Path(coi_audit.checks.__path__[0]).glob("*.py") if not path.stem.startswith("_")}
    assert set(all_checks()) == files
    assert list(all_checks()) == sorted(files)


def test_a_check_runs_with_and_without_params() -> None:
    on = MemberFacts(on=date(2017, 1, 1), member="Dr Nia Frost")
    plain = check_of("plain", module(EXAMINES=Examines.MEMBER, check=of_member))
    assert plain == Check("plain", Examines.MEMBER, None, plain.run)
    assert plain.run(on, None) == met("Dr Nia Frost")
    fitted = check_of("fitted", module(EXAMINES=Examines.MEMBER, check=of_member_with, Params=Params))
    assert fitted.params is Params
    assert fitted.run(on, Params(6)) == met("6")


@pytest.mark.parametrize(
    ("contents", "words"),
    [
        ({"check": of_member}, "needs EXAMINES"),
        ({"EXAMINES": "member", "check": of_member}, "needs EXAMINES"),
        ({"EXAMINES": Examines.MEMBER}, "a function named check"),
        ({"EXAMINES": Examines.MEMBER, "check": of_meeting}, "must take facts: MemberFacts"),
        ({"EXAMINES": Examines.MEMBER, "check": of_member, "Params": Params}, "must take params: Params"),
        ({"EXAMINES": Examines.MEMBER, "check": of_member_with, "Params": str}, "must be a dataclass"),
    ],
)
def test_an_improper_check_is_refused(contents: dict[str, object], words: str) -> None:
    with pytest.raises(TypeError, match=words):
        check_of("made", module(**contents))


def test_a_check_may_look_at_less_than_its_unit_knows() -> None:
    made = check_of("made", module(EXAMINES=Examines.ITEM, check=of_meeting))
    assert made.examines is Examines.ITEM
    assert issubclass(FACTS[Examines.ITEM], EventFacts)
