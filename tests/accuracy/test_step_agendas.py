"""The figures of the agenda reader stay where they are: on what was looked into, and on what was kept aside."""

from __future__ import annotations

from pathlib import Path

import pytest
import step_agendas
import yaml
from scored import Part, Scored, figure

FIELDS = ("title", "number", "action", "presenter", "paper", "part", "bodies")


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> list[Scored]:
    """Every labelled agenda but as PDF and HTML, which take long to write; `./run accuracy agendas` reads those too."""
    folder = tmp_path_factory.mktemp("agendas")
    found: list[Scored] = []
    for path in sorted(step_agendas.DATA.glob("*.yaml")):
        part = Part.HELD_OUT if path.stem.startswith("held") else Part.TUNED_ON
        for entry in yaml.safe_load(path.read_text(encoding="utf-8")):
            kinds = [kind for kind in entry.get("formats", ()) if kind != "html"]
            found.extend(step_agendas.of_entry({**entry, "formats": kinds}, part, folder))
    return found


@pytest.mark.long
@pytest.mark.parametrize(("part", "items", "fields"), [(Part.TUNED_ON, 0.99, 0.99), (Part.HELD_OUT, 0.97, 0.98)])
def test_items_and_their_fields(answers: list[Scored], part: Part, items: float, fields: float) -> None:
    mine = [one for one in answers if one.part is part]
    whole = figure(one for one in mine if one.dataset == "items")
    assert whole.precision >= items
    assert whole.recall >= items
    for name in FIELDS:
        assert figure(one for one in mine if one.dataset == name).recall >= fields, name


def test_a_page_with_its_links_is_read_as_well(tmp_path: Path) -> None:
    (entry,) = [
        entry
        for entry in yaml.safe_load((step_agendas.DATA / "tuned_second.yaml").read_text(encoding="utf-8"))
        if entry.get("formats") == ["html"]
    ]
    found = [one for one in step_agendas.of_entry(entry, Part.TUNED_ON, tmp_path) if one.group.endswith(".html")]
    assert figure(one for one in found if one.dataset == "items").recall == 1.0
