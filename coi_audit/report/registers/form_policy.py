"""The checklist of the body's conflicts of interest policy (Annex J), filled from what the body says it covers."""

from __future__ import annotations

from coi_audit.model.assurance import Assurance, Policy
from coi_audit.model.dates import in_words
from coi_audit.model.people import Body
from coi_audit.report.registers.form_parts import Answers, Form, Grid, Part, file_stem

TITLE_J = "Conflicts of interest policy checklist"
# The keys of rules/vocabulary/policy_elements.yaml in this tool's own words: the printed list was not to hand.
ELEMENTS = {
    "definitions": "Definitions: what an interest and a conflict are",
    "declaration_process": "How interests are declared",
    "registers": "The registers",
    "gifts_and_hospitality": "Gifts and hospitality",
    "roles_and_responsibilities": "Roles and responsibilities",
    "meetings": "Meetings",
    "commissioning_cycle": "The commissioning cycle",
    "breaches": "Breaches",
    "training": "Training",
    "impact": "Impact",
}


def form_j(body: Body, assurance: Assurance | None) -> Form:
    """One checklist; what the papers do not tell is left blank."""
    policy = assurance.policy if assurance is not None else None
    named = policy is not None and policy.exists is not False
    on = in_words(policy.approved_on) if policy is not None and policy.approved_on is not None else ""
    rows = tuple((text, _covered(key, policy), "") for key, text in ELEMENTS.items())
    headings = ("What the policy is to cover", "Covered? Yes or no", "Where, or what is to be done")
    parts: tuple[Part, ...] = (
        Answers((("Body", body.name), ("Policy", policy.title if policy and named else ""), ("Approved on", on))),
        Grid(TITLE_J, headings, rows, (44, 18, 38)),
        Answers((("Completed by", ""), ("Date", ""))),
    )
    return Form("J", TITLE_J, file_stem(body.name), body.name, parts)


def _covered(key: str, policy: Policy | None) -> str:
    if policy is None:
        return ""
    if key in policy.missing or policy.exists is False:
        return "No"
    return "Yes" if key in policy.elements else ""
