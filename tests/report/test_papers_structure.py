"""Both papers hold what a screen reader and an archive need: marks, tags, fonts, outline, attachment."""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from verapdf import failures

from coi_audit.rulebook.types import Rulebook

BUNDLED = "SourceSansPro"
_FIRST = ("At a glance", "Areas of assurance", "Members and meetings", "Findings", "Action plan", "Papers to ask for")


def elements(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Every structure element, in reading order."""

    def walk(node: Any) -> Iterator[Any]:
        if isinstance(node, pikepdf.Array):
            for kid in node:  # type: ignore[attr-defined]
                yield from walk(kid)
        elif isinstance(node, pikepdf.Dictionary):
            if "/S" in node:
                yield node
            if "/K" in node:
                yield from walk(node.K)

    yield from walk(pdf.Root.StructTreeRoot.K)


def outline(pdf: pikepdf.Pdf) -> list[str]:
    def walk(items: list[Any]) -> Iterator[str]:
        for one in items:
            yield str(one.title)
            yield from walk(one.children)

    with pdf.open_outline() as found:
        return list(walk(found.root))


@pytest.mark.parametrize("flavour", ["PDFUA-1", "PDFA-3A"])
def test_verapdf_passes(paper: Path, flavour: str) -> None:
    assert failures(paper, flavour) == []


def test_the_document_says_what_it_is(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        assert str(pdf.Root.Lang) == "en-GB"
        assert bool(pdf.Root.MarkInfo.Marked)
        assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
        assert str(pdf.docinfo["/Title"]).startswith("NHS Ashvale & Łódź CCG: Conflicts of interest")
        assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages)
        metadata = pdf.Root.Metadata.read_bytes().decode()
        assert "pdfuaid:part" in metadata
        assert "pdfaid" in metadata


def test_headings_start_at_one_and_skip_no_level(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        levels = [int(str(one.S)[2:]) for one in elements(pdf) if str(one.S) in ("/H1", "/H2", "/H3", "/H4", "/H5")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_tables_have_scoped_headers_and_figures_a_text(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        found = list(elements(pdf))
        headers = [one for one in found if str(one.S) == "/TH"]
        assert headers
        assert all(str(one.A.Scope) == "/Column" for one in headers)
        assert any(str(one.S) == "/Table" for one in found)
        assert all(str(one.get("/Alt", "")) for one in found if str(one.S) == "/Figure")


def test_the_report_has_charts_with_their_numbers_as_text(assurance_pdf: Path) -> None:
    with pikepdf.open(assurance_pdf) as pdf:
        told = [str(one.Alt) for one in elements(pdf) if str(one.S) == "/Figure"]
    assert len(told) == 2
    assert "Less than required, no reason: 1" in told[0]
    assert "Critical: 1" in told[1]


def test_only_bundled_fonts_and_all_embedded(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        fonts = [
            one for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
        ]
        names = {str(one.FontName).split("+")[-1].replace("-", "").replace(" ", "") for one in fonts}
        assert names
        assert all(name.startswith(BUNDLED) for name in names), names
        assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)


def test_the_outline_leads_to_every_section(assurance_pdf: Path, pack_pdf: Path) -> None:
    with pikepdf.open(assurance_pdf) as pdf:
        titles = outline(pdf)
    for number, title in enumerate(_FIRST, 1):
        assert f"{number}. {title}" in titles
    assert any("5 December 2017" in title and "draft" in title for title in titles)
    with pikepdf.open(pack_pdf) as pdf:
        assert any("6 February 2018" in title for title in outline(pdf))


def test_the_json_is_attached(paper: Path) -> None:
    with pikepdf.open(paper) as pdf:
        assert list(pdf.attachments) == ["audit.json", "made-by.json"]
        document = json.loads(pdf.attachments["audit.json"].get_file().read_bytes())
        assert document["body"]["name"] == "NHS Ashvale & Łódź CCG"
        assert {str(one.AFRelationship) for one in pdf.Root.AF} == {"/Source", "/Supplement"}


def test_the_rules_are_told_file_by_file(paper: Path, rulebook: Rulebook) -> None:
    with pikepdf.open(paper) as pdf:
        made = json.loads(pdf.attachments["made-by.json"].get_file().read_bytes())
    rule = Path(rulebook.folder) / "recusal" / "MTG-07.yaml"
    assert made["rulebook"]["files"]["recusal/MTG-07.yaml"] == hashlib.sha256(rule.read_bytes()).hexdigest()
    assert len(made["rulebook"]["files"]) > 100
