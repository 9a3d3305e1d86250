"""The terminal's view of a check and of an audit: counts first, then tables that hold at 80 columns without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.model.audit import Audit, Finding
from coi_audit.model.words import Handling, RuleOutcome, Stage
from coi_audit.report.answers_view import answers_told
from coi_audit.report.assessment_view import assessment_view
from coi_audit.report.conflict_view import ConflictView
from coi_audit.report.difference_text import differences
from coi_audit.report.later_view import late_table, later_lines
from coi_audit.report.meeting_view import ItemView, MeetingView, meeting_view
from coi_audit.report.questions_view import open_questions
from coi_audit.report.sections.given_view import given_sentence
from coi_audit.report.since_text import since_lines
from coi_audit.report.tallies import asks_for_more, beside_meeting, not_met, tally
from coi_audit.report.words import SEVERITY_SIGN, count, day, opinion_words, period_of, sentence, words

_MOST_FINDINGS = 12
_MOST_LATER = 6


def check_view(audit: Audit) -> RenderableType:
    """Before a meeting: what each person must do on each item, quorum, chair and papers."""
    parts: list[RenderableType] = []
    for index, meeting in enumerate(audit.meetings, 1):
        parts += _meeting(meeting_view(meeting, index, types={}, sources={}))
    if any(item.questions for meeting in audit.meetings for item in meeting.items):
        parts.append(Text("\nWhat is to be settled can be answered with: coi-audit ask"))
    beside = beside_meeting(audit)
    if beside.findings or beside.further:
        parts.append(_title("\nAlso to put right, beside the items"))
        parts += [
            _item_line(f"{SEVERITY_SIGN[one.severity]} {one.rule_id}: {one.statement}") for one in beside.findings
        ]
        parts += [_item_line(one) for one in beside.further]
    parts += [*_answers(audit), *_unread(audit)]
    parts.append(_more("the secretary's pack"))
    return Group(*parts)


def audit_view(audit: Audit) -> RenderableType:
    """After a period: the counts, how conflicts were handled, the findings and the opinion."""
    tallies = tally(audit)
    parts: list[RenderableType] = [
        _title(f"{audit.body.name}: {period_of(audit.scope)}, as at {day(audit.as_of)}"),
        *([Text(f"What if: everything is judged under the edition {audit.edition}.")] if audit.edition else []),
        Text(
            f"{count(tallies.meetings, 'meeting')} · {count(tallies.items, 'item')} · "
            f"{count(tallies.conflicts, 'conflict')} · {tallies.to_note} only to be noted · "
            f"{tallies.not_met} not met · "
            f"{count(tallies.open_questions, 'question')} open · {count(tallies.rejected, 'part')} not understood"
        ),
        Text(f"Answers: {'; '.join(f'{words(kind).lower()} {n:,}' for kind, n in tallies.outcomes.items())}"),
    ]
    parts += [Text(told)] if (told := given_sentence(audit)) else []
    parts += since_lines(audit)
    parts += [Text(f"Left no papers: {one.why}") for one in audit.missing]
    parts += [Text(""), _handling(audit), *_later(audit), *_findings(audit), *_papers(audit), *_open(audit)]
    if tallies.item_questions:
        doubts = count(tallies.item_questions, "name or item", "names or items")
        parts.append(Text(f"\n{doubts} in doubt can be settled with: coi-audit ask"))
    parts += [*_answers(audit), *_unread(audit)]
    parts += [Text(""), Text(opinion_words(audit), style="bold")]
    parts += [_item_line(reason) for reason in audit.opinion.reasons]
    parts += _areas(audit)
    parts += differences(audit)
    parts.append(_more("the assurance report"))
    return Group(*parts)


def _title(text: str) -> Text:
    return Text(text, style="bold")


def _item_line(text: str) -> RenderableType:
    table = Table.grid(padding=(0, 1))
    table.add_row("•", Text(text))
    return table


def _more(what: str) -> Text:
    return Text(f"\n--pdf FILE writes {what}; --json prints everything, with the evidence.", style="dim")


def _table(*columns: tuple[str, int | None]) -> Table:
    """Columns with their ratio of the width; None for as narrow as the words."""
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    for name, ratio in columns:
        table.add_column(name, ratio=ratio, overflow="fold", no_wrap=False)
    return table


def _meeting(meeting: MeetingView) -> list[RenderableType]:
    touched = [item for item in meeting.items if item.conflicts or item.questions or item.quorate is False]
    people = sorted({one.person for one in meeting.conflicts})
    parts: list[RenderableType] = [
        _title(meeting.title),
        Text(
            f"{sentence(meeting.stage)} · {count(len(meeting.items), 'item')} · "
            f"{count(len(meeting.conflicts), 'conflict')} of {count(len(people), 'person', 'people')}"
        ),
    ]
    for item in touched:
        parts += [Text(""), *_item(item, held=meeting.held)]
    clear = [item.number or item.title for item in meeting.items if item not in touched]
    if clear:
        parts.append(Text(f"\nNothing to raise on: {', '.join(clear)}."))
    parts += [_item_line(note) for note in meeting.notes]
    return parts


def _item(item: ItemView, *, held: bool) -> Iterable[RenderableType]:
    yield Text(f"{item.number}  {item.title}".strip(), style="bold")
    yield Text(f"{item.facts} · quorum {item.quorum_sign} {item.quorum} · chair: {item.chair}".replace("  ", " "))
    if item.conflicts:
        table = _table(("Who", 3), ("Why", 5), ("What to do", 4), *((("Recorded", 3),) if held else ()))
        for one in item.conflicts:
            table.add_row(*_conflict(one, held=held))
        yield table
    if item.withhold:
        yield Text(f"Withhold the papers from: {', '.join(item.withhold)}")
    for reason in item.quorum_reasons if item.quorate is False else ():
        yield Text(reason)
    for way in item.ways_out:
        yield _item_line(f"A way out: {way}")
    for question in item.questions:
        yield _item_line(f"To settle: {question}")


def _conflict(one: ConflictView, *, held: bool) -> list[Text]:
    unsure = " (to be confirmed)" if one.unsure else ""
    cells = [f"{one.person}, {one.role}", f"{one.path}{unsure}", f"{one.required_sign} {one.do}"]
    if held:
        cells.append(f"{one.handling_sign} {sentence(one.recorded)}: {one.handling}")
    return [Text(cell) for cell in cells]


def _handling(audit: Audit) -> Table:
    """How conflicts that ask for more than noting were handled, as the report counts them; the others by number."""
    table = _table(("Meeting", None), ("Minutes", 3), ("Items", None), ("Conflicts", None), ("Answers", 5))
    for meeting in audit.meetings:
        every = [conflict for item in meeting.items for conflict in item.conflicts]
        found = Counter(one.handling for one in every if asks_for_more(one))
        minutes = words(meeting.minutes_status) if meeting.stage is Stage.HELD else words(meeting.stage)
        parts = [f"{found[kind]} {words(kind)}" for kind in Handling if found[kind]]
        to_note = len(every) - found.total()
        told = "; ".join([*parts, *([f"{to_note} only to be noted"] if to_note else [])])
        cells = (Text(minutes), str(len(meeting.items)), str(found.total()), Text(told or "–"))
        table.add_row(meeting.date.isoformat(), *cells)
    return table


def _later(audit: Audit) -> Sequence[RenderableType]:
    """What later declarations changed, conflict by conflict, and how late they were in all."""
    lines = list(later_lines(audit))
    table = late_table(audit.kept_lists.declared_late) if audit.kept_lists is not None else None
    parts: list[RenderableType] = []
    if lines:
        parts.append(Text(f"\n{count(len(lines), 'conflict')} resting on what was declared late", style="bold"))
        parts += [_item_line(one) for one in lines[:_MOST_LATER]]
        if len(lines) > _MOST_LATER:
            parts.append(Text(f"... and {len(lines) - _MOST_LATER} more, in the report and the JSON."))
    return [*parts, *([Text(f"\nDeclared late: {table.summary}")] if table is not None and table.rows else [])]


def _findings(audit: Audit) -> Sequence[RenderableType]:
    found = not_met(audit)
    if not found:
        return [Text("\nNo finding: nothing was found not met.")]
    table = _table(("Weight", None), ("Rule", None), ("What was found", 7), ("Where", 4))
    for one in found[:_MOST_FINDINGS]:
        table.add_row(
            f"{SEVERITY_SIGN[one.severity]} {words(one.severity)}",
            one.rule_id,
            Text(one.statement),
            Text(_where(one, audit)),
        )
    parts: list[RenderableType] = [Text(f"\n{count(len(found), 'finding')} not met", style="bold"), table]
    if len(found) > _MOST_FINDINGS:
        parts.append(Text(f"... and {len(found) - _MOST_FINDINGS} more, no heavier, in the report and the JSON."))
    return parts


def _where(finding: Finding, audit: Audit) -> str:
    parts = [day(finding.meeting)] if finding.meeting else []
    parts += [f"item {finding.item}"] if finding.item else [finding.person] if finding.person else []
    return ", ".join(parts) or finding.committee or audit.body.name


def _areas(audit: Audit) -> Sequence[RenderableType]:
    """The rating of each area, and readiness where it is told."""
    if audit.assessment is None:
        return []
    view = assessment_view(audit.assessment)
    parts: list[RenderableType] = []
    for one in view.audits:
        table = _table((one.title, 7), ("", 3))
        for area in one.areas:
            table.add_row(Text(area.title), Text(f"{area.mark.sign} {area.mark.words}"))
        parts += [Text(""), table]
    if view.readiness is not None:
        mark = view.readiness.mark
        parts.append(Text(f"\nDelegated commissioning: {mark.sign} {mark.words}", style="bold"))
        parts += [_item_line(reason) for reason in view.readiness.reasons]
    return parts


def _papers(audit: Audit) -> Sequence[RenderableType]:
    """Each absent paper once, with the rules it would answer."""
    papers = assessment_view(audit.assessment).papers if audit.assessment is not None else ()
    if not papers:
        return []
    table = _table(("Weight", None), ("Paper", 5), ("Would answer", 5))
    for one in papers:
        table.add_row(f"{one.sign} {one.weight}", Text(one.title), Text(one.rules))
    return [Text(f"\n{count(len(papers), 'paper')} to ask for", style="bold"), table]


def _open(audit: Audit) -> Sequence[RenderableType]:
    found = open_questions(audit)
    if not found:
        return []
    rules: dict[str, list[Finding]] = {}
    for one in found:
        rules.setdefault(one.rule_id, []).append(one)
    told = ", ".join(f"{rule} ({len(group)})" for rule, group in sorted(rules.items()))
    return [Text(f"\n{count(len(found), 'question')} the papers leave open", style="bold"), Text(told)]


def _answers(audit: Audit) -> Sequence[RenderableType]:
    """What was made of people's answers, where the folder holds any."""
    told = list(answers_told(audit))
    return [Text("\nWhat people answered", style="bold"), *(_item_line(one) for one in told)] if told else []


def _unread(audit: Audit) -> Sequence[RenderableType]:
    parts: list[RenderableType] = []
    if audit.rejected:
        parts.append(Text(f"\n{count(len(audit.rejected), 'part')} not understood", style="bold"))
        parts += [_item_line(one.sentence()) for one in audit.rejected[:_MOST_FINDINGS]]
        if len(audit.rejected) > _MOST_FINDINGS:
            parts.append(Text(f"... and {len(audit.rejected) - _MOST_FINDINGS} more, in the report and the JSON."))
    failed = audit.outcomes.get(RuleOutcome.FAILED_TO_RUN, 0)
    if failed:
        parts.append(Text(f"\nRules failed to run {failed} times: no opinion is given.", style="bold"))
    parts += [_item_line(notice) for notice in audit.notices]
    return parts
