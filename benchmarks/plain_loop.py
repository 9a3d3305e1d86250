"""The bound: one plain Python loop over an index, with ten rules written out inline, giving counts and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from benchmarks.year import (
    DECISION,
    DISCUSS_THEN_LEAVE,
    FRIEND,
    INFORMATION,
    LEAVE,
    LEAVE_NO_PAPERS,
    NONE,
    NOTE,
    PRACTICES,
    RELATIVE,
    ROWS,
    SELF,
    SILENT,
    STAY_NO_VOTE,
    TIE_NAMES,
    TIES,
    VOTING,
    BodyYear,
    Held,
)
from coi_audit.model.words import Action, Purpose, SharedInterestPolicy
from coi_audit.rulebook.action_table import ActionTable

RULES = ("MTG-03", "MTG-04", "MTG-05", "MTG-06", "MTG-07", "MTG-09", "MTG-10", "MIN-01", "CHR-01", "PCC-12")
_MEMBER, _TRUSTEE = TIE_NAMES.index("member"), TIE_NAMES.index("trustee")
_FINANCIAL = tuple(financial for _, financial in TIES.values())


def actions_of(table: ActionTable) -> list[int]:
    """The action table as numbers: at row * 6 + purpose * 2 + closed stands the strength of the action."""
    policy = SharedInterestPolicy.NO_VOTE
    strengths = {action: place for place, action in enumerate(Action)}
    return [
        strengths[table.rows[row].action(purpose=purpose, policy=policy, closed=closed)]
        for row in ROWS
        for purpose in (Purpose.DECISION, Purpose.DISCUSSION, Purpose.INFORMATION)
        for closed in (False, True)
    ]


def row_of(one: Held) -> int:
    """Place in ROWS of the action-table row of an interest in a party."""
    if one.tie == _MEMBER:
        return 4
    if one.relationship in (RELATIVE, FRIEND):
        return 1
    return 0 if _FINANCIAL[one.tie] else 2 if one.tie == _TRUSTEE else 3


def count(years: Iterable[BodyYear], actions: list[int]) -> tuple[int, list[int]]:  # noqa: PLR0912, PLR0915
    """Matches, and how often each of RULES is not met. Long and deep on purpose: a call a match would cost it."""
    matches, counts = 0, [0] * len(RULES)
    for year in years:
        by_person: dict[int, list[Held]] = {}
        for one in year.held:
            by_person.setdefault(one.person, []).append(one)
        for met in year.meetings:
            index: dict[int, list[tuple[int, Held]]] = {}
            for place, person in enumerate(met.there):
                for one in by_person[person]:
                    if met.day <= one.ended:
                        index.setdefault(one.organisation, []).append((place, one))
            for number, item in enumerate(met.items):
                for place, one in index.get(item.party, ()):
                    matches += 1
                    said = met.said.get((number, one.person), SILENT)
                    if one.tie == _MEMBER:
                        row = 4
                    elif one.relationship in (RELATIVE, FRIEND):
                        row = 1
                    else:
                        row = 0 if _FINANCIAL[one.tie] else 2 if one.tie == _TRUSTEE else 3
                    if item.purpose == INFORMATION:
                        continue
                    required = actions[row * 6 + item.purpose * 2 + item.closed]
                    action = said.action
                    if required <= NOTE and said.declared and action == NONE:
                        action = NOTE
                    thin = said.declared and action == NONE
                    left, voting = action >= DISCUSS_THEN_LEAVE, place < VOTING
                    if said.declared:
                        stayed = action in (NOTE, STAY_NO_VOTE)
                        leaving = left or (DISCUSS_THEN_LEAVE <= required <= LEAVE_NO_PAPERS and not stayed)
                        if not said.nature or thin or (leaving and not (left and said.returned)):
                            counts[7] += 1
                    if required <= NOTE:
                        continue
                    if required >= LEAVE_NO_PAPERS and said.papers:
                        counts[0] += 1
                    if not said.declared and _FINANCIAL[one.tie]:
                        counts[1] += 1
                    if thin:
                        counts[2] += 1
                    if not thin and not said.reason:
                        silent_on_papers = required == LEAVE_NO_PAPERS and action == LEAVE and not said.papers
                        if action < required and not silent_on_papers:
                            counts[3] += 1
                            if item.purpose == DECISION and item.party < PRACTICES and voting:
                                counts[9] += 1
                    decides = item.purpose == DECISION and item.decided
                    if decides and one.relationship == SELF and action < STAY_NO_VOTE and voting and not thin:
                        counts[4] += 1
                    if action == NOTE and not said.reason:
                        counts[5] += 1
                    if said.declared and not said.at_item:
                        counts[6] += 1
                    if place == 0 and not left and not thin:
                        counts[8] += 1
    return matches, counts
