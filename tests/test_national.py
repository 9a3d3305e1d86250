"""`national`: every body side by side, one failing body stopping none, and only what changed audited anew."""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from small_case import AS_OF, REGISTER, run, small_case

from coi_audit import app, paths
from coi_audit.app import national_body as use_case
from coi_audit.audit.side_by_side import outliers, shared_organisations, shared_people, side_by_side
from coi_audit.errors import ExitCode, RulebookError, UserError
from coi_audit.model.case import Case
from coi_audit.model.national import BodyState, BodySummary, National, Tie
from coi_audit.model.words import Handling


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two bodies, and a third whose body.yaml cannot be read, with what a first run left."""
    place = tmp_path_factory.mktemp("national")
    for name in ("alder", "birch", "cedar"):
        small_case(place / "bodies" / name)
        body = place / "bodies" / name / "body.yaml"
        body.write_text(body.read_text(encoding="utf-8").replace("Northfield", name.title(), 1), encoding="utf-8")
    (place / "bodies" / "cedar" / "body.yaml").write_text("name: [", encoding="utf-8")
    look(place)
    return place


@pytest.fixture
def bodies(three: Path, tmp_path: Path) -> Path:
    """A copy, to be changed."""
    return Path(shutil.copytree(three, tmp_path / "copy"))


def look(place: Path, *, workers: int = 1, as_of: str = AS_OF) -> National:
    request = app.NationalRequest(paths.rules_folder(), None, date.fromisoformat(as_of), workers=workers)
    return app.audit_bodies([place / "bodies"], place / "out", request=request)


def states(found: National) -> dict[str, str]:
    return {Path(one.folder).name: one.state.value for one in found.bodies}


def test_one_failing_body_stops_none(bodies: Path) -> None:
    shutil.rmtree(bodies / "out")
    found = look(bodies)
    assert states(found) == {"alder": "audited", "birch": "audited", "cedar": "failed"}
    (failed,) = found.failed
    assert "body.yaml" in failed.problem
    assert all(one.not_met and one.meetings == 2 for one in found.audited)
    assert app.exit_code_of_national(found) is ExitCode.INCOMPLETE


def test_what_has_not_changed_is_not_audited_again(bodies: Path) -> None:
    moved = look(bodies)
    assert states(moved) == {"alder": "unchanged", "birch": "unchanged", "cedar": "failed"}


@pytest.mark.parametrize("change", ["paper", "new paper", "date", "cut short"])
def test_whatever_changed_is(bodies: Path, change: str) -> None:
    if change == "paper":
        path = bodies / "bodies" / "alder" / REGISTER
        path.write_bytes(path.read_bytes() + b"\0")
    elif change == "new paper":
        (bodies / "bodies" / "alder" / "more.txt").write_text("More.", encoding="utf-8")
    elif change == "cut short":
        (bodies / "out" / "alder" / "state.json").unlink()
    found = look(bodies, as_of="2018-01-16" if change == "date" else AS_OF)
    assert states(found)["alder"] == "audited"
    assert states(found)["birch"] == ("audited" if change == "date" else "unchanged")


def test_a_run_that_was_cut_short_goes_on_where_it_stopped(bodies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = look(bodies)
    shutil.rmtree(bodies / "out")
    audited: list[str] = []
    real = use_case.read_case

    def cut(folder: Path) -> Case:
        if len(audited) == 1:
            raise KeyboardInterrupt
        audited.append(folder.name)
        return real(folder)

    monkeypatch.setattr(use_case, "read_case", cut)
    with pytest.raises(KeyboardInterrupt):
        look(bodies)
    monkeypatch.setattr(use_case, "read_case", real)
    again = look(bodies)
    assert sorted(states(again).items()) == [("alder", "unchanged"), ("birch", "audited"), ("cedar", "failed")]
    alike = [replace(one, state=BodyState.AUDITED) for one in again.audited]
    assert alike == [replace(one, state=BodyState.AUDITED) for one in whole.audited]


def test_a_fault_of_ours_is_told_and_stops_no_other(bodies: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(bodies / "out")
    real = use_case.read_case

    def faulty(folder: Path) -> Case:
        if folder.name == "alder":
            raise ZeroDivisionError
        return real(folder)

    monkeypatch.setattr(use_case, "read_case", faulty)
    found = look(bodies)
    assert states(found) == {"alder": "failed", "birch": "audited", "cedar": "failed"}
    assert any("ZeroDivisionError" in one.problem for one in found.failed)


def test_the_command_writes_the_picture(bodies: Path) -> None:
    told = run("national", bodies / "bodies", "--out", bodies / "out", "--as-of", AS_OF, "--json")
    assert told.code == ExitCode.INCOMPLETE
    assert json.loads((bodies / "out" / "national.json").read_text(encoding="utf-8")) == told.document
    assert sorted(one["state"] for one in told.document["bodies"]) == ["failed", "unchanged", "unchanged"]
    assert told.document["commonest_findings"][0]["bodies"]
    shown = run("national", bodies / "bodies", "--out", bodies / "out", "--as-of", AS_OF)
    assert "could not be audited" in shown.out


def test_a_faulty_rulebook_ends_the_run_and_is_no_bodys_fault(bodies: Path, tmp_path: Path) -> None:
    (tmp_path / "rules").mkdir()
    with pytest.raises(RulebookError):
        app.audit_bodies(
            [bodies / "bodies"],
            bodies / "out",
            request=app.NationalRequest(tmp_path / "rules", None, date.min, workers=1),
        )


def test_a_folder_without_bodies_is_said_to_have_none(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="no case folder"):
        app.audit_bodies(
            [tmp_path], tmp_path / "out", request=app.NationalRequest(paths.rules_folder(), None, date.min)
        )


def body(
    name: str, *, handling: dict[str, int] | None = None, people: Sequence[str] = (), ties: Sequence[Tie] = ()
) -> BodySummary:
    return BodySummary(
        folder=name, name=name, state=BodyState.AUDITED, handling=handling or {}, people=tuple(people), ties=tuple(ties)
    )


def test_a_body_far_from_the_others_stands_out_and_no_other_does() -> None:
    usual = [body(f"B{number}", handling={Handling.MANAGED: 18, Handling.NOT_DECLARED: 2}) for number in range(6)]
    far = body("Far", handling={Handling.MANAGED: 4, Handling.NOT_DECLARED: 16})
    few = body("Few", handling={Handling.NOT_DECLARED: 4})
    (found,) = outliers([*usual, far, few])
    assert (found.body, found.share, found.usual) == ("Far", 0.8, 0.1)
    assert outliers([*usual[:3], far]) == ()


def test_full_names_at_several_tables_are_leads_and_initials_are_not() -> None:
    found = shared_people([body("A", people=["Dr Jane Vale", "J Ashe"]), body("B", people=["Jane Vale", "J Ashe"])])
    assert [(one.name, one.bodies) for one in found] == [("Dr Jane Vale", ("A", "B"))]


def test_organisations_of_several_bodies_are_named_with_whose_they_are() -> None:
    one = body("A", ties=[Tie("Dr Vale", "Fern Care Ltd", None), Tie("Dr Ashe", "Oak Surgery", "Z1")])
    other = body("B", ties=[Tie("Mr Tern", "Fern Care Limited", None), Tie("Ms Moor", "Elm Surgery", "Z2")])
    (found,) = shared_organisations([one, other])
    assert (found.bodies, found.people) == (("A", "B"), ("Dr Vale", "Mr Tern"))


def test_a_failed_body_counts_for_nothing_but_its_name() -> None:
    failed = BodySummary(folder="x", name="X", state=BodyState.FAILED, problem="no papers")
    found = side_by_side([failed], as_of=date.min, as_of_given=True, tool_version="0", rulebook_sha256="0")
    assert (found.audited, found.failed, found.common) == ((), (failed,), ())
    assert app.exit_code_of_national(found) is ExitCode.UNUSABLE
