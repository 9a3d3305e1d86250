"""An invented audit with something in every pile, for the tests of the reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from coi_audit.model.assessment import (
    AreaRating,
    Assessment,
    AuditRating,
    CertificationAnswer,
    CertificationLine,
    ComplianceLevel,
    Frequency,
    Hurdle,
    PaperToAsk,
    Readiness,
    ReadinessLevel,
    ScaleName,
)
from coi_audit.model.audit import (
    Audit,
    AuditScope,
    Criterion,
    Finding,
    ItemAudit,
    MeetingAudit,
    MissingMeeting,
    Opinion,
)
from coi_audit.model.evidence import InputFile, Rejected, SourceRef
from coi_audit.model.linking import (
    ChairResult,
    Classification,
    Conflict,
    Holding,
    ItemRecord,
    Link,
    Participation,
    Party,
    Person,
    QuorumResult,
)
from coi_audit.model.meetings import AgendaItem
from coi_audit.model.organisations import Candidate, ListEdition, Resolution
from coi_audit.model.people import Body
from coi_audit.model.words import (
    Action,
    CommitteeKind,
    Confidence,
    EvidenceMark,
    Handling,
    InterestCategory,
    LinkKind,
    Match,
    MinutesStatus,
    OpinionLevel,
    Purpose,
    Relationship,
    Role,
    RuleOutcome,
    Scope,
    Severity,
    Stage,
    Tie,
)

COMMITTEE = "Primary Care Commissioning Committee"
HELD, DRAFT, AHEAD = date(2017, 9, 5), date(2017, 12, 5), date(2018, 2, 6)
CORRIE = Person("Dr Mina Corrie", role=Role.GP)
LOWE = Person("Gethin Ŵyn Lowe", role=Role.LAY)
STATEMENT = (
    "Dr Mina Corrie (partner in Fernhill Surgery) took part in the decision on “5 Fernhill Surgery: rent review”."
)
ROW = SourceRef(
    file="register.xlsx", sheet="Register", row=14, column="Nature", text="Dr Mina Corrie | Fernhill Surgery | Partner"
)
CRITERION = Criterion(
    document="Managing conflicts of interest: revised statutory guidance for CCGs 2017",
    locator="Managing conflicts of interest at meetings",
    url=None,
    evidence_mark=EvidenceMark.RECALLED,
    in_force_from=date(2017, 6, 16),
    in_force_until=date(2022, 6, 30),
)


def conflict(
    handling: Handling = Handling.BELOW_WITHOUT_REASON,
    *,
    person: Person = CORRIE,
    required: Action = Action.LEAVE,
    recorded: Action | None = Action.NOTE,
    title: str = "Fernhill Surgery: rent review",
) -> Conflict:
    """A partner's conflict at item 5."""
    holding = Holding(
        person=person,
        organisation=None,
        organisation_name="Fernhill Surgery",
        tie=Tie.PARTNER,
        relationship=Relationship.SELF,
        category=InterestCategory.FINANCIAL,
        direct=True,
        nature="Partner",
        held_from=date(2010, 4, 1),
        held_until=None,
        declared_on=date(2017, 4, 3),
        known_on=date(2017, 4, 28),
        known_inferred=False,
        interest=None,
        evidence=(ROW,),
    )
    path = (person.name, "partner in", "Fernhill Surgery", f"party to item 5 {title}")
    return Conflict(
        holding=holding,
        link=Link(LinkKind.NAMED_PARTY, party(), path),
        required_action=required,
        hand_over_chair=person is LOWE,
        row="own",
        rule_basis="SG17",
        participation=Participation(recorded_action=recorded, declared=True),
        handling=handling,
        confidence=Confidence.CERTAIN,
        role=person.role,
        voting=True,
        rule_ids=("MTG-07",) if handling is Handling.BELOW_WITHOUT_REASON else (),
        because=("A named practice: leave for an item for decision.",),
        evidence=(ROW, SourceRef(file="meetings/a/minutes.docx", paragraph=12, text="Dr Corrie spoke and voted.")),
    )


def party(outcome: Match = Match.MATCHED) -> Party:
    """Fernhill Surgery, matched; or a name that could be two."""
    if outcome is Match.MATCHED:
        return Party("Fernhill Surgery", "Fernhill Surgery", outcome, ods_code="Z90001")
    candidates = (Candidate("Z90002", "Oak Hill Surgery", "shares a word"), Candidate("Z90003", "Elm Hill", "the same"))
    return Party("Hill", "Hill", outcome, resolution=Resolution("Hill", outcome, None, candidates, "Two fit."))


def item(number: str, title: str, *conflicts: Conflict, purpose: Purpose = Purpose.DECISION) -> ItemAudit:
    """An item for decision about a named practice."""
    return ItemAudit(
        item=AgendaItem(number=number, title=title, source=SourceRef(file="meetings/a/agenda.docx", table=1, row=5)),
        classification=Classification("C13", True, Scope.NAMED_PRACTICE, purpose),
        parties=(party(),),
        neighbours=(),
        conflicts=conflicts,
        recent=(),
        quorum=QuorumResult(6, 9, 8, True, ("8 count towards a quorum of 6.",)),
        chair=ChairResult("Gethin Ŵyn Lowe", False, None),
        withhold_papers_from=(),
        record=ItemRecord(found=True, decision="APPROVED"),
    )


def opening() -> ItemAudit:
    """An item of procedure."""
    whole = item("1", "Welcome and apologies")
    kind = Classification(None, False, Scope.NONE, Purpose.INFORMATION, procedure="welcome")
    return replace(whole, classification=kind, parties=(), quorum=QuorumResult(), chair=ChairResult())


def meeting(
    on: date, *items: ItemAudit, stage: Stage = Stage.HELD, status: MinutesStatus | None = None
) -> MeetingAudit:
    """A meeting of the one committee."""
    return MeetingAudit(
        date=on,
        folder=f"meetings/{on.isoformat()}-pccc",
        committee=COMMITTEE,
        committee_kind=CommitteeKind.PCCC,
        stage=stage,
        minutes_status=status,
        present=(CORRIE, LOWE, Person("Ruth Abara", role=Role.EXECUTIVE)),
        in_attendance=(Person("Tom Łuczak"),),
        apologies=("Ines Farrow",),
        items=(opening(), *items),
    )


def ahead() -> MeetingAudit:
    """A meeting still to come, with a conflict, the chair's own, an item short of its quorum and a name to settle."""
    no_record = {"handling": Handling.NOT_YET_HELD, "recorded": None}
    closed = conflict(required=Action.LEAVE_NO_PAPERS, title="Choice of provider", **no_record)  # type: ignore[arg-type]
    chair = conflict(person=LOWE, title="Choice of provider", **no_record)  # type: ignore[arg-type]
    first = replace(
        item("5", "Choice of provider", closed, chair),
        quorum=QuorumResult(6, 7, 5, False, ("Once those required have: 5 of 6.",), ("Defer the item.",)),
        chair=ChairResult("Gethin Ŵyn Lowe", True, "Ruth Abara"),
        withhold_papers_from=("Dr Mina Corrie",),
    )
    second = replace(
        item("6", "Boundary of Hill"), parties=(party(Match.ASK),), questions=('Which is "Hill"? Two fit.',)
    )
    return meeting(AHEAD, first, second, stage=Stage.BEFORE)


def finding(number: int, outcome: RuleOutcome = RuleOutcome.NOT_MET, **changes: object) -> Finding:
    """One finding of MTG-07 at item 5, or as changed."""
    values: dict[str, object] = {
        "fingerprint": f"{number:016x}",
        "rule_id": "MTG-07",
        "title": "A member with a direct interest in the outcome took part in the decision",
        "area": "recusal",
        "outcome": outcome,
        "severity": Severity.CRITICAL,
        "confidence": Confidence.CERTAIN,
        "statement": STATEMENT,
        "criterion": CRITERION,
        "because": ("The minutes show that they voted.",),
        "evidence": (ROW,),
        "recommendation": "Ask the guardian whether the decision must be taken again.",
        "person": "Dr Mina Corrie",
        "meeting": HELD,
        "committee": COMMITTEE,
        "item": "5",
    }
    return Finding(**{**values, **changes})  # type: ignore[arg-type]


def findings() -> tuple[Finding, ...]:
    """Two of one matter, one of a person, and three equal questions."""
    open_ = {"ask": "Please supply the minutes of 5 December 2017.", "person": None, "severity": Severity.HIGH}
    asked = [finding(20 + n, RuleOutcome.CANNOT_TELL, rule_id="QUO-01", item=str(n), **open_) for n in range(3)]
    late = {"rule_id": "DEC-01", "title": "An interest was declared late", "area": "declaration", "item": None}
    return (
        finding(1),
        finding(2, rule_id="MTG-06", title="Less was done than is presumed", severity=Severity.HIGH),
        finding(3, severity=Severity.MEDIUM, statement="An interest was declared 40 days late.", meeting=None, **late),
        *asked,
    )


def area(level: ComplianceLevel | OpinionLevel | None, title: str = "Registers", **changes: object) -> AreaRating:
    """One area at a level."""
    values: dict[str, object] = {
        "key": title.casefold(),
        "title": title,
        "looks_at": f"What {title.casefold()} hold.",
        "level": level,
        "reasons": (f"{title} came out so.",),
        "withheld": False,
        "rule_ids": ("REG-01", "PUB-01"),
        "answers": {RuleOutcome.MET: 4, RuleOutcome.CANNOT_TELL: 1},
        "fingerprints": (),
        "ask_the_body": None,
    }
    return AreaRating(**{**values, **changes})  # type: ignore[arg-type]


def assessment() -> Assessment:
    """Both audits with every level, each answer of the self-certification, readiness, and two papers to ask for."""
    first = AuditRating(
        key="conflicts_of_interest",
        title="The five areas",
        document="Internal audit framework for CCGs",
        scale=ScaleName.COMPLIANCE,
        evidence=EvidenceMark.RECALLED,
        in_force=True,
        in_force_from=date(2016, 9, 30),
        in_force_until=date(2022, 6, 30),
        areas=(
            *(area(level, f"Area {number}") for number, level in enumerate(ComplianceLevel)),
            area(None, "Breaches", ask_the_body="How are concerns raised?"),
            area(None, "Held back", withheld=True),
        ),
    )
    second = replace(
        first,
        key="primary_medical_care",
        title="The four areas",
        scale=ScaleName.ASSURANCE,
        in_force=False,
        areas=tuple(area(level, f"Part {number}") for number, level in enumerate(OpinionLevel)),
    )
    line = CertificationLine(
        "registers", Frequency.QUARTERLY, "Are the registers published?", CertificationAnswer.YES, ("Met.",), (), ()
    )
    lines = [
        replace(line, key=kind.value, answer=kind, missing=("The policy of 2017",), frequency=frequency)
        for kind, frequency in zip(CertificationAnswer, [*Frequency, *Frequency], strict=True)
    ]
    hurdle = Hurdle("A register was never shown", ("PUB-01",), ("0" * 16,), Severity.HIGH, ReadinessLevel.SOON)
    return Assessment(
        first_day=date(2017, 4, 28),
        last_day=date(2018, 1, 15),
        audits=(first, second),
        certification=tuple(lines),
        readiness=Readiness(
            ReadinessLevel.SOON, ("One matter weighs.",), False, (hurdle,), (replace(hurdle, what="the log"),),
            EvidenceMark.DESIGN,
        ),
        papers=(
            PaperToAsk("The register of gifts", "Supply it, or a nil return.", ("GFT-01", "GFT-05"), ("f" * 16,),
                       Severity.HIGH),
            PaperToAsk("The training records", "Supply the list.", ("TRN-01",), ("e" * 16,), Severity.MEDIUM),
        ),
    )  # fmt: skip


def audit() -> Audit:
    """The whole of it."""
    held = meeting(HELD, item("5", "Fernhill Surgery: rent review", conflict()), status=MinutesStatus.RATIFIED)
    recent = replace(item("4", "Fernhill Surgery: branch"), recent=(conflict(Handling.MANAGED),))
    draft = meeting(DRAFT, recent, item("7", "Budget", conflict(Handling.MANAGED)), status=MinutesStatus.DRAFT)
    return Audit(
        body=Body(
            name="NHS Ashvale & Łódź CCG", ods_code="98Z", guardian="Ines Farrow", source=SourceRef(file="body.yaml")
        ),
        as_of=date(2018, 1, 15),
        scope=AuditScope(date(2017, 9, 1), date(2018, 3, 31), (HELD, DRAFT, AHEAD)),
        tool_version="0.0.1",
        rulebook_sha256="ab" * 32,
        inputs=(
            InputFile(path="body.yaml", sha256="01" * 32, kind="body"),
            InputFile(path="register.xlsx", sha256="02" * 32, kind="register", rows_read=9, edition=date(2017, 4, 28)),
        ),
        organisation_lists=(
            ListEdition(
                "epraccur.csv", "03" * 32, "practices", date(2017, 8, 1), "the month in the file's name", 9, True
            ),
        ),
        meetings=(held, draft, ahead()),
        findings=findings(),
        outcomes={RuleOutcome.MET: 40, RuleOutcome.NOT_MET: 3, RuleOutcome.CANNOT_TELL: 3},
        rule_outcomes={"MTG-07": {RuleOutcome.MET: 4, RuleOutcome.NOT_MET: 1}},
        rejected=(
            Rejected(file="register.xlsx", place="row 20", value="31/02/2017", problem="it is not a date", fix="mend."),
        ),
        waived=(finding(9, item="7", meeting=DRAFT, waived_by="The chair ruled on the day: no other quorum."),),
        notices=("The ruling for item 9 was not needed.",),
        opinion=Opinion(OpinionLevel.LIMITED, ("One.", "Two.", "Three.", "Four.")),
        missing=(MissingMeeting(COMMITTEE, date(2017, 11, 7), None, "Announced in September; no papers.", None),),
        assessment=assessment(),
    )


def check() -> Audit:
    """What `check` gives for the meeting to come."""
    return replace(audit(), meetings=(ahead(),), findings=(), missing=(), waived=(), assessment=None)


def quiet() -> Audit:
    """Nothing in any pile, the opinion withheld: every section must still print."""
    nothing = meeting(HELD, stage=Stage.NO_MINUTES)
    return replace(
        audit(),
        body=Body(name="NHS Quietdale CCG", source=SourceRef(file="body.yaml")),
        scope=AuditScope(None, None, (HELD,), as_of_given=False),
        inputs=(),
        organisation_lists=(),
        meetings=(replace(nothing, items=()),),
        findings=(),
        outcomes={},
        rule_outcomes={},
        rejected=(),
        waived=(),
        notices=(),
        opinion=Opinion(None, ("Withheld: no minutes.",), withheld=True),
        missing=(),
        assessment=None,
    )
