"""Which organisations a public edition may name: those that public papers name as institutions, and nobody's family."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit import paths
from coi_audit.audit.confidential import confidential_of
from coi_audit.linking.masking import NAME, Known, Masker
from coi_audit.model.case import Case
from coi_audit.model.evidence import SourceRef
from coi_audit.model.gifts import Gift, GiftKind, GiverKind
from coi_audit.model.organisations import Organisation
from coi_audit.model.people import Body
from coi_audit.model.procurement import Procurement
from coi_audit.model.records import Records
from coi_audit.model.words import OrganisationKind
from coi_audit.rulebook.masking_words import masking_words
from coi_audit.rulebook.tie_words import load_tie_words

AT = SourceRef(file="gifts.xlsx", row=3)


def named(*, givers: tuple[str, ...] = (), bidders: str = "", practice: str = "") -> tuple[str, ...]:
    gifts = tuple(
        Gift(recipient="Dr Mina Corrie", offered_on=date(2017, 5, 1), details="Mug", kind=GiftKind.GIFT, giver=one,
             giver_kind=GiverKind.OTHER, source=AT)
        for one in givers
    )  # fmt: skip
    bought = Procurement(title="Podiatry", bidders=bidders or None, source=AT)
    own = Organisation(name=practice, kind=OrganisationKind.PRACTICE, source=AT) if practice else None
    body = Body(name="NHS Ashvale CCG", ods_code="98Z", organisations=(own,) if own else (), source=AT)
    case = Case(body=body, records=Records(gifts=gifts, procurements=(bought,)))
    return confidential_of(case, load_tie_words(paths.rules_folder())).organisations


def test_a_practice_called_family_practice_is_no_relative() -> None:
    assert named(practice="Ingleby Family Practice") == ("Ingleby Family Practice",)
    assert named(practice="Practice of her family") == ()


def test_bidders_and_givers_that_are_institutions_may_be_named_and_people_may_not() -> None:
    assert named(bidders="Saltmarsh Skin Clinics Ltd; Dr Jo Travers | Elmet Care CIC") == (
        "Elmet Care CIC",
        "Saltmarsh Skin Clinics Ltd",
    )
    assert named(givers=("Ashvale Rotary Club", "Mr Aldous Penn", "Club", "Her husband's Rotary Club")) == (
        "Ashvale Rotary Club",
    )


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Forty days of advice", "Forty days of advice"),
        ("Accepted | Tin of biscuits | £8", "Accepted | Tin of biscuits | £8"),
        ("given by Forty Travers", f"given by {NAME}"),
        ("thanked Tin Travers", f"thanked {NAME}"),
        ("Tin declared an interest.", f"{NAME} declared an interest."),
    ],
)
def test_words_that_begin_an_entry_stand_and_names_beside_them_do_not(text: str, after: str) -> None:
    assert Masker(Known(), masking_words()).mask(text).text == after
