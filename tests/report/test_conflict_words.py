"""How a conflict is told in a line: its dates as the register gives them, and what is kept back of a private item."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from packs import to_come

from coi_audit.audit.public_items import _not_published
from coi_audit.model.dates import PartialDate, Precision
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest
from coi_audit.model.linking import Person
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.people import Member
from coi_audit.model.publication import KeptBack
from coi_audit.model.words import Action, Role
from coi_audit.report.conflict_view import begun, ended, path_words, role_words
from coi_audit.report.questions_view import _general

SOURCE = SourceRef(file="register.xlsx", row=4)
YEAR = PartialDate(earliest=date(2014, 1, 1), latest=date(2014, 12, 31), precision=Precision.YEAR)
MONTH = PartialDate(earliest=date(2018, 4, 1), latest=date(2018, 4, 30), precision=Precision.MONTH)


@pytest.mark.parametrize(
    ("held_from", "held_until", "told"),
    [
        (date(2014, 1, 1), date(2018, 4, 30), ("2014", "April 2018")),
        (date(2013, 6, 5), date(2019, 1, 31), ("5 June 2013", "31 January 2019")),  # another edition told these
    ],
)
def test_a_date_is_told_as_exactly_as_the_register_gives_it(
    held_from: date, held_until: date, told: tuple[str, str]
) -> None:
    row = Interest(person="Dr Venn", organisation="Fold Ltd", held_from=YEAR, held_until=MONTH, source=SOURCE)
    conflict = to_come(Person(name="Dr Venn"), Action.LEAVE, "Fold Ltd: lease")
    holding = replace(conflict.holding, interest=row, held_from=held_from, held_until=held_until)
    assert (begun(holding), ended(holding)) == told


def test_a_private_item_is_touched_in_plain_words() -> None:
    conflict = _not_published(to_come(Person(name="Dr Venn"), Action.LEAVE, "Fold Ltd: lease"), KeptBack.PRIVATE_ITEM)
    item = AgendaItem(number="12", title="Private item", private=True, source=SOURCE)
    assert path_words(conflict, item) == "An interest that is not published here – touches this private item"


def test_an_interest_that_only_the_declaration_tells_of_is_a_whole_phrase() -> None:
    conflict = to_come(Person(name="Dr Venn"), Action.LEAVE, "Fold Ltd: lease")
    path = ("Dr Venn", "declared an interest in", "item 5 Fold Ltd: lease")
    item = AgendaItem(number="5", title="Fold Ltd: lease", source=SOURCE)
    told = path_words(replace(conflict, link=replace(conflict.link, path=path)), item)
    assert told == "An interest that the papers do not name – declared for this item"


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (
            "Had $member declared interests by the day the role began ($started_on)?",
            "Had each person named below declared interests by the day the role began?",
        ),
        ("Was $item ($gift) declared?", "Was the item ($gift) declared?"),
        (None, None),
    ],
)
def test_a_question_put_for_many_leaves_what_is_one_persons_alone_out(question: str | None, told: str | None) -> None:
    assert _general(question, "NHS Northfield CCG") == told


@pytest.mark.parametrize(
    ("role", "title", "told"),
    [
        (Role.GP, "Partner Member, primary care", "GP, votes"),
        (Role.OTHER, "Partner Member, NHS trusts", "Partner Member, votes"),
        (Role.OTHER, "Partner Member (local government)", "Partner Member, votes"),
        (Role.OTHER, "", "member, votes"),
    ],
)
def test_a_seat_of_no_role_is_told_by_its_post(role: Role, title: str, told: str) -> None:
    seat = Member(name="Ada Venn", role=role, title=title, source=SOURCE)
    assert role_words(role, True, Person(name="Ada Venn", role=role, member=seat)) == told


def test_who_only_attends_is_told_so() -> None:
    assert role_words(Role.OTHER, False, Person(name="Ada Venn")) == "attending, no vote"
