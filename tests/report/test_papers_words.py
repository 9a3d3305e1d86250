"""Both papers say what the audit holds, in plain words, and the same bytes come out of two runs."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest
from audits import STATEMENT, audit, check, finding, findings, quiet

from coi_audit.model.evidence import Rejected
from coi_audit.model.words import RuleOutcome
from coi_audit.report.assurance import assurance_html, write_assurance_pdf
from coi_audit.report.pack import pack_html, write_pack_pdf
from coi_audit.report.pdf import render_pdf
from coi_audit.rulebook.types import Rulebook


def text_of(path: Path) -> str:
    """The PDF's words, white space folded."""
    with pypdfium2.PdfDocument(path) as pdf:
        pages = [pdf[number].get_textpage().get_text_bounded() for number in range(len(pdf))]
    return re.sub(r"\s+", " ", " ".join(pages))


def test_a_finding_shows_both_values_its_evidence_and_its_source(assurance_pdf: Path) -> None:
    text = text_of(assurance_pdf)
    assert STATEMENT in text
    assert "Leave for the item" in text
    assert "Noted; took part" in text
    assert 'register.xlsx, sheet "Register", row 14, "Nature"' in text
    assert "Dr Mina Corrie | Fernhill Surgery | Partner" in text
    assert "“Managing conflicts of interest at meetings”; in force from 16 June 2017 to 30 June 2022" in text
    assert "recalled; to be checked against the source" in text


def test_every_pile_is_on_the_page(assurance_pdf: Path) -> None:
    text = text_of(assurance_pdf)
    for words in (
        "Limited assurance",
        "1 more reason in section 1",
        "3 findings where the papers show that a rule was not met, about 2 matters",
        "Announced in September; no papers.",
        "rests on draft minutes",
        "The chair ruled on the day: no other quorum.",
        "31/02/2017",
        "Interests that ended shortly before",
        "a lead to check, not an accusation",
        "0202020202",
        "abababab",
        "the month in the file's name",
        "The ruling for item 9 was not needed.",
        "Gethin Ŵyn Lowe",
    ):
        assert words.casefold() in text.casefold(), words


def test_equal_questions_are_one_entry_with_a_list(rulebook: Rulebook) -> None:
    html = assurance_html(audit(), rulebook)
    assert html.count("<h3>Please supply the minutes of 5 December 2017.</h3>") == 1
    assert len(re.findall(r"<tr><td>5 September 2017[^<]*, item \d", html)) == 3


def test_findings_of_one_matter_stand_on_one_card(rulebook: Rulebook) -> None:
    html = assurance_html(audit(), rulebook)
    cards = re.findall(r'<article class="card .*?</article>', html, re.DOTALL)
    assert len(cards) == 3  # two matters, and one that a ruling covers
    assert "MTG-07" in cards[0]
    assert "MTG-06" in cards[0]
    assert cards[0].count("row 14, &#34;Nature&#34;") == 1  # shared evidence is printed once


def test_no_value_of_the_json_and_no_forbidden_word_reaches_a_page(assurance_pdf: Path, pack_pdf: Path) -> None:
    for path in (assurance_pdf, pack_pdf):
        text = text_of(path)
        assert not re.search(r"\b[a-z]+_[a-z_]+\b", text), re.findall(r"\b[a-z]+_[a-z_]+\b", text)
        assert "breach" not in text


def test_an_empty_audit_still_prints_every_section(rulebook: Rulebook) -> None:
    html = assurance_html(quiet(), rulebook)
    assert "Opinion withheld" in html
    assert "None: no rule was found not met." in html
    assert "No register was read." in html
    assert "the day of the run" in html
    assert html.count("<h2>") == 13


def test_hostile_words_are_escaped_and_odd_signs_replaced(rulebook: Rulebook, tmp_path: Path) -> None:
    odd = Rejected(file="a.docx", place="", value="<b>&\u0000 漢 \u202e ﬁ \U0001f600", problem="p", fix="f")
    whole = replace(
        audit(), rejected=(odd,), findings=(*findings(), finding(99, statement="<script>alert(1)</script>"))
    )
    html = assurance_html(whole, rulebook)
    assert "<script>" not in html
    assert "漢" not in html
    path = tmp_path / "odd.pdf"
    write_assurance_pdf(whole, rulebook, path)
    assert "<b>& ?" in text_of(path)


def test_page_one_of_the_pack_says_it_all(pack_pdf: Path) -> None:
    with pypdfium2.PdfDocument(pack_pdf) as pdf:
        first = re.sub(r"\s+", " ", pdf[0].get_textpage().get_text_bounded())
    for words in (
        "6 February 2018",
        "Declare it, leave for the whole item, be sent no papers for it",
        "Dr Mina Corrie",
        "Partner in Fernhill Surgery",
        "hand over the chair",
        "7 → 5, 6 needed: not quorate",
        "Ruth Abara to take the chair",
        "No papers to Dr Mina Corrie",
        'Which is "Hill"? Two fit.',
    ):
        assert words in first, words


def test_the_pack_gives_ways_out_and_who_is_clear(pack_pdf: Path) -> None:
    text = text_of(pack_pdf)
    assert "Defer the item." in text
    assert "Nothing to declare" in text
    assert "Tom Łuczak" in text
    assert "1 Welcome and apologies" in text


def test_a_pack_with_nothing_in_it_prints(rulebook: Rulebook) -> None:
    html = pack_html(replace(check(), meetings=quiet().meetings), rulebook)
    assert "No interest known touches an item of this meeting." in html


@pytest.mark.parametrize("kind", ["assurance", "pack"])
def test_two_runs_give_the_same_bytes(
    kind: str, rulebook: Rulebook, tmp_path: Path, assurance_pdf: Path, pack_pdf: Path
) -> None:
    again = tmp_path / "again.pdf"
    if kind == "assurance":
        write_assurance_pdf(audit(), rulebook, again)
    else:
        write_pack_pdf(check(), rulebook, again)
    assert again.read_bytes() == (assurance_pdf if kind == "assurance" else pack_pdf).read_bytes()


def test_a_rule_that_failed_to_run_is_counted_on_page_one(rulebook: Rulebook) -> None:
    html = assurance_html(replace(audit(), outcomes={RuleOutcome.FAILED_TO_RUN: 2}), rulebook)
    assert re.search(r"Failed to run</td><td class=\"number\">2<", html)


def test_a_layout_fault_is_not_passed_over() -> None:
    with pytest.raises(ValueError, match="layout is faulty"):
        render_pdf("<html lang='en'><title>x</title><p>x</p></html>", as_of=audit().as_of, style="p { colr: red }")
