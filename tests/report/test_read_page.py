"""The reading page: what stood there beside what was understood, the doubtful first, alone in one safe file."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html
from test_contrast import contrast

from coi_audit import paths
from coi_audit.report.read_page import reading_html
from coi_audit.report.read_words import name_of, reading_of, said


class Fake:
    """What reading one document gives."""

    def __init__(self, **changes: Any) -> None:
        self.changes = changes

    def as_json(self) -> dict[str, Any]:
        records = [record(4, person="Ann Vale"), record(5, person="Bo <b>Reed</b>", category=None, doubts=[KIND])]
        records.append(record(6, person="Cy Marsh", doubts=[DATE]))
        wrong = {"place": 'row 9, "From"', "value": "31/02/2017", "problem": "is not a date", "fix": "x"}
        document = {
            "file": "register <1>.xlsx",
            "kind": "register",
            "recognised_by": "its columns",
            "rows_read": 3,
            "nil_returns": 1,
            "facts": {"file": "register <1>.xlsx", "edition": "2017-04-28", "public": False},
            "records": records,
            "rejected": [wrong],
            "notices": ['sheet "GB": row 3 is hidden there.'],
            "questions": ["Is this the published register?"],
        }
        return document | self.changes


KIND = {"field": "category", "why": "the register does not say"}
DATE = {"field": "held_from", "why": "only the month is given"}


def record(row: int, **more: Any) -> dict[str, Any]:
    one: dict[str, Any] = {
        "what": "interest",
        "place": "",
        "person": "",
        "organisation": "a_b@c.example",
        "category": "non_financial_personal",
        "direct": False,
        "held_from": {"earliest": "2017-09-01", "latest": "2017-09-30", "precision": "month"},
        "held_until": None,
        "until_text": "current",
        "source": {"file": "r.xlsx", "sheet": "GB", "row": row, "text": f"{more['person']} | Trustee | Sept 2017"},
    }
    return one | more


def page(**changes: Any) -> html.HtmlElement:
    return html.document_fromstring(reading_html(Fake(**changes), tool_version="9.9"))


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(one.text_content().split()) for one in tree.xpath(path)]


def test_the_doubtful_comes_first() -> None:
    tree = page()
    assert texts(tree, "//h2") == [
        "The document as a whole",
        "Questions",
        "Not understood",
        "In doubt",
        "Understood",
        "Remarks",
    ]
    assert texts(tree, "//header/p[3]") == ["3 records read, 1 nil return, 1 not understood, 2 in doubt."]
    people = texts(tree, "//section[h2[@id='doubtful' or @id='certain']]//dl/div[1]/dd")
    assert people == ["Bo <b>Reed</b>", "Cy Marsh", "Ann Vale"], "a guess before a vague date before the rest"


def test_each_record_has_its_place_its_words_and_what_was_understood() -> None:
    row = page().xpath("//section[h2[@id='doubtful']]//tbody/tr")[0]
    assert texts(row, "./th") == ['sheet "GB", row 5']
    assert texts(row, ".//q") == ["Bo <b>Reed</b>", "Trustee", "Sept 2017"]
    fields = dict(zip(texts(row, ".//dt"), texts(row, ".//dd"), strict=True))
    assert fields == {
        "Person": "Bo <b>Reed</b>",
        "Organisation": "a_b@c.example",
        "Category": "not told In doubt: the register does not say",
        "Direct": "no",
        "Held from": "September 2017",
        "Held until": "“current”",
    }


def test_what_was_not_understood_says_what_to_do() -> None:
    (row,) = page().xpath("//section[h2[@id='unread']]//tbody/tr")
    assert texts(row, "./*") == ['row 9, "From"', "31/02/2017", "This is not a date.To fix: x"]


def test_the_paragraphs_under_an_item_are_there_with_their_places() -> None:
    section = {
        "what": "section",
        "number": "6",
        "title": "Lease",
        "passages": [{"text": "Ann left.", "source": {"paragraph": 7}}],
        "source": {"paragraph": 6, "text": "6. Lease"},
    }
    tree = page(records=[section], questions=[], rejected=[], notices=[])
    assert texts(tree, "//h2") == ["The document as a whole", "Understood"]
    assert texts(tree, "//details") == ["1 paragraph under it paragraph 7 Ann left."]


def test_everything_is_escaped_and_nothing_is_fetched_or_run() -> None:
    text = reading_html(Fake(), tool_version="9.9")
    assert "<b>" not in text and "Bo &lt;b&gt;Reed" in text
    tree = html.document_fromstring(text)
    assert not tree.xpath("//script | //link | //img | //iframe | //@onclick | //@src")
    assert all(one.startswith("#") for one in tree.xpath("//@href"))
    assert "default-src 'none'" in tree.xpath("//meta[@http-equiv]/@content")[0]
    assert "url(" not in text and "@import" not in text


def test_it_can_be_read_aloud_and_found_through() -> None:
    tree = page()
    assert tree.get("lang") == "en-GB"
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//table[not(thead/tr/th[@scope='col'])]") == []
    assert tree.xpath("//tbody/tr[not(th[@scope='row'])]") == []
    ids = set(tree.xpath("//@id"))
    assert len(ids) == len(tree.xpath("//@id"))
    assert {one[1:] for one in tree.xpath("//a/@href")} <= ids
    assert set(tree.xpath("//section/@aria-labelledby")) <= ids


def test_signs_stay_as_they_were_written() -> None:
    assert "漢①" in reading_html(Fake(notices=["漢①"]), tool_version="9.9")


def test_words_of_our_own_and_words_of_the_paper() -> None:
    assert said("non_financial_personal") == "non-financial personal"
    assert said("some_name@x.example") == "some_name@x.example"
    assert said("2017-04-28") == "28 April 2017"
    assert said([True, "a"]) == "yes, a"
    assert said([20.0, 1150000.5]) == "20, 1,150,000.50"
    assert said({"earliest": "2017-01-01", "latest": "2017-12-31", "precision": "year"}) == "2017"
    assert said({"earliest": "2017-09-05", "latest": "2017-09-05", "precision": "day"}) == "5 September 2017"
    assert name_of("declared_on") == "Declared on"


def test_people_in_one_field_stand_apart_and_without_their_places() -> None:
    people = [{"name": "Ada Finch", "source": {"file": "a.txt", "line": 3}}, {"name": "Bo Reed", "source": {"line": 3}}]
    assert said(people) == "Name Ada Finch; Name Bo Reed"


def test_a_document_with_nothing_in_it() -> None:
    empty = {"records": [], "rejected": [], "notices": [], "questions": [], "facts": {}}
    assert texts(page(**empty), "//h2") == []
    assert reading_of(Fake(**empty)).counted == "3 records read, 1 nil return, 0 not understood, 0 in doubt"


SHEET = (paths.templates_folder() / "read" / "read.css").read_text(encoding="utf-8")
SCHEMES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part)) for part in re.findall(r":root \{(.*?)\}", SHEET, re.S)
]
PAIRS = [(ink, ground) for ink in ("ink", "quiet", "head", "link") for ground in ("ground", "sheet", "stood")] + [
    ("wrong", "wrong-ground"),
    ("ink", "wrong-ground"),
    ("quiet", "wrong-ground"),
    ("doubt", "doubt-ground"),
    ("ink", "doubt-ground"),
    ("quiet", "doubt-ground"),
]


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_every_text_stands_out_in_every_scheme(scheme: int, ink: str, ground: str) -> None:
    assert contrast(SCHEMES[scheme][ink], SCHEMES[scheme][ground]) >= 4.5


def test_a_real_register_from_file_to_page(tmp_path: Path) -> None:
    from coi_audit import app

    paper = tmp_path / "register 2017-04.csv"
    paper.write_text(
        "Name,Position,Organisation,Nature of interest,From\n"
        "Dr Ann Vale,GP,Mill Lane Surgery,Partner,Sept 16\n"
        "Bo Reed,Lay member,Harrow Vale Hospice,Trustee,1.4.2015\n",
        encoding="utf-8",
    )
    result = app.read_file(paper)
    (vague,) = [one for each in result.records[:1] for one in each.doubts if one.field == "held_from"]
    assert vague.why == '"Sept 16" may end in a day or a year: taken for 1 September 2016 to 30 September 2016'
    out = tmp_path / "pages" / "read.html"
    app.write_reading(result, out)
    tree = html.document_fromstring(out.read_text(encoding="utf-8"))
    assert "Mill Lane Surgery" in tree.text_content()
    assert result.as_json()["records"][0]["doubts"][0]["field"]
    assert date(2017, 4, 1).isoformat() in str(result.facts["edition"])
