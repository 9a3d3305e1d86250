"""Every closed vocabulary of the contract has words, and none of them shows an underscore."""

from __future__ import annotations

from datetime import date

import pytest

from coi_audit.model.audit import AuditScope
from coi_audit.model.words import Action, Handling, Severity
from coi_audit.report.words import (
    ACTION_SIGN,
    DO,
    HANDLING_SIGN,
    SEVERITY_SIGN,
    count,
    listed,
    period_of,
    vocabularies,
    words,
)


def test_every_value_has_words_of_its_own() -> None:
    for kind, told in vocabularies().items():
        assert set(told) == set(kind), kind.__name__
        assert len(set(told.values())) == len(told), kind.__name__
        assert not any("_" in one for one in told.values())
        assert all(words(one) == told[one] for one in kind)
    assert words(None) == "not stated"


def test_every_colour_has_a_sign_beside_it() -> None:
    assert set(DO) == set(ACTION_SIGN) == set(Action)
    assert set(HANDLING_SIGN) == set(Handling)
    assert set(SEVERITY_SIGN) == set(Severity)


def test_counts_and_lists_read_as_sentences() -> None:
    assert count(1, "finding") == "1 finding"
    assert count(1200, "person", "people") == "1,200 people"
    assert listed(("a", "b", "c")) == "a, b and c"
    assert listed(()) == ""


@pytest.mark.parametrize(
    ("scope", "told"),
    [
        (AuditScope(date(2017, 4, 1), date(2018, 3, 31)), "1 April 2017 to 31 March 2018"),
        (AuditScope(date(2017, 4, 1)), "from 1 April 2017"),
        (AuditScope(None, date(2018, 3, 31)), "up to 31 March 2018"),
        (AuditScope(meetings=(date(2017, 9, 5),)), "5 September 2017"),
        (AuditScope(meetings=(date(2017, 9, 5), date(2017, 4, 4))), "4 April 2017 to 5 September 2017"),
        (AuditScope(), "no meeting"),
    ],
)
def test_the_period_in_words(scope: AuditScope, told: str) -> None:
    assert period_of(scope) == told
