"""Every edition of the register of interests laid over one another: each interest once, in its newest words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.linking.editions import compare_editions
from coi_audit.model.interests import Interest, NilReturn, Register

_SAME_LIST = 0.5  # of an edition's people must be on a later one, else the two are lists of different people


@dataclass(frozen=True, slots=True)
class Kept:
    """One interest. `gone_by` is the first later edition that leaves it out; `left` where it names nobody of them."""

    interest: Interest
    register: Register
    gone_by: date | None = None
    left: bool = False


@dataclass(frozen=True, slots=True)
class Overlaid:
    """Every interest once. `rows` were read in `editions`; `later` are editions of days after the one asked for."""

    kept: tuple[Kept, ...]
    nil_returns: tuple[NilReturn, ...]
    editions: tuple[Register, ...]
    later: tuple[Register, ...]
    rows: int


def overlay(audited: Audited) -> Overlaid:
    """The body's own editions newest first, then what stands on published ones alone.

    An undated edition comes last, and nothing is taken to have ended because it leaves it out.
    """
    known = [one for one in audited.case.registers if one.edition is None or one.edition <= audited.as_of]
    ordered = sorted(known, key=_newest_own_first)
    kept: list[Kept] = []
    for register in ordered:
        shown = register.model_copy(update={"interests": tuple(one.interest for one in kept), "nil_returns": ()})
        compared = compare_editions(register.model_copy(update={"nil_returns": ()}), shown)
        new = {id(one) for one in (*compared.gone, *compared.lapsed)}
        said = {_words(one.interest, audited) for one in kept}  # a row told twice there is paired but once
        left = [one for one in register.interests if id(one) in new and _words(one, audited) not in said]
        kept += [_kept(one, register, ordered, audited) for one in left]
    return Overlaid(
        kept=tuple(kept),
        nil_returns=_nil_returns(ordered, kept, audited),
        editions=tuple(ordered),
        later=tuple(one for one in audited.case.registers if one not in known),
        rows=sum(len(one.interests) for one in ordered),
    )


def _words(interest: Interest, audited: Audited) -> tuple[str, str, bool]:
    told = " ".join(interest.words.casefold().split())
    return _key(interest.person, audited), told, interest.direct is False


def _newest_own_first(register: Register) -> tuple[bool, bool, int, str]:
    """Dated before undated, the body's own before the published, newest first."""
    day = register.edition
    return (day is None, register.public is True, -day.toordinal() if day else 0, register.file)


def _kept(interest: Interest, register: Register, ordered: Sequence[Register], audited: Audited) -> Kept:
    later = [one for one in ordered if _follows(one, register)]
    later.sort(key=lambda one: one.edition or date.max)
    for edition in later:
        if _names(edition, interest.person, audited):
            return Kept(interest, register, edition.edition)
    for edition in later:
        if _same_list(register, edition, audited):
            return Kept(interest, register, edition.edition, left=True)
    return Kept(interest, register)


def _follows(one: Register, register: Register) -> bool:
    """Whether an edition would show what `register` shows, were it still so: a published one leaves out much."""
    if one.edition is None or register.edition is None or one.edition <= register.edition:
        return False
    return one.public is not True or register.public is True


def _key(name: str, audited: Audited) -> str:
    person = audited.everybody.match(name).person
    return person.key if person is not None else " ".join(name.casefold().split())


def _keys(register: Register, audited: Audited) -> frozenset[str]:
    return audited.everybody.once(
        "kept people", (register, audited.knowledge), lambda: frozenset(_key(one, audited) for one in register.people)
    )


def _names(register: Register, name: str, audited: Audited) -> bool:
    return _key(name, audited) in _keys(register, audited)


def _same_list(earlier: Register, later: Register, audited: Audited) -> bool:
    before = _keys(earlier, audited)
    return len(before & _keys(later, audited)) >= _SAME_LIST * len(before)


def _nil_returns(ordered: Sequence[Register], kept: Sequence[Kept], audited: Audited) -> tuple[NilReturn, ...]:
    """The newest nil return of everybody who holds nothing now."""
    holding = {_key(one.interest.person, audited) for one in kept if one.gone_by is None}
    found: dict[str, NilReturn] = {}
    for register in ordered:
        for nil in register.nil_returns:
            key = _key(nil.person, audited)
            if key not in holding:
                found.setdefault(key, nil)
    return tuple(found.values())
