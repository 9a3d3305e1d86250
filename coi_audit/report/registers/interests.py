"""The register of interests in the columns of Annex B."""

from __future__ import annotations

from coi_audit.linking.people.order import by_name
from coi_audit.model.dates import PartialDate, Precision, in_words
from coi_audit.model.interests import Interest
from coi_audit.model.outgoing import Circle, KeptInterest, KeptNil, KeptRegisters, Standing
from coi_audit.model.words import InterestCategory
from coi_audit.report.registers.tables import (
    BODY_WORD,
    Cell,
    CellKind,
    Column,
    Row,
    Told,
    provenance,
    read_from,
)

NIL = "Nothing to declare"
WITHHELD = "Details withheld by decision"
_TYPE, _DATE = "Type of interest", "Date of interest"
_TICK = "Yes"
_INDIRECT, _UNSAID = "Indirect", "Type not stated"
_TYPES = {
    InterestCategory.FINANCIAL: "Financial",
    InterestCategory.NON_FINANCIAL_PROFESSIONAL: "Non-financial professional",
    InterestCategory.NON_FINANCIAL_PERSONAL: "Non-financial personal",
}
FILTERS = ("Type of interest", "Committee")


def interests_told(kept: KeptRegisters) -> Told:
    """The register with one row an interest and one a nil return, by surname."""
    circle = kept.circle
    told = [(one.holder.name, _row(one, circle)) for one in kept.interests]
    told += [(one.holder.name, _nil(one, circle)) for one in kept.nil_returns]
    rows = [row for _, row in sorted(told, key=lambda one: by_name(one[0]))]
    return Told(_columns(circle, BODY_WORD[kept.body.kind]), tuple(rows), FILTERS)


def _columns(circle: Circle, body: str) -> tuple[Column, ...]:
    columns = [
        Column("Name", 22, 9),
        Column(f"Current position(s) held in the {body}", 24, 11),
        Column("Declared interest (name of the organisation and nature of business)", 32, 14),
        *(Column(name, 18, 7, group=_TYPE) for name in _TYPES.values()),
        Column("Is the interest direct or indirect?", 14, 6),
        Column("Nature of interest", 32, 15),
        Column("From", 18, 7, CellKind.DAY, group=_DATE),
        Column("To", 18, 7, CellKind.DAY, group=_DATE),
        Column("Action taken to mitigate risk", 32, 14),
    ]
    if circle is Circle.INTERNAL:
        columns += [
            Column("Standing", 26, 10),
            Column("Declared on", 16, 0, CellKind.DAY),
            Column("Register of", 16, 0, CellKind.DAY),
        ]
    return read_from(columns, circle)


def _row(kept: KeptInterest, circle: Circle) -> Row:
    interest, holder = kept.interest, kept.holder
    cells: list[Cell] = [holder.name, holder.position, interest.organisation]
    cells += [_TICK if interest.category is one else "" for one in _TYPES]
    cells += [_direct(interest), WITHHELD if kept.withheld else _nature(interest), *_dates(kept)]
    cells.append(interest.mitigation or "")
    if circle is Circle.INTERNAL:
        cells += [standing_words(kept), interest.declared_on, interest.edition, *provenance(interest.source)]
    quiet = kept.standing is not Standing.CURRENT
    return Row(tuple(cells), (_sorts(kept), holder.committees), quiet)


def _nil(kept: KeptNil, circle: Circle) -> Row:
    holder = kept.holder
    cells: list[Cell] = [holder.name, holder.position, NIL, "", "", "", "", "", "", "", ""]
    if circle is Circle.INTERNAL:
        cells += ["Nil return", kept.nil.on, kept.nil.edition, *provenance(kept.nil.source)]
    return Row(tuple(cells), ((NIL,), holder.committees))


def _sorts(kept: KeptInterest) -> tuple[str, ...]:
    if kept.withheld:
        return ("Withheld",)
    category = kept.interest.category
    kinds = [_TYPES[category] if category else _UNSAID]
    return (*kinds, _INDIRECT) if kept.interest.direct is False else tuple(kinds)


def _nature(interest: Interest) -> str:
    """The nature, without the organisation's name before it where both stood in one cell."""
    nature, body = interest.nature, interest.organisation
    if body and nature.casefold().startswith(body.casefold()):
        rest = nature[len(body) :].lstrip(" \t-–—:,;")
        return rest[:1].upper() + rest[1:] if rest else nature
    return nature


def _direct(interest: Interest) -> str:
    return {True: "Direct", False: _INDIRECT, None: ""}[interest.direct]


def _dates(kept: KeptInterest) -> tuple[Cell, Cell]:
    interest = kept.interest
    until = day_cell(interest.held_until, interest.until_text)
    if interest.held_until is None and kept.gone_by is not None:
        until = f"by {in_words(kept.gone_by)}; the day is not stated"
    return day_cell(interest.held_from, interest.from_text), until


def day_cell(told: PartialDate | None, text: str) -> Cell:
    """A known day as a date, a month or year in words, else what the paper says."""
    if told is None:
        return text
    return told.earliest if told.precision is Precision.DAY else str(told)


def standing_words(kept: KeptInterest) -> str:
    """Where an entry belongs on the day, in words; nothing ended is taken off without being named here."""
    due = in_words(kept.due) if kept.due else ""
    parts = []
    if kept.gone_by is not None:
        whom = "the person is no longer named" if kept.left else "it no longer stands"
        parts.append(f"On the register of {in_words(kept.gone_by)} {whom}; ask when it ended")
    if kept.standing is Standing.CURRENT:
        parts.append("" if parts else "Current")
    elif kept.standing is Standing.ENDED:
        parts.append(f"Ended; on the published register until {due}" if due else "Ended")
    elif kept.standing is Standing.RECORD_ONLY:
        parts.append(f"Own record only: off the published register since {due}")
    else:
        parts.append(f"For removal: may be taken off the own record since {due}")
    return ". ".join(part for part in parts if part)
