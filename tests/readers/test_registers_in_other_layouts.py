# ruff: noqa: E501
"""Registers whose rows do not stand under plain headings: a key, bars, lists, cards, counts, several people in a cell."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from docx_builder import Paper, write_text

from coi_audit.model.interests import Interest
from coi_audit.model.words import InterestCategory
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.recognise import recognise
from coi_audit.readers.registers.holder import heads_a_type, person_in_bar
from coi_audit.readers.registers.register import RegisterRead, looks_like_register, read_register
from coi_audit.readers.registers.several import people_in

FIN, PRO, PER = InterestCategory


def read(path: Path) -> RegisterRead:
    return read_register(path, root=path.parent)


def csv(folder: Path, *rows: str) -> RegisterRead:
    return read(write_text(folder / "register 2019-04-01.csv", "\n".join(rows) + "\n"))


def interests(found: RegisterRead) -> list[Interest]:
    assert found.register is not None
    return list(found.register.interests)


def nils(found: RegisterRead) -> list[str]:
    assert found.register is not None
    return [one.person for one in found.register.nil_returns]


# Types

KEYED = ("Name,Organisation,Interest,Type", "Dr Uma Kell,Elm Surgery,Partner,A", "Adam Roe,Roe Ltd,Owner,D",
         "Adam Roe,Fernmoor Mind,Trustee,A & C")  # fmt: skip


@pytest.mark.parametrize("key", ['"Key: A = Financial; C = Non-financial personal; D = Indirect",,,',
                                 '"A - Financial interest\nC - Non-financial personal\nD - Indirect",,,'])  # fmt: skip
@pytest.mark.parametrize("above", [True, False])
def test_letters_mean_what_the_papers_own_key_says(key: str, above: bool, tmp_path: Path) -> None:
    found = csv(tmp_path, *((key, *KEYED) if above else (*KEYED, key)))
    assert [(one.category, one.direct) for one in interests(found)] == [(FIN, True), (None, False), (FIN, True)]
    assert not found.rejected


def test_letters_without_a_key_are_asked_about(tmp_path: Path) -> None:
    found = csv(tmp_path, *KEYED[:2])
    assert [one.value for one in found.rejected] == ["A"]


def test_no_under_a_type_is_no_mark_although_its_heading_holds_the_letters(tmp_path: Path) -> None:
    heads = "Name,Organisation,Financial,Non-financial professional,Non-financial personal"
    found = csv(tmp_path, heads, "Adam Roe,Fernmoor Mind,No,No,Yes", "Uma Kell,Elm Surgery,Yes,No,No")
    assert [one.category for one in interests(found)] == [PER, FIN]


def test_a_bar_puts_its_type_over_the_rows_below(tmp_path: Path) -> None:
    heads = ("Name,Interest,From", "FINANCIAL INTERESTS,,", "Adam Roe,Director of Roe Ltd,2012",
             "NON-FINANCIAL PERSONAL INTERESTS,,", "Adam Roe,Trustee of Fernmoor Mind,2014")  # fmt: skip
    assert [(one.person, one.category) for one in interests(csv(tmp_path, *heads))] == [
        ("Adam Roe", FIN),
        ("Adam Roe", PER),
    ]


@pytest.mark.parametrize(
    ("text", "is_type"),
    [("Financial interests", True), ("Part 2: Non-financial professional interests", True), ("C. Indirect", True),
     ("Governing Body", False), ("Dr Uma Kell", False), ("Financial adviser to Roe Ltd since 2010", False)],
)  # fmt: skip
def test_what_heads_a_type(text: str, is_type: bool) -> None:
    assert heads_a_type(text) is is_type


def test_a_column_of_types_in_free_words_tells_what_is_held(tmp_path: Path) -> None:
    heads = "Name,Type of Interest,Details & whether Personal or Pecuniary*,Self or other**"
    found = csv(tmp_path, heads, "Dr Uma Kell,GP Partner,Elm Surgery (Pecuniary),Self",
                "Dr Uma Kell,Trustee,Fernmoor Mind (Personal),Self")  # fmt: skip
    assert [(one.organisation, one.category) for one in interests(found)] == [
        ("Elm Surgery", FIN),
        ("Fernmoor Mind", PER),
    ]
    assert "GP Partner" in interests(found)[0].nature and not found.rejected


def test_whether_anything_is_declared_is_no_interest(tmp_path: Path) -> None:
    heads = "Name,Any interests to declare? (Y/N),Details of interest"
    found = csv(tmp_path, heads, "Adam Roe,N,", "Uma Kell,Y,Partner at Elm Surgery", "Jo Penn,Y,")
    assert (nils(found), [one.nature for one in interests(found)]) == (["Adam Roe"], ["Partner at Elm Surgery"])
    assert [one.problem for one in found.rejected] == ["no interest and no nil return is recorded for Jo Penn"]


# People


@pytest.mark.parametrize(
    ("cell", "names"),
    [
        ("Dr Uma Kell and Mr Adam Roe", ["Dr Uma Kell", "Mr Adam Roe"]),
        ("Dr Uma Kell\nGP member\nAdam Roe\nLay member", ["Dr Uma Kell", "Adam Roe"]),
        ("Jo Penn; Miss Nia ap Rhys; Lord Marl", ["Jo Penn", "Miss Nia ap Rhys", "Lord Marl"]),
        ("Jo Penn, Adam Roe and Uma Kell", ["Jo Penn", "Adam Roe", "Uma Kell"]),
        ("Dr Kell and Dr Roe", ["Dr Kell", "Dr Roe"]),
        ("Dr Uma and Dr Adam Kell", []),
        ("Uma and Adam Kell", []),
        ("Kell, Uma", []),
        ("de Vries, A. B. (Dr)", []),
        ("Jo Penn, Lay Member - Patient and Public Involvement", []),
        ("Partners of Elm Surgery; Penn Ltd", []),
    ],
)
def test_people_of_one_cell_are_read_only_where_each_is_named(cell: str, names: list[str]) -> None:
    assert [one.name for one in people_in(cell)] == names


def test_what_several_people_share_is_held_by_each(tmp_path: Path) -> None:
    found = csv(tmp_path, "Name,Organisation,Interest,Type", "Dr Uma Kell; Adam Roe,Elm Surgery,Partner,Financial",
                ",Elm Estates Ltd,Owner,Financial")  # fmt: skip
    assert [(one.person, one.organisation) for one in interests(found)] == [
        ("Dr Uma Kell", "Elm Surgery"), ("Adam Roe", "Elm Surgery"),
        ("Dr Uma Kell", "Elm Estates Ltd"), ("Adam Roe", "Elm Estates Ltd"),
    ]  # fmt: skip
    keys = [one.key for one in interests(found)]
    assert len(set(keys)) == len(keys) and keys[1].endswith("Interest, person 2 of 2")


def test_a_bar_names_the_person_of_the_rows_below(tmp_path: Path) -> None:
    found = csv(tmp_path, "Organisation,Nature of interest,Type,From", "Dr Uma Kell - GP member,,,",
                "Elm Surgery,Partner,Financial,2010", "Adam Roe (Lay member),,,", "None,,,",
                "Fernmoor Hospice,,,")  # fmt: skip
    assert [(one.person, one.position, one.organisation) for one in interests(found)][:1] == [
        ("Dr Uma Kell", "GP member", "Elm Surgery")
    ]
    assert nils(found) == ["Adam Roe"]


@pytest.mark.parametrize("text", ["Governing Body", "Fernmoor Hospice", "Nil", "Primary Care Committee - members"])
def test_a_bar_of_a_group_names_nobody(text: str) -> None:
    assert person_in_bar(text) is None


def test_of_several_columns_of_names_the_plainest_is_the_persons(tmp_path: Path) -> None:
    found = csv(tmp_path, "ID,Member,PayerName,Summary,ParentInterestID", "7,Uma Kell,Roe Ltd,Adviser - Roe Ltd,12")
    (only,) = interests(found)
    assert (only.person, only.organisation, only.nature) == ("Uma Kell", "Roe Ltd", "Adviser - Roe Ltd")


def test_interests_in_numbered_columns_stand_apart(tmp_path: Path) -> None:
    found = csv(tmp_path, "Name,Interest 1,From 1,Interest 2,From 2", "Uma Kell,Partner at Elm Surgery,2010,Owner of Roe Ltd,2012",
                "Adam Roe,Nil,,,")  # fmt: skip
    assert [(one.nature, str(one.held_from)) for one in interests(found)] == [
        ("Partner at Elm Surgery", "2010"),
        ("Owner of Roe Ltd", "2012"),
    ]
    assert nils(found) == ["Adam Roe"]


# Without a table

BOARD = ("Fernmoor Board", "Register of interests, 3 May 2019", "Dr Uma Kell – pecuniary – GP partner at Elm Surgery",
         "Adam Roe – nothing to declare", "Jo Penn – non-pecuniary – Trustee of Fernmoor Mind")  # fmt: skip


@pytest.mark.parametrize("ending", ["docx", "txt"])
def test_a_line_for_each_interest(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"interests.{ending}"
    paper = Paper()
    for line in BOARD:
        paper = paper.line(line)
    path = paper.save(path) if ending == "docx" else write_text(path, "\n".join(BOARD))
    found = read(path)
    assert [(one.person, one.category, one.organisation) for one in interests(found)] == [
        ("Dr Uma Kell", FIN, "Elm Surgery"),
        ("Jo Penn", PER, "Fernmoor Mind"),
    ]
    assert nils(found) == ["Adam Roe"]
    assert found.register is not None and found.register.edition == date(2019, 5, 3)
    place = interests(found)[0].source.place()
    assert place.startswith(f"interests.{ending}, {'paragraph' if ending == 'docx' else 'row'} 3")
    assert recognise(path).kind is DocumentKind.REGISTER


def test_a_list_under_each_name_in_word(tmp_path: Path) -> None:
    paper = Paper().line("Our board's declared interests")
    for line in ("Dr Uma Kell, GP member", "• Partner at Elm Surgery", "• Sister is a nurse at Tern Practice",
                 "Adam Roe, Lay member", "• None"):  # fmt: skip
        paper = paper.line(line)
    found = read(paper.save(tmp_path / "board.docx"))
    assert [(one.person, one.position, one.relationship) for one in interests(found)] == [
        ("Dr Uma Kell", "GP member", None),
        ("Dr Uma Kell", "GP member", "sister"),
    ]
    assert nils(found) == ["Adam Roe"]


def test_a_form_of_labels_and_lines(tmp_path: Path) -> None:
    paper = Paper().line("Declaration of interests")
    for line in ("Name: Dr Uma Kell", "Position: GP member", "Financial interests:", "Partner at Elm Surgery",
                 "Non-financial personal interests: None", "Indirect interests: Husband is director of Roe Ltd",
                 "Signed: U Kell"):  # fmt: skip
        paper = paper.line(line)
    found = read(paper.save(tmp_path / "form.docx"))
    assert [(one.category, one.direct, one.organisation) for one in interests(found)] == [
        (FIN, True, "Elm Surgery"),
        (None, False, "Roe Ltd"),
    ]
    assert {(one.person, one.position) for one in interests(found)} == {("Dr Uma Kell", "GP member")}


def test_prose_with_names_is_no_register(tmp_path: Path) -> None:
    paper = Paper().line("Minutes of the meeting")
    for line in ("Present: Dr Uma Kell, Adam Roe", "Declarations of interest", "Dr Uma Kell – item 5, partner at Elm Surgery",
                 "Adam Roe – item 6, trustee of Fernmoor Mind"):  # fmt: skip
        paper = paper.line(line)
    path = paper.save(tmp_path / "paper.docx")
    assert looks_like_register(path) == 0.0
    assert recognise(path).kind is not DocumentKind.REGISTER


def test_cards_of_labels_and_values(tmp_path: Path) -> None:
    found = csv(tmp_path, "Name,Dr Uma Kell", "Role,GP member", "Date of declaration,2 May 2019", ",", "Organisation,Elm Surgery",
                "Nature of interest,Partner", "Type of interest,Financial", "From,2010", ",", "Organisation,Roe Ltd",
                "Nature of interest,Committee member", "Direct or indirect,Indirect (husband)")  # fmt: skip
    assert [(one.organisation, one.nature, one.direct, one.relationship) for one in interests(found)] == [
        ("Elm Surgery", "Partner", None, None),
        ("Roe Ltd", "Committee member", False, "husband"),
    ]
    assert {(one.person, one.position, one.declared_on) for one in interests(found)} == {
        ("Dr Uma Kell", "GP member", date(2019, 5, 2))
    }


# Counts

COUNTS = ("Name,DM,Gi,Ho,Ou,Cl,Sh,Lo,Ni,No", "Uma Kell,Y,0,0,1,0,2,0,0,0", "Adam Roe,Y,0,0,0,0,0,0,1,0",
          "Jo Penn,,0,0,0,0,0,0,0,1", "Tim Aske,,0,0,0,0,0,0,0,0")  # fmt: skip


def test_counts_are_told_and_nil_and_no_change_are_returns(tmp_path: Path) -> None:
    found = csv(tmp_path, *COUNTS)
    assert (interests(found), nils(found)) == ([], ["Adam Roe", "Jo Penn"])
    hidden, empty = found.rejected
    assert (hidden.place, hidden.problem) == (
        "row 2",
        "counts what Uma Kell has declared (outside employment 1, shareholdings 2) and does not tell what it is",
    )
    assert "export the declarations" in hidden.fix
    assert empty.problem == "no interest and no nil return is recorded for Tim Aske"
    assert looks_like_register(tmp_path / "register 2019-04-01.csv") >= 0.5


def test_ticks_beside_an_interest_are_no_counts(tmp_path: Path) -> None:
    heads = "Name,Interest,Outside employment,Shareholdings,Loyalty interests,Patents"
    found = csv(tmp_path, heads, "Uma Kell,Owner of Roe Ltd,0,1,0,0")
    assert [one.nature for one in interests(found)] == ["Owner of Roe Ltd"]


@pytest.mark.parametrize(
    "nil", ["There are currently no relevant interests to declare", "I have nothing to disclose", "nil interests declared",
            "No known conflicts of interest at this time", "He has no pecuniary interests", "Nil."],
)  # fmt: skip
def test_a_nil_return_by_its_grammar(nil: str, tmp_path: Path) -> None:
    assert nils(csv(tmp_path, "Name,Interest,Type", f"Adam Roe,{nil},")) == ["Adam Roe"]


@pytest.mark.parametrize(
    "told", ["No longer a partner at Elm Surgery", "Nil return not received", "Non-executive director of Roe Ltd",
             "No financial interest but trustee of Fernmoor Mind"],
)  # fmt: skip
def test_what_only_begins_like_a_nil_return_is_none(told: str, tmp_path: Path) -> None:
    assert nils(csv(tmp_path, "Name,Interest,Type", f"Adam Roe,{told},")) == []


# Forms


@pytest.mark.parametrize(
    ("below", "declared"),
    [
        (["Signed: U Kell    Date: 3 July 2017"], date(2017, 7, 3)),
        (["Signed", "Dated 03/07/17"], date(2017, 7, 3)),
        (["Signed: U Kell", "Line manager: Signed A Roe, Date: 4 July 2017"], None),
        (["Signed: U Kell", "Date: "], None),
        ([], None),
    ],
)
def test_a_form_is_declared_on_the_day_it_was_signed(below: list[str], declared: date | None, tmp_path: Path) -> None:
    paper = Paper().table(("Name:", "Dr Uma Kell"), ("Position within the CCG:", "GP member"))
    paper = paper.table(("Type of Interest", "Description of Interest", "Date interest relates From & To"),
                        ("Financial", "Partner at Elm Surgery", "2010 to date"))  # fmt: skip
    for line in below:
        paper = paper.line(line)
    (only,) = interests(read(paper.save(tmp_path / "form.docx")))
    assert (only.person, only.declared_on) == ("Dr Uma Kell", declared)
