"""A row of an organisation list that was not understood is counted and shown with the audit, not lost in silence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coi_audit import app, paths


def test_a_list_row_that_was_not_understood_is_told(tmp_path: Path) -> None:
    rows = (
        "ods_code,name,address1,address2,address3,address4,address5,postcode,commissioner,status,prescribing_setting,"
        "open_date,close_date,joined_commissioner,left_commissioner"
    )
    for name, opened in (("Elm Street Surgery", "20100401"), ("Oak Lane Surgery", "20103399")):
        rows += f"\nA990{len(name)},{name},,,,,,ZZ1 1AA,99Z,A,4,{opened},,20130401,"
    (tmp_path / "gp_practices_2017-09.csv").write_text(rows + "\n", encoding="utf-8")
    folder = paths.sample_data_folder() / "southmoor-ccg"
    as_of = date(2018, 1, 15)
    found = app.audit_folder(folder, rules=paths.rules_folder(), organisations=tmp_path, as_of=as_of)
    told = [one for one in found.rejected if one.file == "gp_practices_2017-09.csv"]
    assert len(told) == 1 and told[0].place == "row 3" and "20103399" in told[0].sentence()
    assert not found.opinion.withheld and found.opinion.level is not None
