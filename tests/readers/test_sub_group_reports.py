"""Summary reports of sub-groups: known by their labels, read from forms and lists, nothing guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx import Document

from coi_audit.errors import UserError
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.sub_group_reports import read_sub_group_reports


def test_a_word_form_with_the_labels_of_annex_e(tmp_path: Path) -> None:
    document = Document()
    document.add_heading("Summary report from a working group", 1)
    table = document.add_table(rows=0, cols=2)
    for label, text in (
        ("Report from", "Estates Working Group"),
        ("Title of paper", "Rents in August"),
        ("Meeting details", "Tuesday 14 August 2018, Room 2"),
        ("Executive summary", "Three rents were looked at."),
        ("Recommendations", "To approve the three rents"),
        ("Management of Conflicts of Interest", "One member left"),
        ("Minutes attached", "Yes, at appendix 1"),
        ("Risk assessments", "None"),
    ):
        cells = table.add_row().cells
        cells[0].text, cells[1].text = label, text
    path = tmp_path / "paper 6.docx"
    document.save(str(path))
    assert recognise(path).kind is DocumentKind.SUB_GROUP_REPORT
    (found,) = read_sub_group_reports(path, tmp_path).records.sub_group_reports
    assert (found.group, found.title, found.on) == ("Estates Working Group", "Rents in August", date(2018, 8, 14))
    assert (found.conflicts, found.minutes, found.decided) == ("One member left", True, False)


@pytest.mark.parametrize(
    ("lines", "minutes", "decided"),
    [
        ("Decisions: The grant was approved\nMinutes: to follow", False, True),
        ("Executive summary: The group approved the grant\nMinutes: enclosed", True, True),
        ("Decisions: None\nConflicts of interest: None declared", None, False),
        ("Executive summary: The grant was discussed\nConflicts of interest: None declared", None, None),
    ],
)
def test_a_text_with_labels(tmp_path: Path, lines: str, minutes: bool | None, decided: bool | None) -> None:
    path = tmp_path / "report.txt"
    words = f"Highlight report\n\nReport from: Estates Working Group\nTitle of paper: A grant\n{lines}\n"
    path.write_text(words, encoding="utf-8")
    (found,) = read_sub_group_reports(path, tmp_path).records.sub_group_reports
    assert (found.minutes, found.decided) == (minutes, decided)


@pytest.mark.parametrize(
    "text",
    [
        "AGENDA\n\n1. Welcome\n2. Report from the Estates Working Group\n3. Next meeting\n",
        "Minutes of the meeting\n\nPresent:\nAda Moor (Chair)\n\n1. Report from the Estates Working Group\nNoted.\n",
    ],
)
def test_an_agenda_or_minutes_that_name_a_report_are_none(tmp_path: Path, text: str) -> None:
    path = tmp_path / "paper.txt"
    path.write_text(text, encoding="utf-8")
    assert recognise(path).kind is not DocumentKind.SUB_GROUP_REPORT


def test_a_paper_that_names_no_group_is_refused_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "paper.txt"
    path.write_text("Executive summary: nothing\n", encoding="utf-8")
    with pytest.raises(UserError, match="no table of sub-group reports"):
        read_sub_group_reports(path, tmp_path)
