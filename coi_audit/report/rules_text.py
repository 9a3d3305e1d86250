"""The rulebook for whoever asks "says who?": as tables for the terminal and as plain data for `--json`."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import date
from enum import Enum
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.report.words import count, day, sentence, words
from coi_audit.rulebook.types import Rule, Rulebook, RuleCase, RuleVersion


def rules_view(rulebook: Rulebook) -> RenderableType:
    """Every rule with its weight, its title and the days its versions hold."""
    table = _table()
    table.add_column("Rule", no_wrap=True)
    table.add_column("Weight", no_wrap=True)
    table.add_column("What it looks for", ratio=3, overflow="fold")
    table.add_column("In force", ratio=2, overflow="fold")
    for rule in rulebook.rules.values():
        versions = count(len(rule.versions), "version")
        table.add_row(rule.id, words(rule.severity), Text(rule.title), Text(f"{_span(rule)}; {versions}"))
    cases = sum(len(rule.cases) for rule in rulebook.rules.values())
    total = f"{count(len(rulebook.rules), 'rule')}, {count(cases, 'worked example')}, rulebook {rulebook.sha256[:16]}"
    return Group(table, Text(f"\n{total}"), Text("coi-audit rules show ID prints one in full.", style="dim"))


def rule_view(rule: Rule) -> RenderableType:
    """One rule in full: what it asks, its versions with their sources and marks, its worked examples."""
    about = f"{sentence(rule.area)} · {words(rule.severity)} · looks at each {rule.examines.value.replace('_', ' ')}"
    parts: list[RenderableType] = [
        Text(f"{rule.id}  {rule.title}", style="bold"),
        Text(about),
        Text(""),
        Text(f"Where it is not met it says: {' '.join(rule.message.split())}"),
    ]
    if rule.question:
        parts.append(Text(f"Where the papers do not tell it asks: {' '.join(rule.question.split())}"))
    parts.append(Text(f"What to do: {' '.join(rule.recommendation.split())}"))
    parts += [Text("\nVersions", style="bold"), _versions(rule), Text("\nWorked examples", style="bold"), _cases(rule)]
    return Group(*parts)


def rules_document(rulebook: Rulebook) -> dict[str, Any]:
    """`{"rulebook_sha256", "rules": [...]}`, each rule without its worked examples."""
    return {
        "rulebook_sha256": rulebook.sha256,
        "rules": [_head(rule) | {"cases": len(rule.cases)} for rule in rulebook.rules.values()],
    }


def rule_document(rule: Rule) -> dict[str, Any]:
    """One rule as plain data, with every version, citation and worked example."""
    return _head(rule) | {
        "check": rule.check,
        "message": " ".join(rule.message.split()),
        "question": " ".join(rule.question.split()) if rule.question else None,
        "recommendation": " ".join(rule.recommendation.split()),
        "cases": [_case(one) for one in rule.cases],
    }


def _head(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "title": rule.title,
        "area": rule.area,
        "severity": rule.severity.value,
        "examines": rule.examines.value,
        "versions": [_version(one) for one in rule.versions],
    }


def _version(version: RuleVersion) -> dict[str, Any]:
    source = version.citation.source
    return {
        "in_force_from": version.in_force_from.isoformat(),
        "in_force_until": version.in_force_until.isoformat() if version.in_force_until else None,
        "evidence": version.evidence.value,
        "severity": version.severity.value if version.severity else None,
        "citation": {
            "source": source.key,
            "document": source.title,
            "publisher": source.publisher,
            "locator": version.citation.locator,
            "url": source.url,
        },
        "params": _params(version.params),
        "gap": version.gap,
    }


def _params(params: Any) -> Any:
    if params is None:
        return None
    return {field.name: plain(getattr(params, field.name)) for field in dataclasses.fields(params)}


def _case(case: RuleCase) -> dict[str, Any]:
    return {
        "name": case.name,
        "on": case.on.isoformat(),
        "given": plain(case.given),
        "expect": case.expect.value,
        "because": case.because,
        "severity": case.severity.value if case.severity else None,
    }


def plain(value: Any) -> Any:
    """Enums as their values, days in ISO form, tuples as lists: ready for JSON."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [plain(one) for one in (sorted(value) if isinstance(value, set | frozenset) else value)]
    return value


def _table() -> Table:
    return Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)


def _span(rule: Rule) -> str:
    last = rule.versions[-1].in_force_until
    return f"{day(rule.versions[0].in_force_from)} to {day(last) if last else 'now'}"


def _versions(rule: Rule) -> Table:
    table = _table()
    for name, ratio in (("From", 2), ("Until", 2), ("Source", 5), ("Mark", 3)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in rule.versions:
        until = day(one.in_force_until) if one.in_force_until else "now"
        source = f"{one.citation.source.title}, “{one.citation.locator}”"
        notes = [f"weight: {words(one.severity)}"] if one.severity else []
        notes += [f"silent before: {one.gap}"] if one.gap else []
        told = "; ".join([source, *notes])
        table.add_row(day(one.in_force_from), until, Text(told), Text(words(one.evidence)))
    return table


def _cases(rule: Rule) -> Table:
    table = _table()
    for name, ratio in (("Day", 2), ("Example", 5), ("Answer", 2)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in rule.cases:
        table.add_row(day(one.on), Text(one.name), words(one.expect))
    return table
