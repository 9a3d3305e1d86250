"""Findings by rule, heaviest first: what they share once, then each in a row; and the action plan made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from coi_audit.model.audit import Audit, Finding
from coi_audit.model.ordering import numbered
from coi_audit.model.words import Confidence
from coi_audit.report.conflict_view import evidence_words, recorded_of
from coi_audit.report.findings_view import conflict_of, in_force_words, source_words
from coi_audit.report.sections.given_view import ActionView, actions_for, judged
from coi_audit.report.tallies import HEAVIEST_FIRST, not_met
from coi_audit.report.words import SEVERITY_SIGN, day, sentence, words

_SHORT = 40  # a report of more findings tells each in brief: its reasons and all places stand in annex and JSON
_MOST_PLACES = 2


@dataclass(frozen=True, slots=True)
class Instance:
    """One finding in a row. `values` are what was required and what is recorded, where a conflict is spoken of."""

    fingerprint: str
    about: str
    statement: str
    because: str
    values: str
    unsure: str | None
    also: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    more_evidence: int
    new: bool
    judgement: str = ""  # a reviewer's, in words
    actions: tuple[ActionView, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleFindings:
    """The findings of one rule under one wording and weight."""

    rule_id: str
    title: str
    area: str
    severity: str
    sign: str
    key: str
    anchor: str
    source: str
    in_force: str
    mark: str
    recommendation: str
    instances: tuple[Instance, ...]


@dataclass(frozen=True, slots=True)
class WeightGroup:
    """Every rule with findings of one weight."""

    title: str
    sign: str
    key: str
    anchor: str
    findings: int
    rules: tuple[RuleFindings, ...]


@dataclass(frozen=True, slots=True)
class PlanLine:
    """One recommendation with the findings it answers; owner, day and response are for the body to fill in."""

    number: int
    recommendation: str
    rules: tuple[tuple[str, str], ...]  # id and anchor
    severity: str
    sign: str
    key: str
    findings: int
    fingerprints: tuple[str, ...] = ()
    actions: tuple[ActionView, ...] = ()  # of the store's plan, where the audit was made from one


@dataclass(frozen=True, slots=True)
class _Telling:
    """How the findings are told: which are new, whether in full, and the short keys of sources by their titles."""

    new: frozenset[str]
    whole: bool
    keys: Mapping[str, str]


def in_brief(audit: Audit) -> bool:
    """Whether there are so many findings that each is told in brief."""
    return len(not_met(audit)) > _SHORT


def weight_groups(audit: Audit, keys: Mapping[str, str]) -> tuple[WeightGroup, ...]:
    """Findings that are not met, by weight and within it by rule. Weights without any are left out.

    `keys` gives the short key of each source by its title.
    """
    new = frozenset(audit.since.new) if audit.since is not None else frozenset()
    telling = _Telling(new, not in_brief(audit), keys)
    raised = not_met(audit)
    groups = []
    for severity in HEAVIEST_FIRST:
        own = [one for one in raised if one.severity is severity]
        by_rule: dict[tuple[object, ...], list[Finding]] = {}
        for one in sorted(own, key=_order):
            by_rule.setdefault((one.rule_id, one.criterion, one.recommendation), []).append(one)
        if own:
            rules = tuple(
                _rule(found, f"rule-{severity.value}-{number}", audit, telling)
                for number, found in enumerate(by_rule.values(), 1)
            )
            anchor = f"weight-{severity.value}"
            groups.append(
                WeightGroup(words(severity), SEVERITY_SIGN[severity], severity.value, anchor, len(own), rules)
            )
    return tuple(groups)


def plan_lines(groups: Sequence[WeightGroup], audit: Audit | None = None) -> tuple[PlanLine, ...]:
    """One row a recommendation, heaviest first: rules that ask for the same stand in one row.

    With the audit each row has the actions of the store that answer its findings.
    """
    rows: dict[str, list[RuleFindings]] = {}
    for group in groups:
        for rule in group.rules:
            rows.setdefault(" ".join(rule.recommendation.split()).casefold(), []).append(rule)
    lines = []
    for number, rules in enumerate(rows.values(), 1):
        first = rules[0]
        numbers = tuple(one.fingerprint for rule in rules for one in rule.instances)
        lines.append(
            PlanLine(
                number=number,
                recommendation=first.recommendation,
                rules=tuple({one.rule_id: one.anchor for one in reversed(rules)}.items())[::-1],
                severity=first.severity,
                sign=first.sign,
                key=first.key,
                findings=len(numbers),
                fingerprints=numbers,
                actions=actions_for(audit, numbers) if audit is not None else (),
            )
        )
    return tuple(lines)


def _order(one: Finding) -> tuple[object, ...]:
    return (one.rule_id, str(one.meeting or ""), numbered(one.item), one.person or "", one.fingerprint)


def _rule(found: Sequence[Finding], anchor: str, audit: Audit, telling: _Telling) -> RuleFindings:
    first = found[0]
    document = first.criterion.document if first.criterion else ""
    source = source_words(first.criterion)
    if not telling.whole and document in telling.keys:
        source = source.replace(document, telling.keys[document], 1)
    return RuleFindings(
        rule_id=first.rule_id,
        title=first.title,
        area=sentence(first.area),
        severity=words(first.severity),
        sign=SEVERITY_SIGN[first.severity],
        key=first.severity.value,
        anchor=anchor,
        source=source,
        in_force=in_force_words(first.criterion),
        mark=words(first.criterion.evidence_mark) if first.criterion else "",
        recommendation=first.recommendation,
        instances=tuple(_instance(one, audit, telling) for one in found),
    )


def _instance(one: Finding, audit: Audit, telling: _Telling) -> Instance:
    shown, more = _places(one, audit, telling)
    sure = one.confidence is Confidence.CERTAIN
    return Instance(
        fingerprint=one.fingerprint,
        about=_about(one, audit),
        statement=one.statement,
        because=" ".join(one.because) if telling.whole else "",
        values=_values(one, audit),
        unsure=None if sure else sentence(words(one.confidence)),
        also=one.also,
        evidence=shown,
        more_evidence=more,
        new=one.fingerprint in telling.new,
        judgement=judged(audit, one.fingerprint),
        actions=actions_for(audit, (one.fingerprint,)),
    )


def _places(one: Finding, audit: Audit, telling: _Telling) -> tuple[tuple[tuple[str, str], ...], int]:
    """The first places a finding rests on and how many more there are; an answer it rests on is always shown."""
    answers = {each.answer.source.file for each in audit.answers}
    told = [(*evidence_words(source), source.file in answers) for source in one.evidence]
    places = list(dict.fromkeys((place, said if telling.whole else "", of_answer) for place, said, of_answer in told))
    most = _MOST_PLACES if telling.whole else 1
    kept = [*places[:most], *(place for place in places[most:] if place[2])]
    return tuple((place, said) for place, said, _ in kept), len(places) - len(kept)


def _about(one: Finding, audit: Audit) -> str:
    """`7 March 2017, item 6`; the committee is named unless nearly all meetings are its own, and no title is given."""
    if one.meeting is None and not one.item:
        return one.person or one.committee or audit.body.name
    first = audit.meetings[0].committee if audit.meetings else None
    parts = [day(one.meeting)] if one.meeting else []
    parts += [one.committee] if one.committee and (one.committee != first or one.meeting is None) else []
    # Beside meetings an item is a year, or the log's own number.
    item = f"item {one.item}" if one.meeting and one.item else one.item
    parts += [item] if item else [one.person] if one.person else []
    return sentence(", ".join(parts))


def _values(one: Finding, audit: Audit) -> str:
    conflict = conflict_of(one, audit)
    if conflict is None:
        return ""
    hand_over = "; hand over the chair" if conflict.hand_over_chair else ""
    required, recorded = sentence(words(conflict.required_action)) + hand_over, sentence(recorded_of(conflict))
    return f"Required: {required}. Recorded: {recorded}."
