"""Starting a case folder: what is written reads back without a fault, and nothing is written over."""

from __future__ import annotations

from pathlib import Path

import pytest
from register_styles import STYLES

from coi_audit.errors import UserError
from coi_audit.model.words import BodyKind, Role
from coi_audit.readers.body_file import read_body
from coi_audit.readers.new_case import guess_role, start_case


@pytest.mark.parametrize("kind", list(BodyKind))
@pytest.mark.parametrize("code", ["99Y", None, "0123"])
def test_a_new_folder_reads_back_without_a_fault(tmp_path: Path, kind: BodyKind, code: str | None) -> None:
    folder = tmp_path / "new" / "fernmoor"
    written = start_case(folder, name='NHS "Fernmoor": CCG #1', ods_code=code, kind=kind, register=None)
    assert written == [folder / "body.yaml"]
    assert (folder / "meetings").is_dir()
    read = read_body(folder / "body.yaml", root=folder)
    assert read.rejected == ()
    assert (read.body.name, read.body.ods_code, read.body.kind) == ('NHS "Fernmoor": CCG #1', code, kind)


@pytest.mark.parametrize("name", sorted(STYLES))
def test_a_register_of_any_style_fills_the_members(tmp_path: Path, name: str) -> None:
    path, expected = STYLES[name](tmp_path)
    folder = tmp_path / "case"
    written = start_case(folder, name="NHS Fernmoor CCG", ods_code="99Y", kind=BodyKind.CCG, register=path)
    assert written == [folder / "body.yaml", folder / path.name]
    read = read_body(folder / "body.yaml", root=folder)
    assert read.rejected == ()
    members = [member.name for member in read.body.committees[0].members]
    assert set(members) == {row["person"] for row in expected.interests} | set(expected.nils)
    assert len(members) == len(set(members))


def test_roles_titles_chair_and_practices_are_filled_with_a_remark_to_check(tmp_path: Path) -> None:
    path, _ = STYLES["several_in_a_cell"](tmp_path)
    folder = tmp_path / "case"
    start_case(folder, name="B", ods_code="99Y", kind=BodyKind.CCG, register=path)
    members = {member.name: member for member in read_body(folder / "body.yaml").body.committees[0].members}
    assert (members["Dr Uma Kell"].role, members["Dr Uma Kell"].practice) == (Role.GP, "Kell Practice")
    assert members["Dr Uma Kell"].title == "GP Member"
    assert members["Ms Ida Penn"].role is Role.NURSE and members["Mr Sol Hart"].role is Role.EXECUTIVE
    assert members["Mr Adam Roe"].practice is None
    assert 'guessed from "GP Member": check' in (folder / "body.yaml").read_text(encoding="utf-8")


def test_a_spouses_practice_is_not_the_members_own(tmp_path: Path) -> None:
    path, _ = STYLES["annex_a_table"](tmp_path)
    start_case(tmp_path / "case", name="B", ods_code=None, kind=BodyKind.CCG, register=path)
    members = read_body(tmp_path / "case" / "body.yaml").body.committees[0].members
    assert [member.practice for member in members] == ["Tansley Road Surgery", None]


@pytest.mark.parametrize(
    ("position", "role"),
    [
        ("Lay Member for Governance", Role.LAY), ("Director of Public Health", Role.PUBLIC_HEALTH),
        ("Clinical Director", Role.GP), ("Governing Body GP", Role.GP),
        ("Practice Manager Representative", Role.PRACTICE_MANAGER),
        ("Chief Finance Officer", Role.EXECUTIVE), ("Secondary Care Doctor", Role.SECONDARY_CARE),
        ("Registered Nurse", Role.NURSE), ("Healthwatch Manager", Role.HEALTHWATCH), ("LMC Secretary", Role.LMC),
        ("Non-Executive Member", Role.LAY), ("NHS England Head of Primary Care", Role.NHS_ENGLAND),
        ("Councillor, Health and Wellbeing Board", Role.HWB), ("Minute taker", Role.OTHER), (None, Role.OTHER),
    ],
)  # fmt: skip
def test_a_role_is_guessed_from_the_position(position: str | None, role: Role) -> None:
    assert guess_role(position) is role


@pytest.mark.parametrize("existing", ["body.yaml", "body.yml"])
def test_nothing_is_written_over(tmp_path: Path, existing: str) -> None:
    (tmp_path / existing).write_text("name: mine\n")
    with pytest.raises(UserError, match="already has a"):
        start_case(tmp_path, name="B", ods_code=None, kind=BodyKind.CCG, register=None)
    assert (tmp_path / existing).read_text() == "name: mine\n"


def test_a_bad_register_or_a_file_for_a_folder_writes_nothing(tmp_path: Path) -> None:
    bad = tmp_path / "register.xlsx"
    bad.write_bytes(b"%PDF-1.7")
    with pytest.raises(UserError, match="this file is a PDF"):
        start_case(tmp_path / "case", name="B", ods_code=None, kind=BodyKind.CCG, register=bad)
    assert not (tmp_path / "case").exists()
    with pytest.raises(UserError, match="this is a file, not a folder"):
        start_case(bad, name="B", ods_code=None, kind=BodyKind.CCG, register=None)
