"""The body's registers brought together from its papers as on one day, for its own use: every row once, none lost."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from datetime import date
from typing import TypeVar

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_rows import is_withheld
from coi_audit.audit.registers.basis import bases_of
from coi_audit.audit.registers.editions import Kept, Overlaid, overlay
from coi_audit.audit.registers.holders import Holders, positions_of
from coi_audit.linking.people.order import by_name
from coi_audit.linking.ties import tie_of_interest
from coi_audit.model.case import Case
from coi_audit.model.dates import add_months, in_words
from coi_audit.model.evidence import Recorded, Rejected
from coi_audit.model.interests import Interest
from coi_audit.model.outgoing import (
    Circle,
    KeptGift,
    KeptInterest,
    KeptNil,
    KeptProcurement,
    KeptRegisters,
    LeftOver,
    ListKind,
    Standing,
)
from coi_audit.rulebook.publication import Publication

_FILE_KINDS = {ListKind.INTERESTS: "register", ListKind.GIFTS: "gifts", ListKind.PROCUREMENT: "procurement"}
_NOT_READ = ("unknown", "unreadable", "image")
Row = TypeVar("Row", bound=Recorded)


def kept_registers(audited: Audited, publication: Publication) -> KeptRegisters:
    """All registers of the case for the body's own use, each entry with its place in the papers.

    Entries are sorted by surname, then given names; procurement decisions by day, those without one last.
    """
    case, as_of = audited.case, audited.as_of
    holders = Holders(audited, positions_of(audited, as_of))
    overlaid = overlay(audited)
    limits = Limits(audited, publication)
    shown = [one for one in overlaid.kept if not _mark_only(one, overlaid)]
    interests = [_interest(one, holders, limits, audited) for one in shown]
    nils = [KeptNil(one, holders.of(one.person, one.position)) for one in overlaid.nil_returns]
    gifts, gifts_told = _rows(case.records.gifts, as_of, lambda one: one.offered_on or one.received_on)
    bought, bought_told = _rows(case.records.procurements, as_of, lambda one: one.decided_on)
    told = {
        ListKind.INTERESTS: (*_editions_told(overlaid, len(shown)), *_missing(audited, interests, nils)),
        ListKind.GIFTS: gifts_told,
        ListKind.PROCUREMENT: bought_told,
    }
    unread = {kind: _unread(case, kind) for kind in ListKind}
    kept_gifts = [KeptGift(one, holders.of(one.recipient, one.position)) for one in gifts]
    return KeptRegisters(
        body=case.body,
        as_of=as_of,
        circle=Circle.INTERNAL,
        kinds=_kinds(case),
        interests=tuple(sorted(interests, key=lambda one: (*by_name(one.holder.name), _when(one.interest)))),
        nil_returns=tuple(sorted(nils, key=lambda one: by_name(one.holder.name))),
        gifts=tuple(sorted(kept_gifts, key=lambda one: (one.gift.offered_on or date.max, *by_name(one.holder.name)))),
        procurements=tuple(
            KeptProcurement(one) for one in sorted(bought, key=lambda one: (one.decided_on or date.max, one.reference))
        ),
        left_over=tuple((kind, LeftOver(told[kind], unread[kind])) for kind in ListKind),
        incomplete=any(unread.values()),
        method=bases_of(Circle.INTERNAL, on=as_of, rulebook=audited.knowledge.rulebook, publication=publication),
    )


class Limits:
    """How long an ended interest is kept, by the months of the rules in force on the day; None where none is."""

    def __init__(self, audited: Audited, publication: Publication) -> None:
        rulebook = audited.knowledge.rulebook
        versions = [
            rulebook.version_on(rule, audited.as_of) for rule in (publication.published_rule, publication.record_rule)
        ]
        self._as_of = audited.as_of
        self._published, self._record = (one.params.months if one and not one.off else None for one in versions)

    def standing(self, ended: date | None, gone_by: date | None) -> tuple[Standing, date | None]:
        """Where an interest belongs, and the day from which it does.

        Off the record goes only what is known to have ended: what an edition left out may be held still.
        """
        end = ended or gone_by
        if end is None or end > self._as_of:
            return Standing.CURRENT, None
        if ended is not None and (removed := self._over(ended, self._record)):
            return Standing.FOR_REMOVAL, removed
        if taken_off := self._over(end, self._published):
            return Standing.RECORD_ONLY, taken_off
        return Standing.ENDED, add_months(end, self._published) if self._published is not None else None

    def _over(self, end: date, months: int | None) -> date | None:
        """The day on which so many months were over, None where they are not or there is no limit."""
        if months is None:
            return None
        due = add_months(end, months)
        return due if due <= self._as_of else None


def _interest(kept: Kept, holders: Holders, limits: Limits, audited: Audited) -> KeptInterest:
    interest = kept.interest
    ended = interest.held_until.latest if interest.held_until else None
    standing, due = limits.standing(ended, kept.gone_by)
    tie, relationship = tie_of_interest(interest, audited.knowledge.ties)
    return KeptInterest(
        interest=interest,
        holder=holders.of(interest.person, interest.position),
        standing=standing,
        relationship=relationship,
        tie=tie,
        gone_by=kept.gone_by if ended is None else None,
        due=due,
        left=kept.left,
    )


def _mark_only(kept: Kept, overlaid: Overlaid) -> bool:
    """Whether a row of the published register only says that the full one beside it holds more."""
    fuller = any(one.public is not True for one in overlaid.editions)
    return kept.register.public is True and fuller and is_withheld(kept.interest)


def _editions_told(overlaid: Overlaid, shown: int) -> tuple[str, ...]:
    told = []
    if len(overlaid.editions) > 1:
        newer = overlaid.rows - len(overlaid.kept)
        told.append(
            f"{len(overlaid.editions)} editions of the register hold {overlaid.rows} rows on interests: {shown} stand "
            f"here, each in its newest words, and {newer} are earlier words for one of them."
        )
    if marks := len(overlaid.kept) - shown:
        told.append(f"Rows of the published register that only mark what is withheld there, and not here: {marks}.")
    for register in overlaid.later:
        on = in_words(register.edition) if register.edition else ""
        told.append(f"The edition {register.file} of {on} is later than the day asked for, and was not used.")
    return tuple(told)


def _missing(audited: Audited, interests: Sequence[KeptInterest], nils: Sequence[KeptNil]) -> tuple[str, ...]:
    """Members in office of whom the register says nothing."""
    match = audited.everybody.match
    listed = {one.holder.name for one in interests} | {one.holder.name for one in nils}
    seats = [one for group in audited.case.body.committees for one in group.members if one.in_office(audited.as_of)]
    names = {(found.name if (found := match(one.name).person) else one.name) for one in seats} - listed
    if not audited.case.registers or not names:
        return ()
    return (f"In office on a committee, and on no edition of the register: {', '.join(sorted(names, key=by_name))}.",)


def _rows(rows: Sequence[Row], as_of: date, day: Callable[[Row], date | None]) -> tuple[list[Row], tuple[str, ...]]:
    """The rows known by the day, equal ones once, and sentences that count the others."""
    known = [one for one in rows if (on := day(one)) is None or on <= as_of]
    once: dict[Hashable, Row] = {}
    for row in known:
        once.setdefault(row.model_dump_json(exclude={"source", "section"}), row)
    told = []
    if repeated := len(known) - len(once):
        told.append(f"Rows that repeat another's words, and stand here once with it: {repeated}.")
    if later := len(rows) - len(known):
        told.append(f"Of days after {in_words(as_of)}, and not here: {later} of {len(rows)} rows.")
    return list(once.values()), tuple(told)


def _kinds(case: Case) -> tuple[ListKind, ...]:
    there = {ListKind.INTERESTS: bool(case.registers)}
    there |= {kind: bool(case.records.papers_of(kind.value)) for kind in (ListKind.GIFTS, ListKind.PROCUREMENT)}
    there[ListKind.GIFTS] |= bool(case.records.gifts)
    there[ListKind.PROCUREMENT] |= bool(case.records.procurements)
    return tuple(kind for kind in ListKind if there[kind])


def _unread(case: Case, kind: ListKind) -> tuple[Rejected, ...]:
    """What was not understood of this kind of paper, and papers beside the meetings that may be of any kind."""
    files = set(_files(case, (_FILE_KINDS[kind],)))
    unknown = {one for one in _files(case, _NOT_READ) if not one.startswith("meetings/")}
    listed = {one.path for one in case.inputs}
    return tuple(one for one in case.rejected if one.file in files or one.file in unknown or _stray(one, listed))


def _files(case: Case, kinds: Sequence[str]) -> Iterable[str]:
    return (one.path for one in case.inputs if one.kind in kinds)


def _stray(rejected: Rejected, listed: set[str]) -> bool:
    """A whole file at the top of the folder that was not even listed."""
    return not rejected.place and rejected.file not in listed and "/" not in rejected.file


def _when(interest: Interest) -> tuple[date, str]:
    return (interest.held_from.earliest if interest.held_from else date.min, interest.key)
