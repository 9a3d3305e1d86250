"""A body's year through the product: linking, required actions, quorum, chair, the whole rulebook, every finding."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from benchmarks.england_records import Prepared
from coi_audit import app, paths
from coi_audit.audit.engine import Verdicts, run_rules
from coi_audit.audit.examine import examine
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.units import meeting_units
from coi_audit.model.words import RuleOutcome


@dataclass(slots=True)
class Told:
    """What came out, added up over bodies. `raised` counts `not_met` by rule."""

    units: int = 0
    conflicts: int = 0
    findings: int = 0
    sentences: int = 0
    applications: int = 0
    raised: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)  # of CPU, by what was done

    def add(self, verdicts: Verdicts) -> None:
        self.findings += len(verdicts.findings)
        self.sentences += sum(len(one.because) + 1 for one in verdicts.findings)
        for rule, counts in verdicts.counts.items():
            self.applications += sum(counts.values())
            self.raised[rule] += counts[RuleOutcome.NOT_MET]


def books() -> app.Books:
    """The rulebook and its tables, read once and outside what is timed."""
    return app.load_books(paths.rules_folder())


def knowledge_of(prepared: Prepared, known: app.Books) -> Knowledge:
    """What the engine needs for one body."""
    return app.knowledge_for(prepared.body, books=known, lists=None)


def audit_year(prepared: Prepared, knowledge: Knowledge, told: Told) -> None:
    """Every meeting of one body examined, and every rule of meetings, items and conflicts applied."""
    begun = time.process_time()
    examined = [examine(one, knowledge) for one in prepared.meetings]
    linked = time.process_time()
    units = [unit for one in examined for unit in meeting_units(one, prepared.body)]
    stated = time.process_time()
    verdicts = run_rules(units, body=prepared.body, knowledge=knowledge)
    told.seconds["linking, required actions, quorum and chair"] += linked - begun
    told.seconds["facts of meetings, items and conflicts"] += stated - linked
    told.seconds["rules, findings and their sentences"] += time.process_time() - stated
    told.add(verdicts)
    told.units += len(units)
    told.conflicts += sum(unit.conflict is not None for unit in units)


def audit_all(ready: Iterable[tuple[Prepared, Knowledge]], told: Told | None = None) -> Told:
    """All the bodies, one after the other."""
    told = told or Told()
    for prepared, knowledge in ready:
        audit_year(prepared, knowledge, told)
    return told
