"""Bad folders, body files, meetings, options and rules, through the command line: the documented exit code, and a
message that says what, where and how to mend it. Single bad papers are in test_bad_input.py.
"""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from small_case import (
    AS_OF,
    BODY,
    FIRST,
    FOUND,
    REGISTER,
    ROWS,
    SECOND,
    Answer,
    audit,
    read_rules_once,
    run,
    small_case,
    write_register,
)

from coi_audit import paths

USAGE, UNUSABLE, RULEBOOK, INCOMPLETE, FINDINGS = 2, 3, 4, 5, 10
RAO = {one for one in FOUND if one[2] == "Dr Anil Rao"}


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    read_rules_once(monkeypatch)
    return small_case(tmp_path / "northfield-ccg")


def refused(answer: Answer, *words: str, code: int = UNUSABLE) -> None:
    """One plain message on standard error, nothing on standard output."""
    assert (answer.code, answer.out) == (code, "")
    assert all(word in answer.err for word in words), answer.err
    assert "To fix: " in answer.err


# ---- the folder --------------------------------------------------------------------------------------------------


def test_a_folder_that_is_none(case: Path) -> None:
    refused(run("audit", case / "nowhere"), "nowhere", "There is no such folder", "check the spelling")
    refused(run("audit", case / "body.yaml"), "This is a file, not a folder", "coi-audit read FILE")
    (case.parent / "empty").mkdir()
    refused(run("audit", case.parent / "empty", "--json"), "This folder is empty", "coi-audit new")


def test_a_folder_without_body_yaml_or_with_a_link_in_its_place(case: Path) -> None:
    (case / "body.yaml").rename(case.parent / "body.yaml")
    refused(audit(case), "This folder has no body.yaml", "coi-audit new")
    (case / "body.yaml").symlink_to(case.parent / "body.yaml")
    refused(audit(case), "body.yaml", "a link that leads outside the folder", "copy the paper itself")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_papers_that_may_not_be_read(case: Path) -> None:
    paper = case / FIRST / "minutes.txt"
    paper.chmod(0)
    answer = audit(case)
    assert "cannot be opened" in answer.rejected(f"{FIRST}/minutes.txt")
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)
    (case / FIRST).chmod(0)
    answer = audit(case)
    assert "this cannot be opened" in answer.rejected(FIRST)
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND - RAO)
    (case / FIRST).chmod(0o700)
    for file, mode in ((case / "body.yaml", 0), (case, 0), (case, 0o400)):
        before = file.stat().st_mode
        file.chmod(mode)
        refused(audit(case), "annot be opened", "read it")
        file.chmod(before)


def test_links_pipes_and_names_in_no_encoding_are_said_and_never_followed(case: Path) -> None:
    (case.parent / "outside.txt").write_text("Minutes of a secret meeting")
    links = {
        f"{FIRST}/minutes 2.txt": (case.parent / "outside.txt", "leads outside the folder"),
        "meetings/elsewhere": (case.parent, "leads outside the folder"),
        "meetings/2017-10-03-pccc": (case / FIRST, "a link to another folder of this case"),
        "old.docx": (Path("nowhere"), "a link to something that is not there"),
        "loop": (Path("loop"), "a link"),
    }
    for name, (target, _) in links.items():
        (case / name).symlink_to(target)
    os.mkfifo(case / "agenda.txt")
    (case / SECOND / "minutes.txt").rename(case / SECOND / os.fsdecode(b"notes \xff\x1b[2J.txt"))
    answer = audit(case)
    for name, (_, words) in links.items():
        assert words in answer.rejected(name), name
    assert "this is no ordinary file" in answer.rejected("agenda.txt")
    assert f"{SECOND}/notes \ufffd\ufffd[2J.txt" in {one["path"] for one in answer.document["inputs"]}
    assert "secret" not in answer.out
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)
    assert "\x1b[2J" not in run("audit", case, "--as-of", AS_OF).out


# ---- body.yaml ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty"),
        (b"# nothing yet\n", "does not say whose papers these are"),
        (b"- one\n- two\n", "does not say whose papers these are"),
        (b"name: NHS Northfield CCG\n", "No committee is named"),
        (bytes(range(256)), "This is not valid YAML"),
        (BODY.replace("    kind: pccc", "\tkind: pccc").encode(), "body.yaml, line 9"),
        (f"{BODY}name: Another\n".encode(), 'The key "name" is given twice (first on line 2)'),
        (f"{BODY}x: &x [*x]\n".encode(), "An anchor refers to itself"),
        (f"{BODY}x: {'[' * 3000}{']' * 3000}\n".encode(), "nests its entries without end"),
        (f"{BODY}x: !!python/object/apply:os.abort []\n".encode(), "body.yaml, line 21"),
        (
            "\n".join(
                [
                    BODY,
                    "a: &a [x]",
                    *(f"{b}: &{b} [{f'*{a},' * 9}]" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
                ]
            ),
            "repeats or nests its entries without end",
        ),
    ],
)
def test_a_body_file_that_cannot_be_used(case: Path, content: bytes | str, words: str) -> None:
    (case / "body.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    refused(audit(case), "body.yaml", words)


@pytest.mark.parametrize(
    ("old", "new", "place", "problem", "fix"),
    [
        ("guardian:", "guardan:", 'line 6, "guardan"', "is not a key of body.yaml", 'write "guardian"'),
        ("chair: true", "chiar: true", 'line 12, "chiar"', "is not a key of a member", 'write "chair"'),
        ("2016-04-01", "2017-02-31", 'line 12, "from"', "is not a date", "YYYY-MM-DD"),
        ("role: lay", "role: laye", 'line 12, "role"', "is not one of the words allowed", 'write "lay"'),
        ("members: 3", "members: three", 'line 10, "members"', "is not a number", "members: 4"),
        ("organisations:", "      - {name: Dr Anil Rao, role: gp}\norganisations:", "line 18", "line 16", "delete one"),
    ],
)
def test_a_fault_in_a_body_file_is_said_with_its_line_and_the_rest_is_audited(
    case: Path, old: str, new: str, place: str, problem: str, fix: str
) -> None:
    (case / "body.yaml").write_text(BODY.replace(old, new, 1))
    answer = audit(case)
    said = answer.rejected("body.yaml")
    assert place in said and problem in said and fix in said
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252", "utf-8-sig"])
def test_a_body_file_in_another_encoding_is_read(case: Path, encoding: str) -> None:
    (case / "body.yaml").write_bytes(BODY.replace("Colin Marsh", "Cólin Marsh").encode(encoding))
    answer = audit(case)
    assert (answer.code, answer.document["rejected"], answer.conflicts) == (FINDINGS, [], FOUND)


def test_an_anchor_that_ends_is_read(case: Path) -> None:
    text = BODY.replace("guardian: Margaret Hale", "guardian: &who Margaret Hale").replace(
        "{name: Margaret Hale", "{name: *who "
    )
    (case / "body.yaml").write_text(text)
    assert audit(case).document["rejected"] == []


# ---- meetings ----------------------------------------------------------------------------------------------------


def test_a_meeting_with_no_agenda_takes_its_items_from_the_minutes_and_says_so(case: Path) -> None:
    (case / FIRST / "agenda.txt").unlink()
    answer = audit(case)
    assert any("5 September 2017 has no agenda" in one for one in answer.document["notices"])
    assert answer.conflicts == FOUND


def test_a_meeting_with_no_minutes_is_too_thin_and_no_finding_of_its_own_is_invented(case: Path) -> None:
    (case / FIRST / "minutes.txt").unlink()
    answer = audit(case)
    first = answer.document["meetings"][0]
    assert {one["handling"] for item in first["items"] for one in item["conflicts"]} == {"record_too_thin"}
    assert answer.conflicts == FOUND


def test_minutes_of_another_day_are_said(case: Path) -> None:
    path = case / FIRST / "minutes.txt"
    path.write_text(path.read_text().replace("5 September", "12 October"))
    answer = audit(case)
    said = answer.rejected(f"{FIRST}/minutes.txt")
    assert "12 October 2017" in said and "differs from its folder's, 5 September 2017" in said
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND)


def test_a_meeting_with_no_date_belongs_nowhere_and_is_said(case: Path) -> None:
    (case / FIRST).rename(case / "meetings" / "pccc")
    for name in ("agenda.txt", "minutes.txt"):
        path = case / "meetings" / "pccc" / name
        path.write_text(path.read_text().replace("Tuesday 5 September 2017", "the usual day"))
        assert "no meeting date was found" in audit(case).rejected(f"meetings/pccc/{name}")
    answer = audit(case)
    assert (answer.code, answer.conflicts) == (INCOMPLETE, FOUND - RAO)


def test_a_copied_agenda_doubles_no_item_and_a_second_one_that_differs_is_read_too(case: Path) -> None:
    agenda = case / FIRST / "agenda.txt"
    shutil.copy(agenda, case / FIRST / "agenda copy.txt")
    copied = audit(case)
    assert [len(one["items"]) for one in copied.document["meetings"]] == [5, 5]
    assert any("agenda" in one and "left aside" in one for one in copied.document["notices"])
    (case / FIRST / "agenda copy.txt").write_text(agenda.read_text().replace("4. Elm Street", "4. Park View"))
    other = audit(case)
    assert any("agendas of one meeting with different items" in one for one in other.document["notices"])
    assert other.conflicts > FOUND


def test_a_folder_and_a_period_with_no_meeting(case: Path) -> None:
    refused(audit(case, "--from", "2019-01-01"), "no meeting to audit in this period", "widen the dates")
    refused(run("check", case, "--meeting", "2017-10-10"), "no meeting on 2017-10-10", "2017-09-05, 2017-11-07")
    refused(run("check", case, "--as-of", AS_OF), "no meeting on or after 2018-01-15", "--meeting DATE")
    shutil.rmtree(case / "meetings")
    refused(audit(case), "There is no meeting to audit", "meetings/2017-09-05-pccc")


# ---- options, output and rules -----------------------------------------------------------------------------------


@pytest.mark.parametrize("day", ["nonsense", "2017-02-31", "31/01/2018", ""])
def test_an_as_of_date_that_is_none(case: Path, day: str) -> None:
    answer = run("audit", case, "--as-of", day)
    assert (answer.code, answer.out) == (USAGE, "")
    assert "--as-of" in answer.err


def test_a_pdf_that_cannot_be_written(case: Path) -> None:
    answer = run("audit", case, "--as-of", AS_OF, "--pdf", case / "body.yaml" / "report.pdf")
    refused(answer, "The PDF cannot be written here", "give another path")


def test_lists_that_are_not_there(case: Path) -> None:
    refused(audit(case, "--organisations", case / "lists"), "no such folder of organisation lists", "epraccur.csv")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text + "title: again\n", 'The key "title" is given twice'),
        (lambda text: text.replace("severity:", "severty:"), "severty"),
        (lambda text: text.replace("check: ", "check: no_such_"), "no_such_"),
        (lambda text: re.sub(r"from: [\d-]+", "from: 2017-02-31", text, count=1), "2017-02-31"),
        (lambda text: text + "\t- x\n", "not valid YAML"),
        (lambda text: "", "MTG-07"),
    ],
)
def test_a_rule_file_that_is_wrong_stops_everything(
    case: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[str], str], words: str
) -> None:
    rules = case.parent / "rules"
    shutil.copytree(paths.rules_folder(), rules)
    (rule,) = rules.rglob("MTG-07.yaml")
    rule.write_text(change(rule.read_text()))
    monkeypatch.setattr(paths, "rules_folder", lambda: rules)
    for answer in (audit(case), run("rules", "list")):
        refused(answer, "MTG-07.yaml", words, code=RULEBOOK)


def test_an_item_about_a_practice_that_no_name_tells_is_asked_about(case: Path) -> None:
    for name in ("agenda.txt", "minutes.txt"):
        path = case / FIRST / name
        path.write_text(path.read_text().replace("4. Elm Street Surgery: application to close its patient list",
                                                 "4. Elm Street: rent review"))  # fmt: skip
    item = next(one for one in audit(case).document["meetings"][0]["items"] if one["number"].rstrip(".") == "4")
    assert (item["scope"], item["parties"] != [] or any("Which practice" in one for one in item["questions"])) == (
        "named_practice",
        True,
    )


def test_an_interest_that_the_register_ends_and_the_minutes_declare_is_still_a_conflict(case: Path) -> None:
    ended = tuple((*row[:7], "31/03/2017", row[8]) if row[0] == "Dr Anil Rao" else row for row in ROWS)
    write_register(case / REGISTER, ended)
    answer = audit(case)
    assert answer.conflicts == FOUND


def test_papers_all_in_capitals_lose_nobody(case: Path) -> None:
    for name in ("agenda.txt", "minutes.txt"):
        path = case / FIRST / name
        path.write_text(path.read_text().upper())
    assert audit(case).conflicts == FOUND
