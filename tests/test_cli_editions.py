"""`coi-audit read NEW --against OLD`, as a person types it."""

from __future__ import annotations

from pathlib import Path

from cli_runs import document, run, said_plainly

from coi_audit.errors import ExitCode

HEAD = "Name,Organisation,Nature of interest,Type,From,To\n"
OLD = HEAD + (
    "Dr Uma Kell,Elm Street Surgery,GP Partner,Financial,2010,\n"
    "Dr Uma Kell,Kell Care Ltd,Director,Financial,2014,\n"
    "Adam Roe,Fernmoor Hospice,Trustee,Non-financial personal,2012,\n"
    "Jo Penn,Penn Ltd,Owner,Financial,2001,\n"
)
NEW = HEAD + (
    "Dr U Kell,Elm Street Surgery,GP Partner,Financial,2010,\n"
    "Dr U Kell,Kell Care Ltd,Director and shareholder,Financial,2014,\n"
    "Adam Roe,Fernmoor Hospice,Trustee,Non-financial personal,2012,31/12/2018\n"
    "Adam Roe,Roe Homes Ltd,Director,Financial,2019,\n"
    "Jo Penn,,Nil,,,\n"
)


def editions(folder: Path) -> tuple[Path, Path]:
    old, new = folder / "register-2018-04.csv", folder / "register-2019-04.csv"
    old.write_text(OLD, encoding="utf-8")
    new.write_text(NEW, encoding="utf-8")
    return old, new


def test_each_interest_is_told_with_both_values_and_both_places(tmp_path: Path) -> None:
    old, new = editions(tmp_path)
    told = document(run("read", new, "--against", old, "--json"))["against"]
    assert (told["earlier"]["edition"], told["later"]["edition"], told["same"]) == ("2018-04-01", "2019-04-01", 1)
    (changed,) = told["changed"]
    assert changed["fields"] == [{"field": "nature", "before": "Director", "after": "Director and shareholder"}]
    assert changed["place_before"].startswith("register-2018-04.csv, row 3")
    assert changed["place_after"].startswith("register-2019-04.csv, row 3")
    assert [one["person"] for one in told["added"]] == ["Adam Roe"]
    assert [one["organisation"] for one in told["ended"]] == ["Fernmoor Hospice"]
    assert [one["organisation"] for one in told["gone_without_an_end"]] == ["Penn Ltd"]
    assert [one["person"] for one in told["now_nil"]] == ["Jo Penn"]
    shown = " ".join(run("read", new, "--against", old).stdout.split())
    assert "1 alike, 1 added, 1 changed, 1 ended, 1 gone without an end, 0 gone after its end, 1 now nil" in shown
    assert "against" not in document(run("read", new, "--json"))


def test_only_registers_are_compared(tmp_path: Path) -> None:
    _, new = editions(tmp_path)
    other = tmp_path / "gifts.csv"
    other.write_text("Name,Date of offer,Details of gift / hospitality,Estimated value\nA B,1/2/18,Pen,5\n")
    said_plainly(run("read", new, "--against", other), ExitCode.UNUSABLE, "gifts.csv", "this is none", "To fix:")
    said_plainly(run("read", new, "--against", tmp_path / "gone.csv"), ExitCode.UNUSABLE, "gone.csv")
