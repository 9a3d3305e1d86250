"""Judgements and actions in lines, and as plain data."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Protocol

from coi_audit.model.evidence import Rejected
from coi_audit.model.given import Action, Judgement, KeptAudit
from coi_audit.model.words import OpinionLevel
from coi_audit.report.as_json import rejected_document
from coi_audit.report.given_json import action_document, judgement_document
from coi_audit.report.sections.given_view import STANDS_BESIDE, judgement_words
from coi_audit.report.words import count, day, sentence, words


class Judged(Protocol):
    """What a run brought, as the store tells it."""

    @property
    def new(self) -> tuple[Judgement, ...]: ...
    @property
    def superseding(self) -> tuple[Judgement, ...]: ...
    @property
    def unchanged(self) -> int: ...
    @property
    def entry(self) -> int | None: ...


def judged_lines(found: Judged, rejected: Sequence[Rejected] = (), blank: int = 0) -> Iterator[str]:
    """What was taken in, then every row that was not."""
    if found.entry is None:
        yield f"Nothing has changed: {count(found.unchanged, 'judgement')} stood so already."
    else:
        yield f"Kept as entry {found.entry} of the trail. {STANDS_BESIDE}"
    for one in found.new:
        yield f"  {one.fingerprint}: {judgement_words(one)}"
    for one in found.superseding:
        yield f"  {one.fingerprint}: {judgement_words(one)} (in place of an earlier one, which stays in the history)"
    if found.entry is not None and found.unchanged:
        yield f"  {count(found.unchanged, 'judgement')} stood so already"
    if blank:
        yield f"Left blank: {count(blank, 'row')}"
    if rejected:
        yield f"Not taken: {count(len(rejected), 'row')}"
        yield from (f"  {one.sentence()}" for one in rejected)


def judged_document(found: Judged, rejected: Sequence[Rejected] = (), blank: int = 0) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "entry": found.entry,
        "new": [judgement_document(one) for one in found.new],
        "superseding": [judgement_document(one) for one in found.superseding],
        "unchanged": found.unchanged,
        "blank": blank,
        "rejected": [rejected_document(one) for one in rejected],
    }


def action_lines(actions: Sequence[Action]) -> Iterator[str]:
    """One line an action, its remark below it."""
    if not actions:
        yield "No action. Take those of an audit's plan with: coi-audit actions take --store STORE"
    for one in actions:
        due = f"by {day(one.due)}" if one.due is not None else "no day set"
        yield f"{one.number}. {sentence(words(one.state))}, {one.owner or 'nobody yet'}, {due}: {one.recommendation}"
        about = f"{', '.join(one.rule_ids)}; {count(len(one.fingerprints), 'finding')}"
        yield f"    {about}{f'. {one.remark}' if one.remark else ''}"


def actions_document(actions: Sequence[Action]) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {"actions": [action_document(one) for one in actions]}


class Taken(Protocol):
    """What taking a plan brought, as the store tells it."""

    @property
    def new(self) -> tuple[Action, ...]: ...
    @property
    def changed(self) -> tuple[Action, ...]: ...
    @property
    def unchanged(self) -> int: ...
    @property
    def entry(self) -> int | None: ...


def taken_lines(found: Taken) -> Iterator[str]:
    """What was taken, then each action."""
    if found.entry is None:
        yield f"Nothing has changed: {count(found.unchanged, 'row')} of the plan had been taken already."
        return
    told = [f"{len(found.new)} new"] + ([f"{len(found.changed)} with more findings"] if found.changed else [])
    told += [f"{found.unchanged} taken already"] if found.unchanged else []
    yield f"Kept as entry {found.entry} of the trail: {', '.join(told)}."
    yield from action_lines((*found.new, *found.changed))


def taken_document(found: Taken) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "entry": found.entry,
        "new": [action_document(one) for one in found.new],
        "changed": [action_document(one) for one in found.changed],
        "unchanged": found.unchanged,
    }


def audit_lines(found: Sequence[KeptAudit]) -> Iterator[str]:
    """One line an audit kept, the earliest day first."""
    if not found:
        yield "No audit is kept. Keep one with: coi-audit audit --store STORE --keep-audit"
    for one in found:
        told = audit_told(one)
        known = f", as known on {day(one.known_on)}" if one.known_on is not None else ""
        opinion = words(OpinionLevel(told["opinion"])) if told["opinion"] else "opinion withheld"
        yield (
            f"As at {day(one.as_of)}{known}: {opinion}, {count(told['not_met'], 'finding')} not met; "
            f"kept on {day(one.kept_on)} as entry {one.entry}, made from {one.head}"
        )


def audits_document(found: Sequence[KeptAudit]) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {"audits": [audit_told(one) for one in found]}


def audit_told(one: KeptAudit) -> dict[str, Any]:
    """One audit kept, by what its own JSON tells of it."""
    document = json.loads(one.audit)
    return {
        "entry": one.entry,
        "as_of": one.as_of.isoformat(),
        "known_on": one.known_on.isoformat() if one.known_on else None,
        "kept_on": one.kept_on.isoformat(),
        "report_sha256": one.report_sha256,
        "head": {"number": one.head.number, "hash": one.head.hash},
        "opinion": document["opinion"]["level"],
        "not_met": sum(finding["outcome"] == "not_met" for finding in document["findings"]),
    }


class Once(Protocol):
    """A judgement with the days on which it stood, as the store tells it."""

    @property
    def judgement(self) -> Judgement: ...
    @property
    def known_from(self) -> date: ...
    @property
    def known_until(self) -> date | None: ...


def ever_lines(found: Sequence[Once]) -> Iterator[str]:
    """One line a judgement, oldest first."""
    if not found:
        yield "No judgement. Give one with: coi-audit judge NUMBER agree|disagree|unsure --why ... --store STORE"
    for one in found:
        until = f" (until {day(one.known_until)})" if one.known_until is not None else ""
        yield f"{one.judgement.fingerprint}: {judgement_words(one.judgement)}{until}"


def ever_document(found: Sequence[Once]) -> dict[str, Any]:
    """The same as plain types, ready for JSON."""
    return {
        "judgements": [
            {
                **judgement_document(one.judgement),
                "known_from": one.known_from.isoformat(),
                "known_until": one.known_until.isoformat() if one.known_until else None,
            }
            for one in found
        ]
    }
