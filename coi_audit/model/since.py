"""What changed between the last report on a body and this audit, by the findings' own numbers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from coi_audit.model.words import OpinionLevel, Severity


@dataclass(frozen=True, slots=True)
class EarlierFinding:
    """A finding that was not met as the last report's JSON tells it."""

    fingerprint: str
    rule_id: str
    title: str
    severity: Severity
    statement: str
    person: str | None = None
    meeting: date | None = None
    committee: str | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class EarlierReport:
    """The last report. `opinion` is None where it was withheld; `sha256` is that of the file as given."""

    file: str
    sha256: str
    body: str
    ods_code: str | None
    as_of: date
    opinion: OpinionLevel | None
    findings: tuple[EarlierFinding, ...]


@dataclass(frozen=True, slots=True)
class Since:
    """What became of the last report's findings, heaviest first; the first two are numbers of this audit's findings.

    Of the others `resolved` were looked at again and not found; `in_doubt` the papers no longer answer; `ruled` a
    ruling now covers; `not_looked_at` speak of a meeting that this audit does not cover.
    """

    earlier: EarlierReport
    new: tuple[str, ...]
    same: tuple[str, ...]
    resolved: tuple[EarlierFinding, ...]
    in_doubt: tuple[EarlierFinding, ...] = ()
    ruled: tuple[EarlierFinding, ...] = ()
    not_looked_at: tuple[EarlierFinding, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcomes:
    """What an audit says, as far as another is compared with it; each set holds the findings' own numbers.

    `raised` are those not met, heaviest first; `open_` are not answered, or failed to run; `ruled` a ruling covers.
    """

    raised: tuple[str, ...]
    open_: frozenset[str]
    ruled: frozenset[str]
    meetings: frozenset[tuple[date, str]]  # day and committee


@dataclass(frozen=True, slots=True)
class ReportsCompared:
    """Two reports on one body set side by side; numbers in `since` are those of `later`'s findings."""

    later: EarlierReport
    since: Since
