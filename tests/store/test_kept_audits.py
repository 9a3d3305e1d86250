"""Audits kept: as they were given out, once, found again by the day they speak for and the day they were known."""

from __future__ import annotations

import pytest
from given_cases import APR, FEB, JAN, MAR, given_out
from readings import by, folder

from coi_audit.errors import UserError
from coi_audit.model.kept import Anchor
from coi_audit.store.audits import audits_of, keep_audit, last_kept
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store
from coi_audit.store.replay import KeptBody, body_named
from coi_audit.store.trail import verify_trail


@pytest.fixture
def body(store: Store) -> KeptBody:
    keep(store, folder(), on=JAN, by=by())
    return body_named(store, None)


def test_an_audit_comes_back_letter_by_letter_with_the_head_it_was_made_from(store: Store, body: KeptBody) -> None:
    head = verify_trail(store).head
    given = given_out(head=head, pdf="b" * 64)
    entry = keep_audit(store, body, given, on=MAR, by=by(1))
    (found,) = audits_of(store, body)
    assert (found.audit, found.head, found.report_sha256) == (given.text, head, "b" * 64)
    assert (found.entry, found.kept_on) == (entry, MAR)
    assert verify_trail(store, head).whole


def test_the_same_audit_is_kept_once_though_the_head_moved(store: Store, body: KeptBody) -> None:
    assert keep_audit(store, body, given_out(), on=MAR, by=by(1)) == 2
    assert keep_audit(store, body, given_out(head=Anchor(2, "c" * 64)), on=APR, by=by(2)) is None
    assert keep_audit(store, body, given_out(findings=()), on=APR, by=by(3)) == 3


def test_the_last_one_is_that_of_the_latest_day_not_after(store: Store, body: KeptBody) -> None:
    keep_audit(store, body, given_out(APR), on=APR, by=by(1))
    keep_audit(store, body, given_out(FEB), on=APR, by=by(2))
    assert last_kept(store, body, as_of=APR).as_of == APR
    assert last_kept(store, body, as_of=MAR).as_of == FEB
    with pytest.raises(UserError, match="is kept"):
        last_kept(store, body, as_of=JAN)
    with pytest.raises(UserError, match="is kept"):
        last_kept(store, body, as_of=APR, known=MAR)
