"""The national summary report: every body side by side as a PDF, with the same picture attached as JSON."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

from coi_audit.model.assessment import ReadinessLevel
from coi_audit.model.national import BodyState, BodySummary, National
from coi_audit.model.words import OpinionLevel
from coi_audit.report.charts import Bar, bar_chart
from coi_audit.report.html import render, style
from coi_audit.report.made import NAME, NATIONAL
from coi_audit.report.national_text import national_document
from coi_audit.report.national_view import (
    OPINION_KEY,
    READINESS_KEY,
    area_tables,
    opinion_words_of,
    readiness_mark,
    region_words,
    tiles,
    ways,
)
from coi_audit.report.pdf import Attached, render_pdf
from coi_audit.report.tile_grid import key, tile_grid
from coi_audit.report.words import SEVERITY_SIGN, count, day, sentence, words
from coi_audit.rulebook.load import rulebook_files

TITLE = "Conflicts of interest: the national picture"
_TEMPLATE = "national/national.html"
_STYLES = ("base/paper.css", "national/national.css")
_COMMONEST, _STEPS, _SHARED = 30, 4, 60
_SECTIONS = (
    ("glance", "At a glance"),
    ("tiles", "Body by body"),
    ("readiness", "Ready for delegated commissioning"),
    ("areas", "Opinion by area"),
    ("commonest", "Commonest findings"),
    ("outliers", "Bodies that stand apart"),
    ("people", "Names at the tables of several bodies"),
    ("providers", "Providers with people at several bodies"),
    ("failed", "Bodies that could not be audited"),
    ("bodies", "Every body"),
    ("method", "How this was done"),
)


def national_pdf(found: National, rules: Path) -> bytes:
    """The report's bytes, PDF/A-3a with the PDF/UA-1 mark; the same bodies give the same bytes in whichever run.

    `rules` is the rules folder they were audited under, told file by file inside.

    Raises `SetupError` where a template, Pango or a font is missing.
    """
    told = settled(found)
    text = json.dumps(national_document(told), ensure_ascii=False, indent=2) + "\n"
    attached = Attached("national.json", text.encode(), "The picture this report was made from", "Source")
    html = national_html(told)
    return render_pdf(html, as_of=found.as_of, style=style(*_STYLES), attached=(attached, _made(found, rules)))


def _made(found: National, rules: Path) -> Attached:
    """What this paper was made by, as every paper of ours carries it."""
    told = {
        "schema_version": "1.0",
        "paper": NATIONAL,
        "tool_version": found.tool_version,
        "rulebook": {"sha256": found.rulebook_sha256, "files": rulebook_files(rules)},
    }
    content = json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    return Attached(NAME, content.encode(), "The tool and the rules this paper was made by", "Supplement")


def settled(found: National) -> National:
    """The picture without what only this run knows: which bodies were audited anew, and where their folders lie."""
    return replace(found, bodies=tuple(_settled(one) for one in found.bodies))


def _settled(body: BodySummary) -> BodySummary:
    folder = Path(body.folder).name
    state = BodyState.FAILED if body.state is BodyState.FAILED else BodyState.AUDITED
    return replace(body, folder=folder, state=state, problem=body.problem.replace(body.folder, folder))


def national_html(found: National) -> str:
    """The report's page as HTML."""
    return render(_TEMPLATE, national_context(found))


def national_context(found: National) -> dict[str, Any]:
    """Everything the templates name. It counts and puts into words; it judges nothing."""
    return {**_about(found), **_glance(found), **_sides(found)}


def _about(found: National) -> dict[str, Any]:
    sections = [{"id": name, "number": at, "title": title} for at, (name, title) in enumerate(_SECTIONS, 1)]
    return {
        "title": TITLE,
        "body": {"name": count(len(found.bodies), "body", "bodies") + " side by side"},
        "as_of": day(found.as_of),
        "as_of_given": found.as_of_given,
        "found": found,
        "sections": sections,
        "number": {one["id"]: one["number"] for one in sections},
        "tool_version": found.tool_version,
        "rulebook_sha256": found.rulebook_sha256,
    }


def _glance(found: National) -> dict[str, Any]:
    ready = Counter(one.readiness for one in found.audited)
    asking = sum(number for level, number in ready.items() if level is not None)
    opinions = Counter(None if one.withheld else one.opinion for one in found.audited)
    marks = {mark.words: mark for mark in (*READINESS_KEY, *OPINION_KEY)}
    readiness = [Bar(words(level), ready[level], marks[words(level)].colour) for level in ReadinessLevel]
    levels = {level: words(level).removesuffix(" assurance") for level in OpinionLevel}
    levels[OpinionLevel.NO] = "No assurance"
    bars = [Bar(words(level), opinions[level], marks[levels[level]].colour) for level in OpinionLevel]
    return {
        "asking": asking,
        "ready": {level.value: ready[level] for level in ReadinessLevel},
        "readiness_chart": bar_chart("Bodies by readiness for delegated commissioning", readiness),
        "opinion_chart": bar_chart("Bodies by assurance opinion", bars),
        "withheld": opinions[None],
        "totals": {
            "meetings": sum(one.meetings for one in found.audited),
            "agenda_items": sum(one.items for one in found.audited),
            "conflicts": sum(one.conflicts for one in found.audited),
            "not_met": sum(one.not_met for one in found.audited),
            "cannot_tell": sum(one.cannot_tell for one in found.audited),
            "rejected": sum(one.rejected for one in found.audited),
        },
        "partly": sum(bool(one.rejected) for one in found.audited),
    }


def _sides(found: National) -> dict[str, Any]:
    placed = any(one.region for one in found.bodies)
    return {
        "placed": placed,
        "readiness_tiles": tile_grid("Readiness of each body", tiles(found.bodies)),
        "readiness_key": key(READINESS_KEY),
        "opinion_tiles": tile_grid("Opinion on each body", tiles(found.bodies, opinion=True)),
        "opinion_key": key(OPINION_KEY),
        "ways": [(level.value, words(level), ways(found, level, most=_STEPS)) for level in ReadinessLevel],
        "area_tables": area_tables(found.audited),
        "common": [(SEVERITY_SIGN[one.severity], one.severity.value, one) for one in found.common[:_COMMONEST]],
        "common_more": max(0, len(found.common) - _COMMONEST),
        "people": found.people[:_SHARED],
        "people_more": max(0, len(found.people) - _SHARED),
        "providers": found.organisations[:_SHARED],
        "providers_more": max(0, len(found.organisations) - _SHARED),
        "bodies": [_line(one) for one in found.audited],
    }


def _line(one: BodySummary) -> dict[str, Any]:
    """One body's row in the table of all."""
    return {
        "one": one,
        "region": region_words(one.region),
        "opinion": opinion_words_of(one),
        "readiness": sentence(readiness_mark(one).words.removeprefix("Ready ")),
    }
