"""What is tried out at the desk gives what a check gives once it is saved and read anew."""

from __future__ import annotations

import random
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import process_time

import pytest

from benchmarks.large_body import DAY, write_large_body
from coi_audit import paths
from coi_audit.app.desk.attendance_list import checked_deputy, list_file, list_text
from coi_audit.app.desk.bodies import KnownBody
from coi_audit.app.desk.case import DeskCase, DeskCases
from coi_audit.app.desk.rulings_file import NewRuling, rulings_file, rulings_mark, save_ruling
from coi_audit.app.desk.trying import day_findings, day_tried, save_attendance
from coi_audit.app.desk.what_if import Seat, TriedRuling, WhatIf, what_if_of
from coi_audit.audit.run import Request
from coi_audit.errors import UserError
from coi_audit.model.audit import MeetingAudit
from coi_audit.model.words import Action
from coi_audit.readers.case_folder import read_case


def opened(folder: Path, as_of: str) -> DeskCase:
    """The folder at a desk, read."""
    cases = DeskCases(rules=paths.rules_folder(), organisations=None, today=lambda: date.fromisoformat(as_of))
    case = cases.of(KnownBody(str(folder), folder.name))
    assert case.shelf.ready(120)
    return case


@pytest.fixture(scope="module")
def northfield(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample with two of its meetings: one still to be held, one with minutes."""
    folder = tmp_path_factory.mktemp("tried") / "northfield"
    shutil.copytree(paths.sample_data_folder() / "northfield-ccg", folder)
    for one in (folder / "meetings").iterdir():
        if one.name not in ("2018-02-06-pccc", "2017-12-05-pccc"):
            shutil.rmtree(one)
    return folder


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_large_body(tmp_path_factory.mktemp("tried") / "farrowdale")


def bare(audit: MeetingAudit) -> MeetingAudit:
    """Without the rules raised, which a meeting tried out does not ask, and without where a ruling is written."""
    items = tuple(
        replace(one, conflicts=tuple(replace(each, rule_ids=(), later=None) for each in one.conflicts))
        for one in audit.items
    )
    preparation = audit.preparation
    assert preparation is not None
    place = {"source": audit.items[0].item.source}
    rulings = tuple(replace(one, ruling=one.ruling.model_copy(update=place)) for one in preparation.rulings)
    return replace(audit, items=items, preparation=replace(preparation, rulings=rulings))


@pytest.mark.parametrize(
    ("sample", "on", "as_of"), [("northfield", "2018-02-06", "2018-01-15"), ("large", DAY, "2018-03-01")]
)
def test_whatever_is_tried_out_comes_out_so_once_it_is_saved(
    sample: str, on: str, as_of: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    day, source = date.fromisoformat(on), request.getfixturevalue(sample)
    desk, chance = opened(source, as_of), random.Random(20180206)
    for number in range(3):
        seats = day_tried(desk, day, WhatIf()).meetings[0].seats
        moved = [Seat(0, one.mark) for one in chance.sample(seats, 1 + 2 * number)]
        names = ["Dr Nia Tallis", desk.case.registers[-1].people[0], ""]
        deputies = tuple((seat, chance.choice(names)) for seat in moved)
        what_if = WhatIf(away=frozenset(moved[::2]), here=frozenset(moved[1::2]), deputies=deputies)
        assert what_if_of([tuple(part) for part in _pairs(what_if.query())]) == replace(
            what_if, deputies=tuple(sorted(deputies))
        )
        tried = day_tried(desk, day, what_if).meetings[0]
        folder = tmp_path / str(number)
        shutil.copytree(source, folder)
        (folder / list_file(desk.case, tried.saved)).write_text(list_text(tried.now), encoding="utf-8")
        saved = desk.audit_of(read_case(folder), Request(desk.as_of, only=frozenset({day})))
        assert bare(saved.meetings[0]) == bare(tried.audit)


def _pairs(query: str) -> list[tuple[str, str]]:
    from urllib.parse import parse_qsl

    return parse_qsl(query, keep_blank_values=True)


def test_a_ruling_tried_out_is_the_ruling_recorded(northfield: Path, tmp_path: Path) -> None:
    desk, day = opened(northfield, "2018-01-15"), date(2018, 2, 6)
    meeting = day_tried(desk, day, WhatIf()).meetings[0]
    conflict = next(item for item in meeting.audit.items if item.conflicts)
    person = conflict.conflicts[0].holding.person
    seat = Seat(0, next(one.mark for one in meeting.seats if one.name == person.name))
    what_if = WhatIf(rulings=(TriedRuling(seat, conflict.item.number, Action.LEAVE),))
    tried = day_tried(desk, day, what_if).meetings[0]
    folder = tmp_path / "saved"
    shutil.copytree(northfield, folder)
    file = rulings_file(desk.case, meeting.saved)
    new = NewRuling(person.name, conflict.item.number, Action.LEAVE)
    save_ruling(folder, file, new, names=person.names, mark=rulings_mark(folder, file))
    saved = desk.audit_of(read_case(folder), Request(desk.as_of, only=frozenset({day})))
    assert bare(saved.meetings[0]) == bare(tried.audit)


def test_a_saved_list_stands_instead_of_the_paper_it_came_from(northfield: Path, tmp_path: Path) -> None:
    folder = tmp_path / "northfield"
    shutil.copytree(northfield, folder)
    desk, day = opened(folder, "2018-01-15"), date(2018, 2, 6)
    seat = next(one for one in day_tried(desk, day, WhatIf()).meetings[0].seats if one.expected)
    tried = day_tried(desk, day, WhatIf(away=frozenset({Seat(0, seat.mark)}))).meetings[0]
    save_attendance(desk, tried)
    case = read_case(folder)
    (meeting,) = [one for one in case.meetings if one.on == day]
    assert {one.source.file for one in meeting.expected} == {"meetings/2018-02-06-pccc/attendance.csv"}
    assert [one.name for one in meeting.expected if not one.expected and one.name == seat.name]
    assert any("stands instead of meetings/2018-02-06-pccc/attendance.xlsx" in one for one in case.notices)


def test_nothing_is_written_behind_a_link_out_of_the_folder(northfield: Path, tmp_path: Path) -> None:
    folder, elsewhere = tmp_path / "northfield", tmp_path / "elsewhere"
    shutil.copytree(northfield, folder)
    desk = opened(folder, "2018-01-15")
    tried = day_tried(desk, date(2018, 2, 6), WhatIf()).meetings[0]
    home = folder / "meetings/2018-02-06-pccc"
    shutil.move(home, elsewhere)
    home.symlink_to(elsewhere)
    with pytest.raises(UserError, match="cannot be written to"):
        save_attendance(desk, tried)
    assert not (elsewhere / "attendance.csv").exists()


@pytest.mark.parametrize("written", ["=HYPERLINK(1)", "+44", "@name", "-1", "12"])
def test_a_deputy_is_a_name_and_no_formula(written: str) -> None:
    with pytest.raises(UserError, match="not a name"):
        checked_deputy(written)


def test_a_deputy_called_nobody_is_nobody() -> None:
    assert checked_deputy("  none ") == ""
    assert checked_deputy(" Dr  Jo Marsh") == "Dr Jo Marsh"


@pytest.mark.parametrize(
    "written", ["away=x", "away=0~zzzzzzzz", "away=999~abcdef01", "ruling=0~abcdef01~6~dance", "ruling=0~abcdef01"]
)  # fmt: skip
def test_what_is_not_understood_in_an_address_changes_nothing(written: str) -> None:
    assert not what_if_of(_pairs(written))


def test_what_is_raised_beside_a_reason_is_what_a_check_raises(northfield: Path) -> None:
    desk, day = opened(northfield, "2018-01-15"), date(2017, 12, 5)
    whole = [one for one in desk.meeting(day).findings if one.person and one.item and one.meeting == day]
    raised = [one for one in day_findings(desk, day, WhatIf()) if one.person and one.item]
    assert whole
    assert raised == whole


def test_a_tick_is_followed_at_once(large: Path) -> None:
    desk, day = opened(large, "2018-03-01"), date.fromisoformat(DAY)
    seats, taken = day_tried(desk, day, WhatIf()).meetings[0].seats, []
    for one in seats[:6]:
        began = process_time()
        day_tried(desk, day, WhatIf(away=frozenset({Seat(0, one.mark)})))
        taken.append(process_time() - began)
    assert min(taken) < 0.1  # seconds of one processor, for 20 items and 15 members


@pytest.mark.parametrize("apart", [True, False])
def test_two_committees_of_one_day_each_keep_their_list(tmp_path: Path, apart: bool) -> None:
    folder = write_large_body(tmp_path / "farrowdale", items=3, members=5)
    body = (folder / "body.yaml").read_text(encoding="utf-8")
    board = "  - {name: Governing Body, kind: governing_body, members: [{name: Kim Abney, role: lay, voting: true}]}\n"
    (folder / "body.yaml").write_text(body.replace("organisations:", f"{board}organisations:"), encoding="utf-8")
    home = folder / f"meetings/{DAY}-pccc"
    other = folder / f"meetings/{DAY}-gb" if apart else home
    other.mkdir(exist_ok=True)
    agenda = "Governing Body\nNHS Farrowdale CCG\nAgenda\n13 March 2018\n\n1. Annual plan (for decision)\n"
    (other / "agenda governing body.txt").write_text(agenda, encoding="utf-8")
    desk, day = opened(folder, "2018-03-01"), date.fromisoformat(DAY)
    meetings = day_tried(desk, day, WhatIf()).meetings
    assert [one.audit.committee for one in meetings] == ["Governing Body", "Primary Care Commissioning Committee"]
    gone = WhatIf(away=frozenset({Seat(0, meetings[0].seats[0].mark)}))
    tried = day_tried(desk, day, gone).meetings
    assert tried[0].audit.apologies == ("Kim Abney",)
    assert tried[1].audit.apologies == ()
    save_attendance(desk, tried[0])
    saved = {one.committee: one.expected for one in read_case(folder).meetings}
    assert [one.name for one in saved["Governing Body"]] == ["Kim Abney"]
    assert saved["Primary Care Commissioning Committee"] == ()


def test_signs_that_nobody_sees_come_into_no_list() -> None:
    seat = Seat(0, "abcdef01")
    assert what_if_of([("deputy", "0~abcdef01~Jo\x00\r\n Bracewell\u202e")]).deputies == ((seat, "Jo Bracewell"),)
