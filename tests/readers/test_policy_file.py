"""policy.yaml read: what is understood, and what is said of the rest."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit.errors import UserError
from coi_audit.readers.policy_file import read_policy
from coi_audit.readers.records.outcome import RecordsRead

_GOOD = """\
changes:
  - rule: dec-03
    params: {months: 12}
    authority: Governing Body, minute 14/17
    reason: The register is refreshed with the annual appraisal
    from: 2017-01-01
    until: 2017-06-15
"""


def _read(tmp_path: Path, text: str) -> RecordsRead:
    path = tmp_path / "policy.yaml"
    path.write_text(text, encoding="utf-8")
    return read_policy(path, tmp_path)


def test_a_change_is_read_with_its_authority_and_its_line(tmp_path: Path) -> None:
    read = _read(tmp_path, _GOOD)
    (change,) = read.records.policy_changes
    assert (change.rule, change.params, change.off) == ("DEC-03", {"months": 12}, False)
    assert (change.from_, change.until) == (date(2017, 1, 1), date(2017, 6, 15))
    assert change.source.place() == "policy.yaml, line 2"
    assert not read.rejected


def test_a_bare_list_will_do(tmp_path: Path) -> None:
    read = _read(tmp_path, "- {rule: MIN-02, off: yes, authority: Governing Body, from: 2017-01-01}\n")
    assert read.records.policy_changes[0].off


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        ("- {rule: MIN-02, off: true, from: 2017-01-01}", "no authority"),
        ("- {rule: MIN-02, off: true, authority: GB}", "no from"),
        ("- {off: true, authority: GB, from: 2017-01-01}", "neither a rule nor a row"),
        ("- {rule: MIN-02, row: own, off: true, authority: GB, from: 2017-01-01}", "or both"),
        ("- {rule: MIN-02, off: true, authority: GB, from: 31/02/2017}", "is not a date"),
        ("- MIN-02", "is no change"),
    ],
)
def test_what_nobody_could_answer_for_is_told_and_not_applied(tmp_path: Path, entry: str, told: str) -> None:
    read = _read(tmp_path, entry + "\n")
    assert not read.records.policy_changes
    assert any(told in one.problem for one in read.rejected), read.rejected
    assert read.rows_rejected == 1


def test_an_unknown_key_is_told_and_the_rest_is_kept(tmp_path: Path) -> None:
    read = _read(tmp_path, _GOOD.replace("reason:", "reson:"))
    assert len(read.records.policy_changes) == 1
    assert '"reason"' in read.rejected[0].fix


def test_a_file_of_another_shape_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not list changes"):
        _read(tmp_path, "rules: {}\n")
