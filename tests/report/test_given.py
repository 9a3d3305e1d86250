"""What people gave to a store stands beside findings and plan, changes neither, and is masked in a public edition."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import jsonschema
import openpyxl
import pytest
from audits import audit
from given_audit import HEAD, OWNER, REMARK, REVIEWER, WORDS
from given_audit import given as given_case
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html
from rich.console import Console

from coi_audit import app
from coi_audit.model.given import JUDGEMENT, Action, ActionState, FromStore, Judgement, View
from coi_audit.report.as_json import audit_document, json_text
from coi_audit.report.assurance import annex_html, assurance_html
from coi_audit.report.findings_table import findings_csv, findings_workbook
from coi_audit.report.given_json import given_told
from coi_audit.report.terminal import audit_view
from coi_audit.rulebook.types import Rulebook

SCHEMA = json.loads((Path(__file__).parents[2] / "docs" / "schema" / "audit.schema.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(rulebook: Rulebook) -> str:
    whole = lxml_html.document_fromstring(assurance_html(given_case(), rulebook))
    return " ".join("".join(str(one) for one in whole.itertext()).split())


def test_a_judgement_stands_beside_its_finding(page: str, rulebook: Rulebook) -> None:
    words = f"{REVIEWER} disagreed on 3 March 2018: {WORDS} saw her leave."
    assert f"Judgement: {words}" in page
    assert words in annex_html(given_case(), rulebook)
    assert f"{REVIEWER} agreed on 4 March 2018." in page
    assert "Covered by a ruling" in page
    assert f"Not raised in this audit{REVIEWER} was unsure on 5 March 2018: No papers yet." in page
    assert "takes no finding away and changes no opinion" in page


def test_the_plan_shows_owner_day_and_state(page: str) -> None:
    assert OWNER in page
    assert "31 January 2017" in page
    assert f"Action 1: Open, overdue. With {REMARK}." in page
    assert "Action 4: Open." in page
    assert "Ask the chair.nobody yetno day setOpen." in page
    assert "1 action done or dropped" in page


def test_an_audit_without_a_store_tells_nothing_of_it(rulebook: Rulebook) -> None:
    for one in (audit(), replace(audit(), kept=FromStore(HEAD))):
        assert "Judgement" not in assurance_html(one, rulebook)
    assert "kept" not in audit_document(audit())


def test_the_json_holds_it_and_gives_it_back() -> None:
    document = json.loads(json_text(given_case()))
    jsonschema.validate(document, SCHEMA)
    assert given_told(document["kept"]) == given_case().kept
    without = {key: value for key, value in document.items() if key != "kept"}
    assert without == json.loads(json_text(audit()))


def test_the_table_has_room_for_judgements_and_shows_those_given_case() -> None:
    book = openpyxl.load_workbook(io.BytesIO(findings_workbook(given_case())))
    heads, first = (list(row) for row in book["Findings"].iter_rows(max_row=2, values_only=True))
    told = dict(zip(heads, first, strict=True))
    assert (told[JUDGEMENT], told["Judged by"], told["Owner"]) == ("disagree", REVIEWER, OWNER)
    (only,) = book["Findings"].data_validations.dataValidation
    assert only.formula1 == '"agree,disagree,unsure"'


def test_the_terminal_counts_them() -> None:
    console = Console(width=200, record=True, file=StringIO())
    console.print(audit_view(given_case()))
    assert "1 disagreed. 3 actions open, 1 overdue." in console.export_text()


def test_a_public_edition_names_neither_reviewer_nor_owner_nor_their_words(rulebook: Rulebook) -> None:
    public = app.for_publication(given_case(), rulebook=rulebook)
    assert public.kept is not None
    assert [one.view for one in public.kept.judgements] == [one.view for one in given_case().kept.judgements]  # type: ignore[union-attr]
    jsonschema.validate(json.loads(json_text(public)), SCHEMA)
    pages = (assurance_html(public, rulebook), annex_html(public, rulebook), json_text(public), findings_csv(public))
    for written in pages:
        for secret in (REVIEWER, OWNER, WORDS, REMARK):
            for part in secret.split():
                assert part not in written, part
    assert "A reviewer disagreed on 3 March 2018." in pages[0]
    assert app.for_publication(public, rulebook=rulebook) == public


VIEWS = st.tuples(
    st.sampled_from([one.fingerprint for one in (*audit().findings, *audit().waived)]), st.sampled_from(View)
)


@settings(max_examples=40, deadline=None)
@given(views=st.lists(VIEWS, unique_by=lambda one: one[0]), state=st.sampled_from(ActionState))
def test_no_judgement_and_no_action_changes_an_outcome_or_the_opinion(
    views: list[tuple[str, View]], state: ActionState
) -> None:
    plain = audit()
    judgements = tuple(Judgement(number, view, "Why", REVIEWER, date(2018, 3, 3)) for number, view in views)
    actions = (Action(1, ("MTG-07",), "Log it.", tuple(number for number, _ in views), state=state),)
    judged = replace(plain, kept=FromStore(HEAD, None, judgements, actions))
    document = audit_document(judged)
    assert len(document.pop("kept")["judgements"]) == len(views)
    assert document == audit_document(plain)
    assert app.exit_code_of(judged) == app.exit_code_of(plain)
