"""An integrated care board's papers from folder to findings: its members, dentists, and decisions between meetings."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest
from icb_papers import write_icb

from coi_audit import app, paths
from coi_audit.model.audit import Audit, ItemAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Action, CommitteeKind, Handling, LinkKind, Role, RuleOutcome, Scope

AS_OF = date(2024, 9, 30)
MAY, JUNE, LATER = date(2024, 5, 14), date(2024, 6, 11), date(2024, 6, 18)
_LOAD_BOOKS = cache(app.load_books)


@pytest.fixture(autouse=True)
def rulebook_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coi_audit.app.audits.load_books", _LOAD_BOOKS)


def audited(tmp_path: Path, log: str = "xlsx") -> Audit:
    folder = write_icb(tmp_path, log=log)
    return app.audit_folder(folder, rules=paths.rules_folder(), organisations=None, as_of=AS_OF)


def item_of(audit: Audit, on: date, title: str) -> ItemAudit:
    (found,) = [item for one in audit.meetings if one.date == on for item in one.items if title in item.item.title]
    return found


def only_conflict(item: ItemAudit) -> Conflict:
    (found,) = item.conflicts
    return found


def findings(audit: Audit, on: date, person: str | None = None) -> set[str]:
    return {
        one.rule_id
        for one in audit.findings
        if one.meeting == on and one.outcome is RuleOutcome.NOT_MET and (person is None or one.person == person)
    }


def test_the_papers_are_read_whole_and_the_people_are_what_they_are(tmp_path: Path) -> None:
    audit = audited(tmp_path)
    assert audit.rejected == ()
    assert [one.kind for one in audit.inputs if "decisions" in one.path] == ["urgent_decisions"]
    may = next(one for one in audit.meetings if one.date == MAY)
    assert may.committee_kind is CommitteeKind.PCCC
    assert {one.name: one.role for one in may.present} == {
        "Harriet Lunn": Role.LAY,
        "Owen Stagg": Role.LAY,
        "Beatrix Noon": Role.EXECUTIVE,
        "Corin Vale": Role.EXECUTIVE,
        "Dr Mina Sarkar": Role.GP,
        "Tilda Frost": Role.OTHER,
    }


@pytest.mark.parametrize(
    ("title", "person", "action"),
    [
        ("Marigold Dental Practice", "Tilda Frost", Action.LEAVE),
        ("Bramble Lane Pharmacy", "Corin Vale", Action.NONE),
    ],
)
def test_an_interest_in_a_dentist_or_pharmacy_is_one_in_a_provider(
    tmp_path: Path, title: str, person: str, action: Action
) -> None:
    item = item_of(audited(tmp_path), MAY, title)
    conflict = only_conflict(item)
    assert (item.classification.concerns_gp_services, item.classification.scope) == (False, Scope.OTHER_PROVIDER)
    assert (conflict.holding.person.name, conflict.link.kind) == (person, LinkKind.PROVIDER_PARTY)
    assert (conflict.required_action, conflict.participation.recorded_action) == (Action.LEAVE, action)


def test_a_partner_member_who_stays_for_the_own_practice_is_a_matter_of_local_policy(tmp_path: Path) -> None:
    audit = audited(tmp_path)
    assert {"ICB-03", "MTG-06", "MTG-07", "PCC-12"} <= findings(audit, MAY, "Dr Mina Sarkar")
    told = next(one for one in audit.findings if one.rule_id == "ICB-03" and one.person == "Dr Mina Sarkar")
    assert "the board's own policy" in told.statement
    assert "ICB-03" not in findings(audit, MAY, "Tilda Frost")


def test_the_conflicts_panels_instruction_is_a_ruling(tmp_path: Path) -> None:
    conflict = only_conflict(item_of(audited(tmp_path), MAY, "Locally commissioned"))
    assert conflict.link.kind is LinkKind.SHARED
    assert conflict.participation.ruling_recorded
    assert conflict.handling is Handling.MANAGED


@pytest.mark.parametrize("log", ["xlsx", "csv", "docx", "txt"])
def test_an_urgent_decision_is_judged_like_an_item(tmp_path: Path, log: str) -> None:
    audit = audited(tmp_path, log)
    june = next(one for one in audit.meetings if one.date == JUNE)
    assert [one.name for one in june.present] == ["Beatrix Noon", "Harriet Lunn"]
    assert [one.name for one in june.in_attendance] == ["Tilda Frost"]
    item = item_of(audit, JUNE, "Yarrow Opticians")
    conflict = only_conflict(item)
    assert (conflict.holding.person.name, conflict.link.kind) == ("Harriet Lunn", LinkKind.PROVIDER_PARTY)
    assert (conflict.required_action, conflict.hand_over_chair) == (Action.LEAVE_NO_PAPERS, True)
    assert conflict.handling is Handling.NOT_DECLARED
    assert (item.quorum.eligible_before, item.quorum.eligible_after, item.quorum.quorate) == (2, 1, False)
    assert {"MTG-04", "MTG-07", "CHR-01", "ICB-03"} <= findings(audit, JUNE, "Harriet Lunn")
    assert all(f"decisions_chairs_action_2024.{log}" in {ref.file for ref in one.evidence}
               for one in audit.findings if one.meeting == JUNE and one.item)  # fmt: skip


def test_nobody_asks_an_urgent_decision_for_an_agenda_or_a_call_for_declarations(tmp_path: Path) -> None:
    audit = audited(tmp_path)
    about_meetings = {"MTG-01", "MTG-02", "QUO-02", "MIN-01"}
    told = {one.rule_id for one in audit.findings if one.meeting in (JUNE, LATER) and one.item is None}
    assert told & about_meetings == set()
    assert findings(audit, LATER) == set()
    assert item_of(audit, LATER, "Fennel Road Surgery").quorum.quorate
