# ruff: noqa: E501
"""The third batch of prints: sheets whose rows are too low, tiny, bare, drawn cell by cell; lists in two columns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pdf_cells import Drawn, drawn_sheet
from pdf_rounds import Writer, batched, browser, office, sheet, web
from pdf_sheets import Print
from register_corpus import Cell, Held, Person, Words
from register_layouts import EVERYTHING, TYPES, Layout, nils, paper, true
from register_layouts_words import merged_people, said
from register_writing import Paper, Sheet


def cells(style: Drawn) -> Writer:
    """Drawn cell by cell."""

    def write(paper: Paper, path: Path) -> None:
        drawn_sheet(paper, style, path)

    return write


def _table(
    people: Sequence[Person], heads: Sequence[Cell], row: Callable[[Person, Held], list[Cell]],
    nil: Callable[[Person], list[Cell]],
) -> list[list[Cell]]:  # fmt: skip
    rows: list[list[Cell]] = [list(heads)]
    for one in people:
        rows += [row(one, held) for held in one.held] or [nil(one)]
    return rows


def nine(heads: Sequence[Cell], *above: str, name: str) -> Layout:
    """A column for each thing under headings of its own."""

    def made(people: Sequence[Person], words: Words) -> list[Paper]:
        rows = _table(
            people, heads,
            lambda one, held: [one.name, one.position, held.organisation, held.nature, TYPES[held.category],
                               "Direct" if held.direct else f"Indirect ({held.relationship})", words.since(held.since),
                               words.until(held.until), held.mitigation],
            lambda one: [one.name, one.position, words.next("nil"), *[""] * 6],
        )  # fmt: skip
        found = [true(one, held, *EVERYTHING, "relationship") for one in people for held in one.held]
        return [paper(name, Sheet(rows, above=above), people, found)]

    made.__name__ = name.replace(" ", "_")
    return made


def six(heads: Sequence[Cell], *above: str, name: str) -> Layout:
    """What is held and where in one phrase, both dates in one cell."""

    def made(people: Sequence[Person], words: Words) -> list[Paper]:
        rows = _table(
            people, heads,
            lambda one, held: [one.name, one.position, words.joined(held), TYPES[held.category], words.range(held),
                               words.declared(one.declared)],
            lambda one: [one.name, one.position, words.next("nil"), "", "", words.declared(one.declared)],
        )  # fmt: skip
        fields = ("position", "category", "held_from", "held_until", "declared_on")
        found = [said(one, held, *fields) for one in people for held in one.held]
        return [paper(name, Sheet(rows, above=above), people, found)]

    made.__name__ = name.replace(" ", "_")
    return made


def merged(name: str) -> Layout:
    """The person merged over the rows, two rows of headings, a mark under one of three types."""

    def made(people: Sequence[Person], words: Words) -> list[Paper]:
        heads: list[list[Cell]] = [
            ["Name", "Role", "Interest declared", "Type of interest", "", "", "Date of interest", "", "Action taken"],
            ["", "", "", "Financial", "Non-financial professional", "Non-financial personal", "From", "To", ""],
        ]  # fmt: skip
        return merged_people(name, heads, people, words)

    made.__name__ = name.replace(" ", "_")
    return made


def lines_of(name: str, *front: str, between: str) -> Layout:
    """No table: a line for each interest, name, kind, words."""

    def made(people: Sequence[Person], words: Words) -> list[Paper]:
        lines, found = list(front), []
        for one in people:
            if not one.held:
                lines.append(f"{one.name}{between}{words.next('nil')}")
            for held in one.held:
                money = "pecuniary" if held.category == "financial" else "non-pecuniary"
                lines.append(f"{one.name}{between}{money}{between}{words.joined(held)}")
                found.append(said(one, held, **({"category": "financial"} if money == "pecuniary" else {})))
        return [Paper(name, lines=lines, interests=found, nils=nils(people))]

    made.__name__ = name.replace(" ", "_")
    return made


NINE: tuple[Cell, ...] = ("Name", "Position", "Name of organisation", "Nature of interest", "Type of interest",
                          "Direct or indirect", "From", "To", "Mitigating action")  # fmt: skip
OTHER: tuple[Cell, ...] = ("Name", "Current role", "Organisation or body", "Interest held", "Category of interest",
                           "Is the interest direct or indirect?", "Start date", "End date", "Actions to mitigate risk")  # fmt: skip
SIX: tuple[Cell, ...] = ("Name", "Role", "Details of interest", "Type of interest", "Dates", "Date declared")
TITLE = ("Wenbrook Clinical Commissioning Group", "Register of interests as at 31 March 2019")

batched(3, "sheet, low, centred", sheet(Print(width=16, upright="center", align="center")))(
    nine(NINE, *TITLE, name="centred")
)
batched(3, "sheet, rows of one height", sheet(Print(width=24, height=27)))(six(SIX, *TITLE, name="one height"))
batched(3, "sheet, tiny gridlines", sheet(Print(border=None, grid=True, width=30, repeat=True)))(
    nine(OTHER, name="tiny")
)
batched(3, "sheet, tall, bare, pages wide", sheet(Print(border=None, fit=False, width=19, tall=True)))(
    nine(NINE, name="bare wide")
)
batched(3, "cells, tall, ruled", cells(Drawn(width=85)))(nine(OTHER, *TITLE, name="ruled cells"))
batched(3, "cells, low, ruled", cells(Drawn(width=85, height=22, size=7)))(nine(NINE, *TITLE, name="low cells"))
batched(3, "cells, bare, pages wide", cells(Drawn(width=120, size=9, ruled=False)))(nine(NINE, name="bare cells"))
batched(3, "cells, names again on each page", cells(Drawn(width=110, size=9, lead=1)))(
    nine(OTHER, *TITLE, name="lead cells")
)
batched(
    3,
    "web, lists in two columns",
    web("body { columns: 2; column-gap: 9mm; font: 9.5pt/1.3 sans-serif } p { margin: 0 0 2mm }", size="A4"),
)(lines_of("lists", "Wenbrook Health and Wellbeing Board", "Register of Interests", "March 2019", between=" - "))
CUT = (
    "body { font: 8px sans-serif } table { border-collapse: collapse; table-layout: fixed; width: 1000px }"
    " td, th { border: 1px solid #ccc; padding: 1px 3px; vertical-align: top; text-align: left }"
)
batched(3, "browser, grey grid", browser(CUT, size="A4 landscape"))(nine(OTHER, *TITLE, name="grey"))
batched(3, "Word, rows over pages, middled", office(landscape=False, size=11, widths=(28, 30, 46, 30, 26, 20)))(
    six(SIX, *TITLE, name="long rows")
)

batched(
    3,
    "sheet, low, middled, portrait",
    sheet(Print(border="medium", width=18, height=24, upright="center", landscape=False, repeat=True)),
    held=True,
)(nine(OTHER, *TITLE, name="portrait low"))
batched(3, "cells, low, middled", cells(Drawn(width=105, height=20, size=8, upright="center")), held=True)(
    six(SIX, *TITLE, name="middled cells")
)
batched(3, "cells, over first, names again", cells(Drawn(width=115, size=9, lead=1, over=True)), held=True)(
    nine(NINE, *TITLE, name="over cells")
)
batched(
    3,
    "web, ruled list columns",
    web(
        "body { columns: 2; column-gap: 12mm; column-rule: .5pt solid #666; font: 10pt/1.25 serif; text-align: justify; hyphens: auto } p { margin: 0 0 2.5mm }",
        size="A4",
    ),
    held=True,
)(lines_of("ruled lists", "Wenbrook Partnership Board", "Declarations of interest", between=" – "))
SPANS = (
    "body { font: 12px/1.4 serif } table { border-collapse: collapse; width: 100% }"
    " td, th { border: 1px solid #000; padding: 4px 5px; vertical-align: middle; text-align: left } .c3, .c4, .c5 { width: 7% }"
)
batched(3, "browser, people over pages", browser(SPANS, size="A4 landscape"), held=True)(merged("people over pages"))
