"""The draft wording, filled in and read back as minutes: the audit finds each conflict managed, with every field."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from cli_runs import case_folder, run
from docx import Document
from test_pack_parts import told

from coi_audit import app, paths
from coi_audit.errors import ExitCode
from coi_audit.model.audit import Audit
from coi_audit.model.words import Handling
from coi_audit.report.pack.blocks import Style, Text
from coi_audit.report.pack.fit import PDF
from coi_audit.report.pack.plan import pack_of

ITEM = "Millrace Surgery: rent review (for decision)"
FILLED = {
    "[number]": "4",
    "[quorate / not quorate]": "quorate",
    "[at the start / at this item]": "when this item was reached",
    "[how the decision could bear on it, and how much]": "the rent is paid to the partners",
    "[reason]": "the decision bears on the surgery's own income",
    "[time]": "2.40 pm",
    "[names, items and interests, or: none]": "none",
    "[decision]": "approved the rent",
}
HEAD = """\
NHS Aberwick CCG
Primary Care Commissioning Committee
Minutes of the meeting held on 6 March 2018

Present:
Ruth Penhale (Chair), Lay Member for Governance
Graham Tolley, Lay Member
Sunita Kaur, Accountable Officer
Dr Piers Antrobus, GP

1. Welcome and apologies
The chair welcomed everybody. There were no apologies.

"""


def audited(folder: Path, as_of: date) -> Audit:
    return app.check_meeting(
        folder, rules=paths.rules_folder(), organisations=None, as_of=as_of, meeting=date(2018, 3, 6)
    )


def drafts(audit: Audit) -> list[str]:
    """Each paragraph of draft wording, filled in."""
    pack = pack_of(audit, app.rulebook_of(paths.rules_folder()), PDF)
    part = next(one for one in pack.parts if one.title == "Draft wording for the minutes")
    lines = [told(one.line) for one in part.blocks if isinstance(one, Text) and one.style is Style.DRAFT]
    for gap, words in FILLED.items():
        lines = [one.replace(gap, words) for one in lines]
    assert not any("[" in one for one in lines), lines
    return lines


def test_the_draft_filled_in_is_read_back_as_managed(tmp_path: Path) -> None:
    folder = case_folder(tmp_path / "a", item=ITEM)
    opening, declared, *item = drafts(audited(folder, date(2018, 3, 1)))
    minutes = [
        HEAD + opening, "", "2. Declarations of interest", declared, "", "3. Millrace Surgery: rent review", *item, "",
        "4. Date of next meeting", "It is not yet known.", "",
    ]  # fmt: skip
    place = folder / "meetings" / "2018-03-06-pccc" / "minutes.txt"
    place.write_text("\n".join(minutes), encoding="utf-8")
    audit = audited(folder, date(2018, 4, 1))
    (conflict,) = [one for about in audit.meetings[0].items for one in about.conflicts]
    assert conflict.handling is Handling.MANAGED
    said = conflict.participation
    for field in ("declared", "nature_recorded", "ruling_recorded", "deed_recorded", "left_recorded",
                  "returned_recorded"):  # fmt: skip
        assert getattr(said, field), field
    raised = {one.rule_id for one in audit.findings}
    assert not raised & {"MIN-01", "MIN-02", "MTG-04", "MTG-05", "MTG-06", "MTG-07", "MTG-10"}, raised


# The command


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return case_folder(tmp_path_factory.mktemp("case") / "a", item=ITEM)


def test_check_writes_the_pack_as_a_word_document(folder: Path, tmp_path: Path) -> None:
    path = tmp_path / "new" / "pack.docx"
    result = run("check", folder, "--as-of", "2018-03-01", "--docx", path)
    assert result.exit_code == ExitCode.FINDINGS, result.output
    assert f"Written: {path}" in result.stdout
    document = Document(io.BytesIO(path.read_bytes()))
    assert document.paragraphs[0].text == "NHS Aberwick CCG"
    assert any(one.text == "Notice to Dr Piers Antrobus" for one in document.paragraphs)


def test_a_word_document_that_cannot_be_written_is_told_before_the_work(folder: Path, tmp_path: Path) -> None:
    result = run("check", folder, "--as-of", "2018-03-01", "--docx", tmp_path)
    assert result.exit_code == ExitCode.UNUSABLE
    assert "this is a folder" in result.stderr
    assert "pack.docx" in result.stderr
