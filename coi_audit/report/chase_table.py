"""The chase as a table for a mail merge: one row a person."""

from __future__ import annotations

import csv
from io import StringIO

from coi_audit.model.chase import Chase, Debtor
from coi_audit.report.chase_text import due_words, source_of
from coi_audit.report.greeting import greeting
from coi_audit.report.office_file import never_a_formula, writable
from coi_audit.report.words import day, sentence

COLUMNS = (
    "Name",
    "Greeting",
    "Committee",
    "What is owed",
    "How many things",
    "Due",
    "Due in words",
    "Days overdue",
    "Rules",
    "Sources",
    "Body",
    "As at",
)


def chase_csv(found: Chase) -> str:
    """With commas, one row a person; it begins with the mark by which Excel knows UTF-8.

    No cell is taken for a formula. Days are as 2018-01-15; "Due" is empty where no rule names a day.
    """
    out = StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for one in found.debtors:
        writer.writerow([never_a_formula(writable(cell)) for cell in _row(one, found)])
    return "\ufeff" + out.getvalue()


def _row(one: Debtor, found: Chase) -> tuple[str, ...]:
    owed = [f"{sentence(debt.what)} (due {due_words(debt)})" for debt in one.debts]
    sources = dict.fromkeys(source_of(reason) for debt in one.debts for reason in debt.reasons)
    return (
        one.person,
        greeting(one.person),
        "; ".join(one.committees),
        "\n".join(owed),
        str(len(one.debts)),
        one.due.isoformat() if one.due else "",
        day(one.due) if one.due else "now",
        str(one.overdue),
        ", ".join(one.rules),
        "\n".join(source for source in sources if source),
        found.body.name,
        found.as_of.isoformat(),
    )
