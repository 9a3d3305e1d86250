"""Registers that tell types and dates in the words, or in columns with names of their own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx_builder import Paper, write_text

from coi_audit.model.interests import Interest, Register
from coi_audit.model.words import InterestCategory
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.registers.ended import told_by_words
from coi_audit.readers.registers.organisations import organisation_in
from coi_audit.readers.registers.parts import read_name, split_interests
from coi_audit.readers.registers.register import read_register


def register_of(path: Path) -> Register:
    read = read_register(path, root=path.parent)
    assert read.register is not None
    assert read.rejected == ()
    return read.register


def held(interest: Interest) -> tuple[str | None, str | None]:
    start, end = interest.held_from, interest.held_until
    return (str(start) if start else None, str(end) if end else None)


PLAIN = (
    ("Member", "Role", "What has been declared", "What we do about it"),
    ("Dr Una Birch", "GP", "GP partner, Larch Hill Surgery, since 2004\nSister is a nurse at Tern Practice", "Declare"),
    ("Mr Ned Cole", "Lay member", "None", ""),
)


@pytest.mark.parametrize(
    "name", ["register of interests winter 2014.docx", "declared interests.docx", "declarations.docx"]
)
def test_a_register_with_people_in_a_list_is_no_minutes(name: str, tmp_path: Path) -> None:
    paper = Paper().heading("Dunmere Clinical Commissioning Group").line("Members' interests, as at 12 January 2014")
    path = paper.table(*PLAIN).save(tmp_path / name)
    assert recognise(path).kind is DocumentKind.REGISTER
    register = register_of(path)
    assert [(one.person, one.organisation) for one in register.interests] == [
        ("Dr Una Birch", "Larch Hill Surgery"),
        ("Dr Una Birch", "Tern Practice"),
    ]
    assert [one.person for one in register.nil_returns] == ["Mr Ned Cole"]
    assert register.edition == date(2014, 1, 12)
    assert register.interests[0].mitigation == "Declare"


def test_minutes_with_a_table_of_interests_stay_minutes(tmp_path: Path) -> None:
    paper = Paper().line("Minutes of the meeting held on 4 March 2019").line("Present: Dr Una Birch, Mr Ned Cole")
    paper.line("1. Declarations of interest").table(*PLAIN).line("2. Larch Hill Surgery").line("It was agreed.")
    path = paper.save(tmp_path / "minutes with interests.docx")
    assert recognise(path).kind is DocumentKind.MINUTES


def test_dates_and_types_stand_in_the_words_of_each_interest(tmp_path: Path) -> None:
    cell = (
        "Trustee, Tern Fund \u2013 since 2012 (NPers)\nLocum GP, Larch Hill Surgery \u2013 May-15 to Sept-16 (F)\n"
        "My uncle works at Tern Practice \u2013 since Oct-14 (F)\nGP partner, Ash Practice \u2013 1999 to date (F)"
    )
    table = (("Name and position", "Interest(s)"), ("Birch, Una (Dr)\nGP member", cell))
    path = Paper().heading("Register of Interests").table(*table).save(tmp_path / "register.docx")
    found = register_of(path).interests
    assert {(one.person, one.position) for one in found} == {("Dr Una Birch", "GP member")}
    assert [held(one) for one in found] == [
        ("2012", None),
        ("May 2015", "September 2016"),
        ("October 2014", None),
        ("1999", None),
    ]
    personal, financial = InterestCategory.NON_FINANCIAL_PERSONAL, InterestCategory.FINANCIAL
    assert [one.category for one in found] == [personal, financial, financial, financial]
    assert [one.organisation for one in found] == ["Tern Fund", "Larch Hill Surgery", "Tern Practice", "Ash Practice"]


SITUATIONS = """Employee,Role,Declaration type,Interest description,Provider,Date started,Situation,Nil declaration
"Birch, Una (Dr)",Member,Loyalty interests,Cousin is employed there,Tern Practice,01/02/2020,Indirect,No
"Birch, Una (Dr)",Member,Loyalty interests,Registered patient,Larch Hill Surgery,01/02/2001,Non-financial personal,No
"Birch, Una (Dr)",Member,Outside employment,GP partner,Ash Practice,01/02/2001,Financial,No
"Cole, Ned",Member,,,,,,Yes
"""


def test_of_two_columns_of_types_the_one_that_tells_is_read(tmp_path: Path) -> None:
    register = register_of(write_text(tmp_path / "register.csv", SITUATIONS))
    assert [(one.category, one.direct) for one in register.interests] == [
        (None, False),
        (InterestCategory.NON_FINANCIAL_PERSONAL, True),
        (InterestCategory.FINANCIAL, True),
    ]
    assert [one.person for one in register.nil_returns] == ["Ned Cole"]


def test_what_is_owned_with_a_relative_is_ones_own(tmp_path: Path) -> None:
    told = "Joint owner with her husband of 9 Quay Road, let to Tern Practice"
    table = (("Name", "Nature of interest", "Type"), ("Dr Una Birch", told, "Financial"))
    path = Paper().heading("Register of Interests").table(*table).save(tmp_path / "register.docx")
    (only,) = register_of(path).interests
    assert (only.direct, only.relationship) == (None, None)


@pytest.mark.parametrize(
    ("nature", "start", "end"),
    [
        ("Nurse, Tern Practice, June 2011 to May 2013", "June 2011", "May 2013"),
        ("Director of Tern Ltd (2009 to date)", "2009", None),
        ("Adviser to Tern Ltd, 2010 onwards", "2010", None),
        ("Partner at Tern Practice - 01/04/2010 to 31/03/2014", "1 April 2010", "31 March 2014"),
        ("GP partner, Tern Practice 2012-2015", "2012", "2015"),
        ("Relief locum GP at Tern Practice (ended Oct-17)", None, "October 2017"),
        ("Shareholder in Tern Ltd until May 2016", None, "May 2016"),
        ("Since 2011 trustee of the Tern Fund", "2011", None),
        ("Owner of 12 to 14 Quay Road", None, None),
        ("Partner at Tern Practice, May-15 to May-12", None, None),
    ],
)
def test_a_period_at_the_end_of_the_words(nature: str, start: str | None, end: str | None) -> None:
    told = told_by_words(nature, by=None)
    assert (str(told.start) if told.start else None, str(told.end) if told.end else None) == (start, end)


@pytest.mark.parametrize(
    ("cell", "name", "position"),
    [
        ("Birch, Una (Dr), GP member", "Dr Una Birch", "GP member"),
        ("Birch, Una (Dr) GP member", "Dr Una Birch", "GP member"),
        ("Birch-Lowe, Una (Dr) \u2013 GP member", "Dr Una Birch-Lowe", "GP member"),
        ("Birch, U. (Dr)\nGP member", "Dr U. Birch", "GP member"),
        ("Cole, Ned (Cllr)", "Cllr Ned Cole", None),
        ("de Vries, A. B. (Dr)", "Dr A. B. de Vries", None),
        ("ROE, A.", "A. ROE", None),
        ("Jo Penn, Lay Member - Patient Involvement", "Jo Penn", "Lay Member - Patient Involvement"),
    ],
)
def test_a_surname_first_with_title_and_post_in_one_cell(cell: str, name: str, position: str | None) -> None:
    read = read_name(cell)
    assert (read.name, read.position, read.problem) == (name, position, None)


def test_sentences_that_each_name_an_organisation_are_interests_of_their_own() -> None:
    both = "Nurse at Ash Practice, Apr-16 to Sept-17. Husband is a partner at Tern Practice."
    assert [organisation_in(part) for part in split_interests(both)] == ["Ash Practice", "Tern Practice"]
    one = "Partner at St. Anne's Surgery. This is a full-time post."
    assert len(split_interests(one)) == 1


def test_a_register_in_everyday_words(tmp_path: Path) -> None:
    heads = ("Who", "Post", "What they have told us", "Held since", "Held until", "What we will do about it")
    row = ("Dr Una Birch", "GP member", "GP partner at Tern Practice", "June 2011", "", "Leave")
    paper = Paper().line("Register of interests: position at 30 June 2019")
    register = register_of(paper.table(heads, row).save(tmp_path / "register.docx"))
    assert register.edition == date(2019, 6, 30)
    (only,) = register.interests
    assert (only.position, only.organisation, *held(only)) == ("GP member", "Tern Practice", "June 2011", None)
    assert only.mitigation == "Leave"
