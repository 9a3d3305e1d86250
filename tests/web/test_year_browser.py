"""The first pages and the lead's view in a real browser: no fault of axe-core, nothing lost, filters at once."""

from __future__ import annotations

import re
from typing import Any

import pytest
from at_the_desk import Served, Somebody
from in_browser import faults, faults_everywhere, read, window


def kept(secretary: Somebody, key: str) -> str:
    """The address of the year, once its papers are kept and its recommendations taken on."""
    year = f"/b/{key}/year"
    secretary.get(year)
    secretary.post(f"{year}/keep", {"who": "Ruth Penhale"})
    secretary.post(f"{year}/actions", {"who": "Ruth Penhale"})
    return year


def test_the_first_pages_and_a_finding_have_no_fault(
    browser: Any, served: Served, secretary: Somebody, sample_key: str
) -> None:
    year = kept(secretary, sample_key)
    number = re.search(r"/year/findings/([0-9a-f]+)", secretary.get(f"{year}/findings").text)
    assert number is not None
    with window(browser, served) as page:
        for address in ("/", f"{year}/findings/{number.group(1)}"):
            read(page, served.base + address)
            assert not faults(page), address


@pytest.mark.long
def test_every_page_of_the_lead_has_no_fault_in_any_window(
    browser: Any, served: Served, secretary: Somebody, sample_key: str
) -> None:
    year = kept(secretary, sample_key)
    number = re.search(r"/year/findings/([0-9a-f]+)", secretary.get(f"{year}/findings").text)
    assert number is not None
    own = ("", "/findings", "/actions", f"/findings/{number.group(1)}")
    with window(browser, served) as page:
        for address in ("/", f"/b/{sample_key}", "/national", *(year + one for one in own)):
            read(page, served.base + address)
            assert not faults_everywhere(page), address


def test_findings_follow_a_filter_at_once_and_the_address_with_them(
    browser: Any, served: Served, sample_key: str
) -> None:
    with window(browser, served) as page:
        read(page, f"{served.base}/b/{sample_key}/year/findings")
        page.select_option("#filter-weight", "critical")
        page.wait_for_url(re.compile("weight=critical"))
        page.wait_for_selector("#findings [role=status]:has-text(' of ')")
        assert " of " in page.inner_text("#findings [role=status]")
        assert "weight=critical" in page.url
        page.go_back()
        page.wait_for_load_state()
        assert "weight=critical" not in page.url


def test_findings_are_filtered_without_a_script_as_well(browser: Any, served: Served, sample_key: str) -> None:
    with window(browser, served, java_script_enabled=False) as page:
        page.goto(f"{served.base}/b/{sample_key}/year/findings")
        page.select_option("#filter-weight", "critical")
        page.click(".desk-filter button")
        page.wait_for_url(re.compile("weight=critical"))
        assert "weight=critical" in page.url
        assert " of " in page.inner_text("#findings [role=status]")
