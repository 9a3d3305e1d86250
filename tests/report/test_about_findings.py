"""What a finding is about, as its row says it: no word stands there for a thing that it has not."""

from __future__ import annotations

import re
from dataclasses import replace

from audits import audit

from coi_audit import app, paths
from coi_audit.report.assurance import assurance_html


def test_no_row_speaks_of_an_item_that_there_is_none_of() -> None:
    made = audit()
    assert any(one.meeting for one in made.findings)
    without = replace(made, findings=tuple(replace(one, item=None) for one in made.findings))
    html = assurance_html(without, app.rulebook_of(paths.rules_folder()))
    assert not re.search(r"\b(?:item|items|row|line|person) None\b", html)
