"""Answers put to work: the case, its items, names and links as people's answers have them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from coi_audit.audit.attendees import Attendee
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.touches import MeetingView, Touch
from coi_audit.linking.answers import AnswerBook, committee_matter, interest_matter, item_matter, meant
from coi_audit.linking.link_names import party_kind
from coi_audit.linking.links import start_of_path
from coi_audit.linking.organisations.answers import AnsweredDirectory
from coi_audit.linking.people.answers import AnsweredPeople, Meant, Whose
from coi_audit.model.answers import NO_INTEREST, NO_ORGANISATION, NONE_OF_THESE, Answer, QuestionKind, Said
from coi_audit.model.case import Case
from coi_audit.model.interests import Interest, Register
from coi_audit.model.linking import Conflict, Holding, Link
from coi_audit.model.meetings import Meeting
from coi_audit.model.people import Body, Member
from coi_audit.model.words import Confidence, InterestCategory, LinkKind, Relationship, Role

_OTHER_LINKS = {"neighbour": LinkKind.NEIGHBOUR, "shared": LinkKind.SHARED, "personal": LinkKind.PERSONAL}


def knowing(knowledge: Knowledge, book: AnswerBook) -> Knowledge:
    """What the engine knows, with these answers."""
    if not book:
        return knowledge
    return replace(knowledge, answers=book, directory=AnsweredDirectory(knowledge.directory, book))


def whose_name(book: AnswerBook, on: date | None) -> Whose | None:
    """Whom a written name means at the meeting of that day, as answered; None where nothing is."""
    if not book:
        return None

    def whose(written: str) -> Meant | None:
        answer = book.person(written, on)
        if answer is None:
            return None
        name = meant(answer)
        told = name or "somebody of whom these papers tell nothing else"
        return Meant(name, Said.of(answer, f'"{written}" is {told}'))

    return whose


def answered_case(case: Case, book: AnswerBook) -> Case:
    """The case with what was answered of its members' roles and of which committee met. Its registers stay as they
    are: an answer mends none."""
    if not book:
        return case
    body = _body(case.body, book)
    settled = {one.name for committee in case.body.committees for one in committee.members if _role(one, book)}
    rejected = tuple(one for one in case.rejected if not (no_role(one.problem) and one.value in settled))
    meetings = tuple(_meeting(one, book) for one in case.meetings)
    return case.model_copy(update={"body": body, "rejected": rejected, "meetings": meetings})


def _meeting(meeting: Meeting, book: AnswerBook) -> Meeting:
    answer = book.of(QuestionKind.COMMITTEE, *committee_matter(meeting))
    if answer is None or answer.answer == NONE_OF_THESE:
        return meeting
    return meeting.model_copy(update={"committee": answer.answer})


def answered_registers(case: Case, book: AnswerBook) -> tuple[Register, ...]:
    """The registers as conflicts are looked for in them, with what was answered of their rows. Whether a register
    itself is complete is judged on the case's own, as the body keeps it."""
    if not book:
        return case.registers
    return tuple(_register(one, book) for one in case.registers)


def _register(register: Register, book: AnswerBook) -> Register:
    rows = tuple(_interest(row, book) for row in register.interests)
    day = book.of(QuestionKind.REGISTER_EDITION, register.file)
    if day is None or day.when is None:
        return register.model_copy(update={"interests": rows})
    edition = {"edition": day.when.earliest}
    rows = tuple(row.model_copy(update=edition) for row in rows)
    return register.model_copy(update={**edition, "interests": rows})


def no_role(problem: str) -> bool:
    """Whether a part of body.yaml was rejected for a member who is given no role."""
    return problem.startswith("this member has no role")


def _interest(row: Interest, book: AnswerBook) -> Interest:
    changes: dict[str, object] = {}
    named = book.of_interest(QuestionKind.INTEREST_ORGANISATION, row)
    if named is not None and named.answer != NO_ORGANISATION:
        changes["organisation"] = named.answer
    category = book.of_interest(QuestionKind.INTEREST_CATEGORY, row)
    if category is not None:
        changes["category"] = InterestCategory(category.answer)
    whose = book.of_interest(QuestionKind.INTEREST_RELATIONSHIP, row)
    if whose is not None:
        own = whose.answer == Relationship.SELF
        changes |= {"direct": True} if own else {"relationship": whose.answer.replace("_", " ")}
    for kind, name in ((QuestionKind.INTEREST_FROM, "held_from"), (QuestionKind.INTEREST_UNTIL, "held_until")):
        answer = book.of_interest(kind, row)
        if answer is not None and answer.when is not None:
            changes[name] = answer.when
    return row.model_copy(update=changes) if changes else row


def _role(member: Member, book: AnswerBook) -> Answer | None:
    return book.of(QuestionKind.ROLE, member.name) if member.role is Role.OTHER else None


def _body(body: Body, book: AnswerBook) -> Body:
    committees = []
    for committee in body.committees:
        members = tuple(
            member.model_copy(update={"role": Role(answer.answer)}) if (answer := _role(member, book)) else member
            for member in committee.members
        )
        committees.append(committee.model_copy(update={"members": members}))
    return body.model_copy(update={"committees": tuple(committees)})


def settled_touch(touch: Touch, item: ClassifiedItem, view: MeetingView) -> Touch | None:
    """The touch as people say whose it is and how it touches the item; None where they say that it does not."""
    book = view.knowledge.answers
    if not book:
        return touch
    if touch.attendee.namesakes:
        touch = _of_namesake(touch, view)
    if touch.link.kind is not LinkKind.UNCLEAR or touch.link.party is not None:
        return touch
    answer = book.of(QuestionKind.LINK, *link_matter(touch.holding, item, view.meeting))
    if answer is None:
        return touch
    if answer.answer == NO_INTEREST:
        return None
    party = next((one for one in item.context.parties if one.name == answer.answer), None)
    kind = _OTHER_LINKS.get(answer.answer) or (party_kind(party) if party else LinkKind.UNCLEAR)
    if kind is LinkKind.UNCLEAR:
        return touch
    said = Said.of(answer, f"How it touches the item: {answer.answer}")
    path = (*start_of_path(touch.holding), f"{kind.value.replace('_', ' ')}: {item.context.label}")
    return replace(touch, link=Link(kind, party, path, confidence=Confidence.LIKELY, because=(said.sentence,)))


def link_matter(holding: Holding, item: ClassifiedItem, meeting: Meeting) -> tuple[str, ...]:
    """What names the question how somebody's stated interest touches an item."""
    return holding.person.key, *item_matter(meeting, item.item)


def namesake_matter(holding: Holding) -> tuple[str, str, str]:
    """What names the question which of two members of one name holds an interest."""
    if holding.interest is not None:
        return interest_matter(holding.interest)
    return holding.person.name, holding.organisation_name, holding.nature


def seat_words(seat: Member) -> str:
    """A membership in the words that tell it from another of the same name."""
    post = seat.title or seat.role.value.replace("_", " ")
    return f"{post}, {seat.practice}" if seat.practice else post


def _of_namesake(touch: Touch, view: MeetingView) -> Touch:
    answer = view.knowledge.answers.of(QuestionKind.NAMESAKE, *namesake_matter(touch.holding))
    if answer is None:
        return touch
    alike: list[Attendee] = [view.room.listed[place] for place in view.room.places[touch.holding.person.key]]
    seats = [one for one in touch.attendee.namesakes if seat_words(one) == answer.answer]
    if len(seats) != 1:
        return touch
    # The lists may name only one of the two: the interest stays a conflict, of the one it was said to be.
    whose = next((one for one in alike if one.seat is seats[0]), replace(touch.attendee, seat=seats[0]))
    return replace(touch, attendee=replace(whose, namesakes=()))


def answered_conflict(conflict: Conflict, item: ClassifiedItem, view: MeetingView) -> Conflict:
    """The conflict with the answers it rests on, in its reasons and its evidence."""
    if not view.knowledge.answers:
        return conflict
    said = tuple(dict.fromkeys(_said(conflict, item, view)))
    if not said:
        return conflict
    new = tuple(one.sentence for one in said if one.sentence not in conflict.because)
    evidence = tuple(one.source for one in said if one.source not in conflict.evidence)
    return replace(conflict, because=(*conflict.because, *new), evidence=(*conflict.evidence, *evidence), answered=said)


def _said(conflict: Conflict, item: ClassifiedItem, view: MeetingView) -> Iterable[Said]:
    holding, party, book = conflict.holding, conflict.link.party, view.knowledge.answers
    if isinstance(view.people, AnsweredPeople):
        yield from view.people.said_of(holding.person, holding.person.names)
    for resolution in (holding.resolution, party.resolution if party else None):
        yield from resolution.answered if resolution is not None else ()
    yield from item.classification.answered
    if holding.interest is not None:
        yield from book.said_of_interest(holding.interest)
    namesake = book.of(QuestionKind.NAMESAKE, *namesake_matter(holding))
    if namesake is not None:
        yield Said.of(namesake, f"The interest is that of {holding.person.name}, {namesake.answer}")
    link = book.of(QuestionKind.LINK, *link_matter(holding, item, view.meeting))
    if link is not None:
        yield Said.of(link, f"How it touches the item: {link.answer}")
    member = holding.person.member
    role = book.of(QuestionKind.ROLE, member.name) if member is not None else None
    if role is not None:
        yield Said.of(role, f"The role of {holding.person.name} is {role.answer.replace('_', ' ')}")
