"""What the desk gives to the store is what the commands give: the same plan, and nothing twice."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

from coi_audit import paths
from coi_audit.app.audits import Asked, Under
from coi_audit.app.desk.bodies import SAMPLE_AS_OF, KnownBody
from coi_audit.app.desk.case import DeskCases
from coi_audit.app.desk.kept import keep_papers, take_plan
from coi_audit.app.kept import Replay
from coi_audit.app.kept_actions import take_actions
from coi_audit.model.kept import By
from coi_audit.report.sections.findings_by_rule import plan_lines, weight_groups

BY = By("Ruth Penhale", datetime(2018, 1, 16, 9, tzinfo=UTC), "papers of the quarter")
TODAY = date(2018, 1, 16)


def test_the_desk_and_the_command_take_the_same_plan(tmp_path: Path) -> None:
    folder = tmp_path / "northfield"
    shutil.copytree(paths.sample_data_folder() / "northfield-ccg", folder)
    for one in (folder / "meetings").iterdir():
        if one.name != "2017-12-05-pccc":
            shutil.rmtree(one)
    cases = DeskCases(rules=paths.rules_folder(), organisations=None, today=lambda: SAMPLE_AS_OF)
    case = cases.of(KnownBody(str(folder), folder.name))
    assert case.shelf.ready(120)
    store = str(tmp_path / "store.sqlite3")
    keep_papers(case, store, on=TODAY, by=BY)
    taken = take_plan(case, store, on=TODAY, by=BY)
    rows = plan_lines(weight_groups(case.audit(), {}))
    assert [one.recommendation for one in taken.new] == [one.recommendation for one in rows]
    under = Under(rules=paths.rules_folder(), organisations=None, as_of=SAMPLE_AS_OF)
    again = take_actions(Replay(store), under, Asked(), on=TODAY, by=BY)
    assert not again.new
    assert not again.changed
    assert again.unchanged == len(rows) > 0
