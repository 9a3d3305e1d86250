"""One body of many: audited in a process that has read the rules and lists once, its outcome kept for the next run."""

from __future__ import annotations

import gc
import hashlib
import json
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

from coi_audit import __version__
from coi_audit.app.books import Books, knowledge_for, lists_of, load_books
from coi_audit.app.papers import write_report
from coi_audit.audit.run import Request
from coi_audit.audit.what_if import audit_case
from coi_audit.errors import RulebookError, SetupError, UserError
from coi_audit.model.audit import Audit
from coi_audit.model.national import BodyState, BodySummary
from coi_audit.readers.case_folder import read_case
from coi_audit.readers.organisation_lists import ListsRead
from coi_audit.report.as_json import json_text
from coi_audit.report.body_summary import summary_of
from coi_audit.rulebook.load import rulebook_sha256

_AUDIT, _REPORT, _STATE = "audit.json", "report.pdf", "state.json"


@dataclass(frozen=True, slots=True)
class NationalRequest:
    """What is asked of every body alike. `reports` asks for each body's own PDF as well."""

    rules: Path
    organisations: Path | None
    as_of: date
    as_of_given: bool = True
    reports: bool = False
    workers: int | None = None  # None: one a processor


@dataclass(frozen=True, slots=True)
class Job:
    """One body to audit: its case folder, the folder for what comes out, and the state that makes it unchanged.

    `shared` is the part of the state that all bodies have alike: whatever was read under it may be used again.
    """

    folder: Path
    out: Path
    shared: str
    state: str
    request: NationalRequest


def shared_state(request: NationalRequest) -> str:
    """SHA-256 over what all bodies have alike: the tool, the rules, the lists and the date."""
    lists = folder_state(request.organisations) if request.organisations else ""
    parts = (__version__, rulebook_sha256(request.rules), lists, request.as_of.isoformat(), str(request.as_of_given))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def folder_state(folder: Path) -> str:
    """SHA-256 over the name and bytes of every file; one that cannot be read counts by its name."""
    total = hashlib.sha256()
    for path in sorted(one for one in folder.rglob("*") if one.is_file()):
        total.update(f"{path.relative_to(folder).as_posix()}\0".encode("utf-8", "surrogateescape"))
        try:
            with path.open("rb") as stream:
                total.update(hashlib.file_digest(stream, "sha256").digest())
        except OSError:
            total.update(b"unreadable")
    return total.hexdigest()


def kept(job: Job) -> BodySummary | None:
    """What an earlier run left, where nothing has changed since and all that is asked for is there."""
    try:
        state = json.loads((job.out / _STATE).read_text(encoding="utf-8"))
        if state["state"] != job.state or (job.request.reports and not _same_report(job, str(state["report"]))):
            return None
        document = json.loads((job.out / _AUDIT).read_text(encoding="utf-8"))
        return summary_of(document, folder=str(job.folder), state=BodyState.UNCHANGED)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _same_report(job: Job, sha256: str) -> bool:
    """Whether the report is there, and whole: a run may have been killed while it wrote."""
    return _sha256(job.out / _REPORT) == sha256


def get_ready(rules: Path, organisations: Path | None, as_of: date, shared: str) -> None:
    """What a process does before its first body: everything shared is read, and the collector leaves it alone.

    A fault in rules or lists is not told here: the first body meets it again, and tells it.
    """
    try:
        books_of(rules, shared)
        lists_read(organisations, as_of, shared)
    except UserError:
        return
    gc.collect()
    gc.freeze()
    gc.disable()


def audit_one(job: Job) -> BodySummary:
    """Audit one body and keep what came out; the state is written last, so that a run cut short is seen."""
    try:
        audit = _audit(job)
        text = json_text(audit) + "\n"
        job.out.mkdir(parents=True, exist_ok=True)
        (job.out / _STATE).unlink(missing_ok=True)
        report = _report(job, audit) if job.request.reports else ""
        write_whole(job.out / _AUDIT, text.encode())
        write_whole(job.out / _STATE, (json.dumps({"state": job.state, "report": report}) + "\n").encode())
    except (RulebookError, SetupError):
        raise
    except UserError as error:
        return failed(job, str(error))
    except OSError as error:
        return failed(job, f"{error.strerror or 'the system refused'}: {error.filename or job.out}")
    except Exception as error:  # one body's bug is told with its kind and stops no other
        return failed(job, f"a fault of coi-audit itself ({type(error).__name__}); run: coi-audit audit {job.folder}")
    finally:
        if not gc.isenabled():
            gc.collect()
    return summary_of(json.loads(text), folder=str(job.folder), state=BodyState.AUDITED)


def _audit(job: Job) -> Audit:
    asked = job.request
    books = books_of(asked.rules, job.shared)
    case = read_case(job.folder)
    lists = lists_read(asked.organisations, asked.as_of, job.shared)
    knowledge = knowledge_for(case.body, books=books, lists=lists)
    request = Request(asked.as_of, asked.as_of_given)
    audit = audit_case(case, request=request, knowledge=knowledge, tool_version=__version__)
    if not audit.meetings:
        raise UserError(
            "there is no meeting to audit.",
            where=str(job.folder),
            fix="put each meeting's papers in a folder such as meetings/2017-09-05-pccc.",
        )
    return audit


def _report(job: Job, audit: Audit) -> str:
    """Write the body's own report whole or not at all; gives its SHA-256."""
    part = job.out / f".{_REPORT}.part"
    write_report(audit, part, rulebook=books_of(job.request.rules, job.shared).rulebook)
    part.replace(job.out / _REPORT)
    return _sha256(job.out / _REPORT)


@lru_cache(maxsize=1)
def books_of(rules: Path, _shared: str) -> Books:
    """The rules folder, read once for as long as nothing that all bodies share changes. Raises `RulebookError`."""
    return load_books(rules)


@lru_cache(maxsize=1)
def lists_read(organisations: Path | None, as_of: date, _shared: str) -> ListsRead | None:
    """The national lists, read once in the same way. Raises `UserError`."""
    return lists_of(organisations, as_of)


def write_whole(path: Path, data: bytes) -> None:
    """Whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_bytes(data)
    part.replace(path)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def failed(job: Job, problem: str) -> BodySummary:
    """A body that could not be audited, and why."""
    return BodySummary(folder=str(job.folder), name=job.folder.resolve().name, state=BodyState.FAILED, problem=problem)
