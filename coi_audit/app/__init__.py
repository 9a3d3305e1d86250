"""The use-cases: what each command does, with nothing of the terminal in it. Each is loaded when it is first named."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from coi_audit.app.ask import Asking, ask_folder, read_given, take_answers
    from coi_audit.app.audits import Asked, Progress, audit_folder, check_meeting, exit_code_of
    from coi_audit.app.books import Books, knowledge_for, load_books
    from coi_audit.app.findings import write_findings
    from coi_audit.app.first_minute import demo
    from coi_audit.app.names import Answers, classify_file, resolve_file
    from coi_audit.app.national import audit_bodies, exit_code_of_national, write_national
    from coi_audit.app.national_body import NationalRequest
    from coi_audit.app.pack import write_pack, write_pack_docx
    from coi_audit.app.papers import (
        ReportAsked,
        compare_registers,
        read_file,
        start,
        write_json,
        write_reading,
        write_report,
    )
    from coi_audit.app.publish import for_publication
    from coi_audit.app.rules import rule_of, rulebook_of, test_rules
    from coi_audit.app.twin import write_pack_page, write_report_page
    from coi_audit.app.verify import verify_report

__all__ = [
    "Answers",
    "Asked",
    "Asking",
    "Books",
    "NationalRequest",
    "Progress",
    "ReportAsked",
    "ask_folder",
    "audit_bodies",
    "audit_folder",
    "check_meeting",
    "classify_file",
    "compare_registers",
    "demo",
    "exit_code_of",
    "exit_code_of_national",
    "for_publication",
    "knowledge_for",
    "load_books",
    "read_file",
    "read_given",
    "resolve_file",
    "rule_of",
    "rulebook_of",
    "start",
    "take_answers",
    "test_rules",
    "verify_report",
    "write_findings",
    "write_json",
    "write_national",
    "write_pack",
    "write_pack_docx",
    "write_pack_page",
    "write_reading",
    "write_report",
    "write_report_page",
]

_MODULES = {
    "Answers": "names",
    "Asked": "audits",
    "Asking": "ask",
    "Books": "books",
    "NationalRequest": "national_body",
    "Progress": "audits",
    "ReportAsked": "papers",
    "ask_folder": "ask",
    "audit_bodies": "national",
    "audit_folder": "audits",
    "check_meeting": "audits",
    "classify_file": "names",
    "compare_registers": "papers",
    "demo": "first_minute",
    "exit_code_of": "audits",
    "exit_code_of_national": "national",
    "for_publication": "publish",
    "knowledge_for": "books",
    "load_books": "books",
    "read_file": "papers",
    "read_given": "ask",
    "resolve_file": "names",
    "rule_of": "rules",
    "rulebook_of": "rules",
    "start": "papers",
    "take_answers": "ask",
    "test_rules": "rules",
    "verify_report": "verify",
    "write_findings": "findings",
    "write_json": "papers",
    "write_national": "national",
    "write_pack": "pack",
    "write_pack_docx": "pack",
    "write_pack_page": "twin",
    "write_reading": "papers",
    "write_report": "papers",
    "write_report_page": "twin",
}


def __getattr__(name: str) -> Any:
    """A use-case by its name."""
    if name not in _MODULES:
        raise AttributeError(name)
    found = getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
    globals()[name] = found
    return found
