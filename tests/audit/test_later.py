"""What came later: days counted by hand on a small case, and what each later declaration changed of what was asked."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import pytest
from small_case import FIRST, ROWS, audit, run, small_case, write_register

from coi_audit.app import audits, books

_FIRST_MINUTES = f"{FIRST}/minutes.txt"
_HALE, _RAO, _KALE = ROWS


_read_once = cache(books.load_books)


@pytest.fixture(autouse=True)
def _rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(audits, "load_books", _read_once)


def row(name: str, began: str, declared: str, practice: str = "Elm Street Surgery") -> tuple[str, ...]:
    return (name, "GP Member", practice, "Financial", "GP partner", "Direct", began, "Current", declared)


def case(folder: Path, *later: tuple[str, ...], told: bool = False) -> Path:
    """Dr Rao's practice stands only on the register of December; the item of 5 September is about it."""
    small_case(folder)
    body = (folder / "body.yaml").read_text(encoding="utf-8").replace("practice: Elm Street Surgery, ", "")
    (folder / "body.yaml").write_text(body, encoding="utf-8")
    if not told:
        minutes = (folder / _FIRST_MINUTES).read_text(encoding="utf-8")
        lines = [one for one in minutes.splitlines() if "Dr Rao" not in one]
        lines += ["There was nothing else."]
        (folder / _FIRST_MINUTES).write_text("\n".join(lines), encoding="utf-8")
    write_register(folder / "register 2017-04.xlsx", (_HALE, _KALE))
    write_register(folder / "register 2017-12.xlsx", (_HALE, _KALE, *later))
    return folder


def conflict_of(document: dict[str, Any], day: str, person: str) -> dict[str, Any]:
    (found,) = [
        one
        for meeting in document["meetings"]
        if meeting["date"] == day
        for item in meeting["items"]
        for one in item["conflicts"]
        if one["person"] == person
    ]
    assert isinstance(found, dict)
    return found


def test_declared_after_the_meeting(tmp_path: Path) -> None:
    folder = case(tmp_path / "case", row("Dr Anil Rao", "01/06/2017", "03/10/2017"))
    document = audit(folder).document
    found = conflict_of(document, "2017-09-05", "Dr Anil Rao")["later"]
    assert (found["shown_on"], found["shown_by"], found["days_after_meeting"]) == ("2017-10-03", "declaration", 28)
    assert (found["required_then"], found["required_now"], found["changed"]) == ("none", "leave", True)
    assert (found["beginning"]["days"], found["beginning"]["allowed"], found["beginning"]["days_late"]) == (124, 28, 96)
    places = [(one["file"], one.get("row"), one.get("column"), one["text"]) for one in found["beginning"]["evidence"]]
    assert places == [
        ("register 2017-12.xlsx", 4, "From", "01/06/2017"),
        ("register 2017-12.xlsx", 4, "Declared on", "3 October 2017"),
    ]
    assert found["evidence"][0]["file"] == f"{FIRST}/agenda.txt"
    assert "28 days after the meeting and 124 days after the interest began" in found["in_words"]
    assert "asked for nothing, now for leaving for the whole item" in found["in_words"]


@pytest.mark.parametrize(
    ("declared", "late"),
    [("29/06/2017", None), ("30/06/2017", 1), ("05/09/2017", 68), ("06/09/2017", 69)],
)
def test_both_sides_of_the_days_allowed_and_of_the_meeting(tmp_path: Path, declared: str, late: int | None) -> None:
    document = audit(case(tmp_path / "case", row("Dr Anil Rao", "01/06/2017", declared))).document
    found = conflict_of(document, "2017-09-05", "Dr Anil Rao").get("later")
    kept = document["kept_lists"]["declared_late"]
    assert kept["late"] == (late is not None)
    assert (kept["median_days_late"], kept["longest_days_late"]) == (late, late)
    if late is None:
        assert found is None
    else:
        assert found["beginning"]["days_late"] == late
        assert found["days_after_meeting"] == (1 if declared == "06/09/2017" else None)
        assert found["changed"] == (declared == "06/09/2017")


def test_in_time_by_the_rule_and_yet_after_the_meeting(tmp_path: Path) -> None:
    document = audit(case(tmp_path / "case", row("Dr Anil Rao", "01/09/2017", "20/09/2017"))).document
    found = conflict_of(document, "2017-09-05", "Dr Anil Rao")["later"]
    assert (found["days_after_meeting"], found["beginning"]["days"], found["beginning"]["days_late"]) == (15, 19, None)
    assert "15 days after the meeting and 19 days after the interest began (1 September 2017). By" in found["in_words"]
    assert document["kept_lists"]["declared_late"]["late"] == 0


def test_shown_only_by_a_later_edition(tmp_path: Path) -> None:
    document = audit(case(tmp_path / "case", row("Dr Anil Rao", "01/06/2017", ""))).document
    found = conflict_of(document, "2017-09-05", "Dr Anil Rao")["later"]
    assert (found["shown_by"], found["shown_on"], found["days_after_meeting"]) == ("edition", "2017-12-01", 87)
    assert found["beginning"] is None
    assert document["kept_lists"]["declared_late"]["cannot_tell"] == 1


def test_told_at_the_meeting_itself_changes_nothing(tmp_path: Path) -> None:
    folder = case(tmp_path / "case", row("Dr Anil Rao", "01/06/2017", "03/10/2017"), told=True)
    found = conflict_of(audit(folder).document, "2017-09-05", "Dr Anil Rao")["later"]
    assert found["told_at_meeting"] and not found["changed"]
    assert (found["required_then"], found["required_now"]) == ("leave", "leave")
    assert "told at the meeting" in found["in_words"]


def test_what_the_bodys_own_list_tells_was_known(tmp_path: Path) -> None:
    folder = case(tmp_path / "case", row("Dr Anil Rao", "01/06/2017", "03/10/2017"))
    body = (folder / "body.yaml").read_text(encoding="utf-8")
    body = body.replace("Dr Anil Rao, role: gp,", "Dr Anil Rao, role: gp, practice: Elm Street Surgery,")
    (folder / "body.yaml").write_text(body, encoding="utf-8")
    found = conflict_of(audit(folder).document, "2017-09-05", "Dr Anil Rao")["later"]
    assert found["told_by_body"] and not found["told_at_meeting"] and not found["changed"]
    assert (found["days_after_meeting"], found["required_then"]) == (28, "leave")


def test_what_the_register_showed_in_time_is_not_called_late(tmp_path: Path) -> None:
    document = audit(small_case(tmp_path / "case")).document
    conflicts = [one for meeting in document["meetings"] for item in meeting["items"] for one in item["conflicts"]]
    assert conflicts and not any("later" in one for one in conflicts)


def test_the_quorum_that_was_only_thought_to_be_there(tmp_path: Path) -> None:
    """Three voters are needed; with Ms Petrie's interest, declared later, only two may stay."""
    folder = case(
        tmp_path / "case",
        row("Colin Marsh", "01/06/2017", "03/10/2017"),
        row("Joan Petrie", "01/06/2017", "04/10/2017"),
    )
    found = conflict_of(audit(folder).document, "2017-09-05", "Joan Petrie")["later"]
    assert (found["quorate_then"], found["quorate_now"]) == (True, False)
    assert "quorate by that, and is not quorate" in found["in_words"]


def test_the_median_and_the_longest(tmp_path: Path) -> None:
    folder = case(
        tmp_path / "case",
        row("Dr Anil Rao", "01/06/2017", "30/06/2017"),
        row("Colin Marsh", "01/06/2017", "03/10/2017", "Long Lane Ltd"),
        row("Joan Petrie", "01/06/2017", "10/07/2017", "Old Mill Ltd"),
    )
    kept = audit(folder).document["kept_lists"]["declared_late"]
    assert (kept["late"], kept["median_days_late"], kept["longest_days_late"]) == (3, 11, 96)
    assert [one["days_late"] for one in kept["interests"]] == [96, 11, 1]


def test_the_public_edition_names_nobody_in_it(tmp_path: Path) -> None:
    folder = case(tmp_path / "case", row("Dr Anil Rao", "01/06/2017", "03/10/2017"))
    document = audit(folder, "--public").document
    found = conflict_of(document, "2017-09-05", "Dr Anil Rao")["later"]
    assert found["days_after_meeting"] == 28
    files = [one["file"] for one in (*found["evidence"], *found["beginning"]["evidence"])]
    files += [cell["file"] for one in document["kept_lists"]["declared_late"]["interests"] for cell in one["evidence"]]
    assert files and not any("2017-12.xlsx" in one or "agenda.txt" in one for one in files)


def test_what_the_store_held_only_after_the_meeting(tmp_path: Path) -> None:
    """The row says it was declared in August; the store, which kept the registers of July, first held it in October."""
    folder, store = case(tmp_path / "case"), tmp_path / "store.sqlite3"
    (folder / "register 2017-12.xlsx").unlink()
    assert run("keep", folder, "--store", store, "--on", "2017-07-01", "--by", "Ruth Penhale").code == 0
    write_register(folder / "register 2017-08.xlsx", (_HALE, _KALE, row("Dr Anil Rao", "01/08/2017", "20/08/2017")))
    assert run("keep", folder, "--store", store, "--on", "2017-10-10", "--by", "Ruth Penhale").code == 0
    document = run("audit", "--store", store, "--as-of", "2018-01-15", "--json").document
    found = conflict_of(document, "2017-09-05", "Dr Anil Rao")["later"]
    assert (found["shown_by"], found["shown_on"], found["days_after_meeting"]) == ("store", "2017-10-10", 35)
    assert (found["required_then"], found["required_now"]) == ("none", "leave")
    assert (found["beginning"]["days"], found["beginning"]["allowed"]) == (19, None)  # by the register, in time
    assert "later" not in conflict_of(audit(folder).document, "2017-09-05", "Dr Anil Rao")  # the folder cannot know it


def test_a_store_begun_after_the_meeting_makes_nothing_late(tmp_path: Path) -> None:
    folder, store = case(tmp_path / "case", row("Dr Anil Rao", "01/08/2017", "20/08/2017")), tmp_path / "store.sqlite3"
    assert run("keep", folder, "--store", store, "--on", "2018-01-10", "--by", "Ruth Penhale").code == 0
    document = run("audit", "--store", store, "--as-of", "2018-01-15", "--json").document
    assert "later" not in conflict_of(document, "2017-09-05", "Dr Anil Rao")
