"""Hostile words in every field of every form that the desk shows, and its own description turned against it."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import schemathesis
from at_the_desk import Served, Somebody
from hypothesis import HealthCheck, given, settings
from lxml import html

HOSTILE = (
    "<script>alert(1)</script>",
    "\"'><img src=x onerror=alert(2)>",
    '=HYPERLINK("http://evil.example";"x")',
    "{{ 7*7 }}{% raw %}",
    "../../../../etc/passwd",
    "Zoë \u202e\u0000 O'Brien-ffℵ 🩺",
    "x" * 19_000,
)
_RAW = ("<script>alert(1)", "<img src=x onerror", ">49<")
_LEFT_ALONE = ("/leave", "/national", "/sample")
_NUMBERS = re.compile(r"[0-9a-f]{6,}|\d+")


@dataclass(frozen=True)
class FoundForm:
    """One form of a page: where it is sent, and its fields with the values they have."""

    action: str
    fields: tuple[tuple[str, str], ...]
    files: tuple[str, ...]


def forms_of(page: str, address: str) -> Iterator[FoundForm]:
    for form in html.fromstring(page).xpath("//form[@method='post']"):
        fields = []
        for one in form.xpath(".//input[@name] | .//textarea[@name] | .//select[@name] | .//button[@name]"):
            chosen = one.get("value") or ""
            if one.tag == "select":
                picked = one.xpath(".//option[@selected]") or one.xpath(".//option")
                chosen = picked[0].get("value") or "" if picked else ""
            if one.get("type") != "file":
                fields.append((one.get("name"), chosen))
        files = tuple(one.get("name") for one in form.xpath(".//input[@type='file' and @name]"))
        yield FoundForm(urljoin(address, form.get("action") or address), tuple(fields), files)


def walked(somebody: Somebody, start: str, *, most: int) -> Iterator[tuple[str, str]]:
    """Pages reached by links from one, each kind of address three times at most: address and page."""
    waiting, seen, kinds = [start], {start}, dict[str, int]()
    while waiting and most:
        address = waiting.pop(0)
        answer = somebody.get(address)
        if "text/html" not in answer.headers["content-type"]:
            continue
        most -= 1
        yield address, answer.text
        for link in html.fromstring(answer.text).xpath("//a/@href"):
            to = urlsplit(urljoin(address, link))._replace(fragment="").geturl()
            kind = _NUMBERS.sub("#", to)
            if to.startswith("/") and to not in seen and kinds.get(kind, 0) < 3 and not to.endswith((".pdf", ".docx")):
                kinds[kind] = kinds.get(kind, 0) + 1
                seen.add(to)
                waiting.append(to)


@pytest.mark.long
def test_no_field_of_any_form_lets_anything_in(served: Served, sample_key: str) -> None:
    somebody = served.somebody().sign_in()
    forms: dict[str, FoundForm] = {}
    for address, page in walked(somebody, f"/b/{sample_key}", most=60):
        for form in forms_of(page, address):
            forms.setdefault(_NUMBERS.sub("#", form.action) + str([name for name, _ in form.fields]), form)
    assert len(forms) >= 8
    for form in forms.values():
        if form.action.startswith(_LEFT_ALONE):
            continue
        for words in HOSTILE:
            fields: dict[str, list[str]] = {}
            for name, value in form.fields:
                fields.setdefault(name, []).append(words if not value or name in ("who", "why", "remark") else value)
            fields["csrf"] = [somebody.mark]
            sent = {name: (f"{words[:80]}.txt", words.encode("utf-8", "replace")) for name in form.files}
            answer = somebody.post(form.action, fields, files=sent or None)
            assert answer.status_code < 500, (form.action, words[:40])
            assert not [raw for raw in _RAW if raw in answer.text], (form.action, words[:40])
    for _, page in walked(somebody, f"/b/{sample_key}", most=60):
        assert not [raw for raw in _RAW if raw in page]


def test_what_the_desk_says_of_itself_finds_no_fault_of_the_server(served: Served) -> None:
    """Every address with whatever its description allows, signed in and not; the plug-in for pytest is not needed."""
    somebody = served.somebody().sign_in()
    somebody.get("/")
    own = {"origin": served.base, "x-csrf-token": somebody.mark, "host": served.base.removeprefix("http://")}
    schema = schemathesis.openapi.from_dict(served.desk.pages.openapi())
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) >= 20
    for operation in operations:
        if not operation.path.startswith(_LEFT_ALONE):
            _attack(operation, served, own, dict(somebody.client.cookies))


def _attack(operation: Any, served: Served, own: dict[str, str], cookies: dict[str, str]) -> None:
    @settings(max_examples=4, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
    @given(case=operation.as_strategy())
    def attacked(case: Any) -> None:
        answer = case.call(base_url=served.base, headers=own, cookies=cookies, allow_redirects=False)
        assert answer.status_code < 500, (case.method, case.path)

    attacked()


@pytest.mark.long
def test_five_hundred_papers_at_once_are_each_taken_or_refused_with_a_message(
    served: Served, small_folder: Path
) -> None:
    somebody = served.somebody().sign_in()
    key = somebody.post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    page = somebody.get(f"/b/{key}/papers").text
    form = next(one for one in forms_of(page, f"/b/{key}/papers") if one.files)
    name = form.files[0]
    sent = [
        (name, (f"agenda {number}.txt", f"Agenda\n1. Apologies\n2. Item {number}\n".encode())) for number in range(500)
    ]
    begun = time.monotonic()
    answer = somebody.post(form.action, {**dict(form.fields), "csrf": somebody.mark}, files=sent)
    assert answer.status_code < 500
    assert time.monotonic() - begun < 120
    there = {one.name for one in small_folder.rglob("agenda *.txt")}
    after = somebody.get(f"/b/{key}/papers").text
    lost = [f"agenda {number}.txt" for number in range(500) if f"agenda {number}.txt" not in there]
    assert not [one for one in lost if one not in answer.text + after]
