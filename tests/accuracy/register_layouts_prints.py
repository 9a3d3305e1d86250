# ruff: noqa: E501
"""The fourth batch of prints: what secretaries' own programs make of registers that run over several pages.

Written from the columns that bodies publish, before any of it was read. Which third is held out was drawn by lot.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from pdf_rounds import Writer, batched, browser, office, sheet, web
from pdf_sheets import Print
from pdf_writing import turn
from register_corpus import Cell, Held, Person, Words
from register_crowd import crowd
from register_layouts import TEMPLATE, TEMPLATE_MERGES, TYPES, Layout, nils, paper, ticks, true
from register_layouts_words import said
from register_writing import Paper, Sheet

SEEDS = count(4100)
Row = Callable[[Person, Held, Words], list[Cell]]


@dataclass(frozen=True)
class Form:
    """Headings, how a row is made, and which fields tell the truth; `phrase` where one cell says what is held and where.

    `nil` is the column of a nil return's words, `people_merged` counts the columns merged over a person's rows.
    """

    heads: list[list[Cell]]
    row: Row
    fields: tuple[str, ...]
    nil: int = 2
    merges: Sequence[tuple[int, int, int, int]] = ()
    phrase: bool = False


def layout(
    name: str,
    form: Form,
    *,
    size: int = 30,
    people_merged: int = 0,
    above: tuple[str, ...] = (),
    below: tuple[str, ...] = (),
) -> Layout:
    """The form with a crowd of its own in it."""
    seed = next(SEEDS)

    def made(people: Sequence[Person], words: Words) -> list[Paper]:
        rows, spans, found = [list(head) for head in form.heads], list(form.merges), []
        some = crowd(seed, size)
        for one in some:
            first = len(rows)
            for held in one.held:
                cells = form.row(one, held, words)
                again = people_merged if len(rows) > first else 0
                rows.append([*[""] * again, *cells[again:]])
                found.append((said if form.phrase else true)(one, held, *form.fields))
            if not one.held:
                rows.append([one.name, one.position, *[""] * (len(form.heads[0]) - 2)])
                rows[-1][form.nil] = words.next("nil")
            if people_merged and len(rows) - first > 1:
                spans += [(first, at, len(rows) - 1, at) for at in range(people_merged)]
        return [paper(name, Sheet(rows, above=above, below=below, merges=spans), some, found)]

    made.__name__ = name.replace(" ", "_")
    return made


def nature_of(held: Held) -> str:
    return held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"


def template(one: Person, held: Held, words: Words) -> list[Cell]:
    return [one.name, one.position, held.organisation, *ticks(held, words), "Direct" if held.direct else "Indirect",
            nature_of(held), words.since(held.since), words.until(held.until), held.mitigation]  # fmt: skip


def eight(one: Person, held: Held, words: Words) -> list[Cell]:
    return [one.name, one.position, held.organisation, nature_of(held), TYPES[held.category], words.since(held.since),
            words.until(held.until), held.mitigation]  # fmt: skip


def twelve(one: Person, held: Held, words: Words) -> list[Cell]:
    return [one.name, one.position, held.organisation, held.nature, TYPES[held.category],
            "Direct" if held.direct else "Indirect", held.relationship.capitalize(), words.since(held.since),
            words.until(held.until), words.declared(one.declared), held.mitigation, "Published"]  # fmt: skip


def form(one: Person, held: Held, words: Words) -> list[Cell]:
    return [one.name, one.position, TYPES[held.category], words.joined(held), words.range(held), held.mitigation]


EIGHT: list[list[Cell]] = [["Name", "Position held", "Name of organisation", "Nature of interest", "Type of interest",
                            "Date from", "Date to", "Action taken to mitigate risk"]]  # fmt: skip
TWELVE: list[list[Cell]] = [["Name", "Role", "Organisation", "Interest", "Type of interest", "Direct or indirect",
                             "Relationship", "From", "To", "Date declared", "Mitigation", "Status"]]  # fmt: skip
FORM: list[list[Cell]] = [["Name", "Position within, or relationship with, the CCG", "Type of interest",
                           "Description of interest", "Dates interest relates to", "Actions to be taken to mitigate risk"]]  # fmt: skip
SPLIT = ("position", "organisation", "nature", "category", "relationship", "held_from", "held_until", "mitigation")
ALL = (*SPLIT, "direct", "declared_on")
SAID = ("position", "category", "held_from", "held_until", "mitigation")
TEMPLATES = Form(TEMPLATE, template, (*SPLIT, "direct"), merges=TEMPLATE_MERGES)
EIGHTS = Form(EIGHT, eight, SPLIT)
TWELVES = Form(TWELVE, twelve, ALL, nil=3)
FORMS = Form(FORM, form, SAID, nil=3, phrase=True)
TITLE = ("NHS Kettlethorpe Clinical Commissioning Group", "Register of interests 2018/19")


def turned(writer: Writer) -> Writer:
    """The same, each page drawn on its side and said to be so."""

    def write(paper: Paper, path: Path) -> None:
        writer(paper, path)
        turn(path, 90)

    return write


batched(
    4, "Word, template, people merged over pages", office(size=8, widths=(26, 28, 38, 17, 19, 19, 18, 36, 20, 20, 34))
)(layout("word template", TEMPLATES, people_merged=2, above=TITLE))
batched(
    4,
    "Word, portrait, lines under rows",
    office(landscape=False, size=10, grid=None, lines=True, widths=(27, 29, 26, 44, 26, 28)),
)(layout("word portrait", FORMS, above=TITLE))
batched(
    4,
    "Word, shaded bands",
    office(size=7.5, grid="Light Shading Accent 1", widths=(28, 34, 42, 44, 38, 24, 24, 40)),
    held=True,
)(layout("word bands", EIGHTS, above=TITLE, below=("Interests that ended are kept for six months.",)))
batched(
    4, "Excel, fit to width, dressed", sheet(Print(border="thin", dressed=True, repeat=True, tall=True, upright="top"))
)(layout("excel dressed", TWELVES, above=TITLE))
batched(
    4,
    "Excel, pages wide, over first",
    sheet(Print(border="thin", fit=False, over=True, repeat=True, width=21, tall=True)),
)(layout("excel over", EIGHTS, above=TITLE))
batched(4, "Excel, as it opens, bottom, no rules", sheet(Print(border=None, upright="bottom", tall=True)))(
    layout("excel bottom", EIGHTS, above=TITLE)
)
batched(4, "Excel, pages wide, down first, equal", sheet(Print(border="thin", fit=False, width=23, height=42)))(
    layout("excel down", EIGHTS)
)
PLAIN_WEB = """
body { font: 15px/1.5 sans-serif; color: #222 } table { border-collapse: collapse; width: 100%; margin: 1em 0 }
th { border-bottom: 2px solid #005eb8; text-align: left; padding: 10px 12px 6px 0 }
td { border-bottom: 1px solid #d8dde0; padding: 8px 12px 8px 0; vertical-align: top } tr { break-inside: auto }
"""
batched(4, "browser, lines under rows, portrait", browser(PLAIN_WEB), held=True)(
    layout("publisher page", FORMS, above=("Declarations of interest", "Skip to main content"),
           below=("Page last reviewed: 3 April 2019",))
)  # fmt: skip
ZEBRA = """
body { font: 12px/1.45 sans-serif } table { border-spacing: 0; width: 100% } th { background: #41b6e6; text-align: left }
td, th { padding: 9px 10px; vertical-align: middle } tbody tr:nth-child(even) { background: #f0f4f5 }
* { print-color-adjust: exact }
"""
batched(4, "browser, zebra, middled", browser(ZEBRA, size="A4 landscape"))(
    layout("zebra page", EIGHTS, above=("Register of interests",))
)
DOUBLE = """
body { font: 8.5pt/1.2 serif } table { border-collapse: collapse; width: 100% } thead { display: table-row-group }
td, th { border: 2pt double #000; padding: 1.4mm; vertical-align: top; text-align: left }
"""
batched(4, "web, pages turned, double rules", turned(web(DOUBLE)), held=True)(
    layout("turned template", TEMPLATES, above=TITLE)
)


def by_committee(people: Sequence[Person], words: Words) -> list[Paper]:
    """A table a committee, each with its own headings and a title over it."""
    sheets: list[Sheet] = []
    found, everybody = [], list[Person]()
    for seed, name in enumerate(("Governing Body", "Primary Care Commissioning Committee", "Senior staff"), start=4150):
        rows: list[list[Cell]] = [list(EIGHT[0])]
        some = [one for one in crowd(seed, 11) if one.name not in {other.name for other in everybody}]
        for one in some:
            rows += [eight(one, held, words) for held in one.held] or [
                [one.name, one.position, words.next("nil"), *[""] * 5]
            ]
            found += [true(one, held, *SPLIT) for held in one.held]
        everybody += some
        sheets.append(Sheet(rows, above=(name,)))
    return [Paper("by committee", sheets, interests=found, nils=nils(everybody))]


ROWS = """
body { font: 8pt/1.3 serif } table { border-collapse: collapse; width: 100%; border-top: 1.5pt solid; border-bottom: 1.5pt solid }
th { border-bottom: .75pt solid; text-align: left } td, th { padding: 1.1mm 2.5mm 1.1mm 0; vertical-align: top }
.above { font-weight: bold; margin: 4mm 0 1mm }
"""
batched(4, "web, three tables, rules at head and foot", web(ROWS), held=True)(by_committee)
WIDE = """
body { font: 8pt/1.25 'DejaVu Sans Condensed', sans-serif } table { border-collapse: collapse; width: 100%; hyphens: auto }
td, th { border: .4pt solid #777; padding: 1mm; vertical-align: middle; text-align: center } th { background: #e8edee }
"""
batched(4, "web, A3, centred, people merged", web(WIDE, size="A3 landscape"))(
    layout("wide sheet", TWELVES, people_merged=2, above=TITLE, size=40)
)
