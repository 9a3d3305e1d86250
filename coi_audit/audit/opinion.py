"""The opinion: the scale of rules/opinion.yaml on the findings, withheld where there is nothing to stand on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from coi_audit.audit.engine import Verdicts
from coi_audit.audit.examine import Examined
from coi_audit.model.audit import MissingMeeting, Opinion
from coi_audit.model.case import Case
from coi_audit.model.words import OpinionLevel, Stage
from coi_audit.rulebook.opinion import OpinionScale


def form_opinion(
    verdicts: Verdicts,
    *,
    case: Case,
    examined: Sequence[Examined],
    missing: Sequence[MissingMeeting],
    scale: OpinionScale,
) -> Opinion:
    """The level with its reasons. No level better than substantial is given while papers are missing or unread."""
    if not any(register.interests or register.nil_returns for register in case.registers):
        return Opinion(None, ("Withheld: no register of interests could be read.",), withheld=True)
    if not any(one.audit.stage is Stage.HELD for one in examined):
        return Opinion(None, ("Withheld: no minutes of a meeting in the period could be read.",), withheld=True)
    found = scale.judge((*verdicts.findings, *verdicts.failed))
    opinion = Opinion(found.level, found.reasons, found.withheld)
    gaps = []
    if missing:
        gaps.append(f"{len(missing)} meeting{'s' if len(missing) > 1 else ''} of the period left no papers.")
    unread = [one for one in case.rejected if not one.place]
    if unread:
        gaps.append(f"{len(unread)} file{'s were' if len(unread) > 1 else ' was'} not read.")
    if not gaps or opinion.withheld:
        return opinion
    level = OpinionLevel.SUBSTANTIAL if opinion.level is OpinionLevel.FULL else opinion.level
    return replace(opinion, level=level, reasons=(*opinion.reasons, *gaps))
