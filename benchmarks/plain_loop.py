"""The bound: one plain Python loop over an index, with ten rules written out inline, giving counts and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from benchmarks.year import (
    DECISION,
    DISCUSS_THEN_LEAVE,
    INFORMATION,
    LEAVE,
    LEAVE_NO_PAPERS,
    NOTE,
    NONE,
    PRACTICES,
    ROWS,
    SELF,
    STAY_NO_VOTE,
    VOTING,
    BodyYear,
    Said,
)
from coi_audit.rulebook.action_table import ActionTable
from coi_audit.model.words import Action, Purpose, SharedInterestPolicy

RULES = ("MTG-03", "MTG-04", "MTG-05", "MTG-06", "MTG-07", "MTG-09", "MTG-10", "MIN-01", "CHR-01", "PCC-12")
SILENT = Said(False, False, False, NONE, False, False, None)


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


@dataclass(frozen=True, slots=True)
class PlainBody:
    """A body's year in tuples: interests (organisation, row, financial, own, ended) by person, and meetings."""

    held: Mapping[int, list[tuple[int, int, bool, bool, int]]]
    meetings: list[tuple[int, tuple[int, ...], list[tuple[int, int, bool, bool]], dict[tuple[int, int], tuple]]]  # type: ignore[type-arg]


def plain(year: BodyYear) -> PlainBody:
    """The same records as the product is given, in the leanest shape a loop could want."""
    held: dict[int, list[tuple[int, int, bool, bool, int]]] = {}
    for one in year.held:
        held.setdefault(one.person, []).append(
            (one.organisation, one.row, one.financial, one.relationship == SELF, one.ended)
        )
    meetings = [
        (
            met.day,
            met.there,
            [(one.party, one.purpose, one.closed, one.decided) for one in met.items],
            {
                key: (one.declared, one.at_item, one.nature, one.action, one.returned, one.reason, one.papers)
                for key, one in met.said.items()
            },
        )
        for met in year.meetings
    ]
    return PlainBody(held, meetings)


def count(bodies: Iterable[PlainBody], actions: list[int]) -> tuple[int, list[int]]:
    """Matches, and how often each of RULES is not met."""
    matches = 0
    c03 = c04 = c05 = c06 = c07 = c09 = c10 = cmin = cchr = cpcc = 0
    silent = (False, False, False, NONE, False, False, None)
    for body in bodies:
        held = body.held
        for day, there, items, said in body.meetings:
            index: dict[int, list[tuple[int, int, int, bool, bool]]] = {}
            for place, person in enumerate(there):
                for organisation, row, financial, own, ended in held[person]:
                    if day <= ended:
                        index.setdefault(organisation, []).append((place, person, row, financial, own))
            for number, (party, purpose, closed, decided) in enumerate(items):
                found = index.get(party)
                if found is None:
                    continue
                for place, person, row, financial, own in found:
                    matches += 1
                    required = actions[row * 6 + purpose * 2 + closed]
                    declared, at_item, nature, action, returned, reason, papers = said.get((number, person), silent)
                    if purpose == INFORMATION:
                        continue
                    deed = action > NONE
                    if required <= NOTE and declared and not deed:
                        action, deed = NOTE, True
                    voting = place < VOTING
                    left = action >= DISCUSS_THEN_LEAVE
                    if declared:
                        stayed = action in (NOTE, STAY_NO_VOTE)
                        expected = left or (DISCUSS_THEN_LEAVE <= required <= LEAVE_NO_PAPERS and not stayed)
                        if not nature or not deed or (expected and not (left and returned)):
                            cmin += 1
                    if required <= NOTE:
                        continue
                    if required >= LEAVE_NO_PAPERS and papers is True:
                        c03 += 1
                    if not declared:
                        if financial:
                            c04 += 1
                    elif not deed:
                        c05 += 1
                    if declared and not deed:
                        short = False
                    elif required == LEAVE_NO_PAPERS and action == LEAVE:
                        short = papers is True
                    else:
                        short = action < required and not reason
                    if required == LEAVE_NO_PAPERS and action == LEAVE and reason:
                        short = False
                    if short:
                        c06 += 1
                        if purpose == DECISION and party < PRACTICES and voting:
                            cpcc += 1
                    if own and purpose == DECISION and decided and action < STAY_NO_VOTE:
                        if voting and not (declared and not deed):
                            c07 += 1
                    if action == NOTE and not reason:
                        c09 += 1
                    if declared and not at_item:
                        c10 += 1
                    if place == 0 and required >= STAY_NO_VOTE and action < DISCUSS_THEN_LEAVE:
                        if not (declared and not deed):
                            cchr += 1
    return matches, [c03, c04, c05, c06, c07, c09, c10, cmin, cchr, cpcc]
