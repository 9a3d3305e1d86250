"""Which fields of the facts a check's answer turns on: the check is run once more, on facts that note each look."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache
from types import NoneType
from typing import Any, get_args

from coi_audit.model.facts import EventFacts
from coi_audit.model.outcome import Outcome
from coi_audit.model.words import RuleOutcome
from coi_audit.rulebook.types import CheckLike
from coi_audit.rulebook.values import fields_of

_CLOSED = (bool, int, StrEnum, NoneType)
_CODES = frozenset({"decision_type"})  # texts of which there are few


@dataclass(slots=True)
class Watched:
    """The fields looked at, in order, and the answer; None where it turned on more than `turns_on` can say.

    Units whose values agree in `looked_at` (for `open_fields` of the class: in whether anything is there) run the same
    way through the check, up to the same end or up to the same first look into a text, a date or a fraction.
    """

    looked_at: list[str] = field(default_factory=list)
    kind: RuleOutcome | None = None
    further: bool = False


def watch(check: CheckLike, facts: EventFacts, params: Any) -> Watched:
    """Run the check on facts that note each look. Whatever goes wrong here is left for the check's own run to show."""
    watched = Watched()
    try:
        outcome = check.run(_watched_facts(facts, watched), params)
    except Exception:  # the check looked into what is not closed, or it crashes: either way it must be asked each time
        return watched
    if isinstance(outcome, Outcome) and not watched.further:
        watched.kind = outcome.kind
    return watched


@cache
def open_fields(facts: type[Any]) -> frozenset[str]:
    """Fields whose values are not out of a closed few: texts, dates, fractions, and whatever else there may be."""
    return frozenset(name for name, hint in fields_of(facts).items() if name not in _CODES and not _is_closed(hint))


def _is_closed(hint: Any) -> bool:
    return all(isinstance(one, type) and issubclass(one, _CLOSED) for one in (get_args(hint) or (hint,)))


class LookedFurther(Exception):  # noqa: N818 - it is no fault: it ends a watched run
    """The check looked into a value that is not closed."""


class _Words:
    """Stands for a text that is there: it can be put into a sentence and asked whether it is there, no more."""

    __slots__ = ("_watched",)

    def __init__(self, watched: Watched) -> None:
        self._watched = watched

    def __format__(self, how: str) -> str:
        return "…"

    def __str__(self) -> str:
        return "…"

    def __bool__(self) -> bool:
        return True

    def __eq__(self, other: object) -> bool:
        raise self._further()

    def __hash__(self) -> int:
        raise self._further()

    def __getattr__(self, name: str) -> Any:
        raise self._further()

    def _further(self) -> LookedFurther:
        self._watched.further = True
        return LookedFurther()


def _watched_facts(facts: EventFacts, watched: Watched) -> EventFacts:
    kind: Any = type(facts)
    known = open_fields(kind)

    def look(name: str) -> Any:
        value = getattr(facts, name)
        watched.looked_at.append(name)
        if name not in known or not value:
            return value
        if isinstance(value, str):
            return _Words(watched)
        watched.further = True
        raise LookedFurther

    made: EventFacts = object.__new__(_watching(kind))
    object.__setattr__(made, "_look", look)
    return made


@cache
def _watching(facts: type[Any]) -> type[EventFacts]:
    """A class of facts whose every field is looked up through `_look`."""
    names = frozenset(one.name for one in fields(facts))

    def read(self: Any, name: str) -> Any:
        look = object.__getattribute__
        return look(self, "_look")(name) if name in names else look(self, name)

    return type(f"Watched{facts.__name__}", (facts,), {"__slots__": ("_look",), "__getattribute__": read})
