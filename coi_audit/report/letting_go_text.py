"""What is due to be removed, and what an order removed: in lines, as a list to be signed, and as plain data."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from coi_audit.model.letting_go import DueState, LetGo, Matter, MatterKind, Removals
from coi_audit.model.words import EvidenceMark
from coi_audit.report.office_file import never_a_formula
from coi_audit.report.words import count, day, words

EVIDENCE: Mapping[EvidenceMark, str] = {mark: words(mark) for mark in EvidenceMark}
REMOVE, NUMBER = "remove", "number"
_COLUMNS = (REMOVE, NUMBER, "kind", "person", "what", "ended", "because", "may go from", "papers")
_KINDS: Mapping[MatterKind, tuple[str, str]] = {
    MatterKind.INTEREST: ("interest", "interests"),
    MatterKind.NIL_RETURN: ("nil return", "nil returns"),
    MatterKind.MEMBERSHIP: ("membership", "memberships"),
    MatterKind.PAPER: ("paper", "papers"),
    MatterKind.AUDIT: ("audit", "audits"),
    MatterKind.JUDGEMENT: ("judgement", "judgements"),
    MatterKind.ACTION: ("action", "actions"),
}
_TITLES: Mapping[DueState, str] = {
    DueState.DUE: "May go, by an order with a name",
    DueState.UNCLEAR: "Kept on, since no paper tells when it ended",
    DueState.KEPT: "Kept on, its day has not come",
}
_SHOWN = 3  # papers named in a line


def removals_lines(found: Removals, *, every: bool = False) -> Iterator[str]:
    """What may go; with `every` also what is kept on."""
    due = found.of(DueState.DUE)
    others = f"{len(found.of(DueState.KEPT))} kept on, {len(found.of(DueState.UNCLEAR))} without an end"
    yield f"{found.body}, on {day(found.on)}: {count(len(due), 'matter')} may go; {others}."
    yield from _limits(found)
    for state in (DueState.DUE, DueState.UNCLEAR, DueState.KEPT) if every else (DueState.DUE,):
        matters = found.of(state)
        if matters:
            yield f"{_TITLES[state]}:"
        for one in matters:
            yield f"  {one.number}  {_subject(one)}"
            yield f"      {_when(one)}{_where(one.papers)}"
    if due:
        yield "Nothing goes by itself: write the list with --csv, have it signed, then coi-audit remove --order LIST."


def _limits(found: Removals) -> Iterator[str]:
    limits = found.limits
    yield (
        f"An interest is kept {time_of(limits.record_months)} after it ended, the first "
        f"{time_of(limits.public_months)} on the published register ({limits.source}; {limits.because}). "
        "For all else the same time is this tool's own presumption."
    )


def time_of(months: int) -> str:
    """`6 years`, `6 months`, `18 months`."""
    return count(months // 12, "year") if months % 12 == 0 else count(months, "month")


def _subject(one: Matter) -> str:
    told = f"{one.person}: {one.what}" if one.person else one.what
    return f"{_KINDS[one.kind][0]}, {told}"


def _when(one: Matter) -> str:
    if one.ended is None or one.due is None:
        return one.because
    public = f"; on the published register until {day(one.public_until)} at least" if one.public_until else ""
    return f"ended {day(one.ended)} ({one.because}){public}; may go from {day(one.due)}"


def _where(papers: Sequence[str]) -> str:
    if not papers:
        return ""
    more = f" and {len(papers) - _SHOWN} more" if len(papers) > _SHOWN else ""
    return f"; in {', '.join(papers[:_SHOWN])}{more}"


def removals_document(found: Removals) -> dict[str, Any]:
    """The same as plain types, ready for JSON: every matter with its state."""
    limits = found.limits
    return {
        "body": found.body,
        "as_of": found.on.isoformat(),
        "limits": {
            "public_months": limits.public_months,
            "record_months": limits.record_months,
            "source": limits.source,
            "evidence": limits.because,
        },
        "counts": {state.value: len(found.of(state)) for state in DueState},
        "matters": [_matter_document(one) | {"state": one.state(found.on).value} for one in found.matters],
    }


def _matter_document(one: Matter) -> dict[str, Any]:
    days = {"ended": one.ended, "public_until": one.public_until, "may_go_from": one.due}
    return {
        "number": one.number,
        "kind": one.kind.value,
        "person": one.person or None,
        "what": one.what,
        "because": one.because,
        **{name: value.isoformat() if value is not None else None for name, value in days.items()},
        "papers": list(one.papers),
    }


def removals_csv(found: Removals, *, every: bool = False) -> bytes:
    """The list to be signed: "yes" in its first column says what goes. UTF-8 with a byte-order mark, for Excel."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(_COLUMNS)
    for one in found.matters if every else found.of(DueState.DUE):
        days = (one.ended.isoformat() if one.ended else "", one.because, one.due.isoformat() if one.due else "")
        row = ("", one.number, _KINDS[one.kind][0], one.person, one.what, *days, "; ".join(one.papers))
        writer.writerow([never_a_formula(text) for text in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode()


def let_go_lines(done: LetGo) -> Iterator[str]:
    """What went, in counts; whose it was is said no more."""
    kinds = [count(sum(one.kind is kind for one in done.matters), *_KINDS[kind]) for kind in MatterKind]
    told = ", ".join(one for one in kinds if not one.startswith("0 "))
    yield f"{done.body}: {told} removed by this order, as entry {done.entry} of the trail."
    if done.early:
        yield f"{count(done.early, 'of them', 'of them')} went before the time."
    yield "Backups, copies made before a migration, and reports written earlier still hold it: see docs/keeping.md."
    if not done.cleaned:
        yield (
            f"The rows are gone, but the database's own file could not be made anew ({done.not_cleaned}): their words "
            "may still be found in it. Run coi-audit store compact when nobody else uses the store."
        )


def let_go_document(done: LetGo) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "body": done.body,
        "entry": done.entry,
        "removed": [{"number": one.number, "kind": one.kind.value} for one in done.matters],
        "before_their_time": done.early,
        "rows": dict(done.rows),
        "file_made_anew": done.cleaned,
    }
