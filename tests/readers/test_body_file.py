"""body.yaml: every key of the contract, and every fault recorded with its line while the rest is kept."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from coi_audit.errors import UserError
from coi_audit.linking.items.classify_titles import committee_kind_of
from coi_audit.model.words import (
    BodyKind,
    CoCommissioningKind,
    CommitteeKind,
    OrganisationKind,
    Role,
    SharedInterestPolicy,
)
from coi_audit.readers.body_file import BodyRead, read_body

FULL = """\
name: NHS Fernmoor CCG
ods_code: 99Y
kind: ccg
co_commissioning: delegated
guardian: Colin Batty
committees:
  - name: Primary Care Commissioning Committee
    kind: pccc
    shared_interest_policy: no_vote
    quorum: {members: 4, must_include: [lay, lay, [executive, nurse]], lay_executive_majority: true, counts: all}
    members:
      - {name: Colin Batty, role: lay, title: Lay Member, chair: true, voting: true, from: 2016-04-01, to: 2019-03-31}
      - {name: Dr Maya Thorne, aliases: [M Thorne, Dr M K Thorne], role: gp, practice: Larkfield Surgery, voting: false}
      - {name: Jo Reed, role: executive, title: Deputy Chair}
organisations:
  - {name: Fernmoor Health Alliance Ltd, kind: federation, aliases: FHA, ods_code: X1, company_number: 01234567,
     members: [Larkfield Surgery, Quarry Street Surgery], owners: [Dr Maya Thorne],
     premises_owner: Larkfield Property LLP}
"""


def read(folder: Path, text: str) -> BodyRead:
    path = folder / "body.yaml"
    path.write_text(text, encoding="utf-8")
    return read_body(path, root=folder)


def with_member(member: str, *, kind: str = "ccg") -> str:
    return f"name: B\nkind: {kind}\ncommittees:\n  - name: Board\n    kind: other\n    members:\n      - {member}\n"


def test_every_key_of_the_contract_is_read(tmp_path: Path) -> None:
    found = read(tmp_path, FULL)
    assert found.rejected == ()
    body = found.body
    assert (body.name, body.ods_code, body.kind, body.guardian) == (
        "NHS Fernmoor CCG",
        "99Y",
        BodyKind.CCG,
        "Colin Batty",
    )
    assert body.co_commissioning_on(date(2017, 9, 5)) is CoCommissioningKind.DELEGATED
    committee = body.committees[0]
    assert (committee.kind, committee.shared_interest_policy) == (CommitteeKind.PCCC, SharedInterestPolicy.NO_VOTE)
    assert committee.quorum is not None
    assert committee.quorum.must_include == ((Role.LAY,), (Role.LAY,), (Role.EXECUTIVE, Role.NURSE))
    assert (committee.quorum.members, committee.quorum.lay_executive_majority, committee.quorum.counts) == (
        4,
        True,
        "all",
    )
    chair, doctor, deputy = committee.members
    assert (chair.chair, chair.from_, chair.to, chair.source.line) == (True, date(2016, 4, 1), date(2019, 3, 31), 12)
    assert (doctor.aliases, doctor.practice, doctor.voting) == (
        ("M Thorne", "Dr M K Thorne"),
        "Larkfield Surgery",
        False,
    )
    assert (deputy.vice_chair, deputy.voting, chair.vice_chair) == (True, True, False)
    organisation = body.organisations[0]
    assert organisation.kind is OrganisationKind.FEDERATION
    assert (organisation.aliases, organisation.company_number) == (("FHA",), "01234567")
    assert organisation.owners == ("Dr Maya Thorne",) and organisation.premises_owner == "Larkfield Property LLP"
    assert found.rows_read == 4


def test_co_commissioning_may_change_over_time(tmp_path: Path) -> None:
    text = FULL.replace(
        "co_commissioning: delegated",
        "co_commissioning: [{kind: delegated, from: 2017-04-01}, {kind: joint, from: 2015-04-01, to: 2017-03-31}]",
    )
    body = read(tmp_path, text).body
    assert [period.kind for period in body.co_commissioning] == [
        CoCommissioningKind.JOINT,
        CoCommissioningKind.DELEGATED,
    ]
    assert body.co_commissioning_on(date(2017, 3, 31)) is CoCommissioningKind.JOINT


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("guardian:", "gaurdian:", 'body.yaml, line 5, "gaurdian": "Colin Batty" "gaurdian" is not a key of body.yaml'),
        ("guardian:", "gaurdian:", 'write "guardian".'),
        ("practice: Larkfield", "practise: Larkfield", 'line 13, "practise"'),
        ("quorum:", "quroum:", 'write "quorum".'),
        (
            "role: gp",
            "role: general practitioner",
            "is not one of the words allowed here. To fix: use one of lay, executive",
        ),
        ("role: gp", "role: practice_manger", 'write "practice_manager"'),
        ("kind: pccc", "kind: primary", "use one of governing_body, pccc, joint"),
        ("kind: ccg", "kind: trust", "use one of ccg, icb"),
        ("co_commissioning: delegated", "co_commissioning: full", "greater_involvement, joint, delegated"),
        ("no_vote", "abstain", "use one of note, no_vote, leave"),
        ("kind: federation", "kind: fed", "practice, pcn, federation"),
        ("voting: false", "voting: sometimes", '"voting": "sometimes" is neither true nor false'),
        ("from: 2016-04-01", "from: last spring", '"from": "last spring" is not a date'),
        ("to: 2019-03-31", "to: 2015-03-31", 'is before "from"'),
        ("members: 4,", "members: some,", "is not a number of members"),
        ("[lay, lay,", "[lay, laymen,", '"must_include"'),
        ("counts: all", "counts: both", "write voters or all"),
        ("role: gp, ", "", "this member has no role"),
        ("name: Jo Reed, ", "", "this member has no name and was left out"),
        ("name: NHS Fernmoor CCG\n", "", "the body's name is missing"),
        ("name: Fernmoor Health Alliance Ltd, ", "", "this organisation has no name"),
        ("      - {name: Jo", "      - Jo Reed\n      - {name: Jo", "is no member"),
    ],
)
def test_a_fault_is_recorded_with_its_mend_and_the_rest_is_kept(
    tmp_path: Path, old: str, new: str, sentence: str
) -> None:
    found = read(tmp_path, FULL.replace(old, new, 1))
    assert len(found.rejected) == 1, [one.sentence() for one in found.rejected]
    assert sentence in found.rejected[0].sentence()
    assert found.rejected[0].file == "body.yaml" and found.rejected[0].place.startswith("line ")
    assert found.body.committees[0].members[0].name == "Colin Batty"


def test_two_members_of_one_name_and_different_roles_are_kept_and_asked_about(tmp_path: Path) -> None:
    twice = FULL.replace("Jo Reed, role: executive, title: Deputy Chair", "colin  batty, role: nurse")
    found = read(tmp_path, twice)
    assert [member.name for member in found.body.committees[0].members].count("colin batty") == 1
    assert "a member of this name already stands on line 12; both were kept" in found.rejected[0].problem
    assert found.rejected[0].place == "line 14"


def test_a_member_written_twice_is_left_out_the_second_time_and_asked_about(tmp_path: Path) -> None:
    twice = FULL.replace("Jo Reed, role: executive, title: Deputy Chair", "colin  batty, role: lay")
    found = read(tmp_path, twice)
    names = [member.name.casefold() for member in found.body.committees[0].members]
    assert names.count("colin batty") == 1
    assert "a member of this name already stands on line 12; this one was left out" in found.rejected[0].problem
    assert found.rejected[0].place == "line 14"


def test_a_member_who_left_and_came_back_is_no_namesake(tmp_path: Path) -> None:
    text = FULL.replace(
        "name: Jo Reed, role: executive, title: Deputy Chair", "name: Colin Batty, role: lay, from: 2020-01-01"
    )
    assert read(tmp_path, text).rejected == ()


def test_an_icbs_non_executive_is_lay_and_a_ccgs_is_not_a_word(tmp_path: Path) -> None:
    icb = read(tmp_path, with_member("{name: A Tarr, role: non-executive}", kind="icb"))
    assert (icb.body.committees[0].members[0].role, icb.rejected) == (Role.LAY, ())
    ccg = read(tmp_path, with_member("{name: A Tarr, role: non-executive}"))
    assert ccg.body.committees[0].members[0].role is Role.OTHER and len(ccg.rejected) == 1


@pytest.mark.parametrize(
    ("title", "vice"),
    [("Vice-Chair", True), ("Deputy chair of the board", True), ("Vice Chair", True), ("Chair", False), ("", False)],
)
def test_a_vice_chair_is_known_by_the_title(tmp_path: Path, title: str, vice: bool) -> None:
    found = read(tmp_path, with_member(f'{{name: A Tarr, role: lay, title: "{title}"}}'))
    assert found.body.committees[0].members[0].vice_chair is vice


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "this file is empty"),
        ("just words\n", "does not say whose papers these are"),
        ("name: B\n", "no committee is named"),
        ("name: B\ncommittees: []\n", "no committee is named"),
        ("name: B\nname: C\n", 'the key "name" is given twice'),
        ("name: [B\n", "this is not valid YAML"),
    ],
)
def test_a_file_with_nothing_to_audit_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    with pytest.raises(UserError) as caught:
        read(tmp_path, text)
    assert problem in str(caught.value)
    assert "body.yaml" in str(caught.value) and caught.value.fix


@pytest.mark.parametrize(
    ("member", "role"),
    [
        ("role: NED", Role.LAY),
        ("role: independent non-executive member", Role.LAY),
        ("role: Independent Non-Executive Chair", Role.LAY),
        ("role: executive director", Role.EXECUTIVE),
        ('role: partner member, title: "Partner Member, primary medical services"', Role.GP),
        ("role: partner member, practice: Tansy Street Surgery", Role.GP),
        ('role: partner member, title: "Partner Member, NHS trusts; Chief Executive of a trust"', Role.OTHER),
        ('role: partner member, title: "Partner Member, local authorities"', Role.OTHER),
        ('role: partner member, title: "Chair of the Health and Wellbeing Board"', Role.HWB),
        ('role: partner member, title: "Secondary care consultant"', Role.SECONDARY_CARE),
    ],
)
def test_a_boards_own_words_for_its_members_are_read_as_what_they_are(tmp_path: Path, member: str, role: Role) -> None:
    found = read(tmp_path, with_member(f"{{name: A Tarr, {member}}}", kind="icb"))
    assert (found.body.committees[0].members[0].role, found.rejected) == (role, ())


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Primary Medical Services Committee", CommitteeKind.PCCC),
        ("Integrated Care Board Primary Care Commissioning Committee", CommitteeKind.PCCC),
        ("System Commissioning Committee of the Board", CommitteeKind.OTHER),
        ("Integrated Care Board", CommitteeKind.GOVERNING_BODY),
    ],
)
def test_a_boards_committees_are_known_by_their_names(tmp_path: Path, name: str, kind: CommitteeKind) -> None:
    text = f"name: B\nkind: icb\ncommittees:\n  - name: {name}\n    members:\n      - {{name: A Tarr, role: ned}}\n"
    assert read(tmp_path, text).body.committees[0].kind is kind
    assert committee_kind_of(name) is kind
