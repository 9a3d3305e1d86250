"""Two members of one name, through the whole audit: both conflicts come out, each as a question."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_case import BODY, FIRST, SECOND, audit, read_rules_once, small_case

SUNITA = "      - {name: Dr Sunita Kale, role: gp, practice: Park View Practice, voting: false, from: 2016-04-01}\n"
NAMESAKE = "      - {name: Dr Anil Rao, role: gp, practice: Park View Practice, voting: true, from: 2017-01-01}\n"


def test_both_conflicts_come_out_as_a_question(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_rules_once(monkeypatch)
    folder = small_case(tmp_path / "case")
    (folder / "body.yaml").write_text(BODY.replace(SUNITA, SUNITA + NAMESAKE), encoding="utf-8")
    found = audit(folder)
    rao = [one for one in found.conflicts if one[2] == "Dr Anil Rao"]
    assert sorted(rao) == [("2017-09-05", "4", "Dr Anil Rao"), ("2017-11-07", "4", "Dr Anil Rao")]
    for meeting in found.document["meetings"]:
        item = next(one for one in meeting["items"] if one["number"].rstrip(".") == "4")
        sure = {one["person"]: one["confidence"] for one in item["conflicts"]}
        assert sure["Dr Anil Rao"] == "ask"
        assert sure.get("Dr Sunita Kale", "certain") == "certain"
        told = next(one["because"][0] for one in item["conflicts"] if one["person"] == "Dr Anil Rao")
        assert "Two members have the name Dr Anil Rao" in told
    assert {FIRST, SECOND} == {f"meetings/{meeting['date']}-pccc" for meeting in found.document["meetings"]}
