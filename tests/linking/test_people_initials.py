"""Initials nobody wrote down: taken only where one person at the meeting alone can have them."""

from __future__ import annotations

import pytest

from coi_audit.linking.people.index import PeopleIndex
from coi_audit.linking.people.initials import own_initials, with_own_initials
from coi_audit.model.linking import Person


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Dr Asha Venn", {"AV"}),
        ("Jane Prosser-Lloyd", {"JP", "JPL"}),
        ("Dr Venn", set()),
        ("Rev. Jonas Peake", {"JP"}),
    ],
)
def test_initials_of_a_name(name: str, expected: set[str]) -> None:
    assert own_initials(name) == expected


def test_only_those_there_get_them_and_only_where_nobody_shares_them() -> None:
    people = [Person(name, (name,)) for name in ("Dr Asha Venn", "Tom Birk", "Theo Brand", "Ann Vale")]
    named = with_own_initials(people, ["Dr Asha Venn", "Tom Birk", "Theo Brand"])
    assert [one.initials for one in named] == [("AV",), (), (), ()]
    assert PeopleIndex(named, attending=["Dr Asha Venn"]).match("AV").person == named[0]


def test_initials_that_were_given_are_left_alone() -> None:
    given = Person("Dr Asha Venn", ("Dr Asha Venn",), initials=("AVE",))
    assert with_own_initials([given], ["Dr Asha Venn"])[0].initials == ("AVE",)
