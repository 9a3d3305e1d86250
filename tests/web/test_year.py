"""The lead's view: the year, its findings filtered, judged and followed up."""

from __future__ import annotations

import re

from at_the_desk import Somebody


def first_finding(somebody: Somebody, key: str) -> str:
    found = re.search(r"/year/findings/([0-9a-f]+)", somebody.get(f"/b/{key}/year/findings").text)
    assert found is not None
    return found.group(1)


def test_the_year_shows_opinion_areas_meetings_and_members(secretary: Somebody, sample_key: str) -> None:
    page = secretary.get(f"/b/{sample_key}/year").text
    for told in (
        "No assurance",
        "Areas of assurance",
        "Members and meetings",
        "conflicts that ask for action",
        "And besides: ",
    ):
        assert told in page


def test_findings_are_filtered_by_every_field_together(secretary: Somebody, sample_key: str) -> None:
    base = f"/b/{sample_key}/year/findings"
    every = secretary.get(base).text
    total = int(re.search(r"([\d,]+) findings", every).group(1))  # type: ignore[union-attr]
    person = re.search(r'id="filter-person".*?<option value="">All</option><option value="([^"]+)"', every, re.DOTALL)
    assert person is not None
    one = secretary.get(base, params={"person": person.group(1)}).text
    told = re.search(r"(\d+) of", one)
    assert told is not None
    assert 0 < int(told.group(1)) < total
    none = secretary.get(base, params={"person": person.group(1), "words": "zyzzyva"}).text
    assert "No finding fits" in none


def test_a_part_of_the_page_is_given_to_the_script_alone(secretary: Somebody, sample_key: str) -> None:
    part = secretary.get(f"/b/{sample_key}/year/findings", headers={"hx-request": "true"}).text
    assert part.lstrip().startswith('<div id="findings">')
    assert "<html" not in part


def test_a_finding_is_judged_once_the_papers_are_kept_and_the_judgement_stands_beside_it(
    secretary: Somebody, sample_key: str
) -> None:
    number = first_finding(secretary, sample_key)
    page = f"/b/{sample_key}/year/findings/{number}"
    assert "keep its papers first" in secretary.get(page).text
    kept = secretary.post(f"/b/{sample_key}/year/keep", {"who": "Ruth Penhale"})
    assert kept.status_code == 200
    assert "Kept: the papers" in kept.text
    secretary.get(page)
    without = secretary.post(page, {"view": "disagree", "why": "", "who": "Ruth Penhale"})
    assert without.status_code == 422
    assert "why" in without.text
    told = secretary.post(page, {"view": "disagree", "why": "The minutes were amended <b>.", "who": "Ruth Penhale"})
    assert "Ruth Penhale disagreed on" in told.text
    assert "amended &lt;b&gt;" in told.text
    again = secretary.post(page, {"view": "agree", "why": "Seen again.", "who": "Ruth Penhale"}).text
    assert "Ruth Penhale agreed on" in again
    assert secretary.get(page.replace(number, "0" * 16)).status_code == 404


def test_recommendations_become_actions_with_owner_and_day(secretary: Somebody, sample_key: str) -> None:
    year = f"/b/{sample_key}/year"
    secretary.post(f"{year}/keep", {"who": "Ruth Penhale"})
    page = secretary.post(f"{year}/actions", {"who": "Ruth Penhale"}).text
    assert "1. " in page
    sent = {"owner": "Board secretary", "due": "2018-03-31", "state": "open", "remark": "", "who": "Ruth Penhale"}
    page = secretary.post(f"{year}/actions/1", sent).text
    assert 'value="Board secretary"' in page
    assert 'value="2018-03-31"' in page
    wrong = secretary.post(f"{year}/actions/1", {**sent, "due": "31/3/18"})
    assert wrong.status_code == 422
    assert "is not a day" in wrong.text
    again = secretary.post(f"{year}/actions", {"who": "Ruth Penhale"}).text
    assert "0 new" in again
