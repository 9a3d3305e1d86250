"""Invented bodies by the dozen: the same bytes each time, the published rates, and audited nationally to the letter."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from small_case import AS_OF, small_case

from coi_audit import app, paths
from coi_audit.app.national import case_folders
from coi_audit.model.national import BodyState, National

SAMPLE = Path(__file__).resolve().parents[1] / "sample_data"
sys.path.insert(0, str(SAMPLE))

import make_bodies as maker  # noqa: E402
from many import rates  # noqa: E402
from many.nouns import Deed, Plan  # noqa: E402
from many.plan import plan_of  # noqa: E402

MANY = 74


@cache
def plans() -> tuple[Plan, ...]:
    return tuple(plan_of(number, 7) for number in range(300))


@pytest.fixture(scope="module")
def four(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("four")
    maker.make_bodies(4, 1, place / "bodies", workers=1)
    return place


@pytest.fixture(scope="module")
def audited(four: Path) -> National:
    found = app.audit_bodies([four / "bodies"], four / "out", request=asked())
    app.write_national(found, four / "out", rules=paths.rules_folder())
    return found


def asked() -> app.NationalRequest:
    return app.NationalRequest(paths.rules_folder(), None, maker.AS_OF, workers=1)


def hashes(folder: Path) -> dict[str, str]:
    files = sorted(one for one in folder.rglob("*") if one.is_file())
    return {str(one.relative_to(folder)): hashlib.sha256(one.read_bytes()).hexdigest() for one in files}


def test_a_body_is_the_same_bytes_however_many_there_are(four: Path, tmp_path: Path) -> None:
    plan = maker.make_body(2, 1, tmp_path)
    name = maker.folder_name(plan)
    assert hashes(tmp_path / name) == hashes(four / "bodies" / name)


def test_another_seed_gives_other_bodies() -> None:
    assert not {plan_of(number, 1).name for number in range(9)} & {plan_of(number, 2).name for number in range(9)}


def test_the_published_rates_hold() -> None:
    members = Counter(one.role for plan in plans() for one in plan.members)
    deeds = Counter(touch.deed for plan in plans() for item in business(plan) for touch in item.touches)
    contracts = [bool(one.touches) for plan in plans() for one in business(plan) if one.kind == "contract"]
    gifts = [one.registered for plan in plans() for one in plan.gifts]
    majority = [any(one.kind == "alliance" for one in business(plan)) for plan in plans()]
    for got, wanted, slack in (
        (members["gp"] / members.total(), rates.GP_SHARE, 0.02),
        (deeds[Deed.THIN] / deeds.total(), rates.TOO_THIN, 0.03),
        (sum(contracts) / len(contracts), rates.CONFLICTED_CONTRACT, 0.02),
        (1 - sum(gifts) / len(gifts), rates.GIFT_UNDECLARED, 0.05),
        (sum(majority) / len(majority), rates.in_a_year(rates.MAJORITY_OUT, rates.MONTHS_OF_MAJORITY_OUT), 0.05),
    ):
        assert abs(got - wanted) < slack, (got, wanted)


def business(plan: Plan) -> Iterator[Any]:
    return (item for sitting in plan.sittings for item in sitting.business)


def test_names_are_nobodys_twice_but_for_those_who_sit_on_two_bodies() -> None:
    seats = Counter(one.name.full for plan in plans()[:MANY] for one in plan.members)
    twice = sorted(number for number in seats.values() if number > 1)
    assert set(twice) == {2}
    assert 10 <= len(twice) <= 20


def test_no_body_or_practice_bears_a_real_name(dev_data: Path) -> None:
    with (dev_data / "ccgs.csv").open(encoding="utf-8") as stream:
        real = {row[name].casefold() for row in csv.DictReader(stream) for name in row if name.startswith("name")}
    with gzip.open(dev_data / "gp_practices_2019-12.csv.gz", "rt", encoding="utf-8") as practices:
        real |= {row["name"].casefold() for row in csv.DictReader(practices)}
    invented = {name.casefold() for plan in plans() for name in (plan.name, *plan.practices)}
    assert not invented & real


def test_four_bodies_are_audited_to_the_letter(four: Path, audited: National) -> None:
    planted = json.loads((four / "bodies" / maker.PLANTED).read_text(encoding="utf-8"))["bodies"]
    assert [Path(one.folder).name for one in audited.failed] == [one["folder"] for one in planted if one["broken"]]
    for body in planted:
        if body["broken"]:
            continue
        audit = json.loads((four / "out" / body["folder"] / "audit.json").read_text(encoding="utf-8"))
        assert found_in(audit) == planted_in(body), body["folder"]
    shared = Counter(name for body in planted if not body["broken"] for name in body["people"])
    assert {one.name for one in audited.people} == {name for name, times in shared.items() if times > 1}


def found_in(audit: dict[str, Any]) -> Counter[tuple[str, ...]]:
    """Every conflict that asks for action, with how it was handled."""
    return Counter(
        (meeting["date"], item["title"], one["person"], one["interest"]["organisation"], one["handling"])
        for meeting in audit["meetings"]
        for item in meeting["items"]
        for one in item["conflicts"]
        if one["required_action"] != "note"
    )


def planted_in(body: dict[str, Any]) -> Counter[tuple[str, ...]]:
    def handling(one: dict[str, Any]) -> str:
        return str(one["deed"]) if one["minuted"] else Deed.THIN.value

    conflicts = body["conflicts"]
    return Counter((one["date"], one["title"], one["person"], one["organisation"], handling(one)) for one in conflicts)


def test_run_again_nothing_is_done_and_the_papers_are_the_same_bytes(four: Path, audited: National) -> None:
    before = hashes(four / "out")
    again = app.audit_bodies([four / "bodies"], four / "out", request=asked())
    app.write_national(again, four / "out", rules=paths.rules_folder())
    after = hashes(four / "out")
    assert [one.state.value for one in again.audited] == ["unchanged"] * len(audited.audited)
    assert {name for name in before if before[name] != after[name]} == {"national.json"}  # it tells of this run


def test_the_summary_report_can_be_looked_at_again(four: Path, audited: National, tmp_path: Path) -> None:
    report, rules = four / "out" / "national.pdf", paths.rules_folder()
    alone = app.verify_report(report, None, rules=rules, organisations=None)
    assert (alone.whole.value, alone.agrees.value, alone.rules) == ("yes", "not asked", ())
    small_case(tmp_path / "other")
    differs = app.verify_report(report, tmp_path, rules=rules, organisations=None)
    assert differs.agrees.value == "no"
    assert len(audited.bodies) + 1 <= len(differs.differences)


def killed_half_way(bodies: Path, out: Path, *options: str) -> dict[str, int]:
    """Start the command, end it and all its processes at the first sign of a body done; the moment each was written."""
    words = [sys.executable, "-c", "from coi_audit.cli import main; main()", "national", bodies, "--out", out, *options]
    process = subprocess.Popen(words, start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    while not list(out.glob("*/state.json")):
        try:
            process.wait(timeout=0.02)
            raise AssertionError("it ended before it could be killed")
        except subprocess.TimeoutExpired:
            continue
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    return moments(out)


def moments(out: Path) -> dict[str, int]:
    """When the audit of each body that counts as done was written."""
    return {one.parent.name: (one.parent / "audit.json").stat().st_mtime_ns for one in sorted(out.glob("*/state.json"))}


def ends_without_doing_twice(bodies: Path, out: Path, request: app.NationalRequest, *options: str) -> National:
    """Kill a run, run again, and give the picture of the second."""
    done = killed_half_way(bodies, out, *options)
    folders = case_folders([bodies])
    assert 0 < len(done) < len(folders)
    found = app.audit_bodies([bodies], out, request=request)
    states = {Path(one.folder).name: one.state.value for one in found.audited}
    assert {name for name, state in states.items() if state == "unchanged"} == set(done)
    assert len(states) + len(found.failed) == len(folders)
    after = moments(out)
    assert set(after) == set(states)
    assert all(after[name] == moment for name, moment in done.items())
    assert not set(done) & {one.parent.name for one in out.rglob("*.part")}
    return found


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")
def test_killed_half_way_it_finishes_without_doing_twice_what_was_done(tmp_path: Path) -> None:
    for number in range(5):
        small_case(tmp_path / "bodies" / f"body-{number}")
    request = app.NationalRequest(paths.rules_folder(), None, maker.AS_OF.fromisoformat(AS_OF), workers=1)
    found = ends_without_doing_twice(tmp_path / "bodies", tmp_path / "out", request, "--as-of", AS_OF)
    alike = [replace(one, folder="", state=BodyState.AUDITED) for one in found.audited]
    assert all(one == alike[0] for one in alike)  # one and the same body, audited in a pool's process and in this one


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "killpg"), reason="this system has no process groups")
def test_seventy_four_bodies_killed_and_started_again(tmp_path: Path) -> None:
    maker.make_bodies(MANY, 1, tmp_path / "bodies")
    day = maker.AS_OF.isoformat()
    request = app.NationalRequest(paths.rules_folder(), None, maker.AS_OF, reports=True)
    ends_without_doing_twice(tmp_path / "bodies", tmp_path / "out", request, "--as-of", day, "--reports")
    planted = json.loads((tmp_path / "bodies" / maker.PLANTED).read_text(encoding="utf-8"))["bodies"]
    for body in (one for one in planted if not one["broken"]):
        audit = json.loads((tmp_path / "out" / body["folder"] / "audit.json").read_text(encoding="utf-8"))
        assert found_in(audit) == planted_in(body), body["folder"]
        assert (tmp_path / "out" / body["folder"] / "report.pdf").is_file()
