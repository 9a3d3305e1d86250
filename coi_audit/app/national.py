"""Every body audited side by side: one that fails stops no other, and what has not changed is not done again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path

from coi_audit import __version__
from coi_audit.app.audits import Progress, audit_folder
from coi_audit.app.papers import write_report
from coi_audit.app.rules import rulebook_of
from coi_audit.audit.side_by_side import side_by_side
from coi_audit.errors import ExitCode, RulebookError, SetupError, UserError
from coi_audit.model.national import BodyState, BodySummary, National
from coi_audit.report.as_json import json_text
from coi_audit.report.body_summary import summary_of
from coi_audit.report.national_text import national_document
from coi_audit.rulebook.load import rulebook_sha256
from coi_audit.rulebook.types import Rulebook

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
class _Job:
    """One body to audit: its case folder, the folder for what comes out, and the state that makes it unchanged."""

    folder: Path
    out: Path
    state: str
    request: NationalRequest


def case_folders(given: Sequence[Path]) -> list[Path]:
    """The case folders given, and those that stand in a folder given, each once, sorted.

    Raises `UserError` for a folder that is not there, and where no case folder is found.
    """
    found: dict[Path, Path] = {}
    for folder in given:
        if not folder.is_dir():
            raise UserError("there is no such folder.", where=str(folder), fix="check the spelling of the path.")
        inside = (
            [folder] if (folder / "body.yaml").is_file() else sorted(one.parent for one in folder.glob("*/body.yaml"))
        )
        for one in inside:
            found.setdefault(one.resolve(), one)
    if not found:
        raise UserError(
            "there is no case folder here: none holds a body.yaml.",
            where=", ".join(str(one) for one in given),
            fix="start one with: coi-audit new FOLDER",
        )
    return [found[key] for key in sorted(found)]


def audit_bodies(
    given: Sequence[Path], out: Path, *, request: NationalRequest, progress: Progress | None = None
) -> National:
    """Audit every body into `out`, one folder each; audits whose papers, rules, lists, tool and date are the same stay.

    Raises `UserError` where no body can be audited at all: no case folder, a faulty rulebook, no place to write.
    """
    folders = case_folders(given)
    rulebook_of(request.rules)
    jobs = _jobs(folders, out, request)
    done: dict[Path, BodySummary] = {}
    for job in jobs:
        kept = _kept(job)
        if kept is not None:
            done[job.folder] = kept
    _tell(progress, "", len(done), len(jobs))
    for job, summary in _audited([one for one in jobs if one.folder not in done], request):
        done[job.folder] = summary
        _tell(progress, job.folder.name, len(done), len(jobs))
    return side_by_side(
        done.values(),
        as_of=request.as_of,
        as_of_given=request.as_of_given,
        tool_version=__version__,
        rulebook_sha256=rulebook_sha256(request.rules),
    )


def _tell(progress: Progress | None, name: str, done: int, of: int) -> None:
    if progress is not None:
        progress(name, done, of)


def _jobs(folders: Sequence[Path], out: Path, request: NationalRequest) -> list[_Job]:
    """Two folders of one name get a number behind it, in their sorted order."""
    shared = _shared_state(request)
    taken: set[str] = set()
    jobs = []
    for folder in folders:
        name, number = folder.resolve().name, 1
        while name in taken:
            number += 1
            name = f"{folder.resolve().name}-{number}"
        taken.add(name)
        jobs.append(_Job(folder, out / name, f"{shared}:{_folder_state(folder)}", request))
    return jobs


def _shared_state(request: NationalRequest) -> str:
    lists = _folder_state(request.organisations) if request.organisations else ""
    parts = (__version__, rulebook_sha256(request.rules), lists, request.as_of.isoformat(), str(request.as_of_given))
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _folder_state(folder: Path) -> str:
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


def _kept(job: _Job) -> BodySummary | None:
    """What an earlier run left, where nothing has changed since and all that is asked for is there."""
    try:
        state = json.loads((job.out / _STATE).read_text(encoding="utf-8"))["state"]
        if state != job.state or (job.request.reports and not (job.out / _REPORT).is_file()):
            return None
        document = json.loads((job.out / _AUDIT).read_text(encoding="utf-8"))
        return summary_of(document, folder=str(job.folder), state=BodyState.UNCHANGED)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _audited(jobs: Sequence[_Job], request: NationalRequest) -> Iterator[tuple[_Job, BodySummary]]:
    """Each job as it is done. A body that ends its whole process is tried once more by itself, then told."""
    left = list(jobs)
    workers = min(len(left), request.workers or os.cpu_count() or 1)
    if workers > 1:
        for job, summary in _in_processes(left, workers):
            left.remove(job)
            yield job, summary
    for job in left:
        if workers <= 1:
            yield job, _audit_one(job)
            continue
        alone = dict(_in_processes([job], 1))
        yield job, alone.get(job) or _failed(job, "the audit of this body ended its whole process")


def _in_processes(jobs: Sequence[_Job], workers: int) -> Iterator[tuple[_Job, BodySummary]]:
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting = {pool.submit(_audit_one, job): job for job in jobs}
        for future in as_completed(waiting):
            try:
                yield waiting[future], future.result()
            except BrokenProcessPool:
                continue  # whoever asked tries each that is left by itself


def _audit_one(job: _Job) -> BodySummary:
    """Audit one body and keep what came out; the state is written last, so that a run cut short is seen."""
    request = job.request
    try:
        audit = audit_folder(
            job.folder,
            rules=request.rules,
            organisations=request.organisations,
            as_of=request.as_of,
            as_of_given=request.as_of_given,
        )
        text = json_text(audit) + "\n"
        job.out.mkdir(parents=True, exist_ok=True)
        (job.out / _STATE).unlink(missing_ok=True)
        if request.reports:
            write_report(audit, job.out / _REPORT, rulebook=_rulebook(request.rules))
        _write(job.out / _AUDIT, text)
        _write(job.out / _STATE, json.dumps({"state": job.state}) + "\n")
    except (RulebookError, SetupError):
        raise
    except UserError as error:
        return _failed(job, str(error))
    except OSError as error:
        return _failed(job, f"{error.strerror or 'the system refused'}: {error.filename or job.out}")
    except Exception as error:  # one body's bug is told with its kind and stops no other
        return _failed(job, f"a fault of coi-audit itself ({type(error).__name__}); run: coi-audit audit {job.folder}")
    return summary_of(json.loads(text), folder=str(job.folder), state=BodyState.AUDITED)


@lru_cache(maxsize=2)
def _rulebook(rules: Path) -> Rulebook:
    return rulebook_of(rules)


def _write(path: Path, text: str) -> None:
    """Whole or not at all."""
    part = path.with_name(f".{path.name}.part")
    part.write_text(text, encoding="utf-8")
    part.replace(path)


def _failed(job: _Job, problem: str) -> BodySummary:
    return BodySummary(folder=str(job.folder), name=job.folder.resolve().name, state=BodyState.FAILED, problem=problem)


def write_national(found: National, out: Path) -> list[Path]:
    """What came of all bodies together, beside their own folders; gives what was written."""
    path = out / "national.json"
    out.mkdir(parents=True, exist_ok=True)
    _write(path, json.dumps(national_document(found), ensure_ascii=False, indent=2) + "\n")
    return [path]


def exit_code_of_national(found: National) -> ExitCode:
    """Nothing to audit, then incomplete, then findings (contract, section 2)."""
    if not found.audited:
        return ExitCode.UNUSABLE
    if found.failed or any(one.withheld for one in found.audited):
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if any(one.not_met for one in found.audited) else ExitCode.CLEAN
