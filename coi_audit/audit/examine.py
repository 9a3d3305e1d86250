"""One meeting put together: who was there, what each item touches, what the minutes record, quorum and chair."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.answered import whose_name
from coi_audit.audit.answered_items import answered_items
from coi_audit.audit.attendees import Attendee, Roll, call_roll
from coi_audit.audit.chair import chair_for_item, chair_of_meeting
from coi_audit.audit.conflicts import conflicts_of
from coi_audit.audit.holdings_of_meeting import holdings_at
from coi_audit.audit.items import ClassifiedItem, items_of, with_minutes
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.room import Present, Room
from coi_audit.audit.sub_groups import NO_SUB_GROUPS, SubGroupPapers, sub_group_papers
from coi_audit.audit.told import MinutesTold, Told
from coi_audit.audit.touches import MeetingView
from coi_audit.linking.answers import AnswerBook
from coi_audit.linking.graph import OrganisationGraph
from coi_audit.linking.held_names import HeldNames
from coi_audit.linking.items.classify_titles import committee_kind_of
from coi_audit.linking.items.sections import find_section
from coi_audit.linking.links import Linker
from coi_audit.linking.meeting_record import read_meeting_record
from coi_audit.linking.people.answers import answered_people, indexed
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.linking.people.initials import with_own_initials
from coi_audit.linking.reach import Reach
from coi_audit.linking.required import Asks
from coi_audit.model.audit import ItemAudit, MeetingAudit
from coi_audit.model.case import Case
from coi_audit.model.linking import Conflict, Holding, ItemRecord, MeetingRecord, QuorumResult
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.words import Action, AttendanceStatus, CommitteeKind, LinkKind, Stage

_NOBODY: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Gathered:
    """One meeting with every name in it resolved: what linking and the rules start from, however it was come by."""

    body: Body
    meeting: Meeting
    committee: Committee | None
    kind: CommitteeKind
    stage: Stage
    people: PeopleIndex
    roll: Roll
    record: MeetingRecord
    chair: Attendee | None
    holdings: tuple[Holding, ...]  # of everybody on the roll, and perhaps of others
    items: tuple[ClassifiedItem, ...]
    told: Told
    sub_groups: SubGroupPapers = NO_SUB_GROUPS


@dataclass(frozen=True, slots=True)
class Examined:
    """A meeting's audit with what the rules need beside it."""

    audit: MeetingAudit
    meeting: Meeting
    committee: Committee | None
    roll: Roll
    record: MeetingRecord
    items: tuple[ClassifiedItem, ...]
    chair: Attendee | None
    people: PeopleIndex
    holdings: tuple[Holding, ...]
    view: MeetingView
    sub_groups: SubGroupPapers = NO_SUB_GROUPS

    @property
    def room(self) -> Room:
        """Who was there for what."""
        return self.view.room


def examine_meeting(case: Case, meeting: Meeting, *, knowledge: Knowledge, as_of: date) -> Examined:
    """Everything that can be said of one meeting from the papers, before any rule is asked."""
    return examine(gather(case, meeting, knowledge=knowledge, as_of=as_of), knowledge)


def gather(case: Case, meeting: Meeting, *, knowledge: Knowledge, as_of: date) -> Gathered:
    """Who was there, what they hold and what the items are about, from the papers."""
    committee = next((one for one in case.body.committees if one.name == meeting.committee), None)
    kind = committee.kind if committee else _kind_by_name(meeting.committee)
    people = people_of(case, meeting, committee, knowledge.answers)
    roll = call_roll(meeting, committee, people=people, body_name=case.body.name)
    record = read_meeting_record(meeting.minutes, agendas=meeting.agendas, words=knowledge.minutes_words)
    holdings = holdings_at(case, meeting, roll, people, knowledge)
    own = (case.body.name, *(one.name for one in case.body.committees))
    held = HeldNames(holdings, knowledge.vocabulary.names, own=own)
    items = items_of(meeting, body=case.body, kind=kind, knowledge=knowledge, held=held)
    return Gathered(
        body=case.body,
        meeting=meeting,
        committee=committee,
        kind=kind,
        stage=stage_of(meeting, as_of),
        people=people,
        roll=roll,
        record=record,
        chair=chair_of_meeting(roll.members, record, people),
        holdings=holdings,
        items=tuple(
            with_minutes(one, minutes_words_of(one, meeting), meeting.on, kind=kind, knowledge=knowledge, held=held)
            for one in answered_items(items, meeting, knowledge)
        ),
        told=MinutesTold(meeting.minutes, people, knowledge.minutes_words),
        sub_groups=sub_group_papers(case, meeting),
    )


def examine(known: Gathered, knowledge: Knowledge) -> Examined:
    """The conflicts, the quorum and the chair of every item of a meeting whose names are resolved."""
    meeting, items = known.meeting, known.items
    rule = known.committee.quorum if known.committee else None
    room = Room(known.roll, tuple((one.item.number, one.item.private) for one in items), rule)
    linker = Linker(knowledge.directory, OrganisationGraph(knowledge.directory, meeting.on), meeting.on)
    policy = known.committee.shared_interest_policy if known.committee else None
    view = MeetingView(
        body=known.body,
        meeting=meeting,
        committee=known.committee,
        stage=known.stage,
        people=known.people,
        chair=known.chair,
        sole_item=meeting.between_meetings is None and sum(one.substantive for one in items) == 1,
        linker=linker,
        knowledge=knowledge,
        room=room,
        reach=Reach([one for one in known.holdings if one.person.key in room.places], linker),
        told=known.told,
        asks=Asks(knowledge.actions, meeting.on, policy),
        ways_out=knowledge.actions.ways_out_on(meeting.on),
    )
    audited = tuple(_audit_item(one, index, view) for index, one in enumerate(items))
    return Examined(
        audit=_meeting_audit(known, audited),
        meeting=meeting,
        committee=known.committee,
        roll=known.roll,
        record=known.record,
        items=items,
        chair=known.chair,
        people=known.people,
        holdings=known.holdings,
        view=view,
        sub_groups=known.sub_groups,
    )


def _meeting_audit(known: Gathered, items: tuple[ItemAudit, ...]) -> MeetingAudit:
    roll, meeting = known.roll, known.meeting
    return MeetingAudit(
        date=meeting.on,
        folder=meeting.folder,
        committee=meeting.committee or "committee not named",
        committee_kind=known.kind,
        stage=known.stage,
        minutes_status=meeting.minutes[0].status if meeting.minutes else None,
        present=tuple(one.person for one in roll.members),
        in_attendance=tuple(one.person for one in roll.in_attendance),
        apologies=roll.apologies,
        items=items,
        notes=(*_not_a_meeting(meeting), *roll.questions),
    )


def _not_a_meeting(meeting: Meeting) -> tuple[str, ...]:
    how = meeting.between_meetings
    return (f"No meeting was held: this was decided between meetings ({how}).",) if how is not None else ()


def minutes_words_of(item: ClassifiedItem, meeting: Meeting) -> str:
    """What the minutes say under the item, in order; empty where there are none."""
    sections = [find_section(minutes, item.item) for minutes in meeting.minutes]
    return "\n".join(dict.fromkeys(passage.text for one in sections if one is not None for passage in one.passages))


def _kind_by_name(name: str | None) -> CommitteeKind:
    """What a committee is that body.yaml does not list: its name tells, or nothing does."""
    return committee_kind_of(name) if name else CommitteeKind.OTHER


def stage_of(meeting: Meeting, as_of: date) -> Stage:
    """Where the meeting stands on the as-of date; minutes decide, whatever the day."""
    if meeting.minutes:
        return Stage.HELD
    return Stage.BEFORE if meeting.on >= as_of else Stage.NO_MINUTES


def people_of(case: Case, meeting: Meeting, committee: Committee | None, answers: AnswerBook) -> PeopleIndex:
    """Everybody the papers name, each once, with this committee's members first."""
    attendance = [entry for minutes in meeting.minutes for entry in minutes.attendance]
    names = {name for register in case.registers for name in register.people}
    names |= {name for row in meeting.expected for name in (row.name, row.deputy) if name}
    here = [entry.name for entry in attendance if entry.status is not AttendanceStatus.APOLOGIES]
    members, whose = members_once(case.body, first=committee, on=meeting.on), whose_name(answers, meeting.on)
    people = answered_people(members, attendance, sorted(names), whose)
    if here and not any(entry.initials for entry in attendance):
        people = with_own_initials(people, here)
    return indexed(people, whose, attending=here)


def members_once(body: Body, *, first: Committee | None = None, on: date | None = None) -> tuple[Member, ...]:
    """Every member of every committee, one membership a name: the first committee's own, then the others'.

    Of several of one name on a committee the one in office on the day stands, else the latest; whether they are two
    people is asked where the roll is called.
    """
    committees = [*([first] if first else []), *(one for one in body.committees if one is not first)]
    chosen: list[Member] = []
    taken: set[str] = set()
    for committee in committees:
        alike: dict[str, list[Member]] = {}
        for member in committee.members:
            if _fold(member.name) not in taken:
                alike.setdefault(_fold(member.name), []).append(member)
        chosen += [max(one, key=lambda member: _standing(member, on)) for one in alike.values()]
        taken |= set(alike)
    return tuple(chosen)


def _standing(member: Member, on: date | None) -> tuple[bool, date]:
    return on is not None and member.in_office(on), member.from_ or date.min


def _fold(name: str) -> str:
    return " ".join(name.casefold().split())


def _audit_item(item: ClassifiedItem, index: int, view: MeetingView) -> ItemAudit:
    record = view.told.of_item(item) if view.stage is Stage.HELD else ItemRecord()
    conflicts, recent, questions = conflicts_of(item, index, view)
    present = view.room.present(index)
    out = out_of_decision(conflicts)
    chair = chair_for_item(view.chair, present.members, out=out, record=record, people=view.people)
    return ItemAudit(
        item=item.item,
        classification=item.classification,
        parties=item.context.parties,
        neighbours=item.context.neighbours,
        conflicts=conflicts,
        recent=recent,
        quorum=_quorum(item, present, out, view),
        chair=chair,
        withhold_papers_from=_withheld_from(conflicts) if conflicts else (),
        record=record,
        questions=questions,
    )


def _withheld_from(conflicts: Sequence[Conflict]) -> tuple[str, ...]:
    actions = (Action.LEAVE_NO_PAPERS, Action.NOT_ATTEND)
    return tuple(sorted({one.holding.person.name for one in conflicts if one.required_action in actions}))


def _quorum(item: ClassifiedItem, present: Present, out: frozenset[str], view: MeetingView) -> QuorumResult:
    if not item.ours:
        return QuorumResult(reasons=(f"This item is another body's: {', '.join(item.item.bodies)}.",))
    return present.quorum(out, item.classification.purpose, view.ways_out)


def out_of_decision(conflicts: Sequence[Conflict]) -> frozenset[str]:
    """Keys of everybody required to stay out of the decision. An `unclear` link is asked, not counted."""
    if not conflicts:
        return _NOBODY
    return frozenset(
        one.holding.person.key
        for one in conflicts
        if one.required_action.strength >= Action.STAY_NO_VOTE.strength and one.link.kind is not LinkKind.UNCLEAR
    )
