"""Both papers say what the audit holds, in plain words, and the same bytes come out of two runs."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pypdfium2
import pytest
from audits import STATEMENT, audit, check, finding, findings, quiet

from coi_audit.model.evidence import Rejected
from coi_audit.model.words import RuleOutcome
from coi_audit.report.assurance import annex_html, assurance_html, write_assurance_pdf
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
        "3 findings where the papers show that a rule was not met",
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
    assert len(re.findall(r"5 September 2017[^;]*?, item \d", section(html, "questions"))) == 3


def test_findings_of_one_matter_stand_on_one_card_of_the_annex(rulebook: Rulebook) -> None:
    html = annex_html(audit(), rulebook)
    cards = re.findall(r'<article class="card .*?</article>', html, re.DOTALL)
    assert len(cards) == 2
    assert "MTG-07" in cards[0]
    assert "MTG-06" in cards[0]
    assert cards[0].count("row 14, &#34;Nature&#34;") == 1  # shared evidence is printed once


def test_no_value_of_the_json_and_no_forbidden_word_reaches_a_page(assurance_pdf: Path, pack_pdf: Path) -> None:
    for path in (assurance_pdf, pack_pdf):
        text = text_of(path)
        assert not re.search(r"\b[a-z]+_[a-z_]+\b", text), re.findall(r"\b[a-z]+_[a-z_]+\b", text)
    assert "breach" not in text_of(pack_pdf)


def test_only_the_bodys_own_log_and_the_sources_speak_of_a_breach(rulebook: Rulebook) -> None:
    html = assurance_html(audit(), rulebook)
    parts = {name: part for part in html.split("<section")[1:] for name in re.findall(r'^[^>]*id="(\w+)"', part)}
    quoting = {"areas", "asked", "method"}  # NHS England's questions and the sources' clauses
    assert set(parts) > {"glance", "findings", "questions", "meetings"} | quoting
    assert [name for name, part in parts.items() if "breach" in part.casefold() and name not in quoting] == []


def test_an_empty_audit_still_prints_every_section(rulebook: Rulebook) -> None:
    html = assurance_html(quiet(), rulebook)
    assert "Opinion withheld" in html
    assert "None: no rule was found not met." in html
    assert "No register of interests is among the papers read." in html
    assert "the day of the run" in html
    assert html.count("<h2>") == 19


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


# Areas of assurance, papers to ask for, method


def section(html: str, name: str) -> str:
    """One section's words, tags and white space folded."""
    part = html.split(f'id="{name}">', 1)[1].split("</section>", 1)[0]
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", part))


def test_every_area_shows_its_level_and_why(rulebook: Rulebook) -> None:
    told = section(assurance_html(audit(), rulebook), "areas")
    levels = ("✓ Compliant", "◆ Partially compliant", "▲ Non-compliant", "☐ Not rated", "☐ Withheld")
    levels += ("✓ Full assurance", "◆ Substantial assurance", "▲ Limited assurance", "▲▲ No assurance")
    for words in (*levels, "Area 0 came out so.", "2 rules: met 4, cannot tell 1", "How are concerns raised?"):
        assert words in told, words
    assert told.count("It did not hold in this period") == 1


def test_the_certification_and_readiness_say_what_is_missing(rulebook: Rulebook) -> None:
    told = section(assurance_html(audit(), rulebook), "areas")
    answers = ("✓ Yes", "▲ No", "☐ Cannot tell", "☐ Ask the body")
    for words in (*answers, "To ask for: The policy of 2017", "(each quarter)"):
        assert words in told, words
    for words in ("Ready soon.", "One matter weighs.", "A register was never shown", "The log", "not NHS England's"):
        assert words in told, words


def test_a_body_that_asks_for_nothing_has_no_readiness(rulebook: Rulebook) -> None:
    whole = audit()
    assert whole.assessment is not None
    bare = replace(whole, assessment=replace(whole.assessment, readiness=None, certification=(), papers=()))
    html = assurance_html(bare, rulebook)
    assert "delegated commissioning?" not in section(html, "areas")
    assert "self-certification" not in section(html, "areas")
    assert "None: every paper that the rules look into is in the folder." in section(html, "asked")


def test_an_absent_paper_is_one_row_and_its_questions_stand_nowhere_else(rulebook: Rulebook) -> None:
    absent = [
        finding(
            50 + number, RuleOutcome.CANNOT_TELL, rule_id=rule, fingerprint=print_, item=None, ask=f"Ask of {rule}?"
        )
        for number, (rule, print_) in enumerate({"GFT-01": "f" * 16, "TRN-01": "e" * 16, "DEC-01": "d" * 16}.items())
    ]
    html = assurance_html(replace(audit(), findings=tuple(absent)), rulebook)
    assert "Ask of DEC-01?" in section(html, "questions")
    assert "Ask of GFT-01?" not in html
    assert "The register of gifts Supply it, or a nil return. GFT-01, GFT-05 1 question" in section(html, "asked")
    assert "▲ High" in section(html, "asked")


def test_one_question_of_several_rules_is_one_entry(rulebook: Rulebook) -> None:
    alike = [finding(60 + n, RuleOutcome.CANNOT_TELL, rule_id=rule, ask="Who was it?", because=(f"Said {n}.",))
             for n, rule in enumerate(("MTG-04", "MTG-07"))]  # fmt: skip
    html = assurance_html(replace(audit(), findings=tuple(alike)), rulebook)
    told = section(html, "questions")
    assert html.count("<h3>Who was it?</h3>") == 1
    assert re.search(r"MTG-04.*MTG-07.*Said 0\. +Said 1\.", told)
    assert told.count("5 September 2017") == 1


def test_the_method_page_counts_rules_by_mark_and_tells_what_was_not_tested(rulebook: Rulebook) -> None:
    told = section(assurance_html(audit(), rulebook), "method")
    held = [
        rule
        for rule in rulebook.rules.values()
        if any(one.in_force_from <= date(2018, 1, 15) and (one.in_force_until or date.max) >= date(2017, 4, 28)
               for one in rule.versions)
    ]  # fmt: skip
    assert f"{len(held)} of {len(rulebook.rules)} rules were in force on some day from 28 April 2017" in told
    lines = {words: re.search(rf"{words} (\d+) (\d+)", told) for words in ("Read in the source", "own presumption")}
    assert all(lines.values()), lines
    marks = re.findall(r"(?:Read in the source|against the source|own presumption) (\d+) (\d+)", told)
    assert sum(int(one) for one, _ in marks) == len(held)
    assert sum(int(one) for _, one in marks) == sum(len(rule.versions) for rule in rulebook.rules.values())
    assert re.search(r"Rules that were in force on no day of the period \(\d+\): .*ICB-01", told)
    assert re.search(r"Rules in force that had nothing to speak of in these papers \(\d+\): .*MTG-05", told)
    assert "MTG-07" not in told.split("nothing to speak of")[1].split("Rules that were")[0]
    assert re.search(r"Of \d+ clauses of the documents in force in the period, \d+ are tested by rules", told)
    assert "Where in the constitution are the arrangements" in section(annex_html(audit(), rulebook), "asks")
    assert "What the papers of section 6 would show (2 papers to ask for)" in told


def test_the_method_page_speaks_of_the_sources_of_the_period_alone(rulebook: Rulebook) -> None:
    told = section(assurance_html(audit(), rulebook), "method")
    assert "SG17" in told
    asks = section(annex_html(audit(), rulebook), "asks")
    assert "PSR23, “" not in asks  # its clauses are of another day
    assert "Who signed each return?" in asks
