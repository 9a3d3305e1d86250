"""One finding followed through everything a store keeps of it: audits, judgements, actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from coi_audit.app.last_report import report_told
from coi_audit.audit.since import pile_of
from coi_audit.errors import UserError
from coi_audit.model.dates import in_words
from coi_audit.model.given import Action, KeptAudit, View
from coi_audit.model.matter import Matter, MatterMoment, MatterStep
from coi_audit.model.since import EarlierFinding, Outcomes
from coi_audit.store.action_steps import ActionOnce, actions_ever
from coi_audit.store.audits import audits_of
from coi_audit.store.judgements import JudgementOnce, judgements_ever
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named

_HELD = {View.AGREE: "agrees", View.DISAGREE: "disagrees", View.UNSURE: "is unsure"}
_SAYS = {
    MatterStep.FOUND: "found",
    MatterStep.STILL_FOUND: "still found",
    MatterStep.FOUND_AGAIN: "found again",
    MatterStep.RESOLVED: "looked at again, and no longer found",
    MatterStep.IN_DOUBT: "the papers no longer answer",
    MatterStep.RULED: "covered by a ruling",
    MatterStep.NOT_LOOKED_AT: "not looked at: about a meeting that this audit does not cover",
}
_FOUND = frozenset({MatterStep.FOUND, MatterStep.STILL_FOUND, MatterStep.FOUND_AGAIN})


def matter_of(address: str, fingerprint: str, *, body: str | None = None) -> Matter:
    """Everything kept of one finding of a body, by its number.

    Raises `UserError` where the store or the body is not there, where a kept audit cannot be read, or where nothing
    kept speaks of this finding.
    """
    number = fingerprint.strip().casefold()
    store = open_store(address, migrate=False)
    try:
        kept = body_named(store, body)
        audits = audits_of(store, kept)
        judgements, actions = judgements_ever(store, kept, number), actions_ever(store, kept, number)
    finally:
        store.close()
    seen = _seen(number, audits, store.where)
    moments = [*seen.moments, *map(_judged, judgements), *_steps(actions)]
    if not moments:
        raise UserError(
            f"nothing kept of {kept.name} speaks of a finding {fingerprint[:60]}.",
            where=store.where,
            fix="give the number as a report prints it; only audits kept with --keep-audit can be followed.",
        )
    moments.sort(key=lambda one: one.on)
    return Matter(
        fingerprint=number,
        finding=seen.finding,
        moments=tuple(moments),
        stands=seen.moments[-1].step if seen.moments else None,
        found_first=seen.found[0] if seen.found else None,
        found_last=seen.found[-1] if seen.found else None,
        resolved_on=seen.resolved,
    )


@dataclass(slots=True)
class _Seen:
    """What the kept audits say of a finding, in the order of the days they speak for."""

    moments: list[MatterMoment] = field(default_factory=list)
    finding: EarlierFinding | None = None
    found: list[date] = field(default_factory=list)
    resolved: date | None = None


def _seen(number: str, audits: Sequence[KeptAudit], where: str) -> _Seen:
    seen = _Seen()
    for kept in audits:
        name = f"audit as at {in_words(kept.as_of)}, kept as entry {kept.entry}"
        report, now = report_told(kept.audit.encode(), file=name, sha256="", where=f"{where}, {name}")
        step = _step(number, now, seen)
        if step is None:
            continue
        if step in _FOUND:
            seen.finding = next(one for one in report.findings if one.fingerprint == number)
            seen.found.append(kept.as_of)
            seen.resolved = None
        elif step is MatterStep.RESOLVED:
            seen.resolved = kept.as_of
        said = _SAYS[step] if seen.found or step is not MatterStep.IN_DOUBT else "the papers do not answer"
        seen.moments.append(MatterMoment(kept.as_of, step, f"{said} ({name})"))
    return seen


def _step(number: str, now: Outcomes, seen: _Seen) -> MatterStep | None:
    """What one audit says of the finding; None where it says nothing, or nothing after it was resolved."""
    if number in now.raised:
        if not seen.found:
            return MatterStep.FOUND
        return MatterStep.FOUND_AGAIN if seen.resolved else MatterStep.STILL_FOUND
    if seen.finding is not None:
        step = MatterStep(pile_of(seen.finding, now))
        return None if seen.resolved and step in (MatterStep.RESOLVED, MatterStep.NOT_LOOKED_AT) else step
    if number in now.ruled:
        return MatterStep.RULED
    return MatterStep.IN_DOUBT if number in now.open_ else None


def _judged(one: JudgementOnce) -> MatterMoment:
    told = one.judgement
    why = f": {told.why}" if told.why else ""
    return MatterMoment(one.known_from, MatterStep.JUDGED, f"{told.by} {_HELD[told.view]}{why}", one.known_until)


def _steps(versions: Sequence[ActionOnce]) -> Iterator[MatterMoment]:
    """Each version of each action, by what it changed."""
    before: dict[int, Action] = {}
    for one in versions:
        said = _changed(before.get(one.action.number), one.action)
        before[one.action.number] = one.action
        if said:
            yield MatterMoment(
                one.known_from, MatterStep.ACTION, f"action {one.action.number}: {said}", one.known_until
            )


def _changed(before: Action | None, now: Action) -> str:
    parts = [f"taken up: {now.recommendation}"] if before is None else []
    was = before or Action(now.number, (), "", ())
    if now.owner != was.owner:
        parts.append(f"owner {now.owner or 'nobody'}")
    if now.due != was.due:
        parts.append(f"due {in_words(now.due)}" if now.due else "no day set any more")
    if now.state != was.state:
        parts.append(now.state.value)
    if now.remark != was.remark and now.remark:
        parts.append(now.remark)
    return "; ".join(part.rstrip(".") for part in parts)
