"""A meeting laid out for a page: items and conflicts in words, the same for report, pack and terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coi_audit.linking.links import describe
from coi_audit.model.audit import ItemAudit, MeetingAudit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Conflict, Party, QuorumResult
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Action, Confidence, LinkKind, Match, MinutesStatus, Role
from coi_audit.report.words import (
    ACTION_SIGN,
    DO,
    HANDLING_SIGN,
    day,
    sentence,
    words,
)

_JOINING = (" in", " of", " for", " to", " with", " by")  # a step that ends so runs on into the next
_LONGEST_EVIDENCE = 180  # characters of one place's words; the attached JSON has them all


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One conflict in words. `recorded` is "no minutes" where there are none."""

    person: str
    role: str
    item: str
    link: str
    path: str
    held: str
    touch: str
    interest: str
    dates: str
    required: str
    required_sign: str
    do: str
    hand_over: bool
    recorded: str
    handling: str
    handling_sign: str
    handling_key: str
    reason: str | None
    mitigation: str | None
    confidence: str
    unsure: bool
    because: tuple[str, ...]
    evidence: tuple[tuple[str, str], ...]
    rule_ids: tuple[str, ...]
    withheld: bool
    basis: str


@dataclass(frozen=True, slots=True)
class AlikeView:
    """Conflicts at one item that ask, record and answer the same: one row of a table."""

    item: str
    title: str
    conflicts: tuple[ConflictView, ...]

    @property
    def first(self) -> ConflictView:
        """Any of them: what the row says holds for all."""
        return self.conflicts[0]

    @property
    def touch(self) -> str | None:
        """How the interests touch the item, where it is the same for all of several."""
        told = {one.touch for one in self.conflicts}
        return self.first.touch if len(told) == 1 and len(self.conflicts) > 1 else None


@dataclass(frozen=True, slots=True)
class ItemView:
    number: str
    title: str
    label: str
    kind: str
    facts: str
    parties: tuple[str, ...]
    quorum: str
    quorum_sign: str
    quorum_reasons: tuple[str, ...]
    ways_out: tuple[str, ...]
    quorate: bool | None
    before: str
    after: str
    needed: str
    chair: str
    chair_conflicted: bool
    chair_name: str
    substitute: str | None
    conflicts: tuple[ConflictView, ...]
    recent: tuple[ConflictView, ...]
    withhold: tuple[str, ...]
    alike: tuple[AlikeView, ...]
    questions: tuple[str, ...]
    decision: str | None
    place: str
    procedure: bool


@dataclass(frozen=True, slots=True)
class MeetingView:
    anchor: str
    title: str
    short: str
    committee: str
    date: str
    stage: str
    minutes: str
    draft: bool
    held: bool
    present: tuple[str, ...]
    in_attendance: tuple[str, ...]
    apologies: tuple[str, ...]
    items: tuple[ItemView, ...]
    conflicts: tuple[ConflictView, ...]
    alike: tuple[AlikeView, ...]
    recent: tuple[ConflictView, ...]
    notes: tuple[str, ...]
    questions: tuple[tuple[str, str], ...]
    procedure: tuple[str, ...]


def meeting_view(
    meeting: MeetingAudit, index: int, *, types: Mapping[str, str], sources: Mapping[str, str]
) -> MeetingView:
    """Lay out one meeting. `types` names decision types by code, `sources` the cited editions by key."""
    items = tuple(item_view(one, meeting, types=types, sources=sources) for one in meeting.items)
    draft = meeting.minutes_status is MinutesStatus.DRAFT
    on = day(meeting.date)
    return MeetingView(
        anchor=f"meeting-{index}",
        title=f"{on}: {meeting.committee}{' (draft minutes)' if draft else ''}",
        short=f"{on}, {meeting.committee}",
        committee=meeting.committee,
        date=on,
        stage=words(meeting.stage),
        minutes=words(meeting.minutes_status) if meeting.minutes_status else "no minutes",
        draft=draft,
        held=meeting.held,
        present=tuple(one.name for one in meeting.present),
        in_attendance=tuple(one.name for one in meeting.in_attendance),
        apologies=meeting.apologies,
        items=items,
        conflicts=tuple(one for item in items for one in item.conflicts),
        alike=tuple(row for item in items for row in item.alike),
        recent=tuple(one for item in items for one in item.recent),
        notes=meeting.notes,
        questions=tuple((item.label, question) for item in items for question in item.questions),
        procedure=tuple(f"{item.number} {item.title}".strip() for item in items if item.procedure),
    )


def _alike(item: AgendaItem, conflicts: tuple[ConflictView, ...]) -> tuple[AlikeView, ...]:
    groups: dict[tuple[object, ...], list[ConflictView]] = {}
    for one in conflicts:
        same = (one.required, one.recorded, one.handling, one.reason, one.unsure)
        groups.setdefault(same, []).append(one)
    return tuple(AlikeView(item.number, item.title, tuple(group)) for group in groups.values())


def item_view(
    item: ItemAudit, meeting: MeetingAudit, *, types: Mapping[str, str], sources: Mapping[str, str]
) -> ItemView:
    """Lay out one item."""
    kind = item.classification
    quorum = item.quorum
    conflicts = tuple(conflict_view(one, item, sources) for one in item.conflicts)
    label = f"Item {item.item.number}" if item.item.number else item.item.title
    return ItemView(
        number=item.item.number,
        title=item.item.title,
        label=label,
        kind=_kind(item, types),
        facts=_facts(item),
        parties=tuple(party_words(one) for one in item.parties),
        quorum=quorum_words(quorum),
        quorum_sign={True: "✓", False: "▲", None: ""}[quorum.quorate],
        quorum_reasons=quorum.reasons,
        ways_out=quorum.ways_out,
        quorate=quorum.quorate,
        before=_number(quorum.eligible_before),
        after=_number(quorum.eligible_after),
        needed=_number(quorum.required),
        chair=_chair(item),
        chair_conflicted=item.chair.conflicted,
        chair_name=item.chair.name or "not stated",
        substitute=item.chair.substitute,
        conflicts=conflicts,
        alike=_alike(item.item, conflicts),
        recent=tuple(conflict_view(one, item, sources) for one in item.recent),
        withhold=item.withhold_papers_from,
        questions=item.questions,
        decision=item.record.decision,
        place=item.item.source.place(),
        procedure=kind.procedure is not None and not item.conflicts,
    )


def _kind(item: ItemAudit, types: Mapping[str, str]) -> str:
    kind = item.classification
    if kind.decision_type is None:
        return sentence((kind.procedure or "procedure").replace("_", " "))
    return types.get(kind.decision_type, f"Decision type {kind.decision_type}")


def _facts(item: ItemAudit) -> str:
    kind = item.classification
    if kind.procedure is not None and kind.decision_type is None:
        return words(kind.purpose)
    parts = [words(kind.purpose), words(kind.scope)]
    if item.item.private:
        parts.append("in private")
    if kind.closed:
        parts.append("closed item")
    return ", ".join(parts)


def party_words(party: Party) -> str:
    """A party with its ODS code, or with what is still to be settled about it."""
    if party.outcome is Match.MATCHED:
        return f"{party.name} ({party.ods_code})" if party.ods_code else party.name
    if party.outcome is Match.ASK:
        candidates = party.resolution.candidates if party.resolution else ()
        named = " or ".join(one.name for one in candidates[:4])
        return f"“{party.mention}”: to be settled{f' ({named})' if named else ''}"
    return f"{party.mention} (in no list)"


def quorum_words(quorum: QuorumResult) -> str:
    """`10 → 6 of 6 needed`; the reason where the papers state no quorum."""
    if quorum.required is None:
        return "no quorum stated"
    counted = f"{_number(quorum.eligible_before)} → {_number(quorum.eligible_after)}, {quorum.required} needed"
    if quorum.quorate is None:
        return counted
    return f"{counted}: {'quorate' if quorum.quorate else 'not quorate'}"


def _number(value: int | None) -> str:
    return "–" if value is None else str(value)


def _chair(item: ItemAudit) -> str:
    chair = item.chair
    if not chair.conflicted:
        return chair.name or "not stated"
    takes = f"{chair.substitute} to take the chair" if chair.substitute else "nobody free to take the chair"
    return f"{chair.name or 'The chair'} has a conflict; {takes}"


def conflict_view(conflict: Conflict, item: ItemAudit, sources: Mapping[str, str]) -> ConflictView:
    """Lay out one conflict."""
    holding, said = conflict.holding, conflict.participation
    role = conflict.role if conflict.role is not None else holding.person.role
    action = conflict.required_action
    held, touch = path_parts(conflict, item.item)
    recorded = "no minutes" if said.recorded_action is None else recorded_words(said.recorded_action)
    return ConflictView(
        person=holding.person.name,
        role=role_words(role, conflict.voting),
        item=item.item.number or item.item.title,
        link=words(conflict.link.kind),
        path=path_words(conflict, item.item),
        held=held or sentence(describe(holding)),
        touch=sentence(touch),
        interest=sentence(describe(holding)),
        dates=_dates(conflict),
        required=words(action) + ("; hand over the chair" if conflict.hand_over_chair else ""),
        required_sign=ACTION_SIGN[action],
        do=DO[action] + ("; hand over the chair" if conflict.hand_over_chair else ""),
        hand_over=conflict.hand_over_chair,
        recorded=recorded,
        handling=words(conflict.handling),
        handling_sign=HANDLING_SIGN[conflict.handling],
        handling_key=conflict.handling.value.replace("_", "-"),
        reason=said.reason or conflict.ruling,
        mitigation=holding.interest.mitigation if holding.interest else None,
        confidence=words(conflict.confidence),
        unsure=conflict.confidence is Confidence.ASK or conflict.link.kind is LinkKind.UNCLEAR,
        because=conflict.because,
        evidence=tuple(evidence_words(one) for one in conflict.evidence),
        rule_ids=conflict.rule_ids,
        withheld=action in (Action.LEAVE_NO_PAPERS, Action.NOT_ATTEND),
        basis=sources.get(conflict.rule_basis, conflict.rule_basis),
    )


def role_words(role: Role, voting: bool) -> str:
    """`GP, votes`."""
    return f"{words(role)}, {'votes' if voting else 'no vote'}"


def recorded_words(action: Action) -> str:
    """What the minutes show was done, as a deed."""
    deeds = {
        Action.NONE: "nothing recorded",
        Action.NOTE: "noted; took part",
        Action.STAY_NO_VOTE: "stayed, no part in the decision",
        Action.DISCUSS_THEN_LEAVE: "discussed, then left",
        Action.LEAVE: "left for the item",
        Action.LEAVE_NO_PAPERS: "left for the item, had no papers",
        Action.NOT_ATTEND: "stayed away because of it",
    }
    return deeds[action]


def path_words(conflict: Conflict, item: AgendaItem) -> str:
    """The link's path as one line, without the person and the item, which stand beside it.

    "Partner in Elm Street Surgery – shareholder of Northfield GP Alliance – party to this item".
    """
    return " – ".join(part for part in path_parts(conflict, item) if part)


def path_parts(conflict: Conflict, item: AgendaItem) -> tuple[str, str]:
    """The path in two: what is held, through which organisations; and how that touches the item."""
    labels = (f"item {item.number} {item.title}", f"item {item.number}", item.title)
    touch = conflict.link.path[-1] if conflict.link.path else ""
    label = next((one for one in labels if touch.endswith(one)), None)
    if label is not None:
        touch = touch[: -len(label)].rstrip(" :")
        touch += "" if touch.startswith("touches") or not touch else " this item"
    line = ""
    for step in conflict.link.path[:-1]:
        if step != conflict.holding.person.name:
            joint = " " if line.endswith(_JOINING) else " – "
            line = f"{line}{joint if line else ''}{step}"
    return sentence(line), touch or "this item"


def _dates(conflict: Conflict) -> str:
    holding = conflict.holding
    held = f"held from {day(holding.held_from)}" if holding.held_from else "start of the interest not stated"
    if holding.held_until:
        held += f" to {day(holding.held_until)}"
    if holding.known_on is None:
        return f"{held}; on no register that day"
    if holding.declared_on:
        return f"{held}; declared {day(holding.declared_on)}"
    return f"{held}; known{' by inference' if holding.known_inferred else ''} from {day(holding.known_on)}"


def evidence_words(source: SourceRef) -> tuple[str, str]:
    """The place and the words read there; long words end in an ellipsis."""
    text = " ".join(source.text.split())
    short = text if len(text) <= _LONGEST_EVIDENCE else f"{text[:_LONGEST_EVIDENCE].rsplit(' ', 1)[0]} …"
    return source.place(), short
