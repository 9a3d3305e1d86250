""" "For decision" on a line of its own: the heading of several items, or the purpose of the one above."""

from __future__ import annotations

from pathlib import Path

from docx import Document

from coi_audit.readers.agendas.agenda import read_agenda

HEAD = ("NHS Thornwick CCG", "Primary Care Commissioning Committee", "12 February 2020", "Agenda")
GROUPS = (
    "1. Welcome and apologies", "2. Declarations of interest", "3. Minutes of the last meeting",
    "For decision",
    "4. Mill Row Practice: list closure", "5. Rent review", "6. Funds for practices",
    "For information",
    "7. Quality dashboard", "8. Finance report", "9. Any other business",
)  # fmt: skip
ONE_EACH = (
    "1. Welcome and apologies",
    "2. Minutes of the last meeting", "For approval",
    "3. Mill Row Practice: list closure", "For decision",
    "4. Funds for practices", "For decision",
    "5. Quality dashboard", "For information",
    "6. Any other business",
)  # fmt: skip


def purposes(folder: Path, lines: tuple[str, ...]) -> dict[str, tuple[str | None, str | None]]:
    """Each item's heading and action."""
    paper = Document()
    for line in (*HEAD, *lines):
        paper.add_paragraph(line)
    paper.save(str(folder / "agenda.docx"))
    agenda = read_agenda(folder / "agenda.docx").agenda
    assert agenda is not None
    return {item.number: (item.section, item.action) for item in agenda.items}


def test_each_once_with_several_items_below_they_head_groups(tmp_path: Path) -> None:
    found = purposes(tmp_path, GROUPS)
    assert {found[number] for number in "123"} == {(None, None)}
    assert {found[number] for number in "456"} == {("For decision", None)}
    assert {found[number] for number in "789"} == {("For information", None)}


def test_one_to_an_item_they_are_its_purpose(tmp_path: Path) -> None:
    found = purposes(tmp_path, ONE_EACH)
    told = {"2": "For approval", "3": "For decision", "4": "For decision", "5": "For information"}
    assert {number: action for number, (_, action) in found.items() if action} == told
    assert {section for section, _ in found.values()} == {None}
