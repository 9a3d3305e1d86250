"""Since which day a store has known each interest: through corrections, other editions, and up to a day."""

from __future__ import annotations

from datetime import date

from readings import by, folder, register_reading

from coi_audit.store.first_kept import first_kept
from coi_audit.store.keep import keep
from coi_audit.store.opening import Store
from coi_audit.store.replay import body_named

_MAY, _JUNE, _JULY = date(2017, 5, 2), date(2017, 6, 2), date(2017, 7, 2)
_OLD, _NEW = {"Ann Vale": "Reed Mill Ltd"}, {"Ann Vale": "Reed Mill Ltd", "Bo Reed": "Holt Trust"}


def test_an_interest_is_known_from_the_first_version_of_any_paper_that_tells_it(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", _OLD)), on=_MAY, by=by())
    keep(store, folder(register_reading("register.xlsx", _NEW)), on=_JUNE, by=by(1))
    both = folder(register_reading("register.xlsx", _NEW), register_reading("register 2.xlsx", _NEW))
    keep(store, both, on=_JULY, by=by(2))
    found = first_kept(store, body_named(store, None))
    assert found is not None and found.on == _MAY
    assert [(one.person, one.organisation, one.on) for one in found.interests] == [
        ("Ann Vale", "Reed Mill Ltd", _MAY),
        ("Bo Reed", "Holt Trust", _JUNE),
    ]


def test_what_came_after_the_day_is_not_told(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", _OLD)), on=_MAY, by=by())
    keep(store, folder(register_reading("register.xlsx", _NEW)), on=_JUNE, by=by(1))
    found = first_kept(store, body_named(store, None), date(2017, 6, 1))
    assert found is not None and [one.person for one in found.interests] == ["Ann Vale"]


def test_a_store_without_a_register_tells_nothing(store: Store) -> None:
    keep(store, folder(), on=_MAY, by=by())
    assert first_kept(store, body_named(store, None)) is None


def test_what_was_corrected_on_its_own_day_was_never_known(store: Store) -> None:
    keep(store, folder(register_reading("register.xlsx", _NEW)), on=_MAY, by=by())
    keep(store, folder(register_reading("register.xlsx", _OLD)), on=_MAY, by=by(1))
    found = first_kept(store, body_named(store, None))
    assert found is not None and [one.person for one in found.interests] == ["Ann Vale"]
