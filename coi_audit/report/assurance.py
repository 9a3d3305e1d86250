"""The assurance report: an audit as a PDF that a governance lead signs and a board reads."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from coi_audit.model.audit import Audit
from coi_audit.model.words import Handling, RuleOutcome
from coi_audit.report.answers_view import answer_lines, answers_effect, conflicted_answers, other_differences
from coi_audit.report.as_json import json_text
from coi_audit.report.assessment_view import assessment_view
from coi_audit.report.charts import Bar, bar_chart
from coi_audit.report.conflict_view import ConflictView
from coi_audit.report.decision_types import decision_type_titles
from coi_audit.report.difference_view import difference_view
from coi_audit.report.findings_view import severity_colours, severity_groups, waived_matters
from coi_audit.report.html import render, style
from coi_audit.report.made import ANNEX, ASSURANCE, made_by
from coi_audit.report.meeting_view import MeetingView, meeting_view
from coi_audit.report.method_view import method_view
from coi_audit.report.pdf import Attached, write_pdf
from coi_audit.report.questions_view import question_groups
from coi_audit.report.sections.added import added_sections, inputs_sha256
from coi_audit.report.sections.given_view import given_view
from coi_audit.report.tallies import Tallies, drafts, tally
from coi_audit.report.words import INPUT_KIND, OUTCOME_MEANING, day, listed, opinion_words, period_of, sentence, words
from coi_audit.rulebook.types import Rulebook

TITLE = "Conflicts of interest assurance report"
ANNEX_TITLE = "Conflicts of interest assurance report, annex volume"
DRAFT = "Draft for factual accuracy"
_TEMPLATE = "report/report.html"
_ANNEX_TEMPLATE = "report/annex.html"
_STYLES = ("base/paper.css", "report/report.css")
_HANDLING_COLOURS: Mapping[Handling, str] = {
    Handling.MANAGED: "#1d6b4f",
    Handling.BELOW_WITH_REASON: "#8a6d00",
    Handling.BELOW_WITHOUT_REASON: "#7f1d1d",
    Handling.NOT_DECLARED: "#b4470e",
    Handling.NOT_ON_REGISTER: "#8a6d00",
    Handling.RECORD_TOO_THIN: "#44617b",
    Handling.NOT_YET_HELD: "#6b7580",
}
_SECTIONS = (
    ("glance", "At a glance"),
    ("since", "What changed since the last report"),
    ("areas", "Areas of assurance"),
    ("matrix", "Members and meetings"),
    ("findings", "Findings"),
    ("plan", "Action plan"),
    ("given", "Judgements, and actions of earlier audits"),
    ("asked", "Papers to ask for"),
    ("questions", "What the papers do not tell"),
    ("quorum", "Quorum"),
    ("meetings", "Meeting by meeting"),
    ("recent", "Interests that ended shortly before"),
    ("rulings", "Matters that a ruling covers"),
    ("answers", "What people answered"),
    ("registers", "The registers of interests"),
    ("procurement", "Procurement and support contracts"),
    ("gifts", "Gifts, hospitality and sponsorship"),
    ("training", "Training"),
    ("rejected", "What could not be read"),
    ("papers", "Papers read"),
    ("method", "How this was done"),
    ("otherwise", "The body's own policy, and what if"),
    ("signoff", "Sign-off"),
    ("extract", "For the annual report and the governance statement"),
)
# Sections that begin a page; the others begin where the one before ends.
_OWN_PAGE = frozenset({"glance", "areas", "extract"})
_ANNEX_SECTIONS = (
    ("evidence", "Findings with all their evidence"),
    ("items", "Every item of every meeting"),
    ("rules", "The rules and their answers"),
    ("asks", "What only the body can answer"),
)


@dataclass(frozen=True, slots=True)
class RuleLine:
    rule_id: str
    title: str
    counts: tuple[int, ...]


def write_assurance_pdf(audit: Audit, rulebook: Rulebook, path: Path, *, draft: bool = False) -> None:
    """Write the assurance report, PDF/A-3a with the PDF/UA-1 mark and the audit's JSON attached.

    `draft` marks every page as a draft for factual accuracy. Raises `SetupError` where a template, Pango or a font is
    missing, `UserError` where the file cannot be written.
    """
    attached = Attached("audit.json", json_text(audit).encode(), "The audit this report was made from", "Source")
    html = assurance_html(audit, rulebook, draft=draft)
    made = made_by(ASSURANCE, audit, rulebook, draft=draft)
    write_pdf(html, path, as_of=audit.as_of, style=style(*_STYLES), attached=(attached, made))


def write_annex_pdf(audit: Audit, rulebook: Rulebook, path: Path, *, draft: bool = False) -> None:
    """Write the second volume: each matter with all its evidence, every item, every rule. Raises as the first does."""
    html = annex_html(audit, rulebook, draft=draft)
    made = made_by(ANNEX, audit, rulebook, draft=draft)
    write_pdf(html, path, as_of=audit.as_of, style=style(*_STYLES), attached=(made,))


def assurance_html(audit: Audit, rulebook: Rulebook, *, draft: bool = False) -> str:
    """The report's page as HTML."""
    return render(_TEMPLATE, assurance_context(audit, rulebook, draft=draft))


def annex_html(audit: Audit, rulebook: Rulebook, *, draft: bool = False) -> str:
    """The annex volume's page as HTML."""
    context = assurance_context(audit, rulebook, draft=draft)
    sections = _numbered(_ANNEX_SECTIONS)
    return render(
        _ANNEX_TEMPLATE,
        {
            **context,
            "title": _titled(ANNEX_TITLE, draft),
            "sections": sections,
            "matters": severity_groups(audit),
        },
    )


def assurance_context(audit: Audit, rulebook: Rulebook, *, draft: bool = False) -> dict[str, Any]:
    """Everything the templates name. It counts and puts into words; it judges nothing."""
    tallies = tally(audit)
    return {
        **_about(audit, draft),
        **_found(audit, rulebook, tallies),
        **_read(audit),
        **_ruled(audit, rulebook),
        **added_sections(audit, rulebook, tallies),
    }


def _titled(title: str, draft: bool) -> str:
    return f"{title}: {DRAFT[:1].lower()}{DRAFT[1:]}" if draft else title


def _about(audit: Audit, draft: bool) -> dict[str, Any]:
    sections = _sections(audit)
    return {
        "title": _titled(TITLE if audit.public is None else f"{TITLE} (public edition)", draft),
        "public": audit.public,
        "draft": DRAFT if draft else "",
        "body": audit.body,
        "as_of": day(audit.as_of),
        "as_of_given": audit.scope.as_of_given,
        "period": period_of(audit.scope),
        "committees": sorted({one.committee for one in audit.meetings}),
        "drafts": listed([day(one.date) for one in drafts(audit)]),
        "head": audit.kept.head if audit.kept is not None else None,
        "known_on": day(audit.kept.known_on) if audit.kept is not None and audit.kept.known_on is not None else "",
        "opinion": opinion_words(audit),
        "reasons": audit.opinion.reasons,
        "edition": audit.edition,
        "policy": audit.policy,
        "differences": [difference_view(one) for one in other_differences(audit)],
        "answers": answer_lines(audit),
        "answered": [difference_view(one) for one in answers_effect(audit)],
        "conflicted_answers": conflicted_answers(audit),
        "sections": sections,
        "number": {one["id"]: one["number"] for one in sections},
        "areas": assessment_view(audit.assessment) if audit.assessment is not None else None,
    }


def _sections(audit: Audit) -> list[dict[str, Any]]:
    """The sections in order; those on areas, and on policy and editions, only where there is something to tell."""
    untold = {"otherwise"} if not (audit.policy or other_differences(audit)) else set()
    untold |= set() if audit.answers else {"answers"}
    if audit.assessment is None:
        untold |= {"areas", "asked"}
    untold |= set() if audit.since else {"since"}
    untold |= set() if given_view(audit) else {"given"}
    return _numbered([one for one in _SECTIONS if one[0] not in untold])


def _numbered(shown: Sequence[tuple[str, str]]) -> list[dict[str, Any]]:
    return [
        {"id": key, "number": number, "title": title, "flows": key not in _OWN_PAGE}
        for number, (key, title) in enumerate(shown, 1)
    ]


def _found(audit: Audit, rulebook: Rulebook, tallies: Tallies) -> dict[str, Any]:
    types = decision_type_titles(rulebook.folder)
    sources = {key: source.title for key, source in rulebook.sources.items()}
    meetings = [meeting_view(one, index, types=types, sources=sources) for index, one in enumerate(audit.meetings, 1)]
    return {
        "tallies": tallies,
        "outcomes": [(words(kind), number, OUTCOME_MEANING[kind]) for kind, number in tallies.outcomes.items()],
        "handling_chart": handling_chart(tallies),
        "severity_chart": severity_chart(tallies),
        "questions": question_groups(audit, rulebook),
        "meetings": meetings,
        "recent": recent_lines(meetings),
        "missing": [
            (one.committee, day(one.on) if one.on else _between(one.between), one.why) for one in audit.missing
        ],
        "waived": waived_matters(audit),
    }


def _read(audit: Audit) -> dict[str, Any]:
    return {
        "rejected": audit.rejected,
        "inputs_sha256": inputs_sha256(audit.inputs),
        "inputs": [(INPUT_KIND.get(one.kind, one.kind), one) for one in audit.inputs],
        "lists": audit.organisation_lists,
        "registers": [one for one in audit.inputs if one.kind == "register"],
        "notices": audit.notices,
        "tool_version": audit.tool_version,
        "rulebook_sha256": audit.rulebook_sha256,
    }


def _ruled(audit: Audit, rulebook: Rulebook) -> dict[str, Any]:
    lines = rule_lines(audit, rulebook)
    declaring = {rule_id for rule_id, rule in rulebook.rules.items() if rule.area == "declaration"}
    return {
        "rules": lines,
        "declaration_rules": [one for one in lines if one.rule_id in declaring],
        "outcome_names": [words(kind) for kind in RuleOutcome],
        "method": method_view(audit, rulebook),
    }


def handling_chart(tallies: Tallies) -> Markup:
    """How conflicts were handled, as bars."""
    bars = [Bar(sentence(words(kind)), number, _HANDLING_COLOURS[kind]) for kind, number in tallies.handling.items()]
    return bar_chart("Conflicts by how they were handled", bars)


def severity_chart(tallies: Tallies) -> Markup:
    """Findings that are not met by how much they weigh, as bars."""
    colours = severity_colours()
    bars = [Bar(words(kind), number, colours[kind]) for kind, number in tallies.severities.items()]
    return bar_chart("Findings by weight", bars)


def recent_lines(meetings: Sequence[MeetingView]) -> list[tuple[ConflictView, list[str]]]:
    """Each interest that ended shortly before, once, with the meetings and items it would have touched."""
    lines: dict[tuple[str, str, str], tuple[ConflictView, dict[str, list[str]]]] = {}
    for meeting in meetings:
        for one in meeting.recent:
            _, places = lines.setdefault((one.person, one.interest, one.dates), (one, {}))
            places.setdefault(meeting.date, []).append(one.item)
    return [
        (one, [f"{when}, {'item' if len(items) == 1 else 'items'} {listed(items)}" for when, items in places.items()])
        for one, places in lines.values()
    ]


def rule_lines(audit: Audit, rulebook: Rulebook) -> list[RuleLine]:
    """Every rule with how often it gave each of the six answers, in the order of `RuleOutcome`."""
    lines = []
    for rule_id in sorted(rulebook.rules):
        counts = audit.rule_outcomes.get(rule_id, {})
        lines.append(
            RuleLine(rule_id, rulebook.rules[rule_id].title, tuple(counts.get(kind, 0) for kind in RuleOutcome))
        )
    return lines


def _between(days: tuple[Any, Any] | None) -> str:
    return f"between {day(days[0])} and {day(days[1])}" if days else "day not known"
