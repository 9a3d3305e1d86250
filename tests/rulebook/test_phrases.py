"""Phrases are found whatever their case, hyphens, plurals and apostrophes, and not where capitals tell otherwise."""

from __future__ import annotations

import pytest

from coi_audit.rulebook.phrases import PhraseBook, phrase_key, stem, words_of


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("chairs action", "Chair’s Actions"),
        ("out of hours", "GP Out-of-Hours service"),
        ("a and e", "A&E streaming"),
        ("locality", "Localities"),
        ("section 96", "Section 96 request"),
        ("closure of ... list", "Closure of the Elm Street Surgery list"),
        ("£", "£1.50 per head"),
        ("LES", "Near patient testing LES"),
        ("LES", "near patient testing les"),
        ("TOR", "Revised ToR"),
    ],
)
def test_a_phrase_is_found(phrase: str, text: str) -> None:
    assert PhraseBook([(phrase, "x")]).longest(words_of(text)) is not None


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("IT", "How it was done"),
        ("closure of ... list", "Closure of one two three four five six list"),
        ("merger", "merge"),
        ("action log", "action and log"),
    ],
)
def test_a_phrase_is_not_found(phrase: str, text: str) -> None:
    assert PhraseBook([(phrase, "x")]).longest(words_of(text)) is None


def test_the_longest_phrase_wins_and_the_first_of_equals() -> None:
    book = PhraseBook([("finance", 1), ("finance report", 2), ("report", 3)])
    found = book.longest(words_of("Primary care finance report"))
    assert found is not None
    assert (found.value, found.first, found.last) == (2, 2, 3)


def test_exact_books_tell_one_from_many() -> None:
    book = PhraseBook([("contract variations", "many")], exact=True)
    assert book.longest(words_of("Contract variation")) is None
    assert book.longest(words_of("Contract Variations")) is not None


def test_stems_keep_words_that_only_look_plural() -> None:
    assert [stem(word) for word in ("access", "GPs", "practices", "analysis", "bus", "GMS", "policies")] == [
        "access",
        "gp",
        "practice",
        "analysis",
        "bus",
        "gms",
        "policy",
    ]
    assert phrase_key("walk-in centres") == phrase_key("Walk in Centre")
