"""Agendas in fifteen house styles come out item for item as a person reads them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from agenda_styles import STYLES, AgendaStyle

from coi_audit.model.meetings import Agenda, AgendaItem
from coi_audit.readers.agenda import read_agenda


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
