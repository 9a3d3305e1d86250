"""Rulings written into a meeting's own file: one goes in, every other line stays as it was."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit.app.desk.rulings_file import NewRuling, save_ruling, with_ruling
from coi_audit.app.desk.rulings_given import ruling_asked
from coi_audit.app.desk.writing import ChangedMeanwhileError, mark_of
from coi_audit.errors import UserError
from coi_audit.model.words import Action, Authority
from coi_audit.readers.decisions_file import read_decisions

WRITTEN = """\
# Rulings of the March meeting
- person: Dr Anil Rao   # by telephone
  item: 6
  # he asked for it
  action: leave
  reason: his own practice
  authority: chair

# about the scheme
- {person: Ruth Ashby, item: "8.10", action: stay_no_vote, authority: guardian}
"""
NEW = NewRuling("Dr Anil Rao", "6", Action.STAY_NO_VOTE, Authority.CHAIR, 'no "price" is told: he may stay',
                date(2018, 3, 1), date(2018, 4, 1), "Ruth Penhale")  # fmt: skip


def test_a_ruling_takes_the_place_of_the_earlier_one_and_comments_stay() -> None:
    text = with_ruling(WRITTEN, NEW, names=("Anil Rao",), where="decisions.yaml")
    assert text.startswith('# Rulings of the March meeting\n- person: "Dr Anil Rao"\n')
    for kept in ("# he asked for it", "# about the scheme", '- {person: Ruth Ashby, item: "8.10"', "by Ruth Penhale"):
        assert kept in text
    assert "his own practice" not in text


def test_a_ruling_on_another_item_goes_to_the_end() -> None:
    text = with_ruling(WRITTEN, NewRuling("Dr Anil Rao", "7", Action.LEAVE), names=(), where="decisions.yaml")
    assert text.startswith(WRITTEN.rstrip("\n"))
    assert text.endswith('- person: "Dr Anil Rao"\n  item: "7"\n  action: leave\n  authority: chair\n')


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    save_ruling(tmp_path, "decisions.yaml", NEW, names=(), mark=mark_of(path))
    (ruling,) = read_decisions(path).rulings
    assert (ruling.person, ruling.item, ruling.action) == ("Dr Anil Rao", "6", Action.STAY_NO_VOTE)
    assert (ruling.reason, ruling.on, ruling.expires) == (NEW.reason, NEW.on, NEW.expires)


def test_a_reason_cannot_write_anything_else_into_the_file(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    sly = NewRuling("A\n- person: B", "6", Action.LEAVE, reason='x"\n  action: none\n- {', who="me\n- person: C")
    save_ruling(tmp_path, "decisions.yaml", sly, names=(), mark=mark_of(path))
    (ruling,) = read_decisions(path).rulings
    assert ruling.action is Action.LEAVE


def test_the_second_of_two_windows_is_told_and_nothing_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "decisions.yaml"
    mark = mark_of(path)
    save_ruling(tmp_path, "decisions.yaml", NEW, names=(), mark=mark)
    before = path.read_text(encoding="utf-8")
    with pytest.raises(ChangedMeanwhileError):
        save_ruling(tmp_path, "decisions.yaml", NewRuling("Ruth Ashby", "2", Action.LEAVE), names=(), mark=mark)
    assert path.read_text(encoding="utf-8") == before


@pytest.mark.parametrize(
    "text",
    ["person: Dr Anil Rao\n", "[{person: Dr Anil Rao, item: 6, action: leave, authority: chair},\n {person: B}]\n",
     "- person: Dr Anil Rao\n  item: 6\n  action: leave\n  authority: chair\n  note: unknown\n"],
)  # fmt: skip
def test_a_file_that_a_ruling_cannot_be_put_into_safely_is_left_alone(text: str) -> None:
    with pytest.raises(UserError):
        with_ruling(text, NEW, names=(), where="decisions.yaml")


@pytest.mark.parametrize(
    ("field", "value", "where"),
    [("reason", " ", "reason"), ("action", "dance", "action"), ("authority", "", "authority"),
     ("on", "31/02/2018", "on"), ("expires", "2017-01-01", "expires"), ("reason", "x" * 2001, "reason")],
)  # fmt: skip
def test_a_ruling_with_a_part_missing_or_impossible_is_sent_back(field: str, value: str, where: str) -> None:
    fields = {"action": "leave", "authority": "chair", "reason": "her own practice", "on": "2018-03-01", field: value}
    with pytest.raises(UserError) as told:
        ruling_asked(fields, "6", who="Ruth Penhale")
    assert told.value.where == where


def test_a_ruling_is_signed() -> None:
    with pytest.raises(UserError) as told:
        ruling_asked({"action": "leave", "authority": "chair", "reason": "x"}, "6", who="")
    assert told.value.where == "who"
