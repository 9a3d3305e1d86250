"""National list rows of all editions put together: how each organisation stood on a day, and who commissioned it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from coi_audit.linking.names import normalise
from coi_audit.linking.organisations.known import Known, place_words
from coi_audit.model.organisation_lists import ListKind, ListRow
from coi_audit.model.words import OrganisationKind

_KINDS = {
    ListKind.PRACTICES: OrganisationKind.PRACTICE,
    ListKind.PCNS: OrganisationKind.PCN,
    ListKind.TRUSTS: OrganisationKind.TRUST,
}


@dataclass(frozen=True, slots=True)
class Tie:
    """Who commissioned a practice over which days, as one row says."""

    commissioner: str
    joined: date | None
    left: date | None

    def covers(self, on: date) -> bool:
        return (self.joined is None or self.joined <= on) and (self.left is None or on <= self.left)


def choose_edition(editions: Iterable[date], on: date) -> date | None:
    """The latest edition not after the day, else the earliest after it; None where there is none."""
    ordered = sorted(set(editions))
    before = [edition for edition in ordered if edition <= on]
    return before[-1] if before else (ordered[0] if ordered else None)


class History:
    """Every row of every edition, by list and code. All methods are pure; days are included at both ends."""

    def __init__(self, rows: Sequence[ListRow]) -> None:
        by_code: dict[tuple[ListKind, str], list[ListRow]] = defaultdict(list)
        for row in sorted(rows, key=lambda row: row.edition):
            by_code[row.kind, row.code].append(row)
        self._rows = dict(by_code)
        self._by_name: dict[date | None, dict[str, list[str]]] = {}
        self.memberships = tuple(row for row in rows if row.kind is ListKind.PCN_MEMBERS)

    def codes(self, kind: ListKind) -> tuple[str, ...]:
        """Every code of one list, sorted."""
        return self._codes_by_kind.get(kind, ())

    def rows(self, kind: ListKind, code: str) -> Sequence[ListRow]:
        """The rows of one code, the oldest edition first."""
        return self._rows.get((kind, code), ())

    def base(self, kind: ListKind, code: str, on: date) -> ListRow | None:
        """The row that speaks for that day: of the latest edition not after it, else the earliest after."""
        rows = self.rows(kind, code)
        before = [row for row in rows if row.edition <= on]
        return before[-1] if before else (rows[0] if rows else None)

    def tie(self, code: str, on: date) -> Tie | None:
        """Who commissioned a practice that day, by its rows' own dates; None where no row reaches back that far."""
        ties = [
            Tie(row.parent, row.joined, row.left)
            for row in self.rows(ListKind.PRACTICES, code)
            if row.parent is not None
        ]
        begun = [one for one in ties if one.joined is None or one.joined <= on]
        if not begun:
            return None
        latest = max(one.joined or date.min for one in begun)
        same = [one for one in begun if (one.joined or date.min) == latest]
        # A later edition is the one that knows when the tie ended.
        return next((one for one in reversed(same) if one.left is not None), same[0])

    def known(self, kind: ListKind, code: str, on: date, *, scope_day: date | None = None) -> Known | None:
        """The organisation as it stood on `on`; its commissioner as on `scope_day` (default: the same day)."""
        row = self.base(kind, code, on)
        if row is None:
            return None
        latest = self.rows(kind, code)[-1]
        ends = next((one.closed for one in reversed(self.rows(kind, code)) if one.closed), None)
        if latest.closed is None and latest.status == "active":
            ends = None  # reopened: the newest word counts
        tie = self.tie(code, scope_day or on) if kind is ListKind.PRACTICES else None
        return Known(
            key=code,
            kind=_KINDS[kind],
            name=row.name,
            code=code,
            row=row,
            commissioner=tie.commissioner if tie else (row.parent if kind is not ListKind.PRACTICES else None),
            joined=tie.joined if tie else None,
            left=tie.left if tie else None,
            ends=ends,
            closed=ends if ends is not None and ends < on else None,
            gone=self._gone(row, on),
            place=place_words(*row.address, row.postcode),
            postcode=row.postcode,
        )

    def _gone(self, row: ListRow, on: date) -> str:
        """Why a listed organisation does not count as open, dates aside; empty where it does."""
        if row.status in {"dormant", "proposed"}:
            return f"the list of {row.edition:%B %Y} gives it as {row.status}"
        chosen = choose_edition(self._editions.get(row.kind, ()), on)
        if chosen is not None and row.edition < chosen:
            return f"the list of {chosen:%B %Y} no longer has it"
        return ""

    def practices_named(self, letters: str, on: date) -> Sequence[str]:
        """Codes of all practices whose name of that day, normalised and written together, is this."""
        chosen = choose_edition(self._editions.get(ListKind.PRACTICES, ()), on)
        if chosen not in self._by_name:
            found: dict[str, list[str]] = defaultdict(list)
            for code in self.codes(ListKind.PRACTICES):
                row = self.base(ListKind.PRACTICES, code, chosen or on)
                if row is not None:
                    found[normalise(row.name).squashed].append(code)
            self._by_name[chosen] = dict(found)
        return self._by_name[chosen].get(letters, ())

    def body_codes(self, code: str) -> frozenset[str]:
        """The commissioner codes a body stands for: an ICB's are those of its sub-ICB locations, else its own."""
        children = {
            row.code for (kind, _), rows in self._rows.items() if kind is ListKind.COMMISSIONERS for row in rows
            if row.parent == code and row.code != code
        }  # fmt: skip
        return frozenset(children or {code})

    def lifetime(self, code: str) -> tuple[date | None, date | None]:
        """First and last day of a commissioner; from its own row, else from its practices' earliest tie."""
        rows = self.rows(ListKind.COMMISSIONERS, code)
        if rows:
            opened = next((row.opened for row in reversed(rows) if row.opened), None)
            return opened, next((row.closed for row in reversed(rows) if row.closed), None)
        joined = [
            row.joined for (kind, _), rows in self._rows.items() if kind is ListKind.PRACTICES for row in rows
            if row.parent == code and row.joined is not None
        ]  # fmt: skip
        return (min(joined), None) if joined else (None, None)

    def scope_day(self, code: str, on: date) -> date:
        """The day to look the body's practices up: `on`, moved into the body's own lifetime where it lies outside."""
        opened, closed = self.lifetime(code)
        if opened is not None and on < opened:
            return opened
        if closed is not None and on > closed:
            return closed
        return on

    def practices_of(self, codes: frozenset[str]) -> tuple[str, ...]:
        """Codes of the practices that any row ever ties to one of these commissioners, sorted."""
        return tuple(
            code
            for code in self.codes(ListKind.PRACTICES)
            if any(row.parent in codes for row in self.rows(ListKind.PRACTICES, code))
        )

    def members(self, network: str, on: date) -> tuple[ListRow, ...]:
        """The membership rows of a PCN that hold on that day, one per practice, sorted by practice code."""
        held = {row.code: row for row in self._members_of.get(network, ()) if self._holds(row, on)}
        return tuple(held[code] for code in sorted(held))

    def networks(self, practice: str, on: date) -> tuple[ListRow, ...]:
        """The membership rows of a practice that hold on that day, one per PCN, sorted by PCN code."""
        held = {row.parent or "": row for row in self._memberships_of.get(practice, ()) if self._holds(row, on)}
        return tuple(held[code] for code in sorted(held))

    def _holds(self, row: ListRow, on: date) -> bool:
        if row.joined is None and row.left is None:  # a list without dates speaks from its edition on
            dated = any(one.joined for one in self._memberships_of[row.code])
            return not dated and row.edition <= on
        return (row.joined is None or row.joined <= on) and (row.left is None or on <= row.left)

    @cached_property
    def _memberships_of(self) -> dict[str, list[ListRow]]:
        found: dict[str, list[ListRow]] = defaultdict(list)
        for row in self.memberships:
            found[row.code].append(row)
        return dict(found)

    @cached_property
    def _editions(self) -> dict[ListKind, frozenset[date]]:
        found: dict[ListKind, set[date]] = defaultdict(set)
        for (kind, _), rows in self._rows.items():
            found[kind] |= {row.edition for row in rows}
        return {kind: frozenset(dates) for kind, dates in found.items()}

    @cached_property
    def _members_of(self) -> dict[str, list[ListRow]]:
        found: dict[str, list[ListRow]] = defaultdict(list)
        for row in self.memberships:
            found[row.parent or ""].append(row)
        return dict(found)

    @cached_property
    def _codes_by_kind(self) -> dict[ListKind, tuple[str, ...]]:
        found: dict[ListKind, list[str]] = defaultdict(list)
        for kind, code in sorted(self._rows, key=lambda pair: (pair[0].value, pair[1])):
            found[kind].append(code)
        return {kind: tuple(codes) for kind, codes in found.items()}
