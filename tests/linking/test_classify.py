"""Agenda items are classified by their words: type, scope, purpose, and why."""

from __future__ import annotations

import pytest
from classify_items import VOCABULARY, read

from coi_audit.linking.items.classify_titles import TitleRow, classify_titles, committee_kind_of
from coi_audit.model.words import CommitteeKind, Confidence, Purpose, Scope

# Scope


@pytest.mark.parametrize(
    ("title", "scope"),
    [
        ("Rent review: Maltings Surgery", Scope.NAMED_PRACTICE),
        ("Primary care strategy and the Maltings Surgery merger", Scope.NAMED_PRACTICE),
        ("PMS practices in the Western locality: funding", Scope.SOME_PRACTICES),
        ("Change of membership: Harrow Hill PCN", Scope.SOME_PRACTICES),
        ("Locally Commissioned Services tariff", Scope.ALL_PRACTICES),
        ("Contract variations", Scope.ALL_PRACTICES),
        ("List closure policy", Scope.ALL_PRACTICES),
        ("Maltings Surgery: novation to Maltings Health Ltd", Scope.OTHER_PROVIDER),
        ("Preferred bidder for Maltings Surgery", Scope.OTHER_PROVIDER),
        ("GP out of hours contract", Scope.OTHER_PROVIDER),
        ("Terms of reference", Scope.INTERNAL),
        ("Appointment of lay member", Scope.INTERNAL),
        ("Minutes of the last meeting", Scope.NONE),
    ],
)
def test_scope(title: str, scope: Scope) -> None:
    assert read(title).scope is scope


def test_the_committee_decides_what_a_bare_report_is_about() -> None:
    for title in ("Finance report", "Quality report"):
        assert read(title).concerns_gp_services
        elsewhere = read(title, committee=CommitteeKind.GOVERNING_BODY)
        assert (elsewhere.concerns_gp_services, elsewhere.scope) == (False, Scope.NONE)
    assert read("Primary care finance report", committee=CommitteeKind.GOVERNING_BODY).concerns_gp_services


def test_other_services_are_no_gp_services_even_in_a_primary_care_committee() -> None:
    for title in ("Dental access plan", "Community pharmacy contract", "Optometry update"):
        assert not read(title).concerns_gp_services
    assert read("Pharmacists in GP practices").concerns_gp_services


# Purpose


@pytest.mark.parametrize(
    ("action", "purpose"),
    [
        ("Approve", Purpose.DECISION),
        ("Decision/Assurance", Purpose.DECISION),
        ("To note", Purpose.INFORMATION),
        ("FOR INFORMATION ONLY", Purpose.INFORMATION),
        ("Not for decision", Purpose.INFORMATION),
        ("Consider", Purpose.DISCUSSION),
        ("Note and recommend", Purpose.DECISION),
        ("consider options and agree a way forward", Purpose.DECISION),
    ],
)
def test_the_agendas_action_word_decides(action: str, purpose: Purpose) -> None:
    assert read("Maltings Surgery rent review update", action=action).purpose is purpose


@pytest.mark.parametrize("action", ["Paper", "Enclosed", "Verbal", "Enc 3", "Standing items", "Paper A", ""])
def test_no_action_words_leave_it_to_the_title(action: str) -> None:
    assert read("Maltings Surgery update", action=action).purpose is Purpose.INFORMATION
    assert read("Application to close Maltings Surgery", action=action).purpose is Purpose.DECISION


def test_the_heading_and_the_words_of_the_item_say_the_purpose() -> None:
    assert read("Quality report", section="Items for decision").purpose is Purpose.DECISION
    asked = "The committee is asked to:\n- note the report\n- approve the grant."
    assert read("Quality report", text=asked).purpose is Purpose.DECISION
    assert read("Extended access", text="The committee is asked to note the report.").purpose is Purpose.INFORMATION


@pytest.mark.parametrize(
    ("title", "purpose"),
    [
        ("Minutes of the last meeting", Purpose.DECISION),
        ("Declarations of interest and minutes of the last meeting", Purpose.DECISION),
        ("Springwater Surgery procurement update", Purpose.INFORMATION),
        ("Springwater Surgery procurement", Purpose.DECISION),
        ("To approve the dashboard", Purpose.DECISION),
        ("Chair's action: improvement grant", Purpose.DECISION),
        ("List sizes", Purpose.INFORMATION),
        ("Primary care strategy", Purpose.DISCUSSION),
    ],
)
def test_the_title_says_the_purpose(title: str, purpose: Purpose) -> None:
    assert read(title).purpose is purpose


# Closed, zero-sum, pays nobody, procedure, doubt


@pytest.mark.parametrize(
    ("title", "closed"),
    [
        ("APMS procurement", True),
        ("CSU service level agreement", True),
        ("Contract extension: Maltings Surgery", True),
        ("Section 96 request: Maltings Surgery", True),
        ("Section 96 policy", False),
        ("Walk-in centre: award of contract", True),
        ("Walk-in centre: opening times", False),
        ("Federation support", False),
        ("Federation support: direct award", True),
        ("Merger of Maltings Surgery and Elm Surgery", False),
    ],
)
def test_closed(title: str, closed: bool) -> None:
    assert read(title).closed is closed


def test_a_private_item_is_closed() -> None:
    assert read("Merger of Maltings Surgery and Elm Surgery", private=True).closed
    assert read("Rent review: Maltings Surgery", section="Part 2 - private").closed


def test_a_budget_pays_nobody_unless_it_is_allocated() -> None:
    assert read("Primary care dashboard").pays_nobody
    assert read("GP IT refresh", action="Note").pays_nobody
    assert not read("Budget allocation", action="Approve").pays_nobody
    assert not read("Locally commissioned services").pays_nobody


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("Apologies and declarations of interest", "declarations"),
        ("Register of Interests", "declarations"),
        ("Draft minutes", "minutes"),
        ("Welcome", "welcome"),
        ("Action log", "action_log"),
        ("AOB", "any_other_business"),
        ("Date and time of next meeting", "next_meeting"),
        ("Questions from members of the public", "questions"),
        ("Confirmation of quoracy", "quoracy"),
        ("Glossary", "glossary"),
        ("Exclusion of the press and public", "exclusion_of_public"),
    ],
)
def test_procedure(title: str, label: str) -> None:
    result = read(title)
    assert (result.procedure, result.decision_type, result.scope) == (label, None, Scope.NONE)
    assert not result.concerns_gp_services


def test_procedure_that_carries_a_decision_is_that_decision() -> None:
    assert read("Any other business: closure of Maltings Surgery").decision_type == "C09"
    assert read("Matters arising - rent review policy", action="Decision").decision_type == "C13"
    assert read("Matters arising - rent review policy").procedure == "matters_arising"


@pytest.mark.parametrize("title", ["Any other business", "Finance", "Branch closure", "Zephyr", "Fernleigh Update"])
def test_what_the_words_do_not_say_is_asked(title: str) -> None:
    result = read(title)
    assert result.confidence is Confidence.ASK
    assert any("ask" in sentence for sentence in result.because)


def test_an_unknown_committee_is_asked_about() -> None:
    assert read("Finance report", committee=CommitteeKind.OTHER).confidence is Confidence.ASK
    assert read("GMS finance report", committee=CommitteeKind.OTHER).confidence is not Confidence.ASK


def test_because_names_the_words_that_decided() -> None:
    because = " ".join(read("Rent review: Maltings Surgery", action="Approve").because)
    for word in ("rent review", "C13", "Maltings Surgery", '"Approve"', "decision"):
        assert word in because


def test_a_party_makes_an_item_more_than_the_bodys_own_affair() -> None:
    assert read("Memorandum of understanding: Westvale GP Alliance CIC").decision_type == "C19"
    assert read("Appointment to Elm Valley PCN").concerns_gp_services


@pytest.mark.parametrize("title", ["?", "...", "1", "\u200b", "£", "A" * 5000, "— – -", "(((", "Dr", "& Partners"])
def test_no_title_is_too_odd(title: str) -> None:
    assert read(title).confidence in set(Confidence)


# Rows of titles


def test_rows_answer_in_order_and_echo_the_rest() -> None:
    rows = [
        TitleRow("Finance report", committee="Governing Body", echoed={"id": "7", "scope": "mine"}),
        TitleRow("Finance report", action="Approve"),
    ]
    first, second = classify_titles(rows, VOCABULARY)
    assert list(first)[:7] == [
        "title",
        "decision_type",
        "concerns_gp_services",
        "scope",
        "purpose",
        "parties",
        "because",
    ]
    assert (first["id"], first["scope"], first["scope (given)"]) == ("7", "none", "mine")
    assert (second["concerns_gp_services"], second["purpose"]) == (True, "decision")


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        (None, CommitteeKind.PCCC),
        ("", CommitteeKind.PCCC),
        ("Primary Care Commissioning Committees in Common", CommitteeKind.PCCC),
        ("Joint Commissioning Committee for Primary Care", CommitteeKind.JOINT),
        ("Governing Body Part I", CommitteeKind.GOVERNING_BODY),
        ("ICB Board", CommitteeKind.GOVERNING_BODY),
        ("Audit Committee", CommitteeKind.AUDIT),
        ("Remuneration Committee", CommitteeKind.REMUNERATION),
        ("Quality Committee", CommitteeKind.OTHER),
    ],
)
def test_committee_kind(name: str | None, kind: CommitteeKind) -> None:
    assert committee_kind_of(name) is kind
