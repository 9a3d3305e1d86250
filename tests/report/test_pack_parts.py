"""What each part of the secretary's pack says, before it is laid out: script, sheets, checklist, wording, notices."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import packs
import pytest
from audits import check, item

from coi_audit import paths
from coi_audit.checks import all_checks
from coi_audit.model.audit import Audit
from coi_audit.model.linking import Classification, QuorumResult
from coi_audit.model.words import Action, Purpose, Scope, Stage
from coi_audit.report.pack.blocks import Block, Bullets, Card, Heading, Line, Part, Style, Table, Text, Tone
from coi_audit.report.pack.fit import PDF, WORD
from coi_audit.report.pack.plan import pack_of
from coi_audit.rulebook.load import load_rulebook

EVERY = (packs.no_conflicts, packs.every_action, packs.both_chairs, packs.in_private, check)


@cache
def _rulebook() -> object:
    return load_rulebook(paths.rules_folder(), all_checks())


def parts_of(audit: Audit) -> dict[str, Part]:
    """The pack's parts by title."""
    return {one.title: one for one in pack_of(audit, _rulebook(), PDF).parts}  # type: ignore[arg-type]


def told(one: Line) -> str:
    return "".join(f"[{run.text}]" if run.tone in (Tone.BLANK, Tone.WIDE) else run.text for run in one)


def words_of(block: Block) -> list[str]:
    """The lines of a block, each as bare words; a table's rows with bars between the cells."""
    if isinstance(block, Text):
        return [told(block.line)]
    if isinstance(block, Bullets):
        return [told(one) for one in block.lines]
    if isinstance(block, Heading):
        return [block.text]
    if isinstance(block, Card):
        return [told(one.line) for one in block.blocks]
    rows = [" | ".join(" / ".join(told(one) for one in cell if one) for cell in row) for row in block.rows]
    return [block.caption, " | ".join(one.title for one in block.columns), *rows]


def lines_of(part: Part) -> list[str]:
    return [line for block in part.blocks for line in words_of(block)]


def said(part: Part) -> list[str]:
    """What the chair reads out."""
    found = []
    for block in part.blocks:
        if isinstance(block, Text) and block.style is Style.SAY:
            found.append(told(block.line))
        elif isinstance(block, Bullets) and block.said:
            found += [told(one) for one in block.lines]
    return found


def rows_of(part: Part, number: int = 0) -> list[list[str]]:
    table = [one for one in part.blocks if isinstance(one, Table)][number]
    return [[" / ".join(told(one) for one in cell if one) for cell in row] for row in table.rows]


ORDER = (
    "6 February 2018: Primary Care Commissioning Committee", "What is in this pack, and for whom", "Nothing to declare",
    "Chair's script", "Leave and return", "Papers to withhold, and from whom", "Register of those attending",
    "Declarations checklist", "Draft wording for the minutes", "Quorum, item by item", "Item by item",
)  # fmt: skip


@pytest.mark.parametrize("make", EVERY)
def test_every_part_is_there_in_reading_order_whatever_comes(make: object) -> None:
    titles = list(parts_of(make()))  # type: ignore[operator]
    kept = [one for one in titles if not one.startswith(("Notice to", "Script for"))]
    assert tuple(kept) == (*ORDER, "What this rests on")


# The chair's script


def test_the_script_opens_calls_for_declarations_and_is_silent_where_there_is_nothing_to_say() -> None:
    script = parts_of(packs.no_conflicts())["Chair's script"]
    aloud = said(script)
    assert aloud[0] == (
        "Welcome to this meeting of the Primary Care Commissioning Committee of NHS Ashvale & Łódź CCG, on 6 February"
        " 2018."
    )
    assert "We have apologies from Ines Farrow." in aloud
    assert "Our quorum is 3 members. With [number] here, this meeting is quorate." in aloud
    assert any(one.startswith("I ask everybody here, members and visitors, to declare") for one in aloud)
    assert "From the register and the agenda we expect no declaration." in aloud
    assert "Item 3: nothing to say about interests." in lines_of(script)


def test_an_agenda_without_an_item_for_declarations_is_called_all_the_same() -> None:
    script = parts_of(check())["Chair's script"]
    assert any("The agenda has no item for declarations" in one for one in lines_of(script))
    assert sum(one.startswith("I ask everybody here") for one in said(script)) == 1


def test_the_script_has_a_ruling_for_each_action_and_calls_back_those_who_left() -> None:
    script = parts_of(packs.every_action())["Chair's script"]
    aloud = said(script)
    for words in (
        "I rule that Person Leave No Papers leaves for the whole of this item and is sent no papers for it, because"
        " [reason].",
        "As ruled by the conflicts of interest guardian on 12 January 2018, Person Leave leaves for the whole of this"
        " item, because her own surgery.",
        "I rule that Person Discuss Then Leave may join the discussion and leaves before the decision, because"
        " [reason].",
        "I rule that Person Stay No Vote may stay and takes no part in the decision, because [reason].",
        "I rule that Person Note takes part as usual, with the interest noted.",
        "Person Not Attend does not attend and is sent no papers, because of an interest.",
        "Person Leave No Papers and Person Leave, please leave the room now.",
        "We come to the decision. Person Discuss Then Leave, please leave the room now.",
        "We come to the decision. Person Stay No Vote takes no part in it.",
        "Person Leave No Papers, Person Leave and Person Discuss Then Leave are back with us.",
        "4 of us still count, and 3 are needed: we are quorate for this item.",
    ):
        assert words in aloud, words
    order = [next(n for n, one in enumerate(aloud) if words in one) for words in
             ("I rule that Person Leave No Papers", "please leave the room now", "4 of us still count",
              "We come to the decision", "are back with us")]  # fmt: skip
    assert order == sorted(order)


def test_what_is_not_settled_is_asked_and_not_ruled_on() -> None:
    aloud = said(parts_of(packs.every_action())["Chair's script"])
    name = packs.OTHER.name
    assert any(
        one.startswith(f"{name}, it is not settled whether an interest of yours touches this item") for one in aloud
    )
    assert not any(one.startswith("I rule") and name in one for one in aloud)


def test_a_ruling_that_asks_less_than_presumed_is_pointed_out() -> None:
    audit = packs.every_action()
    prepared = audit.meetings[0].preparation
    assert prepared is not None
    ruling = prepared.rulings[0]
    weaker = replace(ruling, ruling=ruling.ruling.model_copy(update={"action": Action.NOTE}))
    changed = replace(audit.meetings[0], preparation=replace(prepared, rulings=(weaker,)))
    parts = parts_of(replace(audit, meetings=(changed,)))
    expected = "The ruling on Person Leave asks less than the least presumed"
    assert any(one.startswith(expected) for one in lines_of(parts["Chair's script"]))
    assert any(one.startswith(expected) for one in lines_of(parts["Draft wording for the minutes"]))
    assert ["5", "Person Leave", "→ leave", "to be noted", "", "", ""] in rows_of(parts["Leave and return"])


def test_where_chair_and_vice_chair_have_an_interest_the_members_choose() -> None:
    lines = lines_of(parts_of(packs.both_chairs())["Chair's script"])
    assert any(one.startswith(f"{packs.VICE.name}, the vice-chair, cannot take it either") for one in lines)
    assert any(one.startswith("Nobody with a vote is free of an interest") for one in lines)
    assert not any("I hand over the chair to" in one for one in lines)
    assert not any(one.startswith(f"I rule that {packs.CHAIR.name}") for one in lines)
    assert sum(one == f"{packs.CHAIR.name} takes the chair again." for one in lines) == 2
    assert "Put the item off to a meeting that is quorate." in lines


def test_a_vice_chair_who_is_free_takes_the_chair() -> None:
    held = packs.both_chairs().meetings[0]
    about = held.items[-1]
    free = replace(about, chair=replace(about.chair, substitute=packs.VICE.name), conflicts=about.conflicts[:1])
    parts = parts_of(replace(check(), meetings=(replace(held, items=(free,)),)))
    assert any("I hand over the chair to Ruth Abara for it and leave the room." in one
               for one in said(parts["Chair's script"]))  # fmt: skip


def test_a_chair_whose_interest_is_only_noted_stays() -> None:
    title = "Fernhill Surgery: rent review"
    noted = replace(item("5", title, packs.to_come(packs.CHAIR, Action.NOTE, title)), withhold_papers_from=())
    aloud = said(parts_of(packs.one_meeting(packs.declarations(), noted))["Chair's script"])
    assert any(
        one.startswith("I have an interest in this item") and one.endswith("stay in the chair.") for one in aloud
    )
    assert not any(one.startswith(f"I rule that {packs.CHAIR.name}") for one in aloud)


# Private items


@pytest.mark.parametrize("chair_too", [False, True])
def test_no_notice_tells_more_of_a_private_item_than_its_number(chair_too: bool) -> None:
    parts = parts_of(packs.in_private(chair_too=chair_too))
    notices = {title: part for title, part in parts.items() if title.startswith("Notice to")}
    assert len(notices) == 1 + chair_too
    for part in notices.values():
        text = " ".join([part.title, part.whom, *lines_of(part)])
        assert "Quillfeather" not in text
        assert "Item 9, in private" in text
        assert "Not told here: you are sent no papers for it" in text
    assert "5 Fernhill Surgery: rent review" in " ".join(lines_of(notices[f"Notice to {packs.DOCTOR.name}"]))


def test_a_private_item_is_told_to_whoever_has_its_papers() -> None:
    audit = packs.in_private()
    held = audit.meetings[0]
    items = tuple(replace(one, withhold_papers_from=()) for one in held.items)
    notice = parts_of(replace(audit, meetings=(replace(held, items=items),)))[f"Notice to {packs.DOCTOR.name}"]
    assert "(in private)" in " ".join(lines_of(notice))


def test_the_public_call_for_declarations_says_only_the_number_of_a_private_item() -> None:
    script = parts_of(packs.in_private())["Chair's script"]
    call = next(one for one in said(script) if one.startswith("Item 9, in private"))
    assert call == "Item 9, in private: Dr Mina Corrie; what the interest is will be said in private."
    lines = lines_of(script)
    assert lines.index("Item 9: " + packs.SECRET) < lines.index(
        "From here the committee meets in private: the public leaves. Have the reason minuted."
    )


def test_a_chair_without_the_papers_reads_nothing_of_the_private_item() -> None:
    parts = parts_of(packs.in_private(chair_too=True))
    assert "Quillfeather" not in " ".join(lines_of(parts["Chair's script"]))
    assert "I have an interest in this item. I hand over the chair to Ruth Abara for it and leave the room." in said(
        parts["Chair's script"]
    )
    acting = parts["Script for whoever takes the chair in private"]
    assert packs.SECRET in " ".join(lines_of(acting))
    assert acting.whom.startswith(f"Not for {packs.CHAIR.name}")
    assert parts["Item by item"].whom == (
        "For the secretary; not for Gethin Ŵyn Lowe, who is sent no papers for private item 9."
    )


# The sheets


def test_the_leave_sheet_has_a_row_for_each_who_stays_out_and_room_for_others() -> None:
    rows = rows_of(parts_of(packs.every_action())["Leave and return"])
    assert ["5", "Person Leave No Papers", "→× leave, no papers", "", "", "", ""] in rows
    assert ["5", "Person Leave", "→ leave", "leave", "", "", ""] in rows
    assert not any("Person Note" in row[1] for row in rows)
    assert sum(not any(row) for row in rows) == 5
    assert any(row[1].endswith("(to be confirmed)") for row in rows)


def test_the_distribution_list_leaves_out_what_is_withheld() -> None:
    part = parts_of(packs.in_private(chair_too=True))["Papers to withhold, and from whom"]
    withheld, sent = rows_of(part), {row[0]: row[1] for row in rows_of(part, 1)}
    assert withheld[0][2] == "Dr Mina Corrie / Gethin Ŵyn Lowe"
    assert withheld[0][3] == 'meetings/a/attendance.xlsx, sheet "Attendance", row 4 / not yet'
    assert sent == {
        "Gethin Ŵyn Lowe": "× all but item 9", "Ruth Abara": "all", "Dr Mina Corrie": "× all but item 9",
        packs.OTHER.name: "all",
    }  # fmt: skip


def test_the_register_names_the_cell_of_each_row_and_who_has_none() -> None:
    rows = rows_of(parts_of(packs.in_private())["Register of those attending"])
    by_name = {row[0].split(" / ")[0]: row for row in rows}
    doctor = by_name["Dr Mina Corrie"]
    assert doctor[1] == "Partner in Fernhill Surgery / Partner"
    assert doctor[2] == "Financial, direct / from 1 April 2010 / declared 3 April 2017"
    assert doctor[4] == 'register.xlsx, sheet "Register", row 14, "Nature"'
    assert by_name["Ruth Abara"][1] == "Nothing to declare (nil return of 17 October 2017)"
    assert by_name[packs.OTHER.name][1].startswith("Nothing on any register")


# Checklist, minutes, quorum


def test_the_checklist_has_thirteen_duties_and_ticks_what_the_papers_show() -> None:
    part = parts_of(packs.in_private())["Declarations checklist"]
    rows = rows_of(part)
    assert [row[0] for row in rows].count("Before") == 7
    assert [row[0] for row in rows].count("During") == 4
    assert [row[0] for row in rows].count("After") == 2
    assert {row[1].split(" ")[0]: row[3] for row in rows if row[3] == "done"} == {
        "Declarations": "done", "The": "done", "Those": "done",
    }  # fmt: skip
    assert rows[11][4] == "By 6 March 2018 for what is first told at this meeting"
    assert "recalled; to be checked against the source" in lines_of(part)[-1]
    assert "Annex E" in lines_of(part)[-1]


def test_the_checklist_does_not_tick_what_is_missing() -> None:
    rows = rows_of(parts_of(check())["Declarations checklist"])
    assert rows[0][3:] == ["to do", "No such item was found on the agenda"]
    assert rows[6][3:] == ["to do", "Still to be noted: Dr Mina Corrie, item 5"]


def test_the_draft_wording_has_every_field_for_each_conflict() -> None:
    lines = lines_of(parts_of(packs.every_action())["Draft wording for the minutes"])
    for name in ("Person Leave No Papers", "Person Leave", "Person Discuss Then Leave", "Person Stay No Vote"):
        text = next(one for one in lines if one.startswith(f"{name} (GP) declared, "))
        for field in ("[at the start / at this item]", "partner in Fernhill Surgery (party to this item)",
                      "[how the decision could bear on it, and how much]", "ruled", "because"):  # fmt: skip
            assert field in text, (name, field)
        assert ("left the room" in text and text.count("[time]") == 2) is (name != "Person Stay No Vote")
    assert any("4 members who count remained and 3 are needed: the item was quorate." in one for one in lines)
    assert any("Others, members and visitors: [names, items and interests, or: none]" in one for one in lines)


def test_who_chaired_is_in_the_draft_and_nobody_rules_on_themselves() -> None:
    lines = lines_of(parts_of(packs.both_chairs())["Draft wording for the minutes"])
    assert any(
        f"{packs.OTHER.name} took the chair for the item in place of {packs.CHAIR.name}." in one for one in lines
    )
    own = next(one for one in lines if one.startswith(f"{packs.CHAIR.name} (lay member) declared"))
    assert "It was agreed that" in own
    assert "The chair ruled" not in own


def test_the_quorum_plan_counts_each_item_and_gives_the_ways_out_where_it_is_short() -> None:
    part = parts_of(packs.both_chairs())["Quorum, item by item"]
    lines = lines_of(part)
    assert lines[0] == (
        "The committee's quorum: 3 members with a vote, among them a lay member and an executive; lay and executive "
        "voters must outnumber GP and practice-manager voters."
    )
    assert rows_of(part)[0][1:] == [
        "4", "Gethin Ŵyn Lowe and Ruth Abara", "2", "3",
        "▲ not quorate / Without those who must withdraw: 2 of the 3 members needed.",
    ]  # fmt: skip
    assert "Put the item off to a meeting that is quorate." in lines
    assert not any("More than half" in one for one in lines)


def test_more_than_half_out_is_said() -> None:
    title = "Fernhill Surgery: rent review"
    found = [packs.to_come(one, Action.LEAVE, title) for one in (packs.DOCTOR, packs.VICE, packs.OTHER)]
    halved = replace(item("5", title, *found), quorum=QuorumResult(1, 4, 1, True, ()))
    lines = lines_of(parts_of(packs.one_meeting(packs.declarations(), halved))["Quorum, item by item"])
    assert any(one.startswith("More than half of those counted must withdraw from item 5") for one in lines)


# Notices and the whole


def test_a_notice_holds_its_own_persons_items_alone_and_whom_to_ask() -> None:
    parts = parts_of(packs.both_chairs())
    chair = " ".join(lines_of(parts[f"Notice to {packs.CHAIR.name}"]))
    assert "Ruth Abara (the vice-chair), Ines Farrow (the conflicts of interest guardian)" in chair
    vice = " ".join(lines_of(parts[f"Notice to {packs.VICE.name}"]))
    assert "Gethin Ŵyn Lowe (the chair)" in vice
    assert "hand over the chair" in chair
    assert "hand over the chair" not in vice
    assert "This is no ruling and no accusation" in vice


def test_items_without_numbers_and_without_a_quorum_rule_are_told_too() -> None:
    title = "Fernhill Surgery: rent review"
    bare = replace(item("", title, packs.to_come(packs.DOCTOR, Action.LEAVE, title, "")), quorum=QuorumResult())
    parts = parts_of(packs.one_meeting(bare, quorum=None))
    everything = "\n".join(line for part in parts.values() for line in [part.title, *lines_of(part)])
    assert not re.search(r"\bitem ,|\bItem :|  ,|\bitem $", everything, re.MULTILINE)
    assert "The papers do not state the committee's quorum" in everything


@pytest.mark.parametrize("stage", [Stage.HELD, Stage.NO_MINUTES])
def test_a_meeting_of_the_past_has_a_pack_too(stage: Stage) -> None:
    held = replace(packs.every_action().meetings[0], stage=stage)
    rows = rows_of(parts_of(replace(packs.every_action(), meetings=(held,)))["Declarations checklist"])
    assert rows[7][4] == "To be looked for in the minutes"


def test_an_item_for_information_is_only_noted() -> None:
    title = "Finance report"
    kind = Classification("C24", False, Scope.ALL_PRACTICES, Purpose.INFORMATION)
    about = item("7", title, packs.to_come(packs.DOCTOR, Action.NOTE, title, "7"))
    about = replace(about, classification=kind, quorum=QuorumResult(3, 4, 4, None, ()))
    parts = parts_of(packs.one_meeting(packs.declarations(), about))
    assert not any("quorate for this item" in one for one in said(parts["Chair's script"]))
    assert any("The item was for information." in one for one in lines_of(parts["Draft wording for the minutes"]))


def test_word_and_pdf_tell_the_same_parts() -> None:
    for make in EVERY:
        packed = [pack_of(make(), _rulebook(), sheet) for sheet in (PDF, WORD)]  # type: ignore[arg-type]
        assert [one.title for one in packed[0].parts] == [one.title for one in packed[1].parts]
