"""Every kind of paper in `kinds.py` is whole for an archive and a screen reader: veraPDF, and what it cannot see."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from kinds import KINDS
from verapdf import failures

from coi_audit.rulebook.types import Rulebook

_SHARED = {"assurance": "assurance_pdf", "pack": "pack_pdf"}  # made for other tests, which put veraPDF to them too
_HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


@pytest.fixture(scope="session", params=list(KINDS))
def kind(request: pytest.FixtureRequest, rulebook: Rulebook, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Each kind of paper in turn."""
    if request.param in _SHARED:
        return Path(str(request.getfixturevalue(_SHARED[request.param])))
    return KINDS[request.param](rulebook, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="session")
def tagged(kind: Path) -> Iterator[tuple[pikepdf.Pdf, list[Any]]]:
    """The opened paper and its structure elements in reading order."""
    with pikepdf.open(kind) as pdf:
        yield pdf, list(_elements(pdf.Root.StructTreeRoot.K))


def _elements(node: Any) -> Iterator[Any]:
    if isinstance(node, pikepdf.Array):
        for kid in node:  # type: ignore[attr-defined]
            yield from _elements(kid)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            yield node
        if "/K" in node:
            yield from _elements(node.K)


def test_verapdf_finds_no_fault(kind: Path) -> None:
    if kind.stem in _SHARED:
        return  # test_papers_structure.py asks the same of these two
    assert {flavour: failures(kind, flavour) for flavour in ("PDFUA-1", "PDFA-3A")} == {"PDFUA-1": [], "PDFA-3A": []}


def test_it_says_its_language_and_its_title(tagged: tuple[pikepdf.Pdf, list[Any]]) -> None:
    pdf, _ = tagged
    assert str(pdf.Root.Lang) == "en-GB"
    assert bool(pdf.Root.ViewerPreferences.DisplayDocTitle)
    assert str(pdf.docinfo["/Title"]).strip()
    assert all(str(page.obj.Tabs) == "/S" for page in pdf.pages)


def test_headings_come_in_order(tagged: tuple[pikepdf.Pdf, list[Any]]) -> None:
    levels = [_HEADINGS.index(str(one.S)) + 1 for one in tagged[1] if str(one.S) in _HEADINGS]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_every_header_has_its_scope_and_every_row_as_many_cells_as_the_head(
    tagged: tuple[pikepdf.Pdf, list[Any]],
) -> None:
    headers = [one for one in tagged[1] if str(one.S) == "/TH"]
    assert headers
    assert {str(one.A.get("/Scope", "none")) for one in headers} <= {"/Column", "/Row", "/Both"}
    for table in (one for one in tagged[1] if str(one.S) == "/Table"):
        widths = {_width(row) for row in _elements(table.K) if str(row.S) == "/TR"}
        assert len(widths) <= 1, "rows of one table that differ in width"


def _width(row: Any) -> int:
    cells = [one for one in _elements(row.K) if str(one.S) in ("/TH", "/TD")]
    return sum(int(one.A.get("/ColSpan", 1)) if "/A" in one else 1 for one in cells)


def test_every_figure_has_a_text(tagged: tuple[pikepdf.Pdf, list[Any]]) -> None:
    assert all(str(one.get("/Alt", "")).strip() for one in tagged[1] if str(one.S) == "/Figure")


def test_every_list_holds_items_and_every_link_has_words(tagged: tuple[pikepdf.Pdf, list[Any]]) -> None:
    for one in tagged[1]:
        if str(one.S) == "/L":
            assert {str(kid.S) for kid in _kids(one)} <= {"/LI", "/L", "/Caption"}
        if str(one.S) == "/Link":
            assert "/K" in one


def _kids(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    found = kids if isinstance(kids, pikepdf.Array) else [kids]
    return [one for one in found if isinstance(one, pikepdf.Dictionary) and "/S" in one]  # type: ignore[attr-defined]


def test_only_bundled_fonts_and_all_embedded(tagged: tuple[pikepdf.Pdf, list[Any]]) -> None:
    fonts = [
        one
        for one in tagged[0].objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ]
    names = {str(one.FontName).split("+")[-1].replace("-", "").replace(" ", "") for one in fonts}
    assert names
    assert all(name.startswith("SourceSansPro") for name in names), names
    assert all("/FontFile2" in one or "/FontFile3" in one for one in fonts)


def test_nothing_runs_and_nothing_is_fetched(tagged: tuple[pikepdf.Pdf, list[Any]]) -> None:
    pdf, _ = tagged
    assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root and "/AcroForm" not in pdf.Root
    actions = {
        str(one.S) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and "/S" in one and "/URI" in one
    }
    assert not actions
