"""The public edition: a name that may not be published is in no byte of anything that is written of it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from secrets_case import FILE, SECRETS, secrets_case, told_in
from small_case import AS_OF, run, small_case

from coi_audit import app, paths
from coi_audit.errors import ExitCode
from coi_audit.report.as_json import json_text
from coi_audit.report.assurance import annex_html

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "audit.schema.json").read_text(encoding="utf-8"))
WRITTEN = ("report.pdf", "report.html", "findings.xlsx", "findings.csv", "audit.json", "annex.html")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with everything that is written of its public edition, and `internal.json`, which is not."""
    place = tmp_path_factory.mktemp("public")
    rules = paths.rules_folder()
    folder, rulebook = secrets_case(place / "case"), app.rulebook_of(rules)
    audit = app.audit_folder(folder, rules=rules, organisations=None, as_of=date.fromisoformat(AS_OF))
    (place / "internal.json").write_text(json_text(audit), encoding="utf-8")
    public = app.for_publication(audit, rulebook=rulebook)
    app.write_report(public, place / "report.pdf", rulebook=rulebook)
    app.write_report_page(public, place / "report.html", rulebook=rulebook)
    app.write_findings(public, place / "findings.xlsx")
    app.write_findings(public, place / "findings.csv")
    app.write_json(public, place / "audit.json")
    (place / "annex.html").write_text(annex_html(public, rulebook), encoding="utf-8")
    return place


def document(place: Path, name: str = "audit.json") -> Any:
    return json.loads((place / name).read_text(encoding="utf-8"))


def test_the_audit_of_the_body_itself_holds_them(place: Path) -> None:
    told = (place / "internal.json").read_text(encoding="utf-8")
    known = [one for one in SECRETS if one in told]
    assert len(known) >= 14, sorted(set(SECRETS) - set(known))


@pytest.mark.parametrize("name", WRITTEN)
def test_no_secret_is_in_anything_written(place: Path, name: str) -> None:
    for where, text in told_in(place / name):
        flat = " ".join(text.split())
        found = [one for one in SECRETS if one.casefold() in flat.casefold()]
        # Three letters stand by chance in packed bytes; what they pack is looked through by itself, as stream and page.
        parts = {one: one.split()[0] for one in SECRETS if where != "bytes" or len(one.split()[0]) > 5}
        found += [one for one, part in parts.items() if part.casefold() in flat.casefold() and part != "Grace"]
        assert not found, f"{found} in {where}"


def test_what_is_not_secret_stays(place: Path) -> None:
    public, before = document(place), document(place, "internal.json")
    assert len(public["findings"]) == len(before["findings"])
    assert [one["fingerprint"] for one in public["findings"]] == [one["fingerprint"] for one in before["findings"]]
    assert public["outcomes"] == before["outcomes"] and public["opinion"]["level"] == before["opinion"]["level"]
    assert len(public["rejected"]) == len(before["rejected"])
    assert [len(one["items"]) for one in public["meetings"]] == [len(one["items"]) for one in before["meetings"]]
    both = [
        [(one["person"], one["required_action"], one["handling"]) for meeting in each["meetings"]
         for item in meeting["items"] for one in item["conflicts"]] for each in (public, before)
    ]  # fmt: skip
    assert both[0] == both[1] and both[0]
    words = json.dumps(public, ensure_ascii=False)
    assert "Dr Anil Rao" in words and "Elm Street Surgery" in words and "left the room for this item" in words


def test_the_relationship_and_the_category_stay(place: Path) -> None:
    public = document(place)
    interests = [one["interest"] for meeting in public["meetings"] for item in meeting["items"]
                 for one in item["conflicts"] if one["interest"]["relationship"] == "spouse"]  # fmt: skip
    assert interests
    assert {one["category"] for one in interests} == {"financial"}
    assert all("words withheld" in one["nature"] for one in interests)


def test_a_private_item_keeps_its_number_and_nothing_else(place: Path) -> None:
    public = document(place)
    private = [item for meeting in public["meetings"] for item in meeting["items"] if item["private"]]
    assert [(one["number"], one["title"]) for one in private] == [("6", "Private item")]
    assert private[0]["parties"] == [] and private[0]["decision"] is None
    assert all(one["text"] == "" for one in private[0]["evidence"])


def test_it_says_what_it_keeps_back(place: Path) -> None:
    public = document(place)
    jsonschema.Draft202012Validator(SCHEMA).validate(public)
    kept = {one["kind"]: one["times"] for one in public["public"]["kept_back"]}
    assert {"family", "private_item", "provenance", "unread", "answer", "name", "redaction"} <= set(kept)
    assert kept["private_item"] >= 1 and kept["unread"] == len(public["rejected"])
    pages = [text for where, text in told_in(place / "report.pdf") if where.startswith("page")]
    assert "public edition" in pages[0] and "Public:" in pages[0]
    assert any("What this public edition keeps back" in one for one in pages)


def test_a_public_report_is_made_again_and_agrees(place: Path) -> None:
    told = run("verify", place / "report.pdf", place / "case", "--json")
    assert told.code == ExitCode.CLEAN
    assert told.document["agrees"]["because"].endswith("byte for byte")


def test_a_paper_that_changed_is_told_by_its_public_name(place: Path, tmp_path: Path) -> None:
    from shutil import copytree

    folder = Path(copytree(place / "case", tmp_path / "case"))
    (folder / f"notes on {FILE}.txt").write_text("Another note.", encoding="utf-8")
    told = run("verify", place / "report.pdf", folder, "--json")
    assert [one["what"] for one in told.document["inputs_changed"]] == ["altered"]
    assert FILE not in told.out


def test_the_command_prints_and_writes_the_public_edition_alone(tmp_path: Path) -> None:
    folder = small_case(tmp_path / "case")
    told = run("audit", folder, "--as-of", AS_OF, "--public", "--json", "--findings", tmp_path / "f.csv")
    assert told.code == ExitCode.FINDINGS
    assert told.document["public"]["kept_back"]
    assert "register 2017-04.xlsx" not in told.out + (tmp_path / "f.csv").read_text(encoding="utf-8")


def test_a_table_that_is_neither_kind_is_refused(tmp_path: Path) -> None:
    assert run("audit", tmp_path, "--findings", tmp_path / "findings.doc").code == ExitCode.USAGE
