# ruff: noqa: E501
"""Layouts of registers of interests with a column for each thing, as bodies publish them: labelled before the reader ran."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import Any

from register_corpus import Cell, Held, Person, Words, days_of
from register_writing import Paper, Sheet

Layout = Callable[[Sequence[Person], Words], list[Paper]]
TUNED_ON: dict[str, Layout] = {}
HELD_OUT: dict[str, Layout] = {}
TYPES = {
    "financial": "Financial Interests",
    "non_financial_professional": "Non-Financial Professional Interests",
    "non_financial_personal": "Non-Financial Personal Interests",
}
ORDER = tuple(TYPES)
EVERYTHING = ("position", "organisation", "nature", "category", "direct", "held_from", "held_until", "mitigation")


def tuned(made: Layout) -> Layout:
    TUNED_ON[made.__name__] = made
    return made


def held_out(made: Layout) -> Layout:
    HELD_OUT[made.__name__] = made
    return made


def true(person: Person, held: Held, *fields: str, **other: Any) -> dict[str, Any]:
    """What a careful reader finds of one interest in the fields that the layout shows."""
    whole = {
        "position": person.position, "organisation": held.organisation, "nature": held.nature,
        "category": held.category, "direct": held.direct, "relationship": held.relationship or None,
        "held_from": days_of(held.since), "held_until": days_of(held.until), "declared_on": person.declared,
        "mitigation": held.mitigation or None,
    }  # fmt: skip
    return {"person": person.name, **{name: whole[name] for name in fields}, **other}


def nils(people: Sequence[Person]) -> list[str]:
    return [one.name for one in people if not one.held]


def ticks(held: Held, words: Words) -> list[Cell]:
    return [words.next("tick") if held.category == kind else "" for kind in ORDER]


def paper(stem: str, sheet: Sheet | list[Sheet], people: Sequence[Person], interests: list[dict[str, Any]]) -> Paper:
    sheets = sheet if isinstance(sheet, list) else [sheet]
    return Paper(stem, sheets, interests=interests, nils=nils(people))


TEMPLATE: list[list[Cell]] = [
    ["Name", "Current position (s) held in the CCG i.e. Governing Body member; Committee member; Member practice; "
     "CCG employee or other", "Declared Interest (Name of the organisation and nature of business)", "Type of Interest",
     "", "", "Is the interest direct or indirect?", "Nature of Interest", "Date of Interest", "",
     "Action taken to mitigate risk"],
    ["", "", "", "Financial Interest", "Non-Financial Professional Interest", "Non-Financial Personal Interest", "", "",
     "From", "To", ""],
]  # fmt: skip
TEMPLATE_MERGES = [(0, c, 1, c) for c in (0, 1, 2, 6, 7, 10)] + [(0, 3, 0, 5), (0, 8, 0, 9)]


def _template_rows(one: Person, words: Words) -> list[list[Cell]]:
    if not one.held:
        nil = words.next("nil")
        return [[one.name, one.position, nil, *["N/A" if nil == "N/A" else ""] * 4, "", "", "", ""]]
    return [
        [one.name, one.position, held.organisation, *ticks(held, words), "Direct" if held.direct else "Indirect",
         held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}", words.since(held.since),
         words.until(held.until), held.mitigation]
        for held in one.held
    ]  # fmt: skip


@tuned
def template_ticks(people: Sequence[Person], words: Words) -> list[Paper]:
    """NHS England's template: two header rows, ticks in every hand, the name merged over its rows."""
    rows, merges, found = list(TEMPLATE), list(TEMPLATE_MERGES), []
    for one in people:
        first = len(rows)
        new = _template_rows(one, words)
        rows += [new[0], *[["", "", *row[2:]] for row in new[1:]]]
        if len(new) > 1:
            merges += [(first, 0, len(rows) - 1, 0), (first, 1, len(rows) - 1, 1)]
        found += [true(one, held, *EVERYTHING, "relationship") for held in one.held]
    above = ("NHS Fernmoor Clinical Commissioning Group", "Register of Interests as at 1 April 2019")
    return [paper("register", Sheet(rows, above=above, merges=merges), people, found)]


@tuned
def template_yes_no(people: Sequence[Person], words: Words) -> list[Paper]:
    """The same, every cell filled: Yes or No under each type, the name on every row, and the header again half-way."""
    rows, found = list(TEMPLATE), []
    for at, one in enumerate(people):
        if at == len(people) // 2:
            rows += TEMPLATE
        for row in _template_rows(one, words):
            kinds: list[Cell] = ["Yes" if cell else "No" for cell in row[3:6]] if one.held else ["", "", ""]
            rows.append([*row[:3], *kinds, *row[6:]])
        found += [true(one, held, *EVERYTHING, "relationship") for held in one.held]
    return [paper("Register of Interests April 2019", Sheet(rows, merges=list(TEMPLATE_MERGES)), people, found)]


@tuned
def indirect_as_fourth_type(people: Sequence[Person], words: Words) -> list[Paper]:
    """Four tick columns, the last for indirect interests; organisation and role apart; a date of declaration."""
    rows: list[list[Cell]] = [
        ["Name", "Position/Role", "Organisation", "Role in organisation", "Type of interest", "", "", "", "From", "To",
         "Date declared", "Mitigation"],
        ["", "", "", "", "Financial", "Professional", "Personal", "Indirect", "", "", "", ""],
    ]  # fmt: skip
    found = []
    for one in people:
        declared = words.declared(one.declared)
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), *[""] * 7, declared, ""])
        for held in one.held:
            kinds = [*ticks(held, words), ""] if held.direct else ["", "", "", words.next("tick")]
            role = held.nature if held.direct else f"{held.nature} - {held.relationship}"
            rows.append([one.name, one.position, held.organisation, role, *kinds, words.since(held.since),
                         words.until(held.until), declared, held.mitigation])  # fmt: skip
            shown = [*EVERYTHING, "declared_on", "relationship"]
            found.append(true(one, held, *shown, **({} if held.direct else {"category": None})))
    merges = [(0, 4, 0, 7), *[(0, c, 1, c) for c in (0, 1, 2, 3, 8, 9, 10, 11)]]
    return [paper("interests", Sheet(rows, merges=merges), people, found)]


@tuned
def one_type_column(people: Sequence[Person], words: Words) -> list[Paper]:
    """A single header row, the type in words, direct or indirect and the relationship beside it, names once."""
    rows: list[list[Cell]] = [["Name", "Job title", "Name of organisation", "Nature of interest", "Category of interest",
                               "Direct / Indirect", "Relationship (if indirect)", "Start date", "End date", "Declared on",
                               "Action to mitigate"]]  # fmt: skip
    found = []
    for one in people:
        declared = words.declared(one.declared)
        if not one.held:
            rows.append([one.name, one.position, words.next("nil"), "", "", "", "", "", "", declared, ""])
        for at, held in enumerate(one.held):
            rows.append([*([one.name, one.position] if at == 0 else ["", ""]), held.organisation, held.nature,
                         TYPES[held.category], "Direct" if held.direct else "Indirect", held.relationship.capitalize(),
                         words.since(held.since), words.until(held.until), declared, held.mitigation])  # fmt: skip
            found.append(true(one, held, *EVERYTHING, "relationship", "declared_on"))
    return [paper("Declarations of interest", Sheet(rows), people, found)]


@tuned
def letters_with_a_key(people: Sequence[Person], words: Words) -> list[Paper]:
    """One letter for the type, explained above the table; from and to in one column; surname and first name apart."""
    above = ("REGISTER OF INTERESTS 2018/19", "Key: A = Financial; B = Non-financial professional; "
             "C = Non-financial personal; D = Indirect")  # fmt: skip
    rows: list[list[Cell]] = [
        ["Title", "Forename", "Surname", "Role", "Organisation", "Interest", "Type (A-D)", "Dates"]
    ]
    found = []
    for one in people:
        name: list[Cell] = [one.title, one.first, one.last, one.position]
        if not one.held:
            rows.append([*name, words.next("nil"), "", "", ""])
        for held in one.held:
            letter = "ABC"[ORDER.index(held.category)] if held.direct else "D"
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([*name, held.organisation, nature, letter, words.range(held)])
            shown = (
                "position",
                "organisation",
                "nature",
                "category",
                "direct",
                "relationship",
                "held_from",
                "held_until",
            )
            found.append(true(one, held, *shown, **({} if held.direct else {"category": None})))
    return [paper("register 2019-04-01", Sheet(rows, above=above), people, found)]


@tuned
def personal_or_pecuniary(people: Sequence[Person], words: Words) -> list[Paper]:
    """The scheme before 2016: personal or pecuniary, self or other, and only a start."""
    rows: list[list[Cell]] = [["Name", "Position", "Type of Interest", "Details & whether Personal or Pecuniary*",
                               "Self or other**", "Start Date"]]  # fmt: skip
    found = []
    for one in people:
        if not one.held:
            rows.append([one.name, one.position, *[words.next("nil")] * 4])
        for at, held in enumerate(one.held):
            kind = "Pecuniary" if held.category == "financial" else "Personal"
            whose = "Self" if held.direct else f"Other - {held.relationship}"
            rows.append([*([one.name, one.position] if at == 0 else ["", ""]), held.nature,
                         f"{held.organisation} ({kind})", whose, words.since(held.since)])  # fmt: skip
            shown = ["position", "organisation", "nature", "direct", "relationship", "held_from"]
            found.append(true(one, held, *(shown + (["category"] if kind == "Pecuniary" else []))))
    return [paper("doi form 2015-01", Sheet(rows, below=("* see policy", "** self, spouse, family")), people, found)]


@tuned
def practices_down_the_side(people: Sequence[Person], words: Words) -> list[Paper]:
    """A running number and the practice in front, surname first, notes behind, a total at the foot, one row withheld."""
    rows: list[list[Cell]] = [["No", "Practice / Department", "Name", "Role", "Interest", "Organisation", "Type", "From",
                               "To", "Notes"]]  # fmt: skip
    found: list[dict[str, Any]] = []
    for one in people:
        name = f"{one.last}, {one.first} ({one.title})" if one.first and one.title else one.name
        front: list[Cell] = [len(rows), one.practice or "Headquarters", name, one.position]
        if not one.held:
            rows.append([*front, words.next("nil"), "", "", "", "", ""])
        for held in one.held:
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            rows.append([len(rows), *front[1:], nature, held.organisation, TYPES[held.category], words.since(held.since),
                         words.until(held.until), "Form on file"])  # fmt: skip
            found.append(
                true(one, held, "organisation", "nature", "category", "relationship", "held_from", "held_until")
            )
    rows.append([len(rows), "Headquarters", "Name withheld", "Analyst", "Redacted", "", "", "", "", "Section 40"])
    rows.append(["Total", "", "", "", len(rows) - 1, "", "", "", "", ""])
    made = paper("member practices", Sheet(rows), people, found)
    made.told = ["total"]
    found.append({"person": "Name withheld", "organisation": "", "nature": "Redacted"})  # the audit asks about it
    return [made]


@tuned
def committees_and_cover(people: Sequence[Person], words: Words) -> list[Paper]:
    """A cover sheet, one sheet a committee, and a sheet of guidance; the declared date first."""
    half = len(people) // 2
    sheets = [
        Sheet([["Register of Interests"], ["NHS Fernmoor CCG"], ["Version 3, updated 1 April 2019"]], name="Cover")
    ]
    found = []
    for name, some in (("Governing Body", people[:half]), ("Primary Care Committee", people[half:])):
        rows: list[list[Cell]] = [
            ["Date of declaration", "Member", "Designation", "Interest declared", "Type", "Period"]
        ]
        for one in some:
            declared = words.declared(one.declared)
            if not one.held:
                rows.append([declared, one.name, one.position, words.next("nil"), "", ""])
            for held in one.held:
                rows.append([declared, one.name, one.position, words.joined(held), TYPES[held.category],
                             words.range(held)])  # fmt: skip
                found.append(true(one, held, "position", "organisation", "nature", "category", "relationship", "held_from",
                                  "held_until", "declared_on"))  # fmt: skip
        sheets.append(Sheet(rows, name=name, above=(name,)))
    sheets.append(Sheet([["Guidance"], ["An interest is declared within 28 days."]], name="Guidance"))
    return [paper("ROI workbook", sheets, people, found)]


@tuned
def editions_side_by_side(people: Sequence[Person], words: Words) -> list[Paper]:
    """Two folders' worth in one: each person's rows under a bar with the committee's name, sorted, with repeats."""
    rows: list[list[Cell]] = [["Name", "Title", "Interest", "Organisation", "Financial", "Non-financial professional",
                               "Non-financial personal", "Direct or indirect", "Date from", "Date to"]]  # fmt: skip
    merges, found = [], []
    half = len(people) // 2
    for bar, some in (("GOVERNING BODY MEMBERS", people[:half]), ("STAFF AT BAND 8D AND ABOVE", people[half:])):
        merges.append((len(rows), 0, len(rows), 9))
        rows.append([bar, *[""] * 9])
        for one in some:
            if not one.held:
                rows.append([one.name, one.position, *[words.next("nil")] * 8])
            for held in one.held:
                nature = held.nature if held.direct else f"{held.relationship.capitalize()} - {held.nature}"
                rows.append([one.name, one.position, nature, held.organisation, *ticks(held, words),
                             "D" if held.direct else "I", words.since(held.since), words.until(held.until)])  # fmt: skip
                found.append(true(one, held, *EVERYTHING[:-1], "relationship"))
    again = next((row for row, after in pairwise(rows[2:]) if row[0] == after[0]), None)
    made = paper("combined", Sheet([*rows, again] if again else rows, merges=merges), people, found)
    made.told = ["same interest"] if again else []
    return [made]
