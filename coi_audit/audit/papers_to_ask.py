"""Papers to ask for: what cannot be told as a paper is absent, one entry a paper with the rules it would answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from string import Template

from coi_audit.model.assessment import PaperToAsk
from coi_audit.model.audit import Finding, MeetingAudit, MissingMeeting
from coi_audit.model.dates import in_words
from coi_audit.model.words import RuleOutcome, Stage
from coi_audit.rulebook.papers import PaperKind, Papers

Slot = tuple[int, str, str]  # where the entry stands among the others, its title, what to ask


@dataclass(frozen=True, slots=True)
class _Absent:
    """Meetings without minutes, and those without any paper, by day and committee."""

    minutes: frozenset[tuple[date, str]]
    papers: frozenset[tuple[date | None, str]]


def papers_to_ask(
    findings: Iterable[Finding],
    *,
    meetings: Sequence[MeetingAudit],
    missing: Sequence[MissingMeeting],
    papers: Papers,
) -> tuple[PaperToAsk, ...]:
    """Every absent paper that a finding misses, heaviest first; a finding stands under one paper at most."""
    absent = _Absent(
        frozenset((one.date, one.committee) for one in meetings if one.stage is Stage.NO_MINUTES),
        frozenset((one.on, one.committee) for one in missing),
    )
    groups: dict[Slot, list[Finding]] = {}
    for finding in findings:
        slot = _slot(finding, absent, papers) if finding.outcome is RuleOutcome.CANNOT_TELL else None
        if slot is not None:
            groups.setdefault(slot, []).append(finding)
    ordered = sorted(groups.items(), key=lambda group: (-_heaviest(group[1]).severity.rank, group[0]))
    return tuple(_entry(slot, found) for slot, found in ordered)


def _slot(finding: Finding, absent: _Absent, papers: Papers) -> Slot | None:
    if finding.paper_absent:
        return next(
            ((place, kind.title, kind.ask) for place, kind in enumerate(papers.kinds) if finding.rule_id in kind.rules),
            None,
        )
    if finding.meeting is None:
        return None
    meeting = (finding.meeting, finding.committee or "")
    if meeting in absent.papers and finding.rule_id in papers.meeting.rules:
        return _of_meeting(papers.meeting, finding)
    if meeting in absent.minutes and finding.rule_id in papers.minutes.rules:
        return _of_meeting(papers.minutes, finding)
    return None


def _of_meeting(kind: PaperKind, finding: Finding) -> Slot:
    assert finding.meeting is not None
    names = {"committee": finding.committee or "the committee", "when": in_words(finding.meeting)}
    return finding.meeting.toordinal() - date.max.toordinal(), Template(kind.title).safe_substitute(names), kind.ask


def _entry(slot: Slot, found: Sequence[Finding]) -> PaperToAsk:
    _, title, ask = slot
    return PaperToAsk(
        title=title,
        ask=ask,
        rule_ids=tuple(sorted({one.rule_id for one in found})),
        fingerprints=tuple(one.fingerprint for one in found),
        severity=_heaviest(found).severity,
    )


def _heaviest(found: Sequence[Finding]) -> Finding:
    return max(found, key=lambda one: one.severity.rank)
