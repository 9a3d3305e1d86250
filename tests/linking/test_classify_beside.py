"""Neighbours in titles: whoever objects, takes patients, is touched or is near is no party, unless nobody else is."""

from __future__ import annotations

import pytest
from classify_items import known, read

from coi_audit.model.words import OrganisationKind

PARTY, OTHER = "Fennel Lane Surgery", "Mossgill Practice"


@pytest.mark.parametrize(
    "title",
    [
        "Objection by Mossgill Practice to the closure of Fennel Lane Surgery",
        "Mossgill Practice's written objection to the closure of Fennel Lane Surgery",
        "Closure of Fennel Lane Surgery: Mossgill Practice objects",
        "Closure of Fennel Lane Surgery, to which Mossgill Practice is opposed",
        "Closure of Fennel Lane Surgery (objections: Mossgill Practice)",
        "Mossgill Practice, the nearest practice to Fennel Lane Surgery, objecting to its closure",
        "Closure of Fennel Lane Surgery: Mossgill Practice to take its patients",
        "Transfer of the patients of Fennel Lane Surgery to Mossgill Practice",
        "Closure of Fennel Lane Surgery and its effect on Mossgill Practice",
        "Effect of the closure of Fennel Lane Surgery on Mossgill Practice",
        "Relocation of Fennel Lane Surgery to a site close to Mossgill Practice",
        "Relocation of Fennel Lane Surgery half a mile from Mossgill Practice",
        "Relocation of Fennel Lane Surgery (nearest practice: Mossgill Practice)",
        "Fennel Lane Surgery, Mossgill Practice's nearest neighbour, seeks to relocate",
    ],
)
def test_a_neighbour_of_the_subject_is_no_party(title: str) -> None:
    result = read(title)
    assert (result.mentions, result.neighbours) == ((PARTY,), (OTHER,))


@pytest.mark.parametrize(
    "title",
    [
        "Merger of Fennel Lane Surgery with the neighbouring Mossgill Practice",
        "Fennel Lane Surgery and nearby Mossgill Practice: improvement grants",
        "Caretaking of Fennel Lane Surgery by Mossgill Practice",
        "Letter from Fennel Lane Surgery about its merger with Mossgill Practice",
        "Objection of Fennel Lane Surgery and Mossgill Practice",
        "Fennel Lane Surgery, Mossgill Practice: rent",
    ],
)
def test_who_joins_in_what_is_done_is_a_party(title: str) -> None:
    result = read(title)
    assert (result.mentions, result.neighbours) == ((PARTY, OTHER), ())


def test_all_who_object_are_neighbours_and_concerns_about_somebody_are_not_theirs() -> None:
    both = read("Objections by Mossgill Practice and Larch Surgery to the closure of Fennel Lane Surgery")
    assert both.neighbours == (OTHER, "Larch Surgery")
    about = read("Concerns about Mossgill Practice and lease of Fennel Lane Surgery")
    assert about.neighbours == ()


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Merger of Dr A Littler and Ashurst Surgery", ("Dr A Littler", "Ashurst Surgery")),
        ("Rent reviews: Ashurst Surgery and Dr A Littler", ("Ashurst Surgery", "Dr A Littler")),
        ("Retirement of Dr A Littler, Ashurst Surgery", ("Ashurst Surgery",)),
    ],
)
def test_a_doctor_listed_with_a_practice_is_one(title: str, names: tuple[str, ...]) -> None:
    assert read(title).mentions == names


def test_a_practice_that_is_called_branch_is_no_branch() -> None:
    title = "Merger of Ashurst Surgery and Branch End Surgery"
    found = (known(title, "Branch End Surgery", OrganisationKind.PRACTICE),)
    assert read(title, found=found).mentions == ("Ashurst Surgery", "Branch End Surgery")


def test_a_name_the_lists_know_goes_before_an_ending_inside_it_that_is_none() -> None:
    title = "Relocation of Ashurst Care Partnership"
    found = (known(title, "Ashurst Care Partnership", OrganisationKind.PRACTICE),)
    assert read(title, found=found).mentions == ("Ashurst Care Partnership",)
