"""`coi-audit registers`: what it writes, what it says, and that no public file holds what may not be published."""

from __future__ import annotations

import html
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from pathlib import Path

import docx
import pikepdf
import pypdfium2
import pytest
from registers_case import DAY, SECRETS, registers_case
from small_case import Answer, read_rules_once, run

from coi_audit.report.registers.form_files import form_files
from coi_audit.report.registers.form_parts import ANNEX_FOLDERS, Answers, Form, Grid, Note, with_own_names

AS_OF = date(2018, 1, 15)
REGISTERS = ("register-of-interests", "gifts-and-hospitality", "procurement-decisions")


@dataclass(frozen=True, slots=True)
class Made:
    """The folder, and both editions written of it with what the command said."""

    folder: Path
    internal: Path
    public: Path
    told: Answer
    told_public: Answer

    @property
    def public_files(self) -> list[Path]:
        return sorted(one for one in self.public.rglob("*") if one.is_file())


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    base = tmp_path_factory.mktemp("registers")
    folder = base / "case"
    folder.mkdir()
    registers_case(folder)
    with pytest.MonkeyPatch.context() as patch:
        read_rules_once(patch)
        for name in ("printed.table_pdf", "form_files.forms_pdf"):  # they take long, and are made by hand elsewhere
            patch.setattr(f"coi_audit.report.registers.{name}", lambda *_, **__: b"%PDF-1.7")
        told = run("registers", folder, "--out", base / "internal", "--as-of", DAY, "--json")
    with pytest.MonkeyPatch.context() as patch:
        read_rules_once(patch)
        public = run("registers", folder, "--out", base / "public", "--public", "--as-of", DAY)
    yield Made(folder, base / "internal", base / "public", told, public)


def test_every_register_is_written_four_ways(made: Made) -> None:
    for name in REGISTERS:
        assert {one.suffix for one in made.internal.glob(f"{name}.*")} == {".xlsx", ".csv", ".html", ".pdf"}
        assert {one.suffix for one in made.public.glob(f"{name}-public.*")} == {".xlsx", ".csv", ".html", ".pdf"}
    assert not (made.public / "forms").exists()
    assert len(made.public_files) == 12


def test_it_ends_with_5_where_rows_were_not_understood_and_says_which(made: Made) -> None:
    assert made.told.code == 5
    assert made.told_public.code == 5
    listed = (made.internal / "register-of-interests-not-understood.csv").read_text(encoding="utf-8-sig")
    assert "31/02/2016" in listed
    assert "formula" in listed
    assert "were not understood" in made.told_public.out


def test_the_json_counts_what_it_wrote(made: Made) -> None:
    found = {one["kind"]: one for one in made.told.document["registers"]}
    assert made.told.document["edition"] == "internal"
    assert found["interests"]["entries"] == 11
    assert found["interests"]["not_understood"] == 2
    assert found["gifts"]["entries"] == 2
    assert found["gifts"]["not_shown"] == ["Rows that repeat another's words, and stand here once with it: 1."]
    assert all(Path(path).is_file() for one in found.values() for path in one["files"])
    assert all(Path(path).is_file() for path in made.told.document["forms"])


def test_the_command_says_what_is_not_shown_and_what_to_look_at(made: Made) -> None:
    assert "for publication" in made.told_public.out
    assert "1 interest that ended 6 months before this day or earlier is not shown." in made.told_public.out
    assert "Look at this before you publish:" in made.told_public.out
    assert "no decision of the guardian with a reason for it: Dr Sunita Kale" in made.told_public.out


def words_in(path: Path) -> Iterator[str]:
    """Everything a reader, or a curious one, finds in a file: text, metadata, every part and every stream."""
    data = path.read_bytes()
    yield data.decode("utf-8", errors="ignore")
    yield data.decode("latin-1")
    if path.suffix == ".xlsx":
        for part in (archive := zipfile.ZipFile(BytesIO(data))).namelist():
            yield part
            yield html.unescape(archive.read(part).decode("utf-8", errors="ignore"))
    elif path.suffix == ".html":
        yield html.unescape(data.decode())
    elif path.suffix == ".pdf":
        document = pypdfium2.PdfDocument(data)
        yield "\n".join(page.get_textpage().get_text_range() for page in document)
        yield " ".join(document.get_metadata_dict().values())
        yield from streams_of(data)


def streams_of(data: bytes) -> Iterator[str]:
    with pikepdf.open(BytesIO(data)) as pdf:
        assert not list(pdf.attachments)
        for one in pdf.objects:
            if isinstance(one, pikepdf.Stream):
                yield one.read_bytes().decode("latin-1")
            elif isinstance(one, pikepdf.Dictionary | pikepdf.Array):
                yield str(one)


def test_no_public_file_holds_what_may_not_be_published(made: Made) -> None:
    for path in made.public_files:
        found = "\n".join(words_in(path)).casefold()
        squeezed = re.sub(r"[\s­-]+", "", found)
        for secret in SECRETS:
            assert secret.casefold() not in found, f"{secret} in {path.name}"
            assert re.sub(r"[\s-]+", "", secret.casefold()) not in squeezed, f"{secret} in {path.name}"


def test_every_secret_stands_in_the_internal_edition_or_its_papers(made: Made) -> None:
    """Else the test above would hold whatever is written."""
    internal = list(made.internal.glob("*.csv"))
    papers = (made.folder / "assurance.yaml").read_text() + "Featherstonehaugh staff.csv"
    found = "\n".join(one.read_text(encoding="utf-8-sig") for one in internal) + papers
    assert [one for one in SECRETS if one not in found] == []


def test_the_public_register_still_says_what_it_has_to(made: Made) -> None:
    told = (made.public / "register-of-interests-public.csv").read_text(encoding="utf-8-sig")
    for words in ("Elm Street Surgery", "Goldcrest Fabrics Ltd", "Spouse or partner of the member", "Millbeck Trust"):
        assert words in told
    assert told.count("Details withheld by decision") == 2
    gifts = (made.public / "gifts-and-hospitality-public.csv").read_text(encoding="utf-8-sig")
    assert "A patient or other private person" in gifts
    assert "Declined" in gifts


def test_annex_a_is_one_person_a_file_filled_from_the_register(made: Made) -> None:
    folder = made.internal / "forms" / "annex-a"
    names = sorted(one.stem for one in folder.glob("*.docx"))
    assert names == sorted(
        ["margaret-hale", "ruth-ashby", "colin-marsh", "joan-petrie", "dr-anil-rao", "dr-sunita-kale",
         "dr-ottoline-vane", "nigel-sparrowhawk"]
    )  # fmt: skip
    tables = docx.Document(str(folder / "dr-anil-rao.docx")).tables
    rows = [[cell.text for cell in row.cells] for row in tables[1].rows]
    assert rows[0][0] == "Type of interest"
    assert ["Financial", "Elm Street Surgery - GP partner", "from 1 April 2012 to current", ""] in rows
    assert any(row[0] == "Indirect (financial)" for row in rows)
    assert not any("Oldcastle" in row[1] for row in rows)
    blank = docx.Document(str(folder / "joan-petrie.docx")).tables
    assert blank[0].rows[1].cells[1].text == "Chief Finance Officer"
    assert all(not cell.text for row in blank[1].rows[1:] for cell in row.cells)


def test_the_log_of_a_meeting_holds_what_was_declared_and_done(made: Made) -> None:
    path = made.internal / "forms" / "annex-e-log" / "2017-09-05-primary-care-commissioning-committee.docx"
    head, log = docx.Document(str(path)).tables
    assert head.rows[1].cells[1].text == "5 September 2017"
    assert head.rows[2].cells[1].text == "Margaret Hale"
    row = [cell.text for cell in log.rows[1].cells]
    assert row[0] == "Dr Anil Rao"
    assert row[1].startswith("4 Elm Street Surgery")
    assert row[3] == "left for the item"


def test_the_template_of_minutes_has_every_item_and_who_is_to_leave(made: Made) -> None:
    path = made.internal / "forms" / "annex-f" / "2017-11-07-primary-care-commissioning-committee.docx"
    tables = docx.Document(str(path)).tables
    items = [[cell.text for cell in row.cells] for row in tables[-1].rows]
    assert [row[0] for row in items if row[0].isdigit()] == ["1", "2", "3", "4", "5"]
    fourth = next(row[1] for row in items if row[0] == "4")
    assert "Dr Sunita Kale" in fourth
    assert "declared; left at" in fourth
    assert "Date of the next meeting" in items[-1][1]
    assert any(row.cells[0].text == "Ruth Ashby" for row in tables[1].rows)


def test_forms_of_procurement_and_gifts(made: Made) -> None:
    forms = made.internal / "forms"
    assert sorted(one.stem for one in (forms / "annex-g").glob("*.docx")) == [
        "nf1-dermatology-clinics", "nf2-equipment-for-scans",
    ]  # fmt: skip
    assert sorted(one.stem for one in (forms / "annex-i").glob("*.docx")) == [
        "halcyon-scans-ltd",
        "larkspur-clinics-ltd",
    ]
    gift = docx.Document(str(forms / "annex-c" / "2017-11-14-dr-anil-rao.docx")).tables[0]
    told = {row.cells[0].text: row.cells[1].text for row in gift.rows}
    assert told["Estimated value"] == "£8"
    assert told["Declined or accepted?"] == "Accepted"
    assert told["Details of previous offers or acceptance by this offeror or supplier"] == ""
    assert {one.stem for one in forms.glob("*.pdf")} == set(ANNEX_FOLDERS.values())


def test_two_forms_are_the_same_and_of_no_machine() -> None:
    parts = (Answers((("Name", "Jo Ash"),)), Note("A note"), Grid("Rows", ("One", "Two"), (("1", "2"),), (50, 50), 1))
    form = Form("A", "Declaration of interests", "jo-ash", "Jo Ash", parts)
    forms = with_own_names([form, form])
    assert [one.name for one in forms] == ["jo-ash", "jo-ash-2"]
    first, second = (form_files(forms, body="NHS Northfield CCG", as_of=AS_OF) for _ in range(2))
    assert first == second
    assert sorted(first) == ["annex-a.pdf", "annex-a/jo-ash-2.docx", "annex-a/jo-ash.docx"]
    archive = zipfile.ZipFile(BytesIO(first["annex-a/jo-ash.docx"]))
    assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "python-docx" not in archive.read("docProps/core.xml").decode()


def test_a_folder_without_any_register_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read_rules_once(monkeypatch)
    registers_case(tmp_path)
    for one in tmp_path.glob("*.xlsx"):
        one.unlink()
    told = run("registers", tmp_path, "--out", tmp_path / "out", "--as-of", DAY)
    assert told.code == 3
    assert "no register among these papers" in told.err
    assert not (tmp_path / "out").exists()
