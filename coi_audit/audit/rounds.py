"""Whether a date of declaration is one of a round, in which everybody on the register is asked to declare afresh."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from coi_audit.model.interests import Register

_SPREAD_DAYS = 31  # a round of forms is back within a month or so
_FEWEST_PEOPLE = 4  # fewer dates close together may be chance


def of_a_round(day: date | None, registers: Iterable[Register]) -> bool:
    """Whether an edition dates the declarations of most of its people within a month of that day."""
    return day is not None and any(_is_round(day, register) for register in registers)


def _is_round(day: date, register: Register) -> bool:
    told = [(one.person, one.declared_on) for one in register.interests]
    told += [(one.person, one.on) for one in register.nil_returns]
    dated = {person for person, on in told if on is not None}
    near = {person for person, on in told if on is not None and abs((on - day).days) <= _SPREAD_DAYS}
    shown = any(on == day for _, on in told)
    return shown and len(near) >= _FEWEST_PEOPLE and 2 * len(near) > len(dated)
