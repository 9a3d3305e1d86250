"""A YAML file changed in place: the values asked for, and every remark and unknown key that was around them."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from coi_audit import paths
from coi_audit.readers.yaml_edit import Kept, applied, edited, written
from coi_audit.strict_yaml import parse_yaml

TEXT = """\
# Whose papers these are.
name: NHS Gorse Vale CCG   # since 2013
kind: ccg
colour: green              # a key nobody knows

committees:
  # The first one
  - name: Primary Care Commissioning Committee
    quorum: {members: 4, must_include: [lay]}
    members:
      - {name: Una Fairclough, role: lay, chair: true}   # until summer
      # GPs
      - {name: Dr Ivo Tremain, role: gp, nickname: Ivo}
      - name: Rhona Ashby
        role: executive     # checked
  - name: Governing Body
    members: []
"""


def read(text: str) -> Any:
    return parse_yaml(text, where="body.yaml").data


def test_a_changed_word_leaves_every_remark() -> None:
    new = edited(TEXT, {"name": "NHS Gorse Vale and Heath CCG", "guardian": "Una Fairclough"}, where="body.yaml")
    assert not new.whole
    assert (
        new.text.replace("NHS Gorse Vale and Heath CCG", "NHS Gorse Vale CCG").replace("guardian: Una Fairclough\n", "")
        == TEXT
    )
    assert read(new.text)["guardian"] == "Una Fairclough"


def test_members_change_come_and_go_and_the_others_stay() -> None:
    members = [
        Kept(0, {"chair": None, "to": date(2019, 6, 30)}),
        Kept(2, {"role": "other"}),
        {"name": "Piers Amory", "role": "nurse"},
    ]
    changes = {"committees": [Kept(0, {"members": members, "quorum": {"members": 5}}), Kept(1, {})]}
    new = edited(TEXT, changes, where="body.yaml")
    assert not new.whole
    assert read(new.text) == applied(read(TEXT), changes)
    for remark in ("# since 2013", "# a key nobody knows", "# The first one", "# until summer", "# GPs", "# checked"):
        assert remark in new.text
    assert "Ivo" not in new.text


def test_a_list_that_was_empty_takes_entries_on_lines_of_their_own() -> None:
    changes = {"committees": [Kept(0, {}), Kept(1, {"members": [{"name": "Ada Finch", "role": "lay"}]})]}
    new = edited(TEXT, changes, where="body.yaml")
    assert not new.whole
    assert "members:\n      - {name: Ada Finch, role: lay}\n" in new.text


def test_what_cannot_be_changed_in_place_is_written_anew_and_says_so() -> None:
    text = "base: &a {role: lay}\nname: X\nother: *a\n"
    new = edited(text, {"base": {"role": "gp"}}, where="body.yaml")
    assert new.whole
    assert read(new.text) == {"base": {"role": "gp"}, "name": "X", "other": {"role": "lay"}}


@pytest.mark.parametrize("name", ["northfield-ccg", "southmoor-ccg"])
def test_the_samples_are_changed_in_place(name: str) -> None:
    text = (paths.sample_data_folder() / name / "body.yaml").read_text(encoding="utf-8")
    data = read(text)
    committees: list[Any] = [Kept(at, {}) for at in range(len(data["committees"]))]
    members = [Kept(at, {"voting": False}) for at in range(1, len(data["committees"][0]["members"]))]
    committees[0] = Kept(0, {"members": [*members, {"name": "Ada Finch", "role": "lay"}]})
    new = edited(text, {"committees": committees}, where="body.yaml")
    assert not new.whole
    assert read(new.text) == applied(data, {"committees": committees})


_TEXTS = st.text(max_size=20).filter(
    lambda one: "\ufeff" not in one and not any("\ud800" <= s <= "\udfff" for s in one)
)
_SCALARS = st.one_of(_TEXTS, st.booleans(), st.integers(0, 9), st.dates())


@given(words=_SCALARS, others=st.lists(st.dictionaries(st.sampled_from(["name", "role", "x"]), _SCALARS), max_size=3))
@settings(max_examples=150, deadline=None)
def test_whatever_is_entered_reads_back_as_it_was(words: Any, others: list[dict[str, Any]]) -> None:
    changes = {
        "name": words,
        "extra": words,
        "committees": [Kept(1, {"members": others}), {"name": words, "members": others}],
    }
    before = copy.deepcopy(read(TEXT))
    new = edited(TEXT, changes, where="body.yaml")
    assert read(new.text) == applied(before, changes)
    assert read(written(applied(before, changes))) == applied(before, changes)
