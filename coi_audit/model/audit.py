"""The result of an audit: meetings with their items and conflicts, findings, counts and the opinion."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coi_audit.model.answers import AnswerEffect
from coi_audit.model.assessment import Assessment
from coi_audit.model.difference import Difference
from coi_audit.model.evidence import InputFile, Rejected, SourceRef
from coi_audit.model.given import FromStore
from coi_audit.model.kept_lists import KeptLists
from coi_audit.model.linking import (
    ChairResult,
    Classification,
    Conflict,
    ItemRecord,
    Party,
    Person,
    QuorumResult,
)
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.organisations import ListEdition
from coi_audit.model.people import Body
from coi_audit.model.policy import PolicyEffect
from coi_audit.model.preparation import Preparation
from coi_audit.model.publication import Confidential, PublicEdition
from coi_audit.model.since import Since
from coi_audit.model.words import (
    CommitteeKind,
    Confidence,
    EvidenceMark,
    MinutesStatus,
    OpinionLevel,
    RuleOutcome,
    Severity,
    Stage,
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """The dated source a finding is measured against."""

    document: str
    locator: str
    url: str | None
    evidence_mark: EvidenceMark
    in_force_from: date
    in_force_until: date | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer about one matter. Only `not_met`, `cannot_tell` and `failed_to_run` become findings."""

    fingerprint: str
    rule_id: str
    title: str
    area: str
    outcome: RuleOutcome
    severity: Severity
    confidence: Confidence
    statement: str
    criterion: Criterion | None
    because: tuple[str, ...] = ()
    ask: str | None = None
    evidence: tuple[SourceRef, ...] = ()
    recommendation: str = ""
    person: str | None = None
    meeting: date | None = None
    committee: str | None = None
    item: str | None = None
    waived_by: str | None = None
    also: tuple[str, ...] = ()  # other meetings the same matter was seen at
    paper_absent: bool = False  # it cannot be told because no paper that would tell is in the folder


@dataclass(frozen=True, slots=True)
class ItemAudit:
    item: AgendaItem
    classification: Classification
    parties: tuple[Party, ...]
    neighbours: tuple[Party, ...]
    conflicts: tuple[Conflict, ...]
    recent: tuple[Conflict, ...]
    quorum: QuorumResult
    chair: ChairResult
    withhold_papers_from: tuple[str, ...]
    record: ItemRecord
    questions: tuple[str, ...] = ()  # what a person should settle: an `ask` party, a namesake


@dataclass(frozen=True, slots=True)
class MeetingAudit:
    date: date
    folder: str
    committee: str
    committee_kind: CommitteeKind
    stage: Stage
    minutes_status: MinutesStatus | None
    present: tuple[Person, ...]
    in_attendance: tuple[Person, ...]
    apologies: tuple[str, ...]
    items: tuple[ItemAudit, ...]
    notes: tuple[str, ...] = ()
    preparation: Preparation | None = None  # of the one meeting that a check looks at; None in an audit of a period

    @property
    def held(self) -> bool:
        return self.stage is not Stage.BEFORE


@dataclass(frozen=True, slots=True)
class MissingMeeting:
    """A meeting of the period that left no papers. `on` is None where only a gap in the rhythm tells of it."""

    committee: str
    on: date | None
    between: tuple[date, date] | None
    why: str
    source: SourceRef | None


@dataclass(frozen=True, slots=True)
class Opinion:
    """`level` is None exactly when the opinion is withheld."""

    level: OpinionLevel | None
    reasons: tuple[str, ...]
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class AuditScope:
    """`period_from` and `period_to` are included; None means open."""

    period_from: date | None = None
    period_to: date | None = None
    meetings: tuple[date, ...] = ()
    as_of_given: bool = True


@dataclass(frozen=True, slots=True)
class Audit:
    body: Body
    as_of: date
    scope: AuditScope
    tool_version: str
    rulebook_sha256: str
    inputs: tuple[InputFile, ...]
    organisation_lists: tuple[ListEdition, ...]
    meetings: tuple[MeetingAudit, ...]
    findings: tuple[Finding, ...]
    outcomes: Mapping[RuleOutcome, int]  # every application of every rule, all six kinds
    rule_outcomes: Mapping[str, Mapping[RuleOutcome, int]]  # the same by rule id, every rule of the rulebook
    rejected: tuple[Rejected, ...]
    waived: tuple[Finding, ...]
    notices: tuple[str, ...]
    opinion: Opinion
    missing: tuple[MissingMeeting, ...] = ()
    edition: str | None = None  # the edition asked for with "what if"; None: each event under the one of its day
    policy: tuple[PolicyEffect, ...] = ()  # what the body's own policy changed in the rulebook
    differences: tuple[Difference, ...] = ()  # from the audit without that policy, or under the editions of the day
    answers: tuple[AnswerEffect, ...] = ()  # every answer of answers.yaml and what became of it
    assessment: Assessment | None = None  # areas rated, returns answered, papers to ask for; None for one meeting
    kept_lists: KeptLists | None = None  # how well the body's lists are kept; None for one meeting
    since: Since | None = None  # what changed since the last report; None where none was given
    confidential: Confidential | None = None  # what the papers tell of what may be published; a public edition has none
    public: PublicEdition | None = None  # what was kept back, where this is the public edition
    kept: FromStore | None = None  # of an audit made from a store: its trail's head, judgements and actions
