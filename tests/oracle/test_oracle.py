"""An independent oracle agrees: conflicts and required actions of random small bodies, as SQL has them by contract.

The product gets what it would read from papers (registers, agendas with titles, minutes) and does everything from
classifying the titles on; DuckDB gets the facts the papers were written from. Beside conflicts and actions, the
interests that ended lately, who hands over the chair, who gets no papers and the quorum are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from body_facts import Item, SmallBody
from body_words import case_of, lists_of
from oracle import Answers, Expected, Key, ask_duckdb
from small_bodies import small_body

from coi_audit.audit.examine import examine_meeting
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.organisations.directory import Directory
from coi_audit.model.audit import ItemAudit
from coi_audit.model.linking import Conflict
from coi_audit.model.words import Action, LinkKind, Match, OrganisationKind, SharedInterestPolicy
from coi_audit.paths import rules_folder
from coi_audit.rulebook.action_table import load_action_table
from coi_audit.rulebook.minutes_words import load_minutes_words
from coi_audit.rulebook.opinion import load_opinion_scale
from coi_audit.rulebook.tie_words import load_tie_words
from coi_audit.rulebook.types import Rulebook
from coi_audit.rulebook.vocabulary import load_vocabulary

PARTS, PART = 4, 250
FURTHER = 4_000
ROWS = {
    "own", "through_practice", "other_person", "duty", "other_role", "patient", "neighbour_zero_sum", "neighbour",
    "shared_all", "shared_some", "shared_light", "personal",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What the product says of one item of one body."""

    body: SmallBody
    meeting: int
    item: Item
    audit: ItemAudit

    @property
    def place(self) -> tuple[int, int, int]:
        return (self.body.number, self.meeting, self.item.item)

    def key(self, conflict: Conflict) -> Key:
        """The same name for a conflict as the SQL gives it."""
        holding = conflict.holding
        if conflict.link.kind is LinkKind.PERSONAL:
            return (*self.place, holding.person.name, "personal", "")
        if holding.interest is not None:
            source = f"row {holding.interest.source.row}"
        else:
            practice = holding.organisation is not None and holding.organisation.kind is OrganisationKind.PRACTICE
            source = "seat" if practice else "owner"
        return (*self.place, holding.person.name, source, holding.organisation_name.upper())


@pytest.mark.parametrize("part", range(PARTS))
def test_the_oracle_agrees_on_a_thousand_small_bodies(part: int, tmp_path: Path) -> None:
    assert_agreed(range(part * PART, (part + 1) * PART), tmp_path)


@pytest.mark.long
@pytest.mark.parametrize("part", range(FURTHER // 1_000))
def test_the_oracle_agrees_on_thousands_more(part: int, tmp_path: Path) -> None:
    first = PARTS * PART + part * 1_000
    assert_agreed(range(first, first + 1_000), tmp_path)


def test_a_changed_row_of_the_action_table_is_noticed(tmp_path: Path) -> None:
    bodies = [small_body(number) for number in range(40)]
    table = knowledge().actions
    shared = table.rows["shared_all"]
    weaker = replace(shared, by_policy={**shared.by_policy, SharedInterestPolicy.NO_VOTE: Action.NOTE})
    changed = replace(knowledge(), actions=replace(table, rows={**table.rows, "shared_all": weaker}))
    answers = ask_duckdb(bodies, tmp_path)
    told = [line for found in examined(bodies, changed) for line in differences(found, answers)]
    assert any("stay_no_vote" in line for line in told)


def test_the_bodies_reach_every_row_of_the_table_in_every_column(tmp_path: Path) -> None:
    answers = ask_duckdb([small_body(number) for number in range(PARTS * PART)], tmp_path)
    columns = ("note", "no_vote", "leave", "closed", "discussion", "information")
    missing = {(row, column) for row in ROWS for column in columns} - answers.cells
    assert missing == set()
    actions = {one.action for one in answers.conflicts.values()}
    assert actions == set(Action) - {Action.NONE}
    assert {kind for one in answers.conflicts.values() for kind in one.kinds} == set(LinkKind)
    assert {quorate for *_, quorate in answers.quorum.values()} == {True, False, None}
    assert any(one.hand_over for one in answers.conflicts.values())
    assert answers.recent
    assert {bool(may) for _, may in answers.substitutes.values()} == {True, False}


def test_the_same_number_gives_the_same_body() -> None:
    assert small_body(17) == small_body(17)
    assert small_body(17) != small_body(18)


def assert_agreed(numbers: range, folder: Path) -> None:
    """Fails with the first few differences in words, and with titles that were not read as they were meant."""
    bodies = [small_body(number) for number in numbers]
    answers = ask_duckdb(bodies, folder)
    misread: list[str] = []
    told: list[str] = []
    for found in examined(bodies, knowledge()):
        misread += misreadings(found)
        told += differences(found, answers)
    assert not misread, "\n".join(misread[:5])
    assert not told, f"{len(told)} differences:\n" + "\n".join(told[:5])


@cache
def knowledge() -> Knowledge:
    """What examining an item needs to know; no rule is applied here."""
    rules = rules_folder()
    return Knowledge(
        rulebook=Rulebook({}, {}, ""),
        checks={},
        actions=load_action_table(rules),
        opinion=load_opinion_scale(rules),
        vocabulary=load_vocabulary(rules / "vocabulary"),
        ties=load_tie_words(rules),
        minutes_words=load_minutes_words(rules),
        directory=Directory.build(None, body_code=None, body_kind=case_of(small_body(0)).body.kind),
    )


def examined(bodies: Sequence[SmallBody], known: Knowledge) -> Iterator[Found]:
    """Every item of every meeting, as the product examines it."""
    for body in bodies:
        case = case_of(body)
        about = case.body
        directory = Directory.build(lists_of(body), about.organisations, body_code=about.ods_code, body_kind=about.kind)
        for meeting, fact in zip(case.meetings, body.meetings, strict=True):
            as_of = meeting.on + timedelta(days=30 if fact.held else -7)
            audit = examine_meeting(case, meeting, knowledge=replace(known, directory=directory), as_of=as_of).audit
            for item, told in zip(fact.items, audit.items, strict=True):
                yield Found(body, fact.meeting, item, told)


def misreadings(found: Found) -> list[str]:
    """Where the product took the words of an item for something else than they were written from."""
    item, read = found.item, found.audit.classification
    meant = (item.title.type, item.title.scope, item.purpose)
    names = sorted(party.name.upper() for party in found.audit.parties)
    near = sorted(party.name.upper() for party in found.audit.neighbours)
    wrong = []
    if (read.decision_type, read.scope, read.purpose) != meant:
        wrong.append(f"{found.audit.item.title}: read as {read.decision_type}, {read.scope}, {read.purpose}")
    if item.ask and [party.outcome for party in found.audit.parties] != [Match.ASK]:
        wrong.append(f"{found.audit.item.title}: {names} is not asked")
    if not item.ask and names != sorted(name.upper() for name in item.parties):
        wrong.append(f"{found.audit.item.title}: parties {names}")
    if near != sorted(name.upper() for name in item.neighbours):
        wrong.append(f"{found.audit.item.title}: neighbours {near}")
    return wrong


def differences(found: Found, answers: Answers) -> list[str]:
    """Where product and oracle differ on one item, a line each."""
    lines = []
    expected = {key: one for key, one in answers.conflicts.items() if key[:3] == found.place}
    got = {found.key(one): one for one in found.audit.conflicts}
    for key in sorted({*expected, *got}):
        want, have = expected.get(key), got.get(key)
        if want is None or have is None or not same(want, have):
            lines.append(f"{key} at {found.audit.item.title!r}: oracle {want}, product {in_words(have)}")
    recent = {key for key in answers.recent if key[:3] == found.place}
    if {found.key(one) for one in found.audit.recent} != recent:
        lines.append(f"{found.place}: ended lately: oracle {sorted(recent)}")
    withheld = {key[3] for key, one in expected.items() if one.action in ("leave_no_papers", "not_attend")}
    if set(found.audit.withhold_papers_from) != withheld:
        lines.append(f"{found.place}: no papers: oracle {sorted(withheld)}, product {found.audit.withhold_papers_from}")
    told = found.audit.quorum
    counted = (told.required, told.eligible_before, told.eligible_after, told.quorate)
    if counted != answers.quorum[found.place]:
        lines.append(f"{found.place}: quorum: oracle {answers.quorum[found.place]}, product {counted}")
    return lines + chair_differences(found, answers)


def chair_differences(found: Found, answers: Answers) -> list[str]:
    """Where they differ on whether the chair is handed over and on who may take it."""
    chair, handed = found.audit.chair, answers.substitutes.get(found.place)
    if handed is None:
        right = not chair.conflicted
    else:
        right = chair.conflicted and chair.name == handed[0]
        right = right and (chair.substitute in handed[1] if handed[1] else chair.substitute is None)
    return [] if right else [f"{found.place}: chair: oracle {handed}, product {chair}"]


def same(want: Expected, have: Conflict) -> bool:
    """Whether both ask the same, for a link that asks as much."""
    return (
        have.required_action == want.action
        and have.link.kind in want.kinds
        and (have.link.kind is LinkKind.UNCLEAR) is want.ask
        and have.hand_over_chair is want.hand_over
    )


def in_words(have: Conflict | None) -> str:
    """The product's side of a difference."""
    if have is None:
        return "nothing"
    return f"{have.required_action} by {have.row}, {' - '.join(have.link.path)}, hand over: {have.hand_over_chair}"
