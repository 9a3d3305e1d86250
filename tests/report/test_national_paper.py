"""The national summary report and workbook: every pile told, the same bytes from any run, tiles in words too."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import openpyxl
import pikepdf
import pypdfium2
import pytest
from nationals import AS_OF, LONG, national

from coi_audit import paths
from coi_audit.audit.side_by_side import side_by_side
from coi_audit.model.national import BodyState, National, Region
from coi_audit.report.html import only_our_signs
from coi_audit.report.made import NATIONAL
from coi_audit.report.national_paper import national_html, national_pdf, settled
from coi_audit.report.national_view import OPINION_KEY, READINESS_KEY, area_tables, tiles
from coi_audit.report.national_workbook import national_workbook
from coi_audit.report.seal import SealState, seal_state
from coi_audit.report.tile_grid import tile_grid


def other_run(found: National) -> National:
    """The same picture from a run that audited everything anew, in another place."""
    moved = [
        replace(
            one,
            folder=one.folder.replace("/a/", "/elsewhere/b/"),
            problem=one.problem.replace("/a/", "/elsewhere/b/"),
            state=one.state if one.state is BodyState.FAILED else BodyState.AUDITED,
        )
        for one in found.bodies
    ]
    return replace(found, bodies=tuple(moved))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return national_pdf(national(), paths.rules_folder())


def test_whichever_run_it_was_the_papers_are_the_same() -> None:
    assert settled(other_run(national())) == settled(national())
    assert national_html(settled(other_run(national()))) == national_html(settled(national()))
    assert national_workbook(other_run(settled(national()))) == national_workbook(settled(national()))


def test_the_report_is_whole_and_carries_its_picture(pdf: bytes) -> None:
    assert seal_state(pdf) is SealState.WHOLE
    with pikepdf.open(BytesIO(pdf)) as opened:
        told = json.loads(opened.attachments["national.json"].get_file().read_bytes())
        made = json.loads(opened.attachments["made-by.json"].get_file().read_bytes())
    assert (made["paper"], len(told["bodies"])) == (NATIONAL, 20)
    assert {one["state"] for one in told["bodies"]} == {"audited", "failed"}
    assert "/a/" not in json.dumps(told)


def test_every_section_tells_what_it_holds(pdf: bytes) -> None:
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(page.get_textpage().get_text_range() for page in document)
    text = re.sub(r"\s+", " ", text)
    for words in (
        "Of 14 bodies that ask",
        "Ready now: 5 bodies",
        "A member voted (MTG-07)",
        "1 matter",
        "9-broken",
        "no name. To fix: give it.",
        "Fern Care Ltd",
        "95 %",
        "North East and Yorkshire",
    ):
        assert words.casefold() in text.casefold(), words
    assert re.sub("[^A-Za-z]", "", LONG) in re.sub("[^A-Za-z]", "", text)


def test_nothing_anywhere_still_prints() -> None:
    empty = side_by_side([], as_of=AS_OF, as_of_given=False, tool_version="0", rulebook_sha256="0")
    html = national_html(empty)
    for words in ("No body was audited", "None: every body was audited", "No rule is unmet", "the day of the run"):
        assert words in html


def test_the_tiles_are_words_too_and_every_body_is_among_them() -> None:
    found = national(74)
    drawn = str(tile_grid("Readiness", tiles(found.bodies)))
    told = drawn[drawn.index("<title>") : drawn.index("</title>")]
    assert all(one.name.replace("&", "&amp;") in told for one in found.bodies)
    assert "Not audited: Not audited: 19-broken, 29-broken" in told
    assert told.index("North West:") < told.index("Midlands:") < told.index("London:")


def test_without_regions_the_tiles_stand_by_name() -> None:
    rows = tiles(national(74, placed=False).bodies)
    assert [block.title for row in rows for block in row][-1] == "Not audited"
    assert sum(len(block.tiles) for row in rows for block in row) == 74


@pytest.mark.parametrize("count", [1, 74, 211])
def test_a_grid_stays_on_its_page_and_no_tile_leaves_it(count: int) -> None:
    for placed in (True, False):
        drawn = str(tile_grid("Readiness", tiles(national(count, placed=placed).bodies)))
        width, height = (int(one) for one in re.findall(r'(?:width|height)="(\d+)"', drawn)[:2])
        assert width <= 656
        assert height <= 780
        _, _, wide, high = (int(one) for one in re.findall(r'viewBox="([^"]+)"', drawn)[0].split())
        assert all(float(x) <= wide - 13 for x in re.findall(r'<text x="(\d+)"', drawn))
        assert all(float(y) <= high for y in re.findall(r' y="(\d+)"', drawn))


def test_marks_differ_without_colour() -> None:
    for marks in (READINESS_KEY, OPINION_KEY):
        assert len({(one.letter, one.shape) for one in marks}) == len(marks)


def test_areas_stand_under_their_own_scale() -> None:
    first, second = area_tables(national().audited)
    assert first.levels == ("Compliant", "Partially compliant", "Non compliant")
    assert second.levels == ("Full", "Substantial", "Limited", "No")
    assert [(line.title, line.counts) for line in first.lines] == [("Registers", (18, 0, 0)), ("Meetings", (0, 0, 18))]


def test_the_workbook_has_a_sheet_a_pile_with_headings_that_stay(tmp_path: Path) -> None:
    (tmp_path / "national.xlsx").write_bytes(national_workbook(national()))
    book = openpyxl.load_workbook(tmp_path / "national.xlsx")
    assert book.sheetnames == ["Bodies", "Next steps", "Areas", "Findings", "People", "Providers", "Not audited"]
    for sheet in book.worksheets:
        assert sheet.freeze_panes == "B4"
        assert sheet.auto_filter.ref.startswith("A3:")
    rows = {one.title: one.max_row - 3 for one in book.worksheets}
    assert (rows["Bodies"], rows["Areas"], rows["Findings"], rows["Not audited"]) == (18, 54, 18, 2)
    provider = book["Providers"]["A4"]
    assert (provider.value, provider.data_type, provider.quotePrefix) == ("=Fern Care Ltd", "s", True)


def test_every_region_has_its_place_in_the_grid() -> None:
    titles = [block.title for row in tiles(national().bodies) for block in row]
    assert len(set(titles)) == len(Region) + 2
    assert only_our_signs("".join(titles)) == "".join(titles)
