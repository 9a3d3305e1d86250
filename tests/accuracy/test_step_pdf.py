"""A part of the PDF figures, held at what was reached; `./run accuracy pdf` measures the whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from pdf_writing import WEB, WEB_HELD_OUT, Web, web_pdf
from register_corpus import Words, people
from register_layouts import HELD_OUT, TUNED_ON
from scored import Part, Scored, figure
from step_pdf import Written, answers, batches, columns, write_sheets

pytestmark = pytest.mark.long  # minutes of work: ./run long holds these figures

LEAST = {"register cells": 0.97, "register fields": 0.95}


def few(part: Part, styles: dict[str, Web], folder: Path) -> list[Scored]:
    """Answers of one layout in each style of a part."""
    layouts = TUNED_ON if part is Part.TUNED_ON else HELD_OUT
    found: list[Scored] = []
    for at, (style, web) in enumerate(styles.items()):
        name, layout = list(layouts.items())[at % len(layouts)]
        for paper in layout(people(part.value), Words(part.value, turn=len(name)))[:1]:
            if paper.sheets:
                path = web_pdf(paper.sheets, web, folder / f"{style} {paper.stem}.pdf")
                found += answers(Written(paper, part, style, path))
    return found


@pytest.mark.parametrize("part", list(Part))
def test_the_figures_hold(part: Part, tmp_path: Path) -> None:
    scored = few(part, WEB if part is Part.TUNED_ON else WEB_HELD_OUT, tmp_path)
    got = {name: round(figure(one for one in scored if one.dataset == name).recall, 3) for name in LEAST}
    assert all(got[name] >= least for name, least in LEAST.items()), got


# Of batches: cells and fields of the part tuned on, then of the part held out.
BATCHES = {"1 2 3": (0.99, 0.99, 0.98, 0.99), "4": (0.99, 0.99, 0.95, 0.95), "5": (0.99, 0.99, 0.97, 0.96),
           "6": (0.99, 0.99, 0.985, 0.975)}  # fmt: skip


def test_the_batches_hold() -> None:
    found = list(batches())
    for some, least in BATCHES.items():
        mine = [one for one in found if one.group.split()[0] in some.split()]
        wanted = [(part, dataset) for part in (Part.TUNED_ON, Part.HELD_OUT) for dataset in ("cells", "fields")]
        for (part, dataset), figures in zip(wanted, least, strict=True):
            answers = [one for one in mine if one.part is part and one.dataset == f"batches, {dataset}"]
            assert figure(answers).recall >= figures, (some, part, dataset)


def test_words_cut_off_are_told(tmp_path: Path) -> None:
    found = [one for sheet in write_sheets(tmp_path, every=2) if "cut" in sheet.style for one in answers(sheet)]
    for part, least in ((Part.TUNED_ON, 0.88), (Part.HELD_OUT, 0.88)):
        assert figure(one for one in found if one.dataset == "words cut off" and one.part is part).recall >= least


def test_prose_in_columns_holds() -> None:
    found = list(columns(every=9))
    for part, least in ((Part.TUNED_ON, 0.97), (Part.HELD_OUT, 0.7)):
        assert figure(one for one in found if one.part is part).recall >= least
