"""Every list the body keeps, measured: interests, gifts, procurement and contracts, training."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from coi_audit.audit.audited import Audited
from coi_audit.audit.register_health import line, register_health
from coi_audit.audit.trained import key_of
from coi_audit.model.assurance import Training
from coi_audit.model.evidence import SourceRef
from coi_audit.model.gifts import Gift, GiftKind, GiverKind
from coi_audit.model.kept_lists import ContractLine, GiftLine, KeptList, KeptLists, ListHealth, Measure, MeasureLine
from coi_audit.model.procurement import Procurement
from coi_audit.model.records import RecordPaper
from coi_audit.model.words import OrganisationKind

_SUPPORT = re.compile(r"\b(?:commissioning support|csu|support unit)\b", re.IGNORECASE)
_NOTHING = re.compile(r"\W*(?:n/?a|not applicable|not known|unknown|tbc)?\W*", re.IGNORECASE)
_PROCUREMENT: tuple[tuple[Measure, Callable[[Procurement], str | None]], ...] = (
    (Measure.SUPPLIER_TOLD, lambda one: one.supplier if one.supplier_told else None),
    (Measure.VALUE_TOLD, lambda one: one.value_text if one.value_total is None else str(one.value_total)),
    (Measure.MAKERS_TOLD, lambda one: one.decision_makers or one.decided_by),
    (Measure.CONFLICTS_TOLD, lambda one: one.conflicts),
    (Measure.MITIGATION_TOLD, lambda one: one.mitigation),
    (Measure.REASONS_TOLD, lambda one: one.justification or one.reasons),
    (Measure.MANAGER_TOLD, lambda one: one.contract_manager),
)
_GIFTS: tuple[tuple[Measure, Callable[[Gift], bool]], ...] = (
    (Measure.RECIPIENT_TOLD, lambda one: bool(one.recipient.strip())),
    (Measure.GIVER_TOLD, lambda one: not _is_nothing(one.giver)),
    (Measure.VALUE_TOLD, lambda one: one.value is not None),
    (Measure.ALL_THREE_TOLD, lambda one: one.value is not None and not _is_nothing(one.giver)),
    (Measure.DAY_TOLD, lambda one: one.offered_on is not None or one.received_on is not None),
    (Measure.ANSWER_TOLD, lambda one: one.accepted is not None),
    (Measure.DECLARED_TOLD, lambda one: one.declared_on is not None),
)


def kept_lists(audited: Audited) -> KeptLists:
    """All of them as on the as-of date. What stands on a list is told without people's names."""
    records = audited.case.records
    return KeptLists(
        health=(
            *register_health(audited),
            *_gifts(records.papers_of("gifts"), records.gifts),
            *_procurement(records.papers_of("procurement"), records.procurements),
            *_training(audited),
        ),
        contracts=tuple(_contract(one, audited) for one in records.procurements),
        gifts=tuple(_gift(one) for one in records.gifts),
    )


def _gifts(papers: Sequence[RecordPaper], rows: Sequence[Gift]) -> Iterator[ListHealth]:
    for paper in papers:
        own = [one for one in rows if one.source.file == paper.file]
        lines = [line(measure, [(one.source, told(one)) for one in own]) for measure, told in _GIFTS]
        declined = sum(one.accepted is False for one in own)
        suppliers = sum(one.giver_kind is GiverKind.SUPPLIER for one in own)
        lines.append(MeasureLine(Measure.DECLINED, declined, len(own), plain=True))
        lines.append(MeasureLine(Measure.FROM_SUPPLIER, suppliers, len(own), plain=True))
        yield _health(KeptList.GIFTS, paper, len(own), lines)


def _procurement(papers: Sequence[RecordPaper], rows: Sequence[Procurement]) -> Iterator[ListHealth]:
    for paper in papers:
        own = [one for one in rows if one.source.file == paper.file]
        lines = []
        for measure, of in _PROCUREMENT:
            told = [(one.source, not _is_nothing(of(one))) for one in own]
            lines.append(line(measure, told))
        yield _health(KeptList.PROCUREMENT, paper, len(own), lines)


def _training(audited: Audited) -> Iterator[ListHealth]:
    records = audited.case.records
    for paper in records.papers_of("training"):
        own = [one for one in records.training if one.source.file == paper.file]
        lines = [
            line(Measure.RESULT_TOLD, [(one.source, _has_result(one)) for one in own]),
            line(Measure.DAY_TOLD, [(one.source, one.completed_on is not None) for one in own]),
            _members_on(own, paper, audited),
        ]
        yield _health(KeptList.TRAINING, paper, len(own), lines)


def _has_result(row: Training) -> bool:
    return row.passed is not None or row.score is not None or row.completed_on is not None


def _members_on(rows: Sequence[Training], paper: RecordPaper, audited: Audited) -> MeasureLine:
    """Of those on a committee on the list's day, each once, how many stand on it."""
    on = paper.edition or audited.last_day
    listed = {key_of(one.name, audited) for one in rows}
    seats: dict[str, tuple[SourceRef, bool]] = {}
    for committee in audited.case.body.committees:
        for seat in committee.members:
            if seat.in_office(on):
                key = key_of(seat.name, audited)
                seats.setdefault(key, (seat.source, key in listed))
    return line(Measure.MEMBERS_LISTED, list(seats.values()))


def _health(kept_list: KeptList, paper: RecordPaper, rows: int, lines: Sequence[MeasureLine]) -> ListHealth:
    return ListHealth(kept_list, paper.file, paper.edition, None, rows, tuple(lines))


def _contract(one: Procurement, audited: Audited) -> ContractLine:
    supplier = " ".join(one.supplier.split())
    units = {
        name.casefold()
        for unit in audited.case.body.organisations
        if unit.kind is OrganisationKind.SUPPORT_UNIT
        for name in (unit.name, *unit.aliases)
    }
    support = supplier.casefold() in units or bool(_SUPPORT.search(f"{supplier} {one.title}"))
    value = f"£{one.value_total:,.0f}" if one.value_total is not None else " ".join((one.value_text or "").split())
    return ContractLine(
        title=one.title,
        supplier=supplier,
        value=value,
        decided_on=one.decided_on,
        process=" ".join((one.process or "").split()),
        conflicts_told=None if one.conflicts is None else not _is_nothing(one.conflicts),
        support=support,
        source=one.source,
    )


def _gift(one: Gift) -> GiftLine:
    kind = "not told" if one.kind is GiftKind.UNKNOWN else one.kind.value
    supplier = None if one.giver_kind is GiverKind.UNKNOWN else one.giver_kind is GiverKind.SUPPLIER
    value = f"£{one.value:,.2f}".removesuffix(".00") if one.value is not None else " ".join(one.value_text.split())
    return GiftLine(kind, one.received_on or one.offered_on, value, supplier, one.accepted, one.source)


def _is_nothing(told: str | None) -> bool:
    """Whether nothing stands there, or only words such as "not known"."""
    return _NOTHING.fullmatch(told or "") is not None
