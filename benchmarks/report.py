"""What a page of findings costs in the assurance report, beside the same findings as plain tables in bare WeasyPrint.

The findings of the sample body are repeated until the pages are there. Each size runs in a process of its own, so that
its peak of memory is its own; report and plain tables run in that same process, in turn. CPU seconds are compared, and
both papers carry tags. The plain tables keep a column for where a finding is; the report puts that before its words.
"""

from __future__ import annotations

import gc
import multiprocessing
import resource
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from html import escape
from io import BytesIO
from pathlib import Path

import pypdfium2

from coi_audit import app, paths
from coi_audit.model.audit import Audit
from coi_audit.report.assurance import assurance_html
from coi_audit.report.html import style
from coi_audit.report.pdf import render_pdf
from coi_audit.report.sections.findings_by_rule import Instance, WeightGroup, weight_groups
from coi_audit.rulebook.types import Rulebook

SIZES = ((15, 3), (50, 2), (250, 1))  # pages, and rounds of each
_SAMPLE = Path(__file__).resolve().parent.parent / "sample_data" / "northfield-ccg"
_STYLES = ("base/paper.css", "report/report.css")
_ROWS_A_PAGE = 16
_HEAD = (
    "<html lang=en><title>Findings</title><style>@page { size: A4; margin: 18mm } body { font: 9pt sans-serif } "
    "td { vertical-align: top }</style><h1>Findings</h1>"
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size: pages and rows of the report's findings, CPU seconds by paper, and the report's peak in MiB."""

    pages: int
    rows: int
    seconds: dict[str, float]
    peak: float

    @property
    def a_page(self) -> float:
        """CPU seconds a page of the report's findings."""
        return self.seconds["report"] / self.pages

    def against(self, peer: str) -> str:
        """The report's cost as a share of a peer's for the same findings."""
        return f"{self.seconds['report'] / self.seconds[peer]:.2f}"


def lines() -> Iterator[str]:
    """What to print."""
    yield "Assurance report: CPU seconds a page of findings, tagged, beside the same findings as plain automatic tables"
    found = []
    for pages, rounds in SIZES:
        one = _alone(pages, rounds)
        found.append(one)
        yield (
            f"  {one.pages} pages, {one.rows} findings: {one.a_page:.3f} s a page, peak {one.peak:.0f} MiB; "
            f"{one.against('alike')} times plain tables arranged alike, "
            f"{one.against('wide')} times one row a finding with a column a field"
        )
    first, last = found[0], found[-1]
    yield f"  a page at {last.pages} costs {last.a_page / first.a_page:.2f} times one at {first.pages}"


def _alone(pages: int, rounds: int) -> Measured:
    """The measure in a process of its own."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(measure, (pages, rounds))


def measure(pages: int, rounds: int) -> Measured:
    """The papers at about so many pages; the median of the rounds, in each of which they take turns."""
    rulebook = app.rulebook_of(paths.rules_folder())
    audit = _repeated(_audit(), pages * _ROWS_A_PAGE)
    groups = weight_groups(audit, {source.title: key for key, source in rulebook.sources.items()})
    html, alike, wide = report_html(audit, rulebook), alike_html(groups), wide_html(groups)
    _report_pdf(report_html(replace(audit, findings=audit.findings[:1]), rulebook), audit)  # loads what is loaded once
    jobs = {
        "report": lambda: _report_pdf(html, audit),
        "alike": lambda: _plain_pdf(alike),
        "wide": lambda: _plain_pdf(wide),
    }
    taken: dict[str, list[float]] = {name: [] for name in jobs}
    peak, counted = 0.0, 0
    for _ in range(rounds):
        for name, job in jobs.items():
            seconds, made = _timed(job)
            taken[name].append(seconds)
            if name == "report":
                peak = peak or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
                counted = len(pypdfium2.PdfDocument(made))
    medians = {name: statistics.median(seconds) for name, seconds in taken.items()}
    return Measured(counted, len(audit.findings), medians, peak)


def _audit() -> Audit:
    return app.audit_folder(_SAMPLE, rules=paths.rules_folder(), organisations=None, as_of=date(2018, 1, 15))


def _repeated(audit: Audit, rows: int) -> Audit:
    """The audit with its own findings that are not met over and over, each with a number of its own."""
    own = [one for one in audit.findings if one.outcome.value == "not_met"]
    many = tuple(replace(own[at % len(own)], fingerprint=f"{at:016x}") for at in range(rows))
    return replace(audit, findings=many, assessment=None)


def report_html(audit: Audit, rulebook: Rulebook) -> str:
    """The report's own page with its section of findings alone."""
    whole = assurance_html(audit, rulebook)
    head, findings = whole.split("<body>")[0], whole.split('id="findings">')[1].split("</section>")[0]
    return f"{head}<body><h1>Findings</h1><section id='findings'>{findings}</section></body></html>"


def alike_html(groups: Sequence[WeightGroup]) -> str:
    """The same words, row for row and rule for rule, as tables of three columns without any style of their own."""
    parts = [_HEAD]
    for group in groups:
        parts.append(f"<h2>{escape(group.title)}</h2>")
        for rule in group.rules:
            told = f"{rule.sign} {rule.rule_id}: {rule.title} {rule.source}; {rule.in_force} ({rule.mark})"
            rows = [(f"{one.about} {one.fingerprint}", _said(one), "") for one in rule.instances]
            head = f"<thead>{_row(('Where, and number', 'What was found', 'Owner, by when'), 'th')}</thead>"
            parts.append(f"<table>{head}<tr><td colspan=3>{escape(told)}</td></tr>{''.join(map(_row, rows))}</table>")
    return "".join(parts)


def wide_html(groups: Sequence[WeightGroup]) -> str:
    """The same findings as one plain table: one row a finding, a column for each thing told of it."""
    names = ("Weight", "Rule", "What it looks for", "Where", "Number", "What was found", "Source", "In force", "Owner")
    rows = [
        (group.title, rule.rule_id, rule.title, one.about, one.fingerprint, _said(one), rule.source,
         f"{rule.in_force} ({rule.mark})", "")
        for group in groups for rule in group.rules for one in rule.instances
    ]  # fmt: skip
    return f"{_HEAD}<table><thead>{_row(names, 'th')}</thead>{''.join(map(_row, rows))}</table>"


def _said(one: Instance) -> str:
    return f"{one.statement} {one.values} {one.because} {'; '.join(place for place, _ in one.evidence)}"


def _row(cells: Sequence[str], tag: str = "td") -> str:
    return "<tr>" + "".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in cells) + "</tr>"


def _report_pdf(html: str, audit: Audit) -> bytes:
    return render_pdf(html, as_of=audit.as_of, style=style(*_STYLES))


def _plain_pdf(html: str) -> bytes:
    import weasyprint

    out = BytesIO()
    weasyprint.HTML(string=html).write_pdf(out, pdf_tags=True, pdf_variant="pdf/a-3a")
    return out.getvalue()


def _timed(job: Callable[[], bytes]) -> tuple[float, bytes]:
    gc.collect()
    start = time.process_time()
    data = job()
    return time.process_time() - start, data
