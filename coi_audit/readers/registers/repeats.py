"""Rows of one register that say the same: told once, and declared on every day that any of them gives."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from coi_audit.model.dates import in_words
from coi_audit.model.interests import Interest, NilReturn
from coi_audit.readers.registers.headings import fold


@dataclass(slots=True)
class Repeats:
    """What was read of a register so far, by what makes two rows the same interest of the same person."""

    _first: dict[tuple[str, ...], Interest] = field(default_factory=dict)
    _days: dict[tuple[str, ...], set[date]] = field(default_factory=dict)

    def of(self, interest: Interest, *, file: str) -> str | None:
        """Where the same interest stands already, and what was kept of this row, as a problem; None for a new one."""
        key = _matter(interest)
        days = self._days.setdefault(key, set())
        told = interest.declared_on
        another = told is not None and told not in days
        if told is not None:
            days.add(told)
        earlier = self._first.setdefault(key, interest)
        if earlier is interest:
            return None
        problem = f"the same interest already stands at {earlier.source.place().removeprefix(f'{file}, ')}"
        kept = f"; its date of declaration, {in_words(told)}, was kept with that row" if another and told else ""
        return problem + kept

    def with_days(self, interest: Interest) -> Interest:
        """The interest with every day on which a row that says the same was declared, the earliest first."""
        days = sorted(self._days.get(_matter(interest), ()))
        if not days:
            return interest
        return interest.model_copy(update={"declared_on": days[0], "further_declarations": tuple(days[1:])})


def same_nil(one: NilReturn, other: NilReturn) -> bool:
    """Whether two nil returns are one: of one person, and not of two dates."""
    return fold(one.person) == fold(other.person) and (one.on == other.on or None in (one.on, other.on))


def _matter(interest: Interest) -> tuple[str, ...]:
    parts = (interest.person, interest.organisation, interest.nature, interest.category, interest.direct,
             interest.from_text, interest.until_text)  # fmt: skip
    return tuple(" ".join(str(part).casefold().split()) for part in parts)
