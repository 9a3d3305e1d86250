"""Two audits of one body side by side, or two editions of its register: what is new, what stands, what is gone."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.app.kept import Replay
from coi_audit.app.last_report import folded, read_report, report_told
from coi_audit.app.papers import read_edition
from coi_audit.audit.since import changes
from coi_audit.errors import ExitCode, UserError
from coi_audit.linking.editions import compare_editions
from coi_audit.model.editions import EditionsCompared
from coi_audit.model.evidence import Rejected
from coi_audit.model.since import EarlierReport, Outcomes, ReportsCompared
from coi_audit.report.seal import attachments_of
from coi_audit.store.audits import last_kept
from coi_audit.store.opening import open_store
from coi_audit.store.replay import body_named

_LAST_KEPT = "kept"
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_Told = tuple[EarlierReport, Outcomes]


@dataclass(frozen=True, slots=True)
class KeptIn:
    """Where kept audits are looked for: the address of a store, and the body's code or name."""

    address: str
    body: str | None = None


@dataclass(frozen=True, slots=True)
class RegistersCompared:
    """Two editions of a register, and what was not understood of either: nothing of that could be compared."""

    editions: EditionsCompared
    rejected: tuple[Rejected, ...]


Compared = ReportsCompared | RegistersCompared


def compare_two(earlier: str, later: str, store: KeptIn) -> Compared:
    """Compare two reports, as PDF or JSON, two audits kept in a store, each given by its day, or two registers.

    Of a day the last audit kept that speaks for a day not after it is taken. Raises `UserError` where one is neither,
    where the two are not of one kind or one body, or where they stand the wrong way round.
    """
    both = [_told(one, store) for one in (earlier, later)]
    before, after = both
    if before is not None and after is not None:
        _check_order(before[0], after[0], given=(earlier, later))
        return ReportsCompared(later=after[0], since=changes(before[0], after[1]))
    if before is not None or after is not None:
        raise UserError(
            "one of the two is an audit, the other is none.",
            where=f"{earlier}, {later}",
            fix="give two audits (reports as PDF or JSON, or days of kept ones), or two editions of a register.",
        )
    old, new = (read_edition(Path(one)) for one in (earlier, later))
    assert old.register is not None
    assert new.register is not None
    return RegistersCompared(compare_editions(old.register, new.register), (*old.rejected, *new.rejected))


def exit_code_of_comparison(found: Compared) -> ExitCode:
    """Findings where an audit raises something new; incomplete where part of a register was not understood."""
    if isinstance(found, ReportsCompared):
        return ExitCode.FINDINGS if found.since.new else ExitCode.CLEAN
    return ExitCode.INCOMPLETE if found.rejected else ExitCode.CLEAN


def kept_report(day: date, store: KeptIn, known: date | None = None) -> _Told:
    """The last audit kept that speaks for a day not after `day`, as far as it was kept by the day `known`.

    Raises `UserError` where there is no such audit, store or body.
    """
    opened = open_store(store.address, migrate=False)
    try:
        kept = last_kept(opened, body_named(opened, store.body), as_of=day, known=known)
    finally:
        opened.close()
    text = kept.audit.encode()
    name = f"the audit as at {kept.as_of.isoformat()}, kept as entry {kept.entry}"
    return report_told(text, file=name, sha256=hashlib.sha256(text).hexdigest(), where=f"{opened.where}, {name}")


def since_kept(given: Path | None, replay: Replay, as_of: date) -> Path | EarlierReport | None:
    """The last report of an audit from a store: the file that was given, or of a day the audit kept for it.

    The word "kept" stands for the day `as_of`. Raises `UserError` as `kept_report`.
    """
    if str(given) == _LAST_KEPT and not Path(_LAST_KEPT).exists():
        return kept_report(as_of, KeptIn(replay.address, replay.body), replay.known)[0]
    if given is None or not _is_day(str(given)):
        return given
    return kept_report(_day(str(given)), KeptIn(replay.address, replay.body), replay.known)[0]


def _told(given: str, store: KeptIn) -> _Told | None:
    """An audit as it tells of itself; None of what is no audit."""
    if _is_day(given):
        return kept_report(_day(given), store)
    path = Path(given)
    return read_report(path) if _is_report(path) else None


def _is_day(given: str) -> bool:
    """A file may bear any name; a day's, too."""
    return bool(_DAY.fullmatch(given)) and not Path(given).exists()


def _day(given: str) -> date:
    try:
        return date.fromisoformat(given)
    except ValueError as error:
        fix = "give year, month and day: 2018-03-31."
        raise UserError(f'there is no such day as "{given}".', fix=fix) from error


def _is_report(path: Path) -> bool:
    """Whether a file says that it is an audit's: as JSON, or as a PDF that carries one. What cannot be read is none."""
    try:
        data = path.read_bytes()
    except OSError:
        return False
    if data.startswith(b"%PDF"):
        return "made-by.json" in attachments_of(data)
    try:
        document = json.loads(data) if data.lstrip()[:1] == b"{" else None
    except (ValueError, RecursionError):
        return path.suffix.casefold() == ".json"
    return isinstance(document, dict)


def _check_order(before: EarlierReport, after: EarlierReport, *, given: tuple[str, str]) -> None:
    coded = bool(before.ods_code and after.ods_code)
    same = before.ods_code == after.ods_code if coded else folded(before.body) == folded(after.body)
    if not same:
        raise UserError(
            f"the first is on {before.body}, the second on {after.body}.",
            where=", ".join(given),
            fix="give two audits of the same body.",
        )
    if before.sha256 == after.sha256:
        raise UserError(
            f"both are the same audit, as at {before.as_of.isoformat()}.",
            where=", ".join(given),
            fix="give two, the earlier first.",
        )
    if before.as_of > after.as_of:
        days = f"{before.as_of.isoformat()}, a later day than the second ({after.as_of.isoformat()})"
        raise UserError(
            f"the first speaks for {days}.",
            where=", ".join(given),
            fix="give the earlier one first.",
        )
