"""Facts of the papers on procurement themselves: what they have no place for, what is not there, what was published."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from coi_audit.audit.audited import Audited
from coi_audit.audit.procurement_matters import KIND, Matter
from coi_audit.audit.procurement_reading import places
from coi_audit.audit.unit import Unit
from coi_audit.model.dates import in_words
from coi_audit.model.facts_of_procurement import ContractMonitorFacts, ProcurementFacts
from coi_audit.model.facts_of_registers import RegisterFacts
from coi_audit.model.procurement import ProcurementField
from coi_audit.model.records import RecordPaper
from coi_audit.model.words import Examines

_ABSENT = "no register of procurement"


def absent_units(audited: Audited, matters: Sequence[Matter]) -> Iterator[Unit]:
    """Where no register is in the folder: one question a rule, under each edition; `matters` are the minutes'."""
    told = "; ".join(f'"{one.title}" ({in_words(one.on)})' for one in matters)
    for day in audited.days_to_ask():
        facts = ProcurementFacts(**audited.event(day), paper=False, decisions=told)
        source = (audited.case.body.source,)
        yield Unit(Examines.PROCUREMENT, facts, evidence=source, interest=_ABSENT, lasting=True)
        monitor = ContractMonitorFacts(**audited.event(day), paper=False)
        yield Unit(Examines.CONTRACT_MONITOR, monitor, evidence=source, interest=_ABSENT, lasting=True)


def paper_units(paper: RecordPaper, matters: Sequence[Matter], audited: Audited) -> Iterator[Unit]:
    """The paper as a whole, on the last of its entries' days under each edition of the rules."""
    rows = [one.row for one in matters if one.row is not None]
    if not rows:
        return
    lacking = set(ProcurementField).intersection(*(places(row)[0] for row in rows))
    if audited.case.records.bidder_declarations:
        lacking.discard(ProcurementField.BIDDER_DECLARATIONS)
    earlier = date.min
    for day in audited.days_to_ask():
        days = [one.on for one in matters if earlier < one.on <= day]
        earlier = day
        if not days:
            continue
        facts = ProcurementFacts(
            **audited.event(max(days)),
            paper_name=f'"{paper.file}"',
            whole_paper=True,
            entries=len(rows),
            service=f"every entry of {paper.file}",
            supplier="its suppliers",
            health=None,
            lacking=tuple(field for field in ProcurementField if field in lacking),
        )
        yield Unit(Examines.PROCUREMENT, facts, evidence=(paper.source,), interest=f"whole {paper.file}", lasting=True)


def published_units(audited: Audited) -> Iterator[Unit]:
    """Whether the register of procurement decisions was published, as assurance.yaml tells; else it is asked."""
    assurance = audited.case.records.assurance
    told = [one for one in assurance.publications if one.kept_list == KIND] if assurance is not None else []
    held = audited.case.records.papers_of(KIND)
    open_ = any(one.published or one.on_request or one.published_on or one.address for one in told)
    refused = not open_ and any(one.published is False for one in told)
    for day in (audited.last_day,) if told else audited.days_to_ask():
        days = [one.published_on for one in told if one.published_on is not None]
        facts = RegisterFacts(
            **audited.event(day),
            register=KIND,
            paper=bool(told),
            held=bool(held),
            file=held[0].file if held else "",
            edition=max((one.edition for one in held if one.edition is not None), default=None),
            published=True if open_ else False if refused else None,
            published_on=max((one for one in days if one <= day), default=min(days, default=None)),
            published_at=next((one.address for one in reversed(told) if one.address), None),
        )
        evidence = tuple(one.source for one in told) or tuple(one.source for one in held[:1])
        evidence = evidence or (audited.case.body.source,)
        yield Unit(Examines.REGISTER, facts, evidence=evidence, interest=f"published {KIND}", lasting=True)
