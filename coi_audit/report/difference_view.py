"""What a policy or another edition changes, in the words and the shape that terminal, JSON and PDF use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from coi_audit.model.audit import Audit
from coi_audit.model.difference import ActionChange, Difference, FindingChange
from coi_audit.model.policy import PolicyEffect
from coi_audit.report.words import count, day, words


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One line: what it is about, how it stands and how it stands there, and why; findings of one rule together."""

    what: str
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class DifferenceView:
    title: str
    was: str
    is_: str
    summary: str
    findings: tuple[ChangeView, ...]
    actions: tuple[ChangeView, ...]


def difference_view(difference: Difference) -> DifferenceView:
    """The difference in words, findings first, each with its reason."""
    told = [
        count(len(difference.findings), "finding comes", "findings come") + " out otherwise",
        count(len(difference.actions), "required action changes", "required actions change"),
        f"{count(difference.same_findings, 'finding')} {'is' if difference.same_findings == 1 else 'are'} the same",
    ]
    old, new = _level(difference.opinion_before), _level(difference.opinion_after)
    told.append(f"the opinion stays {new}" if old == new else f"the opinion goes from {old} to {new}")
    return DifferenceView(
        title=difference.title,
        was=difference.was,
        is_=difference.is_,
        summary="; ".join(told) + ".",
        findings=_findings(difference.findings),
        actions=tuple(_action(one) for one in difference.actions),
    )


def _level(level: object) -> str:
    return words(level) if level is not None else "withheld"  # type: ignore[arg-type]


def _findings(changes: Sequence[FindingChange]) -> tuple[ChangeView, ...]:
    """One line for all findings of a rule that change alike for the same reason; a single one in its own words."""
    groups: dict[tuple[str, str, str, str], list[FindingChange]] = {}
    for one in changes:
        before, after = _answer(one.before, one.severity_before), _answer(one.after, one.severity_after)
        groups.setdefault((one.rule_id, before, after, one.why), []).append(one)
    lines = []
    for (rule, before, after, why), group in groups.items():
        what = group[0].statement if len(group) == 1 else f"{len(group)} findings, such as: {group[0].statement}"
        lines.append(ChangeView(f"{rule}: {what}", before, after, why))
    return tuple(lines)


def _answer(outcome: Any, severity: Any) -> str:
    return "nothing raised" if outcome is None else f"{words(outcome)}, {words(severity)}"


def _action(one: ActionChange) -> ChangeView:
    what = f"{one.person} ({one.interest}), item {one.item}, {day(one.meeting)}"
    before = one.before.in_words if one.before else "no conflict"
    after = one.after.in_words if one.after else "no conflict"
    return ChangeView(what, before, after, "")


def what_if_document(audit: Audit) -> dict[str, Any]:
    """The keys `edition`, `policy` and `differences` of the audit's JSON."""
    return {
        "edition": audit.edition,
        "policy": [_policy(one) for one in audit.policy],
        "differences": [_difference(one) for one in audit.differences],
    }


def _policy(one: PolicyEffect) -> dict[str, Any]:
    return {"what": one.what, "sentence": one.sentence, "place": one.source.place()}


def _difference(one: Difference) -> dict[str, Any]:
    return {
        "title": one.title,
        "same_findings": one.same_findings,
        "opinion": {"before": one.opinion_before, "after": one.opinion_after},
        "findings": [
            {
                "fingerprint": each.fingerprint,
                "rule_id": each.rule_id,
                "statement": each.statement,
                "before": each.before,
                "after": each.after,
                "severity_before": each.severity_before,
                "severity_after": each.severity_after,
                "why": each.why,
            }
            for each in one.findings
        ],
        "actions": [
            {
                "meeting": each.meeting.isoformat(),
                "committee": each.committee,
                "item": each.item,
                "person": each.person,
                "interest": each.interest,
                "before": each.before,
                "after": each.after,
            }
            for each in one.actions
        ],
    }
