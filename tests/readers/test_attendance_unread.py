"""Nobody on a list of those there is lost in silence: a line not known for a person's is told."""

from __future__ import annotations

from pathlib import Path

from coi_audit.readers.minutes import read_minutes

MINUTES = """Primary Care Commissioning Committee
Minutes of the meeting held on 19 June 2019

Present
Ruth Ames, Lay Member (Chair)
Judy Lane, Lay Member
Tom Birk, Chief Officer

1. Welcome
The Chair welcomed everyone.
2. Finance report
The report was noted.
"""


def test_a_line_without_a_known_name_is_told_or_read(tmp_path: Path) -> None:
    path = tmp_path / "minutes.txt"
    path.write_text(MINUTES, encoding="utf-8")
    read = read_minutes(path, root=tmp_path)
    assert read.minutes is not None
    people = {one.name for one in read.minutes.attendance}
    told = " ".join(one.value for one in read.rejected)
    assert {"Ruth Ames", "Tom Birk"} <= people
    assert "Judy Lane" in people or "Judy Lane" in told
