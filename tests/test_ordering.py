"""Items stand in the order in which people count."""

from __future__ import annotations

from coi_audit.model.ordering import numbered


def test_items_stand_as_on_an_agenda() -> None:
    as_counted = [None, "2", "5.9", "5.10", "7", "7a", "7b", "10", "10.1", "2017/3", "A1", "A10", "AOB"]
    assert sorted(as_counted[5:] + as_counted[:5], key=numbered) == as_counted
    assert numbered("\u0663") != numbered("3")  # a digit of another script is a word here, and breaks nothing
