"""One case audited as its body's policy has it, or as another edition would, with the difference explained."""

from __future__ import annotations

from dataclasses import replace

from coi_audit.audit.compare import Sides, compare
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request, run_audit
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.rulebook.editions import edition_day, rulebook_under, table_under
from coi_audit.rulebook.policy import under_policy

_POLICY = Sides("What the body's own policy changes in this audit", "Without it", "With it")


def audit_case(
    case: Case, *, request: Request, knowledge: Knowledge, tool_version: str, edition: str | None = None
) -> Audit:
    """The audit under the body's policy where it has one, and under `edition` where one is asked for.

    The differences tell what would come out otherwise without the policy, and under the editions of each day. Raises
    `UserError` for an edition that is not known.
    """
    changes = case.records.policy_changes
    policy = under_policy(knowledge.rulebook, knowledge.actions, changes)
    own = replace(knowledge, rulebook=policy.rulebook, actions=policy.table)
    audit = run_audit(case, request=request, knowledge=own, tool_version=tool_version)
    if changes:
        plain = run_audit(case, request=request, knowledge=knowledge, tool_version=tool_version)
        books = (knowledge.rulebook, own.rulebook)
        effect = compare(plain, audit, sides=_POLICY, books=books)
        rejected = (*audit.rejected, *policy.refused)
        audit = replace(audit, policy=policy.applied, rejected=rejected, differences=(effect,))
    return audit if edition is None else _under(edition, audit, case, request=request, knowledge=own)


def _under(edition: str, audit: Audit, case: Case, *, request: Request, knowledge: Knowledge) -> Audit:
    day = edition_day(knowledge.actions, edition)
    rulebook, table = rulebook_under(knowledge.rulebook, day), table_under(knowledge.actions, day)
    there = replace(knowledge, rulebook=rulebook, actions=table)
    other = run_audit(case, request=request, knowledge=there, tool_version=audit.tool_version)
    key = edition.strip().upper()
    title = f"What the edition {key} changes against the edition in force on each day"
    sides = Sides(title, "On the day", f"Under {key}")
    effect = compare(audit, other, sides=sides, books=(knowledge.rulebook, rulebook))
    differences = (*audit.differences, effect)
    return replace(other, edition=key, policy=audit.policy, rejected=audit.rejected, differences=differences)
