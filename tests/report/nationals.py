"""An invented national picture with something in every pile, for the tests of its papers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coi_audit.audit.side_by_side import side_by_side
from coi_audit.model.assessment import ReadinessLevel
from coi_audit.model.national import AreaLevel, BodyState, BodySummary, National, Region, RuleCount, Step, Tie
from coi_audit.model.words import Handling, OpinionLevel, Severity

AS_OF = date(2019, 5, 31)
LONG = "Olufunmilayo-Katherine Featherstonehaugh-Llanwrtyd-Montgomery"
_REGIONS = [*Region, None]
_AREAS = (
    ("Five areas", "Registers", "compliant"),
    ("Five areas", "Meetings", "non_compliant"),
    ("Four areas", "Finance", "full"),
)


def body(number: int) -> BodySummary:
    """One body; its level, opinion and region go round with the number, and one in ten cannot be audited."""
    name = f"NHS Łódź & {chr(65 + number % 26)}mere {number} CCG"
    if number % 10 == 9:
        return BodySummary(
            f"/a/{number}", f"{number}-broken", BodyState.FAILED, problem=f"/a/{number}: no name. To fix: give it."
        )
    level = [*ReadinessLevel, None][number % 4]
    now = level in (ReadinessLevel.NOW, None)
    steps = (
        ()
        if now
        else (Step("A member voted", ReadinessLevel.LATER, ("MTG-07",)), Step("The policy", ReadinessLevel.SOON))
    )
    return BodySummary(
        folder=f"/a/{number}",
        name=name,
        state=BodyState.UNCHANGED if number % 2 else BodyState.AUDITED,
        ods_code=f"Z{number:03d}",
        opinion=list(OpinionLevel)[number % 4],
        withheld=number % 8 == 7,
        readiness=level,
        areas=tuple(AreaLevel(*one) for one in _AREAS),
        rules=(RuleCount("MTG-07", "A member took part in the decision", Severity.CRITICAL, 1 + number % 3),),
        handling={Handling.MANAGED: 1 if number == 4 else 18, Handling.NOT_DECLARED: 19 if number == 4 else 2},
        meetings=6,
        items=48,
        conflicts=20,
        not_met=1 + number % 3,
        cannot_tell=number,
        rejected=number % 2,
        people=(LONG, f"Dr Ada Number{number}"),
        ties=(Tie(f"Dr Ada Number{number}", "=Fern Care Ltd", None),),
        steps=steps,
        region=_REGIONS[number % 8],
    )  # fmt: skip


def national(count: int = 20, *, placed: bool = True) -> National:
    """So many bodies side by side; with `placed` the lists told their regions."""
    bodies = [body(number) for number in range(count)]
    if not placed:
        bodies = [replace(one, region=None) for one in bodies]
    return side_by_side(bodies, as_of=AS_OF, as_of_given=True, tool_version="0.0.1", rulebook_sha256="ab" * 32)
