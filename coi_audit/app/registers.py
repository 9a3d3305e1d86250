"""The registers of one body written out, for its own use or for the public, with the forms filled from its records."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from coi_audit import __version__
from coi_audit.app.audits import Progress
from coi_audit.app.books import knowledge_for, lists_of, load_books
from coi_audit.audit.audited import Audited
from coi_audit.audit.registers.full import kept_registers
from coi_audit.audit.registers.prepare import meetings_examined, prepared
from coi_audit.audit.registers.public import public_registers
from coi_audit.errors import ExitCode, UserError
from coi_audit.model.outgoing import KeptRegisters
from coi_audit.readers.case_folder import read_case
from coi_audit.report.registers.tables import RegisterTable, tables_of
from coi_audit.rulebook.masking_words import load_masking_words
from coi_audit.rulebook.publication import load_publication

FORMS = "forms"


@dataclass(frozen=True, slots=True)
class RegistersAsked:
    """What is asked for: the folder's registers as on a day, for the public or for the body's own use."""

    rules: Path
    organisations: Path | None
    as_of: date
    public: bool = False


@dataclass(frozen=True, slots=True)
class RegistersWritten:
    """What was written: each table with its files, and the forms."""

    kept: KeptRegisters
    tables: tuple[tuple[RegisterTable, tuple[Path, ...]], ...]
    forms: tuple[Path, ...]

    def as_json(self) -> dict[str, Any]:
        """What `--json` prints."""
        return {
            "body": self.kept.body.name,
            "as_of": self.kept.as_of.isoformat(),
            "edition": self.kept.circle.value,
            "registers": [
                {
                    "kind": table.kind.value,
                    "title": table.title,
                    "entries": len(table.rows),
                    "not_shown": list(table.notes),
                    "not_understood": len(table.unread),
                    "files": [str(path) for path in files],
                }
                for table, files in self.tables
            ],
            "forms": [str(path) for path in self.forms],
            "alerts": list(self.kept.alerts),
        }


def write_registers(
    folder: Path, out: Path, *, asked: RegistersAsked, progress: Progress | None = None
) -> RegistersWritten:
    """Write every register of which the folder holds a paper into `out`, four ways each, and, unless they are for the
    public, the forms.

    Raises `UserError` where the folder cannot be used, holds no register at all, or a file cannot be written.
    """
    books = load_books(asked.rules)
    case = read_case(folder, progress=progress)
    knowledge = knowledge_for(case.body, books=books, lists=lists_of(asked.organisations, asked.as_of))
    audited = prepared(case, knowledge=knowledge, as_of=asked.as_of)
    publication = load_publication(asked.rules, books.rulebook)
    full = kept_registers(audited, publication)
    if not full.kinds:
        raise UserError(
            "there is no register among these papers: none of interests, of gifts or of procurement decisions.",
            where=str(folder),
            fix="put the register into the folder, e.g. register-2018-01.xlsx, and see it with: coi-audit read FILE",
        )
    kept = full
    if asked.public:
        words = load_masking_words(asked.rules)
        kept = public_registers(full, audited, publication=publication, words=words)
    written = tuple((table, _write_table(table, out)) for table in tables_of(kept))
    forms = () if asked.public else _write_forms(full, audited, out / FORMS)
    return RegistersWritten(kept, written, forms)


def exit_code_of_registers(written: RegistersWritten) -> ExitCode:
    """Incomplete where something was not understood, or what is to be withheld was not found."""
    return ExitCode.INCOMPLETE if written.kept.incomplete else ExitCode.CLEAN


def _write_table(table: RegisterTable, out: Path) -> tuple[Path, ...]:
    from coi_audit.report.registers.printed import table_html, table_pdf
    from coi_audit.report.registers.sheets import table_csv, table_xlsx, unread_csv

    files = {
        f"{table.file_name}.xlsx": table_xlsx(table),
        f"{table.file_name}.csv": table_csv(table),
        f"{table.file_name}.html": table_html(table, tool_version=__version__).encode(),
        f"{table.file_name}.pdf": table_pdf(table, tool_version=__version__),
    }
    if table.unread:
        files[f"{table.file_name}-not-understood.csv"] = unread_csv(table)
    return _write_all(files, out)


def _write_forms(full: KeptRegisters, audited: Audited, out: Path) -> tuple[Path, ...]:
    from coi_audit.report.registers.form_files import form_files
    from coi_audit.report.registers.forms import all_forms

    forms = all_forms(full, audited.case.records, audited.case.meetings, meetings_examined(audited))
    return _write_all(form_files(forms, body=full.body.name, as_of=full.as_of), out)


def _write_all(files: dict[str, bytes], out: Path) -> tuple[Path, ...]:
    return tuple(_write(out / name, data) for name, data in files.items())


def _write(path: Path, data: bytes) -> Path:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        reason = error.strerror or "the system refused"
        raise UserError(
            f"the file cannot be written here ({reason}).",
            where=str(path),
            fix="close the file if it is open in another program, or give another folder with --out FOLDER.",
        ) from error
    return path


def files_of(written: RegistersWritten) -> Sequence[Path]:
    """Every register file, in the order written; forms apart."""
    return [path for _, files in written.tables for path in files]
