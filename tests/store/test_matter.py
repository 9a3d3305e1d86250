"""One finding followed through kept audits, judgements and actions; and the histories as a person types for them."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from given_cases import APR, FEB, JAN, MAR, MATTER, OTHER, judgement, planned
from readings import by, folder, register_reading

from coi_audit.app.matter import matter_of
from coi_audit.cli import main
from coi_audit.errors import UserError
from coi_audit.model.given import ActionState, View
from coi_audit.model.kept import Anchor
from coi_audit.model.matter import MatterStep
from coi_audit.store.actions import Update, set_action, take
from coi_audit.store.audits import GivenOut, keep_audit
from coi_audit.store.judgements import judge
from coi_audit.store.keep import keep
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named

S = MatterStep


def given(
    on: date, *findings: dict[str, Any], waived: tuple[str, ...] = (), meetings: tuple[str, ...] = ()
) -> GivenOut:
    """An audit as it is kept, with just what a comparison reads of it."""
    told = {
        "schema_version": "1.0",
        "body": {"name": "NHS Larkmere CCG", "ods_code": "99Y"},
        "as_of": on.isoformat(),
        "opinion": {"level": "limited"},
        "findings": list(findings),
        "waived": [{"fingerprint": one} for one in waived],
        "meetings": [{"date": day, "committee": "Governing Body"} for day in meetings],
    }
    return GivenOut(json.dumps(told), on, Anchor(1, "a" * 64))


def finding(outcome: str = "not_met", number: str = MATTER, **about: str) -> dict[str, Any]:
    told = {"rule_id": "MTG-07", "title": "Took part", "severity": "high", "statement": "Ann Vale took part in item 4."}
    return {"fingerprint": number, "outcome": outcome, **told, **about}


@pytest.fixture
def place(tmp_path: Path) -> str:
    path = str(tmp_path / "store.sqlite3")
    store = open_store(path, create=True)
    keep(store, folder(register_reading("register.xlsx", {"Ann Vale": "Elm Surgery"})), on=JAN, by=by())
    store.close()
    return path


@pytest.fixture
def keeping(place: str) -> Callable[..., None]:
    """Keep audits, in the order given."""

    def kept(*audits: GivenOut) -> None:
        store = open_store(place)
        for number, one in enumerate(audits, start=1):
            keep_audit(store, body_named(store, None), one, on=APR, by=by(number))
        store.close()

    return kept


def told(place: str) -> list[tuple[date, MatterStep]]:
    return [(one.on, one.step) for one in matter_of(place, MATTER).moments]


def test_found_mended_and_found_again(place: str, keeping: Callable[..., None]) -> None:
    keeping(given(JAN, finding()), given(FEB, finding()), given(MAR), given(date(2018, 3, 9)), given(APR, finding()))
    assert told(place) == [(JAN, S.FOUND), (FEB, S.STILL_FOUND), (MAR, S.RESOLVED), (APR, S.FOUND_AGAIN)]
    found = matter_of(place, f" {MATTER.upper()} ")
    assert (found.found_first, found.found_last, found.resolved_on) == (JAN, APR, None)
    assert found.finding is not None
    assert found.finding.statement == "Ann Vale took part in item 4."


def test_resolved_keeps_its_day_and_nobody_looking_again_is_not_resolved(
    place: str, keeping: Callable[..., None]
) -> None:
    about = {"meeting": "2018-01-16", "committee": "Governing Body"}
    there = ("2018-01-16",)
    keeping(given(JAN, finding(**about), meetings=there), given(FEB), given(MAR, meetings=there), given(APR))
    assert told(place) == [(JAN, S.FOUND), (FEB, S.NOT_LOOKED_AT), (MAR, S.RESOLVED)]
    assert matter_of(place, MATTER).resolved_on == MAR
    assert matter_of(place, MATTER).stands is S.RESOLVED


def test_doubt_and_rulings_are_told(place: str, keeping: Callable[..., None]) -> None:
    keeping(given(JAN, finding("cannot_tell")), given(FEB, finding()), given(MAR, waived=(MATTER,)))
    assert told(place) == [(JAN, S.IN_DOUBT), (FEB, S.FOUND), (MAR, S.RULED)]


def test_judgements_and_actions_stand_in_the_line(place: str, keeping: Callable[..., None]) -> None:
    keeping(given(JAN, finding()), given(APR))
    store = open_store(place)
    body = body_named(store, None)
    judge(store, body, [judgement(View.AGREE, on=FEB, why="As minuted")], by=by(11))
    judge(store, body, [judgement(View.UNSURE, on=MAR, why="The chair recalls otherwise")], by=by(12))
    take(store, body, [planned("Log the matter.", MATTER), planned("Ask the guardian.", OTHER)], on=FEB, by=by(13))
    update = Update(owner="Sunita Kaur", due=MAR)
    set_action(store, body, 1, update, on=date(2018, 2, 8), by=by(14))
    set_action(store, body, 1, Update(state=ActionState.DONE), on=date(2018, 3, 5), by=by(15))
    set_action(store, body, 2, Update(owner="Somebody"), on=MAR, by=by(16))
    store.close()
    said = [one.said for one in matter_of(place, MATTER).moments]
    assert said[1:-1] == [
        "Ruth Penhale agrees: As minuted",
        "action 1: taken up: Log the matter",
        "action 1: owner Sunita Kaur; due 1 March 2018",
        "Ruth Penhale is unsure: The chair recalls otherwise",
        "action 1: done",
    ]
    assert next(one.until for one in matter_of(place, MATTER).moments if one.step is S.JUDGED) == MAR


def run(*typed: str) -> tuple[int, str]:
    done = CliRunner().invoke(main, list(typed))
    return done.exit_code, done.stdout + done.stderr


def test_the_command_tells_it_in_words_and_as_data(place: str, keeping: Callable[..., None]) -> None:
    keeping(given(JAN, finding()), given(MAR))
    code, words = run("history", "--matter", MATTER, "--store", place)
    assert code == 0
    assert "Resolved: no longer found on 1 March 2018; first found as at 1 January 2018." in " ".join(words.split())
    document = json.loads(run("history", "--matter", MATTER, "--store", place, "--json")[1])
    assert [one["step"] for one in document["moments"]] == ["found", "resolved"]
    assert document["resolved_on"] == "2018-03-01"
    assert document["finding"]["rule_id"] == "MTG-07"


def test_what_nothing_is_kept_of_is_said(place: str) -> None:
    with pytest.raises(UserError, match="nothing kept of NHS Larkmere CCG speaks"):
        matter_of(place, MATTER)
    assert run("history", "--matter", MATTER, "--person", "Ann", "--store", place)[0] == 2


def test_a_timeline_is_a_table_with_days_known_and_held(place: str) -> None:
    code, words = run("history", "--person", "ann vale", "--store", place)
    assert code == 0
    flat = " ".join(words.split())
    assert "Interests (1)" in flat
    assert "Memberships (1)" in flat
    assert "Elm Surgery" in flat
    assert "from 1 January" in flat
