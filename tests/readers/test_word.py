"""Word documents: numbering rebuilt, tables with merged cells, tracked changes, and files that are not Word at all."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn

from coi_audit.errors import UserError
from coi_audit.readers.word import read_docx

LEVELS = """<w:abstractNum {ns} w:abstractNumId="77"><w:multiLevelType w:val="multilevel"/>
<w:lvl w:ilvl="0"><w:start w:val="{start}"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{second}"/><w:lvlText w:val="{pattern}"/></w:lvl>
</w:abstractNum>"""


def add_list(document: Any, *, start: int = 1, second: str = "decimal", pattern: str = "%1.%2") -> None:
    """A two-level list as Word defines it, with number id 77."""
    numbering = document.part.numbering_part.element
    xml = LEVELS.format(ns=nsdecls("w"), start=start, second=second, pattern=pattern)
    numbering.insert(0, parse_xml(xml))
    add_number(document, 77)


def add_number(document: Any, number_id: int, *, restart: bool = False) -> None:
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>' if restart else ""
    numbering = document.part.numbering_part.element
    numbering.append(
        parse_xml(f'<w:num {nsdecls("w")} w:numId="{number_id}"><w:abstractNumId w:val="77"/>{override}</w:num>')
    )


def number(paragraph: Any, level: int = 0, *, number_id: int = 77) -> Any:
    marks = parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="{number_id}"/></w:numPr>')
    paragraph._p.get_or_add_pPr().append(marks)
    return paragraph


def save(document: Any, path: Path) -> Path:
    document.save(str(path))
    return path


def numbers(path: Path) -> list[tuple[str, str]]:
    return [(paragraph.number, paragraph.text) for paragraph in read_docx(path).paragraphs]


def test_automatic_numbers_are_rebuilt_through_two_levels(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document)
    for level, text in ((0, "Welcome"), (0, "Contracts"), (1, "Merger"), (1, "Premises"), (0, "Close"), (1, "Next")):
        number(document.add_paragraph(text), level)
    assert numbers(save(document, tmp_path / "a.docx")) == [
        ("1", "Welcome"), ("2", "Contracts"), ("2.1", "Merger"), ("2.2", "Premises"), ("3", "Close"), ("3.1", "Next"),
    ]  # fmt: skip


def test_a_list_starts_where_it_says_and_letters_and_roman_are_spelt(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document, start=4, second="lowerRoman", pattern="(%2)")
    for level in (0, 1, 1, 1, 1):
        number(document.add_paragraph("x"), level)
    assert [found for found, _ in numbers(save(document, tmp_path / "a.docx"))] == ["4", "(i)", "(ii)", "(iii)", "(iv)"]


def test_a_second_list_of_the_same_kind_restarts_only_when_it_says_so(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document)
    add_number(document, 78)
    add_number(document, 79, restart=True)
    for number_id in (77, 77, 78, 79, 79, 77):
        number(document.add_paragraph("x"), number_id=number_id)
    assert [found for found, _ in numbers(save(document, tmp_path / "a.docx"))] == ["1", "2", "3", "1", "2", "3"]


def test_numbers_come_through_a_style_and_bullets_are_not_numbers(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document)
    heading = document.styles["Heading 1"].element
    properties = heading.get_or_add_pPr()
    properties.append(parse_xml(f'<w:numPr {nsdecls("w")}><w:numId w:val="77"/></w:numPr>'))
    document.add_paragraph("Opening", style="Heading 1")
    document.add_paragraph("a point", style="List Bullet")
    document.add_paragraph("Closing", style="Heading 1")
    read = read_docx(save(document, tmp_path / "a.docx")).paragraphs
    assert [(p.number, p.bullet, p.style) for p in read] == [
        ("1", False, "Heading 1"), ("", True, "List Bullet"), ("2", False, "Heading 1"),
    ]  # fmt: skip
    assert read[1].shown == "• a point"


def test_an_empty_numbered_cell_carries_the_item_number(tmp_path: Path) -> None:
    document = docx.Document()
    add_list(document)
    table = document.add_table(rows=2, cols=2)
    for row, text in enumerate(("Apologies", "Finance")):
        number(table.cell(row, 0).paragraphs[0])
        table.cell(row, 1).text = text
    rows = read_docx(save(document, tmp_path / "a.docx")).tables[0].rows
    assert [(row[0].paragraphs[0].number, row[0].text, row[1].text) for row in rows] == [
        ("1", "1.", "Apologies"), ("2", "2.", "Finance"),
    ]  # fmt: skip


def test_merged_cells_repeat_their_words_and_say_so(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Name"
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Type"
    table.cell(1, 1).text, table.cell(1, 2).text = "Financial", "Professional"
    table.cell(2, 0).text = "Ann Lee"
    rows = read_docx(save(document, tmp_path / "a.docx")).tables[0].rows
    assert [[(cell.text, cell.repeated) for cell in row] for row in rows] == [
        [("Name", False), ("Type", False), ("Type", True)],
        [("Name", True), ("Financial", False), ("Professional", False)],
        [("Ann Lee", False), ("", False), ("", False)],
    ]


def test_deleted_text_is_left_out_and_inserted_text_kept(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("The item was ")
    for tag, word, text_tag in (("w:del", "approved", "w:delText"), ("w:ins", "deferred", "w:t")):
        change, run, text = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(text_tag)
        text.text = word
        run.append(text)
        change.append(run)
        paragraph._p.append(change)
    assert numbers(save(document, tmp_path / "a.docx")) == [("", "The item was deferred")]


def test_a_wingdings_tick_is_read_as_a_tick(tmp_path: Path) -> None:
    document = docx.Document()
    run = document.add_paragraph().add_run()
    symbol = OxmlElement("w:sym")
    symbol.set(qn("w:font"), "Wingdings")
    symbol.set(qn("w:char"), "F0FC")
    run._r.append(symbol)
    assert numbers(save(document, tmp_path / "a.docx")) == [("", "✓")]


def test_bold_headers_dates_and_order_of_blocks(tmp_path: Path) -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "DRAFT minutes"
    document.add_paragraph().add_run("Present").bold = True
    document.add_table(rows=1, cols=1).cell(0, 0).text = "inside"
    document.add_paragraph("after")
    read = read_docx(save(document, tmp_path / "a.docx"))
    assert [type(block).__name__ for block in read.blocks] == ["Paragraph", "Table", "Paragraph"]
    assert [(p.paragraph_index, p.bold) for p in read.paragraphs] == [(1, True), (2, False)]
    assert read.headers == ("DRAFT minutes",)
    assert read.modified is not None


def test_words_in_content_controls_and_nested_tables_are_kept(tmp_path: Path) -> None:
    document = docx.Document()
    outer = document.add_table(rows=1, cols=1).cell(0, 0)
    outer.add_table(rows=1, cols=1).cell(0, 0).text = "deep"
    control = parse_xml(
        f"<w:sdt {nsdecls('w')}><w:sdtContent><w:p><w:r><w:t>chosen</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    document.element.body.insert(0, control)
    read = read_docx(save(document, tmp_path / "a.docx"))
    assert read.paragraphs[0].text == "chosen"
    assert "deep" in read.tables[0].rows[0][0].text


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"%PDF-1.7\n%abc\n", 'this file is a PDF although its name ends in ".docx"'),
        (b"", "this file is empty (0 bytes)"),
        (b"PK\x03\x04 and then nothing of use", "a ZIP archive, or a damaged Word or Excel file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "protected by a password"),
        (b"just some words", "this file is plain text"),
    ],
)
def test_a_file_that_is_not_word_is_refused_in_plain_words(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "minutes.docx"
    path.write_bytes(content)
    with pytest.raises(UserError) as caught:
        read_docx(path, root=tmp_path)
    assert words in str(caught.value)
    assert str(caught.value).startswith("minutes.docx: ")
    assert caught.value.fix


def test_a_200_mb_file_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    with path.open("wb") as stream:
        stream.write(b"PK\x03\x04")
        stream.truncate(200 * 1024 * 1024)
    with pytest.raises(UserError, match="200 MB; files over 50 MB are not read"):
        read_docx(path)


def test_an_archive_that_would_unpack_without_end_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w") as part:
        for _ in range(401):
            part.write(b"0" * 1024 * 1024)
    with pytest.raises(UserError, match="would unpack to 401 MB"):
        read_docx(path)


def test_a_damaged_document_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "broken.docx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("word/document.xml", "<w:broken")
    with pytest.raises(UserError, match="damaged or incomplete"):
        read_docx(path)
