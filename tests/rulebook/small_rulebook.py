"""A rulebook of one rule on one check, written to a folder, for tests that bend it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from coi_audit.checks import Check
from coi_audit.model.facts import MemberFacts
from coi_audit.model.outcome import Outcome, cannot_tell, met, not_met
from coi_audit.model.words import Examines, Role

SOURCES = """\
OLD:
  title: The old guidance
  publisher: A publisher
  in_force: {from: 2014-01-01, until: 2015-12-31}
  evidence: seen
NEW:
  title: The new guidance
  publisher: A publisher
  in_force: {from: 2016-01-01}
  url: https://example.org/guidance
  evidence: recalled
  note: Invented for a test.
"""

RULE = """\
id: TST-01
title: A declaration is old
area: declaration
severity: high
examines: member
check: months_old
message: $member, $role on $committee, last declared on $last_confirmed_on.
recommendation: Ask for a new one.
question: When did $member last declare?
versions:
  - in_force: {from: 2014-01-01, until: 2015-12-31}
    evidence: seen
    citation: {source: OLD, locator: "Declaring interests"}
    params: {since: 2014-06-01}
  - in_force: {from: 2016-01-01}
    evidence: recalled
    citation: {source: NEW, locator: "Declaring interests"}
    params: {since: 2016-06-01, roles: [gp, lay]}
    severity: info
cases:
  - name: Before the guidance
    on: 2013-12-31
    given: {last_confirmed_on: 2013-01-01}
    expect: not_in_force
  - name: Declared since
    on: 2015-12-31
    given: {last_confirmed_on: 2014-06-01}
    expect: met
  - name: Declared before
    given: {member: Dr Nia Frost, last_confirmed_on: 2016-05-31, role: gp}
    expect: not_met
    because: declared too early
    severity: info
"""


@dataclass(frozen=True)
class Params:
    since: date
    roles: tuple[Role, ...] = ()


def months_old(facts: MemberFacts, params: Params) -> Outcome:
    if facts.last_confirmed_on is None:
        return cannot_tell("No date.", ask="When?")
    if facts.last_confirmed_on >= params.since:
        return met("Declared since.")
    return not_met("Declared too early.")


def crashing(facts: MemberFacts, params: None) -> Outcome:
    raise ZeroDivisionError("division by zero")


CHECKS = {
    "months_old": Check("months_old", Examines.MEMBER, Params, months_old),
    "crashing": Check("crashing", Examines.MEMBER, None, crashing),
}


def write(folder: Path, *, rule: str = RULE, sources: str | None = SOURCES, name: str = "TST-01.yaml") -> Path:
    """Write rules/ below `folder` and return it."""
    rules = folder / "rules"
    (rules / "declaration").mkdir(parents=True)
    if sources is not None:
        (rules / "sources.yaml").write_text(sources, encoding="utf-8")
    (rules / "declaration" / name).write_text(rule, encoding="utf-8")
    return rules
