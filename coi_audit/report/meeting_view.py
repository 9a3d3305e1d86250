"""A meeting laid out for a page: items and conflicts in words, the same for report, pack and terminal."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from coi_audit.model.audit import ItemAudit, MeetingAudit
from coi_audit.model.linking import Party, QuorumResult
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Match, MinutesStatus
from coi_audit.report.conflict_view import ConflictView, conflict_view
from coi_audit.report.words import (
    day,
    sentence,
    words,
)


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

    @property
    def because(self) -> tuple[str, ...]:
        """The reasons that hold for all of them."""
        return tuple(one for one in self.first.because if all(one in each.because for each in self.conflicts))


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
    untouched: tuple[str, ...] = ()


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
        untouched=tuple(
            f"{item.number} {item.title}".strip() for item in items if not item.procedure and not item.conflicts
        ),
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
