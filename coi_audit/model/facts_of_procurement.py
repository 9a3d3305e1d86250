"""What a check may know of one procurement decision or contract, and of those who watch over contracts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementFacts(EventFacts):
    """One decision to buy, to choose or to award. `on` is the day of the decision; values are in pounds.

    `started_on` is the day the process began: it chooses between procurement regimes where it is known.
    """

    reference: str = ""
    service: str = "the service"
    supplier: str = "the supplier"
    started_on: date | None = None
    health: bool | None = True  # health care services; False: goods, support, advice, systems
    awarded: bool | None = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractMonitorFacts(EventFacts):
    """Somebody who manages or monitors one contract."""

    monitor: str = "the contract manager"
    service: str = "the service"
    supplier: str = "the supplier"
    interest: str = ""  # in the supplier or a rival, in words; empty where none is known
