"""Registers as governance officers keep them: headings that ask, columns by blanks, kinds side by side, mails."""

from __future__ import annotations

from pathlib import Path

import pytest
from docx_builder import Paper, write_text

from coi_audit.model.words import InterestCategory
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise as kind_of_file
from coi_audit.readers.registers.headings import Field, recognise
from coi_audit.readers.registers.organisations import organisation_in
from coi_audit.readers.registers.parts import split_interests
from coi_audit.readers.registers.register import RegisterRead, read_register
from coi_audit.readers.registers.types_in_words import type_in_words

FIN, PRO, PER = InterestCategory


def csv(folder: Path, *rows: str) -> RegisterRead:
    return of(write_text(folder / "register.csv", "\n".join(rows) + "\n"))


def of(path: Path) -> RegisterRead:
    return read_register(path, root=path.parent)


def told(found: RegisterRead) -> list[tuple[str, str]]:
    assert found.register is not None
    return [(one.person, one.organisation) for one in found.register.interests]


def nils(found: RegisterRead) -> list[str]:
    assert found.register is not None
    return [one.person for one in found.register.nil_returns]


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Is it your own interest or a relative's?", Field.RELATIONSHIP),
        ("Who holds it?", Field.RELATIONSHIP),
        ("Own / family", Field.RELATIONSHIP),
        ("F/NF", Field.CATEGORY),
        ("Is it financial, professional or personal?", Field.CATEGORY),
        ("Since when have you held it (when did it begin)?", Field.HELD_FROM),
        ("When did it end, if it has ended?", Field.HELD_UNTIL),
        ("What has been agreed to manage it?", Field.MITIGATION),
        ("Declaration signed on", Field.DECLARED_ON),
        ("Date of the declaration", Field.DECLARED_ON),
        ("Any connection with a voluntary organisation", Field.KIND),
        ("Directorships held", Field.KIND),
        ("Interest declared on", Field.DECLARED_ON),
        ("Interests declared", Field.NATURE),
    ],
)
def test_a_heading_is_known_by_what_it_asks(heading: str, field: Field) -> None:
    assert recognise(heading) is field


def test_numbers_of_a_list_are_no_part_of_dates_and_none_is_an_answer(tmp_path: Path) -> None:
    found = csv(
        tmp_path,
        "Name,Interest,From,Mitigation",
        'Dr Uma Kell,"1. Partner, Elm Surgery\n2. Trustee, Fern Hospice","1. 2004\n2. May 2011",None',
        'Adam Roe,"Director, Roe Ltd",1. 2015,-',
    )
    assert found.register is not None and found.rejected == ()
    assert [str(one.held_from) for one in found.register.interests] == ["2004", "May 2011", "2015"]
    assert [one.mitigation for one in found.register.interests] == ["None", "None", None]


def test_a_bare_day_beside_none_is_no_interest(tmp_path: Path) -> None:
    found = csv(
        tmp_path,
        "Name,Interest,Declaration of interests form",
        'Dr Uma Kell,"Partner, Elm Surgery",4 May 2018',
        "Adam Roe,None,28/08/2018",
    )
    assert told(found) == [("Dr Uma Kell", "Elm Surgery")] and nils(found) == ["Adam Roe"]


@pytest.mark.parametrize(
    ("words", "category", "direct"),
    [
        ("Trustee, Fern Hospice (non-financial personal) from 2015", PER, None),
        ("Partner, Elm Surgery - financial, since 2005", FIN, None),
        ("Son works for Roe Ltd - indirect, since 2019", None, False),
        ("Adviser (personal assistant to the mayor)", None, None),
        ("Personal trainer, Roe Gym", None, None),
        ("Financial Conduct Authority - member", None, None),
    ],
)
def test_a_type_among_the_words_is_read_only_where_it_stands_apart(
    words: str, category: InterestCategory | None, direct: bool | None
) -> None:
    found = type_in_words(words)
    assert (found.category, found.direct) == (category, direct)


BLANKS = """\
Register of Interests 2017

NAME              POSITION      INTEREST                        TYPE            FROM      TO

Dr Uma Kell       GP member     Partner, Elm and Larch          Financial       1999      Present
                                Medical Practice
                                Director of Tern Locums Ltd     Financial       Oct 2014  2016
Adam Roe          Lay member    Trustee, Fern Hospice           Non-financial   2010      Present
                                                                personal
Ida Finch         Chief         None                            n/a
                  Officer
"""


def test_columns_kept_apart_by_blanks_are_a_table(tmp_path: Path) -> None:
    found = of(write_text(tmp_path / "register.txt", BLANKS))
    assert found.register is not None and found.rejected == ()
    assert told(found) == [
        ("Dr Uma Kell", "Elm and Larch Medical Practice"),
        ("Dr Uma Kell", "Tern Locums Ltd"),
        ("Adam Roe", "Fern Hospice"),
    ]
    assert [one.category for one in found.register.interests] == [FIN, FIN, PER]
    assert [(one.person, one.position) for one in found.register.nil_returns] == [("Ida Finch", "Chief Officer")]
    assert [one.source.row for one in found.register.interests] == [5, 7, 8]


def test_a_column_for_each_kind_and_names_under_any_heading(tmp_path: Path) -> None:
    found = csv(
        tmp_path,
        "Governor,Directorships,Any connection with a voluntary organisation,Other",
        '"Uma Kell, Chair",Kell Gardens Ltd,"Trustee, Fern Hospice",None',
        "Adam Roe,None,None,None",
        'Ida Finch,None,None,"Wife works for Roe Ltd"',
    )
    assert found.register is not None
    assert told(found) == [("Uma Kell", "Kell Gardens Ltd"), ("Uma Kell", "Fern Hospice"), ("Ida Finch", "Roe Ltd")]
    assert found.register.interests[0].nature == "Directorship"
    assert nils(found) == ["Adam Roe"]


def test_headings_broken_over_two_rows_are_read_together(tmp_path: Path) -> None:
    found = csv(
        tmp_path,
        "Name of,Description,Kind of,Period,Mitigation",
        "declarant,of interest,interest,start,agreed",
        "Uma Kell,Owner of Kell Gardens Ltd,F,2007,Declare",
        "Adam Roe,Nothing,,,",
    )
    assert found.register is not None
    (one,) = found.register.interests
    assert (one.person, one.category, str(one.held_from), one.mitigation) == ("Uma Kell", FIN, "2007", "Declare")
    assert nils(found) == ["Adam Roe"]


def test_a_column_that_is_not_known_is_told_by_its_name(tmp_path: Path) -> None:
    found = csv(tmp_path, "Name,Interest,Hat size", 'Dr Uma Kell,"Partner, Elm Surgery",Large', "Adam Roe,None,")
    assert [notice for notice in found.notices if '"Hat size" was not read' in notice and "Large" in notice]


def test_numbered_names_with_sentences_and_small_print(tmp_path: Path) -> None:
    lines = ("Declarations of interests of the committee", "1. Dr Uma Kell (Chair)",
             "Dr Kell is a partner at Elm Surgery. Her brother is a director of Roe Taxis Ltd.",
             "2. Ms Ida Finch (Lay Member)", "Ms Finch has no interests to declare.",
             "Page last reviewed: 4 July 2017")  # fmt: skip
    paper = Paper()
    for line in lines:
        paper = paper.line(line)
    path = paper.save(tmp_path / "paper 7.docx")
    found = of(path)
    assert told(found) == [("Dr Uma Kell", "Elm Surgery"), ("Dr Uma Kell", "Roe Taxis Ltd")]
    assert nils(found) == ["Ms Ida Finch"]
    assert any("Page last reviewed" in notice for notice in found.notices)
    assert kind_of_file(path).kind is DocumentKind.REGISTER


def test_a_mail_that_runs_two_peoples_lines_together(tmp_path: Path) -> None:
    mail = """\
From: Office <office@example.org>
To: Chair <chair@example.org>
Subject: Register of interests as at 1 February 2020
Date: Mon, 03 Feb 2020 09:02:00 +0000
Content-Type: text/plain; charset=utf-8

Dr Uma Kell (GP Member): GP partner, Elm Surgery - financial, since 2005
Dr Uma Kell (GP Member): son is employed by Roe Software Ltd - indirect, since 2019
Adam Roe (Lay Member): trustee of Fern Carers - non-financial personal, since 2017
Ida Finch (Chief Officer): nothing to declare
"""
    found = of(write_text(tmp_path / "register.eml", mail))
    assert found.register is not None
    assert told(found) == [("Dr Uma Kell", "Elm Surgery"), ("Dr Uma Kell", "Roe Software Ltd"),
                           ("Adam Roe", "Fern Carers")]  # fmt: skip
    assert nils(found) == ["Ida Finch"]
    assert str(found.register.edition) == "2020-02-01"


def test_the_line_above_a_table_names_its_person(tmp_path: Path) -> None:
    heads = ("Interest", "Type", "From", "To")
    paper = Paper().line("Declarations of interest").line("Dr Uma Kell, Clinical Chair")
    paper = paper.table(heads, ("Partner, Elm Surgery", "Financial", "2004", "Present"))
    paper = paper.line("Adam Roe, Lay Member").table(heads, ("None", "", "", ""))
    found = of(paper.save(tmp_path / "register.docx"))
    assert told(found) == [("Dr Uma Kell", "Elm Surgery")] and nils(found) == ["Adam Roe"]


@pytest.mark.parametrize(
    ("words", "name"),
    [("Husband owns Kell Supplies Ltd", "Kell Supplies Ltd"), ("UNISON steward", "UNISON"), ("GP partner", ""),
     ("Trustee, Fern Hospice at Home", "Fern Hospice at Home"), ("ICT manager", ""), ("Practice nurse", "")],
)  # fmt: skip
def test_the_body_that_few_words_name(words: str, name: str) -> None:
    assert organisation_in(words) == name


def test_a_semicolon_parts_bodies_and_nothing_else() -> None:
    two = "Councillor, Larch County Council; director of Larch Leisure Ltd"
    assert split_interests(two) == two.split("; ")
    assert len(split_interests("Partner at Elm Surgery; and works there on Mondays")) == 1


@pytest.mark.parametrize("since", ["Since 1.4.2001", "From 17-Nov-97", "1 May 2016 to date"])
def test_since_when_an_interest_is_held_is_no_day_of_declaring(tmp_path: Path, since: str) -> None:
    found = csv(
        tmp_path,
        "Name,Organisation,Details of interest,Details of interest",
        f"Dr Ann Moor,Elm Surgery,Partner,{since}",
        "Bea Cole,Cole Consulting Ltd,Director,Since 2015",
    )
    assert found.register is not None
    first = found.register.interests[0]
    assert first.declared_on is None
    assert first.held_from is not None


@pytest.mark.parametrize(
    "words",
    [
        "GP partner; the practice is a member of Vale Healthcare Federation CIC",
        "GP partner; my practice is a shareholder in Vale Healthcare Ltd",
        "Director; it is a supplier of Vale Trust",
    ],
)
def test_what_is_told_of_the_body_just_named_is_no_interest_of_its_own(words: str) -> None:
    assert split_interests(words) == [words]


def test_a_relatives_post_behind_a_semicolon_is_another_interest() -> None:
    assert len(split_interests("partner at Elm Surgery; my wife is a director of Vale Healthcare Ltd")) == 2
