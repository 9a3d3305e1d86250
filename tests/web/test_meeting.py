"""The meeting's page: the matrix, what is tried out, what is saved, two windows, reasons and rulings."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest
from at_the_desk import SAMPLE_MEETING, Served, Somebody

from benchmarks.large_body import DAY, write_large_body
from coi_audit.app.desk.what_if import person_mark

HELD = "2017-12-05"
_WHY = re.compile(r'href="(/b/[^"]+/why\?[^"]+)"')


@pytest.fixture
def page_of(secretary: Somebody, sample_key: str) -> str:
    return f"/b/{sample_key}/meetings/{SAMPLE_MEETING}"


@pytest.fixture
def own(secretary: Somebody, tmp_path: Path) -> tuple[str, Path]:
    """A body of one's own to write into: the meeting's address and the meeting's folder."""
    folder = write_large_body(tmp_path / "farrowdale", items=5, members=9)
    key = secretary.post("/open", {"folder": str(folder)}).url.path.split("/")[2]
    return f"/b/{key}/meetings/{DAY}", folder / f"meetings/{DAY}-pccc"


def field(text: str, name: str) -> str:
    """The value of a hidden field, the last on the page."""
    return html.unescape(re.findall(rf'name="{name}" value="([^"]*)"', text)[-1])


def seats(text: str) -> list[str]:
    """Marks of everybody ticked."""
    return re.findall(r'name="in" value="([0-9a-f]{8})"[^>]* checked', text)


def without(marks: list[str], *names: str) -> list[tuple[str, str]]:
    """The form of who comes as a browser sends it, without these people."""
    gone = {person_mark(one) for one in names}
    return [("seats", "0"), ("keep", ""), *(("in", one) for one in marks if one not in gone)]


def test_the_page_tells_in_a_sentence_and_a_matrix(secretary: Somebody, page_of: str) -> None:
    text = secretary.get(page_of).text
    assert "5 of 11 items touch somebody; every item to be decided is quorate." in text
    assert "Judith Fairbrother hands over the chair for item 7." in text
    assert text.count('<tr role="row"') == 12
    assert "desk-act--stay-no-vote" in text
    assert "No part in the decision" in text


def test_without_the_script_a_tick_taken_away_leads_to_an_address_of_its_own(secretary: Somebody, page_of: str) -> None:
    marks = seats(secretary.get(page_of).text)
    answer = secretary.get(page_of, params=without(marks, "Susan Okafor", "Owen Pryce"))
    assert answer.history[0].status_code == 303
    assert f"away=0~{person_mark('Susan Okafor')}" in str(answer.url)
    assert "Tried out, not saved" in answer.text
    assert "Not quorate" in answer.text
    assert "cannot be decided as things stand" in answer.text
    assert secretary.get(str(answer.url)).text.count("Tried out, not saved") == 1


def test_the_script_gets_the_part_alone_and_the_address_to_show(secretary: Somebody, page_of: str) -> None:
    marks = seats(secretary.get(page_of).text)
    answer = secretary.get(page_of, params=without(marks, "Susan Okafor"), headers={"hx-request": "true"})
    assert answer.text.lstrip().startswith('<div id="meeting">')
    assert answer.headers["hx-replace-url"].endswith(f"?away=0~{person_mark('Susan Okafor')}")


def test_a_deputy_takes_the_seat_and_no_formula_does(secretary: Somebody, page_of: str) -> None:
    marks, mark = seats(secretary.get(page_of).text), person_mark("Susan Okafor")
    sent = without(marks, "Susan Okafor")
    answer = secretary.get(page_of, params=[*sent, (f"d-{mark}", "Jo Bracewell")])
    assert "sits for Susan Okafor" in answer.text
    answer = secretary.get(page_of, params=[*sent, (f"d-{mark}", "=1+1")])
    assert "This is not a name" in answer.text or "this is not a name" in answer.text
    shown = secretary.get(page_of, params=[*sent, (f"d-{mark}", "<script>alert(1)</script>")]).text
    assert "<script>alert" not in shown


def test_saved_it_is_the_list_and_stays_so(secretary: Somebody, own: tuple[str, Path]) -> None:
    page, folder = own
    marks = seats(secretary.get(page).text)
    tried = secretary.get(page, params=without(marks, "Kim Abney"))
    sent = {name: field(tried.text, name) for name in ("meeting", "mark")}
    answer = secretary.post(f"{page}/attendance", {**sent, "keep": tried.url.query.decode()})
    assert "Kim Abney,no,," in (folder / "attendance.csv").read_text(encoding="utf-8")
    text = secretary.get(answer.url.path).text
    assert "Tried out, not saved" not in text
    assert person_mark("Kim Abney") not in seats(text)


def test_of_two_windows_the_second_is_told_and_keeps_what_it_tried(secretary: Somebody, own: tuple[str, Path]) -> None:
    page, folder = own
    marks = seats(secretary.get(page).text)
    first = secretary.get(page, params=without(marks, "Kim Abney"))
    second = secretary.get(page, params=without(marks, "Kim Cullimore"))
    for tried in (first, second):
        sent = {name: field(tried.text, name) for name in ("meeting", "mark")}
        answer = secretary.post(f"{page}/attendance", {**sent, "keep": tried.url.query.decode()})
        text = (
            secretary.get(f"{answer.url.path}?{answer.url.query.decode()}").text
            if "reading" in answer.text
            else answer.text
        )
    assert "was changed meanwhile" in text
    assert "Kim Cullimore" in text[text.index("Tried out, not saved") :]
    saved = (folder / "attendance.csv").read_text(encoding="utf-8")
    assert "Kim Abney,no" in saved
    assert "Kim Cullimore,yes" in saved


def test_a_cell_tells_why_with_both_places_and_the_rule(secretary: Somebody, page_of: str) -> None:
    text = secretary.get(page_of).text
    address = next(html.unescape(one) for one in _WHY.findall(text) if person_mark("Susan Okafor") in one)
    told = secretary.get(address).text
    for part in (
        "Why: Susan Okafor at item 6", "The register says", "The agenda says", "agenda.docx, table 1, row",
        "Row of the table of least actions", "This tool&#39;s own presumption", "Recalled; to be checked",
        "The others at this item", "Westerdale Commissioning Support Unit", "Recorded: <strong>",
    ):  # fmt: skip
        assert part in told, part
    part = secretary.get(address, headers={"hx-request": "true"}).text
    assert "<html" not in part
    assert "autofocus" in part


def test_after_the_meeting_required_stands_beside_recorded(secretary: Somebody, sample_key: str) -> None:
    page = f"/b/{sample_key}/meetings/{HELD}"
    text = secretary.get(page).text
    assert "the minutes show" in text
    assert "desk-handling--managed" in text
    assert 'name="in"' not in text
    told = secretary.get(html.unescape(_WHY.findall(text)[0])).text
    assert "What the minutes show" in told


def test_a_ruling_is_tried_recorded_and_never_put_over_another(secretary: Somebody, own: tuple[str, Path]) -> None:
    page, folder = own
    address = next(
        html.unescape(one) for one in _WHY.findall(secretary.get(page).text) if person_mark("Dr Jo Brandreth") in one
    )
    opened = secretary.get(address).text
    sent = {name: field(opened, name) for name in ("m", "i", "p", "mark", "keep")} | {
        "action": "leave",
        "authority": "chair",
    }
    tried = secretary.post(f"{page}/ruling", {**sent, "do": "try"})
    assert "Ruled: leave" in tried.text
    refused = secretary.post(f"{page}/ruling", {**sent, "do": "record"})
    assert refused.status_code == 422
    assert "a ruling needs its reason" in refused.text.casefold()
    whole = {
        **sent,
        "do": "record",
        "item": "this",
        "reason": "she owns <b>it</b>",
        "who": "Ruth Penhale",
        "on": "2018-01-20",
    }
    done = secretary.post(f"{page}/ruling", whole)
    assert done.status_code == 200
    written = (folder / "decisions.yaml").read_text(encoding="utf-8")
    assert 'reason: "she owns <b>it</b>"' in written
    assert "by Ruth Penhale" in written
    again = secretary.post(f"{page}/ruling", {**whole, "reason": "another reason"})
    assert again.status_code == 409
    assert "another reason" in again.text
    assert "she owns &lt;b&gt;it&lt;/b&gt;" in again.text
    assert "another reason" not in (folder / "decisions.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "below", ["", "/why", "/why?m=0&i=999&p=abcdef01", "/why?m=-1&i=0&p=x", "/why?m=0&i=0&p=zzzz", "/why?m=9&i=0&p=x",
              "/pack.exe", "/pack.pdf/../../body.yaml"],
)  # fmt: skip
def test_what_is_not_there_is_not_found(secretary: Somebody, sample_key: str, below: str) -> None:
    day = SAMPLE_MEETING if below else "2018-02-07"
    assert secretary.get(f"/b/{sample_key}/meetings/{day}{below}").status_code == 404


def test_a_save_from_elsewhere_is_refused(served: Served, own: tuple[str, Path]) -> None:
    one = served.somebody().sign_in()
    one.mark = "wrong"
    answer = one.post(f"{own[0]}/attendance", {"meeting": "0", "mark": "", "keep": ""})
    assert answer.status_code == 403
    assert not (own[1] / "attendance.csv").exists()
