"""A body made and changed by forms: what is entered stands in body.yaml, faults by their fields, nothing else lost."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from at_the_desk import Served, Somebody
from test_paper_page import workbook

from coi_audit.readers.body_file import read_body

NEW = {
    "name": "NHS Gorse Vale CCG",
    "kind": "ccg",
    "ods_code": "99q",
    "guardian": "Una Fairclough",
    "period-0-kind": "delegated",
    "period-0-from": "",
    "committee": "Primary Care Commissioning Committee",
    "committee_kind": "pccc",
}


def made_at(served: Served, one: Somebody, **more: str) -> tuple[str, Path]:
    """A body made with the form: its key and folder."""
    answer = one.post("/new", {**NEW, **more})
    assert answer.status_code == 200, answer.text
    key = answer.url.path.split("/")[2]
    known = served.desk.bodies.by_key(key)
    assert known is not None
    return key, Path(known.folder)


def fields(page: str) -> dict[str, Any]:
    """What a browser would send of the page's form without a change."""
    found: dict[str, Any] = {}
    for tag in re.findall(r"<input\b[^>]*>", page):
        name, kind = re.search(r' name="([^"]*)"', tag), re.search(r'type="([^"]*)"', tag)
        value = re.search(r'value="([^"]*)"', tag)
        if name and kind and not (kind.group(1) in ("checkbox", "radio") and " checked" not in tag):
            found.setdefault(name.group(1), []).append(value.group(1) if value else "")
    for name, options in re.findall(r'<select[^>]* name="([^"]*)"[^>]*>(.*?)</select>', page, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        found[name] = [chosen.group(1) if chosen else ""]
    return found


def test_what_is_entered_stands_in_the_file(served: Served, secretary: Somebody) -> None:
    key, folder = made_at(served, secretary)
    page = secretary.get(f"/b/{key}/body/committees/0").text
    sent = fields(page) | {
        "quorum": "3",
        "include": ["lay", "executive"],
        "also": "gp or nurse, lay",
        "majority": "yes",
        "policy": "leave",
        "m0-name": "Una  Fairclough",
        "m0-role": "lay",
        "m0-title": "Lay Member: Audit",
        "m0-chair": "yes",
        "m0-from": "2016-04-01",
        "m0-voting": "yes",
        "m1-name": "Dr Ivo Tremain",
        "m1-role": "gp",
        "m1-practice": "Fern Lane Surgery",
        "m1-aliases": "I Tremain, Ivo Tremain",
        "do": "save",
    }
    assert secretary.post(f"/b/{key}/body/committees/0", sent).status_code == 200
    body = read_body(folder / "body.yaml").body
    assert (body.name, body.ods_code, body.guardian) == ("NHS Gorse Vale CCG", "99Q", "Una Fairclough")
    assert body.co_commissioning[0].kind == "delegated"
    committee = body.committees[0]
    assert committee.shared_interest_policy == "leave"
    assert committee.quorum is not None
    assert committee.quorum.members == 3
    assert committee.quorum.must_include == (("lay",), ("executive",), ("gp", "nurse"), ("lay",))
    assert committee.quorum.lay_executive_majority
    assert [(one.name, one.role, one.chair, one.voting) for one in committee.members] == [
        ("Una Fairclough", "lay", True, True),
        ("Dr Ivo Tremain", "gp", False, False),
    ]
    assert committee.members[1].aliases == ("I Tremain", "Ivo Tremain")
    assert committee.members[0].title == "Lay Member: Audit"


def test_saving_what_stands_there_changes_nothing(secretary: Somebody, small_folder: Path) -> None:
    before = (small_folder / "body.yaml").read_bytes()
    key = secretary.post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    page = secretary.get(f"/b/{key}/body/committees/0").text
    assert secretary.post(f"/b/{key}/body/committees/0", fields(page) | {"do": "save"}).status_code == 200
    page = secretary.get(f"/b/{key}/body").text
    assert secretary.post(f"/b/{key}/body", fields(page) | {"do": "save"}).status_code == 200
    assert (small_folder / "body.yaml").read_bytes() == before


def test_a_change_leaves_remarks_and_unknown_keys(served: Served, secretary: Somebody, small_folder: Path) -> None:
    path = small_folder / "body.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "colour: green  # ours\n", encoding="utf-8")
    key = secretary.post("/open", {"folder": str(small_folder)}).url.path.split("/")[2]
    page = secretary.get(f"/b/{key}/body").text
    secretary.post(f"/b/{key}/body", fields(page) | {"guardian": "Rhona Ashby", "do": "save"})
    text = path.read_text(encoding="utf-8")
    assert "colour: green  # ours" in text
    assert "guardian: Rhona Ashby" in text
    assert list((served.desk.settings.data / "before" / key).iterdir())


def test_rows_come_and_go_without_anything_being_saved(served: Served, secretary: Somebody) -> None:
    key, folder = made_at(served, secretary)
    before = (folder / "body.yaml").read_bytes()
    home = f"/b/{key}/body/committees/0"
    sent = fields(secretary.get(home).text) | {"m0-name": "Una Fairclough", "m0-role": "lay"}
    page = secretary.post(home, sent | {"do": "add-member"}).text
    assert 'name="m1-name"' in page
    assert 'value="Una Fairclough"' in page
    page = secretary.post(home, fields(page) | {"do": "remove-member-0"}).text
    assert "Una Fairclough" not in page
    assert (folder / "body.yaml").read_bytes() == before


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"name": ""}, "name"),
        ({"quorum": "four"}, "quorum"),
        ({"majority": "yes", "quorum": ""}, "quorum"),
        ({"also": "wizard"}, "also"),
        ({"m0-name": "", "m0-title": "GP"}, "m0-name"),
        ({"m0-name": "Ada Finch", "m0-role": ""}, "m0-role"),
        ({"m0-name": "Ada Finch", "m0-role": "lay", "m0-from": "2017-02-31"}, "m0-from"),
        ({"m0-name": "Ada Finch", "m0-role": "lay", "m0-from": "2017-03-01", "m0-to": "2017-01-01"}, "m0-to"),
    ],
)
def test_a_fault_is_told_by_its_field_and_what_was_entered_stays(
    served: Served, secretary: Somebody, wrong: dict[str, str], field: str
) -> None:
    key, folder = made_at(served, secretary)
    before = (folder / "body.yaml").read_bytes()
    home = f"/b/{key}/body/committees/0"
    answer = secretary.post(home, fields(secretary.get(home).text) | wrong | {"do": "save"})
    assert answer.status_code == 422
    assert f'<a href="#{field}">' in answer.text
    assert f'id="{field}-error"' in answer.text
    assert all(f'value="{one}"' in answer.text for name, one in wrong.items() if one and not name.endswith("role"))
    assert (folder / "body.yaml").read_bytes() == before


def test_a_new_body_without_a_name_or_committee_is_not_made(served: Served, secretary: Somebody) -> None:
    answer = secretary.post("/new", {**NEW, "name": "", "committee": "", "kind": "x", "ods_code": "../.."})
    assert answer.status_code == 422
    for field in ("name", "committee", "kind", "ods_code"):
        assert f'<a href="#{field}">' in answer.text


def test_a_register_gives_the_members(served: Served, secretary: Somebody) -> None:
    answer = secretary.post("/new", NEW, files=[("register", ("register.xlsx", workbook(1)))])
    assert answer.status_code == 200
    assert 'value="Dr Ivo Tremain"' in answer.text or 'value="Dr Ivo Tremain"' in secretary.get(answer.url.path).text
    refused = secretary.post("/new", NEW, files=[("register", ("register.zip", b"PK\x03\x04nothing"))])
    assert refused.status_code == 422
    assert 'id="register-error"' in refused.text


def test_two_windows_on_one_committee_lose_nothing(served: Served, secretary: Somebody) -> None:
    key, folder = made_at(served, secretary)
    home = f"/b/{key}/body/committees/0"
    first, second = (fields(secretary.get(home).text) for _ in range(2))
    secretary.post(home, first | {"m0-name": "Una Fairclough", "m0-role": "lay", "do": "save"})
    late = secretary.post(home, second | {"m0-name": "Piers Amory", "m0-role": "nurse", "do": "save"})
    assert late.status_code == 409
    assert "changed meanwhile" in late.text
    assert "Una Fairclough" in late.text
    assert 'value="Piers Amory"' in late.text
    assert "Piers" not in (folder / "body.yaml").read_text(encoding="utf-8")


def test_committees_come_and_go_but_one_stays(served: Served, secretary: Somebody) -> None:
    key, folder = made_at(served, secretary)
    home = f"/b/{key}/body"
    mark = fields(secretary.get(home).text)["mark"][0]
    secretary.post(f"{home}/committees", {"committee": "Audit Committee", "committee_kind": "audit", "mark": mark})
    assert [one.name for one in read_body(folder / "body.yaml").body.committees][1] == "Audit Committee"
    page = fields(secretary.get(f"{home}/committees/1").text)
    assert secretary.post(f"{home}/committees/1", page | {"do": "remove"}).status_code == 422
    assert secretary.post(f"{home}/committees/1", page | {"do": "remove", "sure": "yes"}).status_code == 200
    assert len(read_body(folder / "body.yaml").body.committees) == 1
    page = fields(secretary.get(f"{home}/committees/0").text)
    assert secretary.post(f"{home}/committees/0", page | {"do": "remove", "sure": "yes"}).status_code == 422
    assert secretary.get(f"{home}/committees/9").status_code == 404
    assert secretary.get(f"{home}/committees/-1").status_code == 404


def test_scripts_and_yaml_in_a_field_are_words(served: Served, secretary: Somebody) -> None:
    nasty = '"><script>alert(1)</script> #{[}]: &a *b !!python/object'
    key, folder = made_at(served, secretary, name=nasty, guardian="=cmd|' /C calc'!A0", committee="- x: {y")
    page = secretary.get(f"/b/{key}/body").text
    assert "<script>alert" not in page
    body = read_body(folder / "body.yaml").body
    assert (body.name, body.guardian, body.committees[0].name) == (nasty, "=cmd|' /C calc'!A0", "- x: {y")
