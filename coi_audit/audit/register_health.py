"""How well each edition of the register of interests is kept, by the measures that published research uses.

Measures, no findings (domain.md, sections 4.6 and 13): they count cells, and judge nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_rows import Edition, editions
from coi_audit.linking.editions import compare_editions
from coi_audit.model.dates import add_months
from coi_audit.model.evidence import SourceRef
from coi_audit.model.interests import Interest, Register
from coi_audit.model.kept_lists import KeptList, ListHealth, Measure, MeasureLine
from coi_audit.model.words import InterestCategory

_KEPT_MONTHS = 6  # an ended interest stays on the public register so long (domain.md, section 4.6)
_SORTABLE = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".html", ".htm", ".docx")
_CELLS: tuple[tuple[Measure, str, str, Callable[[Interest], bool]], ...] = (
    (Measure.TYPE_TOLD, "category", "Type", lambda one: one.category is not None),
    (Measure.DIRECT_TOLD, "direct", "Direct or indirect", lambda one: one.direct is not None),
    (Measure.NATURE_TOLD, "nature", "Nature", lambda one: bool(one.nature.strip())),
    (Measure.FROM_TOLD, "held_from", "From", lambda one: one.held_from is not None),
    (Measure.UNTIL_TOLD, "held_until", "To", lambda one: one.held_until is not None or bool(one.until_text.strip())),
    (Measure.DECLARED_TOLD, "declared_on", "Declared on", lambda one: one.declared_on is not None),
    (Measure.MITIGATION_TOLD, "mitigation", "Action", lambda one: bool((one.mitigation or "").strip())),
)


def register_health(audited: Audited) -> Iterator[ListHealth]:
    """Each edition known by the as-of date, oldest first."""
    known = editions(audited)
    for index, edition in enumerate(known):
        register = edition.register
        before = [one.register for one in known[:index] if one.register.public is register.public]
        yield ListHealth(
            kept_list=KeptList.INTERESTS,
            file=register.file,
            edition=register.edition,
            public=register.public,
            rows=len(register.interests),
            lines=tuple(_lines(edition, before[-1] if before else None, audited)),
        )


def _lines(edition: Edition, before: Register | None, audited: Audited) -> Iterator[MeasureLine]:
    register = edition.register
    columns = set(register.columns)
    for measure, column, heading, told in _CELLS:
        missing = tuple(_cell(one, heading) for one in register.interests if not told(one))
        total = len(register.interests)
        absent = bool(total) and len(missing) == total and bool(columns) and column not in columns
        yield MeasureLine(measure, total - len(missing), total, missing, absent=absent)
    yield _types_used(register)
    indirect = [one for one in register.interests if one.direct is False]
    yield line(Measure.RELATIONSHIP_TOLD, [(one.source, one.relationship is not None) for one in indirect])
    yield _members_listed(edition, audited)
    yield MeasureLine(Measure.NIL_RETURNS, len(register.nil_returns), len(register.people), plain=True)
    on = register.edition
    if on is not None:
        yield _declared_within_year(register, on)
        ended = [one for one in register.interests if one.held_until is not None and one.held_until.latest < on]
        late = [(one.source, one.held_until is not None and _six_months_on(one.held_until.latest) >= on)
                for one in ended]  # fmt: skip
        yield line(Measure.EXPIRED_IN_TIME, late)
        if before is not None and before.edition is not None:
            yield _expired_kept(before, register, on)
    yield MeasureLine(Measure.SORTABLE, int(register.file.casefold().endswith(_SORTABLE)), 1)


def line(measure: Measure, told: list[tuple[SourceRef, bool]]) -> MeasureLine:
    """A measure from each row's place and whether it holds there."""
    missing = tuple(source for source, holds in told if not holds)
    return MeasureLine(measure, len(told) - len(missing), len(told), missing)


def _cell(interest: Interest, heading: str) -> SourceRef:
    return interest.source.model_copy(update={"column": heading, "text": ""})


def _types_used(register: Register) -> MeasureLine:
    used = {one.category for one in register.interests if one.category is not None and one.direct is not False}
    indirect = any(one.direct is False for one in register.interests)
    return MeasureLine(Measure.TYPES_USED, len(used) + indirect, len(InterestCategory) + 1, plain=True)


def _members_listed(edition: Edition, audited: Audited) -> MeasureLine:
    """Of those on a committee on the edition's day, each once, how many it lists with an interest or a nil return."""
    on = edition.register.edition or audited.last_day
    seats: dict[str, tuple[SourceRef, bool]] = {}
    for committee in audited.case.body.committees:
        for seat in committee.members:
            person = audited.everybody.match(seat.name).person if seat.in_office(on) else None
            if person is not None:
                seats.setdefault(person.key, (seat.source, person.key in edition.listed))
    return line(Measure.MEMBERS_LISTED, list(seats.values()))


def _declared_within_year(register: Register, on: date) -> MeasureLine:
    """People by their newest declaration: no more than twelve months old on the edition's day."""
    newest: dict[str, tuple[date | None, SourceRef]] = {}
    told = [(one.person, one.declared_on, one.source) for one in register.interests]
    told += [(one.person, one.on, one.source) for one in register.nil_returns]
    for person, day, source in told:
        known = newest.get(person)
        if known is None or (day is not None and (known[0] is None or known[0] < day)):
            newest[person] = (day, source)
    rows = [(source, day is not None and add_months(day, 12) >= on) for day, source in newest.values()]
    return line(Measure.DECLARED_WITHIN_YEAR, rows)


def _expired_kept(before: Register, register: Register, on: date) -> MeasureLine:
    """Interests of the edition before that ended no more than six months before this one: are they still shown?"""
    compared = compare_editions(before, register)
    lapsed = [one for one in compared.lapsed if _due(one, on)]
    shown = [one for one in register.interests if _due(one, on)]
    return line(
        Measure.EXPIRED_KEPT, [*((one.source, False) for one in lapsed), *((one.source, True) for one in shown)]
    )


def _due(interest: Interest, on: date) -> bool:
    end = interest.held_until
    return end is not None and end.latest < on <= _six_months_on(end.latest)


def _six_months_on(day: date) -> date:
    return add_months(day, _KEPT_MONTHS)
