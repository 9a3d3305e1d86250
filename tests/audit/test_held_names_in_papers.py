"""An interest in an organisation that no list has touches the item whose title, or whose bidders, name it."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_case import AS_OF, BODY, ROWS, audit, read_rules_once, run, small_case, write_register

CHARITY = ("Ruth Ashby", "Lay Member", "Tarnbeck Community Links", "Non-financial personal", "Trustee", "Direct",
           "01/04/2012", "Current", "20/03/2017")  # fmt: skip
CLINICS = ("Joan Petrie", "Chief Finance Officer", "Coastal Skin Clinics Ltd", "Financial", "Director", "Direct",
           "01/04/2012", "Current", "20/03/2017")  # fmt: skip
MEETING = "meetings/2017-12-12-pccc"
AGENDA = """\
NHS Northfield CCG
Primary Care Commissioning Committee
Tuesday 12 December 2017, 2.00 pm, Room 1
AGENDA

1. Welcome and apologies
2. Declarations of interest
3. Tarnbeck Community Links: befriending, second year - For decision
4. Community dermatology: preferred bidder - For decision
"""
MINUTES = """\
NHS Northfield CCG
Primary Care Commissioning Committee
Minutes of the meeting held on Tuesday 12 December 2017 at 2.00 pm

Present:
Margaret Hale (Chair), Lay Member
Ruth Ashby, Lay Member
Colin Marsh, Chief Officer
Joan Petrie, Chief Finance Officer

Apologies: none

1. Welcome and apologies
The meeting was quorate.

2. Declarations of interest
{declared}

3. Tarnbeck Community Links: befriending, second year
The committee approved the grant.

4. Community dermatology: preferred bidder
Bids had been received from Coastal Skin Clinics Ltd and from Quarry Health Ltd. The committee named Quarry Health Ltd.
"""


@pytest.fixture
def papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small case whose register names a charity and a bidder that no list has."""
    read_rules_once(monkeypatch)
    folder = small_case(tmp_path)
    write_register(folder / "register 2017-04.xlsx", (*ROWS, CHARITY, CLINICS))
    (folder / "body.yaml").write_text(BODY, encoding="utf-8")
    (folder / MEETING).mkdir(parents=True)
    (folder / MEETING / "agenda.txt").write_text(AGENDA, encoding="utf-8")
    return folder


def conflicts(folder: Path) -> dict[str, tuple[str, str, str]]:
    """Of the December meeting: who at which item, with link, required action and handling."""
    (meeting,) = [one for one in audit(folder).document["meetings"] if one["date"] == "2017-12-12"]
    return {
        f"{item['number'].rstrip('.')} {one['person']}": (one["link"], one["required_action"], one["handling"])
        for item in meeting["items"]
        for one in item["conflicts"]
    }


def test_silence_at_the_meeting_hides_neither(papers: Path) -> None:
    (papers / MEETING / "minutes.txt").write_text(MINUTES.format(declared="There were none."), encoding="utf-8")
    assert conflicts(papers) == {
        "3 Ruth Ashby": ("provider_party", "leave", "not_declared"),
        "4 Joan Petrie": ("provider_party", "leave_no_papers", "not_declared"),
    }


def test_what_is_declared_is_laid_beside_the_register(papers: Path) -> None:
    declared = "Joan Petrie declared an interest in item 4 as a director of Coastal Skin Clinics Ltd."
    (papers / MEETING / "minutes.txt").write_text(MINUTES.format(declared=declared), encoding="utf-8")
    assert conflicts(papers)["4 Joan Petrie"] == ("provider_party", "leave_no_papers", "record_too_thin")


def test_an_interest_told_only_there_is_in_the_party_it_names(papers: Path) -> None:
    declared = "Colin Marsh declared for item 3 that his son is employed by Tarnbeck Community Links."
    (papers / MEETING / "minutes.txt").write_text(MINUTES.format(declared=declared), encoding="utf-8")
    found = conflicts(papers)["3 Colin Marsh"]
    assert found == ("provider_party", "discuss_then_leave", "not_on_register")


def test_a_name_that_is_nearly_the_registers_is_asked_about_and_counts_till_then(papers: Path) -> None:
    longer = [*CHARITY[:2], "The Tarnbeck Community Links Trust (registered charity)", *CHARITY[3:]]
    write_register(papers / "register 2017-04.xlsx", (*ROWS, tuple(longer)))
    (papers / MEETING / "minutes.txt").write_text(MINUTES.format(declared="There were none."), encoding="utf-8")
    assert conflicts(papers)["3 Ruth Ashby"] == ("unclear", "leave", "not_declared")
    (question,) = [
        one for one in run("ask", papers, "--as-of", AS_OF, "--json").document["questions"] if one["kind"] == "link"
    ]
    assert question["asks"].startswith("Does the interest of Ruth Ashby touch 12 December 2017, item 3")
    assert "Tarnbeck Community Links" in [one["answer"] for one in question["choices"]]
