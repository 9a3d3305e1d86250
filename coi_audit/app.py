"""The use-cases: what each command does, with nothing of the terminal in it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from coi_audit import __version__
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request
from coi_audit.audit.what_if import audit_case
from coi_audit.checks import all_checks
from coi_audit.errors import ExitCode, UserError
from coi_audit.linking.classify_titles import classify_titles
from coi_audit.linking.directory import Directory, resolve_names
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.model.evidence import Rejected
from coi_audit.model.organisations import ListEdition
from coi_audit.model.people import Body
from coi_audit.model.words import BodyKind, RuleOutcome
from coi_audit.readers.case_folder import read_case
from coi_audit.readers.mentions import read_mentions
from coi_audit.readers.new_case import start_case
from coi_audit.readers.organisation_lists import ListsRead, read_organisation_lists
from coi_audit.readers.read_one import ReadResult, read_document
from coi_audit.readers.titles import read_titles
from coi_audit.report.as_json import json_text
from coi_audit.rulebook.action_table import ActionTable, load_action_table
from coi_audit.rulebook.cases import CaseResult, run_all_cases
from coi_audit.rulebook.frameworks import Frameworks, load_frameworks
from coi_audit.rulebook.load import load_rulebook
from coi_audit.rulebook.minutes_words import MinutesWords, load_minutes_words
from coi_audit.rulebook.opinion import OpinionScale, load_opinion_scale
from coi_audit.rulebook.papers import Papers, load_papers
from coi_audit.rulebook.tie_words import TieWords, load_tie_words
from coi_audit.rulebook.types import Rule, Rulebook
from coi_audit.rulebook.vocabulary import Vocabulary, load_vocabulary

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Answers:
    """Records for `classify` and `resolve`, one a row, in order; the rows not understood and the lists used."""

    results: list[dict[str, Any]]
    rejected: tuple[Rejected, ...] = ()
    lists: tuple[ListEdition, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """Meetings from `from_` to `to`, both included, None is open; `edition` asks: what if one edition judged all?"""

    from_: date | None = None
    to: date | None = None
    edition: str | None = None


@dataclass(frozen=True, slots=True)
class Books:
    """The rules folder, read once: rulebook, action table, opinion scale, frameworks, papers and vocabularies."""

    rulebook: Rulebook
    actions: ActionTable
    opinion: OpinionScale
    vocabulary: Vocabulary
    ties: TieWords
    minutes_words: MinutesWords
    frameworks: Frameworks
    papers: Papers


def load_books(rules: Path) -> Books:
    """Read the whole rules folder strictly. Raises `RulebookError`."""
    rulebook = load_rulebook(rules, all_checks())
    return Books(
        rulebook=rulebook,
        actions=load_action_table(rules),
        opinion=load_opinion_scale(rules),
        vocabulary=load_vocabulary(rules / "vocabulary"),
        ties=load_tie_words(rules),
        minutes_words=load_minutes_words(rules),
        frameworks=load_frameworks(rules, rulebook),
        papers=load_papers(rules, rulebook),
    )


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
    asked = asked or Asked()
    books = load_books(rules)
    case = read_case(folder, progress=progress)
    knowledge = knowledge_for(case.body, books=books, lists=_lists(organisations, as_of))
    request = Request(as_of, as_of_given, asked.from_, asked.to)
    audit = audit_case(case, request=request, knowledge=knowledge, tool_version=__version__, edition=asked.edition)
    if not audit.meetings:
        raise UserError(
            "there is no meeting to audit in this period." if case.meetings else "there is no meeting to audit.",
            where=str(folder),
            fix="put each meeting's papers in a folder such as meetings/2017-09-05-pccc, or widen the dates.",
        )
    return audit


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
    knowledge = knowledge_for(case.body, books=books, lists=_lists(organisations, as_of))
    request = Request(as_of, as_of_given, only=frozenset({_chosen(case, folder, meeting, as_of)}))
    return audit_case(case, request=request, knowledge=knowledge, tool_version=__version__)


def _chosen(case: Case, folder: Path, meeting: date | None, as_of: date) -> date:
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


def _lists(organisations: Path | None, on: date) -> ListsRead | None:
    return read_organisation_lists(organisations, on=on) if organisations else None


def knowledge_for(body: Body, *, books: Books, lists: ListsRead | None) -> Knowledge:
    """Everything the engine needs for one body."""
    return Knowledge(
        rulebook=books.rulebook,
        checks=all_checks(),
        actions=books.actions,
        opinion=books.opinion,
        vocabulary=books.vocabulary,
        ties=books.ties,
        minutes_words=books.minutes_words,
        directory=Directory.build(lists, body.organisations, body_code=body.ods_code, body_kind=body.kind),
        lists=lists.editions if lists else (),
        lists_rejected=tuple(one for one in lists.rejected if one.place) if lists else (),
        frameworks=books.frameworks,
        papers=books.papers,
    )


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
    """An unknown key of body.yaml leaves the audit incomplete (contract, section 1); so does a policy not applied."""
    return any(one.file in ("body.yaml", "policy.yaml") for one in audit.rejected)


def _all_held(audit: Audit) -> bool:
    return all(meeting.held for meeting in audit.meetings)


def rulebook_of(rules: Path) -> Rulebook:
    """The rulebook, read strictly. Raises `RulebookError`."""
    return load_rulebook(rules, all_checks())


def rule_of(rules: Path, rule_id: str) -> Rule:
    """One rule by its id, whatever its case. Raises `UserError` where there is none."""
    book = rulebook_of(rules)
    wanted = rule_id.strip().upper()
    if wanted not in book.rules:
        near = get_close_matches(wanted, book.rules, n=3, cutoff=0.5)
        raise UserError(
            f'there is no rule "{rule_id}".',
            fix=f"try {' or '.join(near)}." if near else "see the ids with: coi-audit rules list",
        )
    return book.rules[wanted]


def test_rules(rules: Path) -> list[CaseResult]:
    """Run every case of every rule."""
    checks = all_checks()
    return run_all_cases(load_rulebook(rules, checks), checks)


def classify_file(path: Path, *, rules: Path) -> Answers:
    """Agenda titles from a CSV to decision types, one record a row, in order."""
    rows, rejected = read_titles(path)
    return Answers(classify_titles(rows, load_vocabulary(rules / "vocabulary")), rejected)


def resolve_file(path: Path, *, organisations: Path | None, body_code: str, on: date) -> Answers:
    """Names from a CSV to organisations of one body's area on one day, one record a row, in order."""
    lists = _lists(organisations, on)
    kind = BodyKind.ICB if body_code.strip().upper().startswith("Q") else BodyKind.CCG
    directory = Directory.build(lists, (), body_code=body_code, body_kind=kind)
    return Answers(resolve_names(read_mentions(path), directory, on), lists=lists.editions if lists else ())


def read_file(path: Path) -> ReadResult:
    """What was understood of one document."""
    return read_document(path)


def start(folder: Path, *, name: str, ods_code: str | None, kind: str, register: Path | None) -> list[Path]:
    """Start a case folder; see `readers.new_case`."""
    return start_case(folder, name=name, ods_code=ods_code, kind=BodyKind(kind), register=register)


def write_report(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The assurance report as PDF, with its JSON attached."""
    from coi_audit.report.assurance import write_assurance_pdf

    write_assurance_pdf(audit, rulebook, path)


def write_pack(audit: Audit, path: Path, *, rulebook: Rulebook) -> None:
    """The secretary's pack for one meeting as PDF."""
    from coi_audit.report.pack import write_pack_pdf

    write_pack_pdf(audit, rulebook, path)


def write_json(audit: Audit, path: Path) -> None:
    """The audit's JSON as a file, UTF-8."""
    path.write_text(json_text(audit) + "\n", encoding="utf-8")


def demo(sample: Path, out: Path, *, rules: Path, as_of: date, progress: Progress | None = None) -> list[Path]:
    """Audit every sample body into `out`: each body's report and JSON, and the pack for the next meeting.

    Returns what was written, in order. Raises `UserError` where the folder cannot be made.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UserError(
            f"the folder cannot be made ({error.strerror}).", where=str(out), fix="give another with --out FOLDER."
        ) from error
    books = load_books(rules)
    written: list[Path] = []
    for folder in sorted(one for one in sample.iterdir() if (one / "body.yaml").is_file()):
        case = read_case(folder, progress=progress)
        knowledge = knowledge_for(case.body, books=books, lists=None)
        written += _demo_body(case, folder, out, knowledge=knowledge, as_of=as_of)
    return written


def _demo_body(case: Case, folder: Path, out: Path, *, knowledge: Knowledge, as_of: date) -> list[Path]:
    audit = audit_case(case, request=Request(as_of), knowledge=knowledge, tool_version=__version__)
    report, data = out / f"{folder.name}-report.pdf", out / f"{folder.name}-audit.json"
    write_report(audit, report, rulebook=knowledge.rulebook)
    write_json(audit, data)
    if not any(one.on >= as_of for one in case.meetings):
        return [report, data]
    ahead = Request(as_of, only=frozenset({_chosen(case, folder, None, as_of)}))
    pack = out / f"{folder.name}-next-meeting.pdf"
    checked = audit_case(case, request=ahead, knowledge=knowledge, tool_version=__version__)
    write_pack(checked, pack, rulebook=knowledge.rulebook)
    return [report, data, pack]
