# ruff: noqa: E501
"""Registers for the batches of prints: a layout of its own for each style, labelled before any of them was read."""

from __future__ import annotations

from collections.abc import Sequence

from pdf_rounds import batched, browser, fields, office, sheet, web
from pdf_sheets import Print
from register_corpus import Cell, Person, Words
from register_layouts import EVERYTHING, ORDER, TYPES, paper, ticks, true
from register_layouts_words import merged_people, said
from register_writing import Paper, Sheet

NARROW = """
body { font: 7pt/1.2 serif } table { border-collapse: collapse; width: 100%; table-layout: fixed; hyphens: auto }
td, th { border: .4pt solid #444; padding: .6mm .8mm; vertical-align: top; text-align: justify }
"""


@batched(1, "narrow and hyphenated", web(NARROW, size="A4 portrait"))
def nine_narrow_columns(people: Sequence[Person], words: Words) -> list[Paper]:
    """Nine columns on an upright page, words hyphenated, lines justified."""
    rows: list[list[Cell]] = [["Name", "Role within the organisation", "Organisation in which the interest is held",
                               "Nature of the interest", "Type of interest", "Direct or indirect", "Date from", "Date to",
                               "Action taken to mitigate risk"]]  # fmt: skip
    found = []
    for one in people:
        for held in one.held:
            rows.append([one.name, one.position, held.organisation, held.nature, TYPES[held.category],
                         "Direct" if held.direct else f"Indirect ({held.relationship})", words.since(held.since),
                         words.until(held.until), held.mitigation])  # fmt: skip
            found.append(true(one, held, *EVERYTHING, "relationship"))
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), *[""] * 6])
    above = ("Register of Interests", "Published 1 April 2019")
    return [paper("register of interests", Sheet(rows, above=above), people, found)]


STRIPED = """
body { font: 10px/1.4 sans-serif } table { border-spacing: 0; width: 100% } tr { break-inside: avoid }
tbody tr:nth-child(odd) { background: #eef2f5; print-color-adjust: exact } th { text-align: left; font-weight: bold }
td, th { padding: 4px 8px; vertical-align: top } td[rowspan] { font-weight: bold }
.up { writing-mode: vertical-rl; transform: rotate(180deg) }
"""


@batched(1, "striped, upright headings", browser(STRIPED, size="A4 landscape", upright=(3, 4, 5)))
def merged_people_in_stripes(people: Sequence[Person], words: Words) -> list[Paper]:
    """A web page: no rules, stripes, the person merged over the rows, the types' headings turned upright."""
    rows: list[list[Cell]] = [["Name", "Position", "Interest declared", "Financial interest",
                               "Non-financial professional interest", "Non-financial personal interest",
                               "Direct/indirect", "From", "To", "Declared on"]]  # fmt: skip
    found, merges = [], []
    for one in people:
        first = len(rows)
        for held in one.held:
            front: list[Cell] = [one.name, one.position] if len(rows) == first else ["", ""]
            rows.append([*front, words.joined(held), *ticks(held, words), "Direct" if held.direct else "Indirect",
                         words.since(held.since), words.until(held.until), words.declared(one.declared)])  # fmt: skip
            found.append(said(one, held, "position", "category", "direct", "held_from", "held_until", "declared_on"))
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), *[""] * 6, words.declared(one.declared)])
        if len(rows) - first > 1:
            merges += [(first, 0, len(rows) - 1, 0), (first, 1, len(rows) - 1, 1)]
    return [paper("register page", Sheet(rows, merges=merges), people, found)]


@batched(1, "two registers, notes below", office(size=8, widths=(34, 40, 50, 44, 36, 28, 34)))
def two_registers_in_one_file(people: Sequence[Person], words: Words) -> list[Paper]:
    """Part A and Part B with columns in another order, notes under each, rows broken over pages."""
    half = len(people) // 2
    first: list[list[Cell]] = [["Name", "Position held", "Organisation", "Interest", "Type of interest", "Period",
                                "Mitigation"]]  # fmt: skip
    second: list[list[Cell]] = [["Name", "Type of interest", "Details of interest", "Position held", "Start date",
                                 "End date", "Action taken to mitigate risk"]]  # fmt: skip
    found = []
    for one in people[:half]:
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            first.append([one.name, one.position, held.organisation, nature, TYPES[held.category], words.range(held),
                          held.mitigation])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "relationship", "held_from",
                              "held_until", "mitigation"))  # fmt: skip
        if not one.held:
            first.append([one.name, one.position, words.next("nil"), "", "", "", ""])
    for one in people[half:]:
        for held in one.held:
            second.append([one.name, TYPES[held.category], words.joined(held), one.position, words.since(held.since),
                           words.until(held.until), held.mitigation])  # fmt: skip
            found.append(said(one, held, "position", "category", "held_from", "held_until", "mitigation"))
        if not one.held:
            second.append([one.name, "", words.next("nil"), one.position, "", "", ""])
    sheets = [
        Sheet(first, above=("Part A: members of the Governing Body",),
              below=("* Entries are kept for six months after an interest ends.",)),
        Sheet(second, above=("Part B: other decision makers",),
              below=("1. Mitigation is agreed with the line manager.", "2. For queries ask the governance team.")),
    ]  # fmt: skip
    return [paper("register parts A and B", sheets, people, found)]


@batched(
    1,
    "lists in narrow cells",
    office(landscape=False, size=9, widths=(32, 30, 74, 24, 20), grid=None, lines=True),
    held=True,
)
def a_list_a_person(people: Sequence[Person], words: Words) -> list[Paper]:
    """One row a person with a bulleted list of interests, a line under each row and no other."""
    rows: list[list[Cell]] = [["Name", "Position", "Interests declared", "Date of declaration", "Updated"]]
    found = []
    for one in people:
        text = "\n".join(f"• {words.joined(held)}" for held in one.held) if one.held else words.next("nil")
        rows.append([one.name, one.position, text, words.declared(one.declared), ""])
        found += [said(one, held, "position") for held in one.held]
    above = ("Interests declared by members and senior staff",)
    return [paper("interests of members", Sheet(rows, above=above), people, found)]


CARD = """
body { font: 9pt/1.3 sans-serif } table { border-collapse: collapse; width: 100% }
th { background: #003087; color: #fff; padding: 2mm } td { padding: 1.5mm 2mm; border-top: .5pt solid #bbb; vertical-align: middle }
.c4, .c5, .c6 { text-align: center }
"""


@batched(1, "middled cells, dates in one column", web(CARD))
def who_what_when(people: Sequence[Person], words: Words) -> list[Paper]:
    """Six columns, words set in the middle of their rows, some centred, only a line above each row."""
    rows: list[list[Cell]] = [["Name and position", "Organisation", "Nature of interest", "Action to be taken",
                               "Type of interest", "Dates of interest", "Declared"]]  # fmt: skip
    found = []
    for one in people:
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([f"{one.name}, {one.position}", held.organisation, nature, held.mitigation,
                         TYPES[held.category], words.range(held), words.declared(one.declared)])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "relationship", "held_from",
                              "held_until", "mitigation", "declared_on"))  # fmt: skip
        if not one.held:
            rows.append(
                [f"{one.name}, {one.position}", words.next("nil"), "", "", "", "", words.declared(one.declared)]
            )
    return [paper("who what when", Sheet(rows), people, found)]


BOARD = """
body { font: 8.5pt/1.25 sans-serif } table { border-collapse: collapse; width: 100%; margin-bottom: 4mm }
td, th { border: .6pt solid #000; padding: 1mm; vertical-align: top; text-align: left } th { background: #ddd }
"""


@batched(1, "a table a type, two header rows", web(BOARD), held=True)
def letters_under_two_header_rows(people: Sequence[Person], words: Words) -> list[Paper]:
    """Two header rows, dates split under one heading, a letter for the type with a key above."""
    rows: list[list[Cell]] = [
        ["Name", "Role", "Interest", "", "", "Dates", "", "Risk mitigation"],
        ["", "", "Body or business", "What the interest is", "Type", "Start", "End", ""],
    ]  # fmt: skip
    merges = [(0, 2, 0, 4), (0, 5, 0, 6), *[(0, at, 1, at) for at in (0, 1, 7)]]
    found = []
    for one in people:
        for at, held in enumerate(one.held):
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            front: list[Cell] = [one.name, one.position] if at == 0 else ["", ""]
            rows.append([*front, held.organisation, nature, "ABC"[ORDER.index(held.category)], words.since(held.since),
                         words.until(held.until), held.mitigation])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "relationship", "held_from",
                              "held_until", "mitigation"))  # fmt: skip
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), *[""] * 5])
    above = (
        "Type: A = Financial interest; B = Non-financial professional interest; C = Non-financial personal interest",
    )
    return [paper("register with a key", Sheet(rows, above=above, merges=merges), people, found)]


@batched(1, "fields filled in", fields())
def filled_form(people: Sequence[Person], words: Words) -> list[Paper]:
    """The declaration form as a form to be filled in on the screen, a file a person: every answer stands in a field."""
    papers = []
    for one in people[:5]:
        rows: list[list[Cell]] = [["Type of interest", "Description of interest", "From", "To",
                                   "Actions to be taken to mitigate risk"]]  # fmt: skip
        found = []
        for held in one.held:
            rows.append([TYPES[held.category], words.joined(held), words.since(held.since), words.until(held.until),
                         held.mitigation])  # fmt: skip
            found.append(said(one, held, "position", "category", "held_from", "held_until", "mitigation"))
        if not one.held:
            rows.append(["", words.next("nil"), "", "", ""])
        rows += [[""] * 5 for _ in range(5 - len(rows))]
        front: list[list[Cell]] = [["Name:", one.name], ["Position within the CCG:", one.position]]
        sheets = [Sheet(front, above=("Declaration of interests",)), Sheet(rows, below=("Signed", "Date"))]
        papers.append(paper(f"declaration of {one.last}", sheets, [one], found))
    return papers


LISTS = """
body { font: 11px/1.35 sans-serif } table { border-collapse: collapse; width: 100% } ul { margin: 0; padding-left: 14px }
td, th { border-bottom: 1px solid #999; padding: 5px 8px; vertical-align: top; text-align: left } .c2 { width: 38% }
"""


@batched(2, "web lists, rows ruled", browser(LISTS))
def lists_and_two_dates(people: Sequence[Person], words: Words) -> list[Paper]:
    """One row a person, a bulleted list of what is declared, the practice apart."""
    rows: list[list[Cell]] = [["Member", "Role", "Declared interests", "Date declared", "Last reviewed"]]
    found = []
    for one in people:
        text = "\n".join(f"• {words.joined(held)}" for held in one.held) if one.held else words.next("nil")
        rows.append([one.name, one.position, text, words.declared(one.declared), "1 April 2019"])
        found += [said(one, held, "position", "declared_on") for held in one.held]
    above = ("Register of Members' Interests",)
    return [paper("members interests", Sheet(rows, above=above), people, found)]


@batched(2, "Word, no rules", office(size=8.5, grid=None, widths=(32, 38, 46, 46, 34, 24, 24)))
def bare_word_table(people: Sequence[Person], words: Words) -> list[Paper]:
    """A Word table without any rule, its headings in bold, again on each page."""
    rows: list[list[Cell]] = [
        ["Name", "Position", "Organisation", "Nature of interest", "Type of interest", "From", "To"]
    ]
    found = []
    for one in people:
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([one.name, one.position, held.organisation, nature, TYPES[held.category],
                         words.since(held.since), words.until(held.until)])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "relationship", "held_from",
                              "held_until"))  # fmt: skip
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), "", "", "", ""])
    return [paper("declared interests", Sheet(rows, above=("Interests declared in 2019",)), people, found)]


SMALL = """
body { font: 8.5px/1.3 serif } table { border-collapse: collapse; width: 100% }
td, th { border: 1px solid #000; padding: 2px 4px; vertical-align: middle; text-align: center }
"""


@batched(2, "upright page, merged and centred", browser(SMALL), held=True)
def merged_centred_people(people: Sequence[Person], words: Words) -> list[Paper]:
    """Everything centred in its cell, the person merged over the rows, two header rows, on an upright page."""
    heads: list[list[Cell]] = [
        ["Name", "Role", "Interest", "Type of interest", "", "", "Date of interest", "", "Actions to mitigate"],
        ["", "", "", "Financial", "Professional", "Personal", "From", "To", ""],
    ]  # fmt: skip
    return merged_people("merged register", heads, people, words)


FORMS = """
body { font: 9.5pt/1.3 sans-serif } table { border-collapse: collapse; width: 100%; margin: 0 0 3mm }
td, th { border: .5pt solid #666; padding: 1mm 1.5mm; vertical-align: top; text-align: left; font-weight: normal }
.t0 td, .t2 td, .t4 td { background: #f0f0f0 }
"""


@batched(2, "a form a person, many in a file", web(FORMS, size="A4"))
def forms_in_one_file(people: Sequence[Person], words: Words) -> list[Paper]:
    """Forms one after the other in a file: name and post in a small table, the interests in the next."""
    sheets, found = [], []
    for one in people:
        rows: list[list[Cell]] = [["Type of interest", "Description", "Date from", "Date to", "Mitigating action"]]
        for held in one.held:
            rows.append([TYPES[held.category], words.joined(held), words.since(held.since), words.until(held.until),
                         held.mitigation])  # fmt: skip
            found.append(said(one, held, "position", "category", "held_from", "held_until", "mitigation"))
        if not one.held:
            rows.append(["", words.next("nil"), "", "", ""])
        front: list[list[Cell]] = [["Name", one.name], ["Position", one.position]]
        sheets += [Sheet(front, above=("Declaration of interests form",)), Sheet(rows)]
    return [paper("declaration forms", sheets, people, found)]


@batched(2, "sheet, tall, dressed, upright page",
         sheet(Print(border="thin", repeat=True, dressed=True, landscape=False, tall=True)), held=True)  # fmt: skip
def practice_sheet(people: Sequence[Person], words: Words) -> list[Paper]:
    """A workbook by practice, printed on upright pages one page wide."""
    rows: list[list[Cell]] = [["Name", "Practice or organisation", "Position", "Interest", "Category", "Direct?", "Dates",
                               "Date declared", "Mitigation"]]  # fmt: skip
    found = []
    for one in people:
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([one.name, held.organisation, one.position, nature, TYPES[held.category],
                         "Direct" if held.direct else "Indirect", words.range(held), words.declared(one.declared),
                         held.mitigation])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "direct", "held_from", "held_until",
                              "declared_on", "mitigation"))  # fmt: skip
        if not one.held:
            rows.append([one.name, "", one.position, words.next("nil"), "", "", "", words.declared(one.declared), ""])
    return [paper("by practice", Sheet(rows), people, found)]
