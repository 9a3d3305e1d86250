"""The chase as it goes out: a table for a mail merge, drafts of messages, the terminal, JSON."""

from __future__ import annotations

import csv
from datetime import date
from functools import cache
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from click.testing import CliRunner
from docx import Document
from small_case import run, small_case, write_register

from coi_audit.app import books
from coi_audit.app import chase as chase_app
from coi_audit.cli import main
from coi_audit.model.audit import Criterion
from coi_audit.model.chase import Chase, Debt, Debtor, Lead, Owed, Reason
from coi_audit.model.evidence import SourceRef
from coi_audit.model.people import Body
from coi_audit.model.words import EvidenceMark
from coi_audit.report.chase_letters import DRAFT, letter_files, letters, letters_docx
from coi_audit.report.chase_table import COLUMNS, chase_csv
from coi_audit.report.chase_text import chase_document
from coi_audit.report.greeting import greeting

_SOURCE = SourceRef(file="body.yaml", line=1)
_BODY = Body(name="NHS Northfield CCG", ods_code="99Z", source=_SOURCE)


def criterion(mark: EvidenceMark = EvidenceMark.SEEN) -> Criterion:
    return Criterion("An invented guidance", "Declaring interests", None, mark, date(2017, 1, 1), None)


def reason(rule: str = "DEC-04", mark: EvidenceMark = EvidenceMark.SEEN) -> Reason:
    return Reason(rule, "A title", ("The last is old.",), criterion(mark), "00ff")


def found(*debtors: Debtor) -> Chase:
    leads = (Lead("Which papers are there?", ("REG-01",)),)
    return Chase(_BODY, date(2018, 1, 15), debtors, leads, people=6)


_REFRESH = Debt(Owed.REFRESH, "a fresh declaration", (reason(),), date(2018, 1, 10), "12 months after then", 5)
_DETAIL = Debt(Owed.DETAIL, 'what is missing from the entry "Mill": the type', (reason("DEC-06"),))
_ACTION = Debt(Owed.ACTION, "Write to all members.", (), date(2018, 2, 1), number=7)


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("Dr Anil Rao", "Dear Dr Rao"),
        ("Dr. A. Rao", "Dear Dr Rao"),
        ("Prof Eve van der Berg", "Dear Prof van der Berg"),
        ("Mrs L Fenwick-Jones OBE, Registered Nurse", "Dear Mrs Fenwick-Jones"),
        ("Margaret Hale", "Dear Margaret Hale"),
        ("Ruth Ashby (Lay Member)", "Dear Ruth Ashby"),
        ("Fenwick, Dr Jane", "Dear Dr Fenwick"),
        ("Fenwick, Jane", "Dear Jane Fenwick"),
        ("Jane Fenwick, Lay Member", "Dear Jane Fenwick"),
        ("Governance team", "Dear Governance team"),
        ("", "Dear colleague"),
    ],
)
def test_a_greeting_uses_the_title_where_there_is_one_and_never_guesses(name: str, begins: str) -> None:
    assert greeting(name) == begins


def test_the_table_has_one_row_a_person() -> None:
    one = Debtor("Dr Anil Rao", ("PCCC", "Governing Body"), (_REFRESH, _DETAIL))
    text = chase_csv(found(one))
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(StringIO(text.removeprefix("\ufeff"))))
    assert tuple(rows[0]) == COLUMNS
    (row,) = rows
    assert (row["Name"], row["Greeting"], row["Committee"]) == ("Dr Anil Rao", "Dear Dr Rao", "PCCC; Governing Body")
    assert (row["Due"], row["Days overdue"], row["How many things"]) == ("2018-01-10", "5", "2")
    assert row["Rules"] == "DEC-04, DEC-06"
    assert row["What is owed"].splitlines()[0] == "A fresh declaration (due 10 January 2018, 5 days ago)"
    assert row["Sources"] == "An invented guidance, Declaring interests"


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_taken_for_a_formula(sign: str) -> None:
    name = f'{sign}HYPERLINK("http://nowhere.invalid")'
    debt = Debt(Owed.ACTION, f"{sign}1+1", (), None, number=1)
    text = chase_csv(found(Debtor(name, (f"{sign}committee",), (debt,)))).removeprefix("\ufeff")
    (row,) = list(csv.DictReader(StringIO(text, newline="")))
    assert not [cell for cell in row.values() if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


def test_a_draft_says_that_it_is_one_and_what_is_owed_by_when_and_why() -> None:
    (one,) = letters(found(Debtor("Dr Anil Rao", ("PCCC",), (_REFRESH, _DETAIL))), signed="Joan Petrie, Governance")
    assert one.text.startswith(DRAFT)
    assert "To: Dr Anil Rao (PCCC)" in one.text and "Dear Dr Rao" in one.text
    assert "1. A fresh declaration." in one.text
    assert "It was due by 10 January 2018 (12 months after then), 5 days ago." in one.text
    assert "Asked for by: An invented guidance, Declaring interests." in one.text
    assert "2. What is missing from the entry" in one.text and "Please send it now" in one.text
    assert "Joan Petrie, Governance\r\nfor NHS Northfield CCG" in one.text


def test_a_source_that_was_not_seen_is_to_be_compared_first() -> None:
    debt = Debt(Owed.DECLARATION, "a declaration", (reason("DEC-02", EvidenceMark.RECALLED),))
    (one,) = letters(found(Debtor("Ruth Ashby", (), (debt,))))
    assert "compare the wording before you quote it" in one.text
    both = Debt(Owed.DECLARATION, "a declaration", (reason("DEC-02", EvidenceMark.RECALLED), reason("DEC-05")))
    (one,) = letters(found(Debtor("Ruth Ashby", (), (both,))))
    assert "compare the wording" not in one.text and one.text.count("An invented guidance") == 1


def test_an_action_is_told_by_its_number_and_day() -> None:
    (one,) = letters(found(Debtor("Governance team", (), (_ACTION,))))
    assert "Open actions: NHS Northfield CCG" in one.text
    assert "Action 7 of the plan: Write to all members." in one.text and "It is due by 1 February 2018." in one.text


def test_drafts_in_one_word_document_are_the_same_on_every_run() -> None:
    chased = found(Debtor("Dr Anil Rao", (), (_REFRESH,)), Debtor("Ruth Ashby", (), (_DETAIL,)))
    first = letters_docx(chased)
    assert first == letters_docx(chased)
    document = Document(BytesIO(first))
    told = [one.text for one in document.paragraphs]
    assert [one.text for one in document.paragraphs if one.style.name == "Heading 1"] == ["Dr Anil Rao", "Ruth Ashby"]
    assert told.count(DRAFT) == 2


def test_names_of_files_hold_letters_only() -> None:
    files = letter_files(found(Debtor("Dr Zoë O'Hara/../x", (), (_REFRESH,)), Debtor("…", (), (_DETAIL,))))
    assert sorted(files) == ["01-dr-zoe-o-hara-x.txt", "02-somebody.txt"]


def test_the_document_counts_each_kind() -> None:
    document = chase_document(found(Debtor("Dr Anil Rao", (), (_REFRESH, _DETAIL))))
    assert document["owed"] == {
        "declaration": 0, "refresh": 1, "update": 0, "interest": 0, "detail": 1, "action": 0,
    }  # fmt: skip
    assert document["papers_to_ask_for"] == [{"ask": "Which papers are there?", "rule_ids": ["REG-01"], "people": []}]


_books = cache(books.load_books)


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chase_app, "load_books", _books)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return small_case(tmp_path_factory.mktemp("chase") / "case")


def test_the_command_writes_what_is_asked_for_and_says_so(folder: Path, tmp_path: Path) -> None:
    table, drafts = tmp_path / "chase.csv", tmp_path / "drafts"
    answer = run("chase", folder, "--as-of", "2018-01-15", "--csv", table, "--messages", drafts)
    assert answer.code == 10
    assert "5 of 6 people owe something" in answer.out and "Nothing was sent" in answer.out
    assert f"Written: {table}" in answer.out and "5 drafts in" in answer.out
    assert len(list(drafts.iterdir())) == 5 and table.read_bytes().startswith(b"\xef\xbb\xbfName,Greeting")
    again = CliRunner().invoke(main, ["chase", str(folder), "--as-of", "2018-01-15", "--messages", str(drafts)])
    assert again.exit_code == 3 and "drafts already" in again.output


def test_nothing_owed_ends_with_nought(tmp_path: Path) -> None:
    case = small_case(tmp_path / "case")
    body = (case / "body.yaml").read_text(encoding="utf-8").splitlines()
    kept = [one for one in body if "name: Ruth" not in one and "name: Colin" not in one and "name: Joan" not in one]
    (case / "body.yaml").write_text("\n".join(kept), encoding="utf-8")
    nil = (("Margaret Hale", "Lay", "Nil return", "", "", "", "", "", "20/12/2017"),)
    gps = tuple(
        (name, "GP", "Nil return", "", "", "", "", "", "20/12/2017") for name in ("Dr Anil Rao", "Dr Sunita Kale")
    )
    write_register(case / "register 2017-12.xlsx", (*nil, *gps))
    answer = run("chase", case, "--as-of", "2018-01-15", "--json")
    assert [(one["person"], one["owes"][0]["what"]) for one in answer.document["debtors"]] == []
    assert answer.code == 0


def test_a_folder_that_names_nobody_is_told_so(tmp_path: Path) -> None:
    body = "name: NHS Northfield CCG\nkind: ccg\ncommittees:\n  - {name: Governing Body, kind: governing_body}\n"
    (tmp_path / "body.yaml").write_text(body, encoding="utf-8")
    answer = run("chase", tmp_path, "--as-of", "2018-01-15")
    assert answer.code == 3 and "nobody is named" in answer.err.casefold()
