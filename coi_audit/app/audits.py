"""The two main jobs: a period audited, and one meeting checked before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit import __version__
from coi_audit.app.books import knowledge_for, lists_of, load_books
from coi_audit.app.last_report import check_last_report, read_last_report
from coi_audit.audit.run import Request
from coi_audit.audit.since import with_since
from coi_audit.audit.what_if import audit_case
from coi_audit.errors import ExitCode, UserError
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.model.since import EarlierReport
from coi_audit.model.words import RuleOutcome
from coi_audit.readers.case_folder import read_case

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Asked:
    """Meetings from `from_` to `to`, both included, None is open; `edition` asks: what if one edition judged all?

    `since` is the last report on the body, to tell what changed: its file, or what was read of it.
    """

    from_: date | None = None
    to: date | None = None
    edition: str | None = None
    since: Path | EarlierReport | None = None


@dataclass(frozen=True, slots=True)
class Under:
    """What an audit is made under: the rulebook, the organisation lists (None: no lists), the day it speaks for."""

    rules: Path
    organisations: Path | None
    as_of: date
    as_of_given: bool = True


def audit_folder(
    folder: Path,
    *,
    rules: Path,
    organisations: Path | None,
    as_of: date,
    as_of_given: bool = True,
    asked: Asked | None = None,
    progress: Progress | None = None,
) -> Audit:
    """Audit every meeting of a case folder in the period.

    Raises `UserError` where the folder, the rulebook or the lists cannot be used, or where there is nothing to audit.
    """
    under = Under(rules, organisations, as_of, as_of_given)
    fix = "put each meeting's papers in a folder such as meetings/2017-09-05-pccc, or widen the dates."
    return audit_read(lambda: read_case(folder, progress=progress), under, asked, where=str(folder), fix=fix)


def audit_read(read: Callable[[], Case], under: Under, asked: Asked | None, *, where: str, fix: str) -> Audit:
    """Audit the case that `read` gives, wherever it was kept; `where` and `fix` are told where it holds no meeting.

    Raises `UserError` as `audit_folder`.
    """
    asked = asked or Asked()
    earlier = read_last_report(asked.since) if isinstance(asked.since, Path) else asked.since
    books = load_books(under.rules)
    case = read()
    check_last_report(earlier, given=asked.since, body=case.body, as_of=under.as_of)
    knowledge = knowledge_for(case.body, books=books, lists=lists_of(under.organisations, under.as_of))
    request = Request(under.as_of, under.as_of_given, asked.from_, asked.to)
    audit = audit_case(case, request=request, knowledge=knowledge, tool_version=__version__, edition=asked.edition)
    if not audit.meetings:
        problem = "there is no meeting to audit in this period." if case.meetings else "there is no meeting to audit."
        raise UserError(problem, where=where, fix=fix)
    return with_since(audit, earlier)


def check_meeting(
    folder: Path,
    *,
    rules: Path,
    organisations: Path | None,
    as_of: date,
    as_of_given: bool = True,
    meeting: date | None = None,
    progress: Progress | None = None,
) -> Audit:
    """One meeting, for the week before it: the one asked for, else the first on or after the as-of date."""
    books = load_books(rules)
    case = read_case(folder, progress=progress)
    knowledge = knowledge_for(case.body, books=books, lists=lists_of(organisations, as_of))
    request = Request(as_of, as_of_given, only=frozenset({meeting_chosen(case, folder, meeting, as_of)}))
    return audit_case(case, request=request, knowledge=knowledge, tool_version=__version__)


def meeting_chosen(case: Case, folder: Path, meeting: date | None, as_of: date) -> date:
    """The day of the meeting asked for, else of the first on or after the as-of date. Raises `UserError`."""
    days = sorted({one.on for one in case.meetings})
    if meeting is not None and meeting not in days:
        listed = ", ".join(day.isoformat() for day in days) or "none"
        raise UserError(
            f"there is no meeting on {meeting.isoformat()}; the folder has {listed}.",
            where=str(folder),
            fix="give one of these dates, or add the meeting's agenda under meetings/.",
        )
    chosen = meeting or next((day for day in days if day >= as_of), None)
    if chosen is None:
        raise UserError(
            f"there is no meeting on or after {as_of.isoformat()}.",
            where=str(folder),
            fix="add the agenda under meetings/, or name a past meeting with --meeting DATE.",
        )
    return chosen


def exit_code_of(audit: Audit) -> ExitCode:
    """Incomplete before findings (contract, section 2)."""
    failed = audit.outcomes.get(RuleOutcome.FAILED_TO_RUN, 0)
    unread = any(not one.place for one in audit.rejected)
    if failed or unread or _unknown_keys(audit):
        return ExitCode.INCOMPLETE
    raised = any(one.outcome is RuleOutcome.NOT_MET for one in audit.findings)
    conflicts = any(item.conflicts for meeting in audit.meetings for item in meeting.items)
    return ExitCode.FINDINGS if raised or (conflicts and not _all_held(audit)) else ExitCode.CLEAN


def _unknown_keys(audit: Audit) -> bool:
    """An unknown key of body.yaml leaves the audit incomplete (contract, section 1); so does a policy not applied, and
    an answer that was not understood."""
    return any(one.file in ("body.yaml", "policy.yaml", "answers.yaml") for one in audit.rejected)


def _all_held(audit: Audit) -> bool:
    return all(meeting.held for meeting in audit.meetings)
