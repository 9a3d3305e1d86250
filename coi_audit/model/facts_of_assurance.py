"""What a check may know of breaches, of a financial year's assurance work, and of rulings that were given."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.words import Action


@dataclass(frozen=True, slots=True, kw_only=True)
class BreachFacts(EventFacts):
    """One breach as the body's own log tells it. `on` is the day it happened or was found.

    `paper` False: neither a log of breaches nor assurance.yaml's section of them is there; one such unit asks for it.
    """

    paper: bool = True
    breach: str = "the breach"
    confirmed: bool | None = True
    logged: bool | None = True  # it stands on the register of breaches
    logged_on: date | None = None
    investigated: bool | None = None
    investigated_by: str | None = None
    published: bool | None = None
    list_published: bool | None = None  # the register of breaches as a whole, since that day
    notice_required: bool | None = None  # the policy asks that NHS England be told
    notified_nhs_england: bool | None = None
    learning: str | None = None  # None: no place for it; empty: the place was left blank or says none


@dataclass(frozen=True, slots=True, kw_only=True)
class FinancialYearFacts(EventFacts):
    """One financial year, 1 April to 31 March. `on` is its last day, or the last day audited where that comes first.

    `paper` False: assurance.yaml is not there. Internal audits: True done, False the papers say none was.
    """

    paper: bool = True
    year: str = "2017/18"
    ended: bool = True
    told: bool | None = None  # assurance.yaml has a section on internal audits
    coi_audit: bool | None = None  # of conflicts of interest
    coi_audit_in_statement: bool | None = None  # told in the annual governance statement
    pmc_audit: bool | None = None  # of primary medical care commissioning, where it is delegated
    pmc_audit_rated: bool | None = None
    training_percent: float | None = None  # completion of module 1 as the self-certification states it
    training_listed: int = 0  # people whose training the list shows as required
    training_passed: int = 0  # of them, those shown as passed in the year
    training_scores: tuple[float, ...] = ()  # of those shown neither as passed nor as failed, their best in the year
    training_list_on: date | None = None  # the day the list speaks for, where that is before the year's end


@dataclass(frozen=True, slots=True, kw_only=True)
class QuarterFacts(EventFacts):
    """One quarter of a financial year and its self-certification. `on` is its last day.

    `paper` False: assurance.yaml is not there, or has no section on self-certification.
    """

    paper: bool = True
    quarter: str = "2017/18 Q2"
    submitted: bool | None = None
    published: bool | None = None
    annual_submitted: bool | None = None  # the return for the whole year
    annual_published: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RulingFacts(EventFacts):
    """One ruling or decision of the guardian. `on` is the day of the meeting it was meant for."""

    member: str = "the member"
    committee: str = "the committee"
    item: str = "the meeting"
    action: Action = Action.NOTE
    authority: str = "chair"
    reason: str | None = None
    given_on: date | None = None
    expires: date | None = None
    used: bool = True  # a conflict of that person was found there
