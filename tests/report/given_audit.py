"""The invented audit as if it came from a store: judged findings, actions of its plan and of an earlier one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from audits import audit

from coi_audit.model.audit import Audit
from coi_audit.model.given import Action, ActionState, FromStore, Judgement, View
from coi_audit.model.kept import Anchor

HEAD = Anchor(7, "5e" * 32)
REVIEWER, OWNER, WORDS, REMARK = "Thaddeus Quillmoor", "Wilhelmina Strake", "Mortimer Glaisby", "Leopold Fenwright"


def given() -> Audit:
    """The audit with what `kept` can hold, each kind once or more."""
    plain = audit()
    first, second, *_ = (one.fingerprint for one in plain.findings if one.outcome.value == "not_met")
    waived = plain.waived[0].fingerprint
    judgements = (
        Judgement(first, View.DISAGREE, f"{WORDS} saw her leave.", REVIEWER, date(2018, 3, 3)),
        Judgement(waived, View.AGREE, "", REVIEWER, date(2018, 3, 4)),
        Judgement("0" * 16, View.UNSURE, "No papers yet.", REVIEWER, date(2018, 3, 5)),
    )
    actions = (
        Action(1, ("MTG-07",), "Log it.", (first,), OWNER, date(2017, 1, 31), ActionState.OPEN, f"With {REMARK}."),
        Action(2, ("MTG-07",), "Ask the chair.", ("0" * 16,), "", None, ActionState.OPEN, ""),
        Action(3, ("MTG-07",), "Write to all.", ("1" * 16,), OWNER, None, ActionState.DONE, ""),
        Action(4, ("MTG-07",), "Log it.", (second,), OWNER, date(2030, 1, 31), ActionState.OPEN, ""),
    )
    return replace(plain, kept=FromStore(HEAD, None, judgements, actions))
