"""What many bodies' reports cost, beside a plain process pool over the same audits in the same run.

The plain pool is what one would write first: a fresh interpreter a worker, one WeasyPrint `write_pdf` a report, the
same audit as automatic tables with one row a finding, conflict, item and rule. Ours is what `national --reports` does
with an audit: the report itself, in workers that have read the rules once. Both write tagged PDF.
`COI_AUDIT_BENCH_BODIES` sets how many bodies there are; 74 unless told.
"""

from __future__ import annotations

import gc
import os
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import date
from html import escape
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pikepdf

from coi_audit import app, paths
from coi_audit.app.national_body import books_of, get_ready
from coi_audit.model.audit import Audit
from coi_audit.model.words import RuleOutcome
from coi_audit.report.as_json import audit_document

ROOT = Path(__file__).resolve().parents[1]
WORKERS = 2
BODIES = 74
_SHARED = "benchmark"
_PLAIN = "body { font: 9pt sans-serif } table { border-collapse: collapse } td, th { border: 1px solid; padding: 2pt }"


def bodies(folder: Path, count: int) -> list[Path]:
    """The audits of so many invented bodies, each pickled; a body that cannot be audited is skipped."""
    sys.path.insert(0, str(ROOT / "sample_data"))
    from make_bodies import AS_OF, folder_name, is_broken, make_body  # type: ignore[import-not-found]

    found: list[Path] = []
    number = 0
    while len(found) < count:
        if not is_broken(number):
            plan = make_body(number, 1, folder)
            audit = app.audit_folder(
                folder / folder_name(plan), rules=paths.rules_folder(), organisations=None, as_of=AS_OF
            )
            found.append(folder / f"{number:03d}.pickle")
            found[-1].write_bytes(pickle.dumps(audit))
        number += 1
    return found


def ours(path: Path) -> None:
    """One report as `national --reports` writes it."""
    audit: Audit = pickle.loads(path.read_bytes())
    app.write_report(audit, path.with_suffix(".ours.pdf"), rulebook=books_of(paths.rules_folder(), _SHARED).rulebook)
    gc.collect()  # as after each body


def plain(path: Path) -> None:
    """The same audit as automatic tables, by bare WeasyPrint."""
    import weasyprint

    audit: Audit = pickle.loads(path.read_bytes())
    html = weasyprint.HTML(string=plain_page(audit))
    html.write_pdf(path.with_suffix(".plain.pdf"), pdf_variant="pdf/ua-1", pdf_tags=True)


def plain_page(audit: Audit) -> str:
    """One row a finding, conflict, item, paper and rule, every fact of it in a column."""
    told = audit_document(audit)
    items = [(meeting, item) for meeting in told["meetings"] for item in meeting["items"]]
    tables = (
        _table(
            ("No.", "Rule", "Outcome", "Weight", "Finding", "Evidence", "Source", "Recommendation"),
            [
                (one["fingerprint"], f"{one['rule_id']} {one['title']}", one["outcome"], one["severity"],
                 " ".join((one["statement"], *one["because"])), _places(one["evidence"]),
                 f"{one['criterion']['document']}, {one['criterion']['locator']}", one["recommendation"])
                for one in told["findings"]
            ],
        ),
        _table(
            ("Date", "Item", "Person", "Interest", "Link", "Required", "Recorded", "Handling", "Evidence"),
            [
                (meeting["date"], f"{item['number']} {item['title']}", one["person"],
                 f"{one['interest']['nature']}, {one['interest']['organisation']}", one["link"], one["required_action"],
                 str(one["recorded_action"]), one["handling"], _places(one["evidence"]))
                for meeting, item in items for one in item["conflicts"]
            ],
        ),
        _table(
            ("Date", "Item", "Title", "Scope", "Purpose", "Quorum", "Chair"),
            [
                (meeting["date"], item["number"], item["title"], item["scope"], item["purpose"],
                 " ".join(item["quorum"]["reasons"]), str(item["chair"]["name"]))
                for meeting, item in items
            ],
        ),
        _table(("Paper", "Kind", "SHA-256"), [(one["path"], one["kind"], one["sha256"]) for one in told["inputs"]]),
        _table(
            ("Rule", *RuleOutcome),
            [
                (rule, *(str(counts.get(kind, 0)) for kind in RuleOutcome))
                for rule, counts in sorted(audit.rule_outcomes.items())
            ],
        ),
    )  # fmt: skip
    name = escape(audit.body.name)
    return f"<html lang=en><title>{name}</title><style>{_PLAIN}</style><h1>{name}</h1>{''.join(tables)}</html>"


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f"<th>{escape(one)}</th>" for one in heads)
    body = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _places(evidence: Sequence[dict[str, Any]]) -> str:
    return "; ".join(f"{one['file']}: {one['text']}" for one in evidence)


@dataclass(frozen=True, slots=True)
class Taken:
    """Seconds by the clock, and of the processors, which other work on the machine changes less."""

    clock: float
    cpu: float

    def __add__(self, other: Taken) -> Taken:
        return Taken(self.clock + other.clock, self.cpu + other.cpu)


def pool(job: Callable[[Path], None], audits: Sequence[Path], *, ready: bool) -> Taken:
    """What all reports took, with the start of the workers."""
    begun, spent = time.perf_counter(), _of_children()
    spawn = get_context("spawn")
    first = (paths.rules_folder(), None, date.max, _SHARED)  # without lists the day plays no part
    workers = (
        ProcessPoolExecutor(WORKERS, mp_context=spawn, initializer=get_ready, initargs=first)
        if ready
        else ProcessPoolExecutor(WORKERS, mp_context=spawn)
    )
    with workers:
        list(workers.map(job, audits))
    return Taken(time.perf_counter() - begun, _of_children() - spent)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def lines() -> Iterator[str]:
    """What to print."""
    count = int(os.environ.get("COI_AUDIT_BENCH_BODIES") or BODIES)
    with tempfile.TemporaryDirectory() as place:
        audits = bodies(Path(place), count)
        yield f"Reports of {count} invented bodies, {WORKERS} workers"
        half = len(audits) // 2
        # Ours in the middle, so that a machine that slows down or speeds up favours neither.
        before = pool(plain, audits[:half], ready=False)
        took = pool(ours, audits, ready=True)
        beside = before + pool(plain, audits[half:], ready=False)
        yield f"  plain pool: {_told(audits, '.plain.pdf', beside)}"
        yield f"  ours: {_told(audits, '.ours.pdf', took)}"
        yield f"  of the plain pool's: {took.clock / beside.clock:.2f} by the clock, {took.cpu / beside.cpu:.2f} in CPU"


def _told(audits: Sequence[Path], ending: str, taken: Taken) -> str:
    pages = 0
    for path in audits:
        with pikepdf.open(path.with_suffix(ending)) as pdf:
            pages += len(pdf.pages)
    each = pages / len(audits)
    told = f"{taken.clock:.0f} seconds, {taken.cpu:.0f} CPU seconds, {each:.1f} pages a report"
    return f"{told}, {1000 * taken.cpu / pages:.0f} CPU ms a page"
