"""A date as people write it, with the precision they gave: a day, a month or a year."""

from __future__ import annotations

import calendar
from datetime import date
from enum import StrEnum

from coi_audit.model.evidence import Recorded


class Precision(StrEnum):
    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class PartialDate(Recorded):
    """`Sept 2019` is earliest 2019-09-01, latest 2019-09-30, precision month. Both ends are included."""

    earliest: date
    latest: date
    precision: Precision = Precision.DAY

    @classmethod
    def day(cls, value: date) -> PartialDate:
        """A date known to the day."""
        return cls(earliest=value, latest=value)

    def __str__(self) -> str:
        formats = {Precision.DAY: "%-d %B %Y", Precision.MONTH: "%B %Y", Precision.YEAR: "%Y"}
        return self.earliest.strftime(formats[self.precision])


def in_words(day: date) -> str:
    """`5 September 2017`: how every message writes a day."""
    return f"{day.day} {calendar.month_name[day.month]} {day.year}"


def add_months(day: date, months: int) -> date:
    """The same day of a later (or, if negative, earlier) month; the month's last day where it has no such day."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return day.replace(year=year, month=month, day=min(day.day, calendar.monthrange(year, month)[1]))


def financial_year_of(day: date) -> tuple[date, date]:
    """First and last day of the financial year a day lies in: 1 April to 31 March."""
    first = day.year if day.month >= 4 else day.year - 1
    return date(first, 4, 1), date(first + 1, 3, 31)
