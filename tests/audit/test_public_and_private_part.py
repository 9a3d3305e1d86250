"""Minutes of a public and of a private part with a list each, and lists on which nobody is known. All is invented."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.audit import Audit, MeetingAudit

BODY = """\
name: NHS Thornwick CCG
ods_code: 99T
kind: ccg
co_commissioning: delegated
guardian: Edna Pyle
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    quorum: {members: 3, must_include: [lay, executive]}
    members:
      - {name: Edna Pyle, role: lay, title: Lay Member, chair: true, from: 2017-04-01}
      - {name: Hugo Sands, role: lay, title: Lay Member, vice_chair: true, from: 2017-04-01}
      - {name: Vera Stock, role: executive, title: Chief Officer, from: 2017-04-01}
      - {name: Dr Ivo Ferne, role: gp, title: GP Member, practice: Brook Street Surgery, from: 2017-04-01}
organisations:
  - {name: Brook Street Surgery, kind: practice}
"""
HEAD = "NHS Thornwick CCG\nPrimary Care Commissioning Committee\nTuesday 12 June 2018\n"
AGENDA = f"""{HEAD}Meeting in public

1. Welcome and apologies
2. Declarations of interest
3. Brook Street Surgery: rent review - for approval
"""
PRIVATE_AGENDA = f"""{HEAD}Part 2 (private)

{{number}}. Brook Street Surgery: remedial notice - for approval
"""
PUBLIC = f"""Minutes
{HEAD}Held in public

Present: Edna Pyle (Chair), Hugo Sands, Vera Stock, Dr Ivo Ferne
1. Welcome and apologies
The meeting was quorate.
2. Declarations of interest
Dr Ferne declared an interest in item 3 as a partner in Brook Street Surgery.
3. Brook Street Surgery: rent review
Dr Ferne left the room. The rent was approved. Dr Ferne returned.
"""
PRIVATE = f"""Confidential minutes of Part 2
{HEAD}
Present: {{present}}
{{number}}. Brook Street Surgery: remedial notice
The Committee approved the notice.
"""
WITHOUT_HIM = "Edna Pyle (Chair), Hugo Sands, Vera Stock"


def audited(folder: Path, **minutes: str) -> Audit:
    papers = folder / "meetings" / "2018-06-12-pccc"
    papers.mkdir(parents=True)
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    for name, words in minutes.items():
        (papers / f"{name.replace('_', ' ')}.txt").write_text(words, encoding="utf-8")
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 9, 1))


def meeting(folder: Path, **minutes: str) -> MeetingAudit:
    return audited(folder, **minutes).meetings[0]


def in_parts(folder: Path, *, present: str, number: str) -> MeetingAudit:
    return meeting(
        folder,
        agenda=AGENDA,
        agenda_private=PRIVATE_AGENDA.format(number=number),
        minutes=PUBLIC,
        minutes_private=PRIVATE.format(present=present, number=number),
    )


def conflicted(held: MeetingAudit) -> list[tuple[bool, str]]:
    return [(item.item.private, one.holding.person.name) for item in held.items for one in item.conflicts]


def test_whoever_only_the_public_list_names_was_not_at_the_private_part(tmp_path: Path) -> None:
    held = in_parts(tmp_path, present=WITHOUT_HIM, number="4")
    assert conflicted(held) == [(False, "Dr Ivo Ferne")]
    assert [item.quorum.eligible_before for item in held.items[-2:]] == [4, 3]


def test_numbers_that_begin_anew_in_the_private_part_change_nothing(tmp_path: Path) -> None:
    assert conflicted(in_parts(tmp_path, present=WITHOUT_HIM, number="3")) == [(False, "Dr Ivo Ferne")]


def test_whoever_both_lists_name_was_at_both(tmp_path: Path) -> None:
    held = in_parts(tmp_path, present=f"{WITHOUT_HIM}, Dr Ivo Ferne", number="4")
    assert conflicted(held) == [(False, "Dr Ivo Ferne"), (True, "Dr Ivo Ferne")]


def test_a_private_part_whose_minutes_list_nobody_had_everybody(tmp_path: Path) -> None:
    held = in_parts(tmp_path, present="as for Part 1", number="4")
    assert conflicted(held) == [(False, "Dr Ivo Ferne"), (True, "Dr Ivo Ferne")]


def test_where_no_member_is_known_on_the_list_everybody_in_office_is_examined_and_it_is_told(tmp_path: Path) -> None:
    listed = "Present: the members of the Committee\nIn attendance: Jo Wick, minutes\nApologies: Hugo Sands"
    held = meeting(tmp_path, agenda=AGENDA, minutes=PUBLIC.replace(PUBLIC.split("\n")[6], listed))
    assert conflicted(held) == [(False, "Dr Ivo Ferne")]
    assert [one.name for one in held.present] == ["Dr Ivo Ferne", "Edna Pyle", "Vera Stock"]
    assert any("No member was recognised" in note for note in held.notes)


def test_initials_before_the_names_in_brackets_are_a_list_of_people(tmp_path: Path) -> None:
    listed = "PRESENT: EP (Edna Pyle, Chair), VS (Vera Stock), IF (Dr Ivo Ferne)"
    held = meeting(tmp_path, agenda=AGENDA, minutes=PUBLIC.replace(PUBLIC.split("\n")[6], listed))
    assert [one.name for one in held.present] == ["Dr Ivo Ferne", "Edna Pyle", "Vera Stock"]
    assert held.items[-1].chair.name == "Edna Pyle"
    assert held.items[-1].quorum.eligible_before == 3


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("The public is excluded because the item is commercially sensitive.", True),
        ("Held in private owing to the confidential nature of the business.", True),
        ("AGENDA - CONFIDENTIAL", False),
        ("Members only", False),
    ],
)
def test_the_private_agenda_may_say_why_it_is_private(words: str, told: bool, tmp_path: Path) -> None:
    audit = audited(
        tmp_path,
        agenda=AGENDA,
        agenda_private=PRIVATE_AGENDA.format(number="4").replace("(private)\n", f"(private)\n{words}\n"),
        minutes=PUBLIC,
        minutes_private=PRIVATE.format(present=WITHOUT_HIM, number="4"),
    )
    assert any(item.item.private for item in audit.meetings[0].items)
    assert ("PCC-10" in {one.rule_id for one in audit.findings}) is not told
