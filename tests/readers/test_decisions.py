"""decisions.yaml: rulings as written, and every fault with the line it stands on."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx_builder import write_text

from coi_audit.errors import UserError
from coi_audit.model.words import Action, Authority
from coi_audit.readers.decisions_file import DecisionsRead, read_decisions

GOOD = """\
- person: Dr Anil Rao
  item: "6"
  action: stay_no_vote
  reason: The item touches all practices alike.
  authority: chair
  on: 2017-08-29
  expires: 2017-12-31
- {person: Dr Katherine Lal, item: 8.10, action: leave, authority: guardian}
- {person: Tom Berry, action: NOTE, authority: committee}
"""


def read(tmp_path: Path, text: str) -> DecisionsRead:
    return read_decisions(write_text(tmp_path / "decisions.yaml", text), root=tmp_path)


def test_rulings_as_written(tmp_path: Path) -> None:
    found = read(tmp_path, GOOD)
    assert found.rejected == ()
    first, second, third = found.rulings
    assert (first.person, first.item, first.action, first.authority) == (
        "Dr Anil Rao",
        "6",
        Action.STAY_NO_VOTE,
        Authority.CHAIR,
    )
    assert (first.on, first.expires) == (date(2017, 8, 29), date(2017, 12, 31))
    assert first.reason == "The item touches all practices alike."
    assert second.item == "8.10"
    assert (third.item, third.action) == (None, Action.NOTE)
    assert [one.source.line for one in found.rulings] == [1, 8, 9]


@pytest.mark.parametrize(
    ("text", "sentence", "kept"),
    [
        (
            "- person: A Person\n  itme: 6\n  action: leave\n  authority: chair\n",
            'decisions.yaml, line 2, "itme": "6" is not a key of a ruling; it was left out. '
            "To fix: use person, item, action, reason, authority, on, expires.",
            1,
        ),
        (
            "- person: A Person\n  action: withdraw\n  authority: chair\n",
            'decisions.yaml, line 2, "action": "withdraw" is not a known action. To fix: use one of none, note, '
            "stay_no_vote, discuss_then_leave, leave, leave_no_papers, not_attend.",
            0,
        ),
        (
            "- person: A Person\n  action: leave\n  authority: lawyer\n",
            'decisions.yaml, line 3, "authority": "lawyer" is not a known authority. '
            "To fix: use one of chair, guardian, committee, conflicts_panel.",
            0,
        ),
        (
            "- person: A Person\n  action: leave\n  authority: chair\n  on: next week\n",
            'decisions.yaml, line 4, "on": "next week" is not a date. To fix: write it as YYYY-MM-DD, e.g. 2017-09-05.',
            0,
        ),
        (
            "- action: leave\n  authority: chair\n",
            "decisions.yaml, line 1: this ruling has no person. To fix: add person.",
            0,
        ),
        (
            "- just words\n",
            'decisions.yaml, line 1: "just words" this entry is no ruling. '
            "To fix: give it the keys person, item, action, authority.",
            0,
        ),
        (
            "person: A Person\n",
            "decisions.yaml: this file must be a list of rulings, and none was read. "
            'To fix: begin each ruling with a dash: "- person: Dr Anil Rao".',
            0,
        ),
    ],
)
def test_each_fault_with_its_line(tmp_path: Path, text: str, sentence: str, kept: int) -> None:
    found = read(tmp_path, text)
    assert [one.sentence() for one in found.rejected] == [sentence]
    assert len(found.rulings) == kept


def test_a_key_given_twice_stops_the_file(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="given twice"):
        read(tmp_path, "- person: A\n  person: B\n")


def test_an_empty_file_of_comments_holds_no_rulings(tmp_path: Path) -> None:
    assert read(tmp_path, "# none yet\n") == DecisionsRead()
