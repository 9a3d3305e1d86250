"""One person's data: all of it is there, nobody else is named in any form of it, and namesakes are never merged."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path

import pikepdf
import pytest
from docx import Document
from openpyxl import load_workbook
from readings import by, folder

from coi_audit import paths
from coi_audit.app.letting_go import KeptIn
from coi_audit.app.person import person_file
from coi_audit.errors import UserError
from coi_audit.model.evidence import InputFile, Rejected, SourceRef
from coi_audit.model.gifts import Gift
from coi_audit.model.given import Judgement, View
from coi_audit.model.interests import Interest, Register
from coi_audit.model.kept import Anchor
from coi_audit.model.meetings import Attendance, Minutes, MinutesSection, Passage
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.person_file import PersonFile
from coi_audit.model.reading import Reading
from coi_audit.model.records import RecordPaper, Records
from coi_audit.model.words import AttendanceStatus
from coi_audit.report.person_paper import WRITERS, person_json, person_lines
from coi_audit.store.audits import GivenOut, keep_audit
from coi_audit.store.judgements import judge
from coi_audit.store.keep import keep
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named

ME = "Dr Ishaan Veriker"
OTHERS = (
    ("Penelope Stroud", "lay"),
    ("Dr Marcus Oyelaran", "gp"),
    ("Wilhelmina Castellane", "executive"),
    ("Mrs Fern Hollinghurst", "nurse"),
)
# Words that belong to others: no form of the export may hold one of them.
FOREIGN = (
    "Stroud",
    "Penelope",
    "Oyelaran",
    "Marcus",
    "Castellane",
    "Wilhelmina",
    "Hollinghurst",
    "Thandeka",
    "Bamford",
)
SAID = (
    "Dr Veriker declared that his wife Thandeka Veriker is a partner in Brook Lane Surgery.",
    "Ms Castellane and Dr Veriker left the room; P Stroud took the chair.",
    "STROUD Penelope thanked I Veriker and Dr M. Oyelaran.",
    "Mrs Hollinghurst's question was answered by Ishaan Veriker.",
)


def source(file: str, row: int, text: str = "") -> SourceRef:
    return SourceRef(file=file, row=row, text=text)


def body(*more: str) -> Reading:
    names = (ME, *(name for name, _ in OTHERS), *more)
    members = tuple(Member(name=one, source=source("body.yaml", row)) for row, one in enumerate(names, 1))
    committee = Committee(name="Governing Body", members=members, source=source("body.yaml", 1))
    found = Body(name="NHS Larkmere CCG", ods_code="99Y", committees=(committee,), source=source("body.yaml", 1))
    return Reading(path="body.yaml", input=InputFile(path="body.yaml", sha256=f"b{more}", kind="body"), body=found)


def register() -> Reading:
    file = "register 2016.xlsx"
    rows = [
        (ME, "GP partner", "Brook Lane Surgery", f"{ME} | GP partner | Brook Lane Surgery | seen by Penelope Stroud"),
        (ME, "Wife Thandeka Veriker is a partner", "Brook Lane Surgery", "Thandeka Veriker"),
        ("Dr Marcus Oyelaran", "GP partner", "Oyelaran and Partners", "Dr Marcus Oyelaran, of Oyelaran and Partners"),
    ]
    interests = tuple(
        Interest(person=who, nature=what, organisation=where, position="GP", source=source(file, row, text))
        for row, (who, what, where, text) in enumerate(rows, 2)
    )
    found = Register(file=file, edition=date(2016, 4, 1), interests=interests, source=source(file, 1))
    unread = Rejected(
        file=file, place="row 9", value=f"{ME} and Fern Hollinghurst", problem="two names", fix="part them"
    )
    entry = InputFile(path=file, sha256="r", kind="register", edition=date(2016, 4, 1))
    return Reading(path=file, input=entry, register_=found, rejected=(unread,))


def minutes(path: str = "meetings/2016-05-03/minutes.docx", said: tuple[str, ...] = SAID) -> Reading:
    people = (ME, *(name for name, _ in OTHERS))
    attendance = tuple(
        Attendance(name=one, status=AttendanceStatus.PRESENT, source=source(path, row, one))
        for row, one in enumerate(people, 1)
    )
    passages = tuple(Passage(text=one, source=SourceRef(file=path, paragraph=at)) for at, one in enumerate(said, 20))
    other = Passage(text="Dr Oyelaran spoke of rent.", source=SourceRef(file=path, paragraph=90))
    sections = (MinutesSection(number="1", title="Rents", passages=(*passages, other), source=source(path, 7)),)
    found = Minutes(file=path, on=date(2016, 5, 3), attendance=attendance, sections=sections, source=source(path, 1))
    return Reading(path=path, input=InputFile(path=path, sha256=path, kind="minutes"), minutes=found)


def gifts() -> Reading:
    file = "gifts Bamford.xlsx"
    gift = Gift(
        recipient=ME, details="A hamper", giver="Mr Otto Bamford", approved_by="Penelope Stroud", source=source(file, 3)
    )
    other = Gift(recipient="Penelope Stroud", details="A clock", source=source(file, 4))
    records = Records(gifts=(gift, other))
    paper = RecordPaper(kind="gifts", file=file, source=source(file, 1))
    return Reading(path=file, input=InputFile(path=file, sha256="g", kind="gifts"), paper=paper, records=records)


def kept(tmp_path: Path, *papers: Reading) -> KeptIn:
    store = open_store(str(tmp_path / "s.sqlite3"), create=True)
    try:
        keep(store, folder(*(papers or (body(), register(), minutes(), gifts()))), on=date(2017, 1, 1), by=by(1))
        found = body_named(store, None)
        document = {
            "findings": [
                {
                    "fingerprint": "f1",
                    "rule_id": "MTG-07",
                    "statement": f"{ME} took part although Dr Marcus Oyelaran had objected.",
                    "evidence": [{"file": "minutes.docx", "text": SAID[1]}],
                },
                {"fingerprint": "f2", "rule_id": "MTG-09", "statement": "Penelope Stroud was late."},
            ]
        }
        given = GivenOut(json.dumps(document), date(2017, 2, 1), Anchor(1, "0" * 64))
        keep_audit(store, found, given, on=date(2017, 2, 1), by=by(2, actor="Wilhelmina Castellane"))
        views = (
            Judgement(
                "f1", View.AGREE, f"{ME} told me so, said Penelope Stroud", "Fern Hollinghurst", date(2017, 3, 1)
            ),
            Judgement("f2", View.UNSURE, "The clock was slow", ME, date(2017, 3, 2)),
        )
        judge(store, found, views, by=by(3, actor=ME, reason="asked by Penelope Stroud"))
    finally:
        store.close()
    return KeptIn(str(tmp_path / "s.sqlite3"), None, paths.rules_folder())


ON = date(2017, 6, 1)


def text_of_pdf(content: bytes) -> str:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)


def attached(content: bytes) -> bytes:
    with pikepdf.open(io.BytesIO(content)) as pdf:
        return b"".join(pdf.attachments[name].get_file().read_bytes() for name in pdf.attachments)


def text_of_docx(content: bytes) -> str:
    document = Document(io.BytesIO(content))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return " ".join((*(one.text for one in document.paragraphs), *cells))


def text_of_xlsx(content: bytes) -> str:
    book = load_workbook(io.BytesIO(content))
    return " ".join(str(cell.value) for sheet in book for row in sheet for cell in row if cell.value is not None)


def forms(found: PersonFile) -> dict[str, str]:
    pdf = WRITERS["pdf"](found)
    return {
        "json": person_json(found).decode(),
        "pdf": text_of_pdf(pdf),
        "attached": attached(pdf).decode(),
        "docx": text_of_docx(WRITERS["docx"](found)),
        "xlsx": text_of_xlsx(WRITERS["xlsx"](found)),
        "screen": "\n".join(person_lines(found)),
    }


def test_nobody_else_is_named_in_any_form_and_all_of_it_is_there(tmp_path: Path) -> None:
    found = person_file(kept(tmp_path), "Ishaan Veriker", on=ON)
    for form, told in forms(found).items():
        for word in FOREIGN:
            assert word.casefold() not in told.casefold(), (form, word)
        assert ME in told
    told = json.loads(person_json(found))
    rows = {one["key"]: one["rows"] for one in told["sections"]}
    assert rows.keys() == {
        *("interests", "memberships", "meetings", "entries", "audits", "judgements", "trail", "papers"),
    }
    assert next(one["what"] for one in rows["interests"]) == "GP partner, Brook Lane Surgery"
    entries = "\n".join(one["told"] for one in rows["entries"])
    assert "declared that his wife [name withheld] is a partner in Brook Lane Surgery" in entries
    for words in ("left the room", "thanked I Veriker", "A hamper", "was answered by Ishaan Veriker", "two names"):
        assert words in entries
    assert "A clock" not in entries
    assert "spoke of rent" not in entries
    assert any("took part" in one["told"] for one in rows["audits"])
    assert not any("was late" in one["told"] for one in rows["audits"])
    assert {one["finding"] for one in rows["judgements"]} == {"f1", "f2"}
    assert [one["action"] for one in rows["trail"]] == ["judge"]
    assert {one["kind"] for one in rows["papers"]} == {"body", "register", "minutes", "gifts"}


@pytest.mark.parametrize("kind", ["docx", "xlsx"])  # that the PDF does is held where PDFs are made
def test_the_same_data_gives_the_same_bytes(tmp_path: Path, kind: str) -> None:
    found = person_file(kept(tmp_path), ME, on=ON)
    assert WRITERS[kind](found) == WRITERS[kind](found)


@pytest.mark.parametrize("asked", ["Veriker", "I Veriker", "Veriker, Ishaan", "VERIKER Ishaan", "Dr Veriker"])
def test_whoever_is_alone_with_a_name_is_found_by_any_writing_of_it(tmp_path: Path, asked: str) -> None:
    assert person_file(kept(tmp_path), asked, on=ON).person == ME


@pytest.mark.parametrize(
    ("asked", "said"),
    [("Veriker", "could be"), ("I Veriker", "could be"), ("Quentin Nobody", "nobody of the name")],
)
def test_namesakes_are_asked_about(tmp_path: Path, asked: str, said: str) -> None:
    where = kept(tmp_path, body("Imogen Veriker"), register(), minutes())
    with pytest.raises(UserError, match=said):
        person_file(where, asked, on=ON)


def test_of_namesakes_only_what_is_certain_is_told_and_the_rest_is_counted(tmp_path: Path) -> None:
    said = ("Imogen Veriker spoke of bins.", "I Veriker spoke of drains.", "Ishaan Veriker spoke of hedges.")
    where = kept(tmp_path, body("Imogen Veriker"), register(), minutes(said=said))
    found = person_file(where, "Ishaan Veriker", on=ON)
    told = person_json(found).decode()
    assert "hedges" in told
    assert "bins" not in told
    assert "drains" not in told
    assert "Imogen" not in told
    assert any("I Veriker" in one for one in found.unsure)
    assert "Imogen" not in text_of_pdf(WRITERS["pdf"](found))


def test_whoever_only_judged_or_only_acted_is_found_too(tmp_path: Path) -> None:
    where = kept(tmp_path)
    store = open_store(where.address)
    keep(
        store, folder(body("Tess Ormond", "Adele Finch"), register()), on=date(2017, 5, 1), by=by(9, actor="Ada Finch")
    )
    store.close()
    for name, key in (("Fern Hollinghurst", "judgements"), ("Ada Finch", "trail"), ("Ruth Penhale", "trail")):
        told = json.loads(person_json(person_file(where, name, on=ON)))
        assert key in {one["key"] for one in told["sections"]}, name
        assert "Veriker" not in json.dumps(told)


def test_a_name_that_is_only_likely_is_left_out_until_it_is_said(tmp_path: Path) -> None:
    people = body("Robert Tarrant", "Bob Tarrant")
    where = kept(tmp_path, people, minutes(said=("Bob Tarrant spoke of bins.", "Robert Tarrant spoke of hedges.")))
    alone = person_json(person_file(where, "Robert Tarrant", on=ON)).decode()
    assert "hedges" in alone
    assert "bins" not in alone
    both = person_json(person_file(where, "Robert Tarrant", also=("Bob Tarrant",), on=ON)).decode()
    assert "hedges" in both
    assert "bins" in both
    with pytest.raises(UserError, match="nobody is written"):
        person_file(where, "Robert Tarrant", also=("Rob Nobody",), on=ON)
