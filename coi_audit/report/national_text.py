"""The national picture for the terminal, and as plain data for its JSON."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.model.assessment import ReadinessLevel
from coi_audit.model.national import BodyState, BodySummary, National
from coi_audit.report.national_view import opinion_words_of
from coi_audit.report.words import count, day

SCHEMA_VERSION = "1.0"
_COMMONEST, _FEW = 10, 15


def national_document(found: National) -> dict[str, Any]:
    """Everything, keys in reading order."""
    return {
        "schema_version": SCHEMA_VERSION,
        "tool_version": found.tool_version,
        "rulebook_sha256": found.rulebook_sha256,
        "as_of": found.as_of.isoformat(),
        "as_of_given": found.as_of_given,
        "readiness": {
            level.value: [one.name for one in found.audited if one.readiness is level] for level in ReadinessLevel
        },
        "bodies": [_body(one) for one in found.bodies],
        "commonest_findings": [
            {
                "rule_id": one.rule_id,
                "title": one.title,
                "severity": one.severity.value,
                "bodies": list(one.bodies),
                "times": one.times,
            }
            for one in found.common
        ],
        "outliers": [
            {"body": one.body, "share": round(one.share, 4), "usual": round(one.usual, 4), "conflicts": one.conflicts}
            for one in found.outliers
        ],
        "people_on_several_bodies": [{"name": one.name, "bodies": list(one.bodies)} for one in found.people],
        "organisations_of_several_bodies": [
            {"name": one.name, "bodies": list(one.bodies), "people": list(one.people)} for one in found.organisations
        ],
    }


def _body(one: BodySummary) -> dict[str, Any]:
    if one.state is BodyState.FAILED:
        return {"folder": one.folder, "name": one.name, "state": one.state.value, "problem": one.problem}
    return {
        "folder": one.folder,
        "name": one.name,
        "ods_code": one.ods_code,
        "region": one.region.value if one.region else None,
        "state": one.state.value,
        "opinion": {"level": one.opinion.value if one.opinion else None, "withheld": one.withheld},
        "readiness": one.readiness.value if one.readiness else None,
        "stands_between": list(one.hurdles),
        "next_steps": [{"what": step.what, "rule_ids": list(step.rule_ids)} for step in one.next_steps],
        "areas": [{"framework": area.framework, "title": area.title, "level": area.level} for area in one.areas],
        "counts": {
            "meetings": one.meetings,
            "items": one.items,
            "conflicts": one.conflicts,
            "not_met": one.not_met,
            "cannot_tell": one.cannot_tell,
            "rejected": one.rejected,
        },
        "handling": dict(one.handling),
        "rules_not_met": {rule.rule_id: rule.times for rule in one.rules},
    }


def national_view(found: National) -> RenderableType:
    """Bodies in a table, then what shows only side by side."""
    return Group(*_parts(found))


def _parts(found: National) -> Iterator[RenderableType]:
    yield Text(f"{count(len(found.bodies), 'body', 'bodies')}, as at {day(found.as_of)}", style="bold")
    ready = Counter(one.readiness for one in found.audited if one.readiness)
    if ready:
        told = ", ".join(f"{ready[level]} {level.value}" for level in ReadinessLevel)
        yield Text(f"Ready for delegated commissioning: {told} (of {ready.total()} that ask)")
    yield _table(found)
    for one in found.failed:
        yield Text(f"✗ {one.name} could not be audited: {one.problem}", style="red")
    if found.common:
        yield Text("\nCommonest findings", style="bold")
    for common in found.common[:_COMMONEST]:
        bodies = count(len(common.bodies), "body", "bodies")
        yield Text(f"  {common.rule_id}  {common.title}: {bodies}, {count(common.times, 'time')}")
    for outlier in found.outliers:
        share, usual = round(100 * outlier.share), round(100 * outlier.usual)
        yield Text(
            f"! {outlier.body}: {share} % of {outlier.conflicts} conflicts were handled otherwise than asked, "
            f"where {usual} % is usual here.",
            style="yellow",
        )
    yield from _shared(found)


def _table(found: National) -> Table:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for heading in ("Body", "Opinion", "Ready", "Not met", "Open", "Conflicts"):
        table.add_column(heading, justify="left" if heading in ("Body", "Opinion", "Ready") else "right")
    for one in found.audited:
        numbers = (one.not_met, one.cannot_tell, one.conflicts)
        ready = one.readiness.value if one.readiness else "–"
        table.add_row(one.name, opinion_words_of(one), ready, *(str(number) for number in numbers))
    return table


def _shared(found: National) -> Iterator[Text]:
    for title, group in (
        ("Names at the tables of several bodies (one name may be two people)", found.people),
        ("Organisations in which people of several bodies hold interests", found.organisations),
    ):
        if group:
            yield Text(f"\n{title}", style="bold")
        for one in group[:_FEW]:
            yield Text(f"  {one.name}: {', '.join(one.bodies)}")
        if len(group) > _FEW:
            yield Text(f"  and {len(group) - _FEW} more, in the workbook")
