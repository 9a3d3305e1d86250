"""One body's audit in a few lines, taken from its JSON: so that a body audited earlier need not be audited again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from coi_audit.model.assessment import ReadinessLevel
from coi_audit.model.national import AreaLevel, BodyState, BodySummary, RuleCount, Step, Tie
from coi_audit.model.words import Action, OpinionLevel, RuleOutcome, Severity

_Document = Mapping[str, Any]


def summary_of(document: _Document, *, folder: str, state: BodyState) -> BodySummary:
    """The summary of an audit's JSON document. Raises `KeyError` for a document that is none."""
    opinion, conflicts = document["opinion"], list(_conflicts(document))
    asking = [one for one in conflicts if Action(one["required_action"]).strength > Action.NOTE.strength]
    outcomes = Counter(str(one["outcome"]) for one in document["findings"])
    readiness = (document["assessment"] or {}).get("readiness") or {}
    return BodySummary(
        folder=folder,
        name=str(document["body"]["name"]),
        ods_code=document["body"]["ods_code"],
        state=state,
        opinion=OpinionLevel(opinion["level"]) if opinion["level"] else None,
        withheld=bool(opinion["withheld"]),
        readiness=ReadinessLevel(readiness["level"]) if readiness.get("level") else None,
        hurdles=tuple(str(one["what"]) for key in ("findings", "papers") for one in readiness.get(key, ())),
        areas=tuple(_areas(document)),
        rules=tuple(_rules(document)),
        handling=dict(sorted(Counter(str(one["handling"]) for one in asking).items())),
        meetings=len(document["meetings"]),
        items=sum(len(meeting["items"]) for meeting in document["meetings"]),
        conflicts=len(asking),
        not_met=outcomes[RuleOutcome.NOT_MET],
        cannot_tell=outcomes[RuleOutcome.CANNOT_TELL],
        rejected=len(document["rejected"]),
        people=tuple(sorted(_people(document))),
        ties=tuple(_ties(conflicts)),
        steps=tuple(_steps(readiness)),
    )


def _steps(readiness: _Document) -> Iterator[Step]:
    """Each matter once, findings before papers."""
    seen = set()
    for one in (*readiness.get("findings", ()), *readiness.get("papers", ())):
        step = Step(str(one["what"]), ReadinessLevel(one["level"]), tuple(map(str, one["rule_ids"])))
        if step not in seen:
            seen.add(step)
            yield step


def _conflicts(document: _Document) -> Iterator[_Document]:
    for meeting in document["meetings"]:
        for item in meeting["items"]:
            yield from item["conflicts"]


def _areas(document: _Document) -> Iterator[AreaLevel]:
    for audit in (document["assessment"] or {}).get("audits", ()):
        for area in audit["areas"]:
            yield AreaLevel(str(audit["title"]), str(area["title"]), area["level"])


def _rules(document: _Document) -> Iterator[RuleCount]:
    raised: dict[str, list[_Document]] = {}
    for one in document["findings"]:
        if one["outcome"] == RuleOutcome.NOT_MET:
            raised.setdefault(str(one["rule_id"]), []).append(one)
    for rule_id, group in sorted(raised.items()):
        heaviest = max((Severity(one["severity"]) for one in group), key=lambda one: one.rank)
        yield RuleCount(rule_id, str(group[0]["title"]), heaviest, len(group))


def _people(document: _Document) -> set[str]:
    return {str(name) for meeting in document["meetings"] for name in (*meeting["present"], *meeting["in_attendance"])}


def _ties(conflicts: list[_Document]) -> list[Tie]:
    found = {
        (str(one["person"]), str(one["interest"]["organisation"] or ""), one["interest"].get("ods_code"))
        for one in conflicts
        if one["interest"]["organisation"]
    }
    return [Tie(*one) for one in sorted(found, key=lambda tie: (tie[0], tie[1], tie[2] or ""))]
