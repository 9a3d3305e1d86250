"""The vocabulary of procurement is read strictly, and its lists say what they are for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coi_audit.errors import RulebookError
from coi_audit.paths import rules_folder
from coi_audit.rulebook.procurement_words import load_procurement_words, procurement_words


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("handled", "Dr Holt withdrew and took no part in the decision", True),
        ("handled", "Dr Holt spoke in favour", False),
        ("unresolved", "Remained in the room and voted", True),
        ("direct_award", "Single tender action (waiver)", True),
        ("direct_award", "Open tender", False),
        ("competition", "Mini-competition under a framework", True),
        ("monitoring_committees", "Contract Quality Review Meeting", True),
        ("monitoring_committees", "Primary Care Commissioning Committee", False),
        ("gp_suppliers", "Harbour GP Alliance Ltd", True),
        ("exception", "She was the only person able to act", True),
    ],
)
def test_what_a_text_says(name: str, text: str, said: bool) -> None:
    assert procurement_words().says(name, text) is said


@pytest.mark.parametrize(
    ("text", "none"), [("None declared.", True), ("No conflicts of interest noted", True), ("Nonesuch Ltd", False)]
)
def test_none_begins_a_cell(text: str, none: bool) -> None:
    assert procurement_words().begins("none", text) is none


@pytest.mark.parametrize(
    ("post", "called"),
    [
        ("Contracts Director, Northern CSU", "commissioning support"),
        ("Partner, Deed Solicitors", "an outside law firm"),
        ("Director, Brightwater Consulting", "an outside consultancy"),
        ("Consultant Physician", ""),
        ("Chief Finance Officer", ""),
    ],
)
def test_outside_advisers_by_their_post(post: str, called: str) -> None:
    assert procurement_words().adviser(post) == called


def test_a_list_that_is_missing_is_refused(tmp_path: Path) -> None:
    shutil.copytree(rules_folder() / "vocabulary", tmp_path / "vocabulary")
    path = tmp_path / "vocabulary" / "procurement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("\nexception:", "\nexceptions:"), encoding="utf-8")
    with pytest.raises(RulebookError, match="exception, exceptions"):
        load_procurement_words(tmp_path)
