"""What one edition of a register, or one without a date, can tell of somebody who took up a role before it."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from coi_audit import app, paths
from coi_audit.model.audit import Audit
from coi_audit.model.words import RuleOutcome

AS_OF = date(2024, 9, 30)
BODY = """\
# Invented sample data: no real person or organisation.
name: NHS Sedgebrook Integrated Care Board
ods_code: Q8Z
kind: icb
co_commissioning: delegated
committees:
  - name: Primary Medical Services Committee
    kind: pccc
    members:
      - {name: Harriet Lunn, role: lay, chair: true, from: 2023-06-01}
      - {name: Owen Stagg, role: lay, from: 2023-06-01}
      - {name: Corin Vale, role: executive, from: 2022-07-01}
"""
AGENDA = """\
NHS Sedgebrook Integrated Care Board
Primary Medical Services Committee
Tuesday 10 September 2024
AGENDA
1. Welcome and apologies
2. Declarations of interest
3. Finance report
"""
HEADINGS = "Name,Position,Declared interest,Type,Direct or indirect,Date declared"
LUNN = "Harriet Lunn,Non-Executive Member,Yarrow Opticians: shareholder,Financial,Direct,"
STAGG = "Owen Stagg,Non-Executive Member,Nil return,,,"
VALE = "Corin Vale,Chief Nursing Officer,Bramble Lane Pharmacy: owner,Financial,Direct,"
_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


def audited(folder: Path, registers: dict[str, tuple[str, ...]]) -> Audit:
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    meeting = folder / "meetings" / "2024-09-10-pccc"
    meeting.mkdir(parents=True)
    (meeting / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    for name, rows in registers.items():
        text = "\n".join(("Register of interests", HEADINGS, *rows))
        (folder / f"register {name}.csv").write_text(text, encoding="utf-8")
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=AS_OF)


def said(audit: Audit, rule: str) -> dict[str | None, RuleOutcome]:
    return {one.person: one.outcome for one in audit.findings if one.rule_id == rule and one.person}


def test_the_only_edition_cannot_tell_when_somebody_first_declared(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"2023-12-01": (LUNN, STAGG, VALE)})
    for rule in ("ICB-01", "DEC-02"):
        assert said(audit, rule) == {
            "Harriet Lunn": RuleOutcome.CANNOT_TELL,
            "Owen Stagg": RuleOutcome.CANNOT_TELL,
            "Corin Vale": RuleOutcome.CANNOT_TELL,
        }
    questions = [one.ask for one in audit.findings if one.rule_id == "DEC-02"]
    assert all("supply the register" in (question or "") for question in questions)


def test_an_edition_in_office_that_lacks_somebody_tells_that_they_came_late(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"2023-08-01": (STAGG, VALE), "2023-12-01": (LUNN, STAGG, VALE)})
    for rule in ("ICB-01", "DEC-02"):
        assert said(audit, rule)["Harriet Lunn"] is RuleOutcome.NOT_MET
        assert said(audit, rule)["Owen Stagg"] is RuleOutcome.CANNOT_TELL


def test_a_date_of_declaration_speaks_for_itself(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"2023-12-01": (f"{LUNN}01/11/2023", STAGG, VALE)})
    assert said(audit, "ICB-01")["Harriet Lunn"] is RuleOutcome.NOT_MET


def test_a_register_without_any_date_names_people_all_the_same(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"of the board": (LUNN, STAGG)})
    found = said(audit, "ICB-01")
    assert found["Harriet Lunn"] is found["Owen Stagg"] is RuleOutcome.CANNOT_TELL
    assert found["Corin Vale"] is RuleOutcome.NOT_MET  # an undated register is of any day
    assert said(audit, "DEC-02")["Harriet Lunn"] is RuleOutcome.CANNOT_TELL


ROUND = tuple(
    row.removesuffix(",") + f",{day}/10/2023"
    for row, day in ((LUNN, 2), (STAGG, 4), (VALE, 9), ("Mara Finch,Clerk,Nil return,,,", 27))
)


def test_a_date_of_a_round_may_be_a_refresh(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"2023-12-01": ROUND})
    for rule in ("ICB-01", "DEC-02"):
        assert {said(audit, rule)[name] for name in ("Harriet Lunn", "Owen Stagg")} == {RuleOutcome.CANNOT_TELL}


def test_an_edition_before_the_round_that_lacks_somebody_tells_that_they_came_late(tmp_path: Path) -> None:
    audit = audited(tmp_path, {"2023-08-01": (*ROUND[1:],), "2023-12-01": ROUND})
    assert said(audit, "ICB-01")["Harriet Lunn"] is RuleOutcome.NOT_MET


def test_a_date_of_its_own_is_the_first(tmp_path: Path) -> None:
    late = LUNN.removesuffix(",") + ",20/11/2023"
    audit = audited(tmp_path, {"2023-12-01": (late, *ROUND[1:])})
    for rule in ("ICB-01", "DEC-02"):
        assert said(audit, rule)["Harriet Lunn"] is RuleOutcome.NOT_MET
