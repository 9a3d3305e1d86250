"""The fifth batch of prints: rows that a page's end breaks, the person merged, on the first row only, or repeated.

A row that breaks must never become another person's interest. Which third is held out was drawn by lot before any of
it was read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pdf_rounds import Writer, batched, browser, office, web
from register_corpus import Person, Words
from register_layouts import Layout
from register_layouts_prints import EIGHTS, FORMS, TEMPLATES, TITLE, TWELVES, layout
from register_writing import Paper

HELD = (4, 5, 6, 8, 15)  # random.Random(2311).sample(range(16), 5)
RULED = """
body { font: 9pt/1.3 sans-serif } table { border-collapse: collapse; width: 100% }
td, th { border: .5pt solid; padding: 1.5mm; vertical-align: top; text-align: left }
"""
MIDDLED = RULED.replace("vertical-align: top", "vertical-align: middle")
LOOSE = """
body { font: 10pt/1.4 serif } table { border-collapse: collapse; width: 100%; table-layout: fixed }
td, th { border: 1px solid #999; padding: 3mm 2mm; text-align: left; vertical-align: top; orphans: 1; widows: 1 }
"""
LINES = """
body { font: 9.5pt/1.35 sans-serif } table { border-collapse: collapse; width: 100% }
td { border-top: .5pt solid #aaa } td, th { padding: 2mm 3mm 2mm 0; text-align: left; vertical-align: top }
"""
ONCE = "thead { display: table-row-group }"
SPLIT = "tr, td { break-inside: auto }"


def first_only(made: Layout) -> Layout:
    """The same, the person's cells standing empty after the first row instead of merged."""

    def bare(people: Sequence[Person], words: Words) -> list[Paper]:
        return [_unmerged(paper) for paper in made(people, words)]

    bare.__name__ = made.__name__ + "_first"
    return bare


def _unmerged(paper: Paper) -> Paper:
    sheets = [replace(one, merges=[box for box in one.merges if box[0] < 2]) for one in paper.sheets]
    return replace(paper, sheets=sheets)


STYLES: tuple[tuple[str, Writer, Layout], ...] = (
    ("web, first row only", web(RULED), first_only(layout("b0", TEMPLATES, people_merged=2, above=TITLE))),
    ("web, first row only, heads once", web(RULED + ONCE), first_only(layout("b1", EIGHTS, people_merged=2))),
    ("web, merged", web(RULED), layout("b2", EIGHTS, people_merged=2, above=TITLE)),
    ("web, merged, middled", web(MIDDLED), layout("b3", TWELVES, people_merged=2)),
    ("web, repeated", web(LOOSE), layout("b4", EIGHTS, above=TITLE)),
    ("web, repeated, heads once, portrait", web(LOOSE + ONCE, size="A4 portrait"), layout("b5", FORMS)),
    ("web, lines, first row only", web(LINES), first_only(layout("b6", EIGHTS, people_merged=2))),
    ("web, lines, repeated, portrait", web(LINES, size="A4 portrait"), layout("b7", FORMS, above=TITLE)),
    ("browser, first row only", browser(RULED + SPLIT, size="A4 landscape"),
     first_only(layout("b8", TEMPLATES, people_merged=2))),
    ("browser, repeated, middled", browser(MIDDLED + SPLIT, size="A4 landscape"), layout("b9", TWELVES, above=TITLE)),
    ("Word, first row only", office(size=9), first_only(layout("b10", EIGHTS, people_merged=2, above=TITLE))),
    ("Word, merged", office(size=9), layout("b11", EIGHTS, people_merged=1)),
    ("Word, repeated, portrait", office(landscape=False, size=10), layout("b12", FORMS, above=TITLE)),
    ("Word, lines, first row only", office(size=9.5, grid=None, lines=True),
     first_only(layout("b13", EIGHTS, people_merged=1))),
    ("web, long cells, first row only, portrait", web(LOOSE, size="A4 portrait"),
     first_only(layout("b14", FORMS, people_merged=2))),
    ("web, first row only, loose", web(LOOSE + "td { orphans: 3; widows: 3 }"),
     first_only(layout("b15", EIGHTS, people_merged=2, above=TITLE))),
)  # fmt: skip
for _at, (_style, _write, _layout) in enumerate(STYLES):
    batched(5, _style, _write, held=_at in HELD)(_layout)
