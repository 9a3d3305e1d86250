"""Whether the quarter's self-certification of conflicts of interest management was submitted and published."""

from __future__ import annotations

from dataclasses import dataclass

from coi_audit.model.facts_of_assurance import QuarterFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines

EXAMINES = Examines.QUARTER


@dataclass(frozen=True, slots=True)
class Params:
    annual_serves: bool  # the return for the whole year may stand for the quarter's


def check(facts: QuarterFacts, params: Params) -> Outcome:
    """A return that no paper mentions is asked for; it is missing only where the papers say so."""
    if facts.submitted:
        return _published(facts, f"The return for {facts.quarter}", facts.published)
    if params.annual_serves and facts.annual_submitted:
        return _published(facts, f"The annual return of the year of {facts.quarter}", facts.annual_published)
    if facts.submitted is False and (not params.annual_serves or facts.annual_submitted is False):
        annual = ", nor one for the year" if params.annual_serves else ""
        return not_met(f"The papers say that no return was submitted for {facts.quarter}{annual}.")
    whole = " or for the whole year" if params.annual_serves else ""
    place = "" if facts.paper else " Please note the returns in assurance.yaml."
    return cannot_tell(
        _known(facts),
        ask=f"On what day was the self-certification for {facts.quarter}{whole} submitted to NHS England, and when was "
        f"it published?{place}",
    )


def _known(facts: QuarterFacts) -> str:
    if facts.submitted is False:
        return f"The papers say that no return was submitted for {facts.quarter}, and tell of none for the whole year."
    return f"No paper tells of a self-certification return for {facts.quarter}."


def _published(facts: QuarterFacts, what: str, published: bool | None) -> Outcome:
    if published:
        return met(f"{what} was submitted and published.")
    if published is False:
        return not_met(f"{what} was submitted; the papers say that it was not published.")
    return cannot_tell(
        f"{what} was submitted; the papers do not say whether it was published.",
        ask=f"Was the form for {facts.quarter} published on the website of {facts.body}, and where?",
    )
