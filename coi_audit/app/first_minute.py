"""The first minute: every sample body audited and its papers written."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from coi_audit import __version__
from coi_audit.app.audits import Progress, meeting_chosen
from coi_audit.app.books import knowledge_for, load_books
from coi_audit.app.pack import write_pack
from coi_audit.app.papers import write_json, write_report
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request
from coi_audit.audit.what_if import audit_case
from coi_audit.errors import UserError
from coi_audit.model.case import Case
from coi_audit.readers.case_folder import read_case


def demo(sample: Path, out: Path, *, rules: Path, as_of: date, progress: Progress | None = None) -> list[Path]:
    """Audit every sample body into `out`: each body's report and JSON, and the pack for the next meeting.

    Returns what was written, in order. Raises `UserError` where the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"the folder cannot be made ({error.strerror}).", where=str(out), fix="give another with --out FOLDER."
        ) from error
    books = load_books(rules)
    written: list[Path] = []
    for folder in sorted(one for one in sample.iterdir() if (one / "body.yaml").is_file()):
        case = read_case(folder, progress=progress)
        knowledge = knowledge_for(case.body, books=books, lists=None)
        written += _demo_body(case, folder, out, knowledge=knowledge, as_of=as_of)
    return written


def _demo_body(case: Case, folder: Path, out: Path, *, knowledge: Knowledge, as_of: date) -> list[Path]:
    audit = audit_case(case, request=Request(as_of), knowledge=knowledge, tool_version=__version__)
    report, data = out / f"{folder.name}-report.pdf", out / f"{folder.name}-audit.json"
    write_report(audit, report, rulebook=knowledge.rulebook)
    write_json(audit, data)
    if not any(one.on >= as_of for one in case.meetings):
        return [report, data]
    ahead = Request(as_of, only=frozenset({meeting_chosen(case, folder, None, as_of)}))
    pack = out / f"{folder.name}-next-meeting.pdf"
    checked = audit_case(case, request=ahead, knowledge=knowledge, tool_version=__version__)
    write_pack(checked, pack, rulebook=knowledge.rulebook)
    return [report, data, pack]
