"""`check --notices`: a file a member in the folder named, and never over what lies there."""

from __future__ import annotations

from pathlib import Path

from cli_runs import AS_OF, case_folder, run, said_plainly

from coi_audit.errors import ExitCode

ITEM = "Millrace Surgery: application for a rent review (for decision)"


def test_a_file_a_member_and_a_second_run_writes_over_nothing(tmp_path: Path) -> None:
    case, to = case_folder(tmp_path / "case", item=ITEM), tmp_path / "notices"
    told = run("check", case, *AS_OF, "--notices", to)
    assert told.exit_code != ExitCode.CRASH, told.output
    file = to / "2018-03-06-dr-piers-antrobus.docx"
    assert [*to.iterdir()] == [file]
    assert file.name in told.stdout.replace("\n", "")
    before = file.read_bytes()
    said_plainly(run("check", case, *AS_OF, "--notices", to), ExitCode.UNUSABLE, "holds Word documents already")
    assert file.read_bytes() == before


def test_where_nobody_has_a_conflict_nothing_is_written(tmp_path: Path) -> None:
    to = tmp_path / "notices"
    run(
        "check",
        case_folder(tmp_path / "case", item="Mental health investment plan (for information)"),
        *AS_OF,
        "--notices",
        to,
    )
    assert not to.exists()


def test_a_folder_that_is_a_file_is_said_before_the_work_begins(tmp_path: Path) -> None:
    to = tmp_path / "notices"
    to.write_text("x", encoding="utf-8")
    said_plainly(run("check", tmp_path / "gone", *AS_OF, "--notices", to), ExitCode.UNUSABLE, "--notices FOLDER")
