"""Findings laid out for a page: everything about one matter together, with both values, evidence and source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.audit import Audit, Criterion, Finding, ItemAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Confidence, Severity
from coi_audit.report.conflict_view import evidence_words, path_words, recorded_of
from coi_audit.report.sections.given_view import judged
from coi_audit.report.tallies import HEAVIEST_FIRST, not_met
from coi_audit.report.words import SEVERITY_SIGN, day, sentence, words

_MOST_EVIDENCE = 6  # places printed for one matter; the attached JSON has them all


@dataclass(frozen=True, slots=True)
class StatementView:
    """One finding's own words."""

    fingerprint: str
    statement: str
    because: str
    unsure: str | None
    also: tuple[str, ...]
    waived_by: str | None
    judgement: str = ""  # a reviewer's, in words


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule's findings on one matter: what is common to them, then each in its own words."""

    rule_id: str
    title: str
    area: str
    severity: str
    sign: str
    key: str
    source: str
    in_force: str
    mark: str
    recommendation: str
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True)
class ValuesView:
    """Both values of one conflict that the matter's findings speak of."""

    person: str
    path: str
    required: str
    recorded: str
    handling: str


@dataclass(frozen=True, slots=True)
class MatterView:
    """Everything found about one item, one person's declarations or one design, heaviest first.

    `evidence` is that of all its findings, each place once.
    """

    heading: str
    key: str
    values: tuple[ValuesView, ...]
    rules: tuple[RuleView, ...]
    evidence: tuple[tuple[str, str], ...]
    more_evidence: int


@dataclass(frozen=True, slots=True)
class SeverityGroup:
    """Matters whose heaviest finding has this weight."""

    title: str
    sign: str
    key: str
    anchor: str
    matters: tuple[MatterView, ...]


def severity_groups(audit: Audit) -> tuple[SeverityGroup, ...]:
    """Findings that are not met by matter, heaviest matter first, within a weight by area and day, with all evidence.

    Weights without any are left out.
    """
    matters = list(_by_matter(not_met(audit)).values())  # each heaviest first: its first finding gives its weight
    groups = []
    for severity in HEAVIEST_FIRST:
        own = sorted((found for found in matters if found[0].severity is severity), key=_matter_order)
        if own:
            views = tuple(matter(found, audit, most=None) for found in own)
            title, sign = words(severity), SEVERITY_SIGN[severity]
            groups.append(SeverityGroup(title, sign, severity.value, f"weight-{severity.value}", views))
    return tuple(groups)


def waived_matters(audit: Audit) -> tuple[MatterView, ...]:
    """Matters that a ruling covers, in order of day and item."""
    return tuple(matter(found, audit) for found in sorted(_by_matter(audit.waived).values(), key=_matter_order))


def _by_matter(findings: Sequence[Finding]) -> dict[tuple[str, ...], list[Finding]]:
    matters: dict[tuple[str, ...], list[Finding]] = {}
    for one in findings:
        key = (one.committee or "", str(one.meeting), one.item) if one.item else (one.person or one.fingerprint,)
        matters.setdefault(key, []).append(one)
    return matters


def _matter_order(found: Sequence[Finding]) -> tuple[str, ...]:
    first = found[0]
    return (first.area, str(first.meeting or ""), first.item or "", first.person or "", first.rule_id)


def matter(found: Sequence[Finding], audit: Audit, *, most: int | None = _MOST_EVIDENCE) -> MatterView:
    """Lay out one matter's findings, with so many places of their evidence; None: all of them."""
    first = found[0]
    evidence = tuple(dict.fromkeys(evidence_words(source) for one in found for source in one.evidence))
    heading = where_words(first, audit) if first.item else first.person or where_words(first, audit)
    by_rule: dict[tuple[object, ...], list[Finding]] = {}
    for one in found:
        by_rule.setdefault((one.rule_id, one.severity, one.criterion), []).append(one)
    return MatterView(
        heading=sentence(heading) or audit.body.name,
        key=first.severity.value,
        values=tuple(dict.fromkeys(view for one in found if (view := _values(one, audit)) is not None)),
        rules=tuple(_rule(group, audit) for group in by_rule.values()),
        evidence=evidence[:most],
        more_evidence=len(evidence) - len(evidence[:most]),
    )


def _rule(found: Sequence[Finding], audit: Audit) -> RuleView:
    first = found[0]
    return RuleView(
        rule_id=first.rule_id,
        title=first.title,
        area=sentence(first.area),
        severity=words(first.severity),
        sign=SEVERITY_SIGN[first.severity],
        key=first.severity.value,
        source=source_words(first.criterion),
        in_force=in_force_words(first.criterion),
        mark=words(first.criterion.evidence_mark) if first.criterion else "",
        recommendation=first.recommendation,
        statements=tuple(_statement(one, audit) for one in found),
    )


def _statement(finding: Finding, audit: Audit) -> StatementView:
    sure = finding.confidence is Confidence.CERTAIN
    return StatementView(
        fingerprint=finding.fingerprint,
        statement=finding.statement,
        because=" ".join(finding.because),
        unsure=None if sure else sentence(words(finding.confidence)),
        also=finding.also,
        waived_by=finding.waived_by,
        judgement=judged(audit, finding.fingerprint),
    )


def _values(finding: Finding, audit: Audit) -> ValuesView | None:
    item, conflict = item_of(finding, audit), conflict_of(finding, audit)
    if item is None or conflict is None:
        return None
    hand_over = "; hand over the chair" if conflict.hand_over_chair else ""
    return ValuesView(
        person=conflict.holding.person.name,
        path=path_words(conflict, item.item),
        required=sentence(words(conflict.required_action)) + hand_over,
        recorded=sentence(recorded_of(conflict)),
        handling=sentence(words(conflict.handling)),
    )


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
