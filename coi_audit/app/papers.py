"""One paper read, a case folder started, and what is written of an audit."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from coi_audit import __version__
from coi_audit.errors import UserError
from coi_audit.linking.editions import compare_editions
from coi_audit.model.audit import Audit
from coi_audit.model.editions import EditionsCompared
from coi_audit.model.words import BodyKind
from coi_audit.readers.document_kinds import DocumentKind
from coi_audit.readers.guard import printable
from coi_audit.readers.new_case import start_case
from coi_audit.readers.read_one import ReadResult, read_document
from coi_audit.readers.recognise import recognise
from coi_audit.readers.registers.register import RegisterRead, read_register
from coi_audit.report.as_json import json_text
from coi_audit.rulebook.types import Rulebook


def read_file(path: Path) -> ReadResult:
    """What was understood of one document."""
    return read_document(path)


def compare_registers(path: Path, *, against: Path) -> EditionsCompared:
    """What became of each interest of the register `against` in the register `path`, a later edition of it.

    Raises `UserError` where either is no register.
    """
    earlier, later = (read_edition(one).register for one in (against, path))
    assert earlier is not None
    assert later is not None
    return compare_editions(earlier, later)


def read_edition(path: Path) -> RegisterRead:
    """A register, to be compared with another edition; it always holds one. Raises `UserError` where it is none."""
    recognised = recognise(path)
    if recognised.kind is not DocumentKind.REGISTER:
        raise UserError(
            "only two editions of a register of interests can be compared, and this is none.",
            where=printable(path.name),
            fix=f"give a register; this was taken for {recognised.kind.value}, since {recognised.why}.",
        )
    found = read_register(path, root=path.parent)
    if found.register is None:
        raise UserError("no register could be read in it.", where=printable(path.name), fix="see `coi-audit read`.")
    return found


def start(folder: Path, *, name: str, ods_code: str | None, kind: str, register: Path | None) -> list[Path]:
    """Start a case folder; see `readers.new_case`."""
    return start_case(folder, name=name, ods_code=ods_code, kind=BodyKind(kind), register=register)


@dataclass(frozen=True, slots=True)
class ReportAsked:
    """How the report is wanted: `draft` marks every page; `annex` is where the second volume goes, if anywhere."""

    draft: bool = False
    annex: Path | None = None


def write_report(audit: Audit, path: Path, *, rulebook: Rulebook, asked: ReportAsked | None = None) -> list[Path]:
    """The assurance report as PDF, with its JSON attached, and its annex volume where one is wanted.

    Returns what was written, in order.
    """
    from coi_audit.report.assurance import write_annex_pdf, write_assurance_pdf

    asked = asked or ReportAsked()
    write_assurance_pdf(audit, rulebook, path, draft=asked.draft)
    if asked.annex is None:
        return [path]
    write_annex_pdf(audit, rulebook, asked.annex, draft=asked.draft)
    return [path, asked.annex]


def write_reading(result: ReadResult, path: Path) -> None:
    """What was read of one document as a page for the browser, in one file."""
    from coi_audit.report.read_page import reading_html

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(reading_html(result, tool_version=__version__), encoding="utf-8")


def write_json(audit: Audit, path: Path) -> None:
    """The audit's JSON as a file, UTF-8."""
    path.write_text(json_text(audit) + "\n", encoding="utf-8")
