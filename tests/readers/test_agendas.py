"""Agendas in twenty house styles come out item for item as a person reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from agenda_styles import STYLES, AgendaStyle
from docx_builder import Paper, write_text
from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit.model.meetings import Agenda, AgendaItem
from coi_audit.readers.agendas.agenda import agenda_from, read_agenda
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.minutes.paper import minutes_from
from coi_audit.readers.paper import Paper as PaperBlocks
from coi_audit.readers.plain_text import text_lines
from coi_audit.readers.recognise import recognise


def read(path: Path, root: Path) -> Agenda:
    result = read_agenda(path, root=root)
    assert result.agenda is not None, result.rejected
    assert result.rows_read == len(result.agenda.items)
    return result.agenda


def check_fields(item: AgendaItem, wanted: dict[str, Any]) -> None:
    for name, value in wanted.items():
        if name.endswith("~"):
            assert value in getattr(item, name[:-1])
        else:
            assert getattr(item, name) == value, (item.number, name)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_item_of_every_house_style(style: AgendaStyle, tmp_path: Path) -> None:
    agenda = read(style.build(tmp_path), tmp_path)
    assert [(item.number, item.title) for item in agenda.items] == [(n, t) for n, t, _ in style.items]
    for item, (_, _, wanted) in zip(agenda.items, style.items, strict=True):
        check_fields(item, wanted)
        assert item.source.file == agenda.file
        assert item.source.paragraph or item.source.row or item.source.line


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_header_of_every_house_style(style: AgendaStyle, tmp_path: Path) -> None:
    agenda = read(style.build(tmp_path), tmp_path)
    assert (agenda.on, agenda.committee, agenda.private) == (style.on, style.committee, style.private)
    if style.bodies is not None:
        assert agenda.bodies == style.bodies


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_house_style_is_recognised(style: AgendaStyle, tmp_path: Path) -> None:
    assert recognise(style.build(tmp_path)).kind is DocumentKind.AGENDA


def test_an_agenda_without_items_says_what_to_do(tmp_path: Path) -> None:
    result = read_agenda(write_text(tmp_path / "agenda.txt", "Agenda\n5 September 2017\n"), root=tmp_path)
    assert result.agenda is None
    (fault,) = result.rejected
    assert fault.sentence().startswith(
        "agenda.txt: this looks like an agenda, but no item was found in it. To fix: number"
    )


def test_a_numbered_row_without_title_is_reported(tmp_path: Path) -> None:
    paper = (
        Paper().line("Agenda, 5 September 2017").table(("No", "Item", "Lead"), ("1", "Welcome", "JB"), ("2", "", "TB"))
    )
    result = read_agenda(paper.save(tmp_path / "agenda.docx"), root=tmp_path)
    assert [fault.sentence() for fault in result.rejected] == [
        'agenda.docx, table 1, row 3: "2 | TB" item 2 has no title, so it cannot be examined. '
        "To fix: write the item's title in its row of the agenda."
    ]
    assert result.rows_rejected == 1


WORDS = """
1. 2. 4.1 (a) - NHS Northfield CCG Committee Present: Apologies: Dr Rao (MH) Chair from item left at 11.20 2017
5 September For approval Part 2 private PCCC/17/06 | ; . deputising for Enc Date of next meeting Purpose: -----
"""
PIECES = st.sampled_from([*WORDS.split(), "\n", "\n\n", "\t"])


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=80))
def test_no_text_stops_the_readers(pieces: list[str]) -> None:
    lines = text_lines(" ".join(pieces), "agenda.txt")
    paper = PaperBlocks("agenda.txt", tuple(lines))
    agenda, minutes = agenda_from(paper), minutes_from(paper)
    assert (agenda.agenda is None) == bool([one for one in agenda.rejected if not one.place])
    assert (minutes.minutes is None) == bool([one for one in minutes.rejected if not one.place])


def test_a_line_without_end_is_no_heading_and_takes_no_time() -> None:
    lines = text_lines("Agenda\n" + "Elm " * 8000 + "CCG\n1. Welcome\n", "agenda.txt")
    agenda = agenda_from(PaperBlocks("agenda.txt", tuple(lines))).agenda
    assert agenda is not None
    assert [item.title for item in agenda.items] == ["Welcome"]
