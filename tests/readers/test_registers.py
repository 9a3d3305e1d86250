"""Registers in every labelled house style, read row by row and field by field; and bad files, each with its message."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from register_styles import STYLES as FIRST
from register_styles import Row
from register_styles_later import LATER

from coi_audit.model.interests import Interest
from coi_audit.readers.registers.register import looks_like_register, read_register

STYLES = {**FIRST, **LATER}


def field_of(interest: Interest, name: str) -> Any:
    if name in ("row", "sheet", "table"):
        return getattr(interest.source, name)
    value = getattr(interest, name)
    return str(value) if name in ("held_from", "held_until") and value is not None else value


def differences(found: list[Interest], expected: list[Row]) -> list[str]:
    """What was read otherwise than labelled, one line a field; rows are compared in order."""
    wrong = []
    for at in range(max(len(found), len(expected))):
        if at >= len(found):
            wrong.append(f"row {at}: missing {expected[at]}")
        elif at >= len(expected):
            wrong.append(f"row {at}: not labelled {found[at].person}: {found[at].nature}")
        else:
            for name, value in expected[at].items():
                read = field_of(found[at], name)
                if read != value:
                    wrong.append(f"row {at} {name}: read {read!r}, labelled {value!r}")
    return wrong


@pytest.mark.parametrize("name", sorted(STYLES))
def test_a_house_style_is_read_as_labelled(name: str, tmp_path: Path) -> None:
    path, expected = STYLES[name](tmp_path)
    read = read_register(path, root=tmp_path)
    assert read.register is not None
    assert differences(list(read.register.interests), expected.interests) == []
    assert [nil.person for nil in read.register.nil_returns] == expected.nils
    assert len(read.rejected) == len(expected.rejected), [one.sentence() for one in read.rejected]
    for rejected, words in zip(read.rejected, expected.rejected, strict=True):
        assert words in rejected.problem
    assert read.register.edition == expected.edition, read.register.edition_from
    assert not expected.columns or set(read.register.columns) == expected.columns
    assert (read.rows_read, read.nil_returns) == (len(expected.interests), len(expected.nils))
    assert read.rows_rejected == len(expected.rejected)


@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_interest_can_be_traced_to_its_own_place(name: str, tmp_path: Path) -> None:
    path, _ = STYLES[name](tmp_path)
    register = read_register(path, root=tmp_path).register
    assert register is not None
    keys = [interest.key for interest in register.interests]
    assert len(set(keys)) == len(keys)
    for interest in register.interests:
        assert interest.source.file == path.name and interest.source.row and interest.source.column
        said = interest.nature or interest.organisation
        assert said.split()[0] in interest.source.text
        assert interest.edition == register.edition


@pytest.mark.parametrize("name", sorted(STYLES))
def test_every_house_style_is_recognised_as_a_register(name: str, tmp_path: Path) -> None:
    path, _ = STYLES[name](tmp_path)
    assert looks_like_register(path) >= 0.6


@pytest.mark.parametrize(("cell", "direct"), [("Indirect", False), ("Direct", True), ("Yes", True), ("X", True)])
def test_a_column_headed_direct_may_say_indirect(tmp_path: Path, cell: str, direct: bool) -> None:
    path = tmp_path / "register.csv"
    path.write_text(f"Name,Nature of interest,Category,Direct\nDr Ann Vale,Share in Oak Ltd,Financial,{cell}\n")
    found = read_register(path, root=tmp_path).register
    assert found is not None
    assert [one.direct for one in found.interests] == [direct]
