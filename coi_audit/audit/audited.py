"""What the units beside the meetings are built from: the case, what was examined, the day, and what is known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from coi_audit.audit.examine import Examined
from coi_audit.audit.knowledge import Knowledge
from coi_audit.linking.people.index import PeopleIndex
from coi_audit.model.case import Case
from coi_audit.model.words import BodyKind

_CCGS_ENDED = date(2022, 6, 30)
_ICBS_BEGAN = date(2022, 7, 1)


@dataclass(frozen=True, slots=True)
class Audited:
    """One case as examined. `period_from` and `period_to` are included, None is open; `everybody` holds all people."""

    case: Case
    examined: Sequence[Examined]
    everybody: PeopleIndex
    knowledge: Knowledge
    as_of: date
    period_from: date | None = None
    period_to: date | None = None

    def within(self, day: date | None) -> bool:
        """Whether an event of that day belongs to this audit; one without a date does."""
        if day is None:
            return True
        after = self.period_from is None or self.period_from <= day
        return self.began <= day and after and day <= min(self.as_of, self.period_to or self.as_of)

    def event(self, on: date) -> dict[str, Any]:
        """What every unit's facts begin with: the day of the event, the as-of date, and whose it is."""
        body = self.case.body
        return {
            "on": on,
            "as_of": self.as_of,
            "body": body.name,
            "body_kind": body.kind,
            "co_commissioning": body.co_commissioning_on(on),
        }

    @property
    def last_day(self) -> date:
        """The last day this audit speaks for; a CCG's ends with the CCGs, on 30 June 2022 (domain.md, section 1)."""
        last = min(self.as_of, self.period_to or self.as_of)
        return min(last, _CCGS_ENDED) if self.case.body.kind is BodyKind.CCG else last

    @property
    def first_day(self) -> date:
        """The first day it speaks for: the period's, else that of the oldest meeting or register of its own."""
        days = [one.on for one in self.case.meetings]
        days += [one.edition for one in self.case.registers if one.edition is not None and one.edition >= self.began]
        first = self.period_from or min(days, default=self.last_day)
        return min(max(first, self.began), self.last_day)

    @property
    def began(self) -> date:
        """The first day the body can have had papers of its own: older ones in an ICB's folder are a CCG's."""
        return _ICBS_BEGAN if self.case.body.kind is BodyKind.ICB else date.min

    def days_to_ask(self) -> tuple[date, ...]:
        """Days on which a paper that is not there is asked for: the last day, and the last day of every version of
        a rule that ended within the period, so that each rule once in force is asked under its own edition."""
        first, last = self.first_day, self.last_day
        ends = {
            version.in_force_until
            for rule in self.knowledge.rulebook.rules.values()
            for version in rule.versions
            if version.in_force_until is not None and first <= version.in_force_until <= last
        }
        return tuple(sorted({*ends, last}))
