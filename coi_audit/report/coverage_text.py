"""The coverage of the sources: as a view for the terminal, as plain data for `--json`, and as docs/coverage.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from coi_audit.model.words import EvidenceMark
from coi_audit.report.words import count, day, sentence, words
from coi_audit.rulebook.clauses import Coverage, coverage
from coi_audit.rulebook.types import Clause, Rulebook, Source

_INTRODUCTION = """\
# What the rulebook covers

Every clause of the sources this project knows of, in its own words, and what answers for it: the rules that test it,
the question to put to the body where no paper can show it, or nothing yet. Must is statute or a "must" of statutory
guidance; should is to comply or explain; local is for the body's constitution or policy. The mark says how sure this
project is that the source says so: read in the source, recalled, or this tool's own presumption.

This page is made from [rules/clauses.yaml](../rules/clauses.yaml); do not edit it. To make it again:

    .venv/bin/coi-audit rules coverage --markdown > docs/coverage.md
"""


def coverage_document(rulebook: Rulebook) -> dict[str, Any]:
    """Counts, then every source with its clauses, oldest source first."""
    found = coverage(rulebook)
    return {
        "rulebook_sha256": rulebook.sha256,
        "counts": {
            "clauses": len(rulebook.clauses),
            "tested": len(found.tested),
            "ask_the_body": len(found.asked),
            "uncovered": len(found.uncovered),
        },
        "rules_without_clause": list(found.rules_without_clause),
        "sources": [
            {
                "source": source.key,
                "title": source.title,
                "clauses": [_clause_document(one) for one in clauses],
            }
            for source, clauses in by_source(rulebook)
        ],
    }


def coverage_view(rulebook: Rulebook) -> RenderableType:
    """Source by source: each clause, and the rules, the question, or the word that nothing covers it."""
    parts: list[RenderableType] = []
    for source, clauses in by_source(rulebook):
        parts.append(Text(f"{source.title} ({source.key})", style="bold"))
        parts.append(Text(f"{_counts(clauses)}\n"))
        for one in clauses:
            parts.append(Text(f"  {sentence(words(one.force))}: {one.asks}"))
            parts.append(Text(f"    {_answer(one)} · {one.locator} ({words(one.evidence)})", style="dim"))
        parts.append(Text(""))
    found = coverage(rulebook)
    parts.append(Text(f"{_total(found)}", style="bold"))
    if found.rules_without_clause:
        parts.append(Text(f"Rules that no clause names: {', '.join(found.rules_without_clause)}."))
    return Group(*parts)


def coverage_markdown(rulebook: Rulebook) -> str:
    """The page docs/coverage.md: the counts, a table of each source, then what nothing covers."""
    found = coverage(rulebook)
    lines = [_INTRODUCTION, f"**{_total(found)}**", ""]
    lines += ["| source | clauses | tested by rules | to ask the body | not covered |", "|---|---|---|---|---|"]
    for source, clauses in by_source(rulebook):
        tested, asked, uncovered = _split(clauses)
        lines.append(f"| {_cell(source.title)} | {len(clauses)} | {tested} | {asked} | {uncovered} |")
    for source, clauses in by_source(rulebook):
        lines += ["", f"## {source.key}: {source.title}", "", f"{_about(source)} {_counts(clauses)}", ""]
        lines += ["| what it asks | force | where it stands | mark | what answers for it |", "|---|---|---|---|---|"]
        lines += [_row(one) for one in clauses]
    lines += ["", "## What nothing covers yet", ""]
    lines += [f"- {one.source.key}, {one.locator}: {one.asks}" for one in found.uncovered] or ["Nothing is left out."]
    if found.rules_without_clause:
        lines += ["", f"Rules that no clause names: {', '.join(found.rules_without_clause)}."]
    return "\n".join(lines) + "\n"


def by_source(rulebook: Rulebook) -> list[tuple[Source, list[Clause]]]:
    """Each source with its clauses in the order of the file, oldest source first; sources without clauses left out."""
    groups: dict[str, list[Clause]] = {}
    for one in rulebook.clauses:
        groups.setdefault(one.source.key, []).append(one)
    ordered = sorted(groups.values(), key=lambda found: (found[0].source.in_force_from, found[0].source.key))
    return [(found[0].source, found) for found in ordered]


def _clause_document(one: Clause) -> dict[str, Any]:
    return {
        "locator": one.locator,
        "asks": one.asks,
        "force": one.force.value,
        "evidence": one.evidence.value,
        "rules": list(one.rules),
        "ask_the_body": one.ask_the_body,
        "covered": bool(one.rules) or one.ask_the_body is not None,
    }


def _row(one: Clause) -> str:
    cells = (one.asks, words(one.force), one.locator, words(one.evidence), _answer(one))
    return f"| {' | '.join(_cell(cell) for cell in cells)} |"


def _answer(one: Clause) -> str:
    if one.rules:
        return ", ".join(one.rules)
    return f"Ask the body: {one.ask_the_body}" if one.ask_the_body else "Nothing covers it yet"


def _about(source: Source) -> str:
    until = f" to {day(source.in_force_until)}" if source.in_force_until else ", still in force"
    where = f" <{source.url}>." if source.url else ""
    return f"{source.publisher}; in force from {day(source.in_force_from)}{until}.{where}"


def _split(clauses: Sequence[Clause]) -> tuple[int, int, int]:
    tested = sum(bool(one.rules) for one in clauses)
    asked = sum(one.ask_the_body is not None for one in clauses)
    return tested, asked, len(clauses) - tested - asked


def _counts(clauses: Sequence[Clause]) -> str:
    tested, asked, uncovered = _split(clauses)
    marks = "; ".join(
        f"{number} {words(mark)}" for mark in EvidenceMark if (number := sum(one.evidence is mark for one in clauses))
    )
    return (
        f"{count(len(clauses), 'clause')}: {tested} tested by rules, {asked} to ask the body about, "
        f"{uncovered} not covered. Of these, {marks}."
    )


def _total(found: Coverage) -> str:
    total = len(found.tested) + len(found.asked) + len(found.uncovered)
    return (
        f"{count(total, 'clause')}: {len(found.tested)} tested by rules, {len(found.asked)} to ask the body about, "
        f"{len(found.uncovered)} not covered."
    )


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
