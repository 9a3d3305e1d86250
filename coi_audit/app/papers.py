"""One paper read, a case folder started, and what is written of an audit."""

from __future__ import annotations

from pathlib import Path

from coi_audit.model.audit import Audit
from coi_audit.model.words import BodyKind
from coi_audit.readers.new_case import start_case
from coi_audit.readers.read_one import ReadResult, read_document
from coi_audit.report.as_json import json_text
from coi_audit.rulebook.types import Rulebook


def read_file(path: Path) -> ReadResult:
    """What was understood of one document."""
    return read_document(path)


def start(folder: Path, *, name: str, ods_code: str | None, kind: str, register: Path | None) -> list[Path]:
    """Start a case folder; see `readers.new_case`."""
    return start_case(folder, name=name, ods_code=ods_code, kind=BodyKind(kind), register=register)


def write_report(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The assurance report as PDF, with its JSON attached."""
    from coi_audit.report.assurance import write_assurance_pdf

    write_assurance_pdf(audit, rulebook, path)


def write_pack(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The secretary's pack for one meeting as PDF."""
    from coi_audit.report.pack import write_pack_pdf

    write_pack_pdf(audit, rulebook, path)


def write_json(audit: Audit, path: Path) -> None:
    """The audit's JSON as a file, UTF-8."""
    path.write_text(json_text(audit) + "\n", encoding="utf-8")
