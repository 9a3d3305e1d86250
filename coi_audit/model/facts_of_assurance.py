"""What a check may know of breaches, of a financial year's assurance work, and of rulings that were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachFacts(EventFacts):
    """One breach as the body's own log tells it. `on` is the day it happened or was found."""

    breach: str = "the breach"
    confirmed: bool | None = True
    logged_on: date | None = None
    investigated: bool | None = None
    published: bool | None = None
    notified_nhs_england: bool | None = None
    learning: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialYearFacts(EventFacts):
    """One financial year, 1 April to 31 March. `on` is its last day, or the as-of date where that comes first."""

    year: str = "2017/18"
    ended: bool = True
    told: bool | None = None  # a paper tells of the year's assurance work at all


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterFacts(EventFacts):
    """One quarter of a financial year and its self-certification. `on` is its last day."""

    quarter: str = "2017/18 Q2"
    submitted: bool | None = None
    published: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingFacts(EventFacts):
    """One ruling or decision of the guardian. `on` is the day of the meeting it was meant for."""

    member: str = "the member"
    item: str = "the meeting"
    action: Action = Action.NOTE
    authority: str = "chair"
    reason: str | None = None
    expires: date | None = None
    used: bool = True  # a conflict of that person was found there
