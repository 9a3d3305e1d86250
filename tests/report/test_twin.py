"""The twin for the browser: the same words as the paper, in a page that stands alone and can be read by anybody."""

from __future__ import annotations

import base64
import hashlib
import itertools
import re
from pathlib import Path

import pytest
from audits import audit, check, quiet
from lxml import html
from small_case import AS_OF, run, small_case
from test_contrast import contrast

from coi_audit import paths
from coi_audit.errors import ExitCode
from coi_audit.report.twin import assurance_twin, pack_twin, twin_of
from coi_audit.rulebook.types import Rulebook

PAGES = {
    "assurance": lambda rulebook: assurance_twin(audit(), rulebook),
    "quiet": lambda rulebook: assurance_twin(quiet(), rulebook),
    "draft": lambda rulebook: assurance_twin(audit(), rulebook, draft=True),
    "pack": lambda rulebook: pack_twin(check(), rulebook),
}


@pytest.fixture(scope="module", params=list(PAGES))
def text(request: pytest.FixtureRequest, rulebook: Rulebook) -> str:
    """Each page in turn."""
    return PAGES[request.param](rulebook)


@pytest.fixture(scope="module")
def tree(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def words(tree: html.HtmlElement) -> str:
    return " ".join(tree.text_content().split())


def test_it_runs_nothing_and_fetches_nothing(text: str, tree: html.HtmlElement) -> None:
    assert not tree.xpath("//script | //link | //img | //iframe | //object | //form | //@onclick | //@src | //@style")
    assert all(one.startswith("#") for one in tree.xpath("//@href"))
    assert "url(" not in text and "@import" not in text


def test_the_policy_allows_its_own_style_and_nothing_else(tree: html.HtmlElement) -> None:
    (policy,) = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    (sheet,) = tree.xpath("//style")
    own = base64.b64encode(hashlib.sha256(sheet.text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{own}'; base-uri 'none'; form-action 'none'"


def test_it_has_its_landmarks_and_its_headings_in_order(tree: html.HtmlElement) -> None:
    assert tree.get("lang") == "en-GB"
    assert len(tree.xpath("//main")) == 1 and len(tree.xpath("//h1")) == 1
    assert tree.xpath("//body/a[1]/@href") == ["#content"]
    assert all(tree.xpath("//nav/@aria-label")) and len(tree.xpath("//nav[not(@aria-label)]")) == 0
    levels = [int(one.tag[1]) for one in tree.xpath("//h1|//h2|//h3|//h4|//h5")]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


def test_every_link_leads_somewhere_and_no_id_stands_twice(tree: html.HtmlElement) -> None:
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {one[1:] for one in tree.xpath("//a/@href")} <= set(ids)


def test_heads_have_their_scope_and_wide_tables_scroll_in_a_named_region(tree: html.HtmlElement) -> None:
    assert not tree.xpath("//th[not(@scope)]")
    regions = tree.xpath("//div[@role='region']")
    labels = [one.get("aria-label") for one in regions]
    assert len(labels) == len(set(labels))
    assert all(one.get("tabindex") == "0" and one.get("class") == "scroll" for one in regions)
    for table in tree.xpath("//table"):
        stacks = "stack" in (table.get("class") or "").split()
        assert stacks != bool(table.xpath("./parent::div[@role='region']"))


def test_a_table_that_stacks_keeps_its_roles_and_says_each_cells_column(tree: html.HtmlElement) -> None:
    for table in tree.xpath("//table[contains(concat(' ', @class, ' '), ' stack ')]"):
        assert table.get("role") == "table"
        assert not table.xpath(".//tr[not(@role='row')]")
        heads = [" ".join(one.text_content().split()) for one in table.xpath("./thead/tr/th")]
        for row in table.xpath("./tbody/tr"):
            assert [one.get("data-label") or "" for one in row] == heads[: len(row)]


def test_charts_have_a_role_and_a_name(rulebook: Rulebook) -> None:
    tree = html.document_fromstring(assurance_twin(audit(), rulebook))
    charts = tree.xpath("//svg")
    assert charts
    assert all(one.get("role") == "img" and one.xpath("./title")[0].text_content().strip() for one in charts)


def test_it_says_what_the_paper_says(rulebook: Rulebook) -> None:
    told = words(html.document_fromstring(assurance_twin(audit(), rulebook)))
    for part in (*(one.statement for one in audit().findings[:3]), "Limited assurance", "Sign-off"):
        assert part in told


def test_signs_stay_as_they_were_written_and_nothing_is_markup(rulebook: Rulebook) -> None:
    from dataclasses import replace

    told = assurance_twin(replace(audit(), notices=("漢① <b>bold</b> & co",)), rulebook)
    assert "漢① &lt;b&gt;bold&lt;/b&gt; &amp; co" in told


def test_two_runs_give_the_same_page(rulebook: Rulebook) -> None:
    assert assurance_twin(audit(), rulebook) == assurance_twin(audit(), rulebook)


def test_widths_for_paper_are_gone() -> None:
    page = "<html><head><title>T</title></head><body><h1>T</h1><table><colgroup><col style='width: 9mm'></colgroup>"
    page += (
        "<thead><tr><th style='width: 9mm'>A</th></tr></thead><tbody><tr><td>1</td></tr></tbody></table></body></html>"
    )
    told = twin_of(page, "1")
    assert "mm" not in told.split("<body>")[1]
    assert 'data-label="A"' in told


SHEET = (paths.templates_folder() / "twin" / "twin.css").read_text(encoding="utf-8")
SCHEMES = [
    dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", part)) for part in re.findall(r":root \{(.*?)\}", SHEET, re.S)
]
INKS = ("ink", "quiet", "head", "link", "critical", "high", "medium", "low", "good")


@pytest.mark.parametrize("scheme", [0, 1, 2], ids=["light", "dark", "print"])
@pytest.mark.parametrize("ink", INKS)
def test_every_text_stands_out_in_every_scheme(scheme: int, ink: str) -> None:
    grounds = [SCHEMES[scheme][ground] for ground in ("ground", "sheet", "tint")]
    assert all(contrast(SCHEMES[scheme][ink], ground) >= 4.5 for ground in grounds)


def test_the_command_writes_it(tmp_path: Path) -> None:
    folder = small_case(tmp_path / "case")
    told = run("audit", folder, "--as-of", AS_OF, "--html", tmp_path / "new" / "report.html")
    assert told.code == ExitCode.FINDINGS
    assert "report.html" in told.out
    tree = html.document_fromstring((tmp_path / "new" / "report.html").read_text(encoding="utf-8"))
    assert "Dr Anil Rao" in words(tree)


def test_the_pack_is_written_too(tmp_path: Path) -> None:
    folder = small_case(tmp_path / "case")
    run("check", folder, "--as-of", AS_OF, "--meeting", "2017-11-07", "--html", tmp_path / "pack.html")
    tree = html.document_fromstring((tmp_path / "pack.html").read_text(encoding="utf-8"))
    assert "Dr Sunita Kale" in words(tree)


def test_a_place_that_cannot_be_written_is_told_before_the_work_begins(tmp_path: Path) -> None:
    told = run("audit", tmp_path / "nothing", "--html", tmp_path)
    assert told.code == ExitCode.UNUSABLE
    assert "the page cannot be written here" in told.err.casefold()
