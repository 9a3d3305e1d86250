"""This audit beside the last report: which findings are new, which stand as they did, and what became of the rest."""

from __future__ import annotations

from dataclasses import replace

from coi_audit.model.audit import Audit
from coi_audit.model.since import EarlierFinding, EarlierReport, Since
from coi_audit.model.words import RuleOutcome


def with_since(audit: Audit, earlier: EarlierReport | None) -> Audit:
    """The audit with what changed since the last report; as it is where there is none."""
    return audit if earlier is None else replace(audit, since=since(audit, earlier))


def since(audit: Audit, earlier: EarlierReport) -> Since:
    """Compare by fingerprint, which stays the same for the same matter. Only findings not met are compared.

    A finding on a meeting outside this audit is not called resolved: nobody looked again.
    """
    raised = [one for one in audit.findings if one.outcome is RuleOutcome.NOT_MET]
    raised.sort(key=lambda one: -one.severity.rank)
    open_ = {one.fingerprint for one in audit.findings if one.outcome is not RuleOutcome.NOT_MET}
    ruled = {one.fingerprint for one in audit.waived}
    before, now = {one.fingerprint for one in earlier.findings}, {one.fingerprint for one in raised}
    gone = sorted(
        (one for one in earlier.findings if one.fingerprint not in now),
        key=lambda one: (-one.severity.rank, one.rule_id, one.fingerprint),
    )
    piles: dict[str, list[EarlierFinding]] = {"resolved": [], "in_doubt": [], "ruled": [], "not_looked_at": []}
    for one in gone:
        piles[_pile(one, audit, open_, ruled)].append(one)
    return Since(
        earlier=earlier,
        new=tuple(one.fingerprint for one in raised if one.fingerprint not in before),
        same=tuple(one.fingerprint for one in raised if one.fingerprint in before),
        **{name: tuple(found) for name, found in piles.items()},
    )


def _pile(one: EarlierFinding, audit: Audit, open_: set[str], ruled: set[str]) -> str:
    if one.fingerprint in ruled:
        return "ruled"
    if one.fingerprint in open_:
        return "in_doubt"
    here = one.meeting is None or any(
        meeting.date == one.meeting and one.committee in (None, meeting.committee) for meeting in audit.meetings
    )
    return "resolved" if here else "not_looked_at"
