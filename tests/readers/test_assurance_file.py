"""assurance.yaml: every section, the other words people use, and every fault recorded with its line."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit.errors import UserError
from coi_audit.model.assurance import Assurance
from coi_audit.readers.assurance_file import read_assurance
from coi_audit.readers.assurance_keys import SECTIONS
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.policy_elements import element_keys, element_of
from coi_audit.readers.recognise import recognise
from coi_audit.readers.records.files import together
from coi_audit.readers.records.outcome import RecordsRead
from coi_audit.readers.told_values import financial_year, period

FULL = """\
publication:
  register_of_interests: {published: yes, published_on: 2017-07-01, address: "https://ccg.example/interests"}
  gifts_register: {published: no}
  procurement_register: {on_request: yes}
  breaches: {published: 2018-02-01}
guardian: {name: Colin Batty, role: Lay Member, appointed_on: 2016-07-01, until: 2019-03-31, audit_chair: yes,
           provider_interest: no, interests: [Trustee of Larkfield Hospice]}
policy: {title: Standards of business conduct, approved_on: 2017-05-01, covers: [definitions, breaches],
         lacks: [training], breach_notice_to_nhs_england: yes}
internal_audits:
  - {subject: conflicts of interest, year: 2017/18, reported_on: 2018-02-10, rating: substantial,
     in_governance_statement: yes}
  - {subject: primary medical care, year: 2018/19, rating: not rated, in_governance_statement: no}
self_certification:
  - {period: 2017/18 Q2, submitted_on: 2017-10-12, published_on: 2017-11-01, training_percent: 91.5,
     signed_by: [Accountable Officer]}
breaches:
  - {reference: B1, happened_on: 2018-01-04, found_on: 2018-01-05, logged_on: 2018-01-06, nature: Declared late,
     confirmed: yes, investigated: yes, investigated_by: the guardian, outcome: Advice given,
     learning: Remind all members, published_on: 2018-03-01, notified_nhs_england_on: 2018-01-20}
removed_interests:
  - {person: Dr Maya Thorne, organisation: Larkfield Surgery, ended_on: 2017-01-31,
     removed_from_public_on: 2017-05-01, removed_from_record_on: 2020-01-31}
redactions:
  - {person: Jo Reed, organisation: Quarry Ltd, decided_by: Colin Batty, decided_on: 2017-06-30,
     reason: Risk of harm, unredacted_copy_kept: yes}
readiness:
  Is the chair of the committee lay?: yes
  committee: {first meeting: 2018-04-10, members: [one, two]}
"""


def read(folder: Path, text: str) -> RecordsRead:
    path = folder / "assurance.yaml"
    path.write_text(text, encoding="utf-8")
    return read_assurance(path, folder)


def told(folder: Path, text: str) -> Assurance:
    found = read(folder, text)
    assert found.rejected == ()
    assert found.records.assurance is not None
    return found.records.assurance


def test_every_section_is_read(tmp_path: Path) -> None:
    found = told(tmp_path, FULL)
    assert found.tells == (
        "publication", "guardian", "policy", "internal_audits", "self_certification", "breaches", "removed_interests",
        "redactions", "readiness",
    )  # fmt: skip
    lists = {one.kept_list: one for one in found.publications}
    assert (lists["interests"].published, lists["interests"].published_on) == (True, date(2017, 7, 1))
    assert lists["interests"].address == "https://ccg.example/interests"
    assert lists["gifts"].published is False
    assert (lists["procurement"].published, lists["procurement"].on_request) == (None, True)
    assert (lists["breaches"].published, lists["breaches"].published_on) == (True, date(2018, 2, 1))
    assert found.guardian is not None
    assert (found.guardian.name, found.guardian.appointed, found.guardian.audit_chair) == ("Colin Batty", True, True)
    assert (found.guardian.provider_interest, found.guardian.interests) == (False, ("Trustee of Larkfield Hospice",))
    assert found.guardian.in_office(date(2019, 3, 31))
    assert not found.guardian.in_office(date(2019, 4, 1))
    assert not found.guardian.in_office(date(2016, 6, 30))
    assert found.policy is not None
    assert (found.policy.elements, found.policy.missing) == (("definitions", "breaches"), ("training",))
    assert found.policy.breach_notice_required is True


def test_the_lists_of_audits_returns_breaches_and_redactions_are_read(tmp_path: Path) -> None:
    found = told(tmp_path, FULL)
    first, second = found.internal_audits
    assert (first.subject, first.year, first.held, first.rated) == ("conflicts_of_interest", "2017/18", True, True)
    assert (first.rating, first.in_governance_statement) == ("substantial", True)
    assert (second.subject, second.held, second.rated) == ("primary_medical_care", None, False)
    assert (second.rating, second.in_governance_statement) == (None, False)
    (return_,) = found.self_certifications
    assert (return_.period, return_.submitted, return_.published) == ("2017/18 Q2", True, True)
    assert (return_.training_percent, return_.signed_by) == (91.5, ("Accountable Officer",))
    (breach,) = found.breaches
    assert (breach.logged, breach.confirmed, breach.investigated) == (True, True, True)
    assert (breach.published, breach.notified_nhs_england, breach.learning) == (True, True, "Remind all members")
    assert found.removed_interests[0].removed_from_record_on == date(2020, 1, 31)
    assert found.redactions[0].unredacted_copy_kept is True
    assert [(one.question, one.answer) for one in found.readiness] == [
        ("Is the chair of the committee lay?", "yes"),
        ("committee, first meeting", "2018-04-10"),
        ("committee, members", "one; two"),
    ]


def test_every_record_says_where_it_stands(tmp_path: Path) -> None:
    found = told(tmp_path, FULL)
    assert found.internal_audits[1].source.line == 13
    assert found.breaches[0].source.place() == "assurance.yaml, line 18"


def test_other_words_for_the_keys_are_understood(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        """\
Published registers:
  Gifts and hospitality: https://ccg.example/gifts
  interests: on request
COI guardian: {who: Ann Tolley, since: 1 April 2018, is-audit-chair: true}
Internal audit: {about: CoI, FY: 2017-2018, done: yes}
Returns:
  - {quarter: Second quarter 2016/17, sent: 12 October 2016, training: 88 %}
Register of breaches:
  - {Event date: 2018-01-04, what: Stayed for the vote, by whom: internal audit, NHS England told: 2018-01-20}
""",
    )
    assert {one.kept_list: (one.published, one.on_request) for one in found.publications} == {
        "gifts": (True, None),
        "interests": (None, True),
    }
    assert found.guardian is not None
    assert found.guardian.appointed_on == date(2018, 4, 1)
    assert found.internal_audits[0].held is True
    (return_,) = found.self_certifications
    assert (return_.period, return_.submitted_on, return_.training_percent) == ("2016/17 Q2", date(2016, 10, 12), 88.0)
    (breach,) = found.breaches
    assert (breach.investigated, breach.notified_nhs_england_on) == (True, date(2018, 1, 20))


def test_several_guardians_stand_oldest_first(tmp_path: Path) -> None:
    found = told(tmp_path, "guardian:\n  - {name: B, from: 2018-04-01}\n  - {name: A, until: 2018-03-31}\n")
    assert [one.name for one in found.guardians()] == ["A", "B"]


@pytest.mark.parametrize("none", ["none", "no", "vacant", "{appointed: no}", "{name: nobody}"])
def test_no_guardian_is_told_apart_from_silence(tmp_path: Path, none: str) -> None:
    found = told(tmp_path, f"guardian: {none}\n")
    assert found.guardian is not None
    assert found.guardian.appointed is False
    assert told(tmp_path, "policy: yes\n").guardian is None


def test_an_empty_list_is_told_apart_from_silence(tmp_path: Path) -> None:
    found = told(tmp_path, "internal_audits: none\nbreaches: []\nself_certification: tbc\n")
    assert found.tells == ("internal_audits", "breaches")
    assert (found.internal_audits, found.breaches) == ((), ())


@pytest.mark.parametrize(("policy", "exists"), [("none", False), ("yes", True), ("Our policy", True)])
def test_a_policy_in_one_word(tmp_path: Path, policy: str, exists: bool) -> None:
    found = told(tmp_path, f"policy: {policy}\n").policy
    assert found is not None
    assert found.exists is exists


def test_a_checklist_of_the_policy_says_yes_and_no(tmp_path: Path) -> None:
    found = told(tmp_path, "policy: {covers: {Gifts & hospitality: yes, Raising concerns: no, training: tbc}}\n").policy
    assert found is not None
    assert (found.elements, found.missing) == (("gifts_and_hospitality",), ("breaches",))
    everything = told(tmp_path, "policy: {covers: all}\n").policy
    assert everything is not None
    assert everything.elements == element_keys()


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("guardian: {name: A}\nwibble: 1\n", "line 2", "is not a key of assurance.yaml"),
        ("guardian:\n  name: A\n  appointed: perhaps\n", "line 3", "neither yes nor no"),
        ("policy:\n  title: P\n  approved_on: 31/02/2017\n", "line 3", "is not a date"),
        ("policy:\n  title: P\n  covers: [wobble]\n", "line 3", "is not an element"),
        ("internal_audits:\n  - {subject: payroll, year: 2017/18}\n", "line 2", "what this audit was about"),
        ("internal_audits:\n  - {subject: COI, year: 2017}\n", "line 2", "is not a financial year"),
        ("self_certification:\n  - {period: autumn}\n", "line 2", "for which quarter or year"),
        ("self_certification:\n  - {period: 2017/18, training_percent: most}\n", "line 2", "from 0 to 100"),
        ("self_certification:\n  - {period: 2017/18, training_percent: 101}\n", "line 2", "from 0 to 100"),
        ("redactions:\n  - {reason: harm}\n", "line 2", "names no person"),
        ("breaches:\n  - late\n", "line 2", "this is no breach"),
        ("publication: [a]\n", "line 1", "where they are published"),
        ("publication:\n  minutes: yes\n", "line 2", "is not a key of publication"),
        ("readiness: ready\n", "line 1", "questions with their answers"),
        ("guardian: {name: A, who: B}\n", "line 1", '"who" is not a key of the guardian'),
    ],
)  # fmt: skip
def test_a_fault_is_recorded_with_its_line(tmp_path: Path, text: str, line: str, problem: str) -> None:
    (fault,) = read(tmp_path, text).rejected
    assert fault.place.startswith(line)
    assert problem in f"{fault.value} {fault.problem}"
    assert fault.fix


def test_a_near_key_is_named_and_the_rest_is_kept(tmp_path: Path) -> None:
    found = read(tmp_path, "guardian: {name: A, apointed_on: 2016-07-01, audit_chair: yes}\n")
    assert 'write "appointed_on"' in found.rejected[0].fix
    assert found.records.assurance is not None
    assert found.records.assurance.guardian is not None
    assert found.records.assurance.guardian.audit_chair is True


def test_a_file_of_comments_is_a_paper_that_tells_nothing(tmp_path: Path) -> None:
    found = read(tmp_path, "# nothing yet\n")
    assert found.paper is not None
    assert found.paper.columns == ()


def test_a_file_that_is_no_mapping_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not say what it tells of"):
        read(tmp_path, "- guardian\n")


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("2017/18", "2017/18"), ("2017-18", "2017/18"), ("FY 2017/2018", "2017/18"), ("17/18", "2017/18"),
        ("2017 to 2018", "2017/18"), ("2019–20", "2019/20"), ("2017", None), ("2017/19", None), ("12/03/2017", None),
    ],
)  # fmt: skip
def test_financial_years(text: str, year: str | None) -> None:
    assert financial_year(text) == year


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2017/18 Q2", "2017/18 Q2"), ("Q4 2016-17", "2016/17 Q4"), ("Quarter 1, 2018/19", "2018/19 Q1"),
        ("third quarter of 2017/18", "2017/18 Q3"), ("2017/18 annual", "2017/18"), ("Qtr 3 17/18", "2017/18 Q3"),
        ("2018", None),
    ],
)  # fmt: skip
def test_periods(text: str, expected: str | None) -> None:
    assert period(text) == expected


@pytest.mark.parametrize(
    ("words", "element"),
    [
        ("Definition of an interest", "definitions"), ("Declaring interests and nil returns", "declaration_process"),
        ("Gifts, hospitality and sponsorship", "gifts_and_hospitality"), ("Training", "training"),
        ("Raising concerns and breaches", "breaches"), ("commissioning_cycle", "commissioning_cycle"),
        ("Consequences of non-compliance", "impact"), ("Car parking", None),
    ],
)  # fmt: skip
def test_words_for_the_elements_of_a_policy(words: str, element: str | None) -> None:
    assert element_of(words) == element


def test_the_example_of_the_documentation_is_read_whole() -> None:
    path = Path(__file__).resolve().parents[2] / "docs" / "assurance-example.yaml"
    found = read_assurance(path, path.parent)
    assert found.rejected == ()
    assert found.records.assurance is not None
    assert found.records.assurance.tells == tuple(SECTIONS)
    assert found.rows_read == 17


def test_a_file_of_another_name_is_known_by_its_sections(tmp_path: Path) -> None:
    path = tmp_path / "fernmoor facts.yaml"
    path.write_text("COI guardian: none\ninternal audit: none\n", encoding="utf-8")
    assert recognise(path).kind is DocumentKind.ASSURANCE
    path.write_text("guardian: none\nwibble: none\n", encoding="utf-8")
    assert recognise(path).kind is DocumentKind.UNKNOWN


def test_a_second_file_adds_to_the_first(tmp_path: Path) -> None:
    first = read(tmp_path, "guardian: A\nbreaches: none\n")
    second = read(tmp_path, "guardian: B\npolicy: P\nbreaches:\n  - {nature: Late}\n")
    both = together([first, second]).assurance
    assert both is not None
    assert both.tells == ("guardian", "breaches", "policy")
    assert [one.name for one in both.guardians()] == ["B", "A"]
    assert (both.policy is not None, len(both.breaches)) == (True, 1)
