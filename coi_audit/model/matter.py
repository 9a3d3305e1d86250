"""What became of one finding over time: each kept audit that spoke of it, each judgement, each step of an action."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coi_audit.model.since import EarlierFinding


class MatterStep(StrEnum):
    """What happened to a finding on a day. The first seven are what an audit says of it."""

    FOUND = "found"
    STILL_FOUND = "still_found"
    FOUND_AGAIN = "found_again"
    RESOLVED = "resolved"
    IN_DOUBT = "in_doubt"
    RULED = "ruled"
    NOT_LOOKED_AT = "not_looked_at"
    JUDGED = "judged"
    ACTION = "action"


@dataclass(frozen=True, slots=True)
class MatterMoment:
    """One step. `on` is the day an audit speaks for, or from which a judgement or an action's version stood.

    `until` is the first day on which that no longer stood; `said` is the step in words, with who and why.
    """

    on: date
    step: MatterStep
    said: str
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Matter:
    """One finding over time, oldest first. `finding` is as the last audit that found it told it; None: none found it.

    `stands` is what the last kept audit that said anything of it says; `resolved_on` is the day of the audit that no
    longer found it, where it was not found again.
    """

    fingerprint: str
    finding: EarlierFinding | None
    moments: tuple[MatterMoment, ...]
    stands: MatterStep | None = None
    found_first: date | None = None
    found_last: date | None = None
    resolved_on: date | None = None
