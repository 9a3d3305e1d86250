# ruff: noqa: E501
"""Layouts in which several things share a cell, or no table is there at all: forms, council lists, one cell a person."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from register_corpus import Cell, Held, Person, Words
from register_layouts import ORDER, TYPES, nils, paper, ticks, true, tuned
from register_writing import Paper, Sheet

SAID = ("organisation", "nature", "relationship")


def said(person: Person, held: Held, *fields: str, **other: Any) -> dict[str, Any]:
    """The truth of an interest told in one phrase: where it is and what, and whose it is."""
    return true(person, held, *SAID, *fields, **({} if held.direct else {"direct": False}), **other)


def merged_people(stem: str, heads: list[list[Cell]], people: Sequence[Person], words: Words) -> list[Paper]:
    """Under two rows of headings, name and post merged over a person's rows, a mark under one of three types."""
    rows, found = list(heads), []
    merges = [(0, 3, 0, 5), (0, 6, 0, 7), *[(0, at, 1, at) for at in (0, 1, 2, 8)]]
    for one in people:
        first = len(rows)
        for held in one.held:
            front: list[Cell] = [one.name, one.position] if len(rows) == first else ["", ""]
            rows.append([*front, words.joined(held), *ticks(held, words), words.since(held.since),
                         words.until(held.until), held.mitigation])  # fmt: skip
            found.append(said(one, held, "position", "category", "held_from", "held_until", "mitigation"))
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), *[""] * 6])
        if len(rows) - first > 1:
            merges += [(first, 0, len(rows) - 1, 0), (first, 1, len(rows) - 1, 1)]
    return [paper(stem, Sheet(rows, merges=merges), people, found)]


@tuned
def annex_a_forms(people: Sequence[Person], words: Words) -> list[Paper]:
    """NHS England's declaration form, one person a file: label lines above a table, signatures under it."""
    papers = []
    for one in people:
        front: list[list[Cell]] = [
            ["Name:", one.name], ["Position within, or relationship with, the CCG (or NHS England in the event of joint "
             "committees):", one.position], ["Detail of interests held (complete all that are applicable):", ""],
        ]  # fmt: skip
        rows: list[list[Cell]] = [["Type of Interest*", "Description of Interest (including for indirect Interests, details "
                                   "of the relationship with the person who has the interest)",
                                   "Date interest relates From & To", "Actions to be taken to mitigate risk"]]  # fmt: skip
        found = []
        for held in one.held:
            rows.append([TYPES[held.category] if held.direct else "Indirect", words.joined(held), words.range(held),
                         held.mitigation])  # fmt: skip
            other = {} if held.direct else {"category": None}
            shown = ("position", "category", "held_from", "held_until", "mitigation", "declared_on")
            found.append(said(one, held, *shown, **other))
        if not one.held:
            rows.append([words.next("nil"), "", "", ""])
        below = (f"Signed: {one.bare}", f"Date: {one.declared:%d/%m/%Y}")
        sheets = [Sheet(front, name="Declaration"), Sheet(rows, name="Interests", below=below)]
        papers.append(paper(f"declaration {one.last}", sheets, [one], found))
    return papers


@tuned
def form_in_one_table(people: Sequence[Person], words: Words) -> list[Paper]:
    """The same form drawn as one table: labels, then the heading row, then the interests."""
    papers = []
    for one in people:
        rows: list[list[Cell]] = [
            ["Name", one.name, "", ""], ["Position", one.position, "", ""],
            ["Type of interest", "Description of interest", "Dates (from and to)", "Mitigation"],
        ]  # fmt: skip
        found = []
        for held in one.held:
            rows.append([TYPES[held.category], words.joined(held), words.range(held), held.mitigation])
            found.append(said(one, held, "position", "category", "held_from", "held_until", "mitigation"))
        if not one.held:
            rows.append([words.next("nil"), "", "", ""])
        merges = [(0, 1, 0, 3), (1, 1, 1, 3)]
        papers.append(paper(f"form {one.last}", Sheet(rows, name="Form", merges=merges), [one], found))
    return papers


@tuned
def council_table(people: Sequence[Person], words: Words) -> list[Paper]:
    """A council board's list: member, minute, nature of interest."""
    rows: list[list[Cell]] = [["Member", "Minute", "Nature of Interest"]]
    found = []
    for at, one in enumerate(people, 11):
        if not one.held:
            rows.append([f"{one.name} ({one.position})", "", words.next("nil")])
        for held in one.held:
            money = "Pecuniary" if held.category == "financial" else "Non-pecuniary"
            rows.append([f"{one.name} ({one.position})", at, f"{money} - {words.joined(held)}"])
            found.append(said(one, held, "position", **({"category": "financial"} if money == "Pecuniary" else {})))
    return [paper("interests declared", Sheet(rows), people, found)]


@tuned
def council_lines(people: Sequence[Person], words: Words) -> list[Paper]:
    """No table at all: a line for each interest, name, kind, words."""
    lines, found = ["Fernmoor Health and Wellbeing Board", "Register of Interests", "April 2019"], []
    for one in people:
        if not one.held:
            lines.append(f"{one.name} – {words.next('nil')}")
        for held in one.held:
            money = "pecuniary" if held.category == "financial" else "non-pecuniary"
            lines.append(f"{one.name} – {money} – {words.joined(held)}")
            found.append(said(one, held, **({"category": "financial"} if money == "pecuniary" else {})))
    return [Paper("board interests", lines=lines, interests=found, nils=nils(people))]


@tuned
def name_as_heading_row(people: Sequence[Person], words: Words) -> list[Paper]:
    """The person stands in a bar across the table, the interests under it."""
    rows: list[list[Cell]] = [["Organisation", "Nature of interest", "Type of interest", "From", "To", "Mitigation"]]
    merges, found = [], []
    for one in people:
        merges.append((len(rows), 0, len(rows), 5))
        rows.append([f"{one.name} - {one.position}", *[""] * 5])
        if not one.held:
            rows.append([words.next("nil"), *[""] * 5])
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([held.organisation, nature, TYPES[held.category], words.since(held.since),
                         words.until(held.until), held.mitigation])  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "relationship", "held_from",
                              "held_until", "mitigation"))  # fmt: skip
    return [paper("register", Sheet(rows, merges=merges, above=("Register of interests - 2 May 2019",)), people, found)]


@tuned
def everything_in_a_cell(people: Sequence[Person], words: Words) -> list[Paper]:
    """One row a person: name with the position in brackets, all interests in a cell, the date of the return."""
    rows: list[list[Cell]] = [["Name (position)", "Interests declared", "Date of return"]]
    found = []
    for at, one in enumerate(people):
        between = ("\n• ", "; ", "\n")[at % 3]
        text = between.join(words.joined(held) for held in one.held) if one.held else words.next("nil")
        rows.append([f"{one.name} ({one.position})", ("• " if "•" in between and one.held else "") + text,
                     words.declared(one.declared)])  # fmt: skip
        found += [said(one, held, "position", "declared_on") for held in one.held]
    return [paper("returns", Sheet(rows), people, found)]


@tuned
def words_under_each_type(people: Sequence[Person], words: Words) -> list[Paper]:
    """One row a person and a column for each type, the words of the interests in them."""
    rows: list[list[Cell]] = [["Name", "Role", *TYPES.values(), "Indirect Interests", "Updated"]]
    found = []
    for one in people:
        cells: list[Cell] = []
        for kind in (*ORDER, None):
            some = [held for held in one.held if (held.category == kind if held.direct else kind is None)]
            cells.append("\n".join(words.joined(held) for held in some) or ("None" if one.held else words.next("nil")))
            other = {"category": kind} if kind else {"category": None}
            found += [said(one, held, "position", "declared_on", **other) for held in some]
        rows.append([one.name, one.position, *cells, words.declared(one.declared)])
    return [paper("types across", Sheet(rows), people, found)]


@tuned
def cells_in_step(people: Sequence[Person], words: Words) -> list[Paper]:
    """One row a person, every cell with one line an interest: organisation, role, type and dates run in step."""
    rows: list[list[Cell]] = [["Name", "Position", "Organisation", "Nature of interest", "Type", "From", "To"]]
    found = []
    for one in people:
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), "", "", "", ""])
            continue
        some = [held for held in one.held if held.direct and held.until and held.since] or list(one.held[:1])
        since = [str(words.since(held.since, plain=True)) for held in some]
        until = [
            "ongoing" if held.until in ("", "current") else str(words.since(held.until, plain=True)) for held in some
        ]
        columns = [[held.organisation for held in some], [held.nature for held in some],
                   [TYPES[held.category] for held in some], since, until]  # fmt: skip
        rows.append([one.name, one.position, *["\n".join(column) for column in columns]])
        found += [true(one, held, "position", "organisation", "nature", "category", "held_from", "held_until")
                  for held in some]  # fmt: skip
    return [paper("in step", Sheet(rows), people, found)]


@tuned
def several_people_in_a_cell(people: Sequence[Person], words: Words) -> list[Paper]:
    """Partners who hold the same interest share a row; everybody without one shares another."""
    rows: list[list[Cell]] = [["Name(s)", "Organisation", "Nature of interest", "Type", "From"]]
    found = []
    holders = [one for one in people if one.held and one.held[0].direct]
    for first, second in zip(holders[::2], holders[1::2], strict=False):
        held = first.held[0]
        rows.append([f"{first.name}\n{second.name}", held.organisation, held.nature, TYPES[held.category],
                     words.since(held.since)])  # fmt: skip
        fields = ("organisation", "nature", "category", "held_from")
        found += [true(first, held, *fields), true(second, held, *fields)]
    none = [one for one in people if not one.held]
    rows.append(["; ".join(one.name for one in none), words.next("nil"), "", "", ""])
    return [paper("shared", Sheet(rows), none, found)]


@tuned
def counts_of_an_online_system(people: Sequence[Person], words: Words) -> list[Paper]:
    """A count for each person and kind: nil and no change are returns, a count is not an interest and must be told."""
    codes = ["DM", "Gi", "Ho", "Ou", "Cl", "Se", "Sr", "SP", "Sh", "Pa", "Do", "Lo", "Ni", "No"]
    rows: list[list[Cell]] = [["Name", "Role", *codes]]
    told, quiet = [], []
    for at, one in enumerate(people):
        counts: list[Cell] = ["Y", *[0] * 13]
        if one.held:
            counts[codes.index(("Ou", "Sh", "Lo")[at % 3])] = len(one.held)
            told.append(one.bare)
        else:
            counts[codes.index(("Ni", "No")[at % 2])] = 1
            quiet.append(one.name)
        rows.append([one.name, one.position, *counts])
    return [Paper("group", [Sheet(rows)], nils=quiet, told=told)]
