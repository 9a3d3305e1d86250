"""A conflict laid out for a page: whose, why, what is required and what is recorded, in words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from coi_audit.linking.links import describe
from coi_audit.model.audit import ItemAudit
from coi_audit.model.evidence import SourceRef
from coi_audit.model.linking import Conflict, Holding, Person
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.words import Action, Confidence, Handling, LinkKind, Role
from coi_audit.report.later_view import cells_words, later_words
from coi_audit.report.words import ACTION_SIGN, DO, HANDLING_SIGN, day, sentence, words

_JOINING = (" in", " of", " for", " to", " with", " by")  # a step that ends so runs on into the next
_POST_ENDS = re.compile(r"\s*[,;(:]|\s+[-–—]\s+")  # "Partner Member, NHS trusts": the post is the first of it
_LONGEST_EVIDENCE = 180  # characters of one place's words; the attached JSON has them all


@dataclass(frozen=True, slots=True)
class ConflictView:
    """One conflict in words. `recorded` says so where there are no minutes."""

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
    later: str = ""  # what a later declaration changed, in words
    later_cells: str = ""


def conflict_view(conflict: Conflict, item: ItemAudit, sources: Mapping[str, str]) -> ConflictView:
    """Lay out one conflict."""
    holding, said = conflict.holding, conflict.participation
    role = conflict.role if conflict.role is not None else holding.person.role
    action = conflict.required_action
    held, touch = path_parts(conflict, item.item)
    return ConflictView(
        person=holding.person.name,
        role=role_words(role, conflict.voting, holding.person),
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
        recorded=recorded_of(conflict),
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
        later=later_words(conflict.later) if conflict.later is not None else "",
        later_cells=cells_words(conflict.later) if conflict.later is not None else "",
    )


def role_words(role: Role, voting: bool, person: Person) -> str:
    """`GP, votes`; "other" tells nobody anything, so that the post stands for it where the seat has one."""
    told = words(role)
    if role is Role.OTHER:
        seat = person.member
        post = _POST_ENDS.split(seat.title)[0].strip() if seat is not None else ""
        told = post or ("member" if seat is not None else "attending")
    return f"{told}, {'votes' if voting else 'no vote'}"


def recorded_of(conflict: Conflict) -> str:
    """What the minutes show was done about the conflict, or why there is nothing to show."""
    action = conflict.participation.recorded_action
    if conflict.handling is Handling.NOT_YET_HELD:
        return "still to come"
    return "no minutes" if action is None else recorded_words(action)


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
        if not touch and conflict.link.path[-2:-1] == ("declared an interest in",):
            return "An interest that the papers do not name", "declared for this item"
        touch += "" if touch.startswith("touches") or not touch else " this item"
    line = ""
    for step in conflict.link.path[:-1]:
        if step != conflict.holding.person.name:
            joint = " " if line.endswith(_JOINING) else " – "
            line = f"{line}{joint if line else ''}{step}"
    return sentence(line), touch or "this item"


def begun(holding: Holding) -> str:
    """The beginning as exactly as the register gives it: "2014" is no 1 January."""
    told = holding.interest.held_from if holding.interest else None
    return str(told) if told is not None and told.earliest == holding.held_from else day(holding.held_from)


def ended(holding: Holding) -> str:
    """The end as exactly as the register gives it."""
    told = holding.interest.held_until if holding.interest else None
    return str(told) if told is not None and told.latest == holding.held_until else day(holding.held_until)


def _dates(conflict: Conflict) -> str:
    holding = conflict.holding
    held = f"held from {begun(holding)}" if holding.held_from else "start of the interest not stated"
    if holding.held_until:
        held += f" to {ended(holding)}"
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
