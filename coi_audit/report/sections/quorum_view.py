"""Quorum over all meetings in one table: what was required, who counted before and after, and the ways out."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.audit import Audit, ItemAudit, MeetingAudit
from coi_audit.model.linking import QuorumResult
from coi_audit.model.words import Purpose
from coi_audit.report.words import count, day


@dataclass(frozen=True, slots=True)
class QuorumLine:
    """One meeting's items that came out alike."""

    meeting: str
    items: str
    required: str
    before: str
    after: str
    answer: str
    sign: str
    key: str
    told: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuorumView:
    """Rows where somebody had to stand back or the quorum failed; `rest` says what is left out of the table."""

    lines: tuple[QuorumLine, ...]
    rest: str


def quorum_view(audit: Audit) -> QuorumView:
    """Items for decision or discussion, meeting by meeting; those of one meeting with equal counts in one row."""
    lines: list[QuorumLine] = []
    unmoved = unstated = 0
    for meeting in audit.meetings:
        groups: dict[QuorumResult, list[ItemAudit]] = {}
        for item in meeting.items:
            quorum = item.quorum
            if item.classification.purpose is Purpose.INFORMATION or item.classification.procedure:
                continue
            if quorum.required is None:
                unstated += 1
            elif quorum.quorate is not False and quorum.eligible_before == quorum.eligible_after:
                unmoved += 1
            else:
                groups.setdefault(quorum, []).append(item)
        named = meeting.committee != audit.meetings[0].committee
        lines += [_line(quorum, items, meeting, named=named) for quorum, items in groups.items()]
    rest = []
    if unmoved:
        rest.append(f"{count(unmoved, 'further item')} met the quorum with nobody having to stand back.")
    if unstated:
        rest.append(f"For {count(unstated, 'item')} no quorum is stated in the papers.")
    return QuorumView(tuple(lines), " ".join(rest))


def _line(quorum: QuorumResult, items: list[ItemAudit], meeting: MeetingAudit, *, named: bool) -> QuorumLine:
    answer, sign, key = {
        True: ("quorate", "✓", "good"),
        False: ("not quorate", "▲", "high"),
        None: ("not judged", "☐", "low"),
    }[quorum.quorate]
    told = (*quorum.reasons, *(f"A way out: {way}" for way in quorum.ways_out)) if quorum.quorate is False else ()
    return QuorumLine(
        meeting=f"{day(meeting.date)}, {meeting.committee}" if named else day(meeting.date),
        items=", ".join(one.item.number or one.item.title for one in items),
        required=str(quorum.required),
        before="–" if quorum.eligible_before is None else str(quorum.eligible_before),
        after="–" if quorum.eligible_after is None else str(quorum.eligible_after),
        answer=answer,
        sign=sign,
        key=key,
        told=told,
    )
