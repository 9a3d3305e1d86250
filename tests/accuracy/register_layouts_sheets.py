"""Layouts of registers kept as spreadsheets and published as their prints: held out, labelled before they were read."""

from __future__ import annotations

from collections.abc import Sequence

from register_corpus import Cell, Person, Words
from register_layouts import EVERYTHING, ORDER, TYPES, Layout, paper, true
from register_layouts_words import merged_people
from register_writing import Paper, Sheet

SHEETS: dict[str, Layout] = {}


def sheet_layout(made: Layout) -> Layout:
    SHEETS[made.__name__] = made
    return made


@sheet_layout
def twelve_columns(people: Sequence[Person], words: Words) -> list[Paper]:
    """Everything in a column of its own, each row full, two lines of title above."""
    rows: list[list[Cell]] = [
        ["No.", "Name", "Role", "Organisation", "Nature of interest", "Type of interest", "Direct or indirect",
         "Relationship", "From", "To", "Date declared", "Action taken to mitigate"]
    ]  # fmt: skip
    found = []
    for one in people:
        for held in one.held:
            rows.append([len(rows), one.name, one.position, held.organisation, held.nature, TYPES[held.category],
                         "Direct" if held.direct else "Indirect", held.relationship.capitalize(),
                         words.since(held.since), words.until(held.until), words.declared(one.declared),
                         held.mitigation])  # fmt: skip
            found.append(true(one, held, *EVERYTHING, "relationship", "declared_on"))
        if not one.held:
            declared = words.declared(one.declared)
            rows.append([len(rows), one.name, one.position, words.next("nil"), *[""] * 6, declared, ""])
    above = ("Marrowby and Thane Clinical Commissioning Group", "Register of interests, September 2018")
    return [paper("Register for publication", Sheet(rows, above=above), people, found)]


@sheet_layout
def merged_names_and_ticks(people: Sequence[Person], words: Words) -> list[Paper]:
    """Name and post merged over a person's rows, two rows of headings, a mark under one of three types."""
    heads: list[list[Cell]] = [
        ["Name", "Position held", "Declared interest", "Type of interest", "", "", "Date of interest", "",
         "Action to mitigate risk"],
        ["", "", "", "Financial", "Non-financial professional", "Non-financial personal", "From", "To", ""],
    ]  # fmt: skip
    return merged_people("ROI board", heads, people, words)


@sheet_layout
def practices_and_ranges(people: Sequence[Person], words: Words) -> list[Paper]:
    """By practice, surname and first name apart, both dates in one cell, a letter for the type with its key below."""
    rows: list[list[Cell]] = [
        ["Practice", "First name", "Surname", "Job title", "Organisation", "Interest", "Type (see key)",
         "Dates of interest", "Declared on"]
    ]  # fmt: skip
    below = ("Key to types: F = Financial; P = Non-financial professional; N = Non-financial personal",)
    found = []
    for one in people:
        front: list[Cell] = [one.practice or "CCG", one.first, one.last, one.position]
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([*front, held.organisation, nature, "FPN"[ORDER.index(held.category)], words.range(held),
                         words.declared(one.declared)])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "held_from", "held_until",
                              "declared_on"))  # fmt: skip
        if not one.held:
            rows.append([*front, words.next("nil"), "", "", "", words.declared(one.declared)])
    return [paper("members by practice", Sheet(rows, below=below), people, found)]
