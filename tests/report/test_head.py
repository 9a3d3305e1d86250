"""The head of the trail stands in every paper made from a store, whole, and a store is held against it later."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pikepdf
import pytest
from audits import audit
from click.testing import CliRunner
from given_audit import HEAD, given

from coi_audit.app.verify_store import with_trail
from coi_audit.cli import main
from coi_audit.errors import ExitCode, UserError
from coi_audit.model.evidence import InputFile, SourceRef
from coi_audit.model.kept import Anchor, By
from coi_audit.model.people import Body
from coi_audit.model.reading import FolderReading, Reading
from coi_audit.model.recheck import Answer, Recheck
from coi_audit.report.assurance import annex_html, assurance_html
from coi_audit.report.recheck_text import recheck_document, recheck_view
from coi_audit.rulebook.types import Rulebook
from coi_audit.store.keep import keep
from coi_audit.store.opening import open_store
from coi_audit.store.trail import verify_trail

LOOKED = Recheck(
    file="report.pdf",
    paper="assurance report",
    made_by="0.1.0",
    as_of="2018-01-15",
    whole=Answer.YES,
    whole_because="every byte is as it was written",
    rules=(),
    inputs=(),
    inputs_asked=False,
    agrees=Answer.NOT_ASKED,
    agrees_because="",
)


def test_the_head_stands_on_cover_method_and_annex(rulebook: Rulebook) -> None:
    page = assurance_html(given(), rulebook)
    assert f"entry 7 of its trail, hash {HEAD.hash[:16]};" in page
    assert str(HEAD) in page
    assert "All that the store knew" in page
    assert HEAD.hash in annex_html(given(), rulebook)
    known = given()
    assert known.kept is not None
    day = replace(known, kept=replace(known.kept, known_on=date(2017, 12, 31)))
    assert "with what was known on 31 December 2017" in assurance_html(day, rulebook)
    assert "trail" not in assurance_html(audit(), rulebook).casefold()


@pytest.fixture
def store(tmp_path: Path) -> tuple[str, list[Anchor]]:
    """A store with three changes, and the head after each."""
    place, heads = str(tmp_path / "store.sqlite3"), []
    opened = open_store(place, create=True)
    for number in range(3):
        body = Body(name="NHS Larkmere CCG", ods_code="99Y", source=SourceRef(file="body.yaml", line=1))
        entry = InputFile(path="body.yaml", sha256=f"{number}", kind="body")
        papers = FolderReading(papers=(Reading(path="body.yaml", input=entry, body=body),))
        keep(opened, papers, on=date(2018, 1, 15), by=By("Ruth Penhale", datetime(2018, 1, 15, number, tzinfo=UTC)))
        heads.append(verify_trail(opened).head)
    opened.close()
    return place, heads


@pytest.fixture
def report(tmp_path: Path) -> Callable[[object], Path]:
    """A PDF that carries an audit as reports do."""

    def made(told: object) -> Path:
        path = tmp_path / "report.pdf"
        with pikepdf.new() as pdf:
            pdf.add_blank_page()
            pdf.attachments["audit.json"] = json.dumps(told).encode()
            pdf.save(path)
        return path

    return made


def told_of(head: Anchor) -> dict[str, object]:
    return {"kept": {"head": {"number": head.number, "hash": head.hash}}}


def test_a_store_that_went_on_still_holds_the_head(
    store: tuple[str, list[Anchor]], report: Callable[[object], Path]
) -> None:
    place, heads = store
    said = ["the 2 since follow it", "the one since follows it", "it is the last"]
    for head, words in zip(heads, said, strict=True):
        found = with_trail(LOOKED, report(told_of(head)), place)
        assert found.anchored is Answer.YES
        assert words in found.anchored_because
        assert found.clean


def test_a_store_that_was_cut_or_written_anew_does_not(
    store: tuple[str, list[Anchor]], report: Callable[[object], Path]
) -> None:
    place, _ = store
    for head in (Anchor(4, "a" * 64), Anchor(2, "b" * 64)):
        found = with_trail(LOOKED, report(told_of(head)), place)
        assert found.anchored is Answer.NO
        assert not found.clean
        assert recheck_document(found)["trail_holds"]["answer"] == "no"


def test_a_report_without_a_head_and_a_spoilt_one_are_told(
    store: tuple[str, list[Anchor]], report: Callable[[object], Path], tmp_path: Path
) -> None:
    found = with_trail(LOOKED, report({}), store[0])
    assert found.anchored is Answer.NOT_ASKED
    assert found.clean
    assert recheck_view(found)
    with pytest.raises(UserError, match="cannot be read"):
        with_trail(LOOKED, report({"kept": {}}), store[0])
    with pytest.raises(UserError, match="no store here"):
        with_trail(LOOKED, report(told_of(store[1][0])), str(tmp_path / "none.sqlite3"))
    assert "trail_holds" not in recheck_document(LOOKED)


@pytest.mark.long
def test_a_report_from_a_store_is_held_against_it(tmp_path: Path) -> None:
    from coi_audit import paths

    folder, place, pdf = paths.sample_data_folder() / "southmoor-ccg", tmp_path / "s.sqlite3", tmp_path / "report.pdf"

    def run(*typed: object) -> tuple[int, str]:
        done = CliRunner().invoke(main, [str(one) for one in typed])
        return done.exit_code, done.stdout

    run("keep", folder, "--store", place, "--on", "2018-01-15", "--by", "Ruth Penhale")
    run("audit", "--store", place, "--as-of", "2018-01-31", "--pdf", pdf)
    code, words = run("verify", pdf, folder, "--store", place)
    assert code == ExitCode.CLEAN
    assert "byte for byte" in " ".join(words.split())
    assert "Does the store still hold its trail? yes" in " ".join(words.split())
