"""Notices as files of their own: one a member, nobody else's interests in it, names that are safe and never shared."""

from __future__ import annotations

import io
from dataclasses import replace

import packs
from audits import item
from docx import Document

from coi_audit.model.audit import Audit
from coi_audit.model.linking import Person
from coi_audit.model.words import Action, Role
from coi_audit.report.pack.notice_files import notice_files
from coi_audit.rulebook.types import Rulebook


def words_of(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def with_people(*people: Person) -> Audit:
    title = "Fernhill Surgery: rent review"
    found = [packs.to_come(one, Action.LEAVE, title) for one in people]
    return packs.one_meeting(packs.declarations(), item("5", title, *found), people=(packs.CHAIR, *people))


def test_each_member_with_a_conflict_has_a_file_that_names_nobody_else_with_one(rulebook: Rulebook) -> None:
    audit = with_people(packs.DOCTOR, packs.OTHER)
    files = notice_files(audit, rulebook)
    on = audit.meetings[0].date.isoformat()
    assert sorted(files) == [
        f"{on}-bartholomew-featherstonehaugh-cholmondeley.docx",
        f"{on}-dr-mina-corrie.docx",
    ]
    told = words_of(files[f"{on}-dr-mina-corrie.docx"])
    assert "Dear Dr Mina Corrie" in told
    assert "Fernhill Surgery" in told
    assert packs.OTHER.name not in told
    assert "other pages" not in told


def test_nobody_with_a_conflict_has_no_file(rulebook: Rulebook) -> None:
    assert notice_files(packs.no_conflicts(), rulebook) == {}


def test_names_that_no_file_may_have_become_plain_ones_and_two_alike_stay_apart(rulebook: Rulebook) -> None:
    odd, same = Person("../Łucja O'Ñoño: C/O", role=Role.GP), Person("Dr Mina Corrie", role=Role.LAY)
    files = notice_files(with_people(odd, packs.DOCTOR, same), rulebook)
    stems = [name.removesuffix(".docx")[11:] for name in files]
    assert sorted(stems) == ["dr-mina-corrie", "dr-mina-corrie-2", "lucja-onono-c-o"]


def test_a_private_item_whose_papers_are_kept_from_the_member_is_not_told(rulebook: Rulebook) -> None:
    (content,) = notice_files(packs.in_private(), rulebook).values()
    told = words_of(content)
    assert packs.SECRET not in told
    assert "Quillfeather" not in told


def test_the_same_check_gives_the_same_bytes(rulebook: Rulebook) -> None:
    audit = with_people(packs.DOCTOR)
    assert notice_files(audit, rulebook) == notice_files(replace(audit), rulebook)
