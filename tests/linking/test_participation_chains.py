"""Several people in one subject: who is meant by the verb, and which words are each one's own."""

from __future__ import annotations

import pytest
from test_participation import passages, people

from coi_audit.linking.participation.binding import deeds
from coi_audit.linking.participation.cast import Cast
from coi_audit.linking.participation.claims import claims_of
from coi_audit.linking.participation.mentions import read_statements
from coi_audit.linking.participation.sentences import sentences
from coi_audit.rulebook.minutes_words import minutes_words

CAST = Cast(people(), minutes_words())
ALL = {"AR", "MS", "OP"}


def initials(who: frozenset[int]) -> set[str]:
    return {CAST.people.persons[index].initials[0] for index in who}


@pytest.mark.parametrize(
    ("subject", "who"),
    [
        ("Dr Rao, Dr Shah and Dr Pugh", ALL),
        ("Dr Rao, a partner at Brook Surgery, Dr Shah, its landlord, and Dr Pugh, a locum there,", ALL),
        ("Dr Rao (partner at Brook Surgery), Dr Shah (landlord) and Dr Pugh", ALL),
        ("Dr Rao, who is a partner, Dr Shah, who is his wife, and Dr Pugh, who works there,", ALL),
        ("Dr Rao - a partner - Dr Shah - its landlord - and Dr Pugh", ALL),
        ("Dr Rao, as Chair of the LMC, and Dr Pugh, its treasurer,", {"AR", "OP"}),
        ("The GPs (AR, MS and OP)", ALL),
        ("AR/MS", {"AR", "MS"}),
        ("The Chair thanked Dr Shah, the clinical lead, and Dr Pugh, a partner,", {"OP"}),
        ("Dr Rao asked about parking, and Dr Pugh, a partner,", {"OP"}),
        ("Dr Rao, who had spoken, and Dr Pugh, a partner,", {"OP"}),
    ],
)
def test_who_left(subject: str, who: set[str]) -> None:
    statements = read_statements(sentences(passages(f"{subject} left the room.", 1), CAST.words), CAST)
    found = deeds("leave", statements, CAST)
    assert len(found) == 1 and initials(found[0].who) == who


def test_each_ones_words_are_their_own() -> None:
    text = "Dr Rao, a partner at Brook Surgery, and Dr Pugh, director of Canal Ltd, declared an interest in item 7."
    statement = read_statements(sentences(passages(text, 1), CAST.words), CAST)[0]
    claims = [(initials(mention.who), start) for mention, start in claims_of(statement, None, CAST, section=True)]
    assert [who for who, _ in claims] == [{"AR"}, {"OP"}]
    assert statement.text[claims[1][1] :].startswith("‹1›, director of Canal Ltd")
