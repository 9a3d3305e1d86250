"""Two audits of the same papers under two rulebooks, side by side, each difference with the reason for it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.audit import Audit, Finding
from coi_audit.model.dates import in_words
from coi_audit.model.difference import ActionChange, Difference, FindingChange
from coi_audit.model.words import Action
from coi_audit.rulebook.types import Rule, Rulebook, RuleVersion

_Key = tuple[str, str, str, str, str, str]


@dataclass(frozen=True, slots=True)
class Sides:
    """The title of the comparison, what each side is called and, where it is always the same, why they differ."""

    title: str
    was: str
    is_: str
    why: str = ""


def compare(before: Audit, after: Audit, *, sides: Sides, books: tuple[Rulebook, Rulebook]) -> Difference:
    """What comes out otherwise in `after`. `books` are the rulebooks of the two, in that order."""
    old = {one.fingerprint: one for one in before.findings}
    new = {one.fingerprint: one for one in after.findings}
    changed = [
        _finding_change(old.get(mark), new.get(mark), books, sides.why)
        for mark in sorted({*old, *new})
        if _weight(old.get(mark)) != _weight(new.get(mark))
    ]
    return Difference(
        title=sides.title,
        was=sides.was,
        is_=sides.is_,
        findings=tuple(sorted(changed, key=lambda one: (one.rule_id, one.statement, one.fingerprint))),
        actions=_action_changes(before, after),
        opinion_before=before.opinion.level,
        opinion_after=after.opinion.level,
        same_findings=sum(_weight(old[mark]) == _weight(new.get(mark)) for mark in old),
    )


def _weight(finding: Finding | None) -> tuple[object, ...] | None:
    return (finding.outcome, finding.severity) if finding is not None else None


def _finding_change(
    old: Finding | None, new: Finding | None, books: tuple[Rulebook, Rulebook], why: str
) -> FindingChange:
    told = new or old
    assert told is not None
    rules = (books[0].rules.get(told.rule_id), books[1].rules.get(told.rule_id))
    return FindingChange(
        fingerprint=told.fingerprint,
        rule_id=told.rule_id,
        statement=told.statement,
        before=old.outcome if old else None,
        after=new.outcome if new else None,
        severity_before=old.severity if old else None,
        severity_after=new.severity if new else None,
        why=why or _why(old, new, rules),
    )


def _why(old: Finding | None, new: Finding | None, rules: tuple[Rule | None, Rule | None]) -> str:
    """Why the rule speaks otherwise: silent in one of the two, other values, another weight, or other facts."""
    told = new or old
    assert told is not None
    versions = tuple(_version(rule, told) for rule in rules)
    if versions[0] is None or versions[1] is None:
        return _silent(told, versions)
    if versions[1].off:
        return versions[1].by_policy or f"{told.rule_id} is switched off there."
    if versions[0].off:
        return f"{told.rule_id} is switched off: {versions[0].by_policy or 'by policy'}"
    values = _values(versions[0], versions[1])
    if values:
        return f"{told.rule_id} asks otherwise there: {values}."
    if old is not None and new is not None and old.severity is not new.severity:
        return f"{told.rule_id} weighs {new.severity} there, not {old.severity}."
    return "The presumed action it is measured against is another there, or the matter is no longer looked at."


def _version(rule: Rule | None, told: Finding) -> RuleVersion | None:
    """The version the finding was judged under, or the one of that rulebook that stands in its place."""
    if rule is None or not rule.versions:
        return None
    if len(rule.versions) == 1 or told.meeting is None:
        first = told.criterion.in_force_from if told.criterion else None
        return next((one for one in rule.versions if one.in_force_from == first), rule.versions[-1])
    return rule.version_on(told.meeting)


def _silent(told: Finding, versions: tuple[RuleVersion | None, ...]) -> str:
    there = "no version of it is in force there" if versions[1] is None else "it is in force only there"
    spoken = versions[0] or versions[1]
    cited = f" (it cites {spoken.citation.source.title})" if spoken is not None else ""
    since = told.criterion.in_force_from if told.criterion is not None else None
    begun = f" since {in_words(since)}" if since is not None and since.year > 1 else ""
    return f"{told.rule_id} speaks{begun}{cited}; {there}."


def _values(old: RuleVersion, new: RuleVersion) -> str:
    if old.params is None or new.params is None or old.params == new.params:
        return ""
    names = [name for name in type(new.params).__dataclass_fields__ if hasattr(old.params, name)]
    told = [(name, getattr(old.params, name), getattr(new.params, name)) for name in names]
    return ", ".join(f"{name.replace('_', ' ')} {new}, not {old}" for name, old, new in told if old != new)


def _action_changes(before: Audit, after: Audit) -> tuple[ActionChange, ...]:
    old, new = _actions(before), _actions(after)
    changes = []
    for key in sorted({*old, *new}):
        was, now = old.get(key), new.get(key)
        if was is not now:
            day, committee, item, person, interest, _ = key
            changes.append(ActionChange(date.fromisoformat(day), committee, item, person, interest, was, now))
    return tuple(changes)


def _actions(audit: Audit) -> dict[_Key, Action]:
    """Each conflict's required action by meeting, committee, item, person, interest and kind of link."""
    found: dict[_Key, Action] = {}
    for meeting in audit.meetings:
        for item in meeting.items:
            for one in item.conflicts:
                interest = one.holding.organisation_name or one.holding.nature
                where = (meeting.date.isoformat(), meeting.committee, item.item.number)
                found[(*where, one.holding.person.name, interest, str(one.link.kind))] = one.required_action
    return found
