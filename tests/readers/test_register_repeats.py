"""A row that says what another said is told and left out; the day it was declared on is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coi_audit.readers.registers.register import RegisterRead, read_register

HEADINGS = "Name,Organisation,Nature of interest,Type,Date declared"
PARTNER = "Dr Ann Vale,Mill Lane Surgery,GP partner,Financial"
LATER, EARLIER = date(2018, 5, 3), date(2017, 4, 1)


def read(folder: Path, *rows: str) -> RegisterRead:
    paper = folder / "register 2018-06-01.csv"
    paper.write_text("\n".join((HEADINGS, *rows)), encoding="utf-8")
    return read_register(paper, root=folder)


def test_both_days_of_declaration_are_kept_the_earliest_first(tmp_path: Path) -> None:
    found = read(tmp_path, f"{PARTNER},03/05/2018", f"{PARTNER},01/04/2017")
    assert found.register is not None
    (interest,) = found.register.interests
    assert (interest.declared_on, interest.further_declarations) == (EARLIER, (LATER,))
    (told,) = found.rejected
    assert told.problem.startswith("the same interest already stands at")
    assert told.problem.endswith("its date of declaration, 1 April 2017, was kept with that row")


def test_the_same_day_twice_is_kept_once(tmp_path: Path) -> None:
    found = read(tmp_path, f"{PARTNER},03/05/2018", f"{PARTNER},03/05/2018")
    assert found.register is not None
    assert found.register.interests[0].declared_on == LATER
    assert found.register.interests[0].further_declarations == ()
    assert "was kept" not in found.rejected[0].problem


def test_a_day_that_only_the_second_row_gives_is_the_interests(tmp_path: Path) -> None:
    found = read(tmp_path, f"{PARTNER},", f"{PARTNER},03/05/2018")
    assert found.register is not None
    assert found.register.interests[0].declared_on == LATER


def test_nil_returns_of_two_dates_are_two(tmp_path: Path) -> None:
    nil = "Bo Reed,Nil,Nil,Nil"
    found = read(tmp_path, f"{nil},01/04/2017", f"{nil},03/05/2018", f"{nil},03/05/2018")
    assert found.register is not None
    assert [one.on for one in found.register.nil_returns] == [EARLIER, LATER]
