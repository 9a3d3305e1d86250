"""What became of each interest from one edition of a register to a later one."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.interests import Interest, NilReturn, Register


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that the two editions tell otherwise, in words; empty where an edition does not tell it."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class InterestChange:
    """One interest as it stands in both editions; each keeps its own place."""

    before: Interest
    after: Interest
    fields: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True)
class EditionsCompared:
    """Two editions set side by side. Every interest of either stands in exactly one of the piles.

    `ended`: in both, and the later gives an end that the earlier did not. `changed`: in both, told otherwise. `gone`:
    in the earlier only, though nothing says that it ended. `lapsed`: in the earlier only, which gives its end.
    `now_nil`: nil returns of people who had interests before; `same`: how many are told alike in both.
    """

    earlier: Register
    later: Register
    added: tuple[Interest, ...]
    changed: tuple[InterestChange, ...]
    ended: tuple[InterestChange, ...]
    gone: tuple[Interest, ...]
    lapsed: tuple[Interest, ...]
    now_nil: tuple[NilReturn, ...]
    same: int
