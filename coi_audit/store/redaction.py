"""A paper's reading without entries that an order took out: neither they nor the words they were read from stay."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from coi_audit.model.evidence import Recorded, SourceRef
from coi_audit.model.interests import Interest, NilReturn, Register
from coi_audit.model.people import Body, Committee, Member
from coi_audit.model.reading import Reading

REMOVED = "[removed by order]"
STUB = "removed"  # kind of a paper of which nothing is left but that it went
_SHORTEST = 4  # letters of words that are looked for

Key = tuple[Hashable, ...]


def fold(text: object) -> str:
    """Words without capitals and doubled spaces."""
    return " ".join(str(text or "").casefold().split())


def interest_key(person: str, organisation: str, nature: str, relationship: str | None) -> Key:
    """What makes two entries of registers the same matter."""
    return fold(person), fold(organisation), fold(nature), fold(relationship)


def membership_key(committee: str, person: str, role: str, title: str, held_from: date | None) -> Key:
    """What makes two memberships the same."""
    return fold(committee), fold(person), role, fold(title), held_from.isoformat() if held_from else ""


def nil_key(person: str, on: date) -> Key:
    """What makes two nil returns the same; `on` is the day given, else that of the register."""
    return fold(person), on.isoformat()


@dataclass(slots=True)
class Gone:
    """What goes out of one paper: keys of entries, or the whole of it."""

    interests: set[Key] = field(default_factory=set)
    memberships: set[Key] = field(default_factory=set)
    nil_returns: set[Key] = field(default_factory=set)
    whole: bool = False


def without(reading: Reading, gone: Gone, day: date, why: str) -> Reading | None:
    """The reading without these entries, saying so; None where it tells nothing of anybody any more.

    `day` is the paper's, for nil returns without one; `why` ends the sentence that tells of the removal. The words of
    the rows they stood in go too, also from what was not understood there. What another entry says stays with it.
    """
    if gone.whole:
        return None
    register, out = _register(reading.register_, gone, day)
    body, members = _body(reading.body, gone)
    if register is not None and not register.interests and not register.nil_returns:
        return None
    out += members
    changed = reading.model_copy(update={"register_": register, "body": body, "removed": reading.removed + len(out)})
    sweep = _Sweep(out, _people(changed))
    swept = sweep.each(changed)
    notices = [REMOVED if sweep.tells(one) else one for one in reading.notices]
    told = f"{len(out)} {'entry was' if len(out) == 1 else 'entries were'} removed from {reading.path} {why}"
    assert isinstance(swept, Reading)
    return swept.model_copy(update={"notices": (*notices, told)})


def _register(register: Register | None, gone: Gone, day: date) -> tuple[Register | None, list[Recorded]]:
    if register is None:
        return None, []
    interests = [one for one in register.interests if _key_of(one) in gone.interests]
    nil_returns = [one for one in register.nil_returns if nil_key(one.person, one.on or day) in gone.nil_returns]
    out: list[Recorded] = [*interests, *nil_returns]
    left = {
        "interests": tuple(one for one in register.interests if one not in interests),
        "nil_returns": tuple(one for one in register.nil_returns if one not in nil_returns),
    }
    return register.model_copy(update=left), out


def _key_of(one: Interest) -> Key:
    return interest_key(one.person, one.organisation, one.nature, one.relationship)


def _body(body: Body | None, gone: Gone) -> tuple[Body | None, list[Recorded]]:
    if body is None or not gone.memberships:
        return body, []
    out: list[Recorded] = []
    committees = []
    for committee in body.committees:
        leaving = [one for one in committee.members if _of_member(committee, one) in gone.memberships]
        out += leaving
        staying = tuple(one for one in committee.members if one not in leaving)
        committees.append(committee.model_copy(update={"members": staying}))
    return body.model_copy(update={"committees": tuple(committees)}), out


def _of_member(committee: Committee, one: Member) -> Key:
    return membership_key(committee.name, one.name, one.role.value, one.title, one.from_)


def _people(reading: Reading) -> set[str]:
    """Whoever still has an entry in the paper."""
    register, body = reading.register_, reading.body
    found = set(register.people) if register is not None else set()
    members = (one.name for committee in body.committees for one in committee.members) if body is not None else ()
    return {fold(one) for one in (*found, *members)}


class _Sweep:
    """Takes the words of removed entries out of the places they were read in and of what was not understood."""

    def __init__(self, out: Iterable[Recorded], staying: set[str]) -> None:
        sources = [(one, source) for one in out for source in sources_in(one)]
        self.rows = {_row(source) for _, source in sources}
        self.places = {place for _, source in sources if (place := _place(source))}
        words = {fold(text) for one, _ in sources for text in _words(one)}
        words |= {fold(source.text) for _, source in sources}
        names = {fold(getattr(one, "person", None) or getattr(one, "name", "")) for one, _ in sources}
        self.words = sorted(one for one in words | names if len(one) >= _SHORTEST)
        self.names = sorted(one for one in names - staying if len(one) >= _SHORTEST)

    def tells(self, text: str) -> bool:
        """Whether words that belong to no row tell of what went."""
        return self._tells(text, self.names)

    def each(self, value: Any) -> Any:
        """The value with these words gone."""
        if isinstance(value, SourceRef):
            swept = _row(value) in self.rows and self._tells(value.text, self.words)
            return value.model_copy(update={"text": REMOVED}) if swept or self._tells(value.text, self.names) else value
        if isinstance(value, Recorded):
            changed = {name: self.each(getattr(value, name)) for name in type(value).model_fields}
            changed |= self._unread(value)
            return value.model_copy(update=changed)
        return tuple(self.each(one) for one in value) if isinstance(value, tuple) else value

    def _unread(self, value: Recorded) -> dict[str, str]:
        """What stood in the same row, or names somebody who has no entry any more, and was not understood."""
        written = getattr(value, "value", None)
        place = getattr(value, "place", None)
        if not isinstance(written, str) or not isinstance(place, str):
            return {}
        here = any(place == one or place.startswith(f"{one},") for one in self.places)
        fields = {name: str(getattr(value, name)) for name in ("value", "problem", "fix")}
        told = self.words if here else self.names
        return {name: REMOVED for name, text in fields.items() if self._tells(text, told) or (here and name == "value")}

    @staticmethod
    def _tells(text: str, words: list[str]) -> bool:
        folded = fold(text)
        return bool(folded) and any(one in folded for one in words)


def sources_in(value: Any) -> Iterator[SourceRef]:
    """Every place that a recorded thing, or anything within it, was read in."""
    if isinstance(value, SourceRef):
        yield value
    elif isinstance(value, Recorded):
        for name in type(value).model_fields:
            yield from sources_in(getattr(value, name))
    elif isinstance(value, tuple):
        for one in value:
            yield from sources_in(one)


def _words(one: Recorded) -> Iterator[str]:
    if isinstance(one, Interest):
        yield from (one.organisation, one.nature, one.relationship or "", one.mitigation or "", one.position or "")
    elif isinstance(one, NilReturn):
        yield one.position or ""
    elif isinstance(one, Member):
        yield from (one.title, one.practice or "", *one.aliases)


def _row(source: SourceRef) -> Key:
    return source.sheet, source.page, source.table, source.paragraph, source.row, source.line


def _place(source: SourceRef) -> str:
    """The row in the words in which what was not understood tells its place."""
    bare = source.model_copy(update={"file": "", "column": None})
    return bare.place().lstrip(", ")
