"""`verify`: a flipped byte, a changed cell and a changed rule are each caught and named; what is untouched is whole."""

from __future__ import annotations

import shutil
from pathlib import Path

import openpyxl
import pikepdf
import pytest
from small_case import AS_OF, REGISTER, Answer, run, small_case

from coi_audit import paths
from coi_audit.errors import ExitCode


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A case folder with its report and the pack for its second meeting beside it."""
    place = tmp_path_factory.mktemp("verify")
    folder = small_case(place / "case")
    assert run("audit", folder, "--as-of", AS_OF, "--pdf", place / "report.pdf").code == ExitCode.FINDINGS
    run("check", folder, "--as-of", AS_OF, "--meeting", "2017-11-07", "--pdf", place / "pack.pdf")
    return place


@pytest.fixture
def case(made: Path, tmp_path: Path) -> Path:
    """A copy of all three, to be changed."""
    return Path(shutil.copytree(made, tmp_path / "copy"))


def verify(*words: str | Path) -> Answer:
    return run("verify", *words, "--json")


@pytest.mark.parametrize("paper", ["report.pdf", "pack.pdf"])
def test_an_untouched_report_is_whole_and_comes_out_again(made: Path, paper: str) -> None:
    told = verify(made / paper, made / "case")
    assert told.code == ExitCode.CLEAN
    assert told.document["whole"]["answer"] == "yes"
    assert (told.document["rules_changed"], told.document["inputs_changed"]) == ([], [])
    assert told.document["agrees"]["because"].endswith("byte for byte")


def test_without_the_folder_the_papers_are_not_asked_about(made: Path) -> None:
    told = verify(made / "report.pdf")
    assert told.code == ExitCode.CLEAN
    assert told.document["inputs_changed"] is None
    assert told.document["agrees"]["answer"] == "not asked"


def test_one_flipped_byte(case: Path) -> None:
    data = bytearray((case / "report.pdf").read_bytes())
    at = data.rfind(b"/Type")  # its objects stay readable, so that only the seal can tell
    data[at - 1] = 0x0A if data[at - 1] != 0x0A else 0x20
    (case / "report.pdf").write_bytes(bytes(data))
    told = verify(case / "report.pdf")
    assert told.code == ExitCode.FINDINGS
    assert told.document["whole"]["answer"] == "no"
    assert "changed after it was written" in told.document["whole"]["because"]


def test_a_file_saved_anew_has_lost_its_seal(case: Path) -> None:
    with pikepdf.open(case / "report.pdf") as pdf:
        pdf.save(case / "again.pdf")
    told = verify(case / "again.pdf")
    assert (told.code, told.document["whole"]["answer"]) == (ExitCode.FINDINGS, "no")
    assert "no seal" in told.document["whole"]["because"]


def test_one_changed_cell_is_named_by_its_file_and_by_what_it_changes(case: Path) -> None:
    book = openpyxl.load_workbook(case / "case" / REGISTER)
    sheet = book.active
    assert sheet is not None
    cell = next(one for row in sheet.iter_rows() for one in row if one.value == "Elm Street Surgery")
    cell.value = "Oak Lane Surgery"
    book.save(case / "case" / REGISTER)
    told = verify(case / "report.pdf", case / "case")
    assert told.code == ExitCode.FINDINGS
    assert told.document["whole"]["answer"] == "yes"
    assert told.document["inputs_changed"] == [{"path": REGISTER, "what": "altered"}]
    assert told.document["agrees"]["answer"] == "no"
    assert any("Dr" in one and "Rao" in one for one in told.document["differences"])


def test_papers_that_came_and_went_are_named(case: Path) -> None:
    (case / "case" / REGISTER).unlink()
    (case / "case" / "notes.txt").write_text("Nothing of note.", encoding="utf-8")
    told = verify(case / "report.pdf", case / "case")
    assert {"path": REGISTER, "what": "gone"} in told.document["inputs_changed"]
    assert {"path": "notes.txt", "what": "new"} in told.document["inputs_changed"]


def test_one_changed_rule_is_named(case: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = Path(shutil.copytree(paths.rules_folder(), case / "rules"))
    rule = rules / "recusal" / "MTG-07.yaml"
    text = rule.read_text(encoding="utf-8")
    rule.write_text(text.replace("severity: critical", "severity: high"), encoding="utf-8")
    assert rule.read_text(encoding="utf-8") != text
    monkeypatch.setattr(paths, "rules_folder", lambda: rules)
    told = verify(case / "report.pdf", case / "case")
    assert told.code == ExitCode.FINDINGS
    assert told.document["rules_changed"] == [{"path": "recusal/MTG-07.yaml", "what": "altered"}]


def test_a_folder_that_cannot_be_audited_is_an_answer_not_an_end(case: Path) -> None:
    (case / "case" / "body.yaml").write_text("name: [", encoding="utf-8")
    told = verify(case / "report.pdf", case / "case")
    assert told.code == ExitCode.FINDINGS
    assert "could not be run again" in told.document["agrees"]["because"]


@pytest.mark.parametrize("content", [b"", b"not a PDF", b"%PDF-1.7\nstartxref\n9\n%%EOF\n"])
def test_what_is_none_of_our_reports_is_said_to_be_none(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "other.pdf").write_bytes(content)
    told = run("verify", tmp_path / "other.pdf")
    assert told.code == ExitCode.UNUSABLE
    assert "no report of coi-audit" in " ".join(told.err.split())


def test_the_terminal_says_it_in_words(made: Path) -> None:
    told = run("verify", made / "report.pdf")
    assert told.code == ExitCode.CLEAN
    for question in ("Is the file whole?", "Are the rules the same?", "Are the papers the same?", "re-run agree?"):
        assert question in told.out
