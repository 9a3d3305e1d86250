"""Each financial year's assurance work: internal audits, the governance statement, returns, how many were trained."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from coi_audit.audit.audited import Audited
from coi_audit.audit.trained import TrainingPapers, training_papers
from coi_audit.audit.unit import Unit
from coi_audit.model.assurance import InternalAudit, SelfCertification
from coi_audit.model.dates import add_months, financial_year_of
from coi_audit.model.evidence import SourceRef
from coi_audit.model.facts_of_assurance import FinancialYearFacts, QuarterFacts
from coi_audit.model.words import Examines

_EVERY_YEAR = "each year of the period"


@dataclass(frozen=True, slots=True)
class Year:
    """One financial year with its first and last day and its name: 2017/18."""

    first: date
    last: date

    @property
    def name(self) -> str:
        return f"{self.first.year}/{self.last.year % 100:02}"


def years(audited: Audited) -> list[Year]:
    """The financial years that the audited time touches, oldest first."""
    found = [Year(*financial_year_of(audited.first_day))]
    while found[-1].last < audited.last_day:
        found.append(Year(*financial_year_of(found[-1].last + timedelta(days=1))))
    return found


def year_units(audited: Audited) -> Iterator[Unit]:
    """One unit a year. Where no paper tells of any year, all are one matter, asked once."""
    assurance = audited.case.records.assurance
    papers = training_papers(audited)
    units = [_year_unit(year, papers, audited) for year in years(audited)]
    silent = assurance is None or not {"internal_audits", "self_certification"} & set(assurance.tells)
    lasting = silent and not any(facts.training_listed for _, facts, _ in units)
    several = lasting and sum(facts.ended for _, facts, _ in units) > 1
    for year, facts, sources in units:
        yield Unit(
            Examines.FINANCIAL_YEAR,
            replace(facts, year=_EVERY_YEAR) if several else facts,
            evidence=sources or (audited.case.body.source,),
            item=None if lasting else year.name,
            lasting=True,
        )


def _year_unit(
    year: Year, papers: TrainingPapers, audited: Audited
) -> tuple[Year, FinancialYearFacts, tuple[SourceRef, ...]]:
    assurance = audited.case.records.assurance
    on = min(year.last, audited.last_day)
    told, sources = _audits(year, audited)
    annual = _return(year.name, audited) or _return(f"{year.name} Q4", audited)
    count = papers.count(year.first, year.last)
    facts = FinancialYearFacts(
        **audited.event(on),
        paper=assurance is not None,
        year=year.name,
        ended=year.last <= audited.last_day,
        told=assurance is not None and "internal_audits" in assurance.tells,
        **told,
        training_percent=annual.training_percent if annual is not None else None,
        training_listed=count.listed,
        training_passed=count.passed,
        training_scores=count.scores,
        training_list_on=count.made_on,
    )
    more = [annual.source] if annual is not None else []
    return year, facts, tuple(dict.fromkeys([*sources, *more, *count.sources]))


def _audits(year: Year, audited: Audited) -> tuple[dict[str, Any], list[SourceRef]]:
    """What is told of the year's internal audits; a section that lists nothing says that there were none."""
    assurance = audited.case.records.assurance
    if assurance is None or "internal_audits" not in assurance.tells:
        return {}, []
    if not assurance.internal_audits:
        return {"coi_audit": False, "pmc_audit": False}, [assurance.source]
    coi = _of(assurance.internal_audits, "conflicts_of_interest", year)
    pmc = _of(assurance.internal_audits, "primary_medical_care", year)
    told = {
        "coi_audit": _held(coi),
        "coi_audit_in_statement": _any(one.in_governance_statement for one in coi),
        "pmc_audit": _held(pmc),
        "pmc_audit_rated": _any(one.rated for one in pmc),
    }
    return told, [one.source for one in (*coi, *pmc)]


def _of(audits: tuple[InternalAudit, ...], subject: str, year: Year) -> list[InternalAudit]:
    return [one for one in audits if one.subject == subject and one.year == year.name]


def _held(audits: list[InternalAudit]) -> bool | None:
    """An audit that is listed was made, unless its entry says that it was not."""
    if not audits:
        return None
    return any(one.held is not False for one in audits)


def _any(answers: Iterator[bool | None]) -> bool | None:
    every = list(answers)
    return True if True in every else False if False in every else None


def _return(period: str, audited: Audited) -> SelfCertification | None:
    assurance = audited.case.records.assurance
    returns = assurance.self_certifications if assurance is not None else ()
    return next((one for one in returns if one.period == period), None)


def quarter_units(audited: Audited) -> Iterator[Unit]:
    """One unit for every quarter that ended within the audited time; asked once where nothing tells of returns."""
    assurance = audited.case.records.assurance
    told = assurance is not None and "self_certification" in assurance.tells
    none_at_all = told and assurance is not None and not assurance.self_certifications
    for year in years(audited):
        for number in range(1, 5):
            last = add_months(year.first, 3 * number) - timedelta(days=1)
            if not audited.first_day <= last <= audited.last_day:
                continue
            name = f"{year.name} Q{number}"
            own, annual = _return(name, audited), _return(year.name, audited)
            known = any(
                one.period.startswith(year.name) for one in (assurance.self_certifications if assurance else ())
            )
            facts = QuarterFacts(
                **audited.event(last),
                paper=told,
                quarter=name if known else _quarters(year, told),
                submitted=_submitted(own, none_at_all),
                published=own.published if own is not None else None,
                annual_submitted=_submitted(annual, none_at_all),
                annual_published=annual.published if annual is not None else None,
            )
            sources = [one.source for one in (own, annual) if one is not None]
            place = assurance.source if assurance is not None else audited.case.body.source
            yield Unit(
                Examines.QUARTER,
                facts,
                evidence=tuple(sources) or (place,),
                item=None if not told else name if known else year.name,
                lasting=True,
            )


def _quarters(year: Year, told: bool) -> str:
    """The quarters of which nothing is told, as one matter."""
    return f"the quarters of {year.name}" if told else "the quarters of the period"


def _submitted(found: SelfCertification | None, none_at_all: bool) -> bool | None:
    """A return that is listed was submitted, unless its entry says that it was not."""
    if found is None:
        return False if none_at_all else None
    return found.submitted is not False
