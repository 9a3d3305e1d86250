"""Every body audited side by side: one that fails stops no other, and what has not changed is not done again."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path

from coi_audit import __version__
from coi_audit.app.audits import Progress
from coi_audit.app.national_body import (
    Job,
    NationalRequest,
    audit_one,
    failed,
    folder_state,
    get_ready,
    kept,
    lists_read,
    shared_state,
    write_whole,
)
from coi_audit.audit.side_by_side import side_by_side
from coi_audit.errors import ExitCode, UserError
from coi_audit.linking.regions import regions_of
from coi_audit.model.national import BodySummary, National
from coi_audit.report.national_text import national_document
from coi_audit.rulebook.load import rulebook_sha256

NATIONAL_JSON, NATIONAL_PDF, NATIONAL_XLSX = "national.json", "national.pdf", "national.xlsx"


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
    shared = shared_state(request)
    jobs = _jobs(folders, out, request, shared)
    done: dict[Path, BodySummary] = {}
    for job in jobs:
        found = kept(job)
        if found is not None:
            done[job.folder] = found
    _tell(progress, "", len(done), len(jobs))
    for job, summary in _audited([one for one in jobs if one.folder not in done], request):
        done[job.folder] = summary
        _tell(progress, job.folder.name, len(done), len(jobs))
    return side_by_side(
        _placed(list(done.values()), request, shared),
        as_of=request.as_of,
        as_of_given=request.as_of_given,
        tool_version=__version__,
        rulebook_sha256=rulebook_sha256(request.rules),
    )


def _tell(progress: Progress | None, name: str, done: int, of: int) -> None:
    if progress is not None:
        progress(name, done, of)


def _jobs(folders: Sequence[Path], out: Path, request: NationalRequest, shared: str) -> list[Job]:
    """Two folders of one name get a number behind it, in their sorted order."""
    taken: set[str] = set()
    jobs = []
    for folder in folders:
        name, number = folder.resolve().name, 1
        while name in taken:
            number += 1
            name = f"{folder.resolve().name}-{number}"
        taken.add(name)
        jobs.append(Job(folder, out / name, shared, f"{shared}:{folder_state(folder)}", request))
    return jobs


def _placed(bodies: list[BodySummary], request: NationalRequest, shared: str) -> list[BodySummary]:
    """Each body with its region, where the lists tell one."""
    lists = lists_read(request.organisations, request.as_of, shared)
    regions = regions_of((one.ods_code for one in bodies), lists.rows if lists else ())
    return [replace(one, region=regions.get(one.ods_code or "")) for one in bodies]


def _audited(jobs: Sequence[Job], request: NationalRequest) -> Iterator[tuple[Job, BodySummary]]:
    """Each job as it is done. A body that ends its whole process is tried once more by itself, then told."""
    left = list(jobs)
    workers = min(len(left), request.workers or os.cpu_count() or 1)
    if workers > 1:
        for job, summary in _in_processes(left, workers):
            left.remove(job)
            yield job, summary
    for job in left:
        if workers <= 1:
            yield job, audit_one(job)
            continue
        alone = dict(_in_processes([job], 1))
        yield job, alone.get(job) or failed(job, "the audit of this body ended its whole process")


def _in_processes(jobs: Sequence[Job], workers: int) -> Iterator[tuple[Job, BodySummary]]:
    asked, shared = jobs[0].request, jobs[0].shared
    first = (asked.rules, asked.organisations, asked.as_of, shared)
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=get_ready, initargs=first) as pool:
        waiting = {pool.submit(audit_one, job): job for job in jobs}
        try:
            for future in as_completed(waiting):
                try:
                    yield waiting[future], future.result()
                except BrokenProcessPool:
                    continue  # whoever asked tries each that is left by itself
        except BaseException:  # a faulty rulebook, or somebody's Ctrl-C: the bodies still waiting are not begun
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def write_national(found: National, out: Path, *, rules: Path) -> list[Path]:
    """What came of all bodies together, beside their own folders: JSON, the workbook, the summary report.

    Gives what was written. Raises `SetupError` where Pango or a font is missing, `UserError` where it cannot write.
    """
    from coi_audit.report.national_paper import national_pdf
    from coi_audit.report.national_workbook import national_workbook

    out.mkdir(parents=True, exist_ok=True)
    document = json.dumps(national_document(found), ensure_ascii=False, indent=2) + "\n"
    write_whole(out / NATIONAL_JSON, document.encode())
    write_whole(out / NATIONAL_XLSX, national_workbook(found))
    write_whole(out / NATIONAL_PDF, national_pdf(found, rules))
    return [out / name for name in (NATIONAL_PDF, NATIONAL_XLSX, NATIONAL_JSON)]


def exit_code_of_national(found: National) -> ExitCode:
    """Nothing to audit, then incomplete, then findings (contract, section 2)."""
    if not found.audited:
        return ExitCode.UNUSABLE
    if found.failed or any(one.withheld for one in found.audited):
        return ExitCode.INCOMPLETE
    return ExitCode.FINDINGS if any(one.not_met for one in found.audited) else ExitCode.CLEAN
