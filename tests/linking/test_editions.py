"""Two editions of a register: every interest of either stands in one pile, whatever its spelling in the other."""

from __future__ import annotations

from datetime import date
from typing import Any

from coi_audit.linking.editions import compare_editions
from coi_audit.model.dates import PartialDate
from coi_audit.model.editions import EditionsCompared
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.model.words import InterestCategory


def interest(person: str, organisation: str, nature: str, *, row: int = 1, **fields: Any) -> Interest:
    return Interest(
        person=person, organisation=organisation, nature=nature, source=SourceRef(file="r.csv", row=row), **fields
    )  # fmt: skip


def register(*interests: Interest, year: int = 2018, nils: tuple[str, ...] = ()) -> Register:
    source = SourceRef(file=f"r-{year}.csv")
    returns = tuple(NilReturn(person=name, source=source) for name in nils)
    return Register(
        file=source.file, edition=date(year, 4, 1), interests=interests, nil_returns=returns, source=source
    )  # fmt: skip


def counts(found: EditionsCompared) -> dict[str, int]:
    piles = ("added", "changed", "ended", "gone", "lapsed", "now_nil")
    return {name: len(getattr(found, name)) for name in piles if getattr(found, name)} | {"same": found.same}


PARTNER = interest("Dr Uma Kell", "Elm Street Surgery", "GP Partner")


def test_the_same_row_in_other_spellings_is_the_same_interest() -> None:
    later = interest("Kell, Uma (Dr)", "The Elm Street Surgery", "GP partner")
    found = compare_editions(register(PARTNER), register(later, year=2019))
    assert counts(found) == {"changed": 1, "same": 0}
    assert [(one.field, one.before, one.after) for one in found.changed[0].fields] == [
        ("organisation", "Elm Street Surgery", "The Elm Street Surgery")
    ]
    assert counts(compare_editions(register(PARTNER), register(PARTNER))) == {"same": 1}


def test_a_slip_in_the_name_of_the_organisation_does_not_part_them() -> None:
    slip = interest("Dr Uma Kell", "Elm Stret Surgery", "GP Partner")
    assert counts(compare_editions(register(PARTNER), register(slip, year=2019))) == {"changed": 1, "same": 0}


def test_another_practice_of_the_same_person_is_another_interest() -> None:
    other = interest("Dr Uma Kell", "Oak Lane Surgery", "GP Partner")
    found = compare_editions(register(PARTNER), register(other, year=2019))
    assert counts(found) == {"added": 1, "gone": 1, "same": 0}
    assert (found.gone[0], found.added[0]) == (PARTNER, other)


def test_what_somebody_does_there_may_change() -> None:
    before = interest("Dr Uma Kell", "Elm Street Surgery", "Salaried GP", category=InterestCategory.FINANCIAL)
    found = compare_editions(register(before), register(PARTNER, year=2019))
    assert [one.field for one in found.changed[0].fields] == ["nature", "category"]
    assert found.changed[0].fields[1].after == ""


def test_an_end_told_by_the_later_edition_is_an_end_and_an_omission_is_not() -> None:
    over = PARTNER.model_copy(update={"held_until": PartialDate.day(date(2018, 9, 30))})
    found = compare_editions(register(PARTNER), register(over, year=2019))
    assert counts(found) == {"ended": 1, "same": 0}
    assert [(one.field, one.before, one.after) for one in found.ended[0].fields] == [
        ("held_until", "", "30 September 2018")
    ]
    assert counts(compare_editions(register(PARTNER), register(year=2019))) == {"gone": 1, "same": 0}
    assert counts(compare_editions(register(over), register(year=2019))) == {"lapsed": 1, "same": 0}
    assert counts(compare_editions(register(over), register(year=2018))) == {"gone": 1, "same": 0}


def test_a_spouses_interest_is_not_ones_own() -> None:
    wife = interest("Dr Uma Kell", "Elm Street Surgery", "GP Partner", direct=False, relationship="wife")
    found = compare_editions(register(PARTNER), register(wife, year=2019))
    assert counts(found) == {"added": 1, "gone": 1, "same": 0}


def test_two_interests_in_one_organisation_are_paired_by_their_words() -> None:
    rent = interest("Dr Uma Kell", "Elm Street Surgery", "Owns a third of the building")
    found = compare_editions(register(PARTNER, rent), register(rent, year=2019))
    assert counts(found) == {"gone": 1, "same": 1}
    assert found.gone == (PARTNER,)


def test_somebody_who_had_an_interest_and_now_declares_nil_is_told() -> None:
    found = compare_editions(register(PARTNER), register(year=2019, nils=("Uma Kell", "Adam Roe")))
    assert counts(found) == {"gone": 1, "now_nil": 1, "same": 0}
    assert found.now_nil[0].person == "Uma Kell"


def test_two_people_of_one_surname_are_kept_apart() -> None:
    brother = interest("Dr Adam Kell", "Elm Street Surgery", "GP Partner")
    found = compare_editions(register(PARTNER), register(brother, year=2019))
    assert counts(found) == {"added": 1, "gone": 1, "same": 0}


def test_a_name_with_less_in_it_is_the_same_where_the_organisation_agrees() -> None:
    short = interest("Dr Kell", "Elm Street Surgery", "GP Partner")
    assert counts(compare_editions(register(PARTNER), register(short, year=2019)))["same"] == 1
    elsewhere = interest("Dr Kell", "Oak Lane Surgery", "GP Partner")
    assert counts(compare_editions(register(PARTNER), register(elsewhere, year=2019))) == {
        "added": 1, "gone": 1, "same": 0,
    }  # fmt: skip


def test_interests_without_an_organisation_are_told_apart_by_their_words() -> None:
    before = interest("Dr Uma Kell", "", "Trustee of a local hospice")
    after = interest("Dr Uma Kell", "", "Trustee of the local hospice")
    other = interest("Dr Uma Kell", "", "Owns rental property in the town")
    found = compare_editions(register(before), register(after, other, year=2019))
    assert counts(found) == {"added": 1, "changed": 1, "same": 0}
