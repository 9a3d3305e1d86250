"""What people of the body gave to the store, laid out: judgements beside findings, actions beside the plan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coi_audit.model.audit import Audit
from coi_audit.model.given import Action, ActionState, Judgement, View
from coi_audit.report.words import count, day, listed, sentence, words

STANDS_BESIDE = "A judgement is a reviewer's dated view. It takes no finding away and changes no opinion."


@dataclass(frozen=True, slots=True)
class ActionView:
    """One action as it stands, in words; `owner` and `due` are empty where not set, `state` says if it is overdue."""

    number: int
    recommendation: str
    owner: str
    due: str
    state: str
    remark: str


@dataclass(frozen=True, slots=True)
class ApartView:
    """A judgement on what is no finding of the section on findings: `why_apart` says what it is."""

    fingerprint: str
    why_apart: str
    judgement: str


@dataclass(frozen=True, slots=True)
class GivenView:
    """`apart` are judgements, `actions` open actions, that stand beside no finding or row of this audit's plan."""

    counted: str
    apart: tuple[ApartView, ...]
    actions: tuple[ActionView, ...]
    closed: int  # actions done or dropped, whose findings are not raised any more


def judgement_words(one: Judgement) -> str:
    """`Ruth Penhale disagreed on 3 March 2018: ...`."""
    told = f"{one.by or 'A reviewer'} {words(one.view)} on {day(one.on)}"
    return f"{told}: {one.why}" if one.why else f"{told}."


def judged(audit: Audit, fingerprint: str) -> str:
    """The judgement that stands on a finding, in words; empty where there is none."""
    one = audit.kept.judgement_on(fingerprint) if audit.kept is not None else None
    return judgement_words(one) if one is not None else ""


def actions_for(audit: Audit, fingerprints: Sequence[str]) -> tuple[ActionView, ...]:
    """The actions that answer any of these findings, by number."""
    own = set(fingerprints)
    kept = audit.kept.actions if audit.kept is not None else ()
    return tuple(_action(one, audit) for one in kept if own.intersection(one.fingerprints))


def given_view(audit: Audit) -> GivenView | None:
    """What is told of judgements and actions as a whole; None where people gave nothing."""
    kept = audit.kept
    if kept is None or not (kept.judgements or kept.actions):
        return None
    raised = {one.fingerprint for one in audit.findings if one.outcome.value == "not_met"}
    left = [one for one in kept.actions if not raised.intersection(one.fingerprints)]
    return GivenView(
        counted=_counted(kept.judgements, raised),
        apart=tuple(_apart(one, audit) for one in kept.judgements if one.fingerprint not in raised),
        actions=tuple(_action(one, audit) for one in left if one.state is ActionState.OPEN),
        closed=sum(one.state is not ActionState.OPEN for one in left),
    )


def given_sentence(audit: Audit) -> str:
    """How many findings are judged, and how many actions are open or overdue; empty where people gave nothing."""
    kept, view = audit.kept, given_view(audit)
    if kept is None or view is None:
        return ""
    open_ = [one for one in kept.actions if one.state is ActionState.OPEN]
    late = sum(one.due is not None and one.due < audit.as_of for one in open_)
    return f"{view.counted}. {count(len(open_), 'action')} open, {late} overdue."


def _counted(judgements: Sequence[Judgement], raised: set[str]) -> str:
    """`Of 12 findings 3 are judged: 2 agreed, 1 disagreed`."""
    own = [one for one in judgements if one.fingerprint in raised]
    views = [f"{number} {words(view)}" for view in View if (number := sum(one.view is view for one in own))]
    are = "is" if len(own) == 1 else "are"
    return f"Of {count(len(raised), 'finding')} {len(own)} {are} judged{': ' if views else ''}{listed(views)}"


def _apart(one: Judgement, audit: Audit) -> ApartView:
    open_ = {finding.fingerprint for finding in audit.findings}
    ruled = {finding.fingerprint for finding in audit.waived}
    why = "an open question" if one.fingerprint in open_ else "not raised in this audit"
    return ApartView(one.fingerprint, "covered by a ruling" if one.fingerprint in ruled else why, judgement_words(one))


def _action(one: Action, audit: Audit) -> ActionView:
    overdue = one.state is ActionState.OPEN and one.due is not None and one.due < audit.as_of
    return ActionView(
        number=one.number,
        recommendation=one.recommendation,
        owner=one.owner,
        due=day(one.due) if one.due is not None else "",
        state=f"{sentence(words(one.state))}{', overdue' if overdue else ''}",
        remark=one.remark,
    )
