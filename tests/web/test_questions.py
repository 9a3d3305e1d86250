"""Open questions answered one at a time: kept with who and when, refused where nothing is said, none overwritten."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from at_the_desk import Served, Somebody

_FIRST = re.compile(r'class="nhsuk-button" href="(/b/\w+/questions/[0-9a-f]{16})"')
_FIELD = r'name="{}" value="([^"]*)"'


def field(page: str, name: str) -> str:
    found = re.search(_FIELD.format(name), page)
    assert found, name
    return found.group(1)


@pytest.fixture
def first(secretary: Somebody, asked_key: str) -> str:
    """The address of the first open question."""
    found = _FIRST.search(secretary.get(f"/b/{asked_key}/questions").text)
    assert found
    return found.group(1)


@pytest.fixture(scope="module")
def asked_key(served: Served) -> str:
    """A sample of its own, whose questions are answered here."""
    return served.somebody().sign_in().post("/sample").url.path.split("/")[2]


def folder_of(served: Served, key: str) -> Path:
    known = served.desk.bodies.by_key(key)
    assert known is not None
    return Path(known.folder)


def test_a_question_shows_its_place_in_the_round_and_what_the_papers_say(secretary: Somebody, first: str) -> None:
    page = secretary.get(first).text
    assert re.search(r"Question 1 of \d+", page)
    assert "What the papers say" in page
    assert "I don't know" in page


def test_an_answer_is_kept_with_who_and_when_and_the_next_comes(
    served: Served, secretary: Somebody, asked_key: str, first: str
) -> None:
    page = secretary.get(first).text
    sent = {"answer": "=I don't know", "who": "Ruth Penhale", "mark": field(page, "mark"), "do": "save"}
    after = secretary.post(first, {**sent, "remark": "asked the practice"})
    assert after.status_code == 200
    assert after.url.path != first
    kept = (folder_of(served, asked_key) / "answers.yaml").read_text(encoding="utf-8")
    assert "Ruth Penhale" in kept
    assert "asked the practice" in kept
    assert "Change<" in secretary.get(f"/b/{asked_key}/questions").text


def test_two_windows_on_one_question_lose_nothing(secretary: Somebody, first: str, served: Served) -> None:
    other = served.somebody().sign_in()
    mine, theirs = secretary.get(first).text, other.get(first).text
    sent = {"answer": "=I don't know", "do": "save"}
    other.post(first, {**sent, "who": "Piers Amory", "mark": field(theirs, "mark")})
    late = secretary.post(first, {**sent, "who": "Ruth Penhale", "remark": "mine", "mark": field(mine, "mark")})
    assert late.status_code == 409
    assert "answered meanwhile" in late.text
    assert "Piers Amory" in late.text
    assert 'value="mine"' in late.text
    again = secretary.post(first, {**sent, "who": "Ruth Penhale", "mark": field(late.text, "mark")})
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"who": "Ruth Penhale"}, "No answer is chosen"),
        ({"answer": "=I don't know", "who": " "}, "not said who answers"),
        ({"answer": "=<script>alert(1)</script>", "who": "Ruth Penhale"}, "&lt;script&gt;"),
    ],
)
def test_what_is_no_answer_is_refused_beside_the_field(
    served: Served, asked_key: str, sent: dict[str, str], said: str
) -> None:
    one = served.somebody().sign_in()
    found = _FIRST.search(one.get(f"/b/{asked_key}/questions").text)
    assert found
    page = one.get(found.group(1)).text
    answer = one.post(found.group(1), {**sent, "mark": field(page, "mark"), "do": "save"})
    if "script" in said:
        assert "<script>alert" not in answer.text
        return
    assert answer.status_code == 422
    assert said in answer.text
    assert "nhsuk-error-summary" in answer.text


def test_skipping_keeps_nothing(served: Served, secretary: Somebody, asked_key: str, first: str) -> None:
    path = folder_of(served, asked_key) / "answers.yaml"
    before = path.read_bytes() if path.exists() else b""
    assert secretary.post(first, {"do": "skip"}).url.path != first
    assert (path.read_bytes() if path.exists() else b"") == before


def test_a_number_that_is_no_question_is_not_there(secretary: Somebody, asked_key: str) -> None:
    assert secretary.get(f"/b/{asked_key}/questions/{'0' * 16}").status_code == 404
    assert secretary.get(f"/b/{asked_key}/questions/..%2f..%2fetc").status_code == 404
