"""The chase for the terminal and as plain data: who owes what, by when, and by which rule."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from coi_audit.model.chase import Chase, Debt, Debtor, Lead, Owed, Reason
from coi_audit.report.evidence_json import evidence_document
from coi_audit.report.words import count, day, sentence

_MOST_LEADS = 12
OWED_WORDS = {
    Owed.DECLARATION: "no declaration",
    Owed.REFRESH: "refresh",
    Owed.UPDATE: "new role",
    Owed.INTEREST: "not on the register",
    Owed.DETAIL: "missing part",
    Owed.ACTION: "action",
}


def due_words(debt: Debt) -> str:
    """`20 September 2017, 117 days ago`; of what no rule gives a day, that it is owed now."""
    if debt.due is None:
        return "now: no day is named"
    return f"{day(debt.due)}, {count(debt.overdue, 'day')} ago" if debt.overdue else day(debt.due)


def source_of(reason: Reason) -> str:
    """Where the rule comes from: document and section; of an action, nothing."""
    told = reason.criterion
    return f"{told.document}, {told.locator}" if told is not None else ""


def chase_view(found: Chase) -> RenderableType:
    """Counts, then one row a thing owed, each person's together, then what is to be asked of the body."""
    parts: list[RenderableType] = [
        Text(f"{found.body.name}: who owes what, as at {day(found.as_of)}", style="bold"),
        Text(_counts(found)),
        *(Text(one) for one in found.notices),
    ]
    if found.debtors:
        parts += [Text(""), _table(found.debtors)]
    if found.leads:
        parts.append(Text(f"\n{count(len(found.leads), 'question')} the papers leave open, and nobody's debt", "bold"))
        parts += [Text(f"• {one.ask}") for one in found.leads[:_MOST_LEADS]]
        if len(found.leads) > _MOST_LEADS:
            parts.append(Text(f"... and {len(found.leads) - _MOST_LEADS} more, in the JSON."))
    if not found.with_actions:
        parts.append(Text("\nActions are kept in a store: with --store those still open are chased too.", style="dim"))
    parts += [Text(f"Failed to run: {one}", style="bold") for one in found.failed]
    parts.append(Text("\nNothing was sent. --csv FILE writes a row a person; --messages writes drafts.", style="dim"))
    return Group(*parts)


def _counts(found: Chase) -> str:
    told = [f"{len(found.debtors)} of {count(found.people, 'person', 'people')} owe something"]
    told[0] += f", counting what falls due within {count(found.within, 'day')}" if found.within else ""
    told += [f"{OWED_WORDS[kind]}: {len(owing)}" for kind in Owed if (owing := found.owing(kind))]
    late = sum(one.overdue > 0 for one in found.debtors)
    return " · ".join([*told, *([f"overdue: {late}"] if late else [])])


def _table(debtors: Sequence[Debtor]) -> Table:
    table = Table(box=box.SIMPLE_HEAD, expand=True, pad_edge=False, padding=(0, 1), show_edge=False)
    for name, ratio in (("Who", 3), ("What is owed", 6), ("Due", 3), ("Rule", None)):
        table.add_column(name, ratio=ratio, overflow="fold")
    for one in debtors:
        for place, debt in enumerate(one.debts):
            rules = ", ".join(reason.rule_id for reason in debt.reasons)
            table.add_row(Text("" if place else one.person), Text(sentence(debt.what)), Text(due_words(debt)), rules)
    return table


def chase_document(found: Chase) -> dict[str, Any]:
    """The same as plain types, ready for JSON, with every place and source."""
    return {
        "body": {"name": found.body.name, "ods_code": found.body.ods_code},
        "as_of": found.as_of.isoformat(),
        "people": found.people,
        "with_actions": found.with_actions,
        "within_days": found.within,
        "owed": {kind.value: len(found.owing(kind)) for kind in Owed},
        "debtors": [_debtor(one) for one in found.debtors],
        "papers_to_ask_for": [_lead(one) for one in found.leads],
        "notices": list(found.notices),
        "failed": list(found.failed),
    }


def _debtor(one: Debtor) -> dict[str, Any]:
    return {
        "person": one.person,
        "committees": list(one.committees),
        "due": one.due.isoformat() if one.due else None,
        "overdue_days": one.overdue,
        "owes": [_debt(debt) for debt in one.debts],
    }


def _debt(debt: Debt) -> dict[str, Any]:
    return {
        "kind": debt.kind.value,
        "what": debt.what,
        "due": debt.due.isoformat() if debt.due else None,
        "due_from": debt.due_from,
        "overdue_days": debt.overdue,
        "action": debt.number,
        "rules": [
            {
                "rule_id": reason.rule_id,
                "title": reason.title,
                "because": list(reason.because),
                "source": source_of(reason),
                "fingerprint": reason.fingerprint,
            }
            for reason in debt.reasons
        ],
        "evidence": [evidence_document(one) for one in debt.evidence],
    }


def _lead(lead: Lead) -> dict[str, Any]:
    return {"ask": lead.ask, "rule_ids": list(lead.rule_ids), "people": list(lead.people)}
