# ruff: noqa: E501
"""Layouts of registers of interests that are held out: written with the others, and never looked into while mending."""

from __future__ import annotations

from collections.abc import Sequence

from register_corpus import Cell, Person, Words
from register_layouts import ORDER, TYPES, held_out, nils, paper, true
from register_layouts_words import said
from register_writing import Paper, Sheet


@held_out
def one_header_row_of_types(people: Sequence[Person], words: Words) -> list[Paper]:
    """Types side by side in a single header row, words of where and what in one cell, position before the name."""
    rows: list[list[Cell]] = [["Role in CCG", "Name of individual", "Details of interest held", "Financial", "Professional",
                               "Personal", "Direct?", "From (date)", "Until (date)", "How managed"]]  # fmt: skip
    found = []
    for one in people:
        if not one.held:
            rows.append([one.position, one.name, words.next("nil"), *[""] * 7])
        for held in one.held:
            marks: list[Cell] = [words.next("tick") if held.category == kind else "" for kind in ORDER]
            rows.append([one.position, one.name, words.joined(held), *marks, "Yes" if held.direct else "No",
                         words.since(held.since), words.until(held.until), held.mitigation])  # fmt: skip
            found.append(said(one, held, "position", "category", "direct", "held_from", "held_until", "mitigation"))
    return [paper("Interests", Sheet(rows, above=("Declarations of Interest Register, May 2019",)), people, found)]


@held_out
def machine_headings(people: Sequence[Person], words: Words) -> list[Paper]:
    """An export with headings for a machine, an id in front and a state behind."""
    rows: list[list[Cell]] = [["record_id", "first_name", "last_name", "job_role", "interest_type", "interest_situation",
                               "organisation_name", "interest_description", "start_date", "end_date", "date_declared",
                               "status"]]  # fmt: skip
    found = []
    for one in people:
        if not one.held:
            rows.append([len(rows), one.first, one.last, one.position, "Nil declaration", "", "", words.next("nil"), "", "",
                         words.declared(one.declared), "Approved"])  # fmt: skip
        for held in one.held:
            rows.append([1000 + len(rows), one.first, one.last, one.position, TYPES[held.category],
                         "Self" if held.direct else held.relationship.capitalize(), held.organisation, held.nature,
                         words.since(held.since), words.until(held.until), words.declared(one.declared),
                         "Approved"])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "direct", "relationship",
                              "held_from", "held_until", "declared_on"))  # fmt: skip
    return [paper("export", Sheet(rows), people, found)]


@held_out
def interests_across(people: Sequence[Person], words: Words) -> list[Paper]:
    """One row a person, first, second and third interest in columns of their own."""
    rows: list[list[Cell]] = [
        ["Name", "Position", "Interest 1", "Interest 2", "Interest 3", "Interest 4", "Date declared"]
    ]
    found = []
    for one in people:
        cells: list[Cell] = [words.joined(held) for held in one.held] or [words.next("nil")]
        rows.append([one.name, one.position, *cells, *[""] * (4 - len(cells)), words.declared(one.declared)])
        found += [said(one, held, "position", "declared_on") for held in one.held]
    return [paper("across", Sheet(rows), people, found)]


@held_out
def numbers_with_a_key(people: Sequence[Person], words: Words) -> list[Paper]:
    """Types by number with the key under the table, surname first, dates in one column."""
    rows: list[list[Cell]] = [["Surname, first name", "Post held", "Company or organisation", "Nature of involvement",
                               "Type of interest (see key)", "Date of interest", "Form signed"]]  # fmt: skip
    below = ("1 = Financial interest, 2 = Non-financial professional interest, 3 = Non-financial personal interest, "
             "4 = Indirect interest",)  # fmt: skip
    found = []
    for one in people:
        name = f"{one.last.upper()}, {one.title} {one.first}" if one.first and one.title else one.name
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([name, one.position, held.organisation, nature,
                         ORDER.index(held.category) + 1 if held.direct else 4, words.range(held),
                         words.declared(one.declared)])  # fmt: skip
            other = {} if held.direct else {"category": None}
            found.append(true(one, held, "position", "organisation", "nature", "category", "direct", "relationship",
                              "held_from", "held_until", "declared_on", **other))  # fmt: skip
        if not one.held:
            rows.append([name, one.position, words.next("nil"), "", "", "", words.declared(one.declared)])
    return [paper("ROI 2019", Sheet(rows, below=below), people, found)]


@held_out
def label_lines_without_a_table(people: Sequence[Person], words: Words) -> list[Paper]:
    """A form in plain paragraphs: name, position, and under each type the interests, one a line."""
    papers = []
    for one in people:
        lines = ["Declaration of interests", f"Name: {one.name}", f"Position: {one.position}"]
        found = []
        for kind, label in (*TYPES.items(), (None, "Indirect Interests")):
            some = [held for held in one.held if (held.category == kind if held.direct else kind is None)]
            lines.append(f"{label}: {'' if some else 'None' if one.held else words.next('nil')}".strip())
            lines += [words.joined(held) for held in some]
            other = {"category": kind}
            found += [said(one, held, "position", **other) for held in some]
        lines.append(f"Signed: {one.bare}    Date: {one.declared:%d %B %Y}")
        papers.append(Paper(f"form {one.last}", lines=lines, interests=found, nils=nils([one])))
    return papers


@held_out
def dates_in_the_words(people: Sequence[Person], words: Words) -> list[Paper]:
    """A list by practice or department; the dates stand in brackets behind the words, one interest a line."""
    rows: list[list[Cell]] = [["Department", "Staff member", "Type", "Interest (with dates)", "Manager's action"]]
    found = []
    for one in people:
        if not one.held:
            rows.append([one.practice or "Board", one.name, "", words.next("nil"), ""])
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([one.practice or "Board", one.name, TYPES[held.category],
                         f"{nature}, {held.organisation} ({words.range(held)})" if held.since else
                         f"{nature}, {held.organisation}", held.mitigation])  # fmt: skip
            found.append(said(one, held, "category", "held_from", "held_until", "mitigation"))
    return [paper("staff interests", Sheet(rows), people, found)]


@held_out
def sheet_a_person(people: Sequence[Person], words: Words) -> list[Paper]:
    """A workbook with a sheet for each person, the name and post above the headings."""
    sheets, found = [], []
    for one in people:
        rows: list[list[Cell]] = [["Organisation", "Role", "Category", "Direct/Indirect", "Date from", "Date to"]]
        rows += [[words.next("nil"), *[""] * 5]] if not one.held else []
        for held in one.held:
            role = held.nature if held.direct else f"{held.nature} ({held.relationship})"
            rows.append([held.organisation, role, TYPES[held.category], "Direct" if held.direct else "Indirect",
                         words.since(held.since), words.until(held.until)])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "direct", "relationship",
                              "held_from", "held_until"))  # fmt: skip
        sheets.append(Sheet(rows, name=one.last[:30], above=(f"Name: {one.name}", f"Position: {one.position}")))
    return [paper("board workbook", sheets, people, found)]


@held_out
def bullets_by_person(people: Sequence[Person], words: Words) -> list[Paper]:
    """A web page put into Word: the person on a line, the interests as a list below."""
    lines, found = ["Our board", "Declared interests, updated 3 June 2019"], []
    for one in people:
        lines.append(f"{one.name}, {one.position}")
        lines += [f"• {words.joined(held)}" for held in one.held] or [f"• {words.next('nil')}"]
        found += [said(one, held, "position") for held in one.held]
    return [Paper("our board", lines=lines, interests=found, nils=nils(people))]
