"""One paper beside what was understood of it: each kind as it stands, doubts first, put right or brought anew."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from at_the_desk import Served, Somebody
from openpyxl import Workbook
from PIL import Image
from test_papers import BODY, agenda
from weasyprint import HTML

from coi_audit import paths


def workbook(rows: int = 3) -> bytes:
    """A register with a row in doubt, one not understood, and as many more as wanted."""
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "Members"
    sheet.append(["Name", "Position", "Declared interest", "Organisation", "Type of interest", "Date from", "Date to"])
    sheet.append(["Dr Ivo Tremain", "GP", "Partner", "Fern Lane Surgery", "Financial", "about 2015", ""])
    sheet.append(["Una Fairclough", "Lay member", "Trustee", "Gorse Hospice", "Non-financial", "31/02/2016", ""])
    for number in range(rows):
        sheet.append(["Dr Ivo Tremain", "GP", "Shareholder", f"Company {number} Ltd", "Financial", "01/04/2016", ""])
    made.create_sheet("Notes").append(["A second sheet with words"])
    stream = io.BytesIO()
    made.save(stream)
    return stream.getvalue()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "gorse-vale"
    (made / "meetings/2019-03-05-pccc").mkdir(parents=True)
    (made / "body.yaml").write_text(BODY, encoding="utf-8")
    (made / "register of interests 2019-01.xlsx").write_bytes(workbook(300))
    (made / "meetings/2019-03-05-pccc/agenda.docx").write_bytes(agenda())
    return made


@pytest.fixture
def key(secretary: Somebody, folder: Path) -> str:
    return secretary.post("/open", {"folder": str(folder)}).url.path.split("/")[2]


def address(one: Somebody, key: str, name: str) -> str:
    page = one.get(f"/b/{key}/papers").text
    found = re.search(rf'<a href="(/b/\w+/papers/[0-9a-f]{{12}})">{re.escape(name)}</a>', page)
    assert found, page
    return found.group(1)


def test_a_workbook_stands_as_a_table_with_the_rows_to_look_at_marked(secretary: Somebody, key: str) -> None:
    page = secretary.get(address(secretary, key, "register of interests 2019-01.xlsx")).text
    assert "about 2015" in page
    assert 'class="desk-sheet__doubt' in page
    assert page.index('id="doubtful"') > page.index('id="unread"')
    assert "Show all 30" in page
    assert "Notes</a>" in page
    assert "1 to 120 of 303" in page


def test_a_place_opens_the_part_that_holds_it(secretary: Somebody, key: str) -> None:
    home = address(secretary, key, "register of interests 2019-01.xlsx")
    page = secretary.get(home, params={"sheet": "Members", "at": "r290"}).text
    assert 'id="r290"' in page
    assert "desk-sheet__at" in page
    assert "second sheet" in secretary.get(home, params={"sheet": "Notes"}).text
    assert secretary.get(home, params={"first": 9_999}).status_code == 200
    assert secretary.get(home, params={"sheet": "../..", "first": -5, "at": "<b>"}).status_code == 200


def test_a_word_paper_stands_as_its_paragraphs(secretary: Somebody, key: str) -> None:
    page = secretary.get(address(secretary, key, "agenda.docx")).text
    assert "Merger of two practices" in page
    assert "What was understood" in page


def test_a_corrected_copy_takes_the_place_and_the_one_before_is_kept(
    secretary: Somebody, key: str, folder: Path
) -> None:
    home = address(secretary, key, "register of interests 2019-01.xlsx")
    copy = workbook(1)
    answer = secretary.post(f"{home}/instead", files=[("papers", ("corrected.xlsx", copy))])
    assert answer.status_code == 200
    assert (folder / "register of interests 2019-01.xlsx").read_bytes() == copy
    assert "Taken out (1)" in secretary.get(f"/b/{key}/papers").text
    refused = secretary.post(f"{home}/instead", files=[("papers", ("corrected.zip", b"PK\x03\x04"))])
    assert "was not taken" in secretary.get(str(refused.url.path)).text or "was not taken" in refused.text
    assert (folder / "register of interests 2019-01.xlsx").read_bytes() == copy


def test_each_kind_of_paper_of_the_sample_has_its_page(secretary: Somebody, sample_key: str) -> None:
    listed = secretary.get(f"/b/{sample_key}/papers").text
    links = re.findall(r'<a href="(/b/\w+/papers/[0-9a-f]{12})">([^<]*)</a>', listed)
    assert len(links) == sum(one.is_file() for one in (paths.sample_data_folder() / "northfield-ccg").rglob("*")) - 1
    one_of_each = {re.sub(r"[\d-]+", "", name): address for address, name in links}
    for name, one in one_of_each.items():
        page = secretary.get(one)
        assert page.status_code == 200, name
        assert "cannot be shown" not in page.text, name


def test_a_pdf_stands_as_a_picture_of_its_page(secretary: Somebody, key: str, folder: Path) -> None:
    HTML(string="<h1>Minutes</h1><p>Present: Una Fairclough</p>").write_pdf(folder / "minutes.pdf")
    home = address(secretary, key, "minutes.pdf")
    assert f'src="{home}/page/1.png"' in secretary.get(home).text
    picture = secretary.get(f"{home}/page/1.png")
    assert picture.headers["content-type"] == "image/png"
    assert Image.open(io.BytesIO(picture.content)).width > 600
    assert secretary.get(f"{home}/page/99999.png").status_code == 404
    assert secretary.get(f"{home}/page/0.png").status_code == 404


def test_a_question_is_answered_where_the_row_stands(served: Served) -> None:
    one = served.somebody().sign_in()
    key = one.post("/sample").url.path.split("/")[2]
    asked = re.search(r'href="(/b/\w+/questions/[0-9a-f]{16})"', one.get(f"/b/{key}/questions").text)
    assert asked
    place = re.search(rf'href="(/b/{key}/papers/[0-9a-f]{{12}})\?', one.get(asked.group(1)).text)
    assert place
    home = place.group(1)
    page = one.get(home).text
    form = re.search(r'<form method="post" action="(/b/\w+/questions/[0-9a-f]{16})"', page)
    assert form
    part = page[form.start() : page.index("</form>", form.start())]
    mark = re.search(r'name="mark" value="([^"]*)"', part)
    assert mark
    sent = {"answer": "=I don't know", "who": "Ruth Penhale", "mark": mark.group(1), "do": "save", "back": home}
    after = one.post(form.group(1), sent)
    assert after.url.path == home
    assert "Answered: I don" in one.get(home).text
