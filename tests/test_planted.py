"""What is planted in the sample bodies, and in papers of other house styles, is found: no more and no less.

The answers were worked out by hand from the outside contract (tests/golden/*.yaml), before the code ran on the papers.
"""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from coi_audit import app, paths
from coi_audit.model.audit import Audit, ItemAudit, MeetingAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import RuleOutcome

HERE = Path(__file__).resolve().parent
ROOTS = {"planted.yaml": HERE.parent / "sample_data", "house_styles.yaml": HERE / "house_styles"}


def _bodies() -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name in sorted(ROOTS):
        path = HERE / "golden" / name
        if path.is_file():
            found += [(name, body) for body in yaml.safe_load(path.read_text(encoding="utf-8"))["bodies"]]
    return found


BODIES = _bodies()
ITEMS = [
    pytest.param(name, body, meeting, item, id=f"{body['folder']}-{meeting['date']}-{item['number']}")
    for name, body in BODIES
    for meeting in body["meetings"]
    for item in meeting["items"]
]
RULES = [
    pytest.param(name, body, rule, id=f"{body['folder']}-{rule['rule_id']}-{rule.get('meeting')}-{index}")
    for name, body in BODIES
    for index, rule in enumerate(body.get("rules") or [])
]


@cache
def audit_of(name: str, folder: str, as_of: str) -> Audit:
    return app.audit_folder(
        ROOTS[name] / folder, rules=paths.rules_folder(), organisations=None, as_of=date.fromisoformat(as_of)
    )


def audited(name: str, body: dict[str, Any]) -> Audit:
    return audit_of(name, body["folder"], str(body["as_of"]))


def meeting_of(audit: Audit, wanted: dict[str, Any]) -> MeetingAudit:
    committee = wanted.get("committee")
    return next(
        one
        for one in audit.meetings
        if one.date == wanted["date"] and (committee is None or one.committee == committee)
    )


def item_of(meeting: MeetingAudit, number: str) -> ItemAudit:
    return next(one for one in meeting.items if one.item.number.rstrip(".") == number.rstrip("."))


@pytest.mark.parametrize(("name", "body"), BODIES, ids=[body["folder"] for _, body in BODIES])
def test_the_whole_folder(name: str, body: dict[str, Any]) -> None:
    audit = audited(name, body)
    level = audit.opinion.level.value if audit.opinion.level else None
    assert level in (body.get("opinion_accept") or [body["opinion"]]), audit.opinion.reasons
    missing = {one.on for one in audit.missing}
    wanted_missing = set(body.get("missing_meetings") or [])
    assert missing >= wanted_missing
    assert missing - wanted_missing <= set(body.get("missing_may_also") or [])
    for wanted in body["meetings"]:
        meeting = meeting_of(audit, wanted)
        assert meeting.stage == wanted["stage"]
        if wanted.get("minutes_status"):
            assert meeting.minutes_status == wanted["minutes_status"]
    read = {one.path: one for one in audit.inputs}
    for register in body.get("registers") or []:
        got = read[register["file"]]
        assert (got.rows_read, got.nil_returns) == (register["interests"], register["nil_returns"]), register["file"]
        assert got.edition == register["edition"]


@pytest.mark.parametrize(("name", "body", "meeting", "wanted"), ITEMS)
def test_an_item(name: str, body: dict[str, Any], meeting: dict[str, Any], wanted: dict[str, Any]) -> None:
    item = item_of(meeting_of(audited(name, body), meeting), str(wanted["number"]))
    kind = item.classification
    got: dict[str, Any] = {
        "decision_type": kind.decision_type,
        "scope": kind.scope.value,
        "purpose": kind.purpose.value,
        "closed": kind.closed,
        "neighbours": sorted(one.name for one in item.neighbours),
        "withhold_papers_from": sorted(item.withhold_papers_from),
    }
    for key, value in got.items():
        if key in wanted:
            accept = wanted.get(f"{key}_accept") or [sorted(wanted[key]) if isinstance(value, list) else wanted[key]]
            assert value in accept, key
    if "parties" in wanted:
        named = sorted(one.get("name") or one["mention"] for one in wanted["parties"])
        assert sorted(one.name for one in item.parties) == named
    for key, value in (wanted.get("quorum") or {}).items():
        assert getattr(item.quorum, key) == value, (key, item.quorum.reasons)
    for key, value in (wanted.get("chair") or {}).items():
        assert getattr(item.chair, key) == value, key


@pytest.mark.parametrize(("name", "body", "meeting", "wanted"), ITEMS)
def test_the_conflicts_of_an_item(
    name: str, body: dict[str, Any], meeting: dict[str, Any], wanted: dict[str, Any]
) -> None:
    item = item_of(meeting_of(audited(name, body), meeting), str(wanted["number"]))
    left = list(item.conflicts)
    for planted in wanted.get("conflicts") or []:
        conflict = _take(left, planted)
        assert conflict is not None, f"missed: {planted['person']}, {planted['link']}, {planted.get('organisation')}"
        got = _as_planted(conflict)
        different = {
            key: (value, planted[key])
            for key, value in got.items()
            if key in planted and value not in (planted.get(f"{key}_accept") or [planted[key]])
        }
        assert not different, (planted["person"], different)
    if wanted.get("note_at_most"):
        assert all(one.required_action.value in ("none", "note") for one in left)
    else:
        allowed = [(one["person"], one["link"]) for one in wanted.get("may_also") or []]
        spurious = [one for one in left if (one.holding.person.name, one.link.kind.value) not in allowed]
        assert not [(one.holding.person.name, one.link.path) for one in spurious], "flagged without cause"
    if wanted.get("recent") is not None:
        assert sorted(one.holding.person.name for one in item.recent) == sorted(
            one["person"] for one in wanted["recent"]
        )


def _take(left: list[Conflict], planted: dict[str, Any]) -> Conflict | None:
    links = planted.get("link_accept") or [planted["link"]]
    organisations = [str(one).casefold() for one in planted.get("organisation_accept") or [planted.get("organisation")]]
    mine = [one for one in left if one.holding.person.name == planted["person"] and one.link.kind.value in links]
    best = [one for one in mine if any(name in one.holding.organisation_name.casefold() for name in organisations)]
    for one in (best or mine)[:1]:
        left.remove(one)
        return one
    return None


def _as_planted(conflict: Conflict) -> dict[str, Any]:
    recorded = conflict.participation.recorded_action
    return {
        "link": conflict.link.kind.value,
        "category": conflict.holding.category.value,
        "direct": conflict.holding.direct,
        "required_action": conflict.required_action.value,
        "hand_over_chair": conflict.hand_over_chair,
        "recorded_action": recorded.value if recorded is not None else None,
        "handling": conflict.handling.value,
    }


@pytest.mark.parametrize(("name", "body", "wanted"), RULES)
def test_a_rule_answers_as_planted(name: str, body: dict[str, Any], wanted: dict[str, Any]) -> None:
    audit = audited(name, body)
    hits = [one for one in (*audit.findings, *audit.waived) if _speaks_of(one, wanted)]
    quiet = {"met", "not_applicable", "not_in_force"} & set(wanted["outcome"])
    if quiet:
        assert not [one for one in hits if one.outcome is RuleOutcome.NOT_MET]
        counts = audit.rule_outcomes[wanted["rule_id"]]
        assert any(counts.get(RuleOutcome(kind), 0) for kind in quiet)
    else:
        assert {one.outcome.value for one in hits} & set(wanted["outcome"])


@pytest.mark.parametrize(("name", "body"), BODIES, ids=[body["folder"] for _, body in BODIES])
def test_what_must_not_be_found(name: str, body: dict[str, Any]) -> None:
    audit = audited(name, body)
    wrong = [
        (one.rule_id, one.statement)
        for unwanted in body.get("not_findings") or []
        for one in audit.findings
        if one.outcome is RuleOutcome.NOT_MET and _speaks_of(one, unwanted)
    ]
    assert not wrong


def _speaks_of(finding: Any, wanted: dict[str, Any]) -> bool:
    item = wanted.get("item")
    return (
        finding.rule_id == wanted["rule_id"]
        and (not wanted.get("person") or finding.person == wanted["person"])
        and (not wanted.get("meeting") or finding.meeting == wanted["meeting"] or bool(finding.also))
        and (not item or (finding.item or "").rstrip(".") == str(item).rstrip("."))
    )
