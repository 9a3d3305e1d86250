"""The body's directory of organisations: what a name written in a paper stands for on a day."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, Protocol

from coi_audit.linking.name_roles import without_role
from coi_audit.linking.names import company_number, normalise
from coi_audit.linking.organisations.day import Day, body_scope
from coi_audit.linking.organisations.find import Finder
from coi_audit.linking.organisations.history import History
from coi_audit.linking.organisations.index import NameIndex
from coi_audit.linking.organisations.known import Entry, Known, Mention, NameSource
from coi_audit.linking.organisations.match import match, match_code, matched_near, read_mention
from coi_audit.linking.organisations.near import only_one_meant
from coi_audit.linking.organisations.outside import Outside
from coi_audit.model.organisation_lists import ListKind, ListRow
from coi_audit.model.organisations import Candidate, FoundName, Organisation, Resolution
from coi_audit.model.words import BodyKind, Match


class Lists(Hashable, Protocol):
    """Whatever holds the rows of the national lists (`readers.organisation_lists` makes one)."""

    @property
    def rows(self) -> Sequence[ListRow]: ...


class Directory:
    """Organisations as one body sees them. All methods are pure and remember their answers; days are plain dates."""

    def __init__(
        self,
        history: History,
        local: Sequence[Organisation],
        *,
        body_code: str | None,
        body_kind: BodyKind,
        stated: Sequence[Organisation] = (),
    ) -> None:
        self.history = history
        self.local = tuple(local)
        self._stated = tuple(stated)  # practices that only the membership names: see directory_stated
        self.body_code = body_code
        self.body_kind = body_kind
        self._days: dict[date, Day] = {}
        self._outside: dict[date, Outside] = {}
        self._finders: dict[date, Finder] = {}
        self._resolved: dict[tuple[str, date], Resolution] = {}
        self._practices: dict[date, tuple[Organisation, ...]] = {}

    @classmethod
    def build(
        cls,
        lists: Lists | None,
        local: Sequence[Organisation] = (),
        *,
        body_code: str | None,
        body_kind: BodyKind,
        stated: Sequence[Organisation] = (),
    ) -> Directory:
        """From the national lists (None: there are none), the body's own organisations, and its commissioner code.

        `stated` are practices the body's file names in passing; they count where no list gives the body its practices.
        """
        code = body_code.strip().upper() if body_code else None
        return cls(_history(lists), local, body_code=code, body_kind=body_kind, stated=stated)

    def resolve(self, mention: str, *, on: date) -> Resolution:
        """What a name stands for on that day: matched, ask or none; `because` says why."""
        key = (mention, on)
        if key not in self._resolved:
            self._resolved[key] = self._without_role(mention, on)
        return self._resolved[key]

    def find(self, text: str, *, on: date) -> tuple[FoundName, ...]:
        """Known names standing in a longer text, in order, never overlapping; the longest one wins."""
        if on not in self._finders:
            self._finders[on] = Finder(self.day(on).index, lambda mention: self.resolve(mention, on=on))
        return self._finders[on].find(text)

    def practices(self, on: date) -> tuple[Organisation, ...]:
        """The practices the body commissions that day, by code, then name."""
        if on not in self._practices:
            day = self.day(on)
            known = sorted((one for one in day.known.values() if day.commissions(one)), key=lambda one: one.key)
            self._practices[on] = tuple(one.organisation() for one in known)
        return self._practices[on]

    def commissions(self, organisation: Organisation, on: date) -> bool:
        """Whether the body commissions this practice that day."""
        known = self.known(organisation, on)
        return known is not None and self.day(on).commissions(known)

    def known(self, organisation: Organisation, on: date) -> Known | None:
        """The directory's own view of an organisation that day; None where it has none."""
        day = self.day(on)
        if organisation.ods_code:
            return day.by_code.get(organisation.ods_code)
        return self.known_local(organisation, on)

    def known_local(self, own: Organisation, on: date) -> Known | None:
        """What one of the body's own organisations is in the directory that day; None where it is not one of them."""
        key = normalise(own.name).key
        same = (one for one in self.day(on).known.values() if one.local is not None and one.kind is own.kind)
        return next((one for one in same if one.local is not None and normalise(one.local.name).key == key), None)

    def day(self, on: date) -> Day:
        """Everything known on one day."""
        if on not in self._days:
            scope = body_scope(self.history, self.body_code, on)
            self._days[on] = Day(self.history, self.local, scope, on, self._stated)
        return self._days[on]

    def lists_practices(self, on: date) -> bool:
        """Whether a list, a national one or the body's own, gives the body its practices that day."""
        return self.day(on).lists_practices

    def by_code(self, code: str, on: date) -> Known | None:
        """The organisation of an ODS code, or of a company number that the body's own list gives, on that day."""
        day = self.day(on)
        if code in day.by_code:
            return day.by_code[code]
        for known in day.known.values():
            number = known.local.company_number if known.local else None
            if number and company_number(number) == company_number(code):
                return known
        for kind in (ListKind.PRACTICES, ListKind.PCNS, ListKind.TRUSTS):
            found = self.history.known(kind, code, on, scope_day=day.scope.day)
            if found is not None:
                return found
        branch = self.history.base(ListKind.BRANCHES, code, on)
        return self.by_code(branch.parent, on) if branch is not None and branch.parent else None

    def _without_role(self, text: str, on: date) -> Resolution:
        """The whole mention, else the name that follows "partner at"."""
        whole, named = self._resolve(text, on), without_role(text)
        if whole.outcome is Match.MATCHED or named is None:
            return whole
        found = self._resolve(named, on)
        return replace(found, mention=text) if found.outcome is Match.MATCHED else whole

    def _resolve(self, text: str, on: date) -> Resolution:
        if not normalise(text).key and not text.strip():
            return Resolution(text, Match.NONE, because="No name is given.")
        day = self.day(on)
        mention = read_mention(text, self._trust_codes)
        for code in mention.codes:
            known = self.by_code(code, on)
            if known is not None:
                return match_code(mention, known, self._names_of(known, day), day)
        found = match(mention, day)
        if found is not None and found.outcome is Match.MATCHED:
            return _with_unknown_code(found, mention) if mention.codes else found
        outside = self._beyond(mention, day, on)
        if outside is None or outside.outcome is not Match.MATCHED:
            near = only_one_meant(mention, day)
            if near is not None:
                return matched_near(mention, *near, day)
        if found is None:
            return outside or Resolution(text, Match.NONE, because=self._why_none(day))
        return outside if outside is not None and outside.outcome is Match.MATCHED else found

    @property
    def _trust_codes(self) -> frozenset[str]:
        return frozenset(self.history.codes(ListKind.TRUSTS))

    def _names_of(self, known: Known, day: Day) -> NameIndex:
        entries = [entry for entry in day.index.entries if entry.known.key == known.key]
        rows = self.history.rows(known.row.kind, known.row.code) if known.row is not None else ()
        entries += [Entry(normalise(row.name), known, NameSource.FORMER) for row in rows]
        return NameIndex(entries)

    def _beyond(self, mention: Mention, day: Day, on: date) -> Resolution | None:
        if mention.name.network or not self.history.codes(ListKind.PRACTICES):
            return None
        if on not in self._outside:
            self._outside[on] = Outside(self.history, on)
        return self._outside[on].resolve(mention, day)

    def _why_none(self, day: Day) -> str:
        if not self.history.codes(ListKind.PRACTICES):
            return "No national list is at hand, and the body's own list does not have this name."
        return "Neither the national lists nor the body's own list have this name in its area." + day.scope.note


@lru_cache(maxsize=4)
def _history(lists: Lists | None) -> History:
    """One history serves every body that is looked at with the same lists."""
    return History(lists.rows if lists is not None else ())


def _with_unknown_code(found: Resolution, mention: Mention) -> Resolution:
    organisation = found.organisation
    if organisation is None or organisation.ods_code is None:
        return found
    code = ", ".join(mention.codes)
    because = f"The name is that of {organisation.name}, but the code {code} is in none of the lists."
    one = Candidate(organisation.ods_code, organisation.name, "the name fits, the code does not")
    return Resolution(found.mention, Match.ASK, candidates=(one,), because=because)


@dataclass(frozen=True, slots=True)
class NamedRow:
    """One row of a file of names: the mention and every other column, echoed."""

    mention: str
    others: Mapping[str, str]


def resolve_names(rows: Iterable[NamedRow], directory: Directory, on: date) -> list[dict[str, Any]]:
    """The records the `resolve` command prints, in the order of the file (contract, section 2)."""
    return [{**row.others, **record_of(directory.resolve(row.mention, on=on))} for row in rows]


def record_of(resolution: Resolution) -> dict[str, Any]:
    """One resolution as plain data for JSON."""
    return {
        "mention": resolution.mention,
        "outcome": resolution.outcome.value,
        "ods_code": resolution.ods_code,
        "name": resolution.name,
        "candidates": [{"ods_code": one.ods_code, "name": one.name, "why": one.why} for one in resolution.candidates],
        "because": resolution.because,
    }
