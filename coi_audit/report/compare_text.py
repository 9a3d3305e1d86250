"""Two reports on one body side by side, for the terminal and as plain data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.text import Text

from coi_audit.model.since import EarlierFinding, EarlierReport, ReportsCompared
from coi_audit.report.sections.since_view import GONE
from coi_audit.report.since_json import finding_told, report_told
from coi_audit.report.words import SEVERITY_SIGN, count, day, words

_STANDS = (("new", "New", "not among the findings of the earlier one"), ("same", "The same", "found in both"))


def comparison_document(found: ReportsCompared) -> dict[str, Any]:
    """Both reports, and every finding of either in exactly one pile, heaviest first."""
    return {
        "body": {"name": found.later.body, "ods_code": found.later.ods_code},
        "earlier": report_told(found.since.earlier),
        "later": report_told(found.later),
        **{name: [finding_told(one) for one in _pile(found, name)] for name, _, _ in (*_STANDS, *GONE)},
    }


def comparison_view(found: ReportsCompared) -> RenderableType:
    """The counts and both opinions, then each pile that holds something, every finding on a line of its own."""
    earlier, later = found.since.earlier, found.later
    counts = ", ".join(f"{len(_pile(found, name))} {_low(title)}" for name, title, _ in (*_STANDS, *GONE))
    parts: list[RenderableType] = [
        Text(f"{later.body}: {day(earlier.as_of)} and {day(later.as_of)}", style="bold"),
        Text(f"Earlier: {_report(earlier)}"),
        Text(f"Later:   {_report(later)}"),
        Text(f"{counts[:1].upper()}{counts[1:]}."),
    ]
    for name, title, meaning in (*_STANDS, *GONE):
        parts += _lines(title, meaning, _pile(found, name))
    return Group(*parts)


def _pile(found: ReportsCompared, name: str) -> Sequence[EarlierFinding]:
    if name not in ("new", "same"):
        gone: Sequence[EarlierFinding] = getattr(found.since, name)
        return gone
    stands = {one.fingerprint: one for one in found.later.findings}
    return [stands[number] for number in getattr(found.since, name)]


def _report(one: EarlierReport) -> str:
    opinion = f"opinion: {words(one.opinion).lower()}" if one.opinion else "opinion withheld"
    return f"{one.file}, as at {day(one.as_of)}; {count(len(one.findings), 'finding')}, {opinion}"


def _lines(title: str, meaning: str, findings: Sequence[EarlierFinding]) -> Iterator[Text]:
    if not findings:
        return
    yield Text(f"\n{title} ({len(findings)}): {meaning}", style="bold")
    for one in findings:
        yield Text(f"  {SEVERITY_SIGN[one.severity]} {one.rule_id}, {_where(one)}: {one.statement} ({one.fingerprint})")


def _where(one: EarlierFinding) -> str:
    parts = [day(one.meeting)] if one.meeting else []
    parts += [one.committee] if one.committee else []
    parts += [f"item {one.item}"] if one.item else []
    return ", ".join(parts) or one.person or "the body"


def _low(title: str) -> str:
    return title[:1].lower() + title[1:]
