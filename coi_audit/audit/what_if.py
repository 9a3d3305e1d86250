"""One case audited with its people's answers and its body's policy, or as another edition would, and the difference."""

from __future__ import annotations

from dataclasses import replace

from coi_audit.audit.answered import answered_case, knowing
from coi_audit.audit.compare import Sides, compare
from coi_audit.audit.knowledge import Knowledge
from coi_audit.audit.run import Request, run_audit
from coi_audit.audit.settle import NOTHING_ANSWERED, settle
from coi_audit.model.answers import EFFECT_TITLE
from coi_audit.model.audit import Audit
from coi_audit.model.case import Case
from coi_audit.rulebook.editions import edition_day, rulebook_under, table_under
from coi_audit.rulebook.policy import under_policy

_ANSWERS = Sides(
    EFFECT_TITLE,
    "Without them",
    "With them",
    "An answer settles what the papers left open.",
)
_POLICY = Sides("What the body's own policy changes in this audit", "Without it", "With it")


def audit_case(
    case: Case, *, request: Request, knowledge: Knowledge, tool_version: str, edition: str | None = None
) -> Audit:
    """The audit under the body's policy where it has one, and under `edition` where one is asked for.

    The differences tell what would come out otherwise without the answers, without the policy, and under the editions
    of each day: an answer that takes a conflict away is shown to have done so. Raises
    `UserError` for an edition that is not known.
    """
    changes = case.records.policy_changes
    policy = under_policy(knowledge.rulebook, knowledge.actions, changes)
    unanswered = replace(knowledge, rulebook=policy.rulebook, actions=policy.table)
    settled = settle(case, request=request, knowledge=unanswered) if case.records.answers else NOTHING_ANSWERED
    papers, own = answered_case(case, settled.book), knowing(unanswered, settled.book)
    audit = run_audit(papers, request=request, knowledge=own, tool_version=tool_version)
    audit = replace(audit, answers=settled.effects)
    if settled.book:
        without = run_audit(case, request=request, knowledge=unanswered, tool_version=tool_version)
        effect = compare(without, audit, sides=_ANSWERS, books=(own.rulebook, own.rulebook))
        audit = replace(audit, differences=(effect,))
    if changes:
        before = replace(own, rulebook=knowledge.rulebook, actions=knowledge.actions)
        plain = run_audit(papers, request=request, knowledge=before, tool_version=tool_version)
        books = (knowledge.rulebook, own.rulebook)
        effect = compare(plain, audit, sides=_POLICY, books=books)
        rejected = (*audit.rejected, *policy.refused)
        audit = replace(audit, policy=policy.applied, rejected=rejected, differences=(*audit.differences, effect))
    return audit if edition is None else _under(edition, audit, papers, request=request, knowledge=own)


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
    kept = replace(other, policy=audit.policy, answers=audit.answers, rejected=audit.rejected)
    return replace(kept, edition=key, differences=differences)
