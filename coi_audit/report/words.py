"""The closed vocabularies in plain English: what the reports print where the JSON prints a value."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from coi_audit.model.assessment import CertificationAnswer, ComplianceLevel, Frequency, ReadinessLevel
from coi_audit.model.audit import Audit, AuditScope
from coi_audit.model.dates import in_words
from coi_audit.model.given import ActionState, View
from coi_audit.model.words import (
    Action,
    BodyKind,
    CommitteeKind,
    Confidence,
    EvidenceMark,
    Force,
    Handling,
    InterestCategory,
    LinkKind,
    MinutesStatus,
    OpinionLevel,
    Purpose,
    Role,
    RuleOutcome,
    Scope,
    Severity,
    Stage,
)

_WORDS: Mapping[type[StrEnum], Mapping[StrEnum, str]] = {
    Action: {
        Action.NONE: "nothing",
        Action.NOTE: "interest noted",
        Action.STAY_NO_VOTE: "stay, no part in the decision",
        Action.DISCUSS_THEN_LEAVE: "discuss, then leave",
        Action.LEAVE: "leave for the item",
        Action.LEAVE_NO_PAPERS: "leave for the item, no papers",
        Action.NOT_ATTEND: "not attend the meeting",
    },
    Handling: {
        Handling.MANAGED: "managed",
        Handling.BELOW_WITH_REASON: "less than required, reason given",
        Handling.BELOW_WITHOUT_REASON: "less than required, no reason",
        Handling.NOT_DECLARED: "not declared at the meeting",
        Handling.NOT_ON_REGISTER: "declared, not on the register",
        Handling.RECORD_TOO_THIN: "record too thin to tell",
        Handling.NOT_YET_HELD: "not yet held",
    },
    LinkKind: {
        LinkKind.NAMED_PARTY: "named in the item",
        LinkKind.PROVIDER_PARTY: "a provider the item is about",
        LinkKind.NEIGHBOUR: "a neighbouring practice",
        LinkKind.SHARED: "shared with other practices",
        LinkKind.PERSONAL: "the person's own pay or post",
        LinkKind.UNCLEAR: "not settled: to be asked",
    },
    Severity: {
        Severity.INFO: "For information",
        Severity.LOW: "Low",
        Severity.MEDIUM: "Medium",
        Severity.HIGH: "High",
        Severity.CRITICAL: "Critical",
    },
    Confidence: {
        Confidence.CERTAIN: "names matched beyond doubt",
        Confidence.LIKELY: "names very likely matched",
        Confidence.ASK: "to be confirmed with the person",
    },
    RuleOutcome: {
        RuleOutcome.MET: "Met",
        RuleOutcome.NOT_MET: "Not met",
        RuleOutcome.CANNOT_TELL: "Cannot tell",
        RuleOutcome.NOT_APPLICABLE: "Not applicable",
        RuleOutcome.NOT_IN_FORCE: "Not in force",
        RuleOutcome.FAILED_TO_RUN: "Failed to run",
    },
    EvidenceMark: {
        EvidenceMark.SEEN: "read in the source",
        EvidenceMark.RECALLED: "recalled; to be checked against the source",
        EvidenceMark.DESIGN: "this tool's own presumption",
    },
    Force: {Force.MUST: "must", Force.SHOULD: "should", Force.LOCAL: "local"},
    OpinionLevel: {
        OpinionLevel.FULL: "Full assurance",
        OpinionLevel.SUBSTANTIAL: "Substantial assurance",
        OpinionLevel.LIMITED: "Limited assurance",
        OpinionLevel.NO: "No assurance",
    },
    ComplianceLevel: {
        ComplianceLevel.COMPLIANT: "Compliant",
        ComplianceLevel.PARTIALLY_COMPLIANT: "Partially compliant",
        ComplianceLevel.NON_COMPLIANT: "Non-compliant",
    },
    ReadinessLevel: {
        ReadinessLevel.NOW: "Ready now",
        ReadinessLevel.SOON: "Ready soon",
        ReadinessLevel.LATER: "Ready later",
    },
    CertificationAnswer: {
        CertificationAnswer.YES: "Yes",
        CertificationAnswer.NO: "No",
        CertificationAnswer.CANNOT_TELL: "Cannot tell",
        CertificationAnswer.ASK_THE_BODY: "Ask the body",
    },
    Frequency: {Frequency.QUARTERLY: "Each quarter", Frequency.ANNUAL: "Each year"},
    Scope: {
        Scope.NAMED_PRACTICE: "named practice",
        Scope.SOME_PRACTICES: "a group of practices",
        Scope.ALL_PRACTICES: "all practices",
        Scope.OTHER_PROVIDER: "another provider",
        Scope.INTERNAL: "the body's own affairs",
        Scope.NONE: "procedure",
    },
    Purpose: {
        Purpose.DECISION: "for decision",
        Purpose.DISCUSSION: "for discussion",
        Purpose.INFORMATION: "for information",
    },
    Role: {
        Role.LAY: "lay member",
        Role.EXECUTIVE: "executive",
        Role.GP: "GP",
        Role.PRACTICE_MANAGER: "practice manager",
        Role.NURSE: "nurse",
        Role.SECONDARY_CARE: "secondary care doctor",
        Role.HEALTHWATCH: "Healthwatch",
        Role.HWB: "health and wellbeing board",
        Role.NHS_ENGLAND: "NHS England",
        Role.LMC: "local medical committee",
        Role.PUBLIC_HEALTH: "public health",
        Role.OTHER: "other",
    },
    InterestCategory: {
        InterestCategory.FINANCIAL: "financial",
        InterestCategory.NON_FINANCIAL_PROFESSIONAL: "non-financial professional",
        InterestCategory.NON_FINANCIAL_PERSONAL: "non-financial personal",
    },
    MinutesStatus: {
        MinutesStatus.DRAFT: "draft minutes",
        MinutesStatus.RATIFIED: "ratified minutes",
        MinutesStatus.UNSTATED: "minutes that do not say whether they are draft or ratified",
    },
    Stage: {
        Stage.BEFORE: "still to be held",
        Stage.HELD: "held",
        Stage.NO_MINUTES: "date passed, no minutes in the folder",
    },
    View: {View.AGREE: "agreed", View.DISAGREE: "disagreed", View.UNSURE: "was unsure"},
    ActionState: {ActionState.OPEN: "open", ActionState.DONE: "done", ActionState.DROPPED: "dropped"},
    BodyKind: {BodyKind.CCG: "clinical commissioning group", BodyKind.ICB: "integrated care board"},
    CommitteeKind: {
        CommitteeKind.GOVERNING_BODY: "governing body",
        CommitteeKind.PCCC: "primary care commissioning committee",
        CommitteeKind.JOINT: "joint committee",
        CommitteeKind.AUDIT: "audit committee",
        CommitteeKind.REMUNERATION: "remuneration committee",
        CommitteeKind.OTHER: "other committee",
    },
}

# What a person is told to do, in the secretary's pack: an order, not a label.
DO: Mapping[Action, str] = {
    Action.NONE: "Nothing to do",
    Action.NOTE: "Declare it and have it noted; take part as usual",
    Action.STAY_NO_VOTE: "Declare it, stay in the room, take no part in the decision",
    Action.DISCUSS_THEN_LEAVE: "Declare it, join the discussion, leave before the decision",
    Action.LEAVE: "Declare it and leave for the whole item",
    Action.LEAVE_NO_PAPERS: "Declare it, leave for the whole item, be sent no papers for it",
    Action.NOT_ATTEND: "Do not attend; be sent no papers",
}

# A sign beside every word that colour would otherwise carry alone.
SEVERITY_SIGN: Mapping[Severity, str] = {
    Severity.CRITICAL: "▲▲",
    Severity.HIGH: "▲",
    Severity.MEDIUM: "◆",
    Severity.LOW: "•",
    Severity.INFO: "·",
}
HANDLING_SIGN: Mapping[Handling, str] = {
    Handling.MANAGED: "✓",
    Handling.BELOW_WITH_REASON: "◆",
    Handling.BELOW_WITHOUT_REASON: "▲",
    Handling.NOT_DECLARED: "▲",
    Handling.NOT_ON_REGISTER: "◆",
    Handling.RECORD_TOO_THIN: "☐",
    Handling.NOT_YET_HELD: "→",
}
ACTION_SIGN: Mapping[Action, str] = {
    Action.NONE: "·",
    Action.NOTE: "✓",
    Action.STAY_NO_VOTE: "☐",
    Action.DISCUSS_THEN_LEAVE: "▶",
    Action.LEAVE: "→",
    Action.LEAVE_NO_PAPERS: "→×",
    Action.NOT_ATTEND: "×",
}
SIGNS = "".join(sorted({*"".join((*SEVERITY_SIGN.values(), *HANDLING_SIGN.values(), *ACTION_SIGN.values()))}))

OUTCOME_MEANING: Mapping[RuleOutcome, str] = {
    RuleOutcome.MET: "What the rule asks for was there.",
    RuleOutcome.NOT_MET: "It was not, and the papers show it.",
    RuleOutcome.CANNOT_TELL: "The papers do not say; a question is printed that would settle it.",
    RuleOutcome.NOT_APPLICABLE: "The rule does not speak of this matter.",
    RuleOutcome.NOT_IN_FORCE: "No version of the rule held on that day.",
    RuleOutcome.FAILED_TO_RUN: "The rule crashed; the opinion is withheld until it runs.",
}
INPUT_KIND: Mapping[str, str] = {
    "body": "about the body",
    "register": "register of interests",
    "agenda": "agenda",
    "minutes": "minutes",
    "attendance": "attendance",
    "decisions": "rulings",
    "organisations": "local organisations",
    "answers": "answers to open questions",
    "unknown": "not understood",
}


def words(value: StrEnum | None) -> str:
    """A closed value in plain English; "not stated" for None. Raises `KeyError` for a vocabulary not listed here."""
    return "not stated" if value is None else _WORDS[type(value)][value]


def vocabularies() -> Mapping[type[StrEnum], Mapping[StrEnum, str]]:
    """Every vocabulary with its words; a test holds it complete."""
    return _WORDS


def sentence(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def count(number: int, one: str, many: str | None = None) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number:,} {one if number == 1 else (many or one + 's')}"


def listed(parts: list[str] | tuple[str, ...]) -> str:
    """`a`, `a and b`, `a, b and c`."""
    return " and ".join([", ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else "".join(parts)


def day(value: date | None) -> str:
    """`5 September 2017`; "not stated" for None."""
    return "not stated" if value is None or value == date.min else in_words(value)


def period_of(scope: AuditScope) -> str:
    """The period in words, from what was asked for, else from the meetings themselves."""
    start, end = scope.period_from, scope.period_to
    if start and end:
        return f"{in_words(start)} to {in_words(end)}"
    if start:
        return f"from {in_words(start)}"
    if end:
        return f"up to {in_words(end)}"
    days = sorted(scope.meetings)
    if not days:
        return "no meeting"
    return in_words(days[0]) if len(set(days)) == 1 else f"{in_words(days[0])} to {in_words(days[-1])}"


def opinion_words(audit: Audit) -> str:
    """The opinion as the cover prints it."""
    if audit.opinion.withheld or audit.opinion.level is None:
        return "Opinion withheld"
    return words(audit.opinion.level)
