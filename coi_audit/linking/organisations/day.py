"""The directory on one day: the body's practices, its networks, the trusts and the body's own organisations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from coi_audit.linking.names import normalise
from coi_audit.linking.organisations.history import History
from coi_audit.linking.organisations.index import NameIndex
from coi_audit.linking.organisations.known import Entry, Known, NameSource, place_words
from coi_audit.linking.organisations.trusts import short_names_of_trusts
from coi_audit.model.organisation_lists import ListKind, ListRow
from coi_audit.model.organisations import Organisation
from coi_audit.model.words import OrganisationKind


@dataclass(frozen=True, slots=True)
class BodyScope:
    """Whose practices are looked up: the commissioner codes and, in words, why another day was taken."""

    code: str | None
    codes: frozenset[str]
    day: date
    note: str = ""


def body_scope(history: History, code: str | None, on: date) -> BodyScope:
    """The body's commissioner codes, and the day on which its practices are read."""
    if code is None:
        return BodyScope(None, frozenset(), on)
    day = history.scope_day(code, on)
    note = (
        f" The body's practices are those of {day:%-d %B %Y}, as it did not exist on {on:%-d %B %Y}."
        if day != on
        else ""
    )
    return BodyScope(code, history.body_codes(code), day, note)


class Day:
    """Everything known on one day, with its index. Built once per day asked for."""

    def __init__(
        self,
        history: History,
        local: Sequence[Organisation],
        scope: BodyScope,
        on: date,
        stated: Sequence[Organisation] = (),
    ) -> None:
        self.history = history
        self.scope = scope
        self.on = on
        practices = list(self._practices())
        # Whether any list, a national one or the body's own, says which practices the body has.
        self.lists_practices = bool(practices) or any(one.kind is OrganisationKind.PRACTICE for one in local)
        listed = practices + list(self._networks()) + list(self._trusts())
        self.known = self._with_local(listed, local if practices else (*local, *stated))
        self.by_code: dict[str, Known] = {known.code: known for known in self.known.values() if known.code}
        self.index = NameIndex(self._entries())

    @cached_property
    def area(self) -> frozenset[str]:
        """Words of the body's own name, where a list of commissioners gives it."""
        codes = {self.scope.code, *self.scope.codes} - {None}
        rows = [row for code in sorted(map(str, codes)) for row in self.history.rows(ListKind.COMMISSIONERS, code)]
        return place_words(*(name for row in rows for name in (row.name, *row.other_names)))

    def commissions(self, known: Known) -> bool:
        """Whether the body commissions it that day: its practice, open, and tied to the body on the day."""
        if known.kind is not OrganisationKind.PRACTICE or not known.is_open:
            return False
        if known.row is None:
            return known.local is not None
        tied = known.commissioner in self.scope.codes and (known.left is None or self.scope.day <= known.left)
        return tied and self.has_begun(known)

    def has_begun(self, known: Known) -> bool:
        """Whether it was open already that day, as far as the lists tell."""
        opened = known.row.opened if known.row is not None else None
        return opened is None or opened <= self.on

    def _practices(self) -> Iterator[Known]:
        for code in self.history.practices_of(self.scope.codes):
            known = self.history.known(ListKind.PRACTICES, code, self.on, scope_day=self.scope.day)
            if known is not None and known.commissioner in self.scope.codes:
                yield known

    def _networks(self) -> Iterator[Known]:
        practices = set(self.history.practices_of(self.scope.codes))
        for code in self.history.codes(ListKind.PCNS):
            rows = self.history.rows(ListKind.PCNS, code)
            ours = any(row.parent in self.scope.codes for row in rows)
            if ours or any(row.code in practices for row in self.history.members(code, self.on)):
                known = self.history.known(ListKind.PCNS, code, self.on)
                if known is not None:
                    yield known

    def _trusts(self) -> Iterator[Known]:
        for code in self.history.codes(ListKind.TRUSTS):
            known = self.history.known(ListKind.TRUSTS, code, self.on)
            if known is not None:
                yield known

    def _with_local(self, listed: Iterable[Known], local: Sequence[Organisation]) -> dict[str, Known]:
        """Listed organisations with the body's own facts laid over them, and those that only the body knows."""
        known = {one.key: one for one in listed}
        by_name: dict[tuple[OrganisationKind, str], list[str]] = defaultdict(list)
        for one in known.values():
            if one.is_open:
                by_name[one.kind, normalise(one.name).key].append(one.key)
        for organisation in local:
            same = by_name.get((organisation.kind, normalise(organisation.name).key), [])
            key = organisation.ods_code or (same[0] if len(same) == 1 else None)
            if key in known:
                known[key] = replace(known[key], local=organisation)
            else:
                one = self._local(organisation)
                known[one.key] = one
        return known

    def _local(self, organisation: Organisation) -> Known:
        code = organisation.ods_code
        kinds = {OrganisationKind.PRACTICE: ListKind.PRACTICES, OrganisationKind.PCN: ListKind.PCNS}
        kind = kinds.get(organisation.kind, ListKind.TRUSTS)
        elsewhere = self.history.known(kind, code, self.on) if code else None
        if elsewhere is not None:
            return replace(elsewhere, local=organisation)
        return Known(
            key=code or f"local:{organisation.kind.value}:{normalise(organisation.name).key}",
            kind=organisation.kind,
            name=organisation.name,
            code=code,
            local=organisation,
            closed=organisation.closed if organisation.closed and organisation.closed < self.on else None,
            ends=organisation.closed,
            place=place_words(*organisation.address, organisation.postcode),
            postcode=organisation.postcode,
        )

    def _entries(self) -> Iterator[Entry]:
        for key in sorted(self.known):
            known = self.known[key]
            if known.row is not None:
                yield from self._listed_names(known, known.row)
            if known.local is not None:
                for name in (known.local.name, *known.local.aliases):
                    yield Entry(normalise(name), known, NameSource.ALIAS, "named so in the body's own list")
        yield from self._branches()
        trusts = [known for known in self.known.values() if known.kind is OrganisationKind.TRUST and known.is_open]
        yield from short_names_of_trusts(trusts, self.history)

    def _listed_names(self, known: Known, row: ListRow) -> Iterator[Entry]:
        yield Entry(normalise(row.name), known, NameSource.CURRENT, f"its name in the list of {row.edition:%B %Y}")
        seen = {normalise(row.name).key}
        for other in self.history.rows(row.kind, row.code):
            name = normalise(other.name)
            if name.key in seen:
                continue
            seen.add(name.key)
            former = other.edition < row.edition
            when = f"its {'former' if former else 'later'} name, in the list of {other.edition:%B %Y}"
            yield Entry(name, known, NameSource.FORMER if former else NameSource.LATER, when)
        if known.kind is OrganisationKind.PRACTICE and known.is_open and row.address:
            yield from self._premises(known, row.address[0])

    def _premises(self, known: Known, line: str) -> Iterator[Entry]:
        name = normalise(line)
        if line[:1].isdigit() or not name.kinds or name.key == normalise(known.name).key:
            return
        there = len(self._practices_at.get(name.key, ()))
        others = "the only practice of the body there" if there == 1 else f"one of {there} practices of the body there"
        yield Entry(name, known, NameSource.PREMISES, f"{line} is the building it is in, and it is {others}")

    @cached_property
    def _practices_at(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for known in self.known.values():
            if known.is_open and known.row is not None and known.row.address:
                found[normalise(known.row.address[0]).key].add(known.key)
        return dict(found)

    def _branches(self) -> Iterator[Entry]:
        for code in self.history.codes(ListKind.BRANCHES):
            row = self.history.base(ListKind.BRANCHES, code, self.on)
            known = self.known.get(row.parent or "") if row is not None else None
            if row is not None and known is not None and (row.closed is None or row.closed >= self.on):
                yield Entry(normalise(row.name), known, NameSource.BRANCH, f"{row.name} ({row.code}) is a branch of it")
