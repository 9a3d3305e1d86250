"""Minutes in fifteen house styles: everybody in the lists, every section and paragraph, as a person reads them."""

from __future__ import annotations

from pathlib import Path

import pytest
from minutes_styles import STYLES, MinutesStyle

from coi_audit.model.meetings import Minutes
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.minutes.paper import read_minutes
from coi_audit.readers.recognise import recognise


def read(path: Path, root: Path) -> Minutes:
    result = read_minutes(path, root=root)
    assert result.minutes is not None, result.rejected
    return result.minutes


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_everybody_in_the_lists(style: MinutesStyle, tmp_path: Path) -> None:
    minutes = read(style.build(tmp_path), tmp_path)
    found = {(person.name, person.status.value): person for person in minutes.attendance}
    assert sorted(found) == sorted((name, status) for name, status, _ in style.people)
    for name, status, wanted in style.people:
        person = found[name, status]
        for key, value in wanted.items():
            assert getattr(person, key) == value, (name, key)
    chairs = [person.name for person in minutes.attendance if person.chair]
    assert chairs == [name for name, _, wanted in style.people if wanted.get("chair")]


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_section_and_paragraph(style: MinutesStyle, tmp_path: Path) -> None:
    minutes = read(style.build(tmp_path), tmp_path)
    sections = [section for section in minutes.sections if section.number or section.title]
    assert [(section.number, section.title) for section in sections] == [(n, t) for n, t, _ in style.sections]
    for section, (number, _, words) in zip(sections, style.sections, strict=True):
        texts = [passage.text for passage in section.passages]
        assert len(texts) == len(words), (number, texts)
        for text, word in zip(texts, words, strict=True):
            assert word in text
        for passage in section.passages:
            assert passage.source.paragraph or passage.source.row or passage.source.line
        assert section.private == (number in style.private)


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_the_header(style: MinutesStyle, tmp_path: Path) -> None:
    minutes = read(style.build(tmp_path), tmp_path)
    assert (minutes.on, minutes.committee, minutes.status.value) == (style.on, style.committee, style.status)
    assert minutes.next_meetings == style.next_meetings
    if style.bodies is not None:
        assert minutes.bodies == style.bodies


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_every_house_style_is_recognised(style: MinutesStyle, tmp_path: Path) -> None:
    assert recognise(style.build(tmp_path)).kind is DocumentKind.MINUTES
