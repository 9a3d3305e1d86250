"""A register's column of organisations in which a whole phrase stands: who, what, and where. All is invented."""

from __future__ import annotations

import pytest

from coi_audit.readers.registers.organisations import name_and_nature


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Wife is a Practice Nurse at Foxglove Surgery", "Foxglove Surgery"),
        ("Daughter is a receptionist at Ridgeway Medical Centre", "Ridgeway Medical Centre"),
        ("Trustee of Aldermoor Hospice Trust", "Aldermoor Hospice Trust"),
        ("Shareholder in Aldermoor GP Alliance Ltd", "Aldermoor GP Alliance Ltd"),
        ("GP Partner, Foxglove Surgery, Bexwood", "Foxglove Surgery"),
    ],
)
def test_a_phrase_gives_the_organisation_and_is_itself_the_nature(written: str, name: str) -> None:
    assert name_and_nature(written) == (name, written)


@pytest.mark.parametrize(
    "written",
    ["Foxglove Surgery", "Partners in Health Ltd", "Friends of Moor Hospital", "Foxglove Surgery, GP partner"],
)
def test_a_name_stays_a_name(written: str) -> None:
    assert name_and_nature(written) == (written, "")
