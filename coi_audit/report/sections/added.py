"""The sections that stand beside findings and meetings, put together for the templates."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from coi_audit.model.audit import Audit
from coi_audit.model.evidence import InputFile
from coi_audit.model.kept_lists import KeptList, KeptLists
from coi_audit.report.later_view import late_table
from coi_audit.report.sections.extract import extract
from coi_audit.report.sections.findings_by_rule import in_brief, plan_lines, weight_groups
from coi_audit.report.sections.given_view import STANDS_BESIDE, given_view
from coi_audit.report.sections.kept_view import comparisons, kept_section
from coi_audit.report.sections.matrix import legend, matrices
from coi_audit.report.sections.quorum_view import quorum_view
from coi_audit.report.sections.since_view import since_view
from coi_audit.report.tallies import Tallies
from coi_audit.rulebook.types import Rulebook


def added_sections(audit: Audit, rulebook: Rulebook, tallies: Tallies) -> dict[str, Any]:
    """What the templates of these sections name."""
    groups = weight_groups(audit, {source.title: key for key, source in rulebook.sources.items()})
    kept = audit.kept_lists or KeptLists()
    return {
        "groups": groups,
        "in_brief": in_brief(audit),
        "plan": plan_lines(groups, audit),
        "given": given_view(audit),
        "stands_beside": STANDS_BESIDE,
        "since": since_view(audit),
        "matrices": matrices(audit),
        "matrix_legend": legend(),
        "quorums": quorum_view(audit),
        "register_editions": comparisons(kept.of(KeptList.INTERESTS)),
        "declared_late": late_table(kept.declared_late),
        "procurement": kept_section(KeptList.PROCUREMENT, "procurement", audit, groups),
        "gifts": kept_section(KeptList.GIFTS, "gifts", audit, groups),
        "training": kept_section(KeptList.TRAINING, "training", audit, groups),
        "extract": extract(audit, tallies),
    }


def inputs_sha256(inputs: Sequence[InputFile]) -> str:
    """One hash over all papers: of the lines that `sha256sum` prints of them, in the order of their paths."""
    lines = "".join(f"{one.sha256}  {one.path}\n" for one in sorted(inputs, key=lambda one: one.path))
    return hashlib.sha256(lines.encode()).hexdigest()
