"""The pack as a Word document: what whoever edits it meets, the same bytes twice, and what may not get into it."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import packs
import pytest
from docx import Document
from docx.oxml.ns import qn
from lxml import etree

from coi_audit.errors import UserError
from coi_audit.report.pack.word import pack_docx, write_pack_docx
from coi_audit.rulebook.types import Rulebook

W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"


@pytest.fixture(scope="module")
def data(rulebook: Rulebook) -> bytes:
    return pack_docx(packs.every_action(), rulebook)


def test_it_reads_back_with_real_headings_and_its_title(data: bytes) -> None:
    document = Document(io.BytesIO(data))
    by_style = {name: [one.text for one in document.paragraphs if one.style is not None and one.style.name == name]
                for name in ("Title", "Subtitle", "Heading 1", "Heading 2")}  # fmt: skip
    assert by_style["Title"] == ["NHS Ashvale & Łódź CCG"]
    assert by_style["Subtitle"] == ["Conflicts of interest: the secretary's pack"]
    assert "Chair's script" in by_style["Heading 1"]
    assert "Item 5: Fernhill Surgery: rent review" in by_style["Heading 2"]
    properties = document.core_properties
    assert properties.title == "NHS Ashvale & Łódź CCG: Conflicts of interest: the secretary's pack"
    assert properties.author == properties.last_modified_by == "NHS Ashvale & Łódź CCG"
    assert (properties.language, properties.comments) == ("en-GB", "")
    assert properties.created == properties.modified == datetime(2018, 1, 15, tzinfo=UTC)


def test_the_language_is_british_english_throughout(data: bytes) -> None:
    styles = Document(io.BytesIO(data)).styles.element
    told = [one.get(qn("w:val")) for one in styles.iter(qn("w:lang"))]
    assert told
    assert set(told) == {"en-GB"}


def test_the_header_row_of_every_table_repeats_and_rows_stay_whole(data: bytes) -> None:
    tables = Document(io.BytesIO(data)).tables
    assert len(tables) > 10
    for table in tables:
        first, *others = table.rows
        assert first._tr.trPr is not None
        assert first._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr is not None and row._tr.trPr.find(qn("w:cantSplit")) is not None for row in others)
        assert all(cell.text for cell in first.cells)
        assert table._tbl.tblPr.find(qn("w:tblCaption")) is not None


def test_gaps_are_fields_to_fill_in_and_boxes_can_be_ticked(data: bytes) -> None:
    body = Document(io.BytesIO(data)).element.body
    fields = list(body.iter(qn("w:sdt")))
    names = [one.find(f"{qn('w:sdtPr')}/{qn('w:alias')}").get(qn("w:val")) for one in fields]
    assert {"time", "reason", "number"} <= set(names)
    numbers = [one.find(f"{qn('w:sdtPr')}/{qn('w:id')}").get(qn("w:val")) for one in fields]
    assert len(set(numbers)) == len(numbers)
    boxes = [one.find(f"{qn('w:sdtPr')}/{W14}checkbox/{W14}checked").get(f"{W14}val") for one in fields
             if one.find(f"{qn('w:sdtPr')}/{W14}checkbox") is not None]  # fmt: skip
    assert {"0", "1"} == set(boxes)
    shown = ["".join(text.text or "" for text in one.iter(qn("w:t"))) for one in fields]
    assert "[time]" in shown


def test_two_runs_give_the_same_bytes_with_the_dates_of_the_as_of_day(data: bytes, rulebook: Rulebook) -> None:
    assert pack_docx(packs.every_action(), rulebook) == data
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert {one.date_time for one in parts.infolist()} == {(2018, 1, 15, 0, 0, 0)}
        assert not [name for name in parts.namelist() if "thumbnail" in name]


def test_every_style_named_is_there_and_the_parts_are_well_formed(data: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                etree.fromstring(parts.read(name))
        used = set(re.findall(rb'<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"', parts.read("word/document.xml")))
        known = set(re.findall(rb'w:styleId="([^"]+)"', parts.read("word/styles.xml")))
    assert used <= known


def test_signs_that_no_xml_may_hold_are_left_out(rulebook: Rulebook) -> None:
    audit = packs.no_conflicts()
    odd = replace(audit, notices=("Odd\u0000 sign\u202e and \ufffe a\ttab",))
    text = "\n".join(one.text for one in Document(io.BytesIO(pack_docx(odd, rulebook))).paragraphs)
    assert "Odd sign and  a tab" in text


def test_no_word_of_the_tool_stands_over_it(data: bytes) -> None:
    first = [one.text for one in Document(io.BytesIO(data)).paragraphs[:4]]
    assert not any("coi-audit" in one for one in first)
    with zipfile.ZipFile(io.BytesIO(data)) as parts:
        assert b"python-docx" not in parts.read("docProps/core.xml")


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path, rulebook: Rulebook) -> None:
    with pytest.raises(UserError, match="Word document cannot be written"):
        write_pack_docx(packs.no_conflicts(), rulebook, tmp_path)
    write_pack_docx(packs.no_conflicts(), rulebook, tmp_path / "new" / "pack.docx")
    assert Document(str(tmp_path / "new" / "pack.docx")).paragraphs[0].text == "NHS Ashvale & Łódź CCG"
