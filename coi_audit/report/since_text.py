"""What changed since the last report, for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from coi_audit.model.audit import Audit
from coi_audit.report.sections.since_view import since_view

_MOST = 6  # findings told of one pile; the report and the JSON have them all


def since_lines(audit: Audit) -> Sequence[Text]:
    """The counts, then each pile that is new or gone; nothing where no last report was given."""
    view = since_view(audit)
    if view is None:
        return []
    lines = [Text(f"\nSince the report as at {view.as_of}", style="bold"), Text(f"{view.summary}. {view.opinion}.")]
    for pile in view.piles:
        lines += [Text(f"{pile.title} ({len(pile.lines)}): {pile.meaning}")] if pile.lines else []
        for one in pile.lines[:_MOST]:
            lines.append(Text(f"  {one.sign} {one.rule_id}, {one.where}: {one.statement}"))
        if len(pile.lines) > _MOST:
            lines.append(Text(f"  ... and {len(pile.lines) - _MOST} more."))
    return lines
