"""Names of organisations are read as well as they were measured to be; the listed practices in a seeded part here."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest
from practice_forms import forms
from scored import Part, Verdict, lines
from step_names import as_spoken, measure, verdict_of_form

from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.words import BodyKind
from coi_audit.readers.organisation_lists import read_organisation_lists

pytestmark = pytest.mark.long  # minutes of work: ./run long holds these figures

DATA = Path(os.environ.get("COI_AUDIT_DEV_DATA", Path(__file__).resolve().parents[2].parent / "shared" / "data"))


def test_every_kind_of_organisation_in_an_invented_area() -> None:
    found = {line.part: line.whole for line in lines(measure(None))}
    assert found.keys() == set(Part)
    assert found[Part.TUNED_ON].recall >= 0.99
    assert found[Part.HELD_OUT].recall >= 0.94
    assert found[Part.TUNED_ON].wrong == found[Part.HELD_OUT].wrong == 0


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the development lists are not at {DATA}")
def test_forms_of_listed_practices_in_a_part_of_the_areas() -> None:
    lists = read_organisation_lists(DATA)
    directory: Directory | None = None
    count: Counter[Verdict] = Counter()
    for form in forms(lists.rows, areas=lambda code: sum(map(ord, code)) % 12 == 0):
        if directory is None or directory.body_code != form.area:
            directory = Directory.build(lists, (), body_code=form.area, body_kind=BodyKind.CCG)
        count[verdict_of_form(directory.resolve(form.written, on=form.on), form)] += 1
    assert sum(count.values()) > 1_000
    assert count[Verdict.WRONG] == 0
    assert count[Verdict.RIGHT] / sum(count.values()) >= 0.96, count
    assert count[Verdict.MISSED] / sum(count.values()) <= 0.005, count


@pytest.mark.skipif(not DATA.is_dir(), reason=f"the development lists are not at {DATA}")
def test_practices_as_declarations_speak_of_them() -> None:
    found = {line.part: line.whole for line in lines(as_spoken(read_organisation_lists(DATA)))}
    assert found[Part.TUNED_ON].recall >= 0.94
    assert found[Part.HELD_OUT].recall >= 0.92
    assert found[Part.TUNED_ON].wrong == found[Part.HELD_OUT].wrong == 0
