"""Who presents is taken from a title's end; what may be a practice stays in the title, where it is looked for."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import write_text

from coi_audit.model.meetings import AgendaItem
from coi_audit.readers.agendas.agenda import read_agenda
from coi_audit.readers.item_numbers import bare_number, typed_number

HEAD = "Agenda\nNHS Fernley CCG Primary Care Commissioning Committee\n5 May 2017\n"


def items_of(tmp_path: Path, *lines: str) -> list[AgendaItem]:
    agenda = read_agenda(write_text(tmp_path / "agenda.txt", HEAD + "\n".join(lines)), root=tmp_path).agenda
    assert agenda is not None
    return list(agenda.items)


def test_names_are_taken_where_the_agenda_ends_titles_with_people(tmp_path: Path) -> None:
    items = items_of(tmp_path, "1. Welcome - Chair", "2. Quality - Lena Holt", "3. Extended hours - Crown Park")
    assert [(item.title, item.presenter) for item in items] == [
        ("Welcome", "Chair"),
        ("Quality", "Lena Holt"),
        ("Extended hours - Crown Park", None),
    ]


def test_a_doctor_behind_a_practice_matter_stays_in_the_title(tmp_path: Path) -> None:
    items = items_of(tmp_path, "1. Welcome - Chair", "2. List closure - Dr Woolf", "3. Finance - Tom Ridley")
    assert [item.title for item in items] == ["Welcome", "List closure - Dr Woolf", "Finance"]


def test_a_matter_behind_a_word_like_action_stays_in_the_title(tmp_path: Path) -> None:
    title = "Contract changes - Chair's Action: retirement at Fenn Road Group Practice"
    assert items_of(tmp_path, "1. Welcome", f"2. {title}", "3. Finance")[1].title == title


def test_abbreviations_are_nobody(tmp_path: Path) -> None:
    items = items_of(tmp_path, "1. Welcome (SR)", "2. Estates (SR)", "3. Primary Care Networks (PCN)")
    assert [item.presenter for item in items] == ["SR", "SR", None]


def test_papers_behind_the_agenda_give_no_items(tmp_path: Path) -> None:
    items = items_of(
        tmp_path,
        *("1. Apologies", "2. Declarations of interest", "3. Rent review", "4. Any other business"),
        *("Report to the Primary Care Commissioning Committee", "1. Purpose", "5. Next steps", "6. Recommendation"),
    )
    assert [item.number for item in items] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("text", ["QOF 18/19 achievement", "AGENDA 22/05/2019", "2018/19 budget"])
def test_years_and_days_are_no_item_numbers(text: str) -> None:
    assert typed_number(text) is None


def test_references_with_a_space_are_numbers() -> None:
    assert bare_number("PCCC 18/20") == "PCCC18/20"
