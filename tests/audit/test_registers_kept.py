"""The registers brought together: every row of every edition in one place, what ended where the rules put it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any

import pytest

from coi_audit import paths
from coi_audit.app.books import Books, knowledge_for, load_books
from coi_audit.audit.audited import Audited
from coi_audit.audit.registers.full import kept_registers
from coi_audit.audit.registers.masks import KEPT_BACK, PRIVATE_GIVER, Masks
from coi_audit.audit.registers.prepare import prepared
from coi_audit.audit.registers.public import DETAILS_WITHHELD, NAME_WITHHELD, public_registers
from coi_audit.linking.masking import Known, Masker
from coi_audit.model.assurance import Assurance, Redaction, StaffMember
from coi_audit.model.case import Case
from coi_audit.model.dates import PartialDate
from coi_audit.model.evidence import InputFile, Rejected, SourceRef
from coi_audit.model.gifts import GiverKind
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.model.outgoing import KeptInterest, KeptRegisters, ListKind, Standing
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.policy import PolicyChange
from coi_audit.model.records import RecordPaper, Records
from coi_audit.model.words import CommitteeKind, InterestCategory, Role
from coi_audit.readers.registers.register import read_register
from coi_audit.rulebook.masking_words import MaskingWords, load_masking_words
from coi_audit.rulebook.publication import Publication, load_publication

DAY = date(2018, 1, 15)
RULES = paths.rules_folder()


@cache
def books() -> Books:
    return load_books(RULES)


@cache
def publication() -> Publication:
    return load_publication(RULES, books().rulebook)


@cache
def words() -> MaskingWords:
    return load_masking_words(RULES)


def interest(
    person: str, organisation: str, *, file: str = "register 2017-04.xlsx", row: int = 1, **more: object
) -> Interest:
    told: dict[str, object] = {
        "person": person,
        "organisation": organisation,
        "nature": "Director",
        "category": InterestCategory.FINANCIAL,
        "direct": True,
        "source": SourceRef(file=file, row=row),
    }
    return Interest.model_validate(told | more)


def register(day: date | None, *entries: Interest, nil: tuple[str, ...] = (), public: bool | None = None) -> Register:
    file = f"register {day}{' public' if public else ''}.xlsx"
    own = [
        one.model_copy(update={"edition": day, "source": SourceRef(file=file, row=number)})
        for number, one in enumerate(entries, 2)
    ]
    nils = [NilReturn(person=name, on=day, source=SourceRef(file=file)) for name in nil]
    return Register(
        file=file,
        edition=day,
        public=public,
        interests=tuple(own),
        nil_returns=tuple(nils),
        source=SourceRef(file=file),
    )


def body(*members: str) -> Body:
    source = SourceRef(file="body.yaml")
    seats = tuple(Member(name=name, role=Role.GP, title="GP Member", source=source) for name in members)
    committee = Committee(name="Governing Body", kind=CommitteeKind.GOVERNING_BODY, members=seats, source=source)
    return Body(name="NHS Northfield CCG", committees=(committee,), source=source)


def audited(*registers: Register, day: date = DAY, members: tuple[str, ...] = (), **records: object) -> Audited:
    ordered = sorted(registers, key=lambda one: (one.edition is None, one.edition or date.max))
    case = Case(body=body(*members), registers=tuple(ordered), records=Records.model_validate(records))
    return prepared(case, knowledge=knowledge_for(case.body, books=books(), lists=None), as_of=day)


def full(*registers: Register, day: date = DAY, **more: object) -> KeptRegisters:
    return kept_registers(audited(*registers, day=day, **more), publication())  # type: ignore[arg-type]


def public(*registers: Register, day: date = DAY, **more: object) -> KeptRegisters:
    case = audited(*registers, day=day, **more)  # type: ignore[arg-type]
    return public_registers(kept_registers(case, publication()), case, publication=publication(), words=words())


def only(kept: KeptRegisters, organisation: str) -> KeptInterest:
    return next(one for one in kept.interests if one.interest.organisation == organisation)


def test_each_interest_stands_once_in_its_newest_words() -> None:
    old = register(date(2016, 7, 1), interest("Dr Anil Rao", "Elm Street Surgery"), interest("Jo Ash", "Fenn Ltd"))
    new = register(
        date(2017, 4, 1),
        interest("Dr Anil Rao", "Elm Street Surgery", nature="Senior partner"),
        interest("Jo Ash", "Fenn Limited"),
    )
    kept = full(old, new)
    assert [one.interest.source.file for one in kept.interests] == ["register 2017-04-01.xlsx"] * 2
    assert kept.left_over_of(ListKind.INTERESTS).notes == (
        "2 editions of the register hold 4 rows on interests: 2 stand here, each in its newest words, and 2 are "
        "earlier words for one of them.",
    )


def test_no_row_is_lost_whatever_the_editions_hold() -> None:
    first = register(date(2016, 7, 1), *(interest("Dr Anil Rao", f"Body{number} Ltd") for number in range(4)))
    second = register(date(2017, 4, 1), interest("Dr Anil Rao", "Body1 Ltd"), interest("Dr Anil Rao", "Newer Ltd"))
    undated = register(None, interest("Dr Anil Rao", "Body9 Ltd"), interest("Dr Anil Rao", "Newer Ltd"))
    kept = full(first, second, undated)
    assert sorted(one.interest.organisation for one in kept.interests) == [
        "Body0 Ltd", "Body1 Ltd", "Body2 Ltd", "Body3 Ltd", "Body9 Ltd", "Newer Ltd",
    ]  # fmt: skip


def test_a_row_that_an_older_edition_repeats_has_not_ended() -> None:
    twice = register(date(2016, 7, 1), *[interest("Jo Ash", "Fenn Ltd")] * 2)
    kept = full(twice, register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd")))
    assert [one.standing for one in kept.interests] == [Standing.CURRENT]


def test_members_of_whom_the_register_says_nothing_are_named() -> None:
    kept = full(register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd")), members=("Jo Ash", "Dr Anil Rao"))
    assert "In office on a committee, and on no edition of the register: Dr Anil Rao." in (
        kept.left_over_of(ListKind.INTERESTS).notes
    )


def test_what_a_later_edition_leaves_out_is_taken_to_have_ended_by_then() -> None:
    old = register(date(2016, 7, 1), interest("Dr Anil Rao", "Gone Ltd"), interest("Dr Anil Rao", "Elm Street Surgery"))
    new = register(date(2017, 11, 1), interest("Dr Anil Rao", "Elm Street Surgery"))
    gone = only(full(old, new), "Gone Ltd")
    assert (gone.gone_by, gone.standing, gone.due) == (date(2017, 11, 1), Standing.ENDED, date(2018, 5, 1))
    later = only(full(old, new, day=date(2018, 5, 1)), "Gone Ltd")
    assert later.standing is Standing.RECORD_ONLY
    assert only(full(old, new, day=date(2030, 1, 1)), "Gone Ltd").standing is Standing.RECORD_ONLY


def test_somebody_the_same_list_names_no_more_is_told_apart_from_another_list() -> None:
    old = register(date(2016, 7, 1), interest("Dr Anil Rao", "Gone Ltd"), interest("Jo Ash", "Fenn Ltd"))
    same = register(date(2017, 11, 1), interest("Jo Ash", "Fenn Ltd"))
    other = register(date(2017, 11, 1), interest("Meg Dunne", "Holt Ltd"))
    assert only(full(old, same), "Gone Ltd").left
    assert only(full(old, other), "Gone Ltd").standing is Standing.CURRENT


def test_what_the_published_register_leaves_out_has_not_ended_by_that() -> None:
    own = register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd"), interest("Jo Ash", "Holt Ltd"), public=False)
    shown = register(date(2017, 5, 1), interest("Jo Ash", "Fenn Ltd"), public=True)
    kept = full(own, shown)
    assert {one.interest.organisation: one.standing for one in kept.interests} == {
        "Fenn Ltd": Standing.CURRENT,
        "Holt Ltd": Standing.CURRENT,
    }
    assert {one.interest.source.file for one in kept.interests} == {"register 2017-04-01.xlsx"}


@pytest.mark.parametrize(
    ("day", "standing", "due"),
    [
        (date(2017, 3, 30), Standing.CURRENT, None),
        (date(2017, 9, 29), Standing.ENDED, date(2017, 9, 30)),
        (date(2017, 9, 30), Standing.RECORD_ONLY, date(2017, 9, 30)),
        (date(2023, 3, 30), Standing.RECORD_ONLY, date(2017, 9, 30)),
        (date(2023, 3, 31), Standing.FOR_REMOVAL, date(2023, 3, 31)),
    ],
)
def test_six_months_published_six_years_kept_then_listed_for_removal(
    day: date, standing: Standing, due: date | None
) -> None:
    one = interest("Jo Ash", "Fenn Ltd", held_until=PartialDate.day(date(2017, 3, 31)))
    kept = only(full(register(date(2017, 1, 1), one), day=day), "Fenn Ltd")
    assert (kept.standing, kept.due) == (standing, due)


def test_the_limits_are_those_that_the_bodys_own_policy_sets() -> None:
    one = interest("Jo Ash", "Fenn Ltd", held_until=PartialDate.day(date(2017, 3, 31)))
    longer = PolicyChange(
        rule="PUB-03", params={"months": 12}, authority="Audit Committee", from_=date(2017, 1, 1),
        source=SourceRef(file="policy.yaml"),
    )  # fmt: skip
    kept = full(register(date(2017, 1, 1), one), policy_changes=(longer,))
    assert only(kept, "Fenn Ltd").due == date(2018, 3, 31)


def test_before_the_limits_were_set_nothing_leaves_the_published_register() -> None:
    one = interest("Jo Ash", "Fenn Ltd", held_until=PartialDate.day(date(2014, 3, 31)))
    assert only(full(register(date(2014, 1, 1), one), day=date(2016, 6, 27)), "Fenn Ltd").standing is Standing.ENDED


def test_an_edition_after_the_day_is_not_used_and_said() -> None:
    kept = full(register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd")), register(date(2018, 4, 1)))
    assert any("later than the day asked for" in one for one in kept.left_over_of(ListKind.INTERESTS).notes)


def test_a_nil_return_stands_only_for_who_holds_nothing_now() -> None:
    old = register(date(2016, 7, 1), interest("Jo Ash", "Fenn Ltd"), nil=("Meg Dunne",))
    new = register(date(2017, 4, 1), interest("Meg Dunne", "Holt Ltd"), nil=("Jo Ash",))
    kept = full(old, new)
    assert [one.holder.name for one in kept.nil_returns] == ["Jo Ash"]
    assert only(kept, "Fenn Ltd").gone_by == date(2017, 4, 1)


def test_rows_not_understood_come_with_their_own_register() -> None:
    paper = Rejected(file="register 2017-04-01.xlsx", place="row 4", value="x", problem="is not a date", fix="mend it.")
    other = paper.model_copy(update={"file": "meetings/2017-09-05-pccc/minutes.docx"})
    base = audited(register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd")))
    inputs = (InputFile(path="register 2017-04-01.xlsx", sha256="0", kind="register"),)
    case = base.case.model_copy(update={"rejected": (paper, other), "inputs": inputs})
    kept = kept_registers(replace(base, case=case), publication())
    assert kept.left_over_of(ListKind.INTERESTS).unread == (paper,)
    assert kept.left_over_of(ListKind.GIFTS).unread == ()
    assert kept.incomplete


# For the public.

_STAFF = (RecordPaper(kind="staff", file="staff.csv", source=SourceRef(file="staff.csv")),)


def staff(name: str, decides: bool | None) -> StaffMember:
    return StaffMember(name=name, decision_maker=decides, source=SourceRef(file="staff.csv"))


def test_only_decision_making_staff_are_published_since_2017() -> None:
    rows = register(
        date(2017, 4, 1),
        interest("Dr Anil Rao", "Member Ltd"),
        interest("Jo Ash", "Decides Ltd"),
        interest("Meg Dunne", "Clerk Ltd"),
        interest("Ivo Pell", "Unlisted Ltd"),
    )
    people: dict[str, Any] = {
        "members": ("Dr Anil Rao",),
        "papers": _STAFF,
        "staff": (staff("Jo Ash", True), staff("Meg Dunne", False)),
    }
    after = public(rows, **people)
    assert sorted(one.interest.organisation for one in after.interests) == ["Decides Ltd", "Member Ltd"]
    assert "2 people on the body's own register are not decision-making staff and not shown." in (
        after.left_over_of(ListKind.INTERESTS).notes
    )
    before = public(rows, day=date(2017, 6, 15), **people)
    assert len(before.interests) == 4


def test_where_no_paper_tells_who_decides_everybody_is_shown_and_asked_about() -> None:
    shown = public(register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd")))
    assert len(shown.interests) == 1
    assert any("Jo Ash" in one and "list of decision-making staff" in one for one in shown.alerts)


def test_what_ended_six_months_ago_is_left_out_and_counted() -> None:
    one = interest("Jo Ash", "Fenn Ltd", held_until=PartialDate.day(date(2017, 3, 31)))
    shown = public(register(date(2017, 4, 1), one, interest("Jo Ash", "Holt Ltd")))
    assert [one.interest.organisation for one in shown.interests] == ["Holt Ltd"]
    assert "1 interest that ended 6 months before this day or earlier is not shown." in (
        shown.left_over_of(ListKind.INTERESTS).notes
    )


@pytest.mark.parametrize(
    ("nature", "said"),
    [
        ("Wife, Zelda Quillfeather, is a director", "Spouse or partner of the member: director or officer there"),
        ("My brother Tom Ash works there", "Relative of the member: works there"),
        (
            "Close friend Ivo Pell is a trustee",
            "Friend or close associate of the member: trustee or officer of it, unpaid",
        ),
    ],
)
def test_of_somebody_close_only_the_relationship_and_the_type_stay(nature: str, said: str) -> None:
    row = interest("Jo Ash", "Fenn Ltd", nature=nature, direct=False, mitigation="Jo leaves. Zelda is not told.")
    shown = only(public(register(date(2017, 4, 1), row)), "Fenn Ltd")
    assert shown.interest.nature == said
    assert shown.interest.category is InterestCategory.FINANCIAL
    assert shown.interest.direct is False
    assert "Zelda" not in (shown.interest.mitigation or "")
    assert shown.interest.source == SourceRef(file="")


def test_a_relative_in_the_cell_for_the_organisation_goes() -> None:
    row = interest("Jo Ash", "Meera Lindqvist", nature="Wife's own business", direct=False)
    assert public(register(date(2017, 4, 1), row)).interests[0].interest.organisation == KEPT_BACK


@pytest.mark.parametrize(
    ("organisation", "nature"),
    [
        ("Wrexley Crafts", "Spouse: J. Holtby, manager"),
        ("Fenn Ltd", "Jointly owned with Tobias (husband)"),
        ("Dr Jane Holtby", "Sister-in-law, GP"),
        ("Jane Holtby t/a Quill Crafts", "Wife's business"),
        ("Fenn Ltd", "tobias holtby (brother) is director"),
        ("Fenn Ltd", "DIRECTOR: JANE HOLTBY (WIFE)"),
        ("Fenn Ltd", "Ms Holtby, my daughter, is a locum"),
        ("Fenn Ltd", "Consultant; contract signed by Tobias Holtby"),
    ],
)
@pytest.mark.parametrize("direct", [True, False, None])
def test_no_name_of_somebody_close_stands_even_where_the_register_calls_it_direct(
    organisation: str, nature: str, direct: bool | None
) -> None:
    row = interest("Mark Ash", organisation, nature=nature, direct=direct)
    shown = str(public(register(date(2017, 4, 1), row)).interests[0].interest).casefold()
    assert not any(name in shown for name in ("holtby", "tobias", "jane"))


@pytest.mark.parametrize(
    "nature",
    ["GP partner", "Jointly owns property let to the practice", "Occasional work for CQC as specialist adviser",
     "Dormant company", "Undertakes private minor surgery", "Chair of the patient participation group"],
)  # fmt: skip
def test_what_names_nobody_stands_as_it_is(nature: str) -> None:
    row = interest("Mark Ash", "Fenn Ltd", nature=nature)
    assert public(register(date(2017, 4, 1), row)).interests[0].interest.nature == nature


def redaction(person: str, organisation: str = "", **more: object) -> Assurance:
    source = SourceRef(file="assurance.yaml", line=3)
    told = Redaction(person=person, organisation=organisation, source=source, **more)  # type: ignore[arg-type]
    return Assurance(file="assurance.yaml", tells=("redactions",), redactions=(told,), source=source)


def test_one_interest_withheld_by_decision() -> None:
    rows = register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd"), interest("Jo Ash", "Holt Clinic"))
    shown = public(rows, assurance=redaction("Jo Ash", "Holt Clinic", decided_by="Guardian", reason="Harm"))
    by_name = {one.interest.organisation: one for one in shown.interests}
    assert set(by_name) == {"Fenn Ltd", DETAILS_WITHHELD}
    assert by_name[DETAILS_WITHHELD].holder.name == "Jo Ash"
    assert by_name[DETAILS_WITHHELD].interest.category is None
    assert not any("Withheld, though" in one for one in shown.alerts)
    assert not shown.incomplete


def test_a_whole_person_withheld_stands_under_no_name() -> None:
    rows = register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd"), interest("Meg Dunne", "Holt Ltd"))
    shown = public(rows, assurance=redaction("Jo Ash"))
    assert [one.holder.name for one in shown.interests if one.withheld] == [NAME_WITHHELD]
    assert "Ash" not in str([one.interest for one in shown.interests])
    assert any("no decision of the guardian" in one for one in shown.alerts)


def test_where_the_interest_to_be_withheld_is_not_found_all_of_the_persons_are() -> None:
    rows = register(date(2017, 4, 1), interest("Jo Ash", "Fenn Ltd"), interest("Meg Dunne", "Holt Ltd"))
    shown = public(rows, assurance=redaction("Jo Ash", "Quite Another Clinic"))
    assert {one.interest.organisation for one in shown.interests} == {DETAILS_WITHHELD, "Holt Ltd"}
    assert shown.incomplete
    nobody = public(rows, assurance=redaction("Xanthe Bloom"))
    assert nobody.incomplete
    assert any('called "Xanthe Bloom"' in one for one in nobody.alerts)


MASKS = Masks(
    Masker(Known(("Dr Anil Rao",), ("Fenn Ltd", "League of Friends of Northfield Hospital")), words()),
    withheld=("Dr Ottoline Vane",),
    apart=(("Jo Ash", "Holt Clinic"),),
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Dr Anil Rao left the meeting", "Dr Anil Rao left the meeting"),
        ("Trustee, League of Friends of Northfield Hospital", "Trustee, League of Friends of Northfield Hospital"),
        ("His wife owns it. Dr Rao left", f"{KEPT_BACK} Dr Rao left"),
        ("Sister is the manager", KEPT_BACK),
        ("Declared by Dr Vane. Noted", f"{KEPT_BACK} Noted"),
        ("Jo Ash works at Holt Clinic; Jo left", f"{KEPT_BACK} [name withheld] left"),
        ("Adviser to Xanthe Bloom", "Adviser to [name withheld]"),
        ("Director of children's services", "Director of children's services"),
        ("", ""),
    ],
)
def test_words_of_a_register(text: str, shown: str) -> None:
    assert MASKS.words(text) == shown


@pytest.mark.parametrize(
    ("giver", "kind", "shown"),
    [
        ("Mr Aldous Penn, patient", GiverKind.OTHER, PRIVATE_GIVER),
        ("Mrs Penn", GiverKind.UNKNOWN, PRIVATE_GIVER),
        ("Aldous Penn", GiverKind.UNKNOWN, PRIVATE_GIVER),
        ("A grateful family", GiverKind.OTHER, PRIVATE_GIVER),
        ("Fenn Ltd", GiverKind.SUPPLIER, "Fenn Ltd"),
        ("Anonymous", GiverKind.UNKNOWN, "Anonymous"),
    ],
)
def test_who_offered_a_gift(giver: str, kind: GiverKind, shown: str) -> None:
    assert MASKS.giver(giver, kind) == shown


def test_no_row_of_the_samples_newest_edition_is_lost() -> None:
    folder = paths.sample_data_folder() / "northfield-ccg"
    read = [read_register(path, root=folder).register for path in sorted(folder.glob("*register 201*"))]
    editions = [one for one in read if one is not None]
    assert len(editions) > 1
    newest = max((one for one in editions if not one.public), key=lambda one: one.edition or date.min)
    kept = full(*editions)
    assert {one.key for one in newest.interests} <= {one.interest.key for one in kept.interests}
