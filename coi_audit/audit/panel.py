"""Which rules need putting to a unit: those known to raise nothing on units just like it are only counted.

A check is pure: units that agree in every field it looks at get the same answer. So each check is watched on the first
unit of its like, and one thing alone is kept: that it raised nothing. Whatever raises something, and whatever looked
into a text, a date or a fraction, is put to each unit's own facts in full.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any, Generic, TypeVar

from coi_audit.audit.layers import Layer
from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Examines, RuleOutcome
from coi_audit.rulebook.types import CheckLike, Rule, Rulebook, RuleVersion
from coi_audit.rulebook.watch import open_fields, watch

_RULING = "ruling"  # what a ruling waives is said, so whether one is there always tells units apart
_Read = Callable[[Any], tuple[Any, ...]]
_Key = tuple[Any, ...]
Known = TypeVar("Known")


@dataclass(frozen=True, slots=True)
class Posed:
    """A rule, its check, and the version in force; None where none is."""

    rule: Rule
    check: CheckLike
    version: RuleVersion | None


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """Of units alike in all that was looked at: the rules to put to each, and the answers that raise nothing."""

    asked: tuple[Posed, ...]
    quiet: tuple[tuple[str, RuleOutcome], ...]


class Panel:
    """The rules of one kind of unit in the versions of one day."""

    def __init__(self, posed: Iterable[Posed]) -> None:
        self._learners = [_Learner(one) for one in posed]
        self._alike: _Alike[Standing] = _Alike(frozenset())

    def standing(self, facts: EventFacts | Layer) -> Standing:
        """What is known of units like this one; the first of its like is watched here."""
        alike = self._alike
        return alike.known.get(alike.key(facts)) or self._learn(facts)

    def _learn(self, facts: EventFacts | Layer) -> Standing:
        answers = [(one.posed, one.quiet(facts)) for one in self._learners]
        standing = Standing(
            tuple(posed for posed, outcome in answers if outcome is None),
            tuple((posed.rule.id, outcome) for posed, outcome in answers if outcome is not None),
        )
        alike, names = self._alike, frozenset().union(*(one.names for one in self._learners))
        if not names <= alike.names:  # what was kept did not tell units apart by these: begin afresh
            alike = self._alike = _Alike(names)
        alike.known[alike.key(facts)] = standing
        return standing


class _Learner:
    """What is known of one rule."""

    def __init__(self, posed: Posed) -> None:
        self.posed = posed
        self._alike: _Alike[tuple[RuleOutcome | None]] = _Alike(frozenset({_RULING}))

    @property
    def names(self) -> frozenset[str]:
        """The fields looked at so far."""
        return self._alike.names

    def quiet(self, facts: EventFacts | Layer) -> RuleOutcome | None:
        """The answer to units like this one where it raises nothing; None where the rule must be put to each."""
        if self.posed.version is None:
            return RuleOutcome.NOT_IN_FORCE
        if self.posed.version.off:
            return RuleOutcome.NOT_APPLICABLE
        alike = self._alike
        known = alike.known.get(alike.key(facts)) or self._watch(facts, self.posed.version)
        return known[0]

    def _watch(self, facts: EventFacts | Layer, version: RuleVersion) -> tuple[RuleOutcome | None]:
        whole = facts.whole() if isinstance(facts, Layer) else facts
        watched = watch(self.posed.check, whole, version.params)
        ruled = bool(getattr(whole, _RULING, None))
        quiet = watched.kind is RuleOutcome.NOT_APPLICABLE or (watched.kind is RuleOutcome.MET and not ruled)
        alike = self._alike
        if not alike.names.issuperset(watched.looked_at):
            alike = self._alike = _Alike(alike.names.union(watched.looked_at))
        known = alike.known[alike.key(facts)] = (watched.kind if quiet else None,)
        return known


class _Alike(Generic[Known]):
    """Units told apart by the fields of `names`: closed values as they are, of others whether anything is there."""

    def __init__(self, names: frozenset[str]) -> None:
        self.names = names
        self.known: dict[_Key, Known] = {}
        self._numbers: dict[_Key, int] = {}
        self._readers: dict[tuple[type, bool], tuple[_Read, _Read]] = {}

    def key(self, facts: EventFacts | Layer) -> _Key:
        """Equal for two units of one kind where they agree."""
        if isinstance(facts, Layer):
            base = facts.base
            closed, other = self._readers.get((facts.facts, True)) or self._readers_of(facts)
            values = facts.values
            number = self._number(base) if base is not None else None
            return (number, *closed(values), *[value and True for value in other(values)])
        closed, other = self._readers.get((type(facts), False)) or self._readers_of(facts)
        return (*closed(facts), *[value and True for value in other(facts)])

    def _number(self, layer: Layer) -> int:
        """One number for all layers that agree, worked out once for each."""
        number = layer.numbers.get(self)
        if number is None:
            number = layer.numbers[self] = self._numbers.setdefault(self.key(layer), len(self._numbers))
        return number

    def _readers_of(self, facts: EventFacts | Layer) -> tuple[_Read, _Read]:
        layered = isinstance(facts, Layer)
        kind: Any = facts.facts if isinstance(facts, Layer) else type(facts)
        fields: Iterable[str] = facts.values if isinstance(facts, Layer) else facts.__dataclass_fields__
        here = sorted(self.names.intersection(fields))
        open_ = open_fields(kind)
        get = itemgetter if layered else attrgetter
        closed = _reader(get, [name for name in here if name not in open_])
        other = _reader(get, [name for name in here if name in open_])
        self._readers[kind, layered] = (closed, other)
        return closed, other


def _reader(get: Callable[..., Any], names: list[str]) -> _Read:
    if not names:
        return lambda _: ()
    if len(names) == 1:
        one = get(names[0])
        return lambda source: (one(source),)
    read: _Read = get(*names)
    return read


class Panels:
    """The panels of a rulebook: one for each kind of unit and set of versions that a day has in force."""

    def __init__(self, rulebook: Rulebook, checks: Mapping[str, CheckLike]) -> None:
        self._of: dict[Examines, list[tuple[Rule, CheckLike]]] = {kind: [] for kind in Examines}
        for _, rule in sorted(rulebook.rules.items()):
            self._of[rule.examines].append((rule, checks[rule.check]))
        self._days: dict[tuple[Examines, date], Panel] = {}
        self._panels: dict[tuple[Any, ...], Panel] = {}

    def on(self, examines: Examines, day: date) -> Panel:
        """The rules of that kind of unit as in force on that day."""
        panel = self._days.get((examines, day))
        if panel is None:
            posed = [Posed(rule, check, rule.version_on(day)) for rule, check in self._of[examines]]
            versions = (examines, *(id(one.version) for one in posed))
            panel = self._days[examines, day] = self._panels.setdefault(versions, Panel(posed))
        return panel


def panels_of(rulebook: Rulebook, checks: Mapping[str, CheckLike]) -> Panels:
    """The panels of these very rules and checks; what they have learnt serves every body audited with them."""
    used = tuple(_Same(checks[rule.check]) for rule in rulebook.rules.values())
    return _panels_of(_Same(rulebook), used)


class _Same:
    """Equal only to itself, whatever it holds."""

    __slots__ = ("thing",)

    def __init__(self, thing: Any) -> None:
        self.thing = thing

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.thing is self.thing

    def __hash__(self) -> int:
        return id(self.thing)


@lru_cache(maxsize=8)
def _panels_of(rulebook: _Same, checks: tuple[_Same, ...]) -> Panels:
    return Panels(rulebook.thing, {one.thing.name: one.thing for one in checks})
