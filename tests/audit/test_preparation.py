"""A meeting looked at by itself carries who is expected, what they hold, and what the papers show as prepared."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from cli_runs import case_folder

from coi_audit import app, paths
from coi_audit.model.audit import Audit
from coi_audit.model.preparation import Preparation
from coi_audit.model.words import Action, Role
from coi_audit.report.as_json import json_text

ATTENDANCE = """\
Name,Expected (yes/no),Deputy,Papers withheld
Ruth Penhale,yes,,
Sunita Kaur,no,Owen Tranter,
Dr Piers Antrobus,yes,,3
Clara Whitlock,yes,,
"""
ENDED = """\
Graham Tolley,Lay Member,Director,Longgone Ltd,Financial,Direct,01/04/2010,01/02/2017,,01/10/2016
Graham Tolley,Lay Member,Director,Lately Ltd,Financial,Direct,01/04/2010,01/02/2018,,01/10/2016
"""
DECISIONS = """\
- {person: Dr Piers Antrobus, item: "3", action: leave, reason: His own surgery., authority: chair, on: 2018-02-20}
- {person: Ruth Penhale, item: "3", action: note, authority: guardian, on: 2018-02-20, expires: 2018-03-01}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = case_folder(
        tmp_path_factory.mktemp("case") / "aberwick", item="Millrace Surgery: rent review (for decision)"
    )
    place = made / "meetings" / "2018-03-06-pccc"
    (place / "attendance.csv").write_text(ATTENDANCE, encoding="utf-8")
    (place / "decisions.yaml").write_text(DECISIONS, encoding="utf-8")
    register = made / "register 2017-10.csv"
    register.write_text(register.read_text(encoding="utf-8") + ENDED, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def checked(folder: Path) -> Audit:
    return app.check_meeting(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 2, 27))


@pytest.fixture(scope="module")
def prepared(checked: Audit) -> Preparation:
    found = checked.meetings[0].preparation
    assert found is not None
    return found


def test_everybody_expected_is_there_with_post_vote_and_chair(prepared: Preparation) -> None:
    by_name = {one.person.name: one for one in prepared.attending}
    assert set(by_name) == {"Ruth Penhale", "Graham Tolley", "Owen Tranter", "Dr Piers Antrobus", "Clara Whitlock"}
    chair, vice, deputy = by_name["Ruth Penhale"], by_name["Graham Tolley"], by_name["Owen Tranter"]
    assert (chair.chair, chair.vice_chair, chair.title) == (True, False, "Lay Member for Governance")
    assert (vice.chair, vice.vice_chair) == (False, True)
    assert (deputy.deputising_for, deputy.role, deputy.voting) == ("Sunita Kaur", Role.EXECUTIVE, True)
    assert deputy.title == ""  # the post is that of whoever is away
    assert not by_name["Clara Whitlock"].member


def test_each_has_their_interests_or_their_nil_return_with_its_cell(prepared: Preparation) -> None:
    by_name = {one.person.name: one for one in prepared.attending}
    (own,) = by_name["Dr Piers Antrobus"].interests
    assert own.organisation_name == "Millrace Surgery"
    assert own.interest is not None
    assert own.interest.source.place().startswith("register 2017-10.csv")
    nil = by_name["Ruth Penhale"].nil_return
    assert nil is not None
    assert nil.on == date(2017, 10, 1)
    assert by_name["Clara Whitlock"].nil_return is None


def test_what_is_withheld_and_ruled_already_is_there_and_a_ruling_that_has_expired_is_not(
    prepared: Preparation,
) -> None:
    assert [(one.person, one.items) for one in prepared.withheld] == [("Dr Piers Antrobus", ("3",))]
    assert [(one.person, one.ruling.action) for one in prepared.rulings] == [("Dr Piers Antrobus", Action.LEAVE)]
    assert prepared.quorum is not None
    assert prepared.quorum.members == 3
    assert [file for file, _ in prepared.circulated] == ["meetings/2018-03-06-pccc/agenda.txt"]


def test_an_interest_that_ended_long_before_is_left_out_and_one_that_ended_lately_is_not(
    prepared: Preparation,
) -> None:
    (tolley,) = [one for one in prepared.attending if one.person.name == "Graham Tolley"]
    assert [one.organisation_name for one in tolley.interests] == ["Lately Ltd"]


def test_an_audit_of_a_period_carries_none_and_the_json_is_as_it_was(folder: Path, checked: Audit) -> None:
    whole = app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 2, 27))
    assert [one.preparation for one in whole.meetings] == [None]
    assert "preparation" not in json.loads(json_text(checked))["meetings"][0]
