"""The secretary's pack: one meeting, who must do what on which item, for the week before it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from coi_audit.model.audit import Audit
from coi_audit.report.answers_view import answers_told
from coi_audit.report.as_json import json_text
from coi_audit.report.decision_types import decision_type_titles
from coi_audit.report.html import render, style
from coi_audit.report.made import PACK, made_by
from coi_audit.report.meeting_view import MeetingView, meeting_view
from coi_audit.report.pdf import Attached, write_pdf
from coi_audit.report.tallies import beside_items
from coi_audit.report.words import day
from coi_audit.rulebook.types import Rulebook

TITLE = "Conflicts of interest: the secretary's pack"
_TEMPLATE = "pack/pack.html"
_STYLES = ("base/paper.css", "pack/pack.css")


def write_pack_pdf(audit: Audit, rulebook: Rulebook, path: Path) -> None:
    """Write the pack, PDF/A-3a with the PDF/UA-1 mark and the JSON attached.

    Raises `SetupError` where a template, Pango or a font is missing, `UserError` where the file cannot be written.
    """
    attached = Attached("audit.json", json_text(audit).encode(), "The check this pack was made from", "Source")
    made = made_by(PACK, audit, rulebook)
    write_pdf(pack_html(audit, rulebook), path, as_of=audit.as_of, style=style(*_STYLES), attached=(attached, made))


def pack_html(audit: Audit, rulebook: Rulebook) -> str:
    """The pack's page as HTML."""
    return render(_TEMPLATE, pack_context(audit, rulebook))


def pack_context(audit: Audit, rulebook: Rulebook) -> dict[str, Any]:
    """Everything the templates name."""
    types = decision_type_titles(rulebook.folder)
    sources = {key: source.title for key, source in rulebook.sources.items()}
    meetings = [meeting_view(one, index, types=types, sources=sources) for index, one in enumerate(audit.meetings, 1)]
    return {
        "title": TITLE,
        "body": audit.body,
        "as_of": day(audit.as_of),
        "meetings": meetings,
        "clear": {one.anchor: people_without(one) for one in meetings},
        "beside": beside_items(audit),
        "rejected": audit.rejected,
        "notices": audit.notices,
        "answers": list(answers_told(audit)),
        "tool_version": audit.tool_version,
        "rulebook_sha256": audit.rulebook_sha256,
    }


def people_without(meeting: MeetingView) -> tuple[str, ...]:
    """Everybody expected who has no conflict on any item."""
    touched = {one.person for one in meeting.conflicts}
    return tuple(name for name in (*meeting.present, *meeting.in_attendance) if name not in touched)
