"""The conflicts of one item: each attendee's holdings against it, what is required and recorded, how it was handled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from coi_audit.audit.answered import answered_conflict, settled_touch
from coi_audit.audit.attendees import Attendee, about_namesakes
from coi_audit.audit.handling import HandlingFacts, handling_of
from coi_audit.audit.items import ClassifiedItem
from coi_audit.audit.room import Room
from coi_audit.audit.touches import MeetingView, Touch, touches_at
from coi_audit.linking.holdings import held_on, known_on
from coi_audit.linking.required import Required
from coi_audit.model.dates import add_months, in_words
from coi_audit.model.evidence import each_once
from coi_audit.model.linking import Conflict, Holding, Link, Participation
from coi_audit.model.meetings import Ruling
from coi_audit.model.words import Action, Confidence, Handling, LinkKind, Match, Relationship, Scope, Stage

RECENT_MONTHS = 6  # contract, section 4: an interest that ended this lately is shown beside the conflicts


def conflicts_of(
    item: ClassifiedItem, index: int, view: MeetingView
) -> tuple[tuple[Conflict, ...], tuple[Conflict, ...], tuple[str, ...]]:
    """Conflicts, recently ended interests, and questions a person should settle; each sorted by person and path."""
    if not item.substantive:
        return (), (), ()
    conflicts: list[Conflict] = []
    recent: list[Conflict] = []
    on = view.meeting.on
    for place, touches in sorted(touches_at(item, index, view).items()):
        away = view.room.is_away(place)
        settled = [one for touch in touches if (one := settled_touch(touch, item, view)) is not None]
        for touch in settled:
            if away and not _stayed_away(touch, item, view):
                continue
            if held_on(touch.holding, on):
                conflicts.append(answered_conflict(_conflict(touch, item, view), item, view))
            elif ended_lately(touch.holding, on):
                recent.append(answered_conflict(_conflict(touch, item, view), item, view))
    return _sorted(conflicts), _sorted(recent), tuple(dict.fromkeys(_questions(item, conflicts, view.room)))


def _questions(item: ClassifiedItem, conflicts: Sequence[Conflict], room: Room) -> Iterator[str]:
    for one in conflicts:
        if one.link.kind is LinkKind.UNCLEAR:
            yield f"{one.holding.person.name}: {one.link.because[0]}"
    if room.questions:
        yield from (one.because[0] for one in conflicts if one.because[0] in room.questions)
    for party in (*item.context.parties, *item.context.neighbours):
        if party.outcome is Match.ASK and party.resolution is not None:
            yield f'Which organisation is "{party.mention}"? {party.resolution.because}'
    if item.classification.scope is Scope.NAMED_PRACTICE and not item.context.parties:
        yield "Which practice is this item about? It speaks of one, and no name was recognised in it."


def _stayed_away(touch: Touch, item: ClassifiedItem, view: MeetingView) -> bool:
    """Whether the minutes tie an absence to the interest: any other absence is no conflict."""
    if view.stage is not Stage.HELD:
        return False
    return participation_of(touch, item, view, Action.NOTE).recorded_action is Action.NOT_ATTEND


def ended_lately(holding: Holding, on: date) -> bool:
    """Whether the interest ended within the six months before that day."""
    ended = holding.held_until
    return ended is not None and ended < on <= add_months(ended, RECENT_MONTHS)


def _conflict(touch: Touch, item: ClassifiedItem, view: MeetingView) -> Conflict:
    holding, link, on = touch.holding, touch.link, view.meeting.on
    required = view.asks.of(link, holding, item.classification)
    action = required.action
    if action is Action.LEAVE_NO_PAPERS and view.sole_item:
        action = Action.NOT_ATTEND
    participation = participation_of(touch, item, view, action)
    ruling = ruling_for(touch.attendee, item, view) if view.meeting.rulings else None
    handling = handling_of(
        HandlingFacts(
            stage=view.stage,
            required=action,
            participation=participation,
            known=known_on(holding, on),
            link=link.kind,
            ruling=ruling is not None,
        )
    )
    notes = _about(holding, handling, required)
    in_chair = view.chair is not None and view.chair.person.key == holding.person.key
    return Conflict(
        holding=holding,
        link=link,
        required_action=action,
        hand_over_chair=in_chair and action.strength >= Action.STAY_NO_VOTE.strength,
        row=required.row,
        rule_basis=required.edition.source if required.edition else "",
        participation=participation,
        handling=handling,
        confidence=Confidence.ASK if touch.attendee.namesakes else confidence_of(holding, link),
        role=touch.attendee.role,
        voting=touch.attendee.voting,
        ruling=ruling.reason if ruling else None,
        because=(*_whose(touch), *required.because, *link.because, *_dates(holding, on), *notes),
        evidence=each_once((*holding.evidence, item.item.source, *participation.evidence)),
    )


def participation_of(touch: Touch, item: ClassifiedItem, view: MeetingView, required: Action) -> Participation:
    """What the minutes say of this person here, with what the lists and the required action let one infer."""
    if view.stage is not Stage.HELD:
        return Participation()
    party = touch.link.party
    names = [touch.holding.organisation_name, *((party.name, party.mention) if party else ())]
    organisations = tuple(dict.fromkeys(name for name in names if name))
    said = view.told.of_person(item, touch.attendee.person, organisations)
    recorded = said.recorded_action or Action.NONE
    if said.declared and recorded is Action.NONE and required.strength <= Action.NOTE.strength:
        # The minutes' record of the declaration is the noting, where noting is all that is asked.
        said = replace(said, recorded_action=Action.NOTE, deed_recorded=True)
        recorded = Action.NOTE
    if said.took_part is None or recorded.strength >= Action.DISCUSS_THEN_LEAVE.strength:
        took_part = _took_part(said, recorded, touch.attendee)
        said = said if took_part is said.took_part else replace(said, took_part=took_part)
    return said


def _took_part(said: Participation, recorded: Action, attendee: Attendee) -> bool | None:
    """Where the words are silent: whoever is listed as a voter and did not withdraw took part in the decision."""
    if recorded.strength >= Action.STAY_NO_VOTE.strength:
        return False
    if said.declared and not said.deed_recorded:
        return None
    return True if attendee.voting else None


def ruling_for(attendee: Attendee, item: ClassifiedItem, view: MeetingView) -> Ruling | None:
    """The ruling that covers this person and item on the day: given by then, not expired, with its reason first."""
    on = view.meeting.on
    fitting = []
    for ruling in view.meeting.rulings:
        match = view.people.match(ruling.person)
        if match.person is None or match.person.key != attendee.person.key:
            continue
        if ruling.item is not None and _bare(ruling.item) != _bare(item.item.number):
            continue
        if (ruling.expires is not None and ruling.expires < on) or (ruling.on is not None and ruling.on > on):
            continue
        fitting.append(ruling)
    return next(iter(sorted(fitting, key=lambda one: (one.item is None, not one.reason))), None)


def confidence_of(holding: Holding, link: Link) -> Confidence:
    """How sure the match is: never mixed with how much it matters."""
    if link.confidence is Confidence.ASK or holding.relationship is Relationship.UNSTATED:
        return Confidence.ASK
    return Confidence.LIKELY if holding.known_inferred or holding.person_likely else link.confidence


def _whose(touch: Touch) -> tuple[str, ...]:
    return (about_namesakes(touch.attendee.namesakes),) if touch.attendee.namesakes else ()


def _dates(holding: Holding, on: date) -> tuple[str, ...]:
    if holding.known_inferred and holding.known_on is not None:
        return ("Known that day by inference: only an undated or a later edition of the register shows it.",)
    if holding.known_on is not None and holding.known_on > on:
        return (f"The register first shows it on {in_words(holding.known_on)}, after the meeting.",)
    return ()


def _about(holding: Holding, handling: Handling, required: Required) -> tuple[str, ...]:
    notes = []
    if holding.relationship is Relationship.UNSTATED:
        notes.append("The register says the interest is indirect but not whose it is; it is read at its strongest.")
    if handling is Handling.NOT_ON_REGISTER and holding.interest is None:
        notes.append("No row of the register shows this interest.")
    if required.edition is None:
        notes.append("The meeting is earlier than the first edition of the guidance.")
    return tuple(notes)


def _sorted(conflicts: Sequence[Conflict]) -> tuple[Conflict, ...]:
    if len(conflicts) < 2:
        return tuple(conflicts)
    return tuple(sorted(conflicts, key=lambda one: (one.holding.person.key, one.link.kind, one.link.path)))


def _bare(number: str) -> str:
    return number.casefold().strip().rstrip(".)").removeprefix("item ").strip()
