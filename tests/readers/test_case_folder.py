"""A case folder read whole: papers find their meetings, and one bad file never stops the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from agenda_styles import private_apart, table_with_sections, two_parts
from docx_builder import Paper, write_text
from minutes_styles import annex_f, reference_numbers

from coi_audit.errors import UserError
from coi_audit.model.case import Case
from coi_audit.model.words import MinutesStatus
from coi_audit.readers.case_folder import read_case

BODY = """\
name: NHS Northfield CCG
ods_code: 99Z
kind: ccg
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    members:
      - {name: Margaret Hale, role: lay, chair: true}
      - {name: Dr Anil Rao, role: gp, practice: Elm Street Surgery}
"""
TWO_COMMITTEES = BODY + "  - {name: Audit Committee, kind: audit}\n"
DAY = "meetings/2017-09-05-pccc"


def register(path: Path) -> Path:
    book = openpyxl.Workbook()
    book.active.append(
        ["Name", "Position", "Declared interest", "Type of interest", "Nature of interest", "From", "To"]
    )
    book.active.append(
        ["Dr Anil Rao", "GP Member", "Elm Street Surgery", "Financial", "Partner", "01/04/2012", "current"]
    )
    book.save(path)
    return path


def case_in(folder: Path, *, body: str = BODY) -> Path:
    """A small case: body.yaml, a register and one meeting with agenda and minutes."""
    write_text(folder / "body.yaml", body)
    register(folder / "register 2017-04.xlsx")
    table_with_sections(folder / DAY)
    annex_f(folder / DAY)
    return folder


def problems(case: Case, file: str) -> list[str]:
    return [one.problem for one in case.rejected if one.file == file]


def test_a_whole_folder(tmp_path: Path) -> None:
    case = read_case(case_in(tmp_path))
    assert case.body.name == "NHS Northfield CCG"
    assert [one.file for one in case.registers] == ["register 2017-04.xlsx"]
    (meeting,) = case.meetings
    assert (meeting.on, meeting.committee, meeting.folder) == (
        date(2017, 9, 5),
        "Primary Care Commissioning Committee",
        DAY,
    )
    assert len(meeting.agendas[0].items) == 6
    assert case.rejected == ()
    assert [(one.path, one.kind) for one in case.inputs] == [
        ("body.yaml", "body"),
        (f"{DAY}/agenda.docx", "agenda"),
        (f"{DAY}/minutes.docx", "minutes"),
        ("register 2017-04.xlsx", "register"),
    ]
    assert all(len(one.sha256) == 64 and one.rows_read > 0 for one in case.inputs)


def test_progress_names_every_file(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    read_case(case_in(tmp_path), progress=lambda name, at, of: told.append((name, at, of)))
    assert told == [(f"{DAY}/agenda.docx", 1, 3), (f"{DAY}/minutes.docx", 2, 3), ("register 2017-04.xlsx", 3, 3)]


def test_two_readings_are_the_same(tmp_path: Path) -> None:
    assert read_case(case_in(tmp_path)) == read_case(tmp_path)


def test_no_such_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="there is no such folder"):
        read_case(tmp_path / "absent")


def test_a_file_in_place_of_a_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="this is a file, not a folder"):
        read_case(write_text(tmp_path / "agenda.txt", "Agenda"))


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"this folder is empty.*coi-audit new"):
        read_case(tmp_path)


def test_no_body_file(tmp_path: Path) -> None:
    table_with_sections(tmp_path / DAY)
    with pytest.raises(UserError, match=r"no body\.yaml.*coi-audit new"):
        read_case(tmp_path)


def test_public_and_private_parts_are_one_meeting(tmp_path: Path) -> None:
    folder = tmp_path / "meetings" / "2018-07-03"
    write_text(tmp_path / "body.yaml", BODY.replace("Northfield", "Larkhill"))
    two_parts(folder)
    private_apart(folder)
    reference_numbers(folder)
    (meeting,) = read_case(tmp_path).meetings
    assert [(one.file.rpartition("/")[2], one.private) for one in meeting.agendas] == [
        ("agenda.txt", False),
        ("agenda part 2.docx", True),
    ]
    assert meeting.minutes[0].private


def test_ratified_minutes_come_before_draft_ones(tmp_path: Path) -> None:
    case_in(tmp_path)
    text = (
        "{} minutes of the Primary Care Commissioning Committee, 5 September 2017\n"
        "Present: Margaret Hale (Chair)\n1. Welcome\nAll.\n"
    )
    write_text(tmp_path / DAY / "a draft.txt", text.format("Draft"))
    write_text(tmp_path / DAY / "z final.txt", text.format("Ratified"))
    (meeting,) = read_case(tmp_path).meetings
    assert [one.status for one in meeting.minutes] == [
        MinutesStatus.RATIFIED,
        MinutesStatus.UNSTATED,
        MinutesStatus.DRAFT,
    ]


def test_two_committees_on_one_day_are_two_meetings(tmp_path: Path) -> None:
    case_in(tmp_path, body=TWO_COMMITTEES)
    write_text(
        tmp_path / "meetings/2017-09-05-audit/agenda.txt",
        "Agenda\n5 September 2017\n1. Declarations of interest\n2. Internal audit plan - for approval\n",
    )
    meetings = read_case(tmp_path).meetings
    assert [one.committee for one in meetings] == ["Audit Committee", "Primary Care Commissioning Committee"]


def test_attendance_and_rulings_join_their_meeting(tmp_path: Path) -> None:
    case_in(tmp_path)
    write_text(tmp_path / DAY / "attendance.csv", "Name,Expected,Deputy,Papers withheld\nDr Anil Rao,yes,,3\n")
    write_text(tmp_path / DAY / "decisions.yaml", "- {person: Dr Anil Rao, item: 3, action: leave, authority: chair}\n")
    (meeting,) = read_case(tmp_path).meetings
    assert meeting.expected[0].papers_withheld == ("3",)
    assert meeting.rulings[0].item == "3"


def test_a_meeting_without_agenda_takes_its_items_from_the_minutes(tmp_path: Path) -> None:
    write_text(tmp_path / "body.yaml", BODY)
    annex_f(tmp_path / DAY)
    case = read_case(tmp_path)
    (agenda,) = case.meetings[0].agendas
    assert agenda.from_minutes
    assert [item.number for item in agenda.items] == ["1", "2", "3", "4", "5", "6", "7"]
    assert agenda.items[4].title == "Merger of Elm Street Surgery and Park View Practice"
    assert any("has no agenda in the folder" in notice for notice in case.notices)


def test_a_folder_whose_name_gives_another_day(tmp_path: Path) -> None:
    write_text(tmp_path / "body.yaml", BODY)
    table_with_sections(tmp_path / "meetings/2017-09-06-pccc")
    annex_f(tmp_path / "meetings/2017-09-06-pccc")
    case = read_case(tmp_path)
    assert [one.on for one in case.meetings] == [date(2017, 9, 5)]
    assert problems(case, "meetings/2017-09-06-pccc/agenda.docx") == [
        "the paper's own date differs from its folder's, 6 September 2017; 5 September 2017 was taken"
    ]


def test_the_last_meetings_minutes_among_the_papers_go_to_that_meeting(tmp_path: Path) -> None:
    case_in(tmp_path)
    folder = tmp_path / "meetings/2017-11-07-pccc"
    annex_f(folder)
    write_text(
        folder / "agenda.txt",
        "Agenda\nPrimary Care Commissioning Committee\n7 November 2017\n1. Welcome\n2. Rent review - for decision\n",
    )
    case = read_case(tmp_path)
    september, november = case.meetings
    assert len(september.minutes) == 2
    assert november.minutes == ()
    assert any("5 September 2017" in notice for notice in case.notices)


def test_a_paper_with_no_day_anywhere(tmp_path: Path) -> None:
    case_in(tmp_path)
    write_text(tmp_path / "meetings/some day/agenda.txt", "Agenda\n1. Welcome\n2. Rent review - for decision\n")
    assert "no meeting date was found" in problems(read_case(tmp_path), "meetings/some day/agenda.txt")[0]


def test_an_empty_meeting_folder_is_told(tmp_path: Path) -> None:
    case_in(tmp_path)
    (tmp_path / "meetings/2017-11-07-pccc").mkdir()
    assert any("meetings/2017-11-07-pccc holds no agenda" in one for one in read_case(tmp_path).notices)


def bad_pdf(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n%renamed\n" + b"x" * 500)


def bad_zip(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + b"\x00" * 2000)


def huge(path: Path) -> None:
    with path.open("wb") as stream:
        stream.truncate(200 * 1024 * 1024)


@pytest.mark.parametrize(
    ("name", "spoil", "problem"),
    [
        ("minutes late.docx", bad_pdf, 'this file is a PDF although its name ends in ".docx"'),
        ("minutes late.docx", bad_zip, "damaged"),
        ("minutes late.docx", huge, "this file is 200 MB; files over 50 MB are not read"),
        ("minutes.pdf", bad_pdf, "this file is a damaged or incomplete PDF"),
        ("agenda.docx", lambda path: path.write_bytes(b""), "this file is empty (0 bytes)"),
        ("letter.txt", lambda path: path.write_text("Dear all,\nmany thanks.\n"), "this file was not understood"),
        ("decisions.yaml", lambda path: path.write_text("- a: 1\n  a: 2\n"), 'the key "a" is given twice'),
    ],
)
def test_a_bad_file_is_told_and_the_rest_is_read(tmp_path: Path, name: str, spoil: object, problem: str) -> None:
    case_in(tmp_path)
    bad = tmp_path / DAY / "more" / name
    bad.parent.mkdir()
    assert callable(spoil)
    spoil(bad)
    case = read_case(tmp_path)
    found = problems(case, f"{DAY}/more/{name}")
    assert len(found) == 1
    assert problem in found[0]
    assert next(one for one in case.inputs if one.path.endswith(f"more/{name}")).rows_rejected == 1
    assert len(case.meetings) == 1
    assert len(case.registers) == 1


def test_papers_beside_registers_and_meetings_are_known_by_what_they_hold(tmp_path: Path) -> None:
    case_in(tmp_path)
    write_text(
        tmp_path / "gifts.csv", "Name,Position,Date of offer,Declined or Accepted?,Details of Gift / Hospitality\n"
    )
    write_text(tmp_path / "assurance.yaml", "guardian: Margaret Hale\n")
    (tmp_path / "plan.png").write_bytes(b"\x89PNG\r\n")
    case = read_case(tmp_path)
    assert case.rejected == ()
    kinds = {one.path: one.kind for one in case.inputs}
    assert (kinds["gifts.csv"], kinds["assurance.yaml"], kinds["plan.png"]) == ("gifts", "assurance", "image")
    assert [one.kind for one in case.records.papers] == ["assurance", "gifts"]


def test_temporary_files_are_left_aside_and_told(tmp_path: Path) -> None:
    case_in(tmp_path)
    for name in ("~$agenda.docx", ".DS_Store", "Thumbs.db"):
        (tmp_path / DAY / name).write_bytes(b"x")
    case = read_case(tmp_path)
    assert case.rejected == ()
    assert sum("was left aside" in notice for notice in case.notices) == 3
    assert not any("~$" in one.path for one in case.inputs)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    outside = register(tmp_path / "secret.xlsx")
    folder = case_in(tmp_path / "case")
    (folder / "register old.xlsx").symlink_to(outside)
    case = read_case(folder)
    assert "leads outside the folder" in problems(case, "register old.xlsx")[0]
    assert len(case.registers) == 1


def test_the_committee_of_a_paper_that_names_none_is_told_by_its_folder(tmp_path: Path) -> None:
    write_text(tmp_path / "body.yaml", TWO_COMMITTEES)
    write_text(tmp_path / DAY / "agenda.txt", "Agenda\n5 September 2017\n1. Welcome\n2. Rent review - for decision\n")
    assert read_case(tmp_path).meetings[0].committee == "Primary Care Commissioning Committee"


def test_a_committee_unknown_to_the_body_keeps_its_own_name(tmp_path: Path) -> None:
    write_text(tmp_path / "body.yaml", BODY)
    write_text(
        tmp_path / "meetings/2017-05-01/agenda.txt",
        "Agenda of the Remuneration Committee\n1 May 2017\n1. Welcome\n2. Pay - for decision\n",
    )
    assert read_case(tmp_path).meetings[0].committee == "Remuneration Committee"


def test_word_papers_of_one_line_do_not_stop_anything(tmp_path: Path) -> None:
    case_in(tmp_path)
    Paper().line("Agenda").save(tmp_path / "meetings/2017-10-03-pccc/agenda.docx")
    case = read_case(tmp_path)
    assert problems(case, "meetings/2017-10-03-pccc/agenda.docx") == [
        "this looks like an agenda, but no item was found in it"
    ]


def test_of_two_policies_the_second_is_told(tmp_path: Path) -> None:
    case_in(tmp_path)
    write_text(tmp_path / "assurance.yaml", "policy: {title: Policy of 2017, approved_on: 2017-05-02}\n")
    write_text(tmp_path / "assurance-2.yaml", "policy: {title: Policy of 2018, approved_on: 2018-05-02}\n")
    case = read_case(tmp_path)
    assert case.records.assurance is not None and case.records.assurance.policy is not None
    told = [notice for notice in case.notices if "policy was not used" in notice]
    assert len(told) == 1 and "assurance" in told[0]


def test_a_path_with_a_space_can_be_typed_as_the_message_writes_it(tmp_path: Path) -> None:
    folder = tmp_path / "our ccg"
    folder.mkdir()
    with pytest.raises(UserError, match=r"coi-audit new '[^']*our ccg'\""):
        read_case(folder)
