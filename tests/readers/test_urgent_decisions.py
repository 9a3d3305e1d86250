"""Decisions between meetings: known by what they say, read from tables and forms, nothing lost."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import openpyxl
import pytest
from docx import Document

from coi_audit.model.evidence import SourceRef
from coi_audit.model.meetings import UrgentDecision
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.words import Role
from coi_audit.readers.case_files import read_files
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.urgent_decisions import how_taken, read_urgent_decisions
from coi_audit.readers.urgent_meetings import urgent_meetings

PLACE = SourceRef(file="body.yaml")
BODY = Body(
    name="NHS Sedgebrook ICB",
    committees=(
        Committee(
            name="Primary Care Commissioning Committee",
            members=(Member(name="Harriet Lunn", role=Role.LAY, chair=True, source=PLACE),),
            source=PLACE,
        ),
    ),
    source=PLACE,
)


def only(path: Path) -> UrgentDecision:
    assert recognise(path).kind is DocumentKind.URGENT_DECISIONS
    read = read_urgent_decisions(path, path.parent)
    assert (len(read.records.urgent_decisions), read.rejected) == (1, ())
    return read.records.urgent_decisions[0]


@pytest.mark.parametrize(
    ("words", "how"),
    [
        ("Record of Chair's Action", "Chair's action"),
        ("Chairman’s actions 2018/19", "Chair's action"),
        ("Urgent decision form", "urgent decision"),
        ("Decision taken by e-mail", "decision by e-mail"),
        ("Virtual decisions since the last meeting", "virtual decision"),
        ("Decisions taken between meetings", "decision between meetings"),
        ("Written resolution", "written resolution"),
        ("Minutes of the meeting", None),
    ],
)
def test_how_it_was_taken_is_told_by_words(words: str, how: str | None) -> None:
    assert how_taken(words) == how


def test_a_word_form_of_labels_and_values(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Urgent decision: Chair's action", 1)
    table = document.add_table(rows=0, cols=2)
    for label, text in (
        ("Date of decision", "5 March 2024"),
        ("Matter", "Tansy Street Surgery: temporary closure of the branch"),
        ("Decision", "Agreed for four weeks"),
        ("Chair", "Harriet Lunn"),
        ("Accountable Officer", "Beatrix Noon"),
        ("Who was consulted", "Dr Mina Sarkar; Corin Vale"),
        ("Conflicts of interest declared", "Dr Sarkar is a partner in the practice"),
        ("How managed", "Dr Sarkar gave facts and took no part in the decision"),
        ("Reason for urgency", "The roof had fallen in"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    path = tmp_path / "decisions.docx"
    document.save(str(path))
    found = only(path)
    assert (found.on, found.title, found.how) == (
        date(2024, 3, 5),
        "Tansy Street Surgery: temporary closure of the branch",
        "Chair's action",
    )
    assert [(one.name, one.chair) for one in found.decided_by] == [("Harriet Lunn", True), ("Beatrix Noon", False)]
    assert [one.name for one in found.consulted] == ["Dr Mina Sarkar", "Corin Vale"]
    assert [one.text for one in found.passages] == [
        "Interests declared: Dr Sarkar is a partner in the practice.",
        "Dr Sarkar gave facts and took no part in the decision.",
        "Consulted: Dr Mina Sarkar; Corin Vale.",
        "Decision taken: Agreed for four weeks.",
        "Why it could not wait: The roof had fallen in.",
    ]
    assert all(one.source.file == "decisions.docx" and one.source.table for one in found.passages)


def test_a_log_of_e_mail_votes_with_those_for_and_against(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(("Decisions taken by e-mail",))
    sheet.append(("Ref", "Date", "Subject", "Outcome", "Votes", "Abstained", "Interests"))
    sheet.append(("E1", date(2019, 4, 2), "Lease of Fennel Road Surgery", "Approved",
                  "For: Harriet Lunn, Owen Stagg; against: Corin Vale", "Dr Mina Sarkar", "None"))  # fmt: skip
    path = tmp_path / "chairs action and other decisions 2019.xlsx"  # what it says goes before its name
    book.save(path)
    found = only(path)
    assert (found.reference, found.how) == ("E1", "decision by e-mail")
    assert [one.name for one in found.decided_by] == ["Harriet Lunn", "Owen Stagg", "Corin Vale", "Dr Mina Sarkar"]
    assert [one.text for one in found.passages] == [
        "No interests were declared.",
        "Dr Mina Sarkar did not vote.",
        "Decision taken: Approved.",
    ]


def test_a_text_with_several_forms(tmp_path: Path) -> None:
    path = tmp_path / "chairs action.txt"
    form = "Date: {day}\nMatter: {what}\nDecision: approved\nTaken by: Harriet Lunn (Chair)\nReason: {why}\n\n"
    words = form.format(day="1 May 2020", what="Covid beds", why="no time") + form.format(
        day="8 May 2020", what="Locum payment", why="sickness"
    )
    path.write_text(f"CHAIR'S ACTION\n\n{words}", encoding="utf-8")
    assert recognise(path).kind is DocumentKind.URGENT_DECISIONS
    read = read_urgent_decisions(path, tmp_path)
    assert [(one.on, one.title) for one in read.records.urgent_decisions] == [
        (date(2020, 5, 1), "Covid beds"),
        (date(2020, 5, 8), "Locum payment"),
    ]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("AGENDA\n\n1. Welcome\n2. Declarations of interest\n3. Report of Chair's action\n", DocumentKind.AGENDA),
        (
            "Minutes of the meeting\n\nPresent:\nHarriet Lunn (Chair)\n\n1. Chair's action\nThe Chair reported it.\n",
            DocumentKind.MINUTES,
        ),
    ],
)
def test_an_agenda_or_minutes_that_speak_of_a_chairs_action_stay_what_they_are(
    tmp_path: Path, text: str, kind: DocumentKind
) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    assert recognise(path).kind is kind


def test_what_lacks_a_matter_a_day_or_a_name_is_said(tmp_path: Path) -> None:
    path = tmp_path / "urgent decisions.csv"
    path.write_text(
        "Date,Matter,Decision,Decided by,Reason\n"
        "5 March 2024,,,Harriet Lunn,late\n"
        ",Locum payment,Approved,Harriet Lunn,late\n"
        "6 March 2024,Rent,Approved,the usual people,late\n",
        encoding="utf-8",
    )
    read = read_urgent_decisions(path, tmp_path)
    meetings, unfit = urgent_meetings(read.records.urgent_decisions, BODY)
    assert [one.problem for one in read.rejected] == [
        "tells of no matter that was decided",
        "has no date of the decision",
        "names nobody who decided",
    ]
    assert [(one.value, one.problem) for one in unfit] == [
        ("Locum payment", "this decision has no date, so it was not examined"),
        ("Rent", "this decision has nobody who decided, so it was not examined"),
    ]
    assert meetings == ()


def test_a_chairs_action_that_names_nobody_was_the_chairs(tmp_path: Path) -> None:
    path = tmp_path / "chairs action.csv"
    path.write_text("Date,Matter,Decision,Reason\n5 March 2024,Locum payment,Approved,late\n", encoding="utf-8")
    (meeting,), unfit = urgent_meetings(read_urgent_decisions(path, tmp_path).records.urgent_decisions, BODY)
    assert unfit == ()
    assert meeting.between_meetings == "Chair's action"
    assert meeting.committee == "Primary Care Commissioning Committee"
    assert [(one.name, one.chair) for one in meeting.minutes[0].attendance] == [("Harriet Lunn", True)]
    assert [item.title for agenda in meeting.agendas for item in agenda.items] == ["Locum payment"]


def test_a_paper_that_lists_none_is_a_paper(tmp_path: Path) -> None:
    path = tmp_path / "urgent decisions.csv"
    path.write_text("Urgent decisions\nDate,Matter,Decision,Decided by,Reason\nNone,,,,\n", encoding="utf-8")
    read = read_urgent_decisions(path, tmp_path)
    assert read.paper is not None and read.records.urgent_decisions == () and read.rejected == ()


def test_no_interests_is_not_no_decision(tmp_path: Path) -> None:
    path = tmp_path / "chairs action.csv"
    path.write_text("Date,Matter,Decision,Interests,Reason\n5 March 2024,Locum payment,Approved,None,\n", "utf-8")
    assert only(path).title == "Locum payment"


def test_an_email_in_running_words_says_how_to_write_it_down(tmp_path: Path) -> None:
    words = "Dear all\n\nWe agreed to award the caretaking contract. Harriet Lunn approved it.\n\nKind regards\n"
    (tmp_path / "urgent decision email.txt").write_text(words, encoding="utf-8")
    found = read_files(tmp_path, [tmp_path / "urgent decision email.txt"])[0]
    assert "decision between meetings" in found.rejected[0].problem
    assert '"Decided by:"' in found.rejected[0].fix
