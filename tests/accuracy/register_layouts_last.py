# ruff: noqa: E501
"""Further layouts of registers of interests, written after the reader had been mended on the first ones and before it met these."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from register_corpus import Cell, Person, Words
from register_layouts import TYPES, Layout, paper, true
from register_layouts_words import said
from register_writing import Paper, Sheet

LAST: dict[str, Layout] = {}


def last(made: Callable[[Sequence[Person], Words], list[Paper]]) -> Layout:
    LAST[made.__name__] = made
    return made


@last
def cards(people: Sequence[Person], words: Words) -> list[Paper]:
    """Labels down the side and values beside them, one card a person, an empty row between two interests."""
    papers = []
    for one in people:
        rows: list[list[Cell]] = [
            ["Name", one.name],
            ["Role", one.position],
            ["Date of declaration", words.declared(one.declared)],
        ]
        found = []
        for held in one.held:
            rows += [["", ""], ["Organisation", held.organisation], ["Nature of interest", held.nature],
                     ["Type of interest", TYPES[held.category]], ["Direct or indirect", "Direct" if held.direct else f"Indirect ({held.relationship})"],
                     ["From", words.since(held.since)], ["To", words.until(held.until)]]  # fmt: skip
            found.append(true(one, held, "position", "organisation", "nature", "category", "direct", "relationship",
                              "held_from", "held_until", "declared_on"))  # fmt: skip
        if not one.held:
            rows.append(["Interests", words.next("nil")])
        papers.append(paper(f"card {one.last}", Sheet(rows, name="Declaration of interests"), [one], found))
    return papers


@last
def bars_by_type(people: Sequence[Person], words: Words) -> list[Paper]:
    """The table is cut into the types by bars across it; nobody without an interest is listed but in a last part."""
    rows: list[list[Cell]] = [["Name", "Position", "Interest", "From", "To"]]
    merges, found = [], []
    for kind, bar in TYPES.items():
        merges.append((len(rows), 0, len(rows), 4))
        rows.append([bar.upper(), *[""] * 4])
        for one in people:
            for held in one.held:
                if held.category == kind:
                    rows.append(
                        [one.name, one.position, words.joined(held), words.since(held.since), words.until(held.until)]
                    )
                    found.append(said(one, held, "position", "category", "held_from", "held_until"))
    rows += [[one.name, one.position, words.next("nil"), "", ""] for one in people if not one.held]
    return [paper("by type", Sheet(rows, merges=merges), people, found)]


@last
def declared_yes_or_no(people: Sequence[Person], words: Words) -> list[Paper]:
    """Whether anything is declared stands in a column of its own, the details behind it, the date of the form last."""
    rows: list[list[Cell]] = [["Full name", "Job title", "Any interests to declare? (Y/N)", "If yes, details of interest",
                               "Type (Financial / Professional / Personal)", "Date form completed"]]  # fmt: skip
    found = []
    for one in people:
        declared = words.declared(one.declared)
        if not one.held:
            rows.append([one.name, one.position, "N", "", "", declared])
        for held in one.held:
            kind = {"financial": "Financial", "non_financial_professional": "Professional"}.get(
                held.category, "Personal"
            )
            rows.append([one.name, one.position, "Y", words.joined(held), kind, declared])
            found.append(said(one, held, "position", "category", "declared_on"))
    return [paper("forms received", Sheet(rows), people, found)]


@last
def capitals_and_dittos(people: Sequence[Person], words: Words) -> list[Paper]:
    """Surnames in capitals first, ditto marks below them, blank rows between people, letters after the name."""
    rows: list[list[Cell]] = [["Member's name", "Designation", "Organisation in which the interest is held", "Capacity",
                               "Class of interest", "Held from", "Held to"]]  # fmt: skip
    found = []
    for at, one in enumerate(people):
        name = f"{one.last.upper()}, {one.title} {one.first}".replace(",  ", ", ") if one.first else one.name
        name += (" MBE", " FRCGP", "")[at % 3] if not one.first else ""
        if not one.held:
            rows.append([name, one.position, words.next("nil"), "", "", "", ""])
        for number, held in enumerate(one.held):
            nature = held.nature if held.direct else f"{held.relationship.capitalize()} is {held.nature}"
            front: list[Cell] = [name, one.position] if number == 0 else ['"', "ditto"]
            rows.append([*front, held.organisation, nature, TYPES[held.category].removesuffix("s"),
                         words.since(held.since), words.until(held.until)])  # fmt: skip
            found.append(
                true(
                    one,
                    held,
                    "position",
                    "organisation",
                    "nature",
                    "category",
                    "relationship",
                    "held_from",
                    "held_until",
                )
            )
        rows.append([""] * 7)
    return [
        paper(
            "ccg register",
            Sheet(rows, above=("FERNMOOR CCG", "", "REGISTER OF MEMBERS' INTERESTS (updated 1 May 2019)")),
            people,
            found,
        )
    ]


@last
def words_in_tick_columns(people: Sequence[Person], words: Words) -> list[Paper]:
    """The tick columns hold "Yes - direct" or "Yes - indirect (wife)", and the interest stands before them."""
    rows: list[list[Cell]] = [["Name and role", "Declared interest", *TYPES.values(), "Start", "Finish"]]
    found = []
    for one in people:
        if not one.held:
            rows.append([f"{one.name}\n{one.position}", words.next("nil"), "No", "No", "No", "", ""])
        for held in one.held:
            mark = "Yes - direct" if held.direct else f"Yes - indirect ({held.relationship})"
            kinds: list[Cell] = [mark if held.category == kind else "" for kind in TYPES]
            rows.append([f"{one.name}\n{one.position}", f"{held.nature}, {held.organisation}", *kinds,
                         words.since(held.since), words.until(held.until)])  # fmt: skip
            found.append(
                true(
                    one,
                    held,
                    "position",
                    "organisation",
                    "nature",
                    "category",
                    "direct",
                    "relationship",
                    "held_from",
                    "held_until",
                )
            )
    return [paper("interests", Sheet(rows), people, found)]


@last
def board_paper(people: Sequence[Person], words: Words) -> list[Paper]:
    """A board paper: sentences above, a table for each committee with its own headings, the header again at a page's end."""
    half = len(people) // 2
    sheets, found = [], []
    for heads, some in ((["Board member", "Interest", "Date declared"], people[:half]),
                        (["Name", "Post", "Declaration", "Declared on"], people[half:])):  # fmt: skip
        rows: list[list[Cell]] = [list(heads)]
        for at, one in enumerate(some):
            if at == 3:
                rows.append(list(heads))
            front: list[Cell] = [f"{one.name}, {one.position}"] if len(heads) == 3 else [one.name, one.position]
            text = "\n".join(words.joined(held) for held in one.held) or words.next("nil")
            rows.append([*front, text, words.declared(one.declared)])
            found += [said(one, held, "position", "declared_on") for held in one.held]
        sheets.append(
            Sheet(rows, name="Register of interests", above=("Members are asked to tell the secretary of any change.",))
        )
    return [paper("paper 4 register of interests", sheets, people, found)]
