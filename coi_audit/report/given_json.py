"""What people gave to the store, as JSON: only of an audit made from a store; and read back from it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from coi_audit.model.given import Action, ActionState, FromStore, Judgement, View
from coi_audit.model.kept import Anchor


def given_document(kept: FromStore | None) -> dict[str, Any]:
    """`{"kept": ...}` with the trail's head, the day known, judgements by finding and actions by number."""
    if kept is None:
        return {}
    return {
        "kept": {
            "head": {"number": kept.head.number, "hash": kept.head.hash},
            "known_on": kept.known_on.isoformat() if kept.known_on else None,
            "judgements": [judgement_document(one) for one in kept.judgements],
            "actions": [action_document(one) for one in kept.actions],
        }
    }


def judgement_document(one: Judgement) -> dict[str, Any]:
    """One judgement."""
    return {
        "fingerprint": one.fingerprint,
        "view": one.view.value,
        "why": one.why,
        "by": one.by,
        "on": one.on.isoformat(),
    }


def action_document(one: Action) -> dict[str, Any]:
    """One action as it stands."""
    return {
        "number": one.number,
        "rule_ids": list(one.rule_ids),
        "recommendation": one.recommendation,
        "fingerprints": list(one.fingerprints),
        "owner": one.owner,
        "due": one.due.isoformat() if one.due else None,
        "state": one.state.value,
        "remark": one.remark,
    }


def given_told(told: Mapping[str, Any]) -> FromStore:
    """The same again, from what a report tells of it. Raises `KeyError`, `TypeError` or `ValueError` if damaged."""
    return FromStore(
        head=Anchor(int(told["head"]["number"]), str(told["head"]["hash"])),
        known_on=_day(told["known_on"]),
        judgements=tuple(_judgement(one) for one in told["judgements"]),
        actions=tuple(_action(one) for one in told["actions"]),
    )


def _judgement(one: Mapping[str, Any]) -> Judgement:
    on = date.fromisoformat(one["on"])
    return Judgement(str(one["fingerprint"]), View(one["view"]), str(one["why"]), str(one["by"]), on)


def _action(one: Mapping[str, Any]) -> Action:
    return Action(
        number=int(one["number"]),
        rule_ids=tuple(map(str, one["rule_ids"])),
        recommendation=str(one["recommendation"]),
        fingerprints=tuple(map(str, one["fingerprints"])),
        owner=str(one["owner"]),
        due=_day(one["due"]),
        state=ActionState(one["state"]),
        remark=str(one["remark"]),
    )


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
