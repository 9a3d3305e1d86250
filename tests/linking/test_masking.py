"""Names are taken out of free text unless they may stand; what cannot be told from a name goes with them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from coi_audit.linking.masking import ADDRESS, NAME, Known, Masker
from coi_audit.rulebook.masking_words import masking_words

WORDS = masking_words()
KNOWN = Known(
    people=("Dr Anil Rao", "Margaret Hale", "Sunita Kale-Moss", "Piet van der Berg"),
    phrases=("Elm Street Surgery", "NHS Northfield CCG", "Hill"),
    secrets=("Jane Rao",),
    places=("Northfield",),
)
MASKER = Masker(KNOWN, WORDS)


def masked(text: str) -> str:
    return MASKER.mask(text).text


@pytest.mark.parametrize(
    "text",
    [
        "Dr Rao left the room. A. Rao came back; Anil Rao spoke, and so did AR.",
        "Margaret Hale took the chair. Mrs Hale's ruling stands. HALE MARGARET",
        "Hale | Margaret | Lay Member; Anil | Rao | GP Member",
        "Mr van der Berg, Piet van der Berg and Ms Kale-Moss were present.",
        "The Primary Care Commissioning Committee of NHS Northfield CCG met in Northfield on 5 May 2017.",
        "Elm Street Surgery and NHS England: APMS contract, Part B. Will the body publish it in March 2018?",
        "Grant applications and price reviews; the Price Review Group; the Annual Report.",
        "MTG-07: A member with a direct interest in the outcome took part in the decision",
        "Nothing shows that it was declared. It was decided by the chair. Who decided that?",
    ],
)
def test_what_may_stand_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("his wife Wilhelmina is a nurse", f"his wife {NAME} is a nurse"),
        ("Dr Rao and Dr O'Hanlon", f"Dr Rao and {NAME}"),
        ("J. Rao declared", f"{NAME} declared"),
        ("Zadie Rao, daughter", f"{NAME}, daughter"),
        ("Mark declared an interest.", f"{NAME} declared an interest."),
        ("by Grace Price, Director", f"by {NAME}, Director"),
        ("Director Grant Banks", f"Director {NAME}"),
        ("Mrs May and Mr Hill", f"{NAME} and {NAME}"),
        ("Mrs Preston of Northfield", f"{NAME} of Northfield"),
        ("Ahmed al Farouk spoke", f"{NAME} spoke"),
        ("XIMENA TRAVERS | CHAIR", f"{NAME} | CHAIR"),
        ("Łukasz Żołądź-Ørsted left", f"{NAME} left"),
        ("write to x.travers@mail.example", f"write to {ADDRESS}"),
        ("the share of Quorn Ltd", f"the share of {NAME} Ltd"),
    ],
)
def test_other_names_go(text: str, after: str) -> None:
    assert masked(text) == after


@pytest.mark.parametrize("text", ["Jane Rao Consulting Ltd", "notes-JaneRao.docx", "RAO, JANE", "rao_jane", "jane"])
def test_a_secret_goes_wherever_it_stands(text: str) -> None:
    told = masked(text).casefold()
    assert "jane" not in told


def test_masking_twice_changes_nothing_more() -> None:
    once = masked("Dr Ximena Travers wrote to x@y.example about Jane Rao.")
    assert MASKER.mask(once).times == 0
    assert masked(once) == once


LETTERS = "abcdefghijklmnopqrstuvwxyzéöłşŵø"
PART = st.text(LETTERS, min_size=3, max_size=9).map(str.capitalize)
BARRELLED = st.tuples(PART, PART).map("-".join)
IRISH = PART.map(lambda part: f"O'{part}")
SURNAME = st.one_of(PART, BARRELLED, IRISH)
NAMES = st.one_of(
    st.tuples(PART, SURNAME).map(" ".join),
    st.tuples(PART, PART, SURNAME).map(" ".join),
    st.tuples(st.sampled_from(["van", "de", "al", "von der"]), PART).map(lambda two: f"Ada {two[0]} {two[1]}"),
    st.sampled_from(["Grace Banks", "Mark Price", "Will Grant", "April May", "Rose Hill", "Frank Bishop", "Joy West"]),
)
PLACES = st.sampled_from(
    [
        "his wife {} is a partner",
        "Wife, {}, practice manager",
        "{} asked about the lease.",
        "The Chair thanked {} for the paper.",
        "Dr Anil Rao | {} | Director",
        "({}) left the room",
        "signed: {}",
        "The committee heard Dr {}; it agreed.",
        "“{}” was the complainant",
        "1. {} to report back",
    ]
)


def _is_plain(word: str) -> bool:
    return MASKER.kind_of(word).value not in ("name", "either", "month", "title")


@settings(max_examples=100, deadline=None)
@given(NAMES, PLACES)
def test_no_made_name_is_left_in_any_sentence(name: str, sentence: str) -> None:
    """A given name or surname that the rulebook itself uses as a word, and that is in no list of names, is let be."""
    assume(not any(_is_plain(part) for part in name.split() if part[:1].isupper() and part != "Ada"))
    told = masked(sentence.format(name))
    assert name not in told
    assert not [part for part in name.split() if part[:1].isupper() and part in told and part not in sentence]


@settings(max_examples=60, deadline=None)
@given(NAMES, st.text(max_size=20), st.text(max_size=20))
def test_a_secret_name_is_left_nowhere(name: str, before: str, after: str) -> None:
    masker = Masker(Known(KNOWN.people, KNOWN.phrases, (name,), KNOWN.places), WORDS)
    assert name.casefold() not in masker.mask(f"{before}{name}{after}").text.casefold()


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=60))
def test_any_text_can_be_masked(text: str) -> None:
    assert isinstance(masked(text), str)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("Punnet of strawberries", "Punnet of strawberries"),
        ("Given | Crock of honey | £4", "Given | Crock of honey | £4"),
        ("Travers of the practice", f"{NAME} of the practice"),
        ("Travers of Elm Lane", f"{NAME} of {NAME}"),
        ("Xanthe Crock of honey", f"{NAME} of honey"),
    ],
)
def test_how_much_of_something_is_given_is_no_name(text: str, after: str) -> None:
    assert Masker(Known(), masking_words()).mask(text).text == after
