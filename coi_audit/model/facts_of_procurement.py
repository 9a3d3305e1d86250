"""What a check may know of one procurement decision or contract, and of those who watch over contracts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.facts import EventFacts
from coi_audit.model.procurement import ProcurementField


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcurementFacts(EventFacts):
    """One decision to buy, to choose or to award. `on` is the day of the decision; values are in pounds.

    `started_on` is the day the process began: it chooses between procurement regimes where it is known. Where the two
    fall under different regimes the matter is put twice, the second time on the day it began with `by_start`.
    A paper is asked about as a whole (`whole_paper`) for what it has no place for (`lacking`).
    """

    paper: bool = True  # a register of procurement decisions or contracts is in the folder
    paper_name: str = "the register of procurement decisions"
    whole_paper: bool = False
    entries: int = 1
    decisions: str = ""  # where no register is in the folder: those that the minutes tell of
    asked_at_large: bool = False  # no register is in the folder, and it is asked for once
    by_start: bool = False
    reference: str = ""
    service: str = "the service"
    supplier: str = "the supplier"
    started_on: date | None = None
    health: bool | None = True  # health care services; False: goods, support, advice, systems
    awarded: bool | None = True
    # what is written
    on_register: bool | None = True  # None: no register of that day is in the folder
    alike: str = ""  # an entry that may be the same matter
    lacking: tuple[ProcurementField, ...] = ()  # the paper has no place for these
    blank: tuple[ProcurementField, ...] = ()  # the entry leaves these blank
    # conflicts
    conflict_noted: bool | None = None  # False: the entry says there was none; None: it does not say
    noted: str = ""  # its words
    handling_recorded: bool | None = None  # the entry or the minutes say how the conflict was managed
    unresolved: str = ""  # words that say it was not
    exception: str = ""  # the reason recorded for not standing back
    linked: str = ""  # people with an interest in a supplier or bidder who had a part in it, in words
    took_part: str = ""  # those of them who took part in the decision
    took_part_unknown: str = ""  # those of whom the papers do not say
    link_unclear: str = ""  # people whose interest may be in a supplier or bidder, in words
    evaluators_named: bool | None = None
    evaluators_linked: str = ""
    evaluators_unclear: str = ""
    # GP providers
    gp_linked: bool | None = False  # a practice, network, federation or company of GPs supplies or may supply
    checklist: bool | None = None  # a checklist was completed
    unanswered: tuple[str, ...] = ()  # its questions left blank
    direct_award: bool | None = False  # without competition
    sole_capability: bool | None = None  # evidence that nobody else could provide it
    beyond_core: bool | None = None  # evidence that it goes beyond the core contract
    # bidders
    bidders: str = ""
    bidders_without: str = ""  # those of whom no declaration is there
    bidders_open: str = ""  # those whose declaration may be there under another name
    declarations_there: bool | None = None  # declarations of this procurement's bidders are in the folder
    conflicts_assessment: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContractMonitorFacts(EventFacts):
    """Somebody who manages or monitors one contract. `on` is the day of the award, as the register tells."""

    paper: bool = True  # a register that names contract managers is in the folder
    paper_name: str = "the register of procurement decisions"
    monitor: str = "the contract manager"
    service: str = "the service"
    supplier: str = "the supplier"
    interest: str = ""  # in the supplier or a rival, in words; empty where none is known
    interest_unclear: str = ""
    declared: bool | None = True  # the person stands on a register of interests
    stood_back: str = ""  # words that say the conflict of this person was managed
