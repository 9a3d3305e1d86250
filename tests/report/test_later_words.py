"""What came later, in words: one sentence for when, one for what it changed; the table of what was declared late."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coi_audit.model.evidence import SourceRef
from coi_audit.model.later import AfterBeginning, DeclaredLate, LaterDeclaration, ShownBy
from coi_audit.model.words import Action
from coi_audit.report.later_view import cells_words, late_table, later_words, where_words

_ITEM = SourceRef(file="agenda.docx", paragraph=9, text="4. A practice")
_ROW = SourceRef(file="register.xlsx", sheet="GB", row=14)
_FROM, _DECLARED = (_ROW.model_copy(update={"column": one}) for one in ("From", "Declared on"))
_LATE = AfterBeginning(date(2017, 6, 1), date(2017, 10, 3), 124, allowed=28, cells=(_FROM, _DECLARED))
_LATER = LaterDeclaration(
    meeting=date(2017, 9, 5),
    shown_on=date(2017, 10, 3),
    shown_by=ShownBy.DECLARATION,
    after_meeting=28,
    told_at_meeting=False,
    told_by_body=False,
    then=Action.NONE,
    now=Action.LEAVE,
    beginning=_LATE,
    cells=(_ITEM, _DECLARED),
)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({}, "First declared on 3 October 2017, 28 days after the meeting and 124 days after the interest began "
             "(1 June 2017): 28 are allowed, so 96 days late. By what was known that day the item asked for nothing, "
             "now for leaving for the whole item."),
        ({"after_meeting": 1, "beginning": None}, "First declared on 3 October 2017, 1 day after the meeting. By what"),
        ({"told_at_meeting": True, "then": Action.LEAVE}, "late. It was told at the meeting: nothing is"),
        ({"told_by_body": True, "then": Action.LEAVE}, "late. The body's own list told it: nothing is asked otherwise"),
        ({"then": Action.LEAVE}, "late. What was known that day asked the same: nothing is asked otherwise by it."),
        ({"after_meeting": None, "then": Action.LEAVE}, "First declared on 3 October 2017, 124 days after the"),
        ({"after_meeting": None, "then": Action.LEAVE}, "The meeting could know of it: nothing is asked otherwise"),
        ({"chair_now": True}, "the chair would have had to be handed over"),
        ({"quorate_then": True, "quorate_now": False}, "the item was quorate by that, and is not quorate with all"),
        ({"shown_by": ShownBy.EDITION, "beginning": None}, "First shown by the register of 3 October 2017, 28 days"),
        ({"shown_by": ShownBy.STORE}, "In the store only from 3 October 2017, though the register gives"),
        ({"beginning": replace(_LATE, allowed=None, doubt="It may be a refresh.")},
         "124 days after the interest began (1 June 2017); the papers do not tell whether that is later than allowed."),
    ],
)  # fmt: skip
def test_when_and_what_it_changed(changed: dict[str, object], told: str) -> None:
    assert told in later_words(replace(_LATER, **changed))  # type: ignore[arg-type]


def test_cells_of_one_row_stand_together() -> None:
    assert (
        cells_words(_LATER) == 'agenda.docx, paragraph 9; register.xlsx, sheet "GB", row 14, "From" and "Declared on"'
    )
    assert where_words((_FROM, SourceRef(file="register.docx", row=2))) == (
        'register.xlsx, sheet "GB", row 14, "From"; register.docx, row 2'
    )


def test_the_table_tells_the_longest_and_the_median_and_what_cannot_be_told() -> None:
    days = [replace(_LATE, days=28 + late) for late in (96, 11, 3, 1)]
    table = late_table(DeclaredLate(tuple(days), in_time=5, open_=1))
    assert table is not None
    assert table.summary == (
        "4 interests declared late: 96 days beyond those allowed at most, 11 in the median; 5 interests in time; "
        "1 interest of which the papers do not tell."
    )
    assert [one.late_by for one in table.rows] == [96, 11, 3, 1]
    assert late_table(DeclaredLate()) is None
    none_late = late_table(DeclaredLate((), in_time=2))
    assert none_late is not None and none_late.summary == "0 interests declared late; 2 interests in time."
