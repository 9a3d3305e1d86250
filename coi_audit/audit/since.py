"""This audit beside the last report: which findings are new, which stand as they did, and what became of the rest."""

from __future__ import annotations

from dataclasses import replace

from coi_audit.model.audit import Audit
from coi_audit.model.since import EarlierFinding, EarlierReport, Outcomes, Since
from coi_audit.model.words import RuleOutcome


def with_since(audit: Audit, earlier: EarlierReport | None) -> Audit:
    """The audit with what changed since the last report; as it is where there is none."""
    return audit if earlier is None else replace(audit, since=since(audit, earlier))


def since(audit: Audit, earlier: EarlierReport) -> Since:
    """What became of the last report's findings; see `changes`."""
    raised = [one for one in audit.findings if one.outcome is RuleOutcome.NOT_MET]
    now = Outcomes(
        raised=tuple(one.fingerprint for one in sorted(raised, key=lambda one: -one.severity.rank)),
        open_=frozenset(one.fingerprint for one in audit.findings if one.outcome is not RuleOutcome.NOT_MET),
        ruled=frozenset(one.fingerprint for one in audit.waived),
        meetings=frozenset((one.date, one.committee) for one in audit.meetings),
    )
    return changes(earlier, now)


def changes(earlier: EarlierReport, now: Outcomes) -> Since:
    """Compare by fingerprint, which stays the same for the same matter. Only findings not met are compared.

    A finding on a meeting outside the later audit is not called resolved: nobody looked again.
    """
    before, stands = {one.fingerprint for one in earlier.findings}, frozenset(now.raised)
    gone = sorted(
        (one for one in earlier.findings if one.fingerprint not in stands),
        key=lambda one: (-one.severity.rank, one.rule_id, one.fingerprint),
    )
    piles: dict[str, list[EarlierFinding]] = {"resolved": [], "in_doubt": [], "ruled": [], "not_looked_at": []}
    for one in gone:
        piles[pile_of(one, now)].append(one)
    return Since(
        earlier=earlier,
        new=tuple(number for number in now.raised if number not in before),
        same=tuple(number for number in now.raised if number in before),
        **{name: tuple(found) for name, found in piles.items()},
    )


def pile_of(one: EarlierFinding, now: Outcomes) -> str:
    """What became of a finding that the later audit does not raise: the name of a pile of `Since`."""
    if one.fingerprint in now.ruled:
        return "ruled"
    if one.fingerprint in now.open_:
        return "in_doubt"
    here = one.meeting is None or any(
        day == one.meeting and one.committee in (None, committee) for day, committee in now.meetings
    )
    return "resolved" if here else "not_looked_at"
