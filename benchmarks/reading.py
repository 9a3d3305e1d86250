"""What reading and auditing cost beside the bare libraries, on the sample body.

CPU seconds are compared within one run, the variants in turn, and the median ratio of the rounds is printed.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import docx
from python_calamine import CalamineWorkbook

from coi_audit import app, paths
from coi_audit.audit.run import Request, run_audit
from coi_audit.readers.case_folder import read_case

ROUNDS = 5
AS_OF = date(2018, 1, 15)


def cpu(job: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    job()
    return time.process_time() - start


def bare_read(folder: Path) -> None:
    """Every cell and paragraph of the folder's papers, by the libraries alone."""
    for path in sorted(folder.rglob("*.xlsx")):
        book = CalamineWorkbook.from_path(path)
        for name in book.sheet_names:
            book.get_sheet_by_name(name).to_python()
    for path in sorted(folder.rglob("*.docx")):
        document = docx.Document(str(path))
        [paragraph.text for paragraph in document.paragraphs]
        [cell.text for table in document.tables for row in table.rows for cell in row.cells]


def lines() -> Iterator[str]:
    """What to print."""
    folder = paths.sample_data_folder() / "northfield-ccg"
    books = app.load_books(paths.rules_folder())
    case = read_case(folder)
    knowledge = app.knowledge_for(case.body, books=books, lists=None)
    request = Request(AS_OF)
    audit = run_audit(case, request=request, knowledge=knowledge, tool_version="bench")
    pairs = sum(
        len(item_meeting.items) * (len(item_meeting.present) + len(item_meeting.in_attendance))
        for item_meeting in audit.meetings
    )
    reads, bare, audits = [], [], []
    for _ in range(ROUNDS):
        bare.append(cpu(lambda: bare_read(folder)))
        reads.append(cpu(lambda: read_case(folder)))
        audits.append(cpu(lambda: run_audit(case, request=request, knowledge=knowledge, tool_version="bench")))
    ratio = statistics.median(one / other for one, other in zip(reads, bare, strict=True))
    share = statistics.median(one / other for one, other in zip(audits, reads, strict=True))
    yield f"sample body: {len(case.inputs)} papers, {len(audit.meetings)} meetings, {pairs} person-item pairs"
    yield f"  reading the folder, beside the bare libraries reading the same files: {ratio:.1f} times the CPU"
    rules = len(books.rulebook.rules)
    yield f"  the whole audit under {rules} rules, beside reading the folder: {share:.1f} times the CPU"
    yield f"  person-item pairs a CPU second, the words of the minutes read: {pairs / statistics.median(audits):,.0f}"
