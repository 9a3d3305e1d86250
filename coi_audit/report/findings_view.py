"""Findings laid out for a page: everything about one matter together, with both values, evidence and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.audit import Audit, Criterion, Finding, ItemAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Confidence, Severity
from coi_audit.report.conflict_view import evidence_words, path_words, recorded_words
from coi_audit.report.tallies import HEAVIEST_FIRST, not_met
from coi_audit.report.words import SEVERITY_SIGN, day, sentence, words

_MOST_EVIDENCE = 5  # places printed on a card; the attached JSON has them all


@dataclass(frozen=True, slots=True)
class CardView:
    """One finding in words. `required` and `recorded` are None where it speaks of no conflict."""

    fingerprint: str
    rule_id: str
    title: str
    area: str
    severity: str
    sign: str
    key: str
    outcome: str
    where: str
    who: str
    unsure: str | None
    statement: str
    required: str | None
    recorded: str | None
    handling: str | None
    path: str | None
    because: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    more_evidence: int
    source: str
    in_force: str
    mark: str
    url: str | None
    recommendation: str
    also: tuple[str, ...]
    waived_by: str | None


@dataclass(frozen=True, slots=True)
class MatterView:
    """Everything found about one matter (a person at an item, an item, a person's declarations), heaviest first.

    `evidence` is that of all its findings, each place once.
    """

    heading: str
    meta: str
    key: str
    cards: tuple[CardView, ...]
    evidence: tuple[tuple[str, str], ...]
    more_evidence: int

    @property
    def first(self) -> CardView:
        """The heaviest finding."""
        return self.cards[0]


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """Matters whose heaviest finding has this weight."""

    title: str
    sign: str
    key: str
    anchor: str
    matters: tuple[MatterView, ...]


def severity_groups(audit: Audit) -> tuple[SeverityGroup, ...]:
    """Findings that are not met by matter, heaviest matter first, within a weight by area and day.

    Weights without any are left out.
    """
    matters: dict[tuple[str, ...], list[Finding]] = {}
    for one in not_met(audit):  # heaviest first, so that each matter's first finding gives its weight
        matters.setdefault(_matter_key(one), []).append(one)
    groups = []
    for severity in HEAVIEST_FIRST:
        own = sorted((found for found in matters.values() if found[0].severity is severity), key=_matter_order)
        if own:
            views = tuple(matter(found, audit) for found in own)
            title, sign = words(severity), SEVERITY_SIGN[severity]
            groups.append(SeverityGroup(title, sign, severity.value, f"weight-{severity.value}", views))
    return tuple(groups)


def _matter_key(finding: Finding) -> tuple[str, ...]:
    if finding.item is None:
        return (finding.person or finding.fingerprint, "", "", "")
    return (finding.person or "", finding.committee or "", str(finding.meeting), finding.item)


def _matter_order(found: Sequence[Finding]) -> tuple[str, ...]:
    first = found[0]
    return (first.area, str(first.meeting or ""), first.item or "", first.person or "", first.rule_id)


def matter(found: Sequence[Finding], audit: Audit) -> MatterView:
    """Lay out one matter's findings."""
    cards = tuple(card(one, audit) for one in found)
    first = found[0]
    evidence = tuple(dict.fromkeys(evidence_words(source) for one in found for source in one.evidence))
    where = cards[0].where
    heading = " · ".join(part for part in (first.person, where) if part) if first.item or first.person else first.title
    if first.person and not first.item:
        heading, where = first.person, ""
    return MatterView(
        heading=heading,
        meta="" if first.item or first.person else where,
        key=first.severity.value,
        cards=cards,
        evidence=evidence[:_MOST_EVIDENCE],
        more_evidence=max(0, len(evidence) - _MOST_EVIDENCE),
    )


def card(finding: Finding, audit: Audit) -> CardView:
    """Lay out one finding."""
    item, conflict = item_of(finding, audit), conflict_of(finding, audit)
    criterion = finding.criterion
    return CardView(
        fingerprint=finding.fingerprint,
        rule_id=finding.rule_id,
        title=finding.title,
        area=sentence(finding.area),
        severity=words(finding.severity),
        sign=SEVERITY_SIGN[finding.severity],
        key=finding.severity.value,
        outcome=words(finding.outcome),
        where=where_words(finding, audit),
        who=finding.person or "",
        unsure=sentence(words(finding.confidence)) if finding.confidence is not Confidence.CERTAIN else None,
        statement=finding.statement,
        required=_required(conflict) if conflict else None,
        recorded=_recorded(conflict) if conflict else None,
        handling=words(conflict.handling) if conflict else None,
        path=path_words(conflict, item.item) if conflict and item else None,
        because=finding.because,
        evidence=tuple(evidence_words(one) for one in finding.evidence[:_MOST_EVIDENCE]),
        more_evidence=max(0, len(finding.evidence) - _MOST_EVIDENCE),
        source=source_words(criterion),
        in_force=in_force_words(criterion),
        mark=words(criterion.evidence_mark) if criterion else "",
        url=criterion.url if criterion else None,
        recommendation=finding.recommendation,
        also=finding.also,
        waived_by=finding.waived_by,
    )


def _required(conflict: Conflict) -> str:
    return words(conflict.required_action) + ("; hand over the chair" if conflict.hand_over_chair else "")


def _recorded(conflict: Conflict) -> str:
    action = conflict.participation.recorded_action
    return "no minutes in the folder" if action is None else recorded_words(action)


def conflict_of(finding: Finding, audit: Audit) -> Conflict | None:
    """The conflict a finding speaks of: that person's, at that item, on which the rule was raised."""
    item = item_of(finding, audit)
    if item is None or finding.person is None:
        return None
    own = [one for one in item.conflicts if one.holding.person.name == finding.person]
    raised = [one for one in own if finding.rule_id in one.rule_ids]
    return next(iter(raised or own), None)


def item_of(finding: Finding, audit: Audit) -> ItemAudit | None:
    """The agenda item a finding speaks of, None where it speaks of none."""
    for meeting in audit.meetings:
        if finding.item and meeting.date == finding.meeting and finding.committee in (None, meeting.committee):
            for item in meeting.items:
                if finding.item in (item.item.number, item.item.title):
                    return item
    return None


def where_words(finding: Finding, audit: Audit) -> str:
    """`7 March 2017, Primary Care Committee, item 6 "Hospice grant"`; parts that do not apply are left out."""
    parts = []
    if finding.meeting is not None:
        parts.append(day(finding.meeting))
    several = len({one.committee for one in audit.meetings} | {one.name for one in audit.body.committees}) > 1
    if finding.committee and (several or finding.meeting is None):
        parts.append(finding.committee)
    if finding.item:
        item = item_of(finding, audit)
        title = f" “{item.item.title}”" if item is not None and item.item.number else ""
        parts.append(f"item {finding.item}{title}")
    return ", ".join(parts)


def source_words(criterion: Criterion | None) -> str:
    """The document and the section in it."""
    if criterion is None:
        return "no version of the rule was in force"
    return f"{criterion.document}, “{criterion.locator}”" if criterion.locator else criterion.document


def in_force_words(criterion: Criterion | None) -> str:
    """Since when, and until when, this wording of the rule held."""
    if criterion is None:
        return ""
    until = f" to {day(criterion.in_force_until)}" if criterion.in_force_until else ", still in force"
    return f"in force from {day(criterion.in_force_from)}{until}"


def severity_colours() -> Mapping[Severity, str]:
    """Chart colours, each at least 3:1 on white; the words beside the bars say the same."""
    return {
        Severity.CRITICAL: "#7f1d1d",
        Severity.HIGH: "#b4470e",
        Severity.MEDIUM: "#8a6d00",
        Severity.LOW: "#44617b",
        Severity.INFO: "#6b7580",
    }
